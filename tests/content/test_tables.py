"""The declared tables agree with the records they become."""

from collections.abc import Iterator

import attrs
import pytest

from csto_game.content.tables import TABLES
from csto_game.content.tables.keys import Table

NOT_KEPT = {"note", "cite", "tags", "quiet", "extends", "needs", "wants", "clashes"}
"""Keys that every table accepts though not every record keeps them, and needs of packages."""
BECOMES = {"charter.clause.ID": {"words"}}
"""Keys that are kept under another name: what words are called is ``shown``."""
SET_OTHERWISE = {"id", "spot", "code", "kind", "root", "built_in", "writable", "shown", "names"}
OF_A_SISTER = {"membership", "neighbours", "units", "words", "group"}
"""Fields that powers leave to countries, numbers to choices, and incidents to verbs."""


def all_tables(tables: Iterator[Table[object]]) -> Iterator[Table[object]]:
    for table in tables:
        yield table
        yield from all_tables(iter([child for _, child in table.children.values()]))


EACH = tuple({table.address: table for table in all_tables(iter(TABLES.values()))}.values())


@pytest.mark.parametrize("table", EACH, ids=lambda one: one.address)
def test_each_key_has_a_field_and_each_field_a_key(table: Table[object]) -> None:
    assert isinstance(table.record, type)
    fields = {field.name for field in attrs.fields(table.record)}
    targets = {key.target for key in table.keys} | {name for name, _ in table.children.values()}

    assert targets - fields <= NOT_KEPT | BECOMES.get(table.address, set())
    assert fields - targets <= SET_OTHERWISE | OF_A_SISTER


@pytest.mark.parametrize("table", EACH, ids=lambda one: one.address)
def test_each_key_is_documented_once(table: Table[object]) -> None:
    assert len(table.by_name) == len(table.keys)
    assert all(key.doc and key.type.label for key in table.keys)
    assert table.doc
