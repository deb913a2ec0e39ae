"""Endings of one seat: its part is over and its points stand, while the others play on.

What is remembered stands in the tally: who is a person (only in worlds that have such endings), and
for each seat that has parted its points, with the turn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from csto_game.model.state import ANYBODY

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.score import EndingCode

Worth = Callable[[int, "EndingCode"], int]
"""(seat, ending) → points as they stand now."""
_PERSON = "person"


def remember_persons(draft: Draft, persons: tuple[str, ...]) -> None:
    """The game is over for persons when all of them have parted."""
    if draft.book.partings:
        for seat in persons:
            draft.tally[_PERSON, draft.book.layout.index[seat], ANYBODY] = (1, draft.turn)


def part(draft: Draft, worth: Worth) -> None:
    """After a turn: the seats of roles for which an ending of their own holds now."""
    none = draft.book.layout.none
    for role in draft.book.roles.values():
        seat = role.seat
        if parted(draft, seat) is not None:
            continue
        for code in draft.book.partings:
            if code.by_has(draft, seat, seat) and code.when(draft, seat, none, none, 0):
                draft.tally[code.address, seat, ANYBODY] = (worth(seat, code), draft.turn)
                draft.note("parted", draft.book.engine_cause("score"), seat, text=code.address)
                break


def parted(draft: Draft, seat: int) -> EndingCode | None:
    """The ending that a seat has met by itself."""
    for code in draft.book.partings:
        if (code.address, seat, ANYBODY) in draft.tally:
            return code
    return None


def points_of(draft: Draft, code: EndingCode, seat: int) -> int:
    """The seat's points as they stood when it parted."""
    return draft.tally[code.address, seat, ANYBODY][0]


def last_person(draft: Draft) -> EndingCode | None:
    """The ending of the person who parted last, if every person has; None while one plays."""
    if not draft.book.partings:
        return None
    persons = [seat for seat in draft.book.seats if (_PERSON, seat, ANYBODY) in draft.tally]
    met = [(seat, code) for seat in persons if (code := parted(draft, seat)) is not None]
    if not persons or len(met) < len(persons):
        return None
    return max(met, key=lambda one: (draft.tally[one[1].address, one[0], ANYBODY][1], one[0]))[1]


def seat_of(draft: Draft, ending: str) -> int:
    """Whose ending it was, for its words; the last of several. ``ANYBODY`` if it is everybody's."""
    address = f"ending.{ending}"
    found = [
        (turn, seat) for (thing, seat, _), (_, turn) in draft.tally.items() if thing == address
    ]
    return max(found, default=(0, ANYBODY))[1]
