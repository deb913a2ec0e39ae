"""Which kind of program plays which seat in which game."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.model.refusal import GameError
from csto_game.session.seats import USUAL, check_kind
from csto_game.text.catalog import say


@frozen
class Seating:
    """``kinds`` take turns over the seats, one seat further each game; ``fixed`` stay (pairs)."""

    seats: tuple[str, ...]
    kinds: tuple[str, ...]
    fixed: tuple[tuple[str, str], ...] = ()

    @property
    def rotates(self) -> bool:
        """Whether a seat's player differs between games."""
        return len(set(self.kinds)) > 1

    def of(self, game: int) -> dict[str, str]:
        """Seat → kind in that game, counted from 0."""
        count = len(self.kinds)
        turning = {
            seat: self.kinds[(place + game) % count] for place, seat in enumerate(self.seats)
        }
        return turning | dict(self.fixed)


def read_seating(text: str, seats: Sequence[str], scenario: str) -> Seating:
    """``planner``, ``planner,greedy,random`` or ``KAZ=greedy,RUS=idle``. Raises GameError."""
    items = [item.strip() for item in text.split(",")]
    if not all(items):
        raise GameError(say("sim.seat", text=text))
    named = [item for item in items if "=" in item]
    if named and len(named) < len(items):
        raise GameError(say("sim.mixed", text=text))
    if not named:
        for kind in items:
            check_kind(kind)
        return Seating(tuple(seats), tuple(items))
    return Seating(tuple(seats), (USUAL,), tuple(_pair(item, seats, scenario) for item in named))


def _pair(item: str, seats: Sequence[str], scenario: str) -> tuple[str, str]:
    seat, _, kind = item.partition("=")
    seat = seat.upper()
    if seat not in seats:
        raise GameError(say("match.seat", scenario=scenario, seat=seat, seats=", ".join(seats)))
    check_kind(kind)
    return seat, kind
