"""What is sent to the terminal when pages open and close: once, and what comes of it is what should be seen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest
from rich.console import RenderableType
from tests.ui.driving import OUTER, PAGES, SIZES, opened, page, press, settled
from tests.ui.fakes import FakeMatch, FakeShelf
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import Screen

from csto_game.ui.app import CstoApp
from csto_game.ui.look import Look, make_look

pyte = pytest.importorskip("pyte")


class Line:
    """The far end of the terminal line: what was sent, and the screen that comes of it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.screen = pyte.Screen(*size)
        self.stream = pyte.Stream(self.screen)
        self.cells: list[int] = []
        """Of each frame."""

    def take(self, app: CstoApp, sent: LayoutUpdate | ChopsUpdate) -> None:
        if isinstance(sent, LayoutUpdate):
            self.cells.append(sent.region.area)
        else:
            self.cells.append(sum(end - start for _, start, end in sent.spans))
        self.stream.feed(sent.render_segments(app.console))

    def check(self, app: CstoApp) -> None:
        """It stands there as if the page had been painted on an empty screen."""
        fresh = pyte.Screen(self.screen.columns, self.screen.lines)
        whole = app.screen._compositor.render_full_update()
        pyte.Stream(fresh).feed(whole.render_segments(app.console))
        assert self.screen.display == fresh.display
        for y in range(fresh.lines):
            assert [_seen(cell) for cell in _row(self.screen, y)] == [
                _seen(cell) for cell in _row(fresh, y)
            ], f"row {y} of {page(app).kind} has other colors"


def _row(screen: Any, y: int) -> list[Any]:
    return [screen.buffer[y][x] for x in range(screen.columns)]


def _seen(cell: Any) -> tuple[Any, ...]:
    """A cell as one sees it: of a blank only its ground."""
    ink = () if cell.data == " " else (cell.fg, cell.bold, cell.italics)
    return (cell.data, cell.bg, cell.reverse, *ink)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Opens the app on a line that is looked at."""

    @asynccontextmanager
    async def watching(
        size: tuple[int, int], *, look: Look | None = None
    ) -> AsyncIterator[tuple[CstoApp, Pilot[int], Line]]:
        line = Line(size)
        display = App._display

        def sent(app: CstoApp, screen: Screen[Any], renderable: RenderableType | None) -> None:
            if isinstance(renderable, (LayoutUpdate, ChopsUpdate)) and not app._batch_count:
                line.take(app, renderable)
            display(app, screen, renderable)

        monkeypatch.setattr(App, "_display", sent)
        async with opened(size, shelf=FakeShelf(FakeMatch()), look=look) as (app, pilot):
            await pilot.pause(0.1)
            yield app, pilot, line

    return watching


async def _after(
    app: CstoApp, pilot: Pilot[int], line: Line, *keys: str, seconds: float = 0.1
) -> list[int]:
    """The cells of each frame that comes of some keys; Textual paints sixty times a second."""
    line.cells.clear()
    await press(app, pilot, *keys)
    await pilot.pause(seconds)
    await settled(app, pilot)
    return line.cells


async def _stands(app: CstoApp, pilot: Pilot[int], line: Line) -> None:
    """It stands there, at once or when Textual's next tick has painted what a thread has found out."""
    for _ in range(30):
        with suppress(AssertionError):
            return line.check(app)
        await pilot.pause(0.1)
        await settled(app, pilot)
    return line.check(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_is_painted_once_when_it_opens_and_once_when_it_closes(
    watched: Callable[..., Any], size: tuple[int, int]
) -> None:
    whole = size[0] * size[1]
    async with watched(size) as (app, pilot, line):
        assert sum(line.cells[1:]) < whole, f"the title is painted again: {line.cells}"
        await _after(app, pilot, line, "c")
        for name, keys in PAGES.items():
            for key in keys:
                came = await _after(app, pilot, line, key)
                assert sum(came[1:]) < whole, f"{name} is painted again: {came}"
                await _stands(app, pilot, line)
            while page(app).kind != "campaign":
                came = await _after(app, pilot, line, "escape")
                assert sum(came) < 1.5 * whole, f"after {name}: {came}"
                await _stands(app, pilot, line)


async def test_what_differs_is_all_that_is_sent(watched: Callable[..., Any]) -> None:
    async with watched((120, 36)) as (app, pilot, line):
        await _after(app, pilot, line, "c")
        assert sum(await _after(app, pilot, line, "down")) < 120 * 36 // 3
        await _after(app, pilot, line, seconds=0.3)  # the causes of the number under the cursor
        await _stands(app, pilot, line)
        await _after(app, pilot, line, "v", "enter")  # the page below hears of it, too
        await _stands(app, pilot, line)
        await _after(app, pilot, line, "escape")
        await _stands(app, pilot, line)
        app.screen.refresh(layout=True)
        assert not await _after(app, pilot, line), "it was all there"
        for page_keys in OUTER.values():
            await _after(app, pilot, line, *page_keys)
            await _stands(app, pilot, line)


async def test_after_a_sleep_and_in_another_look_all_is_painted(
    watched: Callable[..., Any],
) -> None:
    whole = 80 * 24
    async with watched((80, 24)) as (app, pilot, line):
        app.app_resume_signal.publish(app)
        assert max(await _after(app, pilot, line)) == whole
        assert max(await _after(app, pilot, line, "ctrl+l")) == whole
        app.look = make_look("paper")
        app.redraw()
        assert max(await _after(app, pilot, line)) == whole
        await _stands(app, pilot, line)


async def test_another_size_is_painted_whole(watched: Callable[..., Any]) -> None:
    async with watched((80, 24)) as (app, pilot, line):
        await _after(app, pilot, line, "c")
        for size in ((120, 36), (60, 18), (200, 60), (80, 24)):
            line.screen.resize(size[1], size[0])
            line.screen.reset()
            line.cells.clear()
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
            await settled(app, pilot)
            assert max(line.cells) == size[0] * size[1]
            await _stands(app, pilot, line)


async def test_wide_signs_are_painted_by_whole_rows(watched: Callable[..., Any]) -> None:
    look = make_look(is_wide=True)
    async with watched((80, 24), look=look) as (app, pilot, line):
        await _after(app, pilot, line, "c")
        await _stands(app, pilot, line)
        await _after(app, pilot, line, "down")
        await _stands(app, pilot, line)


async def test_word_of_an_earlier_size_that_comes_late_paints_nothing_outside(
    watched: Callable[..., Any],
) -> None:
    async with watched((120, 36)) as (app, pilot, line):
        await press(app, pilot, "c")
        here = page(app)
        here._refresh_layout(Size(80, 20))
        app.standing.forget()
        here.paint()
        here._refresh_layout(app.size)
        here.draw()
        await settled(app, pilot)
        await _stands(app, pilot, line)
