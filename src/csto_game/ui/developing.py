"""``csto play --dev`` on the screen: files are watched while one plays, and a console answers."""

from __future__ import annotations

import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from csto_game import places
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say as sentence
from csto_game.ui.messages import Broke, Played
from csto_game.ui.own import Own
from csto_game.ui.screens.base import Page
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say

if TYPE_CHECKING:  # the title needs neither rules nor checker
    from csto_game.ui.bench import Bench, Reread, Said
    from csto_game.ui.mapping import Mapper
    from csto_game.ui.sitting import Sitting

WATCH_S = 1.0
"""How often files are looked at."""
MOST_KEPT = 500
"""Lines of the console."""


class FilesChanged(Message):
    """Files are not as they were; they have not been read yet."""

    bubble = False

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench


class FilesRead(Message):
    """Files had changed, and were read."""

    bubble = False

    def __init__(self, found: Reread) -> None:
        super().__init__()
        self.found = found


class Answered(Message):
    """The console has an answer."""

    bubble = False

    def __init__(self, said: Said) -> None:
        super().__init__()
        self.said = said


class DevWork(App[int]):
    """Mixed into the app; does nothing unless `is_dev`."""

    is_dev: bool = False
    own: Own
    transcript: list[tuple[str, str]]
    """(kind, line): ``asked``, ``told`` or ``bad``."""
    _bench: tuple[weakref.ref[Sitting], Bench | None] | None = None
    _is_looking: bool = False

    if TYPE_CHECKING:  # what the app brings along
        mapper: Mapper

        @property
        def is_seated(self) -> bool: ...
        @property
        def sitting(self) -> Sitting: ...
        def open_page(self, name: str, **facts: object) -> None: ...
        def redraw(self) -> None: ...
        def go_on(self) -> None: ...
        def tell_all(self, lines: tuple[str, ...], *, is_bad: bool = False) -> None: ...

    def develop(self) -> None:
        """Begin to watch."""
        self.transcript = []
        if self.is_dev:
            self.set_interval(WATCH_S, self.watch_files)

    def watch_files(self) -> None:
        """Look at the files, unless somebody is at work on the game."""
        if self.is_seated and not self.sitting.is_busy and not self._is_looking:
            self._is_looking = True
            self._watch(self.sitting)

    @in_thread("watch")
    def _watch(self, sitting: Sitting) -> None:
        try:
            bench = self._bench_of(sitting)
            if bench is not None and bench.has_changed:
                self.post_message(FilesChanged(bench))
        except (GameError, OSError) as error:
            self.post_message(Broke(str(error)))
        finally:
            self._is_looking = False

    def on_files_changed(self, message: FilesChanged) -> None:
        """Take the game out of the player's hands for the moment in which it is played again."""
        sitting = message.bench.sitting
        if not sitting.is_busy and not sitting.is_left:
            sitting.is_busy = True
            self._renew(message.bench)

    @in_thread("dev")
    def _renew(self, bench: Bench) -> None:
        sitting = bench.sitting
        try:
            found = bench.renew()
        except (GameError, OSError) as error:
            self.post_message(Broke(str(error)))
            return
        finally:
            sitting.is_busy = False
        if found is not None and not sitting.is_left:
            self.post_message(FilesRead(found))

    def inquire(self, text: str) -> None:
        """Let the console answer."""
        self.transcript.append(("asked", text))
        if not self.is_seated:
            self._answer("bad", (say("The console is for a game: begin or load one."),))
        elif self.sitting.is_busy:
            self._answer("bad", (say("The others are still thinking."),))
        else:
            self.sitting.is_busy = True
            self._inquire(self.sitting, text)

    @in_thread("dev")
    def _inquire(self, sitting: Sitting, text: str) -> None:
        from csto_game.ui.bench import Said  # noqa: PLC0415  # see above

        try:
            bench = self._bench_of(sitting)
            said = bench.answer(text) if bench else Said((sentence("dev.iron"),), is_bad=True)
        except (GameError, OSError) as error:
            said = Said((str(error),), is_bad=True)
        finally:
            sitting.is_busy = False
        if not sitting.is_left:
            self.post_message(Answered(said))

    def _bench_of(self, sitting: Sitting) -> Bench | None:
        """The workbench of a sitting; None where there can be none, which is told once."""
        if self._bench is not None and self._bench[0]() is sitting:
            return self._bench[1]
        from csto_game.ui.bench import Bench  # noqa: PLC0415  # see above

        made: Bench | None = None
        try:
            made = Bench.of(sitting, self._shelves())
        finally:
            self._bench = (weakref.ref(sitting), made)
        return made

    def _shelves(self) -> tuple[Path, ...]:
        home = self.own.home or places.home()
        return (places.scenarios(), places.mods(), home.packages)

    # --- what came of it ----------------------------------------------------------------

    def on_files_read(self, message: FilesRead) -> None:
        """Where the player is, stays on the screen; only mistakes come before it, until they are mended."""
        found = message.found
        self._close_mistakes()
        if found.broken is not None:
            self.open_page("problems", shown=found.broken)
            self.tell_all(found.lines, is_bad=True)
            return
        self._sit_with(found.mapper, found.lines)

    def _close_mistakes(self) -> None:
        for page in self.screen_stack:
            if isinstance(page, Page) and page.kind == "problems":
                while self.screen_stack[-1] is not page:
                    self.pop_screen()
                self.pop_screen()
                return

    def on_answered(self, message: Answered) -> None:
        said = message.said
        self._answer("bad" if said.is_bad else "told", said.lines)
        if said.mapper is not None:
            self._sit_with(said.mapper, ())

    def _answer(self, kind: str, lines: tuple[str, ...]) -> None:
        self.transcript += [(kind, line) for line in lines]
        del self.transcript[:-MOST_KEPT]
        self.redraw()

    def _sit_with(self, mapper: Mapper | None, lines: tuple[str, ...]) -> None:
        """The game is another one: every page looks at it anew, and it goes on if it waits for others."""
        if mapper is not None:
            self.mapper = mapper
        match = self.sitting.match
        self.tell_all(lines)
        self.post_message(Played(turned=match.over))
        if not match.over and not match.waiting_for:
            self.go_on()
