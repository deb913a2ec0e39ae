"""The command line as a user meets it: exit codes, documents, sentences instead of tracebacks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.hansa import HANSA, ROOT, begin, play_on

from csto_game import __version__
from csto_game.cli import main

Csto = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def csto(tmp_path: Path) -> Csto:
    """The program in a process of its own, with a home of its own."""

    def run(*arguments: str, stdin: str = "", **more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "csto_game", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
            env=os.environ | {"CSTO_HOME": str(tmp_path / "home")} | more.get("env", {}),  # type: ignore[operator]  # a test's own words
        )

    return run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("CSTO_HOME", str(home))
    return home


@pytest.fixture
def save(home: Path) -> str:
    """A whole game in the home, and its name."""
    match = begin(home / "saves")
    play_on(match)
    assert match.path
    text = match.path.read_text(encoding="utf-8")
    match.path.write_text(text.replace("place: none", f"place: {HANSA}"), encoding="utf-8")
    return match.path.stem


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


# ── help and mistakes ──


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("play", "--help")])
def test_help_and_version_load_nothing_heavy(arguments: Sequence[str]) -> None:
    program = (
        "import sys\n"
        "from csto_game.cli import main\n"
        f"code = main({list(arguments)!r})\n"
        "heavy = {'textual', 'rich', 'tomli', 'cattrs', 'multiprocessing'} & set(sys.modules)\n"
        "sys.exit(f'{code} {sorted(heavy)}')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.stderr.strip() == "0 []"
    assert done.stdout


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == (0, f"csto {__version__}\n", "")


def test_session_plays_without_the_screen() -> None:
    program = (
        "import sys, csto_game.session.match, csto_game.plain, csto_game.lab.sim\n"
        "print(sorted({'textual', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (["plya"], "did you mean “play”?"),
        (["xyzzy"], "there are: play, serve"),
        (["play", "--plain", "nowhere_at_all"], "There is no scenario nowhere_at_all"),
        (["play", "--plain", "./nowhere"], "no scenario.toml in it"),
        (["play", "--plain", str(HANSA), "--role", "rigga"], "did you mean riga?"),
        (["play", "--plain", str(HANSA), "--difficulty", "storm"], "it has calm_sea, open_sea"),
        (["play", "--plain", str(HANSA), "--seed", "x"], "is no seed"),
        (["play", "--plain", "--resume"], "There are no saves yet."),
        (["play", "--plain", "--resume", "nothing"], "There is no save nothing."),
        (["play", "--nonsense"], "unrecognized arguments"),
        (["play", str(HANSA)], "csto play --plain"),
        (["sim", str(HANSA), "--players", "gredy"], "did you mean greedy?"),
        (["sim", str(HANSA), "--players", "XXX=greedy"], "no seat XXX"),
        (["sim", str(HANSA), "--players", "LUB=greedy,planner"], "not both"),
        (["sim", str(HANSA), "--players", ",,"], "is a kind"),
        (["sim", str(HANSA), "--games", "0"], "no whole number"),
        (["sim", str(HANSA), "--games", "1", "--json", "/nowhere/x.json"], "could not be written"),
        (["sim"], "required"),
        (["check", "/nowhere"], "there is no"),
        (["replay", "nothing"], "There is no save nothing."),
        (["replay", __file__], "is not a save of this game"),
        (["why", "nothing", "KAZ.unrest"], "There is no save nothing."),
        (["chronicle", "nothing", "--to", "x.pdf"], "written as .md or .html"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_exit_code_2(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert sentence in err
    assert "Traceback" not in err


def test_bug_is_a_sentence_with_a_report_in_a_file(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(options: object) -> int:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("csto_game.cli.listing.run", breaks)
    monkeypatch.delenv("CSTO_DEBUG", raising=False)
    code, _, err = run(capsys, "list")
    assert code == 2
    assert "Traceback" not in err
    (report,) = (home / "cache").glob("report-*.txt")
    assert report.name in err
    assert "ZeroDivisionError: a bug" in report.read_text(encoding="utf-8")
    monkeypatch.setenv("CSTO_DEBUG", "1")
    assert "Traceback" in run(capsys, "list")[2]


def test_interruption_is_130(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("csto_game.cli.listing.run", stops)
    assert run(capsys, "list")[0] == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_output_that_finds_no_room_is_a_sentence(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "csto_game", "list", "--home", str(tmp_path)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
        )
    assert done.returncode == 2
    assert done.stderr == "csto: stdout could not be written: no space left on device.\n"


def test_terminal_without_our_signs_gets_simpler_ones(csto: Csto) -> None:
    done = csto("frobnicate", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 2
    assert 'there is no command "frobnicate"' in done.stderr
    assert "?" not in done.stderr


# ── play ──


def test_plain_game_is_played_and_resumed(csto: Csto) -> None:
    done = csto("play", str(HANSA), "--plain", "--seed", "3", "--role", "riga", stdin="end\n")
    assert done.returncode == 0
    assert "You play Riga (RIG). Seed 3." in done.stdout
    assert "Saved as hansa-rig-1." in done.stdout
    again = csto("--plain", "--resume", stdin="look score\n")
    assert again.returncode == 0
    assert "Swear to nobody" in again.stdout
    by_name = csto("play", "--plain", "--resume", "hansa-rig-1")
    assert by_name.returncode == 0


def test_home_may_stand_before_or_after_the_command(tmp_path: Path) -> None:
    for number, arguments in enumerate(
        (
            ["--home", "HOME", "play", str(HANSA), "--plain"],
            ["play", str(HANSA), "--plain", "--home", "HOME"],
            ["--home=HOME", "play", str(HANSA), "--plain"],
        )
    ):
        home = tmp_path / str(number)
        given = [argument.replace("HOME", str(home)) for argument in arguments]
        subprocess.run(
            [sys.executable, "-m", "csto_game", *given],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            cwd=ROOT,
        )
        assert [path.name for path in (home / "saves").iterdir()] == ["hansa-lub-1.csto"]


@pytest.mark.skipif(sys.platform == "win32", reason="closes descriptors by a shell")
@pytest.mark.parametrize("closed", ["<&-", "<&- >&-", "<&- >&- 2>&-", "</dev/null >/dev/null"])
def test_closed_streams_are_no_trouble(tmp_path: Path, closed: str) -> None:
    command = f"{sys.executable} -m csto_game --home {tmp_path} play {HANSA} --plain {closed}"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a shell")
def test_reader_that_leaves_is_no_trouble(tmp_path: Path) -> None:
    command = f"yes look | {sys.executable} -m csto_game --home {tmp_path} play {HANSA} --plain"
    done = subprocess.run(
        ["sh", "-c", f"{command} | head -3"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.stdout.startswith("CSTO, plain mode.")
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_terminal_that_knows_no_umlauts_is_no_trouble(csto: Csto) -> None:
    done = csto("play", str(HANSA), "--plain", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "You play L?beck" in done.stdout


def test_input_that_is_no_text_is_no_trouble(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "csto_game", "--home", str(tmp_path), "play", str(HANSA), "--plain"],
        input=b"\xff\xfe\x00look\n\xc3\nlook score\n",
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


# ── asking about saves ──


def test_list_marks_saves_that_are_not_as_others(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    match = begin(home / "saves")
    assert match.path is not None
    text = match.path.read_text("utf-8")
    match.path.with_name("odd.csto").write_text(
        text.replace("\nstart: ", "\ntouched: console\nstart: ") + "LUB: fea", "utf-8"
    )
    _, out, _ = run(capsys, "list")
    lines = {line.split(":")[0].strip(): line for line in out.splitlines()}
    assert lines["odd"].endswith("[touched by a modder's hand, last line cut off]")
    assert "[" not in lines[match.path.stem]
    _, out, _ = run(capsys, "list", "--json")
    rows = {row["name"]: row for row in json.loads(out)["saves"]}
    assert rows["odd"]["touched"] == ["console"]


def test_list_tells_scenarios_and_saves(
    save: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "packages").mkdir()
    (home / "packages" / "hansa").symlink_to(HANSA, target_is_directory=True)
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert "hansa 1.0.0: The Steelyard and the Sea" in out
    assert f"{save}: hansa as LUB, ended (adjourned)" in out
    code, out, _ = run(capsys, "list", "--json")
    document = json.loads(out)
    assert code == 0
    assert document["saves"][0]["name"] == save
    found = {world["id"]: world for world in document["scenarios"]}
    assert found["hansa"]["ok"]
    assert found["hansa"]["roles"][0] == {
        "id": "lubeck",
        "seat": "LUB",
        "name": "Lübeck: the hand on the scales",
    }


def test_replay_verifies_and_tells_the_first_difference(
    save: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "replay", save, "--verify")
    assert code == 0
    assert "the same to the last fingerprint" in out
    assert "The diet adjourns" in out
    path = home / "saves" / f"{save}.csto"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("STO: end", "STO: sit", 1), encoding="utf-8")
    code, out, _ = run(capsys, "replay", save, "--verify")
    assert code == 1
    assert "differs at line" in out
    code, out, _ = run(capsys, "replay", save, "--verify", "--json")
    assert code == 1
    document = json.loads(out)
    assert not document["ok"]
    assert document["difference"]["seat"] == "STO"


def test_replay_stops_at_a_turn(save: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "replay", save, "--to", "3", "--json")
    document = json.loads(out)
    assert (code, document["turn"], document["date"]) == (0, 3, "Autumn 1390")
    assert document["ending"] is None


def test_why_tells_causes_as_text_and_as_a_document(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "why", save, "LUB.silver")
    assert code == 0
    assert out.startswith("Lübeck, silver is ")
    code, out, _ = run(capsys, "why", save, "silver", "--turn", "1", "--json")
    document = json.loads(out)
    assert (code, document["path"], document["turn"]) == (0, "LUB.silver", 1)
    assert document["before"] + sum(r["amount"] for r in document["rows"]) == document["after"]
    assert run(capsys, "why", save, "LUB.slver")[0] == 2


def test_chronicle_is_an_article(
    save: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(capsys, "chronicle", save)
    assert code == 0
    assert out.startswith("# League of the Sound\n\n| League of the Sound | |\n|---|---|\n")
    assert "| Founded | 1367 |" in out
    assert "\n## Course\n" in out
    assert "**1390.** *Spring:*" in out
    assert "## The end" in out
    file = tmp_path / "story.md"
    assert run(capsys, "chronicle", save, "--to", str(file))[0] == 0
    assert file.read_text(encoding="utf-8") == out
    page = tmp_path / "story.html"
    assert run(capsys, "chronicle", save, "--to", str(page))[0] == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_check_tells_what_is_right_and_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "check", str(HANSA))
    assert code == 0
    assert out.startswith("fine: ")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "scenario.toml").write_text('[package]\nid = "broken"\n')
    code, out, err = run(capsys, "check", str(broken))
    assert code == 2
    assert "scenario.toml:" in err
    assert " in 1 file" in out
    code, out, _ = run(capsys, "check", str(broken), "--json")
    document = json.loads(out)
    assert code == 2
    assert not document["ok"]
    assert document["errors"] == sum(m["severity"] == "error" for m in document["messages"])
    assert set(document["messages"][0]) == {
        "severity", "code", "file", "line", "column", "end_column", "message", "why", "hint", "also",
    }  # fmt: skip


def test_doctor_looks_at_everything_and_says_where_it_is_but_not_whose(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(home.parent))
    monkeypatch.setenv("USERPROFILE", str(home.parent))
    code, out, _ = run(capsys, "doctor")
    assert code in (0, 1)
    assert "can be written to" in out
    assert f"packages folder: {Path('~') / home.name}" in out
    assert str(home) not in out
    document = json.loads(run(capsys, "doctor", "--json")[1])
    assert {finding["state"] for finding in document["findings"]} <= {"ok", "note", "bad"}


# ── time ──


def test_debrief_tells_and_makes_a_document(save: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "debrief", save, "--quick")
    assert code == 0
    assert out.startswith("Debrief: ")
    code, out, _ = run(capsys, "debrief", save, "--quick", "--json")
    document = json.loads(out)
    assert (code, document["seat"], document["turning"]) == (0, "LUB", None)
    assert {"aims", "promised", "advisers", "others", "points"} <= set(document)


def test_two_lines_compare(save: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (home / "saves" / f"{save}.csto").read_text(encoding="utf-8")
    at = text.index("# turn 3")
    (home / "saves" / "short.csto").write_text(text[:at], encoding="utf-8")
    code, out, _ = run(capsys, "replay", save, "--compare", "short")
    assert code == 0
    assert f"{save} and short part in turn 3" in out
    code, out, _ = run(capsys, "replay", save, "--compare", "short", "--json")
    assert json.loads(out)["turn"] == 3


def test_save_is_exported_imported_and_recovered(
    save: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gift.csto"
    assert run(capsys, "save", "export", save, "--to", str(file))[0] == 0
    assert file.read_bytes() == (home / "saves" / f"{save}.csto").read_bytes()
    assert run(capsys, "save", "export", save, "--to", str(file))[0] == 2
    assert run(capsys, "save", "export", save)[0] == 2
    assert run(capsys, "save", "import", str(file))[0] == 0
    assert run(capsys, "replay", "gift", "--verify")[0] == 0
    raw = file.read_text(encoding="utf-8").splitlines()
    raw[30] = "rubbish"
    (home / "saves" / "bad.csto").write_text("\n".join(raw) + "\n", encoding="utf-8")
    code, _, err = run(capsys, "play", "--plain", "--resume", "bad")
    assert code == 2
    assert "csto save recover bad" in err
    code, out, _ = run(capsys, "save", "recover", "bad", "--name", "good")
    assert code == 0
    assert "Lost from line 31 on" in out
    assert run(capsys, "replay", "good", "--verify")[0] == 0


def test_iron_game_is_verified(csto: Csto, tmp_path: Path) -> None:
    done = csto(
        "play", str(HANSA), "--plain", "--iron", "--seed", "3", stdin="end\nend\nbranch x\n"
    )
    assert "iron game" in done.stderr
    verified = csto("replay", "hansa-lub-1", "--verify")
    assert verified.returncode == 0
    assert "Iron game, untouched: yes." in verified.stdout
    path = tmp_path / "home" / "saves" / "hansa-lub-1.csto"
    path.write_text(
        path.read_text(encoding="utf-8").replace("seed: 3", "seed: 4"), encoding="utf-8"
    )
    verified = csto("replay", "hansa-lub-1", "--verify")
    assert verified.returncode == 1
    assert "untouched: no" in verified.stdout


def test_hotseat_and_mail_go_from_person_to_person(csto: Csto, tmp_path: Path) -> None:
    done = csto("play", str(HANSA), "--plain", "--hotseat", "LUB,DZG", stdin="\nend\n\nlook\n")
    assert "press Enter, Danzig" in done.stdout
    file = str(tmp_path / "game.mail")
    begun = csto("mail", "new", str(HANSA), "--seats", "LUB,DZG", "--seed", "3", "--to", file)
    assert begun.returncode == 0
    assert "LUB opens it first" in begun.stdout
    assert csto("mail", "open", file).returncode == 2
    lub = {"CSTO_PASSPHRASE": "salt and herring"}
    ham = {"CSTO_PASSPHRASE": "beer and wax"}
    kept = csto("mail", "open", file, stdin="look\n", env=lub)
    assert "Your turn is not over" in kept.stdout
    assert csto("mail", "pass", file, env=lub).returncode == 2
    passed = csto("mail", "open", file, stdin="end\n", env=lub)
    assert "Send it to DZG." in passed.stdout
    other = csto("mail", "open", file, stdin="look\n", env=ham)
    assert "You play Danzig" in other.stdout
    assert csto("mail", "new", str(HANSA), "--to", file).returncode == 2
