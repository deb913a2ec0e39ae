"""The doctor: what this terminal and this install can do."""

from __future__ import annotations

from typing import ClassVar

from csto_game.ui.draw.box import box
from csto_game.ui.draw.doctor import doctor_rows, summary
from csto_game.ui.draw.page import scroll_to, title_row
from csto_game.ui.keys import Key
from csto_game.ui.rows import Row
from csto_game.ui.screens.base import Page
from csto_game.ui.words import say


class DoctorPage(Page):
    kind: ClassVar[str] = "doctor"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    def top_row(self, width: int) -> Row:
        return title_row(say("Doctor"), summary(self.desk.findings), width, self.look)

    def body_rows(self, width: int, height: int) -> list[Row]:
        findings = self.desk.findings
        rows, marked = doctor_rows(findings, self.at, width - 2, self.look)
        scroll = scroll_to(marked, height - 2, len(rows))
        title = say("this terminal, and this install")
        return box(title, rows, width, height, self.look, focused=True, scroll=scroll)

    def on_mount(self) -> None:
        self.desk.examine()
        self.draw()

    def has_key(self, key: Key) -> bool:
        return key.id not in ("copy", "retry") or self.desk.findings is not None

    def move(self, steps: int) -> None:
        last = len(self.desk.findings or ()) - 1
        self.at = min(max(self.at + steps, 0), max(last, 0))
        self.draw()

    def act_retry(self) -> None:
        self.desk.examine()
        self.draw()

    def act_copy(self) -> None:
        """To the terminal's clipboard, which a terminal may refuse; the command line prints the same."""
        if self.desk.findings is not None:
            from csto_game.machine.doctor import report  # noqa: PLC0415  # with all that it looks at

            self.desk.copy(report(self.desk.findings))
            self.desk.tell(say("Copied, if the terminal allows it. csto doctor prints the same."))

    def act_doctor(self) -> None: ...
