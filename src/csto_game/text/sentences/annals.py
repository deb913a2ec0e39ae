"""Sentences about the past of a game: what pictures show, told in lines."""

from __future__ import annotations

from collections.abc import Mapping

ANNALS: Mapping[str, str] = {
    "past.unknown": "{label}: not known to you, then or now.",
    "past.number": (
        "{label}: {first} in {begin}, {last} now; least {least} ({at_least}), most {most} ({at_most})."
    ),
    "past.values": "  Turn by turn: {values}.",
    "past.not_kept": "The past is told of numbers that one owner has; for {path} ask: why {path}.",
    "past.gap": "unknown",
    "past.move": "  {date}: {change} to {after}{because}.",
    "past.because": ", {because}",
    "past.event": "  {date}: {text}",
    "past.country": "{name}: {first} in {begin}, {last} now.",
    "past.lean": "{name} leaned in {begin}: {then}.",
    "past.lean_now": "{name} leans now: {now}.",
    "past.share": "{pole} {percent} %",
    "past.pole_alliance": "the alliance",
    "past.pole_own": "its own way",
    "past.no_lean": "Nobody leans in this world.",
    "past.corner": "{name}: {alliance} % to the alliance, {powers} % to the powers, {own} % its own.",
    "past.no_votes": "Nothing has been voted on yet.",
    "past.votes": "Votes so far: {count}.",
    "past.pair": "{one} and {other} voted alike in {same} of {polls} votes{against}.",
    "past.against": ", yes against no in {count}",
    "past.voter": "{name}: no in {no} of {polls} votes, and stopped {held}.",
    "past.poll": "  {date}: “{name}” {fate}; yes {yes}, aside {aside}, no {no}.",
    "past.passed": "is passed",
    "past.failed": "is not passed",
    "past.points": "Points: {first} in {begin}, {last} now, {win} to win.",
    "past.points_row": "  Turn by turn: {values}.",
    "past.aim": "{state}: {name}, {first} points in {begin}, {last} now.",
    "past.aim_holds": "Holds",
    "past.aim_open": "Does not hold",
    "past.no_aims": "This seat has no objectives.",
    "past.crisis": "{one} and {other}: {steps}{now}.",
    "past.step": "step {rung} from {date}",
    "past.over": "over from {date}",
    "past.running": "; it goes on",
    "past.no_crises": "No crisis has been.",
    "past.no_odds": "No turn is over yet.",
    "past.odds": "{label}: {low} to {high} was to be expected, {fact} came{side}.",
    "past.odds_below": ", which is less",
    "past.odds_above": ", which is more",
    "past.odds_held": (
        "Over the last {count} {count|turn|turns}, {percent} % of your numbers came out as expected; "
        "8 in 10 is what such bands promise."
    ),
    "past.head": (
        "You can ask: past NUMBER (past {own}, past {other_number}), past COUNTRY, past leanings, "
        "past votes, past goal, past crises, past odds."
    ),
    "help.past": (
        "past tells what has been, from the first turn on: past NUMBER how one number went and what "
        "moved it, past COUNTRY whom it leaned to and what happened to it, past leanings where "
        "all stand between the alliance, the powers and themselves, past votes who votes with "
        "whom, past goal your points and objectives, past crises every step of every crisis, past odds "
        "what was to be expected of the last turn and what came of it."
    ),
}
