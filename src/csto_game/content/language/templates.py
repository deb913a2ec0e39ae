"""Templates in texts: ``{self.name}``, ``{amount|tank|tanks}``, ``{{``."""

from __future__ import annotations

from csto_game.content.language.names import Names, RuleText, Scope
from csto_game.content.problem import Report


def check_template(rule: RuleText, scope: Scope, names: Names, report: Report) -> None:
    """Report unknown templates, stray braces, format marks and refused characters."""
