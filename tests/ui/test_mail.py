"""A turn of a game by mail on the screens: it ends with the file to send, and to whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.hansa import HANSA, hansa
from tests.ui.driving import SIZES, begun, check_rows, kinds, opened, page, press, shown, until

from csto_game.model.refusal import GameError
from csto_game.session import mail
from csto_game.session.mail import Sitting, begin_mail, pass_on, read_letter, sit_down
from csto_game.session.worlds import finder
from csto_game.ui.app import Wish

SEATS = ("LUB", "DZG")


def posted(folder: Path) -> Path:
    file = folder / "treaty.mail"
    begin_mail(hansa(), SEATS, 3, file, folder / "work", place=str(HANSA))
    return file


def sat(file: Path) -> Sitting:
    return sit_down(file, finder(()), file.parent / "work", lambda _, __: "salt and herring")


def played_on(file: Path, *, until_turn: int) -> None:
    """Both seats wave their turns by, by mail."""
    while read_letter(file).next in SEATS:
        letter = sat(file)
        if letter.match.turn >= until_turn:
            return
        while not letter.is_done:
            is_plan = letter.match.view(letter.seat).phase == "plan"
            command = letter.match.parse("end" if is_plan else "vote abstain")
            letter.match.submit(command)  # type: ignore[arg-type]  # well formed
            letter.match.run()
        pass_on(letter)


@pytest.mark.parametrize("size", SIZES)
async def test_the_end_of_a_turn_names_the_file_and_whom_to_send_it(
    size: tuple[int, int], tmp_path: Path
) -> None:
    file = posted(tmp_path)
    async with opened(size, wish=Wish(letter=sat(file))) as (app, pilot):
        await begun(app, pilot)
        assert app.sitting.seat == "LUB"
        await press(app, pilot, "e")
        if page(app).kind == "ask":
            await press(app, pilot, "y")
        await until(app, pilot, "sealed")
        check_rows(app, size)
        assert "Send treaty.mail to Danzig." in shown(app)
        assert read_letter(file).next == "DZG"
        page(app).act_choose()  # not by key: an app that has ended hears nothing any more
        assert app.return_code == 0


async def test_a_file_that_cannot_be_written_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Sitting) -> str:
        raise GameError("The disk is full.")

    file = posted(tmp_path)
    async with opened(wish=Wish(letter=sat(file))) as (app, pilot):
        await begun(app, pilot)
        with monkeypatch.context() as patched:
            patched.setattr(mail, "pass_on", full)
            await press(app, pilot, "e")
            if page(app).kind == "ask":
                await press(app, pilot, "y")
            await until(app, pilot, "sealed")
        assert "The disk is full." in shown(app)
        assert read_letter(file).next == "LUB"
        await press(app, pilot, "r")
        await until(app, pilot, "sealed")
        assert "Send treaty.mail to Danzig." in shown(app)
        assert read_letter(file).next == "DZG"


async def test_what_happened_is_told_first_and_there_is_one_line(tmp_path: Path) -> None:
    file = posted(tmp_path)
    played_on(file, until_turn=2)
    letter = sat(file)
    async with opened(wish=Wish(letter=letter)) as (app, pilot):
        await until(app, pilot, "report")
        assert app.sitting.seat == letter.seat
        await press(app, pilot, "escape", "escape")
        while page(app).kind == "card":
            await press(app, pilot, "escape")
        await press(app, pilot, "s")
        assert "one line only" in shown(app)
        await press(app, pilot, "b")
        assert "by mail, has one line only" in shown(app)
        await press(app, pilot, "n", *"mine", "enter")
        assert "one line of play" in shown(app)
        await press(app, pilot, "escape")
        await press(app, pilot, "Q")
        assert "Open treaty.mail again" in shown(app)
        page(app).act_choose()  # the safe answer is marked
        await press(app, pilot, "Q", "left")
        page(app).act_choose()
        assert app.return_code == 0
    assert read_letter(file).next == letter.seat
    assert sat(file).match.turn == 2


async def test_the_last_turn_shows_the_verdict_and_goes_to_everybody(tmp_path: Path) -> None:
    file = posted(tmp_path)
    played_on(file, until_turn=hansa().scenario.clock.turns)
    while True:
        async with opened(wish=Wish(letter=sat(file))) as (app, pilot):
            for _ in range(40):
                if page(app).kind == "sealed":
                    break
                kind = page(app).kind
                key = {"ask": "y", "council": "a", "campaign": "e"}.get(kind, "escape")
                await press(app, pilot, key)
            assert page(app).kind == "sealed"
            is_over = app.letter is not None and app.letter.match.over
            if is_over:
                assert "Send treaty.mail to everybody." in shown(app)
                await press(app, pilot, "enter")
                assert kinds(app)[-1] == "verdict"
                break
    assert read_letter(file).next == mail.letter.OVER


def test_programs_that_were_cut_short_do_not_end_the_game(tmp_path: Path) -> None:
    letter = sat(posted(tmp_path))
    letter.match.submit(letter.match.parse("end"))  # type: ignore[arg-type]  # well formed
    assert letter.match.waiting_for is None or letter.match.waiting_for in SEATS
    if letter.match.waiting_for is None:
        assert not letter.is_done
    letter.match.run()
    assert letter.is_done
