"""The council in words: what a voter's leaning rests on, what a motion needs, how it would go."""

from __future__ import annotations

from attrs import evolve
from tests.ui.fakes import a_view

from csto_game.ui.draw.council import agenda_rows, ballot_rows, reason_text
from csto_game.ui.look import make_look
from csto_game.ui.rows import row_text

LOOK, VIEW = make_look(), a_view()


def test_a_reason_of_two_says_towards_whom() -> None:
    voter = VIEW.motions[0].ballots[2]
    named = {
        "KAZ.ARM.trust": "Kazakhstan towards Armenia, trust",
        "KAZ.unrest": "Kazakhstan, unrest",
    }
    voter = evolve(voter, code="KAZ", name="Kazakhstan")
    assert reason_text(VIEW, "KAZ.ARM.trust", named.__getitem__, voter) == "trust towards Armenia"
    assert reason_text(VIEW, "KAZ.unrest", named.__getitem__, voter) == "unrest"
    assert reason_text(VIEW, "", str, voter) == "habit"


def test_what_could_be_tabled_is_one_row_each_with_its_outlook_as_a_sign() -> None:
    rows, _ = agenda_rows(VIEW, 0, 46, LOOK)
    text = [row_text(row) for row in rows]
    start = next(n for n, line in enumerate(text) if "COULD BE TABLED" in line)
    assert len(text) - start - 1 == len(VIEW.bills)
    signs = {LOOK.glyphs.yes, LOOK.glyphs.no, LOOK.glyphs.alert[:1]}
    assert all(line.rstrip()[-1] in signs for line in text[start + 1 :])


def test_the_votes_begin_with_what_the_motion_needs() -> None:
    motion = VIEW.motions[0]
    first = row_text(ballot_rows(VIEW, motion, 0, 60, LOOK, has_cursor=False)[0])
    assert motion.forecast in first
    assert "–" in first
