"""Rules, motions, promises, crises, missions and chapters with their functions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from csto_game.model.rng import name_key
from csto_game.model.scenario import (
    Chapter,
    Crisis,
    Mission,
    Motion,
    Promise,
    Rule,
    Rung,
    Step,
)
from csto_game.rules.things.cards import OutcomeCode
from csto_game.rules.things.picked import Picked, Price
from csto_game.rules.walk import terms

if TYPE_CHECKING:
    from csto_game.rules.book import Book, Deed, Number, RuleDeed, Test
    from csto_game.rules.draft import Draft


class RuleCode(Picked):
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


class MotionCode(Picked):
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


class StepCode:
    """A step of a lesson, asked of the seat that is taught. It changes nothing and is no part of the game."""

    def __init__(self, book: Book, step: Step, chapter: str) -> None:
        self.book, self.step, self.address = book, step, f"{chapter}.step.{step.id}"

    @cached_property
    def done(self) -> Test:
        return self.book.test(self.step.done, self.address)


class ChapterCode:
    def __init__(self, book: Book, chapter: Chapter) -> None:
        self.book, self.chapter, self.address = book, chapter, f"chapter.{chapter.id}"
        self.cause = book.engine_cause(self.address, chapter.spot)
        book.reserve(self.address, chapter.do)

    @cached_property
    def when(self) -> Test:
        return self.book.test(self.chapter.when, self.address)

    @cached_property
    def steps(self) -> tuple[StepCode, ...]:
        return tuple(
            StepCode(self.book, step, self.address) for step in self.chapter.steps.values()
        )

    @cached_property
    def do(self) -> Deed | None:
        return self.book.block(self.chapter.do, self.address)


class PromiseCode(Picked):
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


class CrisisCode(Picked):
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
