"""Loading a world to play it: from the cache, else from its files, which are then kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from csto_game.content.cache import folder, kept
from csto_game.content.cache.kept import Kept
from csto_game.content.cache.key import key_of
from csto_game.content.cache.pickled import ForeignError
from csto_game.content.loaded import Loaded
from csto_game.content.problem import Problem


@frozen
class Way:
    """How worlds are loaded to be played. ``cache`` is the player's cache folder; None to read always."""

    shelves: tuple[Path, ...]
    language: str = ""
    cache: Path | None = None


def read(path: Path, mods: Sequence[Path], way: Way) -> Loaded:
    """What `content.load.load` gives of these without warnings."""
    key, found = _look(path, mods, way)
    if found is not None:
        try:
            return found.loaded()
        except ForeignError:
            pass  # as if it were not there
    return _load(path, mods, way, key)


def problems(path: Path, mods: Sequence[Path], way: Way) -> tuple[Problem, ...]:
    """What `read` would find wrong; of a world that is kept, without unpacking it."""
    key, found = _look(path, mods, way)
    return found.problems if found is not None else _load(path, mods, way, key).problems


def _look(path: Path, mods: Sequence[Path], way: Way) -> tuple[str, Kept | None]:
    key = key_of(path, mods, way.shelves, way.language) if way.cache else ""
    return key, folder.take(way.cache, key) if way.cache and key else None


def _load(path: Path, mods: Sequence[Path], way: Way, key: str) -> Loaded:
    from csto_game.content.load import load  # noqa: PLC0415  # a kept world needs none of this

    loaded = load(path, mods, shelves=way.shelves, warn=False, language=way.language)
    if way.cache and key and loaded.scenario is not None:
        _keep(way.cache, key, key_of(path, mods, way.shelves, way.language), loaded)
    return loaded


def _keep(cache: Path, key: str, now: str, loaded: Loaded) -> None:
    if now != key:
        return  # somebody wrote to the files meanwhile: what was read is neither
    try:
        content = kept.written(key, loaded)
    except ForeignError:
        return
    folder.put(cache, key, content)
