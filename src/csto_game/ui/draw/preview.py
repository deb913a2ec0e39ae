"""What a command would do: sure changes as bands, branches with their chance, what comes later."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import evolve

from csto_game.model.refusal import Refusal
from csto_game.model.view import Branch, DueRow, Preview, Range, View
from csto_game.ui.costs import cost_spans
from csto_game.ui.draw.parts import band, bounds_of, plus
from csto_game.ui.figures import decimals, figure_of, scaled
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join, row_width, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_SEVERAL = 3
Sentence = Callable[[Refusal], str]


def preview_rows(
    view: View, preview: Preview, width: int, look: Look, sentence: Sentence
) -> list[Row]:
    rows: list[Row] = []
    if preview.refusal:
        rows += _told(sentence(preview.refusal), width, look, look.glyphs.alert)
    if preview.warn:
        rows += _told(preview.warn, width, look, look.glyphs.warn)
    if preview.cost:
        rows.append(join((look.dim(f" {say('costs')}  "),), cost_spans(view, preview.cost, look)))
    rows += _ranges(view, preview, width, look)
    for branch in preview.branches:
        rows += _branch(view, branch, width, look)
    if preview.later:
        rows.append((look.head(f" {say('LATER')}"),))
        rows += [_due(view, due, width, look) for due in preview.later]
    for note in preview.notes:
        rows += [(look.text(f" {line}"),) for line in wrap(note, width - 2)]
    return rows or [(look.note(" " + say("Nothing that can be foreseen.")),)]


def _told(text: str, width: int, look: Look, sign: str) -> list[Row]:
    lines = wrap(text, width - 4)
    return [(look.warn(f" {sign if n == 0 else ' '} {line}"),) for n, line in enumerate(lines)]


def _ranges(view: View, preview: Preview, width: int, look: Look) -> list[Row]:
    if not preview.sure:
        return []
    shown = bounds_of([*preview.sure, *(one for b in preview.branches for one in b.changes)])
    head = join(cell((look.head(f" {say('EFFECT')}"),), _label_width(width) + 1), (Span(""),))
    return [
        head,
        *(
            row
            for one in gathered(view, preview.sure)
            for row in range_rows(view, one, shown, width, look)
        ),
    ]


def gathered(view: View, ranges: Sequence[Range]) -> list[Range]:
    """The same change of the same stat in three countries or more becomes one line."""
    kinds: dict[tuple[object, ...], list[Range]] = {}
    for one in ranges:
        kinds.setdefault(_kind(view, one), []).append(one)
    made: list[Range] = []
    for same in kinds.values():
        made += [_several(view, same)] if len(same) >= _SEVERAL else same
    return made


def _kind(view: View, one: Range) -> tuple[object, ...]:
    owner, _, stat = one.path.partition(".")
    if owner in (view.seat, "world", "alliance"):
        return (one.path,)
    return stat, one.low - one.before, one.high - one.before, one.because


def _several(view: View, same: Sequence[Range]) -> Range:
    figure = figure_of(view, same[0].path)
    label = figure.label.lower() if figure else same[0].path.rpartition(".")[2]
    return evolve(same[0], label=say("{count} others: {label}", count=len(same), label=label))


def _label_width(width: int) -> int:
    return max(12, min(30, width - 36))


def range_rows(
    view: View, one: Range, bounds: tuple[int, int], width: int, look: Look
) -> list[Row]:
    """One number: what it is, from what by what to what; the reason in a row of its own."""
    figure = figure_of(view, one.path)
    places = decimals(figure) if figure else 0
    low, high = one.low - one.before, one.high - one.before
    good = figure.good if figure else "none"
    glyphs = look.glyphs
    room = _label_width(width)
    label = cell(clip((look.text(f" {named(view, one)}"),), room, ellipsis=glyphs.more), room + 1)
    before = cell((look.dim(scaled(one.before, places)),), 5, "right")
    first = cell((look.signed(low, plus(low, look, places) or "0", good),), 6, "right")
    if low == high:
        after = scaled(one.high, places)
        row = join(label, before, first, (look.dim(f"  {glyphs.arrow} "), look.strong(after)))
    else:
        last = cell((look.signed(high, plus(high, look, places) or "0", good),), 6)
        line = band(low, high, bounds, max(5, min(12, width - room - 26)), look)
        after = f"{scaled(one.low, places)}{glyphs.dash}{scaled(one.high, places)}"
        row = join(
            label, before, first, (Span(" "),), line, (Span(" "),), last, (look.strong(after),)
        )
    because = ", ".join(one.because)
    if not because or row_width(row) + cell_width(because) + 3 <= width:
        return [clip((*row, look.note(f"   {because}")), width)]
    return [
        clip(row, width),
        *((look.note(f"   {line}"),) for line in wrap(because, width - 4)[:2]),
    ]


def named(view: View, one: Range) -> str:
    """``Treasury`` for our own, ``Kazakhstan: unrest`` for others', ``China: tie`` for our ties."""
    owners = one.path.split(".")[:-1]
    label = one.label or one.path
    others = [
        actor_name(view, code) for code in owners if code not in (view.seat, "world", "alliance")
    ]
    if not others or any(name in label for name in others) or ":" in label:
        return label
    return f"{', '.join(others)}: {label.lower()}"


def _branch(view: View, branch: Branch, width: int, look: Look) -> list[Row]:
    if branch.chance >= 100 and not branch.hidden:
        head: Row = (look.head(f" {say('THEN')} "), look.text(branch.name))
    else:
        name = say("something you may not know") if branch.hidden else branch.name
        head = (look.key(f" {branch.chance:>3} % "), look.strong(name))
    rows = [clip(head, width, ellipsis=look.glyphs.more)]
    rows += [(look.text(f"       {line}"),) for line in wrap(branch.text, width - 9) if line]
    shown = bounds_of(branch.changes)
    for one in branch.changes:
        rows += range_rows(view, one, shown, width, look)
    return rows


def _due(view: View, due: DueRow, width: int, look: Look) -> Row:
    figure = figure_of(view, due.path)
    places = decimals(figure) if figure else 0
    good = figure.good if figure else "none"
    times = say("once") if due.left == 1 else say("{count} times", count=due.left)
    name = figure.label if figure else due.path
    who = due.path.split(".")[0]
    text = say("turn {turn}, {times}", turn=due.turn, times=times)
    row = (
        look.dim(f" {text}  "),
        look.text(f"{who} {name} " if figure else f"{name} "),
        look.signed(due.amount, plus(due.amount, look, places), good),
        look.note(f"  {due.because}"),
    )
    return clip(row, width, ellipsis=look.glyphs.more)


def short_effects(view: View, changes: Sequence[Range], look: Look, most: int = 3) -> Row:
    """The largest changes in a few words, for tables: ``ARM loyalty +3…+9``."""
    ranked = sorted(changes, key=lambda r: -max(abs(r.low - r.before), abs(r.high - r.before)))
    parts: list[Row] = []
    for one in ranked[:most]:
        figure = figure_of(view, one.path)
        places, good = (decimals(figure), figure.good) if figure else (0, "none")
        low, high = one.low - one.before, one.high - one.before
        text = plus(low, look, places) or "0"
        if low != high:
            text += f"{look.glyphs.more}{plus(high, look, places) or '0'}"
        name = figure.label.lower() if figure else one.path.rpartition(".")[2]
        who = one.path.split(".")[0]
        sign = low + high
        parts.append((look.dim(f"{who} {name} "), look.signed(sign, text, good), Span("  ")))
    return join(*parts) if parts else EMPTY
