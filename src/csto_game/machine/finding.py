"""What the doctor looks at, and what it says of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from csto_game.machine.choosing import Chosen
from csto_game.machine.settings import Settled
from csto_game.places import Home

if TYPE_CHECKING:  # the page is there before the checker is
    from csto_game.content.problem import Problem

State = Literal["ok", "note", "bad"]


@frozen
class Finding:
    """``state`` is ``ok``, ``note`` (plays, but less well) or ``bad`` (does not play).

    ``name`` is the id of a sentence. ``part`` is ``terminal`` or ``files``; ``details`` are lines
    as the checker prints them.
    """

    name: str
    state: State
    text: str
    details: tuple[str, ...] = ()
    part: str = "terminal"


@frozen
class Here:
    """A machine as found. ``size`` is columns and rows, None without a terminal.

    ``keys`` are mistakes of the player's keys, ``own_keys`` how many entries they have.
    """

    home: Home
    shelves: tuple[Path, ...]
    environment: Mapping[str, str] = field(factory=dict)
    encoding: str = ""
    size: tuple[int, int] | None = None
    settled: Settled = field(factory=Settled)
    chosen: Chosen = field(factory=Chosen)
    keys: tuple[Problem, ...] = ()
    own_keys: int = 0


def short(folder: Path) -> str:
    """Without the name of the person whose home it lies in."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
