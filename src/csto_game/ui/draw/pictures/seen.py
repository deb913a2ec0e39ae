"""What a picture is of: the past of a game, whose numbers, and which of them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.model.view import Figure, View
from csto_game.session.annals.records import Annals, Mark, Move
from csto_game.ui.figures import decimals, scaled
from csto_game.ui.names import actor_name
from csto_game.ui.sight import order_of
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

OPEN = ("alliance", "world")


@frozen
class Seen:
    """`code` is a country's, ``alliance`` or ``world``; `stat` one of its numbers."""

    view: View
    annals: Annals
    code: str
    stat: str

    @property
    def path(self) -> str:
        return f"{self.code}.{self.stat}"

    @property
    def name(self) -> str:
        """Whose numbers they are, in words."""
        return subject_name(self.view, self.code)

    @property
    def figure(self) -> Figure | None:
        """The number as it is now."""
        return next(
            (one for one in numbers_of(self.view, self.code) if one.stat == self.stat), None
        )

    @property
    def course(self) -> tuple[int | None, ...]:
        return self.annals.course(self.path)

    @property
    def dates(self) -> tuple[str, ...]:
        return tuple(moment.date for moment in self.annals.moments)

    def words(self, value: int) -> str:
        """A value of this number with its decimals."""
        return scaled(value, decimals(self.figure) if self.figure else 0)

    @property
    def date_cells(self) -> int:
        """Cells of a column of dates, with one blank."""
        return 1 + max((cell_width(date) for date in self.dates), default=0)

    def date_of(self, turn: int) -> str:
        dates = self.dates
        return dates[min(max(turn, 1), len(dates)) - 1] if dates else ""

    def marks(self) -> tuple[Mark, ...]:
        """What happened to them; to everybody, for numbers that are nobody's own."""
        every = self.annals.marks
        return every if self.code in OPEN else tuple(m for m in every if self.code in m.about)

    def moves(self) -> tuple[Move, ...]:
        return self.annals.moves.get(self.path, ())


def subjects(view: View) -> tuple[str, ...]:
    """Whose numbers there are, in the order of the table, then what belongs to all."""
    codes = [member.code for member in order_of(view)]
    return (*codes, *(one for one in OPEN if numbers_of(view, one)))


def subject_name(view: View, code: str) -> str:
    if code == "alliance":
        return view.alliance_name or say("the alliance")
    return say("the world") if code == "world" else actor_name(view, code)


def numbers_of(view: View, code: str) -> Sequence[Figure]:
    """The numbers of a country, the alliance or the world, those of the table first."""
    if code in OPEN:
        table = view.alliance if code == "alliance" else view.world
        return tuple(table.values())
    member = next((one for one in view.members if one.code == code), None)
    if member is None:
        return ()
    return tuple(sorted(member.figures.values(), key=lambda one: one.stat not in member.table))


def drawn(view: View, annals: Annals, code: str) -> tuple[str, ...]:
    """Stats of `code` of which the past is known."""
    known = {path for moment in annals.moments for path in moment.values}
    return tuple(one.stat for one in numbers_of(view, code) if one.path in known)
