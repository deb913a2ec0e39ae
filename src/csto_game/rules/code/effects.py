"""Blocks of effects as Python functions.

``do(d, s, t, m, a)`` runs a block's lines top to bottom on a Draft. A changed number is logged as
one row (when the Draft keeps a log):
``(slot, old, new, asked, cause, s, t, a, x, y, inputs)`` — x and y are the actors of ``each``.
A line over many actors is one instant: unless it provably makes no difference, all amounts are
worked out first and applied together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import attrs

from csto_game.model import tree
from csto_game.model.event import Cause
from csto_game.model.tree import Block, Line, Read, Value
from csto_game.rules.code.reading import inputs, reads_itself_elsewhere, words_in
from csto_game.rules.code.statics import Statics, ands
from csto_game.rules.code.values import ValueCoder, surely
from csto_game.rules.layout import Layout, bounds
from csto_game.rules.walk import nodes


class BlockCoder:
    """Writes the body of one block's function."""

    def __init__(self, layout: Layout, statics: Statics, first_cause: int, address: str) -> None:
        self.layout = layout
        self.first_cause = first_cause
        self.address = address
        self.code = ValueCoder(layout, statics, address)
        self.out: list[str] = []
        self.depth = 1

    # ── writing ──

    def put(self, text: str) -> None:
        self.out.append("    " * self.depth + text)

    @contextmanager
    def under(self, head: str) -> Iterator[None]:
        self.put(head)
        self.depth += 1
        yield
        self.depth -= 1

    # ── blocks and lines ──

    def function(self, block: Block, *, selves: bool = False) -> str:
        """Source of the block's function ``do``; with ``selves`` it takes a list of selves (rules)."""
        head = "def do(d, selves, t, m, a):" if selves else "def do(d, s, t, m, a):"
        if selves:
            self.code.fixed -= {"s"}
        for number, line in enumerate(block.lines, self.first_cause):
            self.line(line, number, selves=selves)
        start = "    v = d.v; log = d.log; trail = d.trail\n"
        return "\n".join([head, start + self.code.head(), *self.out])

    def line(self, line: Line, cause: int, *, selves: bool) -> None:
        outer = self.code.words
        nouns = list(line.each)
        loops = (["self"] if selves else []) + nouns
        names = {word: ("s" if word == "self" else f"x_{word}") for word in loops}
        self.code.words = outer | names
        self.actors = [f"x_{n}" for n in nouns] + ["-1"] * (2 - len(nouns))
        self.cause = cause
        if not loops:
            condition = self.code(line.when) if line.when is not None else "True"
            if condition == "True":
                self.deed(line.deed)
            else:
                with self.under(f"if {condition}:"):
                    self.deed(line.deed)
        elif self.may_run_one_by_one(line, loops):
            self.loop(line, loops, lambda: self.deed(line.deed))
        else:
            self.at_once(line, loops)
        self.code.words = outer

    def may_run_one_by_one(self, line: Line, loops: list[str]) -> bool:
        deed = line.deed
        if not isinstance(deed, tree.Change) or deed.place.stat in ("share", "membership"):
            return False
        stats = self.layout.stats
        own = _words_of_owners(deed.place)
        for value in (deed.amount, line.where, line.when):
            if value is not None and reads_itself_elsewhere(deed.place, value, stats):
                return False
            if (
                value is not None
                and deed.place.stat in _plain_stats(value)
                and not set(loops) <= own
            ):
                return False
        return True

    def loop(self, line: Line, loops: list[str], body: Callable[[], None]) -> None:
        """Nested loops over the nouns (and selves of a rule), conditions as early as they can be."""
        depth = self.depth
        waiting = _conditions(line)
        known = set(self.code.words) - set(loops)
        for word in loops:
            ready = [c for c in waiting if words_in(c) <= known | {word}]
            if word == "self":
                group = "selves"
            elif word == "other" and "member" in loops:
                group = f"d.others[{self.code.words['member']}]"
            else:
                group, left = self.code.narrowed(word, ready)
                waiting = [c for c in waiting if c not in ready or c in left]
            self.put(f"for {self.code.words[word]} in {group}:")
            self.depth += 1
            known.add(word)
            ready = [c for c in waiting if words_in(c) <= known]
            waiting = [c for c in waiting if c not in ready]
            if ready:
                self.put("if " + " and ".join(self.code(c) for c in ready) + ":")
                self.depth += 1
        assert not waiting, "a condition that is never asked would always hold"
        body()
        self.depth = depth

    def at_once(self, line: Line, loops: list[str]) -> None:
        """First every amount on the state as it is, then all changes."""
        kept = ["s"] * ("self" in loops) + [self.code.words[w] for w in loops if w != "self"]
        deed = line.deed
        values = _amounts(deed)
        names = [f"k{i}" for i in range(len(values))]
        todo = self.code.fresh("todo")
        self.put(f"{todo} = []")
        row = ", ".join(kept + [f"({self.code(v)})" for v in values])
        self.loop(line, loops, lambda: self.put(f"{todo}.append(({row},))"))
        with self.under(
            f"for {', '.join(kept + names)}{',' if len(kept + names) == 1 else ''} in {todo}:"
        ):
            self.deed(*self.prepared(deed, names))

    def prepared(self, deed: tree.Deed, names: list[str]) -> tuple[tree.Deed, tuple[str, ...]]:
        """The deed with amounts already worked out under these names."""
        if isinstance(deed, tree.Change | tree.Toward):
            return deed, tuple(names)
        self.code.words = self.code.words | {name: name for name in names}
        ready = iter(names)
        changes = {name: tree.Scoped(next(ready), "number") for name in _amount_fields(deed)}
        return attrs.evolve(deed, **changes), ()  # type: ignore[arg-type]  # fields of its class

    # ── deeds ──

    def deed(self, deed: tree.Deed, ready: tuple[str, ...] = ()) -> None:
        _DEEDS[type(deed)](self, deed, ready)

    def change(self, deed: tree.Change, ready: tuple[str, ...]) -> None:
        amount = ready[0] if ready else self.code(deed.amount)
        place = deed.place
        if deed.wait is not None:
            self.later(deed, amount)
        elif place.stat == "share":
            self.share(place, deed.sign, amount)
        else:
            with self.owned(place):
                asked = amount if deed.sign == "=" else f"old {deed.sign} {amount}"
                self.move(place, asked, inputs(deed.amount))

    def toward(self, deed: tree.Toward, ready: tuple[str, ...]) -> None:
        goal = ready[0] if ready else self.code(deed.goal)
        step = ready[1] if ready else self.code(deed.step)
        with self.owned(deed.place):
            self.put(f"goal = {goal}; by = max(0, {step})")
            asked = "(min(old + by, goal) if goal > old else max(old - by, goal))"
            self.move(deed.place, asked, inputs(deed.goal))

    @contextmanager
    def owned(self, place: Read) -> Iterator[None]:
        """Nothing happens where the owner may be nobody and is."""
        depth, layout = self.depth, self.layout
        for kind, actor in zip(
            layout.stats[place.stat].owner, (place.owner, place.toward), strict=False
        ):
            if actor is None or kind == "pole" or surely(kind, actor, layout):
                continue
            code = self.code(actor)
            low, high = (
                (0, layout.countries) if kind == "country" else (layout.countries, layout.none)
            )
            self.put(f"if {low} <= {code} < {high}:")
            self.depth += 1
        yield
        self.depth = depth

    @contextmanager
    def somebody(self, *actors: Value | None) -> Iterator[None]:
        """Nothing happens where an actor is read from a stat or place that holds nobody."""
        depth = self.depth
        tests = [
            f"{self.code(actor)} != {self.layout.none}"
            for actor in actors
            if isinstance(actor, Read | tree.PlaceOwner)
        ]
        if tests:
            self.put(f"if {' and '.join(tests)}:")
            self.depth += 1
        yield
        self.depth = depth

    def move(self, place: Read, asked: str, reads: tuple[Read, ...]) -> None:
        slot = self.code.slot(place)
        stat = self.layout.stats[place.stat]
        at = slot
        if not slot.isdigit():
            self.put(f"k = {slot}")
            at = "k"
        low, high = bounds(stat, self.layout.none)
        self.put(f"old = v[{at}]; new = asked = {asked}")
        self.put(f"if new > {high}: new = {high}")
        self.put(f"elif new < {low}: new = {low}")
        with self.under("if new != old:"):
            with self.under("if log is not None:"):
                entered = ", ".join(self.code(r) for r in reads)
                entered = f"({entered},)" if entered else "()"
                x, y = self.actors
                self.put(
                    f"log.append(({at}, old, new, asked, {self.cause}, {self.me}, t, a, {x}, {y}, {entered}))"
                )
            self.put(f"elif trail is not None: trail.append(({at}, old))")
            self.put(f"v[{at}] = new")
            if stat.mutual:
                twin = self.code.slot(Read(place.stat, place.type, place.toward, place.owner))
                self.put(f"if trail is not None: trail.append(({twin}, v[{twin}]))")
                self.put(f"v[{twin}] = new")
            if place.stat == "membership":
                self.put("d.regroup()")

    @property
    def me(self) -> str:
        return self.code.words["self"]

    def share(self, place: Read, sign: str, amount: str) -> None:
        assert place.owner is not None
        assert place.toward is not None
        x, y = self.actors
        country, column = self.code(place.owner), self.code.column(place.toward)
        why = f"({self.cause}, {self.me}, t, a, {x}, {y})"
        self.put(f"d.shift({country}, {column}, {sign!r}, {amount}, {why})")

    def later(self, deed: tree.Change, amount: str) -> None:
        wait = self.code(deed.wait) if deed.wait is not None else "0"
        lasting = self.code(deed.lasting) if deed.lasting is not None else "1"
        sign = "-" if deed.sign == "-" else ""
        with self.owned(deed.place):
            slot = self.code.slot(deed.place)
            when = f"{wait}, {lasting}, {self.cause}, {self.me}, t"
            self.put(f"d.later({slot}, {sign}({amount}), {when})")

    def set_flag(self, deed: tree.SetFlag, _: tuple[str, ...]) -> None:
        lasting = self.code(deed.lasting) if deed.lasting is not None else "None"
        slot, span = self.code.flag_slot(deed.flag), self.code.flag_span(deed.flag)
        with self.somebody(deed.flag.owner, deed.flag.toward):
            self.put(f"d.set_flag({slot}, {span}, {lasting}, {self.cause}, {self.me}, t)")

    def clear_flag(self, deed: tree.ClearFlag, _: tuple[str, ...]) -> None:
        with self.somebody(deed.flag.owner, deed.flag.toward):
            self.put(f"d.clear_flag({self.code.flag_slot(deed.flag)}, {self.cause}, {self.me}, t)")

    def start(self, deed: tree.Move, _: tuple[str, ...]) -> None:
        by = self.code(deed.by) if deed.by is not None else str(self.layout.none)
        to = self.code(deed.to) if deed.to is not None else str(self.layout.none)
        wait = self.code(deed.wait) if deed.wait is not None else "0"
        lasting = self.code(deed.lasting) if deed.lasting is not None else "None"
        what = f"{deed.verb!r}, {deed.kind!r}, {deed.thing!r}"
        with self.somebody(deed.by, deed.to):
            self.put(f"d.move({what}, {by}, {to}, {wait}, {lasting}, {self.cause})")

    def muster(self, deed: tree.Muster, _: tuple[str, ...]) -> None:
        self.put(
            f"d.muster({deed.verb!r}, {deed.unit!r}, {self.code(deed.count)}, {self.code(deed.by)}, {self.cause})"
        )

    def cede(self, deed: tree.Cede, _: tuple[str, ...]) -> None:
        slot = self.layout.base["owner"] + self.layout.places.index(deed.place)
        self.put(f"d.cede({slot}, {self.code(deed.to)}, {self.cause}, {self.me}, t)")


def line_cause(line: Line, address: str) -> Cause:
    """The cause that a line's changes name."""
    amount = _amount(line)
    return Cause(
        thing=address,
        because=line.because or "",
        file=line.file,
        line=line.line,
        source=line.source,
        reads=inputs(amount) if amount is not None else (),
    )


_DEEDS: dict[type, Callable[..., None]] = {
    tree.Change: BlockCoder.change,
    tree.Toward: BlockCoder.toward,
    tree.SetFlag: BlockCoder.set_flag,
    tree.ClearFlag: BlockCoder.clear_flag,
    tree.Move: BlockCoder.start,
    tree.Muster: BlockCoder.muster,
    tree.Cede: BlockCoder.cede,
}


def _amount(line: Line) -> Value | None:
    if isinstance(line.deed, tree.Change):
        return line.deed.amount
    return line.deed.goal if isinstance(line.deed, tree.Toward) else None


def _conditions(line: Line) -> list[Value]:
    """``if`` and ``where`` taken apart at their top ``and``, each to be asked as early as it can."""
    return ands(line.when) + ands(line.where)


def _plain_stats(value: Value) -> set[str]:
    return {node.stat for node in nodes(value) if isinstance(node, Read)}


_AMOUNTS: dict[type, tuple[str, ...]] = {
    tree.Change: ("amount",),
    tree.Toward: ("goal", "step"),
    tree.SetFlag: ("lasting",),
    tree.Move: ("wait", "lasting"),
    tree.Muster: ("count",),
}
"""Fields of a deed that a line works out for everyone before it changes anything."""


def _amount_fields(deed: tree.Deed) -> tuple[str, ...]:
    names = _AMOUNTS.get(type(deed), ())
    return tuple(name for name in names if getattr(deed, name) is not None)


def _amounts(deed: tree.Deed) -> list[Value]:
    return [getattr(deed, name) for name in _amount_fields(deed)]


def _words_of_owners(place: Read) -> frozenset[str]:
    """Words that own the place themselves, not by a stat that holds an actor: each is another place."""
    actors = (place.owner, place.toward)
    return frozenset(actor.word for actor in actors if isinstance(actor, tree.Scoped))
