"""Corners of commands that the shipped worlds do not reach: phrases that pick, prices, amounts, text."""

from __future__ import annotations

import pytest
from tests.rules.tiny import BASE, Game, verb

from csto_game.model.command import Command
from csto_game.model.refusal import Refusal
from csto_game.players import KINDS as PLAYERS
from csto_game.players import choose, make
from csto_game.rules import Step, options, parse_command, preview, refusal, step

LED = BASE.replace('name = "Papa"', 'name = "Papa"\nai = "crown"') + (
    '[ai.crown]\nname = "Crown"\nvalue = "self.greed"\n'
)


def offered(game: Game) -> set[str]:
    return {c.words for c in options(game.book, game.state, game.asked)}


def agree(game: Game, *lines: str) -> None:
    """What is offered is what is accepted, for these lines."""
    for words in lines:
        command = game.command(f"{game.asked}: {words}")
        accepted = refusal(game.book, game.state, command) is None
        assert accepted == (command.words in offered(game)), words


# ── prices ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("greed", [0, 9, 10, 11, 40])
def test_a_power_pays_from_its_own_number(greed: int) -> None:
    text = '[verb.push]\nby = "power"\nname = "Push"\ncost = { greed = 10 }\ndo = "world.oil + 1"\n'
    base = LED.replace("[power.PPP]", f"[power.PPP.start]\ngreed = {greed}\n[power.PPP]")
    game = Game(text, base=base).until("PPP")
    agree(game, "push")
    assert ("push" in offered(game)) == (greed >= 10)
    if greed >= 10:
        assert game.do("PPP: push").value("PPP.greed") == greed - 10


@pytest.mark.parametrize("who", ['"member pick highest self.coin"', '"member pick any"', '"AAA"'])
def test_who_is_picked_pays_too(who: str) -> None:
    text = f'[verb.push]\nby = {who}\nname = "Push"\ncost = {{ coin = 30 }}\ndo = "self.heat + 1"\n'
    for seed in range(4):
        game = Game(text, seed=seed)
        for _ in range(2):
            agree(game, "push")
            if "push" in offered(game):
                game.do("AAA: push")
        assert game.value("AAA.coin") in (50, 20)


def test_a_picked_target_must_be_affordable() -> None:
    text = verb(
        "target.heat + 1",
        more='target = "other pick lowest target.coin"\ncost = { coin = "target.coin + 1" }',
    )
    game = Game(text)
    agree(game, "go BBB", "go CCC")
    assert offered(game) == {"end"}


def test_verb_and_option_together_must_be_affordable() -> None:
    text = verb("self.heat + 1", more="cost = { coin = 30 }")
    text += '[verb.go.option.dear]\nname = "Dear"\ncost = { coin = 21 }\n'
    text += '[verb.go.option.fair]\nname = "Fair"\ncost = { coin = 20 }\n'
    text += '[verb.go.option.shut]\nname = "Shut"\nwhen = "self.heat > 50"\n'
    game = Game(text)
    assert offered(game) == {"end", "go fair"}
    assert game.refused("AAA: go dear") == "cost"
    assert game.refused("AAA: go shut") == "option_condition"
    assert game.refused("AAA: go") == "needs_option"
    assert game.do("AAA: go fair").value("AAA.coin") == 0


def test_a_negative_price_is_a_gain() -> None:
    game = Game(verb("self.heat + 1", more='cost = { coin = "0 - 7" }')).do("AAA: go")
    assert game.value("AAA.coin") == 57


# ── amounts ─────────────────────────────────────────────────────────

AMOUNT = verb(
    "self.heat + amount",
    more='amount = { min = 4, max = "self.coin / 3", step = 5, start = 9 }\ncost = { coin = "amount" }',
)


def test_amounts_are_bounded_and_stepped() -> None:
    game = Game(AMOUNT)
    assert offered(game) == {"end", "go 9", "go 4", "go 17"}
    for amount, code in {
        3: "amount",
        4: "",
        5: "amount",
        14: "",
        17: "",
        18: "amount",
        -4: "amount",
    }.items():
        assert game.refused(f"AAA: go {amount}") == code
    game.do("AAA: go 14")
    assert (game.value("AAA.heat"), game.value("AAA.coin")) == (24, 36)


def test_an_amount_left_out_is_where_it_begins() -> None:
    assert Game(AMOUNT).command("AAA: go").amount == 9


def test_an_amount_that_cannot_be_is_not_offered() -> None:
    game = Game(AMOUNT + verb("self.coin = 5", id="waste")).do("AAA: waste")
    assert offered(game) == {"end", "waste"}
    assert game.refused("AAA: go 4") == "amount"


# ── text ────────────────────────────────────────────────────────────


def test_text_is_read_with_an_option_that_looks_like_a_code() -> None:
    text = verb("self.heat + 1", more='target = "other"')
    text += '[verb.go.option.bbb]\nname = "B"\n[verb.go.option.ccc]\nname = "C"\n'
    game = Game(text)
    read = game.command("AAA: go CCC bbb")
    assert (read.target, read.choice) == ("CCC", "bbb")
    for command in options(game.book, game.state, "AAA"):
        assert parse_command(game.book, game.state, "AAA", command.words) == command


@pytest.mark.parametrize(
    "words, code",
    [
        ("", "empty"),
        ("fly", "unknown_word"),
        ("go ²", "unknown_argument"),
        ("go --5", "unknown_argument"),
        ("go BBB", "no_target"),
        ("option", "empty_option"),
        ("option ²", "no_card"),
        ("option a b c", "empty_option"),
        ("table", "unknown_motion"),
        ("vote maybe", "needs_option"),
        ("end now", "unknown_argument"),
    ],
)
def test_a_line_that_says_nothing_is_refused(words: str, code: str) -> None:
    game = Game(verb("self.heat + 1"))
    read = parse_command(game.book, game.state, "AAA", words)
    if isinstance(read, Command):
        done = step(game.book, game.state, read)
        assert isinstance(done, Refusal)
        read = done
    assert read.code == code


def test_a_stranger_gets_an_answer() -> None:
    game = Game(verb("self.heat + 1"))
    for command in (Command("XXX", "verb", "go"), Command("AAA", "fly"), Command("PPP", "end")):
        found = preview(game.book, game.state, command)
        assert found.refusal is not None


# ── councils of two organs, and programs that vote in them ──────────

TWO = """
[charter.organ.rare]
name = "Rare"
seats = "member"
every = 2
[charter.organ.often]
name = "Often"
seats = "member"
[motion.slow]
organ = "rare"
by = "member"
name = "Slow"
[motion.quick]
organ = "often"
by = "member"
name = "Quick"
"""


def at_the_vote() -> Game:
    """The first motion on the table is not voted on this turn; the second is."""
    game = Game(TWO).do(
        "AAA: table slow", "AAA: end", "BBB: table quick", "BBB: end", "CCC: end", "DDD: end"
    )
    assert game.state.phase == "council"
    assert [m.motion for m in game.state.motions] == ["slow", "quick"]
    return game


@pytest.mark.parametrize("kind", PLAYERS)
def test_a_program_votes_on_what_is_voted_on(kind: str) -> None:
    game = at_the_vote()
    command = choose(make(kind, game.book, "AAA", 1), game.state)
    assert command.thing == "quick"
    assert isinstance(step(game.book, game.state, command), Step)


def test_a_vote_without_a_name_is_on_what_is_voted_on() -> None:
    assert at_the_vote().command("AAA: vote yes").thing == "quick"


def test_a_number_answers_the_first_card_only() -> None:
    cards = [
        f'[incident.{id}]\nby = "AAA"\nforced = true\nname = "C"\ntext = "T"\n'
        + "".join(f'[incident.{id}.option.{word}]\nname = "O"\n' for word in words)
        for id, words in (("one", ("left",)), ("two", ("left", "right")))
    ]
    game = Game("".join(cards) + verb("self.heat + 1"))
    held = [card.incident for card in game.state.cards if card.by == 0]
    assert sorted(held) == ["one", "two"]
    places = 1 if held[0] == "one" else 2
    assert game.command("AAA: option 1").thing == held[0]
    assert isinstance(parse_command(game.book, game.state, "AAA", f"option {places + 1}"), Refusal)
    assert game.command("AAA: option right").thing == "two"


# ── cards that offer nothing ────────────────────────────────────────

SHUT = """
[incident.trap]
by = "AAA"
forced = true
name = "Trap"
text = "T"
[incident.trap.option.rich]
name = "Rich"
when = "self.coin > 90"
"""


@pytest.mark.parametrize("kind", PLAYERS)
def test_a_card_without_a_possible_answer_does_not_hold_a_program_up(kind: str) -> None:
    game = Game(SHUT + verb("self.heat + 1"))
    player = make(kind, game.book, "AAA", 1)
    for _ in range(40):
        command = choose(player, game.state)
        done = step(game.book, game.state, command)
        assert isinstance(done, Step), str(command)
        if command.kind == "end":
            return
        game.state = done.state
    pytest.fail("it never ends its turn")
