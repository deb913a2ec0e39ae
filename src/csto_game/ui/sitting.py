"""One person's sitting at one match: the View shown, the orders of this turn, what was asked.

The engine may be at work in another thread; screens read only what is kept here.
"""

from __future__ import annotations

from threading import RLock

from attrs import define, evolve, field

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import Refusal
from csto_game.model.view import Preview, Range, View, Why
from csto_game.rules import Lever
from csto_game.session.coach import Coach
from csto_game.ui.match import Playable, Progress, Stop
from csto_game.ui.names import actor_name, command_name
from csto_game.ui.sight import Order


@define(repr=False)  # Textual writes out what a thread is given, and this is a whole game
class Sitting:
    """`is_busy` while the engine works on it; `is_left` tells leaders who think to stop."""

    match: Playable
    seat: str
    view: View
    orders: tuple[Order, ...] = ()
    undone: tuple[Command, ...] = ()
    """Commands that were taken back and may be given again, the last one first."""
    story: tuple[Event, ...] = ()
    """Of a game that is over, all changes of the numbers at the top of its screen; before, none."""
    coach: Coach = field(factory=Coach)
    met_verbs: set[str] = field(factory=set)
    """Verbs that have been listed to the person."""
    is_busy: bool = False
    is_left: bool = False
    _previews: dict[Command, Preview] = field(factory=dict)
    _whys: dict[tuple[str, int | None], Why | None] = field(factory=dict)
    _levers: dict[tuple[str, str, str], tuple[Lever, ...]] = field(factory=dict)
    _lock: RLock = field(factory=RLock, repr=False)

    @classmethod
    def at(cls, match: Playable, seat: str) -> Sitting:
        made = cls(match, seat, match.view(seat), coach=match.coach())
        made.orders = tuple(made.order(command) for command in match.taken)
        made.close()
        made.coach.watch(made.view)
        return made

    def order(self, command: Command) -> Order:
        foreseen = effects_of(self.view, self._previews.get(command))
        return Order(command.words, self.name_of(command), cost_of(self.view, command), foreseen)

    @property
    def next_person(self) -> str:
        """Another person's seat that the game waits for, or ""."""
        waiting = self.match.waiting_for
        return waiting if waiting and waiting != self.seat else ""

    @property
    def others(self) -> tuple[str, ...]:
        """Once the game is over: who else was at this machine, and may be told how it ended for them."""
        if not self.match.over:
            return ()
        return tuple(seat for seat in self.match.persons if seat != self.seat)

    def person_name(self, seat: str) -> str:
        """The country of a seat."""
        return actor_name(self.view, seat)

    def begin_again(self) -> None:
        """The match is another one of the same game: what was known of the old one is forgotten."""
        with self._lock:
            self.undone = ()
            self.hear_again()

    def hear_again(self) -> None:
        """The same game in other words."""
        with self._lock:
            undone, self.story = self.undone, ()
            self.look_again()
            self.undone = undone
            self.orders = tuple(self.order(command) for command in self.match.taken)

    def close(self) -> None:
        """Once the game is over, gather what made it so."""
        if self.match.over and not self.story:
            paths = {figure.path for figure in (*self.view.headline, *self.view.strip)}
            turns = range(1, self.match.turn + 1)
            events = (event for turn in turns for event in self.match.events(turn))
            self.story = tuple(event for event in events if event.path in paths)

    @property
    def is_ours(self) -> bool:
        """Whether this seat is asked now."""
        return self.view.active == self.seat and self.view.ended is None

    def submit(self, command: Command) -> Refusal | None:
        """Send a command; keeps it among the orders when it is one."""
        with self._lock:
            if command.kind in ("verb", "option"):
                self.preview(command)
            order = self.order(command)
            before = self.view.turn
            done = self.match.submit(command)
            if isinstance(done, Refusal):
                return done
            self.undone = self.undone[1:] if self.undone[:1] == (command,) else ()
            self.look_again()
            if command.kind in ("verb", "option", "table") and self.view.turn == before:
                self.orders = (*self.orders, order)
            return None

    def undo(self) -> Refusal | None:
        with self._lock:
            done = self.match.undo()
            if isinstance(done, Refusal):
                return done
            self.undone = (done, *self.undone)
            self.orders = self.orders[:-1]
            self.look_again()
            return None

    def run(self, progress: Progress, stop: Stop) -> None:
        """Let the others play until this person is asked, or the game is over."""
        self.match.run(progress, stop)
        with self._lock:
            self.look_again()

    def look_again(self) -> None:
        before = self.view.turn
        self.view = self.match.view(self.seat)
        if self.view.turn != before:
            self.orders = self.undone = ()
        self.close()
        self.coach.watch(self.view)
        self._previews.clear()
        self._whys.clear()
        self._levers.clear()

    def preview(self, command: Command) -> Preview:
        """What a command would do; a refused one has its refusal set."""
        known = self._previews.get(command)
        if known is None:
            found = self.match.preview(command)
            if isinstance(found, Refusal):
                name = command_name(self.view, command)
                found = Preview(command, name, cost_of(self.view, command), (), (), (), (), found)
            known = self._previews[command] = found
        return known

    def known_preview(self, command: Command) -> Preview | None:
        return self._previews.get(command)

    def why(self, path: str, turn: int | None = None) -> Why | None:
        key = (path, turn)
        if key not in self._whys:
            self._whys[key] = self.match.why(path, turn)
        return self._whys[key]

    def name_of(self, command: Command) -> str:
        """A command in words."""
        return self.match.name_of(command)

    def levers(self, motion: str, target: str, voter: str) -> tuple[Lever, ...]:
        """What we could do to move a voter towards yes."""
        key = (motion, target, voter)
        if key not in self._levers:
            self._levers[key] = self.match.levers(*key)
        return self._levers[key]

    def known_levers(self, motion: str, target: str, voter: str) -> tuple[Lever, ...] | None:
        return self._levers.get((motion, target, voter))

    def known_why(self, path: str, turn: int | None = None) -> Why | None:
        return self._whys.get((path, turn))

    def is_unknown(self, path: str, turn: int | None = None) -> bool:
        """Whether it was asked for, and is not for this seat to know."""
        return (path, turn) in self._whys and self._whys[path, turn] is None

    def events(self, turn: int) -> tuple[Event, ...]:
        return self.match.events(turn)


def cost_of(view: View, command: Command) -> tuple[tuple[str, int], ...]:
    """The price of a command as the View lists it."""
    for card in view.cards:
        for option in card.options:
            if option.command == command:
                return option.cost
    for verb in view.verbs:
        if command.kind == "verb" and verb.id == command.thing:
            return verb.cost
    return ()


def effects_of(view: View, preview: Preview | None, most: int = 2) -> tuple[Range, ...]:
    """The largest things a command may change, its price left out; chance makes them ranges."""
    if preview is None:
        return ()
    merged: dict[str, Range] = {one.path: one for one in preview.sure}
    for branch in preview.branches:
        for one in branch.changes:
            base = merged.get(one.path) or evolve(one, low=one.before, high=one.before)
            merged[one.path] = evolve(
                base, low=min(base.low, one.low), high=max(base.high, one.high)
            )
    paid = {f"{view.seat}.{stat}" for stat, _ in preview.cost}
    found = [one for path, one in merged.items() if path not in paid]
    found.sort(key=lambda one: -max(abs(one.low - one.before), abs(one.high - one.before)))
    return tuple(found[:most])
