"""The scenario's things with their functions, compiled when first used."""

from __future__ import annotations

from csto_game.rules.things.affairs import (
    ChapterCode,
    CrisisCode,
    MissionCode,
    MotionCode,
    PromiseCode,
    RuleCode,
    RungCode,
    StepCode,
)
from csto_game.rules.things.cards import CardCode, IncidentCode, OptionCode, OutcomeCode, VerbCode
from csto_game.rules.things.picked import Price

__all__ = [
    "CardCode",
    "ChapterCode",
    "CrisisCode",
    "IncidentCode",
    "MissionCode",
    "MotionCode",
    "OptionCode",
    "OutcomeCode",
    "Price",
    "PromiseCode",
    "RuleCode",
    "RungCode",
    "StepCode",
    "VerbCode",
]
