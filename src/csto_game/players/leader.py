"""Leaders that weigh acts: greedy (right after the act) and planner (dated effects, votes, likings)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from csto_game.model.command import END, Command
from csto_game.model.state import Card, Tabled
from csto_game.players.base import Dice
from csto_game.players.mind import USUAL, Mind
from csto_game.rules.book import Book
from csto_game.rules.commands import KINDS
from csto_game.rules.commands.verb import Act, acts, use
from csto_game.rules.draft import Draft
from csto_game.rules.leaning import lean_to_vote
from csto_game.rules.mechanisms import council
from csto_game.rules.mechanisms.deck import answer
from csto_game.rules.things import VerbCode
from csto_game.rules.worth import grudge_turns, personality

INTEREST = 30
"""Hundredths of own gain that move a vote by one point of leaning."""

MOST_INTEREST = 12

SLIGHT = 8
"""Points of leaning that a word broken just now takes from the breaker's motions."""

WORTH_A_SESSION = 40
"""Hundredths of a point that a motion must promise before a leader tables it."""

STALE = 4
"""Turns before a leader tables the same motion again, whoever tabled it last."""


MOST_LIKED = 20
"""Acts it remembers as good."""

MOST_BILLS = 6


@frozen
class Likes:
    """Acts as (verb, target's index) and motions that a seat would choose, the best first."""

    acts: tuple[tuple[str, int], ...]
    bills: tuple[Command, ...]


@frozen
class Habits:
    """What tells the classes of skill apart."""

    later: bool
    """Do dated effects count?"""
    bills: int
    """How many motions it looks at in a turn."""
    rank_once: bool
    """Rank acts once a turn and take them in that order, or look again after each act."""
    looks: int
    """Acts it weighs at most: those it likes best, the rest by chance."""
    liked: int = 50
    """Per cent of its looks that go to what it likes."""


GREEDY = Habits(later=False, bills=1, rank_once=True, looks=14)
PLANNER = Habits(later=True, bills=99, rank_once=False, looks=999)


class Leader:
    """Answers for a seat by what acts are worth to it."""

    looks = True

    def __init__(self, book: Book, seat: int, seed: int, skill: int, habits: Habits) -> None:
        self.book, self.seat, self.habits = book, seat, habits
        self.code = book.layout.codes[seat]
        self.dice = Dice.of(seed, f"leader.{self.code}")
        character = personality(book, seat)
        self.mind = Mind(book, seat, character.ahead if character else USUAL)
        self.grudge = grudge_turns(character)
        self.promises = tuple(f"{code.address}.broken" for code in book.promises.values())
        self.noise = (character.noise if character else 10) * (150 - min(max(skill, 0), 100)) // 50
        self.likes = dict(character.verbs) if character else {}
        self._ranked: list[tuple[int, Act]] = []
        self._ranked_turn = -1
        self.liked: list[tuple[VerbCode, int]] = []
        """Acts it likes, the best first: it looks at these before others."""
        self.bills: tuple[Command, ...] = ()
        """Motions that it thinks of beside those it hits upon."""
        self._asked_bills = -1

    def think(self, belief: Draft) -> Command:
        if belief.phase == "council":
            return self._vote(belief)
        for card in belief.cards:
            reply = self._answer(belief, card) if card.by == self.seat else None
            if reply is not None:
                return reply
        bill = self._bill(belief)
        if bill is not None:
            return bill
        act = self._act(belief)
        return act.command(belief, self.seat) if act is not None else Command(self.code, END)

    def _look(self, belief: Draft) -> None:
        self.mind.look(belief, self.dice.below(1 << 30))

    def _jitter(self) -> int:
        return self.dice.below(self.noise + 1) if self.noise else 0

    # ── cards ──

    def _answer(self, belief: Draft, card: Card) -> Command | None:
        """The answer it likes best; None if none is possible now."""
        code = self.book.incidents[card.incident]
        self._look(belief)
        none = self.book.layout.none
        best: tuple[int, Command] | None = None
        for id, option in code.options.items():
            command = Command(self.code, "option", card.incident, choice=id)
            if KINDS["option"].refusal(belief, command) is not None:
                continue
            worth = self.mind.after(_answering(card, id), later=self.habits.later)
            worth += option.ai(belief, self.seat, card.to, none, 0) + self._jitter()
            if best is None or worth > best[0]:
                best = (worth, command)
        return best[1] if best is not None else None

    # ── acts ──

    def _act(self, belief: Draft) -> Act | None:
        """The best act if it is better than none."""
        limit = self.book.scenario.clock.acts
        if limit and belief.acts >= limit:
            return None
        if self._ranked_turn != belief.turn or not self.habits.rank_once:
            self._ranked = self._rank(belief)
            self._ranked_turn = belief.turn
        while self._ranked:
            gain, act = self._ranked.pop(0)
            if gain <= 0:
                return None
            if KINDS["verb"].refusal(belief, act.command(belief, self.seat)) is None:
                return act
        return None

    def _rank(self, belief: Draft) -> list[tuple[int, Act]]:
        self._look(belief)
        found = []
        for number, act in enumerate(self._noticed(list(acts(belief, self.seat)))):
            gain = self._after(act) - self.mind.now + self._liking(belief, act) + self._jitter()
            found.append((gain, -number, act))
        found.sort(key=lambda entry: entry[:2], reverse=True)
        self._remember(found)
        return [(gain, act) for gain, _, act in found]

    def _remember(self, found: Sequence[tuple[int, int, Act]]) -> None:
        """Liked first what has just been found good, then what was liked before and not looked at."""
        good = [(act.code, act.target) for gain, _, act in found if gain > 0]
        bad = {(act.code, act.target) for gain, _, act in found if gain <= 0}
        kept = [key for key in self.liked if key not in bad]
        self.liked = list(dict.fromkeys((*good, *kept)))[:MOST_LIKED]

    def _after(self, act: Act) -> int:
        return self.mind.after(lambda draft: use(draft, self.seat, act), later=self.habits.later)

    def _liking(self, belief: Draft, act: Act) -> int:
        none = self.book.layout.none
        liking = act.code.ai(belief, self.seat, act.target, none, act.amount)
        if act.option is not None:
            liking += act.option.ai(belief, self.seat, act.target, none, act.amount)
        return liking + self.likes.get(act.code.verb.id, 0)

    def _noticed(self, legal: list[Act]) -> list[Act]:
        """The acts it weighs: a part of them what it likes, the rest any others."""
        most = self.habits.looks
        if len(legal) <= most:
            return legal
        known: dict[tuple[VerbCode, int], list[Act]] = {}
        for act in legal:
            known.setdefault((act.code, act.target), []).append(act)
        first: list[Act] = []
        for key in self.liked:
            first += known.pop(key, ()) if len(first) < most * self.habits.liked // 100 else ()
        first = first[:most]
        others = [act for some in known.values() for act in some]
        while len(first) < most and others:
            first.append(others.pop(self.dice.below(len(others))))
        return first

    def wishes(self, belief: Draft) -> Likes:
        """What it would do in these times if it could look at everything.

        Motions that cannot be tabled just now count, too: a bill rests for some turns, and comes again.
        """
        ranked = [(act.code.verb.id, act.target) for gain, act in self._rank(belief) if gain > 0]
        self._look(belief)
        gains = [
            (self._own_gain(belief, tabled), -n, tabled)
            for n, tabled in enumerate(self._thinkable(belief))
        ]
        gains.sort(key=lambda entry: entry[:2], reverse=True)
        codes, none = self.book.layout.codes, self.book.layout.none
        bills = tuple(
            Command(
                self.code, "table", tabled.motion, codes[tabled.to] if tabled.to != none else ""
            )
            for gain, _, tabled in gains[:MOST_BILLS]
            if gain >= WORTH_A_SESSION
        )
        return Likes(tuple(dict.fromkeys(ranked))[:MOST_LIKED], bills)

    def _thinkable(self, belief: Draft) -> Iterator[Tabled]:
        """Motions that the seat may table in some turn, towards whom it may now."""
        none = self.book.layout.none
        for id, code in self.book.motions.items():
            if code.motion.by is not None and code.by_has(belief, self.seat, self.seat):
                targets = [none]
                if code.motion.target is not None:
                    targets = code.target_list(belief, self.seat, none, self.seat, 0)
                for to in targets:
                    yield Tabled(0, id, self.seat, to)

    def take_up(self, likes: Likes) -> None:
        """Begin with these likes."""
        self.liked = [(self.book.verbs[verb], target) for verb, target in likes.acts]
        self.bills = likes.bills

    # ── the council ──

    def _vote(self, belief: Draft) -> Command:
        tabled = council.agenda(belief)[0]
        self._look(belief)
        leaning = self._leaning(belief, tabled, self.seat) + self._interest(tabled)
        leaning -= self._resentment(belief, tabled.by)
        organ = council.organ_of(belief, tabled).organ
        vote = (
            "yes" if tabled.by == self.seat else lean_to_vote(leaning, organ.yes_at, organ.veto_at)
        )
        return Command(self.code, "vote", tabled.motion, choice=vote)

    def _leaning(self, belief: Draft, tabled: Tabled, voter: int) -> int:
        return self.book.motions[tabled.motion].leaning(belief, voter, tabled.to, tabled.by, 0)

    def _resentment(self, belief: Draft, mover: int) -> int:
        """Points of leaning against a mover who broke its word to this seat; they fade with time."""
        turns = (belief.since(promise, mover, self.seat) for promise in self.promises)
        left = self.grudge - min(turns, default=self.grudge)
        return SLIGHT * left // self.grudge if left > 0 else 0

    def _interest(self, tabled: Tabled) -> int:
        """What passing would be worth to this seat, in points of leaning."""
        code = self.book.motions[tabled.motion]

        def passed(draft: Draft) -> None:
            if code.do is not None:
                code.do(draft, tabled.by, tabled.to, tabled.by, 0)

        gain = self.mind.after(passed, later=self.habits.later) - self.mind.now
        return min(max(gain // INTEREST, -MOST_INTEREST), MOST_INTEREST)

    def _bill(self, belief: Draft) -> Command | None:
        """A motion that would pass and do the seat good; looked for once a turn."""
        if self._asked_bills == belief.turn:
            return None
        self._asked_bills = belief.turn
        legal = [command for command in self._bills(belief) if not self._is_stale(belief, command)]
        if not legal:
            return None
        self._look(belief)
        gains = [(self._bill_gain(belief, command), -n, command) for n, command in enumerate(legal)]
        best = max(gains, key=lambda entry: entry[:2])
        return best[2] if best[0] >= WORTH_A_SESSION else None

    def _is_stale(self, belief: Draft, command: Command) -> bool:
        """Was it on the table within the last turns? Councils do not like to be asked twice."""
        return belief.since(f"motion.{command.thing}.tabled", -1, -1) < STALE

    def _bills(self, belief: Draft) -> list[Command]:
        """Motions it could table: all, or as many as its habits let it think of."""
        if self.habits.bills >= len(self.book.motions):
            return list(KINDS["table"].options(belief, self.seat))
        motions = list(self.book.motions)
        found = [c for c in self.bills if KINDS["table"].refusal(belief, c) is None]
        for _ in range(self.habits.bills if motions else 0):
            code = self.book.motions[motions[self.dice.below(len(motions))]]
            target = ""
            if code.motion.target is not None:
                none = self.book.layout.none
                targets = code.target_list(belief, self.seat, none, self.seat, 0)
                if not targets:
                    continue
                target = self.book.layout.codes[targets[self.dice.below(len(targets))]]
            command = Command(self.code, "table", code.motion.id, target)
            if KINDS["table"].refusal(belief, command) is None:
                found.append(command)
        return found

    def _bill_gain(self, belief: Draft, command: Command) -> int:
        """What tabling it would bring, in hundredths of a point; 0 if it would not pass.

        The own gain is asked first: most motions are not worth counting votes for.
        """
        none = self.book.layout.none
        to = self.book.layout.index.get(command.target, none)
        tabled = Tabled(0, command.thing, self.seat, to)
        gain = self._own_gain(belief, tabled)
        if gain < WORTH_A_SESSION:
            return 0
        price = self.mind.after(lambda draft: KINDS["table"].apply(draft, command), later=False)
        gain += price - self.mind.now
        if gain < WORTH_A_SESSION:
            return 0
        voters = council.voters(belief, tabled)
        votes = tuple((voter, self._foreseen(belief, tabled, voter)) for voter in voters)
        carries = council.passes(belief, Tabled(0, tabled.motion, self.seat, to, votes))
        return gain if carries else 0

    def _own_gain(self, belief: Draft, tabled: Tabled) -> int:
        """What its passing would be worth, in hundredths of a point."""
        return self._interest(tabled) * INTEREST + self._leaning(belief, tabled, self.seat)

    def _foreseen(self, belief: Draft, tabled: Tabled, voter: int) -> int:
        """How the voter will vote, as far as its leaning tells."""
        if voter == self.seat:
            return 1
        organ = council.organ_of(belief, tabled).organ
        leaning = self._leaning(belief, tabled, voter)
        return council.CASTS[lean_to_vote(leaning, organ.yes_at, organ.veto_at)]


def _answering(card: Card, option: str) -> Callable[[Draft], None]:
    return lambda draft: answer(draft, card, option)
