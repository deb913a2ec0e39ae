"""A scenario in another language: all of it is read, and none of it is played differently."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from tests.hansa import HANSA, play_on
from tests.i18n.speaking import speaking

from csto_game.cli.main import main
from csto_game.content.load import Loaded, load
from csto_game.content.source import read_source
from csto_game.content.translations.check import counts, problems
from csto_game.content.translations.po import Translation, read_po
from csto_game.model.scenario import Scenario
from csto_game.session.match import Match
from csto_game.session.replay import load as replay
from csto_game.session.save import read_save
from csto_game.session.worlds import open_world
from csto_game.workshop.i18n.messages import messages


@pytest.fixture
def world(tmp_path: Path) -> Path:
    copytree(HANSA, tmp_path / "hansa")
    return tmp_path / "hansa"


def scenario(language: str, path: Path = HANSA) -> Scenario:
    loaded = load(path, language=language, warn=False)
    assert loaded.scenario is not None
    return loaded.scenario


def rewrite(world: Path, old: str, new: str, name: str = "lang/ru.po") -> None:
    text = (world / name).read_text(encoding="utf-8")
    assert old in text
    (world / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def add(world: Path, address: str, original: str, said: str, before: str = "") -> None:
    entry = f'\n{before}msgctxt "{address}"\nmsgid "{original}"\nmsgstr "{said}"\n'
    file = world / "lang" / "ru.po"
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")


def entries(path: Path) -> tuple[Translation, ...]:
    page = read_source(path).translation("ru")
    assert page is not None
    found = read_po(page)  # type: ignore[arg-type]  # it is sound
    assert isinstance(found, tuple)
    return found


def test_the_second_world_is_russian_from_end_to_end() -> None:
    found = messages(read_source(HANSA))
    count = counts(found, entries(HANSA))
    assert (count.done, count.missing) == (count.total, 0)


def test_every_kind_of_text_reaches_its_place() -> None:
    made = scenario("ru")
    assert made.package.name == "Весы и море"
    assert made.actors["RIG"].forms["gen"] == "Риги"
    assert made.clock.names == ("зима", "весна", "лето", "осень")
    assert made.stats["gales"].bands[-1] == (75, "гибель")
    assert made.stats["temper"].words == ("cautious", "bold", "reckless")
    assert made.stats["temper"].word(1) == "смелый"
    assert made.stats["passing"].word(1) == "две трети"
    assert made.stats["passing"].name == "Как решает сейм"
    assert made.verbs["lend"].group == "монета"
    assert made.incidents["guilds"].advice["chandler"] == "Пиво дешевле стражи."
    assert made.incidents["guilds"].options["guard"].outcomes["blood"].called == "кровь"
    assert made.promises["aid"].history["kept"] == "{self.name} держит клятву."
    assert made.charter.clauses["passing"].text["p67"] == "Решают двое из трёх."
    assert made.map.views["sound"].name == "Зунд"
    becauses = [line.because for line in made.verbs["lend"].do.lines if line.because]
    assert "{amount} {amount|марка|марки|марок} в нужную минуту" in becauses


def test_the_rules_hash_does_not_know_of_languages() -> None:
    english, russian = scenario("en"), scenario("ru")
    assert english.hash == russian.hash
    assert english.package_hash == russian.package_hash
    assert english.package.name != russian.package.name


def test_the_same_game_is_played_in_every_language_and_saved_alike(tmp_path: Path) -> None:
    played = {}
    for language in ("en", "ru"):
        with speaking(language):
            book = open_world(str(HANSA), ()).book
            folder = tmp_path / language
            match = Match.new(book, {"LUB": "human"}, 5, folder=folder, name="game")
            play_on(match)
            assert match.path is not None
            played[language] = match.path.read_text(encoding="utf-8").splitlines()
    english, russian = (
        [row for row in played[language] if not row.startswith("begun")]
        for language in ("en", "ru")
    )
    assert english == russian
    with speaking("ru"):
        again = replay(tmp_path / "en" / "game.csto", lambda _: open_world(str(HANSA), ()).book)
    assert again.difference is None
    assert read_save(tmp_path / "ru" / "game.csto").noted_date.startswith(("Winter", "Spring"))


def test_templates_take_forms_and_plurals() -> None:
    with speaking("ru"):
        book = open_world(str(HANSA), ()).book
        match = Match.new(book, {"LUB": "human"}, 3, folder=None)
        command = match.parse("lend RIG 4")
        view = match.view("LUB")
        assert view.date == "Весна 1390"
        assert any(verb.name == "Ссудить серебро Гамбургу" for verb in view.verbs)
        said = [match.event_sentence(event) for event in match.submit(command)]  # type: ignore[union-attr, arg-type]  # sound
    assert any("4 марки в нужную минуту" in one for one in said)
    assert any("Ссудить серебро Риге" in one for one in said)


# ── what is not used ──


def test_a_changed_original_stays_as_it_is_written(world: Path) -> None:
    rewrite(world, '"Open the cellars"', '"Open all the cellars"', "cards.toml")
    made = scenario("ru", world)
    assert made.incidents["guilds"].options["pay"].name == "Open all the cellars"
    assert made.incidents["guilds"].options["guard"].name == "Послать стражу"


def test_what_is_fuzzy_is_not_used(world: Path) -> None:
    where = 'msgctxt "incident.guilds.option.pay.name"'
    rewrite(world, where, f"#, fuzzy\n{where}")
    assert scenario("ru", world).incidents["guilds"].options["pay"].name == "Open the cellars"


def test_a_language_that_nobody_has_leaves_everything_as_it_is() -> None:
    made = scenario("fi")
    assert made.package.language == "en"
    assert made == scenario("en")


def test_the_wider_language_serves_the_narrower_one() -> None:
    assert scenario("ru_RU").package.name == "Весы и море"


# ── what is wrong ──


def wrong(loaded: Loaded) -> list[tuple[str, str, bool]]:
    return [(p.file, p.code, p.line > 0) for p in loaded.problems if p.severity == "error"]


@pytest.mark.parametrize(
    "address, original, said, before, code",
    [
        ("incident.nowhere.name", "x", "икс", "", "unknown-address"),
        ("country.XXX.form.gen", "", "Икса", "#. form\n", "unknown-address"),
        ("country.LUB.form.ins", "", "Люб\u202eеком", "#. form\n", "character"),
    ],
)
def test_a_mistake_has_its_line_and_stops_that_language(
    world: Path, address: str, original: str, said: str, before: str, code: str
) -> None:
    add(world, address, original, said, before)
    assert ("lang/ru.po", code, True) in wrong(load(world))
    assert load(world, language="ru", warn=False).scenario is None
    assert load(world, language="en", warn=False).scenario is not None


@pytest.mark.parametrize(
    "old, new",
    [
        ("Чёрные паруса у {self.capgen}", "Чёрные паруса у {self.nowhere}"),
        ("Чёрные паруса у {self.capgen}", "Чёрные паруса у {self.silver}"),
        ("Чёрные паруса у {self.capgen}", "Чёрные паруса у {self"),
        ("Чёрные паруса у {self.capgen}", "Чёрные паруса у {self.name!r}"),
        ("{amount|марка|марки|марок}", "{amount|марка|марок}"),
    ],
)
def test_a_template_that_the_original_has_not_is_a_mistake(world: Path, old: str, new: str) -> None:
    rewrite(world, old, new)
    assert ("lang/ru.po", "template", True) in wrong(load(world))


def test_a_translation_out_of_all_proportion_is_a_mistake(world: Path) -> None:
    rewrite(world, '"Открыть погреба"', f'"{"погреба " * 90}"')
    assert ("lang/ru.po", "too-long", True) in wrong(load(world))


@pytest.mark.parametrize("content", [b"\xff\xfe", b"msgid \x00", b"[package]\n", b"\x1b[2J"])
def test_what_is_no_translation_is_refused_as_a_file(world: Path, content: bytes) -> None:
    (world / "lang" / "ru.po").write_bytes(content)
    assert [file for file, _, _ in wrong(load(world))] == ["lang/ru.po"]
    assert load(world, language="en", warn=False).scenario is not None


def test_a_huge_file_is_refused_before_it_is_read(world: Path) -> None:
    with (world / "lang" / "ru.po").open("wb") as file:
        file.truncate(5 << 20)
    assert ("lang/ru.po", "too-big", False) in wrong(load(world, language="ru"))


def test_check_tells_how_much_is_missing(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = 'msgctxt "incident.guilds.option.pay.name"'
    rewrite(world, where, f"#, fuzzy\n{where}")
    total = len(messages(read_source(world)))
    assert main(["check", str(world), "--strict"]) == 0
    err = capsys.readouterr().err
    assert f"lang/ru.po: note: {total - 1} of {total} texts are translated" in err
    assert "1 fuzzy, 0 missing" in err


# ── mods ──


def test_a_mod_brings_its_own_translation_and_uses_forms_of_the_world(
    world: Path, tmp_path: Path
) -> None:
    mod = tmp_path / "more"
    (mod / "lang").mkdir(parents=True)
    (mod / "scenario.toml").write_text(
        '[package]\nid = "more"\nkind = "mod"\nformat = 1\nversion = "1.0.0"\nname = "More"\n'
        'extends = ["hansa"]\n\n[change.incident.guilds]\nname = "Brewers of {self.name}"\n'
    )
    (mod / "lang" / "ru.po").write_text(
        'msgctxt "incident.guilds.name"\nmsgid "Brewers of {self.name}"\n'
        'msgstr "Пивовары {self.gen}"\n',
        encoding="utf-8",
    )
    loaded = load(world, [mod], language="ru")
    assert not wrong(loaded)
    assert loaded.scenario is not None
    assert loaded.scenario.incidents["guilds"].name == "Пивовары {self.gen}"
    assert not wrong(load(world, [mod]))


def test_the_russian_file_has_no_mistakes() -> None:
    source = read_source(HANSA)
    page = source.translation("ru")
    found = problems(messages(source), entries(HANSA), page, "ru")  # type: ignore[arg-type]  # it is there
    assert not found
