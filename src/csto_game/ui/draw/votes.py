"""Votes in words and numbers, shared by the panel and the council."""

from __future__ import annotations

from csto_game.model.view import Ballot, MotionRow
from csto_game.text.catalog import word
from csto_game.ui.look import Look
from csto_game.ui.rows import Span
from csto_game.ui.words import say


def tally(motion: MotionRow, look: Look) -> str:
    """Expected or cast votes: yes, no, abstaining, as ``4–1–1``."""
    votes = [stands(ballot) for ballot in motion.ballots]
    return look.glyphs.dash.join(str(votes.count(vote)) for vote in ("yes", "no", "abstain"))


def stands(ballot: Ballot) -> str:
    return ballot.cast or ballot.forecast


def forecast_span(motion: MotionRow, look: Look) -> Span:
    said = word(motion.forecast)
    return look.good(said) if motion.forecast == "passes" else look.bad(said)


def vote_span(vote: str, look: Look) -> Span:
    """``yes``, ``NO``, ``abst``: told apart without color."""
    if vote == "yes":
        return look.good(say("yes"))
    if vote == "no":
        return look.ink(say("NO"), look.theme.bad, bold=True)
    return look.dim(say("abst"))
