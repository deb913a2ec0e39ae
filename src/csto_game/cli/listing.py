"""`csto list`: scenarios, mods and saves, with their state."""

from __future__ import annotations

from argparse import Namespace

import attrs

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.content.shelf import Listed, mods
from csto_game.session.library import SaveRow, saves
from csto_game.session.worlds import World, worlds
from csto_game.text.catalog import say


def run(options: Namespace) -> int:
    """List what can be played."""
    home = home_of(options)
    found, extras, kept = worlds(shelves(home), home.cache), mods(shelves(home)), saves(home.saves)
    if options.json:
        print_json(
            {
                "scenarios": [_world(w) for w in found],
                "mods": [_mod(m) for m in extras],
                "saves": [_save(s) for s in kept],
            }
        )
        return 0
    print(say("list.scenarios" if found else "list.none"))
    for world in found:
        print("  " + _world_line(world))
    if extras:
        print(say("list.mods"))
    for mod in extras:
        facts = {"id": mod.id, "version": mod.version, "name": mod.name}
        print("  " + say("list.mod", **facts, scenarios=", ".join(mod.extends)))
    print(say("list.saves" if kept else "list.no_saves"))
    for row in kept:
        print("  " + _save_line(row))
    return 0


def _world_line(world: World) -> str:
    if world.scenario is None:
        return say("list.scenario_bad", id=world.id, path=world.path)
    package = world.scenario.package
    return say("list.scenario", id=world.id, version=package.version, name=package.name)


def _save_line(row: SaveRow) -> str:
    facts = attrs.asdict(row) | {"who": ", ".join(row.persons) or say("list.programs")}
    if row.trouble:
        return say("list.save_bad", **facts)
    marks = [say(id) for id, is_so in _marks(row) if is_so]
    line = say("list.save_ended" if row.ended else "list.save", **facts)
    return say("list.marked", line=line, marks=", ".join(marks)) if marks else line


def _marks(row: SaveRow) -> tuple[tuple[str, bool], ...]:
    """What one should know of a save before going on with it."""
    return (
        ("list.iron", row.iron),
        ("list.touched", bool(row.touched)),
        ("list.torn", row.torn),
    )


def _world(world: World) -> dict[str, object]:
    facts: dict[str, object] = {"id": world.id, "path": str(world.path), "errors": world.errors}
    if world.scenario is None:
        return facts | {"ok": False}
    scenario = world.scenario
    roles = [{"id": r.id, "seat": r.plays, "name": r.name} for r in scenario.roles.values()]
    return facts | {
        "ok": True,
        "name": scenario.package.name,
        "version": scenario.package.version,
        "hash": scenario.hash,
        "turns": scenario.clock.turns,
        "roles": roles,
        "difficulties": list(scenario.difficulties),
    }


def _mod(mod: Listed) -> dict[str, object]:
    return {
        "id": mod.id,
        "path": str(mod.path),
        "name": mod.name,
        "version": mod.version,
        "extends": list(mod.extends),
    }


def _save(row: SaveRow) -> dict[str, object]:
    return attrs.asdict(row) | {"path": str(row.path)}
