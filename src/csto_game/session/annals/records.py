"""What the past is made of. All of it is what the seat knew then and may know now."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

Shares = tuple[tuple[str, int], ...]
"""(pole's code, ``alliance`` or ``unaligned``; per mille), in order of poles."""


@frozen
class Climbing:
    """A crisis at one moment: ``rung`` of ``rungs`` steps, from 0."""

    crisis: str
    name: str
    by: str
    to: str
    rung: int
    rungs: int


@frozen
class Glimpse:
    """What the seat knew when a turn's planning began; of the present turn, what it knows now.

    ``values`` are numbers by path, as kept; those it might not know are missing. ``shares`` are by
    country. ``points`` is None for a seat without a role; ``aims`` are (id, points, holds).
    """

    turn: int
    date: str
    values: Mapping[str, int]
    shares: Mapping[str, Shares]
    points: int | None
    aims: tuple[tuple[str, int, bool], ...]
    crises: tuple[Climbing, ...]


@frozen
class Poll:
    """A motion that was voted on; ``casts`` are ``yes``, ``abstain`` or ``no`` by voter."""

    turn: int
    motion: str
    name: str
    mover: str
    casts: tuple[tuple[str, str], ...]
    passed: bool


@frozen
class Mark:
    """Something that happened: ``about`` are the codes it concerns; the weightier the more it matters."""

    turn: int
    kind: str
    about: tuple[str, ...]
    text: str
    weight: int


@frozen
class Move:
    """By how much a number moved from one turn to the next, and the largest of the causes."""

    turn: int
    amount: int
    because: str


@frozen
class Annals:
    """``moments`` are one a turn, from the first; ``moves`` are by path, in the order of turns."""

    seat: str
    moments: tuple[Glimpse, ...]
    polls: tuple[Poll, ...]
    marks: tuple[Mark, ...]
    moves: Mapping[str, tuple[Move, ...]]

    def course(self, path: str) -> tuple[int | None, ...]:
        """A number at each moment; None where the seat might not know it."""
        return tuple(moment.values.get(path) for moment in self.moments)

    def leaning(self, code: str) -> tuple[Shares, ...]:
        """A country's shares at each moment."""
        return tuple(moment.shares.get(code, ()) for moment in self.moments)
