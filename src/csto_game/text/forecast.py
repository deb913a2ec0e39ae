"""Forecasts in words: bands as “8 of 10”, chances in percent, never a bare number as if it were sure."""

from __future__ import annotations

from csto_game.model.scenario import Scenario
from csto_game.text.catalog import say
from csto_game.text.events import capital
from csto_game.text.numbers import change_words, label, shown, stat_of
from csto_game.text.things import name_of


def band_sentence(
    scenario: Scenario,
    path: str,
    now: int,
    band: tuple[int, int, int],
    before: tuple[int, int, int] | None = None,
) -> str:
    """One number at the horizon; with ``before``, beside its band without the command."""
    low, half, high = (number(scenario, path, value) for value in band)
    facts = {"label": band_label(scenario, path), "now": number(scenario, path, now)}
    if low == high == facts["now"] and before in (None, band):
        return say("forecast.same", **facts)
    facts |= {"low": low, "half": half, "high": high}
    if before is None:
        return say("forecast.band", **facts)
    words = [number(scenario, path, value) for value in before]
    facts |= dict(zip(("low_before", "half_before", "high_before"), words, strict=True))
    return say("forecast.band_after", **facts)


def band_label(scenario: Scenario, path: str) -> str:
    """What a band is of: a number's label, or the points."""
    return say("forecast.points") if "." not in path else capital(label(scenario, path))


def own_label(scenario: Scenario, seat: str, path: str) -> str:
    """The same for one seat: its own numbers need no country."""
    owner, _, stat = path.partition(".")
    if owner == seat and stat in scenario.stats:
        return capital(scenario.stats[stat].name)
    return band_label(scenario, path)


def number(scenario: Scenario, path: str, value: int) -> str:
    """A number of a band as a player reads it."""
    return shown(scenario, stat_of(scenario, path), value)


def ending_words(scenario: Scenario, ending: str, chance: int) -> str:
    """An ending and its chance; "" is play going on."""
    found = scenario.endings.get(ending)
    name = found.name if found else ending.replace("_", " ") or say("forecast.going_on")
    return say("forecast.ending", name=name, chance=chance)


def driver_words(
    scenario: Scenario, path: str, what: str, chance: int, effect: int, error: int
) -> str:
    """What parts forks, and by how much: ``left ARM``, or an address of the scenario."""
    stat = stat_of(scenario, path)
    facts = {"change": change_words(stat, effect), "error": number(scenario, path, error)}
    return say("forecast.driver", what=fact_words(scenario, what), chance=chance, **facts)


def fact_words(scenario: Scenario, fact: str) -> str:
    """A fact of a fork: ``left ARM``, ``joined KAZ``, ``crisis.karabakh``."""
    kind, _, code = fact.partition(" ")
    if code:
        return say(f"forecast.{kind}", name=scenario.actors[code].name)
    return capital(name_of(scenario, fact))
