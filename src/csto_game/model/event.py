"""Events: what happened, one logged fact each, with its cause.

A Draft logs plain rows (fast); `rules.events` turns rows into these records when someone reads.
"""

from __future__ import annotations

from attrs import frozen

from csto_game.model.tree import Read


@frozen
class Cause:
    """Where a change comes from: a line of a thing in a file, or a mechanism of the engine.

    ``thing`` is an address (``verb.cut_gas``); ``because`` a template, maybe empty; ``source`` the line
    as written; ``reads`` the stats whose values entered.
    """

    thing: str
    because: str = ""
    file: str = ""
    line: int = 0
    source: str = ""
    reads: tuple[Read, ...] = ()


@frozen
class Event:
    """One logged fact.

    ``kind`` is ``change`` (a number moved), ``used``, ``dealt``, ``befell`` (a card that asks
    nothing came), ``answered``, ``outcome``, ``tabled``,
    ``voted``, ``passed``, ``failed``, ``opened``, ``raised``, ``lowered``, ``closed``, ``promised``,
    ``kept``, ``broken``, ``lifted``, ``sent``, ``returned``, ``mustered``, ``ceded``, ``chapter``,
    ``news``, ``later`` (a dated change was set), ``limit``, ``ended``.
    ``path`` is what changed (``KAZ.unrest``, ``KAZ.CHN.tie``); ``before`` and ``after`` are its values;
    ``asked`` is the amount before the stat's bounds cut it. ``reads`` are (path, value) that entered.
    ``because`` is the reason in words, templates filled; ``text`` what a player reads of other kinds.
    """

    kind: str
    turn: int
    phase: str
    cause: Cause
    path: str = ""
    before: int = 0
    after: int = 0
    asked: int = 0
    by: str = ""
    to: str = ""
    because: str = ""
    text: str = ""
    reads: tuple[tuple[str, int], ...] = ()
    command: str = ""
    secret: bool = False

    @property
    def told(self) -> int:
        """The turn whose report tells it: from the planning of that turn to the next planning.

        What happens while a turn begins is seen with the turn before; 0 stands for all that happened
        before the first planning.
        """
        return self.turn - 1 if self.phase == "start" else self.turn
