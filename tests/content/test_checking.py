"""`csto check`: the paths are one set; codes, order and the JSON document."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.content.packages import HANSA, package

from csto_game.cli.main import main
from csto_game.content.checking import check_set
from csto_game.content.load import load

SHELF = HANSA.parent


def ids(*paths: Path, shelves: tuple[Path, ...] = ()) -> list[list[str]]:
    return [[one.id for one in checked.loaded.order] for checked in check_set(paths, shelves)]


def test_each_scenario_is_checked_with_the_mods_that_extend_it(tmp_path: Path) -> None:
    mods = [
        package(tmp_path, "aa"),
        package(tmp_path, "bb", extends='["elsewhere", "hansa"]'),
        package(tmp_path, "cc", extends='["tiny"]'),
    ]
    tiny = package(tmp_path, "tiny", "[clock]\nyear = 1\nsteps = ['x']\n", kind="", extends="")

    assert ids(HANSA, *mods, tiny) == [["hansa", "aa", "bb"], ["tiny", "cc"]]


def test_a_base_that_is_not_given_is_looked_for_and_only_its_errors_are_told(
    tmp_path: Path,
) -> None:
    shelf = tmp_path / "shelf"
    shutil.copytree(HANSA, shelf / "hansa")
    (shelf / "hansa" / "more.toml").write_text("[rule.frost]\ndo = 'set world.frozen'\n", "utf-8")
    mod = package(tmp_path, "m", "[new.rule.thaw]\ndo = 'set world.thawed'\n")

    (checked,) = check_set([mod], (shelf,))

    assert [(p.file, p.code) for p in checked.problems] == [("scenario.toml", "flag")]
    assert [one.prefix for one in checked.loaded.order] == ["hansa", ""]


def test_what_a_mod_brings_about_in_its_base_is_told(tmp_path: Path) -> None:
    mod = package(tmp_path, "m", "[replace.incident.guilds]\nname = 'x'\ntext = 'y'\n")

    (checked,) = check_set([mod], (SHELF,))

    told = [(p.file, p.code, p.why) for p in checked.problems]
    assert ("hansa/cards.toml", "unreachable", "it is so only with m") in told
    assert {file for file, _, _ in told} == {"hansa/cards.toml"}


def test_a_mod_without_its_base_says_so(tmp_path: Path) -> None:
    (checked,) = check_set([package(tmp_path, "m", extends='["hanse"]')], (SHELF,))

    (problem,) = checked.problems
    assert (problem.file, problem.line, problem.code) == ("scenario.toml", 6, "need")


def test_a_library_may_be_looked_at_by_itself(tmp_path: Path) -> None:
    text = "[rule.r]\ndo = 'world.nothing_here + 1'\n[rule.s]\nordre = 3\n"
    library = package(tmp_path, "lib", text, kind='"library"', extends="")

    (checked,) = check_set([library], ())

    assert [problem.code for problem in checked.problems] == ["unknown-key"]


def test_given_packages_serve_as_bases_and_libraries(tmp_path: Path) -> None:
    library = package(tmp_path, "lib", "[number]\nwind = 2\n", kind='"library"', extends="")
    variant = package(tmp_path, "short", kind='"scenario"', needs='["lib"]')

    assert ids(HANSA, variant, library) == [["hansa"], ["hansa", "lib", "short"]]


def test_a_zip_file_is_a_package_like_any(tmp_path: Path) -> None:
    for prefix in ("", "hansa-1.0.0/"):
        path = tmp_path / f"hansa{len(prefix)}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(HANSA.rglob("*")):
                if file.is_file():
                    archive.write(file, prefix + file.relative_to(HANSA).as_posix())
            archive.writestr(f"{prefix}.git/config", "x")
            archive.writestr("__MACOSX/._x", "x")
        loaded = load(path)
        assert loaded.errors == 0
        assert loaded.scenario
        assert loaded.scenario.hash == getattr(load(HANSA).scenario, "hash", "")
        assert loaded.scenario.package.root == path.stem


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["check", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    warned = package(tmp_path, "warned", "[new.rule.r]\ndo = 'set world.frozen'\n")
    wrong = package(tmp_path, "wrong", "[change.rule.none]\ndo = ''\n")

    assert run(capsys, HANSA)[0] == 0
    assert run(capsys, HANSA, warned)[0] == 0
    assert run(capsys, HANSA, warned, "--strict")[0] == 1
    assert run(capsys, HANSA, wrong)[0] == 2
    code, _, err = run(capsys, tmp_path / "absent")
    assert code == 2
    assert "there is no" in err


def test_order_tells_the_reason_of_each_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mods = [package(tmp_path, "aa", wants='["bb"]'), package(tmp_path, "bb")]

    _, out, _ = run(capsys, HANSA, *mods, "--order")

    assert out.split("\n")[:3] == [
        " 1  hansa 1.0.0: the scenario",
        " 2  bb 1.0.0: extends hansa",
        " 3  aa 1.0.0: wants bb; extends hansa",
    ]


def test_the_document_has_its_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mod = package(tmp_path, "m", "[new.country.LUB]\nname = 'x'\n")

    code, out, err = run(capsys, HANSA, mod, "--json", "--order")

    document = json.loads(out)
    assert code == 2
    assert err == ""
    assert (document["ok"], document["errors"], document["warnings"]) == (False, 1, 0)
    message = next(one for one in document["messages"] if one["severity"] == "error")
    assert message["also"] == [
        {"file": "hansa/cities.toml", "line": 3, "column": 2, "message": "the first one"}
    ]
    assert (message["file"], message["line"], message["column"]) == ("m/scenario.toml", 8, 14)
    assert [one["id"] for one in document["order"][0]] == ["hansa", "m"]


def test_a_hundred_messages_are_printed_and_a_thousand_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "".join(f"[change.rule.none{n}]\ndo = ''\n" for n in range(1_200))
    mod = package(tmp_path, "m", text)

    _, _, err = run(capsys, HANSA, mod)
    assert err.count(": error: ") == 100
    assert "and 900 more" in err
    assert len(json.loads(run(capsys, HANSA, mod, "--json")[1])["messages"]) == 1_000
