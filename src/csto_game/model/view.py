"""The View: what one seat may know, ready to show. Interfaces and programs read only this.

Texts are plain and already filled in. Numbers are integers as kept; ``shown`` is the text a player
reads (unit, decimals, words, or ``?`` when not known).
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import Refusal


@frozen
class Figure:
    """One number as a seat sees it. ``known`` is False when it may not; ``change`` since the last
    turn's start; ``trend`` the values at the starts of up to nine turns, oldest first.
    """

    path: str
    stat: str
    label: str
    value: int
    shown: str
    known: bool = True
    change: int = 0
    trend: tuple[int, ...] = ()
    good: str = "none"
    low: int = 0
    high: int = 100
    word: str = ""


@frozen
class Lean:
    """Alignment of one country: (pole code or ``alliance``/``unaligned``, per mille), in order of poles."""

    shares: tuple[tuple[str, int], ...] = ()
    changes: tuple[tuple[str, int], ...] = ()


@frozen
class Weighed:
    """A number that a leader weighs. ``path`` is "" where it is read of many at once; ``owner`` and
    ``toward`` are codes, poles, nouns such as ``other`` (each of them), or "". ``weight`` is per mille of
    what counts most, 0 where that cannot be said; ``more`` says that it wants the number high.
    """

    path: str
    label: str
    owner: str
    toward: str
    weight: int = field(kw_only=True)
    more: bool = field(kw_only=True)


@frozen
class Liking:
    """An act that a leader likes (above 0, to 100) or loathes (below, to -100)."""

    name: str
    weight: int


@frozen
class Grudge:
    """A word broken ``turns`` ago; for ``left`` turns more its leader votes against the breaker's motions."""

    by: str
    promise: str
    turns: int
    left: int


@frozen
class Aim:
    """What a role is judged by, in words."""

    name: str
    text: str


@frozen
class Wants:
    """What a leader wants, as far as everybody may know: its character ``temper``, what it weighs, likes and
    bears in mind, and the aims of its role. Of oneself only the aims.
    """

    temper: str = ""
    text: str = ""
    weighs: tuple[Weighed, ...] = ()
    likes: tuple[Liking, ...] = ()
    grudges: tuple[Grudge, ...] = ()
    aims: tuple[Aim, ...] = ()


@frozen
class Member:
    """A country's row and page. ``figures`` are by stat id, table stats first."""

    code: str
    name: str
    adjective: str
    membership: str
    leader: str
    text: str
    is_seat: bool
    is_self: bool
    figures: Mapping[str, Figure]
    lean: Lean
    table: tuple[str, ...]
    """Ids of stats shown in the table, in order."""
    pairs: Mapping[str, tuple[Figure, ...]]
    """Pair stats by the other actor's code."""
    units: tuple[UnitRow, ...] = ()
    says: str = ""
    """What its leader likes to say, another line each turn; "" where a character has no lines."""
    wants: Wants = field(factory=Wants)


@frozen
class Neighbour:
    """A power: its row for pages and the map."""

    code: str
    name: str
    adjective: str
    text: str
    is_pole: bool
    figures: Mapping[str, Figure]


@frozen
class UnitRow:
    unit: str
    name: str
    strength: int
    owner: str
    pledged: bool
    away: bool
    fatigue: int


@frozen
class OptionRow:
    """One answer to a card. ``refusal`` is why it cannot be chosen now, or None."""

    id: str
    name: str
    text: str
    cost: tuple[tuple[str, int], ...]
    command: Command
    refusal: Refusal | None = None
    warn: str = ""


@frozen
class CardRow:
    """An incident waiting for this seat."""

    serial: int
    incident: str
    name: str
    text: str
    target: str
    options: tuple[OptionRow, ...]
    default: str
    due: int
    advice: tuple[tuple[str, str], ...] = ()
    """(adviser's name, sentence)"""


@frozen
class VerbRow:
    """One verb of this seat: usable if any of ``commands`` is offered; else ``refusal`` says why not."""

    id: str
    name: str
    group: str
    text: str
    cost: tuple[tuple[str, int], ...]
    targets: tuple[str, ...]
    """Codes that may be chosen now; empty for verbs without a target."""
    options: tuple[tuple[str, str], ...]
    """(id, name) of the verb's own options."""
    amount: tuple[int, int, int, int] | None
    """(min, max, step, start)"""
    commands: tuple[Command, ...]
    refusal: Refusal | None
    warn: str = ""


@frozen
class Ballot:
    """Where one voter stands. ``leaning`` −100…100, as far as this seat may know; ``cast`` or None.

    ``reasons`` are the largest terms of the leaning: (path of the number it rests on, points).
    """

    code: str
    name: str
    leaning: int
    forecast: str
    cast: str | None
    reasons: tuple[tuple[str, int], ...] = ()


@frozen
class MotionRow:
    """A motion on the table, or one that could be tabled (``command`` set)."""

    motion: str
    name: str
    text: str
    mover: str
    target: str
    needs: str
    ballots: tuple[Ballot, ...]
    forecast: str
    """``passes``, ``fails`` or ``blocked``"""
    blockers: tuple[str, ...] = ()
    command: Command | None = None
    refusal: Refusal | None = None


@frozen
class CrisisRow:
    crisis: str
    name: str
    by: str
    to: str
    rung: int
    rungs: tuple[str, ...]
    text: str
    since: int
    odds: tuple[int, int, int]
    """Chances in per cent next turn: up (graver), stay, down."""


@frozen
class PromiseRow:
    promise: str
    name: str
    by: str
    to: str
    left: int
    made: int


@frozen
class MissionRow:
    mission: str
    name: str
    by: str
    to: str
    left: int
    troops: tuple[str, ...]


@frozen
class ClauseRow:
    id: str
    name: str
    value: str
    text: str


@frozen
class DueRow:
    """A dated change that is known: ``amount`` on ``path`` each turn from ``turn``, ``left`` times.

    ``label`` is what the number is called, shown elsewhere or not.
    """

    turn: int
    left: int
    path: str
    amount: int
    because: str
    label: str = ""


@frozen
class ObjectiveRow:
    id: str
    name: str
    text: str
    holds: bool
    points: int
    judged: str


@frozen
class Score:
    """One seat's result, or its standing now."""

    seat: str
    role: str
    name: str
    points: int
    win: int
    won: bool
    objectives: tuple[ObjectiveRow, ...]


@frozen
class Ended:
    ending: str
    name: str
    text: str
    scores: tuple[Score, ...]


@frozen
class StepRow:
    """A step of the present chapter's lesson. ``done``: its condition holds for the seat now; None: it has none.

    ``looked`` and ``points_at`` name screens; whether one was open is not the game's to know.
    """

    id: str
    text: str
    done: bool | None = None
    looked: str = ""
    points_at: str = ""
    hint: str = ""
    chapter: str = ""
    """The id of its chapter."""


@frozen
class View:
    """One seat's knowledge at one moment."""

    scenario: str
    title: str
    seat: str
    turn: int
    turns: int
    date: str
    """``Spring 1992``"""
    phase: str
    """``plan``, ``council`` or ``over``"""
    active: str
    """The seat asked now; this View's seat may act when equal."""
    acts_left: int
    """Verbs still free this turn; -1 for no limit."""
    order: tuple[str, ...]
    """Seats in this turn's order."""
    chapter: tuple[str, str]
    """(name, text)"""
    world: Mapping[str, Figure]
    alliance: Mapping[str, Figure]
    alliance_name: str
    strip: tuple[Figure, ...]
    """The figures of the top line: the world's, the alliance's and the seat's own."""
    headline: tuple[Figure, ...]
    """At most seven numbers of the seat's own country."""
    members: tuple[Member, ...]
    """All countries, in file order."""
    powers: tuple[Neighbour, ...]
    cards: tuple[CardRow, ...]
    verbs: tuple[VerbRow, ...]
    motions: tuple[MotionRow, ...]
    """On the table, in order; the first is voted on now when the phase is council."""
    bills: tuple[MotionRow, ...]
    """What this seat could table now, with refusals."""
    crises: tuple[CrisisRow, ...]
    promises: tuple[PromiseRow, ...]
    missions: tuple[MissionRow, ...]
    clauses: tuple[ClauseRow, ...]
    dues: tuple[DueRow, ...]
    score: Score | None
    """The seat's own standing, worked out as if the game ended now."""
    owners: Mapping[str, str]
    """Map unit → owner's code."""
    news: tuple[Event, ...] = ()
    """What this seat may read of the last turn and the present one, oldest first."""
    ended: Ended | None = None
    neighbours: Mapping[str, tuple[str, ...]] = field(factory=dict)
    opens: tuple[str, ...] = ()
    """Screens' ids that the seat's role would see first, in the first turn of a game."""
    steps: tuple[StepRow, ...] = ()
    """The lesson of the present chapter, in order; none in most chapters."""
    calendar: tuple[str, ...] = ()
    """The date of every turn of the game, from the first on."""


@frozen
class Range:
    """What a preview says of one number: from ``before`` to between ``low`` and ``high``."""

    path: str
    label: str
    before: int
    low: int
    high: int
    because: tuple[str, ...] = ()


@frozen
class Branch:
    """One thing that may come of a command: chance in per cent, and what it would change."""

    name: str
    chance: int
    text: str
    changes: tuple[Range, ...]
    hidden: bool = False


@frozen
class Preview:
    """What a command would do, as far as the seat may know. Never meets the real dice."""

    command: Command
    name: str
    cost: tuple[tuple[str, int], ...]
    sure: tuple[Range, ...]
    branches: tuple[Branch, ...]
    later: tuple[DueRow, ...]
    notes: tuple[str, ...]
    """Other things that would happen, in words: a flag set, a card that will come, a motion tabled."""
    refusal: Refusal | None = None
    warn: str = ""


@frozen
class WhyRow:
    """One cause of a change: amount, words, place in a file, what entered, and what lies below."""

    amount: int
    because: str
    thing: str
    file: str
    line: int
    turn: int
    source: str = ""
    reads: tuple[tuple[str, str], ...] = ()
    command: str = ""
    count: int = 1
    cite: str = ""


@frozen
class Why:
    """``before`` + the sum of ``rows`` = ``after``, exactly."""

    path: str
    label: str
    turn: int
    before: int
    after: int
    rows: tuple[WhyRow, ...]
    text: str = ""
    formula: str = ""
    """For derived numbers: the formula as written."""
    parts: tuple[tuple[str, int], ...] = ()
    """For derived numbers: what it is made of now."""
    history: tuple[tuple[int, int], ...] = ()
    """(turn, value at its start)"""
