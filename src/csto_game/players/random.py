"""Random: legal acts, evenly over everything it could do."""

from __future__ import annotations

from functools import cached_property

from csto_game.model.command import END, VOTES, Command
from csto_game.players.base import Dice
from csto_game.rules.book import Book
from csto_game.rules.commands import KINDS
from csto_game.rules.commands.verb import open_to
from csto_game.rules.draft import Draft
from csto_game.rules.mechanisms import council

TRIES = 24
"""Draws before it thinks that nothing is left to do."""

STOP = 4
"""Where acts are not limited, one draw in so many ends the turn."""


class RandomPlayer:
    """Draws from all verb–target–option triples (and motions) until one is legal: even over legal ones."""

    looks = False

    def __init__(self, book: Book, seat: int, seed: int, skill: int = 0) -> None:
        self.book, self.seat = book, seat
        self.code = book.layout.codes[seat]
        self.dice = Dice.of(seed, f"random.{self.code}")

    @cached_property
    def everything(self) -> tuple[Command, ...]:
        """All commands that could ever be legal, amounts left open (None)."""
        actors = self.book.layout.codes
        found: list[Command] = []
        for id, verb in self.book.scenario.verbs.items():
            if verb.by.codes and self.code not in verb.by.codes:
                continue
            found.extend(
                Command(self.code, "verb", id, target, choice)
                for target in (actors if verb.target is not None else ("",))
                for choice in (list(verb.options) or [""])
            )
        for id, motion in self.book.scenario.motions.items():
            if motion.by is not None:
                targets = actors if motion.target is not None else ("",)
                found.extend(Command(self.code, "table", id, target) for target in targets)
        return tuple(found)

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
        for _ in range(TRIES):
            command = self._try(belief, self.everything[self.dice.below(len(self.everything))])
            if command is not None:
                return command
        return Command(self.code, END)

    def _try(self, belief: Draft, command: Command) -> Command | None:
        """The command with an amount, if it is legal."""
        if command.kind == "verb":
            code = self.book.verbs[command.thing]
            if not open_to(belief, code, self.seat):
                return None
            to = self.book.layout.index[command.target] if command.target else self.book.layout.none
            if to not in code.legal(belief, self.seat):
                return None
            if not code.options and code.amounts is None:
                return command
        filled = self._amount(belief, command)
        if filled is None or KINDS[filled.kind].refusal(belief, filled) is not None:
            return None
        return filled

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

    def _amount(self, belief: Draft, command: Command) -> Command | None:
        code = self.book.verbs.get(command.thing) if command.kind == "verb" else None
        if code is None or code.amounts is None or code.verb.amount is None:
            return command
        to = self.book.layout.index.get(command.target, self.book.layout.none)
        least = code.amounts[0](belief, self.seat, to, to, 0)
        most = code.amounts[1](belief, self.seat, to, to, 0)
        if most < least:
            return None
        step = code.verb.amount.step
        amount = least + step * self.dice.below((most - least) // step + 1)
        return Command(
            command.seat, command.kind, command.thing, command.target, command.choice, amount
        )


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
