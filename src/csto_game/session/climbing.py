"""Where crises may go within two turns: as things are, and with what the seat has ordered in this one.

Both are forks of the world as the seat imagines it: it ends its part of the turn at once, programs play the
others and, from the next turn on, its own seat. The same number gives the same luck on both sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from attrs import frozen

from csto_game.model.command import END, Command
from csto_game.model.state import State
from csto_game.rules import refusal
from csto_game.session.forecast import Asked, Forecaster
from csto_game.session.forks import Crisis, Fork
from csto_game.session.spread import mean_of, middle
from csto_game.session.table import Table
from csto_game.session.workers import Stop

AHEAD = 2


@frozen
class Steps:
    """Of one crisis: chances in per cent by step, 0 for over and 1 for the first rung; ``ordered`` is ""
    where nothing was ordered. ``effect`` is by how many steps the orders move it on average, give or take
    ``error`` (95 %); both are 0 without orders.
    """

    crisis: Crisis
    usual: tuple[int, ...]
    ordered: tuple[int, ...] = ()
    effect: float = 0.0
    error: float = 0.0

    @property
    def is_sure(self) -> bool:
        """Whether the orders' effect is more than chance."""
        return abs(self.effect) > self.error


@frozen
class Climbs:
    """How they may stand in ``turn``, as told in the turn ``began``; ``n`` of ``asked`` forks were played on
    each side.
    """

    began: int
    turn: int
    n: int
    asked: int
    steps: tuple[Steps, ...] = ()
    has_orders: bool = False

    def of(self, crisis: Crisis) -> Steps | None:
        """What is known of one crisis."""
        return next((one for one in self.steps if one.crisis == crisis), None)


Tell = Callable[[int], None]
"""How many of both sides' forks are there."""


def before_orders(table: Table, seat: str) -> State:
    """The game as it was before the seat gave its orders of this turn, as far as they can be told apart."""
    taken = table.taken
    return taken[0].state if taken and taken[0].command.seat == seat else table.state


def climbs(
    forecaster: Forecaster,
    table: Table,
    seat: str,
    crises: Sequence[Crisis],
    count: int,
    tell: Tell | None = None,
    stop: Stop | None = None,
) -> Climbs:
    """Where the crises may stand in two turns. Takes seconds; ``stop`` ends it early with what there is."""
    state, before = table.state, before_orders(table, seat)
    turns = forecaster.book.scenario.clock.turns
    ahead = max(1, min(AHEAD, turns + 1 - state.turn)) if turns else AHEAD
    asked = tuple(crises)
    if state.phase == "over" or not asked:
        return Climbs(state.turn, state.turn, 0, count)
    done = [0, 0]

    def side(number: int, start: State) -> list[Fork]:
        def told(known: int) -> None:
            done[number] = min(known, count)
            if tell:
                tell(sum(done))

        end = Command(seat, END)
        command = end if refusal(forecaster.book, start, end) is None else None
        wish = Asked(seat, command, ahead, asked, count, like=state)
        return forecaster.forks(start, wish, tell=told, stop=stop)

    usual = side(0, before)
    ordered = side(1, state) if before is not state else []
    span = (state.turn, state.turn + ahead)
    return _counted(span, asked, usual, ordered, count, has_orders=before is not state)


def _counted(
    span: tuple[int, int],
    crises: tuple[Crisis, ...],
    usual: Sequence[Fork],
    ordered: Sequence[Fork],
    asked: int,
    *,
    has_orders: bool,
) -> Climbs:
    other = {fork.nonce: fork for fork in ordered}
    shared = [fork for fork in usual if fork.nonce in other] if has_orders else list(usual)
    steps = []
    for place, crisis in enumerate(crises):
        ends = [fork.steps[-1][place] for fork in shared]
        if not has_orders or not shared:
            steps.append(Steps(crisis, _chances(ends)))
            continue
        then = [other[fork.nonce].steps[-1][place] for fork in shared]
        effect, error = mean_of([b - a for a, b in zip(ends, then, strict=True)])
        steps.append(Steps(crisis, _chances(ends), _chances(then), effect, error))
    return Climbs(*span, len(shared), asked, tuple(steps) if shared else (), has_orders)


def _chances(ends: Sequence[int]) -> tuple[int, ...]:
    counts = Counter(ends)
    return tuple(middle(100 * counts[n], len(ends)) for n in range(max(ends, default=0) + 1))
