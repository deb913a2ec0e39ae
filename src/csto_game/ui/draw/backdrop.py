"""The land behind the title. Read only after the first frame: a map takes longer than all of that."""

from __future__ import annotations

from csto_game.ui.atlas import shipped_land
from csto_game.ui.draw.overlay import faint
from csto_game.ui.look import Look
from csto_game.ui.map import Level, land_rows
from csto_game.ui.rows import Row

_FAINT = 380
"""Per mille of the way to the ground that the colors of the land go."""


def backdrop_rows(width: int, height: int, look: Look) -> tuple[Row, ...]:
    """Land that nobody owns, without a name, out of focus. Nothing where the terminal has too few colors, or
    the map cannot be read.
    """
    if look.depth not in ("true", "256") or look.glyphs.level == "ascii":
        return ()
    asset = shipped_land()
    if asset is None:
        return ()
    level: Level = "basic" if look.glyphs.level == "basic" else "full"
    rows = land_rows(asset, width, height, level=level, theme=look.theme.map)
    return tuple(faint(row, look, _FAINT) for row in rows)
