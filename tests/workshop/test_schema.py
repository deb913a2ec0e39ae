"""The schema knows every type, takes every shipped file, and refuses what the loader refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli
from tests.content.test_tables import EACH
from tests.workshop.test_formatting import PACKAGES, rules_of
from tests.workshop.validator import mistakes

from csto_game.cli.main import main
from csto_game.content.tables import TABLES
from csto_game.workshop.schema.document import document
from csto_game.workshop.schema.settings import settings
from csto_game.workshop.schema.types import TYPES
from csto_game.workshop.testing.table import CASE

SCHEMA = json.loads(json.dumps(document()))


def wrong(text: str) -> list[str]:
    return list(mistakes(SCHEMA, tomli.loads(text), SCHEMA))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda p: p.name)
def test_shipped_files_fit(package: Path) -> None:
    rules_of(package)
    for file in package.rglob("*.toml"):
        assert wrong(file.read_text(encoding="utf-8")) == [], file


def test_every_type_of_a_key_is_described() -> None:
    keys = [key for table in (*EACH, CASE) for key in table.keys]
    assert {type(key.type) for key in keys} <= set(TYPES)


def test_every_table_is_described() -> None:
    assert set(TABLES) < set(SCHEMA["properties"])


@pytest.mark.parametrize(
    "text",
    [
        "[verb.a]\nby = 'member'",
        "[verb.a]\nby = 'member'\nname = 'A'\nweight = 3",
        "[incidents.a]\nname = 'A'",
        "[verb.A]\nby = 'member'\nname = 'A'",
        "[clock]\nyear = 1.5\nsteps = ['a']",
        "[clock]\nyear = 1\nsteps = 'a'",
        "[stat.a]\nowner = 'planet'\nname = 'A'",
        "[stat.a]\nowner = 'world'\nname = 'A'\nlayer = 'yes'",
        "[new.verb.a]\nby = 'member'",
        "[test.a]\nplay = 5",
    ],
)
def test_mistakes_are_seen(text: str) -> None:
    assert wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        "[change.verb.a]\ncooldown = 5",
        "[add.incident.a]\nwhen = 'world.x = 1'",
        "[remove]\nthings = ['incident.miners', 'verb.aid.option.small']",
        "[test.a]\nplay = 'end'\nseats = { KAZ = 'greedy' }",
        "[relation.A1.B2]\ntrust = { is = 5, cite = 'x' }",
    ],
)
def test_what_mods_and_tests_write_fits(text: str) -> None:
    assert wrong(text) == []


def test_it_can_be_written_with_settings_for_editors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "csto.schema.json"
    assert main(["schema", "--to", str(file)]) == 0
    assert json.loads(file.read_text(encoding="utf-8")) == SCHEMA
    assert settings("csto.schema.json") in capsys.readouterr().out
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
