"""Countries as tiles, for worlds without geography and panels too small for a map."""

from __future__ import annotations

from csto_game.model.view import Member, View
from csto_game.ui.look import Look
from csto_game.ui.poles import Pole, leaning, poles
from csto_game.ui.rows import EMPTY, Row, Span, beside, block, cell, stack
from csto_game.ui.sight import order_of

_TILE = (22, 4)


def board_rows(view: View, selected: str, width: int, height: int, look: Look) -> list[Row]:
    """Tiles left to right, top to bottom, in the order of the table."""
    across = max(1, (width - 1) // (_TILE[0] + 1))
    all_poles = poles(view, look)
    tiles = [_tile(m, all_poles, look, is_here=m.code == selected) for m in order_of(view)]
    rows: list[Row] = [EMPTY]
    gap = [(Span(" "),)] * _TILE[1]
    for start in range(0, len(tiles), across):
        line = [part for tile in tiles[start : start + across] for part in (gap, tile)]
        rows = stack(rows, beside(*line))
    return block(rows, width, height, look.theme.panel)


def _tile(member: Member, all_poles: tuple[Pole, ...], look: Look, *, is_here: bool) -> list[Row]:
    found = leaning(dict(member.lean.shares), all_poles)
    color = found[0].color if found else look.theme.line
    top_left, top_right, low_left, low_right, line, side = tuple(look.glyphs.box)
    inner = _TILE[0] - 2
    lead = f"{found[0].letter}{found[1] // 10}" if found else ""
    stat = next((member.figures[s] for s in member.table if s in member.figures), None)
    second = f"{stat.label} {stat.shown}" if stat else ""
    name = cell((look.strong(f" {member.name}"),), inner - 5)
    rows: list[Row] = [
        (look.ink(top_left + line * inner + top_right, color),),
        (
            look.ink(side, color),
            *name,
            *cell((look.ink(f"{lead} ", color),), 5, "right"),
            look.ink(side, color),
        ),
        (look.ink(side, color), *cell((look.dim(f" {second}"),), inner), look.ink(side, color)),
        (look.ink(low_left + line * inner + low_right, color),),
    ]
    return [look.chosen(row) for row in rows] if is_here else rows
