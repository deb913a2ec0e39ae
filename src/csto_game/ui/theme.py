"""Colors by role, read from a theme file. A role has a color for each depth a terminal may have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli
from attrs import evolve, frozen

from csto_game.ui.map.theme import DARK, FLAT_DARK, FLAT_PAPER, PAPER, MapTheme, Rgb

THEMES = ("dark", "paper", "mono")
ROLES = (
    "background",
    "panel",
    "line",
    "text",
    "dim",
    "strong",
    "accent",
    "select",
    "on_accent",
    "bar",
    "hollow",
    "good",
    "bad",
    "danger",
    "danger_bg",
    "mark",
)
SIXTEEN: tuple[Rgb, ...] = (
    (0, 0, 0),
    (170, 0, 0),
    (0, 170, 0),
    (170, 110, 0),
    (0, 0, 170),
    (170, 0, 170),
    (0, 170, 170),
    (170, 170, 170),
    (85, 85, 85),
    (255, 85, 85),
    (85, 255, 85),
    (255, 255, 85),
    (85, 85, 255),
    (255, 85, 255),
    (85, 255, 255),
    (255, 255, 255),
)
"""The colors that every terminal has, as most show them."""
CAMPS = ("alliance", "first", "second", "third", "fourth", "fifth", "unaligned")
_FOLDER = Path(__file__).parent / "themes"
_MAPS: Mapping[str, MapTheme] = {"dark": DARK, "paper": PAPER}


@frozen(eq=False, repr=False)
class Theme:
    """`indexed` and `ansi` give the theme's own colors their places among the 256 and the 16."""

    name: str
    background: Rgb
    panel: Rgb
    line: Rgb
    text: Rgb
    dim: Rgb
    strong: Rgb
    accent: Rgb
    select: Rgb
    on_accent: Rgb
    bar: Rgb
    hollow: Rgb
    good: Rgb
    bad: Rgb
    danger: Rgb
    danger_bg: Rgb
    mark: Rgb
    camps: tuple[Rgb, ...]
    map: MapTheme
    indexed: Mapping[Rgb, int]
    ansi: Mapping[Rgb, int]

    def camp(self, place: int) -> Rgb:
        """The color of a pole by its place: 0 the alliance, then powers; -1 the unaligned."""
        return self.camps[-1] if place < 0 else self.camps[min(place, len(self.camps) - 2)]

    def flat(self) -> Theme:
        """The same for sixteen colors: every role as a terminal shows it, so that contrasts and
        mixtures are those that will be seen, and a map that knows no shades.
        """
        seen = {rgb: SIXTEEN[place] for rgb, place in self.ansi.items() if place >= 0}
        return evolve(
            self,
            map=FLAT_PAPER if self.map is PAPER else FLAT_DARK,
            camps=tuple(seen.get(rgb, rgb) for rgb in self.camps),
            **{role: seen.get(getattr(self, role), getattr(self, role)) for role in ROLES},
        )


@lru_cache
def load_theme(name: str) -> Theme:
    """The theme of that name; raises ValueError naming the known ones."""
    if name not in THEMES:
        raise ValueError(f"no theme {name!r}; known: {', '.join(THEMES)}")
    return read_theme(tomli.loads((_FOLDER / f"{name}.toml").read_text("utf-8")))


def read_theme(table: Mapping[str, Any]) -> Theme:
    """A theme from its table, as in the files of `ui/themes`."""
    entries = [*table["color"].values(), *table["camp"].values()]
    return Theme(
        name=table["name"],
        map=_MAPS[table["map"]],
        camps=tuple(_rgb(table["camp"][camp][0]) for camp in CAMPS),
        indexed={_rgb(entry[0]): entry[1] for entry in reversed(entries)},
        ansi={_rgb(entry[0]): entry[2] for entry in reversed(entries)},
        **{role: _rgb(entry[0]) for role, entry in table["color"].items()},
    )


def _rgb(text: str) -> Rgb:
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue
