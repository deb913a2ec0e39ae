"""A game's history as an article of an encyclopaedia: gathered from Events, written as Markdown or HTML."""

from __future__ import annotations

from csto_game.session.chronicle.article import article
from csto_game.session.chronicle.markdown import as_markdown
from csto_game.session.chronicle.page import as_page
from csto_game.session.chronicle.records import Article, Section, Statement

__all__ = ["Article", "Section", "Statement", "article", "as_markdown", "as_page"]
