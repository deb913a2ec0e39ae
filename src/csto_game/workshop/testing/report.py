"""What came of tests, as lines and as a document."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.text.catalog import say
from csto_game.workshop.testing.case import Failure, Outcome


def passed(outcomes: Sequence[Outcome]) -> int:
    """How many hold."""
    return sum(outcome.passed for outcome in outcomes)


def lines(outcome: Outcome) -> list[str]:
    """A line for the test; if it does not hold, the line that failed first and why."""
    case = outcome.case
    low, high = case.percent
    id = "test.passed" if outcome.passed else "test.failed"
    head = say(
        f"{id}_percent" if case.seeds else id,
        id=case.id,
        name=case.name,
        held=outcome.held,
        games=outcome.games,
        low=low,
        high=high,
    ).rstrip()
    if outcome.passed or outcome.failure is None:
        return [head]
    return [head, *_failure(outcome.failure, many=bool(case.seeds))]


def _failure(failure: Failure, *, many: bool) -> list[str]:
    line = failure.line
    where = say(
        "test.where_seed" if many else "test.where",
        file=line.spot.file,
        line=line.spot.line,
        source=line.source,
        seed=failure.seed,
    )
    return [where, *(say("test.row", row=row) for row in failure.rows)]


def outcome_document(outcome: Outcome) -> dict[str, object]:
    """The outcome for `--json`."""
    case, failure = outcome.case, outcome.failure
    document: dict[str, object] = {
        "id": case.id,
        "name": case.name,
        "file": case.spot.file,
        "line": case.spot.line,
        "ok": outcome.passed,
        "games": outcome.games,
        "held": outcome.held,
        "percent": list(case.percent),
        "failure": None,
    }
    if failure is not None and not outcome.passed:
        document["failure"] = {
            "file": failure.line.spot.file,
            "line": failure.line.spot.line,
            "source": failure.line.source,
            "seed": failure.seed,
            "why": list(failure.rows),
        }
    return document
