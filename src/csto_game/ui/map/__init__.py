"""The map as rows of colored text, by pure functions; knows no terminal library."""

from csto_game.ui.map.asset import MapAsset, load_asset
from csto_game.ui.map.board import Link, Tile, board_picture
from csto_game.ui.map.check import MapAssetError
from csto_game.ui.map.cities import load_cities
from csto_game.ui.map.compose import map_picture, map_rows
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
    Row,
    Scene,
    Sea,
    Span,
)
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
