"""Only what differs from what stands on the terminal is sent there.

Textual paints a page whole when it comes to the top, again when it has been laid out, and once more
because it was asked to refresh: two to four times 8 to 38 kB for each page that is opened or closed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING, cast

from attrs import define
from textual.geometry import Region
from textual.screen import Screen

from csto_game.ui.canvas import Canvas, changed_cells, changed_stretch
from csto_game.ui.look import Look
from csto_game.ui.rect import Rect
from csto_game.ui.rows import EMPTY, Row, join

if TYPE_CHECKING:
    from csto_game.ui.desk import Desk

Panel = tuple[Rect, tuple[Row, ...]]
"""A part of the screen and its rows."""


@define
class Shown:
    """What stands on the terminal: the panels of the page that was painted last."""

    look: Look | None = None
    """What it was painted in; None where nothing is known of the terminal."""
    size: tuple[int, int] = (0, 0)
    page: object = None
    panels: tuple[Panel, ...] = ()

    def forget(self) -> None:
        """Somebody else may have written there."""
        self.look, self.page, self.panels = None, None, ()

    def turn(
        self, look: Look, size: tuple[int, int], page: object, panels: tuple[Panel, ...]
    ) -> list[Region] | None:
        """Take these for painted; the cells in which they differ from what stood there, None if all is to be painted.

        Of a page that stood there itself, cell by cell; another one has little in common with it, and
        where that is next to nothing, a whole screen is made in less time than its pieces.
        """
        is_known = self.look is look and self.size == size
        is_same = self.page is page and [rect for rect, _ in self.panels] == [r for r, _ in panels]
        before, self.panels = self.panels, panels
        self.look, self.size, self.page = look, size, page
        if not is_known:
            return None
        if not is_same:
            old, new = _lines(before, size), _lines(panels, size)
            found = list(_stretches(old, new, size[0] if look.is_wide else 0))
            is_nearly_all = sum(one.width for one in found) * 10 > size[0] * size[1] * 9
            return None if is_nearly_all else found
        return [
            region
            for (rect, old), (_, new) in zip(before, panels, strict=True)
            for region in _news(rect, old, new, is_wide=look.is_wide)
        ]


def _lines(panels: Iterable[Panel], size: tuple[int, int]) -> tuple[Row, ...]:
    """The rows of the screen, from those of its panels."""
    parts: list[list[Row]] = [[] for _ in range(size[1])]
    for rect, rows in sorted(panels, key=lambda panel: panel[0].x):
        for part, row in zip(parts[rect.y :], rows, strict=False):
            part.append(row)
    return tuple(join(*rows) for rows in parts)


def _stretches(before: Iterable[Row], after: Iterable[Row], whole: int) -> Iterable[Region]:
    """`whole` is the width of a row that must not be cut, or 0."""
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new:
            x, width = (0, whole) if whole else changed_stretch(old, new)
            yield Region(x, y, width, 1)


def _news(
    rect: Rect, before: Iterable[Row], after: Iterable[Row], *, is_wide: bool
) -> Iterable[Region]:
    for y, (old, new) in enumerate(zip_longest(before, after, fillvalue=EMPTY), rect.y):
        if old is new or old == new:
            continue
        if is_wide:  # Textual counts cells as most terminals do, and would cut amiss
            yield Region(rect.x, y, rect.width, 1)
            continue
        for x, width in changed_cells(old, new):
            yield Region(rect.x + x, y, width, 1)


class Sparing(Screen[None]):
    """A screen that its canvases cover."""

    canvases: list[Canvas]
    drawn_for: tuple[int, int] | None = None
    """Columns and rows it was drawn for when it was drawn last; None before it first came to the top."""

    def lay_out(self) -> None:
        """Have the canvases where they stand now. Textual would first paint what is new in the old places."""
        self._clear_arrangement_cache()
        self._refresh_layout(self.app.size)

    def paint(self) -> None:
        """Paint at once what differs, and not with Textual's next tick, up to a sixtieth of a second later."""
        self._compositor._dirty_regions.add(self.app.size.region)  # noqa: SLF001  # as below
        self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        """Textual's word for painting what is dirty; it means whole parts where they were only laid out."""
        dirty = self._compositor._dirty_regions  # noqa: SLF001  # there is no other way to it
        if not self.is_active or self.drawn_for != self.app.size:
            dirty.clear()  # what is on top covers it, or it is drawn anew in a moment
            return
        if self._compositor.size != self.app.size:
            # Word of an earlier size has come late: there are not yet, or no more, so many rows to paint.
            dirty.clear()
            cast("Desk", self.app).standing.forget()
            return
        if dirty:
            self._spare(dirty)
        super()._compositor_refresh()

    def _spare(self, dirty: set[Region]) -> None:
        desk, size = cast("Desk", self.app), self.app.size
        if self.app._batch_count or not self._is_laid_out():  # noqa: SLF001  # nothing is painted then
            desk.standing.forget()
            return
        panels = tuple((one.rect, one.rows) for one in self.canvases if one.rect.width)
        news = desk.standing.turn(desk.look, size, self, panels)
        dirty.clear()
        dirty.update([size.region] if news is None else news)

    def _is_laid_out(self) -> bool:
        """Whether each canvas stands where it should."""
        return all(
            one.region == Region(one.rect.x, one.rect.y, one.rect.width, one.rect.height)
            for one in self.canvases
        )
