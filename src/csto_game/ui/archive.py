"""What has been: the article of a game, its lines of play, its debrief. `records.Records` is the real one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:  # the campaign needs none of it
    from csto_game.session.chronicle import Article


@frozen
class LineRow:
    """One line of play. ``left`` is the turn in which it left its parent; ``turn`` where it is now;
    ``ended`` names its ending, or is "".
    """

    name: str
    path: Path
    parent: str = ""
    left: int = 0
    depth: int = 0
    turn: int = 1
    date: str = ""
    when: str = ""
    ended: str = ""
    points: int | None = None
    is_here: bool = False


class Archive(Protocol):
    """All of it may take long: ask in a thread. Raises GameError with a sentence for the player."""

    def article(self, seat: str) -> Article: ...

    def export(self, seat: str) -> tuple[str, ...]:
        """Write the article beside the save; the names of the files."""
        ...
