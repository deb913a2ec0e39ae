"""Commands in words a player reads."""

from __future__ import annotations

from csto_game.model.command import Command
from csto_game.model.view import View
from csto_game.text.catalog import word
from csto_game.ui.words import say


def actor_name(view: View, code: str) -> str:
    """An actor's name by its code; the code where there is none."""
    for member in view.members:
        if member.code == code:
            return member.name
    for power in view.powers:
        if power.code == code:
            return power.name
    return code


def turn_name(view: View, turn: int) -> str:
    """``Spring 1992``; ``turn 41`` past the last one that has a date."""
    dates = view.calendar
    return dates[turn - 1] if 1 <= turn <= len(dates) else say("turn {n}", n=turn)


def command_name(view: View, command: Command) -> str:
    """``Visit → Armenia``, ``Border fire: Send monitors``, ``Propose Mission``."""
    if command.kind == "option":
        return _option_name(view, command)
    if command.kind == "verb":
        return _verb_name(view, command)
    if command.kind == "table":
        names = {bill.motion: bill.name for bill in view.bills}
        name = names.get(command.thing, command.thing)
        target = f" ({actor_name(view, command.target)})" if command.target else ""
        return say("Propose: {name}", name=name + target)
    if command.kind == "vote":
        return say("Vote {vote}", vote=word(command.choice))
    return say("End of our part") if command.kind == "end" else command.words


def _option_name(view: View, command: Command) -> str:
    for card in view.cards:
        for option in card.options:
            if option.command == command:
                return f"{card.name}: {option.name}"
    return command.words


def _verb_name(view: View, command: Command) -> str:
    verb = next((verb for verb in view.verbs if verb.id == command.thing), None)
    if verb is None:
        return command.words
    parts = [verb.name]
    target = actor_name(view, command.target) if command.target else ""
    if target and target not in verb.name:
        parts.append(target)
    if command.choice:
        parts.append(dict(verb.options).get(command.choice, command.choice).lower())
    if command.amount is not None:
        parts.append(str(command.amount))
    return ", ".join(parts)
