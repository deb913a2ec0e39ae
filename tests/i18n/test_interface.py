"""The program itself in Russian: complete, sound, and chosen by argument, variable or locale."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from tests.hansa import HANSA
from tests.i18n.speaking import speaking

from csto_game import places
from csto_game.cli.language import wanted
from csto_game.cli.main import main
from csto_game.content.page import Page
from csto_game.content.translations.check import problems
from csto_game.content.translations.po import Translation, read_po
from csto_game.model.builtin import FIXED, MEMBERSHIP
from csto_game.model.refusal import GameError
from csto_game.text import translation
from csto_game.text.catalog import SENTENCES, say, word
from csto_game.ui.keys import load_keys
from csto_game.ui.words import say as say_on_screen
from csto_game.workshop.i18n.interface import SCREENS, interface

FILE = places.languages() / "ru.po"


def page() -> Page:
    return Page(FILE.name, FILE.read_text(encoding="utf-8"))


def russian() -> tuple[Translation, ...]:
    found = read_po(page())
    assert isinstance(found, tuple)
    return found


def names(text: str) -> set[str]:
    """What a text puts in; ``{count|one|many}`` puts in count."""
    parts = string.Formatter().parse(text)
    return {name.partition("|")[0] for _, name, _, _ in parts if name}


def test_the_russian_file_is_complete_and_current() -> None:
    used = {(one.address, one.source) for one in russian() if one.is_used}
    missing = [
        (one.address, one.text) for one in interface() if (one.address, one.text) not in used
    ]
    assert not missing, "csto i18n update interface ru, then translate what is new"


def test_the_russian_file_has_no_mistakes() -> None:
    assert not problems(interface(), russian(), page(), "ru")


def test_each_translation_puts_in_what_its_original_does() -> None:
    differing = [one.address for one in russian() if names(one.text) != names(one.source)]
    assert not differing


def test_texts_of_screens_are_found_where_they_are_said() -> None:
    texts = {one.text for one in interface() if one.address == SCREENS}
    labels = {text for key in load_keys().table for text in (key.label, key.help) if text}
    assert {"INCIDENTS", "Briefing", "the campaign", "{name} objects"} - texts <= {"{name} objects"}
    assert labels <= texts


def test_names_of_what_the_engine_measures_are_its_own() -> None:
    for stat in FIXED:
        assert SENTENCES[f"stat.{stat.id}"] == stat.name
    assert [word(name) for name in MEMBERSHIP] == list(MEMBERSHIP)


def test_sentences_are_said_in_russian_and_then_in_english_again() -> None:
    with speaking("ru"):
        assert say("now.acts", count=2) == "Осталось действий: 2."
        assert say_on_screen("{n} turns", n=3) == "3 хода"
        assert say_on_screen("{n} turns", n=5) == "5 ходов"
        assert say("score.row", mark="да", points=21, name="мир") == "да, 21 очко: мир."
        assert word("member") == "член союза"
    assert say("now.acts", count=2) == "Acts left: 2."


def test_a_fact_is_never_read_as_a_template() -> None:
    with speaking("ru"):
        said = say("card.advice", name="{text}", text="{a|b} {x}")
    assert said == "{text}: {a|b} {x}"


@pytest.mark.parametrize(
    "wish, environment, language",
    [
        (None, {}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "POSIX"}, "en"),
        (None, {"LANG": "ru_RU.UTF-8"}, "ru_RU"),
        (None, {"LANG": "de", "LC_ALL": "C"}, "en"),
        (None, {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ru"}, "ru"),
        (None, {"LANG": "en_GB.UTF-8", "CSTO_LANG": "ru"}, "ru"),
        ("en", {"CSTO_LANG": "ru"}, "en"),
    ],
)
def test_the_language_is_the_players_wish_then_the_locale(
    wish: str | None, environment: dict[str, str], language: str
) -> None:
    assert wanted(wish, environment) == language


def test_what_is_no_code_of_a_language_is_refused() -> None:
    for wish in ("../ru", "Russian", "r"):
        with pytest.raises(GameError):
            wanted(wish, {})


@pytest.mark.parametrize("language", ["ru", "en"])
def test_help_is_told_in_the_language(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        main(["play", "--lang", language, "--help"])
        out = capsys.readouterr().out
    finally:
        translation.use(translation.ENGLISH, {})
    assert ("строки вместо экрана" in out) == (language == "ru")
    assert ("lines instead of a screen" in out) == (language == "en")


def test_plain_lines_are_russian(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(HANSA), "--home", str(tmp_path), "--lang", "ru"]
    try:
        assert main(["sim", *arguments, "--games", "1", "--players", "idle", "--turns", "2"]) == 0
        assert "игр: 1" in capsys.readouterr().out
        assert main(["list", "--home", str(tmp_path), "--lang", "ru"]) == 0
        assert "Сценарии:" in capsys.readouterr().out
    finally:
        translation.use(translation.ENGLISH, {})
