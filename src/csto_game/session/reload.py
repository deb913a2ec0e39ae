"""Reloading a world while it is played (``csto play --dev``): files change, the game is replayed on them.

The journal is the game: each turn's commands are given again under the new rules when their seats
are asked. What is refused now is left out and told. Where somebody is asked who was not asked
before, programs choose and persons pass.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import define, field, frozen

from csto_game.model.command import END, Command
from csto_game.model.refusal import Refusal
from csto_game.rules import Book, fingerprint, new_game
from csto_game.session.deeds import carry_out
from csto_game.session.header import Header
from csto_game.session.leaders import Leaders
from csto_game.session.moved import moved
from csto_game.session.programs import choice
from csto_game.session.seats import skill
from csto_game.session.table import Table

WATCHED = (".toml", ".po", ".zip")

Said = tuple[str, str]
"""(seat, words) of a command, or of an effect."""


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

    def has_changed(self) -> bool:
        """Whether `changed` would tell of something; tells it again next time."""
        return self._look() != self._seen

    def _look(self) -> dict[Path, tuple[int, int]]:
        found: dict[Path, tuple[int, int]] = {}
        for folder in self.folders:
            for path in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
                if path.suffix not in WATCHED:
                    continue
                try:
                    facts = path.stat()
                except OSError:
                    continue  # an editor has just put another file in its place
                found[path] = (facts.st_mtime_ns, facts.st_size)
        return found


@frozen
class Reloaded:
    """A table under the new rules, what was said at it, and what is different.

    ``filled`` counts choices that nobody had made before; ``moved`` are (path, before, after) of
    numbers both worlds know, the largest change first.
    """

    table: Table
    said: tuple[Said, ...]
    refused: tuple[tuple[Said, Refusal], ...]
    moved: tuple[tuple[str, int, int], ...]
    filled: int = 0

    def is_same(self, old: Table) -> bool:
        """Whether nothing at all is different."""
        now, before = self.table.log.steps, old.log.steps
        if self.refused or self.filled or len(now) != len(before):
            return False
        return all(
            fingerprint(one.state) == fingerprint(other.state)
            for one, other in zip(now, before, strict=True)
        )


def reload(old: Table, book: Book, header: Header, said: Sequence[Said]) -> Reloaded:
    """Give all commands again under another Book of the same world."""
    first = new_game(book, header.seed, persons=header.persons, difficulty=header.difficulty)
    table = Table.of(book, first, header.persons)
    leaders = Leaders(book, header.seats, header.seed, skill(book, header.difficulty))
    again = _Again(table, leaders, [])
    turns: dict[int, list[tuple[str, Said]]] = {}
    for step, one in zip(old.log.steps, said, strict=False):
        turns.setdefault(step.state.turn, []).append((step.state.phase, one))
    for turn, queue in turns.items():
        again.play(turn, queue, is_last=turn == old.state.turn)
    changes = moved(old.book, old.state, book, table.state)
    return Reloaded(table, tuple(again.said), tuple(again.refused), changes, again.filled)


@define
class _Again:
    table: Table
    leaders: Leaders
    said: list[Said]
    refused: list[tuple[Said, Refusal]] = field(factory=list)
    filled: int = 0

    def play(self, turn: int, queue: list[tuple[str, Said]], *, is_last: bool) -> None:
        """One turn; the last one only as far as it had been played."""
        table = self.table
        while table.asked and table.state.turn == turn and (queue or not is_last):
            seat, phase = table.asked, table.state.phase
            own = next((item for item in queue if (item[0], item[1][0]) == (phase, seat)), None)
            if own:
                queue.remove(own)
                self._do(own[1])
            elif is_last and not self.leaders.is_program(seat):
                break
            else:
                self._pass(seat)
        for _, one in queue:
            code = "game_over" if table.state.phase == "over" else "not_meeting"
            self.refused.append((one, Refusal(code)))

    def _do(self, one: Said) -> None:
        done = carry_out(self.table, *one)
        if isinstance(done, Refusal):
            self.refused.append((one, done))
        else:
            self.said.append(one)

    def _pass(self, seat: str) -> None:
        self.filled += 1
        if self.leaders.is_program(seat):
            command, done = choice(self.table, self.leaders, seat)
            self.table.take(command, done)
            self.said.append((seat, command.words))
            return
        is_planning = self.table.state.phase == "plan"
        command = Command(seat, END) if is_planning else Command(seat, "vote", choice="abstain")
        self._do((seat, command.words))
