"""A manual as one HTML page: no scripts, nothing loaded, every text escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from csto_game.workshop.manual.page import Facts, Grid, Part, Rules, Words

_STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: #222; background: #fbfaf7; }
h1, h2, h3, h4, h5 { font-family: Arial, sans-serif; line-height: 1.2; }
h2 { border-bottom: 1px solid #bbb; margin-top: 2.5em; }
pre, code { font: 13px/1.5 Menlo, Consolas, monospace; }
pre { background: #f0eee7; padding: .5em .8em; overflow-x: auto; white-space: pre-wrap; }
table { border-collapse: collapse; font-size: 14px; margin: .8em 0; }
td, th { border: 1px solid #ccc; padding: .2em .6em; text-align: left; vertical-align: top; }
section section { margin-left: 0; padding-left: 1em; border-left: 3px solid #e5e1d6; }
small { color: #777; font-weight: normal; font-family: Menlo, Consolas, monospace; }
nav ul { columns: 3; list-style: none; padding: 0; font-size: 14px; }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #1c1c1c; } pre { background: #2a2a2a; } a { color: #8bf; }
  td, th { border-color: #444; } section section { border-color: #333; }
}
"""
_SAFE = "default-src 'none'; style-src 'unsafe-inline'"
_MENTION = re.compile(r"\b(?:incident|verb|motion|promise|crisis|mission|rule)\.[a-z0-9_]+")


def write_html(manual: Part) -> str:
    """The page."""
    known = frozenset(_addresses(manual))
    rows = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_SAFE}">',
        f"<title>{escape(manual.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(manual.title)}</h1>",
        *(_block(block, known) for block in manual.blocks),
        "<nav><ul>",
        *(f'<li><a href="#{escape(p.address)}">{escape(p.title)}</a></li>' for p in manual.parts),
        "</ul></nav>",
        *(row for part in manual.parts for row in _part(part, 2, known)),
        "</body></html>",
    ]
    return "\n".join(rows) + "\n"


def _addresses(part: Part) -> Iterator[str]:
    yield part.address
    for inner in part.parts:
        yield from _addresses(inner)


def _part(part: Part, level: int, known: frozenset[str]) -> Iterator[str]:
    id = f' id="{escape(part.address)}"' if part.address else ""
    dotted = "." in part.address
    small = f" <small>{escape(part.address)}</small>" if dotted else ""
    yield f"<section{id}><h{level}>{escape(part.title)}{small}</h{level}>"
    yield from (_block(block, known) for block in part.blocks)
    for inner in part.parts:
        yield from _part(inner, min(level + 1, 6), known)
    yield "</section>"


def _block(block: object, known: frozenset[str]) -> str:
    return _WRITERS[type(block)](block, known)


def _words(block: Words, _known: frozenset[str]) -> str:
    return f"<p>{escape(block.text)}</p>"


def _facts(block: Facts, known: frozenset[str]) -> str:
    return _table(
        ((f"<th>{escape(a)}</th>", f"<td>{_linked(b, known)}</td>") for a, b in block.rows)
    )


def _rules(block: Rules, known: frozenset[str]) -> str:
    lines = "\n".join(_linked(line, known) for line in block.lines)
    return f"<p><code>{escape(block.name)}</code></p><pre>{lines}</pre>"


def _grid(block: Grid, known: frozenset[str]) -> str:
    head = [f"<th>{escape(cell)}</th>" for cell in block.head]
    rows = [[f"<td>{_linked(cell, known)}</td>" for cell in row] for row in block.rows]
    return _table([head, *rows])


def _table(rows: Iterable[Iterable[str]]) -> str:
    lines = ["".join(["<tr>", *row, "</tr>"]) for row in rows]
    return "\n".join(["<table>", *lines, "</table>"])


def _linked(text: str, known: frozenset[str]) -> str:
    """Escaped, with things that have a part of their own as links to it."""
    pieces: list[str] = []
    at = 0
    for found in _MENTION.finditer(text):
        if found[0] in known:
            pieces += [escape(text[at : found.start()]), f'<a href="#{found[0]}">{found[0]}</a>']
            at = found.end()
    return "".join([*pieces, escape(text[at:])])


_WRITERS: Mapping[type, Callable[[Any, frozenset[str]], str]] = {
    Words: _words,
    Facts: _facts,
    Rules: _rules,
    Grid: _grid,
}
