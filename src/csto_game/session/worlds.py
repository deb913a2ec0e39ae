"""The scenarios there are, and how one is found: by id or by the path of its folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import frozen

from csto_game.content.load import Loaded, load
from csto_game.content.nearest import nearest
from csto_game.content.problem import Problem
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Scenario
from csto_game.rules import Book
from csto_game.session.header import Header
from csto_game.text.catalog import say

MANIFEST = "scenario.toml"


@frozen
class World:
    """A scenario's folder as found. ``scenario`` is None if it has mistakes."""

    id: str
    path: Path
    scenario: Scenario | None
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many mistakes keep it from being played."""
        return sum(problem.severity == "error" for problem in self.problems)


@frozen
class Opened:
    """A scenario ready to be played.

    ``folder`` is where it was read; ``place`` is the same if it is not installed, else "".
    """

    book: Book
    folder: str
    place: str = ""


def folders(shelves: Iterable[Path]) -> tuple[Path, ...]:
    """Folders of packages on the shelves, by name; a shelf that is not there is empty."""
    found = [
        path
        for shelf in shelves
        if shelf.is_dir()
        for path in sorted(shelf.iterdir())
        if (path / MANIFEST).is_file()
    ]
    return tuple(found)


def worlds(shelves: Iterable[Path]) -> tuple[World, ...]:
    """Every scenario on the shelves, loaded and checked; mods and libraries are left out."""
    found = [_world(path, load(path)) for path in folders(shelves)]
    return tuple(world for world in found if not _is_part(world))


def open_world(name: str, shelves: Iterable[Path]) -> Opened:
    """A scenario by id or path. Raises GameError, with the nearest id if there is none."""
    shelves = tuple(shelves)
    given = Path(name).expanduser()
    if _is_path(name) or (given / MANIFEST).is_file():
        folder = given.parent if given.name == MANIFEST else given
        if not (folder / MANIFEST).is_file():
            raise GameError(say("world.no_folder", path=name, manifest=MANIFEST))
        world = _world(folder, load(folder))
        there = str(folder.resolve())
        return Opened(_book(world), there, there)
    world = _by_id(name, shelves)
    return Opened(_book(world), str(world.path.resolve()))


def finder(shelves: Iterable[Path]) -> Callable[[Header], Book]:
    """How a save's scenario is found: in the folder it names, else by id."""
    shelves = tuple(shelves)

    def find(header: Header) -> Book:
        place = Path(header.place) if header.place else None
        if place and (place / MANIFEST).is_file():
            return _book(_world(place, load(place)))
        return _book(_by_id(header.scenario, shelves))

    return find


def _by_id(name: str, shelves: tuple[Path, ...]) -> World:
    paths = folders(shelves)
    # The folder usually has the name of the id; only else must all be read.
    paths = tuple(sorted(paths, key=lambda path: path.name != name))
    known: list[str] = []
    for path in paths:
        world = _world(path, load(path))
        if world.id == name:
            return world
        known.append(world.id)
    near = nearest(name, known)
    if near:
        raise GameError(say("world.absent_near", name=name, near=near))
    if known:
        raise GameError(say("world.absent", name=name, names=", ".join(sorted(known))))
    raise GameError(say("world.none", name=name))


def _world(path: Path, loaded: Loaded) -> World:
    scenario = loaded.scenario
    return World(scenario.package.id if scenario else path.name, path, scenario, loaded.problems)


def _book(world: World) -> Book:
    if world.scenario is None:
        count = say("world.mistakes" if world.errors != 1 else "world.mistake", count=world.errors)
        raise GameError(say("world.broken", name=world.id, count=count, path=world.path))
    return Book.of(world.scenario)


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name in (".", "..")


def _is_part(world: World) -> bool:
    return any(problem.code == "need" for problem in world.problems) and world.scenario is None
