"""A part of the screen."""

from __future__ import annotations

from attrs import frozen


@frozen
class Rect:
    """Cells of the screen; nothing where `width` or `height` is 0."""

    x: int
    y: int
    width: int
    height: int

    def has(self, x: int, y: int) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    @property
    def inner(self) -> Rect:
        return Rect(self.x + 1, self.y + 1, max(self.width - 2, 0), max(self.height - 2, 0))
