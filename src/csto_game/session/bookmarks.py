"""Where persons stood in the lessons of their games: a small file of the player's own.

A save holds commands alone; that a screen was looked at, or a step left out, is no command. So it is
remembered here, for the last games only, and nothing is lost with it but the place in a lesson.
"""

from __future__ import annotations

import re
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from attrs import define, field, frozen

from csto_game.model.refusal import GameError
from csto_game.session.disk import make_folder, replace_whole
from csto_game.session.header import Header

FILE = "lessons_read"
MOST = 40
"""Games that are remembered, one line for each of their persons."""
_LINE = re.compile(r"([0-9a-f]{12}) ([A-Z0-9_]{1,20}) ([\w.-]{1,64}) ([\w.-]{1,64})(?: ([\w,]*))?")
_DONE = "-"


@frozen
class Bookmark:
    """The step that comes next in a chapter ("": none is left), and the screens that were open in it."""

    chapter: str
    step: str
    looked: frozenset[str] = frozenset()


def game_key(header: Header) -> str:
    """What tells one game from another, by whatever name it is saved."""
    seats = " ".join(f"{code}={kind}" for code, kind in header.seats.items())
    facts = (header.scenario, str(header.seed), header.difficulty, seats)
    said = "\n".join((*facts, header.begun, header.parent))
    return blake2b(said.encode(), digest_size=6).hexdigest()


@define
class Bookmarks:
    """``file`` None remembers only while the program runs."""

    file: Path | None = None
    _kept: dict[tuple[str, str], Bookmark] | None = field(default=None, init=False)

    def of(self, game: str, seat: str) -> Bookmark | None:
        """Where a person stood; None where nothing is known of it."""
        return self._read().get((game, seat))

    def put(self, game: str, seat: str, mark: Bookmark) -> None:
        """Remember where a person stands; those of the game that was opened last come last."""
        if self._read().get((game, seat)) == mark:
            return
        kept = self._kept = {**self._read(), **self._on_disk()}  # another game may be going on
        kept.pop((game, seat), None)
        kept[game, seat] = mark
        self._write()

    def forget(self, game: str) -> None:
        """A game begins anew that may look like an earlier one."""
        kept = self._read()
        found = [key for key in kept if key[0] == game]
        for key in found:
            del kept[key]
        if found:
            self._write()

    def _read(self) -> dict[tuple[str, str], Bookmark]:
        if self._kept is None:
            self._kept = self._on_disk()
        return self._kept

    def _on_disk(self) -> dict[tuple[str, str], Bookmark]:
        try:
            text = self.file.read_text("utf-8") if self.file else ""
        except (OSError, UnicodeDecodeError):
            text = ""
        kept: dict[tuple[str, str], Bookmark] = {}
        for found in filter(None, map(_LINE.fullmatch, text.splitlines())):
            game, seat, chapter, step, looked = found.groups()
            screens = frozenset(filter(None, (looked or "").split(",")))
            kept[game, seat] = Bookmark(chapter, "" if step == _DONE else step, screens)
        return kept

    def _write(self) -> None:
        kept = self._read()
        for key in list(kept)[:-MOST]:
            del kept[key]
        if self.file is None:
            return
        lines = [
            f"{game} {seat} {mark.chapter} {mark.step or _DONE} {','.join(sorted(mark.looked))}"
            for (game, seat), mark in kept.items()
        ]
        # A lesson that begins its chapter anew is no reason to trouble anybody about a disk.
        with suppress(GameError):
            make_folder(self.file.parent)
            replace_whole(self.file, "".join(f"{line.rstrip()}\n" for line in lines).encode())
