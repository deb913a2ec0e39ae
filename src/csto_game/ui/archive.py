"""What has been: the article of a game, its lines of play, its debrief. `records.Records` is the real one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

if TYPE_CHECKING:  # the campaign needs none of it
    from csto_game.session.chronicle import Article
    from csto_game.session.debrief import Debrief, Rival, Turning

Moment = tuple[Path, int]
"""A line of play and a turn of it."""


@frozen
class LineRow:
    """One line of play. ``left`` is the turn in which it left its parent; ``turn`` where it is now;
    ``ended`` names its ending, or is "", and ``points`` and ``won`` are then its person's. ``size`` is
    in bytes. A damaged one says so in ``trouble``, and its turn is not known (0).
    """

    name: str
    path: Path
    parent: str = ""
    left: int = 0
    turn: int = 1
    date: str = ""
    when: str = ""
    ended: str = ""
    points: int | None = None
    won: bool = False
    is_here: bool = False
    commands: int = 0
    size: int = 0
    torn: bool = False
    touched: bool = False
    trouble: str = ""
    memo: str = ""
    """Words of the player's own."""


@frozen
class Lines:
    """All lines of a game, and the dates of turns from the first to the furthest that one has reached."""

    rows: tuple[LineRow, ...]
    dates: tuple[str, ...]
    is_iron: bool = False


@frozen
class Gap:
    """One number in two lines, in words; ``gap`` is by how much it is more in the first."""

    path: str
    label: str
    here: str
    there: str
    gap: int
    good: str = "none"
    places: int = 0


@frozen
class Glance:
    """A turn of a line: its date, the seat's orders in it, what happened; and ``gaps``, how the numbers
    stood when it began, beside those of another moment.
    """

    turn: int
    date: str
    orders: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@frozen
class Contrast:
    """Two lines side by side, as in `session.comparison.Comparison`, in words."""

    here: str
    there: str
    turn: int
    date: str
    did_here: str
    did_there: str
    at: int
    at_date: str
    gaps: tuple[Gap, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    points: tuple[tuple[int, int, int], ...]


@frozen
class Looked:
    """A finished game looked back on; ``dates`` are those of its turns, ``rivals`` other games."""

    debrief: Debrief
    rivals: tuple[Rival, ...]
    dates: tuple[str, ...]


Told = Callable[[int, int], None]
"""Told (imagined games done, of how many)."""


class Archive(Protocol):
    """All of it may take long: ask in a thread. Raises GameError with a sentence for the player."""

    def article(self, seat: str) -> Article: ...

    def export(self, seat: str) -> tuple[str, ...]:
        """Write the article beside the save; the names of the files."""
        ...

    @property
    def path(self) -> Path | None:
        """The save of the game being played."""
        ...

    def lines(self) -> Lines: ...

    def glance(self, seat: str, moment: Moment, beside: Moment) -> Glance:
        """A turn of a line, as the seat may know it, beside another."""
        ...

    def compare(self, here: Path, there: Path, seat: str) -> Contrast: ...

    def free_name(self, turn: int) -> str:
        """A name for a line that leaves in that turn."""
        ...

    def keep(self, name: str) -> str:
        """This moment as a save of its own; its name."""
        ...

    def rename(self, path: Path, name: str) -> str: ...

    def memo(self, path: Path, text: str) -> None:
        """Words of the player's own for a line; "" takes them back."""
        ...

    def trash(self, path: Path) -> str:
        """Put a line away; where it is now."""
        ...

    def old_trash(self) -> tuple[str, ...]:
        """What has lain in the trash so long that emptying it would delete it."""
        ...

    def empty_trash(self) -> int:
        """Delete that; how many saves it was."""
        ...

    def copy_to(self, path: Path, target: str) -> str:
        """A line as one file to give away; the file's name and size."""
        ...

    def debrief(self, seat: str) -> Looked: ...

    def turning(self, seat: str, tell: Told, stop: Callable[[], bool]) -> Turning:
        """Which decisions mattered, from imagined games: takes seconds."""
        ...
