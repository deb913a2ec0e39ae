"""What is told together in the report of a turn: the steps of one crisis, like answers, votes with their motion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from csto_game.model.event import Event
from csto_game.model.scenario import Scenario
from csto_game.text.catalog import say
from csto_game.text.events import address_of, event_sentence, once_ended
from csto_game.text.things import name_of

_STEPS: Mapping[str, int] = {"raised": 1, "lowered": -1}
_ALIKE = ("answered", "used")
"""Kinds of which one line tells all that were the same."""
_VOTED = ("passed", "failed")


def folded(events: Iterable[Event]) -> list[Event]:
    """The events of one turn with one line for what belongs together, in their order.

    A crisis that climbs and falls back is told by where it came to; one that begins or ends, by that.
    Votes are left out: `sentence_among` tells them with their motion. So are motions tabled that were
    voted on, and deeds of which it is told what came of them.
    """
    events = list(events)
    ladder, alike = _Ladder(), set[tuple[str, ...]]()
    fell_out = {_deed(one) for one in events if one.kind == "outcome"}
    voted_on = {(address_of(one)[1], one.to) for one in events if one.kind in _VOTED}
    for event in events:
        if (
            event.kind == "voted"
            or (event.kind == "used" and _deed(event) in fell_out)
            or (event.kind == "tabled" and (address_of(event)[1], event.to) in voted_on)
        ):
            continue
        if event.kind in _ALIKE:
            if _same(event) in alike:
                continue
            alike.add(_same(event))
        ladder.put(event)
    return ladder.kept


def sentence_among(
    scenario: Scenario, event: Event, events: Iterable[Event], seat: str = ""
) -> str:
    """The sentence of a folded event, with what the others of the same turn add to it."""
    told = event_sentence(scenario, event, seat)
    if event.kind == "answered":
        return _answers(scenario, event, events) or told
    if event.kind in _VOTED:
        return _with_votes(scenario, event, events, told)
    return _deeds(scenario, event, list(events)) if event.kind == "used" else told


# ── crises ──


class _Ladder:
    """Events in their order, of a crisis' steps only the last."""

    def __init__(self) -> None:
        self.kept: list[Event] = []
        self._places: dict[tuple[str, str, str], int] = {}
        """Where the last line about each crisis stands."""
        self._climbed: dict[tuple[str, str, str], int] = {}

    def put(self, event: Event) -> None:
        if event.kind not in (*_STEPS, "opened", "closed"):
            self.kept.append(event)
            return
        key = (".".join(address_of(event)[1].split(".")[:2]), event.by, event.to)
        since = 0 if event.kind == "opened" else self._climbed.get(key, 0)
        climbed = self._climbed[key] = since + _STEPS.get(event.kind, 0)
        place = self._places.get(key)
        before = self.kept[place] if place is not None else None
        if before and before.kind == "opened" and event.kind == "raised" and climbed == 1:
            return  # what has only begun stands on its first rung
        if place is not None and before and before.kind in _STEPS and event.kind != "opened":
            self.kept[place] = _net(event, climbed)
            return
        self._places[key] = len(self.kept)
        self.kept.append(event)


def _net(event: Event, climbed: int) -> Event:
    """The last step, told as graver or calmer than before the turn."""
    if event.kind not in _STEPS or not climbed:
        return event
    return evolve(event, kind="raised" if climbed > 0 else "lowered")


# ── those who did the same ──


def _same(event: Event) -> tuple[str, ...]:
    """Equal for what one line tells: an answer by whomever, all deeds of one actor."""
    if event.kind == "used":
        return event.kind, str(event.told), event.by
    return event.kind, str(event.told), event.text, event.to


def _deed(event: Event) -> tuple[str, str, str]:
    """Which deed it was, or of which it tells what came of it."""
    return address_of(event)[1].partition(".outcome.")[0], event.by, event.to


def _of_turn(event: Event, events: Iterable[Event]) -> list[Event]:
    return [one for one in events if one.told == event.told and one.kind == event.kind]


def _answers(scenario: Scenario, event: Event, events: Iterable[Event]) -> str:
    """All who gave the same answer to the same card; "" where it was one."""
    same = [one.by for one in _of_turn(event, events) if _same(one) == _same(event)]
    if len(same) < 2:
        return ""
    kind, _, _ = address_of(event)[1].partition(".option.")
    card, thing = (name_of(scenario, one, event.by, event.to) for one in (kind, event.text))
    return once_ended(say("event.answered_all", by=_names(scenario, same), card=card, thing=thing))


def _deeds(scenario: Scenario, event: Event, events: Sequence[Event]) -> str:
    """All that an actor did in that turn, as far as nothing that came of it tells of it."""
    told_else = {_deed(one) for one in events if one.kind == "outcome" and one.told == event.told}
    same = [one for one in _of_turn(event, events) if one.by == event.by] or [event]
    counts = Counter(_deed(one) for one in same if _deed(one) not in told_else)
    names = []
    for (address, by, to), count in counts.items():
        name = name_of(scenario, address, by, to)
        names.append(say("event.often", text=name, count=count) if count > 1 else name)
    facts = {"by": _names(scenario, (event.by,)), "thing": say("event.then").join(names)}
    return once_ended(say("event.used", **facts))


def _with_votes(scenario: Scenario, event: Event, events: Iterable[Event], told: str) -> str:
    """With who did not vote for it, if anybody."""
    motion = address_of(event)[1]
    votes: dict[str, list[str]] = {"no": [], "abstain": []}
    for one in events:
        word, address = address_of(one)
        same = one.kind == "voted" and one.told == event.told and address == motion
        if same and (one.to == event.to) and word in votes:
            votes[word].append(one.by)
    parts = [told]
    for word, codes in votes.items():
        if codes:
            parts.append(say(f"vote.{word}", names=_names(scenario, codes)))
    return " ".join(parts)


def _names(scenario: Scenario, codes: Iterable[str]) -> str:
    names = [scenario.actors[code].name for code in dict.fromkeys(codes) if code in scenario.actors]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say('chronicle.and')} {names[-1]}"
