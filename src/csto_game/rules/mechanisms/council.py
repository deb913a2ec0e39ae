"""The council: motions are tabled, voted on one after another, passed or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve

from csto_game.model.scenario import Organ
from csto_game.model.state import Tabled

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Listing, Number, Test
    from csto_game.rules.draft import Draft

CASTS = {"yes": 1, "abstain": 0, "no": -1}


class OrganCode:
    """A voting body compiled."""

    def __init__(self, book: Book, organ: Organ) -> None:
        self.book, self.organ, self.address = book, organ, f"charter.organ.{organ.id}"

    @cached_property
    def seats(self) -> Listing:
        return self.book.listing(self.organ.seats, "self", self.address)

    @cached_property
    def votes(self) -> Number:
        return self.book.number(self.organ.votes, self.address, default=1)

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.organ.when, self.address)

    @cached_property
    def veto(self) -> Test | None:
        return (
            self.book.test(self.organ.veto, self.address) if self.organ.veto is not None else None
        )


def table(draft: Draft, motion: str, by: int, to: int, cause: int) -> None:
    """Put a motion on the table; the same motion about the same target is not tabled twice."""
    if any(m.motion == motion and m.to == to for m in draft.motions):
        return
    if draft.phase == "council" and draft.since(f"motion.{motion}.settled", by, to) == 0:
        return  # or a motion whose failing tables it again would be voted on without end
    draft.serial += 1
    draft.motions = (*draft.motions, Tabled(draft.serial, motion, by, to))
    draft.count(f"motion.{motion}.tabled", by, to)
    draft.note("tabled", cause, by, to, f"motion.{motion}")


def move(
    draft: Draft,
    verb: str,
    thing: str,
    by: int,
    to: int,
    wait: int,
    lasting: int | None,
    cause: int,
) -> None:
    """``start motion.X [for A] [to B]``; ``end`` takes it from the table."""
    if verb == "start":
        table(draft, thing, by, to, cause)
    else:
        draft.motions = tuple(
            m
            for m in draft.motions
            if not (m.motion == thing and to in (m.to, draft.book.layout.none))
        )


def running(draft: Draft, thing: str) -> list[tuple[int, int]]:
    """Who has tabled such a motion about whom."""
    return [(m.by, m.to) for m in draft.motions if m.motion == thing]


def organ_of(draft: Draft, tabled: Tabled) -> OrganCode:
    """The organ that votes on it."""
    return draft.book.organs[draft.book.motions[tabled.motion].motion.organ]


def meets(draft: Draft, tabled: Tabled) -> bool:
    """Does the motion's organ meet this turn?"""
    organ = organ_of(draft, tabled)
    return draft.turn % organ.organ.every == 0 and sits(draft, organ)


def sits(draft: Draft, organ: OrganCode) -> bool:
    """Does the organ sit at all, as things stand?"""
    none = draft.book.layout.none
    return organ.organ.when is None or organ.when(draft, none, none, none, 0)


def voters(draft: Draft, tabled: Tabled) -> list[int]:
    """Seats that are asked, in file order."""
    none = draft.book.layout.none
    return [
        v
        for v in organ_of(draft, tabled).seats(draft, none, none, none, 0)
        if v in draft.book.seat_set
    ]


def agenda(draft: Draft) -> tuple[Tabled, ...]:
    """Motions that are voted on this turn, in the order they were tabled."""
    return tuple(m for m in draft.motions if meets(draft, m))


def next_voter(draft: Draft) -> tuple[Tabled, int] | None:
    """The motion now voted on and who is asked; motions all have voted on are settled first."""
    while True:
        on = agenda(draft)
        if not on:
            return None
        cast = {voter for voter, _ in on[0].votes}
        waiting = [v for v in voters(draft, on[0]) if v not in cast]
        if waiting:
            return on[0], waiting[0]
        settle(draft, on[0])


def vote(draft: Draft, voter: int, how: str) -> None:
    """Cast the voter's vote on the motion now voted on."""
    found = next_voter(draft)
    assert found is not None, "votes are asked for only while a motion is on the table"
    tabled = found[0]
    voted = evolve(tabled, votes=(*tabled.votes, (voter, CASTS[how])))
    draft.motions = tuple(voted if m.serial == tabled.serial else m for m in draft.motions)
    draft.count(f"motion.{tabled.motion}.{how}", voter, tabled.by)
    draft.note(
        "voted",
        draft.book.motions[tabled.motion].cause,
        voter,
        tabled.to,
        f"{how} motion.{tabled.motion}",
    )


def settle(draft: Draft, tabled: Tabled) -> None:
    """All have voted: the motion passes or fails."""
    code = draft.book.motions[tabled.motion]
    draft.motions = tuple(m for m in draft.motions if m.serial != tabled.serial)
    draft.count(f"motion.{tabled.motion}.settled", tabled.by, tabled.to)
    passed = passes(draft, tabled)
    draft.note("passed" if passed else "failed", code.cause, tabled.by, tabled.to, code.address)
    if passed:
        draft.count(code.address, tabled.by, tabled.to)
    deed = code.do if passed else code.fails
    if deed is not None:
        deed(draft, tabled.by, tabled.to, tabled.by, 0)


def passes(draft: Draft, tabled: Tabled) -> bool:
    """Does what was cast carry the motion by the organ's rule of today?"""
    organ = organ_of(draft, tabled)
    sums = {1: 0, 0: 0, -1: 0}
    for voter, cast in tabled.votes:
        sums[cast] += organ.votes(draft, voter, tabled.to, tabled.by, 0)
        if (
            cast < 0
            and organ.veto is not None
            and organ.veto(draft, voter, tabled.to, tabled.by, 0)
        ):
            return False
    heard = sum(1 for _, cast in tabled.votes if cast)
    if heard < organ.organ.quorum or sums[1] == 0:
        return False
    return _RULES.get(needs(draft, organ), _share)(sums, needs(draft, organ))


def needs(draft: Draft, organ: OrganCode) -> str:
    """The rule in force: ``consensus``, ``unanimity``, ``majority`` or a percentage such as ``67``."""
    written = organ.organ.needs
    if not written.startswith("alliance."):
        return written
    clause = written.removeprefix("alliance.")
    word = draft.book.layout.stats[clause].words[draft.v[draft.book.layout.base[clause]]]
    return word[1:] if word[:1] == "p" and word[1:].isdigit() else word


def _share(sums: dict[int, int], rule: str) -> bool:
    percent = int(rule) if rule.isdigit() else 50
    return sums[1] * 100 >= percent * (sums[1] + sums[-1])


_RULES: Mapping[str, Callable[[dict[int, int], str], bool]] = {
    "consensus": lambda sums, rule: sums[-1] == 0,
    "unanimity": lambda sums, rule: sums[-1] == 0 and sums[0] == 0,
    "majority": lambda sums, rule: sums[1] > sums[-1],
}
