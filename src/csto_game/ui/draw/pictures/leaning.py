"""Whom a country has leaned to: bands laid on one another over time, and a triangle of all countries."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.ui.draw.parts import apportion
from csto_game.ui.draw.pictures.axis import LEFT, base_row, dates_row, with_numbers
from csto_game.ui.draw.pictures.plot import Plot
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.look import Look
from csto_game.ui.poles import Pole, poles
from csto_game.ui.rows import EMPTY, Row, Span, beside, block, cell, clip, join
from csto_game.ui.sight import order_of
from csto_game.ui.words import say

_SIDE = 24
_ALLIANCE, _OWN = "alliance", "unaligned"


def band_rows(
    seen: Seen, width: int, height: int, look: Look, *, has_legend: bool = True
) -> list[Row]:
    """Shares of one country at each turn, the alliance at the bottom; the letters tell which is which."""
    all_poles, course = poles(seen.view, look), seen.annals.leaning(seen.code)
    known = [dict(shares) for shares in course if shares]
    if not all_poles or not known:
        return [(look.note(" " + say("Only countries lean. Choose one: ↑↓.")),)]
    aside = _SIDE if has_legend else 0
    wide, tall = width - LEFT - aside - 1, height - 2
    plane = _bands(known, all_poles, wide, tall, look)
    labels = [(0, "100 %"), ((tall - 1) // 2, "50 %"), (tall - 1, "0 %")]
    left = [*with_numbers(plane, labels, look), base_row(wide, (), look)]
    left.append(dates_row(seen.dates, wide, look))
    side = _legend(known, all_poles, look)
    return beside(block(left, width - aside, height), block(side, aside, height))


def _bands(
    known: Sequence[dict[str, int]], all_poles: Sequence[Pole], wide: int, tall: int, look: Look
) -> list[Row]:
    """With color and fine glyphs a cell may be cut between two bands; else letters fill whole cells."""
    is_fine = look.glyphs.level == "full" and look.depth in ("true", "256")
    parts = 8 if is_fine else 1
    columns = []
    for x in range(wide):
        shares = known[x * len(known) // wide]
        weights = [max(0, shares.get(pole.code, 0)) for pole in all_poles]
        lengths = apportion(weights, tall * parts)
        columns.append([pole for pole, n in zip(all_poles, lengths, strict=True) for _ in range(n)])
    rows = []
    for y in range(tall):
        bottom = (tall - 1 - y) * parts
        cells = [column[bottom : bottom + parts] for column in columns]
        rows.append(_join(_cell(one, x, y, look, is_fine=is_fine) for x, one in enumerate(cells)))
    return rows


def _cell(stack: Sequence[Pole], x: int, y: int, look: Look, *, is_fine: bool) -> Span:
    if not stack:
        return Span(" ")
    low, high = stack[0], stack[-1]
    if not is_fine:
        return look.ink(low.letter, low.color)
    count = sum(pole.code == low.code for pole in stack)
    if count == len(stack):
        # a letter now and then, so that color is never alone
        if x % 16 == 8 and y % 3 == 1:
            return look.ink(low.letter, look.theme.background, low.color, bold=True)
        return look.ink(look.glyphs.spark[-1], low.color)
    return look.ink(look.glyphs.spark[count - 1], low.color, high.color)


def _join(spans: object) -> Row:
    joined: list[Span] = []
    for span in spans:  # type: ignore[attr-defined]  # an iterator of spans
        last = joined[-1] if joined else None
        if last and (last.fg, last.bg, last.bold) == (span.fg, span.bg, span.bold):
            joined[-1] = Span(last.text + span.text, last.fg, last.bg, bold=last.bold)
        else:
            joined.append(span)
    return tuple(joined)


def _legend(known: Sequence[dict[str, int]], all_poles: Sequence[Pole], look: Look) -> list[Row]:
    rows: list[Row] = [EMPTY, (look.dim(f"   {say('then')} {look.glyphs.arrow} {say('now')}"),)]
    first, last = known[0], known[-1]
    for pole in reversed(all_poles):
        then, now = first.get(pole.code, 0) // 10, last.get(pole.code, 0) // 10
        mark = look.glyphs.up if now > then else look.glyphs.down if now < then else ""
        rows.append(
            join(
                (Span("  "), look.ink(f"{pole.letter} ", pole.color, bold=True)),
                cell(clip((look.text(pole.name),), 10, ellipsis=look.glyphs.more), 10),
                cell((look.dim(f"{then}"),), 3, "right"),
                cell((look.strong(f"{now}"),), 4, "right"),
                (look.dim(f" {mark}"),),
            )
        )
    return rows


# ── all countries between three corners ──


def triangle_rows(seen: Seen, width: int, height: int, look: Look) -> list[Row]:
    """Each country between the alliance, the powers and itself; the marked one with its way there."""
    all_poles = poles(seen.view, look)
    codes = {pole.code for pole in all_poles}
    if not {_ALLIANCE, _OWN} <= codes or len(codes) < 3:
        return [(look.note(" " + say("This world has no poles to lean to.")),)]
    table = 38
    wide, tall = width - table - 2, height - 2
    if wide < 20:
        return _table(seen, all_poles, look)
    plot = Plot(wide, tall, look)
    _frame(plot, look)
    course = [_corners(dict(shares)) for shares in seen.annals.leaning(seen.code) if shares]
    plot.course([_point(one, plot) for one in course], look.theme.accent)
    for member in order_of(seen.view):
        now = dict(member.lean.shares)
        if not now:
            continue
        x, y = _point(_corners(now), plot)
        own = member.code == seen.code
        label = look.mark(member.code) if own else look.strong(member.code)
        _place(plot, x // plot.across, y // plot.down, label)
    top = (Span(" " * max(0, wide // 2 - 4)), look.dim(say("alliance")))
    left, right = say("its own way"), say("the powers")
    gap = max(1, wide - len(left) - len(right))
    rows = [top, *plot.rows(), (look.dim(left + " " * gap + right),)]
    return beside(
        block(rows, wide + 2, height), block(_table(seen, all_poles, look), table, height)
    )


def _corners(shares: dict[str, int]) -> tuple[int, int, int]:
    """(alliance, powers together, its own), per mille."""
    alliance, own = shares.get(_ALLIANCE, 0), shares.get(_OWN, 0)
    return alliance, max(0, sum(shares.values()) - alliance - own), own


def _point(corners: tuple[int, int, int], plot: Plot) -> tuple[int, int]:
    alliance, powers, own = corners
    whole = max(alliance + powers + own, 1)
    x = (powers * 2 + alliance) * (plot.wide - 1) // (2 * whole)
    return x, (whole - alliance) * (plot.high - 1) // whole


def _frame(plot: Plot, look: Look) -> None:
    top, left = (plot.wide // 2, 0), (0, plot.high - 1)
    right = (plot.wide - 1, plot.high - 1)
    for start, end in ((top, left), (left, right), (right, top)):
        plot.line(start, end, look.theme.line)


def _place(plot: Plot, x: int, y: int, label: Span) -> None:
    """Where it belongs, or as near as there is room."""
    length = len(label.text)
    x = max(0, min(x - length // 2, plot.width - length))
    for up, aside in ((0, 0), (1, 0), (-1, 0), (0, length + 1), (0, -length - 1), (2, 0), (-2, 0)):
        at = max(0, min(x + aside, plot.width - length))
        if 0 <= y + up < plot.height and plot.is_free(at - 1, y + up, length + 2):
            plot.write(at, y + up, label)
            return
    plot.write(x, y, label)


def _table(seen: Seen, all_poles: Sequence[Pole], look: Look) -> list[Row]:
    heads = (say("alliance"), say("powers"), say("own"))
    rows: list[Row] = [
        join(cell(EMPTY, 13), *(cell((look.dim(text),), 8, "right") for text in heads)),
    ]
    names = {pole.code: pole for pole in all_poles}
    for member in order_of(seen.view):
        shares = dict(member.lean.shares)
        alliance, powers, own = _corners(shares)
        cursor = look.key(look.glyphs.cursor) if member.code == seen.code else Span(" ")
        powerful = [pole for code, pole in names.items() if code not in (_ALLIANCE, _OWN)]
        most = max(powerful, key=lambda pole: shares.get(pole.code, 0))
        numbers = [cell((look.text(f"{alliance // 10} %"),), 8, "right")]
        numbers.append(
            cell((look.ink(most.letter, most.color), look.text(f" {powers // 10} %")), 8, "right")
        )
        numbers.append(cell((look.text(f"{own // 10} %"),), 8, "right"))
        name = clip((cursor, look.strong(member.name)), 12, ellipsis=look.glyphs.more)
        rows.append(join(cell(name, 13), *numbers))
    rows += [EMPTY, (look.note(" " + say("The letter: which power is first.")),)]
    line = look.glyphs.line * 2
    rows.append((look.ink(f" {line} ", look.theme.accent), look.note(say("the way so far"))))
    return rows
