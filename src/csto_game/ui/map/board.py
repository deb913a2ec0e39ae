"""The tile board: states as tiles joined by lines, for worlds and panels without geography."""

from __future__ import annotations

from attrs import frozen

from csto_game.ui.map.canvas import BLANK, Canvas
from csto_game.ui.map.glyphs import BOXES, COLORED, Box, Level
from csto_game.ui.map.layout import Place, Square, arrange
from csto_game.ui.map.links import draw_links
from csto_game.ui.map.paint import Cell
from csto_game.ui.map.scene import Label, Picture, Scene
from csto_game.ui.map.theme import DARK, MapTheme, Rgb, mix, neutral_color
from csto_game.ui.width import cell_width, clip_cells


@frozen
class Tile:
    """One state: its head stands in the upper border, up to three lines below."""

    owner: str
    head: str
    lines: tuple[str, ...] = ()
    at: Square | None = None


@frozen
class Link:
    """A line between two tiles: strength 1 dotted, 2 plain, 3 heavy."""

    first: str
    second: str
    strength: int = 2


def board_picture(
    tiles: tuple[Tile, ...],
    links: tuple[Link, ...],
    scene: Scene,
    width: int,
    height: int,
    *,
    level: Level = "full",
    theme: MapTheme = DARK,
) -> Picture:
    """Rows as `map_picture` makes them; a tile without `at` joins a ring round the first tile."""
    width, height = max(1, width), max(1, height)
    lines = max((len(tile.lines) for tile in tiles), default=0)
    found = arrange([tile.at for tile in tiles], lines, width, height)
    shown = {
        tile.owner: tile for tile, place in zip(tiles, found, strict=True) if place is not None
    }
    places = {
        tile.owner: place for tile, place in zip(tiles, found, strict=True) if place is not None
    }
    names = ("", *places)
    ground: tuple[Rgb | None, Rgb | None, bool, bool, bool] = BLANK
    if level in COLORED:
        ground = (None, theme.panel, False, False, False)
    cells: list[list[Cell]] = [[(" ", ground)] * width for _ in range(height)]
    canvas = Canvas(cells, (bytes(width),) * height, (theme.panel,), level, theme)
    hits = [bytearray(width) for _ in range(height)]
    for code, (owner, place) in enumerate(places.items(), start=1):
        _draw_tile(shown[owner], place, scene, canvas)
        for row in hits[place.y : place.y + place.height]:
            row[place.x : place.x + place.width] = bytes((code,)) * place.width
    draw_links(
        [
            (places[link.first], places[link.second], link.strength)
            for link in links
            if link.first in places and link.second in places and link.first != link.second
        ],
        canvas,
    )
    return Picture(
        width=width,
        height=height,
        rows=canvas.rows(),
        cells=tuple(map(bytes, hits)),
        names=names,
        labels=tuple(
            Label(owner, shown[owner].head, p.x, p.y, p.width, is_inside=True)
            for owner, p in places.items()
        ),
        centers={owner: place.center for owner, place in places.items()},
    )


def _draw_tile(tile: Tile, place: Place, scene: Scene, canvas: Canvas) -> None:
    theme, box = canvas.theme, BOXES[canvas.level]
    owner = scene.owners.get(tile.owner)
    is_selected = tile.owner == scene.selected
    color = owner.color if owner else neutral_color(theme, tile.owner)
    plate = mix(color, theme.selected, 800) if is_selected else color
    for line in range(place.height):
        canvas.write(
            place.x,
            place.y + line,
            _tile_row(tile, place, line, box, canvas),
            fg=theme.member_text if owner and owner.is_member else theme.text,
            plate=plate,
            bold=line == 0 and bool(owner and owner.is_member),
            reverse=is_selected,
        )


def _tile_row(tile: Tile, place: Place, line: int, box: Box, canvas: Canvas) -> str:
    """One row of a tile; a tile of one row is only its head."""
    room = place.width - 2
    if line == 0:
        left, right = box.top if place.height > 1 else ("[", "]")
        text, pad = f" {canvas.fit(tile.head)} ", box.floor if place.height > 1 else " "
    else:
        is_last = line == place.height - 1
        left, right = box.bottom if is_last else (box.side, box.side)
        texts = tile.lines[line - 1 : line] if not is_last or place.height == 2 else ()
        text = f" {canvas.fit(texts[0])}" if texts else ""
        pad = box.floor if is_last and not text else " "
    text = clip_cells(text, room)
    return left + text + pad * (room - cell_width(text)) + right
