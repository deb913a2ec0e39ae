"""How it stands, or how it ended: the ending, our objectives, everybody's points, turning points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from csto_game.model.event import Event
from csto_game.model.view import Figure, ObjectiveRow, Score, View
from csto_game.session.annals.records import Annals
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import box
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.draw.pictures.way import points_rows
from csto_game.ui.figures import decimals
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name, turn_name
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    beside,
    cell,
    clip,
    fit,
    join,
    row_of,
    spread,
    stack,
    tagged,
    wrap,
)
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

GOALS, NUMBERS = "goals", "numbers"
_SELDOM = 6
"""Turns in which one cause may have moved one number, and still have been something that happened."""
_LEAST_WAY = 5
"""Rows that a drawing of the points takes at least."""


@frozen
class Turning:
    """What moved one of our numbers most in one turn."""

    turn: int
    label: str
    amount: int
    good: str
    because: str
    places: int = 0


def turnings(view: View, events: Sequence[Event], most: int = 6) -> tuple[Turning, ...]:
    """The largest changes of the seat's headline and of the alliance, in the order of turns.

    What came again and again, such as a quarter's income, turned nothing.
    """
    watched = {figure.path: figure for figure in (*view.headline, *view.strip)}
    found: dict[tuple[int, str, str], int] = {}
    for event in events:
        if event.kind == "change" and event.because and event.path in watched:
            key = (event.turn, event.path, event.because)
            found[key] = found.get(key, 0) + event.after - event.before
    times = Counter((path, because) for _, path, because in found)
    found = {key: moved for key, moved in found.items() if times[key[1:]] <= _SELDOM}
    ranked = sorted(
        found.items(), key=lambda item: (-_weight(watched[item[0][1]], item[1]), item[0])
    )
    made = [
        Turning(turn, watched[path].label, amount, watched[path].good, because,
                decimals(watched[path]))
        for (turn, path, because), amount in ranked[:most]
    ]  # fmt: skip
    return tuple(sorted(made, key=lambda one: one.turn))


def _weight(figure: Figure, amount: int) -> int:
    return abs(amount) * 1000 // max(figure.high - figure.low, 1)


def verdict_page(
    view: View,
    at: int,
    turning: Sequence[Turning],
    width: int,
    height: int,
    look: Look,
    annals: Annals | None = None,
) -> list[Row]:
    """While the game goes on, the way to the goal stands where everybody's points will stand."""
    score = score_of(view)
    head = _head(view, score, width, max(5, height // 3), look)
    room = height - len(head)
    left = width // 2
    upper = min(room - 4, max(6, room * 3 // 5))
    goals = _goals(score, at, left - 2, look) if score else []
    is_first = score is not None and at < len(score.objectives)
    first = box(
        say("objectives"), goals, left, upper, look,
        focused=is_first, panel=GOALS,
        scroll=scroll_to(row_of(goals, GOALS, at), upper - 2, len(goals)) if is_first else None,
    )  # fmt: skip
    on_numbers = at - len(score.objectives) if score else at
    numbers = _numbers(view, on_numbers, width - left - 2, look)
    second = box(
        say("our numbers"), numbers, width - left, upper, look,
        focused=on_numbers >= 0, panel=NUMBERS,
        scroll=scroll_to(on_numbers, upper - 2, len(numbers)) if on_numbers >= 0 else None,
    )  # fmt: skip
    third = box(
        _past_title(view), _turnings(view, turning, left - 2, look), left, room - upper, look
    )
    name, inside = say("everybody"), _scores(view, width - left - 2, look)
    spare = room - upper - 2 - len(inside) - 1
    if annals is not None and (spare >= _LEAST_WAY or not view.ended):
        seen = Seen(view, annals, view.seat, "")
        tall = spare if view.ended else room - upper - 2
        way = points_rows(seen, width - left - 2, tall, look)
        inside = [*inside, EMPTY, *way] if view.ended else way or inside
        name = name if view.ended else say("the way to the goal")
    fourth = box(name, inside, width - left, room - upper, look)
    return stack(head, beside(first, second), beside(third, fourth))


def score_of(view: View) -> Score | None:
    """Our standing, or our part of the verdict."""
    return view.score or _own(view)


def _own(view: View) -> Score | None:
    scores = view.ended.scores if view.ended else ()
    return next((score for score in scores if score.seat == view.seat), None)


def _head(view: View, score: Score | None, width: int, most: int, look: Look) -> list[Row]:
    """How it ended, in at most so many rows; a longer text is moved."""
    ended = view.ended
    title = say("verdict") if ended else say("if it ended now")
    name = ended.name if ended else view.title
    text = ended.text if ended else say("Turn {turn} of {turns}.", turn=view.turn, turns=view.turns)
    rows: list[Row] = []
    points: Row = EMPTY
    if score:
        sum_text = say("{points} points, {win} to win ", points=score.points, win=score.win)
        done, open_ = (say("WON"), say("not won")) if ended else (say("enough"), say("not yet"))
        word = done if score.won else open_
        paint = look.good if score.won else look.bad
        points = (look.strong(sum_text), paint(f"{word} "))
    rows.append(spread((look.strong(f" {name}"),), points, width - 2))
    rows += [(look.text(f" {line}"),) for line in wrap(text, width - 4)]
    right = score.name if score else actor_name(view, view.seat)
    return box(title, rows, width, min(len(rows) + 2, most), look, right=right)


def _goals(score: Score, at: int, width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    for place, goal in enumerate(score.objectives):
        rows += [tagged(row, GOALS, place) for row in _goal(goal, width, look, is_here=place == at)]
    return rows


def _goal(goal: ObjectiveRow, width: int, look: Look, *, is_here: bool) -> list[Row]:
    sign = look.good(look.glyphs.done) if goal.holds else look.bad(look.glyphs.todo)
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    left = clip((cursor, sign, look.text(f" {goal.name}")), width - 8, ellipsis=look.glyphs.more)
    row = spread(left, (look.strong(f"{goal.points} "),), width)
    rows = [look.chosen(row) if is_here else row]
    if is_here:
        holds = say("holds") if goal.holds else say("does not hold")
        rows.append((look.dim(f"    {holds}; {judged_text(goal.judged)}"),))
        rows += [(look.note(f"    {line}"),) for line in wrap(goal.text, width - 6)]
    return rows


def judged_text(when: str) -> str:
    """When an objective must hold."""
    texts = {
        "end": say("judged at the end"),
        "ever": say("once is enough"),
        "always": say("must hold every turn"),
    }
    return texts.get(when, when)


def _numbers(view: View, at: int, width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    figures = {figure.path: figure for figure in (*view.headline, *view.strip)}
    for place, figure in enumerate(figures.values()):
        cursor = look.key(look.glyphs.cursor) if place == at else Span(" ")
        name = clip((cursor, look.text(figure.label)), width - 22, ellipsis=look.glyphs.more)
        label = cell(name, width - 21)
        shown = cell((look.strong(figure.shown if figure.known else "?"),), 9, "right")
        row = join(label, shown, (Span("  "),), parts.trend(figure, 9, look))
        rows.append(tagged(look.chosen(fit(row, width)) if place == at else row, NUMBERS, place))
    return rows


def _past_title(view: View) -> str:
    """While the game goes on only the last turns are told of."""
    return say("turning points") if view.ended else say("what moved lately")


def _turnings(view: View, turning: Sequence[Turning], width: int, look: Look) -> list[Row]:
    if not turning:
        return [(look.note(" " + say("Nothing has moved much.")),)]
    rows: list[Row] = []
    dates = max(cell_width(turn_name(view, one.turn)) for one in turning)
    for one in turning:
        number = cell(
            (look.signed(one.amount, parts.plus(one.amount, look, one.places), one.good),),
            7,
            "right",
        )
        row = join(
            cell((look.dim(f" {turn_name(view, one.turn)}"),), dates + 1),
            number,
            (look.text(f" {one.label} "), look.note(one.because)),
        )
        rows.append(clip(row, width, ellipsis=look.glyphs.more))
    return rows


def _scores(view: View, width: int, look: Look) -> list[Row]:
    scores = view.ended.scores if view.ended else (view.score,) if view.score else ()
    rows: list[Row] = []
    for score in sorted(scores, key=lambda one: (-one.points, one.seat)):
        sign = look.good(look.glyphs.done) if score.won else look.dim(look.glyphs.todo)
        paint = look.strong if score.seat == view.seat else look.text
        name = f" {actor_name(view, score.seat)}"
        rows.append(spread((Span(" "), sign, paint(name), look.note(f"  {score.name}")),
                           (look.text(f"{score.points}/{score.win} "),), width))  # fmt: skip
    if not view.ended:
        text = say("The others keep their points to themselves.")
        rows += [(look.note(f" {line}"),) for line in wrap(text, width - 2)]
    return rows


def watched_paths(view: View) -> tuple[str, ...]:
    """Paths of the numbers on the page, for the why key."""
    return tuple(dict.fromkeys(figure.path for figure in (*view.headline, *view.strip)))
