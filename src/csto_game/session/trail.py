"""From a number back to the first command, card or rule that moved it, cause by cause across turns.

A change comes of a line of a verb, a card or a rule. A verb goes back to the command that used it, a
card to the deal or to what sent it, a rule to the number that entered it and had changed most; and
that number has causes of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from csto_game.model.event import Event
from csto_game.model.refusal import GameError
from csto_game.model.view import Why, WhyRow
from csto_game.session.numbers import find
from csto_game.session.sight import Sight
from csto_game.session.table import Table
from csto_game.session.why import UNLOGGED, why
from csto_game.text.events import address_of

MOST = 16
_USED = ("used", "answered", "dealt", "befell")
_SENT = ("coming",)


@frozen
class Link:
    """One step back. ``kind`` is ``number`` (a rule or line moved ``path`` by ``amount``, ``row`` has
    its words), ``command`` (somebody asked for it), ``card`` (it was dealt), ``sent`` (another thing
    brought the card), ``start`` (the files) or ``secret`` (the seat may not know).
    """

    kind: str
    turn: int
    thing: str
    path: str = ""
    amount: int = 0
    row: WhyRow | None = None
    command: str = ""
    by: str = ""


def trail(
    table: Table, path: str, turn: int | None = None, *, seat: str = "", row: int = 0
) -> tuple[Link, ...]:
    """The way back from the number's largest cause, or from its cause number ``row`` (from 0).

    Raises GameError as `why` does.
    """
    links: list[Link] = []
    found: Why | None = why(table, path, turn, seat=seat)
    seen: set[tuple[str, int]] = set()
    while found is not None and len(links) < MOST:
        if (found.path, found.turn) in seen or not found.rows:
            break
        seen.add((found.path, found.turn))
        chosen = found.rows[min(row, len(found.rows) - 1)]
        row = 0
        links.append(_number(found, chosen))
        if links[-1].kind != "number":
            break
        origin = _origin(table, found.path, chosen, seat)
        if origin:
            links += origin
            break
        found = _deeper(table, chosen, seat, seen)
    return tuple(links)


def _number(found: Why, row: WhyRow) -> Link:
    kind = "number"
    if not row.thing:
        kind = "secret"
    elif not row.amount or row.thing == UNLOGGED:
        kind = "start"
    return Link(kind, row.turn, row.thing, found.path, row.amount, row, by=_actor(row.command))


def _actor(command: str) -> str:
    return command.partition(":")[0] if command else ""


# ── verbs and cards ──


def _origin(table: Table, path: str, row: WhyRow, seat: str) -> list[Link]:
    """The command or the deal behind a line of a verb or a card; nothing for rules."""
    kind, _, rest = row.thing.partition(".")
    if kind not in ("verb", "incident", "motion", "promise"):
        return []
    event = _event(table, path, row)
    whole = f"{kind}.{rest.partition('.')[0]}"
    by = event.by if event else ""
    if kind == "verb":
        used = _last(table, row.turn, ("used",), whole, by, seat)
        return [_deed(used, "command")] if used else []
    if kind in ("motion", "promise"):
        tabled = _last(table, row.turn, ("tabled", "promised"), whole, "", seat)
        return [_deed(tabled, "command")] if tabled else []
    return _card(table, row, whole, by, seat)


def _card(table: Table, row: WhyRow, whole: str, by: str, seat: str) -> list[Link]:
    """A card: its answer if one was given, its deal, and what had sent it."""
    links = []
    answered = _last(table, row.turn, ("answered",), whole, by, seat)
    if answered and answered.command.startswith(f"{by}: option"):
        links.append(_deed(answered, "command"))
    dealt = _last(table, row.turn, ("dealt", "befell"), whole, by, seat)
    if dealt:
        links.append(_deed(dealt, "card"))
    sent = _last(table, row.turn, _SENT, whole, by, seat)
    if sent:
        links.append(_deed(sent, "sent"))
    return links


def _deed(event: Event, kind: str) -> Link:
    thing = event.cause.thing if kind == "sent" else address_of(event)[1]
    command = event.command if kind == "command" else ""
    return Link(kind, event.turn, thing, command=command, by=event.by)


def _event(table: Table, path: str, row: WhyRow) -> Event | None:
    """The change itself, which knows for whom it was made."""
    same = (e for e in table.log.events(row.turn) if e.kind == "change" and _is_of(e, row))
    events = sorted(same, key=lambda event: event.path != path)
    return events[0] if events else None


def _is_of(event: Event, row: WhyRow) -> bool:
    return (event.cause.thing, event.cause.line) == (row.thing, row.line)


def _last(
    table: Table, turn: int, kinds: Iterable[str], whole: str, by: str, seat: str
) -> Event | None:
    """The last event of these kinds about the thing up to a turn, as far as the seat may read of it."""
    sight = Sight(table, seat)
    for earlier in range(turn, 0, -1):
        for event in reversed(table.log.events(earlier)):
            address = address_of(event)[1]
            about = address == whole or address.startswith(f"{whole}.")
            if event.kind in kinds and about and by in ("", event.by):
                return sight.readable([event]).get(event)
    return None


# ── rules ──


def _deeper(table: Table, row: WhyRow, seat: str, seen: set[tuple[str, int]]) -> Why | None:
    """Of the numbers that entered a rule, the one that had changed most when it did."""
    best: tuple[int, Why] | None = None
    for path, _ in row.reads:
        found = _changed(table, path, row.turn, seat)
        if found is None or (found.path, found.turn) in seen:
            continue
        size = abs(found.after - found.before)
        if best is None or size > best[0]:
            best = (size, found)
    return best[1] if best else None


def _changed(table: Table, path: str, turn: int, seat: str) -> Why | None:
    """Why the number is as it was then: of the last turn up to that one in which it changed."""
    try:
        if not Sight(table, seat).knows(find(table.book, path)):
            return None
        history = dict(why(table, path, turn, seat=seat).history)
    except GameError:
        return None
    for earlier in range(turn, 0, -1):
        if earlier == turn or history.get(earlier) != history.get(earlier + 1):
            found = why(table, path, earlier, seat=seat)
            if found.rows and found.before != found.after:
                return found
    return None
