"""Phrases that pick actors (`by`, `target`, `seats`, `next`) as Python functions."""

from __future__ import annotations

from csto_game.model.tree import Who
from csto_game.rules.code.statics import Statics, ands
from csto_game.rules.code.values import ValueCoder
from csto_game.rules.layout import Layout
from csto_game.rules.walk import renamed


def listing(layout: Layout, statics: Statics, who: Who, *, word: str, address: str) -> str:
    """Source of ``who(d, s, t, m, a)``: all candidates, in order; with ``pick`` at most one.

    ``word`` is what the phrase defines (``self`` or ``target``): it and the noun stand for the candidate.
    """
    code = ValueCoder(layout, statics, address)
    code.words = dict(code.words) | _candidate(who, word)
    group, left = candidates(layout, who, code, word)
    where = "".join(f" if {test}" for test in left)
    is_ranked = who.pick in ("highest", "lowest") and who.rank is not None
    rank = code(who.rank) if is_ranked and who.rank is not None else ""
    body = [
        "def who(d, s, t, m, a):",
        f"    v = d.v\n{code.head()}",
        f"    found = [c for c in {group}{where}]",
    ]
    if is_ranked:
        sign = "-" if who.pick == "highest" else ""
        body.append(
            f"    return [min(found, key=lambda c: ({sign}({rank}), c))] if found else found"
        )
    elif who.pick == "any":
        body.append("    return [d.pick(found, KEY, s)] if found else found")
    else:
        body.append("    return found")
    return "\n".join(body)


def membership(layout: Layout, statics: Statics, who: Who, *, word: str, address: str) -> str:
    """Source of ``has(d, c, s)``: is the candidate one of them? Phrases that pick ask the list."""
    code = ValueCoder(layout, statics, address)
    tests = " and ".join(is_one_of(code, who, word)) or "True"
    return "\n".join(
        [
            "def has(d, c, s):",
            f"    v = d.v; t = c; m = s; a = 0\n{code.head()}",
            f"    return {tests}",
        ]
    )


def is_one_of(code: ValueCoder, who: Who, word: str) -> list[str]:
    """Tests of the candidate ``c``, to be joined by ``and``."""
    layout, outer = code.layout, code.words
    code.words = dict(outer) | _candidate(who, word)
    tests = []
    if who.codes:
        tests.append(f"c in {tuple(layout.index[c] for c in who.codes)!r}")
    elif who.noun is not None:
        tests.append(f"({_is_in(layout, who.noun)})")
    if who.where is not None:
        tests.append(code(who.where))
    code.words = outer
    return tests


def candidates(layout: Layout, who: Who, code: ValueCoder, word: str) -> tuple[str, list[str]]:
    """The candidates as an expression, and the tests still to be asked of each (``c``)."""
    left = ands(who.where)
    if who.codes:
        group = repr(tuple(layout.index[c] for c in who.codes))
    elif who.noun == "other":
        group = "d.others[s]"
    else:
        # The candidate may be called by its noun or by the word that the phrase defines.
        noun = who.noun or "country"
        outer, code.words = code.words, dict(code.words) | {"self": "s"}
        if word == "self":
            code.words.pop("self")
        group, left = code.narrowed(noun, [renamed(c, word, noun) for c in left])
        code.words = outer
    words, code.words = code.words, dict(code.words) | _candidate(who, word)
    tests = [code(c) for c in left]
    code.words = words
    return group, tests


def _candidate(who: Who, word: str) -> dict[str, str]:
    words = {word: "c"}
    if who.noun is not None:
        words[who.noun] = "c"
    return words


def _is_in(layout: Layout, noun: str) -> str:
    base = layout.base["membership"]
    n = layout.countries
    return {
        "member": f"c < {n} and v[{base} + c] == 0",
        "other": f"c != s and c < {n} and v[{base} + c] == 0",
        "outsider": f"c < {n} and v[{base} + c] != 0",
        "country": f"c < {n}",
        "power": f"{n} <= c < {layout.none}",
    }[noun]
