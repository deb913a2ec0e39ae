"""The player's own: settings that change while the screens are up, keys, and the doctor."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from textual.app import App

from csto_game import places
from csto_game.machine.choosing import Asked, Chosen, choose
from csto_game.machine.settings import AUTO, Settled, Value
from csto_game.machine.settled import change
from csto_game.machine.tongue import wanted
from csto_game.model.refusal import GameError
from csto_game.text.translation import ENGLISH
from csto_game.ui.keys import Keys, load_keys
from csto_game.ui.look import Look, make_look
from csto_game.ui.map.glyphs import ascii_text
from csto_game.ui.messages import Examined
from csto_game.ui.own_keys import OwnKeys
from csto_game.ui.rows import wrap
from csto_game.ui.threads import in_thread
from csto_game.ui.width import set_ambiguous
from csto_game.ui.words import say

if TYPE_CHECKING:
    from csto_game.machine.finding import Finding, Here
    from csto_game.ui.hints import Hints
    from csto_game.ui.offers import Shelf


@frozen
class Own:
    """``asked`` is what else has a say in how things are shown; ``home`` is None in tests."""

    settled: Settled = field(factory=Settled)
    asked: Asked = field(factory=Asked)
    keys: OwnKeys = field(factory=lambda: OwnKeys(load_keys()))
    home: places.Home | None = None

    @property
    def chosen(self) -> Chosen:
        """Raises GameError if the command line or a variable says what cannot be."""
        return choose(self.settled.settings, self.asked)

    @property
    def complaint(self) -> str:
        """A sentence about mistakes in the player's files, or ""."""
        count = len(self.settled.problems) + len(self.keys.problems)
        if not count:
            return ""
        key = self.keys.keys.key_of("doctor", "title")
        return say(
            "Mistakes in your settings or keys: {count}. {key} shows them.", count=count, key=key
        )


def look_of(chosen: Chosen, keys: Keys) -> Look:
    """How things look as chosen. What is counted in cells is counted anew."""
    if set_ambiguous(chosen.ambiguous):
        for known in (wrap, ascii_text):
            known.cache_clear()
    return make_look(
        chosen.theme, chosen.glyphs, chosen.depth, is_wide=chosen.ambiguous == 2, keys=keys
    )


def tongues() -> tuple[str, ...]:
    """Languages that the program has learnt."""
    return (ENGLISH, *sorted(file.stem for file in places.languages().glob("*.po")))


class OwnWork(App[int]):
    """Mixed into the app: what the player settles takes effect at once."""

    look: Look
    keys: Keys
    own: Own
    hints: Hints
    shelf: Shelf
    findings: tuple[Finding, ...] | None = None

    @property
    def chosen(self) -> Chosen:
        return self.own.chosen

    def settle(self, name: str, value: Value) -> str:
        """Change a setting; what its player should know of it, or "".

        What cannot be written holds until the game is left.
        """
        told = ""
        try:
            settled = change(self.own.settled, name, value)
        except GameError as error:
            before = self.own.settled
            settings = evolve(before.settings, **{name: value})  # type: ignore[arg-type]  # as above
            settled = evolve(before, settings=settings)
            told = say("Only until you leave: {why}", why=str(error))
        self.own = evolve(self.own, settled=settled)
        if name in self.chosen.forced:
            return told or say("Kept for later: now {by} decides.", by=self.chosen.forced[name])
        self._take(name)
        return told

    def try_out(self, values: Mapping[str, Value]) -> None:
        """See how settings would look; nothing is written."""
        settled = self.own.settled
        settings = evolve(settled.settings, **values)  # type: ignore[arg-type]  # as above
        self.own = evolve(self.own, settled=evolve(settled, settings=settings))
        self.look = look_of(self.chosen, self.keys)

    def _take(self, name: str) -> None:
        """Let a setting take effect."""
        chosen = self.chosen
        if name == "language":
            self._speak()
        if name == "mouse":
            self._use_mouse(is_used=chosen.mouse)
        if name == "hints":
            self.hints.is_on = self.own.settled.settings.hints
        # A new look even where it is the same: what was drawn in the old one is drawn anew.
        self.look = look_of(chosen, self.keys)

    def _speak(self) -> None:
        said = self.own.settled.settings.language
        settled = "" if said == AUTO else said
        from csto_game.session.tongue import speak  # noqa: PLC0415  # not for the first frame

        with suppress(GameError):  # a damaged file of a language: the one spoken stays
            speak(wanted(None, self.own.asked.environment, settled))
        self.scan()
        self.reword()

    def reword(self) -> None:
        """Let the game that is open speak the language, too; the app knows how."""
        raise NotImplementedError

    def scan(self) -> object:
        """Look through saves and scenarios again; the app knows how."""
        raise NotImplementedError

    def _use_mouse(self, *, is_used: bool) -> None:
        """Textual has no public word for this while it runs."""
        driver = self._driver
        if driver is None or self.is_headless:
            return
        driver._mouse = True  # noqa: SLF001  # else it would not even switch off
        switch = getattr(driver, f"_{'enable' if is_used else 'disable'}_mouse_support", None)
        if switch:
            switch()
        driver._mouse = is_used  # noqa: SLF001

    # --- the doctor ---------------------------------------------------------------------

    def examine(self) -> None:
        """Let the doctor look at everything; takes a second."""
        self.findings = None
        self._examine(self._here())

    def _here(self) -> Here:
        from csto_game.machine.finding import Here  # noqa: PLC0415  # not for the first frame

        home = self.own.home or places.home()
        return Here(
            home=home,
            shelves=(places.scenarios(), places.mods(), home.packages),
            environment=self.own.asked.environment,
            encoding=self.own.asked.encoding,
            size=(self.size.width, self.size.height),
            settled=self.own.settled,
            chosen=self.chosen,
            keys=self.own.keys.problems,
            own_keys=self.own.keys.count,
        )

    @in_thread("doctor")
    def _examine(self, here: Here) -> None:
        self.post_message(Examined(self.shelf.examine(here)))

    def on_examined(self, message: Examined) -> None:
        self.findings = message.findings
        self.redraw()

    def redraw(self) -> None:
        """Draw the page on top again; the app knows how."""
        raise NotImplementedError
