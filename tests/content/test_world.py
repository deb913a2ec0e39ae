"""What a right world becomes."""

from pathlib import Path

import attrs
import pytest

from csto_game.content.load import describe, load, load_source
from csto_game.content.page import Page
from csto_game.content.source import Source, read_folder
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Const, Line

HANSA = Path(__file__).parents[1] / "worlds" / "hansa"


@pytest.fixture(scope="module")
def source() -> Source:
    return read_folder(HANSA)


@pytest.fixture(scope="module")
def hansa(source: Source) -> Scenario:
    loaded = load_source(source)
    assert loaded.problems == ()
    assert loaded.scenario
    return loaded.scenario


def test_it_is_described_in_a_line(hansa: Scenario) -> None:
    assert describe(hansa, 7) == "fine: 7 files, 6 countries, 8 incidents"


def test_order_is_that_of_the_files(hansa: Scenario) -> None:
    assert list(hansa.actors) == ["LUB", "HAM", "DZG", "RIG", "VIS", "STO", "DNK", "BRU", "VIT"]
    assert list(hansa.crises["blockade"].rungs) == ["words", "ropes", "fire"]
    assert list(hansa.incidents["guilds"].options) == ["pay", "guard", "wait"]


def test_no_table_of_the_format_is_lost(hansa: Scenario) -> None:
    empty = [
        field.name
        for field in attrs.fields(Scenario)
        if not getattr(hansa, field.name) and field.name != "package_hash"
    ]
    assert empty == []


def test_values_are_what_the_files_say(hansa: Scenario) -> None:
    silver = hansa.stats["silver"]
    assert (silver.owner, silver.max, silver.start, silver.decimals) == (("country",), 300, 30, 1)
    assert hansa.stats["murmur"].bands == ((0, "content"), (40, "sullen"), (70, "boiling"))
    assert hansa.stats["temper"].words == ("cautious", "bold", "reckless")
    assert hansa.stats["safety"].formula
    assert hansa.stats["passing"].built_in
    lub = hansa.actors["LUB"]
    assert lub.units == {"cog": (3, 1), "guard": (2, 0)}
    assert lub.start["silver"].cite == ("ledger", "chronicle")
    assert lub.forms == {"of": "of Lübeck"}
    assert hansa.actors["HAM"].land == ("HAM",)
    assert hansa.relations["RIG", "DNK"]["trade"].value == 35
    assert hansa.incidents["funeral"].weight == Const(0)
    assert hansa.charter.organs["diet"].needs == "alliance.passing"
    assert hansa.promises["aid"].history["kept"] == "{self.name} kept its oath."
    assert hansa.alignment
    assert hansa.alignment.start["RIG"] == {"alliance": 350, "DNK": 400}
    assert hansa.map.views["sound"].box == (0.0, 0.0, 6.5, 4.0)


def lines(hansa: Scenario) -> list[Line]:
    return [line for verb in hansa.verbs.values() for line in verb.do.lines]


def test_every_effect_knows_where_it_is_written(hansa: Scenario, source: Source) -> None:
    pages = {page.name: page for page in source.pages}

    for line in lines(hansa):
        written = pages[line.file].lines[line.line - 1]
        assert written[line.column - 1 :].startswith(line.source.split("  ")[0])


def test_things_know_where_they_are_written(hansa: Scenario, source: Source) -> None:
    pages = {page.name: page for page in source.pages}

    spot = hansa.verbs["build"].options["earth"].outcomes["holds"].spot

    line = pages[spot.file].lines[spot.line - 1]
    assert line[spot.column - 1 :] == "verb.build.option.earth.outcome.holds]"


# ── the rules hash ──────────────────────────────────────────────────


def changed(source: Source, old: str, new: str) -> str:
    assert any(old in page.text for page in source.pages)
    pages = tuple(Page(page.name, page.text.replace(old, new)) for page in source.pages)
    return hash_of(attrs.evolve(source, pages=pages))


def hash_of(source: Source) -> str:
    scenario = load_source(source).scenario
    assert scenario
    return scenario.hash


def test_files_may_be_joined_without_a_new_hash(hansa: Scenario, source: Source) -> None:
    whole = Page("scenario.toml", "\n".join(page.text for page in source.pages))
    backward = Page("scenario.toml", "\n".join(page.text for page in reversed(source.pages)))

    assert hash_of(attrs.evolve(source, pages=(whole,))) == hansa.hash
    assert hash_of(attrs.evolve(source, pages=(backward,))) == hansa.hash


@pytest.mark.parametrize(
    "old, new",
    [
        ('name  = "Open sea"', 'name  = "Wide sea"'),
        ('because "brick on brick"', 'because "brick upon brick"'),
        ("self.walls + 8  ", "self.walls+8   "),
        ('cite = "ledger", note', "note"),
        ("# a foe, no pole", "# a foe"),
        ("cooldown = 1\nai       =", "cooldown = 1\nonce = false\nai ="),
        ("version  = ", 'home = "x"\nversion = '),
    ],
)
def test_texts_and_spacing_do_not_change_the_hash(
    hansa: Scenario, source: Source, old: str, new: str
) -> None:
    assert changed(source, old, new) == hansa.hash


@pytest.mark.parametrize(
    "old, new",
    [
        ("self.walls + 8", "self.walls + 9"),
        ("mutiny     = 70", "mutiny     = 71"),
        ("lasts   = 2", "lasts   = 3"),
        ("fair_price = 4", "fair_price = 5"),
        ("up   = 20", "up   = 21"),
        ('needs = "67"', 'needs = "68"'),
    ],
)
def test_a_changed_rule_changes_the_hash(
    hansa: Scenario, source: Source, old: str, new: str
) -> None:
    assert changed(source, old, new) != hansa.hash


def test_loading_twice_gives_the_same(hansa: Scenario) -> None:
    assert load(HANSA).scenario == hansa
