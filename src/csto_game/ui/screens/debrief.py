"""The debrief; the decisions that mattered are worked out in the background, and Esc stops that."""

from __future__ import annotations

from threading import Event
from typing import ClassVar

from attrs import evolve
from textual.message import Message

from csto_game.model.refusal import GameError
from csto_game.session.debrief import Turning
from csto_game.ui.archive import Looked
from csto_game.ui.draw.debrief import Hindsight, debrief_page
from csto_game.ui.keys import Key
from csto_game.ui.rows import Hit, Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sitting import Sitting
from csto_game.ui.threads import in_thread


class Weighed(Message):
    """What is known of a finished game by now. ``token`` tells which question it answers."""

    bubble = False

    def __init__(
        self,
        token: Event | None = None,
        *,
        looked: Looked | None = None,
        turning: Turning | None = None,
        count: tuple[int, int] = (0, 0),
        trouble: str = "",
    ) -> None:
        super().__init__()
        self.token = token
        self.looked = looked
        self.turning = turning
        self.count = count
        self.trouble = trouble


class DebriefPage(GamePage):
    kind: ClassVar[str] = "debrief"

    def __init__(self) -> None:
        super().__init__()
        self.seen = Hindsight()
        self._stop = Event()

    def body_rows(self, width: int, height: int) -> list[Row]:
        called = self.desk.sitting.person_name
        return debrief_page(self.seen, width, height, self.look, called)

    # --- working it out -----------------------------------------------------------------

    def on_mount(self) -> None:
        self.draw()
        self._look_back(self.desk.sitting)

    def on_unmount(self) -> None:
        self._stop.set()

    def view_changed(self) -> None:
        """Of another person, or in other words: all of it is looked at anew."""
        self._stop.set()
        self.seen = Hindsight()
        self.draw()
        self._look_back(self.desk.sitting)

    @in_thread("debrief")
    def _look_back(self, sitting: Sitting) -> None:
        try:
            self.post_message(Weighed(looked=sitting.match.archive.debrief(sitting.seat)))
        except GameError as error:
            self.post_message(Weighed(trouble=str(error)))

    def _weigh(self) -> None:
        self._stop.set()
        self._stop = Event()
        self.seen = evolve(self.seen, is_running=True, done=0, of=0)
        self._work(self.desk.sitting, self._stop)
        self.draw()

    @in_thread("turning")
    def _work(self, sitting: Sitting, stop: Event) -> None:
        def tell(done: int, of: int) -> None:
            self.post_message(Weighed(stop, count=(done, of)))

        found = sitting.match.archive.turning(sitting.seat, tell, stop.is_set)
        self.post_message(Weighed(stop, turning=found))

    def on_weighed(self, message: Weighed) -> None:
        """Answers to earlier questions are let go."""
        if message.token is None:
            self.seen = evolve(self.seen, looked=message.looked, trouble=message.trouble)
            if message.looked is not None:
                self._weigh()
        elif message.token is self._stop:
            if message.turning is not None:
                self.seen = evolve(self.seen, turning=message.turning, is_running=False)
            elif self.seen.is_running:
                done, of = message.count
                self.seen = evolve(self.seen, done=done, of=of)
        self.draw()

    # --- keys ---------------------------------------------------------------------------

    def act_left(self) -> None:
        self.desk.look_as(-1)

    def act_right(self) -> None:
        self.desk.look_as(1)

    def has_key(self, key: Key) -> bool:
        if key.id in ("left", "right"):
            return bool(self.desk.sitting.others)
        return key.id != "again" or not self.seen.is_running

    def move(self, steps: int) -> None:
        turning = self.seen.turning
        # Past the last one stands what programs reach in this seat.
        last = len(turning.decisions) - (turning.usual is None) if turning else 0
        self.seen = evolve(self.seen, at=min(max(self.seen.at + steps, 0), max(last, 0)))
        self.draw()

    def point(self, kind: str, place: int | str) -> None:
        if isinstance(place, int):
            self.move(place - self.seen.at)

    def open_pointed(self, hit: Hit) -> None:
        self.act_branch()

    def act_again(self) -> None:
        if not self.seen.is_running and self.seen.looked:
            self._weigh()

    def act_branch(self) -> None:
        """From the turn of the marked decision."""
        turning = self.seen.turning
        decisions = turning.decisions if turning else ()
        turn = decisions[min(self.seen.at, len(decisions) - 1)].turn if decisions else 0
        self.desk.open_page("timeline", turn=turn)

    def act_back(self) -> None:
        """While it is worked out: stop, and keep what there is."""
        if self.seen.is_running:
            self._stop.set()
            self.seen = evolve(self.seen, is_running=False)
            self.draw()
        else:
            self.desk.close_page()

    def act_choose(self) -> None:
        self.desk.to_title()
