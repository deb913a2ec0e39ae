"""One whole game of programs, on one Draft from start to end."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import field, frozen

from csto_game.model.command import END, Command
from csto_game.rules import Book, fingerprint, new_game
from csto_game.rules.draft import Draft
from csto_game.rules.game import apply, refusal_on
from csto_game.rules.standing import score_row
from csto_game.session.leaders import Leaders
from csto_game.session.move import Move, row_of
from csto_game.session.seats import skill


@frozen
class Played:
    """A game that was played. ``ending`` is "" if it was stopped; ``moves`` are a save's lines."""

    seed: int
    seats: Mapping[str, str]
    turns: int
    ending: str
    scores: Mapping[str, int]
    won: tuple[str, ...]
    commands: int
    fingerprint: str
    start: str = ""
    moves: tuple[str, ...] = field(default=(), repr=False)


def play_game(
    book: Book,
    seats: Mapping[str, str],
    seed: int,
    *,
    turns: int,
    difficulty: str = "",
    keep: bool = False,
) -> Played:
    """Play until an ending, or until ``turns`` turns are over; with ``keep``, write down moves."""
    first = new_game(book, seed, difficulty=difficulty).state
    draft = Draft(book, first, log=False)
    leaders = Leaders(book, seats, seed, skill(book, difficulty))
    notes = _Notes(keep)
    play_out(draft, leaders, turns=turns, before=notes.before)
    notes.close(draft)
    return _played(draft, seats, seed, fingerprint(first), notes)


def play_out(
    draft: Draft,
    leaders: Leaders,
    *,
    turns: int,
    before: Callable[[Draft, Command], None] | None = None,
) -> None:
    """Let programs play on the Draft until an ending, or until ``turns`` turns are over."""
    while draft.phase != "over" and draft.turn <= turns:
        command = _choice(leaders, draft, draft.book.layout.codes[draft.active])
        if before:
            before(draft, command)
        apply(draft, command)


def _choice(leaders: Leaders, draft: Draft, seat: str) -> Command:
    """What the program wants; if that cannot be, it waves its turn by."""
    wish = leaders.choose_on(draft, seat)
    if refusal_on(draft, wish) is None:
        return wish
    return Command(seat, END) if draft.phase == "plan" else Command(seat, "vote", choice="abstain")


class _Notes:
    """Counts commands, and gathers those that belong into one line of a save."""

    def __init__(self, keep: bool) -> None:  # noqa: FBT001  # one caller, above
        self.keep = keep
        self.count = 0
        self.lines: list[str] = []
        self.row: object = None
        self.commands: list[tuple[str, str]] = []

    def before(self, draft: Draft, command: Command) -> None:
        self.count += 1
        if not self.keep:
            return
        row = row_of(draft, command.seat)
        if row != self.row:
            self.close(draft)
        self.row = row
        self.commands.append((command.seat, command.words))

    def close(self, draft: Draft) -> None:
        if self.commands:
            found = fingerprint(draft.freeze())
            self.lines.append(str(Move(tuple(self.commands), found)))
        self.commands = []


def _played(draft: Draft, seats: Mapping[str, str], seed: int, start: str, notes: _Notes) -> Played:
    verdict = draft.verdict
    rows = [score_row(draft, code) for code in draft.book.roles]
    standing = {row.seat: row.points for row in rows if row is not None}
    return Played(
        seed=seed,
        seats=dict(seats),
        turns=verdict.turn if verdict else draft.turn - 1,
        ending=verdict.ending if verdict else "",
        scores=dict(verdict.scores) if verdict else standing,
        won=verdict.won if verdict else (),
        commands=notes.count,
        fingerprint=fingerprint(draft.freeze()),
        start=start,
        moves=tuple(notes.lines),
    )
