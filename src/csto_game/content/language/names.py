"""What rules may refer to, and which words exist in the place where a rule stands."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from attrs import field, frozen

from csto_game.content.problem import RuleText
from csto_game.model.scenario import Spot, Stat

__all__ = ["Names", "RuleText", "Scope"]


@frozen
class Names:
    """Everything a rule may refer to; built by the loader before any rule is parsed.

    A derived stat is known by its ``formula`` (any placeholder will do) or by ``writable`` being
    false on a stat that is not built in. ``actors``: code → ``country`` or ``power``. ``things``:
    kind → addresses without the kind (``miners.option.pay``). ``spots``: address → where defined.
    """

    stats: Mapping[str, Stat]
    actors: Mapping[str, str]
    numbers: Mapping[str, int] = field(factory=dict)
    poles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    things: Mapping[str, AbstractSet[str] | tuple[str, ...]] = field(factory=dict)
    spots: Mapping[str, Spot] = field(factory=dict)
    forms: tuple[str, ...] = ()
    """Further forms of actors' names (``form.of``) that texts may use."""
    memory: dict[Any, Any] = field(factory=dict, init=False, eq=False, repr=False)
    """Paths resolved before, by the words in force; the parser's own."""


@frozen
class Scope:
    """Which words exist in one place of a file.

    ``words``: ``self``, ``target``, ``mover``, ``viewer`` → ``country``, ``power`` or ``actor``;
    ``amount`` → ``number``. ``about`` is ``[incident.harvest]``. ``missing``: why a word that one
    might expect does not exist here. ``allows_roll``: may ``roll`` stand here (effects see to it).
    """

    words: Mapping[str, str]
    about: str = ""
    missing: Mapping[str, str] = field(factory=dict)
    allows_roll: bool = False
