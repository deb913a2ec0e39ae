"""What a seat may know for sure, by who sees a stat and what was asked before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from csto_game.content.checks.trees import replaced
from csto_game.model.scenario import Stat
from csto_game.model.tree import Const, Op, Read, Scoped, Value

SELF, TARGET = Scoped("self"), Scoped("target")
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}


def may_know(
    read: Read, hidden: Mapping[str, Stat], words: frozenset[Value], known: list[Value]
) -> bool:
    """Does the seat know the number wherever it comes to be looked at?"""
    stat = hidden.get(read.stat)
    if stat is None or (read.owner in words and stat.seen != "nobody"):
        return True
    if isinstance(stat.seen, str):
        return stat.seen == "owner" and read.owner is None
    own: dict[Value, Value] = {
        SELF: read.owner or SELF,
        TARGET: read.toward or TARGET,
        Scoped("viewer"): SELF,
    }
    asked = [test for value in known for test in split(value, "and")]
    return any(
        all(_follows(test, asked) for test in split(way, "and"))
        for way in split(replaced(stat.seen, own), "or")
    )


def split(value: Value, joint: str) -> Iterator[Value]:
    if isinstance(value, Op) and value.sign == joint:
        yield from split(value.left, joint)
        yield from split(value.right, joint)
    else:
        yield value


def _follows(test: Value, asked: list[Value]) -> bool:
    """Is a test among those asked, or does a stricter one stand there?"""
    if test in asked:
        return True
    if not isinstance(test, Op) or not isinstance(test.right, Const):
        return False
    limits = [
        (other.sign, other.right.value)
        for other in map(turned, asked)
        if isinstance(other, Op) and other.left == test.left and isinstance(other.right, Const)
    ]
    wanted = test.right.value
    return any(_is_stricter(sign, limit, test.sign, wanted) for sign, limit in limits)


def turned(value: Value) -> Value:
    """A comparison with its constant on the right."""
    if isinstance(value, Op) and value.sign in _FLIPPED and isinstance(value.left, Const):
        return Op(_FLIPPED[value.sign], value.right, value.left, value.type)
    return value


def _is_stricter(sign: str, limit: int, wanted_sign: str, wanted: int) -> bool:
    low = {"=": limit, ">=": limit, ">": limit + 1}.get(sign)
    high = {"=": limit, "<=": limit, "<": limit - 1}.get(sign)
    least = {">=": wanted, ">": wanted + 1}.get(wanted_sign)
    most = {"<=": wanted, "<": wanted - 1}.get(wanted_sign)
    if least is not None:
        return low is not None and low >= least
    return most is not None and high is not None and high <= most
