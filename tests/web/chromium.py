"""A real Chromium without a window, spoken to in its own debugging protocol; no driver is needed."""

from __future__ import annotations

import asyncio
import base64
import itertools
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import pyte

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_FLAGS = (
    "--headless=new",
    "--no-sandbox",  # tests run as root in containers; the pages are our own
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--enable-unsafe-swiftshader",  # the terminal in the page draws with WebGL
    "--remote-debugging-port=0",
    "--window-size=1280,800",
)


def find() -> str | None:
    """The browser that CSTO_CHROMIUM names, or the first of the usual ones."""
    named = os.environ.get("CSTO_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


class Tab:
    """One page. `screen` is what its terminal has been sent, `asked` every address it wanted."""

    def __init__(self, line: aiohttp.ClientWebSocketResponse, size: tuple[int, int]) -> None:
        self.asked: list[str] = []
        self.troubles: list[str] = []
        self.closed_sockets = 0
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self._line = line
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._news = asyncio.Event()
        self._listening = asyncio.create_task(self._listen())

    async def call(self, method: str, **facts: Any) -> dict[str, Any]:
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        await self._line.send_json({"id": number, "method": method, "params": facts})
        return await asyncio.wait_for(answer, 60)

    async def run(self, script: str) -> Any:
        found = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    async def go(self, address: str) -> None:
        await self.call("Page.navigate", url=address)

    async def press(self, *keys: str) -> None:
        for key in keys:
            facts: dict[str, Any] = {"key": key}
            if len(key) == 1:
                facts["text"] = key
            elif key == "Enter":
                facts |= {"text": "\r", "windowsVirtualKeyCode": 13}
            elif key == "Escape":
                facts["windowsVirtualKeyCode"] = 27
            await self.call("Input.dispatchKeyEvent", type="keyDown", **facts)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def see(self, text: str, *, seconds: float = 60) -> None:
        """Until the text stands on the terminal's screen."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while text not in self.shown:
                    self._news.clear()
                    await self._news.wait()
        assert text in self.shown, f"no {text!r} on the screen:\n{self.shown}\n{self.troubles}"

    async def until(self, script: str, *, seconds: float = 60) -> None:
        """Until the page says that it is so."""
        async with asyncio.timeout(seconds):
            while not await self.run(script):  # noqa: ASYNC110  # the page says nothing by itself
                await asyncio.sleep(0.05)

    async def picture(self, **part: Any) -> bytes:
        """What is to be seen, as PNG."""
        found = await self.call("Page.captureScreenshot", format="png", **part)
        return base64.b64decode(found["data"])

    @property
    def shown(self) -> str:
        return "\n".join(row.rstrip() for row in self.screen.display)

    async def close(self) -> None:
        """Close the page, as a person closes a tab."""
        with suppress(aiohttp.ClientError, TimeoutError):
            await self.call("Page.close")
        self._listening.cancel()

    async def _listen(self) -> None:
        async for message in self._line:
            if message.type is not aiohttp.WSMsgType.TEXT:
                continue
            said = message.json()
            if "id" in said:
                answer = self._answers.pop(said["id"], None)
                if answer and not answer.done():
                    answer.set_result(said.get("result", {"exceptionDetails": said.get("error")}))
            else:
                self._hear(said["method"], said["params"])

    def _hear(self, method: str, facts: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.asked.append(facts["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.asked.append(facts["url"])
            self.screen.reset()
        elif method == "Network.webSocketClosed":
            self.closed_sockets += 1
        elif method == "Network.webSocketFrameReceived" and facts["response"]["opcode"] == 2:
            self._stream.feed(base64.b64decode(facts["response"]["payloadData"]))
        elif (
            method == "Network.webSocketFrameSent" and "resize" in facts["response"]["payloadData"]
        ):
            self._resized(facts["response"]["payloadData"])
        elif method == "Runtime.exceptionThrown":
            self.troubles.append(str(facts["exceptionDetails"]))
        elif method == "Log.entryAdded" and facts["entry"]["level"] == "error":
            self.troubles.append(facts["entry"]["text"])
        self._news.set()

    def _resized(self, said: str) -> None:
        import json

        _, size = json.loads(said)
        self.screen.resize(size["height"], size["width"])


class Browser:
    def __init__(self, client: aiohttp.ClientSession, port: int) -> None:
        self._client = client
        self._port = port

    @asynccontextmanager
    async def tab(self) -> AsyncIterator[Tab]:
        """An empty page."""
        address = f"http://127.0.0.1:{self._port}/json/new?about:blank"
        async with self._client.put(address) as answer:
            facts = await answer.json()
        async with self._client.ws_connect(
            facts["webSocketDebuggerUrl"], max_msg_size=2**26
        ) as line:
            tab = Tab(line, (80, 24))
            for domain in ("Page", "Network", "Runtime", "Log"):
                await tab.call(f"{domain}.enable")
            yield tab
            await tab.close()


@asynccontextmanager
async def browser(program: str, folder: Path) -> AsyncIterator[Browser]:
    """A browser with a profile of its own in `folder`."""
    process = await asyncio.create_subprocess_exec(
        program,
        *_FLAGS,
        f"--user-data-dir={folder}",
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(60):
            while not (port := _port(folder / "DevToolsActivePort")):
                assert process.returncode is None, "the browser did not start"
                await asyncio.sleep(0.05)
        async with aiohttp.ClientSession() as client:
            yield Browser(client, port)
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


def _port(path: Path) -> int:
    with suppress(OSError, ValueError, IndexError):
        return int(path.read_text(encoding="utf-8").splitlines()[0])
    return 0
