"""One incident: what happened, what may be answered, what the marked answer would do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from csto_game.model.view import CardRow, OptionRow, Preview, View
from csto_game.ui.costs import cost_spans
from csto_game.ui.draw.box import rule
from csto_game.ui.draw.outcome import outcome_rows
from csto_game.ui.draw.preview import Sentence, preview_rows
from csto_game.ui.draw.short import short_effects
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
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_ROOMY = 24
"""Rows from which on the parts of a card stand apart."""
_AIRY = 8
"""Rows left over from which on answers stand apart, too."""
_LINE = 96
"""Cells of a line of prose at most."""


def card_rows(
    view: View,
    card: CardRow,
    at: int,
    preview: Preview | None,
    size: tuple[int, int],
    look: Look,
    sentence: Sentence,
    others: Mapping[int, Preview] = MappingProxyType({}),
) -> list[Row]:
    """The inside of the card: what happened, what advisers say, the answers, what the marked one does.

    `others` are what is foreseen of answers by their place; they are told where there is room.
    """
    width, height = size
    option = card.options[min(at, len(card.options) - 1)]
    about = _about(view, card, option, preview, width, look, sentence)
    gap = [EMPTY] if height >= _ROOMY else []
    advice = _advice(card, width, look, is_tight=not gap)
    text = wrap(card.text, min(width - 4, _LINE))
    fixed = len(card.options) + len(advice) + 3 + 4 * len(gap)
    room = max(3, height - fixed - min(len(about), 6))
    rows = [*gap, *_where(view, card, width, look), *gap]
    room += len(text) == room + 1  # the last line takes no more than the sign that it is missing
    rows += [(look.text(f"  {line}"),) for line in text[:room]]
    if len(text) > room:
        rows.append((look.dim(f"  {look.glyphs.more}"),))
    rows += [*gap, *advice, *(gap if advice else []), rule(width, look)]
    spare = height - len(rows) - len(about) - 2 * len(card.options) - 1
    for place, one in enumerate(card.options):
        made = [_option(view, one, place, width, look, is_here=place == at)]
        if spare >= 0 and others:
            effects = _effects(view, others.get(place), width, look)
            made.append(look.chosen(fit(effects, width)) if place == at else effects)
        rows += [EMPTY] if place and spare >= _AIRY + len(card.options) else []
        rows += [tagged(row, "option", place) for row in made]
    rows += [rule(width, look), *about]
    if len(text) > room:  # all of it stands below, where one can scroll to
        rows += [rule(width, look), *((look.text(f"  {line}"),) for line in text)]
    return rows + outcome_rows(view, preview, width, height - len(rows), look)


def _effects(view: View, preview: Preview | None, width: int, look: Look) -> Row:
    """The largest effects of an answer in one row, the likeliest of what chance decides."""
    if preview is None:
        return EMPTY
    row = short_effects(view, preview.sure, look)
    likely = max(preview.branches, key=lambda one: one.chance, default=None)
    if likely and likely.changes:
        chance = look.key(f"{likely.chance} %  ") if likely.chance < 100 else Span("")
        row = join(row, (chance,), short_effects(view, likely.changes, look, 2))
    return clip((Span("   "), *row), width, ellipsis=look.glyphs.more)


def _advice(card: CardRow, width: int, look: Look, *, is_tight: bool) -> list[Row]:
    """What advisers say, each in words of their own; one row each where room is short."""
    rows: list[Row] = []
    bar = (look.ink(f"  {look.glyphs.news} ", look.theme.mark),)
    if is_tight:
        for name, words in card.advice:
            row = (*bar, look.dim(f"{name}: "), look.note(words))
            rows.append(clip(row, width, ellipsis=look.glyphs.more))
        return rows
    wide = max((cell_width(name) for name, _ in card.advice), default=0) + 3
    voice = look.theme.text
    for place, (name, words) in enumerate(card.advice):
        rows += [EMPTY] if place else []
        lines = wrap(say("“{words}”", words=words), min(width - wide - 6, _LINE - wide))
        for n, line in enumerate(lines):
            head = cell((look.head("" if n else name),), wide)
            rows.append((*bar, *head, look.ink(line, voice, italic=True)))
    return rows


def _where(view: View, card: CardRow, width: int, look: Look) -> list[Row]:
    """What it is called, whom it is about, and how long it waits."""
    left = card.due - view.turn
    due = (
        say("answer this turn") if left <= 0 else say("answer within {count} turns", count=left + 1)
    )
    who = actor_name(view, card.target) if card.target else actor_name(view, view.seat)
    sign = f"{look.glyphs.alert} " if left <= 0 else ""
    paint = look.bad if left <= 0 else look.dim
    right = (paint(f"{sign}{due}  "),)
    room = width - row_width(right) - 1
    name = (Span("  "), look.strong(card.name), look.dim(f"   {who}"))
    return [spread(clip(name, room, ellipsis=look.glyphs.more), right, width)]


def _option(
    view: View, option: OptionRow, place: int, width: int, look: Look, *, is_here: bool
) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    name = look.text(option.name) if not option.refusal else look.dim(option.name)
    if is_here and not option.refusal:
        name = look.strong(option.name)
    left: Row = (cursor, look.key(f"{place + 1} "), name)
    if option.warn:
        left = (*left, look.warn(f" {look.glyphs.warn}"))
    price = cost_spans(view, option.cost, look) or (look.dim(say("free") + " "),)
    if option.refusal:
        price = (look.warn(f"{look.glyphs.alert} "), *price)
    row = spread(clip(left, width, ellipsis=look.glyphs.more), price, width)
    return look.chosen(fit(row, width)) if is_here else row


def _about(
    view: View,
    card: CardRow,
    option: OptionRow,
    preview: Preview | None,
    width: int,
    look: Look,
    sentence: Sentence,
) -> list[Row]:
    rows: list[Row] = [
        (look.note(f" {line}"),) for line in wrap(option.text, width - 2) if option.text
    ]
    if option.refusal:
        rows += [
            (look.warn(f" {line}"),)
            for line in wrap(sentence(option.refusal, option.command), width - 2)
        ]
    elif preview is None:
        rows.append((look.dim(f" {look.glyphs.more}"),))
    else:
        rows += preview_rows(view, preview, width, look, sentence)
    default = next((o.name for o in card.options if o.id == card.default), "")
    if default:
        rows.append((look.dim(" " + say("Unanswered, it counts as: {name}.", name=default)),))
    return rows
