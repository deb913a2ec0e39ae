"""Why, why not and the way back in sentences, for lines and for screens."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.scenario import Scenario
from csto_game.rules.texts import date
from csto_game.session.table import Table
from csto_game.session.trail import Link, trail
from csto_game.session.whynot import Against, why_left, why_not
from csto_game.text.catalog import say
from csto_game.text.events import capital
from csto_game.text.numbers import MINUS, change_words, label, stat_of
from csto_game.text.preview import cost_words
from csto_game.text.things import name_of

# ── the way back ──


def trail_lines(scenario: Scenario, links: Sequence[Link]) -> list[str]:
    """Each step back, without a number."""
    return [_link(scenario, link) for link in links]


def way_back_lines(
    table: Table, path: str, turn: int | None = None, *, seat: str = "", row: int = 0
) -> list[str]:
    """The way back from one cause of a number (see `trail`). Raises GameError."""
    return trail_lines(table.book.scenario, trail(table, path, turn, seat=seat, row=row))


def _link(scenario: Scenario, link: Link) -> str:
    actor = scenario.actors.get(link.by)
    facts = {
        "turn": link.turn,
        "date": date(scenario.clock, link.turn),
        "by": actor.name if actor else "",
        "name": name_of(scenario, link.thing, link.by),
        "command": link.command.partition(": ")[2] or link.command,
    }
    if link.kind == "number":
        return _moved(scenario, link, facts)
    if link.kind == "start":
        return say("trail.start", because=link.row.because if link.row else "")
    id = f"trail.{link.kind}"
    if link.kind == "card" and actor is None:
        id = "trail.card_all"
    if link.kind == "command" and not link.command:
        id = "trail.command_bare"
    return say(id, **facts)


def _moved(scenario: Scenario, link: Link, facts: dict[str, object]) -> str:
    row = link.row
    place = say("why.place", file=row.file, line=row.line) if row and row.file else ""
    return say(
        "trail.number",
        **facts,
        label=capital(label(scenario, link.path)),
        change=change_words(stat_of(scenario, link.path), link.amount),
        because=row.because if row else "",
        thing=link.thing,
        place=place,
    )


# ── why not ──


def why_not_lines(table: Table, seat: str, words: str) -> list[str]:
    """Why a seat cannot give a command, or why a motion would not pass and what would move whom."""
    scenario, found = table.book.scenario, why_not(table, seat, words)
    lines = [found.sentence] if found.sentence else []
    if found.motion is not None:
        motion = found.motion
        forecast = say(f"motion.{motion.forecast}", names=", ".join(motion.blockers))
        lines.append(say("whynot.motion", name=motion.name, forecast=forecast, needs=motion.needs))
        lines += [line for row in found.against for line in _against(scenario, seat, row)]
        if not found.against:
            lines.append(say("whynot.none"))
    return lines or [say("whynot.open", words=words)]


def _against(scenario: Scenario, seat: str, row: Against) -> list[str]:
    ballot = row.ballot
    if ballot.cast:
        return [say("whynot.voted", name=ballot.name, vote=ballot.cast)]
    leaning = _signed(ballot.leaning)
    lines = [say("whynot.voter", name=ballot.name, leaning=leaning, vote=ballot.forecast)]
    reasons = [_reason(scenario, path, points) for path, points in ballot.reasons]
    if reasons:
        lines.append(say("whynot.reasons", reasons=", ".join(reasons)))
    for lever in row.levers:
        id = "whynot.lever" if lever.cost else "whynot.lever_free"
        cost = cost_words(scenario, lever.cost)
        lines.append(say(id, words=lever.command.words, after=_signed(lever.after), cost=cost))
    if not row.levers and ballot.code != seat:
        lines.append(say("whynot.no_lever"))
    return lines


def _reason(scenario: Scenario, path: str, points: int) -> str:
    id = "whynot.reason" if path else "whynot.constant"
    return say(id, label=label(scenario, path) if path else "", points=_signed(points))


def _signed(points: int) -> str:
    return f"{'+' if points >= 0 else MINUS}{abs(points)}"


def why_left_lines(table: Table, code: str, seat: str) -> list[str]:
    """Why a country is no longer what it was in the alliance, and the way back. Raises GameError."""
    scenario, found = table.book.scenario, why_left(table, code, seat=seat)
    head = say(
        "whynot.left",
        name=scenario.actors[code].name,
        before=found.before,
        after=found.after,
        turn=found.turn,
        date=date(scenario.clock, found.turn),
        because=say("whynot.because", because=found.because) if found.because else "",
    )
    return [head, *trail_lines(scenario, found.trail)]
