"""Play by mail: one file that goes from seat to seat. What it proves and what not: docs/MAIL.md."""

from __future__ import annotations

from csto_game.session.mail.desk import Sitting, begin_mail, pass_on, sit_down
from csto_game.session.mail.letter import Letter, read_letter

__all__ = ["Letter", "Sitting", "begin_mail", "pass_on", "read_letter", "sit_down"]
