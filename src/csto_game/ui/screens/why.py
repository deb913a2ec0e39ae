"""Why a number is what it is: causes, what entered them, and onward to those numbers."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.view import Why
from csto_game.ui.draw.box import box
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.why import why_rows
from csto_game.ui.figures import figure_of
from csto_game.ui.rows import Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.words import say


class WhyPage(GamePage):
    kind: ClassVar[str] = "why"

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.at = 0
        self.opened: frozenset[int] = frozenset()

    @property
    def why(self) -> Why | None:
        return self.desk.sitting.known_why(self.path)

    def on_mount(self) -> None:
        self.draw()
        if self.why is None:
            self.desk.ask_why(self.path)

    def view_changed(self) -> None:
        self.desk.ask_why(self.path)

    @property
    def about(self) -> str:
        return self.path.split(".")[0]

    def body_rows(self, width: int, height: int) -> list[Row]:
        why, look = self.why, self.look
        if why is None:
            return box(say("why"), [(look.dim(f" {look.glyphs.more}"),)], width, height, look)
        rows, marked = why_rows(why, self.opened, self.at, width - 2, look)
        figure = figure_of(self.view, self.path)
        shown = figure.shown if figure and figure.known else str(why.after)
        title = f"{say('why')} · {why.label} {shown}"
        scroll = scroll_to(marked, height - 2, len(rows))
        hint = (
            (look.dim(say(" {n} of {all} ", n=self.at + 1, all=len(why.rows))),) if why.rows else ()
        )
        return box(title, rows[scroll:], width, height, look, focused=True, hint=hint)

    def move(self, steps: int) -> None:
        last = len(self.why.rows) - 1 if self.why else 0
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def act_right(self) -> None:
        self.opened = self.opened | {self.at}
        self.draw()

    def act_left(self) -> None:
        self.opened = self.opened - {self.at}
        self.draw()

    act_rule = act_right

    def act_choose(self) -> None:
        """Open a cause; an open one leads to the first number that entered it."""
        why = self.why
        if why is None or not why.rows:
            return
        cause = why.rows[min(self.at, len(why.rows) - 1)]
        paths = [path for path, _ in cause.reads if path != self.path]
        if self.at in self.opened and paths:
            self.desk.open_page("why", path=paths[0])
        else:
            self.act_right()

    def act_branch(self) -> None:
        """To the turn in which the marked cause came about."""
        rows = self.why.rows if self.why else ()
        turn = rows[min(self.at, len(rows) - 1)].turn if rows else 0
        self.desk.open_page("timeline", turn=min(max(turn, 1), self.view.turn))

    def act_why(self) -> None:
        self.act_choose()
