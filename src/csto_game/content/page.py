"""One text file of a package: its name, its text, and where an offset is in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from attrs import field, frozen

from csto_game.content.locate import Mark, items
from csto_game.content.problem import Also, Problem


@frozen
class Page:
    """``name`` is relative to the package with ``/`` between folders; newlines are line feeds."""

    name: str
    text: str
    _lists: dict[int, list[tuple[int, int]]] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for line in self.lines:
            starts.append(at)
            at += len(line) + 1
        return starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int) -> int:
        """Where a line begins, counted from 1."""
        return self._starts[line - 1]

    def items(self, mark: Mark) -> list[tuple[int, int]]:
        """Spans of the items of the list whose value ``mark`` points at."""
        if mark.value not in self._lists:
            self._lists[mark.value] = items(self.text, mark)
        return self._lists[mark.value]

    def problem(
        self,
        span: tuple[int, int],
        code: str,
        message: str,
        *,
        why: str = "",
        hint: str = "",
        severity: str = "error",
        also: tuple[Also, ...] = (),
    ) -> Problem:
        """A problem whose caret stands under ``span``, cut at the end of its line."""
        line, column = self.place(span[0])
        source = self.lines[line - 1]
        last = min(column + max(span[1] - span[0], 1), max(len(source) + 1, column + 1))
        return Problem(
            self.name, line, column, code, message, severity, last, source, why, hint, also
        )

    def also(self, offset: int, message: str) -> Also:
        """Another place that belongs to a problem."""
        return Also(self.name, *self.place(offset), message)


Place = tuple[Page, tuple[int, int]]
"""A stretch of a file."""


def problem_at(
    place: Place,
    code: str,
    message: str,
    *,
    why: str = "",
    hint: str = "",
    also: tuple[Also, ...] = (),
) -> Problem:
    """An error whose caret stands under a stretch of a file."""
    page, span = place
    return page.problem(span, code, message, why=why, hint=hint, also=also)
