"""Saves put in order: kept, called otherwise, put away; and a turn at a glance."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.hansa import begin, hansa, play_on, quiet

from csto_game.model.refusal import GameError
from csto_game.session.comparison import other_table
from csto_game.session.keeping import keep, memo, rename
from csto_game.session.library import export_save, free_branch, saves
from csto_game.session.match import Match
from csto_game.session.recover import recover, survey
from csto_game.session.replay import load
from csto_game.session.save import LONGEST_MEMO, read_save
from csto_game.session.thumbnail import thumbnail
from csto_game.session.timeline import branch, timeline
from csto_game.session.trash import DAYS, TRASH, empty, lying, put


def path_of(match: Match) -> Path:
    assert match.path is not None
    return match.path


def shape(path: Path) -> list[tuple[str, str, int]]:
    return [(line.name, line.parent, line.left) for line in timeline(path)]


def test_a_kept_moment_is_a_leaf_and_the_game_stays_in_its_line(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match, turns=2)
    own = path_of(match)
    kept = keep(match, "calm")
    assert match.path == own
    assert (kept.stem, own.stem, match.turn) in shape(own)
    again = Match.resume(kept, lambda _: hansa())
    assert again.table.state == match.table.state


def test_a_game_without_a_save_keeps_nothing() -> None:
    with pytest.raises(GameError, match="not saved"):
        keep(quiet(None), "calm")


def test_a_line_is_played_on_after_the_one_it_left_was_called_otherwise(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match, turns=3)
    soft = branch(match, "soft", 2)
    rename(path_of(match), "another_and_longer_name", soft)
    assert soft.header.parent == "another_and_longer_name 2"
    play_on(soft, turns=1)
    again = Match.resume(path_of(soft), lambda _: hansa())
    assert again.table.state == soft.table.state


def test_words_of_ones_own_stay_with_their_line_and_change_nothing_else(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match, turns=2)
    own = path_of(match)
    memo(own, "the road\nwithout\x1b[2J \u202eloans " + "x" * 999, match)
    play_on(match, turns=1)  # the game being played goes on in its journal
    soft = branch(match, "soft", 2)
    memo(path_of(soft), "mild")
    before = path_of(soft).stat().st_mtime_ns
    memo(path_of(soft), "milder")
    rows = {row.name: row.memo for row in saves(tmp_path)}
    assert rows["soft"] == "milder", "a new line begins without words"
    assert rows[own.stem].startswith("the road without[2J loans xxx")
    assert len(rows[own.stem]) == LONGEST_MEMO
    assert path_of(soft).stat().st_mtime_ns == before, "it was not played"
    for path in (own, path_of(soft)):
        again = load(path, lambda _: hansa())
        assert again.difference is None
    memo(own, "", match)
    assert {row.name: row.memo for row in saves(tmp_path)}[own.stem] == ""
    assert Match.resume(own, lambda _: hansa()).table.state == match.table.state


def test_a_new_name_is_told_to_the_lines_that_left_and_to_the_game(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match, turns=3)
    soft = branch(match, "soft", 2)
    played = path_of(soft).stat().st_mtime_ns
    old = path_of(match)
    new = rename(old, "main", match)
    assert not old.exists()
    assert match.path == new
    assert ("soft", "main", 2) in shape(new)
    assert path_of(soft).stat().st_mtime_ns == played, "when it was played last stays as it was"
    play_on(match, turns=1)
    assert load(new, lambda _: hansa()).difference is None
    assert load(path_of(soft), lambda _: hansa()).difference is None


def test_no_save_is_written_over_by_a_new_name(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    keep(match, "calm")
    with pytest.raises(GameError, match="already a save calm"):
        rename(path_of(match), "calm", match)
    with pytest.raises(GameError, match="name"):
        rename(path_of(match), "../calm", match)


def test_the_trash_keeps_everything(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    texts = []
    for _ in range(2):
        path = keep(match, "calm")
        texts.append(path.read_text("utf-8"))
        where = put(path)
        assert where.read_text("utf-8") == texts[-1]
        play_on(match, turns=1)
    assert sorted(one.name for one in (tmp_path / TRASH).iterdir()) == [
        "calm-2.csto",
        "calm.csto",
        "since.txt",
    ]
    assert [row.name for row in saves(tmp_path)] == [path_of(match).stem]


def test_only_what_has_long_lain_in_the_trash_is_deleted_and_only_when_asked(
    tmp_path: Path,
) -> None:
    match = quiet(tmp_path)
    today = date(2030, 6, 1)
    for name, days in (("old", 40), ("month", DAYS), ("young", DAYS - 1)):
        put(keep(match, name), today - timedelta(days=days))
    assert [(one.name, one.days) for one in lying(tmp_path, today)] == [
        ("old", 40),
        ("month", 30),
        ("young", 29),
    ]
    outside = tmp_path / "kept.csto"
    outside.write_bytes(b"x")
    (tmp_path / TRASH / "link.csto").symlink_to(outside)
    (tmp_path / TRASH / "notes.txt").write_text("mine")
    gone = empty(tmp_path, today=today)
    assert [one.name for one in gone] == ["old", "month"]
    assert sorted(one.name for one in (tmp_path / TRASH).iterdir()) == [
        "link.csto",
        "notes.txt",
        "since.txt",
        "young.csto",
    ]
    assert outside.exists()
    assert not empty(tmp_path, today=today)
    assert [one.name for one in empty(tmp_path, 7, today)] == ["young"]


def test_what_was_put_into_the_trash_by_hand_is_as_young_as_its_file(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    put(keep(match, "listed"))
    (tmp_path / TRASH / "since.txt").write_bytes(b"\xff no list")
    assert [one.days for one in lying(tmp_path)] == [0]
    assert not empty(tmp_path)


def test_an_exported_save_is_the_same_file_and_never_over_another(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    target = tmp_path / "given" / "away.csto"
    size = export_save(path_of(match), target)
    assert target.read_bytes() == path_of(match).read_bytes()
    assert size == len(target.read_bytes())
    with pytest.raises(GameError, match="already"):
        export_save(path_of(match), target)


def test_a_free_name_says_who_and_when(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    assert free_branch(tmp_path, "LUB", 6) == "lub-turn6"
    keep(match, "lub-turn6")
    assert free_branch(tmp_path, "LUB", 6) == "lub-turn6-2"


def test_a_damaged_line_stays_in_the_timeline_and_says_what_is_lost(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match, turns=3)
    torn = keep(match, "torn")
    rows = torn.read_text("utf-8").splitlines()
    torn.write_text("\n".join([*rows[:-2], "what is this?", rows[-1], ""]), "utf-8")
    line = next(line for line in timeline(path_of(match)) if line.name == "torn")
    assert line.parent == path_of(match).stem
    assert f"line {len(rows) - 1}" in line.row.trouble
    before = sorted(one.name for one in tmp_path.iterdir())
    found = survey(torn, lambda _: hansa())
    assert (found.loss.line, found.loss.lost) == (len(rows) - 1, 2)
    assert sorted(one.name for one in tmp_path.iterdir()) == before, "a survey writes nothing"
    made = recover(torn, lambda _: hansa())
    assert (made.kept, made.turn) == (found.loss.kept, found.loss.turn)


def test_a_turn_at_a_glance_is_as_it_was_then(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    first = thumbnail(match.table, "LUB", 1)
    words = next(c.words for v in match.view("LUB").verbs for c in v.commands)
    command = match.parse(words)
    match.submit(command)  # type: ignore[arg-type]  # it was offered
    play_on(match, turns=4)
    seen = thumbnail(match.table, "LUB", 1)
    assert seen.numbers == first.numbers
    assert not first.orders
    assert len(seen.orders) == 1
    assert thumbnail(match.table, "LUB", 99).turn == match.turn


def test_a_line_that_went_further_is_played_to_its_end(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match, turns=2)
    far = branch(match, "far", 2)
    play_on(far, turns=4)
    mine, theirs = read_save(path_of(match)), read_save(path_of(far))
    assert other_table(match.table, mine, theirs).state == far.table.state
    there = other_table(match.table, mine, theirs, to=match.turn)
    assert there.state.turn == match.turn


def test_a_finished_line_stands_in_the_turn_it_ended_in(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play_on(match)
    assert match.over
    (line,) = timeline(path_of(match))
    assert line.row.turn == match.turn
