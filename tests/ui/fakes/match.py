"""A match that obeys."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from attrs import define, evolve, field
from tests.ui.fakes.archive import FakeArchive
from tests.ui.fakes.pasts import annals, judged, outlook
from tests.ui.fakes.views import NASTY, SEAT, a_view, score

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import Refusal
from csto_game.model.view import (
    Branch,
    DueRow,
    Ended,
    Preview,
    Range,
    VerbRow,
    View,
    Why,
    WhyRow,
)
from csto_game.rules import Lever
from csto_game.session.annals import Annals
from csto_game.session.climbing import Climbs, Steps
from csto_game.session.coach import Coach
from csto_game.ui.hindsight import Judged
from csto_game.ui.match import Progress, Stop
from csto_game.ui.names import command_name
from csto_game.ui.outlook import Outlook, Tell


@define
class FakeMatch:
    """Takes every command it has offered. Others think for `think_s` each turn."""

    now: View = field(factory=a_view)
    think_s: float = 0.0
    last_turn: int = 20
    commands: list[Command] = field(factory=list)
    waiting_for: str | None = SEAT
    over: bool = False
    persons: tuple[str, ...] = (SEAT,)
    past: list[View] = field(factory=list)
    forecast_s: float = 0.0
    """How long an imagined game takes."""
    has_left: bool = False
    is_iron: bool = False
    branched: list[tuple[str, int | None]] = field(factory=list)
    no_undo: str = "undo/nothing"
    archive: FakeArchive = field(factory=FakeArchive)

    @property
    def turn(self) -> int:
        return self.now.turn

    @property
    def taken(self) -> tuple[Command, ...]:
        return ()

    def branch(self, name: str, turn: int | None) -> FakeMatch:
        self.branched.append((name, turn))
        return FakeMatch(evolve(a_view(), turn=turn or self.turn), branched=self.branched)

    def sit(self, seat: str) -> None:
        self.now = evolve(self.now, seat=seat)

    def coach(self) -> Coach:
        return Coach()

    def view(self, seat: str) -> View:
        return self.now

    def preview(self, command: Command) -> Preview:
        sure = (
            Range("ARM.loyalty", "Armenia, loyalty", 38, 41, 47, ("cheap gas",)),
            Range("KAZ.trust", "Kazakhstan, trust", 52, 49, 52),
            Range("RUS.coin", "Russia, treasury", 412, 391, 391, ("the price of it",)),
        )
        branches = (
            Branch(
                "They take it",
                82,
                "Yerevan signs.",
                (Range("ARM.trust", "Armenia, trust", 31, 34, 36),),
            ),
            Branch("They take it and vote no", 18, "Yerevan signs, and votes against.", ()),
        )
        later = (DueRow(7, 4, "ARM.loyalty", 2, "gas at a friend's price"),)
        return Preview(command, command.thing, (("capital", 2),), sure, branches, later,
                       ("A promise enters the ledger.",))  # fmt: skip

    def submit(self, command: Command) -> Refusal | tuple[Event, ...]:
        if self.over:
            return Refusal("game_over")
        self.past.append(self.now)
        self.commands.append(command)
        now = self.now
        if command.kind == "end":
            self.past.clear()
            is_council = bool(now.motions)
            self.now = evolve(now, cards=(), phase="council" if is_council else "plan")
            if not is_council:
                self.waiting_for = None
        elif command.kind == "vote":
            self.past.clear()
            self.now = evolve(now, motions=now.motions[1:])
            if not self.now.motions:
                self.waiting_for = None
        elif command.kind == "option":
            left = tuple(card for card in now.cards if card.incident != command.thing)
            self.now = evolve(now, cards=left)
        else:
            self.now = evolve(now, acts_left=max(0, now.acts_left - 1))
        return ()

    def undo(self) -> Refusal | Command:
        if not self.past:
            return Refusal(self.no_undo)
        self.now = self.past.pop()
        return self.commands.pop()

    def run(self, progress: Progress | None = None, stop: Stop | None = None) -> None:
        for done, name in enumerate(("Belarus", "Kazakhstan", "Armenia")):
            if progress:
                progress(done, 3, name)
            end = time.monotonic() + self.think_s / 3
            while time.monotonic() < end:
                sum(range(200))
        turn = self.now.turn + 1
        fresh = a_view()
        self.now = evolve(fresh, turn=turn, date=f"Turn {turn}")
        self.waiting_for = SEAT
        if turn > self.last_turn:
            self.over, self.waiting_for = True, None
            ended = Ended("time", "Time is up", "A smaller alliance, and a truer one.", (score(),))
            self.now = evolve(self.now, ended=ended, phase="over", cards=(), active="")

    def why(self, path: str, turn: int | None = None) -> Why | None:
        rows = (
            WhyRow(-5, "unanswered Article 4 call", "rule.call", "loyalty.toml", 142, 5,
                   "ARM.loyalty - 5", (("ARM.trust", "31"), ("RUS.trust", "61"))),
            WhyRow(-2, "talks about visas, second stage", "incident.visa", "pivot.toml", 88, 5),
            WhyRow(3, "gas at a friend's price", "promise.gas", "promise.toml", 57, 5, command="visit ARM"),
            WhyRow(-1, "smaller things", "rule.drift", "drift.toml", 3, 5, count=3),
            WhyRow(1, "a good harvest", "rule.harvest", "drift.toml", 9, 5),
        )  # fmt: skip
        label = path.replace(".", ", ")
        return Why(
            path, label, 6, 42, 38, rows, "What they feel.", history=((3, 48), (4, 46), (5, 42))
        )

    def entering(self, address: str, by: str, to: str = "") -> tuple[str, ...]:
        return (f"{by}.trust", "world.oil")

    def way_back(self, path: str, turn: int | None, row: int) -> tuple[str, ...]:
        return (f"{path} by cause {row}, turn {turn}", "Before it: visit ARM.")

    def why_not(self, words: str) -> tuple[str, ...]:
        return (f"Not {words}: nobody answers.", "  Kazakhstan leans away.", NASTY)

    def why_left(self, code: str) -> tuple[str, ...]:
        return (f"{code} was member and is suspended since turn 4.", "It had called.")

    def path_of(self, word: str) -> str:
        return word if "." in word else f"{SEAT}.{word}"

    def events(self, turn: int) -> tuple[Event, ...]:
        return self.now.news

    def forecast(self, command: Command | None, forks: int, tell: Tell, stop: Stop) -> Outlook:
        for n in range(1, forks + 1):
            if stop():
                return outlook(n - 1, forks, command)
            time.sleep(self.forecast_s)
            if n % 10 == 0:
                tell(outlook(n, forks, command))
        return outlook(forks, forks, command)

    def climbs(self, forks: int, tell: Callable[[int], None], stop: Stop) -> Climbs:
        """With orders as soon as a command was given."""
        given = bool(self.commands)
        for done in range(1, forks + 1):
            if self.forecast_s:
                time.sleep(self.forecast_s)
            if stop():
                break
            tell(done)
        steps = tuple(
            Steps((one.crisis, one.by, one.to), (10, 20, 30, 25, 15),
                  (20, 30, 30, 15, 5) if given else (), -0.62 if given else 0.0, 0.31 if given else 0.0)
            for one in self.now.crises
        )  # fmt: skip
        return Climbs(self.turn, self.turn + 2, done, forks, steps, given)

    def leave(self) -> None:
        self.has_left = True

    def judge(self, back: int, stop: Stop) -> Judged | None:
        return judged(5 - back) if back < 3 else None

    def annals(self) -> Annals:
        return annals(self.now)

    def retell(self, annals: Annals, picture: str, code: str, stat: str) -> tuple[str, ...]:
        return (f"{picture} of {code}, {stat}: up and down.", "  Spring: up 3, and then quiet.")

    def levers(self, motion: str, target: str, voter: str) -> tuple[Lever, ...]:
        return (
            Lever(Command(SEAT, "verb", "visit", "KAZ"), (("capital", 1),), -21, -8, "no"),
            Lever(
                Command(SEAT, "verb", "promise_gas", "KAZ", "small"), (("coin", 3),), -21, 4, "yes"
            ),
        )

    def label(self, path: str) -> str:
        return path

    def name_of(self, command: Command) -> str:
        return command_name(self.now, command)

    def verb_form(self, verb: VerbRow) -> str:
        return f"{verb.name}…" if verb.targets else verb.name

    def refusal_sentence(self, refusal: Refusal, command: Command | None = None) -> str:
        facts = ", ".join(f"{name} {value}" for name, value in refusal.facts)
        return f"Not now: {refusal.code} ({facts})." if facts else f"Not now: {refusal.code}."

    def event_sentence(self, event: Event, among: Sequence[Event] = ()) -> str:
        if event.kind == "change":
            return f"{event.path}: {event.before} to {event.after}, {event.because}."
        return event.text

    def parse(self, words: str) -> Command | Refusal:
        head, *rest = words.split() or [""]
        if head == "end":
            return Command(SEAT, "end")
        if head in {verb.id for verb in self.now.verbs}:
            return Command(SEAT, "verb", head, rest[0] if rest else "")
        return Refusal("unknown_word", (("word", head),))
