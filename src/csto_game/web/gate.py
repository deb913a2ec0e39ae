"""Who may come in: a request is judged by the name it calls us, the page it comes from, and its token."""

from __future__ import annotations

import hmac
import ipaddress
import re
from contextlib import suppress

from attrs import frozen

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9.-]{1,253}))(?::[0-9]{1,5})?")


@frozen
class Gate:
    """`names` are what a browser may call us, in small letters; `token` is "" where none is asked for.

    Addresses count as names only with `takes_addresses`. A page of a stranger's that was made to
    point here (DNS rebinding) still calls us by the stranger's name, and that is never among them.
    """

    names: frozenset[str] = LOCAL_NAMES
    token: str = ""
    takes_addresses: bool = False

    def complaint(self, host: str, origin: str | None, shown: str) -> str:
        """Why a request is refused: ``host``, ``origin``, ``token``; or "" if it may come in.

        `host` and `origin` are the request's headers, `shown` the token that came with it.
        """
        if not self._knows(host):
            return "host"
        if origin is not None and origin.lower() != f"http://{host.lower()}":
            return "origin"
        if self.token and not self.is_token(shown):
            return "token"
        return ""

    def is_token(self, shown: str) -> bool:
        """Compared in a time that tells nothing of how much of it was right."""
        return bool(self.token) and hmac.compare_digest(self.token.encode(), shown.encode())

    def _knows(self, host: str) -> bool:
        """The port does not matter: it may have been forwarded, and a stranger's page can choose it."""
        found = _HOST.fullmatch(host)
        if found is None:
            return False
        name = (found[1] or found[2]).lower().rstrip(".")
        return name in self.names or (self.takes_addresses and _is_address(name))


def _is_address(name: str) -> bool:
    with suppress(ValueError):
        ipaddress.ip_address(name)
        return True
    return False
