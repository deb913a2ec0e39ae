"""Who votes with whom: counted from the polls of a game."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from attrs import frozen

from csto_game.session.annals.records import Poll


@frozen
class Pair:
    """How two voters voted when both did: ``same`` of ``polls`` alike, ``against`` yes against no."""

    same: int
    polls: int
    against: int

    @property
    def percent(self) -> int:
        return 100 * self.same // self.polls if self.polls else 0


@frozen
class Voter:
    """What one voter did: ``held`` are its votes against motions that failed."""

    polls: int
    yes: int
    no: int
    held: int


@frozen
class Accord:
    """``voters`` in the order in which they were first heard; ``pairs`` by two codes in that order."""

    polls: int
    voters: Mapping[str, Voter]
    pairs: Mapping[tuple[str, str], Pair]

    def between(self, one: str, other: str) -> Pair | None:
        return self.pairs.get((one, other)) or self.pairs.get((other, one))


def accord(polls: Sequence[Poll]) -> Accord:
    """Counts over all polls."""
    codes = list(dict.fromkeys(code for poll in polls for code, _ in poll.casts))
    casts = [dict(poll.casts) for poll in polls]
    voters = {}
    for code in codes:
        mine = [(poll, cast[code]) for poll, cast in zip(polls, casts, strict=True) if code in cast]
        voters[code] = Voter(
            polls=len(mine),
            yes=sum(how == "yes" for _, how in mine),
            no=sum(how == "no" for _, how in mine),
            held=sum(how == "no" and not poll.passed for poll, how in mine),
        )
    pairs = {}
    for one, other in combinations(codes, 2):
        both = [(cast[one], cast[other]) for cast in casts if one in cast and other in cast]
        if both:
            against = sum({a, b} == {"yes", "no"} for a, b in both)
            pairs[one, other] = Pair(sum(a == b for a, b in both), len(both), against)
    return Accord(len(polls), voters, pairs)
