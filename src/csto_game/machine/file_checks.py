"""What the doctor says of the player's files, and of the worlds."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from csto_game.content.cache import FOLDER, held
from csto_game.content.load import load
from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.content.shelf import mods as all_mods
from csto_game.content.shelf import mods_for
from csto_game.machine.finding import Finding, Here, State, short
from csto_game.machine.settings import CHOICES, USUAL
from csto_game.session.library import saves as all_saves
from csto_game.session.worlds import World, worlds
from csto_game.text.catalog import say

_MOST = 3
"""Problems of one package that are shown; the checker tells all."""


def told(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """Problems in the checker's own form, line by line."""
    return tuple(line for problem in problems for line in render(problem).split("\n"))


def settings(here: Here) -> Finding:
    """The file of settings."""
    settled = here.settled
    path = short(settled.path or here.home.settings)
    if settled.problems:
        text = say("doctor.mistakes", file=path, count=len(settled.problems))
        return Finding("doctor.settings", "note", text, told(settled.problems), "files")
    count = sum(getattr(settled.settings, name) != getattr(USUAL, name) for name in CHOICES)
    text = say("doctor.changed", file=path, count=count)
    return Finding("doctor.settings", "ok", text, part="files")


def keys(here: Here) -> Finding:
    """The player's own keys."""
    path = short(here.home.settings / "keys.toml")
    if here.keys:
        text = say("doctor.mistakes", file=path, count=len(here.keys))
        return Finding("doctor.keys", "note", text, told(here.keys), "files")
    if not here.own_keys:
        return Finding("doctor.keys", "ok", say("doctor.keys_none", file=path), part="files")
    text = say("doctor.keys_own", file=path, count=here.own_keys)
    return Finding("doctor.keys", "ok", text, part="files")


def saves(here: Here) -> Finding:
    """Whether games can be saved, and how many there are."""
    folder = here.home.saves
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError as error:
        text = say("doctor.no_write", why=error.strerror or "")
        return Finding("doctor.saves", "bad", text, part="files")
    rows = all_saves(folder)
    text = say("doctor.writable", folder=short(folder), count=len(rows))
    bad = tuple(f"{row.name}: {row.trouble}" for row in rows if row.trouble)
    if bad:
        text += "; " + say("doctor.unreadable", count=len(bad))
    return Finding("doctor.saves", "note" if bad else "ok", text, bad, "files")


def packages(here: Here) -> Finding:
    """Where the player's own worlds lie."""
    return Finding("doctor.packages", "ok", short(here.home.packages), part="files")


def cache(here: Here) -> Finding:
    """Worlds that were read before and are kept ready to be played."""
    folder = short(here.home.cache / FOLDER)
    count, size = held(here.home.cache)
    said = "doctor.cache_held" if count else "doctor.cache_empty"
    text = say(said, folder=folder, count=count, size=(size + 1023) // 1024)
    return Finding("doctor.cache", "ok", text, part="files")


def scenarios(here: Here) -> Sequence[Finding]:
    """Each world is loaded, and each mod with a world that it fits."""
    found = worlds(here.shelves)
    broken = [world for world in found if world.scenario is None]
    lines = tuple(line for world in broken for line in _details(world.path, world.problems))
    count = say("doctor.scenario_count", count=len(found) - len(broken))
    if broken:
        count += "; " + say("doctor.with_mistakes", count=len(broken))
    sound = [world for world in found if world.scenario]
    state: State = "bad" if not sound else "note" if broken else "ok"
    first = Finding("doctor.scenarios", state, count, lines, "files")
    return first, _mods(here, sound)


def _mods(here: Here, sound: Sequence[World]) -> Finding:
    bad: list[str] = []
    tried: set[Path] = set()
    torn: set[Path] = set()
    for world in sound:
        for mod in mods_for(world.id, here.shelves):
            tried.add(mod.path)
            loaded = load(world.path, (mod.path,), shelves=here.shelves, warn=False)
            if loaded.errors:
                torn.add(mod.path)
                bad += _details(mod.path, loaded.problems)
    homeless = [mod.id for mod in all_mods(here.shelves) if mod.path not in tried]
    text = say("doctor.mod_count", count=len(tried) - len(torn))
    if torn:
        text += "; " + say("doctor.with_mistakes", count=len(torn))
    if homeless:
        text += "; " + say("doctor.homeless", names=", ".join(homeless[:8]))
    return Finding("doctor.mods", "note" if torn or homeless else "ok", text, tuple(bad), "files")


def _details(path: Path, problems: Sequence[Problem]) -> tuple[str, ...]:
    errors = tuple(problem for problem in problems if problem.severity == "error")
    lines = (f"{path.name}:", *told(errors[:_MOST]))
    if len(errors) > _MOST:
        lines = (*lines, say("doctor.all", path=short(path), count=len(errors)))
    return lines
