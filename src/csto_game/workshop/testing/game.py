"""The game of a test: any seat can be commanded at any time; `end` lets the rest of a turn happen."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, evolve, field

from csto_game.model.command import END, Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.rules import Book, Step, new_game, parse_command, step
from csto_game.rules.book import Deed
from csto_game.rules.draft import Draft
from csto_game.rules.events import read_log
from csto_game.rules.mechanisms import council
from csto_game.session.leaders import Leaders
from csto_game.session.log import Log
from csto_game.session.table import Table


@define
class Game:
    """``acts`` are verbs that commanded seats have used this turn; ``votes`` wait for the council."""

    table: Table
    leaders: Leaders
    acts: dict[str, int] = field(factory=dict)
    votes: list[Command] = field(factory=list)

    @classmethod
    def of(cls, book: Book, kinds: Mapping[str, str], seed: int) -> Game:
        """A game in phase ``plan`` of turn 1, programs at all seats."""
        table = Table.of(book, new_game(book, seed), ())
        return cls(table, Leaders(book, dict(kinds), seed))

    @property
    def book(self) -> Book:
        return self.table.book

    @property
    def state(self) -> State:
        return self.table.state

    # ── lines of the script ─────────────────────────────────────────

    def command(self, seat: str, words: str) -> Refusal | None:
        """Carry out a command of any seat; why not, if it is refused."""
        asked = self._asked(seat)
        command = parse_command(self.book, asked, seat, words)
        if isinstance(command, Refusal):
            return command
        if command.kind == "vote":
            return self._promise(command, named=len(words.split()) > 2)
        done = step(self.book, asked, command)
        if isinstance(done, Refusal):
            return done
        if command.kind == END:
            self._take(done)
            return None
        self.acts[seat] = done.state.acts
        after = evolve(done.state, active=self.state.active, acts=self.state.acts)
        self._take(Step(after, done.events))
        return None

    def effect(self, deed: Deed) -> None:
        """Let something happen by itself."""
        draft = Draft(self.book, self.state)
        none = self.book.layout.none
        deed(draft, none, none, none, 0)
        self._take(Step(draft.freeze(), read_log(draft)))

    def end(self) -> None:
        """Let the rest of the turn happen, up to the next planning or the end of the game."""
        turn = self.state.turn
        while self.table.asked and self.state.turn == turn:
            self.go_on()
        self.acts.clear()
        self.votes.clear()

    # ── how it goes on ──────────────────────────────────────────────

    def _asked(self, seat: str) -> State:
        """The state as if that seat were asked."""
        index = self.book.layout.index[seat]
        acts = self.acts.get(seat, self.state.acts if index == self.state.active else 0)
        return evolve(self.state, active=index, acts=acts)

    def _take(self, done: Step) -> None:
        self.table.log.add(done)
        self.table.state = done.state

    def go_on(self) -> None:
        """One command of the seat that is asked."""
        seat = self.table.asked
        assert seat is not None
        state = evolve(self.state, acts=self.acts.get(seat, self.state.acts))
        ballot = self._ballot(seat)
        wishes = [ballot] if ballot else [self.leaders.choose(state, seat)]
        wishes += [Command(seat, END), Command(seat, "vote", choice="abstain")]
        for command in wishes:
            done = step(self.book, state, command)
            if not isinstance(done, Refusal):
                self.acts[seat] = done.state.acts
                self._take(done)
                return
        raise AssertionError(f"{seat} can neither end nor abstain in phase {state.phase}")

    # ── votes ───────────────────────────────────────────────────────

    def _promise(self, command: Command, *, named: bool) -> Refusal | None:
        """A vote is given when the council meets; whether it can be is seen on a copy."""
        ahead = self._copy()
        turn = ahead.state.turn
        while ahead.table.asked and ahead.state.turn == turn:
            on = ahead.motion
            if on and (not named or on == command.thing):
                if not ahead.may_vote(command.seat):
                    return Refusal("not_for_you", (("thing", f"motion.{on}"),))
                self.votes.append(evolve(command, thing=on))
                return None
            ahead.go_on()
        return Refusal("not_meeting")

    def _copy(self) -> Game:
        table = Table(self.book, frozenset(), self.state, Log())
        leaders = Leaders(self.book, self.leaders.seats, self.leaders.seed)
        return Game(table, leaders, dict(self.acts), list(self.votes))

    @property
    def motion(self) -> str:
        """The motion that is voted on now, or ""."""
        if self.state.phase != "council":
            return ""
        agenda = council.agenda(Draft(self.book, self.state, log=False))
        return agenda[0].motion if agenda else ""

    def may_vote(self, seat: str) -> bool:
        """Has the seat a vote on the motion that is voted on now?"""
        draft = Draft(self.book, self.state, log=False)
        return self.book.layout.index[seat] in council.voters(draft, council.agenda(draft)[0])

    def _ballot(self, seat: str) -> Command | None:
        """The vote that the script gives for a seat on this motion."""
        motion = self.motion
        return next((v for v in self.votes if (v.seat, v.thing) == (seat, motion)), None)
