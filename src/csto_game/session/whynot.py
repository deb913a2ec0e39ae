"""Why not: why a command is refused, why a motion would fail, why a country left."""

from __future__ import annotations

from attrs import frozen

from csto_game.model.refusal import GameError, Refusal
from csto_game.model.view import Ballot, MotionRow
from csto_game.rules import Lever, levers, parse_command, refusal, view
from csto_game.session.reasons import explain
from csto_game.session.sight import Sight
from csto_game.session.table import Table
from csto_game.session.trail import Link, trail
from csto_game.text.catalog import say


@frozen
class Against:
    """A voter who would not vote yes: what its leaning rests on, and the seat's acts that would raise it."""

    ballot: Ballot
    levers: tuple[Lever, ...]


@frozen
class WhyNot:
    """``sentence`` says why a command cannot be done now, "" if it can. ``motion`` is set if the
    question was about a motion, with those ``against`` it.
    """

    sentence: str
    motion: MotionRow | None = None
    against: tuple[Against, ...] = ()


MOST_LEVERS = 3


def why_not(table: Table, seat: str, words: str) -> WhyNot:
    """Why the seat cannot give a command (text form), or why a motion (its id) would not pass."""
    motion = _motion(table, seat, words)
    if motion is not None:
        refused = explain(table.book, table.state, motion.refusal) if motion.refusal else ""
        return WhyNot(refused, motion, _against(table, seat, motion))
    command = parse_command(table.book, table.state, seat, words)
    why = command if isinstance(command, Refusal) else refusal(table.book, table.state, command)
    return WhyNot(explain(table.book, table.state, why, seat) if why else "")


def _motion(table: Table, seat: str, words: str) -> MotionRow | None:
    """The motion that is meant, on the table or not: ``bind``, ``table bind``, ``admit GEO``."""
    parts = words.removeprefix("table ").split()
    if not parts or parts[0] not in table.book.scenario.motions:
        return None
    target = parts[1].upper() if len(parts) > 1 else ""
    seen = view(table.book, table.state, seat)
    for row in (*seen.motions, *seen.bills):
        if row.motion == parts[0] and target in ("", row.target):
            return row
    return None


def _against(table: Table, seat: str, motion: MotionRow) -> tuple[Against, ...]:
    """Voters who lean away, the weightiest first; blockers before all."""
    book, state = table.book, table.state
    found = []
    for ballot in motion.ballots:
        if (ballot.cast or ballot.forecast) == "yes":
            continue
        # Who has voted cannot be moved any more.
        moves = (
            ()
            if ballot.cast or ballot.code == seat
            else levers(book, state, seat, motion.motion, motion.target, ballot.code)
        )
        found.append(Against(ballot, moves[:MOST_LEVERS]))
    found.sort(key=lambda row: (row.ballot.name not in motion.blockers, row.ballot.leaning))
    return tuple(found)


@frozen
class Left:
    """How a country's membership last changed: ``before`` and ``after`` as words, in ``turn``, and the
    way back from there.
    """

    code: str
    before: str
    after: str
    turn: int
    because: str
    trail: tuple[Link, ...]


def why_left(table: Table, code: str, *, seat: str = "") -> Left:
    """Why a country is no longer what it was in the alliance. Raises GameError if nothing changed."""
    actor = table.book.scenario.actors.get(code)
    if actor is None or actor.kind != "country":
        raise GameError(say("whynot.country", code=code))
    path, words = f"{code}.membership", table.book.layout.stats["membership"].words
    for turn in range(table.state.turn, 0, -1):
        events = [e for e in table.log.events(turn) if e.path == path and e.kind == "change"]
        read = Sight(table, seat).readable(events)
        if events:
            last = read.get(events[-1], events[-1])
            way = trail(table, path, turn, seat=seat)
            before, after = (words[n].replace("_", " ") for n in (last.before, last.after))
            return Left(code, before, after, turn, last.because if events[-1] in read else "", way)
    raise GameError(say("whynot.stayed", name=actor.name))
