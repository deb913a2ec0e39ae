"""Events as sentences: one each, from the event's own text or from its kind."""

from __future__ import annotations

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.text.catalog import has, say
from csto_game.text.numbers import change_words, label, shown, stat_of
from csto_game.text.things import name_of


def event_sentence(scenario: Scenario, event: Event) -> str:
    """One sentence about one event."""
    if event.kind == "change":
        return _change(scenario, event)
    if event.text:
        return closed(event.text)
    facts = {
        "by": _actor(scenario, event.by),
        "to": _actor(scenario, event.to),
        "thing": name_of(scenario, event.cause.thing),
        "word": event.command.rpartition(" ")[2],
        "because": event.because,
        "label": label(scenario, event.path) if event.path else "",
    }
    id = f"event.{event.kind}"
    if event.kind == "used" and event.to and event.to != event.by:
        id = "event.used_to"
    return say(id if has(id) else "event.other", **facts)


def _change(scenario: Scenario, event: Event) -> str:
    stat = stat_of(scenario, event.path)
    facts = {
        "label": capital(label(scenario, event.path)),
        "change": change_words(stat, event.after - event.before),
        "after": shown(scenario, stat, event.after),
        "because": event.because,
    }
    id = "event.change" if stat is None or stat.holds == "number" else "event.became"
    return say(f"{id}_because" if event.because else id, **facts)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """The text with a full stop, if it has no end of its own."""
    return text if text.endswith((".", "!", "?", "…", "”")) else f"{text}."


def _actor(scenario: Scenario, code: str) -> str:
    actor = scenario.actors.get(code)
    return actor.name if actor else say("nobody")
