"""Taking a port, saying where the game is, and serving until Ctrl+C."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import signal
import socket
from collections.abc import Callable
from contextlib import suppress

from aiohttp import web
from attrs import frozen

from csto_game.model.refusal import GameError
from csto_game.text.catalog import say
from csto_game.web.gate import LOCAL_NAMES, Gate
from csto_game.web.server import Server

LOCAL = "127.0.0.1"
_LEAVING_S = 15.0


@frozen
class Wish:
    """Where to serve, to whom (`token`, or "" for everybody who reaches it), and what starts a game."""

    arguments: tuple[str, ...]
    host: str = LOCAL
    port: int = 8000
    token: str = ""


def serve(wish: Wish, tell: Callable[[str], None]) -> None:
    """Serve until Ctrl+C or SIGTERM. Raises GameError when the port cannot be had."""
    with suppress(KeyboardInterrupt), _listening(wish) as taken:
        asyncio.run(_serve(wish, taken, tell))


def is_local(host: str) -> bool:
    """Whether only this machine reaches what is served there."""
    if host.lower() == "localhost":
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return False


def _listening(wish: Wish) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in wish.host else socket.AF_INET
        return socket.create_server((wish.host, wish.port), family=family)
    except OSError as error:
        facts = {"host": wish.host, "port": wish.port}
        if error.errno == errno.EADDRINUSE:
            raise GameError(say("serve.busy", **facts)) from None
        why = error.strerror or str(error)
        raise GameError(say("serve.no_port", why=why, **facts)) from None


async def _serve(wish: Wish, taken: socket.socket, tell: Callable[[str], None]) -> None:
    port = int(taken.getsockname()[1])
    server = Server(wish.arguments, gate_of(wish), port)
    runner = web.AppRunner(server.application(), access_log=None, shutdown_timeout=_LEAVING_S)
    await runner.setup()
    try:
        await web.SockSite(runner, taken).start()
        tell(say("serve.at", address=_address(wish, port)))
        await _stopped()
    finally:
        await runner.cleanup()


async def _stopped() -> None:
    """Until the system asks for the end; Ctrl+C comes as a cancellation."""
    end = asyncio.Event()
    with suppress(NotImplementedError):  # Windows
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end.set)
    await end.wait()


def gate_of(wish: Wish) -> Gate:
    """Only this machine's names, or with other hosts also ours, and all addresses: nobody rebinds those."""
    if is_local(wish.host):
        return Gate(LOCAL_NAMES | {wish.host.lower()}, wish.token)
    own = socket.gethostname().lower()
    names = {wish.host.lower(), own, own.partition(".")[0], own.partition(".")[0] + ".local"}
    return Gate(LOCAL_NAMES | names, wish.token, takes_addresses=True)


def _address(wish: Wish, port: int) -> str:
    """An address to open. Where all of them are served, the machine's own name stands for them."""
    host = socket.gethostname() if wish.host in ("0.0.0.0", "::", "") else wish.host  # noqa: S104  # compared only
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/" + (f"?token={wish.token}" if wish.token else "")
