"""What a country has done with us: promises and crises between us, its votes, what moved it."""

from __future__ import annotations

from csto_game.model.view import Member, View
from csto_game.session.annals.accord import Accord, accord
from csto_game.session.annals.records import Annals
from csto_game.ui.draw import parts
from csto_game.ui.draw.box import box
from csto_game.ui.draw.dues import due_spans
from csto_game.ui.draw.ledger import promise_row
from csto_game.ui.figures import decimals, short_label
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name, turn_name
from csto_game.ui.rows import Row, Span, cell, clip, join
from csto_game.ui.words import say

_LAST = 8


def between_box(view: View, member: Member, width: int, most: int, look: Look) -> list[Row]:
    """Promises, crises and dated changes that concern this country, in at most so many rows."""
    code, more = member.code, look.glyphs.more
    rows = [
        promise_row(view, one, width - 2, look)
        for one in view.promises
        if code in (one.by, one.to) and (view.seat in (one.by, one.to) or member.is_self)
    ]
    for crisis in view.crises:
        if code in (crisis.by, crisis.to):
            rung = crisis.rungs[min(crisis.rung, len(crisis.rungs) - 1)]
            other = actor_name(view, crisis.to if crisis.by == code else crisis.by)
            head = (look.warn(f" {look.glyphs.alert} {other}: "), look.text(rung))
            rows.append(clip(head, width - 2, ellipsis=more))
    for due in view.dues:
        if due.path.split(".")[0] == code:
            when = look.dim(f" {turn_name(view, due.turn)}  ")
            rows.append(
                clip((when, *due_spans(view, due, look, about=code)), width - 2, ellipsis=more)
            )
    if not rows:
        key = look.hotkey("verbs", "member")
        hint = say("No promise, no crisis. {key} gives an order that makes one.", key=key)
        rows = [clip((look.note(f" {hint}"),), width - 2, ellipsis=more)]
    title = say("between us") if not member.is_self else say("promises and crises")
    return box(title, rows, width, min(most, len(rows) + 2), look)


def record_box(
    view: View, member: Member, annals: Annals | None, width: int, height: int, look: Look
) -> list[Row]:
    """How it voted beside us and beside the others, and whether it stopped anything."""
    title = say("council record")
    if annals is None:
        return box(title, [(look.dim(f" {look.glyphs.more}"),)], width, height, look)
    found, code = accord(annals.polls), member.code
    voter = found.voters.get(code)
    if voter is None:
        rows: list[Row] = [(look.note(" " + say("It has not voted yet.")),)]
        return box(title, rows, width, height, look)
    rows = []
    ours = None if member.is_self else found.between(view.seat, code)
    if ours is not None:
        text = say("with us in {same} of {polls}", same=ours.same, polls=ours.polls)
        rows.append(join((look.text(f" {text}  "),), _signs(view, code, annals, look)))
    counts = say(
        "{yes} yes, {no} no of {polls}; stopped {held}",
        yes=voter.yes, no=voter.no, polls=voter.polls, held=voter.held,
    )  # fmt: skip
    rows.append((look.text(f" {counts}"),))
    rows += _company(view, code, found, look)
    against = [poll for poll in annals.polls if (code, "no") in poll.casts]
    for poll in reversed(against[-max(0, height - 2 - len(rows)) :]):
        name = f" {look.glyphs.no} {poll.name}"
        rows.append(clip((look.dim(name),), width - 2, ellipsis=look.glyphs.more))
    hint = (look.dim(f" {look.hotkey('pictures', 'member')} {say('diagrams')} "),)
    return box(title, rows, width, height, look, hint=hint)


def _signs(view: View, code: str, annals: Annals, look: Look) -> Row:
    """The last votes: alike, not alike, one of us not there."""
    signs = []
    for poll in annals.polls[-_LAST:]:
        casts = dict(poll.casts)
        one, other = casts.get(view.seat), casts.get(code)
        if one is None or other is None:
            signs.append(look.dim(look.glyphs.dash))
        elif one == other:
            signs.append(look.good(look.glyphs.yes))
        else:
            signs.append(look.bad(look.glyphs.no))
    return tuple(signs)


def _company(view: View, code: str, found: Accord, look: Look) -> list[Row]:
    others = [
        (pair.percent, one if other == code else other)
        for (one, other), pair in found.pairs.items()
        if code in (one, other)
    ]
    if not others:
        return []
    most, least = max(others, key=lambda one: one[0]), min(others, key=lambda one: one[0])
    rows: list[Row] = []
    for label, (percent, other) in ((say("nearest"), most), (say("farthest"), least)):
        name = actor_name(view, other)
        rows.append((look.dim(f" {label} "), look.text(name), look.dim(f" {percent} %")))
    return rows


def moved_box(
    view: View, member: Member, annals: Annals | None, width: int, height: int, look: Look
) -> list[Row]:
    """What moved the numbers of the table last turn, and why."""
    rows: list[Row] = []
    turn = annals.moments[-1].turn if annals else 0
    for stat in member.table:
        figure = member.figures.get(stat)
        moves = annals.moves.get(f"{member.code}.{stat}", ()) if annals else ()
        last = moves[-1] if moves else None
        if figure is None or last is None or last.turn != turn:
            continue
        amount = parts.plus(last.amount, look, decimals(figure))
        row = join(
            (Span(" "),),
            cell((look.text(short_label(figure)),), 12),
            cell((look.signed(last.amount, amount, figure.good),), 5, "right"),
            (look.note(f"  {last.because}"),),
        )
        rows.append(clip(row, width - 2, ellipsis=look.glyphs.more))
    if not rows:
        text = say("Nothing has moved.") if annals else look.glyphs.more
        rows = [(look.note(f" {text}"),)]
    return box(say("what moved it"), rows, width, height, look)
