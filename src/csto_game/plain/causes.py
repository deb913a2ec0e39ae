"""``why``: the causes of a number, one by one or back to the first; ``why not``; ``why left``."""

from __future__ import annotations

from csto_game.plain.desk import Desk
from csto_game.plain.teaching import line_to
from csto_game.session.explained import trail_lines, why_left_lines, why_not_lines
from csto_game.session.numbers import own_path
from csto_game.session.trail import Link, trail
from csto_game.text.catalog import say
from csto_game.text.numbers import label
from csto_game.text.why import row_sentence, why_lines


def ask_why(desk: Desk, rest: str) -> None:
    """``why PATH``, ``why PATH 2``, ``why PATH turn 3``, ``why PATH back``, ``why not …``, ``why left ARM``."""
    words = rest.split()
    if not words:
        desk.complain(say("plain.needs", form=line_to(desk, "why")))
    elif words[0] == "not" and len(words) > 1:
        desk.write(*why_not_lines(desk.match.table, desk.seat, " ".join(words[1:])))
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


def _numbered(desk: Desk, links: tuple[Link, ...]) -> list[str]:
    return [f"  {n} {line}" for n, line in enumerate(trail_lines(desk.scenario, links), 1)]


def _why_left(desk: Desk, code: str) -> None:
    head, *way = why_left_lines(desk.match.table, code, desk.seat)
    desk.write(head, *(f"  {n} {line}" for n, line in enumerate(way, 1)))
