"""Other finished games of the same world: how they ended, from what stands in their files."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from csto_game.session.header import Header
from csto_game.session.library import saves


@frozen
class Rival:
    """One other finished game. ``points`` and ``won`` are those of its own first person."""

    name: str
    when: str
    seat: str
    ending: str
    points: int
    won: bool
    same_rules: bool


def rivals(folder: Path, header: Header, own: str = "") -> tuple[Rival, ...]:
    """Finished saves of the scenario but the one named ``own``, the best first."""
    found: list[Rival] = []
    for row in saves(folder):
        results = dict(row.results)
        seat = next((code for code in row.persons if code in results), "")
        if row.scenario != header.scenario or not row.ended or row.name == own or not seat:
            continue
        won = seat in row.won
        same = row.rules == header.hash
        found.append(Rival(row.name, row.when, seat, row.ended, results[seat], won, same))
    found.sort(key=lambda rival: (-rival.points, rival.name))
    return tuple(found)
