"""What a country wants: what its leader weighs, whom it bears a grudge, what it likes to do, its aims."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve

from csto_game.model.view import Aim, Grudge, Liking, Member, ObjectiveRow, View, Weighed
from csto_game.text.catalog import word
from csto_game.ui.draw.box import box
from csto_game.ui.draw.parts import bar, plus
from csto_game.ui.figures import figure_of
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    cell,
    clip,
    fit,
    join,
    row_width,
    spread,
    tagged,
    wrap,
)
from csto_game.ui.words import say

WANTS = "wants"
_NOUNS = {
    "other": lambda: say("each other member"),
    "member": lambda: say("each member"),
    "country": lambda: say("each country"),
    "outsider": lambda: say("each country outside"),
    "power": lambda: say("each power"),
}
"""Nouns of the rules that stand for many → how it is said."""
_LEAST_VERBAL = 9
"""Rows from which on the character is told, too."""


Entry = Grudge | Weighed | Liking | Aim | ObjectiveRow


def entries(view: View, member: Member, *, is_person: bool = False) -> list[Entry]:
    """Grudges first: they pass. Of a person nobody knows what it weighs; its role's aims are known."""
    wants = member.wants
    if member.is_self and view.score:
        return list(view.score.objectives)
    of_character: tuple[Entry, ...] = (*wants.grudges, *wants.weighs, *wants.likes)
    return [*(() if is_person else of_character), *wants.aims]


def path_of(entry: Entry) -> str:
    """The number that an entry tells of, or ""."""
    return entry.path if isinstance(entry, Weighed) else ""


def wants_box(
    view: View,
    member: Member,
    at: int,
    size: tuple[int, int],
    look: Look,
    *,
    is_person: bool = False,
) -> list[Row]:
    """``at`` is the marked row, below 0 for none."""
    width, height = size
    rows: list[Row] = []
    for place, one in enumerate(entries(view, member, is_person=is_person)):
        row = fit(_DRAW[type(one)](view, member, one, width - 2, look), width - 2)
        if place == at:
            row = look.chosen((look.key(look.glyphs.cursor), *_cut(row)))
        rows.append(tagged(row, WANTS, place))
    if not rows:
        text = say("Nobody has written down what it wants.")
        rows = [(look.note(f" {line}"),) for line in wrap(text, width - 4)]
    head: list[Row] = []
    if member.wants.text and not is_person and height >= _LEAST_VERBAL:
        head = [(look.note(f" {line}"),) for line in wrap(member.wants.text, width - 4)[:2]]
    scroll = None if at < 0 else max(0, len(head) + at - height + 4)
    title = say("what we want") if member.is_self else say("what it wants")
    temper = say("a person decides") if is_person else member.wants.temper
    right = "" if member.is_self else temper
    return box(
        title, [*head, *rows], width, height, look,
        focused=at >= 0, right=right, scroll=scroll, panel=WANTS,
    )  # fmt: skip


def rows_wanted(view: View, member: Member, *, is_person: bool = False) -> int:
    """Rows that the box has use for, its frame included."""
    has_words = member.wants.text and not is_person and not member.is_self
    return len(entries(view, member, is_person=is_person)) + 2 + (2 if has_words else 0)


def _cut(row: Row) -> Row:
    """The row without its first cell, which is empty."""
    first, *rest = row
    return (evolve(first, text=first.text[1:]), *rest)


def _weighed(view: View, member: Member, one: Weighed, width: int, look: Look) -> Row:
    """``▲ Safety   83 ████ 1.0``: more or less of it, what it is now, how much it counts."""
    sign = look.good(look.glyphs.up) if one.more else look.bad(look.glyphs.down)
    cells = 8 if width >= 48 else 4
    tenths = (one.weight + 50) // 100
    number = f"{tenths // 10}.{tenths % 10}" if one.weight else ""
    ending = join(
        cell((look.dim(_now(view, one)),), 7, "right"),
        (Span(" "),),
        bar(one.weight, cells, look) if one.weight else cell(EMPTY, cells),
        cell((look.strong(number or look.glyphs.dash),), 4, "right"),
        (Span(" "),),
    )
    name = weighed_name(view, member, one)
    left = clip(
        (Span(" "), sign, look.text(f" {name}")), width - cells - 13, ellipsis=look.glyphs.more
    )
    return spread(left, ending, width)


def _now(view: View, one: Weighed) -> str:
    figure = figure_of(view, one.path) if one.path else None
    return figure.shown if figure and figure.known else ""


def weighed_name(view: View, member: Member, one: Weighed) -> str:
    """The number in words: whose it is where it is not the country's own, and towards whom."""
    if one.path.endswith(".share"):
        return say("leaning to {pole}", pole=_who(view, one.toward))
    others = [who for who in (one.owner, one.toward) if who and who != member.code]
    if not others:
        return one.label
    return say("{name}: {what}", name=", ".join(_who(view, who) for who in others), what=one.label)


def _who(view: View, code: str) -> str:
    if code in _NOUNS:
        return _NOUNS[code]()
    return word(code) if code in ("alliance", "unaligned") else actor_name(view, code)


def _grudge(view: View, member: Member, one: Grudge, width: int, look: Look) -> Row:
    who = say("we") if one.by == view.seat else actor_name(view, one.by)
    text = say("{who} broke: {promise}", who=who, promise=one.promise)
    left = (look.warn(f" {look.glyphs.alert} "), look.text(text))
    right = (look.dim(say("for {n} {n|turn|turns} more", n=one.left) + " "),)
    return spread(clip(left, width - row_width(right) - 1, ellipsis=look.glyphs.more), right, width)


def _liking(view: View, member: Member, one: Liking, width: int, look: Look) -> Row:
    label = say("likes") if one.weight > 0 else say("loathes")
    number = (look.signed(one.weight, plus(one.weight, look)), Span(" "))
    left = (look.dim(f" {label} "), look.text(one.name))
    return spread(clip(left, width - 6, ellipsis=look.glyphs.more), number, width)


def _aim(view: View, member: Member, one: Aim, width: int, look: Look) -> Row:
    row: Row = (look.dim(f" {look.glyphs.todo} "), look.text(one.name), look.note(f"  {one.text}"))
    return clip(row, width, ellipsis=look.glyphs.more)


def _own_aim(view: View, member: Member, one: ObjectiveRow, width: int, look: Look) -> Row:
    sign = look.good(look.glyphs.done) if one.holds else look.dim(look.glyphs.todo)
    left = clip((Span(" "), sign, look.text(f" {one.name}")), width - 5, ellipsis=look.glyphs.more)
    return spread(left, (look.strong(f"{one.points} "),), width)


_DRAW: Mapping[type, Callable[[View, Member, Any, int, Look], Row]] = {
    Grudge: _grudge,
    Weighed: _weighed,
    Liking: _liking,
    Aim: _aim,
    ObjectiveRow: _own_aim,
}
