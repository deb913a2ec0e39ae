"""The report of the last turn; Enter goes on to the next."""

from __future__ import annotations

from threading import Event
from typing import ClassVar

from textual import work
from textual.message import Message

from csto_game.session.hindsight import BACK
from csto_game.ui.draw.report import happenings, moved_by, report_page
from csto_game.ui.hindsight import Judged
from csto_game.ui.match import Playable
from csto_game.ui.rows import Row
from csto_game.ui.screens.turn import GamePage


class Passed(Message):
    """A turn has been judged."""

    bubble = False

    def __init__(self, judged: Judged) -> None:
        super().__init__()
        self.judged = judged


class ReportPage(GamePage):
    kind: ClassVar[str] = "report"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self.judged: tuple[Judged, ...] = ()
        self._stop = Event()

    def body_rows(self, width: int, height: int) -> list[Row]:
        told = self.desk.sitting.match.event_sentence
        return report_page(self.view, self.at, width, height, self.look, told, self.judged)

    # --- forecast and fact --------------------------------------------------------------

    def on_mount(self) -> None:
        self.draw()
        self._judge(self.desk.sitting.match, self._stop)

    def on_unmount(self) -> None:
        self._stop.set()

    @work(thread=True, exclusive=True, group="judge")
    def _judge(self, match: Playable, stop: Event) -> None:
        """The last turn first, then those before it, to see how well forecasts hold."""
        for back in range(BACK):
            found = match.judge(back, stop.is_set)
            if found is None or stop.is_set():
                return
            self.post_message(Passed(found))

    def on_passed(self, message: Passed) -> None:
        self.judged = (*self.judged, message.judged)
        self.draw()

    # --- keys ---------------------------------------------------------------------------

    def move(self, steps: int) -> None:
        last = len(happenings(self.view)) - 1
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def act_choose(self) -> None:
        """On with the game: to the first incident, if there is one."""
        self.desk.close_page()
        if self.view.cards and self.view.phase == "plan":
            self.act_cards()

    act_back = act_choose

    def act_branch(self) -> None:
        """To the beginning of the turn that is over, from where another line may leave."""
        self.desk.open_page("timeline", turn=max(1, self.view.turn - 1))

    def act_why(self) -> None:
        """Of what the marked event moved; if it moved nothing, of any number."""
        events = happenings(self.view)
        marked = events[min(self.at, len(events) - 1)] if events else None
        told = self.desk.sitting.match.event_sentence(marked) if marked else ""
        self.ask_of(told, moved_by(self.view, marked) if marked else ())
