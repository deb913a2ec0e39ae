"""The Scenario: everything read from a package's files, checked and frozen.

One record per table of the format; fields are the table's keys. Rule texts are trees
(`model.tree`). Nothing here behaves; `rules` compiles it, `content` builds it.
Order of every mapping is the order of the files: seats, ties and lists follow it.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from csto_game.model.tree import Block, Line, Value, Who

NumberRule = Value
"""An expression of type number; plain integers arrive as `tree.Const`."""


@frozen
class Spot:
    """Where something is written: package-relative file, line and column from 1."""

    file: str = ""
    line: int = 0
    column: int = 0


@frozen
class Start:
    """A start number with its source. ``value`` is an int, a word of a choice, or an actor's code."""

    value: int | str
    cite: tuple[str, ...] = ()
    note: str = ""
    spot: Spot = field(factory=Spot)


@frozen
class Stat:
    """A stat of the world, the alliance, an actor or a pair.

    ``owner`` is ``("world",)``, ``("alliance",)``, ``("country",)``, ``("power",)``, ``("place",)`` or a
    pair such as ``("country", "power")``. ``holds`` is ``"number"``, ``"actor"`` or ``"choice"`` with
    ``words``. ``formula`` (key ``is``) makes it derived: worked out, never stored.
    ``built_in`` stats come from the engine; ``writable`` says whether effects may change it.
    ``seen`` is ``"all"``, ``"owner"``, ``"nobody"`` or a condition tree with self and viewer.
    """

    id: str
    owner: tuple[str, ...]
    name: str
    text: str = ""
    holds: str = "number"
    words: tuple[str, ...] = ()
    min: int = 0
    max: int = 100
    start: int | str | None = None
    mutual: bool = False
    formula: NumberRule | None = None
    drift: Line | None = None
    good: str = "none"
    unit: str = ""
    decimals: int = 0
    show: str = "page"
    seen: str | Value = "all"
    layer: bool = False
    bands: tuple[tuple[int, str], ...] = ()
    built_in: bool = False
    writable: bool = True
    cite: tuple[str, ...] = ()
    note: str = ""
    spot: Spot = field(factory=Spot)
    shown: tuple[str, ...] = ()
    """``words`` in the player's language; empty where they are shown as they are."""

    def word(self, value: int) -> str | None:
        """The word of a choice as a player reads it; None if there is no such."""
        if not 0 <= value < len(self.words):
            return None
        return self.shown[value] if self.shown else self.words[value].replace("_", " ")

    def band(self, value: int) -> str:
        """The word of the band that a number lies in; "" without such."""
        word = ""
        for least, name in self.bands:
            if value >= least:
                word = name
        return word


@frozen
class Actor:
    """A country or a power. ``kind`` is ``"country"`` or ``"power"``."""

    code: str
    kind: str
    name: str
    adjective: str = ""
    people: str = ""
    capital: str = ""
    leader: str = ""
    forms: Mapping[str, str] = field(factory=dict)
    text: str = ""
    membership: str = "outside"
    neighbours: tuple[str, ...] = ()
    land: tuple[str, ...] = ()
    tile: str = ""
    ai: str = ""
    colour: int = 0
    units: Mapping[str, tuple[int, int]] = field(factory=dict)
    """unit id → (held, of these pledged)"""
    start: Mapping[str, Start] = field(factory=dict)
    spot: Spot = field(factory=Spot)


@frozen
class Outcome:
    id: str
    weight: NumberRule
    when: Value | None = None
    text: str = ""
    do: Block = field(factory=Block)
    history: tuple[str, ...] = ()
    hidden: bool = False
    spot: Spot = field(factory=Spot)
    shown: str = ""
    """The id in the player's language; "" where it is shown as it is."""

    @property
    def called(self) -> str:
        return self.shown or self.id.replace("_", " ")


@frozen
class Option:
    id: str
    name: str
    text: str = ""
    when: Value | None = None
    cost: Mapping[str, NumberRule] = field(factory=dict)
    do: Block = field(factory=Block)
    outcomes: Mapping[str, Outcome] = field(factory=dict)
    ai: NumberRule | None = None
    history: tuple[str, ...] = ()
    warn: str = ""
    spot: Spot = field(factory=Spot)


@frozen
class Amount:
    """The player's number: bounds, step and where it begins, all numbers with self (and target)."""

    min: NumberRule
    max: NumberRule
    step: int = 1
    start: NumberRule | None = None


@frozen
class Verb:
    """A card that a leader plays. ``cost`` maps a stat (``coin``, ``world.oil``) to a number."""

    id: str
    name: str
    by: Who
    text: str = ""
    target: Who | None = None
    when: Value | None = None
    do: Block = field(factory=Block)
    options: Mapping[str, Option] = field(factory=dict)
    outcomes: Mapping[str, Outcome] = field(factory=dict)
    cost: Mapping[str, NumberRule] = field(factory=dict)
    amount: Amount | None = None
    cooldown: int = 0
    once: bool = False
    ai: NumberRule | None = None
    group: str = ""
    secret: bool = False
    history: tuple[str, ...] = ()
    warn: str = ""
    tags: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Incident:
    """A card that is dealt. Without ``by`` it is news: it happens to nobody in particular.

    ``once`` is ``"game"`` (once to whomever), ``"seat"`` (once to each) or "".
    """

    id: str
    name: str
    text: str
    by: Who | None = None
    target: Who | None = None
    when: Value | None = None
    do: Block = field(factory=Block)
    options: Mapping[str, Option] = field(factory=dict)
    outcomes: Mapping[str, Outcome] = field(factory=dict)
    cooldown: int = 4
    once: str = ""
    weight: NumberRule | None = None
    chance: NumberRule | None = None
    forced: bool = False
    default: str = ""
    lasts: int = 1
    ai: NumberRule | None = None
    group: str = ""
    secret: bool = False
    history: tuple[str, ...] = ()
    warn: str = ""
    advice: Mapping[str, str] = field(factory=dict)
    tags: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Rule:
    """What happens by itself in a phase of each turn, by ``order``, then by id."""

    id: str
    do: Block
    phase: str = "drift"
    order: int = 50
    by: Who | None = None
    when: Value | None = None
    chance: NumberRule | None = None
    history: tuple[str, ...] = ()
    news: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Organ:
    """A voting body. ``needs`` is consensus, unanimity, majority, a percentage such as ``"67"``, or
    ``"alliance.CLAUSE"``: then the clause's present word is one of these (``p67`` for 67 per cent).
    While ``when`` does not hold it does not sit: nothing is tabled, what lies there waits.
    """

    id: str
    name: str
    seats: Who
    votes: NumberRule | None = None
    needs: str = "majority"
    veto: Value | None = None
    when: Value | None = None
    quorum: int = 1
    every: int = 1
    yes_at: int = 0
    veto_at: int = -1
    spot: Spot = field(factory=Spot)


@frozen
class Clause:
    id: str
    name: str
    values: tuple[str, ...]
    start: str
    text: Mapping[str, str] = field(factory=dict)
    spot: Spot = field(factory=Spot)
    shown: tuple[str, ...] = ()
    """``values`` as a player reads them; empty where they are shown as they are."""


@frozen
class Office:
    id: str
    name: str
    start: str = "none"
    term: int = 0
    next: Who | None = None
    spot: Spot = field(factory=Spot)


@frozen
class Charter:
    name: str = ""
    signed: str = ""
    text: str = ""
    organs: Mapping[str, Organ] = field(factory=dict)
    clauses: Mapping[str, Clause] = field(factory=dict)
    offices: Mapping[str, Office] = field(factory=dict)


@frozen
class Motion:
    id: str
    organ: str
    name: str
    text: str = ""
    by: Who | None = None
    target: Who | None = None
    when: Value | None = None
    do: Block = field(factory=Block)
    fails: Block = field(factory=Block)
    leaning: NumberRule | None = None
    cost: Mapping[str, NumberRule] = field(factory=dict)
    history: tuple[str, ...] = ()
    news: str = ""
    tags: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Objective:
    id: str
    name: str
    points: NumberRule
    text: str = ""
    when: Value | None = None
    judged: str = "end"
    spot: Spot = field(factory=Spot)


@frozen
class Role:
    id: str
    plays: str
    name: str
    text: str = ""
    level: str = "fair"
    win: int = 50
    opens: tuple[str, ...] = ()
    objectives: Mapping[str, Objective] = field(factory=dict)
    spot: Spot = field(factory=Spot)


@frozen
class Ending:
    """How a game ends; with ``by``, how it ends for one seat (``self``) while others play on."""

    id: str
    name: str
    text: str
    when: Value
    by: Who | None = None
    order: int = 50
    bonus: NumberRule | None = None
    wins: Value | None = None
    loses: Value | None = None
    history: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Promise:
    id: str
    name: str
    by: Who
    target: Who
    lasts: int
    keep: Value | None = None
    do: Block = field(factory=Block)
    kept: Block = field(factory=Block)
    broken: Block = field(factory=Block)
    history: Mapping[str, str] = field(factory=dict)
    text: str = ""
    spot: Spot = field(factory=Spot)


@frozen
class Rung:
    id: str
    name: str
    text: str = ""
    enter: Block = field(factory=Block)
    do: Block = field(factory=Block)
    up: NumberRule | None = None
    stay: NumberRule | None = None
    down: NumberRule | None = None
    calls: str = ""
    news: str = ""
    spot: Spot = field(factory=Spot)


@frozen
class Crisis:
    """A ladder. Rungs from the first (opening) to the last, which is the gravest."""

    id: str
    name: str
    by: Who
    target: Who
    rungs: Mapping[str, Rung]
    text: str = ""
    history: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Unit:
    id: str
    name: str
    strength: int = 1
    text: str = ""
    skill: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Mission:
    id: str
    name: str
    needs: NumberRule
    text: str = ""
    skill: str = ""
    lasts: int = 2
    wear: int = 10
    do: Block = field(factory=Block)
    outcomes: Mapping[str, Outcome] = field(factory=dict)
    losses: NumberRule | None = None
    history: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Alignment:
    """``poles`` in order: ``alliance``, ``unaligned`` and codes of powers; ``speed`` per mille a turn."""

    poles: tuple[str, ...]
    speed: int
    pull: Mapping[str, NumberRule]
    start: Mapping[str, Mapping[str, int]]
    spot: Spot = field(factory=Spot)


@frozen
class Personality:
    """A leader's character (table ``[ai.ID]``)."""

    id: str
    name: str
    value: NumberRule
    text: str = ""
    verbs: Mapping[str, int] = field(factory=dict)
    ahead: int = 2
    noise: int = 10
    grudge: int = 50
    lines: tuple[str, ...] = ()
    spot: Spot = field(factory=Spot)


@frozen
class Adviser:
    id: str
    name: str
    value: NumberRule
    text: str = ""
    spot: Spot = field(factory=Spot)


@frozen
class Difficulty:
    id: str
    name: str
    text: str
    skill: int = 70
    do: Block = field(factory=Block)
    spot: Spot = field(factory=Spot)


@frozen
class Window:
    name: str
    box: tuple[float, float, float, float]


@frozen
class Map:
    """``kind`` is ``geo``, ``tiles`` or ``none``. ``owner``: map unit → code at the start."""

    kind: str = "none"
    file: str = ""
    rows: tuple[str, ...] = ()
    views: Mapping[str, Window] = field(factory=dict)
    owner: Mapping[str, str] = field(factory=dict)
    label: Mapping[str, str] = field(factory=dict)


@frozen
class Place:
    id: str
    name: str
    kind: str = "city"
    owner: str = "none"
    at: tuple[float, float] = (0.0, 0.0)
    size: int = 2
    capital: bool = False
    land: tuple[str, ...] = ()
    text: str = ""
    spot: Spot = field(factory=Spot)


@frozen
class Step:
    """A step of a lesson. ``done`` is asked with ``self``, the seat that is taught; ``looked`` and
    ``points_at`` are screens' ids, the latter also ``end`` or ``undo``. Nothing of it enters a State.
    """

    id: str
    text: str
    done: Value | None = None
    looked: str = ""
    points_at: str = ""
    hint: str = ""


@frozen
class Chapter:
    id: str
    name: str
    text: str = ""
    when: Value | None = None
    order: int = 50
    do: Block = field(factory=Block)
    verbs: tuple[str, ...] = ()
    history: str = ""
    steps: Mapping[str, Step] = field(factory=dict)
    spot: Spot = field(factory=Spot)


@frozen
class Infobox:
    id: str
    name: str
    text: str


@frozen
class Section:
    id: str
    name: str
    text: str = ""
    chapters: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    limit: int = 20
    empty: str = ""
    order: int = 0
    """Its place among sections and chapters; equal ones stand as in the files, sections first."""


@frozen
class Article:
    title: str = ""
    lead: str = ""
    infobox: Mapping[str, Infobox] = field(factory=dict)
    sections: Mapping[str, Section] = field(factory=dict)


@frozen
class Source:
    id: str
    name: str
    link: str = ""
    licence: str = ""


@frozen
class Package:
    """The manifest. ``root`` names the place it was read from, for messages only."""

    id: str
    kind: str
    format: int
    version: str
    name: str
    text: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    home: str = ""
    game: str = ""
    order: int = 50
    """Place in lists of packages; then by id."""
    language: str = "en"
    teaches: bool = False
    """Whether it is a lesson for new players."""
    root: str = ""


@frozen
class Clock:
    """``steps`` names the steps of a year; ``step`` (from 1) is the one the game starts in.

    ``names`` are the steps in the player's language.
    """

    year: int
    steps: tuple[str, ...]
    step: int = 1
    turns: int = 40
    acts: int = 0
    names: tuple[str, ...] = ()


@frozen
class Deck:
    per_seat: int = 2
    per_turn: int = 8


@frozen
class Alliance:
    name: str = ""
    short: str = ""
    text: str = ""
    start: Mapping[str, Start] = field(factory=dict)


@frozen
class Scenario:
    """A whole world, checked. ``hash`` is the rules hash (texts, notes and layout left out)."""

    package: Package
    clock: Clock
    alliance: Alliance = field(factory=Alliance)
    deck: Deck = field(factory=Deck)
    world_start: Mapping[str, Start] = field(factory=dict)
    numbers: Mapping[str, int] = field(factory=dict)
    sources: Mapping[str, Source] = field(factory=dict)
    stats: Mapping[str, Stat] = field(factory=dict)
    """Own stats first in file order, then built-ins. Key: the stat's id."""
    actors: Mapping[str, Actor] = field(factory=dict)
    """Countries in file order, then powers in file order."""
    relations: Mapping[tuple[str, str], Mapping[str, Start]] = field(factory=dict)
    verbs: Mapping[str, Verb] = field(factory=dict)
    incidents: Mapping[str, Incident] = field(factory=dict)
    rules: Mapping[str, Rule] = field(factory=dict)
    charter: Charter = field(factory=Charter)
    motions: Mapping[str, Motion] = field(factory=dict)
    roles: Mapping[str, Role] = field(factory=dict)
    endings: Mapping[str, Ending] = field(factory=dict)
    promises: Mapping[str, Promise] = field(factory=dict)
    crises: Mapping[str, Crisis] = field(factory=dict)
    units: Mapping[str, Unit] = field(factory=dict)
    missions: Mapping[str, Mission] = field(factory=dict)
    alignment: Alignment | None = None
    ai: Mapping[str, Personality] = field(factory=dict)
    advisers: Mapping[str, Adviser] = field(factory=dict)
    difficulties: Mapping[str, Difficulty] = field(factory=dict)
    map: Map = field(factory=Map)
    places: Mapping[str, Place] = field(factory=dict)
    chapters: Mapping[str, Chapter] = field(factory=dict)
    article: Article = field(factory=Article)
    hash: str = ""
    package_hash: str = ""
    nobody: str = "nobody"
    """What an actor's name is where there is none, in the player's language."""
