"""What there is to translate in a package."""

from __future__ import annotations

from csto_game.content.merge import merge
from csto_game.content.problem import Report
from csto_game.content.source import Source
from csto_game.content.translations.messages import Message, messages_of
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

__all__ = ["Message", "messages"]


def messages(source: Source) -> tuple[Message, ...]:
    """All messages of a package's own files, each once, in order. Raises GameError."""
    report = Report()
    world = merge(source.pages, report)
    first = next((p for p in (*source.problems, *report.problems) if p.severity == "error"), None)
    if first is not None:
        place = f"{first.file}:{first.line}"
        raise GameError(say("i18n.package", file=place, why=first.message))
    return messages_of(world)
