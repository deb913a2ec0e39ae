"""The program: a stack of pages over one game. What may take long runs in threads."""

from __future__ import annotations

import gc
import linecache
import os
import random
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver

from csto_game.ui.developing import DevWork
from csto_game.ui.hints import Hints
from csto_game.ui.keys import Keys
from csto_game.ui.look import Look
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
from csto_game.ui.own import Own, OwnWork
from csto_game.ui.pages import make_page
from csto_game.ui.posting import PostWork
from csto_game.ui.questions import offer_branch, offer_mending
from csto_game.ui.screens.base import Page
from csto_game.ui.sparing import Shown
from csto_game.ui.words import say

if TYPE_CHECKING:  # what a game needs, the title's first frame does not wait for
    from csto_game.machine.settings import Value
    from csto_game.session.mail import Sitting as Letter
    from csto_game.ui.coaching import Coaching
    from csto_game.ui.offers import Shelf

_SWITCH_S = 0.0005
"""How long a thread may hold the interpreter: the engine must not delay a key."""


@frozen
class Wish:
    """What to open at once instead of the title: a save, a game by mail, or a scenario with role and options."""

    save: Path | None = None
    scenario: str = ""
    role: str = ""
    seed: int | None = None
    difficulty: str = ""
    letter: Letter | None = None
    """A game by mail that was opened for the seat whose turn it is."""

    @property
    def is_none(self) -> bool:
        """Whether nothing was wished for."""
        return self == Wish()


class CstoApp(PostWork, OwnWork, DevWork, App[int]):
    CSS = "Screen { overflow: hidden; background: ansi_default; }"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        look: Look,
        shelf: Shelf,
        *,
        wish: Wish | None = None,
        keys: Keys | None = None,
        own: Own | None = None,
        dev: bool = False,
        hints: Hints | None = None,
        is_first: bool = False,
    ) -> None:
        """`is_first`: nothing was ever settled here, and three questions come before the title."""
        super().__init__(ansi_color=True)  # colors are ours alone, at any depth
        self.look = look
        self.shelf = shelf
        self.own = own or Own()
        self.keys = keys or self.own.keys.keys
        self.is_dev = dev
        if not dev:
            self.keys = self.keys.without("console")
        self.wish = wish or Wish()
        self.letter = self.wish.letter
        self.hints = hints or Hints(is_on=False)
        self._messages: list[tuple[str, bool]] = []
        self._read = self._past = 0
        """Messages there were at the last key; those of an earlier page, which stay in the log only."""
        self.unfinished: dict[tuple[str, str, str], str] = {}
        """Lines that Esc left, by the kind of page, their label, and what they are about."""
        self.failure: BaseException | None = None
        self.standing = Shown()
        self.is_first = is_first
        self.wants_lines = False
        """Whether the player has just asked to go on in lines."""

    @cached_property
    def coaching(self) -> Coaching:
        from csto_game.ui.coaching import Coaching  # noqa: PLC0415  # see above

        return Coaching(lambda: self.keys, self.hints, self.set_timer, self.redraw)

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        if os.name != "posix":
            return found
        from csto_game.ui.steady import steady  # noqa: PLC0415  # it needs a terminal of that kind

        return steady(found)

    def get_default_screen(self) -> Page:
        """The title is the screen below all others: an empty one there would be laid out and drawn first."""
        return make_page("title")

    def _handle_exception(self, error: Exception) -> None:
        """A mistake of ours ends the app quietly; `start` hands it on, and the command line reports it.

        Textual would draw the stack with all that its frames hold, which is a whole world.
        """
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def on_mount(self) -> None:
        sys.setswitchinterval(_SWITCH_S)
        self.title = "CSTO"
        self._complain()
        self.develop()
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())
        if self.is_first:
            self.open_page("welcome", done=self._settle_first)
        if self.wish.save:
            self.resume(self.wish.save)
        self.open_letter()

    def on_ready(self) -> None:
        """The first frame is on the screen. It shared the processor with no thread and no search for rubbish:
        what has been made by now stays to the end, and is never looked through.
        """
        linecache.clearcache()  # attrs puts the source of all that it makes there: 1.5 MB
        if not gc.isenabled():  # as `start` has left it
            gc.freeze()
            gc.enable()
        self.scan()

    def _settle_first(self, answers: Mapping[str, Value]) -> None:
        """Write the answers down, whatever they are: they are not asked for again."""
        for name, value in answers.items():
            if told := self.settle(name, value):
                self.tell(told)
        self.wants_lines = bool(answers["plain"])
        if self.wants_lines:
            self.quit_now()

    def _complain(self) -> None:
        """Mistakes in the player's own files are never passed over in silence."""
        if self.own.complaint:
            self._messages.append((self.own.complaint, True))

    # --- pages --------------------------------------------------------------------------

    def open_page(self, name: str, **facts: object) -> None:
        self._past = self._read
        self.push_screen(make_page(name, **facts))

    def close_page(self) -> None:
        """Close the page on top. Never the campaign, nor the curtain: a second Esc, pressed before the first
        was done, reaches a page that is gone already, and must not take the game with it.
        """
        page = self.screen
        stays = isinstance(page, Page) and page.kind in ("campaign", "curtain")
        if len(self.screen_stack) > 1 and not stays:
            self._past = self._read
            self.pop_screen()

    def pages(self) -> list[Page]:
        return [screen for screen in self.screen_stack if isinstance(screen, Page)]

    def forget_messages(self) -> None:
        self._messages.clear()
        self._read = self._past = 0

    def has_read(self) -> None:
        """A key: whatever the message row says has been seen, and is not said again on another page."""
        self._read = len(self._messages)

    def redraw(self) -> None:
        for page in self.pages()[-1:]:
            page.draw()

    def on_resize(self) -> None:
        """Also when it is the old size again: it may have been another meanwhile."""
        self.repaint()

    def repaint(self) -> None:
        """Paint the whole screen: somebody else may have written on the terminal."""
        self.standing.forget()
        self.screen.refresh()

    def tell(self, text: str, *, is_bad: bool = False) -> None:
        """Say something in the message row; it stays until the next, and in the log."""
        self._messages.append((text, is_bad))
        self.redraw()

    def tell_all(self, lines: tuple[str, ...], *, is_bad: bool = False) -> None:
        """Put lines into the log. The message row says as much of them as it can hold."""
        self._messages += [(line, is_bad) for line in lines]
        if lines:
            self._messages.append((" ".join(lines), is_bad))
        self.redraw()

    @property
    def message(self) -> tuple[str, bool]:
        return self._messages[-1] if len(self._messages) > self._past else ("", False)

    @property
    def messages(self) -> tuple[str, ...]:
        return tuple(text for text, _ in self._messages if text)

    # --- what came of it ----------------------------------------------------------------

    def on_reworded(self, message: Reworded) -> None:
        if message.mapper is None:
            self.tell(say("The words of this game's world change when it is opened again."))
            return
        self.mapper = message.mapper
        for page in self.pages():
            page.look_again()
            page.view_changed()

    def on_played(self, message: Played) -> None:
        self.thinking = None
        self.catch_up()
        if message.refusal:
            match = self.sitting.match
            self.tell(match.refusal_sentence(message.refusal, message.command), is_bad=True)
            offer_branch(self, message.refusal)
        elif message.said:
            self._messages.append((message.said, False))
        if self.is_posted and not self.sitting.match.over:
            self.seal()
            return
        if self.sitting.next_person:
            self.hand_over(self.sitting.next_person)
            return
        for page in self.pages():
            page.look_again()
            page.view_changed()
        if message.turned:
            self._turned()
        elif self.sitting.view.phase == "council" and self.sitting.is_ours:
            self._meet()

    def _turned(self) -> None:
        """A new turn, or the end: back to the campaign, and what happened on top of it."""
        while len(self.screen_stack) > 1 and self.pages()[-1].kind != "campaign":
            self.pop_screen()
        self.has_told()
        self.open_page("verdict" if self.sitting.view.ended else "report")
        if self.is_posted:
            self.seal()

    def _meet(self) -> None:
        """The council has come together: its page opens by itself."""
        if self.pages()[-1].kind != "council":
            self.open_page("council")

    def on_progressed(self, message: Progressed) -> None:
        from csto_game.ui.progress import Thinking  # noqa: PLC0415  # see above

        self.thinking = Thinking(message.done, message.of, message.name)
        self.redraw()

    def on_previewed(self, message: Previewed) -> None:
        self.redraw()

    def on_explained(self, message: Explained) -> None:
        self.redraw()

    def on_broke(self, message: Broke) -> None:
        self.thinking = None
        self.is_opening = False
        self.tell(message.sentence, is_bad=True)

    def on_opening(self, message: Opening) -> None:
        """A game is ready: only the title stays below it."""
        self.is_opening = False
        self.clear_pages()
        self.forget_messages()
        self.stand_up()
        self.begin_handing()
        self.sit_down(message.opened)
        match = self.sitting.match
        is_shared = len(match.persons) > 1 and match.waiting_for
        if is_shared:
            self.hand_over(match.waiting_for or "")
        self._complain()
        self._messages += [(note, False) for note in message.opened.notes]
        if is_shared:
            return
        self.has_told()
        self.open_page("campaign")
        if match.over:
            self.open_page("verdict")
        from csto_game.ui.coaching import first_page  # noqa: PLC0415  # see above

        page = message.page or first_page(self.sitting.view.opens)
        if page:
            self.open_page(page)
        if self.letter is not None:
            self.begin_letter()
        self.go_on()

    def on_surveyed(self, message: Surveyed) -> None:
        path = message.damage.path
        offer_mending(self, message.damage, lambda: self.mend(path))

    def on_mended(self, message: Mended) -> None:
        self.tell(say("What was good is now the save {name}.", name=message.name))
        self.scan()

    def on_scanned(self, message: Scanned) -> None:
        self.offers_found, self.saves_found = message.offers, message.saves
        for page in self.pages():
            page.look_again()
            page.view_changed()
        wish = self.wish
        if wish.scenario and message.offers is not None and not self.is_playing:
            self.wish = Wish()
            self.grant(wish)

    def grant(self, wish: Wish) -> None:
        """Begin what was asked for on the command line, or show where to choose."""
        offer = next((one for one in self.offers or () if one.id == wish.scenario), None)
        roles = offer.roles if offer else ()
        seat = next((r.seat for r in roles if wish.role.lower() in (r.id, r.seat.lower())), None)
        if offer and offer.teaches and not wish.role and roles:
            seat = roles[0].seat
        if offer and seat:
            from csto_game.ui.offers import SEEDS, Setup  # noqa: PLC0415  # see above

            seed = random.randrange(1, SEEDS) if wish.seed is None else wish.seed
            self.begin(Setup(offer, (seat,), seed, wish.difficulty))
        else:
            self.open_page("new_game", scenario=wish.scenario, seed=wish.seed)
            if offer is None:
                self.tell(say("There is no scenario {name}.", name=wish.scenario), is_bad=True)
            elif wish.role:
                facts = {"scenario": offer.name, "name": wish.role}
                self.tell(say("{scenario} has no role {name}.", **facts), is_bad=True)

    def copy(self, text: str) -> None:
        self.copy_to_clipboard(text)

    def sleep(self) -> None:
        """Stop, as Ctrl-Z does everywhere; the shell's `fg` goes on."""
        self.action_suspend_process()

    # --- leaving ------------------------------------------------------------------------

    def leave(self) -> None:
        """Back to the title; asks once when a game is going on."""
        if not self.is_playing:
            self.quit_now()
            return
        told = say("It is saved after every command. Continue on the title goes on with it.")
        if self.letter is not None:
            file = self.letter.file.name
            told = say("Your turn is kept here. Open {file} again to go on with it.", file=file)
        self.open_page(
            "ask",
            title=say("Leave the game?"),
            lines=(told,),
            yes=say("Leave"),
            no=say("Go on playing"),
            done=self.quit_now if self.letter is not None else self.to_title,
        )

    def to_title(self) -> None:
        self.stand_up()
        self.clear_pages()
        self.scan()

    def quit_now(self) -> None:
        self.stand_up()
        self.exit(0)
