"""Commands: the only way into the game, for keys, lines, programs, scripts and replays."""

from __future__ import annotations

from collections.abc import Mapping

from csto_game.rules.commands.base import Kind
from csto_game.rules.commands.end import EndPlanning
from csto_game.rules.commands.option import AnswerCard
from csto_game.rules.commands.table import TableMotion
from csto_game.rules.commands.verb import UseVerb
from csto_game.rules.commands.vote import CastVote

KINDS: Mapping[str, Kind] = {
    "option": AnswerCard(),
    "verb": UseVerb(),
    "table": TableMotion(),
    "vote": CastVote(),
    "end": EndPlanning(),
}
"""All kinds of command, in the order they are offered."""

PHASE_OF: Mapping[str, str] = {
    "option": "plan",
    "verb": "plan",
    "table": "plan",
    "vote": "council",
    "end": "plan",
}
"""The phase in which each kind is legal."""
