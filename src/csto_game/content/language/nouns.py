"""Nouns: member, other, country, outsider, power."""

from __future__ import annotations

from csto_game.content.language.cursor import NOUN_KINDS, Cursor
from csto_game.content.language.missing import unknown_noun
from csto_game.content.language.wording import place_phrase


def noun(c: Cursor, before: str, *, after: str = "") -> str:
    """Read a noun; ``before`` is what precedes it, for the cure.

    ``other`` needs someone to be other than: ``self``, or the noun ``after`` which it comes.
    """
    word = c.tokens[c.at]
    if word not in NOUN_KINDS:
        unknown_noun(c, before)
    if word == "other" and "self" not in c.words and after != "member":
        c.error(
            "no-such-word",
            f'there is no "self" {place_phrase(c.scope.about)}, so nobody is other',
            c.span(c.at),
            why="other is each member except self",
            hint="member; for all but one: member where member != CODE",
        )
    c.at += 1
    return word


def enter(c: Cursor, *words: str) -> dict[str, str]:
    """Let nouns stand for someone; gives back the words to restore."""
    return c.use({**c.words, **{word: NOUN_KINDS[word] for word in words}})
