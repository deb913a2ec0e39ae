"""A new game: scenario, role, options, begin."""

from __future__ import annotations

import random
from typing import ClassVar

from attrs import evolve

from csto_game.ui.draw.new_game import (
    OPTIONS,
    PANELS,
    Choice,
    level_of,
    new_game_page,
    persons_of,
)
from csto_game.ui.draw.page import title_row
from csto_game.ui.keys import Key
from csto_game.ui.offers import SEEDS, Offer, Setup
from csto_game.ui.rows import Hit, Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say


class NewGamePage(Page):
    kind: ClassVar[str] = "new_game"

    def __init__(self, scenario: str = "", seed: int | None = None) -> None:
        super().__init__()
        self._wanted = scenario
        fresh = random.SystemRandom().randrange(1, SEEDS)
        self.choice = Choice(seed=fresh if seed is None else seed)

    @property
    def offers(self) -> list[Offer]:
        words = self.choice.query.lower().split()
        found = self.desk.offers or ()
        return [one for one in found if all(w in f"{one.name} {one.id}".lower() for w in words)]

    @property
    def offer(self) -> Offer | None:
        offers = self.offers
        return offers[min(self.choice.offer, len(offers) - 1)] if offers else None

    def top_row(self, width: int) -> Row:
        step = PANELS.index(self.choice.panel) + 1
        steps = say("{n} of 4: {name}", n=step, name=say(self.choice.panel))
        return title_row(say("New game"), steps, width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        return new_game_page(self.offers, self.choice, width, height, self.look)

    def on_mount(self) -> None:
        self.choice = evolve(self.choice, level=self.desk.own.settled.settings.difficulty)
        self._find_wanted()
        self.draw()

    def view_changed(self) -> None:
        self._find_wanted()
        self.draw()

    def _find_wanted(self) -> None:
        """Mark the scenario that was asked for, once it is found."""
        names = [offer.id for offer in self.offers]
        if self._wanted in names:
            self.change(evolve(self.choice, offer=names.index(self._wanted), panel="role"))
            self._wanted = ""

    def change(self, choice: Choice) -> None:
        self.choice = choice
        self.draw()

    # --- keys ---------------------------------------------------------------------------

    def move(self, steps: int) -> None:
        choice, offer = self.choice, self.offer
        if choice.panel == "scenario":
            last = len(self.offers) - 1
            self.change(
                evolve(
                    self.choice,
                    offer=min(max(choice.offer + steps, 0), max(last, 0)),
                    role=0,
                    persons=frozenset(),
                    difficulty=-1,
                    mod=0,
                    mods=frozenset(),
                )
            )
        elif choice.panel == "role":
            last = len(offer.roles) - 1 if offer else 0
            self.change(evolve(self.choice, role=min(max(choice.role + steps, 0), max(last, 0))))
        elif choice.panel == "mods":
            last = len(offer.mods) - 1 if offer else 0
            self.change(evolve(self.choice, mod=min(max(choice.mod + steps, 0), max(last, 0))))
        else:
            self.change(
                evolve(self.choice, option=min(max(choice.option + steps, 0), len(OPTIONS) - 1))
            )

    def point(self, kind: str, place: int | str) -> None:
        if kind not in PANELS or not isinstance(place, int):
            super().point(kind, place)
            return
        self.to_panel(kind)
        now = {
            "scenario": self.choice.offer,
            "role": self.choice.role,
            "mods": self.choice.mod,
            "options": self.choice.option,
        }
        self.move(place - now[kind])

    def open_pointed(self, hit: Hit) -> None:
        """A level has its next value; the rest is what Enter does."""
        if hit[0] == "options" and OPTIONS[self.choice.option] == "difficulty":
            self.act_right()
        else:
            self.act_choose()

    def to_panel(self, name: str) -> None:
        if name in PANELS:
            self.change(evolve(self.choice, panel=name))

    @property
    def own_panels(self) -> tuple[str, ...]:
        return PANELS

    @property
    def panel_at(self) -> tuple[int, int]:
        return PANELS.index(self.choice.panel), len(PANELS)

    def act_next_panel(self) -> None:
        self._panel(1)

    def act_previous_panel(self) -> None:
        self._panel(-1)

    def _panel(self, steps: int) -> None:
        place = (PANELS.index(self.choice.panel) + steps) % len(PANELS)
        self.change(evolve(self.choice, panel=PANELS[place]))

    def act_left(self) -> None:
        self._change_option(-1)

    def act_right(self) -> None:
        self._change_option(1)

    def _change_option(self, steps: int) -> None:
        choice, offer = self.choice, self.offer
        if choice.panel != "options" or offer is None:
            return
        if OPTIONS[choice.option] == "difficulty" and offer.difficulties:
            self.change(
                evolve(
                    self.choice,
                    difficulty=(level_of(choice, offer) + steps) % len(offer.difficulties),
                )
            )
        elif OPTIONS[choice.option] == "seed":
            self.change(evolve(self.choice, seed=max(0, choice.seed + steps)))

    def act_toggle(self) -> None:
        """Another person for the marked role, or no more; or the marked mod on or off, if it is sound."""
        choice, offer = self.choice, self.offer
        if choice.panel == "role" and offer is not None and offer.roles:
            place = min(choice.role, len(offer.roles) - 1)
            self.change(evolve(choice, persons=choice.persons ^ {place}))
            return
        if choice.panel != "mods" or offer is None or not offer.mods:
            return
        mod = offer.mods[min(choice.mod, len(offer.mods) - 1)]
        if mod.troubles:
            self.desk.tell(say("{name} has errors and stays off.", name=mod.name), is_bad=True)
            return
        self.change(evolve(choice, mods=choice.mods ^ {mod.place}))

    def act_choose(self) -> None:
        choice, offer = self.choice, self.offer
        if offer is None:
            return
        if offer.is_broken:
            self.desk.open_page("problems", offer=offer.id)
        elif choice.panel == "mods":
            self.act_toggle()
        elif choice.panel == "scenario":
            self.change(evolve(self.choice, panel="role"))
        elif choice.panel == "role":
            also = {choice.role} if choice.persons else set()
            self.change(
                evolve(
                    choice, persons=choice.persons | also, panel="options", option=len(OPTIONS) - 1
                )
            )
        elif OPTIONS[choice.option] == "seed":
            self.type_in(say("seed"), self._seed, text="")
        elif OPTIONS[choice.option] == "begin":
            self._begin(offer)
        else:
            self.change(evolve(self.choice, option=choice.option + 1))

    def _seed(self, text: str) -> None:
        if text.strip().isdecimal():
            self.change(evolve(self.choice, seed=int(text.strip()[:15]), option=len(OPTIONS) - 1))
        else:
            self.desk.tell(say("A seed is a whole number."), is_bad=True)

    def _begin(self, offer: Offer) -> None:
        choice = self.choice
        seats = tuple(role.seat for role in persons_of(choice, offer))
        levels = offer.difficulties
        level = levels[level_of(choice, offer)][0] if levels else ""
        mods = tuple(mod.place for mod in offer.mods if mod.place in choice.mods)
        self.desk.begin(Setup(offer, seats, choice.seed, level, mods))

    def act_back(self) -> None:
        place = PANELS.index(self.choice.panel)
        if place:
            self.change(evolve(self.choice, panel=PANELS[place - 1]))
        else:
            self.desk.close_page()

    def as_shown(self, key: Key) -> Key:
        """Space does something else for roles than for mods."""
        if key.id == "toggle" and self.choice.panel == "role":
            return evolve(key, label="person")
        return key

    def has_key(self, key: Key) -> bool:
        return key.id != "toggle" or self.choice.panel in ("role", "mods")

    def act_filter(self) -> None:
        self.type_in("/", self._filter, changed=self._filter, text=self.choice.query)

    def _filter(self, text: str) -> None:
        self.change(
            evolve(
                self.choice,
                query=text,
                offer=0,
                role=0,
                persons=frozenset(),
                mods=frozenset(),
                panel="scenario",
            )
        )

    def act_package(self) -> None:
        """README and licence of the marked scenario; in the list of mods, of the marked mod."""
        choice, offer = self.choice, self.offer
        if offer is None:
            return
        if choice.panel == "mods" and offer.mods:
            mod = offer.mods[min(choice.mod, len(offer.mods) - 1)]
            self.desk.open_page("package", titled=mod.name, place=mod.place)
        else:
            self.desk.open_page("package", titled=offer.name, place=offer.place)

    def act_retry(self) -> None:
        self.desk.scan()
        self.desk.tell(say("Reading the files again."))
