"""The player's own keys: laid over the shipped ones, strictly read, never silently."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from csto_game.content.render import render
from csto_game.ui.keys import conflicts, load_keys
from csto_game.ui.own_keys import FILE, OwnKeys, read_own_keys


def own(folder: Path, text: str | bytes) -> OwnKeys:
    (folder / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_own_keys(folder)


def told(found: OwnKeys) -> str:
    return "\n".join(render(problem) for problem in found.problems)


def entry(id: str, *keys: str, **more: object) -> str:
    lines = [f'id = "{id}"', f"keys = {list(keys)!r}", *(f"{k} = {v!r}" for k, v in more.items())]
    return "\n".join(("[[key]]", *lines, ""))


def action(found: OwnKeys, screen: str, pressed: str) -> str:
    key = found.keys.find(screen, pressed)
    return key.id if key else ""


def test_without_a_file_the_keys_are_the_shipped_ones(tmp_path: Path) -> None:
    found = read_own_keys(tmp_path)
    assert found.keys.table == load_keys().table
    assert (found.problems, found.count) == ((), 0)


def test_an_entry_replaces_the_keys_of_an_action_everywhere(tmp_path: Path) -> None:
    found = own(tmp_path, entry("verbs", "B", "ctrl+b"))
    assert not found.problems
    assert action(found, "campaign", "B") == action(found, "member", "ctrl+b") == "verbs"
    assert action(found, "campaign", "v") == ""
    assert found.keys.key_of("verbs", "campaign") == "B"
    assert next(key.label for key in found.keys.on("campaign") if key.id == "verbs") == "verbs"


def test_the_russian_layout_follows(tmp_path: Path) -> None:
    found = own(tmp_path, entry("verbs", "B"))
    assert action(found, "campaign", "И") == "verbs"
    assert action(found, "campaign", "м") == "", "where v lies"
    found = own(tmp_path, entry("verbs", "Ы"))
    assert action(found, "campaign", "Ы") == action(found, "campaign", "ы".upper()) == "verbs"


def test_an_entry_may_be_for_some_screens_and_have_words_of_its_own(tmp_path: Path) -> None:
    found = own(tmp_path, entry("verbs", "B", on=["member"], label="deeds", help="do a deed"))
    assert action(found, "member", "B") == action(found, "campaign", "v") == "verbs"
    assert action(found, "member", "v") == action(found, "campaign", "B") == ""
    key = next(key for key in found.keys.on("member") if key.id == "verbs")
    assert (key.label, key.help) == ("deeds", "do a deed")


def test_an_action_of_all_screens_may_have_other_keys_on_one(tmp_path: Path) -> None:
    found = own(tmp_path, entry("log", "M", on=["campaign"]))
    assert action(found, "campaign", "M") == action(found, "member", "L") == "log"
    assert action(found, "campaign", "L") == ""


def test_the_bar_keeps_its_order(tmp_path: Path) -> None:
    before = [key.id for key in load_keys().on("campaign")]
    found = own(tmp_path, entry("council", "C") + entry("cards", "I"))
    assert [key.id for key in found.keys.on("campaign")] == before


def test_a_key_claimed_twice_goes_to_the_player_and_is_told_with_its_place(tmp_path: Path) -> None:
    found = own(tmp_path, "# my keys\n" + entry("verbs", "e"))
    assert action(found, "campaign", "e") == "verbs"
    assert "keys.toml:4:8: warning: e on campaign is for verbs; end goes without it" in told(found)
    end = next(key for key in found.keys.on("campaign") if key.id == "end")
    assert (end.keys, end.shown) == ((), ""), "left to the palette"
    assert not conflicts(found.keys)


def test_who_loses_a_key_loses_it_on_that_screen_only(tmp_path: Path) -> None:
    found = own(tmp_path, entry("verbs", "i"))
    assert action(found, "campaign", "i") == action(found, "member", "i") == "verbs"
    assert action(found, "report", "i") == "cards"
    assert not conflicts(found.keys)


def test_a_key_of_all_screens_that_is_taken_on_one_is_told(tmp_path: Path) -> None:
    found = own(tmp_path, entry("verbs", "j", on=["campaign"]))
    assert action(found, "campaign", "j") == "verbs"
    assert action(found, "campaign", "down") == action(found, "member", "j") == "down"
    assert "j on campaign is for verbs; down goes without it" in told(found)


def test_two_swapped_keys_are_no_conflict(tmp_path: Path) -> None:
    found = own(tmp_path, entry("verbs", "c") + entry("council", "v"))
    assert not found.problems, told(found)
    assert action(found, "campaign", "c") == "verbs"


def test_two_entries_of_the_player_for_one_key(tmp_path: Path) -> None:
    found = own(tmp_path, entry("verbs", "B") + entry("council", "B"))
    assert "B on campaign" in told(found)
    assert not conflicts(found.keys)


def test_an_action_may_be_left_without_a_key_but_not_the_ways_out(tmp_path: Path) -> None:
    found = own(tmp_path, entry("zoom") + entry("back") + entry("quit"))
    assert action(found, "campaign", "z") == ""
    assert action(found, "campaign", "escape") == "back"
    assert told(found).count("needs a key") == 2


@pytest.mark.parametrize(
    "text,place,said",
    [
        (entry("verb", "B"), "2:6", "there is no action verb"),
        (entry("verb", "B"), "2:6", "try: verbs"),
        (entry("verbs", "hyper+b"), "3:8", "there is no key hyper+b"),
        (entry("verbs", "shift+b"), "3:8", "capital: B"),
        (entry("verbs", "escpe"), "3:8", "try: escape"),
        (entry("verbs", "ab"), "3:8", "there is no key ab"),
        (entry("verbs", "B", on=["council"]), "4:6", "council is no screen that has"),
        (entry("number", "a"), "3:8", "there is no key a"),
        ('[[key]]\nid = "verbs"\nkey = ["b"]\n', "3:1", "try: keys"),
        ('[[key]]\nid = "verbs"\nkeys = "b"\n', "3:8", "keys is a list of texts"),
        ('[[key]]\nid = "verbs"\nkeys = [1]\n', "3:8", "keys is a list of texts"),
        ('[[key]]\nid = "verbs"\n', "1:1", "needs keys"),
        ('[[key]]\nkeys = ["b"]\n', "1:1", "needs id"),
        (entry("verbs", "B", label=1), "4:9", "label is a text"),
        (entry("verbs", "B") + entry("verbs", "N"), "6:8", "has an entry already"),
        ('[verbs]\nkeys = ["b"]\n', "1:2", "[[key]]"),
        ('key = "b"\n', "1:1", "[[key]]"),
        ("[[key]]\nid = \n", "2:6", "a value is missing"),
    ],
)
def test_mistakes_are_told_with_their_place(
    text: str, place: str, said: str, tmp_path: Path
) -> None:
    found = own(tmp_path, text)
    assert f"keys.toml:{place}:" in told(found)
    assert said in told(found)
    assert action(found, "campaign", "escape") == "back"


@pytest.mark.parametrize(
    "text",
    [
        b"\xff\xfe",
        b"\x00" * 100,
        "[[key]]\n" * 3000,
        entry("\u202e", "b"),
        entry("verbs", "\\u001b[31m"),
        entry("verbs", "[bold]"),
        entry("verbs", "\u0301"),
        entry("verbs", "x" * 5000),
        'key = [{id = "verbs", keys = ["q", "[@click=app.quit]"]}]\n',
        'key = [{id = "verbs", keys = "q"}]\n',
        "key = [" * 3000,
        "[[key.id]]\na = 1",
        "[[key]]\nid = []\nkeys = {}\non = 1\nlabel = []\nhelp = 3\n",
    ],
    ids=range(13),
)
def test_a_hostile_file_changes_nothing_and_is_told(text: str | bytes, tmp_path: Path) -> None:
    found = own(tmp_path, text)
    assert found.problems
    assert all(line.isprintable() for line in told(found).split("\n"))
    assert action(found, "campaign", "escape") == "back"
    assert action(found, "campaign", "ctrl+q") == "quit"
    assert not conflicts(found.keys)


def test_a_label_of_the_player_is_never_markup(tmp_path: Path) -> None:
    from csto_game.ui.draw.edges import key_row
    from csto_game.ui.look import make_look
    from csto_game.ui.rows import row_text

    found = own(tmp_path, entry("verbs", "B", label="[bold]x[/] {0}"))
    row = key_row(found.keys.on("campaign"), 200, make_look())
    assert "[bold]x[/] {0}" in row_text(row)


def test_a_screens_own_key_comes_before_one_of_all_screens(tmp_path: Path) -> None:
    found = own(tmp_path, entry("doctor", "n", on=["*"]))
    assert action(found, "card", "n") == "next"
    assert action(found, "campaign", "n") == "doctor"
    assert "n on card is for next; doctor goes without it" in told(found)


def test_the_starter_file_changes_nothing_until_it_is_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from csto_game.cli.main import main

    monkeypatch.setenv("CSTO_HOME", str(tmp_path))
    assert main(["keys", "--write"]) == 0
    path = tmp_path / "settings" / FILE
    assert read_own_keys(path.parent).count == 0
    bare = re.sub(r"^#(?=\[\[|id|keys|on)", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(bare, "utf-8")
    found = read_own_keys(path.parent)
    assert not found.problems, told(found)
    for screen in {one for key in load_keys().table for one in key.on}:
        assert found.keys.on(screen) == load_keys().on(screen)
    capsys.readouterr()
    assert main(["keys", "--write"]) == 2
    assert "is there already" in capsys.readouterr().err
    path.write_text(entry("verbs", "B"), "utf-8")
    assert main(["keys"]) == 0
    assert re.search(
        r"^B +verbs +campaign,member\S* +give an order$", capsys.readouterr().out, re.MULTILINE
    )
