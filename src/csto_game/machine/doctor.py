"""The doctor: what this terminal and this install can do, and what is wrong with the player's files."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from csto_game.content.characters import shown
from csto_game.machine import file_checks, terminal_checks
from csto_game.machine.finding import Finding, Here, State
from csto_game.text.catalog import say

CHECKS: tuple[Callable[[Here], Finding], ...] = (
    terminal_checks.terminal,
    terminal_checks.size,
    terminal_checks.colors,
    terminal_checks.letters,
    terminal_checks.ambiguous,
    terminal_checks.mouse,
    terminal_checks.multiplexer,
    terminal_checks.locale,
    terminal_checks.python,
    terminal_checks.screen,
    file_checks.settings,
    file_checks.keys,
    file_checks.saves,
    file_checks.packages,
    file_checks.cache,
)


def examine(here: Here) -> tuple[Finding, ...]:
    """Look at everything. Loads every world: that takes a second."""
    return (*(check(here) for check in CHECKS), *file_checks.scenarios(here))


def worst(findings: Iterable[Finding]) -> State:
    """The gravest state."""
    states = {finding.state for finding in findings}
    return "bad" if "bad" in states else "note" if "note" in states else "ok"


def report(findings: Iterable[Finding]) -> str:
    """All findings as lines, to be printed or given away: it names no home, no user and no host."""
    lines: list[str] = []
    for one in findings:
        mark = say(f"doctor.{one.state}")
        lines.append(say("doctor.row", mark=mark, name=say(one.name), text=shown(one.text)))
        lines += [f"        {shown(line)}" for line in one.details]
    return "\n".join(lines)
