"""`csto serve` before it serves: what it refuses, and what it hands on."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from csto_game.cli import main
from csto_game.cli.serve import command
from csto_game.cli.tree import build
from csto_game.places import Home

web = pytest.importorskip("csto_game.web", reason="needs the extra `serve`")
OTHERS = ("0.0.0.0", "::", "10.0.0.1", "example.org", "127.0.0.1.nip.io")  # noqa: S104  # refused
HOME = Home(*(Path("x"),) * 4)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["serve", "--lang=en", *arguments]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize("host", OTHERS)
def test_other_hosts_need_a_token(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Add --token" in refused(capsys, f"--host={host}")


@pytest.mark.parametrize(
    "token", ["short", "x" * 15, "with space in the middle", "ф" * 30, "a/b" * 9]
)
def test_a_weak_token_is_refused(token: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "16 letters" in refused(capsys, f"--token={token}")


@pytest.mark.parametrize("port", ["-1", "65536", "x", "8o"])
def test_no_port(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is no port" in refused(capsys, f"--port={port}")


def test_a_busy_port_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = refused(capsys, f"--port={taken.getsockname()[1]}")
    assert "is taken by another program" in said
    assert "--port 0" in said


def test_a_host_that_is_not_ours_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["serve", "--lang=en", "--host=192.0.2.1", "--token", "--port=0"])
    out, err = capsys.readouterr()
    assert "cannot be used" in err
    assert "Nothing is encrypted" in out


def test_without_the_extra_a_sentence_says_how_to_get_it() -> None:
    lines = "import sys; sys.modules['aiohttp'] = None; from csto_game.cli import main; sys.exit(main())"
    found = subprocess.run(
        [sys.executable, "-c", lines, "serve", "--lang=en"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert found.returncode == 2
    assert "pip install 'csto-game[serve]'" in found.stderr
    assert not found.stdout


def test_options_are_handed_on_word_for_word() -> None:
    words = [
        "--role=a b",
        "--role=c",
        "--seed=7",
        "--mod=x;y",
        "--mod=$(z)",
        "--iron",
        "--resume",
        "--home=h m",
    ]
    options = build().parse_args(["serve", *words, "--", "--plain"])
    arguments = list(command(options, HOME))
    assert arguments[:4] == [sys.executable, "-m", "csto_game", "play"]
    again = build().parse_args(arguments[3:])
    assert (again.scenario, again.plain, again.role) == ("--plain", False, ["a b", "c"])
    assert (again.seed, again.mods, again.iron) == (7, ["x;y", "$(z)"], True)
    assert (again.resume, again.home) == ("", "h m")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.9.1", "::1", "LOCALHOST"])
def test_what_only_this_machine_reaches(host: str) -> None:
    assert web.is_local(host)


@pytest.mark.parametrize("host", [*OTHERS, "localhost.evil", ""])
def test_what_others_may_reach(host: str) -> None:
    assert not web.is_local(host)
