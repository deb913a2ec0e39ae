"""What the map shows of a View: layers in color and in figures, arrows, alerts."""

from __future__ import annotations

from attrs import evolve
from tests.ui.fakes import a_view

from csto_game.model.event import Cause, Event
from csto_game.model.view import CrisisRow, MissionRow
from csto_game.ui.atlas import Atlas, heat_color, scene
from csto_game.ui.look import make_look
from csto_game.ui.lookalikes import TWINS
from csto_game.ui.mapping import legend
from csto_game.ui.poles import poles
from csto_game.ui.rows import row_text
from csto_game.ui.sight import headline
from csto_game.ui.theme import SIXTEEN, load_theme

LOOK = make_look()
VIEW = a_view()


def test_a_layer_writes_its_numbers_beside_the_names() -> None:
    plain = scene(VIEW, Atlas(), LOOK, selected="RUS", layer="").owners["KAZ"]
    shown = scene(VIEW, Atlas(), LOOK, selected="RUS", layer="unrest").owners["KAZ"]
    value = next(one for one in VIEW.members if one.code == "KAZ").figures["unrest"].value
    assert (plain.name, plain.short) == ("KAZAKHSTAN", "KAZ")
    assert (shown.name, shown.short) == (f"KAZAKHSTAN {value}", f"KAZ {value}")
    assert shown.letter == str(value // 10)


def test_what_is_not_known_is_a_question_mark() -> None:
    shown = scene(VIEW, Atlas(), LOOK, selected="RUS", layer="secret").owners["KAZ"]
    assert (shown.name, shown.letter) == ("KAZAKHSTAN ?", "?")


def test_arrows_lead_to_who_is_troubled_and_to_where_troops_are() -> None:
    crisis = CrisisRow("border", "Border", "TJK", "AFG", 2, ("a", "b", "c"), "", 1, (10, 80, 10))
    mission = MissionRow("guard", "Guard", "TJK", "TJK", 3, ("RUS Rifles", "KAZ Rifles"))
    view = evolve(VIEW, crises=(crisis,), missions=(mission,))
    arrows = scene(view, Atlas(), LOOK, selected="RUS", layer="").arrows
    assert {(one.start, one.end) for one in arrows} >= {
        ("AFG", "TJK"),
        ("RUS", "TJK"),
        ("KAZ", "TJK"),
    }
    colors = {one.start: one.color for one in arrows}
    assert colors["AFG"] == LOOK.theme.danger != colors["RUS"]


def test_without_color_the_legend_tells_what_digits_mean() -> None:
    assert "0" in row_text(legend(VIEW, make_look("mono", "ascii", "none"), "unrest", 60))


def test_the_legend_of_a_figure_has_the_colors_of_its_map() -> None:
    for layer in ("unrest", VIEW.members[0].table[0]):
        shown = scene(VIEW, Atlas(), LOOK, selected="", layer=layer).owners
        lands = {shown[one.code].color for one in VIEW.members}
        good = VIEW.members[0].figures[layer].good
        samples = [span.fg for span in legend(VIEW, LOOK, layer, 60)[1:-1]]
        assert samples == [heat_color(n, good, LOOK) for n in (0, 250, 500, 750, 1000)]
        assert len(set(samples)) == 5
        assert lands <= {heat_color(n, good, LOOK) for n in range(1001)}


def test_with_sixteen_colors_land_has_a_color_of_its_camp_and_no_shade() -> None:
    for theme in ("dark", "paper"):
        look = make_look(theme, depth="16")
        owners = scene(VIEW, Atlas(), look, selected="", layer="").owners.values()
        found = {one.color for one in owners}
        assert found <= set(SIXTEEN)
        assert {SIXTEEN[load_theme(theme).ansi[load_theme(theme).camp(0)]]} < found


def test_poles_whose_names_are_in_other_letters_have_letters_in_plain_signs_too() -> None:
    powers = tuple(evolve(one, name=name) for one, name in zip(VIEW.powers, "ШКО", strict=False))
    foreign = evolve(VIEW, powers=powers)
    letters = [pole.letter for pole in poles(foreign, make_look(glyphs="ascii"))]
    assert "?" not in letters
    assert len(set(letters)) == len(letters)
    assert all(letter.isascii() for letter in letters)


def test_no_two_camps_have_letters_that_look_the_same() -> None:
    union = evolve(
        VIEW,
        powers=tuple(evolve(one, name=name) for one, name in zip(VIEW.powers, "СCТ", strict=False)),
    )
    letters = [pole.letter.translate(TWINS) for pole in poles(union, LOOK) if pole.letter != "?"]
    assert len(letters) == len(set(letters))
    assert "C" in letters


def test_the_news_row_tells_of_shots_rather_than_of_small_news() -> None:
    crisis = CrisisRow(
        "border", "Border", "CHN", "KAZ", 2, ("a", "b", "c", "d", "e"), "", 1, (1, 1, 98)
    )
    news = Event("news", 5, "drift", Cause("incident.vote"), text="Somebody votes.")
    raised = Event("raised", 5, "drift", Cause("crisis.border"), by="CHN", to="KAZ")
    for rung, told in ((2, raised), (0, news)):
        view = evolve(VIEW, crises=(evolve(crisis, rung=rung),), news=(raised, news))
        assert headline(view) is told
