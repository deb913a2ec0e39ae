"""The Book: a Scenario compiled. Trees become Python functions when they are first needed.

Nothing in a Book changes what a game is: two Books of one Scenario play the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from csto_game.model import tree
from csto_game.model.event import Cause
from csto_game.model.rng import name_key
from csto_game.model.scenario import Scenario, Spot, Verb
from csto_game.model.tree import Block, Value, Who
from csto_game.model.view import Weighed
from csto_game.rules.belief import Curtain, Stretch
from csto_game.rules.code.arithmetic import NAMES
from csto_game.rules.code.drift import drift
from csto_game.rules.code.effects import BlockCoder, line_cause
from csto_game.rules.code.formulas import formula
from csto_game.rules.code.legal import legal_targets
from csto_game.rules.code.statics import Statics
from csto_game.rules.code.values import ValueCoder
from csto_game.rules.code.who import listing, membership
from csto_game.rules.layout import lay_out
from csto_game.rules.mechanisms import MOVES, RUNNING, alignment, forces
from csto_game.rules.mechanisms.alignment import AlignmentCode
from csto_game.rules.mechanisms.council import OrganCode
from csto_game.rules.opening import opening_values
from csto_game.rules.score import EndingCode, RoleCode
from csto_game.rules.temper import weighed
from csto_game.rules.things import (
    ChapterCode,
    CrisisCode,
    IncidentCode,
    MissionCode,
    MotionCode,
    PromiseCode,
    RuleCode,
    VerbCode,
)
from csto_game.rules.walk import nodes, values_of_scenario
from csto_game.rules.worth import Worth

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft

Number = Callable[["Draft", int, int, int, int], int]
"""``f(draft, self, target, mover or viewer, amount)``"""
Test = Callable[["Draft", int, int, int, int], bool]
Deed = Callable[["Draft", int, int, int, int], None]
RuleDeed = Callable[["Draft", list[int], int, int, int], None]
Listing = Callable[["Draft", int, int, int, int], list[int]]
Has = Callable[["Draft", int, int], bool]
Formula = Callable[[Any, "Draft", int, int], int]
Groups = tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, ...], ...]]
"""Members, outsiders, and for each actor the members without it."""


PHASES = ("start", "plan", "council", "resolve", "drift", "end")

ENGINE_CAUSES = (
    "clock", "deck", "council", "alignment", "ledger", "ladder", "forces", "office", "drift", "difficulty", "chapter",
    "score",
)  # fmt: skip
"""Mechanisms that change numbers without a line of their own."""


class Book:
    """A compiled world: ``scenario``, ``layout`` and functions for everything in it."""

    moves = MOVES
    runners = RUNNING
    muster = staticmethod(forces.muster)
    shift = staticmethod(alignment.shift)

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.layout = lay_out(scenario)
        self.causes: list[Cause] = []
        self._first: dict[str, int] = {}
        self._seen: dict[str, Test] = {}
        self._curtains: dict[int, Curtain] = {}
        self._worths: dict[int, Worth] = {}
        self._groups: dict[tuple[int, ...], Groups] = {}
        self.statics = Statics(self.layout, scenario, self.opening)
        self._names = self._namespace()
        for thing in ENGINE_CAUSES:
            self.engine_cause(thing)
        self.verbs = {id: VerbCode(self, verb) for id, verb in scenario.verbs.items()}
        self.incidents = {id: IncidentCode(self, card) for id, card in scenario.incidents.items()}
        self.rules = {id: RuleCode(self, rule) for id, rule in scenario.rules.items()}
        self.motions = {id: MotionCode(self, motion) for id, motion in scenario.motions.items()}
        self.promises = {
            id: PromiseCode(self, promise) for id, promise in scenario.promises.items()
        }
        self.crises = {id: CrisisCode(self, crisis) for id, crisis in scenario.crises.items()}
        self.chapters = tuple(
            ChapterCode(self, chapter)
            for chapter in sorted(scenario.chapters.values(), key=lambda c: c.order)
        )
        for stat in scenario.stats.values():
            if stat.drift is not None:
                self.reserve(f"stat.{stat.id}", Block((stat.drift,)))
        self.missions = {
            id: MissionCode(self, mission) for id, mission in scenario.missions.items()
        }

    @classmethod
    def of(cls, scenario: Scenario) -> Book:
        return cls(scenario)

    # ── causes ──

    def reserve(self, address: str, block: Block) -> int:
        """Number the causes of a block's lines, in order; gives the first number.

        All of a scenario's lines are numbered when the Book is made, so that the numbers in a
        State never depend on what was compiled first.
        """
        first = self._first.get(address)
        if first is None:
            first = self._first[address] = len(self.causes)
            self.causes.extend(line_cause(line, address) for line in block.lines)
        return first

    def engine_cause(self, thing: str, spot: Spot | None = None) -> int:
        """The number of the cause for what a mechanism does by itself, such as taking a price."""
        number = self._first.get(f"={thing}")
        if number is None:
            spot = spot or Spot()
            number = self._first[f"={thing}"] = len(self.causes)
            self.causes.append(Cause(thing=thing, file=spot.file, line=spot.line))
        return number

    # ── functions ──

    def number(self, value: Value | None, address: str = "", default: int = 0) -> Number:
        if value is None:
            return lambda d, s, t, m, a: default
        if isinstance(value, tree.Const):
            constant = value.value
            return lambda d, s, t, m, a: constant
        return cast(Number, self._expression(value, address))

    def test(self, value: Value | None, address: str = "") -> Test:
        if value is None:
            return lambda d, s, t, m, a: True
        return cast(Test, self._expression(value, address))

    def _expression(self, value: Value, address: str) -> Callable[..., Any]:
        code = ValueCoder(self.layout, self.statics, address)
        found = code(value)
        start = f"def f(d, s, t, m, a):\n    v = d.v\n{code.head()}"
        return self._make(f"{start}    return {found}", "f")

    def block(self, block: Block, address: str) -> Deed | None:
        """The block's function, None for an empty block."""
        if not block.lines:
            return None
        source = BlockCoder(
            self.layout, self.statics, self.reserve(address, block), address
        ).function(block)
        return cast(Deed, self._make(source, "do"))

    def rule_block(self, block: Block, address: str) -> RuleDeed:
        source = BlockCoder(
            self.layout, self.statics, self.reserve(address, block), address
        ).function(block, selves=True)
        return cast(RuleDeed, self._make(source, "do"))

    def listing(self, who: Who, word: str, address: str) -> Listing:
        source = listing(self.layout, self.statics, who, word=word, address=address)
        return cast(
            Listing, self._make(source.replace("KEY", str(name_key(address + ".pick"))), "who")
        )

    def has(self, who: Who, word: str, address: str) -> Has:
        if who.pick is not None:
            found = self.listing(who, word, address)
            return lambda d, c, s: c in found(d, s, c, s, 0)
        return cast(
            Has,
            self._make(
                membership(self.layout, self.statics, who, word=word, address=address), "has"
            ),
        )

    def legal(self, verb: Verb, address: str) -> Callable[[Draft, int], Sequence[int]]:
        """The verb's targets now (see `rules.code.legal`)."""
        source = legal_targets(self.layout, self.statics, verb, address)
        return cast(Callable[["Draft", int], Sequence[int]], self._make(source, "legal"))

    def formula(self, stat: str) -> Formula:
        return cast(Formula, self._names[f"F_{stat}"])

    @cached_property
    def drifts(self) -> tuple[Callable[[Draft], None], ...]:
        """What stats do by themselves each turn, in file order."""
        return tuple(
            cast(
                Callable[["Draft"], None],
                self._make(
                    drift(self.layout, self.statics, stat, self._first[f"stat.{stat.id}"]), "do"
                ),
            )
            for stat in self.scenario.stats.values()
            if stat.drift is not None
        )

    @cached_property
    def rules_of(self) -> Mapping[str, tuple[RuleCode, ...]]:
        """Rules by phase, in the order they run."""
        phases: dict[str, list[RuleCode]] = {phase: [] for phase in PHASES}
        for code in sorted(self.rules.values(), key=lambda c: (c.rule.order, c.rule.id)):
            phases[code.rule.phase].append(code)
        return {phase: tuple(codes) for phase, codes in phases.items()}

    @cached_property
    def roles(self) -> Mapping[str, RoleCode]:
        """By the code that is played, in file order; the first role of a code counts."""
        return {
            self.scenario.roles[id].plays: RoleCode(self, self.scenario.roles[id])
            for id in self.role_of.values()
        }

    @cached_property
    def tempers(self) -> Mapping[str, tuple[Weighed, ...]]:
        """What the leader of each country weighs."""
        countries = self.layout.codes[: self.layout.countries]
        return {code: weighed(self, code) for code in countries}

    @cached_property
    def endings(self) -> tuple[EndingCode, ...]:
        return tuple(code for code in self._endings if code.ending.by is None)

    @cached_property
    def partings(self) -> tuple[EndingCode, ...]:
        """Endings of one seat."""
        return tuple(code for code in self._endings if code.ending.by is not None)

    @cached_property
    def _endings(self) -> tuple[EndingCode, ...]:
        endings = sorted(self.scenario.endings.values(), key=lambda e: e.order)
        return tuple(EndingCode(self, ending) for ending in endings)

    # ── making ──

    def _make(self, source: str, name: str) -> Callable[..., Any]:
        place: dict[str, Any] = {}
        self._names.update(self.statics.names)
        exec(compile(source, f"<{name}>", "exec"), self._names, place)  # noqa: S102  # our own generated code
        return cast(Callable[..., Any], place[name])

    def _namespace(self) -> dict[str, Any]:
        layout = self.layout
        names: dict[str, Any] = dict(NAMES)
        names["COUNTRIES"] = tuple(range(layout.countries))
        names["POWERS"] = tuple(range(layout.countries, layout.none))
        names["COLUMN"] = layout.pole_column
        names["BORDERS"] = _borders(self.scenario, layout.index)
        sources = [
            formula(layout, self.statics, stat)
            for stat in self.scenario.stats.values()
            if stat.formula is not None
        ]
        names.update(self.statics.names)
        exec(compile("\n".join(sources), "<formulas>", "exec"), names)  # noqa: S102  # our own generated code
        return names

    # ── seats ──

    @cached_property
    def seats(self) -> tuple[int, ...]:
        """Actors that act: all countries, and powers that have a leader, in file order."""
        return tuple(
            i
            for i, actor in enumerate(self.scenario.actors.values())
            if actor.kind == "country" or actor.ai
        )

    @cached_property
    def seat_set(self) -> frozenset[int]:
        return frozenset(self.seats)

    def seen_test(self, stat: str) -> Test:
        """Who may know a stat whose ``seen`` is a condition: ``f(draft, owner, toward, viewer, 0)``."""
        test = self._seen.get(stat)
        if test is None:
            seen = self.layout.stats[stat].seen
            test = self._seen[stat] = self.test(
                None if isinstance(seen, str) else seen, f"stat.{stat}.seen"
            )
        return test

    @cached_property
    def deck(self) -> tuple[tuple[int, IncidentCode], ...]:
        """Cards that can be dealt without being started, with their places in the files."""
        return tuple((n, c) for n, c in enumerate(self.incidents.values()) if not c.never)

    @cached_property
    def successors(self) -> Mapping[str, Listing]:
        """Who fills an office when its term ends, for offices that say so."""
        return {
            office.id: self.listing(office.next, "self", f"charter.office.{office.id}")
            for office in self.scenario.charter.offices.values()
            if office.next is not None
        }

    @cached_property
    def asks_the_past(self) -> bool:
        """Does any rule read what a number *was*? Then beliefs must veil the past, too."""
        values = values_of_scenario(self.scenario)
        return any(isinstance(node, tree.Was) for value in values for node in nodes(value))

    @cached_property
    def unit_strength(self) -> Mapping[str, int]:
        return {id: unit.strength for id, unit in self.scenario.units.items()}

    @cached_property
    def forces_cause(self) -> int:
        return self.engine_cause("forces")

    def veiled(self, truth: Draft, viewer: int) -> tuple[Stretch, ...]:
        """Stretches of slots that an actor may not know as things stand."""
        curtain = self._curtains.get(viewer)
        if curtain is None:
            curtain = self._curtains[viewer] = Curtain(self, viewer)
        return curtain.hides(truth)

    def groups(self, membership: tuple[int, ...]) -> Groups:
        """Who is in and who is out where memberships stand so."""
        found = self._groups.get(membership)
        if found is None:
            members = tuple(i for i, word in enumerate(membership) if word == 0)
            outsiders = tuple(i for i, word in enumerate(membership) if word != 0)
            others = (tuple(i for i in members if i != actor) for actor in range(self.layout.width))
            found = self._groups[membership] = (members, outsiders, tuple(others))
        return found

    def worth_of(self, seat: int) -> Worth:
        """What moments are worth to the leader of a seat."""
        found = self._worths.get(seat)
        if found is None:
            found = self._worths[seat] = Worth(self, seat)
        return found

    @cached_property
    def opening(self) -> tuple[int, ...]:
        """All values as the files give them, before anything happened."""
        return opening_values(self)

    @cached_property
    def chapter_verbs(self) -> Mapping[str, frozenset[str]]:
        """Chapter → the only verbs that can be used in it; chapters that allow all are not there."""
        return {c.chapter.id: frozenset(c.chapter.verbs) for c in self.chapters if c.chapter.verbs}

    @cached_property
    def alignment(self) -> AlignmentCode | None:
        return AlignmentCode(self) if self.scenario.alignment else None

    @cached_property
    def organs(self) -> Mapping[str, OrganCode]:
        return {id: OrganCode(self, organ) for id, organ in self.scenario.charter.organs.items()}

    @cached_property
    def role_of(self) -> Mapping[str, str]:
        """Code → id of the role that plays it (the first, if several do)."""
        roles: dict[str, str] = {}
        for role in self.scenario.roles.values():
            roles.setdefault(role.plays, role.id)
        return roles


def _borders(scenario: Scenario, index: Mapping[str, int]) -> frozenset[tuple[int, int]]:
    pairs = [
        (index[code], index[other])
        for code, actor in scenario.actors.items()
        for other in actor.neighbours
        if other in index
    ]
    return frozenset([*pairs, *((b, a) for a, b in pairs)])
