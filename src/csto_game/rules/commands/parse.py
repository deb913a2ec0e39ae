"""Text to Command: the form of saves, scripts and plain mode."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from csto_game.model.command import END, VOTES, Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.rules.commands.base import refuse
from csto_game.rules.commands.verb import amounts
from csto_game.rules.draft import Draft
from csto_game.rules.mechanisms import council

if TYPE_CHECKING:
    from csto_game.rules.book import Book

_NUMBER = re.compile("-?[0-9]{1,9}")
_PLACE = re.compile("[0-9]{1,2}")


def parse_command(book: Book, state: State, seat: str, words: str) -> Command | Refusal:
    """``VERB [TARGET] [OPTION] [AMOUNT]``, ``option [INCIDENT] ID|number``, ``table MOTION [TARGET]``,
    ``vote [MOTION] yes|no|abstain``, ``end``. Only the form is asked here; legality is `refusal`'s.
    """
    parts = words.split()
    if not parts:
        return refuse("empty")
    head, rest = parts[0], parts[1:]
    reader = {"option": _option, "table": _table, "vote": _vote, END: _end}.get(head, _verb)
    return reader(book, state, seat, head, rest)


def _verb(book: Book, state: State, seat: str, head: str, rest: list[str]) -> Command | Refusal:
    code = book.verbs.get(head)
    if code is None:
        return refuse("unknown_word", word=head)
    target = choice = ""
    amount: int | None = None
    for word in rest:
        if _NUMBER.fullmatch(word) and amount is None:
            amount = int(word)
        elif (
            word.upper() in book.layout.index
            and word.upper() != "NONE"
            and not target
            and word not in code.options
        ):
            target = word.upper()
        elif not choice and word in code.options:
            choice = word
        elif code.verb.target is not None and not target:
            return refuse("unknown_target", word=word)
        else:
            return refuse("unknown_argument", word=word, thing=code.address)
    if amount is None and code.amounts is not None:
        to = book.layout.index.get(target, book.layout.none)
        amount = _first_amount(book, state, seat, code.verb.id, to)
    return Command(seat, "verb", head, target, choice, amount)


def _first_amount(book: Book, state: State, seat: str, verb: str, to: int) -> int | None:
    offered = amounts(Draft(book, state, log=False), book.verbs[verb], book.layout.index[seat], to)
    return offered[0] if offered else None


def _option(book: Book, state: State, seat: str, head: str, rest: list[str]) -> Command | Refusal:
    me = book.layout.index[seat]
    waiting = [card for card in state.cards if card.by == me]
    if not rest or len(rest) > 2:
        return refuse("empty_option")
    if len(rest) == 2:
        waiting = [card for card in waiting if card.incident == rest[0]]
        if not waiting:
            return refuse("no_card", thing=rest[0])
    wanted = rest[-1]
    for card in waiting:
        options = list(book.incidents[card.incident].options)
        # A place counts in the first card only: no slip of a finger must answer another.
        is_place = card is waiting[0] and _PLACE.fullmatch(wanted)
        if is_place and 1 <= int(wanted) <= len(options):
            return Command(seat, "option", card.incident, choice=options[int(wanted) - 1])
        if wanted in options:
            return Command(seat, "option", card.incident, choice=wanted)
    if not waiting:
        return refuse("no_card", thing="")
    first = waiting[0].incident
    return refuse(
        "needs_option", thing=f"incident.{first}", options=" ".join(book.incidents[first].options)
    )


def _table(book: Book, state: State, seat: str, head: str, rest: list[str]) -> Command | Refusal:
    if not rest or rest[0] not in book.motions:
        return refuse(
            "unknown_motion", word=rest[0] if rest else "", motions=" ".join(book.motions)
        )
    target = rest[1].upper() if len(rest) > 1 else ""
    if target and target not in book.layout.index:
        return refuse("unknown_target", word=rest[1])
    return Command(seat, "table", rest[0], target)


def _vote(book: Book, state: State, seat: str, head: str, rest: list[str]) -> Command | Refusal:
    if not rest or rest[-1] not in VOTES:
        return refuse("needs_option", thing="vote", options=" ".join(VOTES))
    on = council.agenda(Draft(book, state, log=False))
    motion = rest[0] if len(rest) == 2 else (on[0].motion if on else "")
    return Command(seat, "vote", motion, choice=rest[-1])


def _end(book: Book, state: State, seat: str, head: str, rest: list[str]) -> Command | Refusal:
    return refuse("unknown_argument", word=rest[0], thing=END) if rest else Command(seat, END)
