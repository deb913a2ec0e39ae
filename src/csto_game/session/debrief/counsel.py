"""The advisers' records: what each would have answered by its own number, and what was answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from csto_game.model.command import Command
from csto_game.model.scenario import Adviser
from csto_game.model.state import State
from csto_game.players.mind import Mind
from csto_game.rules import Book
from csto_game.rules.belief import believe
from csto_game.rules.commands import KINDS
from csto_game.rules.draft import Draft
from csto_game.rules.texts import fill
from csto_game.rules.worth import Worth
from csto_game.session.debrief.deeds import Deed
from csto_game.session.table import Table

LATER = 4
"""Turns after which an adviser's number is looked at again."""


@frozen
class Record:
    """One adviser: of ``asked`` answers on which it had a view, ``followed`` were its own. ``rose``
    counts the followed ones after which its number stood higher four turns later; ``last`` is the last
    time it was not heard: (turn, card, its answer, the answer given), or None.
    """

    adviser: str
    name: str
    asked: int
    followed: int
    rose: int
    last: tuple[int, str, str, str] | None


def records(table: Table, seat: str, done: Sequence[Deed]) -> tuple[Record, ...]:
    """The record of every adviser of the scenario for one seat's answers."""
    answers = [deed for deed in done if deed.command.kind == "option"]
    advisers = table.book.scenario.advisers.values()
    return tuple(_record(table, seat, adviser, answers) for adviser in advisers)


def mind_of(book: Book, seat: int, adviser: Adviser) -> Mind:
    """A mind that knows one number only."""
    own = Worth(book, seat, adviser.value, f"adviser.{adviser.id}")
    return Mind(book, seat, worth=own)


def _record(table: Table, seat: str, adviser: Adviser, answers: Sequence[Deed]) -> Record:
    mind = mind_of(table.book, table.book.layout.index[seat], adviser)
    asked = followed = rose = 0
    last: tuple[int, str, str, str] | None = None
    for deed in answers:
        best = _advice(mind, deed)
        if not best:
            continue
        asked += 1
        if deed.command.choice in best:
            followed += 1
            rose += _later(table, mind, deed.before) > _now(mind, deed.before)
        else:
            last = _unheard(table.book, deed, best[0])
    return Record(adviser.id, adviser.name, asked, followed, rose, last)


def _advice(mind: Mind, deed: Deed) -> list[str]:
    """The answers that are best for the adviser's number; none if it sees no difference."""
    book, seat = mind.book, mind.seat
    belief = believe(Draft(book, deed.before, log=False), seat).copy()
    mind.look(belief, deed.before.turn)
    worth: dict[str, int] = {}
    for id in book.incidents[deed.command.thing].options:
        command = Command(deed.command.seat, "option", deed.command.thing, choice=id)
        if KINDS["option"].refusal(belief, command) is None:
            worth[id] = mind.after(_doing(command), later=True)
    best = max(worth.values(), default=0)
    found = [id for id, value in worth.items() if value == best]
    return found if len(found) < len(worth) else []


def _doing(command: Command) -> Callable[[Draft], None]:
    return lambda draft: KINDS["option"].apply(draft, command)


def _now(mind: Mind, state: State) -> int:
    return mind.worth(Draft(mind.book, state, log=False))


def _later(table: Table, mind: Mind, state: State) -> int:
    then = table.log.opening(state.turn + LATER) or table.state
    return _now(mind, then)


def _unheard(book: Book, deed: Deed, advised: str) -> tuple[int, str, str, str]:
    incident = book.scenario.incidents[deed.command.thing]
    draft = Draft(book, deed.before, log=False)
    by = book.layout.index[deed.command.seat]
    names = [incident.options[id].name for id in (advised, deed.command.choice)]
    card, mine, given = (fill(draft, text, by, -1) for text in (incident.name, *names))
    return deed.before.turn, card, mine, given
