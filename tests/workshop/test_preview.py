"""`csto preview`: every card and verb can be looked at, as it would be seen."""

from __future__ import annotations

import pytest
from tests.hansa import HANSA, hansa

from csto_game.cli.main import main
from csto_game.workshop.preview.lines import WIDEST, incident_lines, verb_page
from csto_game.workshop.preview.stage import ask, deal


def test_every_card_can_be_looked_at() -> None:
    for id, card in hansa().scenario.incidents.items():
        lines = incident_lines(deal(hansa(), id, ""), id)
        text = "\n".join(lines)
        assert "{" not in text
        assert all(len(line) <= WIDEST for line in lines)
        if card.options and "Nobody fits as its target" not in text:
            assert all(f"> option {id} {option}" in text for option in card.options)


def test_every_verb_can_be_looked_at() -> None:
    for id in hansa().scenario.verbs:
        assert len(verb_page(ask(hansa(), id, ""), id)) > 2


@pytest.mark.parametrize(
    "words, parts",
    [
        (["incident.guilds"], ["The brewers put down their ladles", "60 percent: quiet", "down 15"]),
        (["incident.guilds", "--seat", "LUB"], ["As LUB sees it"]),
        (["incident.great_gale"], ["As everybody reads it", "50 per cent: wrecks"]),
        (["verb.feast", "--seat", "ham"], ["As HAM sees it", "> feast LUB"]),
        (["verb.feast", "--seat", "DNK"], ["DNK"]),
    ],
)  # fmt: skip
def test_what_is_shown(
    words: list[str], parts: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", str(HANSA), *words]) == 0
    text = capsys.readouterr().out
    assert all(part in text for part in parts)


def test_unknown_names_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", str(HANSA), "incident.guild"]) == 2
    assert "incident.guilds" in capsys.readouterr().err
    assert main(["preview", str(HANSA), "verb.feast", "--seat", "XXX"]) == 2
    assert "LUB" in capsys.readouterr().err
