"""From a Draft's log rows to Events that a person can read.

Rows are of four shapes:
- a change: ``(slot, old, new, asked, cause, s, t, a, x, y, inputs)``
- a dated change: ``("later", cause, by, to, Due)``
- a fact: ``(kind, cause, by, to, text)``
- no Event, but where the rows after it belong: ``("phase", turn, phase)``
"""

from __future__ import annotations

from typing import Any

from csto_game.model import tree
from csto_game.model.event import Event
from csto_game.model.state import Due, State
from csto_game.model.tree import Read
from csto_game.rules.draft import Draft
from csto_game.rules.texts import fill


def read_log(draft: Draft, command: str = "", begun: State | None = None) -> tuple[Event, ...]:
    """All rows of the log of a Draft that began as this State, as Events, in order."""
    turn, phase = draft.turn, draft.phase
    if begun is not None:
        draft.turn, draft.phase = begun.turn, begun.phase
    events = []
    for row in draft.log or ():
        if row[0] == "phase":
            _, draft.turn, draft.phase = row
        else:
            events.append(_event(draft, row, command))
    draft.turn, draft.phase = turn, phase
    return tuple(events)


def _event(draft: Draft, row: tuple[Any, ...], command: str) -> Event:
    if isinstance(row[0], int):
        return _change(draft, row, command)
    kind, number, by, to, what = row
    layout = draft.book.layout
    cause = draft.book.causes[number]
    path, amount = "", 0
    text = what if isinstance(what, str) else ""
    if isinstance(what, Due):
        path, amount, text = (
            layout.path(layout.slots[what.slot]),
            what.amount,
            f"{what.turn} {what.left}",
        )
    return Event(
        kind=kind,
        turn=draft.turn,
        phase=draft.phase,
        cause=cause,
        path=path,
        asked=amount,
        by=layout.code(by) if by >= 0 else "",
        to=layout.code(to) if to >= 0 else "",
        because=fill(draft, cause.because, by, to),
        text=text,
        command=command,
    )


def _change(draft: Draft, row: tuple[Any, ...], command: str) -> Event:
    slot, old, new, asked, number, s, t, a, x, y, inputs = row
    layout = draft.book.layout
    cause = draft.book.causes[number]
    words = {"self": s, "target": t, "amount": a}
    return Event(
        kind="change",
        turn=draft.turn,
        phase=draft.phase,
        cause=cause,
        path=layout.path(layout.slots[slot]),
        before=old,
        after=new,
        asked=asked,
        by=layout.code(s) if s >= 0 else "",
        to=layout.code(t) if t >= 0 else "",
        because=fill(draft, cause.because, s, t, a, nouns=(x, y)),
        reads=tuple(
            (_read_path(draft, read, words, (x, y)), value)
            for read, value in zip(cause.reads, inputs, strict=False)
        ),
        command=command,
    )


def _read_path(draft: Draft, read: Read, words: dict[str, int], nouns: tuple[int, int]) -> str:
    """The path of a number that entered, with self, target and nouns put in."""
    stat = draft.book.layout.stats[read.stat]
    if read.owner is None:
        return f"{stat.owner[0]}.{read.stat}"
    parts = [
        _actor(draft, actor, words, nouns)
        for actor in (read.owner, read.toward)
        if actor is not None
    ]
    return ".".join([*parts, read.stat])


def _actor(draft: Draft, actor: tree.Value, words: dict[str, int], nouns: tuple[int, int]) -> str:
    layout = draft.book.layout
    if isinstance(actor, tree.ActorNamed):
        return actor.code
    if isinstance(actor, tree.Pole):
        return actor.name
    if isinstance(actor, tree.Scoped):
        if actor.word in words:
            return layout.code(words[actor.word])
        return layout.code(nouns[1] if actor.word == "other" and nouns[1] >= 0 else nouns[0])
    return "none"
