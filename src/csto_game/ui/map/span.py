"""What rows are made of, on the map and everywhere else."""

from __future__ import annotations

from attrs import field, frozen

from csto_game.ui.map.theme import Rgb

Hit = tuple[str, int | str]
"""What a click means there: a kind of thing, and which of them."""


@frozen
class Span:
    """Cells of one style. `fg` and `bg` are None where the terminal's own color is meant; `hit` is for the
    mouse, and spans that differ in nothing else look alike.
    """

    text: str
    fg: Rgb | None = None
    bg: Rgb | None = None
    bold: bool = False
    italic: bool = False
    reverse: bool = False
    hit: Hit | None = field(default=None, kw_only=True, eq=False)


Row = tuple[Span, ...]
