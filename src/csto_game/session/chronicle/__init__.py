"""A game's history as an article of an encyclopaedia: gathered from Events, written as Markdown or HTML."""

from __future__ import annotations

from csto_game.session.chronicle.article import Article, Section, Statement, article
from csto_game.session.chronicle.markdown import as_markdown
from csto_game.session.chronicle.page import as_page

__all__ = ["Article", "Section", "Statement", "article", "as_markdown", "as_page"]
