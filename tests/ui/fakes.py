"""A View built by hand and a match that obeys, so that screens can be tested without an engine."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import define, evolve, field

from csto_game.machine.finding import Finding, Here
from csto_game.model.command import Command
from csto_game.model.event import Cause, Event
from csto_game.model.refusal import GameError, Refusal
from csto_game.model.view import (
    Ballot,
    Branch,
    CardRow,
    ClauseRow,
    CrisisRow,
    DueRow,
    Ended,
    Figure,
    Lean,
    Member,
    MissionRow,
    MotionRow,
    Neighbour,
    ObjectiveRow,
    OptionRow,
    Preview,
    PromiseRow,
    Range,
    Score,
    UnitRow,
    VerbRow,
    View,
    Why,
    WhyRow,
)
from csto_game.rules import Lever
from csto_game.session.annals import Annals, Climbing, Glimpse, Mark, Move, Poll
from csto_game.session.chronicle import Article, Section, Statement
from csto_game.session.chronicle.chart import Line
from csto_game.session.chronicle.records import Reference
from csto_game.session.climbing import Climbs, Steps
from csto_game.session.coach import Coach
from csto_game.session.debrief import Aim, Debrief, Decision, Record, Rival, Turning, Word
from csto_game.ui.archive import Contrast, Gap, Glance, LineRow, Lines, Looked, Moment, Told
from csto_game.ui.atlas import Atlas
from csto_game.ui.hindsight import Judged, JudgedRow
from csto_game.ui.mapping import Mapper
from csto_game.ui.match import Playable, Progress, Stop
from csto_game.ui.names import command_name
from csto_game.ui.offers import Damage, ModOffer, Offer, Opened, RoleOffer, Saved, Setup, Trouble
from csto_game.ui.outlook import Outlook, Reach, Tell
from csto_game.ui.sitting import Sitting

SEAT = "RUS"
NASTY = "[bold]not markup[/] [@click=app.quit]no[/] \x1b[31mred\x1b[0m \u202eflipped 中文字 é\u0301\n\ttab"
"""Markup, escape codes, a direction override, wide characters, a mark, line breaks."""

_COUNTRIES = (
    ("RUS", "Russia", "member", 72, 0, (700, 90, 60, 60, 90), 14, 61),
    ("BLR", "Belarus", "member", 81, 1, (820, 20, 10, 80, 70), 18, 74),
    ("KAZ", "Kazakhstan", "member", 54, -3, (410, 200, 90, 130, 170), 21, 52),
    ("KGZ", "Kyrgyzstan", "member", 63, 0, (550, 170, 100, 40, 140), 37, 58),
    ("TJK", "Tajikistan", "member", 66, -1, (520, 210, 40, 30, 200), 33, 55),
    ("ARM", "Armenia", "suspended", 38, -4, (360, 50, 20, 550, 20), 26, 31),
    ("UZB", "Uzbekistan", "observer", 44, 1, (340, 190, 180, 90, 200), 19, 47),
)
_POWERS = (
    ("CHN", "China", True),
    ("TUR", "Turkey", True),
    ("WST", "the West", True),
    ("AZE", "Azerbaijan", False),
    ("GEO", "Georgia", False),
    ("UKR", "Ukraine", False),
    ("IRN", "Iran", False),
    ("AFG", "Afghanistan", False),
    ("TKM", "Turkmenistan", False),
)
_POLES = ("alliance", "CHN", "TUR", "WST", "unaligned")
_LAND = {"POL": "WST", "DEU": "WST", "ROU": "WST", "LTU": "WST", "LVA": "WST", "EST": "WST"}
_VERBS = (
    ("promise_gas", "Promise a gas price", "Economy", 2, True),
    ("market_quota", "Open market quota", "Economy", 2, True),
    ("lend", "Lend", "Economy", 3, True),
    ("sanction", "Sanction", "Economy", 4, True),
    ("austerity", "Austerity", "Economy", 1, False),
    ("subsidise", "Subsidise bread", "Economy", 1, False),
    ("visit", "Visit", "Diplomacy", 1, True),
    ("mediate", "Mediate", "Diplomacy", 2, True),
    ("recognise", "Recognise", "Diplomacy", 5, True),
    ("threaten", "Threaten exit", "Diplomacy", 3, False),
    ("honour", "Honour a people", "Diplomacy", 2, True),
    ("detente", "Détente", "Diplomacy", 1, False),
    ("exercise", "Exercise", "Security", 3, True),
    ("sell_arms", "Sell arms", "Security", 2, True),
    ("deploy", "Deploy the CRRF", "Security", 6, True),
    ("share_intel", "Share intelligence", "Security", 1, True),
    ("pledge", "Pledge a unit", "Security", 1, False),
    ("guard", "Guard the border", "Security", 1, False),
    ("drill", "Drill", "Security", 1, False),
    ("repress", "Repress", "At home", 1, False),
    ("concede", "Concede", "At home", 2, False),
    ("reform", "Reform", "At home", 3, False),
    ("patronage", "Patronage", "At home", 1, False),
    ("purge", "Purge", "At home", 2, False),
    ("rally", "Rally", "At home", 2, False),
)


def figure(
    path: str, label: str, value: int, change: int = 0, *, good: str = "high", **more: object
) -> Figure:
    trend = tuple(max(0, value - change * n) for n in range(7, 0, -1))
    made = Figure(path, path.rpartition(".")[2], label, value, str(value), good=good)
    return evolve(made, change=change, trend=trend, **more)


def member(row: tuple[str, str, str, int, int, tuple[int, ...], int, int]) -> Member:
    code, name, membership, loyalty, change, shares, unrest, trust = row
    figures = {
        "loyalty": figure(f"{code}.loyalty", "Loyalty", loyalty, change),
        "unrest": figure(f"{code}.unrest", "Unrest", unrest, 3 if unrest > 20 else -1, good="low"),
        "trust": figure(f"{code}.trust", "Trust", trust, -5 if trust < 50 else 0),
        "capital": figure(f"{code}.capital", "Capital", 11, -2, high=16),
        "coin": figure(f"{code}.coin", "Treasury", 412, -13, high=900, low=-400, shown="41.2 bn"),
        "secret": figure(f"{code}.secret", "War plans", 0, known=code == SEAT, shown="?"),
    }
    units = (
        UnitRow(
            "airborne", "Airborne brigade", 30, code, pledged=True, away=code == "BLR", fatigue=20
        ),
        UnitRow("rifles", "Mountain rifles", 12, code, pledged=False, away=False, fatigue=60),
    )
    return Member(
        code=code,
        name=name,
        adjective=f"{name}n",
        membership=membership,
        leader=f"President of {name}",
        text=f"{name} sits among powers and counts its friends twice.",
        is_seat=True,
        is_self=code == SEAT,
        figures=figures,
        lean=Lean(tuple(zip(_POLES, shares, strict=True)), (("alliance", change * 4),)),
        table=("loyalty", "unrest", "trust"),
        pairs={
            "KAZ": (figure(f"{code}.KAZ.trust", "Trust", 52, -2),),
            "CHN": (figure(f"{code}.CHN.tie", "Tie", 30, 2, good="none"),),
        },
        units=units if membership == "member" else (),
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


def cards() -> tuple[CardRow, ...]:
    def card(serial: int, name: str, target: str, due: int) -> CardRow:
        rows = (
            ("council", "Call the council (Article 4)", (("capital", 1),), ""),
            ("monitors", "Send monitors, no troops", (("capital", 2), ("coin", 3)), ""),
            (
                "ready",
                "Ready the CRRF, 2 battalions",
                (("capital", 15), ("coin", 11)),
                "It may end in war.",
            ),
            ("regret", "Regret on both sides", (), ""),
        )
        options = tuple(
            OptionRow(
                id=id,
                name=option,
                text=f"{option}: and then wait for the others.",
                cost=cost,
                command=Command(SEAT, "option", f"card{serial}", choice=id),
                refusal=Refusal("cost", (("needs", "15"), ("have", "11"), ("stat", "capital")))
                if id == "ready"
                else None,
                warn=warn,
            )
            for id, option, cost, warn in rows
        )
        return CardRow(
            serial=serial,
            incident=f"card{serial}",
            name=name,
            text=(
                "Shots across the line above Jermuk since 04:10. Yerevan reports 4 dead and invokes "
                "Article 4. Baku speaks of a provocation. Ankara has called twice."
            ),
            target=target,
            options=options,
            default="regret",
            due=due,
            advice=(
                ("The general", "Monitors first: who counts the shells, counts."),
                ("The treasurer", "Regret costs nothing this year."),
            ),
        )

    return (
        card(1, "Border fire at Jermuk", "ARM", 6),
        card(2, "Grain quota row", "KAZ", 7),
        card(3, "The governor of Gorno-Badakhshan asks for patrols", "TJK", 8),
    )


def verbs() -> tuple[VerbRow, ...]:
    targets = tuple(row[0] for row in _COUNTRIES if row[0] != SEAT)
    made = []
    for id, name, group, capital, has_target in _VERBS:
        chosen = targets if has_target else ()
        options = (("small", "A little"), ("large", "A lot")) if id == "promise_gas" else ()
        amount = (1, 9, 1, 4) if id == "lend" else None
        commands = tuple(
            Command(SEAT, "verb", id, target, option, amount[3] if amount else None)
            for target in chosen or ("",)
            for option in [option for option, _ in options] or [""]
        )
        is_off = id in ("deploy", "recognise")
        made.append(
            VerbRow(
                id=id,
                name=name,
                group=group,
                text=f"{name}: what a leader does when words are not enough, or too many.",
                cost=(("capital", capital), ("coin", 3 * capital)),
                targets=() if is_off else chosen,
                options=options,
                amount=amount,
                commands=() if is_off else commands,
                refusal=Refusal("cooldown", (("turns", "2"),)) if is_off else None,
                warn="They will remember it." if id == "repress" else "",
            )
        )
    return tuple(made)


def ballots(cast: bool = False) -> tuple[Ballot, ...]:
    rows = (
        ("RUS", "Russia", 40, "yes"),
        ("BLR", "Belarus", 32, "yes"),
        ("KAZ", "Kazakhstan", -21, "no"),
        ("KGZ", "Kyrgyzstan", 12, "yes"),
        ("TJK", "Tajikistan", -1, "abstain"),
        ("ARM", "Armenia", 60, "yes"),
    )
    reasons = (
        ("precedent: its own northern border", -9),
        ("trade by way of Aktau", -6),
        ("trust", 4),
    )
    return tuple(
        Ballot(code, name, leaning, vote, vote if cast else None, reasons)
        for code, name, leaning, vote in rows
    )


def motions() -> tuple[MotionRow, ...]:
    text = "400 monitors for six months."
    return (
        MotionRow("mission", "Mission to Syunik", text, "ARM", "ARM", "consensus", ballots(),
                  "blocked", ("KAZ",)),
        MotionRow("budget", "CRRF budget +8 %", "More for the common forces.", "RUS", "", "majority",
                  ballots(), "passes"),
    )  # fmt: skip


def bills() -> tuple[MotionRow, ...]:
    return (
        MotionRow("admit", "Admit an observer", "A chair, no vote.", SEAT, "UZB", "consensus",
                  ballots(), "passes", command=Command(SEAT, "table", "admit", "UZB")),
        MotionRow("exit", "Suspend a member", "Until it pays.", SEAT, "ARM", "majority", ballots(),
                  "fails", refusal=Refusal("already_tabled")),
    )  # fmt: skip


def score() -> Score:
    goals = (
        ObjectiveRow("keep", "Keep five of six members", "At the end.", True, 30, "end"),
        ObjectiveRow("cohesion", "Cohesion over 50", "At the end.", True, 25, "end"),
        ObjectiveRow("quiet", "No war", "In every turn.", False, 20, "always"),
    )
    return Score(SEAT, "hub", "Moscow", 55, 50, True, goals)


def event(kind: str, text: str, *, path: str = "", before: int = 0, after: int = 0) -> Event:
    cause = Cause("rule.drift", text, "drift.toml", 12)
    return Event(kind, 5, "drift", cause, path, before, after, text=text, because=text)


_CALENDAR = tuple(
    f"{season} {year}"
    for year in range(1992, 1997)
    for season in ("Winter", "Spring", "Summer", "Autumn")
)


def a_view() -> View:
    """Planning in the sixth turn of twenty, with something of everything."""
    members = tuple(member(row) for row in _COUNTRIES)
    own = members[0].figures
    oil = figure("world.oil", "Oil", 97, 4, good="none", high=220)
    cohesion = figure("alliance.cohesion", "Cohesion", 57, -2)
    owners = {code: code for code, *_ in (*_COUNTRIES, *_POWERS)} | _LAND
    return View(
        scenario="fake",
        title="Pivot",
        seat=SEAT,
        turn=6,
        turns=20,
        date="Spring 1993",
        calendar=_CALENDAR,
        phase="plan",
        active=SEAT,
        acts_left=2,
        order=tuple(row[0] for row in _COUNTRIES[:6]),
        chapter=("The second winter", "The treaty is worth what the next crisis proves it to be."),
        world={"oil": oil},
        alliance={"cohesion": cohesion},
        alliance_name="Collective Security Treaty",
        strip=(oil, cohesion, own["coin"], own["capital"]),
        headline=(own["capital"], own["coin"], own["unrest"], own["trust"]),
        members=members,
        powers=tuple(
            Neighbour(code, name, name, f"{name} looks on.", pole, {}) for code, name, pole in _POWERS
        ),
        cards=cards(),
        verbs=verbs(),
        motions=motions(),
        bills=bills(),
        crises=(
            CrisisRow("border", "Jermuk", "AZE", "ARM", 3,
                      ("quiet", "talks broken off", "incidents", "exchange of fire", "mobilisation",
                       "ultimatum", "open fighting", "war"),
                      "A line in the mountains that two maps draw apart.", 4, (27, 58, 15)),
            CrisisRow("border", "Batken", "KGZ", "TJK", 2, ("quiet", "stones", "shots", "war"),
                      "A canal, a road and a bridge.", 5, (10, 60, 30)),
        ),
        promises=(
            PromiseRow("s300", "S-300 battery", SEAT, "ARM", -2, 1),
            PromiseRow("transit", "transit quota", SEAT, "KAZ", 1, 4),
            PromiseRow("rent", "base rent", "TJK", SEAT, 4, 3),
            PromiseRow("gas", "cheap gas", "KAZ", "KGZ", 2, 3),
        ),
        missions=(MissionRow("guard", "Border guard", "RUS", "TJK", 3, ("Airborne brigade",)),),
        clauses=(
            ClauseRow("rule", "Decisions", "consensus", "One objection is enough to stop a motion."),
            ClauseRow("dues", "Dues", "low", "What members pay."),
        ),
        dues=(DueRow(7, 4, "ARM.loyalty", 2, "gas at a friend's price"),),
        score=score(),
        owners=owners,
        news=(
            event("change", "quota paid", path="KAZ.trust", before=50, after=52),
            event("change", "unanswered call", path="ARM.loyalty", before=42, after=38),
            event("used", "Armenia asks Brussels about visas."),
            event("raised", "Jermuk: an exchange of fire."),
            event("news", 'Yerevan freezes its dues; Moscow calls it "a pause, not an exit".'),
        ),
        neighbours={"ARM": ("AZE", "GEO", "IRN")},
    )  # fmt: skip


def nasty_view() -> View:
    """The same with the worst texts a scenario may hold, everywhere a text can stand."""
    view = a_view()
    bad = NASTY
    return evolve(
        view,
        title=bad,
        chapter=(bad, bad),
        alliance_name=bad,
        members=tuple(
            evolve(m, name=f"{bad} {m.code}", text=bad * 4, leader=bad,
                   figures={s: evolve(f, label=bad, word=bad) for s, f in m.figures.items()})
            for m in view.members
        ),
        powers=tuple(evolve(p, name=bad, text=bad) for p in view.powers),
        cards=tuple(
            evolve(c, name=bad, text=bad * 9, advice=((bad, bad),),
                   options=tuple(evolve(o, name=bad, text=bad, warn=bad) for o in c.options))
            for c in view.cards
        ),
        verbs=tuple(evolve(v, name=bad, text=bad, group=bad, warn=bad) for v in view.verbs),
        motions=tuple(evolve(m, name=bad, text=bad, blockers=(bad,)) for m in view.motions),
        bills=tuple(evolve(m, name=bad, text=bad) for m in view.bills),
        crises=tuple(
            evolve(c, name=bad, text=bad, rungs=tuple(bad for _ in c.rungs)) for c in view.crises
        ),
        promises=tuple(evolve(p, name=bad) for p in view.promises),
        clauses=tuple(evolve(c, name=bad, text=bad, value=bad) for c in view.clauses),
        news=(event("news", bad), event("opened", bad)),
    )  # fmt: skip


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


@define
class FakeArchive:
    """Knows one article, and the lines of a game."""

    exported: int = 0
    text: str = "They come, and are seen to come."
    is_iron: bool = False
    game_s: float = 0.0
    """How long an imagined game takes."""
    path: Path | None = Path("a")
    done: list[str] = field(factory=list)
    old: list[str] = field(factory=list)
    """What has long lain in the trash."""

    def lines(self) -> Lines:
        return evolve(some_lines(), is_iron=self.is_iron)

    def glance(self, seat: str, moment: Moment, beside: Moment) -> Glance:
        return evolve(a_glance(self.text), turn=moment[1], date=f"Turn {moment[1]}")

    def compare(self, here: Path, there: Path, seat: str) -> Contrast:
        return evolve(a_contrast(self.text), here=here.stem, there=there.stem)

    def free_name(self, turn: int) -> str:
        return f"rus-turn{turn}"

    def keep(self, name: str) -> str:
        if not name.isascii():
            raise GameError("A save's name may hold letters.")
        self.done.append(f"keep {name}")
        return name

    def rename(self, path: Path, name: str) -> str:
        self.done.append(f"rename {path} {name}")
        return name

    def trash(self, path: Path) -> str:
        self.done.append(f"trash {path}")
        return f"trash/{path}"

    def memo(self, path: Path, text: str) -> None:
        self.done.append(f"memo {path} {text}")

    def old_trash(self) -> tuple[str, ...]:
        return tuple(self.old)

    def empty_trash(self) -> int:
        count = len(self.old)
        self.old.clear()
        return count

    def copy_to(self, path: Path, target: str) -> str:
        self.done.append(f"export {path} {target}")
        return target

    def debrief(self, seat: str) -> Looked:
        return looked(self.text)

    def turning(self, seat: str, tell: Told, stop: Stop) -> Turning:
        for n in range(100):
            if stop():
                return Turning(a_turning().decisions[:1], None, 0)
            time.sleep(self.game_s)
            tell(n, 100)
        return a_turning(self.text)

    def article(self, seat: str) -> Article:
        return an_article()

    def export(self, seat: str) -> tuple[str, ...]:
        self.exported += 1
        if self.exported > 1:
            raise GameError("The disk is full.")
        return ("pivot.md", "pivot.html")


@define
class FakeMatch:
    """Takes every command it has offered. Others think for `think_s` each turn."""

    now: View = field(factory=a_view)
    think_s: float = 0.0
    last_turn: int = 20
    commands: list[Command] = field(factory=list)
    waiting_for: str | None = SEAT
    over: bool = False
    persons: tuple[str, ...] = (SEAT,)
    past: list[View] = field(factory=list)
    forecast_s: float = 0.0
    """How long an imagined game takes."""
    has_left: bool = False
    is_iron: bool = False
    branched: list[tuple[str, int | None]] = field(factory=list)
    no_undo: str = "undo/nothing"
    archive: FakeArchive = field(factory=FakeArchive)

    @property
    def turn(self) -> int:
        return self.now.turn

    @property
    def taken(self) -> tuple[Command, ...]:
        return ()

    def branch(self, name: str, turn: int | None) -> FakeMatch:
        self.branched.append((name, turn))
        return FakeMatch(evolve(a_view(), turn=turn or self.turn), branched=self.branched)

    def sit(self, seat: str) -> None:
        self.now = evolve(self.now, seat=seat)

    def coach(self) -> Coach:
        return Coach()

    def view(self, seat: str) -> View:
        return self.now

    def preview(self, command: Command) -> Preview:
        sure = (
            Range("ARM.loyalty", "Armenia, loyalty", 38, 41, 47, ("cheap gas",)),
            Range("KAZ.trust", "Kazakhstan, trust", 52, 49, 52),
            Range("RUS.coin", "Russia, treasury", 412, 391, 391, ("the price of it",)),
        )
        branches = (
            Branch(
                "They take it",
                82,
                "Yerevan signs.",
                (Range("ARM.trust", "Armenia, trust", 31, 34, 36),),
            ),
            Branch("They take it and vote no", 18, "Yerevan signs, and votes against.", ()),
        )
        later = (DueRow(7, 4, "ARM.loyalty", 2, "gas at a friend's price"),)
        return Preview(command, command.thing, (("capital", 2),), sure, branches, later,
                       ("A promise enters the ledger.",))  # fmt: skip

    def submit(self, command: Command) -> Refusal | tuple[Event, ...]:
        if self.over:
            return Refusal("game_over")
        self.past.append(self.now)
        self.commands.append(command)
        now = self.now
        if command.kind == "end":
            self.past.clear()
            is_council = bool(now.motions)
            self.now = evolve(now, cards=(), phase="council" if is_council else "plan")
            if not is_council:
                self.waiting_for = None
        elif command.kind == "vote":
            self.past.clear()
            self.now = evolve(now, motions=now.motions[1:])
            if not self.now.motions:
                self.waiting_for = None
        elif command.kind == "option":
            left = tuple(card for card in now.cards if card.incident != command.thing)
            self.now = evolve(now, cards=left)
        else:
            self.now = evolve(now, acts_left=max(0, now.acts_left - 1))
        return ()

    def undo(self) -> Refusal | Command:
        if not self.past:
            return Refusal(self.no_undo)
        self.now = self.past.pop()
        return self.commands.pop()

    def run(self, progress: Progress | None = None, stop: Stop | None = None) -> None:
        for done, name in enumerate(("Belarus", "Kazakhstan", "Armenia")):
            if progress:
                progress(done, 3, name)
            end = time.monotonic() + self.think_s / 3
            while time.monotonic() < end:
                sum(range(200))
        turn = self.now.turn + 1
        fresh = a_view()
        self.now = evolve(fresh, turn=turn, date=f"Turn {turn}")
        self.waiting_for = SEAT
        if turn > self.last_turn:
            self.over, self.waiting_for = True, None
            ended = Ended("time", "Time is up", "A smaller alliance, and a truer one.", (score(),))
            self.now = evolve(self.now, ended=ended, phase="over", cards=(), active="")

    def why(self, path: str, turn: int | None = None) -> Why | None:
        rows = (
            WhyRow(-5, "unanswered Article 4 call", "rule.call", "loyalty.toml", 142, 5,
                   "ARM.loyalty - 5", (("ARM.trust", "31"), ("RUS.trust", "61"))),
            WhyRow(-2, "talks about visas, second stage", "incident.visa", "pivot.toml", 88, 5),
            WhyRow(3, "gas at a friend's price", "promise.gas", "promise.toml", 57, 5, command="visit ARM"),
            WhyRow(-1, "smaller things", "rule.drift", "drift.toml", 3, 5, count=3),
            WhyRow(1, "a good harvest", "rule.harvest", "drift.toml", 9, 5),
        )  # fmt: skip
        label = path.replace(".", ", ")
        return Why(
            path, label, 6, 42, 38, rows, "What they feel.", history=((3, 48), (4, 46), (5, 42))
        )

    def entering(self, address: str, by: str, to: str = "") -> tuple[str, ...]:
        return (f"{by}.trust", "world.oil")

    def way_back(self, path: str, turn: int | None, row: int) -> tuple[str, ...]:
        return (f"{path} by cause {row}, turn {turn}", "Before it: visit ARM.")

    def why_not(self, words: str) -> tuple[str, ...]:
        return (f"Not {words}: nobody answers.", "  Kazakhstan leans away.", NASTY)

    def why_left(self, code: str) -> tuple[str, ...]:
        return (f"{code} was member and is suspended since turn 4.", "It had called.")

    def path_of(self, word: str) -> str:
        return word if "." in word else f"{SEAT}.{word}"

    def events(self, turn: int) -> tuple[Event, ...]:
        return self.now.news

    def forecast(self, command: Command | None, forks: int, tell: Tell, stop: Stop) -> Outlook:
        for n in range(1, forks + 1):
            if stop():
                return outlook(n - 1, forks, command)
            time.sleep(self.forecast_s)
            if n % 10 == 0:
                tell(outlook(n, forks, command))
        return outlook(forks, forks, command)

    def climbs(self, forks: int, tell: Callable[[int], None], stop: Stop) -> Climbs:
        """With orders as soon as a command was given."""
        given = bool(self.commands)
        for done in range(1, forks + 1):
            if self.forecast_s:
                time.sleep(self.forecast_s)
            if stop():
                break
            tell(done)
        steps = tuple(
            Steps((one.crisis, one.by, one.to), (10, 20, 30, 25, 15),
                  (20, 30, 30, 15, 5) if given else (), -0.62 if given else 0.0, 0.31 if given else 0.0)
            for one in self.now.crises
        )  # fmt: skip
        return Climbs(self.turn, self.turn + 2, done, forks, steps, given)

    def leave(self) -> None:
        self.has_left = True

    def judge(self, back: int, stop: Stop) -> Judged | None:
        return judged(5 - back) if back < 3 else None

    def annals(self) -> Annals:
        return annals(self.now)

    def retell(self, annals: Annals, picture: str, code: str, stat: str) -> tuple[str, ...]:
        return (f"{picture} of {code}, {stat}: up and down.", "  Spring: up 3, and then quiet.")

    def levers(self, motion: str, target: str, voter: str) -> tuple[Lever, ...]:
        return (
            Lever(Command(SEAT, "verb", "visit", "KAZ"), (("capital", 1),), -21, -8, "no"),
            Lever(
                Command(SEAT, "verb", "promise_gas", "KAZ", "small"), (("coin", 3),), -21, 4, "yes"
            ),
        )

    def label(self, path: str) -> str:
        return path

    def name_of(self, command: Command) -> str:
        return command_name(self.now, command)

    def verb_form(self, verb: VerbRow) -> str:
        return f"{verb.name}…" if verb.targets else verb.name

    def refusal_sentence(self, refusal: Refusal, command: Command | None = None) -> str:
        facts = ", ".join(f"{name} {value}" for name, value in refusal.facts)
        return f"Not now: {refusal.code} ({facts})." if facts else f"Not now: {refusal.code}."

    def event_sentence(self, event: Event, among: Sequence[Event] = ()) -> str:
        if event.kind == "change":
            return f"{event.path}: {event.before} to {event.after}, {event.because}."
        return event.text

    def parse(self, words: str) -> Command | Refusal:
        head, *rest = words.split() or [""]
        if head == "end":
            return Command(SEAT, "end")
        if head in {verb.id for verb in self.now.verbs}:
            return Command(SEAT, "verb", head, rest[0] if rest else "")
        return Refusal("unknown_word", (("word", head),))


MODS = (
    ModOffer("sea", "The sea road", "A second way to the sea.", "mods/sea"),
    ModOffer("torn", "Torn", "", "mods/torn", (Trouble("a.toml:3", "unknown verb", ()),)),
)


@define
class FakeShelf:
    """Two scenarios, one broken, and two saves."""

    match: FakeMatch = field(factory=FakeMatch)
    begun: list[tuple[str, str, int, str]] = field(factory=list)
    saved: bool = True
    atlas: Atlas | None = None
    mods: tuple[str, ...] = ()
    branched: list[tuple[str, str, int | None]] = field(factory=list)
    mended: list[Path] = field(factory=list)

    def branch(self, path: Path, turn: int | None, name: str) -> Opened:
        self.branched.append((str(path), name, turn))
        return self._opened()

    def reword(self, match: Playable) -> Mapper | None:
        return None

    def survey(self, path: Path) -> Damage:
        return Damage(path.stem, path, 38, 5, 3, 41, "Line 41 cannot be read.")

    def recover(self, path: Path) -> str:
        self.mended.append(path)
        return f"{path.stem}-recovered"

    def offers(self) -> tuple[Offer, ...]:
        goals = ("Keep five of six members", "Cohesion over 50")
        roles = tuple(
            RoleOffer(
                code.lower(),
                code,
                f"{name}'s part",
                name,
                f"{name} wants to be safe and free.",
                level,
                50,
                goals,
            )
            for (code, name, *_), level in zip(
                _COUNTRIES, ("fair", "easy", "hard", "hard", "fair", "hard", "fair"), strict=True
            )
        )
        difficulties = (("easy", "Easy", "Slow leaders."), ("fair", "Fair", "As they are."))
        lines = (
            'line 41, column 12: unknown country "ARN"',
            "  41 | blocks = [ARN]",
            "     |           ^^^",
        )
        return (
            Offer("pivot", "Pivot", "Armenia froze its membership, Astana sells to all.",
                  (("turns", "20"), ("countries", "7")), roles, difficulties, place="scenarios/pivot", mods=MODS),
            Offer("almaty", "Almaty, January", "Ten days.", (("turns", "10"),), roles[:2], ()),
            Offer("syunik", "Syunik corridor", "", (), (), (),
                  (Trouble("scenario.toml:41", "unknown country", lines),
                   Trouble("verbs.toml:7", NASTY, (NASTY,)))),
        )  # fmt: skip

    def saves(self) -> tuple[Saved, ...]:
        if not self.saved:
            return ()
        return (
            Saved(
                "pivot-rus-1",
                "Pivot · Russia",
                "Spring 1993, turn 6",
                "2026-11-25 17:00",
                Path("a"),
            ),
            Saved(
                "torn", "torn", "", "2026-11-20 09:00", Path("b"), trouble="line 3 cannot be read"
            ),
            Saved(
                "over",
                "Pivot · Russia",
                "Time is up",
                "2026-11-19 09:00",
                Path("over"),
                is_over=True,
                is_iron=True,
                is_touched=True,
                is_torn=True,
                facts="RUS 71",
            ),
        )

    def begin(self, setup: Setup) -> Opened:
        self.mods = setup.mods
        persons = "+".join(setup.persons)
        self.begun.append((setup.offer.id, persons, setup.seed, setup.difficulty))
        return self._opened()

    def examine(self, here: Here) -> tuple[Finding, ...]:
        bad = (f"scenario.toml:1:1: {NASTY}", " 1 | x")
        return (
            Finding("doctor.terminal", "ok", f"xterm {here.size}"),
            Finding("doctor.letters", "note", NASTY),
            Finding("doctor.saves", "ok", "~/saves, can be written to; saves: 2", part="files"),
            Finding("doctor.scenarios", "bad", f"0 found. {NASTY}", bad, "files"),
        )

    def resume(self, path: Path) -> Opened:
        if path == Path("b"):
            raise GameError("This save cannot be read: line 3.")
        return self._opened()

    def _opened(self) -> Opened:
        return Opened(Sitting.at(self.match, SEAT), Mapper(self.atlas), ("A note about the save.",))
