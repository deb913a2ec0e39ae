"""Whole screens as they reach the terminal, signs and colors, compared with ones that somebody has looked at.

Not pictures: Textual's SVG changes with its version, its fonts and its class names. What is kept is each
cell's sign and look, taken behind Textual's compositor, and written so that a diff can be read: the text,
a name for each look, and for each row which look goes how far. `CSTO_GOLDEN=write` writes them anew;
`CSTO_PICTURES=FOLDER` also draws SVG pictures, to be looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby, product
from pathlib import Path
from string import ascii_letters

import pytest
from rich.color import Color
from rich.style import Style
from tests.ui.driving import OUTER, PAGES, opened, page, playing, press
from textual.strip import Strip

from csto_game import __version__
from csto_game.ui.app import CstoApp
from csto_game.ui.look import make_look
from csto_game.ui.screens import campaign
from csto_game.ui.width import clusters

FOLDER = Path(__file__).parent / "snapshots"
SNAPSHOTS = (
    ("title", (80, 24), "dark"),
    ("campaign", (80, 24), "dark"),
    ("campaign", (120, 36), "paper"),
    ("campaign", (200, 60), "dark"),
    ("card", (120, 36), "dark"),
    ("verbs", (80, 24), "paper"),
    ("council", (200, 60), "paper"),
    ("member", (120, 36), "dark"),
    ("why", (80, 24), "dark"),
    ("ledger", (80, 24), "paper"),
    ("crises", (120, 36), "paper"),
    ("charter", (200, 60), "dark"),
)
_NAMES = [*ascii_letters, *map("".join, product(ascii_letters, repeat=2))]


@pytest.mark.parametrize("name,size,theme", SNAPSHOTS)
async def test_the_screen_is_as_it_was_looked_at(
    name: str, size: tuple[int, int], theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign, "_REST_S", 999)  # its causes would come at some time
    look = make_look(theme)
    open_app = opened(size, look=look) if name in OUTER else playing(size, look=look)
    async with open_app as (app, pilot):
        await press(app, pilot, *(OUTER if name in OUTER else PAGES)[name])
        assert page(app).kind == name
        found = snapshot(app)
        label = f"{name}-{size[0]}-{theme}"
        folder = os.environ.get("CSTO_PICTURES")
        if folder:
            app.save_screenshot(f"{label}.svg", folder)
    file = FOLDER / f"{label}.txt"
    if os.environ.get("CSTO_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8"), "CSTO_GOLDEN=write, then read the diff"


def test_all_sizes_and_two_themes_are_looked_at() -> None:
    assert {size for _, size, _ in SNAPSHOTS} == {(80, 24), (120, 36), (200, 60)}
    assert {theme for _, _, theme in SNAPSHOTS} == {"dark", "paper"}
    kept = {file.stem for file in FOLDER.glob("*.txt")}
    assert kept == {f"{name}-{size[0]}-{theme}" for name, size, theme in SNAPSHOTS}


def snapshot(app: CstoApp) -> str:
    rows = [list(_cells(strip)) for strip in app.screen._compositor.render_strips()]
    looks = dict(zip(dict.fromkeys(look for row in rows for _, look in row), _NAMES, strict=False))
    text = ["".join(sign for sign, _ in row).rstrip() for row in rows]
    legend = [f"{name} {look}" for look, name in looks.items()]
    styles = [
        " ".join(f"{looks[look]}{len(list(run))}" for look, run in groupby(look for _, look in row))
        for row in rows
    ]
    found = "\n".join([*text, "--- looks", *legend, "--- rows", *styles, ""])
    return found.replace(__version__, "0.0.0")


def _cells(strip: Strip) -> Iterator[tuple[str, str]]:
    """Each cell's sign and look; a wide sign's second cell has no sign.

    A blank has the look of what is before it, if that could be its own.
    """
    before = ""
    for segment in strip:
        style = segment.style or Style()
        for sign, width in clusters(segment.text):
            look = _look(style, is_blank=sign == " ")
            if sign != " " or "reverse" in before or not before.endswith(look):
                before = look
            yield sign, before
            yield from (("", before),) * (width - 1)


def _look(style: Style, *, is_blank: bool) -> str:
    ground = f"on {_name(style.bgcolor)}"
    if is_blank and not style.reverse:
        return ground
    flags = [name for name in ("bold", "italic", "reverse") if getattr(style, name)]
    return " ".join([*flags, _name(style.color), ground])


def _name(color: Color | None) -> str:
    if color is None:
        return "-"
    return color.triplet.hex if color.triplet else f"{color.type.name.lower()}{color.number}"
