"""One letter per cell: the camp of whoever owns it."""

from __future__ import annotations

from csto_game.ui.map.glyphs import ascii_text
from csto_game.ui.map.ground import Ground
from csto_game.ui.map.raster import FIRST_UNIT, LAKE, SEA, WHOLE_CELL
from csto_game.ui.map.scene import Scene

_SEA_SIGN, _LAKE_SIGN, _LAND_SIGN = " ", "~", "."


def camp_letter(scene: Scene, owner: str) -> str:
    """One printable ASCII character; a dot for states that the scene does not know."""
    known = scene.owners.get(owner)
    letter = ascii_text(known.letter)[:1] if known else _LAND_SIGN
    return letter if letter > " " and letter.isprintable() else _LAND_SIGN


def ascii_rows(ground: Ground, scene: Scene) -> list[str]:
    """One text per row: camp letters, `.` for others, `~` for lakes, blank for the sea."""
    signs = {SEA: _SEA_SIGN, LAKE: _LAKE_SIGN}
    if ground.terrain.is_board:
        signs = {SEA: _LAKE_SIGN, LAKE: _SEA_SIGN}  # here LAKE is no place at all
    for code, name in enumerate(ground.names[FIRST_UNIT:], start=FIRST_UNIT):
        signs[code] = camp_letter(scene, name)
    return [row.decode("latin-1").translate(signs) for row in ground.pixels(WHOLE_CELL)]
