"""What plain mode answers, typed into the palette: each word opens the page that shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from csto_game.model.refusal import GameError
from csto_game.ui.sitting import Sitting
from csto_game.ui.words import say


class Opener(Protocol):
    """Who opens pages and begins lines of play."""

    @property
    def sitting(self) -> Sitting: ...

    def open_page(self, name: str, **facts: object) -> None: ...
    def branch(self, path: Path | None, turn: int | None, name: str) -> None: ...
    def tell(self, text: str, *, is_bad: bool = False) -> None: ...


Ask = Callable[[Opener, list[str]], None]


def is_answerable(text: str) -> bool:
    """Whether a text begins with a word that is known here, and says enough."""
    head, *rest = text.lower().split() or [""]
    return head in ASKS and bool(rest or head not in _NEEDING)


def answer(desk: Opener, text: str) -> None:
    """Answer what was typed, which is answerable."""
    head, *rest = text.split()
    ASKS[head.lower()](desk, rest)


def _why(desk: Opener, rest: list[str]) -> None:
    """``why unrest``, ``why KAZ.unrest turn 3``, ``why not trade CHN``, ``why left ARM``."""
    if rest[0] == "not" and len(rest) > 1:
        words = " ".join(rest[1:])
        title = say("why not · {name}", name=words)
        desk.open_page("told", title=title, ask=lambda m: m.why_not(words))
    elif rest[0] == "left" and len(rest) > 1:
        code = rest[1].upper()
        title = say("{name}: its place in the alliance", name=desk.sitting.person_name(code))
        desk.open_page("told", title=title, ask=lambda m: m.why_left(code))
    else:
        number = rest[2] if rest[1:2] == ["turn"] and len(rest) > 2 else ""
        turn = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else None
        desk.open_page("why", path=desk.sitting.match.path_of(rest[0]), turn=turn)


def _branch(desk: Opener, rest: list[str]) -> None:
    """``branch NAME`` from here, ``branch NAME 6`` from the start of turn 6."""
    number = rest[1] if len(rest) > 1 else ""
    if number and not (number.isascii() and number.isdigit() and len(number) < 6):
        desk.tell(say("Say: {form}", form="branch calm 6"), is_bad=True)
        return
    desk.branch(None, int(number) if number else None, rest[0])


def _compare(desk: Opener, rest: list[str]) -> None:
    """``compare NAME``: the line being played and another one of its folder."""
    path = desk.sitting.match.archive.path
    if path is None:
        desk.tell(say("This game is not saved, so it has no timeline."), is_bad=True)
        return
    name = Path(rest[0]).name or rest[0].strip("/.")
    desk.open_page("compare", here=path, there=path.with_name(f"{name}{path.suffix}"))


def _save(desk: Opener, rest: list[str]) -> None:
    """``save NAME``: this moment as a save of its own."""
    try:
        name = desk.sitting.match.archive.keep(rest[0])
        desk.tell(say("Kept as {name}.", name=name))
    except GameError as error:
        desk.tell(str(error), is_bad=True)


def _opens(page: str) -> Ask:
    return lambda desk, rest: desk.open_page(page)


def _debrief(desk: Opener, rest: list[str]) -> None:
    if desk.sitting.match.over:
        desk.open_page("debrief")
    else:
        desk.tell(say("The game goes on; there is a debrief when it is over."), is_bad=True)


ASKS: Mapping[str, Ask] = {
    "why": _why,
    "branch": _branch,
    "compare": _compare,
    "save": _save,
    "timeline": _opens("timeline"),
    "debrief": _debrief,
    "forecast": _opens("forecast"),
}
_NEEDING = ("why", "branch", "compare", "save")
"""Words that say nothing alone."""
