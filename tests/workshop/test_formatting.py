"""`csto fmt`: stable, and nothing is lost: not a comment, not a name, not a bracket."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hansa import HANSA, ROOT

from csto_game.cli.main import main
from csto_game.content.page import Page
from csto_game.model.refusal import GameError
from csto_game.session.worlds import open_world
from csto_game.workshop.formatting import rules
from csto_game.workshop.formatting.page import format_page

STARTER = ROOT / "src" / "csto_game" / "workshop" / "starter"
PACKAGES = [HANSA, STARTER, *sorted(p.parent for p in ROOT.glob("scenarios/*/scenario.toml"))]


def formatted(text: str) -> str:
    found = format_page(Page("a.toml", text))
    assert found.problem is None
    return found.text


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.name)
def test_formatting_is_stable_and_every_comment_stays(package: Path) -> None:
    for file in package.rglob("*.toml"):
        text = file.read_text(encoding="utf-8")
        once = formatted(text)
        assert formatted(once) == once, file
        assert once.count("#") == text.count("#"), file


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.name)
def test_a_formatted_world_has_the_same_rules(package: Path, tmp_path: Path) -> None:
    before = rules_of(package)
    copy = tmp_path / package.name
    copytree(package, copy)
    assert main(["fmt", str(copy)]) == 0
    assert rules_of(copy) == before
    assert main(["fmt", "--check", str(copy)]) == 0


def rules_of(package: Path) -> str:
    """The rules hash of a package, of a mod together with its base."""
    try:
        return open_world(str(package), (ROOT / "scenarios",)).book.scenario.hash
    except GameError:
        pytest.skip("this package has mistakes, which other tests tell of")


@pytest.mark.parametrize(
    "before, after",
    [
        ("[ a ]\nbb=1\nc  =  2", "[a]\nbb = 1\nc  = 2\n"),
        ("\n\n[a]\n\n\n\nb = 1   # why\n\n", "[a]\n\nb = 1   # why\n"),
        ("[a]\nlonger_key = 1 # x\nb = 2 # y", "[a]\nlonger_key = 1  # x\nb          = 2  # y\n"),
        ("[a]\nb = {c=1,d = [ 1,2 ]}", "[a]\nb = { c = 1, d = [1, 2] }\n"),
        ("[a]\nb = [\n  1, # one\n  2,\n]   \nc=3", "[a]\nb = [\n  1, # one\n  2,\n]\nc = 3\n"),
        ("[a]\nform.of=1\nname=2", "[a]\nform.of = 1\nname = 2\n"),
        ("[verb.a]\nwhen='self.x>=-1'", "[verb.a]\nwhen = 'self.x >= -1'\n"),
        ("[stat.a]\ndrift = '- 1'", "[stat.a]\ndrift = '- 1'\n"),
        ("[change.verb.a]\nwhen = 'a.b=1'", "[change.verb.a]\nwhen = 'a.b = 1'\n"),
        ("[verb.a]\ncost = {x='1+min( 2,self.y )'}", "[verb.a]\ncost = { x = '1 + min(2, self.y)' }\n"),
        ("[verb.a]\ntext = 'self.x>=-1  {x}'", "[verb.a]\ntext = 'self.x>=-1  {x}'\n"),
        ('[a]\nb = "x # no comment"', '[a]\nb = "x # no comment"\n'),
        ("[a]\r\nb = 1\r\n".replace("\r\n", "\n"), "[a]\nb = 1\n"),
        ("", ""),
        ("# only a word\n", "# only a word\n"),
        ('"odd key" = 1\nb = 2', '"odd key" = 1\nb         = 2\n'),
    ],
)  # fmt: skip
def test_layout(before: str, after: str) -> None:
    assert formatted(before) == after


def test_reasons_of_a_block_stand_in_one_column() -> None:
    block = """
  self.coin+1 because "a"   # first
  # between
  self.coin - 12   if world.x   in 1 .. 3 because "b # c"
      and more
"""
    assert rules.block(block) == (
        """
self.coin + 1   because "a"  # first
# between
self.coin - 12  if world.x in 1..3  because "b # c"
    and more
"""
    )


WORDS = st.sampled_from(
    ["self.x", "12", "+", "-", "(", ")", ",", "and", "min", "..", "in", "=", "has"]
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_spacing_is_stable_and_keeps_the_words(words: list[str]) -> None:
    once = rules.one_line(" ".join(words))
    assert rules.one_line(once) == once
    assert rules.one_line("".join(f" {w}" for w in words)) == once


def test_a_file_with_a_mistake_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.toml"
    file.write_text('[a]\nb="open\n', encoding="utf-8")
    assert main(["fmt", str(file)]) == 2
    assert file.read_text(encoding="utf-8") == '[a]\nb="open\n'
    assert "a.toml:2:3: error" in capsys.readouterr().err


def test_check_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("[a]\nb=1\n", encoding="utf-8")
    assert main(["fmt", "--check", str(file)]) == 1
    assert file.read_text(encoding="utf-8") == "[a]\nb=1\n"
