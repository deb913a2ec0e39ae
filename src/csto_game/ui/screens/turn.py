"""Keys that several pages of a running game share."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from typing import ClassVar

from csto_game.model.command import Command
from csto_game.model.view import View
from csto_game.ui.coaching import Light
from csto_game.ui.draw.box import box
from csto_game.ui.draw.heard import heard_rows
from csto_game.ui.draw.members import CELL, TABLE, members_panel
from csto_game.ui.draw.strip import CRISES, STRIP, strip_row
from csto_game.ui.look import Look
from csto_game.ui.map import owner_at
from csto_game.ui.map.theme import Rgb
from csto_game.ui.rect import Rect
from csto_game.ui.rows import Hit, Row, block
from csto_game.ui.screens.base import Page
from csto_game.ui.sight import Sight, order_of, row_and_column, strip_figures
from csto_game.ui.words import say

_MAP_SHAPE = 34
"""Rows of the map beside a page, in hundredths of its columns: the world is wide, not high."""
_LEAST_HEARD = 6
WITH_MAP = 160
"""Columns from which on a page has the map beside it."""


class GamePage(Page):
    """A page of a game: the strip on top, and a key for each of the other pages."""

    panes: ClassVar[int] = 4

    _held: View | None = None
    _heard: tuple[View, Look, tuple[int, int], list[Row]] | None = None
    """What everybody has heard of, as it was drawn last, and what it was drawn for."""

    @property
    def view(self) -> View:
        """What this page shows. Held from one drawing to the next: the engine, in its thread, may put a
        new View in place while a page is being drawn or a key is being answered.
        """
        return self._held or self.desk.sitting.view

    def top_row(self, width: int) -> Row:
        desk = self.desk
        sight = Sight(orders=desk.sitting.orders, thinking=desk.thinking)
        return strip_row(self.view, sight, width, self.look)

    def draw(self) -> None:
        """Nothing when the game was left while a message to this page was under way."""
        if self.desk.is_seated:
            self._held = self.desk.sitting.view
            super().draw()

    def look_again(self) -> None:
        """Take the newest View before asking what has changed."""
        self._held = None

    # --- lessons and hints ----------------------------------------------------------------

    def coach_rows(self, width: int) -> list[Row]:
        desk, height = self.desk, self.app.size.height
        is_vote = self.view.phase == "council" and desk.sitting.is_ours
        coach = desk.sitting.coach
        return desk.coaching.rows(coach, self.kind, width, height, desk.look, is_vote=is_vote)

    @property
    def light(self) -> Light:
        """What of this page the lesson points at."""
        desk = self.desk
        if not desk.is_seated:
            return Light()
        is_vote = self.view.phase == "council" and desk.sitting.is_ours
        return desk.coaching.light(desk.sitting.coach, self.kind, is_vote=is_vote)

    @property
    def look(self) -> Look:
        look = super().look
        return self.desk.coaching.lit(look) if self.light.is_here else look

    @property
    def lit_keys(self) -> Collection[str]:
        return self.light.keys

    def on_screen_resume(self) -> None:
        if self.desk.is_seated:
            self.desk.coaching.opened(self.desk.sitting.coach, self.kind)
        super().on_screen_resume()

    def on_screen_suspend(self) -> None:
        self._left()

    def on_unmount(self) -> None:
        self._left()

    def _left(self) -> None:
        if self.desk.is_seated:
            self.desk.coaching.left(self.desk.sitting.coach, self.kind)

    def act_skip_step(self) -> None:
        self.desk.sitting.coach.skip()
        self.draw()

    def act_coach(self) -> None:
        self.desk.tell(self.desk.coaching.switch(self.desk.sitting.coach))

    # --- the map beside the page on wide screens ----------------------------------------

    @property
    def about(self) -> str:
        """The country the page is about, marked on the map."""
        return self.view.seat

    def panels(self, width: int, height: int) -> list[tuple[Rect, list[Row]]]:
        """From 160 columns on the page leaves room for the map and the table beside it."""
        if width < WITH_MAP:
            return super().panels(width, height)
        below = [*self.coach_rows(width), self.message_row(width), self.key_row(width)]
        side = width * 2 // 5
        main, room = width - side, height - 1 - len(below)
        return [
            (Rect(0, 0, width, 1), [self.top_row(width)]),
            (Rect(0, 1, main, room), block(self.body_rows(main, room), main, room, self.ground)),
            (Rect(main, 1, side, room), self._side(side, room)),
            (Rect(0, height - len(below), width, len(below)), below),
        ]

    # --- the mouse on what stands around the page ----------------------------------------

    def point(self, kind: str, place: int | str) -> None:
        """A figure of the strip says why; a country of the table beside the page is looked at."""
        if kind == STRIP and isinstance(place, int):
            figures = strip_figures(self.view)
            self.desk.open_page("why", path=figures[place].path)
        elif kind == CRISES:
            self.act_crises()
        elif kind in (TABLE, CELL) and isinstance(place, int):
            row = place if kind == TABLE else row_and_column(place)[0]
            self.to_country(order_of(self.view)[row].code)
        else:
            super().point(kind, place)

    def open_pointed(self, hit: Hit) -> None:
        if hit[0] not in (STRIP, CRISES, TABLE, CELL):
            self.act_choose()

    def on_ground(self, name: str, x: int, y: int) -> None:
        """A country on the map beside the page is looked at."""
        width, _ = self.app.size
        picture = self.desk.mapper.picture
        if name != "map" or width < WITH_MAP or picture is None:
            super().on_ground(name, x, y)
            return
        left = width - width * 2 // 5
        code = owner_at(picture, x - left - 1, y - 2) or ""
        if code in [member.code for member in self.view.members]:
            self.to_country(code)

    def to_country(self, code: str) -> None:
        self.desk.open_page("member", code=code)

    @property
    def ground(self) -> Rgb:
        return self.look.theme.background

    def _side(self, width: int, height: int) -> list[Row]:
        view, look, code = self.view, self.look, self.about
        sight = Sight(panel="", member=code)
        table = min(len(view.members) + 3, height // 2)
        tall = min(height - table, width * _MAP_SHAPE // 100)
        rest = height - table - tall
        if rest < _LEAST_HEARD:
            tall, rest = tall + rest, 0
        inner = (width - 2, tall - 2)
        made = self.desk.mapper.make(view, inner, look, selected=code, layer="", zoom="")
        upper = box(made.title, made.rows, width, tall, look, hint=made.legend, panel="map")
        upper += members_panel(view, sight, width, table, look)
        if rest:
            title, rows = self.aside(width - 2, rest - 2)
            upper += box(title, rows, width, rest, look, panel="aside")
        return upper

    def aside(self, width: int, height: int) -> tuple[str, list[Row]]:
        """What stands below the map and the table where the screen is high, too: title and rows."""
        view, look, size = self.view, self.look, (width, height)
        kept = self._heard
        if kept is None or kept[0] is not view or kept[1] is not look or kept[2] != size:
            told = partial(self.desk.sitting.match.event_sentence, among=view.news)
            kept = self._heard = (view, look, size, heard_rows(view, width, height, look, told))
        return say("what happened"), kept[3]

    # --- keys ---------------------------------------------------------------------------

    def act_cards(self) -> None:
        if self.view.cards:
            self.desk.open_page("card", serial=self.view.cards[0].serial)
        else:
            self.desk.tell(say("No incident waits for an answer."))

    def act_verbs(self) -> None:
        self.desk.open_page("verbs", target="")

    def act_council(self) -> None:
        self.desk.open_page("council")

    def act_crises(self) -> None:
        if self.view.crises:
            self.desk.open_page("crises")
        else:
            self.desk.tell(say("There is no crisis now."))

    def act_ledger(self) -> None:
        self.desk.open_page("ledger")

    def act_forces(self) -> None:
        self.desk.open_page("forces")

    def act_charter(self) -> None:
        self.desk.open_page("charter")

    def act_standing(self) -> None:
        self.desk.open_page("verdict")

    def act_report(self) -> None:
        self.desk.open_page("report")

    def act_forecast(self) -> None:
        self.desk.open_page("forecast")

    def act_pictures(self) -> None:
        self.desk.open_page("pictures", code=self.about)

    def act_chronicle(self) -> None:
        self.desk.open_page("chronicle")

    def act_numbers(self) -> None:
        """Any number that is known may be asked why."""
        self.desk.open_page("numbers")

    def ask_of(self, title: str, paths: Sequence[str]) -> None:
        """Why of one number; of several, a choice between them; of none, between all."""
        found = tuple(dict.fromkeys(path for path in paths if "." in path))
        if len(found) == 1:
            self.desk.open_page("why", path=found[0])
        else:
            self.desk.open_page("numbers", title=title if found else "", paths=found)

    def act_timeline(self) -> None:
        self.desk.open_page("timeline")

    def act_undo(self) -> None:
        self.desk.undo()

    def act_redo(self) -> None:
        self.desk.redo()

    def act_end(self) -> None:
        """End at once when nothing was left; else say what, and ask."""
        left = self.left_undone()
        command = Command(self.view.seat, "end")
        if not left:
            self.desk.play(command)
            return
        self.desk.open_page(
            "ask",
            title=say("End this turn?"),
            lines=left,
            yes=say("End the turn"),
            no=say("Go on planning"),
            done=lambda: self.desk.play(command),
        )

    def left_undone(self) -> tuple[str, ...]:
        view = self.view
        lines = []
        for card in view.cards:
            names = {option.id: option.name for option in card.options}
            default = names.get(card.default, card.default)
            if card.due <= view.turn:
                lines.append(
                    say(
                        "{name}: unanswered, counts as: {default}.", name=card.name, default=default
                    )
                )
        if view.acts_left > 0 and not self.desk.sitting.orders:
            lines.append(say("No order was given; {count} may be.", count=view.acts_left))
        return tuple(lines)
