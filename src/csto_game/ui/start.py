"""Making ready: what the terminal can do, what was asked for, and the app over it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from csto_game.machine.terminal import detect
from csto_game.model.refusal import GameError
from csto_game.places import Home
from csto_game.ui.hints import FILE, Hints
from csto_game.ui.late import LateShelf
from csto_game.ui.look import Look, make_look
from csto_game.ui.words import say

_TEXTUAL_DEPTH = {"true": "truecolor", "256": "256", "16": "standard", "none": "standard"}


def start(
    home: Home,
    *,
    scenario: str,
    role: str,
    seed: int | None,
    difficulty: str,
    resume: str | None,
) -> int:
    """Run the app until it ends. Raises GameError when what was asked for is not there."""
    _check_stderr()
    look = choose_look()
    # Textual reads this when it is first imported.
    os.environ["TEXTUAL_COLOR_SYSTEM"] = _TEXTUAL_DEPTH[look.depth]
    from csto_game.ui.app import CstoApp, Wish  # noqa: PLC0415  # see above

    save = _save(home.saves, resume)
    wish = Wish(save, scenario, role, seed, difficulty)
    app = CstoApp(look, LateShelf(home), wish=wish, hints=Hints(home.settings / FILE))
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def choose_look() -> Look:
    """Detected, unless variables say otherwise: CSTO_THEME, CSTO_COLOR, CSTO_GLYPHS."""
    found = detect(os.environ, encoding=sys.stdout.encoding or "ascii")
    wish = {name: os.environ.get(f"CSTO_{name}", "") for name in ("THEME", "COLOR", "GLYPHS")}
    depth = wish["COLOR"] if wish["COLOR"] not in ("", "auto") else found.depth
    glyphs = wish["GLYPHS"] if wish["GLYPHS"] not in ("", "auto") else found.glyphs
    try:
        return make_look(wish["THEME"] or "dark", glyphs, depth)
    except ValueError as error:
        raise GameError(str(error)) from None


def _check_stderr() -> None:
    """Textual draws on stderr: redirected, it would show nothing."""
    is_elsewhere = bool(os.environ.get("TEXTUAL_DRIVER"))
    if not is_elsewhere and sys.stderr is not None and not sys.stderr.isatty():
        raise GameError(say("The screen is drawn on stderr, which is redirected. Try --plain."))


def _save(folder: Path, resume: str | None) -> Path | None:
    if resume is None:
        return None
    from csto_game.session.library import find, newest  # noqa: PLC0415  # seldom needed

    return find(folder, resume) if resume else newest(folder)
