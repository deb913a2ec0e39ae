"""Verbs, incidents and what happens by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from csto_game.model.scenario import Incident, Option, Outcome, Rule, Verb
from csto_game.workshop.manual.page import Block, Part
from csto_game.workshop.manual.writing import Writing, constant, facts, paragraph


def verbs(w: Writing) -> Iterator[Part]:
    for verb in w.scenario.verbs.values():
        yield Part(verb.name, f"verb.{verb.id}", tuple(_verb(w, verb)), tuple(_below(w, verb)))


def incidents(w: Writing) -> Iterator[Part]:
    for card in w.scenario.incidents.values():
        blocks = tuple(_incident(w, card))
        yield Part(card.name, f"incident.{card.id}", blocks, tuple(_below(w, card)))


def rules(w: Writing) -> Iterator[Part]:
    for rule in w.scenario.rules.values():
        yield Part(rule.id.replace("_", " "), f"rule.{rule.id}", tuple(_rule(w, rule)))


def _verb(w: Writing, verb: Verb) -> Iterator[Block]:
    yield from paragraph(verb.text)
    amount = verb.amount
    yield from facts(
        ("who may", w.who(verb.by)),
        ("at whom", w.who(verb.target)),
        ("costs", w.prices(verb.cost)),
        ("amount", f"{w.value(amount.min)} to {w.value(amount.max)}" if amount else ""),
        ("not again for", f"{verb.cooldown} turns" if verb.cooldown else ""),
        ("once a game", "yes" if verb.once else ""),
        ("group", verb.group),
        ("warning", verb.warn),
        ("tags", ", ".join(verb.tags)),
    )
    yield from w.conditions("when", verb.when)
    yield from w.effects("do", verb.do)


def _incident(w: Writing, card: Incident) -> Iterator[Block]:
    yield from paragraph(card.text)
    yield from facts(
        ("who is dealt it", w.who(card.by) or "nobody: it is news"),
        ("about whom", w.who(card.target)),
        ("weight", w.value(constant(card.weight, 10))),
        ("chance a turn, per cent", w.value(constant(card.chance, 100))),
        ("dealt whenever it can", "yes" if card.forced else ""),
        ("once a game", {"seat": "each seat"}.get(card.once, "yes") if card.once else ""),
        ("not again for", f"{card.cooldown} turns" if card.cooldown else ""),
        ("time to answer", f"{card.lasts} turns" if card.lasts != 1 else ""),
        ("unanswered", card.default),
        ("tags", ", ".join(card.tags)),
        *((f"{name} says", text) for name, text in card.advice.items()),
    )
    yield from w.conditions("when", card.when)
    yield from w.effects("do", card.do)


def _rule(w: Writing, rule: Rule) -> Iterator[Block]:
    yield from paragraph(rule.text)
    yield from facts(
        ("phase", f"{rule.phase}, {rule.order}"),
        ("for each", w.who(rule.by)),
        ("chance, per cent", w.value(constant(rule.chance, 100))),
    )
    yield from w.conditions("when", rule.when)
    yield from w.effects("do", rule.do)


def _below(w: Writing, card: Verb | Incident) -> Iterator[Part]:
    for option in card.options.values():
        blocks = tuple(_option(w, option))
        yield Part(option.name, "", blocks, tuple(outcomes(w, option.outcomes)))
    yield from outcomes(w, card.outcomes)


def _option(w: Writing, option: Option) -> Iterator[Block]:
    yield from paragraph(option.text)
    yield from facts(("costs", w.prices(option.cost)), ("warning", option.warn))
    yield from w.conditions("when", option.when)
    yield from w.effects("do", option.do)


def outcomes(w: Writing, all_: Mapping[str, Outcome]) -> Iterator[Part]:
    """One of these comes of it."""
    for outcome in all_.values():
        title = f"May be: {outcome.id.replace('_', ' ')}"
        yield Part(title, "", tuple(_outcome(w, outcome)))


def _outcome(w: Writing, outcome: Outcome) -> Iterator[Block]:
    yield from facts(("weight", w.value(outcome.weight)))
    yield from paragraph(outcome.text)
    yield from w.conditions("when", outcome.when)
    yield from w.effects("do", outcome.do)
