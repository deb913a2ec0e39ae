"""The mouse on a page, and its boxes without a cursor: what a click means, what the wheel and Tab move.

A click marks what it is on; a second one opens it, as Enter does. Keys in the last row, answers to a
question and the like are done at once. The right button goes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.screen import Screen

from csto_game.ui.draw.box import AT_ONCE, KEY, PANEL
from csto_game.ui.keys import Key
from csto_game.ui.rows import Hit, Row, hit_at
from csto_game.ui.scrolls import Scrolls

_RIGHT = 3
ROLL = 3
"""Rows that a turn of the wheel moves a box, or a text."""
_STEPS: Mapping[str, int] = {
    "up": -1,
    "down": 1,
    "page_up": -10,
    "page_down": 10,
    "first": -9999,
    "last": 9999,
}
_TURNS: Mapping[str, int] = {"next_panel": 1, "previous_panel": -1}


class Pointing(Screen[None]):
    """What a page does with the mouse. A page says where its cursor goes (`point`, `to_panel`)."""

    at_once: ClassVar[frozenset[str]] = frozenset((AT_ONCE,))
    """Kinds of things that one click does."""

    def __init__(self) -> None:
        super().__init__()
        self.scrolls = Scrolls()
        self._clicked: Hit | None = None

    # --- what a page has ----------------------------------------------------------------

    @property
    def rows(self) -> list[Row]:
        raise NotImplementedError

    @property
    def panel_at(self) -> tuple[int, int]:
        """Which of its own panels has the cursor, and how many there are."""
        return 0, 1

    @property
    def own_panels(self) -> tuple[str, ...]:
        """Boxes that the page's own cursor goes to."""
        return ()

    def point(self, kind: str, place: int | str) -> None:
        """Put the cursor on the thing; of a page with a single list, on that row of it."""
        at = getattr(self, "at", None)
        if isinstance(at, int) and isinstance(place, int):
            self.move(place - at)

    def to_panel(self, name: str) -> None:
        """Put the cursor into one of the page's own panels."""

    def on_ground(self, name: str, x: int, y: int) -> None:
        """A click into a panel, on nothing in particular."""
        self.to_panel(name)

    def open_pointed(self, hit: Hit) -> None:
        """A second click on the same thing."""
        self.act_choose()

    def roll(self, way: int) -> None:
        """The wheel, over what has a cursor; a page of text goes on by more than a row."""
        if way < 0:
            self.act_up()
        else:
            self.act_down()

    def draw(self) -> None: ...
    def move(self, steps: int) -> None: ...
    def act_choose(self) -> None: ...
    def act_back(self) -> None: ...
    def act_up(self) -> None: ...
    def act_down(self) -> None: ...
    def act_next_panel(self) -> None: ...
    def act_previous_panel(self) -> None: ...
    def press(self, action: str) -> None: ...

    # --- the mouse ----------------------------------------------------------------------

    def hit(self, x: int, y: int) -> Hit | None:
        """What there is at a cell of the screen."""
        rows = self.rows
        return hit_at(rows[y], x) if 0 <= y < len(rows) else None

    def on_click(self, event: events.Click) -> None:
        if event.button == _RIGHT:
            self.act_back()
            return
        x, y = int(event.screen_x), int(event.screen_y)
        hit, before = self.hit(x, y), self._clicked
        self._clicked = hit
        if hit is None:
            return
        kind, place = hit
        if kind == KEY:
            self.press(str(place))
            return
        self.scrolls.focus = ""
        if kind == PANEL:
            self._into(str(place), x, y)
            return
        if hit == before:
            self.open_pointed(hit)
            return
        self.point(kind, place)
        if kind in self.at_once:
            self.open_pointed(hit)

    def _into(self, name: str, x: int, y: int) -> None:
        if name in self._boxes():
            self.scrolls.focus = name
        else:
            self.on_ground(name, x, y)
        self.draw()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 1)

    def _wheel(self, event: events.MouseEvent, way: int) -> None:
        """The box under the mouse; where that has a cursor, the cursor."""
        hit = self.hit(int(event.screen_x), int(event.screen_y))
        name = "" if hit is None else str(hit[1] if hit[0] == PANEL else hit[0])
        if name in self.scrolls.passive:
            self.scrolls.move(name, way * ROLL)
            self.draw()
            return
        self.scrolls.focus = ""
        self.to_panel(name)
        self.roll(way)

    # --- keys for boxes without a cursor ------------------------------------------------

    def is_boxed(self, key: Key) -> bool:
        """Whether the key was for a box without a cursor: Tab comes to them past the page's own panels."""
        self._clicked = None
        focus, passive = self.scrolls.focus, self._boxes()
        if key.id in _TURNS:
            return self._turn(_TURNS[key.id])
        if focus not in passive or key.id not in _STEPS:
            return False
        self.scrolls.move(focus, _STEPS[key.id])
        self.draw()
        return True

    def _boxes(self) -> tuple[str, ...]:
        """Boxes without a cursor that hold more than they show."""
        return tuple(name for name in self.scrolls.passive if name not in self.own_panels)

    def _turn(self, way: int) -> bool:
        focus, passive = self.scrolls.focus, self._boxes()
        place, count = self.panel_at
        is_edge = place == (count - 1 if way > 0 else 0)
        at = passive.index(focus) + way if focus in passive else 0 if way > 0 else len(passive) - 1
        if (focus in passive or is_edge) and 0 <= at < len(passive):
            self.scrolls.focus = passive[at]
            self.draw()
            return True
        was_boxed, self.scrolls.focus = focus != "", ""
        if was_boxed and not (is_edge and count > 1):
            self.draw()
            return True
        return False
