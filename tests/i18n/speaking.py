"""Speaking another language for the time of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from csto_game.session.tongue import speak
from csto_game.text import translation


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Everything is said in that language; afterwards in English again."""
    speak(language)
    try:
        yield
    finally:
        translation.use(translation.ENGLISH, {})
