"""Templates of scenario texts: ``{self.name}``, ``{KAZ.unrest}``, ``{amount|tank|tanks}``, ``{date}``.

Texts come from strangers: nothing here evaluates, formats or imports; only what the format's table
lists is put in, and the result is plain text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from csto_game.model.plurals import form_of
from csto_game.model.scenario import Actor, Clock, Stat

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
SELVES = "selves"
"""The template of all who did the same in the same turn."""
WORD = "word"
"""The template of a number's word (key ``words`` of its stat): ``{alliance.form.word}``."""
_ACTOR_TEXTS = ("name", "adjective", "people", "capital", "leader", "code")


def fill(
    draft: Draft,
    text: str,
    by: int,
    to: int,
    amount: int = 0,
    nouns: tuple[int, int] = (-1, -1),
    *,
    selves: tuple[str, int] = ("", 0),
) -> str:
    """The text with its templates put in. What cannot be named is shown as a dash.

    ``selves``: the names of all who did the same, joined, and how many; without it ``by`` alone.
    """
    if "{" not in text and "}" not in text:
        return text
    words = {
        "self": by,
        "target": to,
        "mover": by,
        "member": nouns[0],
        "country": nouns[0],
        "power": nouns[0],
    }
    words |= {"other": nouns[1] if nouns[1] >= 0 else nouns[0], "outsider": nouns[0]}

    def put(match: re.Match[str]) -> str:
        if match.group(1) is None:
            return match.group(0)[0]
        return _template(draft, match.group(1), words, amount, selves)

    return _PART.sub(put, text)


def stats_named(draft: Draft, text: str) -> list[str]:
    """Ids of the stats whose numbers the text's templates put in."""
    if "{" not in text:
        return []
    inside = [match.group(1) or "" for match in _PART.finditer(text)]
    words = [word for part in inside for word in part.partition("|")[0].split(".")]
    return [word for word in words if word in draft.book.layout.stats]


def _template(
    draft: Draft, inside: str, words: dict[str, int], amount: int, selves: tuple[str, int]
) -> str:
    head, *forms = inside.split("|")
    if head == SELVES:
        if forms:
            return _plural(draft, max(1, selves[1]), forms)
        return selves[0] or _actor_text(draft, words["self"], "name")
    if head == "amount":
        return _plural(draft, amount, forms) if forms else str(amount)
    if head == "date":
        return date(draft.book.scenario.clock, draft.turn)
    if head == "turn":
        return str(draft.turn)
    parts = head.split(".")
    if parts == ["alliance", "members"]:
        return ", ".join(_members(draft)) or "–"
    if parts[-1] == WORD and len(parts) > 1:
        return _path(draft, parts[:-1], words, as_word=True)
    if parts[0] == "alliance" and parts[-1] in ("name", "short") and len(parts) == 2:
        alliance = draft.book.scenario.alliance
        return alliance.name if parts[1] == "name" else alliance.short
    return _path(draft, parts, words)


def _members(draft: Draft) -> list[str]:
    """Names of the members, in the order of the files."""
    actors = draft.book.scenario.actors
    return [actors[draft.book.layout.codes[n]].name for n in draft.members]


def _path(draft: Draft, parts: list[str], words: dict[str, int], *, as_word: bool = False) -> str:
    """An actor's text, or a number as its stat shows it; actor stats may be walked through."""
    layout = draft.book.layout
    owners: list[int] = []
    for n, part in enumerate(parts):
        if part in words or part in layout.index:
            index = words.get(part, layout.index.get(part, -1))
            owners.append(index)
        elif part in ("world", "alliance", "unaligned"):
            if part != "world" and owners:
                return _share(draft, owners[-1], part)
        elif part in layout.stats and n < len(parts) - 1 and layout.stats[part].holds == "actor":
            owners = [draft.v[layout.find(part, *owners)]]
        else:
            return _leaf(draft, part, owners, as_word=as_word)
    return _actor_text(draft, owners[-1], "name") if owners else "–"


def _leaf(draft: Draft, part: str, owners: list[int], *, as_word: bool) -> str:
    layout = draft.book.layout
    if any(owner < 0 or owner > layout.none for owner in owners):
        return "–"
    stat = layout.stats.get(
        {"kept": "kept_to", "broken": "broken_to"}.get(part, part) if len(owners) == 2 else part
    )
    if stat is None or (owners and part in _ACTOR_TEXTS and part not in layout.stats):
        return _actor_text(draft, owners[-1], part) if owners else "–"
    if stat.owner == ("country", "pole"):
        column = layout.pole_column[owners[1]] if len(owners) > 1 else 0
        return shown(draft, stat, draft.v[layout.find("share", owners[0], column)])
    value = value_of(draft, stat, owners)
    return (as_word and stat.band(value)) or shown(draft, stat, value)


def value_of(draft: Draft, stat: Stat, owners: list[int]) -> int:
    """A stat's present value, derived or stored."""
    layout = draft.book.layout
    if stat.formula is not None:
        first = owners[0] if owners else layout.none
        second = owners[1] if len(owners) > 1 else layout.none
        return draft.book.formula(stat.id)(draft.v, draft, first, second)
    if len(owners) < len(
        [kind for kind in stat.owner if kind in ("country", "power", "place", "pole")]
    ):
        return 0
    return draft.v[layout.find(stat.id, *owners)]


def _share(draft: Draft, owner: int, pole: str) -> str:
    layout = draft.book.layout
    if pole not in layout.poles or not 0 <= owner < layout.countries:
        return "–"
    return shown(
        draft, layout.stats["share"], draft.v[layout.find("share", owner, layout.column(pole))]
    )


def _actor_text(draft: Draft, index: int, what: str) -> str:
    codes = draft.book.layout.codes
    if not 0 <= index < len(codes):
        return draft.book.scenario.nobody if what == "name" else "–"
    actor: Actor = draft.book.scenario.actors[codes[index]]
    if what in _ACTOR_TEXTS:
        return str(getattr(actor, what)) or actor.name
    return actor.forms.get(what, actor.name)


def shown(draft: Draft, stat: Stat, value: int) -> str:
    """A value as its stat shows it: a word, a name, or a number with point and unit."""
    if stat.holds == "choice":
        return stat.word(value) or "–"
    if stat.holds == "actor":
        return _actor_text(draft, value, "name")
    text = str(value)
    if stat.decimals:
        scale = 10**stat.decimals
        whole, rest = divmod(abs(value), scale)
        text = f"{'-' if value < 0 else ''}{whole}.{rest:0{stat.decimals}d}"
    if not stat.unit:
        return text
    return f"{text}{stat.unit}" if stat.unit in ("%", "‰") else f"{text} {stat.unit}"


def _plural(draft: Draft, amount: int, forms: list[str]) -> str:
    """The form that the language of the texts has for that number."""
    return forms[form_of(draft.book.scenario.package.language, amount, len(forms))]


def date(clock: Clock, turn: int, *, as_written: bool = False) -> str:
    """The turn as a date: ``Spring 1992``; ``as_written``: with the names in the files."""
    year, season = year_and_season(clock, turn, as_written=as_written)
    return f"{season} {year}".strip()


@lru_cache(maxsize=8)
def calendar(clock: Clock) -> tuple[str, ...]:
    """The dates of all turns of a game."""
    return tuple(date(clock, turn) for turn in range(1, clock.turns + 1))


def year_and_season(clock: Clock, turn: int, *, as_written: bool = False) -> tuple[str, str]:
    """``("1992", "Spring")``; the second is empty where a turn is a year."""
    steps = clock.steps
    step = clock.step - 1 + turn - 1
    first = clock.year
    year = first + step // len(steps)
    if first < 0 <= year:
        year += 1
    when = f"{-year} BC" if year < 0 else str(year)
    name = (steps if as_written else clock.names or steps)[step % len(steps)]
    return when, "" if len(steps) == 1 else f"{name[:1].upper()}{name[1:]}"
