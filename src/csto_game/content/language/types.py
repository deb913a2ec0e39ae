"""What type a value must have in its place, and what to say if it has another."""

from __future__ import annotations

from csto_game.content.language.cursor import BROKEN, Cursor
from csto_game.content.language.wording import type_phrase
from csto_game.model.tree import ActorNamed, Const, Read, Scoped, Value

Span = tuple[int, int]
_NAMED = (ActorNamed, Scoped, Read)


def want_number(c: Cursor, value: Value, first: int) -> None:
    """Report a value that is no number; its text begins at the token ``first``."""
    if value.type not in ("number", "error"):
        not_a_number(c, value, c.since(first))


def want_yes(c: Cursor, value: Value, first: int) -> None:
    """Report a value that is not a yes or no."""
    if value.type in ("yes", "error"):
        return
    span = c.since(first)
    source = c.text(*span)
    subject = source if isinstance(value, ActorNamed | Scoped) else "this"
    place = ", or move the line to do" if not c.is_effect else ""
    if value.type == "number":
        hint = c.cure(span, f"{source} >= …") + place
    elif value.type == "actor":
        hint = c.cure(span, f"{source} = …")
    else:
        hint = c.cure(span, f"{source} = {words_of(c, value.type)[0]}")
    kind = type_phrase(value.type)
    c.error("type", f"{subject} is {kind}, not a yes or no", span, hint=hint)


def want_actor(c: Cursor, value: Value, first: int) -> None:
    if value.type not in ("actor", "error"):
        span = c.since(first)
        message = f"{c.text(*span)} is {type_phrase(value.type)}; here stands a country or power"
        c.error("type", message, span, hint="a code, self, target, or a noun after each")


def not_a_number(c: Cursor, value: Value, span: Span) -> None:
    source = c.text(*span)
    if value.type == "actor":
        kind = actor_kind(c, value)
        stat = _number_of(c, kind)
        hint = c.cure(span, f"{source}.{stat}") if stat else ""
        c.error("type", f"{source} is {_article(kind)}, not a number", span, hint=hint)
    elif value.type == "yes":
        hint = "count(… where …) is a number, or write the condition after if or where"
        c.error("type", "this is a yes or no, not a number", span, hint=hint)
    else:
        stat_id = value.type.partition(":")[2]
        word = words_of(c, value.type)[0]
        message = f"{stat_id} is a word, not a number"
        c.error("type", message, span, hint=f"{source} = {word}")


def actor_kind(c: Cursor, value: Value) -> str:
    if isinstance(value, Scoped):
        return c.words.get(value.word, "actor")
    if isinstance(value, ActorNamed):
        return c.names.actors.get(value.code, "actor")
    return "actor"


def _article(kind: str) -> str:
    return {"country": "a country", "power": "a power"}.get(kind, "a country or power")


def _number_of(c: Cursor, kind: str) -> str:
    """The first number that an actor of the kind has."""
    owners = ((kind,),) if kind != "actor" else (("country",), ("power",))
    for stat in c.names.stats.values():
        if stat.owner in owners and stat.holds == "number" and not stat.built_in:
            return stat.id
    return ""


def words_of(c: Cursor, type_: str) -> tuple[str, ...]:
    return c.names.stats[type_.partition(":")[2]].words


def subject(value: Value, source: str) -> str:
    """What to call a value in a sentence: a stat by its name, else as it is written."""
    if isinstance(value, Read):
        return value.stat
    return source if isinstance(value, _NAMED) else "this"


def no_order(c: Cursor, value: Value, other: Value, sign_at: int, first: int) -> None:
    """A choice is compared with ``<`` and its kin."""
    words = words_of(c, value.type)
    word = words[-1]
    if isinstance(other, Const) and 0 <= other.value < len(words):
        word = words[other.value]
    name = value.type.partition(":")[2]
    left = c.text(*c.span(first, sign_at - 1))
    message = f"{name} is a word, it has no more and less"
    c.error("type", message, c.span(sign_at), hint=f"{left} = {word}")


def unlike(c: Cursor, both: tuple[Value, Value], first: int, sign_at: int) -> Const:
    """Two values of different types beside ``=`` or ``!=``."""
    left, right = both
    left_span, right_span = c.span(first, sign_at - 1), c.since(sign_at + 1)
    if left.type.startswith("choice:") or right.type.startswith("choice:"):
        choice, span = (left, right_span) if left.type.startswith("choice:") else (right, left_span)
        other = right if choice is left else left
        words = words_of(c, choice.type)
        word = words[0]
        if isinstance(other, Const) and other.type == "number" and 0 <= other.value < len(words):
            word = words[other.value]
        name = choice.type.partition(":")[2]
        what = type_phrase(other.type) if not other.type.startswith("choice:") else "another word"
        message = f"{name} is a word; this is {what}"
        why = f"it is one of: {', '.join(words)}"
        c.error("type", message, span, why=why, hint=c.cure(span, word))
    elif left.type == "number":
        not_a_number(c, right, right_span)
    elif right.type == "number":
        not_a_number(c, left, left_span)
    else:
        message = (
            f"this is {type_phrase(right.type)}, but before it stands {type_phrase(left.type)}"
        )
        c.error("type", message, right_span)
    return BROKEN
