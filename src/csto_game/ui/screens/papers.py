"""Ledger, forces, charter and log: rows in a box, and a scroll."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.box import box
from csto_game.ui.draw.ledger import between, in_order, ledger_rows
from csto_game.ui.draw.page import scroll_to, title_row
from csto_game.ui.draw.papers import (
    alliance_figures,
    alliance_rows,
    charter_rows,
    clause_rows,
    forces_rows,
    log_rows,
    units_of,
)
from csto_game.ui.names import actor_name
from csto_game.ui.pointing import ROLL
from csto_game.ui.rows import Hit, Row, beside
from csto_game.ui.screens.base import Page
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.words import say

_SIDE_BY_SIDE = 100
"""Columns from which on clauses and numbers stand side by side."""


class LedgerPage(GamePage):
    kind: ClassVar[str] = "ledger"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    def body_rows(self, width: int, height: int) -> list[Row]:
        rows, marked = ledger_rows(self.view, self.at, width - 2, self.look)
        scroll = scroll_to(marked, height - 2, len(rows))
        return box(say("promises"), rows, width, height, self.look, focused=True, scroll=scroll)

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), max(0, len(self.view.promises) - 1))
        self.draw()

    def open_pointed(self, hit: Hit) -> None:
        self.act_why()

    def act_why(self) -> None:
        """How the two of the marked promise stand with one another."""
        promises = in_order(self.view)
        if promises:
            one = promises[min(self.at, len(promises) - 1)]
            title = f"{actor_name(self.view, one.by)} · {actor_name(self.view, one.to)}"
            self.ask_of(title, between(self.view, one.by, one.to))


class ForcesPage(GamePage):
    kind: ClassVar[str] = "forces"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        """The marked unit."""

    def body_rows(self, width: int, height: int) -> list[Row]:
        rows, marked = forces_rows(self.view, self.at, width - 2, self.look)
        scroll = scroll_to(marked, height - 2, len(rows))
        title = say("common forces")
        return box(title, rows, width, height, self.look, focused=True, scroll=scroll)

    def move(self, steps: int) -> None:
        last = len(units_of(self.view)) - 1
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def open_pointed(self, hit: Hit) -> None:
        self.act_why()

    def act_why(self) -> None:
        """A unit has no causes of its own: of the numbers of whose it is."""
        units = units_of(self.view)
        if units:
            owner = units[min(self.at, len(units) - 1)][0]
            self.ask_of(owner.name, [one.path for one in owner.figures.values() if one.known])


class CharterPage(GamePage):
    kind: ClassVar[str] = "charter"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        """The marked clause or, past them, number."""

    def body_rows(self, width: int, height: int) -> list[Row]:
        view, look, title = self.view, self.look, say("charter")
        if width < _SIDE_BY_SIDE:
            rows, marked = charter_rows(view, self.at, width - 2, look)
            scroll = scroll_to(marked, height - 2, len(rows))
            return box(title, rows, width, height, look, focused=True, scroll=scroll)
        half, on_numbers = width // 2, self.at >= len(view.clauses)
        rows, marked = clause_rows(view, self.at, half - 2, look)
        scroll = 0 if on_numbers else scroll_to(marked, height - 2, len(rows))
        left = box(title, rows, half, height, look, focused=not on_numbers, scroll=scroll)
        rows, marked = alliance_rows(view, self.at - len(view.clauses), width - half - 2, look)
        scroll = scroll_to(marked, height - 2, len(rows)) if on_numbers else 0
        name = view.alliance_name
        right = box(name, rows, width - half, height, look, focused=on_numbers, scroll=scroll)
        return beside(left, right)

    def move(self, steps: int) -> None:
        last = len(self.view.clauses) + len(alliance_figures(self.view)) - 1
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def open_pointed(self, hit: Hit) -> None:
        self.act_why()

    def act_why(self) -> None:
        """Of the marked number; a clause is no number, so of any of them."""
        paths = [figure.path for figure in alliance_figures(self.view)]
        place = self.at - len(self.view.clauses)
        if 0 <= place < len(paths):
            self.desk.open_page("why", path=paths[place])
        else:
            every = [figure.path for figure in self.view.alliance.values()]
            self.ask_of(self.view.alliance_name, every)


class LogPage(Page):
    kind: ClassVar[str] = "log"

    def __init__(self) -> None:
        super().__init__()
        self.back = 0
        """Rows scrolled up from the end."""

    def top_row(self, width: int) -> Row:
        return title_row(say("Messages"), "", width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        rows = log_rows(self.desk.messages, width - 2, self.look)
        hidden = max(0, len(rows) - height + 2)
        self.back = min(self.back, hidden)
        scroll = hidden - self.back
        return box(say("messages"), rows, width, height, self.look, focused=True, scroll=scroll)

    def roll(self, way: int) -> None:
        self.move(way * ROLL)

    def move(self, steps: int) -> None:
        self.back = max(0, self.back - steps)
        self.draw()
