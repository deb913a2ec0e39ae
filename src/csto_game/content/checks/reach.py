"""What nothing can reach: cards that are never dealt, outcomes without weight, idle ladders."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from csto_game.content.checks.circles import circles
from csto_game.content.checks.deeds import lines_of
from csto_game.content.checks.quiet import warn
from csto_game.content.locate import Address
from csto_game.content.structure import Reader
from csto_game.model.scenario import Crisis, Incident, Outcome, Scenario
from csto_game.model.tree import Const, Move

CODE = "unreachable"


def check_reach(reader: Reader, scenario: Scenario) -> None:
    """Only what can be proved: a weight written as 0, and no line that starts it."""
    started = {use.address for use in reader.report.things if use.how == "start"}
    raised = {use.address for use in reader.report.things if use.how == "raise"}
    _incidents(reader, scenario, started)
    _rounds(reader, scenario)
    _moves(reader, scenario, started)
    for crisis in scenario.crises.values():
        if f"crisis.{crisis.id}" in started and f"crisis.{crisis.id}" not in raised:
            _rungs(reader, crisis)


def _incidents(reader: Reader, scenario: Scenario, started: set[str]) -> None:
    for id_, incident in scenario.incidents.items():
        address = ("incident", id_)
        if not _is_dealt(incident) and f"incident.{id_}" not in started:
            which = "chance" if incident.chance == Const(0) else "weight"
            message = f"nothing starts incident.{id_}, and its {which} is 0"
            cure = f"{which} = 10, or: start incident.{id_} for …"
            warn(reader, address, CODE, message, hint=cure)
        _outcomes(reader, address, incident.outcomes)
        for option in incident.options.values():
            _outcomes(reader, (*address, "option", option.id), option.outcomes)
    for id_, verb in scenario.verbs.items():
        _outcomes(reader, ("verb", id_), verb.outcomes)
        for option in verb.options.values():
            _outcomes(reader, ("verb", id_, "option", option.id), option.outcomes)


def _is_dealt(incident: Incident) -> bool:
    never = incident.chance == Const(0) or incident.weight == Const(0)
    return incident.forced or not never


def _rounds(reader: Reader, scenario: Scenario) -> None:
    """Cards that only start one another: nothing from outside ever starts the round."""
    starters: dict[str, dict[str, None]] = {}
    for address, _, tree in reader.rules:
        for line in lines_of(tree):
            if isinstance(line.deed, Move) and line.deed.verb == "start":
                thing = f"{line.deed.kind}.{line.deed.thing}"
                starters.setdefault(thing, {})[".".join(address[:2])] = None
    idle = {f"incident.{id_}" for id_, card in scenario.incidents.items() if not _is_dealt(card)}
    dead = {thing: tuple(starters[thing]) for thing in sorted(idle & starters.keys())}
    while live := [thing for thing, by in dead.items() if any(other not in dead for other in by)]:
        for thing in live:
            del dead[thing]
    for circle in circles(dead):
        path = ("incident", circle[0].partition(".")[2])
        message = f"only {circle[0]} starts itself, and its weight is 0"
        if len(circle) > 1:
            message = f"{', '.join(circle)} only start one another, and nothing starts any of them"
        warn(reader, path, CODE, message, hint=f"weight = 10, or: start {circle[0]} for …")


def _outcomes(reader: Reader, path: Address, outcomes: Mapping[str, Outcome]) -> None:
    for id_, outcome in outcomes.items():
        if outcome.weight == Const(0):
            message = f"this can never happen: the weight of {id_} is 0"
            warn(reader, (*path, "outcome", id_), CODE, message, hint="another weight")


def _moves(reader: Reader, scenario: Scenario, started: set[str]) -> None:
    called = {rung.calls for crisis in scenario.crises.values() for rung in crisis.rungs.values()}
    idle = [
        *(("promise", id_) for id_ in scenario.promises),
        *(("crisis", id_) for id_ in scenario.crises),
        *(("mission", id_) for id_ in scenario.missions),
        *(
            ("motion", id_)
            for id_, motion in scenario.motions.items()
            if motion.by is None and id_ not in called
        ),
    ]
    for address in idle:
        name = ".".join(address)
        if name not in started:
            cure = f"start {name} …" + (", or a by" if address[0] == "motion" else "")
            warn(reader, address, CODE, f"nothing starts {name}", hint=cure)


def _rungs(reader: Reader, crisis: Crisis) -> None:
    rungs = list(crisis.rungs.values())
    for below, rung in pairwise(rungs):
        if below.up is None or below.up == Const(0):
            message = f"nothing leads up to {rung.id}"
            hint = f"up in rung {below.id}, or: raise crisis.{crisis.id}"
            warn(reader, ("crisis", crisis.id, "rung", rung.id), CODE, message, hint=hint)
            return
