"""Records of scenario tests: a case, its lines, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from csto_game.model.scenario import Spot
from csto_game.model.tree import Block, Value


@frozen
class Line:
    """One line of a script. ``kind`` is ``command``, ``refused``, ``do``, ``expect`` or ``end``."""

    kind: str
    source: str
    spot: Spot
    seat: str = ""
    words: str = ""
    block: Block = field(factory=Block)
    condition: Value | None = None
    turns: int = 0


@frozen
class Case:
    """A table ``[test.ID]``. ``percent`` is the interval that belongs to ``seeds`` games."""

    id: str
    play: tuple[Line, ...]
    name: str = ""
    seats: Mapping[str, str] = field(factory=dict)
    seed: int = 1
    seeds: int = 0
    percent: tuple[int, int] = (100, 100)
    spot: Spot = field(factory=Spot)


@frozen
class Failure:
    """The line that did not hold in the game of a seed, and why, in sentences."""

    line: Line
    seed: int
    rows: tuple[str, ...]


@frozen
class Outcome:
    """What came of a case: ``held`` of ``games`` games; ``failure`` is the first of them."""

    case: Case
    games: int
    held: int
    failure: Failure | None = None

    @property
    def passed(self) -> bool:
        low, high = self.case.percent
        return low * self.games <= 100 * self.held <= high * self.games
