"""What a country's leader wants, as anybody may read it in the world's files and remember of its past.

Nothing here rests on a number that the viewer may not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_game.model.scenario import Personality
from csto_game.model.view import Aim, Grudge, Liking, Wants
from csto_game.rules.news import is_secret
from csto_game.rules.texts import fill
from csto_game.rules.worth import grudge_turns, personality

if TYPE_CHECKING:
    from csto_game.rules.draft import Draft

LEAST_LIKING = 10
"""What is liked less, or disliked less, is not worth telling."""


def wants(belief: Draft, index: int, *, is_self: bool) -> Wants:
    """Of the leader of a country. Of one's own there are only the aims: its leader is the viewer."""
    book = belief.book
    code = book.layout.codes[index]
    character = None if is_self else personality(book, index)
    aims = _aims(belief, code, index)
    if character is None:
        return Wants(aims=aims)
    return Wants(
        temper=character.name,
        text=fill(belief, character.text, index, -1),
        weighs=book.tempers[code],
        likes=_likes(belief, character, code, index),
        grudges=_grudges(belief, character, index),
        aims=aims,
    )


def _aims(belief: Draft, code: str, index: int) -> tuple[Aim, ...]:
    role = belief.book.scenario.roles.get(belief.book.role_of.get(code, ""))
    return tuple(
        Aim(fill(belief, one.name, index, -1), fill(belief, one.text, index, -1))
        for one in (role.objectives.values() if role else ())
    )


def _likes(belief: Draft, character: Personality, code: str, index: int) -> tuple[Liking, ...]:
    """Verbs that may ever be this country's; those of which others do not see who stay its own affair."""
    book = belief.book
    found = []
    for id, weight in character.verbs.items():
        verb = book.scenario.verbs.get(id)
        if verb is None or abs(weight) < LEAST_LIKING or is_secret(book, f"verb.{id}"):
            continue
        if not verb.by.codes or code in verb.by.codes:
            name = fill(belief, verb.name, index, -1)
            found.append(Liking(name.replace("–", "…") if verb.target else name, weight))
    return tuple(sorted(found, key=lambda one: (-abs(one.weight), one.name)))


def _grudges(belief: Draft, character: Personality, index: int) -> tuple[Grudge, ...]:
    """The last word that each other broke to it, as long as its votes remember it."""
    book, most = belief.book, grudge_turns(character)
    found: list[Grudge] = []
    for other, code in enumerate(book.layout.codes):
        broken = [
            (belief.since(f"{promise.address}.broken", other, index), promise.promise.name)
            for promise in book.promises.values()
            if other != index
        ]
        turns, name = min(broken, default=(most, ""))
        if turns < most:
            found.append(Grudge(code, fill(belief, name, other, index), turns, most - turns))
    return tuple(sorted(found, key=lambda one: (one.turns, one.by)))
