"""Views, cards and events built by hand."""

from __future__ import annotations

from attrs import evolve

from csto_game.model.command import Command
from csto_game.model.event import Cause, Event
from csto_game.model.refusal import Refusal
from csto_game.model.view import (
    Ballot,
    CardRow,
    ClauseRow,
    CrisisRow,
    DueRow,
    Figure,
    Lean,
    Member,
    MissionRow,
    MotionRow,
    Neighbour,
    ObjectiveRow,
    OptionRow,
    PromiseRow,
    Score,
    UnitRow,
    VerbRow,
    View,
)

SEAT = "RUS"
NASTY = "[bold]not markup[/] [@click=app.quit]no[/] \x1b[31mred\x1b[0m \u202eflipped 中文字 é\u0301\n\ttab"
"""Markup, escape codes, a direction override, wide characters, a mark, line breaks."""

COUNTRIES = (
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
POLES = ("alliance", "CHN", "TUR", "WST", "unaligned")
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
        lean=Lean(tuple(zip(POLES, shares, strict=True)), (("alliance", change * 4),)),
        table=("loyalty", "unrest", "trust"),
        pairs={
            "KAZ": (figure(f"{code}.KAZ.trust", "Trust", 52, -2),),
            "CHN": (figure(f"{code}.CHN.tie", "Tie", 30, 2, good="none"),),
        },
        units=units if membership == "member" else (),
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
    targets = tuple(row[0] for row in COUNTRIES if row[0] != SEAT)
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
    members = tuple(member(row) for row in COUNTRIES)
    own = members[0].figures
    oil = figure("world.oil", "Oil", 97, 4, good="none", high=220)
    cohesion = figure("alliance.cohesion", "Cohesion", 57, -2)
    owners = {code: code for code, *_ in (*COUNTRIES, *_POWERS)} | _LAND
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
        order=tuple(row[0] for row in COUNTRIES[:6]),
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
