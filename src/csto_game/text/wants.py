"""What a country wants, in sentences."""

from __future__ import annotations

from csto_game.model.scenario import Scenario
from csto_game.model.view import Member, Weighed
from csto_game.text.catalog import has, say, word

MOST = 6
"""Numbers and acts that are named; more would be read by nobody."""


def wants_lines(scenario: Scenario, member: Member, *, is_person: bool = False) -> list[str]:
    """Of a person nobody knows what it weighs; the aims of its role are known. Of oneself: `look score`."""
    if member.is_self:
        return []
    lines = [say("wants.person", name=member.name)] if is_person else _temper(scenario, member)
    if member.wants.aims:
        aims = say("why.and").join(aim.name for aim in member.wants.aims)
        lines.append(say("wants.aims", aims=aims))
    return lines


def _temper(scenario: Scenario, member: Member) -> list[str]:
    wants, lines = member.wants, []
    if wants.temper:
        lines.append(say("wants.temper", temper=wants.temper, text=wants.text).rstrip())
    for one in wants.grudges:
        who = _name(scenario, one.by)
        lines.append(say("wants.grudge", who=who, promise=one.promise, left=one.left))
    if wants.weighs:
        words = [weighed_words(scenario, member, one) for one in wants.weighs[:MOST]]
        lines.append(say("wants.weighs", what=say("why.and").join(words)))
    for id, found in (
        ("wants.likes", [one for one in wants.likes if one.weight > 0]),
        ("wants.loathes", [one for one in wants.likes if one.weight < 0]),
    ):
        if found:
            names = say("why.and").join(f"“{one.name}”" for one in found[:MOST])
            lines.append(say(id, what=names))
    return lines


def weighed_words(scenario: Scenario, member: Member, one: Weighed) -> str:
    """``Safety high (1.0)``, ``Scars low (0.3)``."""
    name = _label(scenario, member, one)
    id = "wants.more" if one.more else "wants.less"
    if not one.weight:
        return say(f"{id}_bare", what=name)
    tenths = (one.weight + 50) // 100
    return say(id, what=name, weight=f"{tenths // 10}.{tenths % 10}")


def _label(scenario: Scenario, member: Member, one: Weighed) -> str:
    if one.path.endswith(".share"):
        return say("wants.leaning", pole=_name(scenario, one.toward))
    others = [who for who in (one.owner, one.toward) if who and who != member.code]
    if not others:
        return one.label
    names = say("why.and").join(_name(scenario, who) for who in others)
    return say("wants.of", name=names, what=one.label)


def _name(scenario: Scenario, code: str) -> str:
    if has(f"wants.each.{code}"):
        return say(f"wants.each.{code}")
    actor = scenario.actors.get(code)
    return actor.name if actor else word(code)
