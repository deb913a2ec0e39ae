"""Rule text cut into rows of tokens, within the limits of the format.

One compiled expression finds the tokens. Where they stand is worked out again only when
a message needs it, because nearly all rules are right.
"""

from __future__ import annotations

import re

from attrs import define, field

from csto_game.content.problem import Report, RuleText

LONGEST_LINE = 300
LONGEST_BLOCK = 4000
MOST_LINES = 40
MOST_TOKENS = 400
"""Of one row with what continues it: bounds how deep a tree of ``a + b + …`` can grow."""
END = ""

# Quantifiers are possessive, so that no hostile text makes the search go back.
TOKEN = re.compile(
    r"""[ \t]*+(
      [A-Za-z_]\w*+(?:\.[A-Za-z_]\w*+)*+
    | \d++(?:\.\d++)?+
    | "[^"]*+"
    | \.\.|<=|>=|!=|==|<>|=<|=>|&&|\|\|
    | [-+*/=<>(),]
    | \#.*
    | [^ \t]
    )""",
    re.VERBOSE | re.ASCII | re.DOTALL,
)
_find = TOKEN.findall


def is_path(token: str) -> bool:
    """A word or a dotted path."""
    start = token[:1]
    return "a" <= start <= "z" or "A" <= start <= "Z" or start == "_"


@define
class Row:
    """One line of a block, with the deeper lines that go on with it.

    ``pieces``: offset into the text and words of each physical line. ``number``: which physical
    line of the text it begins in, from 0; ``indent``: characters before its first token.
    """

    tokens: list[str]
    pieces: list[tuple[int, str]]
    number: int
    indent: int

    _spans: list[tuple[int, int]] | None = field(default=None)

    @property
    def source(self) -> str:
        """As written, on one line."""
        if len(self.pieces) == 1:
            return self.pieces[0][1].strip()
        return " ".join(words.strip() for _, words in self.pieces)

    def spans(self) -> list[tuple[int, int]]:
        """Start and end in the rule's text of each token, and of the end of the row."""
        if self._spans is None:
            self._spans = [
                (offset + found.start(1), offset + found.end(1))
                for offset, words in self.pieces
                for found in TOKEN.finditer(words)
                if found.group(1)[0] != "#"
            ]
            last = self._spans[-1][1]
            self._spans += [(last, last + 1), (last, last + 1)]
        return self._spans


def rows(rule: RuleText, report: Report) -> list[Row] | None:
    """The rows of a rule; None if it breaks a limit, which is reported."""
    text = rule.text
    if rule.lines and not rule.as_written and _has_escape(rule, report):
        return None
    if len(text) > LONGEST_LINE and not _is_within_limits(rule, report):
        return None
    if "\n" not in text:
        row = _row(text, 0, 0)
        return [row] if row else []
    return _block(rule, report)


def _row(words: str, offset: int, number: int) -> Row | None:
    tokens: list[str] = _find(words)
    if tokens and tokens[-1][0] == "#":
        tokens.pop()
    if not tokens:
        return None
    return Row(tokens, [(offset, words)], number, len(words) - len(words.lstrip(" \t")))


def _block(rule: RuleText, report: Report) -> list[Row] | None:
    found: list[Row] = []
    offset = 0
    for number, words in enumerate(rule.text.split("\n")):
        row = _row(words, offset, number)
        if row is not None:
            if found and row.indent > found[0].indent:
                found[-1].tokens += row.tokens
                found[-1].pieces += row.pieces
            else:
                found.append(row)
        offset += len(words) + 1
    if len(found) > MOST_LINES:
        start, end = found[MOST_LINES].spans()[0]
        report.error(
            "too-long",
            rule,
            start,
            end,
            f"this block has {len(found)} lines; {MOST_LINES} are the most",
            hint="move some of them to a second rule, option or incident",
        )
        return None
    return found


def _is_within_limits(rule: RuleText, report: Report) -> bool:
    text = rule.text
    if len(text) > LONGEST_BLOCK:
        message = f"this rule has {len(text):,} characters; {LONGEST_BLOCK:,} are the most"
        report.error("too-long", rule, LONGEST_BLOCK, LONGEST_BLOCK + 1, message)
        return False
    offset = 0
    for words in text.split("\n"):
        if len(words) > LONGEST_LINE:
            at = offset + LONGEST_LINE
            message = f"this line has {len(words):,} characters; {LONGEST_LINE} are the most"
            hint = "go on in the next line, indented deeper"
            report.error("too-long", rule, at, at + 1, message, hint=hint)
            return False
        offset += len(words) + 1
    return True


def _has_escape(rule: RuleText, report: Report) -> bool:
    """Whether the file spells the text otherwise than it reads, which only a backslash can do."""
    if rule.line > len(rule.lines):
        return False
    first, _, more = rule.text.partition("\n")
    written = rule.lines[rule.line - 1][rule.column - 1 :]
    if written.startswith(first) and (not more or _stands(rule, more)):
        return False
    return _report_escape(rule, report)


def _stands(rule: RuleText, more: str) -> bool:
    own = more.split("\n")
    there = rule.lines[rule.line : rule.line + len(own)]
    return there[:-1] == tuple(own[:-1]) and bool(there) and there[-1].startswith(own[-1])


def _report_escape(rule: RuleText, report: Report) -> bool:
    offset = 0
    for number, words in enumerate(rule.text.split("\n")):
        index = rule.line - 1 + number
        line = rule.lines[index] if index < len(rule.lines) else ""
        skip = rule.column - 1 if number == 0 else 0
        slash = line.find("\\", skip)
        if slash >= 0 and not line[skip:].startswith(words):
            start = offset + slash - skip
            report_backslash(rule, report, start, line[skip - 1 :] if skip else line)
            return True
        offset += len(words) + 1
    return False


def report_backslash(rule: RuleText, report: Report, start: int, written: str = "") -> None:
    """Report a backslash; ``written`` is the text as it stands, for the cure."""
    hint = "'…' or '''…''' holds double quotes as they are"
    key = rule.quote(rule.line)[: max(0, rule.column - 2)]
    if written.startswith('"') and "'" not in written and written.count('\\"'):
        hint = key + "'" + written.rstrip()[1:-1].replace('\\"', '"') + "'"
    report.error(
        "backslash",
        rule,
        start,
        start + 2,
        "no backslashes in rules",
        why="columns in messages would no longer be true",
        hint=hint,
    )
