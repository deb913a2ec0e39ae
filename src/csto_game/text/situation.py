"""The situation as one seat sees it, in sentences; and each part of it on request."""

from __future__ import annotations

from csto_game.model.scenario import Scenario
from csto_game.model.view import Score, View
from csto_game.text.catalog import say
from csto_game.text.choices import forecast
from csto_game.text.events import closed
from csto_game.text.figures import figures_line, member_changes, member_line


def headline(scenario: Scenario, view: View) -> list[str]:
    """Date, phase, acts left, and the figures of the top line."""
    phase = say(f"now.phase.{view.phase}")
    head = "now.head" if view.turns else "now.head_open"
    line = say(head, date=view.date, turn=view.turn, turns=view.turns, phase=phase)
    if view.acts_left >= 0 and view.phase == "plan":
        line = f"{line} {say('now.acts', count=view.acts_left)}"
    figures = [figure for figure in (*view.strip, *view.headline) if figure.known]
    unique = list({figure.path: figure for figure in figures}.values())
    return [line, *([figures_line(scenario, unique)] if unique else [])]


def moved(scenario: Scenario, view: View) -> list[str]:
    """What has changed much in the rows of the other countries since they were last planned on."""
    others = [row for row in view.members if not row.is_self]
    lines = [f"  {line}" for row in others if (line := member_changes(scenario, row))]
    if not others:
        return []
    return [say("now.moved"), *lines] if lines else [say("now.unmoved")]


def members(scenario: Scenario, view: View) -> list[str]:
    """The table of countries as sentences."""
    inside = [m for m in view.members if m.membership in ("member", "suspended")]
    outside = [m for m in view.members if m not in inside]
    lines: list[str] = []
    for title, rows in (("now.members", inside), ("now.outside", outside)):
        if rows:
            lines.append(say(title))
            lines += [f"  {member_line(scenario, row)}" for row in rows]
    return lines


def questions(view: View) -> list[str]:
    """Cards to answer and motions to vote on, numbered."""
    rows = [
        ("now.card", {"name": card.name, "count": len(card.options), "due": card.due})
        for card in view.cards
    ]
    rows += [
        ("now.motion", {"name": motion.name, "forecast": forecast(motion)})
        for motion in view.motions
    ]
    if not rows:
        return [say("now.no_questions")]
    lines = [f"  {say(id, number=n, **facts)}" for n, (id, facts) in enumerate(rows, 1)]
    return [say("now.questions"), *lines]


def score_lines(score: Score) -> list[str]:
    """A seat's standing and its objectives."""
    lines = [say("score.head", role=score.name, points=score.points, win=score.win)]
    for goal in score.objectives:
        mark = aim_mark(goal.points, holds=goal.holds)
        lines.append("  " + say("score.row", mark=mark, points=goal.points, name=goal.name))
        if goal.text:
            lines.append(f"    {goal.text}")
    return lines


def aim_mark(points: int, *, holds: bool) -> str:
    """How an aim stands, in a word; what takes points away is none that anybody would want to hold."""
    if points < 0:
        return say("score.against")
    return say("score.holds" if holds else "score.open")


def end_lines(view: View) -> list[str]:
    """How the game ended and who won."""
    ended = view.ended
    if ended is None:
        return []
    lines = [say("end.head", name=closed(ended.name), text=ended.text).rstrip()]
    for score in ended.scores:
        result = say("end.won" if score.won else "end.lost")
        lines.append("  " + say("end.score", name=score.name, points=score.points, result=result))
    return lines
