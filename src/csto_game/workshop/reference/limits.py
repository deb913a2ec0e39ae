"""How much there may be of everything, from where the loader itself has it."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.content.archive import ARCHIVE_BYTES, RATIO
from csto_game.content.checks.counts import MOST_CHOICES
from csto_game.content.checks.weights import ALL_RULES, ONE_RULE
from csto_game.content.entry import (
    FILE_BYTES,
    LANG_BYTES,
    MAP_BYTES,
    MOST_BYTES,
    MOST_FILES,
    TABLE_BYTES,
    WORDS_BYTES,
    size,
)
from csto_game.content.language.cursor import DEEPEST
from csto_game.content.language.tokens import LONGEST_BLOCK, LONGEST_LINE, MOST_LINES, MOST_TOKENS
from csto_game.content.locate import DEPTH
from csto_game.content.survey import MOST
from csto_game.content.tables.types import BILLION, LONGEST


def limits() -> Iterator[tuple[str, str]]:
    """What, and at most how much."""
    yield "package, unpacked / as a zip file", f"{size(MOST_BYTES)} / {size(ARCHIVE_BYTES)}"
    yield "files in it", f"{MOST_FILES}"
    yield (
        "one table file / map / translation",
        " / ".join(map(size, (FILE_BYTES, MAP_BYTES, LANG_BYTES))),
    )
    yield "all tables / all translations together", f"{size(TABLE_BYTES)} / {size(WORDS_BYTES)}"
    yield "packing of a file in a zip", f"{RATIO} : 1"
    yield "nesting of brackets in a file, and dots in a key", f"{DEPTH}"
    yield "a number", f"±{BILLION:,}"
    yield "a text, where no shorter length stands", f"{LONGEST:,} characters"
    yield "a rule block", f"{LONGEST_BLOCK:,} characters, {MOST_LINES} lines"
    yield (
        "a line of it",
        f"{LONGEST_LINE} characters, {MOST_TOKENS} words and signs, {DEEPEST} brackets deep",
    )
    yield "options of a card / outcomes", f"{MOST_CHOICES} each"
    yield from ((kind, f"{most:,}") for kind, most in MOST.items())
    yield "numbers that one rule looks at / all rules in a turn", f"{ONE_RULE:,} / {ALL_RULES:,}"
