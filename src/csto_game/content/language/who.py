"""Phrases that pick actors: ``KAZ, RUS``, ``member where … pick highest …``."""

from __future__ import annotations

from csto_game.content.language import expressions, missing, sums
from csto_game.content.language.cursor import NOUN_KINDS, Cursor
from csto_game.content.language.nouns import noun
from csto_game.content.language.reading import finish
from csto_game.content.language.tokens import is_path
from csto_game.model.tree import Value, Who


def who(c: Cursor, word: str) -> Who:
    """The phrase of a row; ``word`` is what stands for the candidate besides its noun."""
    token = c.tokens[0]
    found = _codes(c) if is_path(token) and not token.islower() else _noun(c, word)
    finish(c, hint="" if found.noun else "codes with commas between")
    return found


def _codes(c: Cursor) -> Who:
    codes: list[str] = []
    while True:
        code = c.tokens[c.at]
        if not is_path(code):
            c.unexpected("a code or a noun")
        if code in codes:
            c.error("twice", f"{code} is named twice", c.span(c.at), hint="leave it out")
        elif code not in c.names.actors:
            missing.unknown_actor(c, code, c.span(c.at))
        codes.append(code)
        c.at += 1
        if c.tokens[c.at] != ",":
            return Who(codes=tuple(codes))
        c.at += 1


def _noun(c: Cursor, word: str) -> Who:
    if c.tokens[0] not in NOUN_KINDS and c.tokens[0].upper() in c.names.actors:
        missing.unknown_actor(c, c.tokens[0], c.span(0))
    name = noun(c, "")
    kind = NOUN_KINDS[name]
    c.use({**c.words, word: kind, name: kind})
    where = None
    if c.tokens[c.at] == "where":
        c.at += 1
        where = expressions.yes(c)
    elif c.tokens[c.at] == "if":
        span = c.span(c.at)
        c.fail("syntax", f"{name} has where, not if", span, hint=c.cure(span, "where"))
    pick, rank = _pick(c)
    return Who((), name, where, pick, rank)


def _pick(c: Cursor) -> tuple[str | None, Value | None]:
    if c.tokens[c.at] != "pick":
        return None, None
    c.at += 1
    way = c.tokens[c.at]
    if way not in ("any", "highest", "lowest"):
        c.unexpected("any, highest or lowest", hint="pick any")
    c.at += 1
    return way, None if way == "any" else sums.number(c)
