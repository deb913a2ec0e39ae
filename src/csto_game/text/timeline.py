"""Two lines of play side by side, in words."""

from __future__ import annotations

from typing import Protocol

from csto_game.model.scenario import Scenario
from csto_game.text.catalog import say
from csto_game.text.forecast import band_label, number

MOST_NUMBERS = 20


class _Number(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def here(self) -> int: ...
    @property
    def there(self) -> int: ...


class _Comparison(Protocol):
    """What `session.comparison` finds out; text stands below it and asks for no more than this."""

    @property
    def here(self) -> str: ...
    @property
    def there(self) -> str: ...
    @property
    def turn(self) -> int: ...
    @property
    def date(self) -> str: ...
    @property
    def did_here(self) -> str: ...
    @property
    def did_there(self) -> str: ...
    @property
    def at(self) -> int: ...
    @property
    def numbers(self) -> tuple[_Number, ...]: ...
    @property
    def only_here(self) -> tuple[str, ...]: ...
    @property
    def only_there(self) -> tuple[str, ...]: ...
    @property
    def points(self) -> tuple[tuple[int, int, int], ...]: ...


def comparison_lines(scenario: Scenario, found: _Comparison) -> list[str]:
    """Where they part and by what, numbers, points by turn, what happened in one only."""
    if not (found.did_here or found.did_there):
        return [say("timeline.same", here=found.here, there=found.there)]
    facts = {"here": found.here, "there": found.there, "turn": found.turn, "date": found.date}
    lines = [say("timeline.parting", **facts)]
    lines += [_did(found.here, found.did_here), _did(found.there, found.did_there)]
    lines.append(say("timeline.at", turn=found.at))
    lines += [_number(scenario, row) for row in found.numbers[:MOST_NUMBERS]]
    more = len(found.numbers) - MOST_NUMBERS
    if more > 0:
        lines.append(say("timeline.more", count=more))
    if not found.numbers:
        lines.append(say("timeline.equal"))
    points = ", ".join(f"{turn}: {here} {there}" for turn, here, there in found.points)
    lines.append(say("timeline.points", rows=points))
    for name, told in ((found.here, found.only_here), (found.there, found.only_there)):
        if told:
            lines += [say("timeline.only", name=name), *(f"  {text}" for text in told)]
    return lines


def _did(name: str, command: str) -> str:
    id = "timeline.did" if command else "timeline.did_nothing"
    return say(id, name=name, command=command)


def _number(scenario: Scenario, row: _Number) -> str:
    return say(
        "timeline.number",
        label=band_label(scenario, row.path),
        here=number(scenario, row.path, row.here),
        there=number(scenario, row.path, row.there),
    )
