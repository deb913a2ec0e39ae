"""Help takes its examples from the world that is played; each of them works there."""

from __future__ import annotations

import io
import re

import pytest
from tests.hansa import begin
from tests.rules.tiny import Game

from csto_game import plain
from csto_game.places import scenarios
from csto_game.rules import Book, new_game, view
from csto_game.session.match import Match
from csto_game.session.numbers import own_path
from csto_game.session.why import why
from csto_game.session.worlds import open_world
from csto_game.text.examples import examples

WORLDS = ("tashkent_1992", "asean_1967", "tutorial")
_PATHS = re.compile(r"[A-Za-z_]+(?:\.[A-Za-z_]+)+")


def books() -> list[Book]:
    shipped = [open_world(str(scenarios() / name), ()).book for name in WORLDS]
    return [*shipped, begin(None).book, Game().book]


@pytest.mark.parametrize("book", books(), ids=lambda book: book.scenario.package.id)
def test_every_example_can_be_asked_for(book: Book) -> None:
    match = Match.new(book, {book.layout.codes[book.seats[0]]: "human"}, 1, folder=None)
    for seat in book.seats[:2]:
        code = book.layout.codes[seat]
        facts = examples(view(book, new_game(book, 1).state, code))
        paths = [facts["number"], facts["own"], facts["other_number"]]
        paths += _PATHS.findall(facts["numbers"])
        for path in paths:
            assert why(match.table, own_path(book, path, code)), path
        assert facts["other"] in book.layout.index
        assert facts["rule"].split()[1] == ">"


def test_no_help_names_another_world() -> None:
    """Help of the small world speaks of its own countries and numbers only."""
    match = begin(None)
    topics = [*plain.asks.TOPICS, "dev", "settings", "redo"]
    lines = "".join(f"help {topic}\n" for topic in topics) + "past\n"
    out = io.StringIO()
    plain.play(match, io.StringIO(lines), out, io.StringIO(), jobs=0)
    codes, stats = match.book.layout.index, match.book.layout.stats
    for path in _PATHS.findall(out.getvalue()):
        *owners, stat = path.split(".")
        if owners[0].isupper() and owners[0] != "OWNER":
            assert owners[0] in codes, path
            assert stat in stats or stat == "share", path
    for word in ("KAZ", "ARM", "unrest"):
        assert (word in out.getvalue()) == (word in codes or word in stats), word
