"""Characters that can deceive a reader or a terminal, and how messages show them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_REFUSED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but newline and tab
    "\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
_PLANE_ENDS = "".join(chr((plane << 16) + 0xFFFE + end) for plane in range(1, 15) for end in (0, 1))
REFUSED = re.compile(f"[{_REFUSED}{_PLANE_ENDS}]")
_MARKS = 3
"""Combining marks in a row that a letter may carry."""

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def shown(text: str) -> str:
    """The text with refused characters spelled out as ``<U+202E>``, and a tab as one space."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\t", " ").replace("\n", " ")
    return REFUSED.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


def refused(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and description of each thing in the text that files may not hold."""
    if text.isascii() and text.isprintable():
        return
    for found in REFUSED.finditer(text):
        yield found.start(), found.end(), _describe(found.group())
    yield from _heaps(text)


def _describe(character: str) -> str:
    code = f"U+{ord(character):04X}"
    if character in _TURNS:
        return f"{code} (turns the direction of writing)"
    if ord(character) < 0xA0:
        return f"{code} (a control character)"
    if 0xD800 <= ord(character) <= 0xDFFF:
        return f"{code} (half a character)"
    return f"{code} (not seen by a reader)"


def _heaps(text: str) -> Iterator[tuple[int, int, str]]:
    if text.isascii():
        return
    count = 0
    for offset, character in enumerate(text):
        count = count + 1 if unicodedata.combining(character) else 0
        if count == _MARKS + 1:
            yield offset, offset + 1, f"a heap of more than {_MARKS} marks on one letter"
