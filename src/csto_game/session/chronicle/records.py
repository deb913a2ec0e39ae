"""What an article is made of, still without a form."""

from __future__ import annotations

from attrs import frozen

from csto_game.session.chronicle.chart import Line


@frozen
class Statement:
    """One sentence. ``date`` is ``season`` and ``year``, or the year alone where turns are years;
    ``again`` are the dates at which the same was to be said once more; ``reference`` counts from 1.
    """

    text: str
    turn: int
    date: str
    year: str
    season: str
    reference: int
    again: tuple[str, ...] = ()


@frozen
class Section:
    """``opening`` is the scenario's text; ``empty`` what is said if there are no statements."""

    id: str
    name: str
    opening: str
    statements: tuple[Statement, ...]
    empty: str = ""


@frozen
class Reference:
    """Where a statement comes from: turn, who, what, and the command or the line of a file."""

    number: int
    turn: int
    date: str
    text: str


@frozen
class Article:
    """``sections`` are the scenario's and those of the chapters, in the order in which they are
    read; ``end`` is (name, text) or None.
    """

    title: str
    lead: str
    played: str
    as_of: str
    infobox: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    end: tuple[str, str] | None
    results: tuple[str, ...]
    references: tuple[Reference, ...]
    chart: tuple[Line, ...]
    owners: tuple[tuple[str, str], ...] = ()
    """Map unit → owner's code, as the chronicler knows it."""
