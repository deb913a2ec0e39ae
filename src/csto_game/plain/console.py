"""The console of ``--dev``: ``?`` evaluates rule text, ``!`` lets an effect happen."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.model.event import Event
from csto_game.plain.desk import Desk
from csto_game.plain.page import clean
from csto_game.plain.telling import go_on
from csto_game.session.asked import ask
from csto_game.session.match import Match
from csto_game.text.catalog import say
from csto_game.text.events import event_sentence, has_words

MOST_TOLD = 8


def evaluate(desk: Desk, text: str) -> None:
    answer = ask(desk.match.table, desk.seat, text)
    if answer.problems:
        mistakes(desk, answer.problems)
        return
    desk.write(answer.value)
    desk.write(
        *(
            "  " * (1 + depth) + say("dev.value", text=part, value=value)
            for depth, part, value in answer.parts
        )
    )


def shake(desk: Desk, text: str) -> None:
    assert desk.dev is not None
    before = desk.match
    done = desk.dev.shake(before, text)
    if done.problems:
        mistakes(desk, done.problems)
        return
    desk.take(done.match)
    lines = _events(desk, done.events)
    desk.write(*(lines[:MOST_TOLD] or [say("plain.done")]))
    if lines[MOST_TOLD:]:
        desk.write(say("dev.more", count=len(lines) - MOST_TOLD))
    saved(desk, before)
    if desk.match.over or desk.match.waiting_for != before.waiting_for:
        go_on(desk)


def _events(desk: Desk, events: Sequence[Event]) -> list[str]:
    scenario = desk.scenario
    return [event_sentence(scenario, event) for event in events if has_words(scenario, event)]


# ── what else is told ──


def saved(desk: Desk, before: Match) -> None:
    """Say where the game goes on, if that is another save."""
    now = desk.match.path
    if now and before.path and now != before.path:
        desk.write(say("dev.saved", name=now.stem, parent=before.path.stem))


def mistakes(desk: Desk, problems: Sequence[Problem]) -> None:
    """In the checker's own form, caret and all: not wrapped."""
    desk.out.flush()
    for problem in problems[:MOST_TOLD]:
        for row in render(problem).split("\n"):
            desk.err.write(f"{clean(row)}\n")
    desk.err.flush()
