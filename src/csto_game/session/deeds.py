"""Effects that a modder's console applied: part of a game's story, so a save tells them like commands.

``KAZ: ! self.unrest + 5  # 3f2a91bc``: rule text with ``self`` = the seat. It cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from csto_game.model.refusal import Refusal
from csto_game.model.scenario import Difficulty
from csto_game.model.tree import Block
from csto_game.rules import Book, Step, parse_command
from csto_game.rules.draft import Draft
from csto_game.rules.events import read_log
from csto_game.session.move import DEED
from csto_game.session.table import Table

_NOBODYS = "=console"
"""No id of a file can be this."""


def deeds_in(said: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """(seat, effect) for all effects among what was said."""
    return tuple((seat, words[2:]) for seat, words in said if words.startswith(f"{DEED} "))


def with_deeds(book: Book, deeds: Sequence[tuple[str, str]]) -> Book:
    """The Book of a world in which these effects happen.

    A Book works out once what no rule can change; so the lines are put where rules stand but never
    run: into a difficulty that nobody can choose. A Book is made for one game of this kind, since
    the numbers of its causes follow the order in which effects were applied.
    """
    levels = {k: v for k, v in book.scenario.difficulties.items() if k != _NOBODYS}
    if not deeds and len(levels) == len(book.scenario.difficulties):
        return book
    if deeds:
        from csto_game.session.asked import read_effects  # noqa: PLC0415  # see below

        blocks = [read_effects(book, seat, text)[0] for seat, text in deeds if _is_seat(book, seat)]
        lines = tuple(line for block in blocks for line in block.lines)
        levels[_NOBODYS] = Difficulty(_NOBODYS, "", "", do=Block(lines))
    return Book.of(attrs.evolve(book.scenario, difficulties=levels))


def _is_seat(book: Book, seat: str) -> bool:
    return book.layout.index.get(seat) in book.seat_set


def carry_out(table: Table, seat: str, words: str) -> Step | Refusal:
    """What a line of a save says: a command, or an effect of the console. Refused: nothing changes."""
    if words.startswith(f"{DEED} "):
        return shake(table, seat, words[len(DEED) + 1 :])
    command = parse_command(table.book, table.state, seat, words)
    return command if isinstance(command, Refusal) else table.act(command)


def shake(table: Table, seat: str, text: str) -> Step | Refusal:
    """Apply an effect; its Book must know it (`with_deeds`)."""
    # Who plays and is no modder needs nothing that reads rules.
    from csto_game.session.asked import FILE, read_effects  # noqa: PLC0415

    book, state = table.book, table.state
    if state.phase == "over":
        return Refusal("game_over")
    block, problems = read_effects(book, seat, text)
    # Each effect has causes and dice of its own, the same ones whenever the game is played again.
    deed = None if problems else book.block(block, f"dev.{FILE}.{len(book.causes)}")
    if deed is None:
        return Refusal("unknown_word", (("word", text[:60]),))
    draft = Draft(book, state)
    none = book.layout.none
    deed(draft, book.layout.index[seat], none, none, 0)
    done = Step(draft.freeze(), read_log(draft, f"{seat}: {DEED} {text}", state))
    table.shake(done)
    return done
