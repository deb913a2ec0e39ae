"""Sentences about time: branches, comparisons, forecasts, the debrief, games by mail."""

from __future__ import annotations

from collections.abc import Mapping

TIME: Mapping[str, str] = {
    "timeline.iron": "This is an iron game: it has one line only. Undo within a turn is still there.",
    "timeline.lost": (
        "{file} no longer holds the moment at which turn {turn} began, so no line can leave there."
    ),
    "timeline.stranger": "{name} is a save of another game, so there is nothing to compare.",
    "timeline.unsaved": "This game is not saved, so it has no timeline.",
    "timeline.mail": "A game by mail has one line of play.",
    "timeline.glance": "Turn {turn}, {date}: {numbers}.",
    "timeline.order": "  You: {name}.",
    "timeline.event": "{date}: {text}",
    "timeline.head": "Lines of this game: {count}.",
    "timeline.row": "{mark} {name}: {date}, turn {turn}{state}{left}.",
    "timeline.here": "here",
    "timeline.there": "also",
    "timeline.left": ", left {parent} in turn {turn}",
    "timeline.ended": ", ended ({ending})",
    "timeline.branched": (
        "This is now the line {name}, from turn {turn} ({date}). {parent} stays as it is; "
        "“compare {parent}” tells what differs."
    ),
    "timeline.same": "{here} and {there} are the same line so far.",
    "timeline.parting": "{here} and {there} part in turn {turn}, {date}.",
    "timeline.did": "  {name}: {command}",
    "timeline.did_nothing": "  {name}: nothing yet",
    "timeline.at": "How they stand in turn {turn}:",
    "timeline.number": "  {label}: {here} here, {there} there.",
    "timeline.equal": "  No shown number differs.",
    "timeline.more": "  and {count} more numbers",
    "timeline.points": "Points by turn, here and there: {rows}.",
    "timeline.only": "Only in {name}:",
    "iron.none": "it is not an iron game",
    "iron.seal": "its heading was changed by hand",
    "iron.branch": "it is a branch of another line",
    "iron.yes": "Iron game, untouched: yes.",
    "iron.no": "Iron game, untouched: no: {why}.",
    "iron.begun": "This is an iron game: no branches, one line only.",
    "forecast.head": "Forecast for {name}, to turn {turn} ({date}), from {n} of {asked} forks.",
    "forecast.head_after": (
        "Forecast for {name} after “{command}”, to turn {turn} ({date}), from {n} of {asked} forks. "
        "In brackets: the present course."
    ),
    "forecast.band": "  {label}: {now} now; likely {half}, between {low} and {high} in 8 of 10.",
    "forecast.band_after": (
        "  {label}: {now} now; likely {half} ({half_before}), between {low} and {high} "
        "({low_before} and {high_before}) in 8 of 10."
    ),
    "forecast.same": "  {label}: {now} now and then.",
    "forecast.points": "Points",
    "forecast.winning": "Chance to have won by then, or to stand at your mark: {chance} percent.",
    "forecast.winning_after": (
        "Chance to have won by then, or to stand at your mark: {chance} percent ({before})."
    ),
    "forecast.endings": "By then: {endings}.",
    "forecast.ending": "{name} {chance} %",
    "forecast.going_on": "the game goes on",
    "forecast.decides": "What parts high from low points:",
    "forecast.driver": "  {what} ({chance} percent): {change}, give or take {error}.",
    "forecast.left": "{name} leaves",
    "forecast.joined": "{name} joins",
    "forecast.turns": "{label}, turn by turn: likely (8 of 10).",
    "forecast.turn": "  turn {turn}, {date}: {half} ({low} to {high}).",
    "forecast.no_number": "there is no forecast of {path}; there is one of {paths}.",
    "forecast.none": "No fork was played, so there is no forecast.",
    "forecast.crisis": (
        "{name}, {by} and {to}, now at step {rung}, {step}. In turn {turn}, {date}, in {n} games:"
    ),
    "forecast.step": "  step {rung}, {step}: {usual} percent.",
    "forecast.step_ordered": "  step {rung}, {step}: {ordered} percent with this turn's orders, {usual} without.",
    "forecast.over_step": "  over: {usual} percent.",
    "forecast.over_step_ordered": "  over: {ordered} percent with this turn's orders, {usual} without.",
    "forecast.effect": "  The orders move it by {effect} steps on average, give or take {error}.",
    "forecast.no_effect": "  Whether the orders matter cannot be told from chance: {effect}, give or take {error}.",
    "forecast.no_orders": "  No order was given this turn; with one, both courses are told.",
    "forecast.calm": "There is no crisis now.",
    "forecast.over": "The game is over; there is nothing to foresee.",
    "forecast.blind": (
        "Forks are played by programs from what you may know, on imagined dice: "
        "they say what is likely, never what will come."
    ),
    "debrief.running": "The game goes on; there is a debrief when it is over.",
    "debrief.no_seat": "There is no seat {seat}; there are {seats}.",
    "debrief.head": "Debrief: {role}, {points} points of the {win} needed, {result}.",
    "debrief.aims": "Aims, by the end and on the way:",
    "debrief.aim": "  {mark}, {points} points: {name}. On the way: {path}.",
    "debrief.aim_point": "{points} in turn {turn}",
    "debrief.promised": "Your word:",
    "debrief.received": "Others' word to you:",
    "debrief.word": "  {by} to {to}, turn {made}: {name}. {how}.",
    "debrief.kept": "Kept in turn {turn}",
    "debrief.broken": "Broken in turn {turn}",
    "debrief.lifted": "Released in turn {turn}",
    "debrief.open": "Still open at the end",
    "debrief.advisers": "Your advisers, by the number that each of them looks at:",
    "debrief.adviser": (
        "  {name}: heard in {followed} of {asked} answers; its number stood higher {later} turns "
        "later after {rose} of these."
    ),
    "debrief.adviser_quiet": "  {name}: had no view.",
    "debrief.unheard": "    Last unheard in turn {turn}, “{card}”: “{advised}”, not “{given}”.",
    "debrief.verbs": "What you did most: {most}. Never: {never}.",
    "debrief.times": "{name} ({count})",
    "debrief.nothing": "nothing",
    "debrief.rivals": "Other finished games of this world:",
    "debrief.rival": "  {name}: {seat}, {points} points, {result}, {ending}{rules}.",
    "debrief.other_rules": ", with other rules",
    "debrief.turning": "The decisions that mattered most ({pairs} pairs of imagined games each):",
    "debrief.decision": "  Turn {turn}, {date}: {name} ({command}). {effect} points{error}.",
    "debrief.error": ", give or take {error}",
    "debrief.unsure": ", give or take {error}: it may as well be chance",
    "debrief.none": "  None that these games could tell from chance.",
    "debrief.usual": (
        "With other luck, programs reach {half} points in this seat, between {low} and {high} in 8 "
        "of 10 of {games} games. You reached {points}."
    ),
    "debrief.luck": (
        "Your own commands, given again with other dice, come to {half} points, between {low} and "
        "{high} in 8 of 10 games: chance gave you {luck}."
    ),
    "debrief.bad_luck": (
        "Your own commands, given again with other dice, come to {half} points, between {low} and "
        "{high} in 8 of 10 games: chance took {luck} from you."
    ),
    "debrief.how": (
        "Each was taken back: from that moment programs played on, once with it and once without, "
        "with the same luck; the points {later} turns later, or at the end, were compared."
    ),
    "debrief.ask": "Say debrief to work out which decisions mattered most; it takes some seconds.",
    "debrief.progress": "{percent} percent of the imagined games.",
    "trail.head": "The way back from {label}:",
    "trail.number": "turn {turn}, {date}: {label} {change}: {because}. {thing}{place}.",
    "trail.command": "turn {turn}, {date}: {by} asked for it: {command}.",
    "trail.command_bare": "turn {turn}, {date}: {by}: {name}.",
    "trail.card": "turn {turn}, {date}: the card “{name}” came to {by}.",
    "trail.card_all": "turn {turn}, {date}: “{name}” happened.",
    "trail.sent": "turn {turn}, {date}: it had been set on its way by: {name}.",
    "trail.start": "There the files of the scenario begin: {because}.",
    "trail.secret": "turn {turn}, {date}: something that is kept secret.",
    "whynot.open": "That can be done now; say: {words}",
    "whynot.country": "{code} is no country of this world.",
    "whynot.stayed": "{name} has the place in the alliance that it began with.",
    "whynot.motion": "{name}: it {forecast}. Needs {needs}.",
    "whynot.none": "Nobody who votes is against it.",
    "whynot.voter": "  {name} leans {leaning}: {vote}.",
    "whynot.voted": "  {name} has voted {vote}.",
    "whynot.reasons": "    It rests on {reasons}.",
    "whynot.reason": "{label} {points}",
    "whynot.constant": "a fixed {points}",
    "whynot.lever": "    {words} would bring it to {after}; costs {cost}.",
    "whynot.lever_free": "    {words} would bring it to {after}.",
    "whynot.no_lever": "    Nothing that you can do now would move it.",
    "whynot.left": "{name} was {before} and is {after} since turn {turn}, {date}{because}.",
    "whynot.because": ": {because}",
    "mail.foreign": "{file} is no game by mail: line 1 should be “csto mail 1”.",
    "mail.damaged": "{file} is damaged: line {line} cannot be read.",
    "mail.body": "{file} is damaged: what is packed from line {line} on is not whole.",
    "mail.two": "A game by mail needs two seats at least.",
    "mail.needs": "Say: csto mail new SCENARIO --seats R,R --to FILE",
    "mail.begun": "The game is in {file}. {seat} opens it first: csto mail open {file}",
    "mail.ask": "A passphrase is needed: put it into the variable {variable}.",
    "mail.set": "Choose a passphrase for {seat}, six letters at least:",
    "mail.say": "Passphrase of {seat}:",
    "mail.again": "Once more:",
    "mail.differ": "The two passphrases differ; nothing was done.",
    "mail.short": "A passphrase has six letters at least.",
    "mail.passphrase": "That is not the passphrase of {seat}.",
    "mail.changed": (
        "{file} was changed: it no longer holds what {seat} had sealed. Ask for the file as it was."
    ),
    "mail.unsealed": (
        "{file} was changed: it holds moves of {seat} that {seat} has not sealed. Ask for the file "
        "as it was."
    ),
    "mail.order": "{file} was changed: its seals are not in order. Ask for the file as it was.",
    "mail.not_done": "The turn of {seat} is not over; play on with: csto mail open FILE",
    "mail.kept": "Your turn is not over; it is kept here. Go on with: csto mail open {file}",
    "mail.passed": "Your turn is sealed in {file}. Send it to {seat}.",
    "mail.ended": "Your turn is sealed in {file}, and the game is over. Send it to everybody.",
    "mail.over": "This game is over. Its story: csto save import, then csto chronicle.",
    "mail.others": "It is the turn of {name} now.",
}
