"""Packages on the shelves: which there are, and their manifests as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import tomli

from csto_game.content.source import FILE_BYTES, MANIFEST, is_package, read_source
from csto_game.content.versions import need

USUAL_ORDER = 50


def packages(folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Id and place of each package by its ``order``, then by id; the first folder that has an id keeps it."""
    found: dict[str, tuple[int, Path]] = {}
    for folder in folders:
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if is_package(path):
                written = manifest(path)
                order = written.get("order")
                rank = order if isinstance(order, int) else USUAL_ORDER
                found.setdefault(str(written.get("id") or path.stem), (rank, path))
    for id_, (_, path) in sorted(found.items(), key=lambda entry: (entry[1][0], entry[0])):
        yield id_, path


def manifest(path: Path) -> dict[str, object]:
    """``[package]`` as it is written; empty if it cannot be read."""
    try:
        values = tomli.loads(_text(path))
    except (OSError, ValueError, RecursionError):
        return {}
    package = values.get("package")
    return package if isinstance(package, dict) else {}


def _text(path: Path) -> str:
    if path.is_dir():
        with (path / MANIFEST).open("rb") as file:
            return file.read(FILE_BYTES).decode("utf-8-sig")
    return next((page.text for page in read_source(path).pages if page.name == MANIFEST), "")


def kind(written: dict[str, object]) -> str:
    """``scenario``, ``mod`` or ``library``."""
    return str(written.get("kind", "scenario"))


def extended(written: dict[str, object]) -> tuple[str, ...]:
    """Ids of the scenarios that a manifest says it fits."""
    value = written.get("extends")
    texts = value if isinstance(value, list) else []
    needs = [need(text) for text in texts if isinstance(text, str)]
    return tuple(found.id for found in needs if found)
