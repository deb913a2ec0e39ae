"""The timeline: lines of play that left one another. Every line is a whole save; none is ever lost.

A branch is a new save with the moves up to its point; it names the line it left and the turn.
Lines of one game are known by what they share: world, seed, seats and start.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve, frozen

from csto_game.model.refusal import GameError
from csto_game.model.state import State
from csto_game.rules import fingerprint
from csto_game.session.header import Header
from csto_game.session.journal import Journal
from csto_game.session.leaders import Leaders
from csto_game.session.library import SUFFIX, SaveRow, check_name, saves
from csto_game.session.log import Log
from csto_game.session.match import Match
from csto_game.session.move import SHORT
from csto_game.session.save import MEMO, Save, heading_of, read_save
from csto_game.session.table import Table
from csto_game.text.catalog import say

Kin = tuple[object, ...]


@frozen
class Line:
    """One line of play. ``parent`` is the name of the line it left in turn ``left``, or "";
    ``depth`` how many lines lie between it and the first; ``row`` is what the library knows of it.
    """

    name: str
    parent: str
    left: int
    depth: int
    is_here: bool
    row: SaveRow


def parent_of(header: Header) -> tuple[str, int]:
    """The line that a save left and the turn, or ("", 0)."""
    name, _, turn = header.parent.rpartition(" ")
    return (name, int(turn)) if name and turn.isascii() and turn.isdigit() else ("", 0)


def kin(header: Header) -> Kin:
    """What all lines of one game share."""
    return (
        header.scenario,
        header.hash,
        header.mods,
        header.seed,
        tuple(header.seats.items()),
        header.difficulty,
        header.start,
        bool(header.iron),
    )


# ── listing ──


def timeline(path: Path) -> tuple[Line, ...]:
    """The lines of the game that this save belongs to, each after the one it left; damaged ones, too,
    as far as their headings can be read.
    """
    family = kin(read_save(path).header)
    found: dict[str, tuple[str, int, SaveRow]] = {}
    for row in saves(path.parent):
        header = heading_of(row.path)
        if header is not None and kin(header) == family:
            found[row.name] = (*parent_of(header), row)
    return tuple(_tree(found, path.stem, "", 0))


def _tree(
    found: dict[str, tuple[str, int, SaveRow]], here: str, parent: str, depth: int
) -> list[Line]:
    """Depth first; lines whose parent is gone stand at the root."""
    lines: list[Line] = []
    for name in sorted(found, key=lambda name: (found[name][1], name)):
        above, left, row = found[name]
        if (above if above in found and above != name else "") != parent:
            continue
        lines.append(Line(name, above, left, depth, name == here, row))
        if depth < len(found):
            lines += _tree(found, here, name, depth + 1)
    return lines


# ── branching ──


def branch(match: Match, name: str, turn: int | None = None) -> Match:
    """A new line of play from the start of a past turn, or from this moment; it is a match of its own.

    The line it leaves stays as it is. Raises GameError for an iron game, a name that is taken, or a
    turn that has not been.
    """
    if match.header.iron:
        raise GameError(say("timeline.iron"))
    name = check_name(name)
    state, steps = _point(match.table, turn)
    table = Table(match.book, match.table.persons, state, Log(match.table.log.steps[:steps]))
    header, journal, noted = match.header, None, 0
    if match.journal:
        parent = match.journal.path
        header = evolve(header, parent=f"{parent.stem} {state.turn}")
        save = read_save(parent)
        lines = _kept(save, None if turn is None else state)
        journal = Journal.create(parent.with_name(f"{name}{SUFFIX}"), header, lines)
        noted = read_save(journal.path).noted_turn
    leaders = Leaders(match.book, header.seats, header.seed, match.leaders.skill)
    return Match(header, table, journal, leaders, (), noted)


def _point(table: Table, turn: int | None) -> tuple[State, int]:
    """The state at the start of a turn and the number of steps that led to it."""
    if turn is None:
        return table.state, len(table.log)
    steps = table.log.steps
    if turn in steps.turns:
        place = steps.turns.index(turn)
        return steps[place].state, place + 1
    raise GameError(say("match.turn", turn=turn, last=table.state.turn))


def _kept(save: Save, state: State | None) -> tuple[str, ...]:
    """The save's lines below its heading, up to the move that led to the state (None: all)."""
    lines = save.path.read_bytes()[: save.size].decode().splitlines()
    body = len(lines) if state is None else _last_line(save, state)
    begin = next(n for n, text in enumerate(lines) if text == "---") + 1
    # Words about the line that is left are none about the new one.
    return tuple(line for line in lines[begin:body] if not line.startswith(f"# {MEMO}"))


def _last_line(save: Save, state: State) -> int:
    """The line of the move after which the state stood; the heading's end for the very start."""
    found = fingerprint(state)[:SHORT]
    if save.header.start[:SHORT] == found:
        return 0
    lines = [move.line for move in save.moves if move.fingerprint[:SHORT] == found]
    if not lines:
        raise GameError(say("timeline.lost", file=save.path.name, turn=state.turn))
    return lines[0]


def shared(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items two lists begin with in common."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
