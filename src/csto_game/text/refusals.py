"""Refusals as sentences: why not, and what would work."""

from __future__ import annotations

from csto_game.model.refusal import Refusal
from csto_game.text.catalog import has, needs, say


def refusal_sentence(refusal: Refusal) -> str:
    """Why not, with the refusal's facts; then what would work, if that is known."""
    sentence = _why(refusal)
    if refusal.instead:
        return say("instead", sentence=sentence, instead=refusal.instead)
    return sentence


def _why(refusal: Refusal) -> str:
    facts = {fact: value for fact, value in refusal.facts if value}
    if "thing" in facts:
        facts.setdefault("name", facts["thing"].rpartition(".")[2].replace("_", " "))
    for id in [f"{refusal.code}.{facts.get('phase')}", *_wordings(refusal.code)]:
        if has(id) and needs(id) <= facts.keys():
            return say(id, **facts)
    return say("refused", code=refusal.code)


def _wordings(code: str) -> list[str]:
    """Ids of the wordings of a code, the fullest first."""
    found = [code] if has(code) else []
    number = 2
    while has(f"{code}.{number}"):
        found.append(f"{code}.{number}")
        number += 1
    return found
