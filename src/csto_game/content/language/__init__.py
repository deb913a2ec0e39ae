"""The rule language: text of files → typed trees (`model.tree`), and back."""

from csto_game.content.language.entry import (
    parse_conditions,
    parse_drift,
    parse_effects,
    parse_number,
    parse_value,
    parse_who,
)
from csto_game.content.language.names import Names, RuleText, Scope
from csto_game.content.language.printing import print_line, print_value, print_who
from csto_game.content.language.templates import check_template

__all__ = [
    "Names",
    "RuleText",
    "Scope",
    "check_template",
    "parse_conditions",
    "parse_drift",
    "parse_effects",
    "parse_number",
    "parse_value",
    "parse_who",
    "print_line",
    "print_value",
    "print_who",
]
