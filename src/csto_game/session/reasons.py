"""Refusals with all that is known about them: names, the rule in words, what would work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from csto_game.content.nearest import nearest
from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.rules import Book, options
from csto_game.session.written import written
from csto_game.text.catalog import say
from csto_game.text.conditions import condition_words
from csto_game.text.numbers import figure, stat_of
from csto_game.text.refusals import refusal_sentence
from csto_game.text.things import find, name_of

MOST_OPEN = 8


def explain(
    book: Book, state: State, refusal: Refusal, seat: str = "", command: Command | None = None
) -> str:
    """The refusal as a sentence: why not, and what would work. ``command`` is what was refused."""
    seat = seat or book.layout.codes[state.active]
    facts = {"by": seat} | {name: text for name, text in refusal.facts if text}
    if command is not None and command.target:
        facts.setdefault("target", command.target)
    for name, add in _ADD.items():
        if name in facts:
            facts |= add(book, refusal.code, facts)
    if refusal.code == "needs_option" and facts.get("thing", "").startswith("incident."):
        words = facts.get("options", "").split()
        facts["answers"] = say("why.and").join(f"{n} {word}" for n, word in enumerate(words, 1))
    if refusal.code in ("needs_target", "bad_target"):
        facts["open"] = _open_targets(book, state, seat, facts.get("thing", ""))
    return refusal_sentence(Refusal(refusal.code, tuple(facts.items()), refusal.instead))


Facts = Mapping[str, str]


def _thing(book: Book, code: str, facts: Facts) -> dict[str, str]:
    address = facts["thing"]
    if "." not in address:
        return {}
    seat = facts.get("target", "")
    rule = _rule(book, code, address, facts["by"], seat)
    return {"name": name_of(book.scenario, address, facts["by"], seat), "rule": rule}


def _rule(book: Book, code: str, address: str, by: str, to: str) -> str:
    """The condition that does not hold, in words."""
    scenario = book.scenario
    rule = getattr(find(scenario, address), _PART_OF.get(code, ""), None)
    if rule is None:
        return ""
    return condition_words(scenario, rule, partial(written, scenario), by, to)


_PART_OF: Mapping[str, str] = {
    "not_for_you": "by",
    "bad_target": "target",
    "condition": "when",
    "option_condition": "when",
    "not_sitting": "when",
}


def _stat(book: Book, code: str, facts: Facts) -> dict[str, str]:
    stat = stat_of(book.scenario, facts["stat"])
    if stat is None:
        return {}
    numbers = {
        name: figure(stat, int(facts[name]))
        for name in ("needs", "have")
        if facts.get(name, "").lstrip("-").isdigit()
    }
    return {"stat_name": stat.name, **numbers}


def _word(book: Book, code: str, facts: Facts) -> dict[str, str]:
    known = {
        "unknown_motion": book.scenario.motions,
        "unknown_target": book.scenario.actors,
        "unknown_word": (*book.scenario.verbs, "option", "table", "vote", "end"),
    }.get(code, ())
    return {"near": nearest(facts["word"], known) or ""}


def _actor(name: str) -> Callable[[Book, str, Facts], dict[str, str]]:
    def add(book: Book, code: str, facts: Facts) -> dict[str, str]:
        actor = book.scenario.actors.get(facts[name])
        return {f"{name}_name": actor.name if actor else facts[name]}

    return add


_ADD: Mapping[str, Callable[[Book, str, Facts], dict[str, str]]] = {
    "thing": _thing,
    "stat": _stat,
    "word": _word,
    "active": _actor("active"),
    "target": _actor("target"),
}


def _open_targets(book: Book, state: State, seat: str, address: str) -> str:
    kind, _, id = address.partition(".")
    wanted = {"verb": "verb", "motion": "table"}.get(kind, "")
    found = [c.target for c in options(book, state, seat) if _is(c, wanted, id)]
    return ", ".join(list(dict.fromkeys(found))[:MOST_OPEN]) or say("refusal.nobody")


def _is(command: Command, kind: str, id: str) -> bool:
    return command.kind == kind and command.thing == id and bool(command.target)
