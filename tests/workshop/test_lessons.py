"""Each tool explains itself, with examples that can be typed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from csto_game.cli.main import main
from csto_game.cli.tree import TREE
from csto_game.text.catalog import has

TOOLS = ("new", "fmt", "test", "graph", "docs", "schema", "preview", "pack", "upgrade", "i18n")


@pytest.mark.parametrize("name", TOOLS)
def test_help_teaches(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert name in TREE
    assert has(f"cli.{name}.lesson")
    assert main([name, "--help"]) == 0
    text = capsys.readouterr().out
    assert f"  csto {name} " in text
    assert "{{" not in text
    assert all(len(line) <= 100 for line in text.splitlines())


def test_help_loads_nothing_of_the_game() -> None:
    code = (
        "import sys; from csto_game.cli.main import main; main(['test', '--help']);"
        "sys.exit(any(name.startswith(('csto_game.workshop', 'csto_game.rules', 'polib'))"
        " for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0
