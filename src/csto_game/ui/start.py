"""Making ready: what the terminal can do, what was asked for, and the app over it."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from csto_game.machine.choosing import Asked
from csto_game.machine.heap import share_one_heap
from csto_game.machine.measure import asking
from csto_game.machine.settings import AUTO
from csto_game.machine.settled import is_first_start, read_settings
from csto_game.model.refusal import GameError
from csto_game.places import Home
from csto_game.ui import LINES
from csto_game.ui.hints import FILE, Hints
from csto_game.ui.late import LateShelf
from csto_game.ui.own_keys import read_own_keys
from csto_game.ui.words import say

if TYPE_CHECKING:  # few games are by mail; and see below
    from csto_game.session.mail import Sitting as Letter
    from csto_game.ui.app import Wish


def start(  # noqa: PLR0913  # each is a wish of the command line
    home: Home,
    *,
    scenario: str,
    role: str,
    seed: int | None,
    difficulty: str,
    resume: str | None,
    flags: Mapping[str, str],
    dev: bool,
    letter: Letter | None = None,
) -> int:
    """Run the app until it ends; returns the exit code, or `LINES`. Raises GameError when what was asked for
    is not there.

    ``flags`` are settings that the command line decides; ``dev`` is for makers of worlds; ``letter`` is a
    game by mail that was opened for a seat.
    """
    _check_stderr()
    share_one_heap()  # before there are threads
    gc.disable()  # until the first frame
    # Textual reads this when it is first imported. Our spans are of the right depth by themselves.
    os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
    settled = read_settings(home.settings)
    # Textual takes NO_COLOR away.
    asked = Asked(flags, dict(os.environ), sys.stdout.encoding or "ascii")
    is_asked = settled.settings.ambiguous == AUTO
    with asking(sys.stdin if is_asked else None, sys.stdout) as question:
        from csto_game.ui.app import CstoApp, Wish  # noqa: PLC0415  # see above
        from csto_game.ui.own import Own, look_of  # noqa: PLC0415  # it knows Textual, too

        own_keys = read_own_keys(home.settings)
        question.fetch()
    own = Own(settled, evolve(asked, measured=question.answer), own_keys, home)
    look = look_of(own.chosen, own_keys.keys)
    save = _save(home.saves, resume)
    wish = Wish(save, scenario, role, seed, difficulty, letter)
    hints = Hints(home.settings / FILE, is_on=settled.settings.hints)
    app = CstoApp(
        look,
        LateShelf(home),
        wish=wish,
        own=own,
        dev=dev,
        hints=hints,
        is_first=asks_first(home.settings, wish),
    )
    try:
        app.run(mouse=own.chosen.mouse)
    finally:
        gc.enable()
    if app.failure is not None:
        raise app.failure
    return LINES if app.wants_lines else app.return_code or 0


def asks_first(folder: Path, wish: Wish) -> bool:
    """Whether the first start's questions come. What was asked for comes before them, and in a browser
    neither the terminal nor its reader is ours.
    """
    return wish.is_none and is_first_start(folder) and not _is_elsewhere()


def _check_stderr() -> None:
    """Textual draws on stderr: redirected, it would show nothing."""
    if not _is_elsewhere() and sys.stderr is not None and not sys.stderr.isatty():
        raise GameError(say("The screen is drawn on stderr, which is redirected. Try --plain."))


def _is_elsewhere() -> bool:
    """Whether the screen is drawn by something else than this terminal."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def _save(folder: Path, resume: str | None) -> Path | None:
    if resume is None:
        return None
    from csto_game.session.library import find, newest  # noqa: PLC0415  # seldom needed

    return find(folder, resume) if resume else newest(folder)
