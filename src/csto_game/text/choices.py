"""What a seat can choose among, in sentences: cards, verbs, motions, and running crises."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from csto_game.model.refusal import Refusal
from csto_game.model.scenario import Scenario
from csto_game.model.view import CardRow, CrisisRow, MotionRow, OptionRow, VerbRow, View
from csto_game.text.catalog import say, word
from csto_game.text.events import closed
from csto_game.text.preview import cost_words
from csto_game.text.refusals import refusal_sentence

Explain = Callable[[Refusal], str]
"""Why not, in words; a match knows more of it than a refusal alone says."""


def card_lines(scenario: Scenario, card: CardRow, explain: Explain = refusal_sentence) -> list[str]:
    """A card with its answers, prices and advice."""
    lines = [say("card.head", incident=card.incident, name=closed(card.name)), card.text]
    for number, option in enumerate(card.options, 1):
        lines += _option(scenario, option, number, explain)
    names = {option.id: option.name for option in card.options}
    if card.default in names:
        lines.append(say("card.default", due=card.due, name=names[card.default]))
    lines += [say("card.advice", name=name, text=text) for name, text in card.advice]
    return lines


def _option(scenario: Scenario, option: OptionRow, number: int, explain: Explain) -> list[str]:
    facts = {
        "number": number,
        "id": option.id,
        "name": option.name,
        "cost": cost_words(scenario, option.cost),
    }
    lines = ["  " + say("card.option_cost" if option.cost else "card.option", **facts)]
    more = [option.text, option.warn]
    if option.refusal:
        more.append(say("card.closed", why=explain(option.refusal)))
    return lines + [f"    {text}" for text in more if text]


def verb_lines(scenario: Scenario, verb: VerbRow, explain: Explain = refusal_sentence) -> list[str]:
    """One verb: how it is said, what it costs, at whom; or why it is not open."""
    if not verb.commands:
        why = explain(verb.refusal) if verb.refusal else ""
        return [say("verb.closed", id=verb.id, name=verb.name, why=why).rstrip()]
    facts = {"id": verb.id, "name": verb.name, "cost": cost_words(scenario, verb.cost)}
    lines = [say("verb.open_cost" if verb.cost else "verb.open", **facts)]
    parts: list[str] = []
    if verb.targets:
        parts.append(say("verb.targets", targets=", ".join(verb.targets)))
    if verb.options:
        parts.append(say("verb.options", options=", ".join(id for id, _ in verb.options)))
    if verb.amount:
        low, high, step, _ = verb.amount
        parts.append(say("verb.amount", low=low, high=high, step=step))
    return lines + ([f"  {closed('; '.join(parts))}"] if parts else [])


def forecast(motion: MotionRow) -> str:
    """Whether a motion would pass, as far as the seat can tell."""
    if motion.forecast == "blocked":
        return say("motion.blocked", names=", ".join(motion.blockers) or say("word.nobody"))
    return say(f"motion.{motion.forecast}") if motion.forecast else ""


def motion_lines(scenario: Scenario, motion: MotionRow) -> list[str]:
    """A motion on the table: what it needs and where each voter stands."""
    mover = scenario.actors.get(motion.mover)
    facts = {
        "motion": motion.motion,
        "name": motion.name,
        "mover": mover.name if mover else motion.mover,
        "needs": word(motion.needs),
        "forecast": forecast(motion),
    }
    lines = [say("motion.head", **facts), *([motion.text] if motion.text else [])]
    for ballot in motion.ballots:
        if ballot.cast:
            id = "motion.abstained" if ballot.cast == "abstain" else "motion.cast"
            lines.append("  " + closed(say(id, name=ballot.name, cast=word(ballot.cast))))
        else:
            text = say("motion.ballot", name=ballot.name, forecast=word(ballot.forecast))
            lines.append("  " + closed(text))
    return lines


def bill_line(bill: MotionRow, explain: Explain = refusal_sentence) -> str:
    """A motion that could be tabled, or why it cannot."""
    if bill.refusal or not bill.command:
        why = explain(_called(bill.refusal, bill.name)) if bill.refusal else ""
        return say("motion.bill_closed", motion=bill.motion, name=bill.name, why=why).rstrip()
    facts = {"name": bill.name, "forecast": forecast(bill)}
    return say("motion.bill", motion=bill.command.words.removeprefix("table "), **facts)


def _called(refusal: Refusal, name: str) -> Refusal:
    """With the name of what cannot be done, which the rules know by its id only."""
    facts = dict(refusal.facts)
    facts.setdefault("name", name)
    return evolve(refusal, facts=tuple(facts.items()))


def crisis_lines(view: View, crisis: CrisisRow) -> list[str]:
    """A running crisis: its step and what the next turn may bring."""
    up, stay, down = crisis.odds
    head = say(
        "crisis.row",
        name=crisis.name,
        by=crisis.by,
        to=crisis.to,
        rung=crisis.rung + 1,
        rungs=len(crisis.rungs),
        step=crisis.rungs[crisis.rung] if crisis.rung < len(crisis.rungs) else "",
    )
    return [
        head,
        *([crisis.text] if crisis.text else []),
        say("crisis.odds", up=up, stay=stay, down=down),
    ]
