"""What a modder is told of a workbench's doings, line by line; lines and screens say the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.session.asked import Answer
from csto_game.session.match import Match
from csto_game.session.reasons import explain
from csto_game.session.reload import Reloaded
from csto_game.text.catalog import say
from csto_game.text.events import event_sentence, has_words

MOST_TOLD = 8


def read_line(files: Sequence[Path]) -> str:
    """Which files were read anew."""
    return say("dev.read", files=", ".join(path.name for path in files[:MOST_TOLD]))


def change_lines(again: Reloaded) -> list[str]:
    """Which numbers moved, what is refused now, and what was chosen by programs."""
    rows = again.moved[:MOST_TOLD]
    lines = [say("dev.moved", path=path, before=old, after=new) for path, old, new in rows]
    if again.moved[MOST_TOLD:]:
        lines.append(say("dev.more", count=len(again.moved) - MOST_TOLD))
    lines = lines or [say("dev.unmoved")]
    for (seat, words), refusal in again.refused[:MOST_TOLD]:
        why = explain(again.table.book, again.table.state, refusal, seat)
        lines.append(say("dev.refused", command=f"{seat}: {words}", why=why))
    if again.refused[MOST_TOLD:]:
        lines.append(say("dev.more", count=len(again.refused) - MOST_TOLD))
    if again.filled:
        lines.append(say("dev.filled", count=again.filled))
    return lines


def answer_lines(answer: Answer) -> list[str]:
    """What a question came to, and its parts, each as deep as it stands."""
    parts = (
        "  " * (1 + depth) + say("dev.value", text=part, value=value)
        for depth, part, value in answer.parts
    )
    return [answer.value, *parts]


def event_lines(scenario: Scenario, events: Sequence[Event]) -> list[str]:
    """What an effect did; never nothing."""
    lines = [event_sentence(scenario, event) for event in events if has_words(scenario, event)]
    if lines[MOST_TOLD:]:
        lines[MOST_TOLD:] = [say("dev.more", count=len(lines) - MOST_TOLD)]
    return lines or [say("plain.done")]


def saved_lines(before: Match, now: Match) -> list[str]:
    """Where the game goes on, if that is another save."""
    if now.path and before.path and now.path != before.path:
        return [say("dev.saved", name=now.path.stem, parent=before.path.stem)]
    return []
