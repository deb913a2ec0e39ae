"""The twelve facts that the campaign of 1992 should show, and the table of what it shows."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from csto_game.lab.facts import (
    Change,
    Fact,
    Gauge,
    answers,
    at,
    between,
    both,
    findings,
    happens,
    hold,
    mean_at,
    nothing,
    passes,
    read,
    uses,
    war,
)
from csto_game.rules import Book
from csto_game.rules.draft import Draft
from csto_game.session.worlds import open_world

SIX = ("ARM", "BLR", "KAZ", "KGZ", "TJK", "UZB")
ALWAYS = range(1, 99)


def _of(stat: str, codes: tuple[str, ...] = SIX) -> tuple[str, ...]:
    return tuple(f"{code}.{stat}" for code in codes)


def _hedging(codes: tuple[str, ...], turn: int) -> Gauge:
    share = mean_at(_of("alliance.share", codes), turn)
    return lambda found: 100 - share(found) / 10


def _call(option: str) -> Change:
    return answers("article_4_call", option, ("RUS", "KAZ", "KGZ", "TJK", "UZB"), "ARM", 6)


def _flags(helpers: tuple[str, ...]) -> Change:
    came = answers("article_4_call", "send", helpers, "ARM", 3)
    return both(war("ARM", "AZE", 3), came)


def _called_each_year(rule: int) -> Change:
    """Armenia invokes once a year, and the council's rule is held."""

    def change(draft: Draft) -> None:
        hold("alliance.rule", rule, ALWAYS)(draft)
        if draft.turn % 4 == 3 and read(draft, "ARM.alarm") < 5:
            war("ARM", "AZE", draft.turn)(draft)

    return change


FACTS = (
    Fact(
        "1 rescue refused",
        "a call answered by none, against one answered by all",
        _call("silence"),
        _call("send"),
        (*_of("faith", ("BLR", "KAZ", "KGZ", "TJK")), *_of("alliance.share")),
        {
            "bystanders' faith at turn 8": (mean_at(_of("faith", ("KAZ", "KGZ", "TJK")), 8), -1),
            "hedging at turn 10": (_hedging(("KAZ", "KGZ", "TJK"), 10), 1),
        },
        turns=10,
    ),
    Fact(
        "2 repression",
        "Uzbekistan clears the square in turns 2, 4 and 6",
        uses("UZB", "repress", (2, 4, 6)),
        nothing,
        ("UZB.unrest",),
        {
            "unrest, turns 2–6": (between("UZB.unrest", 2, 6), -1),
            "unrest, turns 12–22": (between("UZB.unrest", 12, 22), 1),
        },
        turns=22,
    ),
    Fact(
        "3 the rich hedge",
        "oil at 170, against 70, for twenty quarters",
        hold("world.oil", 170, ALWAYS),
        hold("world.oil", 70, ALWAYS),
        ("KAZ.alliance.share", "KGZ.alliance.share"),
        {
            "hedging of Kazakhstan less Kyrgyzstan's": (
                lambda found: _hedging(("KAZ",), 20)(found) - _hedging(("KGZ",), 20)(found),
                1,
            )
        },
        turns=20,
    ),
    Fact(
        "4 a Union too close",
        "form held at 84, against 40",
        hold("alliance.form", 84, ALWAYS),
        hold("alliance.form", 40, ALWAYS),
        ("alliance.exits", *_of("stay")),
        {
            "departures by turn 40": (at("alliance.exits", 40), 1),
            "will to stay at turn 20": (mean_at(_of("stay"), 20), -1),
        },
    ),
    Fact(
        "5 the rival near",
        "nearness of NATO held at 85, against 20",
        hold("world.nato", 85, ALWAYS),
        hold("world.nato", 20, ALWAYS),
        _of("alliance.share"),
        {
            "hub share of Belarus": (at("BLR.alliance.share", 24), 1),
            "hedging of the far": (_hedging(("KAZ", "KGZ", "TJK", "UZB"), 24), 1),
        },
        turns=24,
    ),
    Fact(
        "6 three flags for none",
        "Armenia's war with three helpers, against none",
        _flags(("RUS", "KAZ", "TJK")),
        _flags(()),
        ("ARM.wars_lost", "ARM.wars_won"),
        {
            "wars lost by turn 14": (at("ARM.wars_lost", 14), -1),
            "wars won by turn 14": (at("ARM.wars_won", 14), 1),
        },
        turns=14,
    ),
    Fact(
        "7 consensus starves rescue",
        "consensus held, against majority, with a war at Armenia's door each year",
        _called_each_year(0),
        _called_each_year(1),
        ("#incident.article_4_call.option.send", "#verb.invoke", "#motion.rescue"),
        {
            "soldiers sent": (at("#incident.article_4_call.option.send", 20), -1),
            "calls carried": (at("#motion.rescue", 20), -1),
        },
        turns=20,
    ),
    Fact(
        "8 the force called in",
        "Kyrgyzstan, boiling, calls the force to its squares",
        both(hold("KGZ.grievance", 70, range(3, 4)), passes("call_in_force", "KGZ", 3)),
        hold("KGZ.grievance", 70, range(3, 4)),
        ("KGZ.falls", "KGZ.own_will", "KGZ.WST.tie", "KGZ.alliance.share"),
        {
            "falls by turn 7": (at("KGZ.falls", 7), -1),
            "self-determination at turn 13": (at("KGZ.own_will", 13), 1),
            "tie to the West at turn 13": (at("KGZ.WST.tie", 13), -1),
            "hub share at turn 13": (at("KGZ.alliance.share", 13), 1),
        },
        turns=13,
    ),
    Fact(
        "9 the valve",
        "Moscow closes the valve on Kazakhstan three times",
        uses("RUS", "squeeze", (3, 5, 7), "KAZ"),
        nothing,
        (*_of("faith"), "KAZ.alliance.share"),
        {
            "hub share of Kazakhstan at turn 13": (at("KAZ.alliance.share", 13), -1),
            "faith of Kazakhstan at turn 9": (at("KAZ.faith", 9), -1),
            "faith of the others at turn 9": (mean_at(_of("faith", ("ARM", "KGZ", "TJK")), 9), -1),
        },
        turns=13,
    ),
    Fact(
        "10 reform",
        "Kyrgyzstan reforms in turns 3 and 4",
        uses("KGZ", "reform", (3, 4)),
        nothing,
        ("KGZ.elite", "KGZ.unrest"),
        {
            "elite at turn 5": (at("KGZ.elite", 5), -1),
            "unrest, turns 15–19": (between("KGZ.unrest", 15, 19), -1),
        },
        turns=19,
    ),
    Fact(
        "11 a guarantee believed",
        "credibility held at 85, against 20",
        hold("alliance.cred", 85, ALWAYS),
        hold("alliance.cred", 20, ALWAYS),
        ("#incident.war_won", "#incident.war_lost", "#incident.war_frozen"),
        {
            "wars ended by turn 30": (
                lambda found: sum(
                    found[29][f"#incident.war_{end}"] for end in ("won", "lost", "frozen")
                ),
                -1,
            )
        },
        turns=30,
    ),
    Fact(
        "12 exits in pairs",
        "Uzbekistan leaves two quarters before the renewal",
        happens("departs", "UZB", 19),
        nothing,
        ("alliance.exits", *_of("stay"), *_of("membership", ("UZB",))),
        {
            "will to stay of the others at turn 20": (
                mean_at(_of("stay", ("ARM", "BLR", "KAZ", "KGZ", "TJK")), 20),
                -1,
            ),
            "departures of others by turn 24": (
                lambda found: found[23]["alliance.exits"] - int(found[23]["UZB.membership"] != 0),
                1,
            ),
        },
        turns=24,
    ),
)


def rows(book: Book, games: int, first: int, kinds: Sequence[str], only: str = "") -> Iterator[str]:
    """The table, a line for each gauge."""
    yield "| Fact | Measured | " + " | ".join(kinds) + " |"
    yield "|---|---|" + "---|" * len(kinds)
    for fact in FACTS:
        if only and not fact.id.startswith(only):
            continue
        columns = [findings(book, fact, kind, range(first, first + games)) for kind in kinds]
        for line in zip(*columns, strict=True):
            cells = [
                f"{one.mean:+.2f} ± {one.half:.2f} {'yes' if one.holds else 'no'}" for one in line
            ]
            yield f"| {fact.id} | {line[0].gauge} | " + " | ".join(cells) + " |"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario", help="folder of the scenario")
    parser.add_argument("--games", type=int, default=30)
    parser.add_argument("--first", type=int, default=2001, help="first seed")
    parser.add_argument("--kinds", default="idle,planner")
    parser.add_argument("--only", default="", help="facts whose name begins so")
    given = parser.parse_args()
    book = open_world(given.scenario, ()).book
    for row in rows(book, given.games, given.first, given.kinds.split(","), given.only):
        print(row, flush=True)


if __name__ == "__main__":
    main()
