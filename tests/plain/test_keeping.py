"""What the screens do with lines, numbers and files, in lines: redo, rename, trash, switch, export, numbers."""

from __future__ import annotations

import io
from pathlib import Path

from tests.hansa import begin, quiet

from csto_game import plain
from csto_game.session.match import Match
from csto_game.session.save import read_save

FEAST = "feast HAM"


def play(match: Match, *lines: str, only: str = "") -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    assert plain.play(match, source, out, err, jobs=0, only=only) == 0
    return " ".join(out.getvalue().split()), " ".join(err.getvalue().split())


# ── doing again ──


def test_what_was_taken_back_is_done_again() -> None:
    match = quiet(None)
    out, err = play(match, FEAST, "undo", "redo")
    assert "Taken back: feast HAM." in out
    assert "Done again: feast HAM." in out
    assert err == ""
    assert [one.command.words for one in match.table.taken] == [FEAST]


def test_another_deed_or_the_end_of_the_turn_ends_what_could_be_done_again() -> None:
    _, err = play(quiet(None), "redo", FEAST, "undo", "end", "redo")
    assert err.count("nothing was taken back") == 2
    _, err = play(quiet(None), FEAST, "undo", "redo", "redo")
    assert err.count("nothing was taken back") == 1


# ── lines of play ──


def test_lines_are_named_put_away_and_gone_on_with(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    out, err = play(
        match, "end", "branch soft 1", "rename mild", "rename hansa-lub-1 old", "memo without loans", "timeline",
        "switch old", "trash mild", "timeline",
    )  # fmt: skip
    assert "soft is now called mild." in out
    assert "hansa-lub-1 is now called old." in out
    assert "here mild:" in out
    assert "without loans" in out
    assert "left old in turn 1" in out, "lines that left it know its new name"
    assert "You go on in old." in out
    assert "mild is now trash/mild.csto; nothing is deleted until you say: empty." in out
    assert out.endswith("Saved as old.")
    assert err == ""
    assert sorted(path.name for path in tmp_path.rglob("*.csto")) == ["mild.csto", "old.csto"]


def test_the_line_being_played_stays(tmp_path: Path) -> None:
    _, err = play(
        quiet(tmp_path), "trash hansa-lub-1", "rename a b c", "empty old", "rename", "switch x"
    )
    assert "the line that is being played stays" in err
    assert err.count("say what:") == 3
    assert "There is no save x" in err
    assert (tmp_path / "hansa-lub-1.csto").is_file()


def test_the_trash_says_what_lies_there_and_is_emptied_of_what_is_old(tmp_path: Path) -> None:
    out, err = play(
        quiet(tmp_path), "trash", "end", "branch soft 1", "trash hansa-lub-1", "trash", "empty", "empty 0",
    )  # fmt: skip
    assert "The trash is empty." in out
    assert "hansa-lub-1, 0 days in the trash." in out
    assert "what has lain there for 30 days is deleted: now that would be 0." in out
    assert "Deleted: 0 saves that had lain in the trash for 30 days or longer." in out
    assert "deleted: hansa-lub-1, after 0 days." in out
    assert err == ""
    assert [path.name for path in tmp_path.rglob("*.csto")] == ["soft.csto"]


def test_another_game_is_no_line_of_this_one(tmp_path: Path) -> None:
    other = quiet(tmp_path, seed=4)
    _, err = play(quiet(tmp_path), f"switch {other.path.stem if other.path else ''}")
    assert "save of another game" in err


def test_a_line_is_written_to_a_file_and_the_chronicle_beside_it(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    out, err = play(match, "end", f"export {tmp_path}/away.csto", "chronicle write")
    assert "Written: away.csto," in out
    assert "hansa-lub-1.md hansa-lub-1.html" in out
    assert err == ""
    assert match.path is not None
    assert (tmp_path / "away.csto").read_bytes() == match.path.read_bytes()
    assert (tmp_path / "hansa-lub-1.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_past_turn_is_told(tmp_path: Path) -> None:
    out, err = play(
        quiet(tmp_path), FEAST, "end", "branch soft 1", "timeline hansa-lub-1 1", "timeline 1",
        "timeline x",
    )  # fmt: skip
    assert "You: Feast the council" in out.split("Turn 1,")[1]
    assert "You:" not in out.split("Turn 1,")[2], "nothing was done yet in the new line"
    assert "say what: timeline 4" in err


def test_by_mail_there_is_one_line(tmp_path: Path) -> None:
    match = begin(tmp_path, LUB="human", HAM="human")
    match.run()
    lines = ("branch x", "rename x", "trash x", "export x", "switch x", "chronicle write")
    _, err = play(match, *lines, only="LUB")
    assert err.count("A game by mail has one line of play.") == len(lines)
    assert [path.name for path in tmp_path.iterdir()] == ["hansa-lub-ham-1.csto"]


def test_a_branch_to_another_persons_turn_is_behind_the_curtain(tmp_path: Path) -> None:
    match = begin(tmp_path, LUB="human", HAM="human")
    out, _ = play(match, "", "end", "", "branch soft 1", "", "look")
    after = out.split("now the line soft")[1]
    assert after.split("It is the turn of")[1].startswith(" Lübeck.")
    assert "turn 1 of" not in after.split("press Enter")[0]


# ── numbers ──


def test_every_known_number_is_listed_by_the_path_that_why_wants() -> None:
    out, err = play(quiet(None), "numbers lub silver", "numbers zzz", "numbers")
    assert "LUB.silver: Silver" in out
    assert "no number that you know is called that." in out
    assert "say numbers with a word" in out
    assert err == ""


def test_saves_stay_readable_after_all_that(tmp_path: Path) -> None:
    match = quiet(tmp_path)
    play(match, FEAST, "undo", "redo", "rename calm", "end")
    assert match.path == tmp_path / "calm.csto"
    words = [words for move in read_save(match.path).moves for _, words in move.commands]
    assert words[:4] == [FEAST, "undo", FEAST, "end"]
