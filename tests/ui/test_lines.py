"""The pure drawing functions, compared with texts that somebody has looked at.

`CSTO_GOLDEN=write` writes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from attrs import evolve
from tests.ui.fakes import (
    FakeMatch,
    FakeShelf,
    a_contrast,
    a_glance,
    a_turning,
    a_view,
    annals,
    event,
    judged,
    looked,
    some_lines,
)

from csto_game.ui.draw.ask import ask_rows
from csto_game.ui.draw.card import card_rows
from csto_game.ui.draw.contrast import contrast_page
from csto_game.ui.draw.council import agenda_rows, ballot_rows, lever_rows, reason_rows
from csto_game.ui.draw.crisis import crisis_page
from csto_game.ui.draw.debrief import Hindsight, debrief_page
from csto_game.ui.draw.help import help_rows
from csto_game.ui.draw.ledger import ledger_rows
from csto_game.ui.draw.member import member_page
from csto_game.ui.draw.members import members_panel
from csto_game.ui.draw.numbers import known_numbers, number_rows, told_rows
from csto_game.ui.draw.papers import charter_rows, forces_rows
from csto_game.ui.draw.planning import planning_panel
from csto_game.ui.draw.preview import preview_rows
from csto_game.ui.draw.report import Mark, report_page
from csto_game.ui.draw.saves import saves_page
from csto_game.ui.draw.strip import strip_row
from csto_game.ui.draw.timeline import Sightline, timeline_page
from csto_game.ui.draw.verbs import Draft, verb_list, verb_rows
from csto_game.ui.draw.verdict import verdict_page
from csto_game.ui.draw.why import why_panel, why_rows
from csto_game.ui.keys import load_keys
from csto_game.ui.look import Look, make_look
from csto_game.ui.names import actor_name
from csto_game.ui.rows import Row, row_text
from csto_game.ui.sight import Order, Sight
from csto_game.ui.sitting import effects_of

GOLDEN = Path(__file__).parent / "golden"
VIEW, MATCH = a_view(), FakeMatch()
SIGHT = Sight(member="ARM")
PREVIEW = MATCH.preview(VIEW.verbs[0].commands[0])
WHY = MATCH.why("ARM.loyalty")
TOLD = MATCH.refusal_sentence
ORDER = Order("visit ARM", "Visit, Armenia", (("capital", 1),), effects_of(VIEW, PREVIEW))


def strips(look: Look) -> list[Row]:
    return [strip_row(VIEW, SIGHT, width, look) for width in (80, 120, 200)]


def past_cases() -> dict[str, Callable[[Look], list[Row]]]:
    """Pages of what has been, at the room that three sizes of terminal leave them."""
    seen = Sightline(
        some_lines(),
        2,
        7,
        a_glance(),
        "pivot-rus-1 in turn 6",
        "answered",
        ("Visit Armenia",),
        ("Lend",),
    )
    hind = Hindsight(looked(), a_turning())
    saves = FakeShelf().saves()
    cases: dict[str, Callable[[Look], list[Row]]] = {}
    for name, (width, height) in {"80": (80, 21), "120": (120, 33), "200": (120, 57)}.items():
        size = (width, height)
        cases |= {
            f"timeline-{name}": partial(timeline_page, seen, width, height),
            f"compare-{name}": partial(contrast_page, a_contrast(), 1, width, height),
            f"debrief-{name}": partial(_debriefed, hind, size),
            f"saves-{name}": partial(saves_page, saves, 2, size),
        }
    numbers = known_numbers(VIEW)[:12]
    return cases | {
        "numbers": partial(number_rows, numbers, 1, 100),
        "told": partial(told_rows, ("It is so.", "  because of that", "It was so."), 40),
    }


def _debriefed(hind: Hindsight, size: tuple[int, int], look: Look) -> list[Row]:
    return debrief_page(hind, *size, look, lambda code: actor_name(VIEW, code))


CASES: dict[str, Callable[[Look], list[Row]]] = {
    "strip": strips,
    "members-80": lambda look: members_panel(VIEW, SIGHT, 80, 10, look),
    "members-140": lambda look: members_panel(VIEW, SIGHT, 140, 10, look),
    "members-scrolled": lambda look: members_panel(VIEW, Sight(member="UZB"), 80, 7, look),
    "planning-33": lambda look: planning_panel(VIEW, SIGHT, 33, 11, look),
    "planning-60": lambda look: planning_panel(VIEW, Sight(panel="work", item=3), 60, 40, look),
    "planning-effects": lambda look: planning_panel(
        VIEW, evolve(SIGHT, orders=(ORDER,)), 40, 24, look
    ),
    "why-panel-60": lambda look: why_panel(WHY, 60, 9, look),
    "why-panel": lambda look: why_panel(WHY, 40, 10, look),
    "why-empty": lambda look: why_panel(None, 40, 5, look),
    "why-page": lambda look: why_rows(WHY, frozenset({0}), 0, 78, look)[0] if WHY else [],
    "preview-78": lambda look: preview_rows(VIEW, PREVIEW, 78, look, TOLD),
    "preview-50": lambda look: preview_rows(VIEW, PREVIEW, 50, look, TOLD),
    "card": lambda look: card_rows(VIEW, VIEW.cards[0], 1, PREVIEW, (78, 21), look, TOLD),
    "card-refused": lambda look: card_rows(VIEW, VIEW.cards[0], 2, None, (78, 21), look, TOLD),
    "verbs": lambda look: verb_list(VIEW.verbs, 2, VIEW, 24, look)[0],
    "verb": lambda look: verb_rows(
        VIEW, VIEW.verbs[0], Draft("ARM", "small", None, "target"), PREVIEW, 52, look, TOLD
    ),
    "agenda": lambda look: agenda_rows(VIEW, 0, 34, look)[0],
    "ballots": lambda look: ballot_rows(VIEW, VIEW.motions[0], 2, 42, look, has_cursor=True),
    "reasons": lambda look: reason_rows(VIEW, VIEW.motions[0], VIEW.motions[0].ballots[2], look),
    "member": lambda look: member_page(VIEW, VIEW.members[5], ("figures", 0), 80, 21, look),
    "member-past": lambda look: member_page(
        VIEW, VIEW.members[5], ("figures", 0), 120, 45, look, annals(VIEW)
    ),
    "crisis": lambda look: crisis_page(VIEW, 0, 80, 21, look),
    "crisis-past": lambda look: crisis_page(VIEW, 0, 100, 33, look, annals(VIEW)),
    "levers": lambda look: lever_rows(
        VIEW, MATCH.levers("mission", "ARM", "KAZ"), 40, look, MATCH.name_of
    ),
    "ledger": lambda look: ledger_rows(VIEW, 0, 78, look)[0],
    "forces": lambda look: forces_rows(VIEW, 0, 78, look)[0],
    "charter": lambda look: charter_rows(VIEW, 0, 78, look)[0],
    "report": lambda look: report_page(VIEW, Mark(), 80, 21, look, MATCH.event_sentence),
    "report-judged": lambda look: report_page(
        VIEW, Mark(), 120, 33, look, MATCH.event_sentence, (judged(),)
    ),
    "verdict": lambda look: verdict_page(VIEW, 0, (), 80, 21, look),
    "verdict-way": lambda look: verdict_page(VIEW, 0, (), 120, 33, look, annals(VIEW)),
    "help": lambda look: help_rows("campaign", load_keys(), 0, 80, 21, look),
    **past_cases(),
    "ask": lambda look: ask_rows("Leave?", ("It is saved.",), ("Leave", "Stay"), 1, (80, 12), look),
}


@pytest.mark.parametrize("glyphs", ["full", "ascii"])
@pytest.mark.parametrize("name", CASES)
def test_drawing(name: str, glyphs: str) -> None:
    rows = CASES[name](make_look(glyphs=glyphs))
    text = "\n".join(row_text(row).rstrip() for row in rows) + "\n"
    file = GOLDEN / f"{name}.{glyphs}.txt"
    if os.environ.get("CSTO_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_turning_points_are_the_largest_changes_by_turn() -> None:
    from csto_game.ui.draw.verdict import turnings

    events = (
        event("change", "a war", path="RUS.trust", before=60, after=20),
        event("change", "a harvest", path="RUS.unrest", before=20, after=18),
        event("change", "not ours", path="KGZ.unrest", before=0, after=90),
    )
    usual = (
        evolve(event("change", "as ever", path="RUS.trust", before=0, after=60), turn=turn)
        for turn in range(1, 9)
    )
    found = turnings(VIEW, [*events, *usual], most=1)
    assert [(one.label, one.amount, one.because) for one in found] == [("Trust", -40, "a war")]
