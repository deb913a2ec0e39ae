"""Every reason has a sentence; sentences are filled in with facts only, never with templates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.hansa import ROOT, begin, hansa, play_on

from csto_game.model.event import Cause, Event
from csto_game.model.refusal import Refusal
from csto_game.session.match import Match
from csto_game.text.catalog import SENTENCES, SOURCES, needs, say
from csto_game.text.events import event_sentence
from csto_game.text.numbers import change_words, figure, in_sentence, label, signed
from csto_game.text.refusals import refusal_sentence
from csto_game.text.report import report
from csto_game.text.sentences.refusals import REFUSALS
from csto_game.text.things import fill_names, name_of

RULES = ROOT / "src" / "csto_game" / "rules"
CODE = re.compile(r'refuse\(\s*"([a-z_]+)"')


def codes() -> set[str]:
    found = {code for path in RULES.rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    return found | {"undo/nothing", "undo/others", "undo/chance"}


def test_every_code_has_a_sentence() -> None:
    assert len(codes()) > 20
    assert codes() <= REFUSALS.keys()


@pytest.mark.parametrize("code", sorted(codes()))
def test_refusal_without_facts_is_still_a_sentence(code: str) -> None:
    for facts in ((), (("thing", "incident.guilds"), ("word", "x"), ("target", "HAM"))):
        sentence = refusal_sentence(Refusal(code, facts))
        assert sentence.endswith((".", "?"))
        assert "{" not in sentence


def test_what_would_work_is_said() -> None:
    assert refusal_sentence(Refusal("game_over", instead="look")).endswith("Try: look")


def test_ids_of_sentences_are_given_once() -> None:
    assert sum(len(source) for source in SOURCES) == len(SENTENCES)


@pytest.mark.parametrize("id", sorted(SENTENCES))
def test_sentences_are_templates_with_named_facts(id: str) -> None:
    assert all(name.isidentifier() for name in needs(id))


def test_facts_are_never_read_as_templates() -> None:
    assert "{self.name}" in say("world.absent", name="{self.name}", names="{0}")


def test_numbers_have_decimals_and_changes_are_words() -> None:
    silver = hansa().scenario.stats["silver"]
    assert [figure(silver, n) for n in (0, 5, 415, -5)] == ["0.0", "0.5", "41.5", "-0.5"]
    assert [change_words(silver, n) for n in (3, -15, 0)] == ["up 0.3", "down 1.5", "unchanged"]
    assert [signed(silver, n) for n in (3, -15)] == ["+0.3", "−1.5"]


@pytest.mark.parametrize(
    "path, words",
    [
        ("LUB.silver", "Lübeck, silver"),
        ("LUB.HAM.esteem", "Lübeck towards Hamburg, esteem"),
        ("world.gales", "gales"),
        ("alliance.concord", "League, concord"),
        ("LUB.DNK.share", "Lübeck towards the Crown of Denmark, share"),
        ("place.steelyard.owner", "The Steelyard, owner"),
    ],
)
def test_paths_have_names(path: str, words: str) -> None:
    assert label(hansa().scenario, path) == words


def test_things_have_names_with_their_actors() -> None:
    scenario = hansa().scenario
    assert name_of(scenario, "verb.feast", "LUB", "HAM") == "Feast the council of Hamburg"
    assert name_of(scenario, "verb.feast") == "Feast the council of …"
    assert name_of(scenario, "incident.guilds.option.pay", "LUB") == "Open the cellars"
    assert name_of(scenario, "verb.build.option.earth.outcome.slides") == "In earth and hope"
    assert name_of(scenario, "verb.nothing") == "nothing"
    assert fill_names(
        scenario, "{{x}} {target.people} {self.silver} {alliance.name}", "LUB", "HAM"
    ) == ("{x} Hamburgers … League of the Sound")


@pytest.fixture(scope="module")
def match() -> Match:
    match = begin(None)
    play_on(match)
    return match


def test_every_event_of_a_game_is_a_sentence(match: Match) -> None:
    for turn in range(1, match.turn + 1):
        for event in match.events(turn):
            sentence = event_sentence(match.book.scenario, event)
            assert sentence.endswith((".", "!", "?", "…", "”")), sentence
            assert sentence[0].isupper() or not sentence[0].isalpha(), sentence
            assert "{" not in sentence


def test_a_reason_that_ends_by_itself_ends_once() -> None:
    feast = Cause("verb.feast")
    event = Event(
        "change", 1, "plan", feast, path="LUB.silver", before=1, after=2, because="whose?"
    )
    assert event_sentence(hansa().scenario, event).endswith(": whose?")


def test_names_within_a_sentence_keep_the_capitals_that_are_theirs() -> None:
    names = ("Unrest", "GDP", "Secretary-General", "Nearness of NATO")
    assert [in_sentence(name) for name in names] == [
        "unrest", "GDP", "Secretary-General", "nearness of NATO",
    ]  # fmt: skip


def test_what_came_of_a_deed_says_of_which_and_whose() -> None:
    def told(address: str, by: str = "LUB") -> str:
        event = Event("outcome", 1, "plan", Cause("deck"), by=by, to=by, text=address)
        return event_sentence(hansa().scenario, event)

    name = hansa().scenario.incidents["guilds"].name
    blood = "incident.guilds.option.guard.outcome.blood"
    assert told(blood) == f"Lübeck: {name}. Three brewers lie on the steps."
    assert told(blood, "none") == f"{name}. Three brewers lie on the steps."


def test_event_of_an_unknown_kind_is_a_sentence() -> None:
    event = Event("brand_new", 1, "plan", Cause("verb.feast"), by="LUB", to="HAM")
    assert event_sentence(hansa().scenario, event) == "Feast the council of Hamburg."


def test_report_begins_with_what_matters_and_repeats_nothing(match: Match) -> None:
    view = match.view("LUB")
    lines = report(match.book.scenario, view.news, match.turn, "LUB", most=99)
    assert lines[0] == "The game ends: The diet adjourns."
    assert len(set(lines)) == len(lines)


def test_the_reason_of_a_number_went_its_way() -> None:
    def moved(before: int, after: int, because: str) -> Event:
        cause = Cause("rule.trade")
        facts = {"path": "LUB.silver", "because": because, "by": "LUB"}
        return Event("change", 1, "drift", cause, before=before, after=after, **facts)

    events = [moved(20, 50, "trade"), moved(50, 90, "a toll"), moved(90, 35, "a fire")]
    (line,) = report(hansa().scenario, events, 1, "LUB")
    assert line == "Lübeck, silver up 1.5, now 3.5 marks: a toll."


def test_text_reads_no_file_and_imports_no_screen() -> None:
    for path in Path(ROOT / "src" / "csto_game" / "text").rglob("*.py"):
        assert not re.search(r"\b(open|print|input)\(", path.read_text("utf-8")), path
