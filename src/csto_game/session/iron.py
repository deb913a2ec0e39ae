"""Iron games: no branches, and a seal over the heading that shows a hand on it.

The seal proves no more than that the heading is as the game wrote it: whoever runs the game's own
code can make another. What was played is proved by the fingerprints (`replay`).
"""

from __future__ import annotations

from attrs import frozen

from csto_game.session.replay import Replay
from csto_game.session.seal import seal_of
from csto_game.text.catalog import say


@frozen
class Proof:
    """Whether an iron game is untouched; if not, ``why`` says so. ``is_iron`` is False for others."""

    is_iron: bool
    untouched: bool
    why: str = ""


def proof(again: Replay) -> Proof:
    """What a replay shows about a game's iron."""
    header = again.save.header
    if not header.iron:
        return Proof(is_iron=False, untouched=False, why=say("iron.none"))
    if header.iron != seal_of(header):
        return Proof(is_iron=True, untouched=False, why=say("iron.seal"))
    if header.parent:
        return Proof(is_iron=True, untouched=False, why=say("iron.branch"))
    if again.difference:
        return Proof(is_iron=True, untouched=False, why=again.difference.sentence)
    return Proof(is_iron=True, untouched=True)
