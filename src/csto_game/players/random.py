"""Random: legal acts, evenly over everything it could do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from weakref import WeakKeyDictionary

from attrs import evolve, frozen

from csto_game.model.command import END, VOTES, Command
from csto_game.model.tree import Who
from csto_game.players.base import Dice
from csto_game.rules.book import Book
from csto_game.rules.commands import KINDS
from csto_game.rules.commands.table import has_tabled
from csto_game.rules.commands.verb import open_to
from csto_game.rules.draft import Draft
from csto_game.rules.layout import Layout
from csto_game.rules.mechanisms import council
from csto_game.rules.things import VerbCode

TRIES = 24
"""Draws before it thinks that nothing is left to do."""

STOP = 4
"""Where acts are not limited, one draw in so many ends the turn."""


@frozen
class Chance:
    """Something that may be legal at some time. ``verb`` is None for a motion; an amount is left open."""

    command: Command
    verb: VerbCode | None
    to: int
    plain: bool
    """No option and no amount: legal if its target is."""


_CHANCES: WeakKeyDictionary[Book, dict[int, tuple[Chance, ...]]] = WeakKeyDictionary()


class RandomPlayer:
    """Draws from all verb–target–option triples (and motions) until one is legal: even over legal ones."""

    looks = False

    def __init__(self, book: Book, seat: int, seed: int, skill: int = 0) -> None:
        self.book, self.seat = book, seat
        self.code = book.layout.codes[seat]
        self.dice = Dice.of(seed, f"random.{self.code}")

    @cached_property
    def everything(self) -> tuple[Chance, ...]:
        """All that could ever be legal for the seat; the same in every game of a world."""
        known = _CHANCES.setdefault(self.book, {})
        if self.seat not in known:
            known[self.seat] = (*self._verbs(), *self._motions())
        return known[self.seat]

    def _verbs(self) -> list[Chance]:
        layout = self.book.layout
        return [
            Chance(
                Command(
                    self.code, "verb", id, layout.codes[to] if to != layout.none else "", choice
                ),
                code,
                to,
                plain=not code.options and code.amounts is None,
            )
            for id, code in self.book.verbs.items()
            if not code.verb.by.codes or self.code in code.verb.by.codes
            for to in _ever(layout, code.verb.target, self.seat)
            for choice in (list(code.options) or [""])
        ]

    def _motions(self) -> list[Chance]:
        layout = self.book.layout
        return [
            Chance(
                Command(self.code, "table", id, layout.codes[to] if to != layout.none else ""),
                None,
                to,
                plain=False,
            )
            for id, code in self.book.motions.items()
            if code.motion.by is not None
            for to in _ever(layout, code.motion.target, self.seat)
        ]

    def think(self, belief: Draft) -> Command:
        if belief.phase == "council":
            return Command(
                self.code,
                "vote",
                council.agenda(belief)[0].motion,
                choice=VOTES[self.dice.below(len(VOTES))],
            )
        card = next((c for c in belief.cards if c.by == self.seat), None)
        if card is not None:
            return self._answer(belief, card.incident)
        limit = self.book.scenario.clock.acts
        if (belief.acts >= limit if limit else self.dice.below(STOP) == 0) or not self.everything:
            return Command(self.code, END)
        return self._draw(belief) or Command(self.code, END)

    def _draw(self, belief: Draft) -> Command | None:
        """Draw until something is legal."""
        everything, dice, seat = self.everything, self.dice, self.seat
        targets: dict[VerbCode, Sequence[int]] = {}
        may_table = not has_tabled(belief, seat)
        for _ in range(TRIES):
            chance = everything[dice.below(len(everything))]
            code = chance.verb
            if code is None:
                if may_table and KINDS["table"].refusal(belief, chance.command) is None:
                    return chance.command
                continue
            legal = targets.get(code)
            if legal is None:
                legal = code.legal(belief, seat) if open_to(belief, code, seat) else ()
                targets[code] = legal
            if chance.to not in legal:
                continue
            command = chance.command if chance.plain else self._filled(belief, chance, code)
            if command is not None:
                return command
        return None

    def _filled(self, belief: Draft, chance: Chance, code: VerbCode) -> Command | None:
        """The command with an amount, if it is legal."""
        command, to = chance.command, chance.to
        if code.amounts is not None and code.verb.amount is not None:
            least = code.amounts[0](belief, self.seat, to, to, 0)
            most = code.amounts[1](belief, self.seat, to, to, 0)
            if most < least:
                return None
            step = code.verb.amount.step
            amount = least + step * self.dice.below((most - least) // step + 1)
            command = evolve(command, amount=amount)
        return command if KINDS["verb"].refusal(belief, command) is None else None

    def _answer(self, belief: Draft, incident: str) -> Command:
        code = self.book.incidents[incident]
        options = list(code.options)
        pick = options[self.dice.below(len(options))]
        command = Command(self.code, "option", incident, choice=pick)
        if KINDS["option"].refusal(belief, command) is None:
            return command
        command = Command(self.code, "option", incident, choice=code.default)
        if KINDS["option"].refusal(belief, command) is None:
            return command
        return Command(self.code, END)


def _ever(layout: Layout, who: Who | None, seat: int) -> Sequence[int]:
    """Who could be meant by a phrase at any time; nobody's index where there is no target."""
    if who is None:
        return (layout.none,)
    if who.codes:
        return tuple(layout.index[code] for code in who.codes)
    if who.noun == "power":
        return range(layout.countries, layout.none)
    return [other for other in range(layout.countries) if who.noun != "other" or other != seat]


class IdlePlayer:
    """Uses no verb, abstains, and lets its cards lapse."""

    looks = False

    def __init__(self, book: Book, seat: int, seed: int = 0, skill: int = 0) -> None:
        self.book, self.seat = book, seat
        self.code = book.layout.codes[seat]

    def think(self, belief: Draft) -> Command:
        if belief.phase == "council":
            return Command(self.code, "vote", council.agenda(belief)[0].motion, choice="abstain")
        return Command(self.code, END)
