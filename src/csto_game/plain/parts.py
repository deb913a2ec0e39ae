"""The parts of the situation that can be looked at, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from csto_game.model.scenario import Scenario
from csto_game.model.view import Figure, Member, Neighbour, UnitRow, View
from csto_game.text import choices, figures, preview, situation
from csto_game.text.catalog import say
from csto_game.text.events import capital
from csto_game.text.report import report
from csto_game.text.wants import wants_lines

NEWS = 5

Look = Callable[[Scenario, View], list[str]]


def overview(scenario: Scenario, view: View) -> list[str]:
    """Headline, news, table and open questions."""
    return _overview(scenario, view, situation.members(scenario, view))


def changes(scenario: Scenario, view: View) -> list[str]:
    """The overview with no more of the table than has changed."""
    return _overview(scenario, view, situation.moved(scenario, view))


def _overview(scenario: Scenario, view: View, table: list[str]) -> list[str]:
    lines = situation.headline(scenario, view)
    news = report(scenario, view.news, view.turn, view.seat, most=NEWS)
    lines += [say("now.news", text=text) for text in news]
    lines += table
    return lines + (situation.end_lines(view) or situation.questions(view))


def member_page(scenario: Scenario, member: Member, *, is_person: bool = False) -> list[str]:
    """A country with all that is known of it. ``is_person``: somebody else at this machine plays it."""
    lines = [figures.member_line(scenario, member), member.text]
    if member.says:
        lines.append(
            say("member.says", name=capital(member.leader or member.name), text=member.says)
        )
    lines += wants_lines(scenario, member, is_person=is_person)
    rows = [f for f in member.figures.values() if f.stat not in member.table]
    rows = _worth_telling(scenario, rows)
    if rows:
        lines.append(f"  {figures.figures_line(scenario, rows)}")
    for code, pair in member.pairs.items():
        known = _worth_telling(scenario, pair)
        if known:
            lines.append(f"  {code}: {figures.figures_line(scenario, known)}")
    return [*lines, *(_unit(row) for row in member.units)]


def _worth_telling(scenario: Scenario, rows: Iterable[Figure]) -> list[Figure]:
    """Numbers that are known and not at rest; `look OWNER.NUMBER` and `why` tell of each."""
    return [f for f in rows if f.known and not figures.is_at_rest(scenario, f)]


def _unit(row: UnitRow) -> str:
    return "  " + say(
        "unit.row",
        owner=row.owner,
        name=row.name,
        strength=row.strength,
        pledged=say("unit.pledged") if row.pledged else "",
        away=say("unit.away") if row.away else "",
    )


def _powers(scenario: Scenario, view: View) -> list[str]:
    return [line for power in view.powers for line in power_page(scenario, power)]


def power_page(scenario: Scenario, power: Neighbour) -> list[str]:
    """A power with all that is known of it."""
    known = _worth_telling(scenario, power.figures.values())
    parts = "; ".join(figures.figure_words(scenario, figure) for figure in known)
    facts = {"code": power.code, "name": power.name, "figures": parts}
    return [say("now.row" if parts else "now.row_bare", **facts), power.text]


def _figures(scenario: Scenario, view: View, which: str) -> list[str]:
    shown = [figure for figure in getattr(view, which).values() if figure.known]
    return [figures.figures_line(scenario, shown)] if shown else []


def _cards(scenario: Scenario, view: View) -> list[str]:
    return [line for card in view.cards for line in choices.card_lines(scenario, card)]


def _motions(scenario: Scenario, view: View) -> list[str]:
    lines = [line for motion in view.motions for line in choices.motion_lines(scenario, motion)]
    if lines and view.phase == "council" and view.active == view.seat:
        lines.append(say("motion.vote"))
    return lines + [choices.bill_line(bill) for bill in view.bills]


def _promises(scenario: Scenario, view: View) -> list[str]:
    return [
        say("promise.row", by=row.by, to=row.to, name=row.name, left=row.left)
        for row in view.promises
    ]


def _missions(scenario: Scenario, view: View) -> list[str]:
    return [say("mission.row", name=row.name, by=row.by, left=row.left) for row in view.missions]


def _news(scenario: Scenario, view: View) -> list[str]:
    now = report(scenario, view.news, view.turn, view.seat, most=99)
    return [*report(scenario, view.news, view.turn - 1, view.seat, most=99), *now]


SUBJECTS: Mapping[str, Look] = {
    "now": overview,
    "cards": _cards,
    "motions": _motions,
    "members": situation.members,
    "powers": _powers,
    "world": lambda s, v: _figures(s, v, "world"),
    "alliance": lambda s, v: _figures(s, v, "alliance"),
    "crises": lambda s, v: [line for row in v.crises for line in choices.crisis_lines(v, row)],
    "promises": _promises,
    "missions": _missions,
    "forces": lambda s, v: [_unit(u) for m in v.members for u in m.units],
    "charter": lambda s, v: [
        say("clause.row", name=row.name, value=row.value, text=row.text).rstrip()
        for row in v.clauses
    ],
    "dues": lambda s, v: [preview.due_sentence(s, due) for due in v.dues],
    "score": lambda s, v: situation.score_lines(v.score) if v.score else [],
    "news": _news,
    "chapter": lambda s, v: [text for text in v.chapter if text],
    "order": lambda s, v: [", ".join(v.order)] if v.order else [],
    "verbs": lambda s, v: [line for verb in v.verbs for line in choices.verb_lines(s, verb)],
}
"""What can be looked at, in the order that help lists it."""
