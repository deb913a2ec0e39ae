"""Flags that are set and never read, or read and never set: mostly slips of the pen."""

from __future__ import annotations

from csto_game.content.nearest import nearest
from csto_game.content.problem import FlagUse, Problem
from csto_game.content.structure import Reader
from csto_game.model.scenario import Scenario


def check_flags(reader: Reader, _scenario: Scenario) -> None:
    """Compare what is set with what is read, by name and kind of owner."""
    uses = reader.report.flags
    by_how: dict[str, dict[tuple[str, str], FlagUse]] = {"set": {}, "read": {}, "clear": {}}
    for use in sorted(uses, key=lambda use: (use.spot.file, use.spot.line, use.spot.column)):
        by_how[use.how].setdefault((use.flag, use.scope), use)
    is_set, is_read = by_how["set"], by_how["read"]
    for key, use in is_read.items():
        if key not in is_set:
            _tell(reader, use, "is read but never set", is_set)
    for key, use in is_set.items():
        if key not in is_read:
            _tell(reader, use, "is set but never read", is_read)


def _tell(reader: Reader, use: FlagUse, what: str, others: dict[tuple[str, str], FlagUse]) -> None:
    page = next(page for page in reader.world.pages if page.name == use.spot.file)
    if "flag" in reader.quiet_at(page, use.spot.line):
        return
    names = {flag: other for (flag, _), other in others.items()}
    # A flag that is only set may be kept for later; a name near by would mislead.
    never_set = "never set" in what
    near = use.flag if use.flag in names else nearest(use.flag, names) if never_set else None
    hint = ""
    if near:
        spot = names[near].spot
        done = "set" if never_set else "read"
        whose = f" of {_OWNERS[names[near].scope]}" if near == use.flag else ""
        hint = f"{near}{whose}, which is {done} in {spot.file}:{spot.line}"
    line = page.lines[use.spot.line - 1]
    start = line.find(use.flag, max(0, use.spot.column - 1))
    column = start + 1 if start >= 0 else use.spot.column
    reader.report.add(
        Problem(
            page.name,
            use.spot.line,
            column,
            "flag",
            f"{use.flag} {what}",
            "warning",
            column + len(use.flag),
            line,
            hint=hint,
        )
    )


_OWNERS = {
    "world": "the world",
    "alliance": "the alliance",
    "actor": "an actor",
    "pair": "a pair",
}
