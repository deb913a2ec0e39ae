"""What can be done now, as lines that a palette lists and a query picks from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from csto_game.model.command import Command
from csto_game.model.view import View
from csto_game.ui.costs import cost_text
from csto_game.ui.keys import LAYOUTS, Key
from csto_game.ui.sitting import cost_of
from csto_game.ui.words import say

_QUIET = frozenset(
    [
        "palette",
        "choose",
        "up",
        "down",
        "left",
        "right",
        "page_up",
        "page_down",
        "first",
        "last",
        "number",
        "back",
    ]
)


@frozen
class Deed:
    """One line: an action of the page below, or a command. `words` is what one would type."""

    name: str
    words: str
    hint: str = ""
    action: str = ""
    command: Command | None = None
    why_not: str = ""


def actions(keys: Sequence[Key]) -> list[Deed]:
    """The actions of a screen, with their keys."""
    return [
        Deed(say(key.help), key.id.replace("_", " "), key.shown, action=key.id)
        for key in keys
        if key.id not in _QUIET
    ]


def commands(view: View, refused: dict[str, str], named: Callable[[Command], str]) -> list[Deed]:
    """Every command this seat may give now; verbs that are refused say why."""
    if view.active != view.seat or view.ended:
        return []
    found = [option.command for card in view.cards for option in card.options if not option.refusal]
    found += [command for verb in view.verbs for command in verb.commands]
    found += [bill.command for bill in view.bills if bill.command]
    if view.phase == "council":
        found += [Command(view.seat, "vote", choice=vote) for vote in ("yes", "no", "abstain")]
    else:
        found.append(Command(view.seat, "end"))
    deeds = [
        Deed(named(one), one.words, cost_text(view, cost_of(view, one)), command=one)
        for one in found
    ]
    off = [verb for verb in view.verbs if verb.refusal]
    return deeds + [Deed(v.name, v.id, why_not=refused.get(v.id, "")) for v in off]


def pick(deeds: Sequence[Deed], query: str) -> list[Deed]:
    """Deeds that hold all words of the query; tried once more as typed on the other layout."""
    found = _matches(deeds, query)
    if found or not query:
        return found
    return _matches(deeds, "".join(LAYOUTS.get(char, char) for char in query))


def _matches(deeds: Sequence[Deed], query: str) -> list[Deed]:
    words = query.lower().split()
    found = [
        (
            deed.words.lower() != query.lower(),
            not deed.words.lower().startswith(query.lower()),
            n,
            deed,
        )
        for n, deed in enumerate(deeds)
        if all(word in f"{deed.words} {deed.name}".lower() for word in words)
    ]
    return [deed for *_, deed in sorted(found, key=lambda row: row[:3])]
