"""The rows at the bottom of every page: the last message and the keys."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from csto_game.ui.draw.box import KEY
from csto_game.ui.keys import Key
from csto_game.ui.look import Look
from csto_game.ui.rows import Row, Span, clip, fit, join, row_width, tagged
from csto_game.ui.words import say


def message_row(text: str, width: int, look: Look, *, is_bad: bool = False) -> Row:
    """The last message, kept until the next."""
    paint = look.warn if is_bad else look.dim
    sign = f"{look.glyphs.alert} " if is_bad and text else ""
    row = clip((Span(" "), paint(sign + text)), width, ellipsis=look.glyphs.more)
    return tagged(fit(row, width, look.theme.background), KEY, "log")


def key_row(
    keys: Sequence[Key],
    width: int,
    look: Look,
    *,
    last: Sequence[Key] = (),
    lit: Collection[str] = (),
) -> Row:
    """The most useful keys; help and palette always stand at the end. Actions that are `lit`, for a lesson
    points at them, have their room before all others.
    """
    ending = join(*(_key(key, look, is_lit=key.id in lit) for key in last))
    shown = [key for key in keys if key.label and key.keys]
    kept = {key.id: row_width(_key(key, look, is_lit=True)) for key in shown if key.id in lit}
    row: Row = (Span(" "),)
    for key in shown:
        one = _key(key, look, is_lit=key.id in lit)
        kept.pop(key.id, None)
        if row_width(row) + row_width(one) + row_width(ending) + sum(kept.values()) <= width:
            row = join(row, one)
    return fit(join(row, ending), width, look.theme.background)


def _key(key: Key, look: Look, *, is_lit: bool = False) -> Row:
    """``**v**erbs`` where the word begins with its key, else ``**x** crises``."""
    label = say(key.label)
    row: Row = (look.key(key.shown), look.dim(f" {label}  "))
    if label[:1].lower() == key.shown and label:
        row = (look.key(label[:1]), look.dim(label[1:] + "  "))
    if is_lit:
        row = (look.mark(f" {look.glyphs.cursor} {key.shown} {label} "), Span(" "))
    return tagged(row, KEY, key.id)
