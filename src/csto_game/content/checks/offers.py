"""What an offer tells: a verb, a motion or an option that is there or not by a number its seat may not know.

Whoever sees that it can be used, is refused it, or reads its price, learns something of the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import frozen

from csto_game.content.checks.knowing import SELF, TARGET, may_know
from csto_game.content.checks.quiet import is_quiet
from csto_game.content.checks.trees import replaced, walk
from csto_game.content.language import print_value
from csto_game.content.locate import Address
from csto_game.content.problem import RuleText
from csto_game.content.structure import Reader
from csto_game.model.scenario import Scenario, Stat
from csto_game.model.tree import ActorNamed, Read, Scoped, Value, Who

CODE = "tells"
MOST_LOOKED_AT = 200
"""Numbers that one rule may rest on here: formulas of formulas could branch without end."""
_ASKED = frozenset({"by", "target", "when", "cost"})


@frozen
class _Told:
    """A number that is looked at: where it is written, and the hidden one that it shows."""

    written: Read
    hidden: Read


def check_offers(reader: Reader, scenario: Scenario) -> None:
    """``by``, ``target``, ``when`` and ``cost`` of verbs and motions, ``when`` and ``cost`` of options."""
    hidden = {stat.id: stat for stat in scenario.stats.values() if stat.seen != "all"}
    if not hidden:
        return
    rules: dict[Address, list[tuple[str, RuleText, Value]]] = {}
    for address, rule, tree in reader.rules:
        offer = _offer(address)
        if offer:
            rules.setdefault(offer, []).extend(
                (address[len(offer)], rule, value) for value in _asked(tree, address[-1])
            )
    for offer, asked in rules.items():
        above = rules.get(offer[:2], []) if len(offer) > 2 else []
        known = [value for key, _, value in (*above, *asked) if key != "cost"]
        words = _who_is(scenario, offer)
        for _, rule, value in asked:
            for told in _told(value, scenario):
                if not may_know(told.hidden, hidden, words, known):
                    _tell(reader, offer, rule, told, hidden[told.hidden.stat])


def _offer(address: Address) -> Address:
    """The verb, motion or option that a rule belongs to; () if the rule decides on no offer."""
    if address[0] in {"verb", "motion"} and len(address) > 2 and address[2] in _ASKED:
        return address[:2]
    is_option = len(address) > 4 and address[2] == "option" and address[4] in {"when", "cost"}
    return address[:4] if is_option else ()


def _asked(tree: object, key: str) -> Iterator[Value]:
    """The values a rule looks at, ``self`` and ``target`` for the candidates of a phrase."""
    if isinstance(tree, Who):
        stands = SELF if key == "by" else TARGET
        for part in (tree.where, tree.rank):
            if part is not None:
                yield replaced(part, {Scoped(tree.noun or ""): stands})
    elif hasattr(tree, "type"):
        yield tree  # type: ignore[misc]  # whatever has a type is a value


def _who_is(scenario: Scenario, offer: Address) -> frozenset[Value]:
    """What stands for the seat that sees the offer."""
    things: Mapping[str, Mapping[str, object]] = {
        "verb": scenario.verbs,
        "motion": scenario.motions,
        "incident": scenario.incidents,
    }
    by = getattr(things[offer[0]].get(offer[1]), "by", None)
    codes = by.codes if isinstance(by, Who) else ()
    return frozenset({SELF, *(ActorNamed(code) for code in codes if len(codes) == 1)})


def _told(value: Value, scenario: Scenario) -> Iterator[_Told]:
    """Every number a value looks at; of one that is worked out from others, those, too."""
    waiting = [_Told(read, read) for read in walk(value) if isinstance(read, Read)]
    met: set[Read] = set()
    while waiting and len(met) < MOST_LOOKED_AT:
        told = waiting.pop(0)
        if told.hidden in met:
            continue
        met.add(told.hidden)
        yield told
        read, stat = told.hidden, scenario.stats.get(told.hidden.stat)
        if stat is not None and stat.formula is not None:
            own: dict[Value, Value] = {SELF: read.owner or SELF, TARGET: read.toward or TARGET}
            deeper = walk(replaced(stat.formula, own))
            waiting += [_Told(told.written, part) for part in deeper if isinstance(part, Read)]


def _tell(reader: Reader, offer: Address, rule: RuleText, told: _Told, stat: Stat) -> None:
    if is_quiet(reader, offer, CODE):
        return
    written, hidden = print_value(told.written), print_value(told.hidden)
    found = _place(rule.text, told.written, written)
    own = f"{written} is worked out from {hidden}, and " if told.hidden != told.written else ""
    seen = stat.seen if isinstance(stat.seen, str) else print_value(stat.seen, reader.names)
    reader.report.warn(
        CODE,
        rule,
        *found,
        f"that {'.'.join(offer)} is offered tells {hidden}",
        why=f'{own}[stat.{stat.id}] has seen = "{seen}": whoever may not know it learns it from '
        "what can be done",
        hint='ask what everybody knows, or quiet = ["tells"] if that is meant',
    )
    reader.stop_if_full()


def _place(text: str, read: Read, written: str) -> tuple[int, int]:
    """Where the number stands in the rule; the candidate of a phrase has its noun's word there."""
    for pattern in (re.escape(written), rf"(?:\w+\.)*{read.stat}"):
        found = re.search(rf"(?<![\w.]){pattern}(?![\w.])", text)
        if found:
            return found.span()
    return 0, len(text.partition("\n")[0])
