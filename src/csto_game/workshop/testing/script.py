"""The script of a test: its lines told apart, and the rule text in them parsed with all names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from attrs import evolve, frozen

from csto_game.content.cell import SKIP, Cell
from csto_game.content.language import RuleText, Scope, parse_conditions, parse_effects
from csto_game.content.nearest import nearest
from csto_game.model.scenario import Spot
from csto_game.workshop.testing.case import Line

MOST_LINES = 500
MOST_TURNS = 400
_FORMS = "it is one of: CODE: command, refused CODE: command, do effect, expect condition, end [n]"
_KEPT = re.compile(r'(?:[^"#]|"[^"]*"|"(?=[^"]*$))*+')
_COMMAND = re.compile(r"(refused\s+)?([A-Za-z]\w*)\s*:\s*(.*)", re.DOTALL)


@frozen
class Script:
    """The key ``play``: one line of a script a row; a deeper row goes on with the row above."""

    label: str = "script"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, str):
            return cell.error("type", "play is a script in quotes", hint="play = '''…'''")
        rule = cell.rule()
        if rule is None:
            return SKIP
        pieces = _pieces(rule.text)
        if len(pieces) > MOST_LINES:
            return cell.error("too-long", f"a script has at most {MOST_LINES} lines")
        reader = _Reader(cell, rule)
        lines = [reader.line(start, end) for start, end in pieces]
        return tuple(line for line in lines if line is not None)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of each line of a script, without what is only a comment."""
    found: list[tuple[int, int]] = []
    first = -1
    for start, end, indent in _rows(text):
        first = indent if first < 0 else first
        if found and indent > first:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _rows(text: str) -> Iterator[tuple[int, int, int]]:
    offset = 0
    for row in text.split("\n"):
        kept = _KEPT.match(row)
        words = kept[0].rstrip() if kept else ""
        indent = len(words) - len(words.lstrip())
        if words:
            yield offset + indent, offset + len(words), indent
        offset += len(row) + 1


@frozen
class _Reader:
    cell: Cell
    rule: RuleText

    def line(self, start: int, end: int) -> Line | None:
        """The line between two offsets; None if its mistake was reported."""
        text = self.rule.text[start:end]
        blank = Line("", _one_row(text), Spot(self.rule.file, *self.rule.place(start)))
        word = text.split(maxsplit=1)[0]
        if word in _READERS:
            rest = text[len(word) :]
            after = end - len(rest.lstrip())
            return _READERS[word](self, blank, after, end)
        command = _COMMAND.fullmatch(text)
        if command is not None:
            return self._command(command, blank, start)
        near = nearest(word, (*_READERS, "refused")) or ""
        self._fail(start, end, "syntax", "this is no line of a test", why=_FORMS, hint=near)
        return None

    def _command(self, found: re.Match[str], blank: Line, start: int) -> Line | None:
        seat, actors = found[2], self.cell.reader.names.actors
        if seat in actors:
            kind = "refused" if found[1] else "command"
            return evolve(blank, kind=kind, seat=seat, words=" ".join(found[3].split()))
        at = start + found.start(2)
        message, near = f'there is no country or power "{seat}"', nearest(seat, actors) or ""
        self._fail(at, at + len(seat), "unknown-actor", message, hint=near)
        return None

    def effect(self, blank: Line, after: int, end: int) -> Line | None:
        names, report = self.cell.reader.names, self.cell.reader.report
        block = parse_effects(self._rule(after, end, "do"), self._scope(), names, report)
        return evolve(blank, kind="do", block=block) if block.lines else None

    def expectation(self, blank: Line, after: int, end: int) -> Line | None:
        names, report = self.cell.reader.names, self.cell.reader.report
        rule = self._rule(after, end, "expect")
        condition = parse_conditions(rule, self._scope(), names, report)
        return None if condition is None else evolve(blank, kind="expect", condition=condition)

    def ending(self, blank: Line, after: int, end: int) -> Line | None:
        count = self.rule.text[after:end] or "1"
        if count.isascii() and count.isdigit() and 1 <= int(count[:9]) <= MOST_TURNS:
            return evolve(blank, kind="end", turns=int(count))
        message = f"end takes a number of turns, 1 to {MOST_TURNS}"
        self._fail(after, end, "range", message, hint="end 2")
        return None

    def _rule(self, after: int, end: int, word: str) -> RuleText:
        if after == end:
            self._fail(end - len(word), end, "syntax", f"{word} says nothing")
        line, column = self.rule.place(after)
        return RuleText(self.rule.text[after:end], self.rule.file, line, column, self.rule.lines)

    def _scope(self) -> Scope:
        where = f"[{'.'.join(self.cell.address[:-1])}]"
        why = f"{where} is about nobody in particular: write the code"
        return Scope({}, where, {"self": why, "target": why})

    def _fail(
        self, start: int, end: int, code: str, message: str, *, why: str = "", hint: str = ""
    ) -> None:
        self.cell.reader.report.error(code, self.rule, start, end, message, why=why, hint=hint)


def _one_row(text: str) -> str:
    return " ".join(row.strip() for row in text.split("\n"))


_READERS: Mapping[str, Callable[[_Reader, Line, int, int], Line | None]] = {
    "do": _Reader.effect,
    "expect": _Reader.expectation,
    "end": _Reader.ending,
}
