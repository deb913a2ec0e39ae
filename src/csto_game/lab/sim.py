"""Many whole games, one after another or several at a time; the order of results never differs."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path

from attrs import evolve, frozen

from csto_game.lab.game import Played, play_game
from csto_game.lab.seating import Seating
from csto_game.rules import Book
from csto_game.session.begin import new_header
from csto_game.session.journal import Journal
from csto_game.session.library import SUFFIX
from csto_game.session.move import SHORT
from csto_game.session.worlds import open_world

Tell = Callable[[int, int], None]
"""Told (games done, games)."""


@frozen
class Task:
    """What is to be played. ``folder`` is the scenario's, from which other processes load it,
    with the ``mods`` named; ``saves`` is the folder for saves, ``place`` what they say of where the
    scenario is, ``noted_mods`` what they say of mods.
    """

    folder: str
    seating: Seating
    games: int
    seed: int
    turns: int
    difficulty: str = ""
    saves: str = ""
    place: str = ""
    mods: tuple[str, ...] = ()
    shelves: tuple[Path, ...] = ()
    noted_mods: tuple[str, ...] = ()


@frozen
class Result:
    """All games in order, and how long they took."""

    task: Task
    games: tuple[Played, ...]
    elapsed_s: float


def simulate(task: Task, book: Book, *, jobs: int = 1, tell: Tell | None = None) -> Result:
    """Play all games of a task. The same task gives the same games, whatever ``jobs`` is."""
    begun = time.perf_counter()
    done: list[Played] = []
    for played in _games(task, book, jobs):
        if task.saves:
            _save(task, book, len(done), played)
        done.append(evolve(played, moves=()))
        if tell:
            tell(len(done), task.games)
    return Result(task, tuple(done), time.perf_counter() - begun)


def _games(task: Task, book: Book, jobs: int) -> Iterator[Played]:
    if jobs <= 1 or task.games == 1:
        yield from (_play(task, book, game) for game in range(task.games))
        return
    with _pool(task, min(jobs, task.games)) as pool:
        yield from pool.imap(_play_there, range(task.games))


def _pool(task: Task, jobs: int) -> Pool:
    """Fresh processes: what a process inherits must not be able to change a game.

    Ctrl-C goes to all of them, and only this one is to answer; they are born deaf to it.
    """
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return get_context("spawn").Pool(jobs, _prepare, (task,))
    finally:
        signal.signal(signal.SIGINT, heard)


def _play(task: Task, book: Book, game: int) -> Played:
    seats = task.seating.of(game)
    return play_game(
        book,
        seats,
        task.seed + game,
        turns=task.turns,
        difficulty=task.difficulty,
        keep=bool(task.saves),
    )


_there: dict[str, tuple[Task, Book]] = {}
"""In another process: the task and the scenario it loaded."""


def _prepare(task: Task) -> None:
    _there["task"] = (task, open_world(task.folder, task.shelves, task.mods).book)


def _play_there(game: int) -> Played:
    task, book = _there["task"]
    return _play(task, book, game)


def _save(task: Task, book: Book, game: int, played: Played) -> None:
    header = new_header(
        book,
        played.seats,
        played.seed,
        difficulty=task.difficulty,
        place=task.place,
        mods=task.noted_mods,
    )
    name = f"{header.scenario}-{played.seed}-{game + 1}{SUFFIX}"
    path = Path(task.saves).expanduser() / name
    Journal.create(path, evolve(header, start=played.start[:SHORT]), played.moves)
