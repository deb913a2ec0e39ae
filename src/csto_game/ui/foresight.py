"""Forecasts of a real match in the words of its scenario."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define

from csto_game.model.command import Command
from csto_game.rules.texts import date
from csto_game.session.climbing import Climbs, climbs
from csto_game.session.forecast import Forecaster
from csto_game.session.forks import Crisis
from csto_game.session.match import Match
from csto_game.session.outlook import POINTS, Band, Forecast
from csto_game.session.workers import Workers
from csto_game.text import forecast as words
from csto_game.ui.outlook import Outlook, Reach, Stop, Tell


@define
class Oracle:
    """Keeps the forks of one match; ask it in a thread. ``jobs``: see `session.workers`."""

    match: Match
    jobs: int | None = None
    _maker: Forecaster | None = None

    def ask(
        self, seat: str, command: Command | None, forks: int, tell: Tell, stop: Stop
    ) -> Outlook:
        said = self._forecaster.ask(
            self.match.table.state,
            seat,
            command,
            forks=forks,
            tell=lambda part: tell(self._outlook(part, is_whole=False)),
            stop=stop,
        )
        return self._outlook(said, is_whole=True)

    def climbs(
        self,
        seat: str,
        crises: Sequence[Crisis],
        forks: int,
        tell: Callable[[int], None],
        stop: Stop,
    ) -> Climbs:
        """Where crises may stand in two turns."""
        return climbs(self._forecaster, self.match.table, seat, crises, forks, tell, stop)

    @property
    def _forecaster(self) -> Forecaster:
        if self._maker is None:
            self._maker = Forecaster(self.match.book, jobs=self.jobs, kinds=self.match.header.seats)
        return self._maker

    @property
    def workers(self) -> Workers:
        """The processes that play imagined games."""
        return self._forecaster.workers

    def close(self) -> None:
        if self._maker is not None:
            self._maker.close()
            self._maker = None

    def _outlook(self, said: Forecast, *, is_whole: bool) -> Outlook:
        scenario = self.match.book.scenario
        if said.refusal is not None:
            return Outlook(0, said.asked, refusal=self.match.refusal_sentence(said.refusal))
        has_points = said.band(POINTS) is not None
        turns = range(said.turn, said.turn + said.ahead + 1)
        return Outlook(
            n=said.n,
            asked=said.asked,
            dates=tuple(date(scenario.clock, turn) for turn in turns),
            reaches=tuple(self._reach(said, band, is_whole=is_whole) for band in said.bands),
            winning=said.winning if has_points else None,
            endings=tuple(words.ending_words(scenario, o.what, o.chance) for o in said.endings),
        )

    def _reach(self, said: Forecast, band: Band, *, is_whole: bool) -> Reach:
        scenario, path = self.match.book.scenario, band.path
        every = [band.now, *(value for row in band.rows for value in row[1:])]
        found = said.decides(path) if is_whole else ()
        low, half, high = (words.number(scenario, path, value) for value in band.last[1:])
        return Reach(
            path=path,
            label=words.own_label(scenario, said.seat, path),
            value=band.now,
            now=words.number(scenario, path, band.now),
            rows=tuple((low, half, high) for _, low, half, high in band.rows),
            last=(low, half, high),
            bounds=(
                words.number(scenario, path, min(every)),
                words.number(scenario, path, max(every)),
            ),
            decides=tuple(
                words.driver_words(scenario, path, d.what, d.chance, d.effect, d.error)
                for d in found
            ),
        )
