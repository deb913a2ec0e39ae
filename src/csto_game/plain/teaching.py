"""``step``: what a lesson would have you do next. It is told, and holds nothing up."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from csto_game.plain.desk import Desk
from csto_game.session.coach import Lesson
from csto_game.text.catalog import say

PATIENCE = 3
"""Lines after which a step's hint is told. Not seconds: whoever listens is not to be interrupted, and the
same lines always have the same answers.
"""
LINES: Mapping[str, str] = {
    "map": "look",
    "members": "look members",
    "member": "look {seat}",
    "incident": "look cards",
    "verbs": "options",
    "council": "look motions",
    "crisis": "look crises",
    "why": "why {number}",
    "report": "look news",
    "forecast": "forecast",
    "chronicle": "chronicle",
    "timeline": "timeline",
    "ledger": "look promises",
    "forces": "look forces",
    "charter": "look charter",
    "end": "end",
    "undo": "undo",
}
"""What a step points at → the line that leads there."""
_SEEN: Mapping[str, tuple[str, ...]] = {
    "why": ("why",),
    "options": ("verbs", "incident", "council"),
    "preview": ("verbs",),
    "forecast": ("forecast",),
    "chronicle": ("chronicle",),
    "timeline": ("timeline",),
}
"""A question → the screens that it stands for; ``look`` stands for what it is followed by."""
_LOOKED: Mapping[str, tuple[str, ...]] = {
    "": ("map", "members"),
    "now": ("map", "members"),
    "members": ("map", "members"),
    "cards": ("incident",),
    "motions": ("council",),
    "crises": ("crisis",),
    "promises": ("ledger",),
    "forces": ("forces",),
    "missions": ("forces",),
    "charter": ("charter",),
    "news": ("report",),
    "verbs": ("verbs",),
}


def teach(desk: Desk, *, line: str = "") -> None:
    """Tell the present step, if it was not told yet, and its hint to who tries other things; a chapter's own
    words before its first. ``line`` is what was said, "" for nothing.
    """
    if not any(chapter.steps for chapter in desk.scenario.chapters.values()) or desk.leaving:
        return
    view = desk.view()
    desk.coach.watch(view)
    lesson = desk.coach.lesson
    if lesson is None:
        return
    if (lesson.chapter, lesson.step.id) == desk.taught:
        if line:
            _wait(desk, lesson)
        return
    if lesson.chapter != desk.taught[0] and view.chapter[1]:
        desk.write(say("lesson.chapter", name=view.chapter[0], text=view.chapter[1]))
    is_first = desk.taught == ("", "")
    desk.taught, desk.waited = (lesson.chapter, lesson.step.id), 0
    desk.write(*_told(desk, lesson), say("lesson.how") if is_first else "")


def _wait(desk: Desk, lesson: Lesson) -> None:
    """Another line, and the step is still the same."""
    desk.waited += 1
    if desk.waited == PATIENCE and lesson.step.hint:
        desk.write(say("lesson.hint", text=lesson.step.hint))


def line_to(desk: Desk, screen: str) -> str:
    """The line that leads to a screen; "" if none does."""
    return LINES.get(screen, "").format(seat=desk.seat, number=_number(desk))


def noticed(desk: Desk, word: str, rest: str) -> None:
    """A question was answered: the lesson takes it as looking at a screen."""
    screens = _SEEN.get(word, ())
    if word == "look":
        subject = rest.lower()
        codes = {code.lower() for code in desk.scenario.actors}
        screens = _LOOKED.get(subject, ("member",) if subject.split(".")[0] in codes else ())
    for screen in screens:
        desk.coach.look(screen)


def ask_step(desk: Desk, rest: str) -> None:
    """The present step again with its hint; or leave it out, or hear no more of them."""
    deed = _DEEDS.get(rest.lower())
    if deed is None:
        desk.complain(say("plain.needs", form="step, step skip, step off, step on"))
    else:
        deed(desk)


def _told(desk: Desk, lesson: Lesson) -> list[str]:
    step = lesson.step
    lines = [say("lesson.step", number=lesson.number, count=lesson.count, text=step.text)]
    line = line_to(desk, step.points_at or step.looked)
    return [*lines, say("lesson.say", line=line)] if line else lines


def _number(desk: Desk) -> str:
    """The number that the seat sees first of its own, for asking about."""
    return next((figure.stat for figure in desk.view().headline), "NUMBER")


def _again(desk: Desk) -> None:
    desk.coach.watch(desk.view())
    lesson = desk.coach.lesson
    if lesson is None:
        desk.write(say("lesson.none"))
        return
    hint, desk.waited = lesson.step.hint, PATIENCE
    desk.write(*_told(desk, lesson), say("lesson.hint", text=hint) if hint else "")


def _skip(desk: Desk) -> None:
    desk.coach.skip()
    if desk.coach.lesson is None:
        desk.write(say("lesson.none"))


def _off(desk: Desk) -> None:
    desk.coach.is_on = False
    desk.write(say("lesson.off"))


def _on(desk: Desk) -> None:
    desk.coach.is_on, desk.taught = True, ("", "")


_DEEDS: Mapping[str, Callable[[Desk], None]] = {"": _again, "skip": _skip, "off": _off, "on": _on}
