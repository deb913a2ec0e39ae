"""A game being played: nothing is lost, nothing refused changes anything, undo is honest."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.hansa import HANSA, ROOT, begin, hansa, play_on

from csto_game.model.command import Command
from csto_game.model.refusal import GameError, Refusal
from csto_game.rules import Book, fingerprint, options, seats
from csto_game.session.header import Header
from csto_game.session.match import Match
from csto_game.session.save import read_save


def find(header: Header) -> Book:
    assert header.scenario == "hansa"
    return hansa()


def do(match: Match, words: str) -> None:
    command = match.parse(words)
    assert isinstance(command, Command), command
    done = match.submit(command)
    assert not isinstance(done, Refusal), done


def refusal_of(match: Match, words: str) -> Refusal:
    command = match.parse(words)
    if isinstance(command, Refusal):
        return command
    done = match.submit(command)
    assert isinstance(done, Refusal)
    return done


def file_of(match: Match) -> bytes:
    assert match.path
    return match.path.read_bytes()


def state_of(match: Match) -> str:
    return fingerprint(match.table.state)


# ── playing ──


def test_new_game_waits_for_the_person_and_is_saved(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    assert match.waiting_for == "LUB"
    assert match.persons == ("LUB",)
    assert match.path == tmp_path / "hansa-lub-1.csto"
    assert begin(tmp_path).path == tmp_path / "hansa-lub-2.csto"


def test_game_without_a_folder_leaves_no_file(tmp_path: Path) -> None:
    match = begin(None)
    play_on(match, turns=1)
    assert match.path is None
    assert not list(tmp_path.iterdir())


def test_every_command_is_on_the_disk_before_its_result(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    for words in ("feast HAM", "lend RIG 10"):
        do(match, words)
        assert match.path
        last = read_save(match.path).moves[-1]
        assert last.commands == (("LUB", words),)
        assert state_of(match).startswith(last.fingerprint)


@pytest.mark.parametrize("words", ["feast LUB", "vote yes", "option 9", "lend HAM 999", "nonsense"])
def test_refused_command_changes_nothing(tmp_path: Path, words: str) -> None:
    match = begin(tmp_path)
    match.run()
    before = (state_of(match), file_of(match), match.events(1))
    sentence = match.refusal_sentence(refusal_of(match, words))
    assert (state_of(match), file_of(match), match.events(1)) == before
    assert sentence.endswith((".", "?")) or "Try" in sentence
    assert "{" not in sentence


def test_programs_seat_takes_no_command_from_a_person() -> None:
    match = begin(None)
    match.run()
    done = match.submit(Command("HAM", "end"))
    assert isinstance(done, Refusal)
    assert "HAM" in match.refusal_sentence(done)


def test_whole_game_ends_with_a_verdict(tmp_path: Path) -> None:
    match = begin(tmp_path)
    play_on(match)
    assert match.over
    assert match.waiting_for is None
    verdict = match.verdict()
    assert verdict
    assert match.path
    assert read_save(match.path).noted_ending == verdict.ending


def test_progress_is_told_and_running_can_be_stopped() -> None:
    match = begin(None, LUB="planner")
    told: list[tuple[int, int, str]] = []
    match.run(
        progress=lambda done, of, name: told.append((done, of, name)), stop=lambda: len(told) > 4
    )
    assert not match.over
    assert [done for done, _, _ in told] == [0, 1, 2, 3, 4]
    assert {of for _, of, _ in told} == {len(seats(hansa()))}
    match.run()
    assert match.over


def test_stopped_and_continued_game_is_the_same_game(tmp_path: Path) -> None:
    whole = begin(tmp_path / "a", LUB="planner")
    whole.run()
    parts = begin(tmp_path / "b", LUB="planner")
    count = 0

    def stop() -> bool:
        nonlocal count
        count += 1
        return count % 7 == 0

    while not parts.over:
        parts.run(stop=stop)
    assert state_of(parts) == state_of(whole)


def test_text_form_of_every_offered_command_is_read_back(tmp_path: Path) -> None:
    match = begin(None)
    match.run()
    while not match.over:
        state = match.table.state
        for command in options(match.book, state, "LUB"):
            assert match.parse(command.words) == command
        play_on(match, turns=1)


# ── resuming ──


def test_resumed_game_stands_where_it_stood(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    do(match, "feast HAM")
    do(match, "end")
    match.run()
    assert match.path
    again = Match.resume(match.path, find)
    assert state_of(again) == state_of(match)
    assert again.waiting_for == match.waiting_for
    assert again.events(1) == match.events(1)
    assert again.view("LUB") == match.view("LUB")


def test_resumed_game_goes_on_as_if_it_had_never_stopped(tmp_path: Path) -> None:
    whole = begin(tmp_path)
    play_on(whole)
    parts = begin(tmp_path)
    assert parts.path
    while not parts.over:
        parts = Match.resume(parts.path, find)
        play_on(parts, turns=1)
    assert state_of(parts) == state_of(whole)
    first, second = (read_save(m.path).moves for m in (whole, parts) if m.path)
    assert first == second


def test_torn_line_is_said_and_the_game_goes_on(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    do(match, "feast HAM")
    assert match.path
    with match.path.open("ab") as file:
        file.write(b"LUB: lend HA")
    again = Match.resume(match.path, find)
    assert "cut off" in again.notes[0]
    do(again, "end")
    assert Match.resume(match.path, find).notes == ()


def test_undo_survives_resuming(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    before = state_of(match)
    do(match, "feast HAM")
    assert match.path
    again = Match.resume(match.path, find)
    assert isinstance(again.undo(), Command)
    assert state_of(again) == before
    assert state_of(Match.resume(match.path, find)) == before


# ── undo ──


def test_undo_of_do_is_nothing(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    before = (state_of(match), match.view("LUB"), match.events(1))
    do(match, "feast HAM")
    do(match, "lend RIG 10")
    assert [match.undo() for _ in range(2)] == [
        match.parse("lend RIG 10"),
        match.parse("feast HAM"),
    ]
    assert (state_of(match), match.view("LUB"), match.events(1)) == before
    assert match.undo() == Refusal("undo/nothing")


def test_undo_after_others_acted_is_refused(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    do(match, "feast HAM")
    do(match, "end")
    match.run()
    assert match.undo() == Refusal("undo/others")


def test_undo_of_what_chance_decided_is_refused(tmp_path: Path) -> None:
    match = begin(tmp_path)
    match.run()
    do(match, "feast HAM")
    do(match, "build earth")
    refused = match.undo()
    assert isinstance(refused, Refusal)
    assert refused.code == "undo/chance"
    assert "build earth" in match.refusal_sentence(refused)


# ── a disk that fails ──


def test_full_disk_leaves_game_and_save_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = begin(tmp_path)
    match.run()
    do(match, "feast HAM")
    before = (state_of(match), file_of(match))

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    command = match.parse("end")
    assert isinstance(command, Command)
    with pytest.raises(GameError, match=r"could not be saved.*no space left.*Nothing was done"):
        match.submit(command)
    with pytest.raises(GameError):
        match.undo()
    assert (state_of(match), file_of(match)) == before
    monkeypatch.undo()
    do(match, "end")
    match.run()


def test_full_disk_while_programs_play_loses_only_the_seat_that_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    match = begin(tmp_path)
    match.run()
    do(match, "end")
    write, left = os.write, [3]

    def fills_up(file: int, content: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(os, "write", fills_up)
    with pytest.raises(GameError):
        match.run()
    monkeypatch.undo()
    assert match.path
    assert state_of(Match.resume(match.path, find)) == state_of(match)
    match.run()
    assert match.waiting_for == "LUB"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_real_limit_of_a_file_is_met_with_a_sentence(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1200, 1200))\n"
        "from csto_game.cli import main\n"
        f"sys.exit(main(['--home', {str(tmp_path)!r}, 'play', {str(HANSA)!r}, '--plain', "
        "'--seed', '3']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input="end\nvote yes\n" * 40,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0
    assert "could not be saved" in done.stderr
    assert "Traceback" not in done.stderr
    save = tmp_path / "saves" / "hansa-lub-1.csto"
    assert save.stat().st_size <= 1200
    assert not read_save(save).torn
    Match.resume(save, find)


# ── who may play ──


def test_unknown_seat_kind_and_difficulty_are_refused_with_a_sentence() -> None:
    with pytest.raises(GameError, match="no seat XXX"):
        begin(None, XXX="human")
    with pytest.raises(GameError, match="did you mean greedy"):
        begin(None, LUB="gredy")
    with pytest.raises(GameError, match="no difficulty"):
        Match.new(hansa(), {}, 1, folder=None, difficulty="storm")


def test_difficulty_is_felt_by_persons_and_kept_in_the_save(tmp_path: Path) -> None:
    match = Match.new(hansa(), {"LUB": "human"}, 3, folder=tmp_path, difficulty="calm_sea")
    richer = match.view("LUB").members[0].figures["silver"].value
    usual = begin(None).view("LUB").members[0].figures["silver"].value
    assert richer == usual + 15
    assert match.path
    assert state_of(Match.resume(match.path, find)) == state_of(match)
