"""What is wrong with a path that leads nowhere, in words that show the way."""

from __future__ import annotations

from csto_game.content.language.cursor import NOUN_KINDS, Cursor
from csto_game.content.language.wording import (
    defined_here,
    listed,
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
    ["and", "or", "not", "where", "if", "each", "because", "by", "toward", "pick", "over", "lasting", "has", "in", "for", "to", "set", "clear"]
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
    hint = ""
    if word == "self" and c.is_effect and "each" not in c.tokens and "if" not in c.tokens:
        hint = f'by = "member", or: {c.cure(span, "member", tail="  each member")}'
    elif word in ("self", "target"):
        hint = f'{"by" if word == "self" else word} = "member"'
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
    owner = ".".join(_owner_words(c, stat.owner))
    return c.error(
        "no-owner",
        f"whose {stat.id}?",
        span,
        why="a number always names its owner, so that no reader has to guess",
        hint=c.cure(span, f"{owner}.{stat.id}"),
    )


def _owner_words(c: Cursor, kinds: tuple[str, ...]) -> list[str]:
    """Words that could stand for the owner, the ones in force first."""
    chosen: list[str] = []
    for kind in kinds:
        if kind in ("world", "alliance"):
            chosen.append(kind)
            continue
        here = [w for w, k in c.words.items() if k in (kind, "actor") and w not in chosen]
        fallback = "power" if kind == "power" else "member"
        chosen.append(here[0] if here else fallback)
    return chosen


def stat_name(c: Cursor, parts: list[str], at: int) -> Const:
    """``world`` or ``alliance`` with nothing after it."""
    owner = parts[0]
    there = [stat.id for stat in c.names.stats.values() if stat.owner == (owner,)]
    hint = f"{owner}.{there[0]}" if there else ""
    message = f"{owner} is no number; which of its stats?"
    return c.error("type", message, c.span(at), why=those_are(there), hint=hint)


def pair_stat_name(c: Cursor, parts: list[str], at: int, kinds: tuple[str, str]) -> Const:
    there = _stats_of(c, kinds)
    hint = f"{'.'.join(parts)}.{there[0]}" if there else ""
    message = f"{'.'.join(parts)} is a pair; which of its stats?"
    return c.error("type", message, c.span(at), why=those_are(there), hint=hint)


def unknown_stat(c: Cursor, parts: list[str], at: int, index: int, kinds: tuple[str, ...]) -> Const:
    word = parts[index]
    there = _stats_of(c, kinds)
    return c.error(
        "unknown-stat",
        f'there is no stat "{word}" of {owner_phrase(kinds)}',
        c.part_span(at, parts, index, index),
        why=those_are(there),
        hint=nearest(word, there) or nearest(word, c.names.stats) or "",
    )


def _stats_of(c: Cursor, kinds: tuple[str, ...]) -> list[str]:
    def fits(owner: tuple[str, ...]) -> bool:
        return len(owner) == len(kinds) and all(
            a == b or b == "actor" or (a == "pole" and b == "power")
            for a, b in zip(owner, kinds, strict=True)
        )

    written = {"kept_to": "kept", "broken_to": "broken"}
    return [written.get(s.id, s.id) for s in c.names.stats.values() if fits(s.owner)]


def wrong_owner(c: Cursor, parts: list[str], at: int, index: int, kinds: tuple[str, ...]) -> Const:
    """A stat of one owner, read of another."""
    stat = c.names.stats[parts[index]]
    start = c.part_span(at, parts, index - 1, index)[0]
    span = c.part_span(at, parts, index, index)
    owner = ".".join(_owner_words(c, stat.owner))
    return c.error(
        "wrong-owner",
        f"{stat.id} {_belongs(stat)}, not to {owner_phrase(kinds)}",
        span,
        why=_declared(stat),
        hint=c.cure((start, span[1]), f"{owner}.{stat.id}"),
        also=defined_here(c.names, stat),
    )


def wrong_pair(c: Cursor, parts: list[str], at: int, index: int, kinds: tuple[str, str]) -> Const:
    """A stat read of the wrong pair, or of a pair though it belongs to one."""
    name = parts[index + 1]
    names = c.names
    stat = names.stats[{"kept": "kept_to", "broken": "broken_to"}.get(name, name)]
    first, second = parts[index - 1], parts[index]
    span = c.part_span(at, parts, 0, index + 1)
    before = ".".join(parts[: index - 1]) + ("." if index > 1 else "")
    if len(stat.owner) != 2:
        message = f"{stat.id} {_belongs(stat)}, not to a pair"
        owner = second if stat.owner[0] == kinds[1] else ".".join(_owner_words(c, stat.owner))
        hint = c.cure(span, f"{owner}.{stat.id}")
        why = _declared(stat)
    else:
        here = owner_phrase(kinds) if stat.owner[1] != "pole" else f"{second} is no pole"
        message = f"{name} is of {owner_phrase(stat.owner)}; here it is {here}"
        if stat.owner[1] == "pole":
            message = f"{name} is of {owner_phrase(stat.owner)}; {here}"
        why = f"the first name is whose it is: A.B.{name} is how B holds A"
        turned = stat.owner == (kinds[1], kinds[0])
        hint = c.cure(span, f"{before}{second}.{first}.{name}") if turned else ""
        if stat.owner[1] == "pole":
            why = f"poles are: {listed(names.poles)}"
    also = () if len(stat.owner) == 2 else defined_here(names, stat)
    return c.error("wrong-owner", message, span, why=why, hint=hint, also=also)


def _belongs(stat: Stat) -> str:
    return ("is of " if len(stat.owner) == 2 else "belongs to ") + owner_phrase(stat.owner)


def _declared(stat: Stat) -> str:
    if stat.built_in:
        return f"{stat.id} is built in"
    owner = ", ".join(f'"{kind}"' for kind in stat.owner)
    return f"[stat.{stat.id}] has owner = " + (f"[{owner}]" if len(stat.owner) > 1 else owner)


def after_actor(c: Cursor, parts: list[str], at: int, index: int, kind: str) -> Const:
    """A word after an actor that is neither a stat of one owner nor an actor."""
    word = parts[index]
    span = c.part_span(at, parts, index, index)
    stat = c.names.stats.get(word)
    if stat is not None:
        before = ".".join(parts[:index])
        options = [w for w in _owner_words(c, stat.owner) if w != parts[index - 1]] or ["CODE"]
        whole = c.part_span(at, parts, 0, index)
        return c.error(
            "wrong-owner",
            f"{word} is of {owner_phrase(stat.owner)}; towards whom?",
            span,
            why=_declared(stat),
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
    if not word or not (word[0].isalpha()):
        c.unexpected("a noun", why=f"they are: {', '.join(NOUNS)}")
    near = nearest(word, NOUNS)
    c.fail(
        "unknown-noun",
        f'"{word}" is not a noun of the language',
        c.span(c.at),
        why=f"they are: {', '.join(NOUNS)}",
        hint=f"{before}{near}" if near else "",
    )
