"""Sentences that name a key take its name from the table, so that they stay true when keys are others."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from csto_game import places
from csto_game.content.page import Page
from csto_game.content.translations.po import read_po
from csto_game.ui.draw.ask import ask_rows
from csto_game.ui.draw.help import ABOUT, help_rows
from csto_game.ui.draw.saves import saves_rows
from csto_game.ui.keys import Keys, load_keys
from csto_game.ui.look import make_look
from csto_game.ui.own_keys import FILE, read_own_keys
from csto_game.ui.rows import row_text
from csto_game.workshop.i18n.interface import interface

_UI = places.PACKAGE / "ui"
_NAMED = re.compile(r"\b(Enter|Esc|Escape|Tab|Space|PgUp|PgDn|Home key|F\d{1,2}|Ctrl|Shift)\b")
_LETTER = re.compile(r"(?<![\w'’“.×}–-])[b-zB-HJ-Z/](?![\w'’”=–-]|\.\w)")
"""A letter that stands alone, but for a and I, or the slash."""
_SET_TYPE = frozenset(("key", "dim", "mark", "note", "text", "strong", "warn"))
_OF_THE_TERMINAL = frozenset(
    # Lines end with Enter and Ctrl-C stops a program everywhere; Shift is the terminal's own.
    ("plain.curtain", "help.forecast", "serve.at", "keys.letter", "doctor.mouse_on")
)
_LETTERS_OF_ANSWERS = frozenset(("help", "new.id"))
"""``option N``, and the letters of which an id is made."""


def key_names(text: str) -> list[str]:
    """The keys that a text names by itself; what stands in braces is put in."""
    bare = re.sub(r"\{[^{}]*\}", "{}", text)
    return [*_NAMED.findall(bare), *_LETTER.findall(bare)]


def is_free(address: str, text: str) -> bool:
    """Whether it speaks of keys that no table can change."""
    return (
        address in _OF_THE_TERMINAL | _LETTERS_OF_ANSWERS or "Shift" in text or "csto " in text[:80]
    )


def test_a_key_in_a_sentence_is_seen() -> None:
    assert key_names("Enter goes on, s saves, / filters") == ["Enter", "s", "/"]
    assert key_names("{key} goes on with a game that I like, 3/4 of it") == []


def test_no_sentence_names_a_key_of_the_table() -> None:
    named = [
        (one.address, one.text)
        for one in interface()
        if key_names(one.text) and not is_free(one.address, one.text)
    ]
    assert not named, "let it take the key: say('{key} …', key=look.named('ACTION', 'SCREEN'))"


@pytest.mark.parametrize(
    "file", sorted(places.languages().glob("*.po")), ids=lambda file: file.stem
)
def test_no_translation_does_either(file: Path) -> None:
    found = read_po(Page(file.name, file.read_text("utf-8")))
    assert isinstance(found, tuple)
    latin = re.compile(r"(?<![\w“.}–-])[a-zA-Z/](?![\w”=–-])")
    named = [
        (one.address, one.text)
        for one in found
        if not is_free(one.address, one.source)
        and (_NAMED.search(one.text) or latin.search(re.sub(r"\{[^{}]*\}", "{}", one.text)))
    ]
    assert not named


def drawn(file: Path) -> Iterator[tuple[int, str]]:
    """Texts that a module of the screens puts on them as they stand, with their lines."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        is_set = (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in _SET_TYPE
        )
        if not is_set:
            continue
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield part.lineno, part.value


def test_nothing_drawn_names_one_without_a_sentence() -> None:
    named = [
        (str(file.relative_to(_UI)), line, text)
        for file in sorted(_UI.rglob("*.py"))
        for line, text in drawn(file)
        if len(text.strip()) < 20 and re.fullmatch(r"[^\w]*\b[\w+-]+\b[^\w]*", text)
        if key_names(text)
    ]
    assert not named


def laid(folder: Path, **keys: str) -> Keys:
    """The table with other keys for some actions."""
    lines = [f'[[key]]\nid = "{action}"\nkeys = ["{key}"]\n' for action, key in keys.items()]
    (folder / FILE).write_text("\n".join(lines), "utf-8")
    found = read_own_keys(folder)
    assert not found.problems
    return found.keys


def test_sentences_follow_the_players_keys(tmp_path: Path) -> None:
    keys = laid(tmp_path, back="f9", new="B", next_panel="f8", in_words="M", yes="J", choose="f7")
    look = make_look(keys=keys)
    nothing = "".join(map(row_text, saves_rows([], 0, 80, look)))
    assert "F9, then B begins one" in nothing
    asked = "\n".join(map(row_text, ask_rows("Go?", (), ("go", "stay"), 0, (60, 20), look)))
    assert "J go" in asked
    assert "n stay" in asked
    helped = " ".join(row_text(row) for row in help_rows("pictures", keys, 0, 200, 40, look))
    assert "F8 or a digit" in " ".join(helped.split())


def test_an_action_without_a_key_is_named_as_the_palette_finds_it() -> None:
    keys = load_keys().without("why")
    assert keys.named("why", "campaign") == ": why"
    assert load_keys().named("why", "campaign") == "w"


@pytest.mark.parametrize("screen", ABOUT)
def test_what_help_says_of_a_screen_names_actions_that_it_has(screen: str) -> None:
    known = {key.id for key in load_keys().on(screen)}
    assert set(re.findall(r"\{(\w+)\}", ABOUT[screen])) <= known
