"""Pages that lead step by step: what they show is what the tools say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.docs.markdown import DOCS, MODDING, TUTORIAL
from tests.docs.walk import walk

STEPS = sorted(path for path in TUTORIAL.iterdir() if path.is_dir())


@pytest.mark.parametrize(
    "page",
    [MODDING / "README.md", MODDING / "learn-in-15-minutes.md", DOCS / "PLAYING.md"],
    ids=lambda page: page.stem,
)
def test_a_page_walked_in_an_empty_folder(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk(page, tmp_path, monkeypatch)


def test_the_tutorial_walked_with_its_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for step in STEPS:
        shutil.copytree(step, tmp_path / step.name)

    walk(TUTORIAL / "README.md", tmp_path, monkeypatch)
