"""Packages that are there: found by id or path, listed with their state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import tomli
from attrs import frozen

from csto_game.content.load import load
from csto_game.content.nearest import nearest
from csto_game.content.problem import Problem
from csto_game.content.source import FILE_BYTES, MANIFEST, plain


@frozen
class Listed:
    """A package as the title screen and ``csto list`` show it; ``problems`` counts errors."""

    id: str
    name: str
    text: str
    kind: str
    path: Path
    problems: int


def find(name_or_path: str, folders: Sequence[Path]) -> Path | Problem:
    """The folder of a package, by path or by id."""
    path = Path(name_or_path).expanduser()
    if path.is_dir() and ((path / MANIFEST).exists() or len(path.parts) > 1):
        return path
    there = dict(_packages(folders))
    if name_or_path in there:
        return there[name_or_path]
    near = nearest(name_or_path, there)
    known = f" Near: {near}" if near else f" There are: {', '.join(there)}" if there else ""
    message = f'there is no "{name_or_path}" here.{known}'
    return plain(name_or_path, "no-package", message, hint=near or "")


def _packages(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Id and folder of each package; the first folder that has an id keeps it."""
    seen: set[str] = set()
    for folder in folders:
        if not folder.is_dir():
            continue
        for path in sorted(folder.iterdir()):
            if (path / MANIFEST).is_file():
                id_ = str(_manifest(path).get("id") or path.name)
                if id_ not in seen:
                    seen.add(id_)
                    yield id_, path


def _manifest(path: Path) -> dict[str, object]:
    """``[package]`` as it is written; empty if it cannot be read."""
    try:
        with (path / MANIFEST).open("rb") as file:
            values = tomli.loads(file.read(FILE_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    package = values.get("package")
    return package if isinstance(package, dict) else {}


def shelf(folders: Sequence[Path]) -> tuple[Listed, ...]:
    """All packages found, each loaded to see whether it can be played."""
    return tuple(_listed(id_, path) for id_, path in _packages(folders))


def _listed(id_: str, path: Path) -> Listed:
    manifest = _manifest(path)
    kind = str(manifest.get("kind", "mod" if "extends" in manifest else "scenario"))
    problems = load(path).errors if kind == "scenario" else 0
    name, text = (str(manifest.get(key, default)) for key, default in (("name", id_), ("text", "")))
    return Listed(id_, name, text, kind, path, problems)
