"""Before parsing: characters that can deceive, also when written as escapes; digits; depth."""

from __future__ import annotations

import re
import sys

from csto_game.content.characters import REFUSED, refused
from csto_game.content.page import Page
from csto_game.content.problem import Problem

# Letters of the scripts that texts are mostly written in, and punctuation; everything else, marks
# among them, is looked at closely.
_RARE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2bff]"
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|([befr]))")
_LETTERS = {"b": 8, "e": 27, "f": 12, "r": 13}
_DIGITS = re.compile(r"[0-9_]{20,}|0x[0-9A-Fa-f_]{17,}")
WHY = "what is read would differ from what is there"


def screen(page: Page) -> Problem | None:
    """The first character of the page that files may not hold."""
    text = page.text
    if not _RARE.search(text):
        return None
    found = REFUSED.search(text)
    if found:
        _, _, what = next(iter(refused(found.group())))
        return _refusal(page, found.span(), what)
    for start, end, what in refused(text):
        return _refusal(page, (start, end), what)
    return None


def _refusal(page: Page, span: tuple[int, int], what: str) -> Problem:
    return page.problem(span, "character", f"{what} is refused", why=WHY, hint="remove it")


def screen_escapes(page: Page, values: object) -> Problem | None:
    """A refused character written as an escape.

    ``values`` is what the parser made of the page: an escape in a literal text or a comment
    is only letters there, and is let alone.
    """
    if "\\" not in page.text:
        return None
    for found in _ESCAPE.finditer(page.text):
        digits = found[1] or found[2] or found[3]
        code = int(digits, 16) if digits else _LETTERS[found[4]]
        if code <= sys.maxunicode and REFUSED.match(chr(code)) and _holds(values, chr(code)):
            _, _, what = next(iter(refused(chr(code))))
            return _refusal(page, found.span(), what)
    return None


def _holds(value: object, character: str) -> bool:
    if isinstance(value, str):
        return character in value
    if isinstance(value, dict):
        return any(character in key or _holds(item, character) for key, item in value.items())
    return isinstance(value, list) and any(_holds(item, character) for item in value)


def screen_digits(page: Page) -> Problem | None:
    """The first number far too long to be one of the game's (the parser chokes on thousands)."""
    for found in _DIGITS.finditer(page.text):
        count = sum(letter != "_" for letter in found[0])
        if count > 4_000:
            message = (
                f"this number has {count:,} digits; numbers go from -1,000,000,000 to 1,000,000,000"
            )
            return page.problem(found.span(), "range", message)
    return None
