"""What a modder is told while a world is played and changed (``csto play --dev``)."""

from __future__ import annotations

from collections.abc import Mapping

DEV: Mapping[str, str] = {
    "dev.hello": (
        "Files are read anew before each line. ? NUMBER or ? CONDITION evaluates, ! EFFECT "
        "applies, help dev tells more."
    ),
    "help.dev": (
        "With --dev the files of the world and its mods are looked at before each line; reload "
        "looks at once. If something has changed, the game is played again on the new rules, and "
        "you are told which numbers moved. With mistakes in the files it stays as it was.\n"
        "? {rule} evaluates rule text, self being your seat, secrets included. "
        "! {effect} lets an effect happen.\n"
        "An effect, or files that make another game of it, mark the save as touched: it goes on "
        "under a new name, and the save it was begun in stays as it is."
    ),
    "dev.read": "Read anew: {files}.",
    "dev.texts": "The game is the same to the last number.",
    "dev.same": "No file has changed.",
    "dev.mistakes": "{count} mistakes: the game goes on with the rules it had.",
    "dev.moved": "{path}: {before}, now {after}.",
    "dev.more": "And {count} more.",
    "dev.unmoved": "No number of this moment has moved.",
    "dev.refused": "refused now, “{command}”: {why}",
    "dev.filled": "Choices that nobody had to make before: {count}. Programs made theirs, persons passed.",
    "dev.saved": "The game goes on in the save {name}, marked as touched. {parent} stays as it was.",
    "dev.iron": "an iron game cannot be played with --dev: nothing may touch it.",
    "dev.off": "“{word}” is for csto play --plain --dev.",
    "dev.value": "{text}: {value}",
    "dev.unmarked": "{file} tells effects of a console, but its heading does not say that it was touched.",
    "replay.touched": (
        "Touched while it was played: {how}. It is the game that its commands and effects make on "
        "these files, and not one that was played under these rules throughout."
    ),
}
