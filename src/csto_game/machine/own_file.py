"""A small file that the player writes: read strictly, and never the reason why a game does not begin."""

from __future__ import annotations

from pathlib import Path

from attrs import field, frozen

from csto_game.content.entry import plain
from csto_game.content.locate import Map
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.source import decode
from csto_game.content.syntax import Values, parse
from csto_game.session.disk import why
from csto_game.text.catalog import say

MOST_BYTES = 64 * 1024


@frozen
class OwnFile:
    """What a file says. One that is absent says nothing; of one that is damaged, ``page`` is None."""

    page: Page | None = None
    values: Values = field(factory=dict)
    places: Map = field(factory=Map)
    problems: tuple[Problem, ...] = ()

    @property
    def is_damaged(self) -> bool:
        """Is there a file that could not be read? It must not be written over."""
        return self.page is None and bool(self.problems)


def read_own(path: Path) -> OwnFile:
    """A file of TOML, its mistakes with their places."""
    if not path.exists() and not path.is_symlink():
        return OwnFile()
    if not path.is_file():  # a folder, or a pipe that would never end
        return OwnFile(problems=(plain(path.name, "own-file", say("own.no_file")),))
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        unread = say("own.unread", why=why(error))
        return OwnFile(problems=(plain(path.name, "own-file", unread),))
    if len(raw) > MOST_BYTES:
        long = say("own.long", most=MOST_BYTES // 1024)
        return OwnFile(problems=(plain(path.name, "own-file", long),))
    page = decode(path.name, raw)
    if isinstance(page, Problem):
        return OwnFile(problems=(page,))
    read = parse(page)
    if isinstance(read, Problem):
        return OwnFile(problems=(read,))
    return OwnFile(page, *read)
