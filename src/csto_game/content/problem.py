"""Problems found in files: all at once, each with place, caret, reason and cure.

`Report` collects them; `content.render` shows one. The text form is that of the modder's
manual ("what the messages mean").
"""

from __future__ import annotations

from attrs import define, evolve, field, frozen

from csto_game.model.scenario import Spot

MOST_PROBLEMS = 1000
"""What a report keeps; further ones are only counted."""
MOST_HELPED = 100
"""So many are printed; for the others no near name is looked for among many."""


@frozen(order=True)
class Also:
    """Another place that belongs to a problem."""

    file: str
    line: int
    column: int
    message: str


@frozen(order=True)
class Problem:
    """One mistake. Lines and columns from 1; ``end_column`` is one past the last character.

    ``severity`` is ``error``, ``warning`` or ``note``; ``code`` is stable once released.
    ``source`` is the line as it stands in the file ("" if there is none to show).
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    severity: str = "error"
    end_column: int = 0
    source: str = ""
    why: str = ""
    hint: str = ""
    also: tuple[Also, ...] = field(default=())


@frozen
class RuleText:
    """A rule or a text, and where its first character stands (line and column from 1).

    Lines after the first begin at column 1 of the file's following lines. ``lines`` are all
    lines of the file as they stand, to quote and to see escapes.
    """

    text: str
    file: str = ""
    line: int = 1
    column: int = 1
    lines: tuple[str, ...] = ()
    as_written: bool = False
    """Is it known to stand in the file letter for letter, without escapes?"""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text."""
        before = self.text[:offset]
        breaks = before.count("\n")
        if not breaks:
            return self.line, self.column + offset
        return self.line + breaks, offset - before.rfind("\n")

    def spot(self, offset: int) -> Spot:
        line, column = self.place(offset)
        return Spot(self.file, line, column)

    def quote(self, line: int) -> str:
        """The file's line, or the text's own one where the file is not at hand."""
        if self.lines:
            return self.lines[line - 1] if line <= len(self.lines) else ""
        own = self.text.split("\n")[line - self.line]
        return " " * (self.column - 1) + own if line == self.line else own


@frozen
class FlagUse:
    """``how`` is ``set``, ``clear`` or ``read``; ``scope`` world, alliance, actor or pair."""

    flag: str
    scope: str
    spot: Spot
    how: str


@frozen
class ThingUse:
    """A rule names a thing; ``how`` is the verb or function, such as ``start`` or ``happened``."""

    address: str
    how: str
    spot: Spot


@define
class Report:
    """What was found while reading: problems, and the uses the checker compares afterwards."""

    flags: list[FlagUse] = field(factory=list)
    things: list[ThingUse] = field(factory=list)
    left_out: int = 0
    _found: dict[tuple[str, int, int, str], Problem] = field(factory=dict)

    def add(self, problem: Problem) -> None:
        """Keep a problem; of two with one place and one code, the first."""
        key = (problem.file, problem.line, problem.column, problem.code)
        if key in self._found:
            return
        if len(self._found) >= MOST_PROBLEMS:
            self.left_out += 1
            return
        self._found[key] = problem

    def error(
        self,
        code: str,
        rule: RuleText,
        start: int,
        end: int,
        message: str,
        *,
        why: str = "",
        hint: str = "",
        also: tuple[Also, ...] = (),
    ) -> None:
        """Report the characters from ``start`` up to ``end`` (offsets into the rule's text)."""
        bare = _bare(code, rule, start, end)
        self.add(evolve(bare, message=message, why=why, hint=hint, also=also))

    def warn(
        self,
        code: str,
        rule: RuleText,
        start: int,
        end: int,
        message: str,
        *,
        why: str = "",
        hint: str = "",
    ) -> None:
        bare = _bare(code, rule, start, end)
        self.add(evolve(bare, message=message, why=why, hint=hint, severity="warning"))

    def note(self, code: str, rule: RuleText, start: int, end: int, message: str) -> None:
        self.add(evolve(_bare(code, rule, start, end), message=message, severity="note"))

    @property
    def length(self) -> int:
        """How much has been noted; unchanged if nothing was said."""
        return len(self._found) + self.left_out + len(self.flags) + len(self.things)

    @property
    def helps(self) -> bool:
        """Is it still worth the time to look for what was meant?"""
        return len(self._found) < MOST_HELPED

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Sorted by file, line and column."""
        return tuple(sorted(self._found.values()))

    @property
    def has_errors(self) -> bool:
        return any(problem.severity == "error" for problem in self._found.values())


def _bare(code: str, rule: RuleText, start: int, end: int) -> Problem:
    line, column = rule.place(start)
    source = rule.quote(line)
    last_line, end_column = rule.place(end)
    if last_line != line:
        end_column = len(source) + 1
    return Problem(
        rule.file, line, column, code, "", end_column=max(end_column, column + 1), source=source
    )
