"""The server: what it answers, to whom, and the game behind a line."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pyte
import pytest
from tests.hansa import HANSA
from tests.ui.test_pty import home_of_hansa
from tests.web.serving import Served, games, served

aiohttp = pytest.importorskip("aiohttp", reason="needs the extra `serve`")

ON_LINUX = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")


class Line:
    """A page's line to its game."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)

    @property
    def shown(self) -> str:
        return "\n".join(row.rstrip() for row in self.screen.display)

    async def see(self, text: str) -> None:
        async with asyncio.timeout(60):
            while text not in self.shown:
                message = await self.socket.receive()
                assert message.type is aiohttp.WSMsgType.BINARY, (message, self.shown)
                self._stream.feed(message.data)

    async def press(self, keys: str) -> None:
        await self.socket.send_json(["stdin", keys])


@asynccontextmanager
async def line(server: Served, **headers: str) -> AsyncIterator[Line]:
    given = {"Origin": f"http://{server.host}"} | headers
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(
            f"http://{server.host}/ws?width=80&height=24",
            headers={name: value for name, value in given.items() if value},
        ) as socket,
    ):
        yield Line(socket)


async def status(server: Served, path: str, **headers: str) -> int:
    async with (
        aiohttp.ClientSession() as client,
        client.get(f"http://{server.host}{path}", headers=headers, allow_redirects=False) as found,
    ):
        return found.status


async def refused(server: Served, **headers: str) -> int:
    """The status with which a line is refused."""
    with pytest.raises(aiohttp.WSServerHandshakeError) as found:
        async with line(server, **headers):
            pass
    return found.value.status


async def test_what_is_served_and_what_not(tmp_path: Path) -> None:
    with served(tmp_path) as server:
        assert server.host.startswith("127.0.0.1:")
        assert not server.token
        async with aiohttp.ClientSession() as client, client.get(server.address) as found:
            text, policy = await found.text(), found.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "https:" not in text
        assert set(_addresses(text)) <= {"http://" + server.host, "ws://" + server.host + "/ws"}
        for name in ("textual.js", "xterm.css", "mono.ttf", "mono-italic.ttf", "page.js"):
            assert await status(server, f"/page/{name}") == 200
        for path in ("/page/", "/page/x", "/page/..%2fserver.py", "/static/", "/x", "//evil"):
            assert await status(server, path) == 404
        assert await status(server, "/", Host="evil.example") == 403
        assert await status(server, "/", Origin="http://evil.example") == 403
        assert await status(server, "/nothing", Host="evil.example") == 403
        assert await refused(server, Origin="http://evil.example") == 403
        assert await refused(server, Origin="") == 403
        assert await refused(server, Host="evil.example", Origin="http://evil.example") == 403
        assert server.end() == 0


def _addresses(text: str) -> list[str]:
    return [
        part.split('"')[0] for part in text.replace("ws://", '"ws://').split('"') if "://" in part
    ]


async def test_a_token_opens_everything_and_nothing_opens_without(tmp_path: Path) -> None:
    with served(tmp_path, "--token") as server:
        assert len(server.token) >= 32
        for path in ("/", "/page/textual.js", "/ws", "/nothing", "/?token=", "/?token=" + "x" * 32):
            assert await status(server, path) == 403
        assert await refused(server) == 403
        assert await refused(server, Cookie=f"csto_{server.host.partition(':')[2]}=wrong") == 403
        jar = aiohttp.CookieJar(unsafe=True)  # it is an address, not a name
        async with aiohttp.ClientSession(cookie_jar=jar) as client:
            async with client.get(server.address, allow_redirects=False) as found:
                cookie = found.headers["Set-Cookie"]
                assert (found.status, found.headers["Location"]) == (303, "/")
            assert "HttpOnly" in cookie
            assert "SameSite=Lax" in cookie
            async with client.get(f"http://{server.host}/") as found:
                assert found.status == 200
                assert server.token not in await found.text()
            async with client.ws_connect(
                f"http://{server.host}/ws", headers={"Origin": f"http://{server.host}"}
            ) as socket:
                assert (await socket.receive(60)).type is aiohttp.WSMsgType.BINARY


@ON_LINUX
async def test_each_line_is_a_game_that_ends_with_it_and_is_saved(tmp_path: Path) -> None:
    home = home_of_hansa(tmp_path)
    with served(home, "hansa", "--role=lubeck", "--seed=7") as server:
        async with line(server) as one:
            await one.see("Spring 1390")
            async with line(server) as other:
                await other.see("Spring 1390")
                assert len(games(server.process)) == 2
            await one.press("i")
            await one.see("incident 1 of 1")
            await one.press("1\r")
            await one.see("Nothing to answer")
        await _gone(server)
        saves = [path.read_text(encoding="utf-8") for path in (home / "saves").glob("*.csto")]
        assert len(saves) == 2
        assert sum("LUB: option" in text for text in saves) == 1
    with served(home, "--resume") as server:
        async with line(server) as again:
            await again.see("end turn")
            await again.press("i")
            await again.see("No incident waits")
            assert server.end() == 0
        assert not [child for child in games_of_all() if str(home) in child]


async def _gone(server: Served) -> None:
    async with asyncio.timeout(30):
        while games(server.process):  # noqa: ASYNC110  # nobody tells
            await asyncio.sleep(0.05)


def games_of_all() -> list[str]:
    """The command lines of all processes."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return found


@ON_LINUX
async def test_games_end_when_the_server_is_killed(tmp_path: Path) -> None:
    home = home_of_hansa(tmp_path)
    with served(home, "hansa", "--role=lubeck") as server:
        async with line(server) as one:
            await one.see("Spring 1390")
            os.kill(server.process.pid, signal.SIGKILL)
            async with asyncio.timeout(30):
                while any(str(home) in said and " play " in said for said in games_of_all()):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)


async def test_nonsense_on_the_line_is_passed_over(tmp_path: Path) -> None:
    with served(home_of_hansa(tmp_path), "hansa", "--role=lubeck") as server:
        async with line(server) as one:
            await one.see("Spring 1390")
            for said in ("", "no json", "[]", '["stdin", 7]', '["resize", {"width": "x"}]', "{}"):
                await one.socket.send_str(said)
            await one.socket.send_bytes(b"\0\1")
            await one.socket.send_str('["resize", {"width": 1000000000, "height": 1000000000}]')
            await one.socket.send_str('["resize", {"width": 80, "height": 24}]')
            one.screen.reset()
            await one.press("v")
            await one.see("Enter gives the order")


async def test_options_reach_the_game_and_no_shell(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    role = f"x'; touch {mark}; $(touch {mark}) `touch {mark}` && touch {mark} #"
    with served(home_of_hansa(tmp_path), f"--role={role}", "--", str(HANSA)) as server:
        async with line(server) as one:
            await one.see("New game")
        assert not mark.exists()


async def test_no_more_games_than_a_machine_bears(tmp_path: Path) -> None:
    from csto_game.web.server import MOST_GAMES

    with served(tmp_path) as server:
        async with aiohttp.ClientSession() as client:
            facts = {"headers": {"Origin": f"http://{server.host}"}}
            lines = [
                await client.ws_connect(f"http://{server.host}/ws", **facts)
                for _ in range(MOST_GAMES)
            ]
            assert await refused(server) == 503
            await lines.pop().close()
            async with asyncio.timeout(30):
                while True:
                    try:
                        async with line(server) as one:
                            await one.socket.receive()
                        break
                    except aiohttp.WSServerHandshakeError:
                        await asyncio.sleep(0.1)
            for socket in lines:
                await socket.close()


if sys.platform == "win32":
    pytest.skip("signals and pipes are others there", allow_module_level=True)
