"""What is wrong with a path whose stat does not exist or belongs elsewhere."""

from __future__ import annotations

from csto_game.content.language.cursor import Cursor
from csto_game.content.language.wording import defined_here, listed, owner_phrase, those_are
from csto_game.content.nearest import nearest
from csto_game.model.scenario import Stat
from csto_game.model.tree import Const


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
            b in (a, "actor") or (a == "pole" and b == "power")
            for a, b in zip(owner, kinds, strict=True)
        )

    written = {"kept_to": "kept", "broken_to": "broken"}
    return [written.get(s.id, s.id) for s in c.names.stats.values() if fits(s.owner)]


def wrong_owner(c: Cursor, parts: list[str], at: int, index: int, kinds: tuple[str, ...]) -> Const:
    """A stat of one owner, read of another."""
    stat = c.names.stats[parts[index]]
    start = c.part_span(at, parts, index - 1, index)[0]
    span = c.part_span(at, parts, index, index)
    owner = ".".join(owner_words(c, stat.owner))
    return c.error(
        "wrong-owner",
        f"{stat.id} {_belongs(stat)}, not to {owner_phrase(kinds)}",
        span,
        why=declared(stat),
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
        owner = second if stat.owner[0] == kinds[1] else ".".join(owner_words(c, stat.owner))
        hint = c.cure(span, f"{owner}.{stat.id}")
        why = declared(stat)
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


def declared(stat: Stat) -> str:
    if stat.built_in:
        return f"{stat.id} is built in"
    owner = ", ".join(f'"{kind}"' for kind in stat.owner)
    return f"[stat.{stat.id}] has owner = " + (f"[{owner}]" if len(stat.owner) > 1 else owner)


def owner_words(c: Cursor, kinds: tuple[str, ...]) -> list[str]:
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
