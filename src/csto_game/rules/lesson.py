"""The lesson of the present chapter, as one seat may know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.view import StepRow
from csto_game.rules.texts import fill

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.things import StepCode


def step_rows(belief: Draft, viewer: int) -> tuple[StepRow, ...]:
    """The chapter's steps in order. Conditions are asked of what the seat believes: a step that is done
    then gives nothing away.
    """
    chapter = next((c for c in belief.book.chapters if c.chapter.id == belief.chapter), None)
    return tuple(_row(belief, code, viewer) for code in chapter.steps) if chapter else ()


def _row(belief: Draft, code: StepCode, viewer: int) -> StepRow:
    step, none = code.step, belief.book.layout.none
    return StepRow(
        id=step.id,
        text=fill(belief, step.text, viewer, -1),
        done=code.done(belief, viewer, none, none, 0) if step.done is not None else None,
        looked=step.looked,
        points_at=step.points_at,
        hint=fill(belief, step.hint, viewer, -1),
        chapter=belief.chapter,
    )
