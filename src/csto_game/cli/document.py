"""One JSON document on standard output, or in a file."""

from __future__ import annotations

import json
from pathlib import Path

from csto_game.model.refusal import GameError
from csto_game.session.disk import why
from csto_game.text.catalog import say


def print_json(document: object) -> None:
    """Write a document to standard output."""
    print(as_json(document))


def as_json(document: object) -> str:
    """The document as text, keys as they were put in."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def write_text(file: str, text: str) -> None:
    """Write a file that the player asked for. Raises GameError."""
    try:
        Path(file).expanduser().write_text(text, encoding="utf-8")
    except OSError as error:
        raise GameError(say("cli.unwritten", file=file, why=why(error))) from None
