"""The View of one seat: what it may know at one moment, ready to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from csto_game.model.event import Event
from csto_game.model.scenario import Actor, Stat
from csto_game.model.state import Pledge, Sortie, State
from csto_game.model.view import (
    ClauseRow,
    DueRow,
    Figure,
    Lean,
    Member,
    MissionRow,
    Neighbour,
    PromiseRow,
    UnitRow,
    View,
)
from csto_game.rules import turn
from csto_game.rules.belief import believe, knows
from csto_game.rules.book import Book
from csto_game.rules.draft import Draft
from csto_game.rules.figures import Eyes
from csto_game.rules.lesson import step_rows
from csto_game.rules.news import is_secret, read_by
from csto_game.rules.rows import bill_rows, card_rows, crisis_rows, motion_rows, verb_rows
from csto_game.rules.standing import ended_row, score_row
from csto_game.rules.texts import calendar, date, fill
from csto_game.rules.wants import wants

HEADLINE = 7
"""Numbers a seat sees of itself at first; all else is one key away."""


def view(book: Book, state: State, seat: str, events: Sequence[Event] = ()) -> View:
    """What ``seat`` may know of the State; ``events`` of the last and the present turn, filtered here."""
    truth = Draft(book, state, log=False)
    viewer = book.layout.index[seat]
    belief = believe(truth, viewer)
    eyes = Eyes(truth, viewer)
    stats = book.scenario.stats.values()
    world = _of(eyes, [s for s in stats if s.owner == ("world",)])
    alliance = _of(eyes, [s for s in stats if s.owner == ("alliance",)])
    members = tuple(_member(eyes, belief, code, actor) for code, actor in _actors(book, "country"))
    own = next((m for m in members if m.code == seat), None)
    own_strip = [f for f in own.figures.values() if _show(book, f) == "strip"] if own else []
    chapter = book.scenario.chapters.get(state.chapter)
    asked = state.phase != "over" and state.active == viewer
    read = [read_by(truth, belief, viewer, event) for event in events]
    return View(
        scenario=book.scenario.package.id,
        title=book.scenario.package.name,
        seat=seat,
        turn=state.turn,
        turns=book.scenario.clock.turns,
        date=date(book.scenario.clock, state.turn),
        phase=state.phase,
        active=book.layout.code(state.active),
        acts_left=max(0, book.scenario.clock.acts - state.acts) if book.scenario.clock.acts else -1,
        order=tuple(book.layout.codes[i] for i in turn.order(truth)),
        chapter=(chapter.name, chapter.text) if chapter else ("", ""),
        world=world,
        alliance=alliance,
        alliance_name=book.scenario.alliance.name,
        strip=(
            *own_strip,
            *(f for f in (*world.values(), *alliance.values()) if _show(book, f) == "strip"),
        ),
        headline=_headline(book, own),
        members=members,
        powers=tuple(
            _neighbour(eyes, belief, code, actor) for code, actor in _actors(book, "power")
        ),
        cards=card_rows(belief, viewer),
        verbs=verb_rows(belief, viewer) if asked and state.phase == "plan" else (),
        motions=motion_rows(belief, viewer),
        bills=bill_rows(belief, viewer) if asked and state.phase == "plan" else (),
        crises=crisis_rows(belief),
        promises=tuple(_promise(belief, p) for p in state.promises),
        missions=tuple(_mission(belief, s) for s in state.sorties),
        clauses=_clauses(truth),
        dues=_dues(eyes, belief),
        score=score_row(belief, seat) if state.phase != "over" else None,
        owners=_owners(truth),
        news=tuple(e for e in read if e is not None),
        ended=ended_row(truth),
        neighbours={code: actor.neighbours for code, actor in book.scenario.actors.items()},
        opens=_opens(book, seat) if state.turn == 1 else (),
        steps=step_rows(belief, viewer) if state.phase != "over" else (),
        calendar=calendar(book.scenario.clock),
    )


def _actors(book: Book, kind: str) -> list[tuple[str, Actor]]:
    return [(code, actor) for code, actor in book.scenario.actors.items() if actor.kind == kind]


def _show(book: Book, figure: Figure) -> str:
    return book.scenario.stats[figure.stat].show


def _of(eyes: Eyes, stats: Sequence[Stat], owner: int | None = None) -> Mapping[str, Figure]:
    return {
        stat.id: eyes.figure(stat, owner)
        for stat in stats
        if stat.show != "hidden" or stat.built_in
    }


def _headline(book: Book, own: Member | None) -> tuple[Figure, ...]:
    if own is None:
        return ()
    figures = list(own.figures.values())
    strip = [f for f in figures if _show(book, f) == "strip"]
    table = [f for f in figures if _show(book, f) == "table"]
    return tuple((strip + table)[:HEADLINE])


def _member(eyes: Eyes, belief: Draft, code: str, actor: Actor) -> Member:
    book, draft = eyes.truth.book, eyes.truth
    index = book.layout.index[code]
    stats = [s for s in book.scenario.stats.values() if s.owner == ("country",)]
    stats.sort(key=lambda s: ("strip", "table", "page", "hidden").index(s.show) > 1)
    figures = _of(eyes, stats, index)
    membership = book.layout.stats["membership"].words[
        draft.v[book.layout.find("membership", index)]
    ]
    return Member(
        code=code,
        name=actor.name,
        adjective=actor.adjective or actor.name,
        membership=membership,
        leader=actor.leader,
        text=fill(belief, actor.text, index, -1),
        is_seat=index in book.seat_set,
        is_self=index == eyes.viewer,
        figures=figures,
        lean=eyes.lean(index) if book.layout.poles else Lean(),
        table=tuple(s.id for s in stats if s.show in ("table", "strip")),
        pairs=_pairs(eyes, index),
        units=_units(draft, index),
        says=_saying(belief, actor, index) if index != eyes.viewer else "",
        wants=wants(belief, index, is_self=index == eyes.viewer),
    )


def _saying(belief: Draft, actor: Actor, index: int) -> str:
    """One of the leader's lines; countries of one character do not all say the same."""
    character = belief.book.scenario.ai.get(actor.ai)
    if character is None or not character.lines:
        return ""
    lines = character.lines
    return fill(belief, lines[(belief.turn + index) % len(lines)], index, -1)


def _opens(book: Book, seat: str) -> tuple[str, ...]:
    role = book.scenario.roles.get(book.role_of.get(seat, ""))
    return role.opens if role else ()


def _pairs(eyes: Eyes, index: int) -> Mapping[str, tuple[Figure, ...]]:
    book = eyes.truth.book
    rows: dict[str, tuple[Figure, ...]] = {}
    for other, code in enumerate(book.layout.codes):
        kind = "country" if other < book.layout.countries else "power"
        stats = [
            s
            for s in book.scenario.stats.values()
            if s.owner == ("country", kind) and s.show != "hidden"
        ]
        if other != index and stats:
            rows[code] = tuple(eyes.figure(s, index, other) for s in stats)
    return rows


def _units(draft: Draft, index: int) -> tuple[UnitRow, ...]:
    units = draft.book.scenario.units
    code = draft.book.layout.codes[index]
    return tuple(
        UnitRow(
            t.unit, units[t.unit].name, units[t.unit].strength, code, t.pledged, t.away, t.fatigue
        )
        for t in draft.troops
        if t.owner == index
    )


def _neighbour(eyes: Eyes, belief: Draft, code: str, actor: Actor) -> Neighbour:
    book = eyes.truth.book
    index = book.layout.index[code]
    return Neighbour(
        code=code,
        name=actor.name,
        adjective=actor.adjective or actor.name,
        text=fill(belief, actor.text, index, -1),
        is_pole=code in book.layout.poles,
        figures=_of(
            eyes, [s for s in book.scenario.stats.values() if s.owner == ("power",)], index
        ),
    )


def _promise(draft: Draft, pledge: Pledge) -> PromiseRow:
    layout = draft.book.layout
    name = fill(draft, draft.book.scenario.promises[pledge.promise].name, pledge.by, pledge.to)
    return PromiseRow(
        pledge.promise,
        name,
        layout.code(pledge.by),
        layout.code(pledge.to),
        pledge.left,
        pledge.made,
    )


def _mission(draft: Draft, sortie: Sortie) -> MissionRow:
    layout, scenario = draft.book.layout, draft.book.scenario
    troops = [t for t in draft.troops if t.serial in sortie.troops]
    return MissionRow(
        mission=sortie.mission,
        name=fill(draft, scenario.missions[sortie.mission].name, sortie.by, sortie.to),
        by=layout.code(sortie.by),
        to=layout.code(sortie.to),
        left=sortie.left,
        troops=tuple(f"{layout.code(t.owner)} {scenario.units[t.unit].name}" for t in troops),
    )


def _clauses(draft: Draft) -> tuple[ClauseRow, ...]:
    book = draft.book
    rows = []
    for clause in book.scenario.charter.clauses.values():
        value = draft.v[book.layout.base[clause.id]]
        word = book.scenario.stats[clause.id].word(value) or ""
        text = clause.text.get(clause.values[value], "")
        rows.append(ClauseRow(clause.id, clause.name, word, text))
    for office in book.scenario.charter.offices.values():
        holder = book.layout.code(draft.v[book.layout.base[office.id]])
        name = book.scenario.actors[holder].name if holder in book.scenario.actors else "–"
        rows.append(ClauseRow(office.id, office.name, name, ""))
    return tuple(rows)


def _dues(eyes: Eyes, belief: Draft) -> tuple[DueRow, ...]:
    """Dated changes of numbers the seat may know: its own deeds' and those that fall on it."""
    draft, layout = eyes.truth, eyes.truth.book.layout
    rows = []
    for due in draft.dues:
        where = layout.slots[due.slot]
        stat = layout.stats.get(where.stat)
        mine = eyes.viewer in (due.by, where.owner)
        if (
            stat is None
            or not mine
            or not knows(draft, stat, where.owner, where.toward, eyes.viewer)
        ):
            continue
        cause = draft.book.causes[due.cause]
        if due.by != eyes.viewer and is_secret(draft.book, cause.thing):
            continue
        because = fill(belief, cause.because, due.by, due.to)
        row = DueRow(due.turn, due.left, layout.path(where), due.amount, because, stat.name)
        rows.append(row)
    return tuple(rows)


def _owners(draft: Draft) -> Mapping[str, str]:
    """Map unit → owner now: the scenario's table, each country's land, then what was ceded."""
    book = draft.book
    owners = {
        unit: code
        for code, actor in book.scenario.actors.items()
        for unit in (actor.land or (code,))
    }
    owners |= dict(book.scenario.map.owner)
    for number, place in enumerate(book.scenario.places.values()):
        holder = book.layout.code(draft.v[book.layout.find("owner", number)])
        owners |= dict.fromkeys(place.land, holder)
    return owners
