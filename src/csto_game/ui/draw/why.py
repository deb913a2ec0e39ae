"""Why a number is what it is: the docked panel and the whole page."""

from __future__ import annotations

from csto_game.model.view import Figure, View, Why, WhyRow
from csto_game.ui.draw.box import ROW, box
from csto_game.ui.draw.parts import heights, plus
from csto_game.ui.draw.pictures.number import number_rows
from csto_game.ui.figures import decimals, scaled
from csto_game.ui.look import Look
from csto_game.ui.names import turn_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, row_width, spread, tagged, wrap
from csto_game.ui.words import say

_TALLEST = 18
"""Rows of the chart at most, its frame included."""
_LEAST_TURNS = 3
_LAST = 8
_WITH_PLACE = 50
"""Columns from which on file and line stand beside a cause; below them, under it."""


def why_panel(why: Why | None, width: int, height: int, look: Look) -> list[Row]:
    """The largest causes of the last change, as many as fit."""
    key = look.hotkey("why", "campaign")
    hint = (look.dim(f" {key} {say('drills down')} "),) if why and why.rows else EMPTY
    rows = _docked(why, width - 2, height - 2, look) if why else _nothing(width - 2, look)
    return box(say("why"), rows, width, height, look, hint=hint, panel="why")


def _nothing(width: int, look: Look) -> list[Row]:
    text = say("The cursor on a number shows its causes here.")
    return [(look.note(f" {line}"),) for line in wrap(text, width - 2)]


def _docked(why: Why, width: int, height: int, look: Look) -> list[Row]:
    rows = [clip(title(why, look), width, ellipsis=look.glyphs.more)]
    if not why.rows:
        text = say("No change this turn.") if not why.formula else why.formula
        return rows + [(look.note(f" {line}"),) for line in wrap(text, width - 2)]
    ranked = sorted(why.rows, key=lambda row: -abs(row.amount))
    is_wide = width >= _WITH_PLACE
    each = 1 if is_wide or height - 1 < 2 * min(len(ranked), 3) else 2
    room = (height - 1) // each
    shown = ranked if len(ranked) <= room else ranked[: (height - 2) // each]
    rest = ranked[len(shown) :]
    spare = height - 1 - each * len(shown) - bool(rest)
    for place, cause in enumerate(shown):
        is_last = place == len(shown) - 1 and not rest
        made = _cause(cause, width, look, is_last=is_last, has_place=each == 2, most=spare + 1)
        spare -= len(made) - each
        rows += made
    if rest:
        text = say("{count} smaller {count|cause|causes}", count=len(rest))
        amount = sum(row.amount for row in rest)
        rows.append(_line(look.glyphs.last, amount, look.dim(text), width, look))
    return rows


def title(why: Why, look: Look) -> Row:
    moved = why.after - why.before
    arrow = look.glyphs.up if moved > 0 else look.glyphs.down
    row = (look.strong(f" {why.label} {why.after}"),)
    return (*row, look.text(f"  {arrow}{abs(moved)}")) if moved else row


def _cause(
    cause: WhyRow, width: int, look: Look, *, is_last: bool, has_place: bool, most: int
) -> list[Row]:
    """The cause in at most `most` rows of words, its place at their end or below them."""
    sign = look.glyphs.last if is_last else look.glyphs.branch
    trunk = look.ink(f" {' ' if is_last else look.glyphs.trunk}", look.theme.line)
    indent = (trunk, Span(" " * 8))
    count = f" ×{cause.count}" if cause.count > 1 else ""
    text = (cause.because or cause.thing) + count
    place = look.note(f"{where(cause)} ")
    aside = 0 if has_place else min(row_width((place,)) + 1, width // 2)
    if width < _WITH_PLACE:
        aside = 0
    room = width - 10 - aside
    lines = list(wrap(text, room)) or [""]
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    words = [clip((look.text(line),), room, ellipsis=look.glyphs.more) for line in lines]
    head = _line(sign, cause.amount, Span(""), width, look)
    rows = [join(head, words[0]), *(join(indent, line) for line in words[1:])]
    if aside:
        rows[0] = spread(rows[0], (place,), width)
    return [*rows, join(indent, (place,))] if has_place else rows


def where(cause: WhyRow) -> str:
    """File and line, or the thing that did it."""
    if cause.file:
        return f"{cause.file}:{cause.line}" if cause.line else cause.file
    return cause.command or cause.thing


def _line(sign: str, amount: int, text: Span, width: int, look: Look) -> Row:
    number = cell((look.signed(amount, plus(amount, look)),), 6, "right")
    row = join((look.ink(f" {sign}", look.theme.line),), number, (Span("  "), text))
    return clip(row, width, ellipsis=look.glyphs.more)


def why_rows(
    why: Why, open_rows: frozenset[int], at: int, width: int, look: Look, *, is_short: bool = False
) -> tuple[list[Row], int]:
    """The inside of the page and the row the cursor is on: causes, what lies below them, proof.

    `is_short` leaves out the values so far: a chart tells them.
    """
    moved = why.after - why.before
    total = f" {why.before} {look.glyphs.arrow} {why.after}   {plus(moved, look)} "
    rows: list[Row] = [(look.strong(total), look.dim(_count(why)))]
    rows += [(look.note(f" {line}"),) for line in wrap(why.text, width - 2)] if why.text else []
    rows.append(EMPTY)
    marked = 0
    for place, cause in enumerate(why.rows):
        marked = len(rows) if place == at else marked
        made = _cause_rows(cause, look, width, is_open=place in open_rows, is_here=place == at)
        rows += [tagged(row, ROW, place) for row in made]
    if why.formula:
        rows += [(look.dim(f" {say('worked out')}  "), look.text(why.formula))]
        rows += [_part(label, amount, look) for label, amount in why.parts]
    rows.append((look.ink(" " + look.glyphs.line * (width - 2), look.theme.line),))
    if not is_short:
        rows.append(_history(why, look))
    if not why.formula:
        rows.append(_check(why, look))
    return rows, marked


def why_chart(
    view: View, why: Why, figure: Figure | None, width: int, height: int, look: Look
) -> list[Row]:
    """A box with the number at every turn up to the one asked about; nothing where it would not fit."""
    course = [(turn, amount) for turn, amount in why.history if turn]
    dates = [turn_name(view, turn) for turn, _ in course]
    ends = (figure.low, figure.high) if figure else (why.after, why.after)
    places = decimals(figure) if figure else 0
    tall = min(height, _TALLEST) - 2
    if len(course) < _LEAST_TURNS:
        return []
    rows = number_rows(
        [amount for _, amount in course],
        dates,
        width - 2,
        tall,
        look,
        ends=ends,
        words=lambda amount: scaled(amount, places),
        mark=len(course),
    )
    return box(say("over time"), rows, width, tall + 2, look) if rows else []


def _count(why: Why) -> str:
    return say("= sum of {count} {count|cause|causes}", count=len(why.rows)) if why.rows else ""


def _cause_rows(
    cause: WhyRow, look: Look, width: int, *, is_open: bool, is_here: bool
) -> list[Row]:
    glyphs = look.glyphs
    sign = look.key(f"{glyphs.opened if is_open else glyphs.closed} ")
    count = f" ×{cause.count}" if cause.count > 1 else ""
    number = cell((look.signed(cause.amount, plus(cause.amount, look)),), 5, "right")
    place = (look.note(where(cause) + " "),)
    room = width - row_width(place) - 1
    head = join((sign,), number, (look.text(f"  {cause.because or cause.thing}{count}"),))
    row = spread(clip(head, room, ellipsis=glyphs.more), place, width)
    rows = [look.chosen(row) if is_here else row]
    return rows + _below(cause, width, look) if is_open else rows


def _below(cause: WhyRow, width: int, look: Look) -> list[Row]:
    """What entered, the line as written, the command and the source of the figure."""
    facts = [(path, shown) for path, shown in cause.reads]
    facts += [(say("rule"), cause.source)] if cause.source else []
    facts += [(say("thing"), cause.thing)] if cause.thing else []
    facts += [(say("command"), cause.command)] if cause.command else []
    facts += [(say("source"), cause.cite)] if cause.cite else []
    rows: list[Row] = []
    for place, (name, text) in enumerate(facts):
        sign = look.glyphs.last if place == len(facts) - 1 else look.glyphs.branch
        head = (look.ink(f"    {sign} ", look.theme.line), *cell((look.dim(name),), 18))
        lines = wrap(text, max(width - 26, 10)) or ("",)
        rows.append((*head, look.text(f" {lines[0]}")))
        rows += [(look.text(" " * 25 + line),) for line in lines[1:]]
    return rows


def _part(label: str, amount: int, look: Look) -> Row:
    return (
        look.dim(f"    {look.glyphs.branch} "),
        *cell((look.dim(label),), 28),
        look.text(f"{amount}"),
    )


def _history(why: Why, look: Look) -> Row:
    amounts = [amount for _, amount in why.history[-_LAST:]]
    if len(amounts) < 2:
        return (look.dim(f" {say('over time')}   "), look.text(say("nothing earlier")))
    line = heights(amounts, 1, look)
    shown = "  ".join(str(amount) for amount in amounts)
    theme = look.theme
    return (look.dim(f" {say('over time')}   "), look.ink(f"{line}  ", theme.bar), look.text(shown))


def _check(why: Why, look: Look) -> Row:
    """The proof that nothing was left out."""
    found = why.before + sum(row.amount for row in why.rows)
    terms = " ".join(plus(row.amount, look) for row in why.rows[:8])
    more = f" {look.glyphs.more}" if len(why.rows) > 8 else ""
    sign = look.glyphs.yes if found == why.after else look.glyphs.alert
    text = f"{why.before} {terms}{more} = {why.after} {sign}"
    if found != why.after:
        return (look.danger(f" {text} {say('unexplained')} {plus(why.after - found, look)} "),)
    return (look.dim(f" {say('check')}       "), look.text(text))
