"""`csto i18n`: files of translations, begun, kept up to date and checked."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from attrs import frozen

from csto_game import places
from csto_game.content.render import render
from csto_game.content.source import is_package, read_source
from csto_game.content.translations.check import Counts, counts, problems
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.workshop.i18n import catalog
from csto_game.workshop.i18n.interface import interface
from csto_game.workshop.i18n.messages import Message, messages
from csto_game.workshop.i18n.update import updated

INTERFACE = "interface"
"""Named instead of a folder: the program's own texts."""


@frozen
class _Work:
    """What is translated into which file."""

    name: str
    folder: str
    file: Path
    language: str
    found: tuple[Message, ...]


def run(options: Namespace) -> int:
    """Do one of three. Exit code 1: check found mistakes. Raises GameError."""
    return _DEEDS[options.deed](_work(options.path, options.language))


def _work(path: str, language: str) -> _Work:
    if path == INTERFACE:
        file = places.languages() / catalog.file_of(Path(), language).name
        return _Work("csto-game", path, file, language, interface())
    folder = Path(path).expanduser()
    if not folder.is_dir() or not is_package(folder):
        raise GameError(say("check.absent", path=folder))
    file = catalog.file_of(folder, language)
    return _Work(folder.resolve().name, path, file, language, messages(read_source(folder)))


def _extract(work: _Work) -> int:
    if work.file.exists():
        facts = {"folder": work.folder, "language": work.language}
        raise GameError(say("i18n.there", file=work.file, **facts))
    catalog.write(work.file, updated(work.found, None, work.language, work.name))
    return _written(work)


def _update(work: _Work) -> int:
    old = catalog.read(work.file)
    catalog.write(work.file, updated(work.found, old, work.language, work.name))
    return _written(work)


def _written(work: _Work) -> int:
    print(say("workshop.written", file=work.file))
    print(_counted(counts(work.found, catalog.look_at(work.file)[1])))
    return 0


def _check(work: _Work) -> int:
    page, entries = catalog.look_at(work.file)
    wrong = problems(work.found, entries, page, work.language)
    for problem in wrong:
        sys.stderr.write(render(problem) + "\n")
    sys.stderr.flush()
    print(_counted(counts(work.found, entries)))
    return 1 if wrong else 0


def _counted(found: Counts) -> str:
    return say(
        "i18n.counts", total=found.total, done=found.done, fuzzy=found.fuzzy, missing=found.missing
    )


_DEEDS: Mapping[str, Callable[[_Work], int]] = {
    "extract": _extract,
    "update": _update,
    "check": _check,
}
