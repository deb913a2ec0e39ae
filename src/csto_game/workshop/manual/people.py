"""What is measured, who there is, who can do what, and who can be played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from csto_game.model.scenario import Actor, Role, Start, Stat
from csto_game.rules import Book
from csto_game.rules.draft import Draft
from csto_game.rules.game import new_game
from csto_game.workshop.manual.page import Block, Facts, Grid, Part, Words
from csto_game.workshop.manual.writing import Writing, facts, paragraph

_NAMES = ("adjective", "people", "capital", "leader")


def stats(w: Writing) -> Iterator[Part]:
    own = [stat for stat in w.scenario.stats.values() if not stat.built_in]
    for stat in own:
        yield Part(stat.name, f"stat.{stat.id}", tuple(_stat(w, stat)))


def _stat(w: Writing, stat: Stat) -> Iterator[Block]:
    if stat.text:
        yield Words(stat.text)
    numbers = stat.holds == "number"
    yield from facts(
        ("of", " towards ".join(stat.owner)),
        ("from", f"{stat.min} to {stat.max} {stat.unit}".strip() if numbers else ""),
        ("holds", ", ".join(stat.words) or ("" if numbers else stat.holds)),
        ("good is", stat.good if stat.good != "none" else ""),
        ("worked out", w.value(stat.formula)),
        ("each turn", stat.drift.source if stat.drift else ""),
        ("who may know", stat.seen if isinstance(stat.seen, str) else w.value(stat.seen)),
        ("words", ", ".join(f"{word} from {low}" for low, word in stat.bands)),
        ("note", stat.note),
    )


def actors(w: Writing) -> Iterator[Part]:
    for actor in w.scenario.actors.values():
        yield Part(actor.name, f"{actor.kind}.{actor.code}", tuple(_actor(actor)))


def _actor(actor: Actor) -> Iterator[Block]:
    if actor.text:
        yield Words(actor.text)
    yield from facts(
        *((name, getattr(actor, name)) for name in _NAMES),
        ("membership", actor.membership if actor.kind == "country" else ""),
        ("neighbours", ", ".join(actor.neighbours)),
        ("leader thinks as", actor.ai),
        ("forces", ", ".join(f"{held} {unit}" for unit, (held, _) in actor.units.items())),
    )
    if actor.start:
        yield _starts(actor.start)


def _starts(starts: Mapping[str, Start]) -> Grid:
    rows = [(name, str(s.value), ", ".join(s.cite), s.note) for name, s in starts.items()]
    return Grid(("Start of", "is", "source", "note"), tuple(rows))


def abilities(w: Writing, book: Book) -> Iterator[Part]:
    """Which verbs each seat may use when the game begins, whatever else they need."""
    draft = Draft(book, new_game(book, 1).state, log=False)
    rows: list[tuple[str, ...]] = []
    for verb in w.scenario.verbs.values():
        may = book.has(verb.by, "self", f"verb.{verb.id}")
        codes = [book.layout.codes[seat] for seat in book.seats if may(draft, seat, seat)]
        rows.append((f"verb.{verb.id}", w.who(verb.by), ", ".join(codes)))
    yield Part("By verb", "", (Grid(("Verb", "Who may", "At the start"), tuple(rows)),))


def roles(w: Writing) -> Iterator[Part]:
    for role in w.scenario.roles.values():
        yield Part(role.name, f"role.{role.id}", tuple(_role(role)), tuple(_objectives(w, role)))


def _role(role: Role) -> Iterator[Block]:
    if role.text:
        yield Words(role.text)
    yield Facts((("plays", role.plays), ("level", role.level), ("wins with", f"{role.win} points")))


def _objectives(w: Writing, role: Role) -> Iterator[Part]:
    for objective in role.objectives.values():
        blocks = paragraph(objective.text)
        more = facts(("points", w.value(objective.points)), ("judged", objective.judged))
        when = w.conditions("when", objective.when)
        yield Part(objective.name, "", (*blocks, *more, *when))
