"""The rules: a compiled Scenario, and pure functions from State and Command to State and Events."""

from __future__ import annotations

from csto_game.rules.book import Book
from csto_game.rules.commands.parse import parse_command
from csto_game.rules.game import Step, fingerprint, new_game, options, refusal, seats, step
from csto_game.rules.leaning import Lever, levers
from csto_game.rules.preview import preview
from csto_game.rules.view import view

__all__ = [
    "Book",
    "Lever",
    "Step",
    "fingerprint",
    "levers",
    "new_game",
    "options",
    "parse_command",
    "preview",
    "refusal",
    "seats",
    "step",
    "view",
]
