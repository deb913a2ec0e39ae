"""Crises over time: the step of each at every turn, as digits, so that nothing rests on color."""

from __future__ import annotations

from csto_game.session.annals.records import Climbing
from csto_game.ui.draw.pictures.axis import LEFT, base_row, dates_row
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.look import Look
from csto_game.ui.map.theme import mix, text_color
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, join
from csto_game.ui.words import say

_NAME = 28
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Key = tuple[str, str, str]


def ladder_rows(seen: Seen, width: int, height: int, look: Look) -> list[Row]:
    """One row for every crisis there has been, those of today first."""
    moments = seen.annals.moments
    found: dict[Key, dict[int, Climbing]] = {}
    for moment in moments:
        for one in moment.crises:
            found.setdefault((one.crisis, one.by, one.to), {})[moment.turn] = one
    if not found:
        return [(look.note(" " + say("No crisis has been, and none is.")),)]
    now = len(moments)
    ranked = sorted(found.items(), key=lambda item: (now not in item[1], -max(item[1])))
    each = max(1, min(3, (width - _NAME) // max(now, 1)))
    wide = each * now
    name = max(LEFT, min(2 * _NAME, width - wide - 2))
    pairs = [(f"{actor_name(seen.view, by)}–{actor_name(seen.view, to)}", rungs)
             for (_, by, to), rungs in ranked]  # fmt: skip
    rows: list[Row] = []
    shown = pairs[: max(1, height - 5)]
    is_airy = height - 5 >= 2 * len(shown)
    for title, rungs in shown:
        rows += [EMPTY] if is_airy and rows else []
        rows.append(_row(title, rungs, now, each, name, look))
    rows += [join(cell(EMPTY, name + 1 - LEFT), base_row(wide, (), look))]
    rows += [join(cell(EMPTY, name + 1 - LEFT), dates_row(seen.dates, wide, look)), EMPTY]
    last = max(one.rungs for rungs in found.values() for one in rungs.values()) - 1
    text = say(
        "Each sign is a turn: 0 is the first step, {last} the last.", last=_DIGITS[min(last, 35)]
    )
    return [clip(row, width) for row in (*rows, (look.note(f" {text}"),))]


def _warm(sign: str, one: Climbing, look: Look) -> Span:
    """The graver, the warmer the ground; where there are no shades, the sign itself."""
    last = max(one.rungs - 1, 1)
    if look.depth not in ("true", "256"):
        return (look.text, look.text, look.warn, look.danger)[min(one.rung * 3 // last, 3)](sign)
    theme = look.theme
    ground = mix(theme.panel, theme.bad, 60 + 640 * min(one.rung, last) // last)
    return look.ink(sign, text_color(theme.map, (ground,), theme.text), ground)


def _row(title: str, rungs: dict[int, Climbing], now: int, each: int, name: int, look: Look) -> Row:
    spans = []
    for turn in range(1, now + 1):
        one = rungs.get(turn)
        if one is None:
            spans.append(look.dim(look.glyphs.same * each))
            continue
        sign = _DIGITS[min(one.rung, 35)] * each
        spans.append(_warm(sign, one, look))
    running = rungs.get(now)
    mark = look.warn(look.glyphs.alert) if running else Span(" ")
    label = clip((mark, look.strong(f" {title}")), name, ellipsis=look.glyphs.more)
    return join(cell(label, name + 1), tuple(spans))
