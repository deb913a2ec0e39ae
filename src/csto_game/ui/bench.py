"""A modder's workbench beside a game on the screen: files read anew, questions and effects."""

from __future__ import annotations

from pathlib import Path

from attrs import define, frozen

from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.session.asked import ask
from csto_game.session.header import Header
from csto_game.session.told import (
    answer_lines,
    change_lines,
    event_lines,
    read_line,
    saved_lines,
)
from csto_game.session.workbench import Workbench
from csto_game.text.catalog import say as sentence
from csto_game.text.examples import examples
from csto_game.ui.atlas import load_atlas
from csto_game.ui.mapping import Mapper
from csto_game.ui.offers import Offer, Trouble
from csto_game.ui.playing import Playing
from csto_game.ui.sitting import Sitting

EFFECT = "!"
QUESTION = "?"


@frozen
class Reread:
    """What came of files that changed. With ``broken`` the rules are those that were."""

    lines: tuple[str, ...]
    broken: Offer | None = None
    mapper: Mapper | None = None


@frozen
class Said:
    """What the console answers; ``mapper`` is there if the game is another one now."""

    lines: tuple[str, ...]
    is_bad: bool = False
    mapper: Mapper | None = None


@define
class Bench:
    """For one sitting at a real game."""

    sitting: Sitting
    playing: Playing
    workbench: Workbench

    @classmethod
    def of(cls, sitting: Sitting, shelves: tuple[Path, ...]) -> Bench:
        """Raises GameError where nothing may be changed: an iron game, one without a save."""
        playing = sitting.match
        if not isinstance(playing, Playing):
            raise TypeError("a real game is needed")
        return cls(sitting, playing, Workbench.of(playing.match, shelves))

    @property
    def has_changed(self) -> bool:
        """Whether files are not as they were; nothing is read."""
        return self.workbench.watch.has_changed()

    def renew(self) -> Reread | None:
        """Read changed files, and play the game again on them. Raises GameError."""
        before = self.playing.match
        found = self.workbench.renew(before)
        if found is None:
            return None
        first = read_line(found.files)
        if found.problems or found.again is None:
            told = sentence("dev.mistakes", count=len(found.problems))
            return Reread((first, told), _offer(before.header, found.problems))
        self.playing.take(found.match)
        mapper = self._sit_again()
        if found.is_same:
            return Reread((first, sentence("dev.texts")), mapper=mapper)
        lines = (first, *change_lines(found.again), *saved_lines(before, found.match))
        return Reread(lines, mapper=mapper)

    def answer(self, text: str) -> Said:
        """Answer a question, or let an effect happen. Raises GameError."""
        words = text.lstrip(EFFECT + QUESTION + " ").strip()
        if not words or not words.isprintable():
            facts = examples(self.sitting.view)
            form = f"{facts['rule']}, ! {facts['effect']}"
            return Said((sentence("plain.needs", form=form),), is_bad=True)
        if text.lstrip().startswith(EFFECT):
            return self._shake(words)
        answer = ask(self.playing.match.table, self.sitting.seat, words)
        if answer.problems:
            return Said(_lines(answer.problems), is_bad=True)
        return Said(tuple(answer_lines(answer)))

    def _shake(self, words: str) -> Said:
        before = self.playing.match
        done = self.workbench.shake(before, words)
        if done.problems:
            return Said(_lines(done.problems), is_bad=True)
        self.playing.take(done.match)
        lines = event_lines(done.match.book.scenario, done.events)
        return Said((*lines, *saved_lines(before, done.match)), mapper=self._sit_again())

    def _sit_again(self) -> Mapper:
        self.sitting.begin_again()
        return Mapper(load_atlas(self.playing.match.book.scenario))


def _offer(header: Header, problems: tuple[Problem, ...]) -> Offer:
    """The broken files as the page of problems shows them."""
    troubles = tuple(
        Trouble(
            f"{p.file}:{p.line}" if p.line else p.file, p.message, tuple(render(p).splitlines())
        )
        for p in problems
        if p.severity == "error"
    )
    place = header.place or header.scenario
    return Offer(header.scenario, header.scenario, "", troubles=troubles, place=place)


def _lines(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    return tuple(line for problem in problems for line in render(problem).splitlines())
