"""The words of line mode that are no commands of the game: questions, undo, save, help, quit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from csto_game.content.nearest import nearest
from csto_game.model.refusal import GameError, Refusal
from csto_game.plain.causes import ask_why
from csto_game.plain.desk import Desk
from csto_game.plain.doing import redo, undo
from csto_game.plain.foresight import ask_forecast
from csto_game.plain.history import ask_chronicle
from csto_game.plain.keeping import (
    ask_empty,
    ask_export,
    ask_memo,
    ask_rename,
    ask_switch,
    ask_trash,
)
from csto_game.plain.lines import ask_branch, ask_compare, ask_timeline
from csto_game.plain.looking_back import ask_debrief
from csto_game.plain.numbers import ask_numbers
from csto_game.plain.offers import one, options
from csto_game.plain.parts import SUBJECTS
from csto_game.plain.past import ask_past
from csto_game.plain.settling import ask_settings
from csto_game.plain.subjects import look
from csto_game.plain.teaching import ask_step, noticed
from csto_game.session.library import copy_save
from csto_game.text.catalog import has, say
from csto_game.text.examples import examples
from csto_game.text.preview import preview_lines

Ask = Callable[[Desk, str], None]
TOPICS = (
    "look",
    "why",
    "options",
    "preview",
    "forecast",
    "past",
    "turn",
    "cards",
    "votes",
    "numbers",
    "undo",
    "branch",
    "trash",
    "debrief",
    "chronicle",
    "step",
    "settings",
    "save",
    "quit",
)


def ask_preview(desk: Desk, rest: str) -> None:
    """What a command would do."""
    if not rest:
        desk.complain(say("plain.needs", form="preview end"))
        return
    command = desk.match.parse(rest)
    if isinstance(command, Refusal):
        desk.complain(desk.match.refusal_sentence(command))
        return
    found = desk.match.preview(command)
    if found.refusal is not None:
        desk.complain(desk.match.refusal_sentence(found.refusal, command))
        return
    desk.write(*preview_lines(desk.scenario, found))


def save(desk: Desk, rest: str) -> None:
    """Say where the save is, or keep a copy of it."""
    path = desk.match.path
    if path is None:
        desk.write(say("plain.done"))
    elif rest:
        copy = copy_save(path, rest)
        desk.write(say("plain.copied", name=copy.stem, own=path.stem))
    else:
        desk.write(say("plain.is_saved", name=path.stem))


def help_on(desk: Desk, rest: str) -> None:
    """What there is to say, or about one topic, or about one verb."""
    topics, topic = ", ".join(TOPICS), rest.lower()
    if not topic:
        desk.write(say("help", topics=topics))
    elif has(f"help.{topic}"):
        facts = examples(desk.view())
        desk.write(say(f"help.{topic}", subjects=", ".join(SUBJECTS), **facts))
    elif any(verb.id == topic for verb in desk.view().verbs):
        one(desk, topic)
    else:
        near = nearest(topic, [*TOPICS, *desk.scenario.verbs])
        id = "plain.help_near" if near else "plain.help_none"
        desk.complain(say(id, topic=rest, near=near, topics=topics))


def leave(desk: Desk, rest: str) -> None:
    """End the loop; the game is saved already."""
    desk.leaving = True


ASKS: Mapping[str, Ask] = {
    "look": look,
    "why": ask_why,
    "options": options,
    "preview": ask_preview,
    "forecast": ask_forecast,
    "past": ask_past,
    "undo": undo,
    "redo": redo,
    "branch": ask_branch,
    "timeline": ask_timeline,
    "compare": ask_compare,
    "switch": ask_switch,
    "rename": ask_rename,
    "trash": ask_trash,
    "empty": ask_empty,
    "export": ask_export,
    "memo": ask_memo,
    "numbers": ask_numbers,
    "debrief": ask_debrief,
    "chronicle": ask_chronicle,
    "step": ask_step,
    "settings": ask_settings,
    "save": save,
    "help": help_on,
    "quit": leave,
}


def ask(desk: Desk, word: str, rest: str) -> None:
    """Answer one question; what cannot be answered is said."""
    try:
        ASKS[word](desk, rest)
        noticed(desk, word, rest)
    except GameError as error:
        desk.complain(str(error))
