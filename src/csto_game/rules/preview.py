"""Previews: the command's own ``apply`` on Drafts that are thrown away. No second formula.

Blind by construction: rolls are shown as ranges (two Drafts, lowest and highest), outcomes as a
list with chances, and everything runs on what the seat believes, on an imagined stream.
"""

from __future__ import annotations

from csto_game.model.command import Command
from csto_game.model.state import Due, State
from csto_game.model.view import Branch, DueRow, Preview, Range
from csto_game.rules.belief import believed, knows
from csto_game.rules.book import Book
from csto_game.rules.commands import KINDS
from csto_game.rules.draft import Draft, Unsettled
from csto_game.rules.game import refusal_on
from csto_game.rules.layout import Slot
from csto_game.rules.names import command_name, price_list
from csto_game.rules.outcomes import carry_out
from csto_game.rules.texts import fill, value_of

_QUIET = ("used", "answered", "voted", "outcome", "later")
"""Facts that a preview does not repeat: the player has just asked for them, or sees them as numbers."""


def preview(book: Book, state: State, command: Command) -> Preview:
    """What the command would do, as far as its seat may know."""
    refused = refusal_on(Draft(book, state, log=False), command)
    seat = book.layout.index.get(command.seat, book.layout.none)
    if refused is not None and seat == book.layout.none:
        return Preview(command, command.words, (), (), (), (), (), refused)
    belief = believed(book, state, command.seat)
    name = command_name(Draft(book, state, log=False), command)
    cost = price_list(Draft(book, belief, log=False), command)
    if refused is not None or command.kind in ("vote", "end"):
        return Preview(command, name, cost, (), (), (), (), refused)
    low = _imagined(book, belief, command, lowest=True)
    high = _imagined(book, belief, command, lowest=False)
    before = Draft(book, belief, log=False)
    sight = _Sight(before, seat)
    return Preview(
        command=command,
        name=name,
        cost=cost,
        sure=sight.ranges(before, low, high),
        branches=tuple(b for group in low.unsettled or [] for b in sight.branches(low, group)),
        later=tuple(sight.due(due) for due in low.dues if due not in before.dues),
        notes=sight.notes(low),
        warn=_warning(book, command),
    )


def _imagined(book: Book, state: State, command: Command, *, lowest: bool) -> Draft:
    draft = Draft(book, state)
    draft.imagine(1)
    draft.dice = min if lowest else max
    draft.unsettled = []
    KINDS[command.kind].apply(draft, command)
    return draft


def _warning(book: Book, command: Command) -> str:
    if command.kind == "verb":
        verb = book.scenario.verbs[command.thing]
        return (verb.options[command.choice].warn if command.choice else "") or verb.warn
    if command.kind == "option":
        return book.scenario.incidents[command.thing].options[command.choice].warn
    return ""


class _Sight:
    """What one seat may see of an imagined change."""

    def __init__(self, truth: Draft, viewer: int) -> None:
        self.truth = truth
        self.viewer = viewer
        self.layout = truth.book.layout

    def ranges(self, before: Draft, low: Draft, high: Draft) -> tuple[Range, ...]:
        """Every number that moves, own numbers first, then in order of size."""
        slots = {
            row[0]: row
            for draft in (high, low)
            for row in draft.log or ()
            if isinstance(row[0], int)
        }
        found = [self._range(slot, before, low, high) for slot in slots]
        rows = [row for row in found if row is not None]
        rows += self._derived(before, low, high, {self.layout.slots[slot].owner for slot in slots})
        me = self.layout.code(self.viewer)
        rows.sort(
            key=lambda r: (
                not r.path.startswith(f"{me}."),
                -max(abs(r.low - r.before), abs(r.high - r.before)),
                r.path,
            )
        )
        return tuple(rows)

    def _range(self, slot: int, before: Draft, low: Draft, high: Draft) -> Range | None:
        where = self.layout.slots[slot]
        stat = self.layout.stats.get(where.stat)
        if (
            stat is None
            or stat.id in _ENGINE_ONLY
            or not knows(self.truth, stat, where.owner, where.toward, self.viewer)
        ):
            return None
        old, ends = before.v[slot], sorted((low.v[slot], high.v[slot]))
        if ends == [old, old]:
            return None
        reasons = dict.fromkeys(
            fill(
                low,
                self.truth.book.causes[row[4]].because,
                row[5],
                row[6],
                row[7],
                (row[8], row[9]),
            )
            for row in low.log or ()
            if row[0] == slot
        )
        return Range(
            path=self.layout.path(where),
            label=stat.name,
            before=old,
            low=ends[0],
            high=ends[1],
            because=tuple(reason for reason in reasons if reason),
        )

    def _derived(
        self, before: Draft, low: Draft, high: Draft, owners: set[int | None]
    ) -> list[Range]:
        rows = []
        for stat in self.layout.stats.values():
            if stat.formula is None or stat.show == "hidden" or stat.owner != ("country",):
                continue
            for owner in sorted(o for o in owners if o is not None and o < self.layout.countries):
                if not knows(self.truth, stat, owner, None, self.viewer):
                    continue
                old = value_of(before, stat, [owner])
                ends = sorted((value_of(low, stat, [owner]), value_of(high, stat, [owner])))
                if ends != [old, old]:
                    rows.append(
                        Range(
                            self.layout.path(Slot(stat.id, owner, None)),
                            stat.name,
                            old,
                            ends[0],
                            ends[1],
                        )
                    )
        return rows

    def branches(self, base: Draft, group: Unsettled) -> list[Branch]:
        found, by, to, amount = group
        total = sum(weight for _, weight in found)
        branches = []
        for code, weight in found:
            draft = base.copy()
            draft.v, draft.log = base.v[:], []
            draft.unsettled = []
            carry_out(draft, code, by, to, amount)
            hidden = code.outcome.hidden
            branches.append(
                Branch(
                    name=code.outcome.id.replace("_", " "),
                    chance=(weight * 200 + total) // (2 * total),
                    text="" if hidden else fill(draft, code.outcome.text, by, to, amount),
                    changes=() if hidden else self.ranges(base, draft, draft),
                    hidden=hidden,
                )
            )
        return branches

    def due(self, due: Due) -> DueRow:
        cause = self.truth.book.causes[due.cause]
        return DueRow(
            turn=due.turn,
            left=due.left,
            path=self.layout.path(self.layout.slots[due.slot]),
            amount=due.amount,
            because=fill(self.truth, cause.because, due.by, due.to),
        )

    def notes(self, draft: Draft) -> tuple[str, ...]:
        """Other facts as ``kind by to address``; `text` has the sentences."""
        rows = [row for row in draft.log or () if isinstance(row[0], str) and row[0] not in _QUIET]
        return tuple(
            dict.fromkeys(
                f"{kind} {self.layout.code(by)} {self.layout.code(to)} {what}"
                for kind, _, by, to, what in rows
            )
        )


_ENGINE_ONLY = ("turn", "turns_left", "year", "season")
