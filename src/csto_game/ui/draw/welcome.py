"""The very first start: three short questions, each with what to judge it by."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.ui.draw.box import ROW, box
from csto_game.ui.draw.samples import sample_rows
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, clip, fit, join, row_width, spread, tagged, wrap
from csto_game.ui.words import say

_WIDEST = 84


@frozen
class Question:
    """``asked`` in words, the setting ``name`` that answers it, and how the answer reads just now."""

    name: str
    asked: str
    note: str
    answer: str


def welcome_page(
    questions: Sequence[Question], at: int, width: int, height: int, look: Look
) -> list[Row]:
    """A box in the middle; the question about screen readers stands first, in plain words."""
    inner = min(_WIDEST, width - 2)
    facts = {"begin": look.named("choose", "welcome"), "back": look.named("back", "welcome")}
    intro = say("Three short questions, once. {begin} begins; {back} leaves all as found.", **facts)
    rows: list[Row] = [*((look.text(f" {line}"),) for line in wrap(intro, inner - 4)), EMPTY]
    for place, question in enumerate(questions):
        made = _question(question, place, inner - 2, look, is_here=place == at)
        rows += [tagged(row, ROW, place) for row in made]
        rows += [EMPTY] if place + 1 < len(questions) else []
    if len(rows) + 2 > height:
        rows = [row for row in rows if row]
    made = box(say("welcome"), rows, inner, min(len(rows) + 2, height), look, focused=True)
    above = max(0, (height - len(made)) * 2 // 5)
    pad = (Span(" " * ((width - inner) // 2)),)
    return [EMPTY] * above + [join(pad, row) for row in made]


def _question(
    question: Question, place: int, width: int, look: Look, *, is_here: bool
) -> list[Row]:
    glyphs = look.glyphs
    cursor = look.key(f" {glyphs.cursor} ") if is_here else Span("   ")
    asked = (look.strong if is_here else look.text)(question.asked)
    ends = (f"{glyphs.left} ", f" {glyphs.right} ") if is_here else ("  ", "   ")
    answer = (look.key(ends[0]), look.strong(question.answer), look.key(ends[1]))
    row = fit(spread((cursor, look.key(f"{place + 1} "), asked), answer, width), width)
    margin = Span(" " * 5)
    notes = [(margin, look.note(line)) for line in wrap(question.note, width - 7)]
    samples = [(margin, *clip(one, width - 6)) for one in _samples(question.name, look)]
    return [look.chosen(row) if is_here else row, *notes, *samples]


def _samples(name: str, look: Look) -> list[Row]:
    sides, news, signs = sample_rows(look)
    if name == "color":
        return [sides[:-1], news]
    shown = (Span(" "), *signs[1:], Span(" "))
    return box("", [shown], row_width(shown) + 2, 3, look) if name == "glyphs" else []
