"""Saves and timeline: the lines of a game as a tree, the marked turn at a glance, what can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.ui.archive import Gap, Glance, LineRow, Lines
from csto_game.ui.draw.box import box
from csto_game.ui.draw.gaps import gap_rows
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.tree import arranged, axis, by_turn, end_sign, scale_for, tracks
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, clip, fit, join, stack, tagged, wrap
from csto_game.ui.words import say

LINES = "lines"
_LOW = 4
"""Rows of the box with what can be undone."""


@frozen
class Sightline:
    """What the page shows. ``at`` and ``turn`` are the marked line and turn; ``glance`` is None until
    known; ``beside`` names what its numbers stand beside, ``against`` the line that was chosen for that.
    """

    lines: Lines | None = None
    at: int = 0
    turn: int = 1
    glance: Glance | None = None
    beside: str = ""
    against: str = ""
    orders: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def rows(self) -> tuple[LineRow, ...]:
        return arranged(self.lines.rows) if self.lines else ()

    @property
    def row(self) -> LineRow | None:
        rows = self.rows
        return rows[min(self.at, len(rows) - 1)] if rows else None


def timeline_page(seen: Sightline, width: int, height: int, look: Look) -> list[Row]:
    if seen.lines is None or not seen.rows:
        text = seen.trouble or look.glyphs.more
        return box(say("timeline"), [(look.note(f" {text}"),)], width, height, look)
    low = _LOW if height < 28 else _LOW + 2
    rows = len(seen.rows)
    is_airy = 2 * rows + 2 <= (height - low) // 2
    upper = min((2 * rows - 1 if is_airy else rows) + 3, max(6, (height - low) // 2))
    middle = height - low - upper
    left = width // 2
    first = box(_about(seen), _facts(seen, left - 2, look), left, middle, look)
    second = box(
        say("beside {name}", name=seen.beside),
        _numbers(seen, width - left - 2, look),
        width - left,
        middle,
        look,
        hint=(look.dim(f" {look.named('compare', 'timeline')} {say('compare')} "),)
        if len(seen.rows) > 1
        else EMPTY,
    )
    return stack(
        _tree(seen, width, upper, look, is_airy=is_airy),
        beside(first, second),
        _undo(seen, width, low, look),
    )


# ── the tree ──


def _tree(seen: Sightline, width: int, height: int, look: Look, *, is_airy: bool) -> list[Row]:
    """Where there is room, with a row between two lines."""
    lines, rows = seen.lines, seen.rows
    if lines is None:
        return []
    names = min(30, max(18, width // 5))
    facts = 17 if width < 100 else 24
    room = width - 2 - names - facts
    scale = scale_for(len(lines.dates), seen.turn, room)
    made = tracks(rows, seen.at, seen.turn, scale, look)
    body: list[Row] = []
    marked = 0
    for place, (row, (above, track)) in enumerate(zip(rows, made, strict=True)):
        is_here = place == seen.at
        if is_airy and place:
            body.append(join(cell(EMPTY, names), cell(above, room)))
        marked = len(body) if is_here else marked
        line = join(
            cell(_name(seen, row, names - 1, look, is_here=is_here), names),
            by_turn(cell(track, room), place, scale),
            cell(_state(row, facts - 2, look), facts - 1, "right"),
        )
        line = look.chosen(fit(line, width - 2)) if is_here else line
        body.append(tagged(line, LINES, place))
    scroll = scroll_to(marked, height - 3, len(body))
    head = join(cell(EMPTY, names), axis(lines.dates, scale, look))
    title = say("timeline")
    right = (
        say("one line only")
        if lines.is_iron
        else say("{count} {count|line|lines}", count=len(rows))
    )
    return box(
        title, body, width, height, look,
        focused=True, right=right, hint=_legend(rows, look), scroll=scroll, head=head, panel=LINES,
    )  # fmt: skip


def _name(seen: Sightline, row: LineRow, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    paint = look.strong if row.is_here else look.text
    mark: Row = (look.key("= "),) if row.name == seen.against else EMPTY
    return clip((cursor, *mark, paint(row.name)), width, ellipsis=look.glyphs.more)


def _state(row: LineRow, width: int, look: Look) -> Row:
    if row.trouble:
        return (look.warn(say("damaged")),)
    if row.ended:
        points = "" if row.points is None else f"{row.points} "
        return clip((look.strong(points), look.dim(row.ended)), width, ellipsis=look.glyphs.more)
    marks = f"{look.glyphs.alert} " if row.touched or row.torn else ""
    return (look.warn(marks), look.dim(row.date))


def _legend(rows: Sequence[LineRow], look: Look) -> Row:
    """The signs that stand in the picture."""
    glyphs = look.glyphs
    known = {
        glyphs.now: say("you are here"),
        glyphs.todo: say("goes on"),
        glyphs.yes: say("won"),
        glyphs.no: say("lost"),
        glyphs.alert[:1]: say("damaged"),
    }
    shown = dict.fromkeys(end_sign(row, look)[0] for row in rows)
    return (look.dim(f" {'  '.join(f'{sign} {known[sign]}' for sign in shown)} "),)


# ── the marked turn ──


def _about(seen: Sightline) -> str:
    row, glance = seen.row, seen.glance
    name = row.name if row else ""
    return (
        f"{name} · {say('turn {turn}, {date}', turn=glance.turn, date=glance.date)}"
        if glance
        else name
    )


def _facts(seen: Sightline, width: int, look: Look) -> list[Row]:
    row = seen.row
    if row is None:
        return []
    facts = [(say("came"), _origin(row)), (say("played"), f"{row.when} UTC")]
    if row.trouble:
        told = [(look.warn(f" {line}"),) for line in wrap(row.trouble, width - 2)]
        key = look.named("choose", "timeline")
        hint = say("{key} shows what is good of it and what is lost.", key=key)
        return [*_table(facts, width, look), EMPTY, *told, (look.note(f" {hint}"),)]
    facts.append((say("file"), _file(row)))
    if row.memo:
        facts.append((say("memo"), row.memo))
    marks = _marks(row)
    if marks:
        facts.append((say("note"), marks))
    rows = _table(facts, width, look)
    glance = seen.glance
    if glance is None:
        return [*rows, (look.dim(f" {seen.trouble or look.glyphs.more}"),)]
    rows += _listed(say("orders"), glance.orders, say("none in this turn"), width, look)
    return rows + _listed(say("then"), glance.told, say("a quiet turn"), width, look)


def _origin(row: LineRow) -> str:
    if not row.parent:
        return say("from the beginning")
    return say("from {parent} in turn {turn}", parent=row.parent, turn=row.left)


def _file(row: LineRow) -> str:
    tenths = (row.size * 10 + 512) // 1024
    size = f"{tenths // 10}.{tenths % 10}"
    return say("{count} {count|command|commands}, {size} KB", count=row.commands, size=size)


def _marks(row: LineRow) -> str:
    marks = []
    if row.touched:
        marks.append(say("touched by a modder's hand"))
    if row.torn:
        marks.append(say("its last line was cut off and is left out"))
    return ", ".join(marks)


def _table(facts: Sequence[tuple[str, str]], width: int, look: Look) -> list[Row]:
    return [
        clip(
            (*cell((look.dim(f" {name}"),), 10), look.text(text)),
            width,
            ellipsis=look.glyphs.more,
        )
        for name, text in facts
    ]


def _listed(name: str, texts: Sequence[str], empty: str, width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    for n, text in enumerate(texts or (empty,)):
        paint = look.text if texts else look.note
        for m, line in enumerate(wrap(text, width - 11)):
            head = name if n == m == 0 else ""
            rows.append((*cell((look.dim(f" {head}"),), 10), paint(line)))
    return rows


def _numbers(seen: Sightline, width: int, look: Look) -> list[Row]:
    gaps: Sequence[Gap] = seen.glance.gaps if seen.glance else ()
    if not gaps:
        return [(look.dim(f" {look.glyphs.more}"),)] if seen.glance is None else []
    heads = (say("here"), say("there"))
    rows = gap_rows(gaps, heads, width, look)
    if not any(one.gap for one in gaps):
        told = say("That is where you are. Go to another turn or line to see how it differs.")
        rows += [EMPTY, *((look.note(f" {line}"),) for line in wrap(told, width - 2))]
    return rows


# ── undo ──


def _undo(seen: Sightline, width: int, height: int, look: Look) -> list[Row]:
    room = width - 4
    done = [look.text(name) for name in reversed(seen.orders)]
    back = [look.note(name) for name in seen.undone]
    rows = [
        _row_of(say("to undo"), done, say("Nothing was ordered this turn."), room, look),
    ]
    if back or height > _LOW:
        rows.append(_row_of(say("to redo"), back, say("Nothing was taken back."), room, look))
    else:
        text = say("Nothing leaves this turn until you end it; what is over is branched from.")
        rows.append((look.note(f" {text}"),))
    if height > _LOW:
        text = say(
            "Undo goes back to the turn's beginning, as long as nothing hidden was shown. Turns that are "
            "over stay as they were: {key} begins another line from any of them.",
            key=look.named("branch", "timeline"),
        )
        rows += [(look.note(f" {line}"),) for line in wrap(text, room)]
    undo, redo = look.named("undo", "timeline"), look.named("redo", "timeline")
    hint = (look.dim(f" {undo} {say('undo')}  {redo} {say('redo')} "),)
    return box(say("this turn"), rows, width, height, look, hint=hint)


def _row_of(name: str, texts: Sequence[Span], empty: str, width: int, look: Look) -> Row:
    head = cell((look.dim(f" {name}"),), 11)
    if not texts:
        return (*head, look.note(empty))
    row: Row = head
    for n, text in enumerate(texts):
        row = (*row, look.dim(f" {look.glyphs.same} " if n else ""), text)
    return clip(row, width, ellipsis=look.glyphs.more)
