"""One country's page."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.view import Member
from csto_game.ui.draw.member import FIGURES, LEANS, member_page, page_paths
from csto_game.ui.draw.wants import WANTS
from csto_game.ui.rows import Row
from csto_game.ui.screens.recalling import RecallingPage
from csto_game.ui.sight import order_of
from csto_game.ui.words import say


class MemberPage(RecallingPage):
    kind: ClassVar[str] = "member"

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.panel, self.at = FIGURES, 0

    @property
    def member(self) -> Member:
        # A world that is changed while it is played may lose a country.
        members = self.view.members
        return next((one for one in members if one.code == self.code), members[0])

    @property
    def about(self) -> str:
        return self.code

    def body_rows(self, width: int, height: int) -> list[Row]:
        return member_page(
            self.view,
            self.member,
            (self.panel, self._at()),
            width,
            height,
            self.look,
            self.annals,
            is_person=self.is_person,
        )

    @property
    def is_person(self) -> bool:
        """Whether somebody else at this machine plays it."""
        return self.code in self.desk.sitting.match.persons and self.code != self.view.seat

    def _paths(self) -> dict[str, list[str]]:
        """What the cursor can ask about, box by box; boxes with nothing in them are left out."""
        found = page_paths(self.view, self.member, is_person=self.is_person)
        return {name: paths for name, paths in found.items() if paths}

    def _at(self) -> int:
        """The marked row: another country may have fewer of them."""
        return min(self.at, max(len(self._paths().get(self.panel, ())) - 1, 0))

    # --- moving about -------------------------------------------------------------------

    @property
    def own_panels(self) -> tuple[str, ...]:
        return FIGURES, LEANS, WANTS

    @property
    def panel_at(self) -> tuple[int, int]:
        names = list(self._paths())
        return (names.index(self.panel) if self.panel in names else 0), len(names)

    def move(self, steps: int) -> None:
        """Along a box, and from its end into the next one."""
        paths = self._paths()
        names = list(paths)
        place = self.panel_at[0]
        at = self._at() + steps
        if not names:
            return
        last = len(paths[names[place]]) - 1
        if at > last and self._at() == last and place < len(names) - 1:
            place, at = place + 1, 0
        elif at < 0 and self._at() == 0 and place > 0:
            place, at = place - 1, len(paths[names[place - 1]]) - 1
        self.panel = names[place]
        self.at = min(max(at, 0), len(paths[self.panel]) - 1)
        self.draw()

    def to_panel(self, name: str) -> None:
        if name in self._paths() and name != self.panel:
            self.panel, self.at = name, 0
            self.draw()

    def point(self, kind: str, place: int | str) -> None:
        if kind in self._paths() and isinstance(place, int):
            self.panel, self.at = kind, place
            self.draw()
        else:
            super().point(kind, place)

    def act_next_panel(self) -> None:
        self._turn_panel(1)

    def act_previous_panel(self) -> None:
        self._turn_panel(-1)

    def _turn_panel(self, steps: int) -> None:
        names = list(self._paths())
        if names:
            self.to_panel(names[(self.panel_at[0] + steps) % len(names)])

    def to_country(self, code: str) -> None:
        self.code = code
        self.draw()

    def act_left(self) -> None:
        self._other(-1)

    def act_right(self) -> None:
        self._other(1)

    def _other(self, steps: int) -> None:
        codes = [one.code for one in order_of(self.view)]
        self.code = codes[(codes.index(self.member.code) + steps) % len(codes)]
        self.draw()

    def act_number(self, number: int) -> None:
        members = order_of(self.view)
        if number <= len(members):
            self.code = members[number - 1].code
            self.draw()

    def act_why(self) -> None:
        """Of the marked number; what it wants may be no number, or one that is not for us to know."""
        paths = self._paths().get(self.panel, [""])
        path = paths[self._at()]
        if path:
            self.desk.open_page("why", path=path)
        else:
            self.desk.tell(say("That is no number: it has no causes."))

    act_choose = act_why

    def act_why_not(self) -> None:
        """How it came to its place in the alliance, or out of it."""
        code = self.code
        title = say("{name}: its place in the alliance", name=self.member.name)
        self.desk.open_page("told", title=title, ask=lambda m: m.why_left(code), about=code)

    def act_forecast(self) -> None:
        path = self._paths().get(self.panel, [""])[self._at()]
        self.desk.open_page("forecast", path=path)

    def act_verbs(self) -> None:
        self.desk.open_page("verbs", target=self.code)
