"""Scenarios and saves of this machine, as the title and its pages offer them."""

from __future__ import annotations

from pathlib import Path

from attrs import define, evolve

from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.content.shelf import mods_for
from csto_game.machine.finding import Finding, Here
from csto_game.model.scenario import Role, Scenario
from csto_game.places import Home
from csto_game.places import mods as shipped_mods
from csto_game.places import scenarios as shipped
from csto_game.session.bookmarks import FILE as LESSONS
from csto_game.session.bookmarks import Bookmarks, game_key
from csto_game.session.leaders import HUMAN
from csto_game.session.library import SaveRow, free_branch, saves
from csto_game.session.match import Match
from csto_game.session.recover import recover, survey
from csto_game.session.timeline import branch
from csto_game.session.worlds import World, each_world, finder, fitting, open_world
from csto_game.ui.atlas import load_atlas
from csto_game.ui.mapping import Mapper
from csto_game.ui.match import Playable
from csto_game.ui.offers import Damage, ModOffer, Offer, Opened, RoleOffer, Saved, Setup, Trouble
from csto_game.ui.playing import Playing
from csto_game.ui.sitting import Sitting
from csto_game.ui.words import say


@define
class HomeShelf:
    """Packages that ship with the game, and those in the player's folder."""

    home: Home

    @property
    def folders(self) -> tuple[Path, ...]:
        return (shipped(), shipped_mods(), self.home.packages)

    @property
    def marks(self) -> Bookmarks:
        return Bookmarks(self.home.settings / LESSONS)

    def offers(self) -> tuple[Offer, ...]:
        # One world after the other: together they would need as much memory as a game.
        there = map(_offer, each_world(self.folders, self.home.cache))
        return tuple(evolve(offer, mods=self._mods(offer)) for offer in there)

    def _mods(self, offer: Offer) -> tuple[ModOffer, ...]:
        """Mods that say they fit, each loaded with its scenario to see whether it does."""
        if offer.is_broken:
            return ()
        found = []
        for one in mods_for(offer.id, self.folders):
            problems = fitting(Path(offer.place), (one.path,), self.folders, self.home.cache)
            bad = tuple(_trouble(p) for p in problems if p.severity == "error")
            found.append(ModOffer(one.id, one.name, one.text, str(one.path), bad))
        return tuple(found)

    def saves(self) -> tuple[Saved, ...]:
        return tuple(_saved(row) for row in saves(self.home.saves))

    def begin(self, setup: Setup) -> Opened:
        opened = open_world(setup.offer.place, self.folders, setup.mods, self.home.cache)
        match = Match.new(
            opened.book,
            dict.fromkeys(setup.persons, HUMAN),
            setup.seed,
            folder=self.home.saves,
            difficulty=setup.difficulty,
            place=opened.place,
            mods=opened.mods,
        )
        self.marks.forget(game_key(match.header))
        return opened_at(match, marks=self.marks)

    def resume(self, path: Path) -> Opened:
        match = Match.resume(path, finder(self.folders, self.home.cache))
        return opened_at(match, marks=self.marks)

    def reword(self, match: Playable) -> Mapper | None:
        if not isinstance(match, Playing) or match.is_posted or match.match.path is None:
            return None
        found = Match.resume(match.match.path, finder(self.folders, self.home.cache))
        match.take(found)
        return Mapper(load_atlas(found.book.scenario))

    def examine(self, here: Here) -> tuple[Finding, ...]:
        from csto_game.machine.doctor import examine  # noqa: PLC0415  # it knows all that reads rules

        return examine(here)

    def branch(self, path: Path, turn: int | None, name: str) -> Opened:
        old = Match.resume(path, finder(self.folders, self.home.cache))
        match = branch(old, name or free_branch(path.parent, old.own, turn or old.turn), turn)
        return opened_at(match, marks=self.marks)

    def survey(self, path: Path) -> Damage:
        found = survey(path, finder(self.folders, self.home.cache)).loss
        return Damage(path.stem, path, found.kept, found.turn, found.lost, found.line, found.why)

    def recover(self, path: Path) -> str:
        return recover(path, finder(self.folders, self.home.cache)).path.stem


def opened_at(match: Match, *, only: str = "", marks: Bookmarks | None = None) -> Opened:
    """Where persons share the machine, those who play before them do so now: nobody may look meanwhile.

    ``only`` is the one seat that may sit here in a game by mail; ``marks`` are their places in lessons.
    """
    if len(match.persons) > 1:
        match.run()
    seat = only or match.waiting_for or match.persons[0]
    playing = Playing(match, seat, is_posted=bool(only), marks=marks or Bookmarks())
    sitting = Sitting.at(playing, seat)
    return Opened(sitting, Mapper(load_atlas(match.book.scenario)), match.notes)


# --- scenarios ------------------------------------------------------------------------------


def _offer(world: World) -> Offer:
    troubles = tuple(_trouble(problem) for problem in world.problems if problem.severity == "error")
    scenario = world.scenario
    if scenario is None:
        return Offer(world.id, world.id, "", troubles=troubles, place=str(world.path))
    return Offer(
        id=world.id,
        name=scenario.package.name,
        text=scenario.package.text,
        facts=_facts(scenario),
        roles=tuple(_role(scenario, role) for role in scenario.roles.values()),
        difficulties=tuple((d.id, d.name, d.text) for d in scenario.difficulties.values()),
        troubles=troubles,
        place=str(world.path),
        teaches=scenario.package.teaches,
        turns=scenario.clock.turns,
        endings=tuple((one.id, one.name) for one in scenario.endings.values()),
    )


def _facts(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """What the page says of a scenario, counted from it."""
    clock = scenario.clock
    first = (
        f"{(clock.names or clock.steps)[clock.step - 1]} {clock.year}"
        if clock.steps
        else str(clock.year)
    )
    countries = [actor for actor in scenario.actors.values() if actor.kind == "country"]
    members = sum(actor.membership == "member" for actor in countries)
    return (
        (say("begins"), first),
        (say("turns"), str(clock.turns)),
        (
            say("countries"),
            say("{all}, {members} of them members", all=len(countries), members=members),
        ),
        (say("incidents"), str(len(scenario.incidents))),
        (say("verbs"), str(len(scenario.verbs))),
        (say("sources"), str(len(scenario.sources))),
        (say("version"), scenario.package.version),
    )


def _role(scenario: Scenario, role: Role) -> RoleOffer:
    return RoleOffer(
        id=role.id,
        seat=role.plays,
        name=role.name,
        country=scenario.actors[role.plays].name,
        text=role.text,
        level=role.level,
        win=role.win,
        goals=tuple(objective.name for objective in role.objectives.values()),
    )


def _trouble(problem: Problem) -> Trouble:
    lines = tuple(render(problem).splitlines())
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    return Trouble(place, problem.message, lines, is_error=problem.severity == "error")


# --- saves ----------------------------------------------------------------------------------


def _saved(row: SaveRow) -> Saved:
    title = " · ".join((row.scenario, *row.persons)) if row.scenario else row.name
    detail = say("{date}, turn {turn}", date=row.date or "", turn=row.turn).removeprefix(", ")
    return Saved(
        name=row.name,
        title=title,
        detail=row.ended.replace("_", " ") or detail,
        ending=row.ended,
        memo=row.memo,
        when=row.when,
        path=row.path,
        is_over=bool(row.ended),
        trouble=row.trouble,
        is_iron=row.iron,
        is_touched=bool(row.touched),
        is_torn=row.torn,
        facts=_facts_of(row),
        scenario=row.scenario,
        seats=row.persons,
    )


def _facts_of(row: SaveRow) -> str:
    """Points of its persons, commands, size, and the line it left."""
    parts = [f"{code} {points}" for code, points in row.results if code in row.persons]
    parts.append(say("{count} {count|command|commands}", count=row.commands))
    tenths = (row.size * 10 + 512) // 1024
    parts.append(f"{tenths // 10}.{tenths % 10} KB")
    name, _, turn = row.parent.rpartition(" ")
    if name:
        parts.append(say("left {name} in turn {turn}", name=name, turn=turn))
    return " · ".join(parts)
