"""What is wrong with a scenario."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.box import box
from csto_game.ui.draw.page import scroll_to, title_row
from csto_game.ui.draw.problems import problem_rows
from csto_game.ui.offers import Offer
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say


class ProblemsPage(Page):
    """Of one scenario; without a name, of the first that has any. Left and right: the others.

    ``shown`` are files of the game that is being played, and nothing else.
    """

    kind: ClassVar[str] = "problems"

    def __init__(self, offer: str = "", shown: Offer | None = None) -> None:
        super().__init__()
        self.shown = shown
        self.wanted = offer
        self.at = 0

    @property
    def broken(self) -> list[Offer]:
        if self.shown:
            return [self.shown]
        return [offer for offer in self.desk.offers or () if offer.troubles]

    @property
    def offer(self) -> Offer | None:
        broken = self.broken
        named = [offer for offer in broken if offer.id == self.wanted]
        return next(iter(named or broken), None)

    def top_row(self, width: int) -> Row:
        count = say("{count} with problems", count=len(self.broken))
        return title_row(say("Scenarios"), count, width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        offer, look = self.offer, self.look
        if offer is None:
            return box("", [(look.good(" " + say("All is well.")),)], width, height, look)
        is_played = self.shown is not None
        rows, marked = problem_rows(offer, self.at, width - 2, look, is_played=is_played)
        scroll = scroll_to(marked, height - 2, len(rows))
        title = say("{name} · {count} problems", name=offer.name, count=len(offer.troubles))
        return box(title, rows, width, height, look, focused=True, scroll=scroll)

    def move(self, steps: int) -> None:
        last = len(self.offer.troubles) - 1 if self.offer else 0
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def act_left(self) -> None:
        self._other(-1)

    def act_right(self) -> None:
        self._other(1)

    def _other(self, steps: int) -> None:
        names = [offer.id for offer in self.broken]
        if names:
            place = names.index(self.offer.id) if self.offer else 0
            self.wanted, self.at = names[(place + steps) % len(names)], 0
            self.draw()

    def act_retry(self) -> None:
        self.desk.scan()
        self.desk.tell(say("Reading the files again."))
