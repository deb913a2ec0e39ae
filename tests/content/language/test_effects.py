"""Effects that readers would read in two ways."""

from __future__ import annotations

import pytest
from tests.content.language.small_world import build, fresh, rule

from csto_game.content.language import parse_effects
from csto_game.content.language.names import Scope

NOBODY = Scope(words={}, about="[rule.test]", missing={})


@pytest.mark.parametrize("line", ["EST.calm - 3 - 2", "EST.calm - EST.calm / 2 + 1"])
def test_taking_off_a_bare_sum_is_refused(line: str) -> None:
    report = fresh()
    parse_effects(rule(line), NOBODY, build(), report)
    assert [problem.code for problem in report.problems] == ["mixed"]


@pytest.mark.parametrize(
    "line",
    ["EST.calm - (3 - 2)", "EST.calm - 3 * -2", "EST.calm - max(1, 3 - 2)", "EST.calm + 3 - 2"],
)
def test_brackets_say_what_is_taken_off(line: str) -> None:
    report = fresh()
    block = parse_effects(rule(line), NOBODY, build(), report)
    assert report.problems == ()
    assert len(block.lines) == 1
