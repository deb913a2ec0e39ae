"""One country's page: its figures, leanings, ties, forces, and what there is between us."""

from __future__ import annotations

from csto_game.model.view import Figure, Member, View
from csto_game.text.catalog import word
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import box
from csto_game.ui.draw.ledger import promise_row
from csto_game.ui.figures import share, worth
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.poles import Pole, poles
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, clip, fit, join, stack, wrap
from csto_game.ui.words import say


def page_figures(view: View, member: Member) -> list[Figure]:
    """The figures of the page, in the order of its cursor: own ones, then those of pairs."""
    own = [figure for figure in member.figures.values() if figure.known or figure.label]
    pairs = [one for figures in member.pairs.values() for one in figures]
    return own + pairs


def member_page(
    view: View, member: Member, at: int, width: int, height: int, look: Look
) -> list[Row]:
    head = _head(view, member, width, look)
    room = height - len(head)
    left = width // 2
    low = min(10, max(5, room // 3))
    figures = _figures_box(view, member, at, left, room, look)
    right = stack(
        _leans_box(view, member, width - left, room - low, look),
        _between_box(view, member, width - left, low, look),
    )
    return stack(head, beside(figures, right))


def _head(view: View, member: Member, width: int, look: Look) -> list[Row]:
    place = next(n for n, one in enumerate(view.members, 1) if one.code == member.code)
    title = f"{place} {member.name} · {word(member.membership)}"
    text = wrap(member.text, width - 4)[:2]
    leader = (look.dim(f" {say('leader')}  "), look.text(member.leader or "?"))
    rows: list[Row] = [clip(leader, width - 2), *((look.note(f" {line}"),) for line in text)]
    return box(title, rows, width, len(rows) + 2, look, focused=True)


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
        rows.append(_figure(figure, label, width - 2, look, is_here=place == at))
    scroll = min(max(0, marked - height + 5), max(0, len(rows) - height + 2))
    hint = (look.dim(f" {look.glyphs.updown} {say('number')} · w {say('why')} "),)
    return box(say("figures"), rows[scroll:], width, height, look, hint=hint)


def _pair_label(view: View, figure: Figure) -> str:
    other = figure.path.split(".")[1]
    return f"{actor_name(view, other)} · {figure.label.lower()}"


def _figure(figure: Figure, label: str, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    bar = 8 if width >= 44 else 5
    name = cell(
        clip((look.text(label),), width - bar - 19, ellipsis=look.glyphs.more), width - bar - 18
    )
    shown = figure.shown if figure.known else "?"
    word = f" {figure.word}" if figure.word and figure.word != shown else ""
    number = cell((look.strong(shown),), 9, "right")
    line = parts.bar(share(figure), bar, look, is_bad=worth(figure) < 0)
    moved = cell((Span(" "), *parts.change(figure, look, quiet=True), look.note(word)), 8)
    row = join(
        (cursor,), name, number, (Span(" "),), line if figure.known else cell(EMPTY, bar), moved
    )
    return look.chosen(fit(row, width)) if is_here else row


def _leans_box(view: View, member: Member, width: int, height: int, look: Look) -> list[Row]:
    all_poles = poles(view, look)
    shares, changes = dict(member.lean.shares), dict(member.lean.changes)
    rows = [
        _pole(pole, shares.get(pole.code, 0), changes.get(pole.code, 0), width - 2, look)
        for pole in all_poles
    ]
    if not rows:
        rows = [(look.note(" " + say("This world has no poles to lean to.")),)]
    if member.units:
        rows += [EMPTY, (look.head(f" {say('FORCES')}"),)]
        rows += [
            (
                look.text(f" {unit.name} "),
                look.dim(f"{unit.strength}"),
                look.note(_duty(unit.pledged, unit.away)),
            )
            for unit in member.units
        ]
    return box(say("leans to"), rows, width, height, look)


def _duty(pledged: bool, away: bool) -> str:  # noqa: FBT001  # two facts of a unit, in its order
    if away:
        return say(" away")
    return say(" pledged") if pledged else ""


def _pole(pole: Pole, share: int, change: int, width: int, look: Look) -> Row:
    cells = max(4, width - 26)
    filled = share * cells // 1000
    line = look.glyphs.parts[-1] if not look.is_colorless else pole.letter
    moved = look.glyphs.up if change > 0 else look.glyphs.down
    return join(
        (look.ink(f" {pole.letter} ", pole.color, bold=True),),
        cell((look.text(pole.name),), 10),
        cell((look.strong(f"{share // 10} %"),), 5, "right"),
        (Span(" "), look.ink(line * filled, pole.color)),
        (look.ink(look.glyphs.empty * (cells - filled), look.theme.hollow),),
        (look.dim(f" {moved}{abs(change) // 10}.{abs(change) % 10}" if change else ""),),
    )


def _between_box(view: View, member: Member, width: int, height: int, look: Look) -> list[Row]:
    """Promises, crises and dated changes that concern this country."""
    code = member.code
    rows = [
        promise_row(view, one, width - 2, look)
        for one in view.promises
        if code in (one.by, one.to) and (view.seat in (one.by, one.to) or member.is_self)
    ]
    for crisis in view.crises:
        if code in (crisis.by, crisis.to):
            rung = crisis.rungs[min(crisis.rung, len(crisis.rungs) - 1)]
            rows.append((look.warn(f" {look.glyphs.alert} {crisis.name}: "), look.text(rung)))
    for due in view.dues:
        if due.path.split(".")[0] == code:
            text = say("from turn {turn}: {path}", turn=due.turn, path=due.path)
            rows.append((look.dim(f" {text} "), look.text(parts.plus(due.amount, look))))
    if not rows:
        rows = [(look.note(" " + say("No promise, no crisis.")),)]
    return box(say("between us"), rows, width, height, look)
