"""``settings`` in lines: told, changed on the disk, and strict about what it is told."""

from __future__ import annotations

import io
from pathlib import Path

from tests.plain.test_plain import quiet

from csto_game import plain
from csto_game.machine.settings import CHOICES, FILE
from csto_game.machine.settled import read_settings, wants_lines


def said(folder: Path, text: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    own = plain.Own(settled=read_settings(folder))
    assert plain.play(quiet(None), io.StringIO(text), out, err, jobs=1, own=own) == 0
    return out.getvalue(), err.getvalue()


def test_all_settings_are_told(tmp_path: Path) -> None:
    out, err = said(tmp_path, "settings\n")
    assert all(f"{name}: " in out for name in CHOICES)
    assert "plain: off" in out
    assert err == ""
    assert not (tmp_path / FILE).exists(), "who asks changes nothing"
    out, _ = said(tmp_path, "settings theme\n")
    assert "dark, paper, mono" in out


def test_who_settles_on_lines_begins_in_lines(tmp_path: Path) -> None:
    out, err = said(tmp_path, "settings plain on\n")
    assert "From now on the game begins in lines" in out
    assert err == ""
    assert wants_lines(tmp_path)
    out, _ = said(tmp_path, "settings plain off\n")
    assert "From now on" not in out
    assert not wants_lines(tmp_path)
    assert (tmp_path / FILE).read_text("utf-8") == "plain = false\n"


def test_what_is_no_setting_or_no_value_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    _, err = said(tmp_path, "settings plane on\nsettings theme pink\nsettings plain perhaps\n")
    assert "no setting plane: plain" in " ".join(err.split())
    assert "no value of theme" in err
    assert "no value of plain" in err
    assert not (tmp_path / FILE).exists()


def test_a_damaged_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("plain = [")
    _, err = said(tmp_path, "settings plain on\n")
    assert "cannot be read" in err
    assert (tmp_path / FILE).read_text() == "plain = ["
    assert not wants_lines(tmp_path)
