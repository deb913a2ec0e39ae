"""What all pages have in common: one canvas, keys from the table, one line to type into."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, ClassVar, cast

from attrs import evolve, frozen
from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from csto_game.machine.terminal import is_too_small
from csto_game.ui.canvas import Canvas
from csto_game.ui.draw.edges import key_row, message_row
from csto_game.ui.draw.page import page_rows, too_small_rows
from csto_game.ui.keys import Key
from csto_game.ui.look import Look
from csto_game.ui.pointing import Pointing
from csto_game.ui.rect import Rect
from csto_game.ui.rows import Row, Span
from csto_game.ui.sparing import Sparing
from csto_game.ui.words import say

if TYPE_CHECKING:
    from csto_game.ui.desk import Desk

_ALWAYS = ("back", "help", "palette")
_EMPTYING = "Ctrl+U"
"""What empties a line in every shell; it is in no table."""
_WIDEST = 132
"""Cells that a page uses at most: longer lines are hard to read."""
_NOWHERE: tuple[Rect, list[Row]] = (Rect(0, 0, 0, 0), [])
_LONGEST = 120
"""Characters that may be typed into a line."""


@frozen
class Entry:
    """A text being typed: what it is for, and what to do with it, at each key and at the end."""

    label: str
    text: str
    changed: Callable[[str], None]
    done: Callable[[str], None]
    about: str = ""
    is_kept: bool = False
    """Whether it is one that Esc left, just brought back."""


class Page(Sparing, Pointing):
    """A subclass draws in `body_rows` (or `all_rows`) and has an `act_…` for each of its keys."""

    kind: ClassVar[str] = ""
    """The name of the screen in the key table."""
    panes: ClassVar[int] = 1
    """Canvases side by side. A change repaints its canvas from the left edge on, so that a page
    with a large map has one for each panel."""

    def __init__(self) -> None:
        super().__init__()
        self.canvases = [Canvas() for _ in range(self.panes)]
        self.entry: Entry | None = None
        self._looks: tuple[Look, Look] | None = None

    def compose(self) -> ComposeResult:
        yield from self.canvases

    @property
    def desk(self) -> Desk:
        return cast("Desk", self.app)

    @property
    def look(self) -> Look:
        """The program's, with how far this page's boxes were moved."""
        looks = self._looks
        if looks is None or looks[0] is not self.desk.look:
            looks = self._looks = (self.desk.look, evolve(self.desk.look, scrolls=self.scrolls))
        return looks[1]

    # --- drawing ------------------------------------------------------------------------

    def top_row(self, width: int) -> Row:
        raise NotImplementedError

    def body_rows(self, width: int, height: int) -> list[Row]:
        raise NotImplementedError

    def all_rows(self, width: int, height: int) -> list[Row]:
        """Every row of the screen, the edges included."""
        below = [*self.coach_rows(width), self.message_row(width), self.key_row(width)]
        inner = min(width, _WIDEST)
        margin = (Span(" " * ((width - inner) // 2)),)
        body = [(*margin, *row) for row in self.body_rows(inner, height - 1 - len(below))]
        return page_rows(self.top_row(width), body, below, width, height, self.look)

    def coach_rows(self, width: int) -> list[Row]:
        """What a lesson or a hint says here, above the message."""
        return []

    def message_row(self, width: int) -> Row:
        if self.entry:
            text = f"{self.entry.label} {self.entry.text}{self.look.glyphs.news}"
            if self.entry.is_kept:
                text += f"   {say('{key} empties the line', key=_EMPTYING)}"
            return message_row(text, width, self.look)
        text, is_bad = self.desk.message
        return message_row(text, width, self.look, is_bad=is_bad)

    def key_row(self, width: int) -> Row:
        keys = self.bar_keys()
        last = [key for name in _ALWAYS for key in keys if key.id == name and self.has_key(key)]
        rest = [key for key in keys if key.id not in _ALWAYS and self.has_key(key)]
        shown = [self.as_shown(key) for key in rest]
        return key_row(shown, width, self.look, last=last, lit=self.lit_keys)

    def bar_keys(self) -> tuple[Key, ...]:
        """Keys for the bar, the most useful first."""
        return self.desk.keys.on(self.kind)

    @property
    def lit_keys(self) -> Collection[str]:
        """Actions that a lesson points at."""
        return ()

    def as_shown(self, key: Key) -> Key:
        """A key as the bar shows it just now."""
        return key

    def has_key(self, key: Key) -> bool:
        """Whether a key has a meaning just now; others are not shown."""
        return True

    def draw(self) -> None:
        """Show what is true now. Pages below the one on top wait for their turn, new ones until they are there."""
        if not self.is_active or self.drawn_for is None:
            return
        self.drawn_for = width, height = self.app.size
        whole = Rect(0, 0, width, height)
        if is_too_small(width, height):
            panels = [(whole, too_small_rows(width, height, self.look))]
        else:
            self.scrolls.begin()
            panels = self.panels(width, height)
        free = len(self.canvases) - len(panels)
        moved = False
        for canvas, (rect, rows) in zip(self.canvases, [*panels, *[_NOWHERE] * free], strict=False):
            moved = canvas.place(rect) or moved
            canvas.show(rows, self.look)
        if moved:
            self.lay_out()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Nothing is behind the canvases; Textual would keep a copy of it for every page that ever was."""
        return [Strip.blank(crop.width)] * crop.height

    def panels(self, width: int, height: int) -> list[tuple[Rect, list[Row]]]:
        """What each canvas shows, and where."""
        return [(Rect(0, 0, width, height), self.all_rows(width, height))]

    @property
    def rows(self) -> list[Row]:
        """What is on the screen now, row by row."""
        shown = [canvas for canvas in self.canvases if canvas.rect.width]
        height = max((canvas.rect.y + canvas.rect.height for canvas in shown), default=0)
        shown.sort(key=lambda canvas: canvas.rect.x)
        return [
            tuple(span for one in shown if one.rect.has(one.rect.x, y) for span in one.row(y))
            for y in range(height)
        ]

    def on_resize(self) -> None:
        """Textual tells of a size whenever it lays out; what was drawn for it stays."""
        if self.drawn_for != self.app.size:
            self.draw()

    def on_screen_resume(self) -> None:
        self.drawn_for = self.drawn_for or (0, 0)
        self.draw()
        self.paint()

    def look_again(self) -> None:
        """The View is another one; called on all open pages before `view_changed`."""

    def view_changed(self) -> None:
        """The View is another one; called on all open pages."""
        self.draw()

    # --- keys ---------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.desk.has_read()
        printable = event.is_printable and event.character
        pressed = event.character if printable and event.character else event.key
        if self.entry and self._type(event.key, event.character if printable else None):
            return
        key = self.desk.keys.find(self.kind, pressed)
        if is_too_small(*self.app.size) and (key is None or key.id not in ("quit", "sleep")):
            return
        if key is not None:
            self.do_key(key, pressed)

    def press(self, action: str) -> None:
        """As if the key of an action had been pressed that stands in the last row."""
        key = next((key for key in self.bar_keys() if key.id == action and self.has_key(key)), None)
        if key is not None and key.id != "number":
            self.do_key(key, "")

    def do_key(self, key: Key, pressed: str) -> None:
        if self.is_boxed(key):
            return
        if key.id == "number":
            self.act_number(int(pressed))
            return
        getattr(self, f"act_{key.id}")()

    def type_in(
        self,
        label: str,
        done: Callable[[str], None],
        *,
        changed: Callable[[str], None] = lambda _: None,
        text: str = "",
        about: str = "",
        is_fresh: bool = False,
    ) -> None:
        """Let keys write into a line until Enter or Esc.

        What Esc left unfinished in a line of that label ``about`` the same thing is there again, unless the
        line is to be a fresh one.
        """
        kept = "" if is_fresh else self.desk.unfinished.pop((self.kind, label, about), "")
        self.entry = Entry(label, kept or text, changed, done, about, bool(kept))
        if kept:
            changed(kept)
        self.draw()

    def _type(self, key: str, character: str | None) -> bool:
        """A key while a line is being typed; False for keys that keep their usual meaning."""
        entry = self.entry
        if entry is None:
            return False
        if key in ("escape", "enter"):
            self.entry = None
            kept = entry.text if key == "escape" else ""
            self.desk.unfinished[self.kind, entry.label, entry.about] = kept
            if key == "escape":
                entry.changed("")
            else:
                entry.done(entry.text)
        elif character or key in ("backspace", "ctrl+h", "ctrl+u"):
            less = "" if key == "ctrl+u" else entry.text[:-1]
            text = (entry.text + character if character else less)[:_LONGEST]
            self.entry = evolve(entry, text=text, is_kept=False)
            entry.changed(text)
        else:
            return False
        self.draw()
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Into the line that is being typed, as one line; elsewhere pasted letters are no keys."""
        text = " ".join(event.text[: 4 * _LONGEST].split())
        self._type("", "".join(character for character in text if character.isprintable()))

    # --- what every page can do ---------------------------------------------------------

    def act_back(self) -> None:
        self.desk.close_page()

    def act_help(self) -> None:
        self.desk.open_page("help", about=self.kind)

    def act_palette(self) -> None:
        self.desk.open_page("palette", page=self)

    def act_settings(self) -> None:
        self.desk.open_page("settings")

    def act_doctor(self) -> None:
        self.desk.open_page("doctor")

    def act_console(self) -> None:
        self.desk.open_page("console")

    def act_sleep(self) -> None:
        self.desk.sleep()

    def act_repaint(self) -> None:
        """What somebody else wrote on the terminal goes away."""
        self.desk.repaint()

    def act_log(self) -> None:
        self.desk.open_page("log")

    def act_leave(self) -> None:
        self.desk.leave()

    def act_quit(self) -> None:
        self.desk.quit_now()

    def act_choose(self) -> None: ...
    def act_number(self, number: int) -> None: ...
    def act_left(self) -> None: ...
    def act_right(self) -> None: ...

    def move(self, steps: int) -> None:
        """Move the cursor down (up when negative)."""

    def act_up(self) -> None:
        self.move(-1)

    def act_down(self) -> None:
        self.move(1)

    def act_page_up(self) -> None:
        self.move(-10)

    def act_page_down(self) -> None:
        self.move(10)

    def act_first(self) -> None:
        self.move(-9999)

    def act_last(self) -> None:
        self.move(9999)
