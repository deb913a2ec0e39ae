"""Boxes that hold more than they show and have no cursor: how far each was moved, which one has the keys."""

from __future__ import annotations

from attrs import define, field


@define
class Scrolls:
    """Of one page. Boxes are known by name; what they held is noted anew at each drawing."""

    focus: str = ""
    """The box that the keys move, or "" for the page's own cursor."""
    _first: dict[str, int] = field(factory=dict)
    _held: dict[str, tuple[int, int]] = field(factory=dict)

    def begin(self) -> None:
        """A page is about to be drawn."""
        self._held.clear()

    def first(self, name: str, total: int, room: int) -> int:
        """The first row that a box shows of so many; no room is left empty at its end."""
        if total > room > 0:
            self._held[name] = (total, room)
        return held(self._first.get(name, 0), total, room)

    @property
    def passive(self) -> tuple[str, ...]:
        """The boxes that can be moved, in the order in which they were drawn."""
        return tuple(self._held)

    def move(self, name: str, steps: int) -> None:
        """Up (negative) or down by rows, as far as there are any."""
        if name in self._held:
            now = held(self._first.get(name, 0), *self._held[name])
            self._first[name] = held(now + steps, *self._held[name])


def held(scroll: int, total: int, room: int) -> int:
    """The first row to show, so that no room is left empty at the end."""
    return min(max(scroll, 0), max(total - room, 0))
