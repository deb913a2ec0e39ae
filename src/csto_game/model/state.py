"""The State: the whole situation at one moment. Frozen, integers, plain.

All numbers, choices, flags and shares lie in one flat tuple ``values``; `rules.layout` knows what
stands where. Actors are indexes in the scenario's order (countries, then powers); ``none`` is one
past the last. Lists hold what is under way.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

TallyKey = tuple[str, int, int]
"""(address, by, to); -1 stands for anybody."""

ANYBODY = -1


@frozen
class Card:
    """An incident waiting for an answer. ``due`` is the last turn in which it may be answered."""

    serial: int
    incident: str
    by: int
    to: int
    dealt: int
    due: int


@frozen
class Due:
    """A dated change: ``slot`` moves by ``amount`` each turn from ``turn`` on, ``left`` times."""

    turn: int
    left: int
    slot: int
    amount: int
    cause: int
    by: int
    to: int


@frozen
class Waiting:
    """An incident that will be dealt to ``by`` in ``turn``."""

    turn: int
    incident: str
    by: int
    to: int


@frozen
class Climb:
    """A running crisis. ``rung`` is 0 for the first."""

    crisis: str
    by: int
    to: int
    rung: int
    since: int


@frozen
class Pledge:
    """A running promise of ``by`` to ``to``; looked at ``left`` more times."""

    promise: str
    by: int
    to: int
    left: int
    made: int


@frozen
class Tabled:
    """A motion on the table. ``votes`` holds what has been cast: (voter, 1 yes | 0 abstain | -1 no)."""

    serial: int
    motion: str
    by: int
    to: int
    votes: tuple[tuple[int, int], ...] = ()


@frozen
class Sortie:
    """A running mission with the serials of the troops that went."""

    mission: str
    by: int
    to: int
    left: int
    troops: tuple[int, ...]


@frozen
class Troop:
    serial: int
    unit: str
    owner: int
    pledged: bool = False
    away: bool = False
    fatigue: int = 0


@frozen
class Verdict:
    """How the game ended. ``scores`` and ``won`` are by seat code, in the order of seats."""

    ending: str
    turn: int
    scores: tuple[tuple[str, int], ...]
    won: tuple[str, ...]


@frozen(repr=False)  # some thousand numbers
class State:
    """``phase`` is ``plan``, ``council`` or ``over``; ``active`` is the seat that is asked now."""

    seed: int
    turn: int
    phase: str
    active: int
    acts: int
    """Verbs the active seat has used this turn."""
    ended: tuple[int, ...]
    """Seats that have ended their planning this turn, in order."""
    serial: int
    """Counts things that were numbered: cards, motions, troops."""
    values: tuple[int, ...]
    past: tuple[tuple[int, ...], ...] = ()
    """Values at the start of the last turns, the present turn's last (at most 9)."""
    cards: tuple[Card, ...] = ()
    dues: tuple[Due, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    crises: tuple[Climb, ...] = ()
    promises: tuple[Pledge, ...] = ()
    motions: tuple[Tabled, ...] = ()
    sorties: tuple[Sortie, ...] = ()
    troops: tuple[Troop, ...] = ()
    chapter: str = ""
    tally: Mapping[TallyKey, tuple[int, int]] = field(factory=dict)
    """How often and in which turn last."""
    counted: int = 0
    """Running sum over all that was ever counted: turn + 1 each."""
    verdict: Verdict | None = None
