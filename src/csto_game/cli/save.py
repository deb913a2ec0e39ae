"""`csto save`: a save as one file to give away, one received, what is left of a damaged one; the trash."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.rules.texts import date
from csto_game.session import trash
from csto_game.session.disk import make_whole
from csto_game.session.library import SUFFIX, check_name, export_save, find
from csto_game.session.recover import recover
from csto_game.session.save import file_bytes, read_save
from csto_game.session.worlds import finder
from csto_game.text.catalog import say


def run(options: Namespace) -> int:
    """Do it. Raises GameError; never overwrites a file."""
    if options.action != "empty" and not options.save:
        raise GameError(say("save.which"))
    deeds = {"export": _export, "import": _import, "recover": _recover, "empty": _empty}
    return deeds[options.action](options)


def _empty(options: Namespace) -> int:
    """Delete what has lain in the trash for so many days, and say what."""
    gone = trash.empty(home_of(options).saves, options.days)
    for one in gone:
        print(say("trash.gone", name=one.name, days=one.days))
    print(say("trash.emptied", count=len(gone), days=options.days))
    return 0


def _export(options: Namespace) -> int:
    if not options.to:
        raise GameError(say("save.action"))
    path = find(home_of(options).saves, options.save)
    header = read_save(path).header
    size = export_save(path, Path(options.to).expanduser())
    facts = {"name": path.stem, "file": options.to, "size": size}
    print(say("save.exported", scenario=header.scenario, version=header.version, **facts))
    return 0


def _import(options: Namespace) -> int:
    given = Path(options.save).expanduser()
    read_save(given)
    name = check_name(options.name or given.stem)
    make_whole(home_of(options).saves / f"{name}{SUFFIX}", file_bytes(given))
    print(say("save.imported", file=options.save, name=name))
    return 0


def _recover(options: Namespace) -> int:
    home = home_of(options)
    path = find(home.saves, options.save)
    found = recover(path, finder(shelves(home), home.cache), options.name or "")
    clock = finder(shelves(home), home.cache)(read_save(found.path).header).scenario.clock
    facts = {"kept": found.kept, "turn": found.turn, "date": date(clock, found.turn)}
    print(say("save.recovered", name=found.path.stem, old=path.name, **facts))
    if found.line:
        print(say("save.lost", line=found.line, lost=found.lost, why=found.why))
    else:
        print(say("save.lost_nothing"))
    return 0
