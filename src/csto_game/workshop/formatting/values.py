"""A value on one line laid out: spaces in lists and tables in braces, rules inside evenly spaced."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from csto_game.workshop.formatting import rules
from csto_game.workshop.formatting.kinds import Address, is_rule, is_tail

_TEXT = r"""'[^'\n]*+'|"(?:[^"\\\n]|\\.)*+\""""
_ATOM = re.compile(rf"({_TEXT})|[^\s,\]\[{{}}=#]+")
_KEY = re.compile(rf"(?:{_TEXT}|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:{_TEXT}|[A-Za-z0-9_-]+))*")
_GAP = re.compile(r"[ \t]*")


def value(text: str, address: Address) -> str:
    """The value; what runs over several lines is only freed of blanks at ends of lines."""
    if text.startswith(("'''", '"""')):
        return _block(text, address)
    if "\n" in text:
        return "\n".join(line.rstrip() for line in text.split("\n"))
    laid_out, _ = _value(text, 0, address)
    return laid_out


def _block(text: str, address: Address) -> str:
    mark, inside = text[:3], text[3:-3]
    if not is_rule(address) or not inside.startswith("\n"):
        return text
    lines = rules.block(inside[1:]).strip("\n")
    ends_alone = not inside.rpartition("\n")[2].strip()
    return f"{mark}\n{lines}\n{mark}" if ends_alone else f"{mark}\n{lines}{mark}"


def _value(text: str, at: int, address: Address) -> tuple[str, int]:
    read = _READERS.get(text[at])
    if read is not None:
        return read(text, at + 1, address)
    atom = _ATOM.match(text, at)
    assert atom is not None, "the parser has accepted this text"
    word = atom[0]
    if atom[1] and is_rule(address):
        word = f"{word[0]}{rules.one_line(word[1:-1], is_tail=is_tail(address))}{word[0]}"
    return word, atom.end()


def _list(text: str, at: int, address: Address) -> tuple[str, int]:
    items: list[str] = []
    at = _skip(text, at)
    while text[at] != "]":
        item, at = _value(text, at, (*address, "1"))
        items.append(item)
        at = _skip(text, at)
    return f"[{', '.join(items)}]", at + 1


def _table(text: str, at: int, address: Address) -> tuple[str, int]:
    items: list[str] = []
    at = _skip(text, at)
    while text[at] != "}":
        key = _KEY.match(text, at)
        assert key is not None, "the parser has accepted this text"
        after = _skip(text, _skip(text, key.end()) + 1)
        item, at = _value(text, after, (*address, key[0]))
        items.append(f"{key[0]} = {item}")
        at = _skip(text, at)
    return ("{ " + ", ".join(items) + " }" if items else "{}"), at + 1


def _skip(text: str, at: int) -> int:
    """Past blanks and a comma."""
    gap = _GAP.match(text, at)
    at = gap.end() if gap else at
    if text[at : at + 1] == ",":
        return _skip(text, at + 1)
    return at


_READERS: Mapping[str, Callable[[str, int, Address], tuple[str, int]]] = {"[": _list, "{": _table}
