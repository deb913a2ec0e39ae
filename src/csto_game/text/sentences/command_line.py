"""Sentences of the command line, the lab's included."""

from __future__ import annotations

from collections.abc import Mapping

COMMAND_LINE: Mapping[str, str] = {
    "cli.about": "A strategy game about an alliance, in the terminal.",
    "cli.play": "play a game",
    "cli.list": "list scenarios and saves",
    "cli.check": "check scenario packages",
    "cli.sim": "play whole games without a screen",
    "cli.replay": "play a save again and compare",
    "cli.why": "tell the causes of a number in a save",
    "cli.chronicle": "write a game's history as an article",
    "cli.debrief": "say what came of a finished game and which decisions mattered",
    "cli.save": "give a save away as one file, take one in, recover a damaged one",
    "cli.mail": "play by mail: one file that goes from seat to seat",
    "cli.doctor": "say what is wrong with this terminal or install",
    "cli.keys": "list the keys of all screens; --write makes a file to change them",
    "cli.version": "csto {version}",
    "cli.unknown": "there is no command “{name}”; there are: {names}",
    "cli.unknown_near": "there is no command “{name}”; did you mean “{near}”?",
    "cli.error": "csto: {sentence}",
    "cli.crash": (
        "Something went wrong in the game itself. A report is in {path}; your save holds "
        "everything up to the last command."
    ),
    "cli.crash_bare": (
        "Something went wrong in the game itself ({kind}). Your save holds everything up to the "
        "last command. CSTO_DEBUG=1 shows more."
    ),
    "cli.no_scenarios": "No scenario is installed; name the folder of one: csto play PATH",
    "cli.role": "{scenario} has no role {name}; it has {names}.",
    "cli.role_near": "{scenario} has no role {name}; did you mean {near}?",
    "cli.no_roles": "{scenario} has no role that a person can play.",
    "cli.no_tty": (
        "The screen needs a terminal, and there is none here. Plain mode plays without: "
        "csto play --plain"
    ),
    "cli.dumb": "This terminal (TERM={term}) has no screen, so this is plain mode.",
    "cli.lines": "In lines, as you have settled; csto play --screen begins with the screens.",
    "cli.lines_now": "From now on the game begins in lines; csto play --screen begins with the screens.",
    "cli.lines_first": (
        "Do you read with a screen reader? Say: settings plain on. The game then begins in lines by itself."
    ),
    "cli.small": (
        "The screen needs at least {width}×{height} characters, and here are {columns}×{rows}. "
        "Make the window larger, or play with: csto play --plain"
    ),
    "cli.no_screen": "The screen is not part of this install; play with: csto play --plain",
    "list.scenarios": "Scenarios:",
    "list.scenario": "{id} {version}: {name}",
    "list.scenario_bad": "{id}: has mistakes; try: csto check {path}",
    "list.mods": "Mods, switched on with --mod ID:",
    "list.mod": "{id} {version}: {name} (for {scenarios})",
    "list.none": "No scenario was found.",
    "list.saves": "Saves, the last played first:",
    "list.save": "{name}: {scenario} as {who}, turn {turn}, {date}, played {when}",
    "list.save_ended": "{name}: {scenario} as {who}, ended ({ended}), played {when}",
    "list.save_bad": "{name}: {trouble}",
    "list.marked": "{line} [{marks}]",
    "list.iron": "iron",
    "list.touched": "touched by a modder's hand",
    "list.torn": "last line cut off",
    "list.no_saves": "No saves yet.",
    "list.programs": "nobody",
    "sim.line": "{done} of {games} games",
    "sim.seat": "PLAYERS is a kind, a list of kinds, or SEAT=kind,…; not “{text}”.",
    "sim.mixed": "PLAYERS names either kinds or SEAT=kind, not both: “{text}”.",
    "sim.head": "{scenario}, {games} games from seed {seed}, {turns} turns at most",
    "sim.roles": "role          won   min   q1  median   q3   max",
    "sim.kinds": "player     games   won   mean",
    "sim.endings": "endings",
    "sim.cut": "(stopped)",
    "sim.mean_turns": "mean turns {turns}",
    "sim.speed": "{games_per_minute} games a minute, {turns_per_second} turns a second",
    "sim.written": "written: {file}",
    "replay.to": "Turn {turn}, {date}, after {moves} commands.",
    "chronicle.role": "Played as {name}, as of {date}.",
    "chronicle.as_of": "As of {date}.",
    "chronicle.and": "and",
    "chronicle.again": "(So it was again in {dates}.)",
    "chronicle.again_often": "(So it was {count} times more, the last time in {last}.)",
    "chronicle.course": "Course",
    "chronicle.contents": "Contents",
    "chronicle.numbers": "In numbers",
    "chronicle.references": "References",
    "chronicle.reference": "{date} (turn {turn}): {text}",
    "chronicle.by_command": "{name}; {command}",
    "chronicle.by_rule": "{name}; {file} line {line}",
    "chronicle.curve": (
        "{label}: {first} in {begun}, {last} in {ended}; between {least} and {most}."
    ),
    "chronicle.quiet": "Little is recorded.",
    "cli.unwritten": "{file} could not be written: {why}.",
    "replay.ended": "It ended: {name}.",
    "check.part": "fine, as far as can be said without the scenario it belongs to",
    "check.place": "{place:>2}  {id} {version}: {why}",
    "check.more": "and {count} more",
    "check.sum": "{counts} in {files}",
    "chronicle.kind": "A chronicle is written as .md or .html; {file} is neither.",
    "chronicle.end": "The end",
}
