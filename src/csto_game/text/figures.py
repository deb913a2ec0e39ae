"""Figures of a View as phrases: label, value, word and change."""

from __future__ import annotations

from collections.abc import Iterable

from csto_game.model.scenario import Scenario
from csto_game.model.view import Figure, Member
from csto_game.text.catalog import say, word
from csto_game.text.numbers import change_words

LARGE = 8
"""Per cent of its range by which a number changes much."""


def figure_words(scenario: Scenario, figure: Figure) -> str:
    """``silver 6.0 marks, up 1.5``."""
    stat = scenario.stats.get(figure.stat)
    facts = {
        "label": figure.label,
        "shown": figure.shown,
        "word": figure.word,
        "change": change_words(stat, figure.change),
    }
    id = "now.figure"
    if figure.known and figure.change:
        id += "_change"
    if figure.known and figure.word and figure.word != figure.shown:
        id += "_word"
    return say(id, **facts)


def figures_line(scenario: Scenario, figures: Iterable[Figure]) -> str:
    """Several figures as one sentence."""
    return say("now.figures", figures="; ".join(figure_words(scenario, f) for f in figures))


def member_line(scenario: Scenario, member: Member) -> str:
    """A country's row of the table as one sentence."""
    shown = [member.figures[stat] for stat in member.table if stat in member.figures]
    parts = [figure_words(scenario, figure) for figure in shown]
    lean = lean_words(scenario, member)
    if lean:
        parts.append(lean)
    facts = {
        "code": member.code,
        "name": member.name,
        "status": word(member.membership),
        "figures": "; ".join(parts),
    }
    if not parts:
        return say("now.row_bare", **facts)
    return say("now.row" if member.membership == "member" else "now.row_status", **facts)


def member_changes(scenario: Scenario, member: Member) -> str:
    """What has changed much in a country's row of the table; "" if nothing has."""
    shown = [member.figures[stat] for stat in member.table if stat in member.figures]
    parts = [figure_words(scenario, f) for f in shown if f.known and _is_large(f)]
    if not parts:
        return ""
    return say("now.row", code=member.code, name=member.name, figures="; ".join(parts))


def _is_large(figure: Figure) -> bool:
    return 100 * abs(figure.change) >= LARGE * max(1, figure.high - figure.low)


def is_at_rest(scenario: Scenario, figure: Figure) -> bool:
    """Whether there is nothing to tell: a number that is 0 or lies at its end, nobody in an office."""
    stat = scenario.stats.get(figure.stat)
    if figure.change:
        return False
    if stat is not None and stat.holds != "number":
        return stat.built_in or (stat.holds == "actor" and figure.shown == say("word.nobody"))
    return figure.value == 0 or (figure.value == figure.low < 0)


def lean_words(scenario: Scenario, member: Member) -> str:
    """The pole that a country leans to most, with its share; "" where there are no poles."""
    if not member.lean.shares:
        return ""
    pole, share = max(member.lean.shares, key=lambda pair: pair[1])
    actor = scenario.actors.get(pole)
    return say("now.lean", pole=actor.name if actor else word(pole), share=(share + 5) // 10)
