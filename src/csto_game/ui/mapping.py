"""The inside of the map panel: from the View, the atlas and the keys `y` and `z`."""

from __future__ import annotations

from attrs import define

from csto_game.model.view import View
from csto_game.ui.atlas import Atlas, heat_color, scene
from csto_game.ui.draw.campaign import MapView
from csto_game.ui.figures import short_label
from csto_game.ui.look import Look
from csto_game.ui.map import Level, Link, Picture, Tile, board_picture, map_picture, tile_picture
from csto_game.ui.poles import leaning, poles
from csto_game.ui.rows import EMPTY, Row, join, row_width
from csto_game.ui.words import say

_LEAST = (30, 6)
"""Cells below which a map shows nothing; the tiles do."""


@define
class Mapper:
    """Keeps the last picture, which also answers clicks and arrow keys."""

    atlas: Atlas | None
    picture: Picture | None = None
    _key: tuple[object, ...] = ()
    _made: MapView | None = None

    def forget(self) -> None:
        """Let go of the last picture: another person sits down."""
        self.picture = self._made = None
        self._key = ()

    def make(
        self, view: View, size: tuple[int, int], look: Look, *, selected: str, layer: str, zoom: str
    ) -> MapView:
        key = (view, size, look, selected, layer, zoom)
        if self._made is None or key != self._key:
            self._key = key
            self._made = MapView(
                self._rows(view, size, look, selected=selected, layer=layer, zoom=zoom),
                self._title(view, layer, zoom),
                legend(view, look, layer, size[0] - 4),
            )
        return self._made

    def _rows(
        self, view: View, size: tuple[int, int], look: Look, *, selected: str, layer: str, zoom: str
    ) -> tuple[Row, ...]:
        width, height = size
        atlas = self.atlas or Atlas()
        shown = scene(view, atlas, look, selected=selected, layer=layer)
        level, theme = map_level(look), look.theme.map
        if width < _LEAST[0] or height < _LEAST[1] or not (atlas.asset or atlas.grid):
            tiles, links = board(view, look)
            picture = board_picture(tiles, links, shown, width, height, level=level, theme=theme)
        elif atlas.asset:
            window = atlas.zooms.get(zoom, "all")
            picture = map_picture(
                atlas.asset, shown, width, height, window=window, level=level, theme=theme
            )
        elif atlas.grid:
            picture = tile_picture(atlas.grid, shown, width, height, level=level, theme=theme)
        self.picture = picture
        return picture.rows

    def _title(self, view: View, layer: str, zoom: str) -> str:
        labels = {s: f.label for m in view.members for s, f in m.figures.items()}
        leans = (
            say("who leans where")
            if view.members and view.members[0].lean.shares
            else say("members")
        )
        what = labels.get(layer, layer).lower() if layer else leans
        return f"{say('map')} · {what}" + (f" · {zoom}" if zoom else "")

    def next_zoom(self, zoom: str) -> str:
        names = list(self.atlas.zooms) if self.atlas else []
        return names[(names.index(zoom) + 1) % len(names)] if zoom in names else ""


def board(view: View, look: Look) -> tuple[tuple[Tile, ...], tuple[Link, ...]]:
    """The countries as tiles with their first figures, neighbours joined."""
    signs = poles(view, look)
    tiles = []
    for member in view.members:
        found = leaning(dict(member.lean.shares), signs)
        lead = f" {found[0].letter}{found[1] // 10}" if found else ""
        figures = [member.figures[stat] for stat in member.table[:2] if stat in member.figures]
        lines = tuple(f"{short_label(one)} {one.shown}" for one in figures)
        tiles.append(Tile(member.code, f"{member.name}{lead}", lines))
    codes = {tile.owner for tile in tiles}
    links = tuple(
        Link(one, other)
        for one, others in view.neighbours.items()
        for other in others
        if one < other and {one, other} <= codes
    )
    return tuple(tiles), links


def map_level(look: Look) -> Level:
    """Without color, borders and letters: fills would all be the same grey."""
    if look.glyphs.level == "ascii":
        return "ascii"
    if look.is_colorless:
        return "braille"
    return "basic" if look.glyphs.level == "basic" else "full"


def next_layer(view: View, layer: str) -> str:
    """Leanings, then each figure of the table, then leanings again."""
    stats = ["", *(view.members[0].table if view.members else ())]
    return stats[(stats.index(layer) + 1) % len(stats)] if layer in stats else ""


def legend(view: View, look: Look, layer: str, width: int) -> Row:
    """What the colors mean; poles for which there is no room are left out."""
    if layer:
        if map_level(look) in ("ascii", "braille"):
            return (look.dim(f" 0 {say('low')}  9 {say('high')} "),)
        good = next((m.figures[layer].good for m in view.members if layer in m.figures), "none")
        samples = (heat_color(share, good, look) for share in range(0, 1001, 250))
        scale = (look.ink(look.glyphs.parts[-1] * 2, color) for color in samples)
        return (look.dim(f" {say('low')} "), *scale, look.dim(f" {say('high')} "))
    parts: list[Row] = [
        (
            look.ink(f" {pole.glyph if not look.is_colorless else pole.letter} ", pole.color),
            look.dim(f"{pole.name} "),
        )
        for pole in poles(view, look)
        if pole.code != "unaligned"
    ]
    while parts and row_width(join(*parts)) > width:
        parts.pop()
    return join(*parts) if parts else EMPTY
