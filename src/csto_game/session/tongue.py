"""The player's language: learnt from the program's files, and lent to scenarios.

The language of a game is nobody's business but the reader's: rules, commands and saves do not
know of it.
"""

from __future__ import annotations

from pathlib import Path

import attrs

from csto_game import places
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.source import decode
from csto_game.content.translations.po import read_po
from csto_game.model.builtin import FIXED
from csto_game.model.refusal import GameError
from csto_game.model.scenario import Scenario, Stat
from csto_game.text.catalog import has, say, word
from csto_game.text.translation import ENGLISH, language, use


def speak(code: str, folder: Path | None = None) -> None:
    """Say everything in that language from now on, as far as the program has learnt it.

    Raises GameError if its file is damaged.
    """
    if code == language():
        return
    file = _file(code, folder or places.languages())
    use(code, _learnt(file) if file else {})


def _file(code: str, folder: Path) -> Path | None:
    names = (code, code.partition("_")[0])
    return next((file for name in names if (file := folder / f"{name}.po").is_file()), None)


def _learnt(file: Path) -> dict[tuple[str, str], str]:
    page = decode(file.name, file.read_bytes())
    found = read_po(page) if isinstance(page, Page) else page
    if isinstance(found, Problem):
        line = f":{found.line}" if found.line else ""
        raise GameError(say("i18n.unread", file=file, line=line, why=found.message))
    return {(one.address, one.source): one.text for one in found if one.is_used}


def native(scenario: Scenario) -> Scenario:
    """The scenario with what the engine itself names said in the player's language."""
    if language() == ENGLISH:
        return scenario
    stats = {**scenario.stats, **{stat.id: _native(stat) for stat in _own(scenario)}}
    return attrs.evolve(scenario, stats=stats, nobody=say("word.nobody"))


def _own(scenario: Scenario) -> list[Stat]:
    fixed = {stat.id for stat in FIXED} | {"share", "owner"}
    return [stat for id, stat in scenario.stats.items() if id in fixed and stat.built_in]


def _native(stat: Stat) -> Stat:
    id = f"stat.{stat.id}"
    name = say(id) if has(id) else stat.name
    return attrs.evolve(stat, name=name, shown=tuple(word(one) for one in stat.words))
