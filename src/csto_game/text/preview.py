"""What a command would do, in words; chance as ranges and branches, never as a draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csto_game.model.event import Cause, Event
from csto_game.model.scenario import Scenario
from csto_game.model.view import Branch, DueRow, Preview, Range
from csto_game.text.catalog import say
from csto_game.text.events import capital, closed, event_sentence
from csto_game.text.numbers import change_words, figure, label, shown, stat_of
from csto_game.text.refusals import refusal_sentence


def preview_lines(scenario: Scenario, preview: Preview) -> tuple[str, ...]:
    """The price first, then what is sure, what may come, what comes later, and notes."""
    lines: list[str] = []
    if preview.refusal:
        lines.append(refusal_sentence(preview.refusal))
    if preview.cost:
        lines.append(say("preview.cost", cost=cost_words(scenario, preview.cost)))
    lines += [range_sentence(scenario, range_) for range_ in preview.sure]
    for branch in preview.branches:
        lines += _branch(scenario, branch)
    lines += [due_sentence(scenario, due) for due in preview.later]
    lines += [note_sentence(scenario, note) for note in preview.notes]
    if preview.warn:
        lines.append(preview.warn)
    return tuple(lines) or (say("preview.nothing"),)


def note_sentence(scenario: Scenario, note: str) -> str:
    """A note, ``KIND BY TO ADDRESS``, as a sentence."""
    parts = note.split(" ", 3)
    if len(parts) < 4:
        return closed(capital(note))
    kind, by, to, what = parts
    return event_sentence(scenario, Event(kind, 0, "", Cause(what), by=by, to=to, text=what))


def cost_words(scenario: Scenario, cost: Sequence[tuple[str, int]]) -> str:
    """``2 capital and 3 coin``."""
    return say("why.and").join(_price(scenario, stat, amount) for stat, amount in cost)


def _price(scenario: Scenario, path: str, amount: int) -> str:
    stat = stat_of(scenario, path)
    name = stat.name.lower() if stat else path
    return say("preview.price", amount=figure(stat, amount), stat=name)


def range_sentence(scenario: Scenario, range_: Range) -> str:
    """``Kazakhstan, unrest: 31, up 4``, or between what and what."""
    stat = stat_of(scenario, range_.path)
    facts: Mapping[str, str] = {
        "label": capital(label(scenario, range_.path)),
        "low": shown(scenario, stat, range_.low),
        "high": shown(scenario, stat, range_.high),
        "before": shown(scenario, stat, range_.before),
        "change": change_words(stat, range_.low - range_.before),
        "because": say("why.and").join(range_.because),
    }
    if range_.low != range_.high:
        id = "preview.between"
    elif stat is None or stat.holds == "number":
        id = "preview.sure"
    else:
        id = "preview.becomes"
    return say(f"{id}_because" if range_.because else id, **facts)


def _branch(scenario: Scenario, branch: Branch) -> list[str]:
    if branch.hidden:
        return [say("preview.hidden", chance=branch.chance)]
    head = say("preview.branch", chance=branch.chance, name=branch.name)
    lines = [f"{head} {branch.text}".strip()]
    return lines + [f"  {range_sentence(scenario, range_)}" for range_ in branch.changes]


def due_sentence(scenario: Scenario, due: DueRow) -> str:
    """A dated change: what, from when on, how often."""
    stat = stat_of(scenario, due.path)
    id = "preview.due" if due.left == 1 else "preview.due_often"
    facts = {
        "label": capital(label(scenario, due.path)),
        "change": change_words(stat, due.amount),
        "turn": due.turn,
        "count": due.left,
        "because": due.because,
    }
    return say(f"{id}_because" if due.because else id, **facts)
