"""The verb picker: the list at the left, the marked verb with its fields and preview at the right."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from csto_game.model.command import Command
from csto_game.model.view import Preview, VerbRow, View
from csto_game.ui.costs import brief_cost, cost_spans
from csto_game.ui.draw.box import rule
from csto_game.ui.draw.preview import Sentence, preview_rows
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, clip, fit, join, row_width, spread, tagged, wrap
from csto_game.ui.words import say

FIELD, TARGET = "field", "target"
"""What a click on a field means, and on one of its targets."""


@frozen
class Draft:
    """What has been chosen for the marked verb so far."""

    target: str = ""
    option: str = ""
    amount: int | None = None
    field: str = "verb"


def matching(verbs: Sequence[VerbRow], query: str) -> list[VerbRow]:
    """Verbs whose name, group or id holds all words of the query, usable ones first in each group."""
    words = query.lower().split()
    found = [v for v in verbs if all(w in f"{v.name} {v.group} {v.id}".lower() for w in words)]
    groups = list(dict.fromkeys(verb.group for verb in found))
    return sorted(found, key=lambda v: (groups.index(v.group), v.refusal is not None))


def fields_of(verb: VerbRow) -> tuple[str, ...]:
    """What can be chosen for a verb, in the order of the Tab key."""
    fields = ["verb"]
    fields += ["target"] if verb.targets else []
    fields += ["option"] if verb.options else []
    fields += ["amount"] if verb.amount else []
    return tuple(fields)


def command_of(view: View, verb: VerbRow, draft: Draft) -> Command:
    amount = draft.amount if verb.amount else None
    return Command(view.seat, "verb", verb.id, draft.target, draft.option, amount)


def verb_list(
    verbs: Sequence[VerbRow], at: int, view: View, width: int, look: Look
) -> tuple[list[Row], int]:
    """All verbs under their groups, and the row of the marked one."""
    rows: list[Row] = []
    marked, group = 0, None
    for place, verb in enumerate(verbs):
        if verb.group != group:
            group = verb.group
            rows.append((look.head(f" {(group or say('other')).upper()}"),))
        marked = len(rows) if place == at else marked
        rows.append(tagged(_verb(verb, view, width, look, is_here=place == at), "verb", place))
    if not rows:
        text = say("The game is over.") if view.ended else say("Nothing matches.")
        rows.append((look.note(f" {text}"),))
    return rows, marked


def _verb(verb: VerbRow, view: View, width: int, look: Look, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    name = look.dim(verb.name) if verb.refusal else look.text(verb.name)
    first = verb.cost[:1]
    price = brief_cost(view, first) or look.glyphs.dash
    sign = (look.warn(f"{look.glyphs.alert} "),) if verb.refusal else EMPTY
    right = (*sign, look.dim(f"{price} "))
    left = clip((cursor, Span(" "), name), width - row_width(right) - 1, ellipsis=look.glyphs.more)
    row = spread(left, right, width)
    return look.chosen(fit(row, width)) if is_here else row


def verb_rows(
    view: View,
    verb: VerbRow,
    draft: Draft,
    preview: Preview | None,
    width: int,
    look: Look,
    sentence: Sentence,
) -> list[Row]:
    """The marked verb: what it is, its fields, its price, what it would do."""
    rows: list[Row] = [(look.note(f" {line}"),) for line in wrap(verb.text, width - 2) if verb.text]
    rows += [_field(view, verb, draft, name, width, look) for name in fields_of(verb)[1:]]
    price = cost_spans(view, verb.cost, look) or (look.dim(say("nothing")),)
    rows.append(join((look.dim(f" {say('cost'):<9}"),), price))
    rows.append(rule(width, look))
    if verb.refusal:
        lines = wrap(sentence(verb.refusal), width - 5)
        signs = [look.glyphs.alert] + [" "] * len(lines)
        return rows + [
            (look.warn(f" {sign} {line}"),) for sign, line in zip(signs, lines, strict=False)
        ]
    if preview is None:
        return [*rows, (look.dim(f" {look.glyphs.more}"),)]
    return rows + preview_rows(view, evolve(preview, cost=()), width, look, sentence)


def _field(view: View, verb: VerbRow, draft: Draft, name: str, width: int, look: Look) -> Row:
    is_here = draft.field == name
    if name == "target":
        shown, others = actor_name(view, draft.target), ""
    elif name == "option":
        shown, others = dict(verb.options).get(draft.option, draft.option), ""
        others = " / ".join(text for _, text in verb.options)
    else:
        low, high, _, _ = verb.amount or (0, 0, 1, 0)
        shown, others = str(draft.amount), say("{low} to {high}", low=low, high=high)
    glyphs = look.glyphs
    paint = look.key if is_here else look.text
    label = {"target": say("target"), "option": say("how"), "amount": say("amount")}[name]
    row: Row = (
        look.dim(f" {label:<8} "),
        paint(f"{glyphs.left} {shown} {glyphs.right}"),
        look.dim(f"   {others}"),
    )
    if name == "target":
        row = join(row, *(tagged((look.dim(f"{code} "),), TARGET, code) for code in verb.targets))
    row = fit(clip(row, width, ellipsis=glyphs.more), width)
    return tagged(look.chosen(row) if is_here else row, FIELD, name)
