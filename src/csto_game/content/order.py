"""In which order packages load, and why: the base, then mods, what is needed or wanted first."""

from __future__ import annotations

from csto_game.content.checks.circles import circles
from csto_game.content.gather import Gathered, known, wanted
from csto_game.content.loaded import Placed
from csto_game.content.problem import Report


def ordered(found: Gathered, report: Report) -> tuple[Placed, ...]:
    """All packages in the order they load; none if there is a circle, which is reported."""
    before = _before(found)
    if _told_circles(found, before, report):
        return ()
    early = _needed_by(found, before)
    waiting = {known(one).id: one for one in found.all}
    done: list[Placed] = []
    while waiting:
        ready = [id_ for id_ in waiting if not any(other in waiting for other in before[id_])]
        # What the scenario itself rests on comes first; else free choices go by id.
        id_ = min(ready, key=lambda id_: (id_ not in early, id_))
        one = waiting.pop(id_)
        manifest = known(one)
        why = _why(found, id_, before)
        done.append(Placed(id_, manifest.kind, manifest.version, why, one.prefix, one.path))
    return tuple(done)


def _before(found: Gathered) -> dict[str, dict[str, str]]:
    """Package → those that come before it, each with the reason."""
    chain = [known(one).id for one in found.chain]
    before: dict[str, dict[str, str]] = {}
    for one in found.all:
        id_ = known(one).id
        reasons: dict[str, str] = {}
        for key, _, other in wanted(one, found.by_id):
            reasons.setdefault(other, key)
        if id_ in chain:
            if chain.index(id_):
                reasons.setdefault(chain[chain.index(id_) - 1], "extends")
        elif known(one).extends:
            reasons.setdefault(chain[-1], "extends")
        before[id_] = reasons
    return before


def _needed_by(found: Gathered, before: dict[str, dict[str, str]]) -> set[str]:
    """The scenario, and all that must come before it."""
    waiting = [known(one).id for one in found.chain]
    early: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        if id_ not in early:
            early.add(id_)
            waiting += before.get(id_, {})
    return early


def _why(found: Gathered, id_: str, before: dict[str, dict[str, str]]) -> str:
    reasons = [f"{key} {other}" for other, key in before[id_].items()]
    needing = [known(one).id for one in found.all if before[known(one).id].get(id_) == "needs"]
    if id_ == known(found.chain[-1]).id and not reasons:
        return "the scenario"
    if not reasons and needing:
        return f"needed by {', '.join(needing)}"
    return "; ".join(reasons) or "free, so by its id"


def _told_circles(found: Gathered, before: dict[str, dict[str, str]], report: Report) -> bool:
    graph = {id_: tuple(reasons) for id_, reasons in before.items()}
    there = circles(graph)
    for circle in there:
        places = []
        for id_, other in zip(circle, (*circle[1:], circle[0]), strict=True):
            one = found.by_id[id_]
            for key, index, need in wanted(one, found.by_id):
                if need == other:
                    places.append((id_, other, key, one.item(key, index)))
                    break
            else:
                places.append((id_, other, "extends", one.key("extends")))
        page, span = places[0][3]
        report.add(
            page.problem(
                span,
                "circle",
                f"{' → '.join((*circle, circle[0]))}: neither can load first",
                hint="let one of them want the other"
                if all(key == "needs" for _, _, key, _ in places)
                else "drop one",
                also=tuple(
                    other_page.also(start, f"{id_} {key} {other}")
                    for id_, other, key, (other_page, (start, _)) in places[1:]
                ),
            )
        )
    return bool(there)
