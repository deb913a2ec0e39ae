"""Translations that ship: sound, and near to whole. A changed original only leaves its text English."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.hansa import ROOT

from csto_game.content.load import load
from csto_game.content.source import read_source
from csto_game.content.translations.check import STALE, counts, problems
from csto_game.content.translations.po import read_po
from csto_game.workshop.i18n.messages import messages

FILES = sorted((ROOT / "scenarios").glob("*/lang/*.po"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_a_shipped_translation_is_sound_and_near_to_whole(file: Path) -> None:
    folder, language = file.parent.parent, file.stem
    source = read_source(folder)
    page = source.translation(language)
    found = read_po(page)  # type: ignore[arg-type]  # a problem would fail here, too
    assert isinstance(found, tuple)
    wanted = messages(source)
    wrong = problems(wanted, found, page, language)  # type: ignore[arg-type]  # the same
    gone = ("unknown-address", STALE)
    assert not [problem for problem in wrong if problem.code not in gone]
    count = counts(wanted, found)
    assert count.done * 10 >= count.total * 9


def test_bangkok_is_loaded_in_russian() -> None:
    english, russian = (
        load(ROOT / "scenarios" / "asean_1967", language=language, warn=False).scenario
        for language in ("en", "ru")
    )
    assert english is not None
    assert russian is not None
    assert russian.package.name == "Бангкок, 1967"
    assert russian.hash == english.hash
