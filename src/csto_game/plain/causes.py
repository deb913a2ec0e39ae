"""``why``: the causes of a number, one by one or back to the first; ``why not``; ``why left``."""

from __future__ import annotations

from csto_game.plain.desk import Desk
from csto_game.rules.texts import date
from csto_game.session.numbers import own_path
from csto_game.session.trail import Link, trail
from csto_game.session.whynot import Against, why_left, why_not
from csto_game.text.catalog import say
from csto_game.text.events import capital
from csto_game.text.numbers import MINUS, change_words, label, stat_of
from csto_game.text.preview import cost_words
from csto_game.text.things import name_of
from csto_game.text.why import row_sentence, why_lines


def ask_why(desk: Desk, rest: str) -> None:
    """``why PATH``, ``why PATH 2``, ``why PATH turn 3``, ``why PATH back``, ``why not …``, ``why left ARM``."""
    words = rest.split()
    if not words:
        desk.complain(say("plain.needs", form="why KAZ.unrest"))
    elif words[0] == "not" and len(words) > 1:
        _why_not(desk, " ".join(words[1:]))
    elif words[0] == "left" and len(words) == 2:
        _why_left(desk, words[1].upper())
    else:
        _number(desk, words)


def _number(desk: Desk, words: list[str]) -> None:
    path = own_path(desk.match.book, words[0], desk.seat)
    turn = int(words[2]) if words[1:2] == ["turn"] and _is_number(words[2:3]) else None
    if words[-1] == "back":
        row = int(words[1]) - 1 if _is_number(words[1:2]) else 0
        links = trail(desk.match.table, path, turn, seat=desk.seat, row=row)
        head = say("trail.head", label=label(desk.scenario, path))
        desk.write(head, *_numbered(desk, links))
        return
    found = desk.match.why(path, turn)
    if turn is None and _is_number(words[1:2]):
        _cause(desk, path, int(words[1]))
    else:
        desk.write(*why_lines(desk.scenario, found))


def _is_number(words: list[str]) -> bool:
    return len(words) == 1 and words[0].isascii() and words[0].isdigit() and len(words[0]) < 6


def _cause(desk: Desk, path: str, number: int) -> None:
    found = desk.match.why(path)
    if not 1 <= number <= len(found.rows):
        desk.complain(say("plain.only_start", number=number, count=len(found.rows)))
        return
    row = found.rows[number - 1]
    lines = [row_sentence(desk.scenario, found, row)]
    if row.source:
        lines.append(say("plain.cause_line", source=row.source))
    if row.reads:
        reads = ", ".join(f"{label(desk.scenario, where)} {value}" for where, value in row.reads)
        lines.append(say("plain.cause_reads", reads=reads))
    if row.command:
        lines.append(say("plain.cause_command", command=row.command))
    links = trail(desk.match.table, path, seat=desk.seat, row=number - 1)
    desk.write(*lines, *_numbered(desk, links[1:]))


# ── the way back ──


def _numbered(desk: Desk, links: tuple[Link, ...]) -> list[str]:
    return [f"  {n} {_link(desk, link)}" for n, link in enumerate(links, 1)]


def _link(desk: Desk, link: Link) -> str:
    scenario = desk.scenario
    actor = scenario.actors.get(link.by)
    facts = {
        "turn": link.turn,
        "date": date(scenario.clock, link.turn),
        "by": actor.name if actor else "",
        "name": name_of(scenario, link.thing, link.by),
        "command": link.command.partition(": ")[2] or link.command,
    }
    if link.kind == "number":
        return _moved(desk, link, facts)
    if link.kind == "start":
        return say("trail.start", because=link.row.because if link.row else "")
    id = f"trail.{link.kind}"
    if link.kind == "card" and actor is None:
        id = "trail.card_all"
    if link.kind == "command" and not link.command:
        id = "trail.command_bare"
    return say(id, **facts)


def _moved(desk: Desk, link: Link, facts: dict[str, object]) -> str:
    row, scenario = link.row, desk.scenario
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


def _why_not(desk: Desk, words: str) -> None:
    found = why_not(desk.match.table, desk.seat, words)
    lines = [found.sentence] if found.sentence else []
    if found.motion is not None:
        motion = found.motion
        forecast = say(f"motion.{motion.forecast}", names=", ".join(motion.blockers))
        lines.append(say("whynot.motion", name=motion.name, forecast=forecast, needs=motion.needs))
        lines += [line for row in found.against for line in _against(desk, row)]
        if not found.against:
            lines.append(say("whynot.none"))
    desk.write(*(lines or [say("whynot.open", words=words)]))


def _against(desk: Desk, row: Against) -> list[str]:
    ballot, scenario = row.ballot, desk.scenario
    if ballot.cast:
        return [say("whynot.voted", name=ballot.name, vote=ballot.cast)]
    leaning = _signed(ballot.leaning)
    lines = [say("whynot.voter", name=ballot.name, leaning=leaning, vote=ballot.forecast)]
    reasons = [_reason(desk, path, points) for path, points in ballot.reasons]
    if reasons:
        lines.append(say("whynot.reasons", reasons=", ".join(reasons)))
    for lever in row.levers:
        id = "whynot.lever" if lever.cost else "whynot.lever_free"
        cost = cost_words(scenario, lever.cost)
        lines.append(say(id, words=lever.command.words, after=_signed(lever.after), cost=cost))
    if not row.levers and ballot.code != desk.seat:
        lines.append(say("whynot.no_lever"))
    return lines


def _reason(desk: Desk, path: str, points: int) -> str:
    id = "whynot.reason" if path else "whynot.constant"
    return say(id, label=label(desk.scenario, path) if path else "", points=_signed(points))


def _signed(points: int) -> str:
    return f"{'+' if points >= 0 else MINUS}{abs(points)}"


def _why_left(desk: Desk, code: str) -> None:
    found = why_left(desk.match.table, code, seat=desk.seat)
    head = say(
        "whynot.left",
        name=desk.scenario.actors[code].name,
        before=found.before,
        after=found.after,
        turn=found.turn,
        date=date(desk.scenario.clock, found.turn),
        because=say("whynot.because", because=found.because) if found.because else "",
    )
    desk.write(head, *_numbered(desk, found.trail))
