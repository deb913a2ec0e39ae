"""What comes of loading a set of packages: a Scenario, or all that is wrong with them.

Apart from `load`, so that who takes a world from the cache needs nothing that reads files of rules.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from csto_game.content.problem import Problem
from csto_game.model.scenario import Scenario

if TYPE_CHECKING:
    from csto_game.content.locate import Address
    from csto_game.content.structure import Reader


@frozen
class Placed:
    """A package at its place. ``why`` is a phrase: ``extends hansa; needs guns``. ``prefix``
    stands before the names of its files; ``path`` is None if it came from no file.
    """

    id: str
    kind: str
    version: str
    why: str
    prefix: str = ""
    path: Path | None = None


@frozen
class Loaded:
    """``scenario`` is None if, and only if, one of the problems is an error.

    ``order`` is the set in the order in which it was loaded, empty if there is none.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: int = 0
    order: tuple[Placed, ...] = ()
    missing: tuple[Problem, ...] = ()
    """Notes about how much of each translation is missing; only where warnings were asked for."""
    reader: Reader | None = field(default=None, eq=False, repr=False)
    """Knows where everything is written; kept only where warnings were asked for."""

    def warning(
        self, address: Address, code: str, message: str, *, why: str = "", hint: str = ""
    ) -> Problem | None:
        """A warning that others found, unless the thing it is about asks for silence."""
        from csto_game.content.checks.quiet import is_quiet  # noqa: PLC0415  # see above

        if self.reader is None or is_quiet(self.reader, address, code):
            return None
        page, span = self.reader.span(address, "id")
        return page.problem(span, code, message, why=why, hint=hint, severity="warning")

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def mods(self) -> tuple[Placed, ...]:
        """What was loaded beside the scenario itself, in order."""
        last = self.scenario.package.id if self.scenario else ""
        return tuple(placed for placed in self.order if placed.id != last)
