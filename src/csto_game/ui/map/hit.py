"""What a click on a picture means, and where an arrow key leads."""

from __future__ import annotations

from csto_game.ui.map.scene import Direction, Picture

_TURNS = {"right": (1, 0), "left": (-1, 0), "down": (0, 1), "up": (0, -1)}


def owner_at(picture: Picture, x: int, y: int) -> str | None:
    """The state at a cell of the picture; None on water and outside."""
    if not (0 <= y < picture.height and 0 <= x < picture.width):
        return None
    return picture.names[picture.cells[y][x]] or None


def neighbor(picture: Picture, owner: str | None, direction: Direction) -> str | None:
    """The nearest named state in that direction, None where there is none.

    Without a start (or from a state that has no name here) it is the state nearest to the middle.
    """
    here = picture.centers.get(owner) if owner else None
    if here is None:
        return _nearest_to_middle(picture)
    unit_x, unit_y = _TURNS[direction]
    found: list[tuple[bool, int, str]] = []
    for code, (x, y) in picture.centers.items():
        dx, dy = x - here[0], 2 * (y - here[1])  # a cell is twice as high as wide
        ahead = dx * unit_x + dy * unit_y
        aside = abs(dx * unit_y) + abs(dy * unit_x)
        if code != owner and ahead > 0:
            found.append((aside > ahead, ahead + 2 * aside, code))
    return min(found)[2] if found else None


def _nearest_to_middle(picture: Picture) -> str | None:
    ranked = [
        (abs(2 * x - picture.width) + 2 * abs(2 * y - picture.height), code)
        for code, (x, y) in picture.centers.items()
    ]
    return min(ranked)[1] if ranked else None
