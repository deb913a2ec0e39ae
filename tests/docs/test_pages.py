"""All pages: links lead somewhere, and what they name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.markdown import DOCS, MODDING

from csto_game.content.tables.keys import Table
from csto_game.content.tables.registry import TABLES

PAGES = [*sorted(MODDING.rglob("*.md")), DOCS / "PLAYING.md"]
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
_MADE_ELSEWHERE = frozenset({"KEYS.md"})
_FENCES = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def _anchors(page: Path) -> set[str]:
    bare = _FENCES.sub("", page.read_text(encoding="utf-8"))
    heads = re.findall(r"^#{1,6} (.+)$", bare, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_links_lead_somewhere(page: Path) -> None:
    bare = _FENCES.sub("", page.read_text(encoding="utf-8"))
    for link in _LINK.findall(bare):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if target.name in _MADE_ELSEWHERE:
            continue
        assert target.exists(), link
        if anchor:
            assert anchor in _anchors(target), link


@pytest.mark.parametrize(
    "table, key",
    [
        ("clock", "acts"),
        ("charter.organ", "needs"),
        ("charter.organ", "veto_at"),
        ("charter.organ", "yes_at"),
        ("incident", "chance"),
        ("incident", "advice"),
        ("adviser", "value"),
        ("map", "owner"),
        ("map", "label"),
        ("rule", "news"),
        ("crisis.rung", "news"),
        ("motion", "news"),
        ("motion", "cost"),
    ],
)
def test_what_extensions_tells_of_is_there(table: str, key: str) -> None:
    kind, _, inner = table.partition(".")
    found: Table[object] = TABLES[kind]
    if inner:
        found = found.children[inner][1]
    assert key in found.by_name
    assert (
        f"`{key}" in (text := (MODDING / "extensions.md").read_text("utf-8")) or f"{key} =" in text
    )
