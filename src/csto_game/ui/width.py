"""How many terminal cells a text takes, and text made safe to be placed in cells."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from csto_game.ui.lookalikes import PLAIN_SIGNS

_AMBIGUOUS = [1]
"""Cells of a character about which terminals disagree: a fact of the terminal, and so of the process."""
_JAMO_TAIL = range(0x1160, 0x1200)  # medial and final Hangul letters join the syllable before them
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


@lru_cache(maxsize=4096)
def char_width(char: str) -> int:
    """0 for marks and controls, 2 for wide and full-width characters, 1 for all others."""
    if " " <= char <= "~":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cc", "Cf", "Cs") or ord(char) in _JAMO_TAIL:
        return 0
    kind = unicodedata.east_asian_width(char)
    return 2 if kind in ("W", "F") else _AMBIGUOUS[0] if kind == "A" else 1


def ambiguous_cells() -> int:
    """How many cells a character of ambiguous width takes here: 1 or 2."""
    return _AMBIGUOUS[0]


def set_ambiguous(cells: int) -> bool:
    """Say how many from now on; True if that is another number than before."""
    if _AMBIGUOUS[0] == cells:
        return False
    _AMBIGUOUS[0] = cells
    char_width.cache_clear()
    return True


def cell_width(text: str) -> int:
    """Width of `text` in terminal cells, were it printed on one line."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(char_width, text))


def plain_line(text: str) -> str:
    """`text` as one harmless line.

    Line breaks and tabs become spaces; controls, direction overrides, joiners, variation
    selectors and unassigned characters go, for terminals disagree about their width.
    """
    if text.isascii() and text.isprintable():
        return text
    spaced = "".join(" " if char in "\t\n\r\v\f\x85\u2028\u2029" else char for char in text)
    composed = unicodedata.normalize("NFC", spaced)
    if (
        _AMBIGUOUS[0] == 2
    ):  # letters stay and are counted; signs have narrow ones that stand for them
        composed = composed.translate(PLAIN_SIGNS)
    return "".join(char for char in composed if not _is_dropped(char))


def _is_dropped(char: str) -> bool:
    if unicodedata.category(char) in _DROPPED:
        return True
    return "\ufe00" <= char <= "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"


def clusters(text: str) -> tuple[tuple[str, int], ...]:
    """`text` as (characters, width) pairs; marks stay with the character that carries them."""
    found: list[tuple[str, int]] = []
    for char in plain_line(text):
        width = char_width(char)
        if width:
            found.append((char, width))
        elif found:
            found[-1] = (found[-1][0] + char, found[-1][1])
    return tuple(found)


def clip_cells(text: str, width: int, *, ellipsis: str = "") -> str:
    """The longest beginning of `text` that fits into `width` cells, `ellipsis` if it was cut."""
    if width <= 0:
        return ""
    line = plain_line(text)
    if cell_width(line) <= width:
        return line
    room = width - cell_width(ellipsis)
    if room < 0:
        return clip_cells(ellipsis, width)
    kept: list[str] = []
    for part, part_width in clusters(line):
        room -= part_width
        if room < 0:
            break
        kept.append(part)
    return "".join(kept) + ellipsis
