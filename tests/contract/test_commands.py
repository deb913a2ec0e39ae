"""One contract for all commands of all worlds: offered, accepted, carried out, and nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract.worlds import WORLDS, asked, book, drafted, few, moments, play

from csto_game.model.command import VOTES, Command
from csto_game.model.refusal import Refusal
from csto_game.model.state import State
from csto_game.rules import Book, Step, fingerprint, options, parse_command, preview, refusal, step
from csto_game.rules.commands import KINDS, PHASE_OF
from csto_game.rules.commands.verb import amounts
from csto_game.text.sentences.refusals import REFUSALS

CODES = {code.partition(".")[0] for code in REFUSALS}


# ── everything that could be asked for ──────────────────────────────


def everything(book: Book, state: State) -> Iterator[Command]:
    """All commands of the seat that is asked: offered ones, and all others that can be built."""
    seat, draft = asked(book, state), drafted(book, state)
    targets = ["", *book.layout.codes, "none", "XXX"]
    for id, code in book.verbs.items():
        choices = ["", *code.options, "nonsense"]
        for target in targets:
            to = book.layout.index.get(target, book.layout.none)
            bounds = amounts(draft, code, state.active, to)
            numbers: set[int | None] = {None}
            if code.amounts is not None:
                numbers |= {*bounds, min(bounds, default=0) - 1, max(bounds, default=0) + 1}
            for choice in choices:
                yield from (
                    Command(seat, "verb", id, target, choice, n)
                    for n in sorted(numbers, key=lambda n: (n is not None, n or 0))
                )
    for id in (*book.motions, "nonsense"):
        yield from (Command(seat, "table", id, target) for target in targets)
    for id, card in book.incidents.items():
        yield from (Command(seat, "option", id, choice=o) for o in (*card.options, "nonsense"))
    yield from (
        Command(seat, "vote", id, choice=v) for id in book.motions for v in (*VOTES, "maybe")
    )
    yield Command(seat, "end")
    yield Command(seat, "verb", "nonsense")
    yield Command(seat, "nonsense")


@pytest.mark.parametrize("world", WORLDS)
def test_only_what_is_offered_is_accepted(world: str) -> None:
    here = book(world)
    for state in few(world, 6):
        offered = set(options(here, state, asked(here, state)))
        print_of = fingerprint(state)
        for command in everything(here, state):
            why = refusal(here, state, command)
            assert (why is None) == (command in offered), (str(command), why)
            if why is not None:
                assert why.code in CODES, (str(command), why)
                assert not why.instead or isinstance(
                    parse_command(here, state, command.seat, why.instead), Command
                )
        assert fingerprint(state) == print_of


@pytest.mark.parametrize("world", WORLDS)
def test_what_is_offered_is_accepted_and_carried_out(world: str) -> None:
    here = book(world)
    for state in few(world, 25):
        seat = asked(here, state)
        offered = options(here, state, seat)
        assert offered, "whoever is asked can do something"
        assert len(set(offered)) == len(offered)
        for command in offered:
            assert refusal(here, state, command) is None, str(command)
        for command in offered[:: max(1, len(offered) // 12)]:
            before = attrs.asdict(state, recurse=False)
            done = step(here, state, command)
            assert isinstance(done, Step), (str(command), done)
            assert attrs.asdict(state, recurse=False) == before
            assert done.state is not state
            told = {e.command for e in done.events}
            assert told <= {str(command)}
            again = step(here, state, command)
            assert again == done


@pytest.mark.parametrize("world", WORLDS)
def test_every_command_reads_back_from_its_text(world: str) -> None:
    here = book(world)
    for state in moments(world):
        for command in options(here, state, asked(here, state)):
            assert parse_command(here, state, command.seat, command.words) == command
            assert parse_command(here, state, command.seat, f"  {command.words} ") == command
            assert re.fullmatch(r"[a-zA-Z0-9_ -]+", command.words)


@pytest.mark.parametrize("world", WORLDS)
def test_a_refused_command_changes_nothing(world: str) -> None:
    here = book(world)
    state = moments(world)[3]
    before = attrs.asdict(state, recurse=False)
    refused = [c for c in everything(here, state) if refusal(here, state, c) is not None]
    for command in refused[:: max(1, len(refused) // 200)]:
        done = step(here, state, command)
        assert isinstance(done, Refusal), str(command)
        assert done == refusal(here, state, command)
    assert attrs.asdict(state, recurse=False) == before


@pytest.mark.parametrize("world", WORLDS)
def test_others_are_offered_and_allowed_nothing(world: str) -> None:
    here = book(world)
    state = moments(world)[0]
    mine = options(here, state, asked(here, state))
    for code in here.layout.codes:
        if code == asked(here, state):
            continue
        assert options(here, state, code) == ()
        for command in mine[:5]:
            assert refusal(here, state, attrs.evolve(command, seat=code)) is not None
    stranger = refusal(here, state, Command("XXX", "end"))
    assert stranger is not None
    assert stranger.code == "unknown_target"


@pytest.mark.parametrize("world", WORLDS)
def test_most_verbs_motions_and_cards_are_met(world: str) -> None:
    """The moments above are worth something only if most things occur in them."""
    here = book(world)
    met = {
        (c.kind, c.thing)
        for seed in (1, 2)
        for s, _, _ in play(here, seed)
        for c in options(here, s, asked(here, s))
    }
    verbs = [id for kind, id in met if kind == "verb"]
    assert len(verbs) >= 0.8 * len(here.verbs), sorted(set(here.verbs) - set(verbs))


def test_every_kind_has_a_phase() -> None:
    assert set(KINDS) == set(PHASE_OF)
    assert set(PHASE_OF.values()) == {"plan", "council"}


# ── text ────────────────────────────────────────────────────────────

KNOWN = """option vote table end feast lend build brick LUB HAM none hunt yes 1 -3 --3 ² ٣ 99999999999"""
WORD = st.one_of(st.sampled_from(KNOWN.split()), st.text(min_size=1, max_size=8))


@settings(max_examples=300, deadline=None)
@given(st.lists(WORD, max_size=5))
def test_any_line_is_a_command_or_a_refusal(words: list[str]) -> None:
    here = book("hansa")
    for state in moments("hansa")[::12]:
        seat = asked(here, state)
        read = parse_command(here, state, seat, " ".join(words))
        if isinstance(read, Refusal):
            assert read.code in CODES
        else:
            refusal(here, state, read)  # says something, whatever was asked
            assert preview(here, state, read).command == read


def test_a_vote_without_a_motion_is_on_the_one_voted_on() -> None:
    for world in WORLDS:
        here = book(world)
        for state in (s for s in moments(world) if s.phase == "council"):
            read = parse_command(here, state, asked(here, state), "vote yes")
            assert isinstance(read, Command)
            assert refusal(here, state, read) is None
