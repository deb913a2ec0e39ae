"""``forecast``: what may come, of the present course or after a command, as far as programs can tell."""

from __future__ import annotations

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.plain.climbing import tell_crises
from csto_game.plain.desk import Desk
from csto_game.rules.texts import date
from csto_game.session.forecast import FORKS
from csto_game.session.numbers import own_path
from csto_game.session.outlook import POINTS, Band, Forecast
from csto_game.text import forecast as words
from csto_game.text.catalog import say

CRISES = "crises"
MOST = 1000
"""Imagined games at most."""


def ask_forecast(desk: Desk, rest: str) -> None:
    """``forecast``, ``forecast 500`` (so many games), ``forecast COMMAND``, ``forecast NUMBER`` (turn by turn),
    ``forecast crises``.
    """
    if desk.match.over:
        desk.complain(say("forecast.over"))
        return
    if rest.lower() == CRISES:
        tell_crises(desk)
        return
    forks = FORKS
    if rest.isascii() and rest.isdigit():
        forks, rest = min(max(int(rest[:4]), 1), MOST), ""
    path = own_path(desk.match.book, rest, desk.seat) if rest else ""
    said = _ask(desk, None, forks)
    band = said.band(path)
    if band is not None:
        desk.write(*_turns(desk, band))
        return
    if not rest:
        desk.write(*_lines(desk, said), say("forecast.blind"))
        return
    command = desk.match.parse(rest)
    if isinstance(command, Refusal):
        if " " in rest or "." not in rest:
            desk.complain(desk.match.refusal_sentence(command))
        else:
            paths = ", ".join(band.path for band in said.bands)
            desk.complain(say("forecast.no_number", path=path, paths=paths))
        return
    _after(desk, command, said)


def _after(desk: Desk, command: Command, said: Forecast) -> None:
    then = _ask(desk, command)
    if then.refusal is not None:
        desk.complain(desk.match.refusal_sentence(then.refusal))
    else:
        desk.write(*_lines(desk, then, said))


def _ask(desk: Desk, command: Command | None, forks: int = FORKS) -> Forecast:
    state = desk.match.table.state
    try:
        return desk.forecaster.ask(state, desk.seat, command, forks=forks)
    except KeyboardInterrupt:
        # Ctrl-C ends the thinking, not the game: what there is, is told.
        return desk.forecaster.ask(state, desk.seat, command, forks=forks, stop=lambda: True)


def _lines(desk: Desk, said: Forecast, before: Forecast | None = None) -> list[str]:
    scenario = desk.scenario
    if not said.bands:
        return [say("forecast.none")]
    last = said.turn + said.ahead
    facts = {
        "name": scenario.actors[said.seat].name,
        "turn": last,
        "date": date(scenario.clock, last),
        "n": said.n,
        "asked": said.asked,
    }
    after = said.command is not None and before is not None and bool(before.bands)
    id = "forecast.head_after" if after else "forecast.head"
    lines = [say(id, command=said.command.words if said.command else "", **facts)]
    for band in said.bands:
        usual = before.band(band.path) if before else None
        lines.append(
            words.band_sentence(
                scenario, band.path, band.now, band.last[1:], usual.last[1:] if usual else None
            )
        )
    return [*lines, *_chances(desk, said, before if after else None)]


def _chances(desk: Desk, said: Forecast, before: Forecast | None) -> list[str]:
    scenario = desk.scenario
    lines: list[str] = []
    if said.band(POINTS) is not None:
        id = "forecast.winning_after" if before else "forecast.winning"
        lines.append(say(id, chance=said.winning, before=before.winning if before else 0))
    endings = [words.ending_words(scenario, odds.what, odds.chance) for odds in said.endings]
    lines.append(say("forecast.endings", endings=", ".join(endings)))
    parts = said.decides(POINTS)
    if parts:
        lines.append(say("forecast.decides"))
    lines += [
        words.driver_words(scenario, POINTS, d.what, d.chance, d.effect, d.error) for d in parts
    ]
    return lines


def _turns(desk: Desk, band: Band) -> list[str]:
    scenario = desk.scenario
    lines = [say("forecast.turns", label=words.band_label(scenario, band.path))]
    for turn, *numbers in band.rows:
        low, half, high = (words.number(scenario, band.path, value) for value in numbers)
        when = date(scenario.clock, turn)
        lines.append(say("forecast.turn", turn=turn, date=when, low=low, half=half, high=high))
    return lines
