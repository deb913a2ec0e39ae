"""Where crises may go: both courses with the same luck, honest, cancellable."""

from __future__ import annotations

from attrs import evolve
from tests.rules.tiny import Game, verb

from csto_game.session.climbing import before_orders, climbs
from csto_game.session.forecast import Forecaster
from csto_game.session.table import Table

ROW = ("row", "AAA", "BBB")
WORLD = (
    """
[crisis.row]
name = "Row"
by = "country"
target = "country"
[crisis.row.rung.words]
name = "Words"
up = "self.heat"
stay = 10
down = "10 * self.plan"
[crisis.row.rung.fists]
name = "Fists"
up = "self.heat"
stay = 10
down = "10 * self.plan"
[crisis.row.rung.knives]
name = "Knives"
stay = 10
"""
    + verb("start crisis.row for self to BBB", id="pick")
    + verb("self.heat = 0\nself.coin - 1", id="cool")
    + verb("self.coin - 1", id="pay")
)


def table_of(game: Game, seat: str = "AAA") -> Table:
    return Table(game.book, frozenset((seat,)), game.state)


def begun() -> Table:
    """A row that will grow worse, and nothing ordered yet."""
    game = Game(WORLD).do("AAA: pick").end().until("AAA")
    return table_of(game)


def give(table: Table, words: str) -> None:
    command = Game.command(_As(table), f"AAA: {words}")  # type: ignore[arg-type]
    table.act(command)


class _As:
    """What `Game.command` asks of a game."""

    def __init__(self, table: Table) -> None:
        self.book, self.state = table.book, table.state


def asker(table: Table) -> Forecaster:
    return Forecaster(table.book, jobs=0, kinds=dict.fromkeys(table.book.layout.codes, "idle"))


def test_without_orders_there_is_one_course() -> None:
    table = begun()
    found = climbs(asker(table), table, "AAA", (ROW,), 40)
    assert (found.began, found.turn, found.n, found.asked) == (
        table.state.turn,
        table.state.turn + 2,
        40,
        40,
    )
    assert not found.has_orders
    (steps,) = found.steps
    assert sum(steps.usual) in range(98, 103)
    assert not steps.ordered
    assert len(steps.usual) == 4, "some games climb to the last rung, which counts as 3"


def test_orders_that_calm_a_crisis_show_and_stand_beside_the_course_without_them() -> None:
    table = begun()
    usual = climbs(asker(table), table, "AAA", (ROW,), 40).steps[0].usual
    give(table, "cool")
    found = climbs(asker(table), table, "AAA", (ROW,), 40)
    (steps,) = found.steps
    assert found.has_orders
    assert steps.usual == usual, "the course without orders is what it was before them"
    assert steps.ordered[-1] == 100, "nothing drives it up any more, nothing down"
    assert steps.effect < 0
    assert steps.is_sure


def test_orders_that_change_nothing_move_it_in_no_game() -> None:
    table = begun()
    give(table, "pay")
    (steps,) = climbs(asker(table), table, "AAA", (ROW,), 30).steps
    assert steps.usual == steps.ordered
    assert (steps.effect, steps.error) == (0, 0)
    assert not steps.is_sure


def test_only_orders_of_this_seat_and_turn_are_left_out() -> None:
    table = begun()
    start = table.state
    give(table, "pay")
    assert before_orders(table, "AAA") == start
    assert before_orders(table, "BBB") is table.state


def test_nothing_rests_on_what_the_seat_may_not_know() -> None:
    """What others plan is hidden; it drives the row down."""
    table = begun()
    row = ("row", "BBB", "AAA")
    layout = table.book.layout
    before = climbs(asker(table), table, "AAA", (ROW, row), 20)
    values = list(table.state.values)
    values[layout.find("plan", layout.index["BBB"])] = 99
    table.state = evolve(table.state, values=tuple(values))
    assert climbs(asker(table), table, "AAA", (ROW, row), 20).steps == before.steps


def test_it_can_be_stopped_and_keeps_what_there_is() -> None:
    table = begun()
    give(table, "cool")
    told: list[int] = []
    found = climbs(asker(table), table, "AAA", (ROW,), 50, told.append, lambda: len(told) >= 7)
    assert found.n == 0, "one side alone says nothing of the other"
    forecaster = asker(table)
    climbs(forecaster, table, "AAA", (ROW,), 5)
    kept = climbs(forecaster, table, "AAA", (ROW,), 50, stop=lambda: True)
    assert (kept.n, kept.asked) == (5, 50)
