"""Reloading a world while it is played (``csto play --dev``): files change, the game is replayed on them.

The journal is the game: the same commands are given again under the new rules. What is refused now
is left out and said; the save is marked as touched, since it no longer tells one world's story.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from attrs import define, field, frozen

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.rules import Book, new_game
from csto_game.session.table import Table

WATCHED = (".toml", ".po")


@define
class Watch:
    """Looks whether a world's files have changed since it last looked."""

    folders: tuple[Path, ...]
    _seen: dict[Path, tuple[int, int]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self._seen = self._look()

    def changed(self) -> tuple[Path, ...]:
        """Files that are new, gone or written anew since the last call."""
        now = self._look()
        before, self._seen = self._seen, now
        paths = sorted({*now, *before})
        return tuple(path for path in paths if now.get(path) != before.get(path))

    def _look(self) -> dict[Path, tuple[int, int]]:
        found: dict[Path, tuple[int, int]] = {}
        for folder in self.folders:
            for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
                if path.suffix in WATCHED and path.is_file():
                    facts = path.stat()
                    found[path] = (facts.st_mtime_ns, facts.st_size)
        return found


@frozen
class Reloaded:
    """A table under the new rules, and what is different: commands refused now, numbers that moved."""

    table: Table
    refused: tuple[tuple[Command, Refusal], ...]
    moved: tuple[tuple[str, int, int], ...]
    """(path, before, after) of numbers both worlds know."""


def reload(
    old: Table, book: Book, seed: int, commands: Iterable[Command], difficulty: str = ""
) -> Reloaded:
    """Give all commands again under another Book of the same world."""
    first = new_game(book, seed, persons=tuple(sorted(old.persons)), difficulty=difficulty)
    table = Table.of(book, first, tuple(sorted(old.persons)))
    refused: list[tuple[Command, Refusal]] = []
    for command in commands:
        done = table.act(command)
        if isinstance(done, Refusal):
            refused.append((command, done))
    return Reloaded(table, tuple(refused), _moved(old.book, old.state, book, table.state))


def _moved(
    old_book: Book, old: State, new_book: Book, new: State
) -> tuple[tuple[str, int, int], ...]:
    before, after = _numbers(old_book, old), _numbers(new_book, new)
    return tuple(
        (path, before[path], after[path])
        for path in before
        if path in after and before[path] != after[path]
    )


def _numbers(book: Book, state: State) -> dict[str, int]:
    """Every number that somebody has, by its path."""
    layout = book.layout
    return {
        layout.path(layout.slots[slot]): value
        for stat, base in layout.base.items()
        for slot, value in enumerate(state.values[base : base + layout.span(stat)], base)
        if _is_somebodys(book, slot)
    }


def _is_somebodys(book: Book, slot: int) -> bool:
    layout = book.layout
    where = layout.slots[slot]
    kinds = layout.stats[where.stat].owner
    if kinds == ("place",):
        return bool(layout.places)
    if kinds == ("country", "pole") and where.toward == len(layout.poles):
        return False
    return where.owner != layout.none and (len(kinds) == 1 or where.toward != layout.none)
