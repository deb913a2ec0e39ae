"""Phrases that pick actors (`by`, `target`, `seats`, `next`) as Python functions."""

from __future__ import annotations

from csto_game.model.tree import Who
from csto_game.rules.code.values import ValueCoder
from csto_game.rules.layout import Layout


def listing(layout: Layout, who: Who, *, word: str, address: str) -> str:
    """Source of ``who(d, s, t, m, a)``: all candidates, in order; with ``pick`` at most one.

    ``word`` is what the phrase defines (``self`` or ``target``): it and the noun stand for the candidate.
    """
    code = ValueCoder(layout, address)
    code.words = dict(code.words) | _candidate(who, word)
    body = ["def who(d, s, t, m, a):", "    v = d.v"]
    where = f" if {code(who.where)}" if who.where is not None else ""
    body.append(f"    found = [c for c in {_group(layout, who, code)}{where}]")
    if who.pick in ("highest", "lowest") and who.rank is not None:
        sign = "-" if who.pick == "highest" else ""
        body.append(
            f"    return [min(found, key=lambda c: ({sign}({code(who.rank)}), c))] if found else found"
        )
    elif who.pick == "any":
        body.append("    return [d.pick(found, KEY, s)] if found else found")
    else:
        body.append("    return found")
    return "\n".join(body)


def membership(layout: Layout, who: Who, *, word: str, address: str) -> str:
    """Source of ``has(d, c, s)``: is the candidate one of them? (Phrases that pick ask the list.)"""
    code = ValueCoder(layout, address)
    code.words = dict(code.words) | _candidate(who, word)
    tests = []
    if who.codes:
        wanted = tuple(layout.index[c] for c in who.codes)
        tests.append(f"c in {wanted!r}")
    elif who.noun is not None:
        tests.append(_is_in(layout, who.noun))
    if who.where is not None:
        tests.append(code(who.where))
    return "\n".join(
        [
            "def has(d, c, s):",
            "    v = d.v; t = c; m = s; a = 0",
            f"    return {' and '.join(tests) or 'True'}",
        ]
    )


def _candidate(who: Who, word: str) -> dict[str, str]:
    words = {word: "c"}
    if who.noun is not None:
        words[who.noun] = "c"
    return words


def _group(layout: Layout, who: Who, code: ValueCoder) -> str:
    if who.codes:
        return repr(tuple(layout.index[c] for c in who.codes))
    if who.noun == "other":
        return "[x for x in d.members if x != s]"
    return code.group(who.noun or "country")


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
