"""Forecast and fact in the words of a scenario."""

from __future__ import annotations

from attrs import frozen

from csto_game.model.scenario import Scenario
from csto_game.session.hindsight import Judgement, Outcome
from csto_game.text import forecast as words


@frozen
class JudgedRow:
    """One number in words; ``side`` is -1 below what was to be expected, 1 above it, 0 inside."""

    path: str
    label: str
    low: str
    half: str
    high: str
    fact: str
    side: int


@frozen
class Judged:
    """One turn of the seat; ``held`` of all its rows were inside."""

    turn: int
    n: int
    rows: tuple[JudgedRow, ...]
    held: int


def in_words(scenario: Scenario, seat: str, found: Judgement) -> Judged:
    rows = tuple(_row(scenario, seat, one) for one in found.outcomes)
    return Judged(found.turn, found.n, rows, found.held)


def _row(scenario: Scenario, seat: str, one: Outcome) -> JudgedRow:
    label = words.own_label(scenario, seat, one.path)
    values = (one.low, one.half, one.high, one.fact)
    low, half, high, fact = (words.number(scenario, one.path, value) for value in values)
    return JudgedRow(one.path, label, low, half, high, fact, one.side)
