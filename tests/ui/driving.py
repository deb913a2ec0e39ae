"""Driving the real app in tests: open it on the fake, press keys, read its rows."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from tests.ui.fakes import FakeMatch, FakeShelf
from textual.events import Key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.strip import Strip
from textual.worker import WorkerCancelled

from csto_game.ui.app import CstoApp, Wish
from csto_game.ui.look import Look, make_look
from csto_game.ui.own import Own
from csto_game.ui.rows import row_text, row_width
from csto_game.ui.screens.base import Page

SIZES = ((80, 24), (120, 36), (200, 60))
NARROW = SIZES[0]
_CHARACTERS = {"question_mark": "?", "colon": ":", "slash": "/"}

# Every page of a game, as keys from the campaign.
PAGES = {
    "campaign": (),
    "card": ("i",),
    "verbs": ("v",),
    "council": ("c",),
    "member": ("6", "enter"),
    "crises": ("x",),
    "why": ("w", "right"),
    "ledger": ("o",),
    "forces": ("g",),
    "charter": ("l",),
    "verdict": ("S",),
    "timeline": ("s",),
    "compare": ("s", "down", "c"),
    "forecast": ("f",),
    "chronicle": ("h",),
    "pictures": ("d",),
    "report": ("R",),
    "help": ("question_mark",),
    "log": ("L",),
    "palette": ("colon",),
    "ask": ("e",),
    "numbers": ("W",),
    "told": ("6", "enter", "q"),
}
# Pages without a game, as keys from the title.
OUTER = {
    "title": (),
    "new_game": ("n",),
    "saves": ("l",),
    "problems": ("p",),
    "settings": ("s",),
    "doctor": ("d",),
}

# Pages that no key leads to from a running fake game.
BESIDE = ("package", "welcome", "console", "curtain", "sealed", "debrief")


@asynccontextmanager
async def opened(
    size: tuple[int, int] = NARROW,
    *,
    shelf: Any = None,
    look: Look | None = None,
    wish: Wish | None = None,
    own: Own | None = None,
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    """The app on the title, its scenarios scanned."""
    app = CstoApp(look or make_look(), shelf or FakeShelf(), wish=wish, own=own)
    async with app.run_test(size=size) as pilot:
        await scanned(app)
        await settled(app, pilot)
        yield app, pilot


async def scanned(app: CstoApp) -> None:
    """Until it has looked for saves, which it begins to do after its first frame."""
    async with asyncio.timeout(60):
        while app.saves is None and app.is_running:  # noqa: ASYNC110  # many ways lead there
            await asyncio.sleep(0.005)


@asynccontextmanager
async def playing(
    size: tuple[int, int] = NARROW, *, match: FakeMatch | None = None, look: Look | None = None
) -> AsyncIterator[tuple[CstoApp, Pilot[int]]]:
    """The app in the campaign of a fake game."""
    shelf = FakeShelf(match or FakeMatch())
    async with opened(size, shelf=shelf, look=look) as (app, pilot):
        await press(app, pilot, "c")
        assert page(app).kind == "campaign"
        yield app, pilot


async def settled(app: CstoApp, pilot: Pilot[int]) -> None:
    """Until no work is left and all messages have arrived.

    Not `pilot.pause`, which waits until the processor is idle, several times as long.
    """
    async with asyncio.timeout(60):  # an app that has failed hears nothing any more
        for _ in range(4):
            await _heard(app)
            await _heard(app.screen)
            with suppress(WorkerCancelled):  # a question gives way to a newer one
                await app.workers.wait_for_complete()


async def until(app: CstoApp, pilot: Pilot[int], kind: str, *, seconds: float = 60) -> None:
    """Until a page of that kind is on top and no work is left."""
    async with asyncio.timeout(seconds):
        while page(app).kind != kind or app.is_busy:  # noqa: ASYNC110  # many ways lead there
            await asyncio.sleep(0.01)
    await settled(app, pilot)


async def begun(app: CstoApp, pilot: Pilot[int], *, seconds: float = 60) -> None:
    """Until a game has been begun; what its role would see first is closed."""
    async with asyncio.timeout(seconds):
        while "campaign" not in kinds(app) or app.is_busy:  # noqa: ASYNC110  # as above
            await asyncio.sleep(0.01)
    await settled(app, pilot)
    while page(app).kind != "campaign":
        await press(app, pilot, "escape")


async def _heard(pump: MessagePump) -> None:
    """Until everything that was sent to it so far has been heard."""
    done = asyncio.Event()
    pump.call_later(done.set)
    await done.wait()


async def press(app: CstoApp, pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after the other, each time until all that comes of it is done."""
    for key in keys:
        character = key if len(key) == 1 else _CHARACTERS.get(key)
        app.post_message(Key(key, character))
        await settled(app, pilot)


def page(app: CstoApp) -> Page:
    assert isinstance(app.screen, Page)
    return app.screen


def lines(app: CstoApp) -> list[str]:
    return [row_text(row) for row in page(app).rows]


def shown(app: CstoApp) -> str:
    return "\n".join(lines(app))


def strips(app: CstoApp) -> list[Strip]:
    """What Textual is given to print."""
    shown = [canvas for canvas in page(app).canvases if canvas.rect.width]
    return [one.render_line(y) for one in shown for y in range(one.rect.height)]


def check_rows(app: CstoApp, size: tuple[int, int]) -> None:
    """The whole screen is covered, exactly, and no cell holds anything but a printable."""
    rows = page(app).rows
    printed = [strip.text for strip in app.screen._compositor.render_strips()]
    assert printed == lines(app), "what is drawn is what is to be seen"
    assert len(rows) == size[1]
    assert {row_width(row) for row in rows} == {size[0]}
    for row in rows:
        for span in row:
            bad = [
                c for c in span.text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")
            ]
            assert not bad, f"{bad} in {span.text!r}"


def kinds(app: CstoApp) -> Sequence[str]:
    return [one.kind for one in app.pages()]


async def every_page(app: CstoApp, pilot: Pilot[int]) -> AsyncIterator[str]:
    """Each page of a game in turn, by its keys from the campaign; its name while it is open."""
    for name, keys in PAGES.items():
        await press(app, pilot, *keys)
        assert page(app).kind == name, shown(app)
        yield name
        while page(app).kind != "campaign":
            await press(app, pilot, "escape")


async def beside(app: CstoApp, pilot: Pilot[int], name: str, text: str, folder: Path) -> None:
    """Open one of `BESIDE`, with a text wherever it shows one; `folder` is for a package's papers."""
    facts: dict[str, Any] = {
        "package": {"titled": text, "place": str(folder)},
        "welcome": {"done": lambda answers: None},
        "curtain": {"person": text},
        "sealed": {"lines": (text, text * 4), "is_bad": True},
    }.get(name, {})
    if name == "package":
        (folder / "scenario.toml").write_text('[package]\nid = "a"\nlicence = "[bold]x"\n', "utf-8")
        (folder / "README.md").write_text(text * 4, "utf-8")
    if name == "console":
        app.transcript += [("asked", text), ("told", text * 4), ("bad", f" {text}")]
    app.open_page(name, **facts)
    await settled(app, pilot)
    assert page(app).kind == name
