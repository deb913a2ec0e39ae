"""A new package: the starter world, with an id of its own."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from csto_game.content.tables.types import is_id, suggested_id
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

STARTER_ID = "my_world"


def write_starter(folder: Path, id: str = "") -> tuple[str, ...]:
    """Write the starter world into a folder that is new or empty; gives the files' names.

    Raises GameError.
    """
    id = id or suggested_id(folder.resolve().name) or STARTER_ID
    if not is_id(id):
        raise GameError(say("new.id", id=id, near=suggested_id(id) or STARTER_ID))
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise GameError(say("new.full", folder=folder))
        return tuple(_copy(files("csto_game.workshop") / "starter", folder, "", id))
    except OSError as error:
        raise GameError(say("cli.unwritten", file=folder, why=error.strerror)) from None


def _copy(source: Traversable, folder: Path, prefix: str, id: str) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    written: list[str] = []
    for item in sorted(source.iterdir(), key=lambda item: item.name):
        name = f"{prefix}{item.name}"
        if item.is_dir():
            written += _copy(item, folder / item.name, f"{name}/", id)
            continue
        text = item.read_text(encoding="utf-8").replace(f'"{STARTER_ID}"', f'"{id}"')
        (folder / item.name).write_text(text, encoding="utf-8", newline="\n")
        written.append(name)
    return written
