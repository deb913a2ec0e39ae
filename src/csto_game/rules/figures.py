"""Numbers as a seat sees them: known or not, with change and trend."""

from __future__ import annotations

from csto_game.model.scenario import Stat
from csto_game.model.view import Figure, Lean
from csto_game.rules.belief import knows
from csto_game.rules.draft import Draft
from csto_game.rules.layout import Slot
from csto_game.rules.texts import shown, value_of

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
        owners = [o for o in (owner, toward) if o is not None]
        value = value_of(draft, stat, owners)
        trend = tuple(self._then(stat, owners, past) for past in draft.past)
        before = trend[-2] if len(trend) > 1 else value
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
            word=_band(stat, value),
        )

    def _then(self, stat: Stat, owners: list[int], past: tuple[int, ...]) -> int:
        layout = self.truth.book.layout
        if stat.formula is None:
            return past[layout.find(stat.id, *owners)]
        first = owners[0] if owners else layout.none
        second = owners[1] if len(owners) > 1 else layout.none
        return self.truth.book.formula(stat.id)(past, self.truth, first, second)

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


def _band(stat: Stat, value: int) -> str:
    word = ""
    for from_, name in stat.bands:
        if value >= from_:
            word = name
    return word
