"""The turn: its phases in order, and what happens by itself in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.rng import turn_stream
from csto_game.model.state import ANYBODY, Due
from csto_game.rules import score
from csto_game.rules.mechanisms import alignment, council, crises, deck, forces, promises

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.things import RuleCode

MEMORY = 9
"""Moments that are remembered: when planning began in this turn and in eight before it."""


def order(draft: Draft) -> tuple[int, ...]:
    """Seats in this turn's order: that of the files, beginning one seat later each turn."""
    seats = draft.book.seats
    first = (draft.turn - 1) % len(seats)
    return seats[first:] + seats[:first]


# ── start ───────────────────────────────────────────────────────────


def begin(draft: Draft) -> None:
    """Phase ``start`` of a turn, up to the first seat's planning."""
    set_clock(draft)
    draft.enter("start")
    _offices(draft)
    run_rules(draft, "start")
    _chapters(draft)
    deck.deal(draft)
    draft.enter("plan")
    remember(draft)
    draft.ended = ()
    draft.acts = 0
    draft.active = order(draft)[0]


def remember(draft: Draft) -> None:
    """Keep the numbers that seats plan on; before the first turn, those of the files."""
    draft.past = (*draft.past, tuple(draft.v))[-MEMORY:]


def set_clock(draft: Draft) -> None:
    """Turn, turns left, year and season; and the stream of this turn's chance."""
    clock, base = draft.book.scenario.clock, draft.book.layout.base
    draft.stream = turn_stream(draft.seed, draft.turn)
    step = clock.step - 1 + draft.turn - 1
    year = clock.year + step // len(clock.steps)
    if clock.year < 0 <= year:
        year += 1
    draft.v[base["turn"]] = draft.turn
    draft.v[base["turns_left"]] = max(0, clock.turns - draft.turn)
    draft.v[base["year"]] = year
    draft.v[base["season"]] = step % len(clock.steps) + 1


def _offices(draft: Draft) -> None:
    """Terms that end: the office goes to whom the charter names, by default to members in turn."""
    book, none = draft.book, draft.book.layout.none
    for office in book.scenario.charter.offices.values():
        if not office.term or draft.turn == 1 or (draft.turn - 1) % office.term:
            continue
        slot = book.layout.base[office.id]
        if office.next is not None:
            found = book.successors[office.id](draft, none, none, none, 0)
            following = found[0] if found else none
        else:
            later = [m for m in draft.members if m > draft.v[slot] or draft.v[slot] == none]
            following = (later or list(draft.members) or [none])[0]
        draft.put(slot, following, book.engine_cause("office"), following)


def _chapters(draft: Draft) -> None:
    """Open at most one further chapter: the first opens at once."""
    none = draft.book.layout.none
    for n, code in enumerate(draft.book.chapters):
        if (code.address, ANYBODY, ANYBODY) in draft.tally:
            continue
        if n == 0 or code.when(draft, none, none, none, 0):
            draft.count(code.address)
            draft.chapter = code.chapter.id
            draft.note("chapter", code.cause, text=code.address)
            if code.do is not None:
                code.do(draft, none, none, none, 0)
            return


# ── planning and council ────────────────────────────────────────────


def next_seat(draft: Draft) -> None:
    """The active seat has ended: the next one plans, or the council meets."""
    draft.ended = (*draft.ended, draft.active)
    draft.acts = 0
    waiting = [seat for seat in order(draft) if seat not in draft.ended]
    if waiting:
        draft.active = waiting[0]
        return
    draft.enter("council")
    run_rules(draft, "council")
    go_on(draft)


def go_on(draft: Draft) -> None:
    """Ask the next voter, or end the turn when nothing is left to vote on."""
    found = council.next_voter(draft)
    if found is not None:
        draft.active = found[1]
        return
    close(draft)


# ── resolution, drift, end ──────────────────────────────────────────


def close(draft: Draft) -> None:
    """Phases resolve, drift and end; then the next turn begins, or the game is over."""
    draft.enter("resolve")
    promises.resolve(draft)
    forces.resolve(draft)
    crises.resolve(draft)
    run_rules(draft, "resolve")
    draft.enter("drift")
    _dated(draft)
    for drift in draft.book.drifts:
        drift(draft)
    forces.rest(draft)
    alignment.walk(draft)
    run_rules(draft, "drift")
    draft.enter("end")
    deck.lapse(draft)
    run_rules(draft, "end")
    score.note_objectives(draft)
    draft.verdict = score.judge(draft)
    if draft.verdict is not None:
        draft.enter("over")
        draft.note("ended", draft.book.engine_cause("score"), text=f"ending.{draft.verdict.ending}")
        return
    draft.turn += 1
    begin(draft)


def _dated(draft: Draft) -> None:
    """Dated changes whose time has come; each knows the deed that set it."""
    left: list[Due] = []
    for due in draft.dues:
        if due.turn > draft.turn:
            left.append(due)
            continue
        where = draft.book.layout.slots[due.slot]
        if where.stat == "share":
            why = (due.cause, due.by, due.to, 0, ANYBODY, ANYBODY)
            alignment.shift(draft, where.owner or 0, where.toward or 0, "+", due.amount, why)
        else:
            draft.put(due.slot, draft.v[due.slot] + due.amount, due.cause, due.by, due.to)
            if draft.book.layout.stats[where.stat].mutual:
                twin = draft.book.layout.find(where.stat, where.toward or 0, where.owner or 0)
                draft.v[twin] = draft.v[due.slot]
        if due.left > 1:
            left.append(
                Due(due.turn + 1, due.left - 1, due.slot, due.amount, due.cause, due.by, due.to)
            )
    draft.dues = tuple(left)


def run_rules(draft: Draft, phase: str) -> None:
    """The phase's rules by ``order``, then by id."""
    for code in draft.book.rules_of[phase]:
        run_rule(draft, code)


def run_rule(draft: Draft, code: RuleCode) -> None:
    """Run one rule, for nobody in particular or for all its selves in one instant a line."""
    none = draft.book.layout.none
    if code.rule.by is None:
        if code.when(draft, none, none, none, 0) and draft.chance(
            code.key, code.chance(draft, none, none, none, 0)
        ):
            _told(draft, code, none)
            if code.do is not None:
                code.do(draft, none, none, none, 0)
        return
    selves = code.selves(draft)
    if selves:
        if code.tells:
            for s in selves:
                _told(draft, code, s)
        code.do_for(draft, selves, none, none, 0)


def _told(draft: Draft, code: RuleCode, by: int) -> None:
    if code.tells:
        draft.count(code.address, by)
        draft.note("news", code.cause, by, ANYBODY, code.address)
