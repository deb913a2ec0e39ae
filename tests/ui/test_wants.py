"""What leaders weigh, in words."""

from __future__ import annotations

import pytest
from tests.ui.fakes import a_view

from csto_game.model.tree import NOUNS
from csto_game.model.view import Weighed
from csto_game.ui.draw.wants import weighed_name

VIEW = a_view()


def said(owner: str, toward: str = "") -> str:
    return weighed_name(
        VIEW, VIEW.members[0], Weighed("", "Trust", owner, toward, weight=100, more=True)
    )


@pytest.mark.parametrize("noun", NOUNS)
def test_each_noun_of_the_rules_is_said_in_words_of_its_own(noun: str) -> None:
    named = said(noun)
    assert named.startswith("each ")
    assert named.endswith(": Trust")
    assert named == said(VIEW.members[0].code, noun), "whose it is, or towards whom"
    assert [said(other) for other in NOUNS].count(named) == 1
