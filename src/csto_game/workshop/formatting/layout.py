"""Pieces laid out anew: keys of a block in one column, comments kept where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from csto_game.workshop.formatting.pieces import Piece, pieces
from csto_game.workshop.formatting.values import value

_DOT = re.compile(r"\s*\.\s*")


def laid_out(text: str) -> str:
    """The text of a page, laid out; it must be TOML."""
    lines: list[str] = []
    for kind, group in groupby(pieces(text), key=_group):
        run = list(group)
        if kind == "gap":
            lines += [""] if lines else []
        elif kind == "header":
            lines += [_with_comment(f"[{_key(piece.key)}]", piece) for piece in run]
        elif kind == "comment":
            lines += [piece.comment for piece in run]
        else:
            lines += _entries(run)
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _group(piece: Piece) -> str:
    """Entries in a row are laid out together, those with dotted keys (``form.of``) on their own."""
    if piece.kind != "entry":
        return piece.kind
    return "dotted" if "." in piece.key and piece.key[0] not in "\"'" else "entry"


def _entries(run: Sequence[Piece]) -> Iterator[str]:
    width = max(len(_key(piece.key)) for piece in run)
    for piece in run:
        head = f"{_key(piece.key).ljust(width)} = "
        yield _with_comment(head + value(piece.value, piece.address), piece)


def _key(key: str) -> str:
    return key if '"' in key or "'" in key else _DOT.sub(".", key.strip())


def _with_comment(line: str, piece: Piece) -> str:
    """A comment stays in its column, or stands two blanks behind what grew over it."""
    if not piece.comment:
        return line
    last = line.rpartition("\n")[2]
    return line + " " * max(2, piece.column - len(last)) + piece.comment
