"""Warnings: each where it can be proved, none where it cannot."""

from pathlib import Path

import attrs
import pytest

from csto_game.content.load import load, load_source
from csto_game.content.page import Page
from csto_game.content.source import Source, read_folder

WORLDS = Path(__file__).parents[1] / "worlds"


@pytest.fixture(scope="module")
def hansa() -> Source:
    return read_folder(WORLDS / "hansa")


def warned(base: Source, text: str) -> list[tuple[int, int, str]]:
    loaded = load_source(attrs.evolve(base, pages=(*base.pages, Page("case.toml", text))))
    assert loaded.scenario, loaded.problems
    assert all(problem.severity == "warning" for problem in loaded.problems)
    return [(problem.line, problem.column, problem.code) for problem in loaded.problems]


def rule(text: str, when: str = "") -> str:
    return f"[rule.frost]\ndo = '''\n{text}\n'''\n" + (f"when = '{when}'\n" if when else "")


HIDDEN = "[stat.ice]\nowner = 'world'\nname = 'Ice'\nshow = 'hidden'\n"
SECRET = """\
[stat.ploy]
owner = 'country'
name = 'Plot'
seen = '{}'
[stat.mood]
owner = 'country'
name = 'Mood'
is = 'self.ploy / 2'
"""
BY_OWNER = SECRET.format("owner")
BY_SPIES = SECRET.format("viewer = self or world.gales <= 20")


ROUND = """\
[incident.one]
by = 'member'
name = 'One'
text = 'One.'
weight = 0
do = 'start incident.two for self in 2'
[incident.two]
by = 'member'
name = 'Two'
text = 'Two.'
weight = 0
do = 'start incident.one for self in 2'
"""


def verb(**keys: str) -> str:
    """A verb of any member at another, with these keys."""
    keys = {"by": "'member'", "target": "'other'", "name": "'Wave'", **keys}
    return "[verb.wave]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


def option(**keys: str) -> str:
    return flax("self.murmur - 12", "self.murmur - 5").replace(
        "name = 'A'", "name = 'A'\n" + "\n".join(f"{key} = {value}" for key, value in keys.items())
    )


def lesson(keys: str, *, verbs: str = "[]") -> str:
    """A chapter that opens after those of the world, with one step."""
    return f"""[chapter.bell]
name = 'Bell'
order = 90
when = 'world.turn >= 6'
verbs = {verbs}
[chapter.bell.step.ring]
text = 'Ring.'
{keys}
"""


UNOPENED = """[verb.wave]
by = 'member'
name = 'Wave'
[chapter.bell]
name = 'Bell'
verbs = ['feast']
order = 1
[chapter.bell.step.ring]
text = 'Ring.'
done = 'happened(verb.wave, self) > 0'
"""
FEASTED = "done = 'happened(verb.feast, self) >= 1 and world.gales < 90'"
ASKS = rule("world.gales + 1", "LUB has shown")


def flax(one: str, two: str, *, cost: int = 0, when: str = "") -> str:
    """A card with two options, the first perhaps only possible at times, the second dearer."""
    paid = f"cost = {{ silver = {cost} }}\n" if cost else ""
    asked = f"when = '{when}'\n" if when else ""
    return (
        "[incident.flax]\nby = 'member'\nname = 'Flax'\ntext = 'Flax.'\n"
        f'[incident.flax.option.a]\nname = \'A\'\ndo = """{one}"""\n{asked}'
        f'[incident.flax.option.b]\nname = \'B\'\n{paid}do = """{two}"""\n'
    )


@pytest.mark.parametrize(
    "text, expected",
    [
        (rule("world.gales + 1", "world.gales < 0"), (5, 9, "never")),
        (rule("world.gales + 1", "world.gales >= 0"), (5, 9, "always")),
        (
            rule("world.gales + 1", "world.gales > 5 and world.herring in 101..200"),
            (5, 29, "never"),
        ),
        (rule("world.gales + 1 if world.herring > 100"), (3, 20, "never")),
        (rule("member.silver + 1 each member where member.murmur <= 100"), (3, 37, "always")),
        (
            "[rule.frost]\nby = 'member where self.walls > 100'\ndo = 'self.walls + 1'\n",
            (2, 20, "never"),
        ),
        (rule("world.gales + 1", "count(member) < 0"), (5, 9, "never")),
        (rule("world.gales + 1", "world.gales > 50 and world.gales < 20"), (5, 30, "never")),
        (rule("world.gales + 1", "world.gales in 5..9 and 20 = world.gales"), (5, 33, "never")),
        (rule("world.gales + 1 if LUB.temper = bold and LUB.temper = reckless"), (3, 42, "never")),
        (ROUND, (1, 2, "unreachable")),
        (ROUND.partition("[incident.two]")[0].replace(".two", ".one"), (1, 2, "unreachable")),
        (rule("world.gales + 100 / world.herring"), (3, 21, "divisor")),
        (rule("set world.frozen"), (3, 11, "flag")),
        (rule("world.gales + 1", "world has frozn"), (5, 19, "flag")),
        (rule("clear world.frozen"), (3, 13, "flag")),
        # One slip of the pen, one message.
        (rule("set world.frozen", "not world has frozn"), (5, 23, "flag")),
        (
            "[incident.flax]\nby = 'member'\nname = 'Flax'\ntext = 'Flax.'\nweight = 0\n",
            (1, 2, "unreachable"),
        ),
        (
            "[verb.wave]\nby = 'member'\nname = 'Wave'\n[verb.wave.outcome.seen]\nweight = 0\n",
            (4, 2, "unreachable"),
        ),
        (
            "[promise.truce]\nby = 'member'\ntarget = 'other'\nname = 'Truce'\nlasts = 2\n",
            (1, 2, "unreachable"),
        ),
        ("[motion.sing]\norgan = 'diet'\nname = 'Sing'\n", (1, 2, "unreachable")),
        (HIDDEN, (1, 7, "unread")),
        ("[verb.wave]\nby = 'VIT'\nname = 'Wave'\n", (1, 7, "unusable")),
        (flax("self.murmur - 12", "self.murmur - 5", cost=1), (8, 23, "dominated")),
        (flax("self.murmur - 5", "self.murmur - 12"), (5, 23, "dominated")),
        (flax("self.murmur - 5\n", "self.murmur - 5\nself.silver + 1"), (5, 23, "dominated")),
        (
            flax("self.silver + 3 if self.murmur > 5", "self.silver + 4 if self.murmur > 5"),
            (5, 23, "dominated"),
        ),
        (BY_OWNER + verb(when="'target.ploy > 50'"), (13, 9, "tells")),
        (BY_OWNER + verb(target="'other where other.ploy > 50'"), (11, 23, "tells")),
        (BY_OWNER + verb(target="'other pick highest other.ploy'"), (11, 30, "tells")),
        (BY_OWNER + verb(cost="{ silver = 'target.ploy / 9' }"), (13, 20, "tells")),
        (BY_OWNER + verb(when="'count(member where member.ploy > 9) > 1'"), (13, 28, "tells")),
        (BY_OWNER + verb(when="'target.mood > 20'"), (13, 9, "tells")),
        (BY_OWNER + verb(by="'LUB, VIS'", when="'LUB.ploy > 20'"), (13, 9, "tells")),
        (SECRET.format("nobody") + verb(when="'self.ploy > 50'"), (13, 9, "tells")),
        (BY_SPIES + verb(when="'world.gales <= 21 and target.ploy > 3'"), (13, 31, "tells")),
        (BY_OWNER + option(when="'was(LUB.ploy, 1) > 3'"), (15, 13, "tells")),
        (
            BY_OWNER + "[motion.sing]\norgan = 'diet'\nname = 'Sing'\nby = 'member'\n"
            "when = 'LUB.ploy > 3'\n",
            (13, 9, "tells"),
        ),
        (lesson(""), (6, 20, "unreachable")),
        (lesson("points_at = 'verbs'"), (6, 20, "unreachable")),
        (UNOPENED, (10, 8, "unreachable")),
    ],
)
def test_what_can_be_proved_is_warned_of(
    hansa: Source, text: str, expected: tuple[int, int, str]
) -> None:
    assert warned(hansa, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        rule("world.gales + 1", "world.gales > 99"),
        rule("world.gales + 1", "world.gales > 50 and world.herring < 20"),
        rule("world.gales + 1", "world.gales > 50 or world.gales < 20"),
        rule("world.gales + 1", "LUB.silver > 50 and VIS.silver < 20"),
        rule("world.gales + 1", "world.gales > 50 and was(world.gales, 1) < 20"),
        rule("world.gales + 1", "world.gales >= number.shoal and world.gales < 1"),
        ROUND + rule("start incident.two for LUB"),
        rule("world.gales + 1", "world.gales * 2 > 150"),
        rule("world.gales + 1", "world.gales >= number.shoal"),
        rule("world.gales + 1", "sum(member.silver over member) > 1000"),
        rule("world.gales + 1", "alliance.alderman.silver = 0"),
        rule("world.gales + 100 / max(1, world.herring)"),
        rule("world.gales + 100 / world.herring if world.herring > 0"),
        rule("world.gales + 100 / world.herring", "world.herring > 0"),
        rule("set world.frozen", "not world has frozen"),
        rule("set world.frozen", "since(world.frozen) > 3"),
        HIDDEN + rule("world.gales + 1", "world.ice > 3"),
        HIDDEN + rule("world.gales + world.ice"),
        HIDDEN + rule('world.gales + 1  because "{world.ice} lumps"'),
        HIDDEN.replace("hidden", "page"),
        "[verb.wave]\nby = 'LUB, VIT'\nname = 'Wave'\n",
        flax("self.murmur - 12", "self.murmur - 12", cost=0),
        flax("self.murmur - 12\nself.silver - 3", "self.murmur - 5"),
        flax("self.murmur - 12\nset self.shown", "self.murmur - 5") + ASKS,
        flax("LUB.murmur - 12", "LUB.murmur - 5"),
        flax("self.murmur - 12 if self.silver > 3", "self.murmur - 5"),
        flax("self.murmur - self.silver", "self.murmur - 5"),
        flax("self.murmur - 12", "self.murmur - 5", when="self.silver > 5"),
        flax("self.murmur - 12", "self.murmur - 5")
        + rule("world.gales + 1", "happened(incident.flax.option.b) > 0"),
        BY_OWNER + verb(when="'self.ploy > 50 and self.mood > 3'"),
        BY_OWNER + verb(by="'member where member.ploy > 50'"),
        BY_OWNER + verb(by="'LUB'", when="'LUB.ploy > 50'"),
        BY_OWNER + verb(do="'self.murmur - 1 if target.ploy > 50'"),
        BY_OWNER + rule("world.gales + 1", "LUB.ploy > 50"),
        BY_SPIES + verb(when="'world.gales < 20 and target.ploy > 3'"),
        BY_SPIES + verb(when="'15 >= world.gales'", target="'other where other.mood > 3'"),
        BY_SPIES + option(when="'world.gales = 3 and LUB.ploy > 3'"),
        SECRET.format("all") + verb(when="'target.ploy > 50'"),
        lesson("points_at = 'end'"),
        lesson("looked = 'ledger'"),
        lesson(FEASTED, verbs="['lend']"),
    ],
)
def test_nothing_is_warned_of_without_proof(hansa: Source, text: str) -> None:
    assert warned(hansa, text) == []


@pytest.mark.parametrize(
    "code, text",
    [
        ("never", rule("world.gales + 1", "world.gales < 0")),
        ("flag", rule("set world.frozen")),
        ("divisor", rule("world.gales + 100 / world.herring")),
        ("unread", HIDDEN),
        ("unusable", "[verb.wave]\nby = 'VIT'\nname = 'Wave'\n"),
        ("tells", verb(when="'LUB.ploy > 5'") + BY_OWNER),
        ("dominated", flax("self.murmur - 5", "self.murmur - 12")),
        (
            "unreachable",
            "[incident.flax]\nby = 'member'\nname = 'Flax'\ntext = 'Flax.'\nweight = 0\n",
        ),
    ],
)
def test_a_thing_can_ask_for_silence(hansa: Source, code: str, text: str) -> None:
    first, _, rest = text.partition("\n")
    assert warned(hansa, f"{first}\nquiet = ['{code}']\n{rest}") == []


def test_a_world_with_a_thousand_warnings_is_sound_all_the_same(hansa: Source) -> None:
    lines = "world.gales + 1 if world.gales >= 0\n" * 40
    text = "".join(f'[rule.r{n}]\ndo = """{lines}"""\n' for n in range(30))

    loaded = load_source(attrs.evolve(hansa, pages=(*hansa.pages, Page("case.toml", text))))

    assert loaded.scenario
    assert len(loaded.problems) == 1_000


def test_a_disputed_piece_of_the_map_needs_an_owner(tmp_path: Path) -> None:
    (tmp_path / "scenario.toml").write_text(
        """\
[package]
id = "tiny"
format = 1
version = "1.0.0"
name = "Tiny"
[clock]
year = 1
steps = ["year"]
[country.AAA]
name = "A"
land = ["AAA"]
[map]
kind = "geo"
file = "ours"
""",
        encoding="utf-8",
    )
    units = {"AAA": "", "AAA.X": "AAA"}

    (problem,) = load(tmp_path, map_units=units).problems

    assert (problem.code, problem.severity) == ("map-owner", "warning")
    assert "AAA.X" in problem.message
    (problem,) = load(tmp_path, map_units={"BBB": ""}).problems
    assert (problem.line, problem.column, problem.code) == (11, 9, "unknown-thing")
