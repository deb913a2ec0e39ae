"""Cards with their functions: what leaders play and what they are dealt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from csto_game.model.rng import name_key
from csto_game.model.scenario import (
    Incident,
    Option,
    Outcome,
    Spot,
    Verb,
)
from csto_game.model.tree import Const, Value
from csto_game.rules.code.reading import words_in
from csto_game.rules.things.picked import Picked, Price

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Deed, Number, Test
    from csto_game.rules.draft import Draft


class OutcomeCode:
    def __init__(self, book: Book, outcome: Outcome, address: str) -> None:
        self.book, self.outcome, self.address = book, outcome, address
        book.reserve(address, outcome.do)

    @cached_property
    def weight(self) -> Number:
        return self.book.number(self.outcome.weight, self.address)

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.outcome.when, self.address)

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.outcome.do, self.address)


class CardCode:
    """What verbs, incidents and options share: price, effects and outcomes."""

    def __init__(
        self,
        book: Book,
        card: Verb | Incident | Option,
        address: str,
        spot: Spot,
        outcomes: Mapping[str, Outcome],
    ) -> None:
        self.book, self.card, self.address, self.spot = book, card, address, spot
        self.key = name_key(address)
        self.cause = book.engine_cause(f"{address}.cost", spot)
        """The cause of the price."""
        book.reserve(address, card.do)
        self.outcomes = {
            id: OutcomeCode(book, o, f"{address}.outcome.{id}") for id, o in outcomes.items()
        }

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.card.when, self.address)

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.card.do, self.address)

    @cached_property
    def ai(self) -> Number:
        return self.book.number(self.card.ai, self.address)

    @cached_property
    def prices(self) -> tuple[Price, ...]:
        cost: Mapping[str, Value] = getattr(self.card, "cost", {})  # incidents have no price
        return tuple((stat, self.book.number(value, self.address)) for stat, value in cost.items())


class OptionCode(CardCode):
    def __init__(
        self, book: Book, option: Option, address: str, cost: Mapping[str, Value] | None = None
    ) -> None:
        super().__init__(book, option, address, option.spot, option.outcomes)
        self.option = option
        self.cost = cost or {}
        """What the verb itself takes."""

    @cached_property
    def asks_target(self) -> bool:
        """Does it depend on the target whether it may be chosen?"""
        asked = [*self.option.cost.values(), *self.cost.values()]
        asked += [self.option.when] if self.option.when is not None else []
        return any("target" in words_in(value) for value in asked)


class VerbCode(CardCode, Picked):
    def __init__(self, book: Book, verb: Verb) -> None:
        super().__init__(book, verb, f"verb.{verb.id}", verb.spot, verb.outcomes)
        self.verb = verb
        self.by_who, self.target_who = verb.by, verb.target
        self.options = {
            id: OptionCode(book, o, f"{self.address}.option.{id}", verb.cost)
            for id, o in verb.options.items()
        }

    @cached_property
    def legal(self) -> Callable[[Draft, int], Sequence[int]]:
        """Targets (nobody for a verb without) that by, when and price allow now."""
        if self.verb.by.pick is not None or (
            self.verb.target is not None and self.verb.target.pick is not None
        ):
            return self._legal_of_picked
        return self.book.legal(self.verb, self.address)

    def _legal_of_picked(self, draft: Draft, seat: int) -> Sequence[int]:
        none, numbered = self.book.layout.none, self.amounts is not None
        if not self.by_has(draft, seat, seat):
            return ()
        targets = (
            [none] if self.target_who is None else self.target_list(draft, seat, none, none, 0)
        )
        return [
            to
            for to in targets
            if self.when(draft, seat, to, none, 0)
            and (numbered or self._affordable(draft, seat, to))
        ]

    def _affordable(self, draft: Draft, seat: int, to: int) -> bool:
        low = self.book.layout.low
        for stat, price in self.prices:
            slot, wanted = draft.price_slot(stat, seat), price(draft, seat, to, seat, 0)
            if wanted > 0 and draft.v[slot] - wanted < low[slot]:
                return False
        return True

    @cached_property
    def joint_prices(self) -> Mapping[str, tuple[Price, ...]]:
        """Option → its price and the verb's together, one entry a stat."""
        found = {}
        for id, option in self.options.items():
            joined: dict[str, list[Number]] = {}
            for stat, price in (*self.prices, *option.prices):
                joined.setdefault(stat, []).append(price)
            found[id] = tuple((stat, _total(prices)) for stat, prices in joined.items())
        return found

    @cached_property
    def amounts(self) -> tuple[Number, Number, Number | None] | None:
        """Lowest, highest and first amount, if the verb has one."""
        amount = self.verb.amount
        if amount is None:
            return None
        first = self.book.number(amount.start, self.address) if amount.start is not None else None
        return (
            self.book.number(amount.min, self.address),
            self.book.number(amount.max, self.address),
            first,
        )


def _total(prices: list[Number]) -> Number:
    if len(prices) == 1:
        return prices[0]
    return lambda d, s, t, m, a: sum([price(d, s, t, m, a) for price in prices])


class IncidentCode(CardCode, Picked):
    def __init__(self, book: Book, incident: Incident) -> None:
        super().__init__(
            book, incident, f"incident.{incident.id}", incident.spot, incident.outcomes
        )
        self.incident = incident
        self.by_who, self.target_who = incident.by, incident.target
        self.options = {
            id: OptionCode(book, o, f"{self.address}.option.{id}")
            for id, o in incident.options.items()
        }
        self.deal_key = name_key(f"{self.address}.deal")
        self.chance_key = name_key(f"{self.address}.chance")

    @cached_property
    def fixed_by(self) -> tuple[int, ...]:
        """Who is dealt the card, if it is written as codes alone; else empty, and `by_list` is asked."""
        who = self.incident.by
        if who is None or not who.codes or who.where is not None or who.pick is not None:
            return ()
        return tuple(self.book.layout.index[code] for code in who.codes)

    @cached_property
    def percent(self) -> int | None:
        """Its chance to come, if that is the same all game long; else None, and `chance` is asked."""
        chance = self.incident.chance
        if chance is None:
            return 100
        return chance.value if isinstance(chance, Const) else None

    @cached_property
    def is_drawn_first(self) -> bool:
        """Is it cheaper to ask chance before who it is for? Not where that moves a forced card in its queue."""
        who, percent = self.incident.by, self.percent
        if who is None or who.pick is not None or self.fixed_by or self.incident.forced:
            return False
        return percent is not None and percent < 100

    @cached_property
    def never(self) -> bool:
        """Is it dealt only by ``start``?"""
        weight = self.incident.weight
        return isinstance(weight, Const) and weight.value <= 0 and not self.incident.forced

    @property
    def default(self) -> str:
        """The option taken when nobody answers: the named one, or the last."""
        return self.incident.default or (list(self.options)[-1] if self.options else "")

    @cached_property
    def weight(self) -> Number:
        return self.book.number(self.incident.weight, self.address, default=10)

    @cached_property
    def chance(self) -> Number:
        return self.book.number(self.incident.chance, self.address, default=100)
