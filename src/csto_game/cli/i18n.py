"""`csto i18n`: files of translations, begun, kept up to date and checked."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from csto_game.content.render import render
from csto_game.content.source import is_package, read_source
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.workshop.i18n import catalog
from csto_game.workshop.i18n.check import Counts, counts, problems
from csto_game.workshop.i18n.messages import messages
from csto_game.workshop.i18n.update import updated


def run(options: Namespace) -> int:
    """Do one of three. Exit code 1: check found mistakes. Raises GameError."""
    folder = Path(options.path).expanduser()
    if not folder.is_dir() or not is_package(folder):
        raise GameError(say("check.absent", path=folder))
    return _DEEDS[options.deed](folder, options.language)


def _extract(folder: Path, language: str) -> int:
    file = catalog.file_of(folder, language)
    if file.exists():
        raise GameError(say("i18n.there", file=file, folder=folder, language=language))
    found = messages(read_source(folder))
    made = updated(found, None, language, folder.resolve().name)
    catalog.write(file, made)
    print(say("workshop.written", file=file))
    print(_counted(counts(found, made)))
    return 0


def _update(folder: Path, language: str) -> int:
    file = catalog.file_of(folder, language)
    old, _ = catalog.read(file)
    found = messages(read_source(folder))
    made = updated(found, old, language, folder.resolve().name)
    catalog.write(file, made)
    print(say("workshop.written", file=file))
    print(_counted(counts(found, made)))
    return 0


def _check(folder: Path, language: str) -> int:
    file, page = catalog.read(catalog.file_of(folder, language))
    found = messages(read_source(folder))
    wrong = problems(found, file, page, language)
    for problem in wrong:
        sys.stderr.write(render(problem) + "\n")
    sys.stderr.flush()
    print(_counted(counts(found, file)))
    return 1 if wrong else 0


def _counted(found: Counts) -> str:
    return say(
        "i18n.counts", total=found.total, done=found.done, fuzzy=found.fuzzy, missing=found.missing
    )


_DEEDS: Mapping[str, Callable[[Path, str], int]] = {
    "extract": _extract,
    "update": _update,
    "check": _check,
}
