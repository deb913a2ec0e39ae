"""Pages that show something of the past: it is read in a thread, anew for every View."""

from __future__ import annotations

from textual.message import Message

from csto_game.model.view import View
from csto_game.session.annals.records import Annals
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sitting import Sitting
from csto_game.ui.threads import in_thread


class Recalled(Message):
    """The past has been read."""

    bubble = False

    def __init__(self, annals: Annals) -> None:
        super().__init__()
        self.annals = annals


class RecallingPage(GamePage):
    """`annals` is None until the past has been read for the first time."""

    annals: Annals | None = None
    _recalled: View | None = None

    def draw(self) -> None:
        super().draw()
        if self.is_current and self.desk.is_seated and self._recalled is not self.view:
            self._recalled = self.view
            self._recall(self.desk.sitting)

    @in_thread("annals")
    def _recall(self, sitting: Sitting) -> None:
        self.post_message(Recalled(sitting.match.annals()))

    def on_recalled(self, message: Recalled) -> None:
        self.annals = message.annals
        self.draw()
