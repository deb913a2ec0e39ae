"""Rows of a View about what can be done: cards, verbs, motions, crises."""

from __future__ import annotations

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import Climb, Tabled
from csto_game.model.view import Ballot, CardRow, CrisisRow, MotionRow, OptionRow, VerbRow
from csto_game.rules.commands import KINDS
from csto_game.rules.commands.base import refuse
from csto_game.rules.commands.verb import acts_of, open_to
from csto_game.rules.draft import Draft
from csto_game.rules.leaning import lean_to_vote, reasons
from csto_game.rules.mechanisms import council, crises
from csto_game.rules.names import price_list
from csto_game.rules.texts import fill
from csto_game.rules.things import MotionCode, VerbCode

# ── cards ───────────────────────────────────────────────────────────


def card_rows(draft: Draft, viewer: int) -> tuple[CardRow, ...]:
    """The seat's waiting cards, oldest first."""
    rows = []
    for card in draft.cards:
        if card.by != viewer:
            continue
        code = draft.book.incidents[card.incident]
        incident = code.incident
        options = []
        for id, option in incident.options.items():
            command = Command(
                draft.book.layout.codes[viewer], "option", thing=card.incident, choice=id
            )
            options.append(
                OptionRow(
                    id=id,
                    name=fill(draft, option.name, card.by, card.to),
                    text=fill(draft, option.text, card.by, card.to),
                    cost=price_list(draft, command),
                    command=command,
                    refusal=KINDS["option"].refusal(draft, command),
                    warn=option.warn,
                )
            )
        advisers = draft.book.scenario.advisers
        rows.append(
            CardRow(
                serial=card.serial,
                incident=card.incident,
                name=fill(draft, incident.name, card.by, card.to),
                text=fill(draft, incident.text, card.by, card.to),
                target=draft.book.layout.code(card.to) if card.to != draft.book.layout.none else "",
                options=tuple(options),
                default=code.default,
                due=card.due,
                advice=tuple(
                    (
                        advisers[who].name if who in advisers else who,
                        fill(draft, said, card.by, card.to),
                    )
                    for who, said in incident.advice.items()
                ),
            )
        )
    return tuple(rows)


# ── verbs ───────────────────────────────────────────────────────────


def verb_rows(draft: Draft, viewer: int) -> tuple[VerbRow, ...]:
    """The seat's verbs in file order; those that are never this seat's are left out."""
    rows = [_verb_row(draft, code, viewer) for code in draft.book.verbs.values()]
    return tuple(row for row in rows if row is not None)


def _verb_row(draft: Draft, code: VerbCode, viewer: int) -> VerbRow | None:
    verb, layout = code.verb, draft.book.layout
    seat = layout.codes[viewer]
    if verb.by.codes and seat not in verb.by.codes:
        return None
    commands: tuple[Command, ...] = ()
    refusal: Refusal | None = None
    if open_to(draft, code, viewer):
        commands = tuple(act.command(draft, viewer) for act in acts_of(draft, code, viewer))
    if not commands:
        refusal = _why_not(draft, code, viewer)
    sample = commands[0] if commands else _sample(draft, code, viewer)
    to = layout.index.get(sample.target, -1) if sample else -1
    return VerbRow(
        id=verb.id,
        name=fill(draft, verb.name, viewer, to, sample.amount or 0 if sample else 0),
        group=verb.group,
        text=fill(draft, verb.text, viewer, to),
        cost=price_list(draft, sample) if sample else (),
        targets=tuple(dict.fromkeys(c.target for c in commands if c.target)),
        options=tuple((id, fill(draft, o.name, viewer, to)) for id, o in verb.options.items()),
        amount=_amount(draft, code, viewer, to),
        commands=commands,
        refusal=refusal,
        warn=verb.warn,
    )


def _sample(draft: Draft, code: VerbCode, viewer: int) -> Command | None:
    """A command of the verb to name a price by, legal or not."""
    layout = draft.book.layout
    target = ""
    if code.verb.target is not None:
        found = code.target_list(draft, viewer, layout.none, layout.none, 0)
        if not found:
            return None
        target = layout.codes[found[0]]
    choice = next(iter(code.options), "")
    return Command(
        layout.codes[viewer],
        "verb",
        code.verb.id,
        target,
        choice,
        _first(draft, code, viewer, target),
    )


def _first(draft: Draft, code: VerbCode, viewer: int, target: str) -> int | None:
    amount = _amount(draft, code, viewer, draft.book.layout.index.get(target, -1))
    return amount[3] if amount else None


def _why_not(draft: Draft, code: VerbCode, viewer: int) -> Refusal:
    sample = _sample(draft, code, viewer)
    if sample is None:
        # What keeps the verb itself shut is told before whom it could be aimed at.
        bare = Command(draft.book.layout.codes[viewer], "verb", code.verb.id)
        shut = KINDS["verb"].refusal(draft, bare)
        return (
            shut if shut and shut.code != "needs_target" else refuse("nobody", thing=code.address)
        )
    return KINDS["verb"].refusal(draft, sample) or refuse("nobody", thing=code.address)


def _amount(draft: Draft, code: VerbCode, viewer: int, to: int) -> tuple[int, int, int, int] | None:
    if code.amounts is None or code.verb.amount is None:
        return None
    target = to if to >= 0 else draft.book.layout.none
    least, most, first = code.amounts
    low, high = least(draft, viewer, target, target, 0), most(draft, viewer, target, target, 0)
    start = first(draft, viewer, target, target, 0) if first is not None else low
    return low, high, code.verb.amount.step, min(max(start, low), max(low, high))


# ── the council ─────────────────────────────────────────────────────


def motion_rows(draft: Draft, viewer: int) -> tuple[MotionRow, ...]:
    """What is on the table, in order."""
    return tuple(_motion_row(draft, tabled) for tabled in draft.motions)


def bill_rows(draft: Draft, viewer: int) -> tuple[MotionRow, ...]:
    """What the seat could table, one row for each motion and target, with where voters stand."""
    layout = draft.book.layout
    rows = []
    for id, code in draft.book.motions.items():
        if code.motion.by is None or not code.by_has(draft, viewer, viewer):
            continue
        targets = [layout.none]
        if code.motion.target is not None:
            targets = code.target_list(draft, viewer, layout.none, viewer, 0)
        for to in targets:
            if not code.when(draft, viewer, to, viewer, 0):
                continue
            target = layout.codes[to] if to != layout.none else ""
            command = Command(layout.codes[viewer], "table", thing=id, target=target)
            rows.append(_motion_row(draft, Tabled(0, id, viewer, to), command))
    return tuple(rows)


def _motion_row(draft: Draft, tabled: Tabled, command: Command | None = None) -> MotionRow:
    layout = draft.book.layout
    code = draft.book.motions[tabled.motion]
    organ = council.organ_of(draft, tabled)
    ballots = tuple(_ballot(draft, code, tabled, voter) for voter in council.voters(draft, tabled))
    foreseen = tuple((layout.index[b.code], council.CASTS[b.cast or b.forecast]) for b in ballots)
    carries = council.passes(draft, Tabled(0, tabled.motion, tabled.by, tabled.to, foreseen))
    against = tuple(b.code for b in ballots if (b.cast or b.forecast) == "no")
    rule = council.needs(draft, organ)
    blocked = not carries and rule in ("consensus", "unanimity") and bool(against)
    return MotionRow(
        motion=tabled.motion,
        name=fill(draft, code.motion.name, tabled.by, tabled.to),
        text=fill(draft, code.motion.text, tabled.by, tabled.to),
        mover=layout.code(tabled.by) if tabled.by != layout.none else "",
        target=layout.code(tabled.to) if tabled.to != layout.none else "",
        needs=rule,
        ballots=ballots,
        forecast="passes" if carries else "blocked" if blocked else "fails",
        blockers=against if not carries else (),
        command=command,
        refusal=KINDS["table"].refusal(draft, command) if command else None,
    )


def _ballot(draft: Draft, code: MotionCode, tabled: Tabled, voter: int) -> Ballot:
    leaning = code.leaning(draft, voter, tabled.to, tabled.by, 0)
    organ = council.organ_of(draft, tabled).organ
    cast = next((how for who, how in tabled.votes if who == voter), None)
    words = {1: "yes", 0: "abstain", -1: "no"}
    actor = draft.book.scenario.actors[draft.book.layout.codes[voter]]
    # Nobody tables what it would vote down, whatever it leans by.
    meant = "yes" if voter == tabled.by else lean_to_vote(leaning, organ.yes_at, organ.veto_at)
    return Ballot(
        code=actor.code,
        name=actor.name,
        leaning=min(max(leaning, -100), 100),
        forecast=meant,
        cast=words[cast] if cast is not None else None,
        reasons=reasons(draft, code, voter, tabled.by, tabled.to),
    )


# ── crises ──────────────────────────────────────────────────────────


def crisis_rows(draft: Draft) -> tuple[CrisisRow, ...]:
    """Running crises with their chances next turn."""
    return tuple(_crisis_row(draft, climb) for climb in draft.crises)


def _crisis_row(draft: Draft, climb: Climb) -> CrisisRow:
    crisis = draft.book.scenario.crises[climb.crisis]
    layout = draft.book.layout
    rung = list(crisis.rungs.values())[climb.rung]
    return CrisisRow(
        crisis=climb.crisis,
        name=fill(draft, crisis.name, climb.by, climb.to),
        by=layout.code(climb.by),
        to=layout.code(climb.to),
        rung=climb.rung,
        rungs=tuple(r.name for r in crisis.rungs.values()),
        text=fill(draft, rung.text, climb.by, climb.to),
        since=climb.since,
        odds=in_hundred(crises.odds(draft, climb)),
    )


def in_hundred(odds: tuple[int, int, int]) -> tuple[int, int, int]:
    """Chances of graver, as now and calmer in a hundred, together 100; what rounding leaves is ``as now``."""
    total = sum(odds) or 1
    graver = (200 * odds[0] + total) // (2 * total)
    calmer = min(100 - graver, (200 * odds[2] + total) // (2 * total))
    return graver, 100 - graver - calmer, calmer
