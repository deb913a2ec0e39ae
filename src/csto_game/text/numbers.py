"""Numbers as a player reads them: decimals, units, words of choices, and changes in words."""

from __future__ import annotations

from csto_game.model.scenario import Scenario, Stat
from csto_game.text.catalog import say

MINUS = "−"


def stat_of(scenario: Scenario, path: str) -> Stat | None:
    """The stat at the end of a path such as ``KAZ.CHN.trust``; None if there is none."""
    parts = path.split(".")
    name = parts[-1]
    if len(parts) == 3 and name in ("kept", "broken"):
        name = f"{name}_to"
    return scenario.stats.get(name)


def figure(stat: Stat | None, value: int) -> str:
    """The digits alone: ``415`` with one decimal is ``41.5``."""
    decimals = stat.decimals if stat else 0
    sign = "-" if value < 0 else ""
    if not decimals:
        return f"{sign}{abs(value)}"
    whole, rest = divmod(abs(value), 10**decimals)
    return f"{sign}{whole}.{rest:0{decimals}d}"


def shown(scenario: Scenario, stat: Stat | None, value: int) -> str:
    """The value as a player reads it: with unit, as a word of a choice, or as an actor's name."""
    if stat is None or stat.holds == "number":
        unit = stat.unit if stat else ""
        return figure(stat, value) + (unit if unit in ("", "%", "‰") else f" {unit}")
    if stat.holds == "choice":
        return stat.word(value) or say("word.nobody")
    codes = list(scenario.actors)
    return scenario.actors[codes[value]].name if 0 <= value < len(codes) else say("word.nobody")


def change_words(stat: Stat | None, change: int) -> str:
    """``up 3``, ``down 1.5``, ``unchanged``."""
    if not change:
        return say("change.none")
    id = "change.up" if change > 0 else "change.down"
    return say(id, amount=figure(stat, abs(change)))


def signed(stat: Stat | None, change: int) -> str:
    """``+3``, ``−1.5``, for tables."""
    return f"{'+' if change >= 0 else MINUS}{figure(stat, abs(change))}"


def label(scenario: Scenario, path: str) -> str:
    """A path in words: ``Kazakhstan, unrest``; ``Armenia towards Russia, trust``."""
    stat = stat_of(scenario, path)
    name = in_sentence(stat.name) if stat else path.rpartition(".")[2]
    owners = path.split(".")[:-1]
    if owners == ["world"]:
        return say("label.world", stat=name)
    names = [_owner(scenario, code) for code in owners]
    if len(names) == 2 and owners[0] != "place":
        return say("label.pair", owner=names[0], other=names[1], stat=name)
    return say("label.one", owner=names[-1], stat=name)


def _owner(scenario: Scenario, code: str) -> str:
    if code == "alliance":
        return scenario.alliance.short or scenario.alliance.name or say("label.alliance")
    if code in scenario.places:
        return scenario.places[code].name
    actor = scenario.actors.get(code)
    return actor.name if actor else code


def in_sentence(name: str) -> str:
    """A stat's name within a sentence; what is all capitals, such as GDP, stays."""
    first = name.partition(" ")[0]
    # Capitals further on are no beginning of a sentence: GDP, Secretary-General.
    return name if first[1:] != first[1:].lower() else name[:1].lower() + name[1:]
