"""The debrief: aims, words and advisers add up; decisions are weighed by pairs with the same luck."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from attrs import evolve
from tests.hansa import begin, hansa, play_on, quiet

from csto_game.model.command import Command
from csto_game.model.refusal import GameError
from csto_game.model.state import State
from csto_game.players.base import choose_on
from csto_game.rules import new_game, options
from csto_game.rules.draft import Draft
from csto_game.rules.game import apply, refusal_on
from csto_game.session.debrief import Word, debrief, rivals, turning_points
from csto_game.session.debrief.counsel import mind_of
from csto_game.session.debrief.deeds import deeds
from csto_game.session.debrief.script import script_of
from csto_game.session.debrief.turning import MOST, USUAL, instead
from csto_game.session.debrief.words import debrief_lines, turning_lines
from csto_game.session.match import Match
from csto_game.session.programs import wave_by
from csto_game.session.rote import Given, Rote
from csto_game.session.save import read_save
from csto_game.session.workers import Workers


def play_busily(match: Match) -> None:
    """Answer every card, use an act a turn, vote."""
    match.run()
    while match.waiting_for:
        open_ = options(match.book, match.table.state, match.waiting_for)
        cards = [c for c in open_ if c.kind == "option"]
        acts = [c for c in open_ if c.kind == "verb"] if not match.table.state.acts else []
        chosen = (cards or acts or [c for c in open_ if c.kind in ("end", "vote")])[0]
        match.submit(chosen)
        match.run()


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Match:
    match = begin(tmp_path_factory.mktemp("saves"))
    play_busily(match)
    return match


def test_running_game_has_no_debrief() -> None:
    match = begin(None)
    match.run()
    with pytest.raises(GameError, match="goes on"):
        debrief(match.table, match.header)


def test_aims_add_up_to_the_points_of_the_verdict(played: Match) -> None:
    found = debrief(played.table, played.header)
    verdict = played.verdict()
    assert verdict is not None
    assert found.seat == "LUB"
    assert found.points == dict(verdict.scores)["LUB"]
    assert found.won == ("LUB" in verdict.won)
    for aim in found.aims:
        assert [turn for turn, _, _ in aim.path] == list(range(1, played.turn + 1))


def test_deeds_are_those_of_the_seat_with_the_moment_before(played: Match) -> None:
    done = deeds(played.table, "LUB")
    assert done
    for deed in done:
        assert deed.command.seat == "LUB"
        assert deed.command.kind != "end"
        assert deed.command in options(hansa(), deed.before, "LUB")
    used = {id: times for id, _, times in debrief(played.table, played.header).verbs}
    assert sum(used.values()) == sum(d.command.kind == "verb" for d in done)


def test_advisers_are_asked_on_cards_and_never_heard_more_often(played: Match) -> None:
    found = debrief(played.table, played.header)
    cards = sum(deed.command.kind == "option" for deed in deeds(played.table, "LUB"))
    assert [record.adviser for record in found.advisers] == list(hansa().scenario.advisers)
    for record in found.advisers:
        assert 0 <= record.rose <= record.followed <= record.asked <= cards
        assert (record.last is None) == (record.followed == record.asked)


def test_each_adviser_looks_at_a_number_of_its_own(played: Match) -> None:
    book, state = hansa(), played.table.state
    draft, seat = Draft(book, state, log=False), book.layout.index["LUB"]
    for adviser in book.scenario.advisers.values():
        number = book.number(adviser.value, f"adviser.{adviser.id}")
        own = mind_of(book, seat, adviser)
        none = book.layout.none
        assert own.worth(draft) == number(draft, seat, none, none, 0)
    clerk, chandler = (mind_of(book, seat, one) for one in book.scenario.advisers.values())
    assert clerk.worth(draft) != chandler.worth(draft)


def test_the_way_to_an_aim_tells_each_turn_once_and_what_is_against_you(played: Match) -> None:
    found = debrief(played.table, played.header)
    way = tuple((turn, turn // 2, True) for turn in range(1, 41))
    aim = evolve(found.aims[0], path=way, points=-3)
    told = debrief_lines(hansa().scenario, evolve(found, aims=(aim,)))
    (line,) = [line for line in told if "On the way" in line]
    turns = [int(turn) for turn in re.findall(r"in turn (\d+)", line)]
    assert turns == sorted(set(turns))
    assert (turns[0], turns[-1]) == (1, 40)
    assert line.lstrip().startswith("against you, -3 points")


def test_promises_end_as_the_log_says(played: Match) -> None:
    events = [e for turn in range(1, played.turn + 1) for e in played.events(turn)]
    made = [e for e in events if e.kind == "promised"]
    words = [w for seat in hansa().scenario.actors for w in _words(played, seat)]
    assert len(words) == len(made)
    broken = sum(e.kind == "broken" for e in events)
    assert sum(word.how == "broken" for word in words) == broken


def _words(match: Match, seat: str) -> tuple[Word, ...]:
    return debrief(match.table, match.header, seat).promised


def test_turning_points_are_paired_and_honest(played: Match) -> None:
    told: list[tuple[int, int]] = []
    found = turning_points(
        played.table,
        played.header,
        Workers(hansa(), 0),
        tell=lambda done, of: told.append((done, of)),
    )
    assert 0 < len(found.decisions) <= MOST
    sizes = [abs(decision.effect) for decision in found.decisions]
    assert sizes == sorted(sizes, reverse=True)
    assert all(d.error >= 0 and d.sure == (abs(d.effect) > d.error) for d in found.decisions)
    assert found.games == USUAL
    assert found.usual
    assert found.usual[0] <= found.usual[1] <= found.usual[2]
    assert found.rote
    assert found.rote[0] <= found.rote[1] <= found.rote[2]
    assert found.luck(40) == 40 - found.rote[1]
    assert told
    assert all(done <= of for done, of in told)
    again = turning_points(played.table, played.header, Workers(hansa(), 0))
    assert again == found


def test_stopped_work_tells_what_there_is(played: Match) -> None:
    found = turning_points(played.table, played.header, Workers(hansa(), 0), stop=lambda: True)
    assert (found.decisions, found.usual, found.games) == ((), None, 0)
    assert found.luck(40) is None
    lines = turning_lines(hansa().scenario, found, 10)
    assert any("None" in line for line in lines)


def by_heart(script: tuple[Given, ...], *, nonce: int = 0, votes: list[str] | None = None) -> State:
    """The game of Lübeck's script while nobody else does anything; ``votes`` gets what it voted."""
    book = hansa()
    draft = Draft(book, new_game(book, 3, persons=("LUB",)).state, log=False)
    if nonce:
        draft.imagine(nonce)
    rote = Rote(book, book.layout.index["LUB"], script)
    while draft.phase != "over":
        code = book.layout.codes[draft.active]
        command = choose_on(rote, draft) if code == "LUB" else wave_by(draft, code)
        assert refusal_on(draft, command) is None
        if votes is not None and command.seat == "LUB" and command.kind == "vote":
            votes.append(command.choice)
        apply(draft, command)
    return draft.freeze()


def test_the_same_commands_with_the_same_dice_make_the_same_game() -> None:
    match = quiet(None)
    play_busily(match)
    script = script_of(match.table, "LUB")
    assert {one.command.kind for one in script} >= {"option", "verb"}
    assert by_heart(script).values == match.table.state.values
    assert by_heart(script[:-3]).values != match.table.state.values


def test_what_cannot_be_given_any_more_is_left_out() -> None:
    match = quiet(None)
    play_busily(match)
    script = script_of(match.table, "LUB")
    gone = Given(1, Command("LUB", "option", "no_card", choice="x"))
    assert by_heart((gone, *script)).values == match.table.state.values
    assert by_heart(script, nonce=7).values != match.table.state.values, "other dice, another game"


def test_a_vote_is_given_again_on_the_same_motion_only() -> None:
    match = quiet(None)
    for words in ("table bind", "end", "vote yes"):
        match.run()
        match.submit(match.parse(words))  # type: ignore[arg-type]  # well formed
    match.run()
    play_on(match)
    script = script_of(match.table, "LUB")
    assert [(one.about.split()[:1], one.command.kind) for one in script[:2]] == [
        ([], "table"),
        (["bind"], "vote"),
    ]
    same: list[str] = []
    assert by_heart(script, votes=same).values == match.table.state.values
    assert same[0] == "yes"
    other: list[str] = []
    by_heart(tuple(evolve(one, about="x 0") if one.about else one for one in script), votes=other)
    assert set(other) == {"abstain"}, "on another one it keeps out of it"


def test_what_stands_for_not_doing_it() -> None:
    book = hansa()
    card = next(iter(book.scenario.incidents.values()))
    answer = instead(book, Command("LUB", "option", card.id, choice="x"))
    assert answer is not None
    assert answer.choice == card.default
    vote = instead(book, Command("LUB", "vote", "bind", choice="yes"))
    assert vote is not None
    assert vote.choice == "abstain"
    assert instead(book, Command("LUB", "verb", "feast", "HAM")) is None


def test_finished_games_of_the_same_world_stand_beside_each_other(tmp_path: Path) -> None:
    first, second, third = (begin(tmp_path, seed=seed) for seed in (3, 4, 5))
    for match in (first, second):
        play_on(match)
    third.run()
    assert first.path
    found = rivals(tmp_path, first.header, first.path.stem)
    assert [rival.name for rival in found] == ["hansa-lub-2"]
    verdict = second.verdict()
    assert verdict
    assert found[0].points == dict(verdict.scores)["LUB"]
    assert found[0].won == ("LUB" in verdict.won)
    assert found[0].same_rules
    assert read_save(first.path).noted_results == (
        first.verdict().scores,  # type: ignore[union-attr]  # it is over
        first.verdict().won,  # type: ignore[union-attr]  # the same
    )


def test_everything_can_be_said(played: Match) -> None:
    found = debrief(played.table, played.header)
    lines = debrief_lines(hansa().scenario, found, ())
    assert lines[0].startswith("Debrief: ")
    for line in lines:
        assert "{" not in line
        assert "None" not in line
