"""Previews: the command's own ``apply`` on Drafts that are thrown away. No second formula.

Blind by construction: rolls are shown as ranges (every way they may fall is tried), outcomes as a
list with chances, and everything runs on what the seat believes, on an imagined stream. Of numbers
that are worked out from hidden ones and yet are shown to all, what was imagined is the change alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from csto_game.model.command import Command
from csto_game.model.state import Due, State
from csto_game.model.view import Branch, DueRow, Preview, Range
from csto_game.rules.belief import believed, knows
from csto_game.rules.book import Book
from csto_game.rules.draft import Draft
from csto_game.rules.game import refusal_on
from csto_game.rules.imagining import Then, imagine_all
from csto_game.rules.layout import Slot
from csto_game.rules.names import command_name, price_list
from csto_game.rules.outcomes import carry_out
from csto_game.rules.texts import fill, value_of
from csto_game.rules.things import OutcomeCode

_QUIET = ("used", "answered", "voted", "outcome", "later")
"""Facts that a preview does not repeat: the player has just asked for them, or sees them as numbers."""


def preview(book: Book, state: State, command: Command) -> Preview:
    """What the command would do, as far as its seat may know."""
    truth = Draft(book, state, log=False)
    refused = refusal_on(truth, command)
    seat = book.layout.index.get(command.seat, book.layout.none)
    if refused is not None and seat == book.layout.none:
        return Preview(command, command.words, (), (), (), (), (), refused)
    belief = believed(book, state, command.seat)
    before = Draft(book, belief, log=False)
    name, cost = command_name(before, command), price_list(before, command)
    if refused is not None or command.kind in ("vote", "end"):
        return Preview(command, name, cost, (), (), (), (), refused)
    ends = imagine_all(book, belief, command, _nothing)
    first, sight = ends[0], _Sight(before, seat, truth)
    return Preview(
        command=command,
        name=name,
        cost=cost,
        sure=sight.ranges(before, ends),
        branches=_branches(sight, belief, command, first),
        later=tuple(sight.due(due) for due in _new(first.dues, before.dues)),
        notes=sight.notes(ends),
        warn=_warning(book, command),
    )


def _nothing(draft: Draft) -> None:
    """Nothing follows."""


def _branches(sight: _Sight, belief: State, command: Command, first: Draft) -> tuple[Branch, ...]:
    """Each thing that may come of it, on every way the rolls may fall."""
    branches: list[Branch] = []
    for place, (found, by, to, amount) in enumerate(first.unsettled or []):
        total = sum(weight for _, weight in found)
        for code, weight in found:
            ends = imagine_all(first.book, belief, command, _outcome(place, code))
            hidden = code.outcome.hidden
            branch = Branch(
                name=code.outcome.called,
                chance=(weight * 200 + total) // (2 * total),
                text="" if hidden else fill(ends[0], code.outcome.text, by, to, amount),
                changes=() if hidden else sight.ranges(first, ends),
                hidden=hidden,
            )
            branches.append(branch)
    return tuple(branches)


def _outcome(place: int, code: OutcomeCode) -> Then:
    """Carry the outcome out; what is logged from here on is its own."""

    def then(draft: Draft) -> None:
        draft.log = []
        for _, by, to, amount in (draft.unsettled or [])[place : place + 1]:
            carry_out(draft, code, by, to, amount)

    return then


def _warning(book: Book, command: Command) -> str:
    if command.kind == "verb":
        verb = book.scenario.verbs[command.thing]
        return (verb.options[command.choice].warn if command.choice else "") or verb.warn
    if command.kind == "option":
        return book.scenario.incidents[command.thing].options[command.choice].warn
    return ""


def _new(dues: Sequence[Due], before: Sequence[Due]) -> list[Due]:
    """Those that have come to be, also where the like of them was there already."""
    old = Counter(before)
    found = []
    for due in dues:
        old[due] -= 1
        if old[due] < 0:
            found.append(due)
    return found


class _Sight:
    """What one seat may see of an imagined change. ``truth`` is asked only for what screens show it."""

    def __init__(self, belief: Draft, viewer: int, truth: Draft) -> None:
        self.belief = belief
        self.viewer = viewer
        self.truth = truth
        self.layout = belief.book.layout

    def ranges(self, before: Draft, ends: Sequence[Draft]) -> tuple[Range, ...]:
        """Every number that moves, own numbers first, then in order of size."""
        slots = dict.fromkeys(
            row[0] for draft in ends for row in draft.log or () if isinstance(row[0], int)
        )
        found = [self._range(slot, before, ends) for slot in slots]
        rows = [row for row in found if row is not None]
        owners = {self.layout.slots[slot].owner for slot in slots}
        rows += self._derived(before, ends, sorted(o for o in owners if o is not None))
        me = self.layout.code(self.viewer)
        rows.sort(
            key=lambda r: (
                not r.path.startswith(f"{me}."),
                -max(abs(r.low - r.before), abs(r.high - r.before)),
                r.path,
            )
        )
        return tuple(rows)

    def _range(self, slot: int, before: Draft, ends: Sequence[Draft]) -> Range | None:
        where = self.layout.slots[slot]
        stat = self.layout.stats.get(where.stat)
        if (
            stat is None
            or stat.id in _ENGINE_ONLY
            or not knows(self.belief, stat, where.owner, where.toward, self.viewer)
        ):
            return None
        old, values = before.v[slot], [draft.v[slot] for draft in ends]
        if {*values} == {old}:
            return None
        return Range(
            path=self.layout.path(where),
            label=stat.name,
            before=old,
            low=min(values),
            high=max(values),
            because=self._reasons(slot, ends),
        )

    def _reasons(self, slot: int, ends: Sequence[Draft]) -> tuple[str, ...]:
        causes = self.belief.book.causes
        reasons = dict.fromkeys(
            fill(draft, causes[row[4]].because, row[5], row[6], row[7], (row[8], row[9]))
            for draft in ends
            for row in draft.log or ()
            if row[0] == slot
        )
        return tuple(reason for reason in reasons if reason)

    def _derived(
        self, before: Draft, ends: Sequence[Draft], owners: Sequence[int]
    ) -> Iterator[Range]:
        for stat in self.layout.stats.values():
            if stat.formula is None or stat.show == "hidden" or stat.owner != ("country",):
                continue
            for owner in owners:
                if owner >= self.layout.countries or not knows(
                    self.belief, stat, owner, None, self.viewer
                ):
                    continue
                believed, *values = (
                    value_of(draft, stat, [owner]) for draft in (self.belief, before, *ends)
                )
                error = value_of(self.truth, stat, [owner]) - believed
                old, *values = (min(max(n + error, stat.min), stat.max) for n in values)
                if {*values} != {old}:
                    path = self.layout.path(Slot(stat.id, owner, None))
                    yield Range(path, stat.name, old, min(values), max(values))

    def due(self, due: Due) -> DueRow:
        cause = self.belief.book.causes[due.cause]
        where = self.layout.slots[due.slot]
        stat = self.layout.stats.get(where.stat)
        return DueRow(
            turn=due.turn,
            left=due.left,
            path=self.layout.path(where),
            amount=due.amount,
            because=fill(self.belief, cause.because, due.by, due.to),
            label=stat.name if stat else "",
        )

    def notes(self, ends: Sequence[Draft]) -> tuple[str, ...]:
        """Other facts that are sure, as ``kind by to address``; `text` has the sentences."""
        noted = [self._noted(draft) for draft in ends]
        return tuple(note for note in noted[0] if all(note in others for others in noted))

    def _noted(self, draft: Draft) -> dict[str, None]:
        rows = [row for row in draft.log or () if isinstance(row[0], str) and row[0] not in _QUIET]
        code = self.layout.code
        return dict.fromkeys(
            f"{kind} {code(by)} {code(to)} {what}" for kind, _, by, to, what in rows
        )


_ENGINE_ONLY = ("turn", "turns_left", "year", "season")
