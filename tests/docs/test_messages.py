"""The page of messages: every code there is, and each example said anew."""

from __future__ import annotations

import ast
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from tests.docs.console import answers
from tests.docs.markdown import MODDING, ROOT, Block, blocks, settle

from csto_game.cli.main import main
from csto_game.workshop.starter_world import write_starter

PAGE = MODDING / "messages.md"
SOURCE = ROOT / "src" / "csto_game"
ENTRIES: dict[str, list[Block]] = {}
for found in blocks(PAGE):
    if found.kind in {"toml", "po", "text"}:
        ENTRIES.setdefault(found.heading, []).append(found)

# ── the codes in the source ──────────────────────────────────────────

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TELLERS = frozenset(
    {
        "error",
        "warn",
        "note",
        "fail",
        "problem",
        "plain",
        "Problem",
        "problem_at",
        "_tell",
        "_refusal",
    }
)
"""Functions that are given a code; it is the first word of its form among their arguments."""
_NAMES = frozenset({"code", "stale"})
"""What holds a code by itself, in small letters."""
_NO_CODES = frozenset({"warning", "note", "error", "utf-8", "utf-8-sig", "idle"})


def _codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            words = [_word(argument) for argument in node.args]
            hyphens = [word for word in words if "-" in word]
            yield from (words if name in _TELLERS else hyphens)
        elif isinstance(node, ast.AnnAssign | ast.Assign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = " ".join(ast.unparse(target) for target in targets).lower()
            if _NAMES & set(re.findall(r"\w+", names)):
                yield from (_word(part) for part in ast.walk(node.value))


def _word(node: ast.AST) -> str:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    word = node.value if is_text else ""
    return word if _CODE.fullmatch(word) else ""


def codes_in_source() -> set[str]:
    files = [*(SOURCE / "content").rglob("*.py"), SOURCE / "cli" / "sampled.py"]
    files.append(SOURCE / "workshop" / "testing" / "table.py")
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    found = {word for tree in trees for word in _codes(tree)}
    return {word for word in found if word} - _NO_CODES


def test_the_page_has_every_code_of_the_source() -> None:
    codes = codes_in_source()
    assert len(codes) > 50
    assert set(ENTRIES) == codes


# ── examples that are no text ────────────────────────────────────────


def _file(name: str, content: bytes) -> Callable[[Path], str]:
    def make(world: Path) -> str:
        (world / name).write_bytes(content)
        return "my_world"

    return make


def _zip(change: Callable[[zipfile.ZipFile], None]) -> Callable[[Path], str]:
    def make(world: Path) -> str:
        with zipfile.ZipFile(world.parent / "my_world.zip", "w") as archive:
            archive.write(world / "scenario.toml", "scenario.toml")
            change(archive)
        return "my_world.zip"

    return make


def _bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr("note.toml", "#" * 900_000, zipfile.ZIP_DEFLATED)


def _locked(world: Path) -> str:
    name = _zip(lambda archive: archive.writestr("note.toml", "# secret"))(world)
    path = world.parent / name
    raw = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.rfind(mark)
        raw[at + flags] |= 1
    path.write_bytes(raw)
    return name


def _linked(world: Path) -> str:
    (world / "more.toml").symlink_to("scenario.toml")
    return "my_world"


def _bare(world: Path) -> str:
    with zipfile.ZipFile(world.parent / "my_world.zip", "w") as archive:
        archive.write(world / "stats.toml", "stats.toml")
    return "my_world.zip"


def _cut(world: Path) -> str:
    (world.parent / "my_world.zip").write_bytes(b"PK\x03\x04 and then nothing")
    return "my_world.zip"


MADE: Mapping[str, Callable[[Path], str]] = {
    "utf8": _file("try.toml", 'name = "M\xfcller"\n'.encode("latin-1")),
    "too-big": _file("try.toml", b"#" * 10_900_000),
    "ignored": _file("flag.png", b"\x89PNG"),
    "unreadable": _cut,
    "no-manifest": _bare,
    "no-package": lambda _world: "tashkent_1929",
    "link": _linked,
    "outside": _zip(lambda archive: archive.writestr("../note.toml", "# hello")),
    "bomb": _zip(_bomb),
    "encrypted": _locked,
    "packing": _zip(lambda archive: archive.writestr("note.toml", "# hi", zipfile.ZIP_BZIP2)),
}


# ── each entry ───────────────────────────────────────────────────────


@pytest.mark.parametrize("code", list(ENTRIES))
def test_the_checker_says_what_the_page_shows(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSTO_HOME", str(tmp_path / ".home"))
    monkeypatch.setenv("CSTO_LANG", "en")
    monkeypatch.chdir(tmp_path)
    world = tmp_path / "my_world"
    write_starter(world)
    if code == "map-owner":
        monkeypatch.setattr("csto_game.content.realize.units_of", lambda _: _PIECES)
    paths = [MADE[code](world)] if code in MADE else ["my_world"]
    *examples, shown = ENTRIES[code]
    for block in examples:
        path = tmp_path / (block.file or "my_world/try.toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        if path.parent.parent == tmp_path and path.parent != world:
            paths.append(path.parent.name)
    command = "test" if any("tests/" in block.file for block in examples) else "check"
    more = {"objective": " --play", "stale": " de"}.get(code, "")
    command = "i18n check" if code == "stale" else command

    (said,) = answers(f"csto {command} {' '.join(paths)}{more}", [], monkeypatch)

    message = _messages(said)
    assert f"[{code}]" in message or code == "no-package"
    settle(PAGE, [(shown, message)])


_PIECES = {"AST": "", "AST.HILLS": "AST"}


def _messages(said: list[str]) -> str:
    """Only what is about mistakes: no sums, no results of tests."""
    sums = re.compile(
        r"fine: |texts: |\d+ errors?[, ]|\d+ warnings? in|(holds|FAILS) |\d+ of \d+ tests"
    )
    kept = [line for line in said if not sums.match(line)]
    quoted = re.compile(r"(?!  tests/|    +[^ |])")
    return "\n".join(line for line in kept if quoted.match(line)) + "\n"


def test_a_message_without_mistake_is_none(tmp_path: Path) -> None:
    write_starter(tmp_path / "my_world")
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out):
        code = main(["check", "--strict", str(tmp_path / "my_world")])
    assert (code, _messages(out.getvalue().splitlines())) == (0, "\n")
