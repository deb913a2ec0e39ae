"""Where a person is in the lesson of a chapter. Kept by the interface, never in a save or a State.

The View says which steps there are and whether their conditions hold. Which screens were open, and what
was skipped, is known here alone; `bookmarks` remembers it for a game that is taken up again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from csto_game.session.bookmarks import Bookmark, Bookmarks, game_key

if TYPE_CHECKING:  # records that take long to make, and a title screen has no use for them
    from csto_game.model.view import StepRow, View
    from csto_game.session.header import Header

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
    """Follows one person. Nothing it does holds the game up; ``is_on`` says whether it is heard.

    ``game`` is under what the game is known in ``marks`` (`bookmarks.game_key`); "" remembers nothing.
    """

    is_on: bool = True
    game: str = ""
    marks: Bookmarks = field(factory=Bookmarks)
    _about: tuple[str, str, str] = ("", "", "")
    """Scenario, seat and the id of the chapter."""
    _chapter: str = ""
    _steps: tuple[StepRow, ...] = ()
    _at: int = 0
    _looked: set[str] = field(factory=set)

    @classmethod
    def of(cls, header: Header, marks: Bookmarks, *, is_new: bool = False) -> Coach:
        """For whoever sits at a game; a new one has no past, even if it looks like an earlier one."""
        game = game_key(header)
        if is_new:
            marks.forget(game)
        return cls(game=game, marks=marks)

    def mark(self, seat: str) -> Bookmark | None:
        """Where a person stood when last seen; None where nothing is known of it."""
        return self.marks.of(self.game, seat) if self.game else None

    def watch(self, view: View) -> None:
        """The View is another one: a new chapter begins a new lesson, and what is done is passed."""
        about = (view.scenario, view.seat, view.steps[0].chapter if view.steps else "")
        self._chapter, self._steps = view.chapter[0], view.steps
        if about != self._about:
            self._about = about
            self._take_up()
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

    @property
    def points_next(self) -> str:
        """The screen that the step after the present one is about, or ""."""
        after = self._steps[self._at + 1] if self._at + 1 < len(self._steps) else None
        return (after.points_at or after.looked) if after else ""

    def _take_up(self) -> None:
        """Go to where this person stood in the chapter; to its beginning, where nothing is known of that."""
        self._at, self._looked = 0, set()
        _, seat, chapter = self._about
        mark = self.mark(seat)
        if mark is None or mark.chapter != chapter:
            return
        self._looked = set(mark.looked)
        ids = [step.id for step in self._steps]
        if mark.step in ids or not mark.step:
            self._at = ids.index(mark.step) if mark.step else len(ids)

    def _go_on(self) -> None:
        while self._at < len(self._steps) and self._is_done(self._steps[self._at]):
            self._at += 1
        if self.game and self._steps:
            _, seat, chapter = self._about
            step = self._steps[self._at].id if self._at < len(self._steps) else ""
            self.marks.put(self.game, seat, Bookmark(chapter, step, frozenset(self._looked)))

    def _is_done(self, step: StepRow) -> bool:
        # A condition counts only while its step is the present one: "take it back" holds before, too.
        return bool(step.done) or (bool(step.looked) and step.looked in self._looked)
