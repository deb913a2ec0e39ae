"""The Draft: the one mutable thing. It collects a step's changes, then becomes State and Events.

Generated code reads ``v``, ``log``, ``members`` and calls the small methods; the mechanisms
(`rules.mechanisms`) keep the lists. A Draft with ``log = None`` keeps no causes: programs think on
such Drafts and throw them away.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from csto_game.model.builtin import FOREVER
from csto_game.model.rng import draw, imagined, turn_stream
from csto_game.model.state import (
    ANYBODY,
    Card,
    Climb,
    Due,
    Pledge,
    Sortie,
    State,
    Tabled,
    TallyKey,
    Troop,
    Verdict,
    Waiting,
)

if TYPE_CHECKING:
    from csto_game.rules.book import Book
    from csto_game.rules.things import OutcomeCode, Price

NO_END = 1_000_000
"""Expiry turn of a flag without ``lasting``."""

MOST_MOVES = 2_000
"""Things started, raised, ended … in one step before the chain is cut (format: limits)."""

DEEPEST = 8

Unsettled = tuple[list[tuple["OutcomeCode", int]], int, int, int]
"""Outcomes with weights, self, target and amount: chances a preview shows instead of drawing."""

Row = tuple[Any, ...]
"""A log row; its shapes are listed in `rules.events`."""


class Draft:
    """A State being changed. ``v`` holds all numbers; see `model.state.State` for the lists."""

    __slots__ = (
        "_crises_known",
        "_crisis_numbers",
        "active",
        "acts",
        "again",
        "book",
        "cards",
        "chapter",
        "counted",
        "crises",
        "depth",
        "dice",
        "dues",
        "ended",
        "foreseen",
        "log",
        "members",
        "motions",
        "moves",
        "others",
        "outsiders",
        "past",
        "phase",
        "promises",
        "seed",
        "serial",
        "sorties",
        "stream",
        "tally",
        "trail",
        "troops",
        "turn",
        "unsettled",
        "v",
        "verdict",
        "waiting",
    )  # fmt: skip

    def __init__(self, book: Book, state: State, *, log: bool = True) -> None:
        self.book = book
        self.v = list(state.values)
        self.log: list[Row] | None = [] if log else None
        self.seed = state.seed
        self.turn = state.turn
        self.stream = turn_stream(state.seed, state.turn)
        self.phase = state.phase
        self.active = state.active
        self.acts = state.acts
        self.again = 0
        """Not 0 while a verb is carried out that its seat has used this turn before: other dice."""
        self.ended = state.ended
        self.serial = state.serial
        self.past = state.past
        self.cards: tuple[Card, ...] = state.cards
        self.dues: tuple[Due, ...] = state.dues
        self.waiting: tuple[Waiting, ...] = state.waiting
        self.crises: tuple[Climb, ...] = state.crises
        self.promises: tuple[Pledge, ...] = state.promises
        self.motions: tuple[Tabled, ...] = state.motions
        self.sorties: tuple[Sortie, ...] = state.sorties
        self.troops: tuple[Troop, ...] = state.troops
        self.chapter = state.chapter
        self.tally: dict[TallyKey, tuple[int, int]] = dict(state.tally)
        self.counted = state.counted
        self.verdict: Verdict | None = state.verdict
        self._crises_known: tuple[Climb, ...] | None = None
        self._crisis_numbers: dict[tuple[str, int, int], int] = {}
        self.moves = 0
        self.depth = 0
        self.dice: Callable[[int, int], int] | None = None
        self.unsettled: list[Unsettled] | None = None
        self.trail: list[tuple[int, int]] | None = None
        """While thinking: (slot, what it held) of each change, so that it can be undone (`think`)."""
        self.foreseen: list[tuple[int, int, int]] = []
        """While thinking: (slot, amount, times) of dated changes, which are not set."""
        self.regroup()

    def freeze(self) -> State:
        """The State as it stands now."""
        return State(
            seed=self.seed,
            turn=self.turn,
            phase=self.phase,
            active=self.active,
            acts=self.acts,
            ended=self.ended,
            serial=self.serial,
            values=tuple(self.v),
            past=self.past,
            cards=self.cards,
            dues=self.dues,
            waiting=self.waiting,
            crises=self.crises,
            promises=self.promises,
            motions=self.motions,
            sorties=self.sorties,
            troops=self.troops,
            chapter=self.chapter,
            tally=self.tally,
            counted=self.counted,
            verdict=self.verdict,
        )

    def copy(self) -> Draft:
        """Another Draft of the same moment, without a log: for thinking."""
        twin = self.shared()
        twin.v = self.v[:]
        return twin

    def shared(self) -> Draft:
        """The same with this Draft's own numbers: whoever changes them must undo it (`trail`)."""
        twin = Draft.__new__(Draft)
        for name in Draft.__slots__:
            setattr(twin, name, getattr(self, name))
        twin.log = twin.trail = None
        return twin

    def imagine(self, nonce: int) -> None:
        """From here on draw from a stream of its own: thinking must not meet the real dice."""
        self.seed = imagined(self.seed, nonce)
        self.stream = turn_stream(self.seed, self.turn)

    # ── groups ──

    def regroup(self) -> None:
        """Work out members and outsiders anew after a membership changed."""
        base, countries = self.book.layout.base["membership"], self.book.layout.countries
        found = self.book.groups(tuple(self.v[base : base + countries]))
        self.members, self.outsiders, self.others = found

    # ── changing ──

    def put(self, slot: int, value: int, cause: int, by: int = ANYBODY, to: int = ANYBODY) -> None:
        """Set a slot, held in its bounds, and log it if it changed."""
        layout = self.book.layout
        new = min(max(value, layout.low[slot]), layout.high[slot])
        old = self.v[slot]
        if new != old:
            if self.log is not None:
                self.log.append((slot, old, new, value, cause, by, to, 0, -1, -1, ()))
            elif self.trail is not None:
                self.trail.append((slot, old))
            self.v[slot] = new

    def undo(self, mark: int = 0) -> None:
        """Put numbers back as they were when the trail was so long."""
        trail, v = self.trail, self.v
        assert trail is not None, "only what left a trail can be undone"
        while len(trail) > mark:
            slot, old = trail.pop()
            v[slot] = old

    def enter(self, phase: str) -> None:
        """A phase begins: what is logged from here on belongs to it."""
        self.phase = phase
        if self.log is not None:
            self.log.append(("phase", self.turn, phase))

    def note(
        self, kind: str, cause: int, by: int = ANYBODY, to: int = ANYBODY, text: str = ""
    ) -> None:
        """Log a fact that is no number. ``text`` is the address of its words, or a few plain words."""
        if self.log is not None:
            self.log.append((kind, cause, by, to, text))

    def count(self, thing: str, by: int = ANYBODY, to: int = ANYBODY) -> None:
        """Remember that a thing happened: for `happened`, `since`, cooldowns and `once`.

        Imagined Drafts (those with ``dice`` of their own) share the tally and leave it alone.
        """
        if self.dice is not None:
            return
        tally, turn = self.tally, self.turn
        self.counted += turn + 1
        keys = [(thing, ANYBODY, ANYBODY)]
        if by != ANYBODY:
            keys.append((thing, by, ANYBODY))
        if to != ANYBODY:
            keys.append((thing, by, to))
        for key in keys:
            tally[key] = (tally[key][0] + 1, turn) if key in tally else (1, turn)

    def shift(
        self, country: int, column: int, sign: str, amount: int, why: tuple[int, ...]
    ) -> None:
        """Change one share; the others give or take in proportion. ``why``: cause, s, t, a, x, y."""
        self.book.shift(self, country, column, sign, amount, why)

    def later(
        self, slot: int, amount: int, wait: int, lasting: int, cause: int, by: int, to: int
    ) -> None:
        """Set a dated change."""
        if amount and lasting > 0:
            if self.trail is not None:
                self.foreseen.append((slot, amount, lasting))
                return
            due = Due(self.turn + max(0, wait), lasting, slot, amount, cause, by, to)
            self.dues = (*self.dues, due)
            if self.log is not None:
                self.log.append(("later", cause, by, to, due))

    def set_flag(
        self, slot: int, span: int, lasting: int | None, cause: int, by: int, to: int
    ) -> None:
        until = NO_END if lasting is None else self.turn + max(0, lasting)
        self.put(slot, until, cause, by, to)
        if span:
            if self.trail is not None:
                self.trail.append((slot + span, self.v[slot + span]))
            self.v[slot + span] = self.turn

    def clear_flag(self, slot: int, cause: int, by: int, to: int) -> None:
        self.put(slot, 0, cause, by, to)

    def cede(self, slot: int, to: int, cause: int, by: int, target: int) -> None:
        self.put(slot, to, cause, by, target)

    def move(
        self,
        verb: str,
        kind: str,
        thing: str,
        by: int,
        to: int,
        wait: int,
        lasting: int | None,
        cause: int,
    ) -> None:
        """Start, end, raise, lower or break a thing; chains are cut where they would not end."""
        self.moves += 1
        if self.depth >= DEEPEST or self.moves > MOST_MOVES:
            self.note("limit", cause, by, to, f"{kind}.{thing}")
            return
        self.depth += 1
        self.book.moves[kind](self, verb, thing, by, to, wait, lasting, cause)
        self.depth -= 1

    def muster(self, verb: str, unit: str, count: int, by: int, cause: int) -> None:
        if by != self.book.layout.none:
            self.book.muster(self, verb, unit, count, by, cause)

    def price_slot(self, stat: str, by: int) -> int:
        """The slot a price is taken from: the payer's stat, or ``world.X`` / ``alliance.X``."""
        layout = self.book.layout
        if "." in stat:
            return layout.base[stat.partition(".")[2]]
        return layout.base[stat] + by if by < layout.countries else layout.find(stat, by)

    def pay(self, prices: tuple[Price, ...], cause: int, by: int, to: int, amount: int) -> None:
        for stat, price in prices:
            slot = self.price_slot(stat, by)
            self.put(slot, self.v[slot] - price(self, by, to, by, amount), cause, by, to)

    # ── asking ──

    def then(self, ago: int) -> tuple[int, ...]:
        """All values that the turn ``ago`` turns back was planned on; the oldest known if the game is younger."""
        if not self.past:
            return tuple(self.v)
        # While a turn begins its own planning is still to come: the last one kept is a turn old.
        back = ago if self.phase == "start" else ago + 1
        return self.past[-back] if back <= len(self.past) else self.past[0]

    def since_flag(self, slot: int) -> int:
        last = self.v[slot]
        return self.turn - last if last else FOREVER

    def since(self, thing: str, by: int, to: int) -> int:
        last = self.tally.get((thing, by, to))
        return self.turn - last[1] if last else FOREVER

    def of_crises(self) -> dict[tuple[str, int, int], int]:
        """Numbers that rest on the running crises alone, as far as they were asked."""
        if self._crises_known is not self.crises:
            self._crises_known, self._crisis_numbers = self.crises, {}
        return self._crisis_numbers

    def rung(self, name: str, by: int, to: int) -> int:
        """The running crisis's rung from 1; 0 if none runs."""
        for climb in self.crises:
            if climb.crisis == name and by in (-1, climb.by) and to in (-1, climb.to):
                return climb.rung + 1
        return 0

    def running(self, kind: str, name: str, by: int, to: int) -> bool:
        found = self.book.runners[kind](self, name)
        return any(by in (-1, one_by) and to in (-1, one_to) for one_by, one_to in found)

    # ── chance ──

    def roll(self, low: int, high: int, key: int, by: int, to: int, place: int) -> int:
        """A whole number from low to high. A preview puts its own ``dice`` here and shows the range."""
        if high < low:
            low, high = high, low
        if self.dice is not None:
            return self.dice(low, high)
        return low + draw(self.stream, key + self.again, by, to, place) % (high - low + 1)

    def pick(self, found: list[int], key: int, by: int) -> int:
        """Any one of the candidates, equally likely; a preview tries each."""
        if self.dice is not None:
            return found[self.dice(0, len(found) - 1)]
        return found[draw(self.stream, key, by, 0, 7) % len(found)]

    def chance(self, key: int, percent: int, by: int = 0, to: int = 0, place: int = 0) -> bool:
        """Does what has so many chances in a hundred happen?"""
        if percent >= 100:
            return True
        return percent > 0 and draw(self.stream, key, by, to, place) % 100 < percent
