"""The game in a real browser. Skipped where there is none; CSTO_CHROMIUM names one."""

from __future__ import annotations

import os
import struct
import zlib
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from tests.ui.test_pty import home_of_hansa
from tests.web import chromium
from tests.web.serving import served

PROGRAM = chromium.find()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium is installed")


def running(folder: Path) -> AbstractAsyncContextManager[chromium.Browser]:
    assert PROGRAM
    return chromium.browser(PROGRAM, folder / "profile")


def keep(name: str, picture: bytes) -> None:
    """For a person to look at: CSTO_PICTURES=FOLDER keeps what the browser shows."""
    folder = os.environ.get("CSTO_PICTURES")
    if folder:
        Path(folder, name).write_bytes(picture)


def colors(picture: bytes) -> int:
    """How many colors there are in a PNG of eight bits a channel."""
    width, height, depth, kind = struct.unpack(">IIBB", picture[16:26])
    assert (depth, kind) in ((8, 2), (8, 6))
    size, place, packed = (3 if kind == 2 else 4), 8, b""
    while place < len(picture):
        length, name = struct.unpack(">I4s", picture[place : place + 8])
        packed += picture[place + 8 : place + 8 + length] if name == b"IDAT" else b""
        place += 12 + length
    raw, stride = zlib.decompress(packed), width * size
    before, seen = bytearray(stride), set()
    for y in range(height):
        start = y * (stride + 1)
        row = _unfiltered(raw[start], bytearray(raw[start + 1 : start + 1 + stride]), before, size)
        seen |= {bytes(row[x : x + 3]) for x in range(0, stride, size)}
        before = row
    return len(seen)


def _unfiltered(kind: int, row: bytearray, above: bytearray, size: int) -> bytearray:
    for x in range(len(row)):
        left, up = (row[x - size] if x >= size else 0), above[x]
        corner = above[x - size] if x >= size else 0
        guess = left + up - corner
        near = min((abs(guess - one), place, one) for place, one in enumerate((left, up, corner)))
        row[x] = (row[x] + (0, left, up, (left + up) // 2, near[2])[kind]) & 255
    return row


async def begin(page: chromium.Tab) -> None:
    """From the title to the first quarter of a small world, by keys."""
    steps: tuple[tuple[tuple[str, ...], str], ...] = (
        (("n",), "The Steelyard and the Sea"),
        (("/",), " / ▌"),
        ((*"steelyard", "Enter"), "/steelyard"),
        (("Enter",), "2 of 4"),
        (("Enter",), "3 of 4"),
        (("k",), "▸ seed"),
        (("Enter",), "▌"),
        (("7", "Enter"), "▸ Begin as Lübeck"),
        (("Enter",), "end turn"),
        (("i",), "incident 1 of 1"),
        (("1", "Enter"), "Nothing to answer"),
        (("Escape", "v"), "Enter gives the order"),
    )
    for keys, sign in steps:
        await page.press(*keys)
        await page.see(sign)


async def test_a_game_in_a_browser(tmp_path: Path) -> None:
    home = home_of_hansa(tmp_path / "home")
    async with running(tmp_path) as program:
        with served(home, "--token") as server:
            async with program.tab() as page:
                await page.go(server.address)
                await page.see("New game")
                assert "token" not in await page.run("window.location.href")
                await page.until("document.body.classList.contains('-first-byte')")
                # The terminal measures letters once: its own font must have been there by then.
                assert await page.run("document.fonts.check('16px \"Roboto Mono\"')")
                await begin(page)
                await page.run("new Promise(done => requestAnimationFrame(done))")
                corner = {"x": 0, "y": 0, "width": 400, "height": 200, "scale": 1}
                assert colors(await page.picture(clip=corner)) > 30, "it is drawn, not only sent"
                keep("verbs.png", await page.picture())
                assert page.troubles == []
                strangers = [one for one in page.asked if f"//{server.host}/" not in one]
                assert [one for one in strangers if not one.startswith("data:")] == []
            saves = list((home / "saves").glob("*.csto"))
            assert len(saves) == 1
            assert "LUB: option" in saves[0].read_text(encoding="utf-8")
            assert server.end() == 0


async def test_leaving_closes_the_page_and_a_key_opens_it_again(tmp_path: Path) -> None:
    async with running(tmp_path) as program:
        with served(tmp_path / "home", "--token") as server:
            async with program.tab() as page:
                await page.go(server.address)
                await page.see("New game")
            async with program.tab() as page:  # the cookie opens it without the token
                await page.go(f"http://{server.host}/")
                await page.see("New game")
                await page.press("Q")
                await page.until("document.body.classList.contains('-closed')")
                keep("closed.png", await page.picture())
                assert await page.run("document.activeElement.id") == "again"
                await page.press("Enter")
                await page.see("New game")


async def test_a_foreign_page_gets_nowhere(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        async with running(tmp_path) as program, program.tab() as page:
            # The same machine by another name is another page to a browser.
            port = server.host.partition(":")[2]
            await page.go(f"http://localhost:{port}/nothing")
            await page.until("document.readyState === 'complete'")
            await page.run(
                f"""window.heard = "";
                const line = new WebSocket("ws://{server.host}/ws");
                line.onopen = () => window.heard = "open";
                line.onerror = () => window.heard = "refused";"""
            )
            await page.until("window.heard !== ''")
            assert await page.run("window.heard") == "refused"
