"""The inside of the map panel: from the View, the atlas and the keys `y` and `z`."""

from __future__ import annotations

from attrs import define

from csto_game.model.view import View
from csto_game.ui.atlas import Atlas, scene
from csto_game.ui.draw.board import board_rows
from csto_game.ui.draw.campaign import MapView
from csto_game.ui.look import Look
from csto_game.ui.map import Level, Picture, map_picture
from csto_game.ui.poles import poles
from csto_game.ui.rows import EMPTY, Row, join
from csto_game.ui.words import say


@define
class Mapper:
    """Keeps the last picture, which also answers clicks and arrow keys."""

    atlas: Atlas | None
    picture: Picture | None = None
    _key: tuple[object, ...] = ()
    _made: MapView | None = None

    def make(
        self, view: View, size: tuple[int, int], look: Look, *, selected: str, layer: str, zoom: str
    ) -> MapView:
        key = (view, size, look, selected, layer, zoom)
        if self._made is None or key != self._key:
            self._key = key
            self._made = MapView(
                self._rows(view, size, look, selected=selected, layer=layer, zoom=zoom),
                self._title(view, layer, zoom),
                legend(view, look, layer),
            )
        return self._made

    def _rows(
        self, view: View, size: tuple[int, int], look: Look, *, selected: str, layer: str, zoom: str
    ) -> tuple[Row, ...]:
        width, height = size
        if self.atlas is None or width < 20 or height < 5:
            return tuple(board_rows(view, selected, width, height, look))
        self.picture = map_picture(
            self.atlas.asset,
            scene(view, self.atlas, look, selected=selected, layer=layer),
            width,
            height,
            window=self.atlas.zooms.get(zoom, self.atlas.zooms[""]),
            level=map_level(look),
            theme=look.theme.map,
        )
        return self.picture.rows

    def _title(self, view: View, layer: str, zoom: str) -> str:
        labels = {s: f.label for m in view.members for s, f in m.figures.items()}
        what = labels.get(layer, layer).lower() if layer else say("who leans where")
        return f"{say('map')} · {what}" + (f" · {zoom}" if zoom else "")

    def next_zoom(self, zoom: str) -> str:
        names = list(self.atlas.zooms) if self.atlas else [""]
        return names[(names.index(zoom) + 1) % len(names)] if zoom in names else ""


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


def legend(view: View, look: Look, layer: str) -> Row:
    """What the colors mean."""
    if layer:
        theme = look.theme
        return (
            look.dim(f" {say('low')} "),
            look.ink(look.glyphs.shadow * 2, theme.hollow),
            look.ink(look.glyphs.parts[-1] * 2, theme.bad),
            look.dim(f" {say('high')} "),
        )
    parts: list[Row] = [
        (
            look.ink(f" {pole.glyph if not look.is_colorless else pole.letter} ", pole.color),
            look.dim(f"{pole.name} "),
        )
        for pole in poles(view, look)
        if pole.code != "unaligned"
    ]
    return join(*parts) if parts else EMPTY
