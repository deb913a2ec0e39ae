"""What a player would read of a card or a verb, with what each choice would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.model.view import CardRow, Preview, VerbRow
from csto_game.rules import preview, view
from csto_game.text.catalog import say
from csto_game.text.choices import card_lines, verb_lines
from csto_game.text.events import event_sentence
from csto_game.text.preview import preview_lines
from csto_game.text.things import fill_names
from csto_game.workshop.preview.stage import Odds, Stage

WIDEST = 78
MOST_COMMANDS = 8


def incident_lines(stage: Stage, incident: str) -> list[str]:
    """The card; what dealing it did; each answer with its effects."""
    scenario = stage.book.scenario
    seen = view(stage.book, stage.state, stage.seat if stage.seat != "none" else _first(stage))
    card = next((card for card in seen.cards if card.incident == incident), None)
    head = "preview.news" if stage.seat == "none" else "preview.for"
    rows = [say(head, seat=stage.seat, date=seen.date), *stage.notes, ""]
    rows += card_lines(scenario, card) if card else _news(scenario, stage, incident)
    changes = [event for event in stage.events if event.kind == "change"]
    if changes:
        rows += ["", say("preview.dealt"), *_sentences(scenario, changes)]
    if stage.odds:
        rows += ["", *_odds(stage.odds)]
    rows += _answers(stage, card) if card else []
    return list(_wrapped(rows))


def verb_page(stage: Stage, verb: str) -> list[str]:
    """The verb, and what it would do at each target."""
    scenario = stage.book.scenario
    seen = view(stage.book, stage.state, stage.seat)
    row = next((row for row in seen.verbs if row.id == verb), None)
    rows = [say("preview.for", seat=stage.seat, date=seen.date), *stage.notes, ""]
    if row is None:
        return list(_wrapped([*rows, say("preview.never", seat=stage.seat)]))
    rows += [*verb_lines(scenario, row), *(text for text in (row.text, row.warn) if text)]
    rows += _uses(stage, row)
    return list(_wrapped(rows))


def _first(stage: Stage) -> str:
    return stage.book.layout.codes[stage.book.seats[0]]


def _news(scenario: Scenario, stage: Stage, incident: str) -> list[str]:
    card = scenario.incidents[incident]
    by = "" if stage.seat == "none" else stage.seat
    return [fill_names(scenario, card.name, by), fill_names(scenario, card.text, by)]


def _sentences(scenario: Scenario, events: Iterable[Event]) -> list[str]:
    return [f"  {event_sentence(scenario, event)}" for event in events]


def _odds(odds: Odds) -> Iterator[str]:
    total = sum(weight for _, weight in odds) or 1
    for code, weight in odds:
        id = code.address.rpartition(".")[2].replace("_", " ")
        yield say("preview.odds", chance=round(100 * weight / total), name=id)


def _answers(stage: Stage, card: CardRow) -> Iterator[str]:
    for option in card.options:
        yield ""
        yield say("preview.choice", words=option.command.words, name=option.name)
        yield from _effects(stage, preview(stage.book, stage.state, option.command))


def _uses(stage: Stage, row: VerbRow) -> Iterator[str]:
    for command in row.commands[:MOST_COMMANDS]:
        foreseen = preview(stage.book, stage.state, command)
        yield ""
        yield say("preview.choice", words=command.words, name=foreseen.name)
        yield from _effects(stage, foreseen)
    if len(row.commands) > MOST_COMMANDS:
        yield ""
        yield say("preview.more", count=len(row.commands) - MOST_COMMANDS)


def _effects(stage: Stage, foreseen: Preview) -> Iterator[str]:
    for line in preview_lines(stage.book.scenario, foreseen):
        yield f"  {line}"


def _wrapped(rows: Iterable[str]) -> Iterator[str]:
    for row in rows:
        indent = row[: len(row) - len(row.lstrip())]
        yield from wrap(row, WIDEST, subsequent_indent=f"{indent}  ") or [""]
