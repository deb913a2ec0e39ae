"""Small packages made for one test, beside the second world."""

from __future__ import annotations

from pathlib import Path

from csto_game.content.load import Loaded, load

HANSA = Path(__file__).parents[1] / "worlds" / "hansa"


def package(folder: Path, id_: str, text: str = "", **keys: str) -> Path:
    """A package ``id_`` in its own folder; keys are TOML, by default of a mod of hansa."""
    keys = {"kind": '"mod"', "extends": '["hansa"]', "version": '"1.0.0"'} | keys
    manifest = "".join(f"{key} = {value}\n" for key, value in keys.items() if value)
    path = folder / id_
    path.mkdir()
    (path / "scenario.toml").write_text(
        f'[package]\nid = "{id_}"\nformat = 1\nname = "{id_}"\n{manifest}{text}', encoding="utf-8"
    )
    return path


def played(*mods: Path) -> Loaded:
    """Hansa with mods."""
    return load(HANSA, mods)


def told(loaded: Loaded) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.code) for problem in loaded.problems]
