"""The worst texts that a scenario may hold, everywhere a text can stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast

import attrs
from attrs import define, evolve, field
from tests.ui.fakes.archive import FakeArchive
from tests.ui.fakes.match import FakeMatch
from tests.ui.fakes.views import NASTY, SEAT, a_view, event

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import Refusal
from csto_game.model.view import (
    Aim,
    Grudge,
    Liking,
    Member,
    Preview,
    StepRow,
    View,
    Wants,
    Weighed,
    Why,
)
from csto_game.session.annals import Annals
from csto_game.session.chronicle import Article
from csto_game.ui.archive import Lines
from csto_game.ui.hindsight import Judged
from csto_game.ui.match import Stop
from csto_game.ui.outlook import Outlook, Tell

Kind = TypeVar("Kind")
TEXTS = {
    *("name", "text", "label", "title", "because", "warn", "adjective", "leader", "says", "temper"),
    *(
        "word",
        "group",
        "date",
        "dates",
        "calendar",
        "chapter",
        "advice",
        "rungs",
        "notes",
        "troops",
    ),
    *("alliance_name", "shown", "hint", "endings", "decides", "now", "last", "bounds", "low"),
    *("half", "high", "fact", "lead", "played", "as_of", "infobox", "heading", "note", "value"),
    *("trouble", "ending", "memo", "reasons", "formula", "parts"),
}
"""Fields that hold words of a scenario, or of a file; where such a field holds a number, it stays."""
_MAY_BE_MISSING = frozenset({"trouble", "ending"})
"""Where nothing is said, nothing is wrong."""
_LONG = frozenset({"text", "because"})


def spoiled(one: Kind) -> Kind:
    """The same with nasty words in every field of `TEXTS`, however deep; codes, commands and numbers stay."""
    if isinstance(one, Command | Refusal):
        return one
    if attrs.has(type(one)):
        fields = [part.name for part in attrs.fields(type(one)) if part.init]
        facts = {name: _worse(name, getattr(one, name)) for name in fields}
        return cast("Kind", evolve(cast("Any", one), **facts))
    return cast("Kind", _inside(one, spoiled))


def _worse(name: str, value: object) -> object:
    if name in _MAY_BE_MISSING and not value:
        return value
    return _bad(value, NASTY * (4 if name in _LONG else 1)) if name in TEXTS else spoiled(value)


def _bad(value: object, text: str) -> object:
    if isinstance(value, str):
        return text
    return spoiled(value) if attrs.has(type(value)) else _inside(value, lambda one: _bad(one, text))


def _inside(value: object, change: Callable[[Any], object]) -> object:
    if isinstance(value, tuple):
        return tuple(change(one) for one in value)
    if isinstance(value, Mapping):
        return {key: change(one) for key, one in value.items()}
    return value


def nasty_wants(code: str) -> Wants:
    """Something of everything that a country may want, of itself and of actors that nobody knows."""
    weighs = (
        Weighed(f"{code}.loyalty", NASTY, code, "", weight=1000, more=True),
        Weighed("", NASTY, "other", "", weight=55, more=False),
        Weighed(f"{code}.CHN.share", NASTY, code, "CHN", weight=0, more=True),
        Weighed("", NASTY, "NOBODY", "NOBODY", weight=1, more=False),
    )
    likes = (Liking(NASTY, 100), Liking(NASTY, -100))
    grudges = (Grudge(SEAT, NASTY, 1, 1), Grudge("NOBODY", NASTY, 9, 99999))
    return Wants(NASTY, NASTY * 4, weighs, likes, grudges, (Aim(NASTY, NASTY * 4),))


def nasty_view() -> View:
    """A lesson is going on in it, too."""
    made = spoiled(a_view())
    up, down = made.crises
    return evolve(
        made,
        members=tuple(_wanting(one) for one in made.members),
        crises=(evolve(up, odds=(100, 0, 0)), evolve(down, rung=len(down.rungs) - 1, odds=(0, 0, 100))),
        motions=tuple(evolve(one, blockers=(NASTY,)) for one in made.motions),
        verbs=tuple(
            evolve(one, options=tuple((id, NASTY) for id, _ in one.options)) for one in made.verbs
        ),
        steps=(StepRow("first", NASTY * 4, hint=NASTY),),
        news=tuple(event(kind, NASTY) for kind in ("news", "opened", "used", "raised")),
    )  # fmt: skip


def _wanting(one: Member) -> Member:
    """Countries can still be told apart, by code."""
    return evolve(one, name=f"{NASTY} {one.code}", wants=nasty_wants(one.code))


@define
class NastyArchive(FakeArchive):
    text: str = NASTY

    def lines(self) -> Lines:
        """Saves can still be told apart, by name."""
        found = FakeArchive.lines(self)
        rows = (evolve(spoiled(row), name=row.name) for row in found.rows)
        return evolve(spoiled(found), rows=tuple(rows))

    def article(self, seat: str) -> Article:
        return spoiled(FakeArchive.article(self, seat))


@define
class NastyMatch(FakeMatch):
    """Answers every question with nasty words."""

    now: View = field(factory=nasty_view)
    archive: FakeArchive = field(factory=NastyArchive)

    def preview(self, command: Command) -> Preview:
        return spoiled(FakeMatch.preview(self, command))

    def why(self, path: str, turn: int | None = None) -> Why | None:
        return spoiled(FakeMatch.why(self, path, turn))

    def way_back(self, path: str, turn: int | None, row: int) -> tuple[str, ...]:
        return (NASTY, NASTY * 4)

    def why_left(self, code: str) -> tuple[str, ...]:
        return (NASTY, NASTY * 4)

    def forecast(self, command: Command | None, forks: int, tell: Tell, stop: Stop) -> Outlook:
        return spoiled(FakeMatch.forecast(self, command, forks, tell, stop))

    def judge(self, back: int, stop: Stop) -> Judged | None:
        return spoiled(FakeMatch.judge(self, back, stop))

    def annals(self) -> Annals:
        return spoiled(FakeMatch.annals(self))

    def retell(self, annals: Annals, picture: str, code: str, stat: str) -> tuple[str, ...]:
        return (NASTY, NASTY * 4)

    def label(self, path: str) -> str:
        return f"{path} {NASTY}"

    def verb_form(self, verb: object) -> str:
        return NASTY

    def refusal_sentence(self, refusal: Refusal, command: Command | None = None) -> str:
        return NASTY

    def event_sentence(self, event: Event, among: object = ()) -> str:
        return NASTY
