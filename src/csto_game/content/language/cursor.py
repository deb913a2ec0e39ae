"""Where the parser stands: the row it reads, the words in force, and how it reports."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from attrs import define, field

from csto_game.content.characters import refused
from csto_game.content.language.names import Names, RuleText, Scope
from csto_game.content.language.tokens import END, MOST_TOKENS, Row, report_backslash, rows
from csto_game.content.problem import Also, FlagUse, Report, ThingUse
from csto_game.model.scenario import Spot
from csto_game.model.tree import Const, Value

DEEPEST = 16
LONGEST_CURE = 110
BROKEN = Const(0, "error")
"""Stands for a value whose mistake is reported; nothing more is said about it."""
NOUN_KINDS = {
    "member": "country",
    "other": "country",
    "country": "country",
    "outsider": "country",
    "power": "power",
}

_CONTINUED = re.compile(r"(?:[ \t]*(?:#.*)?\n)+[ \t]*")


class Stop(Exception):  # noqa: N818 - it ends a row, it is no error of ours
    """The rest of a row cannot be understood; its mistake is reported."""


@define
class Cursor:
    """Reads one rule, row by row.

    ``words``: the words in force and their kinds; ``known``: paths resolved under them. ``call``
    reads a function's call; it is handed in, because functions hold expressions themselves.
    """

    rule: RuleText
    scope: Scope
    names: Names
    report: Report
    call: Callable[[Cursor], Value]
    words: dict[str, str] = field(init=False)
    known: dict[str, Value] = field(init=False)
    row: Row = field(init=False)
    tokens: list[str] = field(init=False)
    at: int = 0
    depth: int = 0
    rolls: bool = False
    is_effect: bool = False

    def __attrs_post_init__(self) -> None:
        self.use(dict(self.scope.words))

    # ── words ───────────────────────────────────────────────────────

    def use(self, words: dict[str, str]) -> dict[str, str]:
        """Put words in force; gives back those that were before."""
        before = getattr(self, "words", words)
        self.words = words
        self.known = self.names.memory.setdefault(tuple(words.items()), {})
        return before

    # ── rows ────────────────────────────────────────────────────────

    def rows(self) -> list[Row]:
        """The rows of the rule; `Stop` if a limit was broken."""
        found = rows(self.rule, self.report)
        if found is None:
            raise Stop
        return found

    def begin(self, row: Row) -> None:
        self.row = row
        self.tokens = [*row.tokens, END, END]
        self.at = self.depth = 0
        self.rolls = self.scope.allows_roll
        if len(self.tokens) > MOST_TOKENS:
            message = f"this line has {len(row.tokens)} words and signs; {MOST_TOKENS} are the most"
            self.fail("too-long", message, self.span(MOST_TOKENS - 2))

        if self.tokens[1] == "=" and self.tokens[2][:1] == '"':
            self._key_of_the_file()

    def _key_of_the_file(self) -> NoReturn:
        """``name = "…"`` within a block: no rule has a text there."""
        self.fail(
            "syntax",
            f"this is a key of the file, within the rule that begins in line {self.rule.line}",
            self.span(0),
            why="a block goes on until its three quotes come again",
            hint="''' on a line of its own, above this one",
        )

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            self.fail(
                "too-deep",
                f"brackets are nested more than {DEEPEST} deep",
                self.span(self.at),
                hint="give the inner part a name: a stat with is = …",
            )

    def take(self, token: str, *, hint: str = "") -> None:
        """Step over a token that must come here."""
        if self.tokens[self.at] != token:
            self.unexpected(token, hint=hint)
        self.at += 1

    # ── places ──────────────────────────────────────────────────────

    def span(self, first: int, last: int | None = None) -> tuple[int, int]:
        spans = self.row.spans()
        return spans[first][0], spans[first if last is None else last][1]

    def since(self, first: int) -> tuple[int, int]:
        """The span from a token up to the one last read."""
        return self.span(first, max(first, self.at - 1))

    def part_span(self, at: int, parts: list[str], first: int, last: int) -> tuple[int, int]:
        """The span of some parts of a dotted path."""
        start = self.span(at)[0]
        left = start + sum(len(part) + 1 for part in parts[:first])
        return left, start + sum(len(part) + 1 for part in parts[: last + 1]) - 1

    def text(self, start: int, end: int) -> str:
        return _CONTINUED.sub(" ", self.rule.text[start:end])

    def clause_end(self) -> int:
        """Where the row ends, its reason left out."""
        tokens = self.tokens
        count = len(tokens) - 2
        last = tokens.index("because") - 1 if "because" in tokens else count - 1
        return self.span(max(0, last))[1]

    def cure(self, span: tuple[int, int], new: str, *, tail: str = "") -> str:
        """The row with the span replaced, to be copied; only the new words if it is long."""
        begin, end = self.span(0)[0], self.clause_end()
        if span[1] > end:
            return new + tail
        whole = self.text(begin, span[0]) + new + self.text(span[1], end) + tail
        return whole if len(whole) <= LONGEST_CURE else new + tail

    def spot(self, at: int) -> Spot:
        return self.rule.spot(self.span(at)[0])

    # ── what is used ────────────────────────────────────────────────

    def use_flag(self, flag: str, scope: str, how: str, at: int) -> None:
        self.report.flags.append(FlagUse(flag, scope, self.spot(at), how))

    def use_thing(self, address: str, how: str, at: int) -> None:
        self.report.things.append(ThingUse(address, how, self.spot(at)))

    # ── mistakes ────────────────────────────────────────────────────

    def error(
        self,
        code: str,
        message: str,
        span: tuple[int, int],
        *,
        why: str = "",
        hint: str = "",
        also: tuple[Also, ...] = (),
    ) -> Const:
        """Report and go on; gives back a broken value to go on with."""
        self.report.error(code, self.rule, *span, message, why=why, hint=hint, also=also)
        return BROKEN

    def fail(
        self, code: str, message: str, span: tuple[int, int], *, why: str = "", hint: str = ""
    ) -> NoReturn:
        """Report and give up the row."""
        self.error(code, message, span, why=why, hint=hint)
        raise Stop

    def unexpected(self, expected: str, *, why: str = "", hint: str = "") -> NoReturn:
        """Report the token that stands here instead of what was expected."""
        token = self.tokens[self.at]
        span = self.span(self.at)
        self._refuse_sign(token, span)
        found = token if token != END else "the end"
        self.fail("syntax", f"expected {expected}, found {found}", span, why=why, hint=hint)

    def _refuse_sign(self, token: str, span: tuple[int, int]) -> None:
        if token == "\\":
            report_backslash(self.rule, self.report, span[0])
            raise Stop
        if token == '"':
            why = "a text in double quotes ends on its own line"
            self.fail("syntax", "this text is not closed", span, why=why)
        for _, _, name in refused(token):
            why = "what is read would differ from what is there"
            self.fail("character", f"{name} is refused", span, why=why, hint="remove it")
        if token in _MEANT:
            meaning, sign = _MEANT[token]
            self.fail("syntax", f"{meaning} is written {sign}", span, hint=self.cure(span, sign))


_MEANT = {
    "<>": ("unequal", "!="),
    "=<": ("at most", "<="),
    "=>": ("at least", ">="),
    "&&": ("both", "and"),
    "||": ("either", "or"),
}
"""Signs of other languages."""
