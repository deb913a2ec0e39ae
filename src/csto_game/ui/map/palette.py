"""Which color every owner has in a scene."""

from __future__ import annotations

from attrs import frozen

from csto_game.ui.map.ground import Ground
from csto_game.ui.map.raster import FIRST_UNIT
from csto_game.ui.map.scene import Scene
from csto_game.ui.map.theme import MapTheme, Rgb, mix, neutral_color

EDGE = 0x80  # bit 7 of a pixel: land at a border, or water at a shore
LIT = 0xFF  # a pixel of the border that is lit; no owner's code is so high


@frozen
class Palette:
    """Color of every owner code, and of the same code at an edge."""

    fill: tuple[Rgb, ...]
    edge: tuple[Rgb, ...]
    lit: Rgb

    def of(self, pixel: int) -> Rgb:
        if pixel == LIT:
            return self.lit
        return self.edge[pixel & ~EDGE] if pixel & EDGE else self.fill[pixel]


def make_palette(ground: Ground, scene: Scene, theme: MapTheme) -> Palette:
    """Colors for the owners of the ground; the selected one is lit, or its border is."""
    second = theme.panel if ground.terrain.is_board else theme.lake
    fill, edge = [theme.sea, second], [theme.shelf, second]
    for name in ground.names[FIRST_UNIT:]:
        owner = scene.owners.get(name)
        color = owner.color if owner else neutral_color(theme, name)
        if name == scene.selected and not scene.outline:
            color = mix(color, theme.selected, 800)
        fill.append(color)
        edge.append(mix(color, theme.edge, theme.edge_per_mille))
    return Palette(tuple(fill), tuple(edge), theme.selected)
