"""The promise ledger: made, looked at each turn, kept, broken or lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.state import Pledge

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft


def move(
    draft: Draft,
    verb: str,
    thing: str,
    by: int,
    to: int,
    wait: int,
    lasting: int | None,
    cause: int,
) -> None:
    """``start|break|end promise.X for A to B``. The same promise is not made twice at once."""
    none = draft.book.layout.none
    if none in {by, to} or by == to:
        return
    running_now = _find(draft, thing, by, to)
    if verb == "start":
        if running_now is None:
            code = draft.book.promises[thing]
            left = code.promise.lasts if lasting is None else lasting
            draft.promises = (*draft.promises, Pledge(thing, by, to, max(1, left), draft.turn))
            draft.count(f"{code.address}.made", by, to)
            draft.note("promised", cause, by, to, code.address)
    elif running_now is not None:
        if verb == "break":
            break_it(draft, running_now, cause)
        else:
            _drop(draft, running_now)
            draft.note("lifted", cause, by, to, f"promise.{thing}")


def running(draft: Draft, thing: str) -> list[tuple[int, int]]:
    """Makers and receivers of such promises."""
    return [(p.by, p.to) for p in draft.promises if p.promise == thing]


def resolve(draft: Draft) -> None:
    """Look at every promise: a failed one is broken; one that lasted its time is kept."""
    none = draft.book.layout.none
    for pledge in draft.promises:
        code = draft.book.promises[pledge.promise]
        if not _runs(draft, pledge):
            continue  # what befell another promise ended this one
        if not code.keep(draft, pledge.by, pledge.to, none, 0):
            break_it(draft, pledge, code.cause)
            continue
        if code.do is not None:
            code.do(draft, pledge.by, pledge.to, none, 0)
        if not _runs(draft, pledge):
            continue
        if pledge.left > 1:
            _replace(
                draft,
                pledge,
                Pledge(pledge.promise, pledge.by, pledge.to, pledge.left - 1, pledge.made),
            )
        else:
            _drop(draft, pledge)
            _enter(draft, "kept", pledge, code.cause)
            if code.kept is not None:
                code.kept(draft, pledge.by, pledge.to, none, 0)


def break_it(draft: Draft, pledge: Pledge, cause: int) -> None:
    """The maker's word is broken; what follows is the scenario's."""
    code = draft.book.promises[pledge.promise]
    _drop(draft, pledge)
    _enter(draft, "broken", pledge, cause)
    if code.broken is not None:
        code.broken(draft, pledge.by, pledge.to, draft.book.layout.none, 0)


def _enter(draft: Draft, how: str, pledge: Pledge, cause: int) -> None:
    layout = draft.book.layout
    ledger = draft.book.engine_cause("ledger")
    # The ledger is kept by countries; a word given to a power is counted for its maker alone.
    slots = [layout.find(how, pledge.by)] if pledge.by < layout.countries else []
    if slots and pledge.to < layout.countries:
        slots.append(layout.find(f"{how}_to", pledge.by, pledge.to))
    for slot in slots:
        draft.put(slot, draft.v[slot] + 1, ledger, pledge.by, pledge.to)
    # The format: a promise has *happened* when it was kept.
    suffix = "" if how == "kept" else f".{how}"
    draft.count(f"promise.{pledge.promise}{suffix}", pledge.by, pledge.to)
    draft.note(how, cause, pledge.by, pledge.to, f"promise.{pledge.promise}")


def _find(draft: Draft, thing: str, by: int, to: int) -> Pledge | None:
    for pledge in draft.promises:
        if pledge.promise == thing and pledge.by == by and pledge.to == to:
            return pledge
    return None


def _runs(draft: Draft, pledge: Pledge) -> bool:
    return any(running_now is pledge for running_now in draft.promises)


def _drop(draft: Draft, pledge: Pledge) -> None:
    draft.promises = tuple(p for p in draft.promises if p is not pledge)


def _replace(draft: Draft, old: Pledge, new: Pledge) -> None:
    draft.promises = tuple(new if p is old else p for p in draft.promises)
