"""Typed trees of the rule language: what the parser makes and the compiler reads.

A tree names stats and actors by id, never by position: positions belong to one
compiled world (`rules.layout`), trees to the files.

Types of a value: ``"number"``, ``"yes"`` (yes/no), ``"actor"`` or ``"choice:STAT"``.
"""

from __future__ import annotations

from attrs import field, frozen

# ── values ──────────────────────────────────────────────────────────


@frozen
class Const:
    """A whole number; for a choice its place in the stat's words; for yes/no 0 or 1."""

    value: int
    type: str = "number"


@frozen
class ActorNamed:
    """A country or power written as a code; ``none`` has the code ``"none"``."""

    code: str
    type: str = "actor"


@frozen
class Scoped:
    """A word that stands for something here: self, target, mover, viewer, amount, or a noun."""

    word: str
    type: str = "actor"


@frozen
class Read:
    """A stat read from its owner.

    ``owner`` is None for stats of the world and the alliance; ``toward`` is set for pairs.
    ``stat`` is the key of the stat in ``Scenario.stats`` (built-ins included); the shares of
    alignment are the pair stat ``share`` whose ``toward`` may be `Pole`.
    """

    stat: str
    type: str
    owner: Value | None = None
    toward: Value | None = None


@frozen
class Pole:
    """A pole that is no actor: ``"alliance"`` or ``"unaligned"`` (only in ``A.alliance.share``)."""

    name: str
    type: str = "actor"


@frozen
class PlaceOwner:
    """``place.ID.owner``."""

    place: str
    type: str = "actor"


@frozen
class HasFlag:
    """Is the flag set? ``owner`` is None for the world's and the alliance's flags.

    ``scope`` is ``world``, ``alliance``, ``actor`` or ``pair``.
    """

    flag: str
    scope: str
    owner: Value | None = None
    toward: Value | None = None
    type: str = "yes"


@frozen
class Op:
    """``+ - * / = != < <= > >= and or`` on two values."""

    sign: str
    left: Value
    right: Value
    type: str


@frozen
class Not:
    inner: Value
    type: str = "yes"


@frozen
class Negative:
    inner: Value
    type: str = "number"


@frozen
class Within:
    """``inner in low..high`` (both ends belong to it)."""

    inner: Value
    low: Value
    high: Value
    type: str = "yes"


@frozen
class Call:
    """``min max abs clamp root`` on numbers; ``position`` on a choice: its word's place, from 1."""

    function: str
    arguments: tuple[Value, ...]
    type: str = "number"


@frozen
class Fold:
    """``count any all sum mean highest lowest`` over a noun.

    ``body`` is the number that is summed (None for count/any/all); ``where`` is None for all.
    For any/all the condition stands in ``where``.
    """

    function: str
    noun: str
    where: Value | None
    body: Value | None
    type: str


@frozen
class Was:
    """A number as it stood at the start of the turn ``ago`` turns back (1–8)."""

    read: Read
    ago: int
    type: str = "number"


@frozen
class Tally:
    """``happened`` (how often), ``since`` (turns since), ``running``, ``rung`` of a thing.

    ``thing`` is an address such as ``incident.miners`` or ``incident.miners.option.pay``.
    """

    function: str
    thing: str
    by: Value | None = None
    to: Value | None = None
    type: str = "number"


@frozen
class SinceFlag:
    """Turns since the flag was last set; 9999 if never."""

    flag: HasFlag
    type: str = "number"


@frozen
class Borders:
    a: Value
    b: Value
    type: str = "yes"


@frozen
class Roll:
    """A whole number from low to high, equally likely; only in an effect's amount."""

    low: Value
    high: Value
    type: str = "number"


Value = (
    Const
    | ActorNamed
    | Scoped
    | Read
    | Pole
    | PlaceOwner
    | HasFlag
    | Op
    | Not
    | Negative
    | Within
    | Call
    | Fold
    | Was
    | Tally
    | SinceFlag
    | Borders
    | Roll
)

# ── deeds ───────────────────────────────────────────────────────────


@frozen
class Change:
    """``P + E``, ``P - E``, ``P = E``; with ``wait`` it is dated (`later`), ``lasting`` turns long."""

    sign: str
    place: Read
    amount: Value
    wait: Value | None = None
    lasting: Value | None = None


@frozen
class Toward:
    place: Read
    goal: Value
    step: Value


@frozen
class SetFlag:
    flag: HasFlag
    lasting: Value | None = None


@frozen
class ClearFlag:
    flag: HasFlag


@frozen
class Move:
    """``start end raise lower break`` of an incident, promise, motion, crisis or mission."""

    verb: str
    kind: str
    thing: str
    by: Value | None
    to: Value | None
    wait: Value | None = None
    lasting: Value | None = None


@frozen
class Muster:
    """``gain lose pledge withdraw`` units of a country."""

    verb: str
    unit: str
    count: Value
    by: Value


@frozen
class Cede:
    place: str
    to: Value


Deed = Change | Toward | SetFlag | ClearFlag | Move | Muster | Cede


@frozen
class Line:
    """One effect line: one instant, one cause.

    ``each`` holds no, one or two nouns. ``file``, ``line`` and ``column`` (from 1) say where
    it is written; ``because`` is a text template or None; ``source`` is the line as written.
    """

    deed: Deed
    when: Value | None = None
    each: tuple[str, ...] = ()
    where: Value | None = None
    because: str | None = None
    file: str = ""
    line: int = 0
    column: int = 0
    source: str = ""


@frozen
class Who:
    """A phrase that picks actors: codes, or a noun with a condition and a way to pick one.

    ``pick`` is None, ``"any"``, ``"highest"`` or ``"lowest"`` (then ``rank`` is the number).
    In ``where`` and ``rank`` the noun's own word stands for the candidate; a bare ``self`` stands
    for the candidate in ``by`` phrases.
    """

    codes: tuple[str, ...] = ()
    noun: str | None = None
    where: Value | None = None
    pick: str | None = None
    rank: Value | None = None


@frozen
class Block:
    """Lines of effects, top to bottom."""

    lines: tuple[Line, ...] = field(default=())


NOUNS = ("member", "other", "country", "outsider", "power")
"""The nouns of the language, in the order the manual lists them."""
