"""Sentences about saves and replays."""

from __future__ import annotations

from collections.abc import Mapping

SAVES: Mapping[str, str] = {
    "save.absent": "There is no save {name}.",
    "save.absent_near": "There is no save {name}; did you mean {near}?",
    "save.none": "There are no saves yet.",
    "save.unreadable": "{file} cannot be read: {why}.",
    "save.too_large": "{file} is too large to be a save of this game.",
    "save.not_text": "{file} is not a save of this game: line {line} is not readable text.",
    "save.foreign": "{file} is not a save of this game: line 1 should begin “csto save”.",
    "save.newer": (
        "{file} was made by a newer game: line 1 says save format {theirs}, "
        "and this game reads {ours}."
    ),
    "save.header": "{file} is damaged: line {line} should hold “{key}: …”.",
    "save.header_value": "{file} is damaged: line {line} gives “{key}” as “{value}”.",
    "save.no_end": "{file} is damaged: its heading does not end (line {line}).",
    "save.move": (
        "{file} is damaged: line {line} should read “SEAT: command  # fingerprint”, not “{text}”."
    ),
    "save.seat": "{file} is damaged: line {line} names {seat}, which is no seat of this game.",
    "save.torn": "The last line of {file} was cut off in the middle and has been left out.",
    "save.write": "The game could not be saved in {file}: {why}. Nothing was done.",
    "save.folder": "The folder {folder} could not be made: {why}.",
    "save.folder_file": "Saves need a folder at {folder}, and a file is there; move it, or say --home.",
    "save.create": "The save {file} could not be made: {why}.",
    "save.gone": "The save {file} is no longer there, so nothing was done.",
    "save.changed": (
        "{file} was changed by another program since this game was opened. Nothing was done."
    ),
    "save.name": "A save's name may hold letters, digits, “-”, “_” and “.”, not “{name}”.",
    "save.exists": "There is already a save {name}; choose another name.",
    "replay.scenario": (
        "{file} was played with {scenario} {theirs} (rules {their_hash}), but here is "
        "{scenario} {ours} (rules {our_hash}). Its story cannot be told again with other rules."
    ),
    "replay.edited": (
        "{file} was played with {scenario} {theirs} as it was then (rules {their_hash}); since, its "
        "rules were edited under the same version number (now {our_hash}). With other rules the same "
        "commands make another story, so it is not gone on with. The save is whole: with the "
        "scenario's files as they were it plays again."
    ),
    "save.recover": "{sentence} What is good can be saved: csto save recover {name}",
    "save.recovered": (
        "{name} holds {kept} commands, up to turn {turn}, {date}. {old} stays as it is."
    ),
    "save.lost": "Lost from line {line} on: {lost} lines. {why}",
    "save.nothing_good": "Nothing of {file} can be saved: not even its first move is good. {why}",
    "save.lost_nothing": "Nothing was lost.",
    "save.exported": (
        "{name} is in {file}: one file, {size} bytes, with all that replaying needs but "
        "{scenario} {version}."
    ),
    "save.imported": "{file} is now the save {name}.",
    "save.which": "Which save? Say its name, or its file.",
    "save.action": "Say: csto save export NAME --to FILE, import FILE, recover NAME, or empty (the trash).",
    "replay.start": (
        "{file} differs at the very start: it says {theirs}, this game works out {ours}."
    ),
    "replay.differs": (
        "{file} differs at line {line}, “{seat}: {words}”: it says {theirs}, this game works "
        "out {ours}."
    ),
    "replay.refused": "{file} differs at line {line}, “{seat}: {words}”: {why}",
    "replay.undo": "{file} differs at line {line}: there is nothing to undo.",
    "replay.same": "{file}: {moves} commands, {turns} turns, the same to the last fingerprint.",
    "match.seat": "{scenario} has no seat {seat}; its seats are {seats}.",
    "match.kind": "There is no kind of player {kind}; there are {kinds}.",
    "match.kind_near": "There is no kind of player {kind}; did you mean {near}?",
    "match.difficulty": "{scenario} has no difficulty {name}; it has {names}.",
    "match.turn": "Turn {turn} has not been played; the game is in turn {last}.",
    "world.absent": "There is no scenario {name}. There are: {names}.",
    "world.absent_near": "There is no scenario {name}; did you mean {near}?",
    "world.none": "There is no scenario {name}; none is installed.",
    "world.no_folder": "{path} is no scenario: there is no {manifest} in it.",
    "world.mistake": "one mistake",
    "world.mistakes": "{count} mistakes",
    "world.broken": "{name} cannot be played: it has {count}. Try: csto check {path}",
    "world.mod_absent": "There is no mod {name}.",
    "world.mod_near": " Did you mean {near}?",
    "world.mod_gone": "This save was played with the mod {id} {version}, which is not here.",
    "world.mod_alone": "{name} is no scenario, and none that it could be played with is here.",
    "why.unknown": "There is no number {path}.",
    "why.unknown_near": "There is no number {path}; did you mean {near}?",
    "why.hidden": "{path} is not known to {seat}.",
}
