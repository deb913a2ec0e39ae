"""Threads as a picture: columns of boxes and curved lines; plain SVG without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from csto_game.workshop.graph.layers import Place, places
from csto_game.workshop.graph.threads import Thread

WIDTH, HEIGHT = 230, 26
STEP_X, STEP_Y = 310, 34
MARGIN = 16
_LONGEST = 32
_STYLE = """
text { font: 12px Menlo, Consolas, monospace; fill: #222; }
rect { fill: #fff; stroke: #777; } path { fill: none; stroke: #999; }
.incident { fill: #fff4d6; } .flag { fill: #e3f0e3; } .verb { fill: #e2ecf7; }
.rule { fill: #f3e6f3; } .motion { fill: #f7e3e0; } .crisis { fill: #f9d9d0; }
.reads { stroke-dasharray: 4 3; } .starts { stroke: #a33; } .clears { stroke: #aaa; }
"""


def write_svg(found: tuple[Thread, ...]) -> str:
    """The picture."""
    placed = places(found)
    wide = MARGIN * 2 + WIDTH + max((x for x, _ in placed.values()), default=0) * STEP_X
    high = MARGIN * 2 + HEIGHT + max((y for _, y in placed.values()), default=0) * STEP_Y
    ties = dict.fromkeys((t.begin, t.how, t.end) for t in found)
    size = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
        f"<style>{_STYLE}</style>",
        *(
            _line(placed[begin], placed[end], how, f"{begin} {how} {end}")
            for begin, how, end in ties
        ),
        *(row for end, place in placed.items() for row in _box(end, place)),
        "</svg>",
    ]
    return "\n".join(rows) + "\n"


def _corner(place: Place) -> tuple[int, int]:
    return MARGIN + place[0] * STEP_X, MARGIN + place[1] * STEP_Y


def _line(begin: Place, end: Place, how: str, title: str) -> str:
    (x1, y1), (x2, y2) = _corner(begin), _corner(end)
    x1, y1, y2 = x1 + WIDTH, y1 + HEIGHT // 2, y2 + HEIGHT // 2
    bend = max(40, abs(x2 - x1) // 2)
    curve = f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return f'<path class="{escape(how)}" d="{curve}"><title>{escape(title)}</title></path>'


def _box(end: str, place: Place) -> Iterator[str]:
    x, y = _corner(place)
    kind = escape(end.partition(".")[0])
    label = end if len(end) <= _LONGEST else f"{end[: _LONGEST - 1]}…"
    yield f'<rect class="{kind}" x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="4"/>'
    yield f'<text x="{x + 6}" y="{y + 17}">{escape(label)}<title>{escape(end)}</title></text>'
