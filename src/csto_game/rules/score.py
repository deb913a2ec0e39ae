"""Objectives, endings and the verdict."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from csto_game.model.scenario import Ending, Objective, Role
from csto_game.model.state import ANYBODY, Verdict
from csto_game.rules import parting
from csto_game.rules.things.picked import Picked

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Number, Test
    from csto_game.rules.draft import Draft

FULL = 100


class ObjectiveCode:
    def __init__(self, book: Book, role: Role, objective: Objective) -> None:
        self.book, self.objective = book, objective
        self.seat = book.layout.index[role.plays]
        self.address = f"role.{role.id}.objective.{objective.id}"

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.objective.when, self.address)

    @cached_property
    def points(self) -> Number:
        return self.book.number(self.objective.points, self.address)


class RoleCode:
    def __init__(self, book: Book, role: Role) -> None:
        self.role = role
        self.seat = book.layout.index[role.plays]
        self.objectives = tuple(
            ObjectiveCode(book, role, objective) for objective in role.objectives.values()
        )


class EndingCode(Picked):
    def __init__(self, book: Book, ending: Ending) -> None:
        self.book, self.ending, self.address = book, ending, f"ending.{ending.id}"
        self.by_who, self.target_who = ending.by, None

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.ending.when, self.address)

    @cached_property
    def bonus(self) -> Number:
        return self.book.number(self.ending.bonus, self.address)

    @cached_property
    def wins(self) -> Test | None:
        return (
            self.book.test(self.ending.wins, self.address) if self.ending.wins is not None else None
        )

    @cached_property
    def loses(self) -> Test | None:
        return (
            self.book.test(self.ending.loses, self.address)
            if self.ending.loses is not None
            else None
        )


def note_objectives(draft: Draft) -> None:
    """End of a turn: remember objectives that are judged ``ever`` or ``always``."""
    none = draft.book.layout.none
    for role in draft.book.roles.values():
        for code in role.objectives:
            judged = code.objective.judged
            if judged == "end":
                continue
            holds = code.when(draft, role.seat, none, none, 0)
            if holds == (judged == "ever"):
                key = (f"{code.address}.{'met' if holds else 'missed'}", ANYBODY, ANYBODY)
                draft.tally.setdefault(key, (1, draft.turn))


def holds(draft: Draft, code: ObjectiveCode) -> bool:
    """Does the objective count, as things stand?"""
    judged = code.objective.judged
    if judged == "ever" and (f"{code.address}.met", ANYBODY, ANYBODY) in draft.tally:
        return True
    if judged == "always" and (f"{code.address}.missed", ANYBODY, ANYBODY) in draft.tally:
        return False
    none = draft.book.layout.none
    return code.when(draft, code.seat, none, none, 0)


def points(draft: Draft, code: ObjectiveCode) -> int:
    """What the objective gives as things stand."""
    none = draft.book.layout.none
    return code.points(draft, code.seat, none, none, 0) if holds(draft, code) else 0


def role_points(draft: Draft, role: RoleCode) -> int:
    """The role's points as if the game ended now, not held in 0–100."""
    return sum(points(draft, code) for code in role.objectives)


def over(draft: Draft) -> EndingCode | bool | None:
    """The ending that holds now, True for ``time`` after the last turn, False if play goes on."""
    none = draft.book.layout.none
    for code in draft.book.endings:
        if code.when(draft, none, none, none, 0):
            return code
    gone = parting.last_person(draft)
    if gone is not None:
        return gone
    return draft.turn >= draft.book.scenario.clock.turns


def judge(draft: Draft) -> Verdict | None:
    """After a turn: the verdict if the game is over. Seats may part before."""
    parting.part(draft, lambda seat, ending: _worth(draft, seat, ending))
    found = over(draft)
    if found is False:
        return None
    common = found if isinstance(found, EndingCode) and found.ending.by is None else None
    scores: list[tuple[str, int]] = []
    won: list[str] = []
    for seat in draft.book.seats:
        code = draft.book.layout.codes[seat]
        role = draft.book.roles.get(code)
        if role is None:
            continue
        own = parting.parted(draft, seat)
        score = parting.points_of(draft, own, seat) if own else _worth(draft, seat, common)
        scores.append((code, score))
        # Whose part ended before wins by its own ending or not at all.
        if _has_won(draft, own or common, seat, by_points=own is None and score >= role.role.win):
            won.append(code)
    name = found.ending.id if isinstance(found, EndingCode) else "time"
    return Verdict(name, draft.turn, tuple(scores), tuple(won))


def _worth(draft: Draft, seat: int, ending: EndingCode | None) -> int:
    """A seat's points with the ending's bonus, held in 0–100."""
    none = draft.book.layout.none
    total = role_points(draft, draft.book.roles[draft.book.layout.codes[seat]])
    if ending is not None:
        total += ending.bonus(draft, seat, none, none, 0)
    return min(max(total, 0), FULL)


def _has_won(draft: Draft, ending: EndingCode | None, seat: int, *, by_points: bool) -> bool:
    if ending is None:
        return by_points
    none = draft.book.layout.none
    if ending.wins is not None and ending.wins(draft, seat, none, none, 0):
        return True
    loses = ending.loses is not None and ending.loses(draft, seat, none, none, 0)
    return by_points and not loses
