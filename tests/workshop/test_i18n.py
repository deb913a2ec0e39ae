"""`csto i18n`: every text has an address; changed originals make translations doubtful, not lost."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from tests.hansa import HANSA

from csto_game.cli.main import main
from csto_game.content.source import read_source
from csto_game.model.plurals import forms_of
from csto_game.model.refusal import GameError
from csto_game.workshop.i18n.messages import Message, messages

polib = pytest.importorskip("polib", reason="translators' library is not installed")


def hansa_messages() -> dict[str, list[Message]]:
    found: dict[str, list[Message]] = {}
    for message in messages(read_source(HANSA)):
        found.setdefault(message.address, []).append(message)
    return found


@pytest.fixture
def world(tmp_path: Path) -> Path:
    copytree(HANSA, tmp_path / "hansa")
    (tmp_path / "hansa" / "lang" / "ru.po").unlink()
    return tmp_path / "hansa"


def po(world: Path) -> polib.POFile:
    return polib.pofile(str(world / "lang" / "ru.po"), wrapwidth=98)


def entry(world: Path, address: str, text: str = "") -> polib.POEntry:
    return next(e for e in po(world) if e.msgctxt == address and text in e.msgid)


def translate(world: Path, address: str, said: str) -> None:
    file = po(world)
    found = next(e for e in file if e.msgctxt == address)
    found.msgstr = said
    file.save()


def edit(world: Path, name: str, old: str, new: str) -> None:
    text = (world / name).read_text(encoding="utf-8")
    assert old in text
    (world / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "address, text",
    [
        ("package.name", "The Steelyard and the Sea"),
        ("incident.guilds.option.pay.name", "Open the cellars"),
        ("incident.guilds.option.pay.do", "the cellars were opened"),
        ("incident.guilds.advice.clerk", "The charter is silent, which is its strength."),
        ("incident.guilds.option.guard.outcome.blood.text", "Three brewers lie on the steps."),
        ("clock.steps.1", "winter"),
        ("country.LUB.name", "Lübeck"),
        ("stat.gales.words.40", "rough"),
        ("rule.hunger.news", "The nets of the Sound come up empty."),
    ],
)
def test_texts_have_addresses(address: str, text: str) -> None:
    assert text in [message.text for message in hansa_messages()[address]]


def test_what_nobody_reads_is_left_out() -> None:
    addresses = hansa_messages()
    assert not [a for a in addresses if a.rpartition(".")[2] in {"note", "link", "licence", "file"}]
    assert "source.ledger.name" in addresses


def test_texts_of_mods_have_the_addresses_of_the_world(tmp_path: Path) -> None:
    (tmp_path / "scenario.toml").write_text(
        "[package]\nid='m'\n[new.country.FIN]\nname='Finland'\n[add.verb.x]\n"
        "do='self.a + 1  because \"why\"'\n",
        encoding="utf-8",
    )
    found = [(m.address, m.text) for m in messages(read_source(tmp_path))]
    assert found == [("country.FIN.name", "Finland"), ("verb.x.do", "why")]


def test_extract_begins_a_file_once(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["i18n", "extract", str(world), "ru"]) == 0
    total = len(messages(read_source(world)))
    assert f"texts: {total}, translated: 0, fuzzy: 0, missing: {total}" in capsys.readouterr().out
    assert len(po(world)) == total
    assert main(["i18n", "extract", str(world), "ru"]) == 2
    assert "update" in capsys.readouterr().err


def test_update_of_what_is_current_changes_nothing(world: Path) -> None:
    main(["i18n", "extract", str(world), "ru"])
    translate(world, "package.name", "Безмен и море")
    main(["i18n", "update", str(world), "ru"])
    before = (world / "lang" / "ru.po").read_bytes()
    assert main(["i18n", "update", str(world), "ru"]) == 0
    assert (world / "lang" / "ru.po").read_bytes() == before
    assert entry(world, "package.name").msgstr == "Безмен и море"


def test_a_changed_original_makes_its_translation_fuzzy(world: Path) -> None:
    main(["i18n", "extract", str(world), "ru"])
    address = "incident.guilds.option.pay.name"
    translate(world, address, "Открыть погреба")
    edit(world, "cards.toml", '"Open the cellars"', '"Open all the cellars"')
    main(["i18n", "update", str(world), "ru"])
    found = entry(world, address)
    assert (found.msgid, found.msgstr) == ("Open all the cellars", "Открыть погреба")
    assert "fuzzy" in found.flags
    assert found.previous_msgid == "Open the cellars"
    main(["i18n", "update", str(world), "ru"])
    assert "fuzzy" in entry(world, address).flags


def test_a_reworded_reason_finds_its_translation(world: Path) -> None:
    main(["i18n", "extract", str(world), "ru"])
    address = "incident.guilds.option.pay.do"
    translate(world, address, "погреба открыли")
    edit(world, "cards.toml", "the cellars were opened", "all cellars were opened")
    main(["i18n", "update", str(world), "ru"])
    assert entry(world, address).msgstr == "погреба открыли"
    assert "fuzzy" in entry(world, address).flags


def test_what_is_gone_is_kept_as_obsolete_and_comes_back(world: Path) -> None:
    main(["i18n", "extract", str(world), "ru"])
    translate(world, "rule.hunger.news", "Сети пусты.")
    line = 'news    = "The nets of the Sound come up empty."\n'
    edit(world, "cards.toml", line, "")
    main(["i18n", "update", str(world), "ru"])
    assert [e.msgstr for e in po(world).obsolete_entries()] == ["Сети пусты."]
    edit(world, "cards.toml", "[rule.hunger]\n", f"[rule.hunger]\n{line}")
    main(["i18n", "update", str(world), "ru"])
    assert entry(world, "rule.hunger.news").msgstr == "Сети пусты."
    assert not po(world).obsolete_entries()


FORM = '\n#. form\nmsgctxt "country.LUB.form.gen"\nmsgid ""\nmsgstr "Любека"\n'


def test_forms_of_names_are_kept_and_may_be_used(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["i18n", "extract", str(world), "ru"])
    file = world / "lang" / "ru.po"
    file.write_text(file.read_text(encoding="utf-8") + FORM, encoding="utf-8")
    translate(world, "incident.guilds.text", "Мастера {self.gen} спрашивают.")
    assert main(["i18n", "update", str(world), "ru"]) == 0
    assert entry(world, "country.LUB.form.gen").msgstr == "Любека"
    assert main(["i18n", "check", str(world), "ru"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    "address, said, message",
    [
        ("incident.guilds.text", "Мастера {self.nmae}", "the original has no {self.nmae}"),
        ("incident.guilds.text", "Мастера {self.name", "this brace has no partner"),
        ("incident.guilds.name", "Пивовары\nушли", "the original stands on one line"),
        ("incident.guilds.name", "Пивовары \u202eушли", "U+202E"),
        ("verb.lend.do", "{amount} {amount|марка|марки}", "2 forms; this language has 3"),
    ],
)
def test_mistakes_are_told_with_their_line(
    world: Path, address: str, said: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["i18n", "extract", str(world), "ru"])
    translate(world, address, said)
    capsys.readouterr()
    assert main(["i18n", "check", str(world), "ru"]) in (1, 2)
    assert message in capsys.readouterr().err


def test_a_stale_file_is_told(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["i18n", "extract", str(world), "ru"])
    edit(world, "cards.toml", '"Open the cellars"', '"Open all the cellars"')
    assert main(["i18n", "check", str(world), "ru"]) == 1
    err = capsys.readouterr().err
    assert "the original has changed" in err
    assert "ru.po:" in err


@pytest.mark.parametrize("content", [b"msgid \x00", b"/etc/passwd", b"\xff\xfe", b'msgid "open\n'])
def test_what_is_no_file_of_translations_is_refused(world: Path, content: bytes) -> None:
    (world / "lang" / "ru.po").write_bytes(content)
    assert main(["i18n", "update", str(world), "ru"]) == 2
    assert (world / "lang" / "ru.po").read_bytes() == content


def test_a_code_of_a_language_is_no_path(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["i18n", "extract", str(world), "../../x"]) == 2
    assert "code of a language" in capsys.readouterr().err


def test_a_package_with_mistakes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scenario.toml").write_text("[a\n", encoding="utf-8")
    with pytest.raises(GameError, match="csto check"):
        messages(read_source(tmp_path))


def test_plurals() -> None:
    assert [forms_of(code) for code in ("ru", "en", "pt_BR", "ja", "xx")] == [3, 2, 2, 1, 0]
