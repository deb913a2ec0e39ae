"""The web application: one page, its files, and a line to a game for each page that is open."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from weakref import WeakSet

from aiohttp import WSCloseCode, WSMsgType, web
from attrs import define, field

from csto_game.text.catalog import say
from csto_game.web.game import Game
from csto_game.web.gate import Gate
from csto_game.web.page import FILES, HEADERS, page, policy

MOST_GAMES = 8
"""Games at a time: each is a process of some 80 MB."""
_MOST_BYTES = 64 * 1024
"""Of one message of a page: keys, sizes, or a text that was pasted."""
_WIDEST, _HIGHEST = 500, 200

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@define(eq=False)
class Server:
    """`arguments` start one game."""

    arguments: tuple[str, ...]
    gate: Gate
    port: int
    _open: WeakSet[web.WebSocketResponse] = field(factory=WeakSet, init=False)

    def application(self) -> web.Application:
        @web.middleware
        async def judge(request: web.Request, handler: Answer) -> web.StreamResponse:
            return self._judged(request) or await handler(request)

        made = web.Application(middlewares=[judge])
        made.add_routes(
            [
                web.get("/", self._page),
                web.get("/page/{name}", self._file),
                web.get("/ws", self._line),
            ]
        )
        made.on_shutdown.append(self._end)
        return made

    @property
    def cookie(self) -> str:
        """Cookies do not know ports, so that the name has to."""
        return f"csto_{self.port}"

    def _judged(self, request: web.Request) -> web.Response | None:
        """Every request passes here, also those to which there is no answer. None lets it in."""
        asked, kept = request.query.get("token"), request.cookies.get(self.cookie, "")
        complaint = self.gate.complaint(
            request.headers.get("Host", ""),
            request.headers.get("Origin"),
            kept if asked is None else asked,
        )
        if complaint:
            raise web.HTTPForbidden(text=say(f"serve.{complaint}") + "\n", headers=HEADERS)
        if asked is not None and self.gate.token:
            return self._remember(asked)
        return None

    def _remember(self, token: str) -> web.Response:
        """The token goes from the address into a cookie that no script reads."""
        found = web.Response(status=303, headers={"Location": "/", **HEADERS})
        found.set_cookie(self.cookie, token, httponly=True, samesite="Lax", path="/")
        return found

    async def _page(self, request: web.Request) -> web.Response:
        text = page(request.host, request.query.get("fontsize", ""))
        headers = {**HEADERS, "Content-Security-Policy": policy(request.host)}
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        found = FILES.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound(headers=HEADERS)
        path, kind = found
        return web.FileResponse(path, headers={**HEADERS, "Content-Type": kind})

    # --- a game -------------------------------------------------------------------------

    async def _line(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Origin") is None:  # every browser says whose page it is
            raise web.HTTPForbidden(text=say("serve.origin") + "\n", headers=HEADERS)
        if len(self._open) >= MOST_GAMES:
            raise web.HTTPServiceUnavailable(
                text=say("serve.full", count=MOST_GAMES) + "\n", headers=HEADERS
            )
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=_MOST_BYTES)
        self._open.add(socket)
        game = Game(self.arguments, socket)
        try:
            await socket.prepare(request)
            size = (request.query.get("width", ""), request.query.get("height", ""))
            await game.start(*_size(*size))
            await _listen(socket, game)
        finally:
            self._open.discard(socket)
            await game.leave()
        return socket

    async def _end(self, _: web.Application) -> None:
        for socket in tuple(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)


async def _listen(socket: web.WebSocketResponse, game: Game) -> None:
    """Hand on what the page says, until it closes. What is no message of ours is passed over."""
    async for message in socket:
        if message.type is not WSMsgType.TEXT:
            continue
        try:
            said = json.loads(message.data)
        except ValueError:
            continue
        match said:
            case ["stdin", str(keys)]:
                await game.send_bytes(keys.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await game.set_terminal_size(*_size(str(width), str(height)))
            case ["ping", str(mark)]:
                await socket.send_json(["pong", mark])
            case ["blur"]:
                await game.blur()
            case ["focus"]:
                await game.focus()


def _size(width: str, height: str) -> tuple[int, int]:
    """Columns and rows: as asked for, within bounds."""
    return _within(width, 80, _WIDEST), _within(height, 24, _HIGHEST)


def _within(text: str, usual: int, most: int) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) < 6
    return min(max(int(text), 1), most) if is_number else usual
