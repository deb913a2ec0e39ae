"""The article written beside its save, for reading elsewhere."""

from __future__ import annotations

from csto_game.model.refusal import GameError
from csto_game.session.chronicle.markdown import as_markdown
from csto_game.session.chronicle.whole import article_for, page_for
from csto_game.session.disk import why
from csto_game.session.match import Match
from csto_game.text.catalog import say


def write_files(match: Match, seat: str) -> tuple[str, ...]:
    """Markdown and a page, as the seat may know the game; the files' names. Raises GameError."""
    if match.path is None:
        raise GameError(say("chronicle.unsaved"))
    table, header = match.table, match.header
    texts = {
        ".md": as_markdown(article_for(table, header, seat)),
        ".html": page_for(table, header, seat),
    }
    names = []
    for ending, text in texts.items():
        file = match.path.with_suffix(ending)
        try:
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise GameError(f"{file.name}: {why(error)}") from None
        names.append(file.name)
    return tuple(names)
