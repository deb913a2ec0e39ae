"""Several persons at this machine: between two of them a curtain, and behind it nothing is left.

While the curtain is up there is no sitting at all. What the last one saw, asked or was told went with
it, so that no key, no message and no page can show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from csto_game.ui.engine import EngineWork

if TYPE_CHECKING:
    from csto_game.session.coach import Coach
    from csto_game.ui.match import Playable
    from csto_game.ui.screens.base import Page


@frozen(eq=False, repr=False)
class Waiting:
    """The game behind the curtain, and whose turn it is."""

    match: Playable
    seat: str


class HandingWork(EngineWork):
    """Mixed into the app."""

    _waiting: Waiting | None = None
    _told: dict[str, int]
    """The turn in which each person last sat down or read a report."""
    _coaches: dict[str, Coach]

    if TYPE_CHECKING:  # what the app brings along
        transcript: list[tuple[str, str]]
        unfinished: dict[tuple[str, str, str], str]

        def open_page(self, name: str, **facts: object) -> None: ...
        def forget_messages(self) -> None: ...
        def pages(self) -> list[Page]: ...

    @property
    def is_waiting(self) -> bool:
        """Whether the curtain is up."""
        return self._waiting is not None

    @property
    def is_playing(self) -> bool:
        """Whether there is a game, before the curtain or behind it."""
        return self.is_seated or self.is_waiting

    def clear_pages(self) -> None:
        """Close all pages but the title, which stands below all others."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def begin_handing(self) -> None:
        """Another game: nobody has been told anything yet."""
        self._told, self._coaches = {}, {}
        self._is_behind = False

    def stand_up(self) -> None:
        if self._waiting is not None:
            self._waiting.match.leave()
        self._waiting = None
        super().stand_up()

    def hand_over(self, seat: str) -> None:
        """Put away all that the last person saw, and wait for the next one behind the curtain."""
        sitting = self.sitting
        self.clear_pages()
        sitting.is_left = True
        self._coaches[sitting.seat] = sitting.coach
        self._waiting = Waiting(sitting.match, seat)
        self._sitting = self.thinking = None
        self.mapper.forget()
        self.transcript = []
        self.unfinished.clear()
        self.forget_messages()
        self.open_page("curtain", person=sitting.person_name(seat))

    def take_seat(self) -> None:
        """The next person has said that nobody else looks."""
        waiting = self._waiting
        if waiting is None:
            return
        from csto_game.ui.coaching import first_page  # noqa: PLC0415  # no game, no need
        from csto_game.ui.sitting import Sitting  # noqa: PLC0415

        self._waiting = None
        waiting.match.sit(waiting.seat)
        # A sitting of its own: questions of the last one may still be answered, to nobody.
        self._sitting = sitting = Sitting.at(waiting.match, waiting.seat)
        sitting.coach = self._coaches.get(waiting.seat, sitting.coach)
        sitting.coach.watch(sitting.view)
        self.clear_pages()
        self.catch_up()
        self.open_page("campaign")
        turn = sitting.view.turn
        is_new, before = waiting.seat not in self._told, self._told.get(waiting.seat, turn)
        self._told[waiting.seat] = turn
        if turn != before:
            self.open_page("report")
        elif is_new and (first := first_page(sitting.view.opens)):
            self.open_page(first)
        if sitting.view.phase == "council":
            self.open_page("council")

    def look_as(self, steps: int) -> None:
        """Once a game is over it is told to each person of this machine in turn: nothing is hidden any more."""
        sitting = self.sitting
        match, persons = sitting.match, sitting.match.persons
        if not match.over or len(persons) < 2 or sitting.seat not in persons:
            return
        from csto_game.ui.sitting import Sitting  # noqa: PLC0415  # no game, no need

        seat = persons[(persons.index(sitting.seat) + steps) % len(persons)]
        match.sit(seat)
        sitting.is_left = True
        self._sitting = Sitting.at(match, seat)
        for page in self.pages():
            page.look_again()
            page.view_changed()

    def has_told(self) -> None:
        """The person at the machine has been told of the turn."""
        self._told[self.sitting.seat] = self.sitting.view.turn
