"""Values of the rule language as Python expressions.

Only numbers, positions and our own names ever enter generated code: no text of a scenario does.
A generated function is called with ``(d, s, t, m, a)``: the Draft, self, target, mover or viewer,
amount; ``v`` is the Draft's list of values.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from csto_game.model import tree
from csto_game.model.rng import name_key
from csto_game.model.tree import Read, Value
from csto_game.rules.code.arithmetic import LIMIT
from csto_game.rules.code.sizes import largest, may_pass
from csto_game.rules.code.statics import Statics, ands
from csto_game.rules.layout import Layout, flag_span

WORDS = {"self": "s", "target": "t", "mover": "m", "viewer": "m", "amount": "a"}
GROUPS = {
    "member": "d.members",
    "outsider": "d.outsiders",
    "country": "COUNTRIES",
    "power": "POWERS",
}


class ValueCoder:
    """Writes one function's expressions; ``words`` maps the words in force to Python names."""

    def __init__(self, layout: Layout, statics: Statics, address: str = "") -> None:
        self.layout = layout
        self.statics = statics
        self.address = address
        self.words = dict(WORDS)
        self.fixed = frozenset("stm")
        """Parameters that no loop of the function binds anew: their places are worked out once, at its head."""
        self.heads: dict[str, str] = {}
        self._fresh = count(1)
        self._places = count(1)

    # ── entry ──

    def __call__(self, value: Value) -> str:
        return _CODE[type(value)](self, value)

    def fresh(self, stem: str) -> str:
        return f"{stem}{next(self._fresh)}"

    # ── simple ──

    def const(self, value: tree.Const) -> str:
        if value.type == "yes":
            return str(bool(value.value))
        return str(value.value) if value.value >= 0 else f"({value.value})"

    def actor(self, value: tree.ActorNamed) -> str:
        return str(self.layout.index[value.code])

    def scoped(self, value: tree.Scoped) -> str:
        return self.words[value.word]

    def read(self, value: Read) -> str:
        stat = self.layout.stats[value.stat]
        if stat.formula is not None:
            owner = self(value.owner) if value.owner is not None else "0"
            toward = self(value.toward) if value.toward is not None else "0"
            return self.of_somebody(value, f"F_{value.stat}(v, d, {owner}, {toward})")
        return f"v[{self.slot(value)}]"

    def of_somebody(self, value: Read, derived: str) -> str:
        """A derived number, 0 where its owner is read from a stat or place that holds nobody."""
        kinds, countries = self.layout.stats[value.stat].owner, self.layout.countries
        tests = [
            f"{self(actor)} < {countries}"
            if kind == "country"
            else f"{countries} <= {self(actor)} < {self.layout.none}"
            for kind, actor in zip(kinds, (value.owner, value.toward), strict=False)
            if isinstance(actor, Read | tree.PlaceOwner)
        ]
        return f"({derived} if {' and '.join(tests)} else 0)" if tests else derived

    def slot(self, value: Read) -> str:
        """The position a stored stat is kept at, as an expression."""
        layout = self.layout
        kinds = layout.stats[value.stat].owner
        terms: list[tuple[str, int]] = []
        base, factor = layout.base[value.stat], 1
        for kind, actor in reversed(list(zip(kinds, (value.owner, value.toward), strict=False))):
            if actor is not None:
                if kind == "power":
                    base -= layout.countries * factor
                terms.insert(0, (self.place(kind, actor), factor))
            factor *= layout.places_of(kind)
        return _sum(base, terms)

    def place(self, kind: str, actor: Value) -> str:
        """An owner as an index of its kind: whoever may be nobody, or of the other kind, is asked."""
        if kind == "pole":
            return self.column(actor)
        code, layout = self(actor), self.layout
        if surely(kind, actor, layout):
            return code
        if kind == "country":
            place = f"{code} if {code} < {layout.countries} else {layout.countries}"
        else:
            place = f"{code} if {code} >= {layout.countries} else {layout.none}"
        if code not in self.fixed:
            return f"({place})"
        name = f"{code}_{kind}"
        self.heads[name] = f"{name} = {place}"
        return name

    def head(self, indent: str = "    ") -> str:
        """Lines that must stand before the code: places of the parameters that it uses."""
        return "".join(f"{indent}{line}\n" for line in self.heads.values())

    def column(self, pole: Value) -> str:
        if isinstance(pole, tree.Pole):
            return str(self.layout.column(pole.name))
        if isinstance(pole, tree.ActorNamed):
            return str(self.layout.pole_column[self.layout.index[pole.code]])
        return f"COLUMN[{self(pole)}]"

    def place_owner(self, value: tree.PlaceOwner) -> str:
        return f"v[{self.layout.base['owner'] + self.layout.places.index(value.place)}]"

    # ── flags ──

    def flag_slot(self, flag: tree.HasFlag) -> str:
        base = self.layout.flags[flag.flag, flag.scope]
        if flag.scope == "actor":
            return _sum(base, [(self(_given(flag.owner)), 1)])
        if flag.scope == "pair":
            return _sum(
                base,
                [(self(_given(flag.owner)), self.layout.width), (self(_given(flag.toward)), 1)],
            )
        return str(base)

    def flag_span(self, flag: tree.HasFlag) -> int:
        """How far a flag's twin lies behind it; 0 if nobody asks when it was set."""
        dated = (flag.flag, flag.scope) in self.layout.dated
        return flag_span(flag.scope, self.layout.width) if dated else 0

    def has_flag(self, value: tree.HasFlag) -> str:
        return f"(v[{self.flag_slot(value)}] > v[{self.turn}])"

    def since_flag(self, value: tree.SinceFlag) -> str:
        return f"d.since_flag({self.flag_slot(value.flag)} + {self.flag_span(value.flag)})"

    @property
    def turn(self) -> int:
        return self.layout.base["turn"]

    # ── operators ──

    def op(self, value: tree.Op) -> str:
        left, right = self(value.left), self(value.right)
        if value.sign == "/":
            return self.divide(left, value.right, right)
        if value.sign in ("+", "-", "*") and may_pass(value, self.layout):
            return f"hold({left} {value.sign} {right})"
        return f"({left} {_SIGNS.get(value.sign, value.sign)} {right})"

    def divide(self, left: str, divisor: Value, right: str) -> str:
        """Rounds to the nearest, halves away from zero; by a positive constant without a call."""
        if isinstance(divisor, tree.Const) and divisor.value > 0:
            by = divisor.value
            if by == 1:
                return left
            x = self.fresh("q")
            return f"(({x} * 2 + {by}) // {2 * by} if ({x} := {left}) >= 0 else -(({by} - {x} * 2) // {2 * by}))"
        return f"divide({left}, {right})"

    def invert(self, value: tree.Not) -> str:
        return f"(not {self(value.inner)})"

    def negative(self, value: tree.Negative) -> str:
        return f"(-{self(value.inner)})"

    def within(self, value: tree.Within) -> str:
        return f"({self(value.low)} <= {self(value.inner)} <= {self(value.high)})"

    def call(self, value: tree.Call) -> str:
        arguments = [self(a) for a in value.arguments]
        if value.function == "clamp":
            x, low, high = arguments
            name = self.fresh("q")
            return f"({low} if ({name} := {x}) < {low} else {high} if {name} > {high} else {name})"
        if value.function == "position":
            return f"({arguments[0]} + 1)"
        if value.function in ("min", "max") and len(arguments) == 2:
            sign = "<" if value.function == "min" else ">"
            x, y = self.fresh("q"), self.fresh("q")
            return f"({x} if ({x} := {arguments[0]}) {sign} ({y} := {arguments[1]}) else {y})"
        return f"{value.function}({', '.join(arguments)})"

    # ── over many ──

    def group(self, noun: str) -> str:
        """The Python expression that lists a noun's actors."""
        if noun == "other":
            return f"d.others[{self.words['self']}]" if "self" in self.words else "d.members"
        return GROUPS[noun]

    def narrowed(self, noun: str, conditions: list[Value]) -> tuple[str, list[Value]]:
        """The noun's list with all static conditions already asked, and the conditions left."""
        if noun not in ("country", "power"):
            return self.group(noun), conditions
        sure = [c for c in conditions if self.statics.is_static(c, frozenset((noun,)))]
        left = [c for c in conditions if c not in sure]
        given = ""
        for word in ("self", "target", "member", "country"):
            more = [c for c in left if self.statics.is_static(c, frozenset((noun, word)))]
            if more and word != noun and word in self.words:
                sure, left, given = sure + more, [c for c in left if c not in more], word
                break
        if not sure:
            return self.group(noun), conditions
        name = self.statics.group(noun, sure, given)
        return (f"{name}[{self.words[given]}]" if given else name), left

    def fold(self, value: tree.Fold) -> str:
        name = self.fresh("x")
        outer = self.words
        # For any and all the condition is what is asked, not what narrows.
        asked = value.function in ("any", "all")
        group, left = self.narrowed(value.noun, [] if asked else ands(value.where))
        self.words = outer | {value.noun: name}
        body = self(value.body) if value.body is not None else "1"
        where = "".join(f" if {self(c)}" for c in left)
        test = self(value.where) if value.where is not None else "True"
        self.words = outer
        if asked:
            return f"{value.function}([{test} for {name} in {group}])"
        folded = _FOLDS[value.function].format(f"[{body} for {name} in {group}{where}]")
        return f"hold({folded})" if largest(value, self.layout) > LIMIT else folded

    # ── memory ──

    def was(self, value: tree.Was) -> str:
        inner = self.read(value.read)
        stat = self.layout.stats[value.read.stat]
        if stat.formula is not None:
            return inner.replace("(v, ", f"(d.then({value.ago}), ", 1)
        return f"d.then({value.ago})[{self.slot(value.read)}]"

    def tally(self, value: tree.Tally) -> str:
        by = self(value.by) if value.by is not None else "-1"
        to = self(value.to) if value.to is not None else "-1"
        if value.function == "happened":
            return f"d.tally.get(({value.thing!r}, {by}, {to}), NEVER)[0]"
        if value.function == "running":
            kind, _, name = value.thing.partition(".")
            return f"d.running({kind!r}, {name!r}, {by}, {to})"
        if value.function == "rung":
            # Most of the time there is no crisis at all: then the question costs nothing.
            name = value.thing.partition(".")[2]
            return f"(d.rung({name!r}, {by}, {to}) if d.crises else 0)"
        return f"d.{value.function}({value.thing!r}, {by}, {to})"

    def borders(self, value: tree.Borders) -> str:
        return f"(({self(value.a)}, {self(value.b)}) in BORDERS)"

    def roll(self, value: tree.Roll) -> str:
        """Each actor of ``each`` has dice of its own."""
        nouns = [self.words[noun] for noun in tree.NOUNS if noun in self.words]
        by = " + ".join(["s", *(f"{name} * {97 * n}" for n, name in enumerate(nouns, 1))])
        bounds = f"{self(value.low)}, {self(value.high)}"
        return f"d.roll({bounds}, {name_key(self.address)}, {by}, t, {next(self._places)})"


_SIGNS = {"=": "=="}
_FOLDS = {
    "count": "len({})",
    "sum": "sum({})",
    "mean": "mean({})",
    "highest": "max({}, default=0)",
    "lowest": "min({}, default=0)",
}

_CODE: dict[type, Callable[..., str]] = {
    tree.Const: ValueCoder.const,
    tree.ActorNamed: ValueCoder.actor,
    tree.Scoped: ValueCoder.scoped,
    tree.Read: ValueCoder.read,
    tree.PlaceOwner: ValueCoder.place_owner,
    tree.HasFlag: ValueCoder.has_flag,
    tree.SinceFlag: ValueCoder.since_flag,
    tree.Op: ValueCoder.op,
    tree.Not: ValueCoder.invert,
    tree.Negative: ValueCoder.negative,
    tree.Within: ValueCoder.within,
    tree.Call: ValueCoder.call,
    tree.Fold: ValueCoder.fold,
    tree.Was: ValueCoder.was,
    tree.Tally: ValueCoder.tally,
    tree.Borders: ValueCoder.borders,
    tree.Roll: ValueCoder.roll,
}


_OF_KIND = {
    "member": "country",
    "other": "country",
    "country": "country",
    "outsider": "country",
    "power": "power",
}


def surely(kind: str, actor: Value, layout: Layout) -> bool:
    """Is the actor certainly somebody of that kind?"""
    if isinstance(actor, tree.ActorNamed):
        index = layout.index[actor.code]
        return (
            index < layout.countries
            if kind == "country"
            else layout.countries <= index < layout.none
        )
    return isinstance(actor, tree.Pole) or (
        isinstance(actor, tree.Scoped) and _OF_KIND.get(actor.word) == kind
    )


def _given(value: Value | None) -> Value:
    assert value is not None, "the checker gives every actor and pair flag its owner"
    return value


def _sum(base: int, terms: list[tuple[str, int]]) -> str:
    """``base + a*w + b`` with what is known worked out."""
    parts = []
    for expression, factor in terms:
        if expression.isdigit():
            base += int(expression) * factor
        else:
            parts.append(expression if factor == 1 else f"{expression} * {factor}")
    return " + ".join([*parts, str(base)])
