"""Using a verb: a card that a leader plays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import ANYBODY
from csto_game.rules.code.arithmetic import NEVER
from csto_game.rules.commands.base import can_pay, price_refusal, refuse
from csto_game.rules.outcomes import fall_out

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft
    from csto_game.rules.things import OptionCode, VerbCode


class Act(NamedTuple):  # many thousands a game: a tuple is made twice as fast as a frozen record
    """A verb ready to be used: its target's index, its option and amount (0 if it has none)."""

    code: VerbCode
    target: int
    option: OptionCode | None
    amount: int

    def command(self, draft: Draft, seat: int) -> Command:
        layout = draft.book.layout
        return Command(
            seat=layout.codes[seat],
            kind="verb",
            thing=self.code.verb.id,
            target=layout.codes[self.target] if self.code.verb.target is not None else "",
            choice=self.option.option.id if self.option is not None else "",
            amount=self.amount if self.code.verb.amount is not None else None,
        )


class UseVerb:
    def options(self, draft: Draft, seat: int) -> Iterator[Command]:
        for act in acts(draft, seat):
            yield act.command(draft, seat)

    def refusal(self, draft: Draft, command: Command) -> Refusal | None:
        layout = draft.book.layout
        code = draft.book.verbs.get(command.thing)
        if code is None:
            return refuse("unknown_word", word=command.thing)
        seat = layout.index[command.seat]
        return (
            _may_refusal(draft, code, seat)
            or _target_refusal(draft, code, seat, command)
            or _option_refusal(draft, code, seat, command)
            or _amount_refusal(draft, code, seat, command)
            or _price_refusal(draft, code, seat, command)
        )

    def apply(self, draft: Draft, command: Command) -> None:
        code = draft.book.verbs[command.thing]
        layout = draft.book.layout
        target = layout.index[command.target] if command.target else layout.none
        option = code.options[command.choice] if command.choice else None
        use(draft, layout.index[command.seat], Act(code, target, option, command.amount or 0))


def use(draft: Draft, seat: int, act: Act) -> None:
    """Carry a legal act out: price, effects, the option's effects, outcomes."""
    code, to, amount, none = act.code, act.target, act.amount, draft.book.layout.none
    times, last = draft.tally.get((code.address, seat, ANYBODY), NEVER)
    draft.again = times if last == draft.turn else 0
    draft.note("used", code.cause, seat, to, code.address)
    draft.pay(code.prices, code.cause, seat, to, amount)
    if act.option is not None:
        draft.pay(act.option.prices, act.option.cause, seat, to, amount)
    if code.do is not None:
        code.do(draft, seat, to, none, amount)
    if act.option is not None:
        draft.count(act.option.address, seat, to)
        if act.option.do is not None:
            act.option.do(draft, seat, to, none, amount)
        fall_out(draft, act.option.outcomes, act.option.key, seat, to, amount)
    fall_out(draft, code.outcomes, code.key, seat, to, amount)
    draft.count(code.address, seat, to)
    draft.acts += 1
    draft.again = 0


# ── what is legal ───────────────────────────────────────────────────


def open_to(draft: Draft, code: VerbCode, seat: int) -> bool:
    """Do the acts left, the chapter, cooldown and ``once`` allow the verb? The rest is `legal`'s."""
    verb, book = code.verb, draft.book
    limit = book.scenario.clock.acts
    if limit and draft.acts >= limit:
        return False
    if book.chapter_verbs and verb.id not in book.chapter_verbs.get(draft.chapter, (verb.id,)):
        return False
    if verb.cooldown or verb.once:
        last = draft.tally.get((code.address, seat, ANYBODY))
        return last is None or not (verb.once or draft.turn - last[1] <= verb.cooldown)
    return True


def acts(draft: Draft, seat: int) -> Iterator[Act]:
    """Every legal act of the seat, in the order of the files."""
    limit = draft.book.scenario.clock.acts
    if limit and draft.acts >= limit:
        return
    for code in draft.book.verbs.values():
        if open_to(draft, code, seat):
            yield from acts_of(draft, code, seat)


def acts_of(draft: Draft, code: VerbCode, seat: int) -> Iterator[Act]:
    """The verb's legal acts (the verb being open): targets × options × amounts."""
    targets = code.legal(draft, seat)
    if not targets:
        return
    if code.amounts is not None:
        yield from _numbered(draft, code, seat, targets)
        return
    if not code.options:
        for to in targets:
            yield Act(code, to, None, 0)
        return
    # Most options are open towards all targets or towards none: that is asked once.
    options = [
        option
        for option in code.options.values()
        if option.asks_target or _is_open(draft, code, option, seat, targets[0])
    ]
    for to in targets:
        for option in options:
            if not option.asks_target or _is_open(draft, code, option, seat, to):
                yield Act(code, to, option, 0)


def _numbered(draft: Draft, code: VerbCode, seat: int, targets: Sequence[int]) -> Iterator[Act]:
    """Legal acts of a verb with an amount, on which its price may depend."""
    none = draft.book.layout.none
    options: list[OptionCode | None] = list(code.options.values()) or [None]
    for to in targets:
        for option in options:
            if option is not None and not option.when(draft, seat, to, none, 0):
                continue
            prices = code.prices if option is None else code.joint_prices[option.option.id]
            for amount in amounts(draft, code, seat, to):
                if can_pay(draft, prices, seat, to, amount):
                    yield Act(code, to, option, amount)


def _is_open(draft: Draft, code: VerbCode, option: OptionCode, seat: int, to: int) -> bool:
    """May the option be chosen towards the target, and can it and its verb be paid?"""
    return option.when(draft, seat, to, draft.book.layout.none, 0) and can_pay(
        draft, code.joint_prices[option.option.id], seat, to, 0
    )


def amounts(draft: Draft, code: VerbCode, seat: int, to: int) -> tuple[int, ...]:
    """The amounts that are offered: where the number begins, the least and the most."""
    if code.amounts is None:
        return (0,)
    lowest, highest, begins = code.amounts
    least, most = lowest(draft, seat, to, to, 0), highest(draft, seat, to, to, 0)
    if most < least:
        return ()
    first = least if begins is None else begins(draft, seat, to, to, 0)
    return tuple(dict.fromkeys((min(max(first, least), most), least, most)))


def _may_refusal(draft: Draft, code: VerbCode, seat: int) -> Refusal | None:
    verb, book = code.verb, draft.book
    none = book.layout.none
    allowed = book.chapter_verbs.get(draft.chapter)
    if allowed and verb.id not in allowed:
        return refuse("chapter", thing=code.address)
    limit = book.scenario.clock.acts
    if limit and draft.acts >= limit:
        return refuse("acts", limit=limit)
    if not code.by_has(draft, seat, seat):
        return refuse("not_for_you", thing=code.address)
    last = draft.tally.get((code.address, seat, ANYBODY)) if verb.cooldown or verb.once else None
    if last is not None:
        if verb.once:
            return refuse("once", thing=code.address)
        if draft.turn - last[1] <= verb.cooldown:
            return refuse(
                "cooldown", thing=code.address, turns=verb.cooldown + 1 - (draft.turn - last[1])
            )
    if verb.target is None and not code.when(draft, seat, none, none, 0):
        return refuse("condition", thing=code.address)
    return None


def _target_refusal(draft: Draft, code: VerbCode, seat: int, command: Command) -> Refusal | None:
    layout = draft.book.layout
    if code.verb.target is None:
        return refuse("no_target", thing=code.address) if command.target else None
    if not command.target:
        return refuse("needs_target", thing=code.address)
    to = layout.index.get(command.target)
    if to is None or to == layout.none:
        return refuse("unknown_target", word=command.target)
    if not code.target_has(draft, to, seat):
        return refuse("bad_target", thing=code.address, target=command.target)
    if not code.when(draft, seat, to, layout.none, 0):
        return refuse("condition", thing=code.address, target=command.target)
    return None


def _option_refusal(draft: Draft, code: VerbCode, seat: int, command: Command) -> Refusal | None:
    layout = draft.book.layout
    if not code.options:
        return refuse("no_option", thing=code.address) if command.choice else None
    option = code.options.get(command.choice)
    if option is None:
        return refuse("needs_option", thing=code.address, options=" ".join(code.options))
    to = layout.index.get(command.target, layout.none)
    if not option.when(draft, seat, to, layout.none, 0):
        return refuse("option_condition", thing=option.address)
    return None


def _amount_refusal(draft: Draft, code: VerbCode, seat: int, command: Command) -> Refusal | None:
    if code.amounts is None or code.verb.amount is None:
        return refuse("no_amount", thing=code.address) if command.amount is not None else None
    to = draft.book.layout.index.get(command.target, draft.book.layout.none)
    least = code.amounts[0](draft, seat, to, to, 0)
    most = code.amounts[1](draft, seat, to, to, 0)
    step = code.verb.amount.step
    amount = command.amount
    if (
        amount is None
        or not least <= amount <= most
        or ((amount - least) % step and amount != most)
    ):
        return refuse("amount", min=least, max=most, step=step)
    return None


def _price_refusal(draft: Draft, code: VerbCode, seat: int, command: Command) -> Refusal | None:
    to = draft.book.layout.index.get(command.target, draft.book.layout.none)
    prices = code.joint_prices[command.choice] if command.choice else code.prices
    return price_refusal(draft, prices, seat, to, command.amount or 0)
