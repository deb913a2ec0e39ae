"""Leaders that weigh acts: greedy (right after the act) and planner (dated effects, votes, likings)."""

from __future__ import annotations

from attrs import frozen

from csto_game.model.command import END, Command
from csto_game.model.state import Tabled
from csto_game.players.base import Dice
from csto_game.players.mind import Mind
from csto_game.rules.book import Book
from csto_game.rules.commands import KINDS
from csto_game.rules.commands.verb import Act, acts, use
from csto_game.rules.draft import Draft
from csto_game.rules.mechanisms import council
from csto_game.rules.mechanisms.deck import answer
from csto_game.rules.rows import lean_to_vote

INTEREST = 30
"""Hundredths of own gain that move a vote by one point of leaning."""

MOST_INTEREST = 12


@frozen
class Habits:
    """What tells the classes of skill apart."""

    later: bool
    """Do dated effects count?"""
    bills: int
    """How many motions it looks at in a turn."""
    rank_once: bool
    """Rank acts once a turn and take them in that order, or look again after each act."""


GREEDY = Habits(later=False, bills=1, rank_once=True)
PLANNER = Habits(later=True, bills=99, rank_once=False)


class Leader:
    """Answers for a seat by what acts are worth to it."""

    looks = True

    def __init__(self, book: Book, seat: int, seed: int, skill: int, habits: Habits) -> None:
        self.book, self.seat, self.habits = book, seat, habits
        self.code = book.layout.codes[seat]
        self.dice = Dice.of(seed, f"leader.{self.code}")
        self.mind = Mind(book, seat)
        character = self.mind.character
        self.noise = (character.noise if character else 10) * (150 - min(max(skill, 0), 100)) // 50
        self.likes = dict(character.verbs) if character else {}
        self._ranked: list[tuple[int, Act]] = []
        self._ranked_turn = -1
        self._asked_bills = -1

    def think(self, belief: Draft) -> Command:
        if belief.phase == "council":
            return self._vote(belief)
        for card in belief.cards:
            if card.by == self.seat:
                return self._answer(belief, card.serial)
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

    def _answer(self, belief: Draft, serial: int) -> Command:
        card = next(c for c in belief.cards if c.serial == serial)
        code = self.book.incidents[card.incident]
        self._look(belief)
        none = self.book.layout.none
        best, choice = None, code.default
        for id, option in code.options.items():
            command = Command(self.code, "option", card.incident, choice=id)
            if KINDS["option"].refusal(belief, command) is not None:
                continue
            worth = self.mind.after(lambda d, id=id: answer(d, card, id), later=self.habits.later)  # type: ignore[misc]  # a default binds the loop's id
            worth += option.ai(belief, self.seat, card.to, none, 0) + self._jitter()
            if best is None or worth > best:
                best, choice = worth, id
        return Command(self.code, "option", card.incident, choice=choice)

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
        now, none, found = self.mind.now, self.book.layout.none, []
        for number, act in enumerate(acts(belief, self.seat)):
            worth = self.mind.after(
                lambda d, act=act: use(d, self.seat, act), later=self.habits.later
            )  # type: ignore[misc]  # a default binds the loop's act
            liking = self.likes.get(act.code.verb.id, 0) + act.code.ai(
                belief, self.seat, act.target, none, act.amount
            )
            if act.option is not None:
                liking += act.option.ai(belief, self.seat, act.target, none, act.amount)
            found.append((worth - now + liking + self._jitter(), -number, act))
        found.sort(key=lambda entry: entry[:2], reverse=True)
        return [(gain, act) for gain, _, act in found]

    # ── the council ──

    def _vote(self, belief: Draft) -> Command:
        tabled = council.agenda(belief)[0]
        self._look(belief)
        leaning = self._leaning(belief, tabled, self.seat) + self._interest(tabled)
        organ = council.organ_of(belief, tabled).organ
        vote = (
            "yes" if tabled.by == self.seat else lean_to_vote(leaning, organ.yes_at, organ.veto_at)
        )
        return Command(self.code, "vote", tabled.motion, choice=vote)

    def _leaning(self, belief: Draft, tabled: Tabled, voter: int) -> int:
        return self.book.motions[tabled.motion].leaning(belief, voter, tabled.to, tabled.by, 0)

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
        legal = list(KINDS["table"].options(belief, self.seat))
        if len(legal) > self.habits.bills:
            first = self.dice.below(len(legal))
            legal = (legal[first:] + legal[:first])[: self.habits.bills]
        self._look(belief)
        best: tuple[int, Command] | None = None
        for command in legal:
            gain = self._bill_gain(belief, command)
            if gain > 0 and (best is None or gain > best[0]):
                best = (gain, command)
        return best[1] if best is not None else None

    def _bill_gain(self, belief: Draft, command: Command) -> int:
        index = self.book.layout.index
        tabled = Tabled(
            0, command.thing, self.seat, index.get(command.target, self.book.layout.none)
        )
        organ = council.organ_of(belief, tabled).organ
        cast = tuple(
            (
                v,
                1
                if v == self.seat
                else _foreseen(self._leaning(belief, tabled, v), organ.yes_at, organ.veto_at),
            )
            for v in council.voters(belief, tabled)
        )
        if not council.passes(belief, Tabled(0, tabled.motion, tabled.by, tabled.to, cast)):
            return 0
        price = (
            self.mind.after(lambda d: KINDS["table"].apply(d, command), later=False) - self.mind.now
        )
        return (
            self._interest(tabled) * INTEREST + 6 * self._leaning(belief, tabled, self.seat) + price
        )


def _foreseen(leaning: int, yes_at: int, veto_at: int) -> int:
    return council.CASTS[lean_to_vote(leaning, yes_at, veto_at)]
