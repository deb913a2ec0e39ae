"""The report of the last turn; Enter goes on to the next."""

from __future__ import annotations

from threading import Event as Flag
from typing import ClassVar

from attrs import evolve
from textual.message import Message

from csto_game.model.event import Event
from csto_game.session.hindsight import BACK
from csto_game.ui.draw.heard import aims_rows
from csto_game.ui.draw.report import (
    PANELS,
    Mark,
    country_stats,
    happenings,
    moved_by,
    paths_of,
    report_page,
)
from csto_game.ui.hindsight import Judged
from csto_game.ui.match import Playable
from csto_game.ui.rows import Hit, Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sight import order_of, row_and_column
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say


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
        self.at = Mark()
        self._rows = dict.fromkeys(PANELS, 0)
        """Where the cursor was in each panel."""
        self._width = 80
        self.judged: tuple[Judged, ...] = ()
        self._stop = Flag()

    def body_rows(self, width: int, height: int) -> list[Row]:
        self._width = width
        return report_page(self.view, self.at, width, height, self.look, self._told, self.judged)

    def aside(self, width: int, height: int) -> tuple[str, list[Row]]:
        """What happened is the page itself: how it stands is told beside it."""
        rows = aims_rows(self.view, width, self.look)
        return (say("objectives"), rows) if rows else super().aside(width, height)

    def _told(self, event: Event) -> str:
        return self.desk.sitting.match.event_sentence(event, self.view.news)

    # --- forecast and fact --------------------------------------------------------------

    def on_mount(self) -> None:
        self.draw()
        self._judge(self.desk.sitting.match, self._stop)

    def on_unmount(self) -> None:
        self._stop.set()

    @in_thread("judge")
    def _judge(self, match: Playable, stop: Flag) -> None:
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
        last = self._count() - 1
        row = min(max(self.at.row + steps, 0), max(last, 0))
        self._rows[self.at.panel] = row
        self.at = evolve(self.at, row=row)
        self.draw()

    def _count(self) -> int:
        counts = {
            "events": lambda: len(happenings(self.view)),
            "numbers": lambda: len(paths_of(self.view, self.judged)),
            "countries": lambda: len(self.view.members),
        }
        return counts[self.at.panel]()

    def point(self, kind: str, place: int | str) -> None:
        if not isinstance(place, int) or kind not in (*PANELS, "cell"):
            super().point(kind, place)
            return
        column = self.at.column
        if kind == "cell":
            kind, (place, column) = "countries", row_and_column(place)
        self._rows[kind] = place
        self.at = Mark(kind, place, column)
        self.draw()

    def open_pointed(self, hit: Hit) -> None:
        if hit[0] in (*PANELS, "cell"):
            self.act_why()

    def to_panel(self, name: str) -> None:
        if name in PANELS and name != self.at.panel:
            self.at = evolve(self.at, panel=name, row=self._rows[name])

    @property
    def own_panels(self) -> tuple[str, ...]:
        return PANELS

    @property
    def panel_at(self) -> tuple[int, int]:
        return PANELS.index(self.at.panel), len(PANELS)

    def act_next_panel(self) -> None:
        self._panel(1)

    def act_previous_panel(self) -> None:
        self._panel(-1)

    def _panel(self, steps: int) -> None:
        panel = PANELS[(PANELS.index(self.at.panel) + steps) % len(PANELS)]
        self.at = evolve(self.at, panel=panel, row=self._rows[panel])
        self.draw()

    def act_left(self) -> None:
        self._sideways(-1)

    def act_right(self) -> None:
        self._sideways(1)

    def _sideways(self, steps: int) -> None:
        last = len(country_stats(order_of(self.view), self._width)) - 1
        column = min(max(self.at.column + steps, 0), max(last, 0))
        self.at = evolve(self.at, column=column)
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

    def _number(self) -> str:
        """The path of the marked number, "" where there is none."""
        if self.at.panel == "numbers":
            paths = paths_of(self.view, self.judged)
            return paths[min(self.at.row, len(paths) - 1)] if paths else ""
        members = order_of(self.view)
        stats = country_stats(members, self._width)
        if not stats:
            return ""
        member = members[min(self.at.row, len(members) - 1)]
        figure = member.figures.get(stats[min(self.at.column, len(stats) - 1)])
        return figure.path if figure else ""

    def act_why(self) -> None:
        """Of the marked number, or of what the marked event moved; if it moved nothing, of any number."""
        if self.at.panel != "events":
            self.ask_of("", (self._number(),))
            return
        events = happenings(self.view)
        marked = events[min(self.at.row, len(events) - 1)] if events else None
        told = self._told(marked) if marked else ""
        self.ask_of(told, moved_by(self.view, marked) if marked else ())
