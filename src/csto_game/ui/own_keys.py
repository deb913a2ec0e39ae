"""The player's own keys: a file of the shape of `keys.toml`, laid over the shipped table.

An entry replaces the keys of an action, everywhere or on the screens that it names. What is wrong
is told with its place and does not count; a key claimed twice goes to the player's entry.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from csto_game.ui.keys import Keys, load_keys

if TYPE_CHECKING:  # the strict reader is imported when there is a file
    from csto_game.content.problem import Problem

FILE = "keys.toml"


@frozen
class OwnKeys:
    """The table in effect, what is wrong with the player's file, and how many entries it has."""

    keys: Keys
    problems: tuple[Problem, ...] = ()
    count: int = 0


def read_own_keys(folder: Path) -> OwnKeys:
    """The keys of a home; never raises."""
    shipped, path = load_keys(), folder / FILE
    if not path.exists() and not path.is_symlink():
        return OwnKeys(shipped)
    from csto_game.machine.own_file import read_own  # noqa: PLC0415  # not for the first frame
    from csto_game.ui.key_laying import lay_over  # noqa: PLC0415

    own = read_own(path)
    if own.page is None:
        return OwnKeys(shipped, own.problems)
    keys, problems, count = lay_over(shipped, own)
    return OwnKeys(keys, tuple(problems), count)
