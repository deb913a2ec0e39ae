"""The campaign: map, members, plans and why on one screen; the turn's stages are its modes."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve
from textual import events
from textual.timer import Timer

from csto_game.model.command import Command
from csto_game.model.view import CardRow, MotionRow
from csto_game.ui.draw.box import AT_ONCE
from csto_game.ui.draw.campaign import MOST_STRIPS, WITH_WHY, Panel, campaign_panels, plan_layout
from csto_game.ui.draw.members import CELL, TABLE
from csto_game.ui.draw.planning import WORK
from csto_game.ui.draw.strip import CRISES, STRIP
from csto_game.ui.keys import Key
from csto_game.ui.map import Direction, neighbor, owner_at
from csto_game.ui.mapping import next_layer
from csto_game.ui.memo import Memo
from csto_game.ui.rows import Hit
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sight import (
    PANELS,
    Sight,
    figure_at,
    headline,
    items,
    order_of,
    place_of,
    row_and_column,
    selected,
)

_REST_S = 0.12
"""How long the cursor rests on a number before its causes are asked for."""


class CampaignPage(GamePage):
    kind: ClassVar[str] = "campaign"
    at_once: ClassVar[frozenset[str]] = frozenset((AT_ONCE, CRISES))
    panes: ClassVar[int] = 5 + MOST_STRIPS

    def __init__(self) -> None:
        super().__init__()
        self.sight = Sight()
        self.memo = Memo()
        self._asking: Timer | None = None
        self._land = ""
        """The country on the map that was clicked on last."""

    # --- drawing ------------------------------------------------------------------------

    def panels(self, width: int, height: int) -> list[Panel]:
        sight, view, look = self._now(), self.view, self.look
        coach = self.coach_rows(width)
        layout = plan_layout(width, height - len(coach), len(view.members), sight.whole)
        inner = layout.map.inner
        made = self.desk.mapper.make(
            view,
            (inner.width, inner.height),
            look,
            selected=selected(view, sight).code,
            layer=sight.layer,
            zoom=sight.zoom,
        )
        keys, memo, size = self.key_row(width), self.memo, (width, height)
        return campaign_panels(
            view, sight, size, look, map_view=made, keys=keys, memo=memo, coach=coach
        )

    def _now(self) -> Sight:
        """The sight with what others know: orders, message, who thinks, the causes asked for."""
        desk, sight = self.desk, self.sight
        text, is_bad = desk.message
        figure = figure_at(self.view, sight)
        why = desk.sitting.known_why(figure.path) if figure else None
        return evolve(
            sight,
            member=selected(self.view, sight).code,
            orders=desk.sitting.orders,
            thinking=desk.thinking,
            message=text,
            news=self.news(),
            is_bad=is_bad,
            lit=self.light.panel,
            why=why or (sight.why if desk.thinking else None),
        )

    @property
    def own_panels(self) -> tuple[str, ...]:
        return PANELS

    @property
    def panel_at(self) -> tuple[int, int]:
        return PANELS.index(self.sight.panel), len(PANELS)

    def has_key(self, key: Key) -> bool:
        if key.id == "back":
            return False
        return key.id != "crises" or bool(self.view.crises)

    @property
    def is_meeting(self) -> bool:
        """Whether the council waits for our vote: then y, n and a vote here, too."""
        return self.view.phase == "council" and self.desk.sitting.is_ours

    def bar_keys(self) -> tuple[Key, ...]:
        if not self.is_meeting:
            return super().bar_keys()
        council = (key for key in self.desk.keys.on("council") if key.id.startswith("vote_"))
        return (*council, *(key for key in super().bar_keys() if key.id != "layer"))

    def on_key(self, event: events.Key) -> None:
        pressed = (event.character if event.is_printable else None) or event.key
        key = (
            self.desk.keys.find("council", pressed) if self.is_meeting and not self.entry else None
        )
        if key and key.id.startswith("vote_"):
            event.stop()
            self.desk.play(Command(self.view.seat, "vote", choice=key.id.removeprefix("vote_")))
        else:
            super().on_key(event)

    def act_end(self) -> None:
        if self.is_meeting:
            self.act_council()
        else:
            super().act_end()

    def on_mount(self) -> None:
        self.draw()
        self.ask()

    def view_changed(self) -> None:
        self.draw()
        self.ask()

    def ask(self) -> None:
        """Ask for the causes of the figure under the cursor, once the cursor rests."""
        if self._asking:
            self._asking.stop()
        if self.app.size.width >= WITH_WHY:
            self._asking = self.set_timer(_REST_S, self._ask)

    def _ask(self) -> None:
        if not self.desk.is_seated:
            return
        figure = figure_at(self.view, self.sight)
        if figure and not self.desk.sitting.known_why(figure.path):
            self.desk.ask_why(figure.path)

    # --- moving about -------------------------------------------------------------------

    def look_at(self, sight: Sight) -> None:
        self.sight = sight
        self.desk.sitting.coach.look("map" if sight.panel == "map" else "members")
        self.draw()
        self.ask()

    def move(self, steps: int) -> None:
        sight = self.sight
        if sight.panel == "strip":
            self._along_strip(steps)
        elif sight.panel == "work":
            last = len(items(self.view, self._now())) - 1
            self.look_at(evolve(self.sight, item=min(max(sight.item + steps, 0), max(last, 0))))
        elif sight.panel == "map" and abs(steps) == 1:
            self._go("up" if steps < 0 else "down")
        else:
            members = order_of(self.view)
            place = place_of(self.view, selected(self.view, sight).code) + steps
            code = members[min(max(place, 0), len(members) - 1)].code
            self.look_at(evolve(sight, member=code))

    def act_left(self) -> None:
        self._sideways(-1)

    def act_right(self) -> None:
        self._sideways(1)

    def _sideways(self, steps: int) -> None:
        sight = self.sight
        if sight.panel == "map":
            self._go("left" if steps < 0 else "right")
        elif sight.panel == "strip":
            self._along_strip(steps)
        elif sight.panel == "table":
            last = len(selected(self.view, sight).table) - 1
            self.look_at(evolve(self.sight, column=min(max(sight.column + steps, 0), max(last, 0))))

    def _along_strip(self, steps: int) -> None:
        last = len(self.view.strip) - 1
        at = min(max(self.sight.figure + steps, 0), max(last, 0))
        self.look_at(evolve(self.sight, figure=at))

    def _go(self, direction: Direction) -> None:
        """To the nearest country of the table in that direction on the map."""
        picture = self.desk.mapper.picture
        codes = [member.code for member in order_of(self.view)]
        found = selected(self.view, self.sight).code
        for _ in range(12):
            found = (neighbor(picture, found, direction) if picture else None) or ""
            if not found or found in codes:
                break
        if found:
            self.look_at(evolve(self.sight, member=found))

    def act_next_panel(self) -> None:
        self._turn_panel(1)

    def act_previous_panel(self) -> None:
        self._turn_panel(-1)

    def _turn_panel(self, steps: int) -> None:
        place = (PANELS.index(self.sight.panel) + steps) % len(PANELS)
        self.look_at(evolve(self.sight, panel=PANELS[place], whole=""))

    def act_map_panel(self) -> None:
        self._panel("map")

    def act_table_panel(self) -> None:
        self._panel("table")

    def act_work_panel(self) -> None:
        self._panel("work")

    def _panel(self, name: str) -> None:
        """Focus; pressed again on a narrow screen, the whole middle; again, back."""
        sight = self.sight
        is_again = sight.panel == name and self.app.size.width < 100 and name != "table"
        whole = name if is_again and sight.whole != name else ""
        self.look_at(evolve(self.sight, panel=name, whole=whole))

    def act_layer(self) -> None:
        self.look_at(evolve(self.sight, layer=next_layer(self.view, self.sight.layer)))

    def act_zoom(self) -> None:
        self.look_at(evolve(self.sight, zoom=self.desk.mapper.next_zoom(self.sight.zoom)))

    def act_number(self, number: int) -> None:
        members = order_of(self.view)
        if number <= len(members):
            self.look_at(evolve(self.sight, member=members[number - 1].code))

    def act_back(self) -> None:
        """Never out of the game: only back to the table."""
        self.look_at(evolve(self.sight, panel="table", whole=""))

    def news(self) -> str:
        """What everybody talks about."""
        event = headline(self.view)
        return self.desk.sitting.match.event_sentence(event) if event else ""

    # --- opening pages ------------------------------------------------------------------

    def act_choose(self) -> None:
        if self.sight.panel == "strip":
            self.act_why()
            return
        if self.sight.panel != "work":
            self.desk.open_page("member", code=selected(self.view, self.sight).code)
            return
        entries = items(self.view, self._now())
        if not entries:
            self.act_verbs()
            return
        item = entries[min(self.sight.item, len(entries) - 1)]
        if isinstance(item, CardRow):
            self.desk.open_page("card", serial=item.serial)
        elif isinstance(item, MotionRow):
            self.desk.open_page("council")

    def act_verbs(self) -> None:
        self.desk.open_page("verbs", target=selected(self.view, self.sight).code)

    def act_why(self) -> None:
        """Of the number under the cursor; on the map, of what its colors mean there."""
        figure = figure_at(self.view, self.sight)
        if self.sight.panel == "map" and self.sight.layer:
            layer = selected(self.view, self.sight).figures.get(self.sight.layer)
            figure = layer or figure
        if figure:
            self.desk.open_page("why", path=figure.path)

    def act_forecast(self) -> None:
        figure = figure_at(self.view, self.sight)
        self.desk.open_page("forecast", path=figure.path if figure else "")

    # --- mouse --------------------------------------------------------------------------

    def point(self, kind: str, place: int | str) -> None:
        if not isinstance(place, int):
            return
        codes = [member.code for member in order_of(self.view)]
        sight = self.sight
        if kind == TABLE:
            self.look_at(evolve(sight, panel="table", member=codes[place]))
        elif kind == CELL:
            row, column = row_and_column(place)
            self.look_at(evolve(sight, panel="table", member=codes[row], column=column))
        elif kind == WORK:
            self.look_at(evolve(sight, panel="work", item=place))
        elif kind == STRIP:
            self.look_at(evolve(sight, panel="strip", figure=place))

    def open_pointed(self, hit: Hit) -> None:
        """A number asks why; anything else is opened."""
        if hit[0] == CELL:
            self.act_why()
        elif hit[0] == CRISES:
            self.act_crises()
        else:
            self.act_choose()

    def to_panel(self, name: str) -> None:
        if name in PANELS and name != self.sight.panel:
            self.look_at(evolve(self.sight, panel=name))

    def on_ground(self, name: str, x: int, y: int) -> None:
        """A country on the map is marked, then opened; the causes open at once."""
        if name == "why":
            self.act_why()
        elif name != "map":
            self.to_panel(name)
        elif self.desk.mapper.picture:
            width, height = self.app.size
            height -= len(self.coach_rows(width))
            inner = plan_layout(width, height, len(self.view.members), self.sight.whole).map.inner
            code = owner_at(self.desk.mapper.picture, x - inner.x, y - inner.y) or ""
            self._to_land(code)

    def _to_land(self, code: str) -> None:
        if code not in [member.code for member in self.view.members]:
            self.to_panel("map")
        elif self.sight.panel == "map" and code == self._land:
            self.act_choose()
        else:
            self.look_at(evolve(self.sight, panel="map", member=code))
        self._land = code

    def press(self, action: str) -> None:
        if self.is_meeting and action.startswith("vote_"):
            vote = action.removeprefix("vote_")
            self.desk.play(Command(self.view.seat, "vote", choice=vote))
        else:
            super().press(action)
