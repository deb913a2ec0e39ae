"""What pulls at a country: the words for a share that moved by itself."""

from __future__ import annotations

from csto_game.model.state import State
from csto_game.rules import Book
from csto_game.rules.belief import believe
from csto_game.rules.draft import Draft
from csto_game.rules.mechanisms.alignment import targets
from csto_game.session.numbers import Place
from csto_game.text.catalog import say

ALIGNMENT = "alignment"
"""The thing of changes that the pulls make."""
NAMED = 2


def pull_words(book: Book, state: State, place: Place, seat: str) -> str:
    """Where a country is drawn to, as far as a seat can tell: the strongest of its goals."""
    code, owner = book.alignment, place.owner
    if code is None or owner is None:
        return say("why.pull")
    draft = Draft(book, state, log=False)
    if seat:
        draft = believe(draft, book.layout.index[seat])
    none = book.layout.none
    goal = targets([pull(draft, owner, none, none, 0) for pull in code.pulls])
    if not goal:
        return say("why.pull")
    strongest = sorted(zip(goal, book.layout.poles, strict=True), key=lambda pair: -pair[0])
    names = [f"{_name(book, pole)} {(share + 5) // 10}%" for share, pole in strongest[:NAMED]]
    return say("why.pulls", names=say("why.and").join(names))


def _name(book: Book, pole: str) -> str:
    if pole == "alliance":
        return book.scenario.alliance.short or book.scenario.alliance.name
    actor = book.scenario.actors.get(pole)
    return actor.name if actor else say("why.pull_own")
