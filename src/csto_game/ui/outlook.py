"""A forecast as the screens show it: bands with their words, chances, what decides."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

Stop = Callable[[], bool]


@frozen
class Reach:
    """One number: ``rows`` are its 10, 50 and 90 % at each turn ahead, ``last`` the words of the last
    of them, ``now`` the words of its present ``value``; ``decides`` are sentences.
    """

    path: str
    label: str
    value: int
    now: str
    rows: tuple[tuple[int, int, int], ...]
    last: tuple[str, str, str]
    bounds: tuple[str, str] = ("", "")
    """The least and the greatest number of all rows, in words."""
    decides: tuple[str, ...] = ()


@frozen
class Outlook:
    """``n`` of ``asked`` imagined games were played; ``dates`` are now and each turn ahead.

    ``winning`` is a chance in per cent, None for a seat without a score. ``refusal`` says why a
    command cannot be given.
    """

    n: int
    asked: int
    dates: tuple[str, ...] = ()
    reaches: tuple[Reach, ...] = ()
    winning: int | None = None
    endings: tuple[str, ...] = ()
    refusal: str = ""

    def reach(self, path: str) -> Reach | None:
        return next((one for one in self.reaches if one.path == path), None)


Tell = Callable[[Outlook], None]


@frozen
class Foresight:
    """What is known so far: the present course, and what may come after a command, named ``name``."""

    now: Outlook | None = None
    then: Outlook | None = None
    name: str = ""
    done: int = 0
    of: int = 0
    is_running: bool = field(default=False, kw_only=True)
