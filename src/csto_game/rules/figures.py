"""Numbers as a seat sees them: known or not, with change and trend."""

from __future__ import annotations

from csto_game.model.scenario import Stat
from csto_game.model.view import Figure, Lean
from csto_game.rules.belief import knows
from csto_game.rules.draft import Draft
from csto_game.rules.layout import Slot
from csto_game.rules.texts import shown

UNKNOWN = "?"


class Eyes:
    """One seat looking at one moment. ``truth`` holds what is, for asking what may be known."""

    def __init__(self, truth: Draft, viewer: int) -> None:
        self.truth = truth
        self.viewer = viewer

    def figure(self, stat: Stat, owner: int | None = None, toward: int | None = None) -> Figure:
        draft, layout = self.truth, self.truth.book.layout
        path = layout.path(Slot(stat.id, owner, toward))
        known = knows(draft, stat, owner, toward, self.viewer)
        if not known:
            return Figure(
                path,
                stat.id,
                stat.name,
                0,
                UNKNOWN,
                known=False,
                good=stat.good,
                low=stat.min,
                high=stat.max,
            )
        value, *past = self._values(stat, owner, toward)
        trend = tuple(past)
        # Of the first turn nothing is shown as a change: nobody has seen what was before.
        before = trend[-2] if self.truth.turn > 1 and len(trend) > 1 else value
        return Figure(
            path=path,
            stat=stat.id,
            label=stat.name,
            value=value,
            shown=shown(draft, stat, value),
            change=value - before if stat.holds == "number" else 0,
            trend=trend,
            good=stat.good,
            low=stat.min,
            high=stat.max,
            word=stat.band(value),
        )

    def _values(self, stat: Stat, owner: int | None, toward: int | None) -> list[int]:
        """The value now, then at the starts of remembered turns, oldest first."""
        draft, layout = self.truth, self.truth.book.layout
        moments = (draft.v, *draft.past)
        if stat.formula is None:
            slot = layout.find(stat.id, owner or 0, toward or 0)
            return [values[slot] for values in moments]
        work_out = draft.book.formula(stat.id)
        first = layout.none if owner is None else owner
        second = layout.none if toward is None else toward
        return [work_out(values, draft, first, second) for values in moments]

    def lean(self, country: int) -> Lean:
        layout, draft = self.truth.book.layout, self.truth
        if not layout.poles:
            return Lean()
        base = layout.find("share", country)
        now = draft.v[base : base + len(layout.poles)]
        past = draft.past[-2] if len(draft.past) > 1 else tuple(draft.v)
        then = past[base : base + len(layout.poles)]
        return Lean(
            shares=tuple(zip(layout.poles, now, strict=True)),
            changes=tuple(
                (pole, a - b) for pole, a, b in zip(layout.poles, now, then, strict=True)
            ),
        )
