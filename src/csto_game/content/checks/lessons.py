"""Steps of lessons that nothing can finish."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from csto_game.content.checks.quiet import warn
from csto_game.content.structure import Reader
from csto_game.model.scenario import Chapter, Scenario, Step
from csto_game.model.tree import Const, Op, Tally, Value

CODE = "unreachable"
_WITHOUT: Mapping[str, Callable[[Scenario], object]] = {
    "incident": lambda world: world.incidents,
    "verbs": lambda world: world.verbs,
    "council": lambda world: world.motions,
    "crisis": lambda world: world.crises,
    "ledger": lambda world: world.promises,
    "forces": lambda world: world.units,
    "charter": lambda world: world.charter.clauses or world.charter.offices,
}
"""Screens that a world may have no use for, and what it would need."""
_LEAST = {">=": 0, ">": -1, "=": 0}
"""Signs after which a number above this asks that something has happened."""


def check_lessons(reader: Reader, scenario: Scenario) -> None:
    """Only what can be proved: no end at all, an empty screen, a verb that is not open yet."""
    for chapter in scenario.chapters.values():
        for step in chapter.steps.values():
            why, part = _endless(scenario, chapter, step)
            if why:
                address = ("chapter", chapter.id, "step", step.id)
                message = f"nothing can finish step {step.id}"
                hint = 'done = "…", looked = "…", or points_at = "end"'
                if part:
                    warn(reader, (*address, part), CODE, message, why=why, part="value")
                else:
                    warn(reader, address, CODE, message, why=why, hint=hint, part="id")


def _endless(scenario: Scenario, chapter: Chapter, step: Step) -> tuple[str, str]:
    """Why nothing finishes the step, and the key that says so; two empty texts if something may."""
    if step.done is None and not step.looked:
        ends = step.points_at == "end"
        return ("" if ends else "it has neither done nor looked", "")
    if step.done is None:
        needed = _WITHOUT.get(step.looked)
        is_there = needed is None or needed(scenario)
        return ("" if is_there else f"in this world {step.looked} has nothing to show", "looked")
    if step.looked:
        return "", ""
    for verb in _asked(step.done):
        if not _is_open(scenario, chapter, verb):
            return f"verb.{verb} is not among the verbs of this chapter, nor of one before", "done"
    return "", ""


def _asked(value: Value) -> Iterator[str]:
    """Verbs that must have been used for the condition to hold."""
    if isinstance(value, Op) and value.sign == "and":
        yield from _asked(value.left)
        yield from _asked(value.right)
    elif isinstance(value, Op) and value.sign in _LEAST:
        tally, least = value.left, value.right
        if isinstance(tally, Tally) and tally.function == "happened" and isinstance(least, Const):
            kind, _, rest = tally.thing.partition(".")
            if kind == "verb" and least.value > _LEAST[value.sign]:
                yield rest.partition(".")[0]


def _is_open(scenario: Scenario, chapter: Chapter, verb: str) -> bool:
    """Could the verb be used in the chapter, or in any that does not come after it?"""
    before = [one for one in scenario.chapters.values() if one.order <= chapter.order]
    return any(not one.verbs or verb in one.verbs for one in before)
