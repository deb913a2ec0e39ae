"""The archive of a real match."""

from __future__ import annotations

from attrs import define

from csto_game.model.refusal import GameError
from csto_game.session.chronicle import Article, as_markdown
from csto_game.session.chronicle.whole import article_for, page_for
from csto_game.session.disk import why
from csto_game.session.match import Match
from csto_game.ui.words import say


@define
class Records:
    """Reads the match; only `export` and `branch` write, and never into its own save."""

    match: Match

    def article(self, seat: str) -> Article:
        return article_for(self.match.table, self.match.header, seat)

    def export(self, seat: str) -> tuple[str, ...]:
        path = self.match.path
        if path is None:
            raise GameError(say("This game is not saved, so there is no folder to write to."))
        table, header = self.match.table, self.match.header
        texts = {".md": as_markdown(self.article(seat)), ".html": page_for(table, header, seat)}
        names = []
        for ending, text in texts.items():
            file = path.with_suffix(ending)
            try:
                file.write_text(text, encoding="utf-8")
            except OSError as error:
                raise GameError(f"{file.name}: {why(error)}") from None
            names.append(file.name)
        return tuple(names)
