"""Sentences of the game in a browser."""

from __future__ import annotations

from collections.abc import Mapping

SERVING: Mapping[str, str] = {
    "cli.serve": "play in a browser on this machine",
    "serve.missing": (
        "Playing in a browser needs one more package; get it with: pip install 'csto-game[serve]' "
        "(in a checkout: .venv/bin/pip install '.[serve]')"
    ),
    "serve.no_token": (
        "{host} can be reached from other machines, and whoever reaches the game can play it and read "
        "your saves. Add --token, which makes a secret word, or leave --host away."
    ),
    "serve.weak_token": (
        "a token is {least} letters, digits, “-” or “_” at least; --token alone makes one"
    ),
    "serve.busy": (
        "Port {port} is taken by another program, perhaps by another csto serve. "
        "Try another: csto serve --port 0 takes any that is free."
    ),
    "serve.no_port": "{host}, port {port}, cannot be used: {why}.",
    "serve.at": "The game is at {address} (Ctrl+C ends it)",
    "serve.open_line": (
        "Nothing is encrypted on the way: on a network that you do not trust, use an SSH tunnel instead."
    ),
    "serve.host": "This address is not one that the game is served at.",
    "serve.origin": "The game answers its own page only.",
    "serve.token": "The game asks for its token: open the whole address that csto serve has printed.",
    "serve.full": "{count} games are open already. Close a page, and load this one again.",
    "serve.title": "The alliance game",
    "serve.wait": "Beginning",
    "serve.ended": "The game is closed. Everything up to the last command is saved.",
    "serve.again": "Open the game again",
    "serve.script": "The game is drawn with JavaScript, which is switched off here.",
}
