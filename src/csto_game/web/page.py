"""The page, the files it asks for, and what it may load: nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from csto_game.text.catalog import say
from csto_game.text.translation import language

_OURS = Path(__file__).parent / "page"
_THEIRS = Path(str(files("textual_serve"))) / "static"
_TTF = "font/ttf"

FILES: Mapping[str, tuple[Path, str]] = {
    "page.css": (_OURS / "page.css", "text/css"),
    "page.js": (_OURS / "page.js", "text/javascript"),
    "textual.js": (_THEIRS / "js" / "textual.js", "text/javascript"),
    "xterm.css": (_THEIRS / "css" / "xterm.css", "text/css"),
    "mono.ttf": (_THEIRS / "fonts" / "RobotoMono-VariableFont_wght.ttf", _TTF),
    "mono-italic.ttf": (_THEIRS / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf", _TTF),
}
"""Everything that can be had, by name: no path of a request ever becomes a path of ours."""

HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_USUAL, _SMALLEST, _LARGEST = 16, 8, 40


def page(host: str, font_size: str) -> str:
    """The page for a browser that calls us `host`, with letters of so many pixels."""
    number = int(font_size) if font_size.isascii() and font_size.isdigit() else _USUAL
    facts = {
        "language": language(),
        "title": say("serve.title"),
        "wait": say("serve.wait"),
        "ended": say("serve.ended"),
        "again": say("serve.again"),
        "script": say("serve.script"),
        "socket": f"ws://{host}/ws",
        "size": str(min(max(number, _SMALLEST), _LARGEST)),
    }
    text = (_OURS / "page.html").read_text(encoding="utf-8")
    return Template(text).substitute({name: escape(said) for name, said in facts.items()})


def policy(host: str) -> str:
    """What the page may load: our own files. The terminal in it makes its styles as it goes."""
    parts = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": "data:",
        "connect-src": f"'self' ws://{host}",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())
