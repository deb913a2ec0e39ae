"""The article: dated, referenced, never twice the same, nothing of strangers taken as a mark."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from tests.hansa import begin, hansa, play_on

from csto_game import places
from csto_game.model.command import Command
from csto_game.rules import Book, seats
from csto_game.session.chronicle import Article, article, as_markdown, as_page
from csto_game.session.chronicle.facts import facts
from csto_game.session.chronicle.land import land_of
from csto_game.session.chronicle.markdown import plain
from csto_game.session.match import Match


@pytest.fixture(scope="module")
def played() -> Match:
    match = begin(None)
    play_on(match)
    assert match.over
    return match


@pytest.fixture(scope="module")
def told(played: Match) -> Article:
    return article(played.table, played.header)


def test_article_has_all_its_parts(told: Article) -> None:
    assert told.title == "League of the Sound"
    assert told.infobox == (("Founded", "1367"),)
    assert [section.name for section in told.sections] == ["Course", "Silver"]
    assert told.end
    assert told.results
    assert {line.label for line in told.chart} >= {"Points"}
    assert all(len(line.points) == 8 for line in told.chart)


def test_every_statement_refers_to_a_turn_in_order(told: Article) -> None:
    numbers = [s.reference for part in told.sections for s in part.statements]
    assert numbers == list(range(1, len(told.references) + 1))
    assert numbers
    for part in told.sections:
        turns = [statement.turn for statement in part.statements]
        assert turns == sorted(turns)


def test_no_sentence_is_told_twice_in_a_section(told: Article) -> None:
    for part in told.sections:
        texts = [statement.text for statement in part.statements]
        assert len(texts) == len(set(texts))


def test_limit_keeps_the_weightiest(played: Match) -> None:
    scenario = hansa().scenario
    course = evolve(scenario.article.sections["course"], limit=1)
    few = evolve(scenario.article, sections={"course": course})
    table = evolve(played.table, book=Book.of(evolve(scenario, article=few)))
    (section,) = article(table, played.header).sections
    assert len(section.statements) == 1
    weights = {fact.text: fact.weight for fact in facts(table) if fact.chapter in course.chapters}
    assert weights[section.statements[0].text] == max(weights.values())


def test_sentences_of_a_list_are_taken_in_turn() -> None:
    book = hansa()
    verbs = dict(book.scenario.verbs)
    verbs["feast"] = evolve(verbs["feast"], history=("One {turn}.", "Two.", "Three."))
    changed = Book.of(evolve(book.scenario, verbs=verbs))
    match = Match.new(
        changed, {"LUB": "human"} | dict.fromkeys(seats(book)[1:], "idle"), 3, folder=None
    )
    for _ in range(3):
        match.run()
        match.submit(Command("LUB", "verb", "feast", "HAM"))
        play_on(match, turns=1)
    texts = [f.text for f in facts(match.table) if f.thing.startswith("verb.feast")]
    assert texts == ["One 1.", "Two.", "Three."][: len(texts)]
    assert len(texts) >= 2


def test_reader_of_a_game_in_play_reads_nothing_secret(played: Match) -> None:
    everything = {fact.text for fact in facts(played.table)}
    read = {fact.text for fact in facts(played.table, "LUB")}
    assert read <= everything | read
    assert len(facts(played.table, "LUB")) <= len(facts(played.table))


# ── forms ──


class _Balanced(HTMLParser):
    """Complains about tags that are not closed, and collects all text and attributes."""

    VOID = ("meta", "line", "polyline", "path")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check(page: str) -> set[str]:
    parser = _Balanced()
    parser.feed(page)
    assert parser.open == []
    return parser.tags


def test_page_needs_nothing_else_and_is_well_formed(told: Article) -> None:
    page = as_page(told)
    tags = check(page)
    assert {"svg", "table", "nav"} <= tags
    assert not tags & {"script", "link", "img", "iframe"}
    assert "http" not in page
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets == targets & set(re.findall(r'id="([^"]+)"', page))


def test_markdown_names_every_reference_it_uses(told: Article) -> None:
    text = as_markdown(told)
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used


def test_scenario_text_is_text_only(played: Match) -> None:
    nasty = '<script>alert("x")</script> **bold** [link](http://x) | & {alliance.name}'
    scenario = hansa().scenario
    rows = {"x": evolve(next(iter(scenario.article.infobox.values())), name=nasty, text=nasty)}
    made = evolve(scenario.article, title=nasty, lead=nasty, infobox=rows)
    table = evolve(played.table, book=Book.of(evolve(scenario, article=made)))
    told = article(table, played.header)
    page = as_page(told)
    assert "script" not in check(page)
    text = as_markdown(told)
    assert "<script" not in text.replace("\\<", "")
    assert "**bold**" not in text
    assert plain("a|b *c* <d>") == "a\\|b \\*c\\* \\<d\\>"


def test_map_of_a_world_is_drawn() -> None:
    tiles = land_of(hansa().scenario, ["LUB"], places.maps(), {})
    if tiles is not None:
        check(tiles.svg([]))
    scenario = evolve(
        hansa().scenario, map=evolve(hansa().scenario.map, kind="geo", file="eurasia")
    )
    land = land_of(scenario, ["LUB"], places.maps(), {"KAZ": "LUB"})
    assert land is not None
    drawn = land.svg([("KAZ", "LUB")])
    check(drawn)
    assert drawn.count("land member") == 1
    missing = evolve(scenario, map=evolve(scenario.map, file="nowhere"))
    assert land_of(missing, [], places.maps(), {}) is None


# ── who did the same ──


def _feasts(history: tuple[str, ...]) -> list[str]:
    """Sentences of a game in which two seats give a feast to a third in the first turn."""
    book = hansa()
    verbs = dict(book.scenario.verbs)
    verbs["feast"] = evolve(verbs["feast"], history=history)
    here = Book.of(evolve(book.scenario, verbs=verbs))
    first, second, third = seats(here)[:3]
    persons = dict.fromkeys((first, second), "human")
    match = Match.new(here, dict.fromkeys(seats(here), "idle") | persons, 3, folder=None)
    match.run()
    for code in (first, second):
        match.submit(Command(code, "verb", "feast", third))
        match.submit(Command(code, "end"))
        match.run()
    return [f.text for f in facts(match.table) if f.thing.startswith("verb.feast")]


def test_those_who_did_the_same_share_a_sentence() -> None:
    first, second, third = (hansa().scenario.actors[c].name for c in seats(hansa())[:3])
    sentence = "{selves} gave {selves|a feast|feasts} to {target.name}"
    assert _feasts((sentence,)) == [f"{first} and {second} gave feasts to {third}."]
    assert len(_feasts(("{self.name} gave a feast to {target.name}",))) == 2


def test_sections_and_chapters_stand_in_one_order(played: Match) -> None:
    scenario = hansa().scenario
    sections = dict(scenario.article.sections)
    sections["course"] = evolve(sections["course"], order=99)
    changed = evolve(scenario, article=evolve(scenario.article, sections=sections))
    told = article(evolve(played.table, book=Book.of(changed)), played.header)
    assert told.sections[-1].id == "course"
    numbers = [s.reference for part in told.sections for s in part.statements]
    assert numbers == list(range(1, len(numbers) + 1))


def test_only_a_deed_names_the_command_it_came_of(played: Match) -> None:
    for fact in facts(played.table):
        deed = fact.thing.startswith(("verb.", "incident."))
        assert deed or not fact.command


def test_a_year_is_one_paragraph_with_its_seasons(told: Article) -> None:
    text = as_markdown(told)
    for part in told.sections:
        for year in {s.year for s in part.statements}:
            assert f"**{year}.**" in text
