"""Tests are run: each case as one game or as many, up to the first line that does not hold."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, frozen

from csto_game.rules import Book, seats
from csto_game.rules.book import Deed, Test
from csto_game.rules.draft import Draft
from csto_game.session.reasons import explain as explain_refusal
from csto_game.text.catalog import say
from csto_game.workshop.testing.case import Case, Failure, Line, Outcome
from csto_game.workshop.testing.expect import explain
from csto_game.workshop.testing.game import Game
from csto_game.workshop.testing.table import OTHERS, SCRIPT

_NONSENSE = frozenset(
    {"empty", "unknown_word", "unknown_target", "unknown_argument", "unknown_motion"}
)
"""Refusals of what is no command at all: a test of these would hold by a slip of the pen."""


def run_case(book: Book, case: Case) -> Outcome:
    """Play the case's games. ``failure`` is the first that does not hold."""
    script = _Script.of(book, case)
    kinds = kinds_of(book, case)
    games = case.seeds or 1
    held = 0
    first: Failure | None = None
    for seed in range(case.seed, case.seed + games):
        run = _Run(script, Game.of(book, kinds, seed), tells=first is None)
        failed = run.play()
        held += failed is None
        if failed is not None and first is None:
            first = Failure(failed, seed, run.said)
    return Outcome(case, games, held, first)


def kinds_of(book: Book, case: Case) -> Mapping[str, str]:
    """Seat → kind of program. A scripted seat does by itself what an idle one does."""
    named = {line.seat for line in case.play if line.seat}
    kinds: dict[str, str] = {}
    for code in seats(book):
        usual = SCRIPT if code in named else case.seats.get(OTHERS, "idle")
        kind = case.seats.get(code, usual)
        kinds[code] = "idle" if kind == SCRIPT else kind
    return kinds


@frozen
class _Script:
    """The lines with what they are compiled to, once for all games."""

    lines: tuple[tuple[Line, Deed | None, Test], ...]

    @classmethod
    def of(cls, book: Book, case: Case) -> _Script:
        """All lines of a case."""
        return cls(
            tuple(
                (line, book.block(line.block, f"test.{case.id}.{n}"), book.test(line.condition))
                for n, line in enumerate(case.play)
            )
        )


@define
class _Run:
    """``said`` are the sentences about the line that failed, if ``tells`` says so."""

    script: _Script
    game: Game
    tells: bool
    said: tuple[str, ...] = ()

    def play(self) -> Line | None:
        """The first line that does not hold."""
        for line, deed, test in self.script.lines:
            if self._fails(line, deed, test):
                return line
        return None

    def _fails(self, line: Line, deed: Deed | None, test: Test) -> bool:
        if line.kind == "do":
            if deed is not None:
                self.game.effect(deed)
            return False
        if line.kind == "expect":
            return self._expect(line, test)
        verdict = self.game.state.verdict
        if verdict is not None:
            return self._fail(say("test.over", ending=verdict.ending, turn=verdict.turn))
        if line.kind == "end":
            return self._end(line)
        return self._command(line)

    def _expect(self, line: Line, test: Test) -> bool:
        table = self.game.table
        none = table.book.layout.none
        if test(Draft(table.book, table.state, log=False), none, none, none, 0):
            return False
        if self.tells and line.condition is not None:
            self.said = explain(table, line.condition)
        return True

    def _command(self, line: Line) -> bool:
        refusal = self.game.command(line.seat, line.words)
        if line.kind == "refused" and (refusal is None or refusal.code not in _NONSENSE):
            said = say("test.not_refused", seat=line.seat, words=line.words)
            return refusal is None and self._fail(said)
        if refusal is None:
            return False
        game = self.game
        return self._fail(explain_refusal(game.book, game.state, refusal, line.seat))

    def _end(self, line: Line) -> bool:
        for _ in range(line.turns):
            verdict = self.game.state.verdict
            if verdict is not None:
                return self._fail(say("test.over", ending=verdict.ending, turn=verdict.turn))
            self.game.end()
        return False

    def _fail(self, sentence: str) -> bool:
        self.said = (sentence,)
        return True
