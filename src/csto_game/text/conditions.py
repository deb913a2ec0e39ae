"""Conditions of a scenario in the words of a player: ``target.coin < 15`` is *Russia's treasury below 15*.

What has no plain words stays as it is written, in brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeGuard

from attrs import evolve, frozen

from csto_game.model.scenario import Scenario
from csto_game.model.tree import (
    ActorNamed,
    Borders,
    Call,
    Const,
    HasFlag,
    Not,
    Op,
    Read,
    Scoped,
    Tally,
    Value,
    Who,
    Within,
)
from csto_game.text.catalog import has, say, word
from csto_game.text.numbers import in_sentence, shown
from csto_game.text.things import name_of

Written = Callable[[Value], str]
_SIGNS: Mapping[str, str] = {
    "<": "below",
    "<=": "most",
    ">": "above",
    ">=": "least",
    "=": "is",
    "!=": "is_not",
}
_OPPOSITE: Mapping[str, str] = {
    "<": ">=",
    "<=": ">",
    ">": "<=",
    ">=": "<",
    "=": "!=",
    "!=": "=",
}


def condition_words(
    scenario: Scenario, rule: Value | Who, written: Written, by: str, to: str
) -> str:
    """What a rule asks for, as phrases with commas between. ``by`` and ``to`` are self and target;
    ``written`` gives the text of what there are no words for.
    """
    teller = _Teller(scenario, written, by, to)
    if not isinstance(rule, Who):
        return teller.all(rule)
    phrases = [_who(scenario, rule)]
    if rule.where is not None:
        phrases += [teller.one(part) for part in _parts(rule.where, "and") if teller.is_shown(part)]
    return say("why.and").join(phrase for phrase in phrases if phrase)


def _who(scenario: Scenario, rule: Who) -> str:
    if rule.noun is not None:
        return say(f"rule.noun.{rule.noun}") if has(f"rule.noun.{rule.noun}") else ""
    names = [scenario.actors[code].name for code in rule.codes if code in scenario.actors]
    return say("rule.only", names=say("why.and").join(names)) if names else ""


class _NoWordsError(Exception):
    """Raised within this module where a piece of a rule has no plain words."""


@frozen
class _Teller:
    scenario: Scenario
    written: Written
    by: str
    to: str
    is_so: bool = True
    """Whether what is told holds or does not."""

    def all(self, rule: Value) -> str:
        return say("why.and").join(dict.fromkeys(self.one(part) for part in _parts(rule, "and")))

    def is_shown(self, rule: Value) -> bool:
        """Whether a player can see any number that a comparison is about."""
        if not isinstance(rule, Op):
            return True
        reads = [side for side in (rule.left, rule.right) if isinstance(side, Read)]
        stats = [self.scenario.stats[read.stat] for read in reads]
        return not stats or any(stat.show != "hidden" or stat.built_in for stat in stats)

    def one(self, rule: Value) -> str:
        try:
            return self.told(rule)
        except _NoWordsError:
            return say("rule.written", rule=self.written(rule))

    def told(self, rule: Value) -> str:
        tell = _TELL.get(type(rule))
        if tell is None:
            raise _NoWordsError
        return tell(self, rule)

    def actor(self, node: Value | None) -> str:
        """The code that a piece of a rule stands for; ``?`` for a target that is not known here."""
        if isinstance(node, ActorNamed):
            return node.code
        if isinstance(node, Scoped) and node.word in ("self", "mover"):
            return self.by
        if isinstance(node, Scoped) and node.word == "target":
            return self.to or "?"
        raise _NoWordsError

    def name(self, node: Value | None) -> str:
        code = self.actor(node)
        if code == "?":
            return say("rule.target")
        if code == self.by:
            return say("rule.you")
        actor = self.scenario.actors.get(code)
        return actor.name if actor else say("word.nobody")

    def number(self, node: Value) -> str:
        """``Russia's treasury``, ``your treasury``, ``oil price``."""
        if _is_position(node):
            return self.number(node.arguments[0])
        if not isinstance(node, Read):
            raise _NoWordsError
        stat = in_sentence(self.scenario.stats[node.stat].name)
        if node.owner is None:
            return stat
        if node.toward is not None:
            return say(
                "label.pair",
                owner=self.name(node.owner),
                other=self.name(node.toward),
                stat=stat,
            )
        if self.actor(node.owner) == self.by:
            return say("rule.your", stat=stat)
        owner = self.name(node.owner)
        return say("rule.of_s" if owner.endswith("s") else "rule.of", owner=owner, stat=stat)

    def value(self, node: Value, like: Value) -> str:
        """A number, a word of a choice, or another number by name."""
        if isinstance(node, Const) and _is_position(like):
            choice = self.scenario.stats[like.arguments[0].type.partition(":")[2]]
            word = choice.word(node.value - 1)
            if word is None:
                raise _NoWordsError
            return word
        if isinstance(node, Const):
            stat = self.scenario.stats[like.stat] if isinstance(like, Read) else None
            return shown(self.scenario, stat, node.value)
        if isinstance(node, ActorNamed | Scoped):
            return self.name(node)
        return self.number(node)


def _is_position(node: Value) -> TypeGuard[Call]:
    """Is it the place of a word, which a player reads as that word?"""
    return isinstance(node, Call) and node.function == "position"


def _parts(rule: Value, sign: str) -> Iterator[Value]:
    if isinstance(rule, Op) and rule.sign == sign:
        yield from _parts(rule.left, sign)
        yield from _parts(rule.right, sign)
    else:
        yield rule


def _op(teller: _Teller, rule: Op) -> str:
    if rule.sign in ("and", "or"):
        joined = "and" if (rule.sign == "and") == teller.is_so else "or"
        parts = [teller.told(part) for part in _parts(rule, rule.sign)]
        return say(f"rule.{joined}").join(parts)
    if rule.sign not in _SIGNS:
        raise _NoWordsError
    sign = rule.sign if teller.is_so else _OPPOSITE[rule.sign]
    left, right = rule.left, rule.right
    if isinstance(left, Scoped | ActorNamed):
        return _actors(teller, left, right, sign)
    if isinstance(left, Tally):
        return _counted(teller, left, right, sign)
    facts = {"what": teller.number(left), "value": teller.value(right, left)}
    if isinstance(left, Read) and left.type != "number":
        return say("rule.word" if sign == "=" else "rule.word_not", **facts)
    return say(f"rule.{_SIGNS[sign]}", **facts)


def _actors(teller: _Teller, left: Value, right: Value, sign: str) -> str:
    """Who may, and at whom."""
    no = "" if sign == "=" else "_not"
    if sign not in ("=", "!="):
        raise _NoWordsError
    if isinstance(right, Read):
        # An office or the like: whose it is.
        facts = {"what": teller.number(right), "value": teller.name(left)}
        return say("rule.word" if not no else "rule.word_not", **facts)
    is_self = isinstance(left, Scoped) and left.word == "self"
    if isinstance(right, Scoped) and right.word == "self" and not is_self:
        return say(f"rule.self{no}")
    id = f"rule.by{no}" if is_self else f"rule.at{no}"
    return say(id, name=teller.name(right))


def _counted(teller: _Teller, left: Tally, right: Value, sign: str) -> str:
    """``since(motion.dues_up) > 4``, ``happened(verb.aid) = 0``, ``rung(…) < 10``."""
    if not isinstance(right, Const) or not has(f"rule.{left.function}.{_SIGNS[sign]}"):
        raise _NoWordsError
    name = _thing(teller, left)
    return say(f"rule.{left.function}.{_SIGNS[sign]}", name=name, count=right.value)


def _thing(teller: _Teller, rule: Tally) -> str:
    by, to = (teller.actor(node) if node is not None else "" for node in (rule.by or None, rule.to))
    return name_of(teller.scenario, rule.thing, by, "" if to == "?" else to)


def _running(teller: _Teller, rule: Tally) -> str:
    if rule.function != "running":
        raise _NoWordsError
    kind = rule.thing.partition(".")[0]
    id = f"rule.running.{kind}" if teller.is_so else f"rule.idle.{kind}"
    if not has(id):
        raise _NoWordsError
    return say(id, name=_thing(teller, rule))


def _flag(teller: _Teller, rule: HasFlag) -> str:
    """Flags have no names of their own; their ids are words."""
    if rule.toward is not None:
        raise _NoWordsError
    owner = teller.name(rule.owner) if rule.owner is not None else ""
    id = "rule.flag" if teller.is_so else "rule.flag_not"
    return say(id if owner else f"{id}_all", owner=owner, flag=word(rule.flag))


def _within(teller: _Teller, rule: Within) -> str:
    if not teller.is_so:
        raise _NoWordsError
    low, high = (teller.value(node, rule.inner) for node in (rule.low, rule.high))
    return say("rule.within", what=teller.number(rule.inner), low=low, high=high)


def _borders(teller: _Teller, rule: Borders) -> str:
    id = "rule.borders" if teller.is_so else "rule.borders_not"
    return say(id, a=teller.name(rule.a), b=teller.name(rule.b))


_TELL: Mapping[type, Callable[[_Teller, Any], str]] = {
    Op: _op,
    Not: lambda teller, rule: evolve(teller, is_so=not teller.is_so).told(rule.inner),
    Tally: _running,
    HasFlag: _flag,
    Within: _within,
    Borders: _borders,
}
