"""Why a number is what it is: causes, what entered them, and onward to those numbers."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.view import Why
from csto_game.ui.draw.box import box
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.why import why_chart, why_rows
from csto_game.ui.figures import figure_of
from csto_game.ui.names import turn_name
from csto_game.ui.rows import Row, stack
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.words import say


class WhyPage(GamePage):
    kind: ClassVar[str] = "why"

    def __init__(self, path: str, turn: int | None = None) -> None:
        """Of one turn, or of the last turn and what there is of the present one."""
        super().__init__()
        self.path = path
        self.turn = turn
        self.at = 0
        self.opened: frozenset[int] = frozenset()

    @property
    def why(self) -> Why | None:
        return self.desk.sitting.known_why(self.path, self.turn)

    def on_mount(self) -> None:
        self.draw()
        self._ask()

    def view_changed(self) -> None:
        self.desk.ask_why(self.path, self.turn)

    def _ask(self) -> None:
        if self.why is None:
            self.desk.ask_why(self.path, self.turn)

    @property
    def about(self) -> str:
        return self.path.split(".")[0]

    def body_rows(self, width: int, height: int) -> list[Row]:
        why, look = self.why, self.look
        if why is None:
            known = self.desk.sitting.is_unknown(self.path, self.turn)
            text = say("That is not for you to know.") if known else look.glyphs.more
            return box(say("why"), [(look.dim(f" {text}"),)], width, height, look)
        figure = figure_of(self.view, self.path)
        now = figure if self.turn is None else None
        shown = now.shown if now and now.known else str(why.after)
        title = f"{say('why')} · {why.label} {shown}"
        when = turn_name(self.view, self.turn) if self.turn else ""
        hint = (
            (look.dim(say(" {n} of {all} ", n=self.at + 1, all=len(why.rows))),) if why.rows else ()
        )
        rows, marked = why_rows(why, self.opened, self.at, width - 2, look, is_short=True)
        chart = why_chart(self.view, why, figure, width, height - len(rows) - 2, look)
        if not chart:
            rows, marked = why_rows(why, self.opened, self.at, width - 2, look)
        upper = height - len(chart)
        scroll = scroll_to(marked, upper - 2, len(rows))
        causes = box(
            title, rows, width, upper, look, focused=True, right=when, hint=hint, scroll=scroll
        )
        return stack(causes, chart)

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
        """Open a cause; an open one leads to the numbers that entered it."""
        why = self.why
        if why is None or not why.rows:
            return
        cause = why.rows[min(self.at, len(why.rows) - 1)]
        paths = [path for path, _ in cause.reads if path != self.path]
        if self.at in self.opened and paths:
            self.ask_of(say("what entered: {why}", why=cause.because), paths)
        elif self.at in self.opened and cause.thing:
            self.act_way_back()
        else:
            self.act_right()

    def act_way_back(self) -> None:
        """From the marked cause back to the first deed, card or rule."""
        why, path, turn, row = self.why, self.path, self.turn, self.at
        if why is None or not why.rows:
            return
        title = say("the way back from {label}", label=why.label)
        self.desk.open_page(
            "told", title=title, ask=lambda m: m.way_back(path, turn, row), about=self.about
        )

    def act_earlier(self) -> None:
        self._go((self.turn or self.view.turn) - 1)

    def act_later(self) -> None:
        self._go((self.turn or self.view.turn) + 1)

    def _go(self, turn: int) -> None:
        """The same number in another turn; past the last one, as it is now."""
        self.turn = max(1, turn) if turn < self.view.turn else None
        self.at, self.opened = 0, frozenset()
        self.draw()
        self._ask()

    def act_branch(self) -> None:
        """To the turn in which the marked cause came about."""
        rows = self.why.rows if self.why else ()
        turn = rows[min(self.at, len(rows) - 1)].turn if rows else 0
        self.desk.open_page("timeline", turn=min(max(turn, 1), self.view.turn))

    def act_why(self) -> None:
        self.act_choose()
