"""Who may be a verb's target now, and can it be paid: one generated function a verb.

It asks the same as the refusals of `rules.commands.verb`, only faster and without saying why; a
contract test holds the two together.
"""

from __future__ import annotations

from csto_game.model import tree
from csto_game.model.scenario import Verb
from csto_game.model.tree import Value, Who
from csto_game.rules.code.reading import words_in
from csto_game.rules.code.statics import Statics
from csto_game.rules.code.values import ValueCoder
from csto_game.rules.code.who import candidates, is_one_of
from csto_game.rules.layout import Layout


def legal_targets(layout: Layout, statics: Statics, verb: Verb, address: str) -> str:
    """Source of ``legal(d, s)``: indexes of targets, nobody's for a verb without target; empty if the
    seat may not use it. Prices that ask for the amount are left to be asked with it.
    """
    code = ValueCoder(layout, statics, address)
    countries = _are_countries(layout, verb.by)
    prices = {stat: price for stat, price in verb.cost.items() if "amount" not in words_in(price)}
    early = [
        _price(code, layout, s, p, countries=countries)
        for s, p in prices.items()
        if "target" not in words_in(p)
    ]
    tests = (*is_one_of(code, verb.by, "self"), *early)
    out = [f"    if not ({test}): return ()" for test in tests]
    if verb.target is None:
        when = code(verb.when) if verb.when is not None else "True"
        out.append(f"    return ({layout.none},) if {when} else ()")
        return _whole(layout, code, out)
    code.words = dict(code.words) | {"target": "c"}
    late = [
        _price(code, layout, s, p, countries=countries)
        for s, p in prices.items()
        if "target" in words_in(p)
    ]
    when = code(verb.when) if verb.when is not None else "True"
    group, left = candidates(layout, verb.target, code, "target")
    out.append(f"    return [c for c in {group} if {' and '.join([*left, when, *late])}]")
    return _whole(layout, code, out)


def _whole(layout: Layout, code: ValueCoder, body: list[str]) -> str:
    start = f"    v = d.v; c = m = s; a = 0; t = {layout.none}"
    return "\n".join(["def legal(d, s):", f"{start}\n{code.head()}", *body])


def _price(code: ValueCoder, layout: Layout, stat: str, price: Value, *, countries: bool) -> str:
    _, dot, name = stat.partition(".")
    id = name if dot else stat
    low = layout.stats[id].min
    slot = f"v[{layout.base[id]}]" if dot else f"v[{_own(code, layout, id, countries=countries)}]"
    if isinstance(price, tree.Const):
        return f"{slot} >= {price.value + low}" if price.value > 0 else "True"
    name = code.fresh("p")
    return f"(({name} := {code(price)}) <= 0 or {slot} - {name} >= {low})"


def _own(code: ValueCoder, layout: Layout, stat: str, *, countries: bool) -> str:
    """Where the payer's number is kept."""
    if countries and layout.stats[stat].owner == ("country",):
        return f"{layout.base[stat]} + s"
    return code.slot(tree.Read(stat, "number", tree.Scoped("self")))


def _are_countries(layout: Layout, who: Who) -> bool:
    if who.noun is not None:
        return who.noun != "power"
    return all(layout.index[code] < layout.countries for code in who.codes)
