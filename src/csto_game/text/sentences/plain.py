"""Sentences of line mode, its help included."""

from __future__ import annotations

from collections.abc import Mapping

PLAIN: Mapping[str, str] = {
    "plain.hello": "CSTO, plain mode. Type help. One command a line.",
    "plain.game": "{title}. You play {name} ({seat}). Seed {seed}.",
    "plain.aim": "{role}. {text}",
    "plain.win": "To win you need {win} points at the end; {points} so far. What they are for: look score.",
    "plain.saved_as": "This game is kept in the save {name}.",
    "plain.thinking": "{name} acts: {percent} percent of the round.",
    "plain.turn_of": "Now {name} is asked.",
    "plain.curtain": "It is the turn of {name}. When nobody else looks, press Enter, {name}.",
    "plain.error": "error: {sentence}",
    "plain.near": "unknown word “{word}”; did you mean “{near}”?",
    "plain.unknown": "unknown word “{word}”; say help, or options.",
    "plain.unknown_look": "nothing is called “{word}” here; did you mean “{near}”?",
    "plain.unknown_look_all": "nothing is called “{word}” here; you can look at: {names}.",
    "plain.too_long": "a line may have at most {most} characters.",
    "plain.other_seat": "{seat} is not asked now; {active} is.",
    "plain.needs": "say what: {form}",
    "plain.undone": "Taken back: {command}.",
    "plain.redone": "Done again: {command}.",
    "plain.no_redo": "nothing was taken back that could be done again.",
    "plain.renamed": "{old} is now called {name}.",
    "plain.trashed": "{name} is now {file}; nothing is deleted until you say: empty.",
    "trash.nothing": "The trash is empty.",
    "trash.row": "  {name}, {days} {days|day|days} in the trash.",
    "trash.rule": (
        "A save lies there until you say empty; then what has lain there for {days} days is deleted: "
        "now that would be {count}."
    ),
    "trash.gone": "  deleted: {name}, after {days} {days|day|days}.",
    "trash.emptied": "Deleted: {count} {count|save|saves} that had lain in the trash for {days} days or longer.",
    "trash.failed": "{name} cannot be deleted: {why}.",
    "plain.stays": "the line that is being played stays; switch NAME goes on in another one.",
    "plain.noted": "Noted.",
    "plain.exported": "Written: {file}, {size} {size|byte|bytes}.",
    "plain.switched": "You go on in {name}.",
    "plain.done": "Done.",
    "chronicle.written": "Written: {files}.",
    "chronicle.unsaved": "This game is not saved, so there is no folder to write to.",
    "numbers.row": "{path}: {text}",
    "numbers.more": "and {count} more; say numbers with a word of the one you mean.",
    "numbers.none": "no number that you know is called that.",
    "plain.copied": "A copy is kept as {name}; the game goes on in {own}.",
    "plain.is_saved": "Everything is saved in {name}.",
    "plain.leave": "Saved as {name}.",
    "plain.left": "{count} cards lapse if you end now. Say “end now” to end all the same.",
    "plain.only_start": "Cause {number} is not there; there are {count}.",
    "plain.cause_line": "As written: {source}",
    "plain.cause_reads": "What entered: {reads}.",
    "plain.cause_command": "Command: {command}.",
    "plain.help_none": "there is no help on “{topic}”; topics: {topics}.",
    "plain.help_near": "there is no help on “{topic}”; did you mean “{near}”?",
    "help": (
        "Commands of the game: a verb with what it needs (say options), option N to answer a "
        "card, table MOTION, vote yes or no or abstain, end to end your turn.\n"
        "Questions: look, look SUBJECT, why NUMBER, options, preview COMMAND, forecast.\n"
        "And: undo, redo, branch NAME, timeline, compare NAME, switch NAME, rename NAME, trash NAME, "
        "export FILE, chronicle, save, save NAME, help TOPIC, quit.\n"
        "Nothing is lost by asking, and a refused line costs nothing. Help topics: {topics}."
    ),
    "help.or": "{first} or {last}",
    "help.look": (
        "look shows where things stand. look SUBJECT shows one part: a country or power by its "
        "code, or one of these: {subjects}."
    ),
    "help.why": (
        "why {number} tells what moved a number, the largest cause first. A number is written "
        "OWNER.NAME, such as {numbers}; your own need no owner. "
        "why NUMBER 1 opens cause 1. why NUMBER turn 3 tells of turn 3. why NUMBER back goes back, "
        "cause by cause, to the first command, card or rule. why not COMMAND tells what is in its "
        "way, why not MOTION who is against it and what would move them, why left {other} why a "
        "country's place in the alliance changed."
    ),
    "help.options": (
        "options lists what you can do now: answers to cards, verbs, motions to table. "
        "options all also names what is not open and why. options VERB tells more of one."
    ),
    "help.preview": (
        "preview COMMAND tells what a command would do, without doing it. What chance decides "
        "is told as a range."
    ),
    "help.forecast": (
        "forecast tells how your headline numbers may go in the next turns, and the chances of "
        "endings: programs play on from what you know, on imagined dice. forecast COMMAND tells "
        "the same after a command, with the present course in brackets. forecast NUMBER tells of "
        "one number turn by turn, forecast 500 plays so many games. forecast crises tells where each "
        "crisis may stand in two turns, with this turn's orders and without them. Ctrl-C stops "
        "the thinking and tells what there is."
    ),
    "help.branch": (
        "branch NAME goes on from here as a line of its own, branch NAME 6 from the start of turn "
        "6. The line you leave stays as it is. timeline lists all lines of this game, timeline 4 tells "
        "of a past turn, timeline NAME 4 of another line's; compare NAME tells where another one "
        "parts from this one and what differs; switch NAME goes on in it."
    ),
    "help.debrief": (
        "When the game is over, debrief tells what came of your aims, promises and advisers, and "
        "which three decisions mattered most: each is taken back in imagined games, and the ends "
        "are compared. The other finished games of this world stand beside it."
    ),
    "help.turn": (
        "A turn: you answer cards and use verbs, each at once, then say end. The others do the "
        "same, the council votes, and time goes on. Then comes the report."
    ),
    "help.cards": (
        "look cards shows the cards that wait for you. option 2 gives the second answer of the "
        "first card; option CARD ANSWER names both. What is not answered in time is answered "
        "by default."
    ),
    "help.votes": (
        "look motions shows what lies on the table and how each leans. table MOTION brings one "
        "forward. When the council meets, say vote yes, vote no or vote abstain."
    ),
    "help.undo": (
        "undo takes back your last command of this turn. It cannot take back what chance has "
        "shown, nor what happened before others acted. redo does again what was taken back."
    ),
    "help.save": (
        "Every command is saved before its result is shown, so there is no need to save. save "
        "says where. save NAME keeps a copy. Play on with: csto play --plain --resume NAME."
    ),
    "help.numbers": (
        "numbers lists every number that you know, by the name that why wants. numbers {words} lists "
        "those that hold both words."
    ),
    "help.redo": "redo gives the command again that undo took back last.",
    "help.trash": (
        "rename NAME calls this line otherwise, rename OLD NEW another one. trash NAME puts a line into "
        "the folder trash beside the saves; trash tells what lies there. empty deletes what has lain there "
        "for 30 days, empty 7 for 7 days: nothing else ever is deleted. export FILE writes this line to one "
        "file, to give away. memo TEXT writes words of your own on it; timeline tells them."
    ),
    "settings.row": "{name}: {value}",
    "settings.language": "The words of this game's world change when it is opened again.",
    "settings.known": "It may be {values}.",
    "help.settings": (
        "settings tells what you have settled: colors and signs of the screens, language, whether the "
        "game begins in lines (plain). settings NAME tells what it may be, settings NAME VALUE changes it."
    ),
    "help.quit": "quit leaves the game; it is saved. So does the end of the input.",
}
