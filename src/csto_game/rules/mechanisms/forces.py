"""The forces pool: units owned, pledged, sent, tired, lost.

Units are taken from pledges in order of rest; a tired unit (fatigue 100) does not go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from csto_game.model.rng import draw
from csto_game.model.state import Sortie, Troop
from csto_game.rules.code.arithmetic import divide
from csto_game.rules.outcomes import fall_out

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft

REST = 10
"""Fatigue that a turn at home takes away."""

SPENT = 100


def muster(draft: Draft, verb: str, unit: str, count: int, by: int, cause: int) -> None:
    """``gain|lose|pledge|withdraw unit.X n for A``."""
    count = max(0, min(count, 99))
    own = [t for t in draft.troops if t.owner == by and t.unit == unit]
    if verb == "gain":
        for _ in range(count):
            draft.serial += 1
            draft.troops = (*draft.troops, Troop(draft.serial, unit, by))
    elif verb == "lose":
        lost = {t.serial for t in sorted(own, key=lambda t: (t.pledged, t.serial))[:count]}
        draft.troops = tuple(t for t in draft.troops if t.serial not in lost)
    else:
        pledged = verb == "pledge"
        chosen = {t.serial for t in [t for t in own if t.pledged != pledged and not t.away][:count]}
        draft.troops = tuple(
            evolve(t, pledged=pledged) if t.serial in chosen else t for t in draft.troops
        )
    draft.note("mustered", cause, by, by, f"{verb} unit.{unit}")
    refresh(draft)


def strength(draft: Draft, troop: Troop, skill: str = "") -> int:
    """What the unit counts for; half (rounded up) without the asked skill."""
    unit = draft.book.scenario.units[troop.unit]
    return unit.strength if not skill or skill in unit.skill else (unit.strength + 1) // 2


def move(
    draft: Draft,
    verb: str,
    thing: str,
    by: int,
    to: int,
    wait: int,
    lasting: int | None,
    cause: int,
) -> None:
    """``start mission.X [for A] [to B]``: A asks the pool for it; ``end`` brings them home."""
    found = next(
        (s for s in draft.sorties if s.mission == thing and s.by == by and s.to == to), None
    )
    if verb == "start" and found is None:
        _send(draft, thing, by, to, lasting, cause)
    elif verb == "end" and found is not None:
        _home(draft, found, cause)


def running(draft: Draft, thing: str) -> list[tuple[int, int]]:
    """Who has asked for such a mission, and on whose ground."""
    return [(s.by, s.to) for s in draft.sorties if s.mission == thing]


def _send(draft: Draft, thing: str, by: int, to: int, lasting: int | None, cause: int) -> None:
    code = draft.book.missions[thing]
    wanted = code.needs(draft, by, to, draft.book.layout.none, 0)
    rested = sorted(
        (t for t in draft.troops if t.pledged and not t.away and t.fatigue < SPENT),
        key=lambda t: (t.fatigue, t.serial),
    )
    going: list[int] = []
    for troop in rested:
        if wanted <= 0:
            break
        going.append(troop.serial)
        wanted -= strength(draft, troop, code.mission.skill)
    if not going:
        draft.note("unmet", cause, by, to, code.address)
        return
    left = code.mission.lasts if lasting is None else lasting
    draft.sorties = (*draft.sorties, Sortie(thing, by, to, max(1, left), tuple(going)))
    draft.troops = tuple(evolve(t, away=True) if t.serial in going else t for t in draft.troops)
    draft.count(code.address, by, to)
    draft.note("sent", cause, by, to, code.address)
    refresh(draft)


def resolve(draft: Draft) -> None:
    """Each running mission: its effects, fatigue, and at its time the outcome and the way home."""
    none = draft.book.layout.none
    for sortie in draft.sorties:
        code = draft.book.missions[sortie.mission]
        if sortie not in draft.sorties:
            continue  # what befell another mission ended this one
        if code.do is not None:
            code.do(draft, sortie.by, sortie.to, none, 0)
        if sortie not in draft.sorties:
            continue
        draft.troops = tuple(
            evolve(t, fatigue=min(SPENT, t.fatigue + code.mission.wear))
            if t.serial in sortie.troops
            else t
            for t in draft.troops
        )
        if sortie.left > 1:
            draft.sorties = tuple(
                evolve(s, left=s.left - 1) if s is sortie else s for s in draft.sorties
            )
        else:
            fall_out(draft, code.outcomes, code.key, sortie.by, sortie.to, 0)
            _lose(draft, sortie)
            _home(draft, sortie, code.cause)


def _lose(draft: Draft, sortie: Sortie) -> None:
    code = draft.book.missions[sortie.mission]
    percent = code.losses(draft, sortie.by, sortie.to, draft.book.layout.none, 0)
    lost = {
        s
        for s in sortie.troops
        if draw(draft.stream, code.key, sortie.by, sortie.to, s) % 100 < percent
    }
    for troop in draft.troops:
        if troop.serial in lost:
            draft.note("lost", code.cause, troop.owner, sortie.to, f"unit.{troop.unit}")
    draft.troops = tuple(t for t in draft.troops if t.serial not in lost)


def _home(draft: Draft, sortie: Sortie, cause: int) -> None:
    draft.sorties = tuple(s for s in draft.sorties if s is not sortie and s != sortie)
    draft.troops = tuple(
        evolve(t, away=False) if t.serial in sortie.troops else t for t in draft.troops
    )
    draft.note("returned", cause, sortie.by, sortie.to, f"mission.{sortie.mission}")
    refresh(draft)


def rest(draft: Draft) -> None:
    """A turn at home."""
    if any(t.fatigue and not t.away for t in draft.troops):
        draft.troops = tuple(
            evolve(t, fatigue=max(0, t.fatigue - REST)) if t.fatigue and not t.away else t
            for t in draft.troops
        )
    if draft.troops:
        refresh(draft)


def refresh(draft: Draft) -> None:
    """Bring the built-in stats of the pool up to date."""
    book = draft.book
    power = book.unit_strength
    countries = book.layout.countries
    strength, pledged, deployed, fatigue, count = ([0] * (countries + 1) for _ in range(5))
    pool = 0
    for troop in draft.troops:
        own, weight = troop.owner, power[troop.unit]
        strength[own] += weight
        fatigue[own] += troop.fatigue
        count[own] += 1
        if troop.pledged:
            pledged[own] += weight
            if not troop.away:
                pool += weight
        if troop.away:
            deployed[own] += weight
    mean = [divide(tired, n) for tired, n in zip(fatigue, count, strict=True)]
    cause, base = book.forces_cause, book.layout.base
    for stat, numbers in (
        ("strength", strength), ("pledged", pledged), ("deployed", deployed), ("fatigue", mean),
    ):  # fmt: skip
        first = base[stat]
        for country in range(countries):
            if draft.v[first + country] != numbers[country]:
                draft.put(first + country, numbers[country], cause, country)
    draft.put(base["pool"], pool, cause)
