"""Hints that go away: one line when a screen is opened for the first time, remembered in a small file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from attrs import define, field

from csto_game.model.refusal import GameError

FILE = "hints_seen"
HINTS: Mapping[str, str] = {
    "campaign": "Put the cursor on a number and ask why. Try an order, look, take it back: nothing is lost.",
    "card": "Each answer shows its price and what follows. Silence takes the last one.",
    "verbs": "The preview is the rules themselves, tried on a copy. Nothing happens until you order.",
    "council": "The reasons beside a voter say what would move it. Count the votes before you table.",
    "member": "Every number here can be asked why.",
    "crises": "The odds are of the next step, up or down. What they depend on can be asked why.",
    "why": "The causes add up exactly. Open one, and follow it back to the first deed.",
    "report": "The weightiest stands first. Any line may be asked why.",
    "ledger": "A word kept or broken is remembered by everybody, not only by whom it was given to.",
    "forecast": "It knows no more than you do. Wide bands mean that much is still open.",
    "timeline": "Any turn may be gone back to; the line that you leave stays as it is.",
    "verdict": "These are your aims. Each shows what it is worth now.",
}
"""One short line for a screen; those that explain themselves have none."""


@define
class Hints:
    """``file`` remembers which screens were open; None remembers only while the program runs.

    ``is_on`` is the player's wish; switched off, nothing is shown and nothing is remembered.
    """

    file: Path | None = None
    is_on: bool = True
    _seen: set[str] | None = field(default=None, init=False)

    def of(self, screen: str) -> str:
        """The line for a screen that was never open before, else ""."""
        if not self.is_on or screen not in HINTS or screen in self.seen:
            return ""
        return HINTS[screen]

    def close(self, screen: str) -> None:
        """A screen was open: its hint goes away for good."""
        if not self.of(screen):
            return
        self.seen.add(screen)
        if self.file is not None:
            from csto_game.session.disk import (  # noqa: PLC0415  # not for the first frame
                make_folder,
                replace_whole,
            )

            # A hint that comes twice is no reason to trouble anybody about a disk.
            with suppress(GameError):
                make_folder(self.file.parent)
                replace_whole(self.file, "".join(f"{one}\n" for one in sorted(self.seen)).encode())

    @property
    def seen(self) -> set[str]:
        if self._seen is None:
            self._seen = self._read()
        return self._seen

    def _read(self) -> set[str]:
        try:
            text = self.file.read_text("utf-8") if self.file else ""
        except (OSError, UnicodeDecodeError):
            return set()
        return set(text.split()) & set(HINTS)
