"""Questions that the program asks by itself: a branch where undo cannot go, a damaged save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from csto_game.ui.words import say

if TYPE_CHECKING:  # the title needs neither the map nor the rules
    from csto_game.model.refusal import Refusal
    from csto_game.model.view import View
    from csto_game.ui.offers import Damage
    from csto_game.ui.sitting import Sitting

_BEHIND = ("undo/chance", "undo/others")
"""Refusals to undo behind which a branch still can go."""


class Asker(Protocol):
    """Who can put a question: the program, or in its name a page."""

    @property
    def sitting(self) -> Sitting: ...

    def open_page(self, name: str, **facts: object) -> None: ...
    def branch(self, path: Path | None, turn: int | None, name: str) -> None: ...


def turn_behind(view: View, refusal: Refusal, *, has_orders: bool) -> int:
    """The turn to begin anew instead of taking back; 0 if there is none."""
    if refusal.code not in _BEHIND:
        return 0
    is_fresh = view.phase == "plan" and not has_orders
    return view.turn - 1 if is_fresh and refusal.code == "undo/others" else view.turn


def offer_branch(desk: Asker, refusal: Refusal) -> None:
    """What has been revealed cannot be taken back; but another line may leave before it."""
    sitting = desk.sitting
    turn = turn_behind(sitting.view, refusal, has_orders=bool(sitting.orders))
    if not turn or sitting.match.is_iron:
        return
    anew = say(
        "You can begin turn {turn} anew as another line of play; this one stays as it is. "
        "The luck there is the same, what you make of it is yours.",
        turn=turn,
    )
    desk.open_page(
        "ask",
        title=say("That cannot be taken back"),
        lines=(sitting.match.refusal_sentence(refusal), "", anew),
        yes=say("Begin turn {turn} anew", turn=turn),
        no=say("Go on here"),
        done=lambda: desk.branch(None, turn, ""),
    )


def offer_mending(desk: Asker, damage: Damage, mend: Callable[[], object]) -> None:
    """Say what is lost of a save and what is not, and offer to keep the good part."""
    kept = say(
        "{count} {count|command is|commands are} good, up to turn {turn}.",
        count=damage.kept,
        turn=damage.turn,
    )
    lost = (
        say(
            "From line {line} on {lost} {lost|line is|lines are} lost.",
            line=damage.line,
            lost=damage.lost,
        )
        if damage.line
        else say("Nothing is lost.")
    )
    stays = say("The good part becomes a save of its own; the damaged file stays as it is.")
    desk.open_page(
        "ask",
        title=say("{name} is damaged", name=damage.name),
        lines=(*((damage.why,) if damage.why else ()), "", kept, lost, stays),
        yes=say("Save what is good"),
        no=say("Leave it"),
        done=mend,
    )
