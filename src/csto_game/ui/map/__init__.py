"""The map as rows of colored text, by pure functions; knows no terminal library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csto_game.ui.map.asset import MapAsset, load_asset
    from csto_game.ui.map.board import Link, Tile, board_picture
    from csto_game.ui.map.check import MapAssetError
    from csto_game.ui.map.cities import load_cities
    from csto_game.ui.map.compose import land_rows, map_picture, map_rows
    from csto_game.ui.map.frame import WINDOWS, Window
    from csto_game.ui.map.glyphs import LEVELS, Level
    from csto_game.ui.map.hit import neighbor, owner_at
    from csto_game.ui.map.scene import (
        Arrow,
        City,
        Direction,
        Label,
        LegendEntry,
        Marker,
        Owner,
        Picture,
        Scene,
        Sea,
    )
    from csto_game.ui.map.span import Row, Span
    from csto_game.ui.map.theme import DARK, PAPER, MapTheme, Rgb, lean_color, mix, neutral_color
    from csto_game.ui.map.tiles import TileGrid, tile_grid, tile_picture

__all__ = [
    "DARK",
    "LEVELS",
    "PAPER",
    "WINDOWS",
    "Arrow",
    "City",
    "Direction",
    "Label",
    "LegendEntry",
    "Level",
    "Link",
    "MapAsset",
    "MapAssetError",
    "MapTheme",
    "Marker",
    "Owner",
    "Picture",
    "Rgb",
    "Row",
    "Scene",
    "Sea",
    "Span",
    "Tile",
    "TileGrid",
    "Window",
    "board_picture",
    "land_rows",
    "lean_color",
    "load_asset",
    "load_cities",
    "map_picture",
    "map_rows",
    "mix",
    "neighbor",
    "neutral_color",
    "owner_at",
    "tile_grid",
    "tile_picture",
]

_HOMES = {
    "asset": "MapAsset load_asset",
    "board": "Link Tile board_picture",
    "check": "MapAssetError",
    "cities": "load_cities",
    "compose": "land_rows map_picture map_rows",
    "frame": "WINDOWS Window",
    "glyphs": "LEVELS Level",
    "hit": "neighbor owner_at",
    "scene": "Arrow City Direction Label LegendEntry Marker Owner Picture Scene Sea",
    "span": "Row Span",
    "theme": "DARK MapTheme PAPER Rgb lean_color mix neutral_color",
    "tiles": "TileGrid tile_grid tile_picture",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """A name of the window, from its module; the title of the game needs hardly any of them."""
    if name not in _HOME_OF:
        raise AttributeError(f"{__name__} has no {name}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
