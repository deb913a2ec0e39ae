"""Flags that are set and never read, or read and never set: mostly slips of the pen."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.content.nearest import nearest
from csto_game.content.problem import FlagUse, Problem
from csto_game.content.structure import Reader
from csto_game.model.scenario import Scenario

Uses = Mapping[tuple[str, str], FlagUse]
"""(flag, kind of owner) → where it is first used so."""


def check_flags(reader: Reader, _scenario: Scenario) -> None:
    """Compare what is set with what is read, by name and kind of owner. A slip has one message:
    what is only set is not told of where it is offered instead of what is only read.
    """
    by_how: dict[str, dict[tuple[str, str], FlagUse]] = {"set": {}, "read": {}, "clear": {}}
    uses = reader.report.flags
    for use in sorted(uses, key=lambda use: (use.spot.file, use.spot.line, use.spot.column)):
        by_how[use.how].setdefault((use.flag, use.scope), use)
    is_set, is_read = by_how["set"], by_how["read"]
    offered: list[FlagUse] = []
    for key, use in {**by_how["clear"], **is_read}.items():
        if key not in is_set:
            near = _near(use.flag, is_set)
            offered += [near] if near else []
            done = "read" if key in is_read else "cleared"
            _tell(reader, use, f"is {done} but never set", _instead(use, near, "set"))
    for key, use in is_set.items():
        if key not in is_read and use not in offered:
            # What is only set may be kept for later; a name near by would mislead.
            near = next((other for (flag, _), other in is_read.items() if flag == use.flag), None)
            _tell(reader, use, "is set but never read", _instead(use, near, "read"))


def _near(flag: str, others: Uses) -> FlagUse | None:
    """The use that was meant: of the same name with another owner, or of a name near by."""
    names = {name: use for (name, _), use in others.items()}
    near = flag if flag in names else nearest(flag, names)
    return names[near] if near else None


def _instead(use: FlagUse, near: FlagUse | None, done: str) -> str:
    """The cure: the flag that was meant, or the line that is missing."""
    if near is None:
        whose = _EXAMPLES[use.scope]
        if done == "set":
            return f"set {whose}.{use.flag} in some do"
        return f"{whose} has {use.flag} in some when"
    whose = f" of {_OWNERS[near.scope]}" if near.flag == use.flag else ""
    return f"{near.flag}{whose}, which is {done} in {near.spot.file}:{near.spot.line}"


def _tell(reader: Reader, use: FlagUse, what: str, hint: str) -> None:
    page = next(page for page in reader.world.pages if page.name == use.spot.file)
    if "flag" in reader.quiet_at(page, use.spot.line):
        return
    line = page.lines[use.spot.line - 1]
    start = line.find(use.flag, max(0, use.spot.column - 1))
    column = start + 1 if start >= 0 else use.spot.column
    end = column + len(use.flag)
    message = f"{use.flag} {what}"
    place = (page.name, use.spot.line, column)
    reader.report.add(Problem(*place, "flag", message, "warning", end, line, hint=hint))


_EXAMPLES = {"world": "world", "alliance": "alliance", "actor": "self", "pair": "self.target"}
_OWNERS = {
    "world": "the world",
    "alliance": "the alliance",
    "actor": "an actor",
    "pair": "a pair",
}
