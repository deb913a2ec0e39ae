"""The console of ``--dev``: ``?`` evaluates rule text, ``!`` lets an effect happen."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.plain.desk import Desk
from csto_game.plain.page import clean
from csto_game.plain.telling import go_on
from csto_game.session.asked import ask
from csto_game.session.told import MOST_TOLD, answer_lines, event_lines, saved_lines


def evaluate(desk: Desk, text: str) -> None:
    answer = ask(desk.match.table, desk.seat, text)
    if answer.problems:
        mistakes(desk, answer.problems)
        return
    desk.write(*answer_lines(answer))


def shake(desk: Desk, text: str) -> None:
    assert desk.dev is not None
    before = desk.match
    done = desk.dev.shake(before, text)
    if done.problems:
        mistakes(desk, done.problems)
        return
    desk.take(done.match)
    desk.write(*event_lines(desk.scenario, done.events), *saved_lines(before, done.match))
    if desk.match.over or desk.match.waiting_for != before.waiting_for:
        go_on(desk)


def mistakes(desk: Desk, problems: Sequence[Problem]) -> None:
    """In the checker's own form, caret and all: not wrapped."""
    desk.out.flush()
    for problem in problems[:MOST_TOLD]:
        for row in render(problem).split("\n"):
            desk.err.write(f"{clean(row)}\n")
    desk.err.flush()
