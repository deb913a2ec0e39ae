"""Refusals: why a Command cannot be done now. Values, not exceptions: they are normal play."""

from __future__ import annotations

from attrs import frozen


@frozen
class Refusal:
    """``code`` is stable (listed in `text.refusals`); ``facts`` fill its sentence; ``instead`` is a
    command text that would work, or "".
    """

    code: str
    facts: tuple[tuple[str, str], ...] = ()
    instead: str = ""

    def fact(self, name: str) -> str:
        return dict(self.facts).get(name, "")


class GameError(Exception):
    """Something outside play went wrong: a broken save, a bad argument.

    The message is the sentence a person reads; ``exit_code`` is the program's.
    """

    def __init__(self, message: str, exit_code: int = 2) -> None:
        super().__init__(message)
        self.exit_code = exit_code
