"""``forecast crises``: where each crisis may stand in two turns, with this turn's orders and without them."""

from __future__ import annotations

from csto_game.model.scenario import Scenario
from csto_game.model.view import CrisisRow
from csto_game.plain.desk import Desk
from csto_game.rules.texts import date
from csto_game.session.climbing import Climbs, Steps, climbs
from csto_game.session.forecast import FORKS
from csto_game.text.catalog import say
from csto_game.text.numbers import in_sentence


def tell_crises(desk: Desk, forks: int = FORKS) -> None:
    """Ctrl-C ends the thinking, not the game: what there is, is told."""
    view = desk.view()
    crises = [(one.crisis, one.by, one.to) for one in view.crises]
    if not crises:
        desk.write(say("forecast.calm"))
        return
    table, forecaster = desk.match.table, desk.forecaster
    try:
        found = climbs(forecaster, table, desk.seat, crises, forks)
    except KeyboardInterrupt:
        found = climbs(forecaster, table, desk.seat, crises, forks, stop=lambda: True)
    if not found.n:
        desk.write(say("forecast.none"))
        return
    for one in view.crises:
        steps = found.of((one.crisis, one.by, one.to))
        if steps is not None:
            desk.write(*_lines(desk.scenario, one, found, steps))
    if not found.has_orders:
        desk.write(say("forecast.no_orders"))


def _lines(scenario: Scenario, crisis: CrisisRow, found: Climbs, steps: Steps) -> list[str]:
    """The gravest step first; those that came up in no game are left out."""
    lines = [
        say(
            "forecast.crisis",
            name=crisis.name,
            by=_name(scenario, crisis.by),
            to=_name(scenario, crisis.to),
            rung=crisis.rung,
            step=in_sentence(crisis.rungs[min(crisis.rung, len(crisis.rungs) - 1)]),
            turn=found.turn,
            date=date(scenario.clock, found.turn),
            n=found.n,
        )
    ]
    for step in range(max(len(steps.usual), len(steps.ordered)) - 1, -1, -1):
        usual, ordered = _at(steps.usual, step), _at(steps.ordered, step)
        if usual or ordered:
            lines.append(_step(crisis, step, usual, ordered, has_orders=bool(steps.ordered)))
    return lines + (_effect(steps) if steps.ordered else [])


def _step(crisis: CrisisRow, step: int, usual: int, ordered: int, *, has_orders: bool) -> str:
    end = "_ordered" if has_orders else ""
    facts = {"usual": usual, "ordered": ordered}
    if step == 0:
        return say(f"forecast.over_step{end}", **facts)
    name = in_sentence(crisis.rungs[min(step, len(crisis.rungs)) - 1])
    return say(f"forecast.step{end}", rung=step - 1, step=name, **facts)


def _effect(steps: Steps) -> list[str]:
    id = "forecast.effect" if steps.is_sure else "forecast.no_effect"
    effect, error = f"{steps.effect:+.1f}", f"{steps.error:.1f}"
    return [say(id, effect="0" if effect in ("+0.0", "-0.0") else effect, error=error)]


def _at(shares: tuple[int, ...], step: int) -> int:
    return shares[step] if step < len(shares) else 0


def _name(scenario: Scenario, code: str) -> str:
    actor = scenario.actors.get(code)
    return actor.name if actor else code
