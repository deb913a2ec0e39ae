"""How things are shown here: what was asked for, what was settled, what the terminal can do; in this order."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from csto_game.machine.settings import AUTO, CHOICES, Settings
from csto_game.machine.terminal import detect
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

_SHOWN = ("theme", "color", "glyphs")
_VARIABLES = {name: f"CSTO_{name.upper()}" for name in _SHOWN} | {"language": "CSTO_LANG"}
_FLAGS = {"mouse": "--no-mouse", "language": "--lang"}


@frozen
class Chosen:
    """``reasons`` says of each setting why it is so; ``forced`` names what overrules the file, if anything.

    ``ambiguous`` is 1 or 2 cells.
    """

    theme: str = "dark"
    depth: str = "true"
    glyphs: str = "full"
    ambiguous: int = 1
    mouse: bool = True
    reasons: Mapping[str, str] = field(factory=dict)
    forced: Mapping[str, str] = field(factory=dict)


@frozen
class Asked:
    """What else has a say: ``flags`` of the command line by setting, variables, the terminal's answer.

    ``measured`` is how many cells a character took about which terminals disagree; None: no answer.
    """

    flags: Mapping[str, str] = field(factory=dict)
    environment: Mapping[str, str] = field(factory=dict)
    encoding: str = "utf-8"
    measured: int | None = None


def choose(settings: Settings, asked: Asked) -> Chosen:
    """Raises GameError if the command line or a variable says what cannot be."""
    found = detect(asked.environment, encoding=asked.encoding)
    forced = {name: by for name in CHOICES if (by := _forcing(name, asked))}
    values = {name: _value(name, settings, asked) for name in _SHOWN}
    depth, glyphs = values["color"], values["glyphs"]
    reasons = {name: say("own.from_file") for name in CHOICES}
    reasons |= {name: say("own.forced", by=by) for name, by in forced.items()}
    if "color" not in forced and settings.color == AUTO:
        reasons["color"] = found.depth_reason
    if "glyphs" not in forced and settings.glyphs == AUTO:
        reasons["glyphs"] = found.glyphs_reason
    if "language" not in forced and settings.language == AUTO:
        reasons["language"] = say("own.from_locale")
    cells, reasons["ambiguous"] = _cells(settings, asked)
    if cells == 2:  # most signs are of that kind
        glyphs, reasons["glyphs"] = "ascii", say("own.wide")
    return Chosen(
        theme=values["theme"],
        depth=found.depth if depth == AUTO else depth,
        glyphs=found.glyphs if glyphs == AUTO else glyphs,
        ambiguous=cells,
        mouse=settings.mouse and "mouse" not in asked.flags,
        reasons=reasons,
        forced=forced,
    )


def _forcing(name: str, asked: Asked) -> str:
    """What overrules the file in this setting, by its name."""
    if asked.flags.get(name) not in (None, AUTO):
        return _FLAGS.get(name, f"--{name}")
    variable = _VARIABLES.get(name, "")
    if asked.environment.get(variable) not in (None, "", AUTO):
        return variable
    return "NO_COLOR" if name == "color" and asked.environment.get("NO_COLOR") else ""


def _value(name: str, settings: Settings, asked: Asked) -> str:
    by = _forcing(name, asked)
    if by == "NO_COLOR":
        return "none"
    if not by:
        return str(getattr(settings, name))
    value = asked.flags[name] if by == f"--{name}" else asked.environment[by]
    if value not in CHOICES[name]:
        known = ", ".join(str(one) for one in CHOICES[name])
        raise GameError(say("own.wrong", by=by, value=value, known=known))
    return value


def _cells(settings: Settings, asked: Asked) -> tuple[int, str]:
    if settings.ambiguous != AUTO:
        return 2 if settings.ambiguous == "wide" else 1, say("own.from_file")
    if asked.measured is None:
        return 1, say("own.no_answer")
    return asked.measured, say("own.measured")
