"""One game behind one open page: a process of its own that draws for a browser."""

from __future__ import annotations

import asyncio
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp.web import WebSocketResponse
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

PATIENCE_S = 10.0
"""How long a game that was told to leave may take; all its commands are saved long before."""

_SEES = {
    # A browser shows all signs and all colors, whatever the terminal that started the server can do.
    "TEXTUAL_DRIVER": "csto_game.ui.browser:BrowserDriver",
    "COLORTERM": "truecolor",
    "TERM": "xterm-256color",
    "PYTHONUTF8": "1",
    "PYTHONIOENCODING": "utf-8",
}


class Game(AppService):
    """`arguments` start the program; they pass no shell, whatever they hold."""

    def __init__(self, arguments: Sequence[str], socket: WebSocketResponse) -> None:
        super().__init__(
            "",
            write_bytes=lambda data: _sent(socket, data),
            write_str=lambda _: asyncio.sleep(0),  # links and downloads, and we have none
            close=lambda: _closed(socket),
            download_manager=DownloadManager(),
        )
        self._arguments = tuple(arguments)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height) | _SEES
        for name in ("LC_ALL", "LC_CTYPE"):
            environment.pop(name, None)
        environment["LANG"] = "C.UTF-8"  # which letters there are; the language is an argument
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=environment,
            start_new_session=os.name == "posix",  # Ctrl-C is for the server, which tells us
        )
        self._stdin = process.stdin
        return process

    async def leave(self) -> None:
        """The page is gone: the game ends, by itself or after a while by force."""
        with suppress(TimeoutError, OSError):
            await asyncio.wait_for(self.stop(), PATIENCE_S)
        process = self._process
        if process is None:
            return
        if process.returncode is None:
            with suppress(TimeoutError):
                await asyncio.wait_for(process.wait(), PATIENCE_S)
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _sent(socket: WebSocketResponse, data: bytes) -> None:
    """What a game says to a page that is gone, nobody hears."""
    with suppress(ConnectionError, RuntimeError):
        await socket.send_bytes(data)


async def _closed(socket: WebSocketResponse) -> None:
    with suppress(ConnectionError, RuntimeError):
        await socket.close()
