"""What a seat may know of numbers and events when it asks why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from csto_game.model.event import Event
from csto_game.model.refusal import GameError
from csto_game.rules.belief import believe, knows
from csto_game.rules.draft import Draft
from csto_game.rules.news import read_by
from csto_game.session.numbers import Place
from csto_game.session.table import Table
from csto_game.text.catalog import say


@frozen
class Sight:
    """What a seat may know; "" stands for somebody who may know everything."""

    table: Table
    seat: str

    def check(self, place: Place) -> None:
        """Raises GameError if the seat may not know the number."""
        if not self.knows(place):
            raise GameError(say("why.hidden", path=place.path, seat=self.seat))

    def knows(self, place: Place) -> bool:
        """Whether the seat may know the number."""
        if not self.seat:
            return True
        book = self.table.book
        truth = Draft(book, self.table.state, log=False)
        viewer = book.layout.index[self.seat]
        return knows(truth, place.stat, place.owner, place.toward, viewer)

    def readable(self, events: Sequence[Event]) -> Mapping[Event, Event]:
        """Those of the events that the seat may read of, each as the seat may read it."""
        if not self.seat:
            return {event: event for event in events}
        book = self.table.book
        truth, viewer = Draft(book, self.table.state, log=False), book.layout.index[self.seat]
        belief = believe(truth, viewer)
        read = {event: read_by(truth, belief, viewer, event) for event in events}
        return {event: seen for event, seen in read.items() if seen is not None}
