"""The causes of a number in words."""

from __future__ import annotations

from csto_game.model.scenario import Scenario
from csto_game.model.view import Why, WhyRow
from csto_game.text.catalog import say
from csto_game.text.events import capital
from csto_game.text.numbers import change_words, label, shown, stat_of
from csto_game.text.things import name_of

LARGEST = 5


def why_lines(scenario: Scenario, why: Why, *, most: int = LARGEST) -> tuple[str, ...]:
    """The sum first, then the largest causes numbered, then the rest as one, formula and parts."""
    stat = stat_of(scenario, why.path)
    id = "why.head" if why.before != why.after else "why.same"
    head = say(
        id if why.rows else f"{id}_bare",
        label=capital(why.label),
        after=shown(scenario, stat, why.after),
        before=shown(scenario, stat, why.before),
        change=change_words(stat, why.after - why.before),
        causes=len(why.rows),
    )
    rows = [f"  {n} {row_sentence(scenario, why, row)}" for n, row in enumerate(why.rows[:most], 1)]
    rest = why.rows[most:]
    if rest:
        total = change_words(stat, sum(row.amount for row in rest))
        rows.append("  " + say("why.rest", count=len(rest), change=total))
    if why.formula:
        parts = say("why.and").join(
            f"{label(scenario, path)} {_part(scenario, path, value)}" for path, value in why.parts
        )
        rows.append(say("why.formula", formula=why.formula, parts=parts or say("word.nobody")))
    if why.text:
        rows.append(why.text)
    return (head, *rows)


def row_sentence(scenario: Scenario, why: Why, row: WhyRow) -> str:
    """One cause: how much, why, where it is written, the source of a start number."""
    stat = stat_of(scenario, why.path)
    facts = {
        "change": change_words(stat, row.amount),
        "because": row.because or name_of(scenario, row.thing),
        "thing": row.thing,
        "place": say("why.place", file=row.file, line=row.line) if row.file else "",
        "count": row.count,
        "cite": row.cite,
    }
    id = ("why.row" if row.thing else "why.row_secret") if row.amount else "why.row_start"
    sentence = say(id, **facts)
    if row.count > 1:
        sentence = say("why.times", sentence=sentence, count=row.count)
    return say("why.cited", sentence=sentence, cite=row.cite) if row.cite else sentence


def _part(scenario: Scenario, path: str, value: int) -> str:
    return shown(scenario, stat_of(scenario, path), value)
