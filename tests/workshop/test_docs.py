"""Manuals hold everything and let nothing of a text through as marks; the reference is current."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from tests.hansa import HANSA, ROOT, hansa

from csto_game.cli.main import main
from csto_game.content.language.functions import FUNCTIONS
from csto_game.content.language.moves import MOVES, MUSTERS
from csto_game.content.tables import TABLES
from csto_game.model.tree import NOUNS
from csto_game.rules import Book
from csto_game.workshop.manual.build import manual
from csto_game.workshop.manual.html import write_html
from csto_game.workshop.manual.markdown import escaped, write_markdown
from csto_game.workshop.manual.page import Part, Words
from csto_game.workshop.reference import words
from csto_game.workshop.reference.manual import reference

HOSTILE = '<script>alert(1)</script> & [x](javascript:1) `y` "quotes" <img src=x onerror=1>'


class Reader(HTMLParser):
    """Counts tags, and keeps what a reader reads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in {"meta", "img", "input"}:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "href":
                self.links.append(value or "")
            if name == "id":
                self.ids.add(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_and_its_links_lead_somewhere() -> None:
    page = Reader(write_html(manual(hansa())))
    assert page.open == []
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= page.ids


def test_everything_has_a_place() -> None:
    page = Reader(write_html(manual(hansa())))
    scenario = hansa().scenario
    for kind in ("verb", "incident", "motion", "promise", "role", "ending", "rule"):
        for id in getattr(scenario, f"{kind}s"):
            assert f"{kind}.{id}" in page.ids
    assert "A counting-house ledger that never was" in page.text
    assert "self.silver + 8" in page.text


def test_hostile_texts_stay_texts() -> None:
    scenario = hansa().scenario
    verbs = {id: attrs.evolve(v, name=HOSTILE, text=HOSTILE) for id, v in scenario.verbs.items()}
    package = attrs.evolve(scenario.package, name=HOSTILE, home="javascript:alert(1)")
    built = manual(Book.of(attrs.evolve(scenario, verbs=verbs, package=package)))
    page = Reader(write_html(built))
    assert "script" not in page.tags
    assert "img" not in page.tags
    assert all(link.startswith("#") for link in page.links)
    assert HOSTILE in page.text
    written = write_markdown(built)
    assert "<script" not in written.replace("\\<script", "")
    assert "[x](" not in written


@pytest.mark.parametrize(
    "text, written",
    [
        ("a *b* _c_", r"a \*b\* \_c\_"),
        ("<b>", r"\<b\>"),
        ("1. not a list", r"1\. not a list"),
        ("two\nlines", "two lines"),
        ("a | b", r"a \| b"),
    ],
)
def test_marks_of_markdown_become_letters(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_title_is_one_line() -> None:
    assert write_markdown(Part("a\nb", "", (Words("c"),))) == "# a b\n\nc\n"


def test_the_reference_is_current() -> None:
    page = (ROOT / "docs" / "modding" / "reference.md").read_text(encoding="utf-8")
    assert page == reference(), "run: make docs"


def test_the_reference_knows_every_word() -> None:
    assert set(words.FUNCTIONS) == set(FUNCTIONS)
    assert set(words.NOUNS) == set(NOUNS)
    effects = " ".join(form + does for form, does in words.EFFECTS)
    assert all(f"`{verb}" in effects for verb in (*MOVES, *MUSTERS, "set", "clear", "cede"))
    assert all(f"### `[{table.address}]`" in reference() for table in TABLES.values())


def test_docs_are_written_by_the_name_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, begin in (("a.html", "<!doctype html>"), ("a.md", "# The Steelyard")):
        assert main(["docs", str(HANSA), "--to", str(tmp_path / name)]) == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)
    assert main(["docs", str(HANSA), "--to", str(tmp_path / "a.pdf")]) == 2
    assert main(["docs"]) == 2
    capsys.readouterr()
