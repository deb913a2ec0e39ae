"""The scenarios there are, and how one is found, alone or with mods: by id or by its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from csto_game.content import cache as kept
from csto_game.content.finding import extended, kind, manifest, packages
from csto_game.content.loaded import Loaded
from csto_game.content.nearest import nearest
from csto_game.content.problem import Problem
from csto_game.content.source import MANIFEST, is_package
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Scenario
from csto_game.rules import Book
from csto_game.session.header import Header
from csto_game.session.mods import mod_paths, named, noted_paths
from csto_game.session.tongue import native
from csto_game.text.catalog import say
from csto_game.text.translation import language


@frozen
class World:
    """A scenario as found. ``scenario`` is None if it has mistakes."""

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

    ``folder`` is where it was read, or the mod that was named instead of it; ``place`` is where
    the scenario was read if it is not installed, else ""; ``mods`` are as a save names them.
    """

    book: Book
    folder: str
    place: str = ""
    mods: tuple[str, ...] = ()


def folders(shelves: Iterable[Path]) -> tuple[Path, ...]:
    """Places of scenarios on the shelves, by name; a shelf that is not there is empty."""
    found = packages(tuple(shelves))
    return tuple(path for _, path in found if kind(manifest(path)) == "scenario")


def worlds(shelves: Iterable[Path], cache: Path | None = None) -> tuple[World, ...]:
    """Every scenario on the shelves, loaded and checked; mods and libraries are left out.

    Here and below, ``cache`` is the player's cache folder; None always reads the files.
    """
    return tuple(each_world(shelves, cache))


def each_world(shelves: Iterable[Path], cache: Path | None = None) -> Iterator[World]:
    """The same one by one, so that they need not all be held."""
    shelves = tuple(shelves)
    for path in folders(shelves):
        yield _world(path, _load(path, (), shelves, cache))


def fitting(
    path: Path, mods: Sequence[Path], shelves: Iterable[Path], cache: Path | None = None
) -> tuple[Problem, ...]:
    """What is wrong with a scenario with these mods."""
    return kept.problems(path, mods, _way(tuple(shelves), cache))


def open_world(
    name: str, shelves: Iterable[Path], mods: Iterable[str] = (), cache: Path | None = None
) -> Opened:
    """A scenario by id or place, with mods. Raises GameError, with the nearest id if it is absent.

    The name of a mod opens the scenario that it fits, with it.
    """
    shelves = tuple(shelves)
    path = _place(name, shelves)
    others = mod_paths(mods, shelves)
    base = path
    if kind(manifest(path)) == "mod":
        base = _base(path, shelves)
        others = (path, *others)
    loaded = _load(base, others, shelves, cache)
    place = "" if base.parent in shelves else str(base.resolve())
    book = _book(_world(base, loaded), others)
    return Opened(book, str(path.resolve()), place, named(loaded.order, shelves))


def finder(shelves: Iterable[Path], cache: Path | None = None) -> Callable[[Header], Book]:
    """How a save's scenario is found: in the place it names, else by id; so are its mods."""
    shelves = tuple(shelves)

    def find(header: Header) -> Book:
        return _book(*world_of(header, shelves, cache))

    return find


def world_of(
    header: Header, shelves: tuple[Path, ...], cache: Path | None = None
) -> tuple[World, tuple[Path, ...]]:
    """A save's scenario as its files are now, with its mods, and where those are. Raises GameError."""
    place = Path(header.place) if header.place else None
    path = place if place and is_package(place) else _by_id(header.scenario, shelves)
    mods = noted_paths(header.mods, shelves)
    return _world(path, _load(path, mods, shelves, cache)), mods


def _place(name: str, shelves: tuple[Path, ...]) -> Path:
    given = Path(name).expanduser()
    if not _is_path(name) and not is_package(given):
        return _by_id(name, shelves)
    path = given.parent if given.name == MANIFEST else given
    if not is_package(path):
        raise GameError(say("world.no_folder", path=name, manifest=MANIFEST))
    return path


def _by_id(name: str, shelves: tuple[Path, ...]) -> Path:
    there = dict(packages(shelves))
    if name in there:
        return there[name]
    known = [id_ for id_, path in there.items() if kind(manifest(path)) == "scenario"]
    near = nearest(name, known)
    if near:
        raise GameError(say("world.absent_near", name=name, near=near))
    if known:
        raise GameError(say("world.absent", name=name, names=", ".join(sorted(known))))
    raise GameError(say("world.none", name=name))


def _base(mod: Path, shelves: tuple[Path, ...]) -> Path:
    there = dict(packages((*shelves, mod.resolve().parent)))
    base = next((there[id_] for id_ in extended(manifest(mod)) if id_ in there), None)
    if base is None:
        raise GameError(say("world.mod_alone", name=mod.stem))
    return base


def _load(
    path: Path, mods: Sequence[Path], shelves: tuple[Path, ...], cache: Path | None
) -> Loaded:
    return kept.read(path, mods, _way(shelves, cache))


def _way(shelves: tuple[Path, ...], cache: Path | None) -> kept.Way:
    return kept.Way(shelves, language(), cache)


def _world(path: Path, loaded: Loaded) -> World:
    scenario = native(loaded.scenario) if loaded.scenario else None
    return World(scenario.package.id if scenario else path.stem, path, scenario, loaded.problems)


def _book(world: World, mods: Sequence[Path]) -> Book:
    if world.scenario is None:
        count = say("world.mistakes" if world.errors != 1 else "world.mistake", count=world.errors)
        paths = " ".join(str(path) for path in (world.path, *mods))
        raise GameError(say("world.broken", name=world.id, count=count, path=paths))
    return Book.of(world.scenario)


def _is_path(name: str) -> bool:
    return "/" in name or "\\" in name or name in (".", "..")
