"""Packages that are there: found by id or path, listed with their state."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from csto_game.content.finding import extended, kind, manifest, packages
from csto_game.content.nearest import nearest
from csto_game.content.problem import Problem
from csto_game.content.source import is_package, plain


@frozen
class Listed:
    """A package as the title screen and ``csto list`` show it.

    ``problems`` counts a scenario's errors; ``extends`` are the ids of what a mod fits.
    """

    id: str
    name: str
    text: str
    kind: str
    path: Path
    problems: int
    version: str = ""
    extends: tuple[str, ...] = ()


def find(name_or_path: str, folders: Sequence[Path]) -> Path | Problem:
    """The place of a package, by path or by id."""
    path = Path(name_or_path).expanduser()
    if is_package(path) or (path.is_dir() and len(path.parts) > 1):
        return path
    there = dict(packages(folders))
    if name_or_path in there:
        return there[name_or_path]
    near = nearest(name_or_path, there)
    known = f" Near: {near}" if near else f" There are: {', '.join(there)}" if there else ""
    message = f'there is no "{name_or_path}" here.{known}'
    return plain(name_or_path, "no-package", message, hint=near or "")


def shelf(folders: Sequence[Path]) -> tuple[Listed, ...]:
    """All packages found; scenarios are loaded to see whether they can be played."""
    return tuple(_listed(id_, path, folders) for id_, path in packages(folders))


def _listed(id_: str, path: Path, folders: Sequence[Path]) -> Listed:
    written = manifest(path)
    what = kind(written)
    problems = _errors(path, folders) if what == "scenario" else 0
    return Listed(
        id=id_,
        name=_text(written, "name", id_),
        text=_text(written, "text", ""),
        kind=what,
        path=path,
        problems=problems,
        version=_text(written, "version", ""),
        extends=extended(written),
    )


def _errors(path: Path, folders: Sequence[Path]) -> int:
    from csto_game.content.load import load  # noqa: PLC0415  # to find packages needs none of this

    return load(path, shelves=folders, warn=False).errors


def mods(folders: Sequence[Path]) -> tuple[Listed, ...]:
    """Mods on the shelves, with what they say they fit; whether they do, loading shows."""
    found = [(id_, path) for id_, path in packages(folders) if kind(manifest(path)) == "mod"]
    return tuple(_listed(id_, path, folders) for id_, path in found)


def mods_for(scenario: str, folders: Sequence[Path]) -> tuple[Listed, ...]:
    """Mods on the shelves that say they fit a scenario."""
    return tuple(one for one in mods(folders) if scenario in one.extends)


def _text(written: dict[str, object], key: str, default: str) -> str:
    value = written.get(key)
    return value if isinstance(value, str) else default
