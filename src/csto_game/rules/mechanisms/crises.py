"""The crisis ladder: opens at the first rung, climbs or falls by weights, ends below the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.rng import draw
from csto_game.model.state import Climb
from csto_game.rules.mechanisms import council

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
    """``start|raise|lower|end crisis.X for A to B``."""
    none = draft.book.layout.none
    if none in {by, to}:
        return
    climb = _find(draft, thing, by, to)
    if verb == "start":
        if climb is None:
            _open(draft, thing, by, to, cause)
    elif climb is not None:
        if verb == "end":
            _close(draft, climb, cause)
        else:
            step(draft, climb, 1 if verb == "raise" else -1, cause)


def running(draft: Draft, thing: str) -> list[tuple[int, int]]:
    """Parties of each running crisis of that kind."""
    return [(c.by, c.to) for c in draft.crises if c.crisis == thing]


def odds(draft: Draft, climb: Climb) -> tuple[int, int, int]:
    """Weights of going up (graver), staying and going down this turn."""
    rung = draft.book.crises[climb.crisis].rungs[climb.rung]
    none = draft.book.layout.none
    up, stay, down = (max(0, weight(draft, climb.by, climb.to, none, 0)) for weight in rung.weights)
    return up, stay, down


def resolve(draft: Draft) -> None:
    """Each running crisis: the rung's effects, then a step by its weights."""
    none = draft.book.layout.none
    for before in draft.crises:
        code = draft.book.crises[before.crisis]
        climb = _find(draft, before.crisis, before.by, before.to)
        if climb is None:
            continue
        rung = code.rungs[climb.rung]
        if rung.do is not None:
            rung.do(draft, climb.by, climb.to, none, 0)
        climb = _find(draft, before.crisis, before.by, before.to)
        if climb is None:
            continue
        up, stay, down = odds(draft, climb)
        total = up + stay + down
        if total == 0:
            continue
        drawn = draw(draft.stream, code.key, climb.by, climb.to) % total
        if drawn < up:
            step(draft, climb, 1, code.cause)
        elif drawn >= up + stay:
            step(draft, climb, -1, code.cause)


def step(draft: Draft, climb: Climb, by: int, cause: int) -> None:
    """One rung up (graver) or down; above the last it stays, below the first it ends."""
    rungs = draft.book.crises[climb.crisis].rungs
    to = climb.rung + by
    if to < 0:
        _close(draft, climb, cause)
    elif to < len(rungs):
        moved = Climb(climb.crisis, climb.by, climb.to, to, climb.since)
        draft.crises = tuple(moved if c is climb else c for c in draft.crises)
        draft.note("raised" if by > 0 else "lowered", cause, climb.by, climb.to, rungs[to].address)
        _enter(draft, moved)


def _open(draft: Draft, thing: str, by: int, to: int, cause: int) -> None:
    code = draft.book.crises[thing]
    climb = Climb(thing, by, to, 0, draft.turn)
    draft.crises = (*draft.crises, climb)
    draft.count(code.address, by, to)
    draft.note("opened", cause, by, to, code.address)
    _enter(draft, climb)


def _close(draft: Draft, climb: Climb, cause: int) -> None:
    draft.crises = tuple(c for c in draft.crises if c is not climb)
    draft.note("closed", cause, climb.by, climb.to, f"crisis.{climb.crisis}")


def _enter(draft: Draft, climb: Climb) -> None:
    code = draft.book.crises[climb.crisis]
    rung = code.rungs[climb.rung]
    draft.count(rung.address, climb.by, climb.to)
    if rung.enter is not None:
        rung.enter(draft, climb.by, climb.to, draft.book.layout.none, 0)
    if rung.rung.calls:
        council.table(draft, rung.rung.calls, climb.by, climb.to, code.cause)


def _find(draft: Draft, thing: str, by: int, to: int) -> Climb | None:
    return next((c for c in draft.crises if c.crisis == thing and c.by == by and c.to == to), None)
