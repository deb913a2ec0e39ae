"""The council: look at votes before, table a motion, and vote when it meets."""

from __future__ import annotations

from typing import ClassVar

from csto_game.model.command import Command
from csto_game.model.view import Ballot, MotionRow
from csto_game.rules import Lever
from csto_game.session.annals.accord import accord
from csto_game.ui.draw.box import box
from csto_game.ui.draw.council import (
    agenda_rows,
    ballot_rows,
    blocker_place,
    lever_rows,
    reason_rows,
)
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.pictures.network import ring_rows
from csto_game.ui.draw.votes import stands
from csto_game.ui.keys import Key
from csto_game.ui.rows import EMPTY, Hit, Row, beside, row_of, stack
from csto_game.ui.screens.recalling import RecallingPage
from csto_game.ui.words import say

MOST_LEVERS = 3
_CHOICES = ("yes", "no", "abstain")
_LEAST_RING = 12
"""Rows that a drawing of voters takes at least."""


class CouncilPage(RecallingPage):
    kind: ClassVar[str] = "council"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0
        self.voter: int | None = None
        self.on_voters = False

    @property
    def motion(self) -> MotionRow | None:
        rows = (*self.view.motions, *self.view.bills)
        return rows[min(self.at, len(rows) - 1)] if rows else None

    @property
    def is_meeting(self) -> bool:
        return self.view.phase == "council" and bool(self.view.motions)

    def body_rows(self, width: int, height: int) -> list[Row]:
        look, view, motion = self.look, self.view, self.motion
        side = 36 if width < 100 else 48
        below = self._below(motion, height)
        rows, marked = agenda_rows(view, self.at, side - 2, look)
        scroll = scroll_to(marked, height - below - 2, len(rows))
        title = say("council meets") if self.is_meeting else say("agenda")
        focused = not self.on_voters
        left = box(
            title, rows, side, height - below, look, focused=focused, scroll=scroll, panel="agenda"
        )
        if motion is None:
            hint = (look.note(" " + say("A motion that is tabled shows its voters here.")),)
            return beside(left, box(say("votes"), [hint], width - side, height, look))
        voter = self._voter(motion)
        cursor = self.on_voters
        named = self.desk.sitting.match.label
        inner = width - side - 2
        room = height - below - 2
        votes = ballot_rows(
            view, motion, voter, inner, look, has_cursor=cursor, named=named, height=room
        )
        code = motion.ballots[voter].code if motion.ballots else ""
        votes += self._company(code, inner, room - len(votes))
        marked = row_of(votes, "votes", voter)
        right = box(
            motion.name, votes, width - side, height - below, look,
            focused=cursor, scroll=scroll_to(marked, room, len(votes)) if cursor else None,
            panel="votes",
        )  # fmt: skip
        return stack(beside(left, right), self._reasons(motion, voter, width, below))

    def _company(self, code: str, width: int, room: int) -> list[Row]:
        """Who has voted with whom, where there is room to draw it."""
        found = accord(self.annals.polls) if self.annals else None
        if found is None or not found.voters or room < _LEAST_RING or width < 2 * _LEAST_RING:
            return []
        tall = min(room - 2, width * 2 // 5)
        head = (self.look.head(f" {say('WHO HAS VOTED WITH WHOM')}"),)
        return [EMPTY, head, *ring_rows(code, found, width - 2, tall, self.look)]

    def _below(self, motion: MotionRow | None, height: int) -> int:
        """Rows for the reasons: as many as the longest list of them needs."""
        if motion is None:
            return 0
        most = max((len(ballot.reasons) for ballot in motion.ballots), default=0)
        most += 1 + bool(motion.blockers) + bool(motion.refusal)
        return min(max(most, MOST_LEVERS) + 2, height // 3)

    def _reasons(self, motion: MotionRow, voter: int, width: int, height: int) -> list[Row]:
        if not motion.ballots:
            nobody = (self.look.note(" " + say("Nobody is asked about it.")),)
            return box(say("who, and why"), [nobody], width, height, self.look)
        ballot = motion.ballots[voter]
        rows = reason_rows(self.view, motion, ballot, self.look, self.desk.sitting.match.label)
        title = f"{say('why')} · {ballot.name}"
        if motion.refusal:
            match = self.desk.sitting.match
            text = match.refusal_sentence(motion.refusal, motion.command)
            rows = [(self.look.warn(f" {text}"),), *rows]
        if not self._can_bargain(motion, ballot):
            return box(title, rows, width, height, self.look)
        side = width // 2
        moves = lever_rows(
            self.view, self._levers(motion, ballot), side - 2, self.look, self.desk.sitting.name_of
        )
        reasons = box(title, rows, width - side, height, self.look)
        return beside(reasons, box(say("what would move it"), moves, side, height, self.look))

    def _can_bargain(self, motion: MotionRow, ballot: Ballot) -> bool:
        """Whether the voter is against it, is not us, and can still be moved."""
        is_open = not self.is_meeting and self.desk.sitting.is_ours and ballot.cast is None
        return is_open and ballot.code != self.view.seat and stands(ballot) != "yes"

    def _levers(self, motion: MotionRow, ballot: Ballot) -> tuple[Lever, ...] | None:
        known = self.desk.sitting.known_levers(motion.motion, motion.target, ballot.code)
        return known if known is None else known[:MOST_LEVERS]

    def _ask(self) -> None:
        motion = self.motion
        ballot = motion.ballots[self._voter(motion)] if motion and motion.ballots else None
        if motion and ballot and self._can_bargain(motion, ballot):
            self.desk.ask_levers(motion.motion, motion.target, ballot.code)

    def draw(self) -> None:
        super().draw()
        if self.desk.is_seated and self.is_current:
            self._ask()

    def _voter(self, motion: MotionRow) -> int:
        if self.voter is None:
            return blocker_place(motion.ballots, motion)
        return min(self.voter, len(motion.ballots) - 1)

    def has_key(self, key: Key) -> bool:
        if key.id.startswith("vote_"):
            return self.is_meeting
        if key.id == "number":
            motion = self.motion
            ballot = motion.ballots[self._voter(motion)] if motion and motion.ballots else None
            return bool(motion and ballot and self._can_bargain(motion, ballot))
        if key.id == "choose":
            return not self.is_meeting
        return key.id != "undo" or not self.is_meeting

    def view_changed(self) -> None:
        if self.is_meeting:
            self.at = 0
        self.draw()

    # --- keys ---------------------------------------------------------------------------

    def move(self, steps: int) -> None:
        motion = self.motion
        if motion is None:
            return
        if self.on_voters:
            self.voter = min(max(self._voter(motion) + steps, 0), len(motion.ballots) - 1)
        else:
            last = len(self.view.motions) + len(self.view.bills) - 1
            self.at, self.voter = min(max(self.at + steps, 0), last), None
        self.draw()

    def point(self, kind: str, place: int | str) -> None:
        if kind == "agenda" and isinstance(place, int):
            self.on_voters, self.at, self.voter = False, place, None
        elif kind == "votes" and isinstance(place, int):
            self.on_voters, self.voter = True, place
        else:
            super().point(kind, place)
        self.draw()

    def open_pointed(self, hit: Hit) -> None:
        """A motion is tabled, a voter says why, a bargain is made."""
        kind, place = hit
        if kind == "votes":
            self.act_why()
        elif kind == "lever" and isinstance(place, int):
            self.act_number(place)
        else:
            super().open_pointed(hit)

    def to_panel(self, name: str) -> None:
        if name in ("agenda", "votes"):
            self.on_voters = name == "votes"

    @property
    def own_panels(self) -> tuple[str, ...]:
        return "agenda", "votes"

    @property
    def panel_at(self) -> tuple[int, int]:
        return int(self.on_voters), 2

    def act_next_panel(self) -> None:
        self.on_voters = not self.on_voters
        self.draw()

    act_previous_panel = act_next_panel

    def act_choose(self) -> None:
        motion = self.motion
        if motion is None or motion.command is None:
            if self.is_meeting:
                keys = {one: self.look.named(f"vote_{one}", self.kind) for one in _CHOICES}
                self.desk.tell(
                    say("{yes} votes for it, {no} against it, {abstain} keeps out of it.", **keys)
                )
            elif motion and motion.refusal:
                match = self.desk.sitting.match
                text = match.refusal_sentence(motion.refusal, motion.command)
                self.desk.tell(text, is_bad=True)
            return
        self.desk.play(motion.command)

    def act_number(self, number: int) -> None:
        motion = self.motion
        if motion is None or not motion.ballots:
            return
        ballot = motion.ballots[self._voter(motion)]
        levers = self._levers(motion, ballot) if self._can_bargain(motion, ballot) else None
        if levers and number <= len(levers):
            self.desk.play(levers[number - 1].command)

    def act_why(self) -> None:
        """The numbers that the marked voter's leaning rests on."""
        motion = self.motion
        if motion is None or not motion.ballots:
            return
        ballot = motion.ballots[self._voter(motion)]
        title = say("{name}: what it leans by", name=ballot.name)
        self.ask_of(title, [path for path, _ in ballot.reasons])

    def act_why_not(self) -> None:
        """Who and what is in the way of the marked motion."""
        motion = self.motion
        if motion is not None:
            words = f"{motion.motion} {motion.target}".strip()
            title = say("why not · {name}", name=motion.name)
            self.desk.open_page("told", title=title, ask=lambda m: m.why_not(words))

    def act_vote_yes(self) -> None:
        self._vote("yes")

    def act_vote_no(self) -> None:
        self._vote("no")

    def act_vote_abstain(self) -> None:
        self._vote("abstain")

    def _vote(self, vote: str) -> None:
        if self.is_meeting and self.desk.sitting.is_ours:
            self.desk.play(Command(self.view.seat, "vote", choice=vote))
        else:
            self.desk.tell(say("The council does not meet now; end the turn first."), is_bad=True)
