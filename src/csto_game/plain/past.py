"""``past``: numbers, leanings, votes, points and crises from the first turn on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from csto_game.model.scenario import Scenario
from csto_game.plain.desk import Desk
from csto_game.session.annals import Annalist, Annals
from csto_game.session.annals.words import (
    corner_lines,
    countries_lines,
    crisis_lines,
    goal_lines,
    happened_lines,
    leaning_lines,
    number_lines,
    vote_lines,
)
from csto_game.session.hindsight import Hindsight
from csto_game.session.numbers import find, own_path
from csto_game.text.catalog import say
from csto_game.text.examples import examples
from csto_game.text.forecast import number, own_label

_OPEN: Mapping[str, Callable[[Scenario, Annals], list[str]]] = {
    "leanings": corner_lines,
    "votes": vote_lines,
    "goal": goal_lines,
    "crises": crisis_lines,
}


def ask_past(desk: Desk, rest: str) -> None:
    """``past unrest``, ``past ARM``, ``past votes``. Raises GameError for a number there is not."""
    word = rest.strip()
    if word.lower() == "odds":
        desk.write(*_odds(desk))
        return
    scenario, annals = desk.scenario, Annalist(desk.match.table, desk.seat).annals()
    if not word:
        desk.write(say("past.head", **examples(desk.view())))
    elif word.lower() in _OPEN:
        desk.write(*_OPEN[word.lower()](scenario, annals))
    elif word.upper() in annals.moments[-1].shares or _is_country(scenario, word.upper()):
        code = word.upper()
        lines = leaning_lines(scenario, annals, code) + happened_lines(annals, code)
        desk.write(*lines)
    else:
        path = own_path(desk.match.book, word, desk.seat)
        place = find(desk.match.book, path)
        stat = place.stat
        if place.toward is not None or stat.holds != "number":
            desk.complain(say("past.not_kept", path=path))
            return
        lines = number_lines(scenario, annals, path)
        if stat.owner == ("country",):
            lines += countries_lines(scenario, annals, stat.id)
        desk.write(*lines)


def _odds(desk: Desk) -> list[str]:
    """What was to be expected of the last turn, and what came of it; how often the bands held."""
    scenario, found = desk.scenario, Hindsight(desk.match.table, desk.seat)
    judged = [turn for one in found.turns() if (turn := found.judge(one))]
    if not judged:
        return [say("past.no_odds")]
    lines = []
    for row in judged[0].outcomes:
        low, high, fact = (
            number(scenario, row.path, value) for value in (row.low, row.high, row.fact)
        )
        label = own_label(scenario, desk.seat, row.path)
        side = say("past.odds_above" if row.side > 0 else "past.odds_below") if row.side else ""
        lines.append(say("past.odds", label=label, low=low, high=high, fact=fact, side=side))
    held, every = sum(turn.held for turn in judged), sum(len(turn.outcomes) for turn in judged)
    percent = 100 * held // max(every, 1)
    return [*lines, say("past.odds_held", count=len(judged), percent=percent)]


def _is_country(scenario: Scenario, code: str) -> bool:
    return code in scenario.actors and scenario.actors[code].kind == "country"
