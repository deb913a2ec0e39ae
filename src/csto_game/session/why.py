"""Why a number is what it is: its changes by cause, adding up exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from csto_game.model.event import Cause, Event
from csto_game.model.refusal import GameError
from csto_game.model.state import State
from csto_game.model.view import Why, WhyRow
from csto_game.rules import Book
from csto_game.session.causes import Part, files_of, opening_of, parts_of
from csto_game.session.numbers import Place, find, slot, value
from csto_game.session.origins import formula, made_of, start_row
from csto_game.session.pulls import ALIGNMENT, pull_words
from csto_game.session.sight import Sight
from csto_game.session.table import Table
from csto_game.text.catalog import say
from csto_game.text.numbers import label, shown, stat_of
from csto_game.text.things import name_of

UNLOGGED = "engine"
"""The thing of a row for what no event tells of; a test sees to it that kept numbers have none."""


def why(table: Table, path: str, turn: int | None = None, *, seat: str = "") -> Why:
    """The causes of a number: of one turn, or of the last turn and the present one.

    Rows are sorted by size; ``before`` and their sum make ``after``. With ``seat``, what that
    seat may not know is refused or stays unnamed. Raises GameError.
    """
    book, place = table.book, find(table.book, path)
    sight = Sight(table, seat)
    sight.check(place)
    first, last = _window(table, turn)
    begin = _opening(table, first)
    before, after = value(book, begin, place), value(book, _closing(table, last), place)
    events = [event for n in range(first, last + 1) for event in table.log.events(n)]
    parts = parts_of(book, place, begin, events)
    rest = after - before - sum(part.amount for part in parts)
    if rest:
        parts.append(Part(rest, Event("change", last, "", Cause(UNLOGGED))))
    rows = _rows(book, path, parts, sight.readable([part.event for part in parts]))
    rows = [_pulled(table, place, row, seat) for row in rows]
    if first <= 1 and not place.is_derived:
        rows.append(start_row(book, place, before))
    return Why(
        path=path,
        label=label(book.scenario, path),
        turn=last,
        before=before,
        after=after,
        rows=tuple(rows),
        text=place.stat.text,
        formula=formula(book, place),
        parts=tuple(
            (part.path, value(book, table.state, part))
            for part in made_of(book, place)
            if sight.knows(part)
        ),
        history=_history(table, place, last),
    )


def _window(table: Table, turn: int | None) -> tuple[int, int]:
    now = table.state.turn
    if turn is None:
        return now - 1, now
    if not 1 <= turn <= now:
        raise GameError(say("match.turn", turn=turn, last=now))
    return turn, turn


def _opening(table: Table, turn: int) -> State:
    """The state that a turn was planned on; for 0, the state of the files."""
    if turn == 0:
        return files_of(table.log.steps[0].state)
    state = table.log.opening(turn)
    if state is None:
        raise GameError(say("match.turn", turn=turn, last=table.state.turn))
    return opening_of(state)


def _closing(table: Table, turn: int) -> State:
    return table.state if turn == table.state.turn else _opening(table, turn + 1)


def _history(table: Table, place: Place, last: int) -> tuple[tuple[int, int], ...]:
    """Values that turns were planned on, after that of the files (turn 0)."""
    first = value(table.book, files_of(table.log.steps[0].state), place)
    return ((0, first), *(row for row in _planned_on(table, place) if row[0] <= last))


def _planned_on(table: Table, place: Place) -> Iterator[tuple[int, int]]:
    if place.is_derived:
        for state in table.log.steps.openings():
            yield state.turn, value(table.book, opening_of(state), place)
    else:
        at = slot(table.book, place)
        for turn, numbers in table.log.steps.numbers():
            yield turn, numbers[at]


def _rows(
    book: Book, path: str, parts: Sequence[Part], readable: Mapping[Event, Event]
) -> list[WhyRow]:
    """Parts of one cause become one row; the largest rows first."""
    groups: dict[tuple[str, str], list[Part]] = {}
    for part in parts:
        event = part.event
        key = (event.cause.thing, event.because) if event in readable else ("", "")
        groups.setdefault(key, []).append(Part(part.amount, readable.get(event, event)))
    rows = [_row(book, path, key, group) for key, group in groups.items()]
    # What came and went again by one cause is no cause of how the number stands.
    rows = [row for row in rows if row.amount]
    rows.sort(key=lambda row: (-abs(row.amount), row.thing, row.because))
    return rows


def _row(book: Book, path: str, key: tuple[str, str], group: Sequence[Part]) -> WhyRow:
    event = group[-1].event
    amount = sum(part.amount for part in group)
    thing, because = key
    if not thing:
        return WhyRow(amount, say("why.secret"), "", "", 0, event.turn, count=len(group))
    if thing == UNLOGGED:
        return WhyRow(amount, say("why.unlogged"), thing, "", 0, event.turn)
    scenario = book.scenario
    return WhyRow(
        amount=amount,
        because=_held(book, path, event, because or name_of(scenario, thing, event.by, event.to)),
        thing=thing,
        file=event.cause.file,
        line=event.cause.line,
        turn=event.turn,
        source=event.cause.source,
        reads=tuple((at, shown(scenario, stat_of(scenario, at), n)) for at, n in event.reads),
        command=_asked(event),
        count=len(group),
    )


def _asked(event: Event) -> str:
    """The command that asked for a change. What only ended the turn is no cause of what followed."""
    kind, _, rest = event.cause.thing.partition(".")
    id, _, part = rest.partition(".")
    words = event.command.partition(": ")[2].split()
    if not words:
        return ""
    wanted = {
        "verb": words[0] == id,
        "incident": words[0] == "option" and part.startswith("option."),
        "motion": words[0] in ("table", "vote") and id in words,
    }
    return event.command if wanted.get(kind, False) else ""


def _pulled(table: Table, place: Place, row: WhyRow, seat: str) -> WhyRow:
    """A share that walked by itself is told with the pulls on it and where those are written."""
    alignment = table.book.scenario.alignment
    if row.thing != ALIGNMENT or alignment is None:
        return row
    because = pull_words(table.book, _closing(table, row.turn), place, seat)
    spot = alignment.spot
    return evolve(row, because=because, file=spot.file, line=spot.line)


def _held(book: Book, path: str, event: Event, because: str) -> str:
    """The cause in words; where a bound cut the change, that is said."""
    if event.path != path or event.asked == event.after or event.asked == event.before == 0:
        return because
    stat = stat_of(book.scenario, path)
    if stat is None or stat.holds != "number":
        return because
    facts = {
        "asked": shown(book.scenario, stat, event.asked),
        "because": because,
    }
    return say("why.held", after=shown(book.scenario, stat, event.after), **facts)
