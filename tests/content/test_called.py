"""What the words of a clause or a choice are called, and the letters of a board."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_game.content.load import Loaded, load
from csto_game.content.source import read_source
from csto_game.ui.atlas import load_atlas
from csto_game.workshop.i18n.messages import messages

WORLD = """\
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
membership = "member"
tile = "A"
[stat.mood]
owner = "country"
name = "Mood"
holds = ["calm", "cross_now"]
{stat}
[charter.clause.bases]
name = "Bases"
values = ["host_decides", "none_new"]
start = "none_new"
{clause}
[map]
kind = "tiles"
rows = ["{row}"]
{map}
"""


def world(folder: Path, *, language: str = "", **more: str) -> Loaded:
    text = WORLD.format(**{"stat": "", "clause": "", "map": "", "row": "A.", **more})
    (folder / "scenario.toml").write_text(text, encoding="utf-8")
    return load(folder, language=language)


def test_words_are_called_as_the_files_say(tmp_path: Path) -> None:
    loaded = world(
        tmp_path,
        stat='words = { cross_now = "in a temper" }',
        clause='words = { none_new = "no new ones" }',
    )
    assert loaded.scenario, loaded.problems
    stats = loaded.scenario.stats
    assert [stats["mood"].word(place) for place in (0, 1)] == ["calm", "in a temper"]
    assert [stats["bases"].word(place) for place in (0, 1)] == ["host decides", "no new ones"]


@pytest.mark.parametrize(
    "key, text",
    [("stat", 'words = { crosss_now = "x" }'), ("clause", 'words = { none_newer = "x" }')],
)
def test_a_word_that_there_is_not_cannot_be_called_anything(
    tmp_path: Path, key: str, text: str
) -> None:
    (problem,) = world(tmp_path, **{key: text}).problems
    assert problem.code == "unknown-choice"
    assert problem.hint in {"cross_now", "none_new"}


def test_what_words_are_called_is_translated(tmp_path: Path) -> None:
    (tmp_path / "lang").mkdir()
    entries = (
        ("stat.mood.words.cross_now", "in a temper", "в гневе"),
        ("stat.mood.holds.1", "calm", "покой"),
        ("charter.clause.bases.words.none_new", "no new ones", "новых нет"),
    )
    text = "".join(
        f'msgctxt "{address}"\nmsgid "{source}"\nmsgstr "{said}"\n\n'
        for address, source, said in entries
    )
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "lang" / "ru.po").write_text(head + text, encoding="utf-8")
    stat, clause = 'words = { cross_now = "in a temper" }', 'words = { none_new = "no new ones" }'

    loaded = world(tmp_path, stat=stat, clause=clause, language="ru")

    assert loaded.scenario, loaded.problems
    stats = loaded.scenario.stats
    assert [stats["mood"].word(place) for place in (0, 1)] == ["покой", "в гневе"]
    assert [stats["bases"].word(place) for place in (0, 1)] == ["host decides", "новых нет"]
    asked = {message.address for message in messages(read_source(tmp_path))}
    assert {address for address, *_ in entries} <= asked
    # What is called something need not be translated by its bare name as well.
    assert not asked & {"stat.mood.holds.2", "charter.clause.bases.values.2"}


def test_a_letter_of_the_board_that_is_nobodys_is_warned_of_and_drawn(tmp_path: Path) -> None:
    loaded = world(tmp_path, row="AxB")
    # One place, one message, however many letters stand there.
    assert [(p.line, p.severity, p.code) for p in loaded.problems] == [(25, "warning", "map-owner")]
    assert loaded.scenario
    atlas = load_atlas(loaded.scenario)
    assert atlas is not None
    assert atlas.grid is not None


def test_land_that_belongs_to_nobody_has_a_letter_and_a_name(tmp_path: Path) -> None:
    loaded = world(tmp_path, row="Ax.", map='label = { x = "Brunei" }')
    assert not loaded.problems
    assert loaded.scenario
    atlas = load_atlas(loaded.scenario)
    assert atlas is not None
    assert atlas.neutral == {"x": "Brunei"}
    assert dict(atlas.grid.states if atlas.grid else ()) == {"A": "AAA", "x": "x"}
