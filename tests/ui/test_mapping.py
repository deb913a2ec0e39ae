"""What the map panel shows where there is little room."""

from __future__ import annotations

from tests.hansa import ROOT
from tests.ui.fakes import a_view

from csto_game.content.load import load
from csto_game.ui.atlas import load_atlas
from csto_game.ui.look import make_look
from csto_game.ui.mapping import Mapper
from csto_game.ui.rows import row_text


def drawn(width: int, height: int) -> str:
    scenario = load(ROOT / "scenarios" / "tashkent_1992").scenario
    assert scenario is not None
    mapper = Mapper(load_atlas(scenario))
    made = mapper.make(a_view(), (width, height), make_look(), selected="KAZ", layer="", zoom="all")
    return "\n".join(row_text(row) for row in made.rows)


def test_a_hint_below_the_map_of_the_smallest_screens_leaves_it_a_map() -> None:
    for size in ((45, 7), (37, 7)):  # 80 and 72 columns, two rows of them a hint
        assert "╭" not in drawn(*size)
    assert "╭" in drawn(20, 12), "a map so narrow would show nothing"
