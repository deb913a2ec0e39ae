"""One country's page: its figures, leanings, ties, forces, and what there is between us."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.view import Figure, Member, View
from csto_game.session.annals.records import Annals
from csto_game.text.catalog import word
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import box
from csto_game.ui.draw.pictures.leaning import band_rows
from csto_game.ui.draw.pictures.seen import Seen
from csto_game.ui.draw.record import between_box, moved_box, record_box
from csto_game.ui.draw.wants import WANTS, entries, path_of, rows_wanted, wants_box
from csto_game.ui.figures import share, worth
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.poles import Pole, poles
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, clip, fit, join, stack, tagged, wrap
from csto_game.ui.sight import place_of
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_LAST = 8
"""Turns of a share that are drawn beside it."""


def page_figures(view: View, member: Member) -> list[Figure]:
    """The figures of the page, in the order of its cursor: own ones, then those of pairs."""
    own = [figure for figure in member.figures.values() if figure.known or figure.label]
    pairs = [one for figures in member.pairs.values() for one in figures]
    return own + pairs


FIGURES, LEANS = "figures", "leans"
_LEAST_WANTS, _LEAST_UPPER = 3, 6
"""Rows of what it wants, and of that and the leanings; a long step of a lesson leaves few for all of it."""


def page_paths(view: View, member: Member, *, is_person: bool = False) -> dict[str, list[str]]:
    """What the cursor of the page can ask about, by box: figures, shares of the leaning, what it wants. What
    is no number has the path "".
    """
    return {
        FIGURES: [figure.path for figure in page_figures(view, member)],
        LEANS: [f"{member.code}.{pole}.share" for pole, _ in member.lean.shares],
        WANTS: [path_of(one) for one in entries(view, member, is_person=is_person)],
    }


def member_page(
    view: View,
    member: Member,
    spot: tuple[str, int],
    width: int,
    height: int,
    look: Look,
    annals: Annals | None = None,
    *,
    is_person: bool = False,
) -> list[Row]:
    """Figures at the left, the rest at the right; what there is no room for is left out from below.

    ``spot`` is the box with the cursor, and the row of it.
    """
    head = _head(view, member, width, look)
    room = max(0, height - len(head))
    left, side = width // 2, width - width // 2
    at = {spot[0]: spot[1]}
    figures = _figures_box(view, member, at.get(FIGURES, -1), left, room, look)
    most = min(10, max(5, room // 4), max(0, room - _LEAST_UPPER))
    record = 7 if room >= 24 else 0
    moved = len(member.table) + 2 if room >= 36 else 0
    lower = [between_box(view, member, side, most, look)]
    if record:
        lower.append(record_box(view, member, annals, side, record, look))
    if moved:
        lower.append(moved_box(view, member, annals, side, moved, look))
    rest = room - sum(len(rows) for rows in lower)
    wanting = _wanting(view, member, rest, look, is_person=is_person)
    leans = _leans_box(view, member, annals, at.get(LEANS, -1), (side, rest - wanting), look)
    size = (side, wanting)
    wants = wants_box(view, member, at.get(WANTS, -1), size, look, is_person=is_person)
    return stack(head, beside(figures, stack(leans, wants, *lower)))


def _wanting(view: View, member: Member, rest: int, look: Look, *, is_person: bool) -> int:
    """Rows for what it wants: half of what is left, or what the leanings have no use for."""
    shares = max(len(poles(view, look)), 1) + 2
    forces = len(_forces(member, look))
    need = rows_wanted(view, member, is_person=is_person)
    wanted = min(need, rest - shares, max(rest // 2, rest - shares - forces))
    return min(max(_LEAST_WANTS, wanted), rest)


def _head(view: View, member: Member, width: int, look: Look) -> list[Row]:
    place = place_of(view, member.code) + 1
    title = f"{place} {member.name} · {word(member.membership)}"
    text = wrap(member.text, width - 4)[:2]
    leader = (look.dim(f" {say('leader')}  "), look.text(member.leader or "?"))
    says = (look.note(f"  {say('“{text}”', text=member.says)}"),) if member.says else ()
    head = clip((*leader, *says), width - 2, ellipsis=look.glyphs.more)
    rows: list[Row] = [head, *((look.note(f" {line}"),) for line in text)]
    return box(title, rows, width, len(rows) + 2, look)


def _figures_box(
    view: View, member: Member, at: int, width: int, height: int, look: Look
) -> list[Row]:
    figures = page_figures(view, member)
    own = len(member.figures)
    rows: list[Row] = []
    marked = 0
    for place, figure in enumerate(figures):
        if place == own:
            rows += [EMPTY, (look.head(f" {say('TOWARDS OTHERS')}"),)]
        marked = len(rows) if place == at else marked
        label = figure.label if place < own else _pair_label(view, figure)
        row = _figure(figure, label, width - 2, look, is_here=place == at)
        rows.append(tagged(row, FIGURES, place))
    scroll = None if at < 0 else max(0, marked - height + 5)
    key = look.hotkey("why", "member")
    hint = (look.dim(f" {look.glyphs.updown} {say('number')} · {key} {say('why')} "),)
    return box(
        say("figures"), rows, width, height, look,
        focused=at >= 0, hint=hint, scroll=scroll, panel=FIGURES,
    )  # fmt: skip


def _pair_label(view: View, figure: Figure) -> str:
    other = figure.path.split(".")[1]
    return f"{actor_name(view, other)} · {figure.label.lower()}"


def _figure(figure: Figure, label: str, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    bar = 8 if width >= 44 else 5
    tail = 5 if width < 44 else min(20, width // 4)
    room = width - bar - tail - 10
    name = cell(clip((look.text(label),), room - 1, ellipsis=look.glyphs.more), room)
    shown = figure.shown if figure.known else "?"
    word = f" {figure.word}" if figure.word and figure.word != shown else ""
    word = word if cell_width(word) + 5 <= tail else ""
    number = cell((look.strong(shown),), 9, "right")
    line = parts.bar(share(figure), bar, look, is_bad=worth(figure) < 0)
    change = (Span(" "), *cell(parts.change(figure, look, quiet=True), 4))
    moved = cell(clip((*change, look.note(word)), tail, ellipsis=look.glyphs.more), tail)
    row = join(
        (cursor,), name, number, (Span(" "),), line if figure.known else cell(EMPTY, bar), moved
    )
    return look.chosen(fit(row, width)) if is_here else row


def _leans_box(
    view: View,
    member: Member,
    annals: Annals | None,
    at: int,
    size: tuple[int, int],
    look: Look,
) -> list[Row]:
    """The shares now, each with its last turns; the way of all of them where there is room."""
    width, height = size
    all_poles = poles(view, look)
    shares, changes = dict(member.lean.shares), dict(member.lean.changes)
    past = [dict(one) for one in annals.leaning(member.code)] if annals else []
    rows: list[Row] = []
    for place, pole in enumerate(all_poles):
        course = [one.get(pole.code, 0) for one in past]
        now = shares.get(pole.code, 0)
        row = _pole(pole, now, changes.get(pole.code, 0), course, width - 2, look)
        if place == at:
            cursor = look.ink(f"{look.glyphs.cursor}{pole.letter} ", pole.color, bold=True)
            row = look.chosen(fit((cursor, *row[1:]), width - 2))
        rows.append(tagged(row, LEANS, place))
    if not rows:
        rows = [(look.note(" " + say("This world has no poles to lean to.")),)]
    forces = _forces(member, look)
    room = height - 2 - len(rows) - len(forces) - 1
    if annals and len(past) > 1 and room >= 6 and all_poles:
        seen = Seen(view, annals, member.code, "")
        rows += [EMPTY, *band_rows(seen, width - 2, room, look, has_legend=False)]
    scroll = None if at < 0 else max(0, at - height + 4)
    return box(
        say("leans to"), rows + forces, width, height, look,
        focused=at >= 0, scroll=scroll, panel=LEANS,
    )  # fmt: skip


def _forces(member: Member, look: Look) -> list[Row]:
    """Its units, those alike on one row."""
    counts: dict[tuple[str, int, str], int] = {}
    for unit in member.units:
        key = (unit.name, unit.strength, _duty(unit.pledged, unit.away))
        counts[key] = counts.get(key, 0) + 1
    rows: list[Row] = [EMPTY, (look.head(f" {say('FORCES')}"),)] if counts else []
    for (name, strength, duty), count in counts.items():
        times = f" ×{count}" if count > 1 else ""
        rows.append(
            (look.text(f" {name}{times} "), look.dim(f"{strength * count}"), look.note(duty))
        )
    return rows


def _duty(pledged: bool, away: bool) -> str:  # noqa: FBT001  # two facts of a unit, in its order
    if away:
        return say(" away")
    return say(" pledged") if pledged else ""


def _pole(
    pole: Pole, share: int, change: int, course: Sequence[int], width: int, look: Look
) -> Row:
    last = course[-_LAST:] if len(course) > 1 else ()
    cells = max(4, width - 26 - (len(last) + 1 if last else 0))
    filled = share * cells // 1000
    line = look.glyphs.parts[-1] if not look.is_colorless else pole.letter
    moved = look.glyphs.up if change > 0 else look.glyphs.down
    return join(
        (look.ink(f" {pole.letter} ", pole.color, bold=True),),
        cell(clip((look.text(pole.name),), 9, ellipsis=look.glyphs.more), 10),
        cell((look.strong(f"{share // 10} %"),), 5, "right"),
        (Span(" "), look.ink(line * filled, pole.color)),
        (look.ink(look.glyphs.empty * (cells - filled), look.theme.hollow),),
        cell((look.dim(f" {moved}{abs(change) // 10}.{abs(change) % 10}" if change else ""),), 6),
        (look.ink(parts.heights(last, 40, look), pole.color),) if last else EMPTY,
    )
