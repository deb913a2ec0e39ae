"""The small parts of every screen: changes, bars, trends, leanings, bands, costs."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.view import Figure, Lean, Range
from csto_game.ui.figures import decimals, scaled, worth
from csto_game.ui.look import Look
from csto_game.ui.poles import Pole
from csto_game.ui.rows import EMPTY, Row, Span, cell


def plus(amount: int, look: Look, places: int = 0) -> str:
    """`amount` with its sign, as ``+3`` or ``−3``."""
    sign = "+" if amount > 0 else look.glyphs.minus if amount < 0 else ""
    return sign + scaled(abs(amount), places)


def change(figure: Figure, look: Look, *, quiet: bool = False) -> Row:
    """``▲3`` in the color of good or bad; a dot (or nothing) for no change."""
    if not figure.known or not figure.change:
        return EMPTY if quiet else (look.dim(look.glyphs.same),)
    arrow = look.glyphs.up if figure.change > 0 else look.glyphs.down
    text = arrow + scaled(abs(figure.change), decimals(figure))
    return (look.signed(figure.change, text, figure.good),)


def arrow(figure: Figure, look: Look) -> Row:
    """The direction of the last change only."""
    if not figure.known or not figure.change:
        return (look.dim(" "),)
    sign = look.glyphs.up if figure.change > 0 else look.glyphs.down
    return (look.signed(figure.change, sign, figure.good),)


def value(figure: Figure, look: Look) -> Span:
    if not figure.known:
        return look.note("?")
    return look.bad(figure.shown) if worth(figure) < 0 else look.text(figure.shown)


def bar(per_mille: int, cells: int, look: Look, *, is_bad: bool = False) -> Row:
    parts = look.glyphs.parts
    steps = (min(1000, max(0, per_mille)) * cells * len(parts) + 500) // 1000
    full, rest = divmod(steps, len(parts))
    text = parts[-1] * full + (parts[rest - 1] if rest else "")
    theme = look.theme
    hollow = look.glyphs.empty * (cells - len(text))
    return (look.ink(text, theme.bad if is_bad else theme.bar), look.ink(hollow, theme.hollow))


def trend(figure: Figure, cells: int, look: Look) -> Row:
    """The last starts of turns and now, as heights between the least and the greatest of them."""
    values = (*figure.trend, figure.value)[-cells:]
    if not figure.known or len(values) < 2:
        return cell(EMPTY, cells)
    text = heights(values, (figure.high - figure.low) // 12, look)
    falling = values[-1] - values[0]
    is_bad = bool(falling) and figure.good != "none" and (falling > 0) != (figure.good == "high")
    color = look.theme.bad if is_bad else look.theme.bar
    return cell((look.ink(text, color),), cells, "right")


def heights(values: Sequence[int], span: int, look: Look) -> str:
    """A sign for each value, its height between the least and the greatest; these are taken to be
    at least `span` apart, so that what hardly moves looks flat.
    """
    signs, least = look.glyphs.spark, min(values)
    apart = max(max(values) - least, span, 1)
    return "".join(signs[(one - least) * (len(signs) - 1) // apart] for one in values)


def lean_bar(lean: Lean, poles: Sequence[Pole], cells: int, look: Look) -> Row:
    """Shares as lengths of one line; as letters where there is no color."""
    shares = dict(lean.shares)
    lengths = apportion([max(0, shares.get(pole.code, 0)) for pole in poles], cells)
    colorless = look.is_colorless or look.glyphs.level == "ascii"
    return tuple(
        look.ink((pole.letter if colorless else look.glyphs.lean) * length, pole.color)
        for pole, length in zip(poles, lengths, strict=True)
        if length
    )


def apportion(weights: Sequence[int], total: int) -> list[int]:
    """Whole parts of `total` in proportion, by largest remainder; earlier ones win ties."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    parts = [weight * total // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(weights[i] * total % whole), i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts


def band(low: int, high: int, bounds: tuple[int, int], cells: int, look: Look) -> Row:
    """``├──●──┤`` laid between two bounds that several bands share."""
    first, last = bounds
    span = max(last - first, 1)
    glyphs = look.glyphs
    start = (low - first) * (cells - 1) // span
    end = max(start, (high - first) * (cells - 1) // span)
    if start == end:
        line = glyphs.point
    else:
        inner = end - start - 1
        half = inner // 2
        middle = glyphs.point if inner else ""
        line = glyphs.low + glyphs.line * half + middle
        line += glyphs.line * (end - start - 1 - half - len(middle)) + glyphs.high
    return cell((look.dim(" " * start + line),), cells)


def bounds_of(ranges: Sequence[Range]) -> tuple[int, int]:
    """The least and greatest change of several ranges, nothing included."""
    deltas = [0, *(r.low - r.before for r in ranges), *(r.high - r.before for r in ranges)]
    return min(deltas), max(deltas)
