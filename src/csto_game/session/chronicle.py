"""A game's history as an article in Markdown: the sentences that the scenario has for what happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.rules.texts import date
from csto_game.session.header import Header
from csto_game.session.table import Table
from csto_game.text.catalog import say
from csto_game.text.events import address_of, closed
from csto_game.text.things import fill_names, find

_KINDS = ("used", "answered", "outcome", "passed", "kept", "broken", "promised", "opened", "sent")
"""Kinds of events that are told once each; a rule's news is told when it happens."""


def article(table: Table, header: Header) -> str:
    """The whole article: title, lead, a section a year or turn, and the end."""
    scenario = table.book.scenario
    rows = [f"# {_title(scenario)}", "", *_lead(scenario, header)]
    for turn in range(1, table.state.turn + 1):
        told = list(dict.fromkeys(_sentences(table, table.log.events(turn))))
        if told:
            rows += [say("chronicle.turn", date=date(scenario.clock, turn)), ""]
            rows += [" ".join(told), ""]
    return "\n".join([*rows, *_end(table)]).rstrip() + "\n"


def _title(scenario: Scenario) -> str:
    title = scenario.article.title or scenario.alliance.name or scenario.package.name
    return plain(fill_names(scenario, title))


def _lead(scenario: Scenario, header: Header) -> list[str]:
    lead = scenario.article.lead or scenario.package.text
    names = [scenario.actors[code].name for code in header.persons]
    rows = [plain(fill_names(scenario, lead)), ""] if lead else []
    return rows + ([say("chronicle.role", name=", ".join(names)), ""] if names else [])


def _sentences(table: Table, events: Iterable[Event]) -> Iterable[str]:
    scenario = table.book.scenario
    for event in events:
        if event.kind not in _KINDS and event.kind != "news":
            continue
        _, address = address_of(event)
        text = _history(find(scenario, address), event.kind)
        if text and not event.secret:
            text = text.replace("{date}", date(scenario.clock, event.turn))
            yield plain(closed(fill_names(scenario, text, event.by, event.to)))


def _history(thing: object, kind: str) -> str:
    """The sentence that a thing has for history; of several, the first."""
    history = getattr(thing, "history", "")
    if isinstance(history, Mapping):
        return str(history.get(kind, ""))
    if isinstance(history, tuple):
        return str(history[0]) if history else ""
    return str(history or "")


def _end(table: Table) -> list[str]:
    scenario, verdict = table.book.scenario, table.state.verdict
    if verdict is None:
        return []
    ending = scenario.endings[verdict.ending]
    text = " ".join([*ending.history, ending.text])
    return [say("chronicle.end"), "", plain(fill_names(scenario, text)), ""]


def plain(text: str) -> str:
    """The text with what Markdown would read as its own marked as plain."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in text)
