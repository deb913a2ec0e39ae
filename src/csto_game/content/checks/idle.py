"""What is there for nothing: stats nobody reads or sees, verbs nobody can use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from csto_game.content.checks.deeds import lines_of, values_of
from csto_game.content.checks.quiet import warn
from csto_game.content.structure import Reader
from csto_game.model.scenario import Motion, Option, Scenario, Stat, Verb
from csto_game.model.tree import Change, Read, Value, Who

_SHOWN = re.compile(r"\{([\w.]+)\}")


def check_idle(reader: Reader, scenario: Scenario) -> None:
    """Only what can be proved: no rule, no text and no screen looks at it."""
    hidden = [stat for stat in scenario.stats.values() if _is_hidden(stat)]
    read = _read(reader, scenario) if hidden else set()
    for stat in hidden:
        if stat.id not in read and not _told(reader, stat.id):
            message = f"nothing reads {stat.id}, and it is not shown"
            hint = 'show = "page", or leave it out'
            warn(reader, ("stat", stat.id), "unread", message, hint=hint, part="id")
    moves = _membership_moves(reader)
    for id_, verb in scenario.verbs.items():
        why = _nobody(verb.by, scenario, moves=moves)
        if why:
            message = f"nobody can use verb.{id_}"
            address = ("verb", id_)
            warn(reader, address, "unusable", message, why=why, hint="another by", part="id")


def _is_hidden(stat: Stat) -> bool:
    return not stat.built_in and stat.show == "hidden" and not stat.layer


def _read(reader: Reader, scenario: Scenario) -> set[str]:
    """Stats that some rule looks at, or a cost takes from."""
    found = {
        value.stat
        for _, _, tree in reader.rules
        for value in values_of(tree)
        if isinstance(value, Read)
    }
    for stat in scenario.stats.values():
        if not isinstance(stat.seen, str):
            found |= {value.stat for value in values_of(stat.seen) if isinstance(value, Read)}
    for cost in _costs(scenario):
        found |= {name.rpartition(".")[2] for name in cost}
    return found


def _costs(scenario: Scenario) -> Iterable[Mapping[str, Value]]:
    payers: list[Verb | Motion | Option] = [*scenario.verbs.values(), *scenario.motions.values()]
    payers += [option for verb in scenario.verbs.values() for option in verb.options.values()]
    payers += [option for card in scenario.incidents.values() for option in card.options.values()]
    return [payer.cost for payer in payers]


def _told(reader: Reader, stat: str) -> bool:
    """Does some text show the number?"""
    return any(
        found[1].rpartition(".")[2] == stat
        for page in reader.world.pages
        for found in _SHOWN.finditer(page.text)
    )


def _membership_moves(reader: Reader) -> bool:
    """Can a country come to be a member, or cease to be one?"""
    return any(
        isinstance(line.deed, Change) and line.deed.place.stat == "membership"
        for _, _, tree in reader.rules
        for line in lines_of(tree)
    )


def _nobody(by: Who, scenario: Scenario, *, moves: bool) -> str:
    """Why the phrase names nobody who acts; "" if it may name somebody."""
    actors = scenario.actors
    if by.noun is None:
        idle = [code for code in by.codes if actors[code].kind == "power" and not actors[code].ai]
        if len(idle) < len(by.codes):
            return ""
        return f"{', '.join(idle)} has no leader: a power acts only if it has an ai"
    if by.noun == "power":
        led = any(actor.kind == "power" and actor.ai for actor in actors.values())
        return "" if led else "no power has a leader (ai)"
    members = [a.membership == "member" for a in actors.values() if a.kind == "country"]
    if not members:
        return "there are no countries"
    if by.noun in {"member", "outsider"} and not moves and (by.noun == "member") not in members:
        return f"there is no {by.noun}, and nothing changes membership"
    return ""
