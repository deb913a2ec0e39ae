"""A world that tests may shake: compiled so that their effects are among what can happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from csto_game.model.scenario import Difficulty, Scenario
from csto_game.model.tree import Block, ClearFlag, HasFlag, Line, SinceFlag, Value
from csto_game.rules import Book
from csto_game.rules.walk import nodes
from csto_game.workshop.testing.case import Case

_NOBODYS = "=tests"
"""No id of a file can be this."""


def book_of(scenario: Scenario, cases: Sequence[Case]) -> Book:
    """The Book of a scenario for these tests.

    A Book leaves room only for flags that rules speak of, and works out once what no rule can
    change. So the tests' lines are put where rules stand but never run: into a difficulty that
    nobody can choose.
    """
    lines = [line for case in cases for step in case.play for line in step.block.lines]
    conditions = [step.condition for case in cases for step in case.play if step.condition]
    lines += [_asking(flag, value) for value in conditions for flag in _flags(value)]
    unused = Difficulty(_NOBODYS, "", "", do=Block(tuple(lines)))
    difficulties = {**scenario.difficulties, _NOBODYS: unused}
    return Book.of(attrs.evolve(scenario, difficulties=difficulties))


def _asking(flag: HasFlag, value: Value) -> Line:
    return Line(ClearFlag(flag), when=value)


def _flags(value: Value) -> Iterator[HasFlag]:
    for node in nodes(value):
        if isinstance(node, HasFlag):
            yield node
        elif isinstance(node, SinceFlag):
            yield node.flag
