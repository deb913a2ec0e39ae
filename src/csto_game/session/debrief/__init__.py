"""After the end: what came of one's aims, promises and advisers, and which decisions mattered."""

from __future__ import annotations

from csto_game.session.debrief.counsel import Record
from csto_game.session.debrief.record import Aim, Debrief, Word, debrief
from csto_game.session.debrief.rivals import Rival, rivals
from csto_game.session.debrief.turning import Decision, Turning, turning_points

__all__ = [
    "Aim",
    "Debrief",
    "Decision",
    "Record",
    "Rival",
    "Turning",
    "Word",
    "debrief",
    "rivals",
    "turning_points",
]
