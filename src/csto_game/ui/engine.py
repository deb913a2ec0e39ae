"""The app's work in threads: playing, previews, causes, finding and opening games."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from csto_game.model.refusal import GameError
from csto_game.ui.messages import (
    Broke,
    Explained,
    Mended,
    Opening,
    Played,
    Previewed,
    Progressed,
    Reworded,
    Scanned,
    Surveyed,
)
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say

if TYPE_CHECKING:
    from csto_game.model.command import Command
    from csto_game.ui.mapping import Mapper
    from csto_game.ui.offers import Offer, Opened, Saved, Setup, Shelf
    from csto_game.ui.progress import Thinking
    from csto_game.ui.sitting import Sitting


class EngineWork(App[int]):
    """Mixed into the app. Each kind of work is exclusive: the latest wish wins."""

    shelf: Shelf
    thinking: Thinking | None = None
    mapper: Mapper
    offers_found: tuple[Offer, ...] | None = None
    saves_found: tuple[Saved, ...] | None = None
    _sitting: Sitting | None = None
    is_opening: bool = False
    """Whether a game is being set up."""
    _is_behind: bool = False
    """Whether the game still speaks the language that was spoken when it was opened."""

    if TYPE_CHECKING:

        def tell(self, text: str, *, is_bad: bool = False) -> None: ...

    # --- the game -----------------------------------------------------------------------

    @property
    def sitting(self) -> Sitting:
        if self._sitting is None:
            raise RuntimeError("no game is being played")
        return self._sitting

    @property
    def is_seated(self) -> bool:
        return self._sitting is not None

    def sit_down(self, opened: Opened) -> None:
        self._sitting = opened.sitting
        self.mapper = opened.mapper

    def stand_up(self) -> None:
        """Leave the game; leaders who still think stop after their command."""
        if self._sitting:
            self._sitting.is_left = True
            self._sitting.match.leave()
        self._sitting = None
        self.thinking = None

    @property
    def is_busy(self) -> bool:
        """Whether a command is being carried out, or others are playing."""
        return self._sitting is not None and self._sitting.is_busy

    def play(self, command: Command) -> None:
        """Carry a command out, then let the others play if it is their turn."""
        self._begin(lambda sitting: self._played(sitting, command))

    def undo(self) -> None:
        self._begin(self._undone)

    def redo(self) -> None:
        """Give the command again that was taken back last."""
        if self.sitting.undone:
            self.play(self.sitting.undone[0])
        else:
            self.post_message(Broke(say("Nothing was taken back that could be done again.")))

    def branch(self, path: Path | None, turn: int | None, name: str) -> None:
        """Go on in a new line that leaves a line (None: this one) where a turn begins, or now."""
        sitting = self.sitting
        if sitting.is_busy:
            self.post_message(Broke(say("The others are still thinking.")))
        elif path is None or path == sitting.match.archive.path:
            self._open(lambda: self._branched(sitting, turn, name))
        else:
            self._open(lambda: self.shelf.branch(path, turn, name))

    def _branched(self, sitting: Sitting, turn: int | None, name: str) -> Opened:
        from csto_game.ui.offers import Opened  # noqa: PLC0415  # no game, no need
        from csto_game.ui.sitting import Sitting as Seated  # noqa: PLC0415

        match = sitting.match
        name = name or match.archive.free_name(turn or match.turn)
        made = match.branch(name, turn)
        if len(made.persons) > 1:
            made.run()
        said = say("This is now the line {name}. The one you left stays as it is.", name=name)
        return Opened(Seated.at(made, sitting.seat), self.mapper, (said,))

    def go_on(self) -> None:
        """Let the others play if the game waits for them."""
        match = self.sitting.match
        if not match.over and not match.waiting_for:
            self._begin(lambda sitting: self._played(sitting, None))

    def _begin(self, deed: Callable[[Sitting], Message]) -> None:
        sitting = self.sitting
        if sitting.is_busy:
            self.post_message(Broke(say("The others are still thinking.")))
            return
        sitting.is_busy = True
        self._work(sitting, deed)

    @in_thread("play")
    def _work(self, sitting: Sitting, deed: Callable[[Sitting], Message]) -> None:
        message = _guarded(lambda: deed(sitting))
        sitting.is_busy = False
        if not sitting.is_left:
            self.post_message(message)

    def _played(self, sitting: Sitting, command: Command | None) -> Message:
        turn, name = sitting.view.turn, sitting.name_of(command) if command else ""
        is_again = sitting.undone[:1] == (command,)
        refusal = sitting.submit(command) if command else None
        if refusal:
            return Played(refusal, command=command)
        match = sitting.match
        if not match.over and match.waiting_for is None:
            sitting.run(self._progress, lambda: sitting.is_left)
        turned = sitting.view.turn != turn or match.over
        if turned:
            gc.collect()  # pages hold themselves: those of a turn would lie about for many
        done = (
            say("Done again: {name}.", name=name) if is_again else say("Done: {name}.", name=name)
        )
        said = done if name and not turned else ""
        return Played(said=said, turned=turned)

    def _undone(self, sitting: Sitting) -> Message:
        refusal = sitting.undo()
        return Played(refusal, said="" if refusal else say("Taken back."))

    def _progress(self, done: int, of: int, name: str) -> None:
        self.post_message(Progressed(done, of, name))

    def reword(self) -> None:
        """Let the open game speak the player's language: at once, or when the others have played."""
        sitting = self._sitting
        if sitting is None or sitting.is_busy:
            self._is_behind = True
            return
        self._is_behind = False
        sitting.is_busy = True
        self._reword(sitting)

    def catch_up(self) -> None:
        """Do what had to wait until nobody was at work on the game."""
        if self._is_behind and self._sitting is not None:
            self.reword()

    @in_thread("play")
    def _reword(self, sitting: Sitting) -> None:
        message = _guarded(lambda: self._reworded(sitting))
        sitting.is_busy = False
        if not sitting.is_left:
            self.post_message(message)

    def _reworded(self, sitting: Sitting) -> Message:
        mapper = self.shelf.reword(sitting.match)
        if mapper is not None:
            sitting.hear_again()
        return Reworded(mapper)

    # --- questions ----------------------------------------------------------------------

    def ask_preview(self, command: Command) -> None:
        if self.sitting.known_preview(command) is None:
            self._ask_preview(self.sitting, command)

    @in_thread("preview")
    def _ask_preview(self, sitting: Sitting, command: Command) -> None:
        sitting.preview(command)
        self.post_message(Previewed())

    def ask_why(self, path: str, turn: int | None = None) -> None:
        self._ask_why(self.sitting, path, turn)

    @in_thread("why")
    def _ask_why(self, sitting: Sitting, path: str, turn: int | None) -> None:
        try:
            sitting.why(path, turn)
        except GameError as error:
            self.post_message(Broke(str(error)))
        self.post_message(Explained())

    def ask_levers(self, motion: str, target: str, voter: str) -> None:
        if self.sitting.known_levers(motion, target, voter) is None:
            self._ask_levers(self.sitting, motion, target, voter)

    @in_thread("levers")
    def _ask_levers(self, sitting: Sitting, motion: str, target: str, voter: str) -> None:
        sitting.levers(motion, target, voter)
        self.post_message(Explained())

    # --- what can be played -------------------------------------------------------------

    @property
    def offers(self) -> tuple[Offer, ...] | None:
        return self.offers_found

    @property
    def saves(self) -> tuple[Saved, ...] | None:
        return self.saves_found

    @in_thread("scan")
    def scan(self) -> None:
        gc.collect()  # the game that was left
        saves = self.shelf.saves()
        self.post_message(Scanned(self.offers_found, saves))
        self.post_message(Scanned(self.shelf.offers(), saves))

    def begin(self, setup: Setup) -> None:
        self._open(lambda: self.shelf.begin(setup))

    def resume(self, path: Path, page: str = "") -> None:
        self._open(lambda: self.shelf.resume(path), page)

    def _open(self, opening: Callable[[], Opened], page: str = "") -> None:
        """One at a time: a key that is pressed twice begins no second game."""
        if self.is_opening:
            return
        self.is_opening = True
        self.tell(say("Setting up…"))
        self._work_open(opening, page)

    @in_thread("open")
    def _work_open(self, opening: Callable[[], Opened], page: str) -> None:
        self.post_message(_guarded(lambda: Opening(opening(), page)))

    @in_thread("mend")
    def survey(self, path: Path) -> None:
        self.post_message(_guarded(lambda: Surveyed(self.shelf.survey(path))))

    @in_thread("mend")
    def mend(self, path: Path) -> None:
        self.post_message(_guarded(lambda: Mended(self.shelf.recover(path))))


def _guarded(deed: Callable[[], Message]) -> Message:
    """A failure of the engine becomes a sentence; the screens stay up."""
    try:
        return deed()
    except GameError as error:
        return Broke(str(error))
    except Exception as error:  # noqa: BLE001  # whatever it is, the player must not lose the game
        text = say("The engine failed: {error}. The game is saved.", error=repr(error)[:120])
        return Broke(text, traceback.format_exc())
