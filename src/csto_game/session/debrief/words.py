"""The debrief as sentences, for line mode and the command line."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.model.scenario import Scenario
from csto_game.rules.texts import date
from csto_game.session.debrief.counsel import LATER as COUNSEL_LATER
from csto_game.session.debrief.counsel import Record
from csto_game.session.debrief.record import Aim, Debrief, Word
from csto_game.session.debrief.rivals import Rival
from csto_game.session.debrief.turning import LATER, Decision, Turning
from csto_game.text.catalog import say
from csto_game.text.situation import aim_mark

MOST_VERBS = 3
MOST_STEPS = 6
MOST_NEVER = 6
MOST_RIVALS = 8


def debrief_lines(scenario: Scenario, found: Debrief, others: Sequence[Rival] = ()) -> list[str]:
    """What needs no playing again: aims, promises, advisers, verbs, other games."""
    head = {"role": found.role, "points": found.points, "win": found.win}
    lines = [say("debrief.head", result=_result(won=found.won), **head)]
    lines += _headed("debrief.aims", [_aim(aim) for aim in found.aims])
    lines += _headed("debrief.promised", [_word(scenario, word) for word in found.promised])
    lines += _headed("debrief.received", [_word(scenario, word) for word in found.received])
    told = [line for record in found.advisers for line in _adviser(record)]
    lines += [*_headed("debrief.advisers", told), _verbs(found)]
    return lines + _headed("debrief.rivals", [_rival(rival) for rival in others[:MOST_RIVALS]])


def turning_lines(scenario: Scenario, found: Turning, points: int) -> list[str]:
    """The decisions that mattered, and what is usual in this seat."""
    pairs = max((decision.pairs for decision in found.decisions), default=0)
    lines = [say("debrief.turning", pairs=pairs)]
    lines += [_decision(scenario, decision) for decision in found.decisions] or [
        say("debrief.none")
    ]
    lines.append(say("debrief.how", later=LATER))
    if found.usual:
        low, half, high = found.usual
        facts = {"low": low, "half": half, "high": high, "games": found.games}
        lines.append(say("debrief.usual", points=points, **facts))
    luck = found.luck(points)
    if found.rote and luck is not None:
        low, half, high = found.rote
        id = "debrief.luck" if luck >= 0 else "debrief.bad_luck"
        lines.append(say(id, low=low, half=half, high=high, luck=abs(luck)))
    return lines


def _headed(id: str, rows: list[str]) -> list[str]:
    return [say(id), *rows] if rows else []


def _result(*, won: bool) -> str:
    return say("end.won" if won else "end.lost")


def _aim(aim: Aim) -> str:
    """The points on the way are told only where they changed."""
    steps: list[tuple[int, int]] = []
    for turn, points, _ in aim.path:
        if not steps or steps[-1][1] != points:
            steps.append((turn, points))
    some = range(0, len(steps), 1 if len(steps) <= MOST_STEPS else -(-len(steps) // 4))
    shown = [steps[place] for place in sorted({*some, len(steps) - 1})] if steps else []
    path = ", ".join(say("debrief.aim_point", turn=t, points=p) for t, p in shown)
    mark = aim_mark(aim.points, holds=aim.holds)
    return say("debrief.aim", mark=mark, points=aim.points, name=aim.name, path=path)


def _word(scenario: Scenario, word: Word) -> str:
    by, to = (scenario.actors[c].name if c in scenario.actors else c for c in (word.by, word.to))
    how = say(f"debrief.{word.how}", turn=word.turn)
    return say("debrief.word", by=by, to=to, made=word.made, name=word.name, how=how)


def _adviser(record: Record) -> list[str]:
    if not record.asked:
        return [say("debrief.adviser_quiet", name=record.name)]
    facts = {"followed": record.followed, "asked": record.asked, "rose": record.rose}
    lines = [say("debrief.adviser", name=record.name, later=COUNSEL_LATER, **facts)]
    if record.last:
        turn, card, advised, given = record.last
        lines.append(say("debrief.unheard", turn=turn, card=card, advised=advised, given=given))
    return lines


def _verbs(found: Debrief) -> str:
    used = [(name, count) for _, name, count in found.verbs if count]
    never = [name for _, name, count in found.verbs if not count]
    most = [say("debrief.times", name=name, count=count) for name, count in used[:MOST_VERBS]]
    none = say("debrief.nothing")
    return say(
        "debrief.verbs",
        most=", ".join(most) or none,
        never=", ".join(never[:MOST_NEVER]) or none,
    )


def _rival(rival: Rival) -> str:
    return say(
        "debrief.rival",
        name=rival.name,
        seat=rival.seat,
        points=rival.points,
        result=_result(won=rival.won),
        ending=rival.ending.replace("_", " "),
        rules="" if rival.same_rules else say("debrief.other_rules"),
    )


def _decision(scenario: Scenario, decision: Decision) -> str:
    sign = "+" if decision.effect >= 0 else "−"
    id = "debrief.error" if decision.sure else "debrief.unsure"
    return say(
        "debrief.decision",
        turn=decision.turn,
        date=date(scenario.clock, decision.turn),
        name=decision.name,
        command=decision.command.words,
        effect=f"{sign}{abs(decision.effect):.1f}",
        error=say(id, error=f"{decision.error:.1f}"),
    )
