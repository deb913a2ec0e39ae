"""Circles: formulas that need each other, incidents that start each other at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from csto_game.content.checks.trees import parts
from csto_game.content.structure import Reader
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Const, Line, Move, Read, Value, Was

Graph = Mapping[str, tuple[str, ...]]


def check_formulas(reader: Reader, scenario: Scenario) -> None:
    """Each circle of derived stats once, at its first stat in file order."""
    derived = {id_: stat.formula for id_, stat in scenario.stats.items() if stat.formula}
    graph = {
        id_: tuple(dict.fromkeys(name for name in _reads(formula) if name in derived))
        for id_, formula in derived.items()
    }
    for circle in circles(graph):
        first = circle[0]
        also = tuple(
            reader.also(("stat", id_, "is"), f"{id_} needs {after} here", part="value")
            for id_, after in zip(circle[1:], (*circle[2:], first), strict=False)
        )
        reader.error(
            ("stat", first, "is"),
            "circle",
            f"{' → '.join((*circle, first))}: neither can be worked out first",
            hint="was(…, 1), last turn's value",
            also=also,
        )


def _reads(value: Value) -> Iterator[str]:
    """Stats whose present value is needed; what was is known already."""
    if isinstance(value, Was):
        return
    if isinstance(value, Read):
        yield value.stat
    for part in parts(value):
        if part is not None:
            yield from _reads(part)


def check_incidents(reader: Reader, scenario: Scenario) -> None:
    """Incidents whose ``do`` start one another at once and unconditionally."""
    graph = {
        id_: tuple(
            dict.fromkeys(
                move.thing.split(".")[-1]
                for line in incident.do.lines
                if (move := _started(line)) is not None
            )
        )
        for id_, incident in scenario.incidents.items()
    }
    for circle in circles(graph):
        first = circle[0]
        reader.error(
            ("incident", first, "do"),
            "circle",
            f"{' → '.join((*circle, first))}: they start one another at once, without end",
            hint="in 1, or if …",
            also=tuple(
                reader.also(("incident", id_, "do"), "and here", part="value") for id_ in circle[1:]
            ),
        )


def _started(line: Line) -> Move | None:
    deed = line.deed
    if not isinstance(deed, Move) or line.when is not None or line.each:
        return None
    at_once = deed.wait is None or deed.wait == Const(0)
    return deed if deed.verb == "start" and deed.kind == "incident" and at_once else None


def circles(graph: Graph) -> list[tuple[str, ...]]:
    """Circles of a graph, each beginning with its first node; nodes belong to one at most."""
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in graph:
        if start not in done:
            _visit(graph, start, [], done, found)
    return found


def _visit(
    graph: Graph, node: str, path: list[str], done: set[str], found: list[tuple[str, ...]]
) -> None:
    stack: list[tuple[str, Iterator[str]]] = [(node, iter(graph.get(node, ())))]
    path.append(node)
    while stack:
        _, after = stack[-1]
        nearby = next(after, None)
        if nearby is None:
            stack.pop()
            done.add(path.pop())
        elif nearby in path:
            found.append(tuple(path[path.index(nearby) :]))
        elif nearby not in done and nearby in graph:
            path.append(nearby)
            stack.append((nearby, iter(graph[nearby])))
