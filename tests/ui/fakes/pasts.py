"""Forecasts, articles, lines of play and judgements built by hand."""

from __future__ import annotations

from pathlib import Path

from tests.ui.fakes.views import NASTY, SEAT

from csto_game.model.command import Command
from csto_game.model.view import View
from csto_game.session.annals import Annals, Climbing, Glimpse, Mark, Move, Poll
from csto_game.session.chronicle import Article, Section, Statement
from csto_game.session.chronicle.chart import Line
from csto_game.session.chronicle.records import Reference
from csto_game.session.debrief import Aim, Debrief, Decision, Record, Rival, Turning, Word
from csto_game.ui.archive import Contrast, Gap, Glance, LineRow, Lines, Looked
from csto_game.ui.hindsight import Judged, JudgedRow
from csto_game.ui.outlook import Outlook, Reach


def outlook(n: int, asked: int, command: Command | None = None, name: str = "Points") -> Outlook:
    """A forecast that a command makes a little better."""
    up = 6 if command else 0
    rows = tuple((50 - 2 * t + up, 55 + t + up, 58 + 4 * t + up) for t in range(1, 9))
    coin = tuple((380 - 9 * t, 410 - 3 * t + up, 420 + t + up) for t in range(1, 9))
    return Outlook(
        n=n,
        asked=asked,
        dates=tuple(f"Turn {turn}" for turn in range(6, 15)),
        reaches=(
            Reach("points", name, 55, "55", rows, (str(rows[-1][0]), str(rows[-1][1]), str(rows[-1][2])),
                  ("34", "96"), ("Armenia leaves (22 %): −9 ±3.",)),
            Reach("RUS.coin", "Treasury", 412, "41.2", coin, ("30.8", "38.6", "42.8"), ("30", "43")),
        ),
        winning=63 + up,
        endings=("it goes on: 80 %", "The treaty ends: 20 %"),
    )  # fmt: skip


def an_article(name: str = "Armenia–CSTO relations") -> Article:
    """Two sections and a reference."""
    told = tuple(
        Statement(
            f"On day {n} Yerevan asked and nobody came.",
            n,
            f"Turn {n}",
            "1993",
            "Spring",
            n,
            ("Turn 9",),
        )
        for n in range(1, 9)
    )
    return Article(
        title=name,
        lead="They began in 1992 and were never simple.",
        played="Russia",
        as_of="Spring 1993",
        infobox=(("Members", "six"),),
        sections=(
            Section("calls", "Calls", "What was asked.", told, ""),
            Section("winter", "The second winter", "", (), "Nothing is told of it."),
        ),
        end=None,
        results=(),
        references=tuple(Reference(n, n, f"Turn {n}", f"order of turn {n}") for n in range(1, 9)),
        chart=(),
    )


def some_lines(name: str = "pivot-rus-1") -> Lines:
    """The line being played, three that left it, one of a branch, and a damaged one."""
    when = "2026-11-25 17:00"
    rows = (
        LineRow(name, Path("a"), turn=6, date="Turn 6", when=when, is_here=True, commands=41, size=4200),
        LineRow("soft", Path("soft"), name, 4, 9, "Turn 9", when, commands=70, size=7100, touched=True),
        LineRow("answered", Path("answered"), name, 2, 12, "Turn 12", when, "Time is up", 71, won=True),
        LineRow("two-fronts", Path("two"), "answered", 5, 8, "Turn 8", when, "War", 12),
        LineRow("just-now", Path("now"), name, 6, 6, "Turn 6", when),
        LineRow("torn", Path("b"), name, 2, 0, trouble="torn.csto is damaged: line 41."),
    )  # fmt: skip
    return Lines(rows, tuple(f"Turn {turn}" for turn in range(1, 13)))


def a_glance(text: str = "They come, and are seen to come.") -> Glance:
    gaps = (
        Gap("points", "Points", "55", "62", -7, "high"),
        Gap("RUS.coin", "Treasury", "41.2", "36.8", 44, "high", 1),
        Gap("ARM.unrest", "Armenia, unrest", "26", "26", 0, "low"),
    )
    return Glance(4, "Turn 4", (text, "Visit Armenia"), (text,), gaps)


def a_contrast(text: str = "Armenia leaves.") -> Contrast:
    gaps = (*a_glance().gaps, *(Gap(f"KAZ.x{n}", f"Number {n}", "1", "2", -1) for n in range(20)))
    points = tuple((turn, 50 + turn, 50 - 3 * turn) for turn in range(4, 10))
    return Contrast(
        "soft", "pivot-rus-1", 4, "Turn 4", f"RUS: visit ARM {text}", "", 6, "Turn 6", gaps,
        (text, "Turn 5: they come."), (text,), points,
    )  # fmt: skip


def looked(text: str = "Keep five of six members") -> Looked:
    """A finished game of twenty turns."""
    path = tuple((turn, min(30, turn), turn > 5) for turn in range(1, 21))
    aims = (
        Aim("keep", text, "At the end.", 30, True, path),
        Aim("quiet", "No war", "In every turn.", 0, False, path[:9]),
    )
    words = (
        Word(text, "RUS", "ARM", 2, "kept", 6),
        Word("transit quota", "RUS", "KAZ", 3, "broken", 9),
        Word("gas", "RUS", "TJK", 4, "open", 20),
    )
    advisers = (
        Record("general", text, 12, 5, 3, (9, text, "Ready the CRRF", "Regret")),
        Record("treasurer", "The treasurer", 0, 0, 0, None),
    )
    points = tuple((turn, f"Turn {turn}", 40 + turn) for turn in range(1, 21))
    found = Debrief(
        "RUS", "Moscow", text, f"{text}, and a truer one.", 60, 50, True, 20, aims, words, words[:1],
        advisers, (("visit", "Visit", 9), ("lend", "Lend", 0)), (Line("points", "Points", 0, 100, points),),
    )  # fmt: skip
    rivals = (
        Rival("pivot-rus-0", "2026-11-20", "RUS", "time_is_up", 71, True, True),
        Rival("pivot-kaz-1", "2026-11-21", "KAZ", text, 31, False, False),
    )
    return Looked(found, rivals, tuple(f"Turn {turn}" for turn in range(1, 21)))


def a_turning(text: str = "Visit Armenia") -> Turning:
    return Turning(
        (
            Decision(7, Command(SEAT, "verb", "visit", "ARM"), text, 6.24, 1.9, 16),
            Decision(12, Command(SEAT, "verb", "lend", "KAZ"), "Lend to Kazakhstan", -1.1, 2.4, 16),
        ),
        (31, 47, 66),
        12,
        (44, 57, 63),
    )


def judged(turn: int = 5) -> Judged:
    rows = (
        JudgedRow("RUS.capital", "Political capital", "9", "11", "12", "11", 0),
        JudgedRow("RUS.coin", "Treasury", "39.8 bn", "40.6 bn", "41.1 bn", "41.2 bn", 1),
        JudgedRow("ARM.loyalty", NASTY, "41", "44", "47", "38", -1),
    )
    return Judged(turn, 24, rows, 1)


def annals(view: View, turns: int = 12) -> Annals:
    """A past in which everything moves by rule: loyalty falls, leanings drift, one crisis climbs."""
    moments = []
    for turn in range(1, turns + 1):
        values, shares = {}, {}
        for place, one in enumerate(view.members):
            for stat, number in one.figures.items():
                if number.known and (stat != "trust" or turn > 3):
                    values[number.path] = max(0, number.value + (turns - turn) * (place % 3 - 1))
            moved = 10 * (turns - turn)
            shares[one.code] = tuple(
                (pole, share + (moved if n == 0 else -moved if n == 3 else 0))
                for n, (pole, share) in enumerate(one.lean.shares)
            )
        climbing = Climbing("border", "Border", "ARM", "AZE", min(turn // 2, 7), 8)
        moments.append(
            Glimpse(
                turn,
                f"Turn {turn}",
                values,
                shares,
                40 + turn,
                (("keep", 30, True), ("cohesion", turn, turn > 8)),
                (climbing,) if turn > 2 else (),
            )
        )
    casts = (("RUS", "yes"), ("BLR", "yes"), ("KAZ", "no"), ("KGZ", "yes"), ("ARM", "abstain"))
    polls = tuple(
        Poll(turn, "motion.mission", f"Mission {turn}", "ARM", casts[turn % 2 :], turn % 2 == 1)
        for turn in range(1, turns, 2)
    )
    return Annals(
        view.seat,
        tuple(moments),
        polls,
        (
            Mark(4, "broken", ("KAZ", "RUS"), NASTY, 190),
            Mark(9, "passed", ("ARM",), "A mission was sent.", 170),
        ),
        {
            f"{one.code}.loyalty": (Move(4, -9, "the call"), Move(10, 5, NASTY))
            for one in view.members
        },
    )
