"""All pictures by name, and the page that shows one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from attrs import frozen

from csto_game.ui.draw.box import AT_ONCE, box
from csto_game.ui.draw.pictures.ladders import ladder_rows
from csto_game.ui.draw.pictures.leaning import band_rows, triangle_rows
from csto_game.ui.draw.pictures.network import network_rows
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.draw.pictures.side_by_side import side_rows
from csto_game.ui.draw.pictures.trend import trend_rows
from csto_game.ui.draw.pictures.way import way_rows
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, clip, join, tagged, wrap
from csto_game.ui.words import say

Draw = Callable[[Seen, int, int, Look], list[Row]]
About = Literal["number", "country", "marked", "all"]


@frozen
class Picture:
    """`about` tells what it is of: a number of somebody, somebody, all with one marked, or just all."""

    id: str
    draw: Draw
    about: About


PICTURES: tuple[Picture, ...] = (
    Picture("trend", trend_rows, "number"),
    Picture("countries", side_rows, "number"),
    Picture("leanings", band_rows, "country"),
    Picture("triangle", triangle_rows, "marked"),
    Picture("votes", network_rows, "marked"),
    Picture("goal", way_rows, "all"),
    Picture("crises", ladder_rows, "all"),
)
"""In the order of their digits."""
NAMES: Mapping[str, str] = {
    "trend": "trend",
    "countries": "countries",
    "leanings": "leanings",
    "triangle": "triangle",
    "votes": "votes",
    "goal": "goal",
    "crises": "crises",
}


def gallery_page(
    seen: Seen | None,
    at: int,
    words: Sequence[str] | None,
    width: int,
    height: int,
    look: Look,
    *,
    scroll: int = 0,
) -> list[Row]:
    """One picture in its frame under a row of all their names; `words` say the same in lines."""
    tabs = clip(_tabs(at, look), width)
    picture = PICTURES[at]
    if seen is None:
        rows: list[Row] = [(look.note(" " + say("Reading what has been …")),)]
        return [tabs, *box(say(NAMES[picture.id]), rows, width, height - 1, look, focused=True)]
    rows = (
        picture.draw(seen, width - 2, height - 3, look)
        if words is None
        else text_rows(words, width - 2, look)
    )
    title = _title(picture, seen)
    hint = (look.dim(f" {_hint(picture, look)} "),)
    return [
        tabs,
        *box(title, rows, width, height - 1, look, focused=True, hint=hint, scroll=scroll),
    ]


def text_rows(words: Sequence[str], width: int, look: Look) -> list[Row]:
    """Lines of words, each wrapped, what follows its first line set in a little."""
    rows: list[Row] = []
    for text in words:
        room = width - 4 - (len(text) - len(text.lstrip()))
        indent = " " * (len(text) - len(text.lstrip()))
        for n, line in enumerate(wrap(text.strip(), max(room, 10))):
            rows.append((look.text(f" {indent}{'  ' if n else ''}{line}"),))
    return rows


def _tabs(at: int, look: Look) -> Row:
    row: Row = ()
    for place, picture in enumerate(PICTURES):
        text = f" {place + 1} {say(NAMES[picture.id])} "
        tab = (look.mark(text) if place == at else look.dim(text),)
        row = join(row, tagged(tab, AT_ONCE, place))
    return row


def _title(picture: Picture, seen: Seen) -> str:
    name = say(NAMES[picture.id])
    if picture.about in ("marked", "all"):
        return name
    if picture.about == "country" or seen.figure is None:
        return f"{name} · {seen.name}"
    return f"{name} · {seen.name} · {seen.figure.label} {seen.figure.shown}"


def _hint(picture: Picture, look: Look) -> str:
    parts = [f"{look.glyphs.updown} {say('country')}"] if picture.about != "all" else []
    if picture.about == "number":
        parts.append(f"{look.glyphs.sides} {say('number')}")
    return f" {look.glyphs.between} ".join(
        [*parts, f"{look.hotkey('next_panel', 'pictures')} {say('picture')}"]
    )
