"""Built-in stats: what the engine keeps by itself and the rule language may read.

A clause of the charter and an office become stats of the alliance; they are added by
`built_in_stats` together with the fixed ones. Sources: the format's table of built-ins.
"""

from __future__ import annotations

from collections.abc import Iterable

from csto_game.model.scenario import Clause, Office, Stat

MEMBERSHIP = ("member", "suspended", "observer", "outside")
FOREVER = 9999
"""``since`` of what never happened; also the expiry turn of a flag without ``lasting``."""


def _number(
    id: str, owner: tuple[str, ...], name: str, top: int, *, start: int = 0, low: int = 0
) -> Stat:
    return Stat(
        id=id,
        owner=owner,
        name=name,
        min=low,
        max=top,
        start=start,
        built_in=True,
        writable=False,
        show="hidden",
    )


FIXED: tuple[Stat, ...] = (
    _number("turn", ("world",), "Turn", 400, start=1, low=1),
    _number("turns_left", ("world",), "Turns left", 400),
    _number("year", ("world",), "Year", 9999, low=-9999),
    _number("season", ("world",), "Season", 12, start=1, low=1),
    Stat(
        id="membership",
        owner=("country",),
        name="Membership",
        holds="choice",
        words=MEMBERSHIP,
        start="outside",
        built_in=True,
    ),
    _number("kept", ("country",), "Promises kept", 9999),
    _number("broken", ("country",), "Promises broken", 9999),
    _number("kept_to", ("country", "country"), "Promises kept to it", 9999),
    _number("broken_to", ("country", "country"), "Promises broken to it", 9999),
    _number("strength", ("country",), "Strength of its units", 99999),
    _number("pledged", ("country",), "Strength pledged", 99999),
    _number("deployed", ("country",), "Strength away", 99999),
    _number("fatigue", ("country",), "Fatigue", 100),
    _number("pool", ("alliance",), "Pool: pledged strength at home", 99999),
)
"""``A.B.kept`` in files is the stat ``kept_to``, ``A.B.broken`` is ``broken_to``."""


def built_in_stats(
    clauses: Iterable[Clause], offices: Iterable[Office], *, with_shares: bool, places: bool
) -> tuple[Stat, ...]:
    """All built-in stats of a world, in a fixed order."""
    charter = [
        Stat(
            id=clause.id,
            owner=("alliance",),
            name=clause.name[:24],
            holds="choice",
            words=clause.values,
            shown=clause.shown,
            start=clause.start,
            built_in=True,
            show="hidden",
            spot=clause.spot,
        )
        for clause in clauses
    ]
    charter += [
        Stat(
            id=office.id,
            owner=("alliance",),
            name=office.name[:24],
            holds="actor",
            start=office.start,
            built_in=True,
            show="hidden",
            spot=office.spot,
        )
        for office in offices
    ]
    extra: list[Stat] = []
    if with_shares:
        extra.append(
            Stat(
                id="share",
                owner=("country", "pole"),
                name="Share",
                max=1000,
                decimals=1,
                unit="%",
                built_in=True,
                show="hidden",
            )
        )
    if places:
        extra.append(
            Stat(
                id="owner",
                owner=("place",),
                name="Owner",
                holds="actor",
                start="none",
                built_in=True,
                writable=False,
                show="hidden",
            )
        )
    return (*FIXED, *charter, *extra)
