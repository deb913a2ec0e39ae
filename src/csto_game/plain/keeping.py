"""Saves put in order in line mode: ``rename``, ``trash``, ``memo``, ``export``, and going on in another line."""

from __future__ import annotations

from pathlib import Path

from csto_game.model.refusal import GameError
from csto_game.plain.desk import Desk
from csto_game.plain.telling import go_on
from csto_game.session import trash
from csto_game.session.keeping import memo, rename
from csto_game.session.library import export_save, find
from csto_game.session.match import Match
from csto_game.session.timeline import timeline
from csto_game.text.catalog import say


def own_path(desk: Desk) -> Path:
    """The save of this game. Raises GameError where there is none, or where it belongs into a file."""
    if desk.only:
        raise GameError(say("timeline.mail"))
    if desk.match.path is None:
        raise GameError(say("timeline.unsaved"))
    return desk.match.path


def ask_rename(desk: Desk, rest: str) -> None:
    """``rename NEW`` this line, ``rename OLD NEW`` another one."""
    own, words = own_path(desk), rest.split()
    if len(words) not in (1, 2):
        desk.complain(say("plain.needs", form="rename soft, rename old soft"))
        return
    path = own if len(words) == 1 else find(own.parent, words[0])
    named = rename(path, words[-1], desk.match)
    desk.write(say("plain.renamed", old=path.stem, name=named.stem))


def ask_trash(desk: Desk, rest: str) -> None:
    """``trash NAME``: into the folder beside the saves, never the line that is being played; ``trash``: what
    lies there.
    """
    own = own_path(desk)
    if not rest:
        _lying(desk, own)
        return
    path = find(own.parent, rest)
    if path == own:
        desk.complain(say("plain.stays"))
        return
    put = trash.put(path)
    desk.write(say("plain.trashed", name=path.stem, file=f"{put.parent.name}/{put.name}"))


def _lying(desk: Desk, own: Path) -> None:
    found = trash.lying(own.parent)
    if not found:
        desk.write(say("trash.nothing"))
        return
    desk.write(*(say("trash.row", name=one.name, days=one.days) for one in found))
    desk.write(say("trash.rule", days=trash.DAYS, count=len(trash.old(found))))


def ask_empty(desk: Desk, rest: str) -> None:
    """``empty``: delete what has lain in the trash for thirty days; ``empty 7``, for seven."""
    own = own_path(desk)
    if rest and not (rest.isascii() and rest.isdigit()):
        desk.complain(say("plain.needs", form="empty 30"))
        return
    days = int(rest[:6]) if rest else trash.DAYS
    gone = trash.empty(own.parent, days)
    desk.write(*(say("trash.gone", name=one.name, days=one.days) for one in gone))
    desk.write(say("trash.emptied", count=len(gone), days=days))


def ask_memo(desk: Desk, rest: str) -> None:
    """``memo TEXT``: words of one's own on this line; ``memo -`` takes them back."""
    own = own_path(desk)
    if not rest:
        desk.complain(say("plain.needs", form="memo the road without loans"))
        return
    memo(own, "" if rest == "-" else rest, desk.match)
    desk.write(say("plain.noted"))


def ask_export(desk: Desk, rest: str) -> None:
    """``export FILE``: this line as one file to give away."""
    own = own_path(desk)
    if not rest:
        desk.complain(say("plain.needs", form="export treaty.csto"))
        return
    target = Path(rest).expanduser()
    size = export_save(own, target)
    desk.write(say("plain.exported", file=target.name, size=size))


def ask_switch(desk: Desk, rest: str) -> None:
    """``switch NAME``: go on in another line of this game; the one that was left stays as it is."""
    own = own_path(desk)
    path = find(own.parent, rest) if rest else own
    if not rest or path == own:
        desk.complain(say("plain.needs", form="switch soft"))
        return
    if path not in [line.row.path for line in timeline(own)]:
        raise GameError(say("timeline.stranger", name=path.stem))
    book = desk.match.book
    desk.take(Match.resume(path, lambda _: book))
    desk.write(say("plain.switched", name=path.stem), *desk.match.notes)
    desk.begin_again()
    go_on(desk)
