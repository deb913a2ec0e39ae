"""The list of saved games, and what is known of the marked one."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from csto_game.ui.draw.box import ROW, box
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.look import Look
from csto_game.ui.offers import Offer, Saved, named, told
from csto_game.ui.rows import EMPTY, Row, Span, cell, clip, fit, join, spread, stack, tagged, wrap
from csto_game.ui.words import say

_ABOUT = 7
"""Rows of the box with what is known of one save."""
_WITH_NAME = 96
"""Cells from which on the names of saves have a column."""


def saves_page(
    saves: Sequence[Saved],
    at: int,
    size: tuple[int, int],
    look: Look,
    offers: Sequence[Offer] | None = None,
) -> list[Row]:
    width, height = size
    low = _ABOUT if saves else 0
    rows = saves_rows(saves, at, width - 2, look, offers)
    scroll = scroll_to(at, height - low - 2, len(rows))
    title = say("{count} {count|game|games}", count=len(saves))
    first = box(title, rows, width, height - low, look, focused=True, scroll=scroll)
    if not low:
        return first
    save = saves[min(at, len(saves) - 1)]
    save = evolve(save, detail=told(save, offers))
    return stack(first, box(save.name, _about(save, width - 2, look), width, low, look))


def saves_rows(
    saves: Sequence[Saved],
    at: int,
    width: int,
    look: Look,
    offers: Sequence[Offer] | None = None,
) -> list[Row]:
    if not saves:
        back, new = look.named("back", "saves"), look.named("new", "title")
        nothing = say("No games yet. {back}, then {new} begins one.", back=back, new=new)
        return [(look.note(" " + nothing),)]
    named_saves = [
        evolve(save, title=named(save, offers), detail=told(save, offers)) for save in saves
    ]
    return [
        tagged(_saved(one, width, look, is_here=place == at), ROW, place)
        for place, one in enumerate(named_saves)
    ]


def _saved(save: Saved, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    sign = (
        look.warn(look.glyphs.alert[:1])
        if save.trouble
        else look.good(look.glyphs.todo if save.is_over else look.glyphs.done)
    )
    detail = look.warn(say("damaged")) if save.trouble else look.dim(save.detail)
    name = cell((look.dim(save.name),), 26) if width >= _WITH_NAME else EMPTY
    left = join(
        (cursor, sign, Span(" ")),
        cell(clip((look.strong(save.title),), width // 3, ellipsis=look.glyphs.more), width // 3),
        name,
        (Span(" "), detail, Span("  ")),
        _marks(save, look),
    )
    right: Row = (look.dim(f"{save.when} "),)
    row = spread(clip(left, width - 18, ellipsis=look.glyphs.more), right, width)
    return look.chosen(fit(row, width)) if is_here else row


def _marks(save: Saved, look: Look) -> Row:
    """What one should know before going on, in words: never by color alone."""
    marks: list[Span] = []
    for is_so, span in (
        (save.is_iron, look.key(say("iron"))),
        (save.is_touched, look.warn(say("touched"))),
        (save.is_torn, look.warn(say("torn"))),
    ):
        if is_so:
            marks += [span, Span(" ")]
    return tuple(marks)


def _about(save: Saved, width: int, look: Look) -> list[Row]:
    rows: list[Row] = []
    key = look.named("choose", "saves")
    if save.trouble:
        rows += [(look.warn(f" {line}"),) for line in wrap(save.trouble, width - 2)[:3]]
        rows.append(
            (look.note(f" {say('{key} shows what is good of it and what is lost.', key=key)}"),)
        )
        return rows
    rows.append((look.text(f" {save.detail}"), look.dim(f"  {save.facts}")))
    if save.memo:
        rows.append((look.strong(f" {save.memo}"),))
    for is_so, text in (
        (save.is_iron, say("An iron game: one line only, and a seal that shows a hand on it.")),
        (save.is_touched, say("Touched by a modder's hand while it was played.")),
        (save.is_torn, say("Its last line was cut off in the middle, and is left out.")),
    ):
        if is_so:
            rows.append((look.note(f" {text}"),))
    text = (
        say(
            "{key} shows how it ended, {look} looks back on all of it.",
            key=key,
            look=look.named("debrief", "saves"),
        )
        if save.is_over
        else say(
            "{key} goes on with it. Its other lines of play are in the game, under {lines}.",
            key=key,
            lines=look.named("timeline", "campaign"),
        )
    )
    return [*rows, *([EMPTY] if len(rows) < 3 else []), (look.note(f" {text}"),)]
