"""Names and prices of commands and things, as a seat reads them."""

from __future__ import annotations

from csto_game.model.command import Command
from csto_game.rules.draft import Draft
from csto_game.rules.texts import fill


def command_name(draft: Draft, command: Command) -> str:
    """The command as a leader would say it."""
    book, index = draft.book, draft.book.layout.index
    by, to = index.get(command.seat, -1), index.get(command.target, -1)
    if command.kind == "verb" and command.thing in book.scenario.verbs:
        verb = book.scenario.verbs[command.thing]
        name = fill(draft, verb.name, by, to, command.amount or 0)
        if command.choice in verb.options:
            name = f"{name}: {fill(draft, verb.options[command.choice].name, by, to, command.amount or 0)}"
        return name
    if command.kind == "option" and command.thing in book.scenario.incidents:
        card = next((c for c in draft.cards if c.by == by and c.incident == command.thing), None)
        options = book.scenario.incidents[command.thing].options
        if command.choice in options:
            return fill(draft, options[command.choice].name, by, card.to if card else -1)
    if command.kind in ("table", "vote") and command.thing in book.scenario.motions:
        return fill(draft, book.scenario.motions[command.thing].name, by, to)
    return command.words


def price_list(draft: Draft, command: Command) -> tuple[tuple[str, int], ...]:
    """What the command takes, (stat as written, amount), zero prices left out."""
    book, index = draft.book, draft.book.layout.index
    by, to = index.get(command.seat, book.layout.none), index.get(command.target, book.layout.none)
    prices: list[tuple[str, int]] = []
    amount = command.amount or 0
    if command.kind == "verb" and command.thing in book.verbs:
        code = book.verbs[command.thing]
        prices = [(stat, price(draft, by, to, by, amount)) for stat, price in code.prices]
        if command.choice in code.options:
            prices += [
                (s, p(draft, by, to, by, amount)) for s, p in code.options[command.choice].prices
            ]
    elif command.kind == "option" and command.thing in book.incidents:
        option = book.incidents[command.thing].options.get(command.choice)
        card = next((c for c in draft.cards if c.by == by and c.incident == command.thing), None)
        if option is not None:
            prices = [
                (s, p(draft, by, card.to if card else book.layout.none, by, 0))
                for s, p in option.prices
            ]
    elif command.kind == "table" and command.thing in book.motions:
        prices = [(s, p(draft, by, to, by, 0)) for s, p in book.motions[command.thing].prices]
    total: dict[str, int] = {}
    for stat, price in prices:
        total[stat] = total.get(stat, 0) + price
    return tuple((stat, price) for stat, price in total.items() if price)
