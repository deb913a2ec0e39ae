"""Lessons and hints on the screens: what the coach says on which page, and which keys lead there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import define, evolve, field, frozen

from csto_game.session.coach import END, Coach, Lesson
from csto_game.ui.draw.coach import Told, coach_rows, hint_rows
from csto_game.ui.hints import HINTS, Hints
from csto_game.ui.keys import Keys
from csto_game.ui.look import Look
from csto_game.ui.rows import Row
from csto_game.ui.words import say

PATIENCE_S = 30.0
"""Seconds after which a step's hint is told."""
HOME = "campaign"
_ACTIONS: Mapping[str, tuple[str, str]] = {
    "map": ("map_panel", HOME),
    "members": ("table_panel", HOME),
    "member": ("choose", "member"),
    "incident": ("cards", "card"),
    "verbs": ("verbs", "verbs"),
    "council": ("council", "council"),
    "crisis": ("crises", "crises"),
    "why": ("why", "why"),
    "report": ("report", "report"),
    "forecast": ("forecast", "forecast"),
    "chronicle": ("chronicle", "chronicle"),
    "timeline": ("timeline", "timeline"),
    "ledger": ("ledger", "ledger"),
    "forces": ("forces", "forces"),
    "charter": ("charter", "charter"),
    END: ("end", ""),
    "undo": ("undo", ""),
}
"""What a step points at → the action that leads there, and the page where it then is."""
_ONWARD = ("report",)
"""Pages on which Enter goes on; from all others Esc leads back."""
_ABOUT = ("member", "why", "card")
"""Pages that are about something chosen, and so open nothing by themselves."""
_VOTES = ("vote_yes", "vote_no", "vote_abstain")
SCREENS: Mapping[str, str] = {
    page: screen for screen, (_, page) in _ACTIONS.items() if page not in ("", HOME)
}
"""A page's kind → what lessons call it."""


_PANELS: Mapping[str, str] = {
    "map": "map",
    "members": "table",
    "member": "table",
    "why": "table",
    "undo": "verbs",
}
"""What a step points at → the panel of the campaign where it is, or the heading of its plans; else the action."""


@frozen
class Light:
    """What a step points at on a page: a ``panel`` of the campaign or a heading of its plans, ``keys`` by their
    actions, or the page itself.
    """

    panel: str = ""
    keys: frozenset[str] = frozenset()
    is_here: bool = False


def first_page(opens: tuple[str, ...]) -> str:
    """The page that a role's new game begins with, the first it names; "" for the campaign itself."""
    page = _ACTIONS.get(opens[0], ("", ""))[1] if opens else ""
    return "" if page in (HOME, *_ABOUT) else page


@define
class Coaching:
    """``ask`` calls a function later; ``changed`` draws anew."""

    keys: Callable[[], Keys]
    hints: Hints
    ask: Callable[[float, Callable[[], None]], object]
    changed: Callable[[], None]
    patience_s: float = PATIENCE_S
    _looks: tuple[Look, Look] | None = None
    _step: tuple[str, str] = ("", "")
    _is_hinting: bool = field(default=False)

    def rows(  # where it stands and how it looks
        self, coach: Coach, page: str, width: int, height: int, look: Look, *, is_vote: bool = False
    ) -> list[Row]:
        """What stands above the message on a page of a game: the lesson, else the page's hint, else nothing."""
        lesson = coach.lesson
        keys = self.keys()
        if lesson is not None:
            self._begin(lesson)
            told = Told(
                lesson.chapter,
                lesson.step.text,
                lesson.number,
                lesson.count,
                keys=ways(lesson, page, keys, is_vote=is_vote),
                hint=lesson.step.hint if self._is_hinting else "",
                skip=keys.key_of("skip_step", page),
                off=keys.key_of("coach", page),
            )
            return coach_rows(told, width, height, look)
        if not self.hints.of(page):
            return []
        return hint_rows(say(HINTS[page]), keys.key_of("coach", page), width, look)

    def light(self, coach: Coach, page: str, *, is_vote: bool = False) -> Light:
        """What is to be lit on a page of a game."""
        lesson = coach.lesson
        return light(lesson, page, self.keys(), is_vote=is_vote) if lesson else Light()

    def lit(self, look: Look) -> Look:
        """The same look for a page that a step points at; one and the same for as long as the look is."""
        if self._looks is None or self._looks[0] is not look:
            self._looks = (look, evolve(look, is_lit=True))
        return self._looks[1]

    def opened(self, coach: Coach, page: str) -> None:
        """A page was opened. Where the next step is about it, too, that one is told on it."""
        lesson, screen = coach.lesson, SCREENS.get(page, "")
        if lesson and screen and lesson.step.looked == screen == coach.points_next:
            coach.look(screen)
            self.changed()

    def left(self, coach: Coach, page: str) -> None:
        """A page was left: a step that asked to look at it is done, and its hint is not needed again."""
        before = coach.lesson
        coach.look(SCREENS.get(page, ""))
        was_hint = bool(self.hints.of(page))
        if before is None:
            self.hints.close(page)
        if coach.lesson != before or (was_hint and before is None):
            self.changed()

    def switch(self, coach: Coach) -> str:
        """The coach and all hints on or off; says which."""
        is_on = not coach.is_on
        coach.is_on = self.hints.is_on = is_on
        return say("Lessons and hints are on.") if is_on else say("No more lessons and hints.")

    def _begin(self, lesson: Lesson) -> None:
        """A step that was not shown before: its hint waits."""
        step = (lesson.chapter, lesson.step.id)
        if step == self._step:
            return
        self._step, self._is_hinting = step, False
        if lesson.step.hint:
            self.ask(self.patience_s, lambda: self._hint(step))

    def _hint(self, step: tuple[str, str]) -> None:
        if step == self._step:
            self._is_hinting = True
            self.changed()


def way(
    lesson: Lesson, page: str, keys: Keys, *, is_vote: bool = False
) -> tuple[tuple[str, ...], ...]:
    """The actions that lead from a page to where the step points, one after the other; each of several will do.

    ``is_vote``: the council waits for our vote, which is the only way to the end of the turn.
    """
    action, there = _ACTIONS.get(_target(lesson), ("", ""))
    if not action:
        return ()
    if is_vote and action == "end":
        return (_VOTES,)
    if page == there != HOME:
        is_left = lesson.step.looked and page not in _ONWARD
        return (("back",) if is_left else ("choose",),)
    # On some pages Enter means something else than opening a country.
    if page == HOME or (keys.key_of(action, page) and action != "choose"):
        return ((action,),)
    return (("back",), (action,))


def ways(lesson: Lesson, page: str, keys: Keys, *, is_vote: bool = False) -> tuple[str, ...]:
    """The keys of that way."""
    found: list[str] = []
    for n, actions in enumerate(way(lesson, page, keys, is_vote=is_vote)):
        screen = "council" if actions is _VOTES else page if n == 0 else HOME
        found.append(" ".join(keys.key_of(action, screen) for action in actions))
    return tuple(found)


def light(lesson: Lesson, page: str, keys: Keys, *, is_vote: bool = False) -> Light:
    """What of a page is lit: the first key of the way, and what the step points at if it is there."""
    first = way(lesson, page, keys, is_vote=is_vote)[:1]
    target = _target(lesson)
    action, there = _ACTIONS.get(target, ("", ""))
    if first == (_VOTES,):
        panel, there = "council", "council"
    else:
        panel = _PANELS.get(target, action)
    return Light(
        panel=panel if page == HOME else "",
        keys=frozenset(action for actions in first for action in actions),
        is_here=page == there != HOME,
    )


def _target(lesson: Lesson) -> str:
    return lesson.step.points_at or lesson.step.looked
