"""Who votes with whom, and who stands in the way: a ring of voters, a table of pairs."""

from __future__ import annotations

from math import cos, pi, sin

from csto_game.session.annals.accord import Accord, accord
from csto_game.session.annals.records import Poll
from csto_game.ui.draw.pictures.plot import Plot
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, beside, block, cell, clip, join
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_CLOSE, _NEAR = 80, 60
"""From how many per cent of votes alike on two are drawn as close, and as near."""
_NAME, _CODE = 13, 5
_TALLEST = 36


def network_rows(seen: Seen, width: int, height: int, look: Look) -> list[Row]:
    """The ring beside the table where both fit, else the table."""
    found = accord(seen.annals.polls)
    if not found.voters:
        key = look.hotkey("council", "campaign")
        return [
            (look.note(" " + say("Nothing has been voted on yet.")),),
            (
                look.note(
                    " "
                    + say("{key} looks at the agenda; what is tabled there is voted on.", key=key)
                ),
            ),
        ]
    table = _NAME + 2 + _CODE * len(found.voters) + 2 * 6
    pairs = _table(seen, found, look)
    ring = min(width - table - 3, _TALLEST * 3)
    if ring < 24:
        return [*pairs, EMPTY, *_last(seen, width, height - len(pairs) - 1, look)]
    side = [*pairs, EMPTY, *_last(seen, width - ring - 2, height - len(pairs) - 1, look)]
    drawn = ring_rows(seen.code, found, ring, min(height, _TALLEST), look)
    return beside(block(drawn, ring + 2, height), block(side, width - ring - 2, height))


def ring_rows(code: str, found: Accord, width: int, height: int, look: Look) -> list[Row]:
    """Voters on a ring; a full line for two that vote alike, a broken one for those that mostly do
    with `code`.
    """
    legend = _legend(width, look)
    plot = Plot(width, height - len(legend), look)
    codes = list(found.voters)
    places = {one: _on_ring(n, len(codes), plot) for n, one in enumerate(codes)}
    for (one, other), pair in sorted(found.pairs.items(), key=lambda item: item[1].percent):
        is_ours = code in (one, other)
        color = look.theme.accent if is_ours else look.theme.bar
        if pair.percent >= _CLOSE:
            plot.line(places[one], places[other], color)
        elif is_ours and pair.percent >= _NEAR:
            plot.line(places[one], places[other], color, step=3 * plot.across)
    for one in codes:
        held = found.voters[one].held
        x, y = places[one]
        name = look.mark(f" {one} ") if one == code else look.strong(f" {one} ")
        cells = x // plot.across - len(name.text) // 2
        plot.write(cells, y // plot.down, name)
        if held:
            plot.write(cells + len(name.text), y // plot.down, look.bad(f"{look.glyphs.no}{held}"))
    return [*plot.rows(), *legend]


def _legend(width: int, look: Look) -> list[Row]:
    """What the lines mean, in as many rows as it takes."""
    parts = (
        f"{look.glyphs.line * 2} {say('alike in {n} %', n=_CLOSE)}",
        f"{look.glyphs.same} {look.glyphs.same} {say('in {n} %', n=_NEAR)}",
        f"{look.glyphs.no} {say('stopped a motion')}",
    )
    told: list[str] = []
    for part in parts:
        longer = f"{told[-1]}   {part}" if told else part
        if told and cell_width(longer) < width:
            told[-1] = longer
        else:
            told.append(part)
    return [(look.dim(f" {line}"),) for line in told]


def _on_ring(place: int, count: int, plot: Plot) -> tuple[int, int]:
    """Only where a sign stands is worked out with fractions; no rule ever sees it."""
    angle = 2 * pi * place / max(count, 1) - pi / 2
    left, up = 4 * plot.across, plot.down
    x = plot.wide / 2 + cos(angle) * (plot.wide / 2 - left)
    y = plot.high / 2 + sin(angle) * (plot.high / 2 - up)
    return round(x), round(y)


def _table(seen: Seen, found: Accord, look: Look) -> list[Row]:
    codes = list(found.voters)
    heads = [cell((look.dim(code[:4]),), _CODE, "right") for code in codes]
    ends = [cell((look.dim(text),), 6, "right") for text in (say("no"), say("stops"))]
    title = say("{n} {n|vote|votes}", n=found.polls)
    rows = [join(cell((look.head(f" {title}"),), _NAME + 2), *heads, *ends)]
    for code in codes:
        name = clip((look.strong(actor_name(seen.view, code)),), _NAME, ellipsis=look.glyphs.more)
        cursor = look.key(look.glyphs.cursor) if code == seen.code else Span(" ")
        cells = [_pair(found, code, other, look) for other in codes]
        voter = found.voters[code]
        held = look.bad(f"{voter.held}") if voter.held else look.dim(look.glyphs.same)
        no = look.text(f"{voter.no}") if voter.no else look.dim(look.glyphs.same)
        row = join((cursor,), cell(name, _NAME + 1), *cells, cell((no,), 6, "right"))
        row = join(row, cell((held,), 6, "right"))
        rows.append(look.chosen(row) if code == seen.code else row)
    rows.append((look.note(" " + say("In how many of 100 votes two voted alike.")),))
    return rows


def _pair(found: Accord, one: str, other: str, look: Look) -> Row:
    pair = found.between(one, other)
    if pair is None:
        return cell((look.dim(look.glyphs.same),), _CODE, "right")
    text = f"{pair.percent}"
    span = look.strong(text) if pair.percent >= _CLOSE else look.text(text)
    if pair.percent < _NEAR:
        span = look.dim(text)
    mark = look.bad(look.glyphs.no) if pair.against * 3 >= pair.polls else Span("")
    return cell((mark, span), _CODE, "right")


def _last(seen: Seen, width: int, room: int, look: Look) -> list[Row]:
    """The last votes, the newest first."""
    if room < 2:
        return []
    last = reversed(seen.annals.polls[-(room - 1) :])
    return [
        (look.head(" " + say("LAST VOTES")),),
        *(_poll(seen, poll, width, look) for poll in last),
    ]


def _poll(seen: Seen, poll: Poll, width: int, look: Look) -> Row:
    glyphs = look.glyphs
    sign = look.good(glyphs.yes) if poll.passed else look.bad(glyphs.no)
    against = [code for code, how in poll.casts if how == "no"]
    aside = [code for code, how in poll.casts if how == "abstain"]
    parts = [say("no: {codes}", codes=" ".join(against))] if against else []
    parts += [say("aside: {codes}", codes=" ".join(aside))] if aside else []
    row = join(
        (Span(" "), sign, Span(" ")),
        cell((look.dim(seen.date_of(poll.turn)),), seen.date_cells),
        (look.text(poll.name),),
        (look.dim(f"  {', '.join(parts) or say('all for it')}"),),
    )
    return clip(row, width, ellipsis=glyphs.more)
