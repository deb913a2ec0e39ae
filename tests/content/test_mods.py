"""Mods and variants: what they may do to a world, and what is said when they cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.content.packages import HANSA, package, played, told

from csto_game.content.load import Loaded, load
from csto_game.content.render import render
from csto_game.content.shelf import mods_for, shelf
from csto_game.model.scenario import Scenario
from csto_game.model.tree import Const, Op


def world(loaded: Loaded) -> Scenario:
    assert loaded.scenario, [render(problem) for problem in loaded.problems]
    return loaded.scenario


BREMEN = """\
[number]
thirst = 3
[new.country.BRE]
name = "Bremen"
tile = "B"
[new.country.BRE.start]
silver = 25
[new.relation.BRE.HAM]
esteem = 60
[new.incident.beer]
by   = "BRE"
name = "Beer"
text = "{self.name} brews."
do   = 'self.silver + number.thirst  because "beer"'
"""


def test_new_things_join_the_world(tmp_path: Path) -> None:
    scenario = world(played(package(tmp_path, "bremen", BREMEN)))

    assert list(scenario.actors)[-4:] == ["BRE", "DNK", "BRU", "VIT"]
    assert scenario.actors["BRE"].start["silver"].value == 25
    assert scenario.numbers["thirst"] == 3
    assert scenario.incidents["beer"].do.lines[0].because == "beer"
    assert scenario.package.id == "hansa"


def test_each_value_knows_the_file_that_it_came_from(tmp_path: Path) -> None:
    mod = package(tmp_path, "bremen", BREMEN + "[change.country.LUB.start]\nsilver = 40\n")

    scenario = world(played(mod))

    start = scenario.actors["LUB"].start["silver"]
    lines = (mod / "scenario.toml").read_text(encoding="utf-8").split("\n")
    assert start.value == 40
    assert start.spot.file == "bremen/scenario.toml"
    assert lines[start.spot.line - 1] == "silver = 40"
    assert scenario.actors["BRE"].spot.file == "bremen/scenario.toml"
    assert scenario.actors["LUB"].spot.file == "hansa/cities.toml"
    line = scenario.incidents["beer"].do.lines[0]
    assert lines[line.line - 1][line.column - 1 :].startswith("self.silver + number.thirst")


def test_change_sets_keys_and_leaves_the_others(tmp_path: Path) -> None:
    mod = package(
        tmp_path,
        "m",
        "[change.incident.guilds]\nname = 'Weavers'\n[change.deck]\nper_turn = 3\n"
        "[change.country.LUB.start]\nsilver = { is = 41, note = 'x' }\n",
    )
    base = world(load(HANSA))

    scenario = world(played(mod))

    assert scenario.incidents["guilds"].name == "Weavers"
    assert scenario.incidents["guilds"].options.keys() == base.incidents["guilds"].options.keys()
    assert (scenario.deck.per_seat, scenario.deck.per_turn) == (2, 3)
    start = scenario.actors["LUB"].start
    assert start["silver"].note == "x"
    assert start["silver"].cite == ()
    assert start.keys() == base.actors["LUB"].start.keys()


def test_add_gives_blocks_a_line_and_lists_an_item(tmp_path: Path) -> None:
    text = """\
[add.incident.guilds]
when = "self != STO"
[add.incident.guilds.option.pay]
do = '''
self.walls - 1  because "the masons left"
'''
[add.country.DZG]
neighbours = ["VIS"]
[add.incident.funeral]
do = "self.murmur + 1"
"""
    base, scenario = world(load(HANSA)), world(played(package(tmp_path, "m", text)))

    guilds, before = scenario.incidents["guilds"], base.incidents["guilds"]
    assert isinstance(guilds.when, Op)
    assert guilds.when.sign == ("!=" if before.when is None else "and")
    lines = guilds.options["pay"].do.lines
    assert len(lines) == len(before.options["pay"].do.lines) + 1
    assert (lines[-1].file, lines[-1].because) == ("m/scenario.toml", "the masons left")
    assert lines[0].file == "hansa/cards.toml"
    assert scenario.actors["DZG"].neighbours == (*base.actors["DZG"].neighbours, "VIS")
    assert len(scenario.incidents["funeral"].do.lines) == 1 + len(
        base.incidents["funeral"].do.lines
    )


def test_replace_makes_a_thing_anew_in_its_place(tmp_path: Path) -> None:
    text = """\
[replace.incident.guilds]
name = "Quiet guilds"
text = "Nothing."
by = "member"
[replace.incident.pirates.option.ransom]
name = "Pay them"
"""
    base, scenario = world(load(HANSA)), world(played(package(tmp_path, "m", text)))

    assert list(scenario.incidents) == list(base.incidents)
    assert scenario.incidents["guilds"].options == {}
    pirates = scenario.incidents["pirates"]
    assert list(pirates.options) == list(base.incidents["pirates"].options)
    assert pirates.options["ransom"].cost == {}
    assert pirates.options["hunt"].spot.file == "hansa/cards.toml"


def test_an_option_of_a_mod_is_not_the_default_unasked(tmp_path: Path) -> None:
    text = "[new.incident.guilds.option.flee]\nname = 'Flee'\n"
    base, scenario = world(load(HANSA)), world(played(package(tmp_path, "m", text)))

    last = list(base.incidents["guilds"].options)[-1]
    assert list(scenario.incidents["guilds"].options)[-1] == "flee"
    assert scenario.incidents["guilds"].default in {last, base.incidents["guilds"].default}


def test_the_rules_hash_is_of_all(tmp_path: Path) -> None:
    one = package(tmp_path, "one", "[change.number]\nmutiny = 60\n")
    two = package(tmp_path, "two", "[change.incident.guilds]\nname = 'Other words'\n")

    hashes = [world(loaded).hash for loaded in (load(HANSA), played(one), played(two))]

    assert hashes[0] != hashes[1]
    assert hashes[0] == hashes[2]
    assert world(played(one, two)).hash == hashes[1]


# ── what cannot be done ─────────────────────────────────────────────


@pytest.mark.parametrize(
    "text, line, column, code, message",
    [
        (
            "[change.country.LUP.start]\nsilver = 3\n",
            *(1, 17, "nothing-to-change", "hansa 1.0.0 has no country.LUP"),
        ),
        (
            "[add.incident.guild]\nwhen = 'self != STO'\n",
            *(1, 15, "nothing-to-change", "hansa 1.0.0 has no incident.guild"),
        ),
        (
            "[replace.incident.guilds.option.play]\nname = 'x'\n",
            *(1, 33, "nothing-to-change", "hansa 1.0.0 has no incident.guilds.option.play"),
        ),
        ("[new.country.LUB]\nname = 'x'\n", 1, 14, "exists", "country.LUB is there already"),
        (
            "[new.country.LUB.start]\nsilver = 1\n",
            *(2, 1, "exists", "country.LUB.start.silver is there already"),
        ),
        (
            "[new.incident.guild.option.x]\nname = 'x'\n",
            *(1, 15, "nothing-to-change", "hansa 1.0.0 has no incident.guild"),
        ),
        ("[rule.envy]\ndo = ''\n", 1, 2, "bare-table", "say what to do with rule.envy"),
        (
            "[new.incidents.flax]\nname = 'x'\n",
            *(1, 6, "unknown-table", 'there is no kind of thing called "incidents"'),
        ),
        (
            "[change.package]\nname = 'x'\n",
            1,
            9,
            "unknown-table",
            "a mod leaves [package] of others alone",
        ),
        ("[add.country.LUB]\nname = 'x'\n", 2, 1, "type", "nothing can be added to name"),
        ("[number]\nshoal = 3\n", 2, 1, "exists", "number.shoal is there already"),
        (
            "[change.country.LUB]\ntyle = 'x'\n",
            *(2, 1, "unknown-key", '[country.LUB] has no key "tyle"'),
        ),
        (
            "[change.country.LUB.start]\nsilver = 999\n",
            *(2, 10, "range", "silver goes from 0 to 300"),
        ),
        (
            "[add.incident.guilds.option.pay]\ndo = 'self.silvr + 1'\n",
            *(2, 12, "unknown-stat", 'there is no stat "silvr" of a country'),
        ),
        (
            "[add.country.DZG]\nneighbours = ['VIS', 'LUP']\n",
            *(2, 22, "unknown-actor", 'there is no country "LUP"'),
        ),
        (
            "[remove]\nthings = ['incident.gilds']\n",
            *(2, 11, "nothing-to-change", "hansa 1.0.0 has no incident.gilds"),
        ),
        (
            "[remove]\nthings = ['incident.guilds.name']\n",
            *(2, 11, "type", "only whole things can be removed"),
        ),
        ("[remove]\nthing = []\n", 2, 1, "unknown-key", '[remove] has no key "thing"'),
        ("[remove]\nthings = 'x'\n", 2, 10, "type", "things is a list"),
        ("change = 3\n", 1, 1, "type", "change is the beginning of a table's name"),
    ],
)
def test_what_a_mod_says_wrongly_is_told_once_and_in_the_mod(
    tmp_path: Path, text: str, line: int, column: int, code: str, message: str
) -> None:
    mod = package(tmp_path, "m", text)
    if text.startswith("change ="):
        body = (mod / "scenario.toml").read_text(encoding="utf-8").replace(text, "")
        (mod / "scenario.toml").write_text(text + body, encoding="utf-8")
        before = 0
    else:
        before = (mod / "scenario.toml").read_text(encoding="utf-8").count("\n") - text.count("\n")

    loaded = played(mod)

    assert loaded.scenario is None
    (problem,) = loaded.problems
    assert (problem.file, problem.code, problem.message) == ("m/scenario.toml", code, message)
    assert (problem.line - before, problem.column) == (line, column)


def test_what_was_removed_and_is_still_named_is_an_error_of_the_mod(tmp_path: Path) -> None:
    mod = package(tmp_path, "m", '[remove]\nthings = ["incident.funeral"]\n')

    (problem,) = played(mod).problems

    assert (
        render(problem)
        == """\
m/scenario.toml:9:11: error: incident.funeral is still started elsewhere  [dangling]
 9 | things = ["incident.funeral"]
   |           ^^^^^^^^^^^^^^^^^^
 try: remove incident.guilds.option.guard.outcome.blood as well, or change it
  at: hansa/cards.toml:31:7: start incident.funeral for self in 1"""
    )


@pytest.mark.parametrize("thing", ["stat.silver", "country.RIG", "motion.hunt", "unit.cog"])
def test_removing_what_much_rests_on_is_one_message(tmp_path: Path, thing: str) -> None:
    mod = package(tmp_path, "m", f'[remove]\nthings = ["{thing}"]\n')

    (problem,) = played(mod).problems

    assert problem.code == "dangling"
    assert problem.file == "m/scenario.toml"
    assert all(also.file.startswith("hansa/") for also in problem.also)


def test_what_nobody_names_can_be_removed(tmp_path: Path) -> None:
    mod = package(tmp_path, "m", '[remove]\nthings = ["incident.lent", "rule.envy"]\n')

    scenario = world(played(mod))

    assert "lent" not in scenario.incidents
    assert "envy" not in scenario.rules


# ── several mods ────────────────────────────────────────────────────

SILVER = "[change.country.LUB.start]\nsilver = {}\n"


def test_two_mods_on_one_key_are_told_of_and_the_later_holds(tmp_path: Path) -> None:
    mods = [package(tmp_path, id_, SILVER.format(n)) for id_, n in (("aa", 40), ("bb", 60))]

    loaded = played(*mods)

    assert world(loaded).actors["LUB"].start["silver"].value == 60
    (problem,) = loaded.problems
    assert (
        render(problem)
        == """\
aa/scenario.toml:9:1: warning: aa and bb both set country.LUB.start.silver; bb loads later, so 60 \
holds  [two-mods]
 9 | silver = 40
   | ^^^^^^
 try: wants = ["aa"] in bb, if that is meant
  at: bb/scenario.toml:9:1: silver = 60"""
    )


@pytest.mark.parametrize("key", ["wants", "needs"])
def test_whoever_knows_of_the_other_may_overrule_it(tmp_path: Path, key: str) -> None:
    first = package(tmp_path, "aa", SILVER.format(40), **{key: '["bb"]'})
    second = package(tmp_path, "bb", SILVER.format(60))

    loaded = played(first, second)

    assert loaded.problems == ()
    assert world(loaded).actors["LUB"].start["silver"].value == 40
    assert [placed.id for placed in loaded.order] == ["hansa", "bb", "aa"]
    assert loaded.order[-1].why == f"{key} bb; extends hansa"


def test_two_additions_never_clash(tmp_path: Path) -> None:
    text = "[add.incident.guilds]\nwhen = 'self != {}'\n"
    mods = [package(tmp_path, id_, text.format(n)) for id_, n in (("aa", "STO"), ("bb", "VIS"))]

    assert played(*mods).problems == ()


def test_a_mod_may_ask_for_silence_about_a_thing(tmp_path: Path) -> None:
    quiet = "[change.country.LUB]\nquiet = ['two-mods']\n"
    mods = [
        package(tmp_path, "aa", SILVER.format(40) + quiet),
        package(tmp_path, "bb", SILVER.format(60)),
    ]

    assert played(*mods).problems == ()


def test_free_choices_go_by_id(tmp_path: Path) -> None:
    mods = [package(tmp_path, id_) for id_ in ("cc", "aa", "bb")]

    assert [placed.id for placed in played(*mods).order] == ["hansa", "aa", "bb", "cc"]


def test_a_circle_is_shown(tmp_path: Path) -> None:
    mods = [
        package(tmp_path, "aa", needs='["bb"]'),
        package(tmp_path, "bb", needs='["aa"]'),
    ]

    (problem,) = played(*mods).problems

    assert (
        render(problem)
        == """\
aa/scenario.toml:8:10: error: aa → bb → aa: neither can load first  [circle]
 8 | needs = ["bb"]
   |          ^^^^
 try: let one of them want the other
  at: bb/scenario.toml:8:10: bb needs aa"""
    )


@pytest.mark.parametrize(
    "keys, line, column, code",
    [
        ({"extends": '["hanse"]'}, 6, 1, "need"),
        ({"extends": '["hansa >=2.0"]'}, 6, 19, "need"),
        ({"extends": '["hansa"]', "needs": '["guns"]'}, 8, 10, "need"),
        ({"clashes": '["other <2"]'}, 8, 12, "clash"),
        ({"needs": '["other >=1.1"]'}, 8, 17, "need"),
        ({"game": '">=99"'}, 8, 8, "newer"),
        ({"game": '"new"'}, 8, 8, "type"),
        ({"extends": ""}, 5, 1, "missing-key"),
        ({"needs": '["Guns!"]'}, 8, 10, "need"),
    ],
)
def test_what_does_not_fit_is_told_where_it_is_wanted(
    tmp_path: Path, keys: dict[str, str], line: int, column: int, code: str
) -> None:
    loaded = played(package(tmp_path, "m", **keys), package(tmp_path, "other"))

    assert loaded.scenario is None
    (problem,) = loaded.problems
    assert problem.file == "m/scenario.toml"
    assert (problem.line, problem.column, problem.code) == (line, column, code)


def test_clashes_of_other_versions_are_none(tmp_path: Path) -> None:
    mods = [package(tmp_path, "m", clashes='["other >=2"]'), package(tmp_path, "other")]

    assert played(*mods).problems == ()


def test_what_is_needed_is_fetched_from_the_shelves(tmp_path: Path) -> None:
    shelf_ = tmp_path / "shelf"
    shelf_.mkdir()
    package(shelf_, "lib", "[number]\nwind = 4\n", kind='"library"', extends="")
    mod = package(
        tmp_path,
        "m",
        "[change.number]\nmutiny = 55\n[new.rule.wind]\ndo = 'world.gales + number.wind'\n",
        needs='["lib"]',
    )

    loaded = load(HANSA, (mod,), shelves=(shelf_,))

    assert world(loaded).numbers["wind"] == 4
    assert [(placed.id, placed.why) for placed in loaded.order] == [
        ("hansa", "the scenario"),
        ("lib", "needed by m"),
        ("m", "needs lib; extends hansa"),
    ]


def test_a_variant_is_its_base_with_changes(tmp_path: Path) -> None:
    text = "[change.clock]\nturns = 5\n"
    variant = package(tmp_path, "short_league", text, kind='"scenario"')
    mod = package(tmp_path, "m", SILVER.format(40))

    loaded = load(variant, (mod,), shelves=(HANSA.parent,))

    assert world(loaded).clock.turns == 5
    assert world(loaded).package.id == "short_league"
    assert world(loaded).actors["LUB"].start["silver"].value == 40
    assert [placed.id for placed in loaded.order] == ["hansa", "short_league", "m"]


def test_a_variant_without_its_base_says_so(tmp_path: Path) -> None:
    variant = package(tmp_path, "short_league", kind='"scenario"', extends='["hanse"]')

    loaded = load(variant, shelves=(HANSA.parent,))

    assert told(loaded) == [("short_league/scenario.toml", 6, "need")]
    assert loaded.problems[0].hint == "hansa"


def test_a_broken_mod_hides_no_other_and_nothing_follows(tmp_path: Path) -> None:
    mods = [
        package(tmp_path, "aa", "[new.stat.rats]\nname = 'Rats\n"),
        package(
            tmp_path,
            "bb",
            "[change.country.LUP]\nname = 'x'\n[new.rule.r]\ndo = 'world.rats + 1'\n",
        ),
    ]

    codes = [(problem.file, problem.code) for problem in played(*mods).problems]

    assert codes == [("aa/scenario.toml", "toml"), ("bb/scenario.toml", "nothing-to-change")]


def test_two_packages_of_one_name_are_told(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
    mods = [package(tmp_path / "x", "m"), package(tmp_path / "y", "m")]

    assert told(played(*mods)) == [("m~2/scenario.toml", 2, "twice")]


def test_mods_are_listed_for_what_they_fit(tmp_path: Path) -> None:
    package(tmp_path, "m")
    package(tmp_path, "other", extends='["elsewhere", "hansa >=1"]')
    package(tmp_path, "lib", kind='"library"', extends="")

    assert [one.id for one in mods_for("hansa", (tmp_path,))] == ["m", "other"]
    listed = {one.id: one.kind for one in shelf((tmp_path,))}
    assert listed == {"m": "mod", "other": "mod", "lib": "library"}


def test_a_table_given_for_a_rule_is_the_mods_mistake(tmp_path: Path) -> None:
    mod = package(tmp_path, "m", "[change.verb.lend.do]\nx = 1\n")

    assert told(played(mod)) == [("m/scenario.toml", 8, "type")]


def test_what_is_missing_is_not_offered_as_its_own_cure(tmp_path: Path) -> None:
    (problem,) = played(package(tmp_path, "m", needs='["mm"]')).problems

    assert problem.code == "need"
    assert problem.hint != "m"


def test_costs_may_be_changed_one_by_one(tmp_path: Path) -> None:
    mod = package(tmp_path, "m", "[change.incident.guilds.option.pay]\ncost = { silver = 7 }\n")

    cost = world(played(mod)).incidents["guilds"].options["pay"].cost

    assert cost == {"silver": Const(7)}
