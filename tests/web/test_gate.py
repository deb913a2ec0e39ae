"""Who may come in."""

from __future__ import annotations

import hmac

import pytest

from csto_game.web.gate import LOCAL_NAMES, Gate

TOKEN = "a-token-of-some-length"


@pytest.mark.parametrize(
    "host", ["localhost", "LocalHost:8000", "127.0.0.1:1", "[::1]:65535", "localhost."]
)
def test_this_machine_is_known_by_its_names(host: str) -> None:
    assert Gate().complaint(host, None, "") == ""
    assert Gate().complaint(host, f"http://{host}", "") == ""


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.2",
        "10.0.0.1:8000",
        "[::2]",
        "localhost:8000/",
        "localhost:x",
        "user@localhost",
        "localhost evil.example",
        "localhost\r\nX: y",
    ],
)
def test_other_names_are_not(host: str) -> None:
    assert Gate().complaint(host, None, "") == "host"


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "http://localhost", "http://127.0.0.1:8000", "https://localhost:8000"],
)
def test_pages_of_another_address_are_refused(origin: str) -> None:
    assert Gate().complaint("localhost:8000", origin, "") == "origin"


@pytest.mark.parametrize(
    "origin", ["null", "", "http://localhost:80000", "http://localhost:8000.evil.example"]
)
def test_foreign_pages_are_refused(origin: str) -> None:
    assert Gate().complaint("localhost:8000", origin, "") == "origin"


def test_addresses_cannot_be_rebound_but_names_can() -> None:
    gate = Gate(LOCAL_NAMES | {"box"}, TOKEN, takes_addresses=True)
    for host in ("10.1.2.3:8000", "[fe80::1]:8000", "box:8000"):
        assert gate.complaint(host, None, TOKEN) == ""
    assert gate.complaint("evil.example", None, TOKEN) == "host"


@pytest.mark.parametrize("shown", ["", "a", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "ф" * 20])
def test_a_token_is_asked_for(shown: str) -> None:
    gate = Gate(token=TOKEN)
    assert gate.complaint("localhost", None, shown) == "token"
    assert gate.complaint("localhost", "http://localhost", shown) == "token"
    assert gate.complaint("localhost", None, TOKEN) == ""


def test_no_token_is_never_a_token() -> None:
    assert not Gate(token="").is_token("")


def test_tokens_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def compare(one: bytes, other: bytes) -> bool:
        asked.append(other)
        return one == other

    monkeypatch.setattr(hmac, "compare_digest", compare)
    Gate(token=TOKEN).complaint("localhost", None, "guess")
    assert asked == [b"guess"]
