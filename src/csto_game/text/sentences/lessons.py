"""Sentences of lessons in line mode."""

from __future__ import annotations

from collections.abc import Mapping

LESSONS: Mapping[str, str] = {
    "lesson.chapter": "{name}. {text}",
    "lesson.step": "Step {number} of {count}: {text}",
    "lesson.say": "  Say: {line}",
    "lesson.how": "  step repeats this with a hint, step skip leaves it out, step off all of them.",
    "lesson.hint": "  {text}",
    "lesson.none": "There is no step to be taken just now.",
    "lesson.off": "No more steps are told. step on tells them again.",
    "help.step": (
        "In a lesson each turn has a few steps; they point at things and hold nothing up. step "
        "tells the present one again, with a hint. step skip leaves it out, step off all of them, "
        "step on brings them back."
    ),
    "help.chronicle": "chronicle tells this game as an article: what happened, in order of time. "
    "chronicle write puts it into files beside the save.",
}
