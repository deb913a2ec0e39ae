"""Who sits where: every seat of a scenario is a person's or a program's."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.content.nearest import nearest
from csto_game.model.refusal import GameError
from csto_game.rules import Book, seats
from csto_game.session.leaders import HUMAN, SKILL, kinds
from csto_game.text.catalog import say

USUAL = "planner"


def all_seats(book: Book, given: Mapping[str, str]) -> dict[str, str]:
    """Every seat with its kind, in file order; seats that are not given are planners'."""
    check_seats(book, given, "")
    return {code: given.get(code, USUAL) for code in seats(book)}


def check_seats(book: Book, given: Mapping[str, str], difficulty: str) -> None:
    """Raises GameError for a seat, kind of player or difficulty that does not exist."""
    known, name = seats(book), book.scenario.package.id
    for seat in given:
        if seat not in known:
            raise GameError(say("match.seat", scenario=name, seat=seat, seats=", ".join(known)))
    for kind in given.values():
        check_kind(kind, persons=True)
    levels = book.scenario.difficulties
    if difficulty and difficulty not in levels:
        names = ", ".join(levels) or "only the usual one"
        raise GameError(say("match.difficulty", scenario=name, name=difficulty, names=names))


def check_kind(kind: str, *, persons: bool = False) -> None:
    """Raises GameError if there is no such kind of player."""
    known = (HUMAN, *kinds()) if persons else kinds()
    if kind in known:
        return
    near = nearest(kind, known)
    if near:
        raise GameError(say("match.kind_near", kind=kind, near=near))
    raise GameError(say("match.kind", kind=kind, kinds=", ".join(known)))


def skill(book: Book, difficulty: str) -> int:
    """How well leaders think at that difficulty, 0–100."""
    level = book.scenario.difficulties.get(difficulty)
    return level.skill if level else SKILL
