"""Line mode: every line is answered, none can hurt, all of it can be read aloud."""

from __future__ import annotations

import errno
import io
import os
import random
from pathlib import Path

import pytest
from tests.hansa import quiet

from csto_game import plain
from csto_game.plain.asks import ASKS, TOPICS
from csto_game.plain.page import WIDEST, wrap
from csto_game.plain.parts import SUBJECTS
from csto_game.rules import fingerprint
from csto_game.session.match import Match
from csto_game.session.save import read_save
from csto_game.text.catalog import SENTENCES


def play(match: Match, text: str, *, prompts: bool = False) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    assert plain.play(match, io.StringIO(text), out, err, prompts=prompts) == 0
    return out.getvalue(), err.getvalue()


def said(text: str, *, seed: int = 3) -> tuple[str, str]:
    return play(quiet(None, seed=seed), text)


def test_disk_that_was_full_does_not_hold_the_game_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, written = os.write, [0]

    def full_once(file: int, content: bytes) -> int:
        written[0] += content.startswith(b"HAM")
        if written[0] == 1 and content.startswith(b"HAM"):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(file, content)

    monkeypatch.setattr(os, "write", full_once)
    out, err = play(quiet(tmp_path), "end\nend\nend\n")
    assert "no space left on device" in " ".join(err.split())
    assert "It is the turn of" not in err
    assert "turn 2" in out


@pytest.fixture(scope="module")
def everything() -> str:
    """What a game says in which everything is asked in every turn."""
    lines = ["look", "options", "options all", "score"]
    lines += [f"look {subject}" for subject in SUBJECTS]
    lines += [
        f"look {what}" for what in ("LUB", "DNK", "VIT", "feast", "HAM.silver", "lub.dnk.share")
    ]
    lines += ["options feast", "options bind", "options pirates"]
    lines += [f"help {topic}" for topic in TOPICS]
    lines += ["why silver", "why silver 1", "why standing", "why safety", "why ham.silver turn 1"]
    lines += ["preview feast HAM", "preview build earth", "preview bribe DNK", "preview end"]
    lines += ["preview table admit VIS", "preview option 1", "preview escort"]
    lines += ["option 1", "lend HAM", "feast RIG", "table bind", "end", "vote yes", "vote no"]
    out, err = said("\n".join(lines * 9) + "\n")
    return out + err


def test_lines_are_short_and_free_of_boxes_arrows_and_escapes(everything: str) -> None:
    for line in everything.splitlines():
        assert len(line) <= WIDEST
        assert line.isprintable()
        assert not any(
            "\u2190" <= letter <= "\u21ff" or "\u2500" <= letter <= "\u25ff" for letter in line
        )


def test_no_sentence_is_left_unfinished(everything: str) -> None:
    for mark in ("{", "}", "None", "<", "Traceback", " .", "  is"):
        assert mark not in everything.replace("self.silver < ", "").replace("   ", ""), mark


def test_start_tells_the_game_the_situation_and_where_it_is_saved(tmp_path: Path) -> None:
    out, err = play(quiet(tmp_path), "")
    assert "You play Lübeck (LUB). Seed 3." in out
    assert "Spring 1390, turn 1 of 8. Planning. Acts left: 2." in out
    assert "1 card “Black sails off the Marienkirche”, 3 answers" in out
    assert out.endswith("Saved as hansa-lub-1.\n")
    assert err == ""


@pytest.mark.parametrize(
    "line, sentence",
    [
        ("feats HAM", "did you mean “feast”?"),
        ("lokk", "did you mean “look”?"),
        ("xyzzy", "say help, or options"),
        ("look sore", "did you mean “score”?"),
        ("look HAN", "did you mean “HAM”?"),
        ("look xyzzy", "you can look at: now, cards"),
        ("help lokk", "did you mean “look”?"),
        ("help xyzzy", "topics: look"),
        ("why", "say what: why"),
        ("why LUB.slver", "did you mean LUB.silver?"),
        ("why RIG.plot", "not known to LUB"),
        ("why silver 99", "Cause 99 is not there"),
        ("preview", "say what: preview"),
        ("preview xyzzy", "Unknown word"),
        ("feast", "needs somebody it is aimed at: HAM, DZG, RIG"),
        ("feast XXX", "nobody called “XXX”"),
        ("feast LUB", "cannot be aimed at Lübeck"),
        ("bribe VIT", "but at: DNK, BRU"),
        ("preview bribe VIT", "but at: DNK, BRU"),
        ("build wood", "does not take"),
        ("build", "one of these words: brick earth"),
        ("lend HAM 999", "from 2 to 28, in steps of 2"),
        ("lend HAM 3", "from 2 to 28, in steps of 2"),
        ("option 7", "has these answers: 1 "),
        ("option", "Say which answer"),
        ("table bnid", "did you mean “bind”?"),
        ("vote yes", "nothing to vote on"),
        ("end soon", "does not take"),
        ("undo", "nothing to take back"),
        ("save a/b", "may hold"),
        ("HAM: end", "HAM is not asked now; LUB is"),
        ("x" * 2000, "at most 1000 characters"),
        ("press VIT", "cannot be aimed at the Victual Brothers"),
    ],
)
def test_refused_line_says_why_and_costs_nothing(tmp_path: Path, line: str, sentence: str) -> None:
    match = quiet(tmp_path)
    match.run()
    before = fingerprint(match.table.state)
    _, err = play(match, f"{line}\n")
    assert sentence in " ".join(err.split()), err
    assert err.startswith("error: ")
    assert fingerprint(match.table.state) == before
    assert match.path
    assert not any(move.commands[0][0] == "LUB" for move in read_save(match.path).moves)


def test_comments_and_empty_lines_say_nothing() -> None:
    nothing = said("")
    assert said("# a comment\n\n   \n  # another\n") == nothing


def test_line_of_a_save_is_a_command() -> None:
    out, err = said("LUB: feast HAM  # 3f2a91bc\n")
    assert "Feast the council of Hamburg." in out
    assert err == ""


def test_done_command_tells_what_it_changed_and_undo_takes_it_back() -> None:
    out, _ = said("feast HAM\nundo\n")
    assert "Hamburg towards Lübeck, esteem up 6, now 61." in out
    assert "Taken back: feast HAM." in out


def test_end_brings_council_report_and_the_next_turn() -> None:
    out, _ = said("table bind\nend\nvote yes\n")
    assert "Say: vote yes, vote no or vote abstain." in out
    assert "Report, Spring 1390:" in out
    assert "Summer 1390, turn 2 of 8." in out


def test_preview_of_chance_is_a_range_and_never_a_draw() -> None:
    out, _ = said("preview bribe DNK\n")
    assert "Lübeck, secret plot: between 10 and 20, now 0: a purse changes hands." in out
    assert "70 percent: unseen." in out


def test_others_secrets_are_not_told() -> None:
    out, _ = said("end\nvote no\nvote no\nlook news\nlook RIG\n" * 3)
    assert "Riga, secret plot" not in out


def test_script_ends_at_once_and_a_person_is_asked_once() -> None:
    out, _ = said("end\n")
    assert "lapse" not in out
    out, _ = play(quiet(None), "end\n", prompts=True)
    assert "2 cards lapse if you end now." in out
    assert "turn 2 of 8" not in out
    for again in ("end now", "end"):
        out, _ = play(quiet(None), f"end\n{again}\n", prompts=True)
        assert "turn 2 of 8" in out


def test_prompt_is_only_for_terminals() -> None:
    out, _ = said("help\n")
    assert "> " not in out
    out, _ = play(quiet(None), "help\n", prompts=True)
    assert out.count("> ") == 2


def test_game_can_be_played_to_its_end_and_looked_at_after_it() -> None:
    out, err = said(
        "end\nvote abstain\nvote abstain\nvote abstain\n" * 8 + "look\nwhy silver\nend\n"
    )
    assert "The diet adjourns." in out
    assert "Lübeck: the hand on the scales:" in out
    assert "error: The game is over." in err


def test_closed_or_broken_input_is_the_end_of_it() -> None:
    closed = io.StringIO()
    closed.close()

    class Gone(io.StringIO):
        def readline(self, *_: object) -> str:
            raise OSError("Input/output error")

    for source in (None, closed, Gone()):
        out = io.StringIO()
        assert plain.play(quiet(None), source, out, io.StringIO()) == 0
        assert "turn 1 of 8" in out.getvalue()


def test_quit_leaves_and_what_follows_is_not_read() -> None:
    out, err = said("quit\nxyzzy\n")
    assert err == ""
    assert "turn 1" in out


def test_save_tells_its_name_and_keeps_copies(tmp_path: Path) -> None:
    out, err = play(quiet(tmp_path), "save\nsave twin\nsave twin\n")
    assert "Everything is saved in hansa-lub-1." in out
    assert "A copy is kept as twin" in out
    assert "already a save twin" in err
    assert (tmp_path / "twin.csto").is_file()


@pytest.mark.parametrize("seed", range(6))
def test_any_lines_are_answered(seed: int) -> None:
    dice = random.Random(seed)
    words = [*ASKS, "option", "table", "vote", "end", "feast", "lend", "build", "HAM", "LUB", "DNK"]
    words += [
        "1",
        "-3",
        "99999999999",
        "yes",
        "all",
        "turn",
        "silver",
        "HAM.silver",
        "bind",
        ";",
        "#",
    ]
    words += [
        "ß",
        "\x1b[2J",
        "\x00",
        "\u202e",
        "{self.name}",
        "%s",
        "../..",
        "'",
        '"',
        "\ud800",
        "٣",
    ]
    lines = [" ".join(dice.choices(words, k=dice.randint(1, 4))) for _ in range(150)]
    lines = [line for line in lines if not line.startswith("quit")]
    out, err = said("\n".join(lines) + "\n", seed=seed + 10)
    assert (out + err).replace("\n", "").isprintable()


def test_wrapping_keeps_indents_and_hides_what_could_move_the_cursor() -> None:
    assert wrap("  " + "word " * 30)[1].startswith("    word")
    assert wrap("a\x1b[31mb") == ["a?[31mb"]
    assert wrap("") == [""]


def test_help_knows_every_topic_and_every_question() -> None:
    others = {"help", "timeline", "compare", "switch", "rename", "export", "memo"}
    assert set(ASKS) <= {id.removeprefix("help.") for id in SENTENCES} | others
    assert all(f"help.{topic}" in SENTENCES for topic in TOPICS)


def test_start_says_what_the_seat_is_for_and_how_it_wins() -> None:
    out = " ".join(said("")[0].split())
    assert "Lübeck: the hand on the scales. Keep the League together" in out
    assert "To win you need 50 points at the end" in out


def test_after_a_turn_only_changes_are_told_and_look_tells_all() -> None:
    told = said("end\nvote yes\nvote yes\nlook\n")[0]
    first, rest = told.split("Report,", 1)
    after, look = rest.split("turn 2 of 8", 1)
    assert "Members:" in first
    assert "in other countries" in look.split("Members:")[0]
    assert "Members:" in look
    assert "more: look news." in after


def test_page_of_a_country_leaves_out_what_is_nothing() -> None:
    page = said("look HAM\n")[0].split("HAM Hamburg:")[-1]
    assert "Fatigue 0" not in page
    assert "Debt 0" not in page


def test_number_without_causes_has_no_count_of_them() -> None:
    assert "Causes: 0" not in said("why standing\n")[0]
