"""Actions on things: ``start incident.X for A``, ``raise``, ``gain unit.X 2``, ``cede``."""

from __future__ import annotations

from csto_game.content.language import sums
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.paths import resolve
from csto_game.content.language.things import thing
from csto_game.content.language.tokens import is_path
from csto_game.content.language.types import want_actor
from csto_game.content.language.wording import place_phrase
from csto_game.model.tree import Cede, Move, Muster, Scoped, Value

MOVES = {
    "start": ("incident", "promise", "motion", "crisis", "mission"),
    "end": ("promise", "crisis", "mission"),
    "raise": ("crisis",),
    "lower": ("crisis",),
    "break": ("promise",),
}
MUSTERS = ("gain", "lose", "pledge", "withdraw")
_NEEDS_BY = ("promise", "crisis", "mission")
_NEEDS_TO = ("promise", "crisis")
_SELF, _TARGET = Scoped("self"), Scoped("target")


def move(verb: str, c: Cursor) -> Move:
    at = c.at
    kind, address = thing(c, MOVES[verb], verb, is_part=False)
    by = _actor(c) if _goes_on(c, "for") else _default(c, _SELF)
    to = _actor(c) if _goes_on(c, "to") else _default(c, _TARGET)
    wait = sums.number(c) if _goes_on(c, "in") else None
    lasting = sums.number(c) if _goes_on(c, "lasting") else None
    if c.tokens[c.at] in ("for", "to", "in", "lasting"):
        why = "their order is: for, to, in, lasting"
        c.unexpected("the end of the action", why=why)
    if by is None and kind in _NEEDS_BY:
        _left_out(c, verb, at, "for", "self")
    if to is None and kind in _NEEDS_TO:
        _left_out(c, verb, at, "to", "target")
    _check_times(c, verb, kind, at, wait=wait, lasting=lasting)
    return Move(verb, kind, address, by, to, wait, lasting)


def muster(verb: str, c: Cursor) -> Muster:
    at = c.at
    _, unit = thing(c, ("unit",), verb)
    count = _count(c)
    by = _actor(c) if _goes_on(c, "for") else _default(c, _SELF)
    if by is None:
        _left_out(c, verb, at, "for", "self")
    return Muster(verb, unit, count, by or BROKEN)


def cede(c: Cursor) -> Cede:
    _, place = thing(c, ("place",), "cede")
    c.take("to", hint=f"cede place.{place} to …")
    return Cede(place, _actor(c))


def _count(c: Cursor) -> Value:
    c.rolls = True
    value = sums.number(c)
    c.rolls = False
    return value


def _goes_on(c: Cursor, word: str) -> bool:
    if c.tokens[c.at] != word:
        return False
    c.at += 1
    return True


def _actor(c: Cursor) -> Value:
    at = c.at
    token = c.tokens[at]
    if not is_path(token):
        c.unexpected("a country or power")
    c.at += 1
    value = resolve(c, token, at)
    want_actor(c, value, at)
    return value


def _default(c: Cursor, word: Scoped) -> Value | None:
    """What is left out is ``self`` or ``target``, where the place has one."""
    return word if word.word in c.scope.words else None


def _left_out(c: Cursor, verb: str, at: int, link: str, word: str) -> None:
    span = c.span(at)
    c.error(
        "no-such-word",
        f"{verb} {link} whom?",
        span,
        why=f'left out it is {word}, and there is no "{word}" {place_phrase(c.scope.about)}',
        hint=c.cure(span, f"{c.text(*span)} {link} …"),
    )


def _check_times(
    c: Cursor, verb: str, kind: str, at: int, *, wait: Value | None, lasting: Value | None
) -> None:
    span = c.span(at)
    if wait is not None and (verb, kind) != ("start", "incident"):
        c.error("syntax", "only start incident.… has in", span, hint="leave it out")
    if lasting is not None and (verb != "start" or kind not in ("promise", "mission")):
        c.error("syntax", "only start promise.… and start mission.… have lasting", span)
