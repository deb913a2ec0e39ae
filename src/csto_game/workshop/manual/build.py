"""The whole manual of a scenario: its chapters in order, empty ones left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from csto_game.model.scenario import Scenario
from csto_game.rules import Book
from csto_game.workshop.manual import cards, order, people
from csto_game.workshop.manual.page import Block, Part, Words
from csto_game.workshop.manual.writing import Writing, facts

Chapter = Callable[[Writing], Iterator[Part]]
CHAPTERS: tuple[tuple[str, str, Chapter], ...] = (
    ("What is measured", "stats", people.stats),
    ("Countries and powers", "actors", people.actors),
    ("Roles and objectives", "roles", people.roles),
    ("Verbs", "verbs", cards.verbs),
    ("Incidents", "incidents", cards.incidents),
    ("What happens by itself", "rules", cards.rules),
    ("The charter", "charter", order.charter),
    ("Motions", "motions", order.motions),
    ("Promises", "promises", order.promises),
    ("Crises", "crises", order.crises),
    ("Forces and missions", "forces", order.forces),
    ("Endings", "endings", order.endings),
    ("Sources", "sources", order.sources),
)


def manual(book: Book) -> Part:
    """The manual of a compiled scenario."""
    scenario = book.scenario
    w = Writing.of(scenario)
    chapters = [Part(t, anchor, (), tuple(make(w))) for t, anchor, make in CHAPTERS]
    can = Part("Who can do what", "abilities", (), tuple(people.abilities(w, book)))
    chapters.insert(3, can)
    kept = tuple(chapter for chapter in chapters if chapter.parts)
    return Part(scenario.package.name, "", tuple(_head(scenario)), kept)


def _head(scenario: Scenario) -> Iterator[Block]:
    package, clock = scenario.package, scenario.clock
    if package.text:
        yield Words(package.text)
    yield from facts(
        ("package", f"{package.id} {package.version}"),
        ("authors", ", ".join(package.authors)),
        ("licence", package.licence),
        ("home", package.home),
        ("begins", f"{clock.steps[clock.step - 1]} {clock.year}"),
        ("lasts", f"{clock.turns} turns"),
        ("alliance", scenario.alliance.name),
    )
    if scenario.alliance.text:
        yield Words(scenario.alliance.text)
