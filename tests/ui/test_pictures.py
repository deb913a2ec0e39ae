"""Pictures of the past: golden at three sizes, true to the numbers, safe with hostile texts, driven by keys."""

from __future__ import annotations

import os
import re
from itertools import product
from pathlib import Path

import pytest
from attrs import evolve
from tests.ui.driving import SIZES, check_rows, page, playing, press, shown, until
from tests.ui.fakes import NASTY, SEAT, a_view, annals

from csto_game.session.annals import Annals, Poll
from csto_game.session.annals.accord import accord
from csto_game.ui.draw.pictures.axis import x_of, y_of
from csto_game.ui.draw.pictures.gallery import PICTURES, gallery_page
from csto_game.ui.draw.pictures.leaning import band_rows
from csto_game.ui.draw.pictures.plot import Plot
from csto_game.ui.draw.pictures.seen import Seen, drawn, subjects
from csto_game.ui.draw.pictures.trend import notes
from csto_game.ui.glyphs import LEVELS
from csto_game.ui.look import Look, make_look
from csto_game.ui.poles import poles
from csto_game.ui.rows import row_text, row_width

GOLDEN = Path(__file__).parent / "golden" / "pictures"
VIEW = a_view()
SEEN = Seen(VIEW, annals(VIEW), "ARM", "loyalty")
NONE = Annals(SEAT, annals(VIEW, 1).moments, (), (), {})


def texts(seen: Seen, at: int, size: tuple[int, int], look: Look) -> list[str]:
    return [row_text(row) for row in gallery_page(seen, at, None, size[0], size[1] - 3, look)]


@pytest.mark.parametrize("picture", [one.id for one in PICTURES])
def test_golden(picture: str) -> None:
    at = [one.id for one in PICTURES].index(picture)
    looks = (make_look(), make_look("mono", "ascii", "none"))
    every = [texts(SEEN, at, size, look) for look, size in product(looks, SIZES)]
    found = "\n\n".join("\n".join(line.rstrip() for line in lines) for lines in every) + "\n"
    file = GOLDEN / f"{picture}.txt"
    if os.environ.get("CSTO_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("at", range(len(PICTURES)))
def test_every_row_fits(at: int, size: tuple[int, int], level: str) -> None:
    look = make_look("dark", level, "16")
    for code, past in product(subjects(VIEW), (SEEN.annals, NONE)):
        stats = drawn(VIEW, past, code)
        seen = Seen(VIEW, past, code, stats[0] if stats else "")
        rows = gallery_page(seen, at, None, size[0], size[1] - 3, look)
        assert len(rows) == size[1] - 3
        assert max(row_width(row) for row in rows) <= size[0]


def test_nothing_of_a_hostile_text_gets_through() -> None:
    polls = (Poll(1, "m", NASTY, "ARM", (("RUS", "yes"), ("KAZ", "no")), passed=False),)
    past = evolve(SEEN.annals, polls=polls)
    bad = tuple(evolve(one, name=NASTY) for one in VIEW.members)
    seen = Seen(evolve(VIEW, members=bad, alliance_name=NASTY), past, "ARM", "loyalty")
    for at in range(len(PICTURES)):
        for line in texts(seen, at, (80, 24), make_look()):
            assert not re.search(r"[\x00-\x1f\x7f\u202a-\u202e]", line)


def test_no_picture_is_empty_before_anything_has_been() -> None:
    seen = Seen(VIEW, NONE, "alliance", "")
    for at in range(len(PICTURES)):
        inside = texts(seen, at, (80, 24), make_look())[2:-1]
        assert any(re.search(r"\w{3}", line) for line in inside), PICTURES[at].id


# --- true to the numbers ----------------------------------------------------------------


def test_a_trend_stands_at_its_values() -> None:
    look = make_look()
    plot = Plot(10, 3, look)
    values = (0, 50, 100)
    plot.course([(x_of(n, 3, plot.wide), y_of(v, 0, 100, plot.high)) for n, v in enumerate(values)],
                look.theme.accent)  # fmt: skip
    rows = [row_text(row) for row in plot.rows()]
    assert rows[0][-1] != " "
    assert rows[2][0] != " "
    assert rows[0][0] == " "
    assert rows[2][-1] == " "


def test_a_lonely_point_between_gaps_is_seen() -> None:
    plot = Plot(4, 1, make_look())
    plot.course([None, (3, 1), None], make_look().theme.accent)
    assert row_text(plot.rows()[0]).strip()


def test_the_largest_moves_are_explained() -> None:
    found = notes(SEEN, 5)
    assert next((note.turn, note.amount, note.because) for note in found) == (4, -9, "the call")
    assert len(notes(SEEN, 1)) == 1


def test_bands_take_as_many_cells_as_the_share_is_great() -> None:
    look = make_look("mono", "ascii", "none")
    rows = [row_text(row)[8:] for row in band_rows(SEEN, 80, 22, look)[:20]]
    last = {pole.code: pole for pole in poles(VIEW, look)}
    shares = dict(SEEN.annals.moments[-1].shares["ARM"])
    column = [row[46] for row in rows]
    for code, pole in last.items():
        assert abs(column.count(pole.letter) - shares[code] * 20 / 1000) <= 1


def test_what_was_not_known_leaves_a_gap() -> None:
    course = SEEN.annals.course("ARM.trust")
    assert course[:3] == (None, None, None)
    assert course[3] is not None
    assert "trust" in drawn(VIEW, SEEN.annals, "ARM")
    assert "secret" not in drawn(VIEW, SEEN.annals, "ARM")


def test_who_votes_with_whom_is_counted() -> None:
    polls = (
        Poll(1, "m", "A", "X", (("A", "yes"), ("B", "yes"), ("C", "no")), passed=False),
        Poll(2, "m", "B", "X", (("A", "no"), ("B", "abstain"), ("C", "no")), passed=True),
    )
    found = accord(polls)
    pair = found.between("B", "A")
    assert pair is not None
    assert (pair.same, pair.polls, pair.against) == (1, 2, 0)
    pair = found.between("A", "C")
    assert pair is not None
    assert (pair.same, pair.against, pair.percent) == (1, 1, 50)
    assert (found.voters["C"].no, found.voters["C"].held) == (2, 1)


# --- by keys ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_keys_choose_picture_country_and_number(size: tuple[int, int]) -> None:
    async with playing(size) as (app, pilot):
        await press(app, pilot, "d")
        assert page(app).kind == "pictures"
        assert "Russia" in shown(app)
        before = shown(app)
        await press(app, pilot, "right")
        assert shown(app) != before
        await press(app, pilot, "down")
        assert "trend · Belarus" in shown(app)
        for digit in "1234567":
            await press(app, pilot, digit)
            check_rows(app, size)
        assert "crises" in shown(app)
        await press(app, pilot, "tab")
        assert "trend · Belarus" in shown(app)
        await press(app, pilot, "w")
        assert page(app).kind == "why"
        await press(app, pilot, "escape", "escape")
        assert page(app).kind == "campaign"


async def test_every_picture_is_told_in_words() -> None:
    async with playing() as (app, pilot):
        await press(app, pilot, "d", "t")
        for digit, picture in zip("1234567", PICTURES, strict=True):
            await press(app, pilot, digit)
            assert f"{picture.id} of " in shown(app)
        await press(app, pilot, "pagedown", "t")
        await until(app, pilot, "pictures")
        assert " of RUS" not in shown(app)
