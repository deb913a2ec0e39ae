"""Each broken file has one message: its code, its place and its sentence."""

from pathlib import Path

import attrs
import pytest

from csto_game.content.load import Loaded, load_source
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.render import render
from csto_game.content.source import Source, decode, read_folder

TESTS = Path(__file__).parents[1]
HANSA = TESTS / "worlds" / "hansa"
CASES = sorted((TESTS / "hostile" / "toml").glob("*.toml"))


def laid_over(base: Source, raw: bytes) -> Loaded:
    page = decode("case.toml", raw)
    if isinstance(page, Problem):
        return load_source(attrs.evolve(base, problems=(*base.problems, page)))
    return load_source(attrs.evolve(base, pages=(*base.pages, page)))


@pytest.fixture(scope="module")
def hansa() -> Source:
    return read_folder(HANSA)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_one_mistake_is_one_message(case: Path, hansa: Source) -> None:
    raw = case.read_bytes()
    expect, says = raw.decode("utf-8").split("\n")[:2]

    loaded = laid_over(hansa, raw)

    assert loaded.scenario is None
    told = [f"{p.line}:{p.column} {p.code}" for p in loaded.problems]
    assert told == [expect.removeprefix("# expect: ")]
    assert loaded.problems[0].message == says.removeprefix("# says: ")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_caret_stands_under_the_words(case: Path, hansa: Source) -> None:
    problem = laid_over(hansa, case.read_bytes()).problems[0]

    assert problem.column < problem.end_column <= len(problem.source) + 2
    assert "^" in render(problem).split("\n")[2]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize("index", range(7))
def test_a_broken_file_hides_no_other_and_nothing_follows_from_it(
    index: int, hansa: Source
) -> None:
    pages = list(hansa.pages)
    page = pages[index]
    pages[index] = Page(page.name, page.text + '\nname = "not closed\n')
    other = (index + 1) % len(pages)
    pages[other] = Page(pages[other].name, pages[other].text + "\n[incidents.flax]\n")

    loaded = load_source(attrs.evolve(hansa, pages=tuple(pages)))

    told = {(problem.file, problem.code) for problem in loaded.problems}
    assert told == {(page.name, "toml"), (pages[other].name, "unknown-table")}


MANUAL = {
    "quote_missing": """\
case.toml:4:8: error: this text is not closed  [toml]
 4 | name = "Order guns
   |        ^^^^^^^^^^^
 why: a text in double quotes ends on its own line; TOML stops here, so the rest of this file \
is not checked yet
 try: name = "Order guns\"""",
    "double_brackets": """\
case.toml:3:1: error: there are no [[lists]] in this format  [double-brackets]
 3 | [[incident]]
   | ^^^^^^^^^^^^
 why: everything with a name is [kind.id], so that it has an address
 try: [incident.storm]    and drop the line id = "storm\"""",
    "key_of_another_kind": """\
case.toml:6:1: error: [verb.wave] has no key "weight"  [unknown-key]
 6 | weight = 5
   | ^^^^^^
 why: weight is how often an incident is dealt; a verb is chosen by a leader
 try: ai = 5, if leaders should like it more""",
    "reserved_word": """\
case.toml:3:7: error: "where" is a word of the rule language  [reserved]
 3 | [stat.where]
   |       ^^^^^
 why: a stat of that name could not be told from it
 try: whereabouts""",
    "start_out_of_range": """\
case.toml:6:10: error: silver goes from 0 to 300  [range]
 6 | silver = 2000
   |          ^^^^
 try: 300, or a larger max in [stat.silver]
  at: stats.toml:49:1: max = 300""",
}


@pytest.mark.parametrize("name", MANUAL)
def test_messages_look_as_the_manual_says(name: str, hansa: Source) -> None:
    raw = (TESTS / "hostile" / "toml" / f"{name}.toml").read_bytes()

    assert render(laid_over(hansa, raw).problems[0]) == MANUAL[name]
