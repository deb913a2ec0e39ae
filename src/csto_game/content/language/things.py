"""Things named in rules by their address: ``incident.miners``, ``crisis.border``."""

from __future__ import annotations

from csto_game.content.language.cursor import Cursor
from csto_game.content.language.wording import those_are
from csto_game.content.nearest import nearest

KINDS = (
    "incident",
    "verb",
    "motion",
    "promise",
    "crisis",
    "mission",
    "unit",
    "rule",
    "place",
)


def thing(c: Cursor, kinds: tuple[str, ...], how: str, *, is_part: bool = True) -> tuple[str, str]:
    """Read a thing: its kind and the rest of its address.

    ``kinds`` may stand here; ``is_part`` says whether options and outcomes may, too. A thing that
    does not exist is reported, and reading goes on.
    """
    at = c.at
    token = c.tokens[at]
    kind, _, address = token.partition(".")
    if kind not in KINDS or not address:
        c.unexpected(f"a thing, such as {kinds[0]}.…")
    c.at += 1
    if kind not in kinds:
        message = f"{how} is not for {_article(kind)}"
        c.error("type", message, c.span(at), why=f"it takes: {', '.join(kinds)}")
        return kind, address
    there = c.names.places if kind == "place" else c.names.things.get(kind, ())
    if address not in there:
        _unknown(c, kind, address, tuple(there))
    elif "." in address and not is_part:
        whole = f"{kind}.{address.partition('.')[0]}"
        c.error("type", f"{how} takes the whole {kind}", c.span(at), hint=whole)
    c.use_thing(f"{kind}.{address}", how, at)
    return kind, address


def _unknown(c: Cursor, kind: str, address: str, there: tuple[str, ...]) -> None:
    depth = address.count(".")
    helps = c.report.helps
    candidates = sorted(other for other in there if other.count(".") == depth) if helps else []
    near = nearest(address, candidates)
    c.error(
        "unknown-thing",
        f"there is no {kind}.{address}",
        c.span(c.at - 1),
        why="" if near or not candidates else those_are(f"{kind}.{name}" for name in candidates),
        hint=f"{kind}.{near}" if near else "",
    )


def _article(kind: str) -> str:
    return ("an " if kind[0] in "aeiou" else "a ") + kind
