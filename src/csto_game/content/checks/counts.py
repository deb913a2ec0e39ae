"""How many options, outcomes and rungs a thing may have; what a clause that rules must say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from csto_game.content.locate import Address
from csto_game.content.structure import Reader
from csto_game.model.scenario import Incident, Scenario, Verb

MOST_CHOICES = 6
_RULES_OF_PASSING = re.compile(r"consensus|unanimity|majority|p[1-9][0-9]?|p100")


def check_counts(reader: Reader, scenario: Scenario) -> None:
    """Limits within things."""
    cards: Mapping[str, Mapping[str, Verb | Incident]] = {
        "verb": scenario.verbs,
        "incident": scenario.incidents,
    }
    for kind, things in cards.items():
        for id_, card in things.items():
            _count(reader, (kind, id_, "option"), card.options)
            _count(reader, (kind, id_, "outcome"), card.outcomes)
            for option in card.options.values():
                _count(reader, (kind, id_, "option", option.id, "outcome"), option.outcomes)
    for crisis in scenario.crises.values():
        if not crisis.rungs:
            address = ("crisis", crisis.id)
            message = f"[crisis.{crisis.id}] has no rungs"
            hint = f"[crisis.{crisis.id}.rung.ID]"
            reader.error(address, "missing-key", message, hint=hint)
    _check_organs(reader, scenario)


def _count(reader: Reader, path: Address, made: Mapping[str, object]) -> None:
    if len(made) > MOST_CHOICES:
        extra = list(made)[MOST_CHOICES]
        message = f"there are {len(made)} {path[-1]}s; {MOST_CHOICES} may be"
        reader.error((*path, extra), "limit", message, part="id")


def _check_organs(reader: Reader, scenario: Scenario) -> None:
    for organ in scenario.charter.organs.values():
        clause = scenario.charter.clauses.get(organ.needs.removeprefix("alliance."))
        if not organ.needs.startswith("alliance.") or clause is None:
            continue
        for index, word in enumerate(clause.values):
            if not _RULES_OF_PASSING.fullmatch(word):
                reader.error(
                    ("charter", "clause", clause.id, "values"),
                    "unknown-choice",
                    f'no organ can need "{word}"',
                    why="its words are: consensus, unanimity, majority, or p67 for 67 per cent",
                    part=index,
                    also=(
                        reader.also(
                            ("charter", "organ", organ.id, "needs"), "needed by this organ"
                        ),
                    ),
                )
