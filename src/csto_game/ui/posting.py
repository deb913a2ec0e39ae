"""A seat's turn in a game by mail: it begins at once, and its end seals the file and says whom to send it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from csto_game.model.refusal import GameError
from csto_game.ui.handing import HandingWork
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say

if TYPE_CHECKING:  # few games are by mail
    from csto_game.session.mail import Sitting as Letter


class Sealed(Message):
    """The turn is in the file, or why it is not. ``following`` is the country that is next, or ""."""

    bubble = False

    def __init__(self, following: str = "", trouble: str = "") -> None:
        super().__init__()
        self.following = following
        self.trouble = trouble


class PostWork(HandingWork):
    """Mixed into the app; does nothing unless a game by mail was opened."""

    letter: Letter | None = None

    if TYPE_CHECKING:  # what the app brings along

        def open_page(self, name: str, **facts: object) -> None: ...
        def quit_now(self) -> None: ...

    @property
    def is_posted(self) -> bool:
        """Whether the turn of the one seat that may play here is over."""
        return self.letter is not None and self.is_seated and self.letter.is_done

    def open_letter(self) -> None:
        """Sit down to the game that was opened on the command line."""
        letter = self.letter
        if letter is None:
            return
        from csto_game.ui.shelf import opened_at  # noqa: PLC0415  # see above

        self._open(lambda: opened_at(letter.match, only=letter.seat))

    def begin_letter(self) -> None:
        """Days may have passed since the last turn: what happened is told first."""
        view = self.sitting.view
        if view.phase == "council":
            self.open_page("council")
        elif view.turn > 1:
            self.open_page("report")

    def after_sealing(self, *, is_sealed: bool) -> None:
        """Out of the program; a game that is over may be looked back on first."""
        if is_sealed and self.letter is not None and self.letter.match.over:
            self.pop_screen()
        else:
            self.quit_now()

    def seal(self) -> None:
        """Put the turn into the file; until that is done nothing else can be."""
        if self.letter is not None:
            self._seal(self.letter)

    @in_thread("play")
    def _seal(self, letter: Letter) -> None:
        from csto_game.session.mail import pass_on  # noqa: PLC0415  # see above

        try:
            following = pass_on(letter)
        except GameError as error:
            self.post_message(Sealed(trouble=str(error)))
            return
        actors = letter.match.book.scenario.actors
        self.post_message(Sealed(actors[following].name if following in actors else ""))

    def on_sealed(self, message: Sealed) -> None:
        letter = self.letter
        if letter is None:
            return
        if message.trouble:
            # The turn stays in its working copy; the same command tries again.
            self.open_page("sealed", lines=(message.trouble,), is_bad=True)
            return
        if letter.match.over:
            told = say("The game is over. Send {file} to everybody.", file=letter.file.name)
        else:
            name = message.following
            told = say("Send {file} to {name}.", file=letter.file.name, name=name)
        self.open_page("sealed", lines=(told, str(letter.file.absolute())))
