"""Rule text laid out: one space between words, reasons of a block in one column.

Words and signs stay as they are, and so do comments and line breaks: a tree printed anew would
have forgotten the names of constants and the author's brackets.
"""

from __future__ import annotations

from attrs import frozen

from csto_game.content.language.functions import FUNCTIONS
from csto_game.content.language.tokens import LONGEST_BLOCK, LONGEST_LINE, TOKEN, is_path

WIDEST_DEED = 44
"""A longer one does not push the reasons of its neighbours to the right."""
GO_ON = "    "
_CLAUSES = frozenset({"if", "each", "because"})
_SIGNS = frozenset(
    {
        *("+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "(", ",", ".."),
        *("and", "or", "not", "if", "where", "over", "in", "by", "toward", "lasting"),
        *("highest", "lowest"),
    }
)
"""After these a minus belongs to the number behind it."""


_SIGN = "minus"


@frozen
class _Row:
    """One physical line: what is done, the clauses after it, a comment."""

    indent: str
    deed: str
    clauses: str
    comment: str

    def at(self, column: int) -> str:
        text = self.deed
        if self.clauses:
            text = f"{text.ljust(column - 2)}  {self.clauses}" if text else self.clauses
        if self.comment:
            text = f"{text}  {self.comment}" if text else self.comment
        return self.indent + text if self.deed or self.clauses else text


def one_line(text: str, *, is_tail: bool = False) -> str:
    """A rule that stands on one line; a tail of an effect goes on with what is not written."""
    row, _ = _row(text, "stat" if is_tail else "", "")
    return row.at(0)


def block(text: str) -> str:
    """A rule that stands on lines of its own."""
    rows = _rows(text)
    widths = [len(row.deed) for row in rows if row.clauses and not row.indent]
    column = max((width for width in widths if width <= WIDEST_DEED), default=0) + 2
    lines = [row.at(column) for row in rows]
    if len("\n".join(lines)) > LONGEST_BLOCK or any(len(line) > LONGEST_LINE for line in lines):
        lines = [row.at(0) for row in rows]
    return "\n".join(_without_double_gaps(lines))


def _rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    first, last = -1, ""
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" \t"))
        has_words = bool(line.strip()) and not line.lstrip().startswith("#")
        if has_words and first < 0:
            first = indent
        goes_on = has_words and indent > first
        row, last = _row(line, last if goes_on else "", GO_ON if goes_on else "")
        rows.append(row)
    return rows


def _row(line: str, before: str, indent: str) -> tuple[_Row, str]:
    """The row, and its last word. ``before`` is the last word of the row it goes on with."""
    parts: list[str] = [""]
    comment = ""
    for token in TOKEN.findall(line):
        if token[0] == "#":
            comment = token.rstrip()
            break
        if token in _CLAUSES:
            parts.append("")
        parts[-1] += (" " if parts[-1] and _is_apart(before, token) else "") + token
        before = _SIGN if token == "-" and _is_sign(before) else token
    clauses = "  ".join(part for part in parts[1:] if part)
    return _Row(indent, parts[0], clauses, comment), before


def _is_sign(before: str) -> bool:
    """Does a minus after this belong to the number behind it?"""
    return not before or before in _SIGNS


def _is_apart(before: str, token: str) -> bool:
    if token in (",", ")", "..") or before in ("(", "..", _SIGN):
        return False
    if token == "(" and is_path(before):
        return before not in FUNCTIONS
    return True


def _without_double_gaps(lines: list[str]) -> list[str]:
    return [line for n, line in enumerate(lines) if line or n == 0 or lines[n - 1]]
