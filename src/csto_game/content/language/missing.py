"""What is wrong with a path that leads nowhere, in words that show the way."""

from __future__ import annotations

from csto_game.content.language.cursor import NOUN_KINDS, Cursor
from csto_game.content.language.missing_stats import declared, owner_words, unknown_stat
from csto_game.content.language.tokens import is_path
from csto_game.content.language.wording import (
    defined_here,
    owner_phrase,
    place_phrase,
    those_are,
    type_phrase,
)
from csto_game.content.nearest import nearest
from csto_game.model.scenario import Stat
from csto_game.model.tree import NOUNS, Const

WORDS = ("self", "target", "mover", "viewer", "amount")
_OPEN = ("world", "alliance", "number", "place")
KEYWORDS = frozenset(
    [
        "and",
        "or",
        "not",
        "where",
        "if",
        "each",
        "because",
        "by",
        "toward",
        "pick",
        "over",
        "lasting",
        "has",
        "in",
        "for",
        "to",
        "set",
        "clear",
    ]
)


def holds_phrase(stat: Stat) -> str:
    return "a word" if stat.holds == "choice" else type_phrase(stat.holds)


def head(c: Cursor, parts: list[str], at: int) -> Const:
    """The first word of a path is none that exists here."""
    word = parts[0]
    span = c.part_span(at, parts, 0, 0)
    if word in WORDS:
        return _no_word(c, word, span)
    if word in NOUN_KINDS:
        return _noun_outside(c, word, span)
    if word in KEYWORDS:
        c.unexpected("a number or a name")
    stat = c.names.stats.get(word)
    if stat is not None and len(parts) == 1:
        return _whose(c, stat, span)
    if not word[0].islower() or word.upper() in c.names.actors:
        return unknown_actor(c, word, span)
    here = [*_OPEN, *c.words]
    return c.error(
        "no-such-word",
        f'there is no "{word}" here',
        span,
        why=f"a path begins with a code or one of: {', '.join(here)}",
        hint=nearest(word, here) or "",
    )


def unknown_actor(c: Cursor, word: str, span: tuple[int, int]) -> Const:
    codes = c.names.actors
    near = word.upper() if word.upper() in codes else nearest(word, codes)
    why = "" if near else those_are(codes)
    message = f'there is no country or power "{word}"'
    return c.error("unknown-actor", message, span, why=why, hint=near or "")


def _no_word(c: Cursor, word: str, span: tuple[int, int]) -> Const:
    why = c.scope.missing.get(word, "")
    if not why:
        why = f"here there are: {', '.join(c.words)}" if c.words else "it has no such word"
    # Only where the table has such a key: elsewhere nobody in particular is ever meant.
    key = "by" if word == "self" else word
    has_key = f"has no {key}" in why
    hint = "any(member where member.… )" if word in ("self", "target") and not c.is_effect else ""
    if (
        has_key
        and word == "self"
        and c.is_effect
        and "each" not in c.tokens
        and "if" not in c.tokens
    ):
        hint = f'by = "member", or: {c.cure(span, "member", tail="  each member")}'
    elif has_key and word in ("self", "target"):
        hint = f'{key} = "member"'
    message = f'there is no "{word}" {place_phrase(c.scope.about)}'
    return c.error("no-such-word", message, span, why=why, hint=hint)


def _noun_outside(c: Cursor, word: str, span: tuple[int, int]) -> Const:
    hint = f"count({word} where …), or self"
    if c.is_effect and "each" not in c.tokens:
        hint = c.cure(span, word, tail=f"  each {word}")
    elif c.is_effect:
        hint = f"each {word}"
    return c.error(
        "no-such-word",
        f'"{word}" is no one in particular here',
        span,
        why=f"it stands for each in turn only after: each {word}",
        hint=hint,
    )


def _whose(c: Cursor, stat: Stat, span: tuple[int, int]) -> Const:
    owner = ".".join(owner_words(c, stat.owner))
    return c.error(
        "no-owner",
        f"whose {stat.id}?",
        span,
        why="a number always names its owner, so that no reader has to guess",
        hint=c.cure(span, f"{owner}.{stat.id}"),
    )


def after_actor(c: Cursor, parts: list[str], at: int, index: int, kind: str) -> Const:
    """A word after an actor that is neither a stat of one owner nor an actor."""
    word = parts[index]
    span = c.part_span(at, parts, index, index)
    stat = c.names.stats.get(word)
    if stat is not None:
        before = ".".join(parts[:index])
        options = [w for w in owner_words(c, stat.owner) if w != parts[index - 1]] or ["CODE"]
        whole = c.part_span(at, parts, 0, index)
        return c.error(
            "wrong-owner",
            f"{word} is of {owner_phrase(stat.owner)}; towards whom?",
            span,
            why=declared(stat),
            hint=c.cure(whole, f"{before}.{options[-1]}.{word}"),
            also=defined_here(c.names, stat),
        )
    if word in WORDS:
        return _no_word(c, word, span)
    if word in NOUN_KINDS:
        return _noun_outside(c, word, span)
    if not word[0].islower() and index + 1 < len(parts):
        return unknown_actor(c, word, span)
    if index + 1 < len(parts) and (near := nearest(word, c.words)):
        return c.error("no-such-word", f'there is no "{word}" here', span, hint=near)
    return unknown_stat(c, parts, at, index, (kind,))


def nothing_after(c: Cursor, parts: list[str], at: int, index: int, phrase: str) -> Const:
    before = ".".join(parts[:index])
    span = c.part_span(at, parts, index, len(parts) - 1)
    message = f"{before} is {phrase}; nothing can follow it"
    return c.error("type", message, span, hint=before)


def unknown_number(c: Cursor, parts: list[str], at: int) -> Const:
    path = ".".join(parts)
    there = [f"number.{name}" for name in c.names.numbers]
    near = nearest(path, there)
    why = "" if near else those_are(there)
    hint = near or f"{parts[-1]} = … in [number]"
    return c.error("unknown-number", f"there is no {path}", c.span(at), why=why, hint=hint)


def place_owner(c: Cursor, parts: list[str], at: int) -> Const:
    place = parts[1] if len(parts) > 1 else "ID"
    message = "of a place, rules can read only its owner"
    return c.error("type", message, c.span(at), hint=f"place.{place}.owner")


def unknown_place(c: Cursor, parts: list[str], at: int) -> Const:
    near = nearest(parts[1], c.names.places)
    return c.error(
        "unknown-thing",
        f"there is no place.{parts[1]}",
        c.part_span(at, parts, 0, 1),
        why="" if near else those_are(c.names.places),
        hint=f"place.{near}.owner" if near else "",
    )


def unknown_noun(c: Cursor, before: str) -> None:
    """Report the token here, which should be a noun."""
    word = c.tokens[c.at]
    if not is_path(word):
        c.unexpected("a noun", why=f"they are: {', '.join(NOUNS)}")
    near = nearest(word, NOUNS)
    c.fail(
        "unknown-noun",
        f'"{word}" is not a noun of the language',
        c.span(c.at),
        why=f"they are: {', '.join(NOUNS)}",
        hint=f"{before}{near}" if near else "",
    )
