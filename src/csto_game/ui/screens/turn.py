"""Keys that several pages of a running game share."""

from __future__ import annotations

from csto_game.model.command import Command
from csto_game.model.view import View
from csto_game.ui.draw.strip import strip_row
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.sight import Sight
from csto_game.ui.words import say


class GamePage(Page):
    """A page of a game: the strip on top, and a key for each of the other pages."""

    @property
    def view(self) -> View:
        return self.desk.sitting.view

    def top_row(self, width: int) -> Row:
        desk = self.desk
        sight = Sight(orders=desk.sitting.orders, thinking=desk.thinking)
        return strip_row(self.view, sight, width, self.look)

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

    def act_undo(self) -> None:
        self.desk.undo()

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
