"""Players: programs that answer for seats, by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from csto_game.players.base import Player, choose, choose_on
from csto_game.players.leader import GREEDY, PLANNER, Leader
from csto_game.players.random import IdlePlayer, RandomPlayer
from csto_game.rules.book import Book


@frozen
class Kind:
    """A class of program: its id, what it looks at, and how one is made: (book, seat, seed, skill)."""

    id: str
    text: str
    make: Callable[[Book, int, int, int], Player]


KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind("idle", "uses no verb, abstains, lets its cards lapse", IdlePlayer),
        Kind("random", "a legal act, evenly over all", RandomPlayer),
        Kind(
            "greedy",
            "what is best right after the act",
            lambda b, s, n, k: Leader(b, s, n, k, GREEDY),
        ),
        Kind(
            "planner",
            "dated effects, votes and likings, too",
            lambda b, s, n, k: Leader(b, s, n, k, PLANNER),
        ),
    )
}

DEFAULT_SKILL = 70


def make(kind: str, book: Book, seat: str, seed: int, skill: int = DEFAULT_SKILL) -> Player:
    """A player of a registered kind for a seat's code."""
    return KINDS[kind].make(book, book.layout.index[seat], seed, skill)


__all__ = ["DEFAULT_SKILL", "KINDS", "Kind", "Player", "choose", "choose_on", "make"]
