"""One incident: what happened, what may be answered, what the marked answer would do."""

from __future__ import annotations

from csto_game.model.view import CardRow, OptionRow, Preview, View
from csto_game.ui.costs import cost_spans
from csto_game.ui.draw.box import rule
from csto_game.ui.draw.preview import Sentence, preview_rows
from csto_game.ui.look import Look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import EMPTY, Row, Span, clip, fit, spread, wrap
from csto_game.ui.words import say


def card_rows(
    view: View,
    card: CardRow,
    at: int,
    preview: Preview | None,
    size: tuple[int, int],
    look: Look,
    sentence: Sentence,
) -> list[Row]:
    """The inside of the card. On a wide screen the preview stands beside the options."""
    width, height = size
    rows = [_where(view, card, width, look), EMPTY]
    text = wrap(card.text, min(width - 4, 96))
    room = max(3, height - len(card.options) - 11) if width < 110 else max(3, height - 20)
    rows += [(look.text(f"  {line}"),) for line in text[:room]]
    if len(text) > room:
        rows.append((look.dim(f"  {look.glyphs.more}"),))
    rows += [EMPTY, rule(width, look)]
    for place, option in enumerate(card.options):
        rows.append(_option(view, option, place, width, look, is_here=place == at))
    rows.append(rule(width, look))
    option = card.options[min(at, len(card.options) - 1)]
    return rows + _about(view, card, option, preview, width, look, sentence)


def _where(view: View, card: CardRow, width: int, look: Look) -> Row:
    left = card.due - view.turn
    due = (
        say("answer this turn") if left <= 0 else say("answer within {count} turns", count=left + 1)
    )
    who = actor_name(view, card.target) if card.target else actor_name(view, view.seat)
    paint = look.bad if left <= 0 else look.dim
    return spread((look.strong(f"  {who}"),), (paint(f"{due}  "),), width)


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
        rows += [(look.warn(f" {line}"),) for line in wrap(sentence(option.refusal), width - 2)]
    elif preview is None:
        rows.append((look.dim(f" {look.glyphs.more}"),))
    else:
        rows += preview_rows(view, preview, width, look, sentence)
    for name, words in card.advice:
        lines = wrap(f"{name}: {words}", width - 4)
        rows += [(look.dim(f" {look.glyphs.trunk} "), look.note(line)) for line in lines]
    default = next((o.name for o in card.options if o.id == card.default), "")
    if default:
        rows.append((look.dim(" " + say("Unanswered, it counts as: {name}.", name=default)),))
    return rows
