"""Functions of what was, what runs and what holds: ``was since happened running rung``, position, borders."""

from __future__ import annotations

from csto_game.content.language import sums, types
from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.flags import flag_path
from csto_game.content.language.things import KINDS, thing
from csto_game.content.language.usage import USAGE
from csto_game.model.tree import Borders, Call, Const, Read, SinceFlag, Tally, Value, Was

MOST_AGO = 8
_TALLIES = {
    "happened": ("incident", "verb", "motion", "promise", "crisis", "mission"),
    "since": ("incident", "verb", "motion", "promise", "crisis", "mission"),
    "running": ("crisis", "promise", "mission", "motion"),
    "rung": ("crisis",),
}


def was(c: Cursor) -> Value:
    first = c.at
    read = sums.sum_(c)
    types.want_number(c, read, first)
    if not isinstance(read, Read) and read is not BROKEN:
        c.error("type", "was takes one stat", c.since(first), hint="was(self.treasury, 1)")
    c.take(",", hint=f"was({USAGE['was']})")
    at = c.at
    ago = sums.number(c)
    if not isinstance(ago, Const) or not 1 <= ago.value <= MOST_AGO:
        message = f"was looks 1 to {MOST_AGO} turns back"
        return c.error("range", message, c.since(at), hint="1")
    return Was(read, ago.value) if isinstance(read, Read) else BROKEN


def tally(name: str, c: Cursor) -> Value:
    kind, address = thing(c, _TALLIES[name], name)
    who: list[Value] = []
    while c.tokens[c.at] == "," and len(who) < 2:
        c.at += 1
        first = c.at
        who.append(sums.sum_(c))
        types.want_actor(c, who[-1], first)
    by, to = [*who, None, None][:2]
    return Tally(name, f"{kind}.{address}", by, to, "yes" if name == "running" else "number")


def since(c: Cursor) -> Value:
    if c.tokens[c.at].partition(".")[0] in KINDS:
        return tally("since", c)
    flag = flag_path(c, "read")
    return BROKEN if flag is None else SinceFlag(flag)


def position(c: Cursor) -> Value:
    """Which of a choice's words is in force, counted from 1."""
    first = c.at
    read = sums.sum_(c)
    if read is not BROKEN and read.type[:7] != "choice:":
        why = "it tells which of a choice's words is in force, the first is 1"
        return c.error("type", "position takes a clause or a choice", c.since(first), why=why)
    return BROKEN if read is BROKEN else Call("position", (read,))


def borders(c: Cursor) -> Value:
    first = c.at
    a = sums.sum_(c)
    types.want_actor(c, a, first)
    c.take(",", hint="borders(self, target)")
    second = c.at
    b = sums.sum_(c)
    types.want_actor(c, b, second)
    return Borders(a, b)
