"""The archive of a real match."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import define, field

from csto_game.model.refusal import GameError
from csto_game.rules.texts import date
from csto_game.session import trash
from csto_game.session.chronicle import Article
from csto_game.session.chronicle.files import write_files
from csto_game.session.chronicle.whole import article_for
from csto_game.session.comparison import Differing, compare_tables, other_table
from csto_game.session.debrief import Turning, debrief, rivals, turning_points
from csto_game.session.keeping import keep, memo, rename
from csto_game.session.library import export_save, free_branch
from csto_game.session.match import Match
from csto_game.session.save import read_save
from csto_game.session.table import Table
from csto_game.session.thumbnail import thumbnail
from csto_game.session.timeline import Line, timeline
from csto_game.session.workers import Stop, Workers
from csto_game.text.catalog import say as word_of
from csto_game.text.forecast import number, own_label
from csto_game.text.numbers import stat_of
from csto_game.ui.archive import Contrast, Gap, Glance, LineRow, Lines, Looked, Moment, Told
from csto_game.ui.words import say


@define
class Records:
    """Reads the match. Other lines are played again when they are first asked for, and then kept.

    ``workers`` play imagined games.
    """

    match: Match
    workers: Callable[[], Workers]
    is_posted: bool = False
    """Whether it is a game by mail: its save is a working copy, and lines beside it are other seats'."""
    _others: dict[tuple[Path, int], Table] = field(factory=dict)

    # ── the article ──

    def article(self, seat: str) -> Article:
        return article_for(self.match.table, self.match.header, seat)

    def export(self, seat: str) -> tuple[str, ...]:
        return write_files(self.match, seat)

    # ── lines of play ──

    @property
    def path(self) -> Path | None:
        return self.match.path

    def _path(self) -> Path:
        if self.match.path is None:
            raise GameError(word_of("timeline.unsaved"))
        return self.match.path

    def lines(self) -> Lines:
        lines = timeline(self._path())
        rows = tuple(self._line(line) for line in lines if line.is_here or not self.is_posted)
        last = max((row.turn for row in rows), default=1)
        return Lines(rows, self._dates(last), self.is_posted or bool(self.match.header.iron))

    def _dates(self, last: int) -> tuple[str, ...]:
        clock = self.match.book.scenario.clock
        return tuple(date(clock, turn) for turn in range(1, last + 1))

    def _line(self, line: Line) -> LineRow:
        row = line.row
        points = dict(row.results)
        seat = next((code for code in row.persons if code in points), "")
        ending = self.match.book.scenario.endings.get(row.ended)
        return LineRow(
            name=line.name,
            path=row.path,
            parent=line.parent,
            left=line.left,
            turn=row.turn,
            date=date(self.match.book.scenario.clock, row.turn) if row.turn else "",
            when=row.when,
            ended=ending.name if ending else row.ended.replace("_", " "),
            points=points.get(seat),
            won=seat in row.won,
            is_here=line.is_here,
            commands=row.commands,
            size=row.size,
            torn=row.torn,
            touched=bool(row.touched),
            trouble=row.trouble,
            memo=row.memo,
        )

    def _table(self, path: Path) -> Table:
        if path == self._path():
            return self.match.table
        theirs = read_save(path)
        key = (path, theirs.size)
        if key not in self._others:
            self._others[key] = other_table(self.match.table, read_save(self._path()), theirs)
        return self._others[key]

    def glance(self, seat: str, moment: Moment, beside: Moment) -> Glance:
        here, there = (thumbnail(self._table(path), seat, turn) for path, turn in (moment, beside))
        values = {path: value for path, _, value in there.numbers}
        gaps = [
            self._gap(Differing(path, label, value, values[path]), seat)
            for path, label, value in here.numbers
            if path in values
        ]
        return Glance(here.turn, here.date, here.orders, here.told, tuple(gaps))

    def compare(self, here: Path, there: Path, seat: str) -> Contrast:
        tables = self._table(here), self._table(there)
        found = compare_tables(tables[0], read_save(here), tables[1], read_save(there), seat)
        clock = self.match.book.scenario.clock
        return Contrast(
            here=found.here,
            there=found.there,
            turn=found.turn,
            date=found.date,
            did_here=found.did_here,
            did_there=found.did_there,
            at=found.at,
            at_date=date(clock, found.at),
            gaps=tuple(self._gap(one, seat) for one in found.numbers),
            only_here=found.only_here,
            only_there=found.only_there,
            points=found.points,
        )

    def _gap(self, one: Differing, seat: str) -> Gap:
        scenario = self.match.book.scenario
        stat = stat_of(scenario, one.path)
        return Gap(
            path=one.path,
            label=own_label(scenario, seat, one.path),
            here=number(scenario, one.path, one.here),
            there=number(scenario, one.path, one.there),
            gap=one.here - one.there,
            good=stat.good if stat else "high",
            places=stat.decimals if stat else 0,
        )

    def free_name(self, turn: int) -> str:
        return free_branch(self._path().parent, self.match.own, turn)

    def _check_own(self) -> None:
        if self.is_posted:
            raise GameError(say("A game by mail has one line of play."))

    def keep(self, name: str) -> str:
        self._check_own()
        return keep(self.match, name).stem

    def rename(self, path: Path, name: str) -> str:
        self._check_own()
        return rename(path, name, self.match).stem

    def memo(self, path: Path, text: str) -> None:
        self._check_own()
        memo(path, text, self.match)

    def trash(self, path: Path) -> str:
        put = trash.put(path)
        return f"{put.parent.name}/{put.name}"

    def old_trash(self) -> tuple[str, ...]:
        return tuple(one.name for one in trash.old(trash.lying(self._path().parent)))

    def empty_trash(self) -> int:
        return len(trash.empty(self._path().parent))

    def copy_to(self, path: Path, target: str) -> str:
        file = Path(target).expanduser()
        size = export_save(path, file)
        return say("{file}, {size} {size|byte|bytes}", file=file.name, size=size)

    # ── looking back ──

    def debrief(self, seat: str) -> Looked:
        match = self.match
        found = debrief(match.table, match.header, seat)
        path = match.path
        others = rivals(path.parent, match.header, path.stem) if path else ()
        return Looked(found, others, self._dates(match.turn))

    def turning(self, seat: str, tell: Told, stop: Stop) -> Turning:
        match = self.match
        return turning_points(
            match.table, match.header, self.workers(), seat=seat, tell=tell, stop=stop
        )
