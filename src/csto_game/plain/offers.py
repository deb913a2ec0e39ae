"""What can be done now: answers to cards, verbs, motions to table, votes."""

from __future__ import annotations

from csto_game.content.nearest import nearest
from csto_game.plain.desk import Desk
from csto_game.text import choices
from csto_game.text.catalog import say


def options(desk: Desk, rest: str) -> None:
    """What can be done now; ``all`` with what is not open; or one verb or card."""
    view, scenario = desk.view(), desk.scenario
    why = desk.match.refusal_sentence
    if rest and rest != "all":
        one(desk, rest)
        return
    lines = [line for card in view.cards for line in choices.card_lines(scenario, card, why)]
    shown = [verb for verb in view.verbs if verb.commands or rest]
    lines += [line for verb in shown for line in choices.verb_lines(scenario, verb, why)]
    bills = [bill for bill in view.bills if rest or not bill.refusal]
    lines += [choices.bill_line(bill, why) for bill in bills]
    if view.phase == "council" and view.active == view.seat:
        lines += [
            *(choices.motion_lines(scenario, view.motions[0]) if view.motions else []),
            say("motion.vote"),
        ]
    shut = len(view.verbs) + len(view.bills) - len(shown) - len(bills)
    lines = lines or [say("verb.none")]
    desk.write(*lines, say("verb.shut", count=shut) if shut else "")


def one(desk: Desk, name: str) -> None:
    """Tell more of one verb, card or motion."""
    view, scenario = desk.view(), desk.scenario
    why = desk.match.refusal_sentence
    for verb in view.verbs:
        if verb.id == name:
            desk.write(*choices.verb_lines(scenario, verb, why), verb.text, verb.warn)
            return
    for card in view.cards:
        if card.incident == name:
            desk.write(*choices.card_lines(scenario, card, why))
            return
    bills = [bill for bill in view.bills if bill.motion == name]
    if bills:
        desk.write(*(choices.bill_line(bill, why) for bill in bills), bills[0].text)
        return
    known = [verb.id for verb in view.verbs] + [card.incident for card in view.cards]
    _near(desk, name, known + [bill.motion for bill in view.bills])


def _near(desk: Desk, word: str, known: list[str]) -> None:
    near = nearest(word, known)
    id = "plain.near" if near else "plain.unknown"
    desk.complain(say(id, word=word, near=near))
