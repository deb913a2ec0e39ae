"""The rows at the bottom of every page: the last message and the keys."""

from __future__ import annotations

from collections.abc import Sequence

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


def key_row(keys: Sequence[Key], width: int, look: Look, *, last: Sequence[Key] = ()) -> Row:
    """The most useful keys; help and palette always stand at the end."""
    ending = join(*(_key(key, look) for key in last))
    row: Row = (Span(" "),)
    for key in keys:
        one = _key(key, look)
        if key.label and key.keys and row_width(row) + row_width(one) + row_width(ending) <= width:
            row = join(row, one)
    return fit(join(row, ending), width, look.theme.background)


def _key(key: Key, look: Look) -> Row:
    """``**v**erbs`` where the word begins with its key, else ``**x** crises``."""
    label = say(key.label)
    row: Row = (look.key(key.shown), look.dim(f" {label}  "))
    if label[:1].lower() == key.shown and label:
        row = (look.key(label[:1]), look.dim(label[1:] + "  "))
    return tagged(row, KEY, key.id)
