"""Files that change while a world is played: the game is played again on them."""

from __future__ import annotations

import shutil
from pathlib import Path

from csto_game.content.load import load
from csto_game.model.command import Command
from csto_game.rules import Book, new_game, options
from csto_game.session.reload import Watch, reload
from csto_game.session.table import Table

HANSA = Path(__file__).parents[1] / "worlds" / "hansa"


def book_of(path: Path) -> Book:
    scenario = load(path).scenario
    assert scenario is not None
    return Book.of(scenario)


def table_after(book: Book, turns: int) -> tuple[Table, list[Command]]:
    table = Table.of(book, new_game(book, 5), ())
    commands: list[Command] = []
    while table.state.turn <= turns:
        seat = table.asked
        assert seat is not None
        command = options(book, table.state, seat)[-1]
        table.act(command)
        commands.append(command)
    return table, commands


def test_a_changed_number_is_told_and_the_game_goes_on_from_there(tmp_path: Path) -> None:
    world = tmp_path / "hansa"
    shutil.copytree(HANSA, world)
    watch = Watch((world,))
    table, commands = table_after(book_of(world), 2)
    assert watch.changed() == ()

    cities = world / "cities.toml"
    lines = cities.read_text().splitlines()
    start = next(n for n, line in enumerate(lines) if line.endswith(".start]"))
    name = lines[start + 1].partition("=")[0]
    lines[start + 1] = f"{name}= 1"
    cities.write_text("\n".join(lines))

    assert watch.changed() == (cities,)
    again = reload(table, book_of(world), 5, commands)
    assert again.moved
    assert again.table.state.turn == table.state.turn


def test_the_same_files_give_the_same_game(tmp_path: Path) -> None:
    table, commands = table_after(book_of(HANSA), 2)
    again = reload(table, book_of(HANSA), 5, commands)
    assert again.refused == ()
    assert again.moved == ()
    assert again.table.state == table.state
