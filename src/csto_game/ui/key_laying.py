"""Entries of the player's keys laid over the shipped table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from csto_game.content.problem import Problem
from csto_game.machine.own_file import OwnFile
from csto_game.text.catalog import say as sentence
from csto_game.ui.key_entries import Entry, read_entries
from csto_game.ui.keys import Key, Keys


def lay_over(shipped: Keys, own: OwnFile) -> tuple[Keys, list[Problem], int]:
    """The table in effect, what is wrong with the player's file, and how many entries count."""
    entries, problems = read_entries(own, shipped)
    table, more = _laid_over(shipped.table, entries)
    table, clashes = _settled(table, entries)
    return Keys(tuple(table)), sorted((*problems, *more, *clashes)), len(entries)


def _laid_over(table: Sequence[Key], entries: Sequence[Entry]) -> tuple[list[Key], list[Problem]]:
    """Each shipped entry with the player's keys where there are some, in its place in the bar."""
    taken: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    made = list(table)
    for entry in entries:
        again = {(entry.id, one) for one in entry.screens} & taken
        for _, screen in sorted(again):
            problems.append(entry.problem(sentence("keys.twice", action=entry.id, screen=screen)))
        here = [screen for screen in entry.screens if (entry.id, screen) not in taken]
        taken |= {(entry.id, screen) for screen in here}
        made = [part for key in made for part in _over(key, entry, here)]
    return made, problems


def _over(key: Key, entry: Entry, screens: Sequence[str]) -> Iterable[Key]:
    if key.id != entry.id:
        yield key
        return
    own = [screen for screen in screens if screen in key.on]
    if "*" in key.on:
        own += [screen for screen in screens if screen not in key.on and screen in entry.special]
    rest = tuple(screen for screen in key.on if screen not in own)
    if own:
        label = key.label if entry.label is None else entry.label
        yield Key(key.id, entry.keys, tuple(own), label, entry.help or key.help)
    if rest:
        yield evolve(key, on=rest)


def _settled(table: Sequence[Key], entries: Sequence[Entry]) -> tuple[list[Key], list[Problem]]:
    """No key means two things on a screen: who loses one is told, and goes without it."""
    own = {(entry.id, screen): entry for entry in entries for screen in entry.screens}
    made = list(table)
    problems: list[Problem] = []
    for screen in sorted({one for key in table for one in key.on}):
        here = Keys(tuple(made)).on(screen)
        # Who names the screen comes before who means all screens; of these, the player's come first.
        ranked = sorted(
            here, key=lambda one: (screen not in one.on, _entry(own, one, screen) is None)
        )
        holder: dict[str, Key] = {}
        for key in ranked:
            lost = [one for one in key.keys if one in holder]
            holder |= {one: key for one in key.keys if one not in holder}
            for pressed in lost:
                winner = holder[pressed]
                entry = _entry(own, winner, screen) or _entry(own, key, screen)
                if entry is None or pressed == " ":
                    continue
                facts = {"key": pressed, "winner": winner.id, "loser": key.id}
                problems.append(entry.problem(sentence("keys.clash", screen=screen, **facts)))
            if lost:
                made = [part for one in made for part in _without(one, key, lost, screen)]
    return made, problems


def _entry(own: dict[tuple[str, str], Entry], key: Key, screen: str) -> Entry | None:
    found = own.get((key.id, screen)) if screen in key.on else None
    return found or (own.get((key.id, "*")) if "*" in key.on else None)


def _without(one: Key, key: Key, lost: Sequence[str], screen: str) -> Iterable[Key]:
    if one is not key and one != key:
        yield one
        return
    yield Key(one.id, tuple(k for k in one.keys if k not in lost), (screen,), one.label, one.help)
    rest = tuple(other for other in one.on if other != screen)
    if rest:
        yield evolve(one, on=rest)
