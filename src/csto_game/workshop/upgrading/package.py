"""A package's folder brought to the present format."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.source import FILE_BYTES, MANIFEST, decode
from csto_game.content.syntax import parse
from csto_game.content.tables.base import FORMAT
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.workshop.upgrading.edits import set_value
from csto_game.workshop.upgrading.steps import STEPS, Files, Step


@frozen
class Upgraded:
    """``changed`` are the files that are written otherwise now."""

    begin: int
    end: int
    changed: Files


def upgrade(folder: Path, *, steps: Mapping[int, Step] = STEPS, present: int = FORMAT) -> Upgraded:
    """Bring a package's files to the present format, in memory. Raises GameError."""
    files = _read(folder)
    begin = _format(files)
    if begin > present:
        raise GameError(say("upgrade.newer", format=begin, present=present))
    after: Files = files
    for format_ in range(begin, present):
        if format_ not in steps:
            raise GameError(say("upgrade.unknown", format=format_))
        after = steps[format_](after)
        manifest = set_value(after[MANIFEST], ("package", "format"), str(format_ + 1))
        after = {**after, MANIFEST: manifest}
    changed = {name: text for name, text in after.items() if files.get(name) != text}
    return Upgraded(begin, present, changed)


def write(folder: Path, changed: Files) -> None:
    """Write the changed files. Raises GameError."""
    for name, text in changed.items():
        try:
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise GameError(say("cli.unwritten", file=name, why=error.strerror)) from None


def _read(folder: Path) -> dict[str, str]:
    if not (folder / MANIFEST).is_file():
        raise GameError(say("upgrade.absent", folder=folder, manifest=MANIFEST))
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            raw = path.read_bytes()[: FILE_BYTES + 1]
        except OSError as error:
            raise GameError(say("upgrade.unread", file=name, why=error.strerror)) from None
        page = decode(name, raw)
        found = parse(page) if isinstance(page, Page) else page
        if isinstance(found, Problem):
            where = f"{found.file}:{found.line}:{found.column}"
            raise GameError(say("upgrade.unread", file=where, why=found.message))
        assert isinstance(page, Page)
        files[name] = page.text
    return files


def _format(files: Files) -> int:
    parsed = parse(Page(MANIFEST, files[MANIFEST]))
    package = parsed[0].get("package") if isinstance(parsed, tuple) else None
    found = package.get("format") if isinstance(package, dict) else None
    if not isinstance(found, int):
        raise GameError(say("upgrade.no_format"))
    return found
