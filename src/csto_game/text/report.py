"""The report of a turn: what happened, the most important first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.text.events import has_words
from csto_game.text.gathered import folded, sentence_among
from csto_game.text.numbers import stat_of

MOST = 12
WEIGHT: Mapping[str, int] = {
    "ended": 1000,
    "parted": 900,
    "broken": 190,
    "ceded": 180,
    "befell": 175,
    "passed": 170,
    "failed": 160,
    "opened": 150,
    "raised": 145,
    "closed": 130,
    "kept": 120,
    "lowered": 110,
    "outcome": 100,
    "news": 135,
    "chapter": 125,
    "sent": 90,
    "returned": 75,
    "promised": 70,
    "lifted": 65,
    "answered": 45,
    "tabled": 40,
    "used": 25,
}
"""How much each kind matters, beside number changes (0–100: a change over its whole range is 100).
Cards, votes and dated changes have places of their own on every screen."""
OWN = 40
"""What concerns the reader's own seat matters so much more; what it did itself, so much less."""
PARTED = 185
"""A country that joins or leaves."""
CHOSEN = 60
"""A charter, an office or another choice that has changed."""
ASIDE = 5
"""A number that stands in no table counts for so many times less."""
DEEDS = ("used", "answered", "tabled")


def report(
    scenario: Scenario, events: Sequence[Event], turn: int, seat: str, *, most: int = MOST
) -> tuple[str, ...]:
    """Sentences about one turn for one seat, out of the events that it may read."""
    mine = [event for event in events if event.told == turn]
    told = [event for event in mine if event.kind in WEIGHT and has_words(scenario, event)]
    facts = folded(told)
    rows = [*facts, *_net_changes(scenario, mine)]
    rows.sort(key=lambda event: -_weight(scenario, event, seat))
    sentences = dict.fromkeys(sentence_among(scenario, event, mine, seat) for event in rows)
    return tuple(sentences)[:most]


def _net_changes(scenario: Scenario, events: Sequence[Event]) -> list[Event]:
    """One change a number, from its first value to its last; the largest part of its way says why."""
    by_path: dict[str, list[Event]] = {}
    for event in events:
        if event.kind == "change":
            by_path.setdefault(event.path, []).append(event)
    net: list[Event] = []
    for parts in by_path.values():
        first, last = parts[0], parts[-1]
        if first.before != last.after and _is_shown(scenario, first.path):
            up = 1 if last.after > first.before else -1
            main = max(parts, key=lambda part: up * (part.after - part.before))
            net.append(evolve(main, before=first.before, after=last.after))
    return net


def _is_shown(scenario: Scenario, path: str) -> bool:
    stat = stat_of(scenario, path)
    return stat is not None and (stat.show != "hidden" or stat.holds != "number")


def _weight(scenario: Scenario, event: Event, seat: str) -> int:
    own = OWN if seat in (event.by, event.to, event.path.partition(".")[0]) else 0
    if event.kind in DEEDS and event.by == seat:
        return WEIGHT[event.kind] - OWN
    if event.kind in WEIGHT:
        return WEIGHT[event.kind] + own
    stat = stat_of(scenario, event.path)
    if stat is None:
        return own
    if stat.id == "membership":
        return PARTED + own
    if stat.holds != "number":
        return CHOSEN + own
    size = 100 * abs(event.after - event.before) // max(1, stat.max - stat.min) + own
    return size if stat.show in ("strip", "table") else size // ASIDE
