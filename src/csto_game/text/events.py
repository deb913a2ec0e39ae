"""Events as sentences, one each.

An event's text is an address, perhaps with a word before it (``yes motion.bind``), or plain words.
"""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.text.catalog import has, say, word
from csto_game.text.numbers import change_words, label, shown, stat_of
from csto_game.text.things import find, name_of, text_of

_WORDS: Mapping[str, tuple[str, ...]] = {
    "news": ("news", "history"),
    "passed": ("news",),
    "raised": ("news",),
    "befell": ("history",),
    "outcome": ("text",),
}
"""Which of a thing's own texts tell what happened, by kind, the best first. A rung's news tells how it
was climbed; on the way down it would be told as if things grew worse."""
_ENDS = (".", "!", "?", "…")


def event_sentence(scenario: Scenario, event: Event, seat: str = "") -> str:
    """One sentence about one event; to the seat that something befell, with what was seen there."""
    if event.kind == "change":
        return once_ended(_change(scenario, event))
    told = _told(scenario, event)
    if told:
        return closed(capital(told)) + _seen(scenario, event, seat)
    return once_ended(capital(say(_wording(scenario, event), **_facts(scenario, event))))


def has_words(scenario: Scenario, event: Event) -> bool:
    """Whether there is something to say: an outcome without a text of its own is only numbers."""
    return event.kind != "outcome" or bool(_told(scenario, event))


def address_of(event: Event) -> tuple[str, str]:
    """The word before an event's address ("" if none) and the address."""
    word, _, address = event.text.rpartition(" ")
    return word, address or event.cause.thing


def _told(scenario: Scenario, event: Event) -> str:
    """What the scenario itself says of it, or ""."""
    _, address = address_of(event)
    if event.text and event.kind != "later" and find(scenario, address) is None:
        return event.text if " " in event.text else ""
    for key in _WORDS.get(event.kind, ()):
        words = text_of(scenario, address, event.by, event.to, key=key)
        if words:
            return _of_what(scenario, event, words)
    return ""


def _of_what(scenario: Scenario, event: Event, words: str) -> str:
    """What came of a deed, after the deed: its own text seldom says of what, or whose."""
    if event.kind != "outcome":
        return words
    whole, _, _ = address_of(event)[1].partition(".outcome.")
    card = closed(name_of(scenario, whole.partition(".option.")[0], event.by, event.to))
    if event.by not in scenario.actors:
        return say("event.outcome_alone", card=card, thing=words)
    return say("event.outcome_of", by=_actor(scenario, event.by), card=card, thing=words)


def _seen(scenario: Scenario, event: Event, seat: str) -> str:
    """What a card that asks nothing tells whoever it befell, after a space; or ""."""
    if event.kind != "befell" or not seat or event.by != seat:
        return ""
    text = text_of(scenario, address_of(event)[1], event.by, event.to)
    return f" {text}" if text else ""


def _wording(scenario: Scenario, event: Event) -> str:
    id = f"event.{event.kind}"
    if event.kind == "later" and _due(event)[1] != "1":
        return f"{id}_often"
    if event.to and event.to not in (event.by, "none") and has(f"{id}_to"):
        return f"{id}_to"
    if event.by in scenario.actors and has(f"{id}_by"):
        return f"{id}_by"
    if has(f"{id}_{address_of(event)[0]}"):
        return f"{id}_{address_of(event)[0]}"
    return id if has(id) else "event.other"


def _facts(scenario: Scenario, event: Event) -> dict[str, str]:
    named, address = address_of(event)
    kind, _, rest = address.partition(".option.")
    card = name_of(scenario, kind, event.by, event.to)
    turn, count = _due(event)
    stat = stat_of(scenario, event.path) if event.path else None
    return {
        "by": _actor(scenario, event.by),
        "to": _actor(scenario, event.to),
        "thing": name_of(scenario, address, event.by, event.to),
        "card": card if rest else "",
        "word": word(named),
        "because": event.because or name_of(scenario, event.cause.thing, event.by, event.to),
        "label": label(scenario, event.path) if event.path else "",
        "change": change_words(stat, event.asked),
        "turn": turn,
        "count": count,
    }


def _due(event: Event) -> tuple[str, str]:
    """From which turn on, and how many times, what was set for later happens."""
    turn, _, count = event.text.partition(" ") if event.kind == "later" else ("", "", "")
    return turn, count


def _change(scenario: Scenario, event: Event) -> str:
    stat = stat_of(scenario, event.path)
    is_number = stat is not None and stat.holds == "number"
    if stat is None:
        # A flag: its number is only the turn in which it ends.
        return capital(say("event.flag", label=label(scenario, event.path)))
    facts = {
        "label": capital(label(scenario, event.path)),
        "change": change_words(stat, event.after - event.before),
        "after": shown(scenario, stat, event.after),
        "because": event.because,
    }
    id = "event.change" if is_number else "event.became"
    return say(f"{id}_because" if event.because else id, **facts)


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def closed(text: str) -> str:
    """The text with a full stop, if it has no end of its own."""
    return text if text.endswith((*_ENDS, "”")) else f"{text}."


def once_ended(text: str) -> str:
    """The text without the sentence's own full stop where what was put in ended by itself."""
    return text[:-1] if text.endswith(tuple(f"{end}." for end in _ENDS)) else text


def _actor(scenario: Scenario, code: str) -> str:
    actor = scenario.actors.get(code)
    return actor.name if actor else say("word.nobody")
