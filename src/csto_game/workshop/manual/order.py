"""The charter and its motions, promises, crises, forces, endings, and the sources of figures."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.model.scenario import Start
from csto_game.workshop.manual.cards import outcomes
from csto_game.workshop.manual.page import Block, Facts, Part, Words
from csto_game.workshop.manual.writing import Writing, facts, paragraph


def charter(w: Writing) -> Iterator[Part]:
    table = w.scenario.charter
    if table.name:
        yield Part(table.name, "", (Words(table.text), *facts(("signed", table.signed))))
    for organ in table.organs.values():
        rows = facts(
            ("seats", w.who(organ.seats)),
            ("votes of each", w.value(organ.votes)),
            ("needs", organ.needs),
            ("quorum", organ.quorum),
            ("meets every", f"{organ.every} turns" if organ.every > 1 else ""),
        )
        asked = (*w.conditions("sits when", organ.when), *w.conditions("veto", organ.veto))
        yield Part(organ.name, f"charter.organ.{organ.id}", (*rows, *asked))
    for clause in table.clauses.values():
        words = tuple((word, clause.text.get(word, "")) for word in clause.values)
        start = Facts((*words, ("at the start", clause.start)))
        yield Part(clause.name, f"charter.clause.{clause.id}", (start,))
    for office in table.offices.values():
        term = f"{office.term} turns" if office.term else "no end"
        rows = facts(("at the start", office.start), ("term", term), ("next", w.who(office.next)))
        yield Part(office.name, f"charter.office.{office.id}", tuple(rows))


def motions(w: Writing) -> Iterator[Part]:
    for motion in w.scenario.motions.values():
        rows = facts(
            ("organ", motion.organ),
            ("who may table it", w.who(motion.by)),
            ("about whom", w.who(motion.target)),
            ("costs", w.prices(motion.cost)),
            ("voters lean", w.value(motion.leaning)),
        )
        blocks: tuple[Block, ...] = (
            *paragraph(motion.text),
            *rows,
            *w.conditions("when", motion.when),
            *w.effects("do", motion.do),
            *w.effects("fails", motion.fails),
        )
        yield Part(motion.name, f"motion.{motion.id}", blocks)


def promises(w: Writing) -> Iterator[Part]:
    for promise in w.scenario.promises.values():
        blocks: tuple[Block, ...] = (
            *paragraph(promise.text),
            *facts(("who", w.who(promise.by)), ("to whom", w.who(promise.target))),
            *facts(("lasts", f"{promise.lasts} turns")),
            *w.conditions("keep", promise.keep),
            *w.effects("do", promise.do),
            *w.effects("kept", promise.kept),
            *w.effects("broken", promise.broken),
        )
        yield Part(promise.name, f"promise.{promise.id}", blocks)


def crises(w: Writing) -> Iterator[Part]:
    for crisis in w.scenario.crises.values():
        parties = facts(("between", w.who(crisis.by)), ("and", w.who(crisis.target)))
        blocks: tuple[Block, ...] = (*paragraph(crisis.text), *parties)
        yield Part(crisis.name, f"crisis.{crisis.id}", blocks, tuple(_rungs(w, crisis.id)))


def _rungs(w: Writing, crisis: str) -> Iterator[Part]:
    for number, rung in enumerate(w.scenario.crises[crisis].rungs.values(), 1):
        odds = facts(
            ("up", w.value(rung.up)),
            ("stay", w.value(rung.stay)),
            ("down", w.value(rung.down)),
            ("calls", f"motion.{rung.calls}" if rung.calls else ""),
        )
        blocks: tuple[Block, ...] = (
            *paragraph(rung.text),
            *odds,
            *w.effects("enter", rung.enter),
            *w.effects("do", rung.do),
        )
        yield Part(f"{number}. {rung.name}", "", blocks)


def forces(w: Writing) -> Iterator[Part]:
    for unit in w.scenario.units.values():
        rows = facts(("strength", unit.strength), ("skill", ", ".join(unit.skill)))
        blocks: tuple[Block, ...] = (*paragraph(unit.text), *rows)
        yield Part(unit.name, f"unit.{unit.id}", blocks)
    for mission in w.scenario.missions.values():
        rows = facts(
            ("needs", w.value(mission.needs)),
            ("skill", mission.skill),
            ("lasts", f"{mission.lasts} turns"),
            ("losses, per cent", w.value(mission.losses)),
        )
        told = (*paragraph(mission.text), *rows, *w.effects("do", mission.do))
        below = tuple(outcomes(w, mission.outcomes))
        yield Part(mission.name, f"mission.{mission.id}", told, below)


def endings(w: Writing) -> Iterator[Part]:
    for ending in w.scenario.endings.values():
        blocks: tuple[Block, ...] = (
            Words(ending.text),
            *facts(("for whom alone", w.who(ending.by)), ("bonus", w.value(ending.bonus))),
            *w.conditions("when", ending.when),
            *w.conditions("wins", ending.wins),
            *w.conditions("loses", ending.loses),
        )
        yield Part(ending.name, f"ending.{ending.id}", blocks)


def sources(w: Writing) -> Iterator[Part]:
    uses: dict[str, list[str]] = {}
    for path, start in _starts(w):
        for cite in start.cite:
            uses.setdefault(cite, []).append(path)
    for stat in w.scenario.stats.values():
        for cite in stat.cite:
            uses.setdefault(cite, []).append(f"stat.{stat.id}")
    for source in w.scenario.sources.values():
        rows = facts(
            ("where", source.link),
            ("licence", source.licence),
            ("cited by", ", ".join(uses.get(source.id, ()))),
        )
        yield Part(source.name, f"source.{source.id}", tuple(rows))


def _starts(w: Writing) -> Iterator[tuple[str, Start]]:
    scenario = w.scenario
    owners = {"world": scenario.world_start, "alliance": scenario.alliance.start}
    owners |= {code: actor.start for code, actor in scenario.actors.items()}
    owners |= {f"{a}.{b}": starts for (a, b), starts in scenario.relations.items()}
    for owner, starts in owners.items():
        for stat, start in starts.items():
            yield f"{owner}.{stat}", start
