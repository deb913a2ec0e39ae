"""Where a person is in the lesson of a chapter. Kept by the interface, never in a save or a State.

The View says which steps there are and whether their conditions hold. Which screens were open, and what
was skipped, is known here alone: a game taken up again begins its chapter's lesson anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

if TYPE_CHECKING:  # records that take long to make, and a title screen has no use for them
    from csto_game.model.view import StepRow, View

END = "end"
"""What a step points at that ends with its turn."""


@frozen
class Lesson:
    """The present step: ``number`` of ``count`` in the chapter called ``chapter``."""

    chapter: str
    step: StepRow
    number: int
    count: int


@define
class Coach:
    """Follows one person. Nothing it does holds the game up; ``is_on`` says whether it is heard."""

    is_on: bool = True
    _about: tuple[str, str, str] = ("", "", "")
    """Scenario, seat and chapter."""
    _chapter: str = ""
    _steps: tuple[StepRow, ...] = ()
    _at: int = 0
    _looked: set[str] = field(factory=set)

    def watch(self, view: View) -> None:
        """The View is another one: a new chapter begins a new lesson, and what is done is passed."""
        about = (view.scenario, view.seat, view.chapter[0])
        if about != self._about:
            self._about, self._at = about, 0
            self._looked.clear()
        self._chapter, self._steps = view.chapter[0], view.steps
        self._go_on()

    def look(self, screen: str) -> None:
        """A screen was open."""
        self._looked.add(screen)
        self._go_on()

    def skip(self) -> None:
        """Leave the present step out."""
        self._at = min(self._at + 1, len(self._steps))
        self._go_on()

    @property
    def lesson(self) -> Lesson | None:
        """What is to be done now; None between lessons, or when nobody wants to hear it."""
        if not self.is_on or self._at >= len(self._steps):
            return None
        return Lesson(self._chapter, self._steps[self._at], self._at + 1, len(self._steps))

    def _go_on(self) -> None:
        while self._at < len(self._steps) and self._is_done(self._steps[self._at]):
            self._at += 1

    def _is_done(self, step: StepRow) -> bool:
        # A condition counts only while its step is the present one: "take it back" holds before, too.
        return bool(step.done) or (bool(step.looked) and step.looked in self._looked)
