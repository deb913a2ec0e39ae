"""The order in which a report tells what happened."""

from __future__ import annotations

from attrs import evolve
from tests.ui.fakes import SEAT, a_view

from csto_game.model.event import Cause, Event
from csto_game.ui.draw.report import happenings


def event(kind: str, by: str, text: str) -> Event:
    return Event(kind, 5, "resolve", Cause(text), by=by, text=text)


def test_what_is_ours_comes_before_the_like_of_others_and_deeds_come_last() -> None:
    ours = event("befell", SEAT, "incident.fall")
    theirs = event("befell", "ARM", "incident.fall")
    passed = event("passed", "ARM", "motion.one")
    mine, other = event("used", SEAT, "verb.aid"), event("used", "ARM", "verb.aid")
    coming, vote = event("coming", SEAT, "incident.x"), event("voted", "ARM", "yes motion.one")
    view = evolve(a_view(), turn=6, news=(mine, other, coming, vote, passed, theirs, ours))
    assert happenings(view) == (ours, theirs, passed, mine, other)
