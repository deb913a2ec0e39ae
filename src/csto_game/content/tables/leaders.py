"""`[ai.ID]`, `[adviser.ID]`, `[difficulty.ID]` and `[alignment]`."""

from __future__ import annotations

from attrs import frozen

from csto_game.content.cell import SKIP, Cell, Reading, listing
from csto_game.content.language import Scope
from csto_game.content.nearest import nearest
from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.content.tables.rules import Effects, NumberRule, NumberTable
from csto_game.content.tables.types import Number, Text, Texts, read_items, wrong_type
from csto_game.content.tables.words import fixed
from csto_game.model.scenario import Adviser, Alignment, Difficulty, Personality
from csto_game.model.tree import Const


@frozen
class VerbWeights:
    """Verb → -100…100."""

    label: str = "table verb → −100…100"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", "{ VERB = 10 }")
        verbs = tuple(cell.reader.ids("verb"))
        read: dict[str, object] = {}
        for name, value in cell.value.items():
            inner = cell.inner(name, value)
            if name in verbs:
                read[name] = Number(-100, 100).read(inner)
                continue
            message, near = f"there is no verb.{name}", nearest(name, verbs) or ""
            inner.error("unknown-thing", message, part="key", hint=near)
        return {name: value for name, value in read.items() if value is not SKIP}


def _whose(reader: Reading, address: str, _fields: Fields, _outer: Scope) -> Scope:
    """A personality's ``self`` is what its users are: countries, powers, or either."""
    id_ = address.rpartition(".")[2]
    kinds = {
        kind for code, kind in reader.names.actors.items() if reader.raw((kind, code, "ai")) == id_
    }
    kind = kinds.pop() if len(kinds) == 1 else "actor" if kinds else "country"
    return Scope({"self": kind}, about=f"[{address}]")


AI = Table(
    "ai.ID",
    "a leader's character",
    Personality,
    (
        Key("name", Text(60), "its name", required=True),
        Key("value", NumberRule(), "how good the state of things is for it", required=True),
        Key("text", Text(), "what there is to know"),
        Key("verbs", VerbWeights(), "liking of verbs"),
        Key(
            "ahead",
            Number(0, 4),
            "how far it looks ahead: what comes later counts for three turns each",
            default="2",
        ),
        Key("noise", Number(0, 100), "how fitful it is", default="10"),
        Key(
            "grudge",
            Number(0, 100),
            "how long a word broken to it turns its votes against the breaker: 100 is 16 turns",
            default="50",
        ),
        Key("lines", Texts(), "what it may say"),
        *COMMON,
    ),
    scope=_whose,
)


def _no_interest(_reader: Reading, _cell: Cell, fields: Fields) -> None:
    fields.setdefault("value", Const(0))


ADVISER = Table(
    "adviser.ID",
    "who whispers at the table",
    Adviser,
    (
        Key("name", Text(60), "its name", required=True),
        Key("value", NumberRule(), "what it looks at"),
        Key("text", Text(), "who it is"),
        *COMMON,
    ),
    scope=fixed(self="country"),
    finish=_no_interest,
)
DIFFICULTY = Table(
    "difficulty.ID",
    "a level of difficulty",
    Difficulty,
    (
        Key("name", Text(60), "its name", required=True),
        Key("text", Text(), "what it changes", required=True),
        Key("skill", Number(0, 100), "of the leaders", default="70"),
        Key("do", Effects(), "at the start, self is each seat played by a person"),
        *COMMON,
    ),
    scope=fixed(self="country"),
)


@frozen
class Poles:
    label: str = "list: alliance, unaligned, codes of powers"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, list):
            return wrong_type(cell, "is a list", '["alliance", "unaligned"]')
        return read_items(cell, _pole)


def _pole(cell: Cell) -> object:
    actors = cell.reader.names.actors
    fit = ["alliance", "unaligned", *(code for code, kind in actors.items() if kind == "power")]
    if cell.value in fit:
        return cell.value
    near = nearest(str(cell.value), fit) or ""
    why = "" if near else f"there are: {listing(fit)}"
    message = f'"{cell.value}" cannot be a pole'
    return cell.error("unknown-actor", message, why=why, hint=near)


def _poles(cell: Cell) -> tuple[str, ...]:
    return cell.reader.names.poles


@frozen
class Shares:
    """Country → pole → per mille at the start."""

    label: str = "table country → pole → per mille"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", "{ CODE = { alliance = 600 } }")
        read: dict[str, dict[str, int]] = {}
        for code, value in cell.value.items():
            inner = cell.inner(code, value)
            if cell.reader.names.actors.get(code) != "country":
                near = nearest(code, cell.reader.names.actors) or ""
                message = f'there is no country "{code}"'
                inner.error("unknown-actor", message, part="id", hint=near)
            elif isinstance(value, dict):
                read[code] = self._of(inner)
        return read

    def _of(self, cell: Cell) -> dict[str, int]:
        shares: dict[str, int] = {}
        values = cell.value if isinstance(cell.value, dict) else {}
        for pole, value in values.items():
            inner = cell.inner(pole, value)
            if pole not in _poles(cell):
                why = f"there are: {listing(_poles(cell))}"
                inner.error("unknown-actor", f'there is no pole "{pole}"', part="key", why=why)
                continue
            share = Number(0, 1000).read(inner)
            shares[pole] = share if isinstance(share, int) else 0
        if sum(shares.values()) > 1000:
            message = f"these shares sum to {sum(shares.values())}"
            cell.error("range", message, hint="1000 at most; the rest is unaligned")
        return shares


def _all_unaligned(_reader: Reading, _cell: Cell, fields: Fields) -> None:
    fields.setdefault("start", {})
    fields.setdefault("pull", {})


ALIGNMENT = Table(
    "alignment",
    "shares of influence among poles",
    Alignment,
    (
        Key("poles", Poles(), "in order", required=True),
        Key("speed", Number(0, 1000), "per mille that may move a turn", required=True),
        Key("pull", NumberTable(_poles, "pole"), "numbers with self", required=True),
        Key("start", Shares(), "shares at the start; the rest is unaligned"),
        *COMMON,
    ),
    scope=fixed(self="country"),
    finish=_all_unaligned,
)
