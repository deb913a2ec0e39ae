"""The heading of a save: what is needed to play its commands again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import field, frozen

from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

MAGIC = "csto save"
FORMAT = 1
END = "---"
NONE = "none"


@frozen
class Header:
    """``seats`` maps seat codes to ``human`` or a kind of player; ``hash`` is the rules hash.

    ``mods`` are ``id version``; ``begun`` is a date or ""; ``start`` the fingerprint of the first
    state; ``place`` the folder of a scenario that is not installed, or "". ``parent`` is the save
    that this line of play left, and the turn it left at: ``NAME 6``. ``iron`` is the seal of a game
    without branches (`session.iron`), or "". ``touched`` is how a modder's hand changed the game
    while it was played: ``reload``, ``console``.
    """

    game: str
    scenario: str
    version: str
    hash: str
    seed: int
    seats: Mapping[str, str]
    mods: tuple[str, ...] = ()
    difficulty: str = ""
    begun: str = ""
    start: str = ""
    place: str = ""
    parent: str = ""
    iron: str = ""
    touched: tuple[str, ...] = ()

    @property
    def persons(self) -> tuple[str, ...]:
        """Codes of the seats that persons play."""
        return tuple(code for code, kind in self.seats.items() if kind == "human")


def header_text(header: Header) -> str:
    """The heading as written, the closing line and newline included."""
    rows = [f"{MAGIC} {FORMAT}"]
    written = {key: write(header) for key, write in _WRITERS.items()}
    rows += [f"{key}: {text}" for key, text in written.items() if key not in _RARE or text != NONE]
    return "\n".join([*rows, END, ""])


def _spaced(words: Sequence[str]) -> str:
    return ", ".join(words) or NONE


_WRITERS: Mapping[str, Callable[[Header], str]] = {
    "game": lambda h: h.game,
    "scenario": lambda h: f"{h.scenario} {h.version}",
    "rules": lambda h: h.hash or NONE,
    "mods": lambda h: _spaced(h.mods),
    "seed": lambda h: str(h.seed),
    "difficulty": lambda h: h.difficulty or NONE,
    "seats": lambda h: " ".join(f"{code}={kind}" for code, kind in h.seats.items()),
    "begun": lambda h: h.begun or NONE,
    "place": lambda h: h.place or NONE,
    "parent": lambda h: h.parent or NONE,
    "iron": lambda h: h.iron or NONE,
    "touched": lambda h: _spaced(h.touched),
    "start": lambda h: h.start,
}
_RARE = ("parent", "iron", "touched")
"""Keys that stand in a save only if they say something."""


@frozen
class _Lines:
    """Lines of a heading by key, with what is needed to name a wrong one."""

    file: str
    rows: Mapping[str, tuple[int, str]] = field(factory=dict)

    def wrong(self, key: str) -> GameError:
        line, value = self.rows[key]
        return GameError(
            say("save.header_value", file=self.file, line=line, key=key, value=value[:60])
        )

    def text(self, key: str) -> str:
        value = self.rows[key][1] if key in self.rows else NONE
        return "" if value == NONE else value

    def several(self, key: str) -> tuple[str, ...]:
        return tuple(self.text(key).split(", ")) if self.text(key) else ()

    def number(self, key: str) -> int:
        value = self.rows[key][1]
        # `int` alone would also read digits of other scripts and underscores.
        if not (value.isascii() and value.lstrip("-").isdigit() and len(value) <= 20):
            raise self.wrong(key)
        return int(value)

    def pair(self, key: str, item: str, between: str) -> tuple[str, str]:
        first, found, second = item.partition(between)
        if not (found and first and second):
            raise self.wrong(key)
        return first, second


def read_header(file: str, lines: Sequence[str]) -> tuple[Header, int]:
    """The heading and the number of lines it takes. Raises GameError naming file and line."""
    _check_first(file, lines)
    rows: dict[str, tuple[int, str]] = {}
    line = 2
    for key in _WRITERS:
        text = lines[line - 1] if line <= len(lines) else ""
        name, found, value = text.partition(": ")
        if name == key and found and value:
            rows[key] = (line, value)
            line += 1
        elif key not in _RARE:
            raise GameError(say("save.header", file=file, line=line, key=key))
    last = line
    if len(lines) < last or lines[last - 1] != END:
        raise GameError(say("save.no_end", file=file, line=last))
    return _header(_Lines(file, rows)), last


def _check_first(file: str, lines: Sequence[str]) -> None:
    first = lines[0] if lines else ""
    version = first.removeprefix(MAGIC + " ")
    if not first.startswith(MAGIC + " ") or not (version.isascii() and version.isdigit()):
        raise GameError(say("save.foreign", file=file))
    if int(version[:9]) != FORMAT:
        raise GameError(say("save.newer", file=file, theirs=version[:9], ours=FORMAT))


def _header(lines: _Lines) -> Header:
    scenario, version = lines.pair("scenario", lines.text("scenario"), " ")
    seats = dict(lines.pair("seats", item, "=") for item in lines.text("seats").split())
    if not seats:
        raise lines.wrong("seats")
    return Header(
        game=lines.text("game"),
        scenario=scenario,
        version=version,
        hash=lines.text("rules"),
        mods=lines.several("mods"),
        seed=lines.number("seed"),
        difficulty=lines.text("difficulty"),
        seats=seats,
        begun=lines.text("begun"),
        place=lines.text("place"),
        parent=lines.text("parent"),
        iron=lines.text("iron"),
        touched=lines.several("touched"),
        start=lines.text("start"),
    )
