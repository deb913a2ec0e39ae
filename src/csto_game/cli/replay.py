"""`csto replay`: play a save again, compare, and say how it stood."""

from __future__ import annotations

from argparse import Namespace

import attrs

from csto_game.cli.document import print_json
from csto_game.cli.home import home_of, shelves
from csto_game.model.refusal import GameError
from csto_game.rules import fingerprint, seats
from csto_game.rules.texts import date
from csto_game.session.comparison import compare_tables
from csto_game.session.iron import proof
from csto_game.session.library import find
from csto_game.session.replay import Replay, load
from csto_game.session.worlds import finder
from csto_game.text.catalog import say
from csto_game.text.timeline import comparison_lines


def run(options: Namespace) -> int:
    """Replay. Exit code 1 if it was to be verified and differs. Raises GameError."""
    home = home_of(options)
    path = find(home.saves, options.save)
    again = load(path, finder(shelves(home), home.cache), to=options.to)
    if options.compare:
        return _compare(
            options,
            again,
            load(find(home.saves, options.compare), finder(shelves(home), home.cache)),
        )
    if options.json:
        print_json(_document(again))
    else:
        _print(again)
    iron = proof(again)
    holds = not again.difference and iron.untouched == iron.is_iron
    return 1 if options.verify and not holds else 0


def _compare(options: Namespace, again: Replay, other: Replay) -> int:
    for one in (again, other):
        if one.difference:
            raise GameError(one.difference.sentence)
    seat = next(iter(again.save.header.persons), seats(again.table.book)[0])
    found = compare_tables(again.table, again.save, other.table, other.save, seat)
    if options.json:
        print_json(attrs.asdict(found))
    else:
        print("\n".join(comparison_lines(again.table.book.scenario, found)))
    return 0


def _print(again: Replay) -> None:
    state = again.table.state
    if again.save.torn:
        print(say("save.torn", file=again.save.path.name))
    if again.difference:
        print(again.difference.sentence)
    else:
        facts = {"file": again.save.path.name, "moves": again.played, "turns": state.turn}
        print(say("replay.same", **facts))
    when = date(again.table.book.scenario.clock, state.turn)
    print(say("replay.to", turn=state.turn, date=when, moves=again.played))
    if state.verdict:
        ending = again.table.book.scenario.endings.get(state.verdict.ending)
        print(say("replay.ended", name=ending.name if ending else state.verdict.ending))
        for seat, score in state.verdict.scores:
            result = say("end.won" if seat in state.verdict.won else "end.lost")
            print("  " + say("end.score", name=seat, points=score, result=result))
    touched = again.save.header.touched
    if touched:
        print(say("replay.touched", how=", ".join(touched)))
    iron = proof(again)
    if iron.is_iron:
        print(say("iron.yes") if iron.untouched else say("iron.no", why=iron.why))


def _document(again: Replay) -> dict[str, object]:
    state, header = again.table.state, again.save.header
    verdict, iron = state.verdict, proof(again)
    return {
        "save": again.save.path.name,
        "scenario": header.scenario,
        "scenario_hash": header.hash,
        "version": header.version,
        "seed": header.seed,
        "seats": dict(header.seats),
        "ok": again.difference is None,
        "iron": iron.is_iron,
        "untouched": iron.untouched,
        "touched": list(header.touched),
        "parent": header.parent or None,
        "difference": attrs.asdict(again.difference) if again.difference else None,
        "torn": again.save.torn,
        "commands": again.played,
        "turn": state.turn,
        "date": date(again.table.book.scenario.clock, state.turn),
        "fingerprint": fingerprint(state),
        "ending": verdict.ending if verdict else None,
        "scores": dict(verdict.scores) if verdict else {},
        "won": list(verdict.won) if verdict else [],
    }
