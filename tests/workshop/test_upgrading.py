"""`csto upgrade`: the seam is tried with a format 0 that never was."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_game.cli.main import main
from csto_game.content.locate import Address
from csto_game.model.refusal import GameError
from csto_game.workshop.starter_world import write_starter
from csto_game.workshop.upgrading.edits import rename, set_value
from csto_game.workshop.upgrading.package import upgrade, write
from csto_game.workshop.upgrading.steps import Files

OLD = """\
# A card.
[event.bread]   # was called so
  title  = "Bread"     # the old key
by = "member"
"""


def to_one(files: Files) -> Files:
    """In format 0 incidents were events, and had titles."""

    def new(address: Address) -> Address | None:
        if address[0] != "event":
            return None
        last = "name" if address[-1] == "title" else address[-1]
        return ("incident", *address[1:-1], last)

    return {name: rename(text, new) for name, text in files.items()}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    (tmp_path / "scenario.toml").write_text(
        "[package]\nid     = 'x'\nformat = 0   # long ago\n", encoding="utf-8"
    )
    (tmp_path / "cards.toml").write_text(OLD, encoding="utf-8")
    (tmp_path / "other.toml").write_text("[number]\nevent = 1\n", encoding="utf-8")
    return tmp_path


def test_names_change_and_comments_stay(old: Path) -> None:
    done = upgrade(old, steps={0: to_one})
    assert (done.begin, done.end) == (0, 1)
    assert set(done.changed) == {"scenario.toml", "cards.toml"}
    assert done.changed["cards.toml"] == (
        OLD.replace("event", "incident").replace("  title  =", "  name  =")
    )
    assert "format = 1   # long ago" in done.changed["scenario.toml"]
    write(old, done.changed)
    assert upgrade(old, steps={0: to_one}).changed == {}


def test_a_newer_format_is_refused_with_the_sentence_of_the_format(old: Path) -> None:
    (old / "scenario.toml").write_text("[package]\nformat = 7\n", encoding="utf-8")
    with pytest.raises(GameError, match="newer game"):
        upgrade(old)


def test_a_missing_step_is_told(old: Path) -> None:
    with pytest.raises(GameError, match="format 0"):
        upgrade(old, steps={})


def test_a_file_that_cannot_be_read_stops_it(old: Path) -> None:
    (old / "cards.toml").write_text("[a\n", encoding="utf-8")
    with pytest.raises(GameError, match=r"cards\.toml:1"):
        upgrade(old, steps={0: to_one})


def test_values_are_set_where_they_are_written() -> None:
    assert set_value("[a]\nb = 1 # c\n", ("a", "b"), "22") == "[a]\nb = 22 # c\n"
    assert set_value("[a]\nb = 1\n", ("a", "c"), "22") == "[a]\nb = 1\n"


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_starter(tmp_path / "world")
    assert main(["upgrade", str(tmp_path / "world")]) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert main(["upgrade", str(tmp_path / "absent")]) == 2
