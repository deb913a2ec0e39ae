"""The past in lines: what every picture shows, for those who read, hear, or pipe it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from csto_game.model.scenario import Scenario
from csto_game.session.annals.accord import accord
from csto_game.session.annals.records import Annals, Climbing, Glimpse, Shares
from csto_game.text.catalog import say
from csto_game.text.events import capital
from csto_game.text.numbers import change_words, label, shown, stat_of

MOST_EVENTS = 8


def number_lines(scenario: Scenario, annals: Annals, path: str) -> list[str]:
    """One number from the first turn on: its ends, its extremes, its largest moves."""
    course = annals.course(path)
    known = [(value, moment) for value, moment in zip(course, annals.moments, strict=True)
             if value is not None]  # fmt: skip
    name = capital(label(scenario, path))
    if not known:
        return [say("past.unknown", label=name)]
    stat = stat_of(scenario, path)
    least, most = min(known, key=lambda one: one[0]), max(known, key=lambda one: one[0])
    lines = [
        say(
            "past.number",
            label=name,
            first=shown(scenario, stat, known[0][0]),
            begin=known[0][1].date,
            last=shown(scenario, stat, known[-1][0]),
            least=shown(scenario, stat, least[0]),
            at_least=least[1].date,
            most=shown(scenario, stat, most[0]),
            at_most=most[1].date,
        ),
        say("past.values", values=", ".join(
            say("past.gap") if value is None else shown(scenario, stat, value) for value in course
        )),
    ]  # fmt: skip
    return lines + _move_lines(scenario, annals, path)


def _move_lines(scenario: Scenario, annals: Annals, path: str) -> list[str]:
    course, stat = annals.course(path), stat_of(scenario, path)
    moves = [move for move in annals.moves.get(path, ()) if move.turn <= len(course)]
    found = sorted(moves, key=lambda move: -abs(move.amount))[:MOST_EVENTS]
    lines = []
    for move in sorted(found, key=lambda move: move.turn):
        value = course[move.turn - 1]
        if value is not None:
            because = say("past.because", because=move.because) if move.because else ""
            facts = {"change": change_words(stat, move.amount), "because": because}
            date, after = annals.moments[move.turn - 1].date, shown(scenario, stat, value)
            lines.append(say("past.move", date=capital(date), after=after, **facts))
    return lines


def countries_lines(scenario: Scenario, annals: Annals, stat: str) -> list[str]:
    """One number of all countries, then and now."""
    lines = []
    for code, actor in scenario.actors.items():
        course = annals.course(f"{code}.{stat}")
        known = [n for n, value in enumerate(course) if value is not None]
        if actor.kind != "country" or not known:
            continue
        first, last = (shown(scenario, scenario.stats[stat], course[n] or 0)
                       for n in (known[0], known[-1]))  # fmt: skip
        begin = annals.moments[known[0]].date
        lines.append(say("past.country", name=actor.name, first=first, begin=begin, last=last))
    return lines


def happened_lines(annals: Annals, code: str, most: int = 3 * MOST_EVENTS) -> list[str]:
    """The gravest of what happened to a country."""
    marks = [mark for mark in annals.marks if code in mark.about]
    chosen = sorted(marks, key=lambda mark: -mark.weight)[:most]
    dates = [moment.date for moment in annals.moments]
    return [
        say("past.event", date=capital(dates[min(mark.turn, len(dates)) - 1]), text=mark.text)
        for mark in sorted(chosen, key=lambda mark: mark.turn)
    ]


# ── leanings ──


def leaning_lines(scenario: Scenario, annals: Annals, code: str) -> list[str]:
    """Whom a country leaned to at first, and whom it leans to now."""
    known = [(shares, moment) for shares, moment in
             zip(annals.leaning(code), annals.moments, strict=True) if shares]  # fmt: skip
    if not known:
        return [say("past.no_lean")]
    name = scenario.actors[code].name
    then, now = (_shares(scenario, shares) for shares in (known[0][0], known[-1][0]))
    begin = known[0][1].date
    return [
        say("past.lean", name=name, begin=begin, then=then),
        say("past.lean_now", name=name, now=now),
    ]


def _shares(scenario: Scenario, shares: Shares) -> str:
    return ", ".join(
        say("past.share", pole=_pole(scenario, code), percent=share // 10) for code, share in shares
    )


def _pole(scenario: Scenario, code: str) -> str:
    if code in scenario.actors:
        return scenario.actors[code].name
    return say("past.pole_alliance" if code == "alliance" else "past.pole_own")


def corner_lines(scenario: Scenario, annals: Annals) -> list[str]:
    """All countries between the alliance, the powers and themselves."""
    lines = []
    for code, shares in annals.moments[-1].shares.items():
        parts = dict(shares)
        alliance, own = parts.pop("alliance", 0), parts.pop("unaligned", 0)
        powers = sum(parts.values())
        lines.append(
            say(
                "past.corner",
                name=scenario.actors[code].name,
                alliance=alliance // 10,
                powers=powers // 10,
                own=own // 10,
            )
        )
    return lines or [say("past.no_lean")]


# ── votes ──


def vote_lines(scenario: Scenario, annals: Annals) -> list[str]:
    """Who voted with whom, who stood in the way, and every vote."""
    found = accord(annals.polls)
    if not found.voters:
        return [say("past.no_votes")]
    lines = [say("past.votes", count=found.polls)]
    for (one, other), pair in sorted(found.pairs.items(), key=lambda item: -item[1].percent):
        against = say("past.against", count=pair.against) if pair.against else ""
        names = {"one": _name(scenario, one), "other": _name(scenario, other)}
        lines.append(say("past.pair", **names, same=pair.same, polls=pair.polls, against=against))
    for code, voter in found.voters.items():
        facts = {"no": voter.no, "polls": voter.polls, "held": voter.held}
        if voter.no:
            lines.append(say("past.voter", name=_name(scenario, code), **facts))
    for poll in annals.polls:
        fate = say("past.passed" if poll.passed else "past.failed")
        counts = {how: sum(cast == how for _, cast in poll.casts) for how in ("yes", "no")}
        aside = len(poll.casts) - sum(counts.values())
        date = capital(annals.moments[min(poll.turn, len(annals.moments)) - 1].date)
        lines.append(say("past.poll", date=date, name=poll.name, fate=fate, aside=aside, **counts))
    return lines


def _name(scenario: Scenario, code: str) -> str:
    return scenario.actors[code].name if code in scenario.actors else code


# ── the goal ──


def goal_lines(scenario: Scenario, annals: Annals) -> list[str]:
    """Points and objectives from the first turn on."""
    first, last = annals.moments[0], annals.moments[-1]
    role = next((one for one in scenario.roles.values() if one.plays == annals.seat), None)
    if role is None or first.points is None or last.points is None:
        return [say("past.no_aims")]
    points = ", ".join(str(moment.points) for moment in annals.moments)
    lines = [
        say("past.points", first=first.points, begin=first.date, last=last.points, win=role.win),
        say("past.points_row", values=points),
    ]
    then = {id: points for id, points, _ in first.aims}
    for id, now, holds in last.aims:
        state = say("past.aim_holds" if holds else "past.aim_open")
        name, before = role.objectives[id].name, then.get(id, 0)
        lines.append(
            say("past.aim", state=state, name=name, first=before, begin=first.date, last=now)
        )
    return lines


# ── crises ──


def crisis_lines(scenario: Scenario, annals: Annals) -> list[str]:
    """Every crisis with the turns in which its step changed."""
    found: dict[tuple[str, str, str], dict[int, Climbing]] = {}
    for moment in annals.moments:
        for one in moment.crises:
            found.setdefault((one.crisis, one.by, one.to), {})[moment.turn] = one
    lines = []
    for (_, by, to), rungs in found.items():
        running = say("past.running") if annals.moments[-1].turn in rungs else ""
        names = {"one": _name(scenario, by), "other": _name(scenario, to)}
        steps = ", ".join(_steps(annals.moments, rungs))
        lines.append(say("past.crisis", **names, steps=steps, now=running))
    return lines or [say("past.no_crises")]


def _steps(moments: Sequence[Glimpse], rungs: dict[int, Climbing]) -> list[str]:
    steps = []
    before = None
    for moment in moments:
        now = rungs[moment.turn].rung if moment.turn in rungs else None
        if now != before and now is not None:
            steps.append(say("past.step", rung=now, date=moment.date))
        elif now != before:
            steps.append(say("past.over", date=moment.date))
        before = now
    return steps


# ── by the name of a picture ──


def retell(
    scenario: Scenario, annals: Annals, picture: str, code: str, stat: str
) -> tuple[str, ...]:
    """The lines that say what a picture shows. Raises KeyError for an unknown picture."""
    return tuple(_RETOLD[picture](scenario, annals, code, stat))


def _trend(scenario: Scenario, annals: Annals, code: str, stat: str) -> list[str]:
    lines = number_lines(scenario, annals, f"{code}.{stat}")
    return lines + happened_lines(annals, code)


_RETOLD: Mapping[str, Callable[[Scenario, Annals, str, str], list[str]]] = {
    "trend": _trend,
    "countries": lambda scenario, annals, _, stat: countries_lines(scenario, annals, stat),
    "leanings": lambda scenario, annals, code, _: leaning_lines(scenario, annals, code),
    "triangle": lambda scenario, annals, *_: corner_lines(scenario, annals),
    "votes": lambda scenario, annals, *_: vote_lines(scenario, annals),
    "goal": lambda scenario, annals, *_: goal_lines(scenario, annals),
    "crises": lambda scenario, annals, *_: crisis_lines(scenario, annals),
}
