"""The scenario's things with their functions, compiled when first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from csto_game.model.rng import name_key
from csto_game.model.scenario import (
    Chapter,
    Crisis,
    Incident,
    Mission,
    Motion,
    Option,
    Outcome,
    Promise,
    Rule,
    Rung,
    Spot,
    Verb,
)
from csto_game.model.tree import Const, Value, Who
from csto_game.rules.walk import terms

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Deed, Has, Listing, Number, RuleDeed, Test
    from csto_game.rules.draft import Draft

Price = tuple[str, "Number"]
"""(stat as written: ``coin`` or ``world.oil``, how much)"""


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
    def __init__(self, book: Book, option: Option, address: str) -> None:
        super().__init__(book, option, address, option.spot, option.outcomes)
        self.option = option


class _Picked:
    """`by` and `target` of a thing."""

    book: Book
    address: str
    by_who: Who | None
    target_who: Who | None

    @cached_property
    def by_list(self) -> Listing:
        return self.book.listing(self.by_who or Who(noun="country"), "self", self.address)

    @cached_property
    def by_has(self) -> Has:
        return self.book.has(self.by_who or Who(noun="country"), "self", self.address)

    @cached_property
    def target_list(self) -> Listing:
        return self.book.listing(self.target_who or Who(noun="country"), "target", self.address)

    @cached_property
    def target_has(self) -> Has:
        return self.book.has(self.target_who or Who(noun="country"), "target", self.address)


class VerbCode(CardCode, _Picked):
    def __init__(self, book: Book, verb: Verb) -> None:
        super().__init__(book, verb, f"verb.{verb.id}", verb.spot, verb.outcomes)
        self.verb = verb
        self.by_who, self.target_who = verb.by, verb.target
        self.options = {
            id: OptionCode(book, o, f"{self.address}.option.{id}") for id, o in verb.options.items()
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


class IncidentCode(CardCode, _Picked):
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


class RuleCode(_Picked):
    def __init__(self, book: Book, rule: Rule) -> None:
        self.book, self.rule, self.address = book, rule, f"rule.{rule.id}"
        self.by_who, self.target_who = rule.by, None
        self.key = name_key(self.address)
        self.cause = book.engine_cause(self.address, rule.spot)
        book.reserve(self.address, rule.do)

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.rule.when, self.address)

    @cached_property
    def chance(self) -> Number:
        return self.book.number(self.rule.chance, self.address, default=100)

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.rule.do, self.address)

    @property
    def tells(self) -> bool:
        """Is its happening worth a line in the report or the chronicle, or asked about by a rule?"""
        return bool(self.rule.news or self.rule.history)

    def selves(self, draft: Draft) -> list[int]:
        """For whom the rule runs now."""
        none = self.book.layout.none
        found = self.by_list(draft, none, none, none, 0)
        if self.rule.when is not None:
            found = [s for s in found if self.when(draft, s, none, none, 0)]
        if self.rule.chance is not None:
            found = [
                s for s in found if draft.chance(self.key, self.chance(draft, s, none, none, 0), s)
            ]
        return found

    @cached_property
    def do_for(self) -> RuleDeed:
        """The rule's effects for a list of selves, each line in one instant."""
        return self.book.rule_block(self.rule.do, self.address)


class MotionCode(_Picked):
    def __init__(self, book: Book, motion: Motion) -> None:
        self.book, self.motion, self.address = book, motion, f"motion.{motion.id}"
        self.by_who, self.target_who = motion.by, motion.target
        self.cause = book.engine_cause(self.address, motion.spot)
        book.reserve(self.address, motion.do)
        book.reserve(f"{self.address}.fails", motion.fails)

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.motion.when, self.address)

    @cached_property
    def leaning(self) -> Number:
        return self.book.number(self.motion.leaning, self.address)

    @cached_property
    def terms(self) -> tuple[Number, ...]:
        """The leaning taken apart at its sums, in the order of `rules.leaning.terms`."""
        return tuple(self.book.number(term, self.address) for _, term in terms(self.motion.leaning))

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.motion.do, self.address)

    @cached_property
    def fails(self) -> Deed | None:
        return self.book.block(self.motion.fails, f"{self.address}.fails")

    @cached_property
    def prices(self) -> tuple[Price, ...]:
        return tuple(
            (stat, self.book.number(value, self.address))
            for stat, value in self.motion.cost.items()
        )


class ChapterCode:
    def __init__(self, book: Book, chapter: Chapter) -> None:
        self.book, self.chapter, self.address = book, chapter, f"chapter.{chapter.id}"
        self.cause = book.engine_cause(self.address, chapter.spot)
        book.reserve(self.address, chapter.do)

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.chapter.when, self.address)

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.chapter.do, self.address)


class PromiseCode(_Picked):
    def __init__(self, book: Book, promise: Promise) -> None:
        self.book, self.promise, self.address = book, promise, f"promise.{promise.id}"
        self.by_who, self.target_who = promise.by, promise.target
        self.cause = book.engine_cause(self.address, promise.spot)
        book.reserve(self.address, promise.do)
        book.reserve(f"{self.address}.kept", promise.kept)
        book.reserve(f"{self.address}.broken", promise.broken)

    @cached_property
    def keep(self) -> Test:
        return self.book.test(self.promise.keep, self.address)

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.promise.do, self.address)

    @cached_property
    def kept(self) -> Deed | None:
        return self.book.block(self.promise.kept, f"{self.address}.kept")

    @cached_property
    def broken(self) -> Deed | None:
        return self.book.block(self.promise.broken, f"{self.address}.broken")


class RungCode:
    def __init__(self, book: Book, rung: Rung, address: str) -> None:
        self.book, self.rung, self.address = book, rung, address
        book.reserve(f"{address}.enter", rung.enter)
        book.reserve(address, rung.do)

    @cached_property
    def enter(self) -> Deed | None:
        return self.book.block(self.rung.enter, f"{self.address}.enter")

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.rung.do, self.address)

    @cached_property
    def weights(self) -> tuple[Number, Number, Number]:
        """Weights of going up (graver), staying, going down."""
        rung = self.rung
        return (
            self.book.number(rung.up, self.address),
            self.book.number(rung.stay, self.address, default=100),
            self.book.number(rung.down, self.address),
        )


class CrisisCode(_Picked):
    def __init__(self, book: Book, crisis: Crisis) -> None:
        self.book, self.crisis, self.address = book, crisis, f"crisis.{crisis.id}"
        self.by_who, self.target_who = crisis.by, crisis.target
        self.key = name_key(self.address)
        self.cause = book.engine_cause(self.address, crisis.spot)
        self.rungs = tuple(
            RungCode(book, rung, f"{self.address}.rung.{id}") for id, rung in crisis.rungs.items()
        )


class MissionCode:
    def __init__(self, book: Book, mission: Mission) -> None:
        self.book, self.mission, self.address = book, mission, f"mission.{mission.id}"
        self.key = name_key(self.address)
        self.cause = book.engine_cause(self.address, mission.spot)
        book.reserve(self.address, mission.do)
        self.outcomes = {
            id: OutcomeCode(book, o, f"{self.address}.outcome.{id}")
            for id, o in mission.outcomes.items()
        }

    @cached_property
    def needs(self) -> Number:
        return self.book.number(self.mission.needs, self.address)

    @cached_property
    def losses(self) -> Number:
        return self.book.number(self.mission.losses, self.address)

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.mission.do, self.address)
