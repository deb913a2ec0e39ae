"""Every sentence of the program has an id and an English source; `say` fills one in.

Facts are put in as they are: what comes from scenarios and players is never read as a template.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from csto_game.text.sentences.annals import ANNALS
from csto_game.text.sentences.command_line import COMMAND_LINE
from csto_game.text.sentences.dev import DEV
from csto_game.text.sentences.events import EVENTS
from csto_game.text.sentences.lessons import LESSONS
from csto_game.text.sentences.machine import MACHINE
from csto_game.text.sentences.plain import PLAIN
from csto_game.text.sentences.refusals import REFUSALS
from csto_game.text.sentences.saves import SAVES
from csto_game.text.sentences.serving import SERVING
from csto_game.text.sentences.situation import SITUATION
from csto_game.text.sentences.time import TIME
from csto_game.text.sentences.words import WORDS
from csto_game.text.sentences.workshop import WORKSHOP
from csto_game.text.translation import filled, translated

SOURCES: tuple[Mapping[str, str], ...] = (
    ANNALS,
    COMMAND_LINE,
    DEV,
    EVENTS,
    LESSONS,
    MACHINE,
    PLAIN,
    REFUSALS,
    SAVES,
    SERVING,
    SITUATION,
    TIME,
    WORDS,
    WORKSHOP,
)
SENTENCES: Mapping[str, str] = {id: text for source in SOURCES for id, text in source.items()}


def say(id: str, /, **facts: object) -> str:
    """The sentence with its facts filled in. Raises KeyError on an unknown id or a missing fact."""
    return filled(translated(id, SENTENCES[id]), facts)


def word(name: str) -> str:
    """A word that the rules know by this name, as a player reads it."""
    id = f"word.{name}"
    return say(id) if id in SENTENCES else name.replace("_", " ")


def has(id: str) -> bool:
    """Whether there is such a sentence."""
    return id in SENTENCES


def needs(id: str) -> frozenset[str]:
    """The facts that a sentence names, also those that only choose between forms."""
    found = (name for _, name, _, _ in Formatter().parse(SENTENCES[id]) if name)
    return frozenset(name.partition("|")[0] for name in found)
