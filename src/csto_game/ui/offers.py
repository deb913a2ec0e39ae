"""What can be played: scenarios with their roles, and games that were saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from csto_game.machine.finding import Finding, Here

if TYPE_CHECKING:  # the title needs neither the map nor the rules
    from csto_game.ui.mapping import Mapper
    from csto_game.ui.match import Playable
    from csto_game.ui.sitting import Sitting

SEEDS = 100_000
"""Seeds drawn for a player stay below this: short enough to be told a friend."""


@frozen
class RoleOffer:
    """A seat a person may take. `level` is the scenario's word: easy, fair, hard."""

    id: str
    seat: str
    name: str
    country: str
    text: str
    level: str
    win: int
    goals: tuple[str, ...] = ()


@frozen
class Trouble:
    """One problem of a package: where, what, and all its lines as the checker prints them."""

    place: str
    message: str
    lines: tuple[str, ...]
    is_error: bool = True


@frozen
class ModOffer:
    """A mod that says it fits a scenario. One with errors cannot be switched on."""

    id: str
    name: str
    text: str
    place: str = ""
    troubles: tuple[Trouble, ...] = ()


@frozen
class Offer:
    """A scenario that was found. One with errors has no roles and cannot be begun."""

    id: str
    name: str
    text: str
    facts: tuple[tuple[str, str], ...] = ()
    roles: tuple[RoleOffer, ...] = ()
    difficulties: tuple[tuple[str, str, str], ...] = ()
    """(id, name, text)"""
    troubles: tuple[Trouble, ...] = ()
    place: str = ""
    mods: tuple[ModOffer, ...] = ()
    teaches: bool = False
    """Whether it is a lesson, to be begun without choosing."""
    turns: int = 0
    endings: tuple[tuple[str, str], ...] = ()
    """(id, name) of the ways it can end."""

    @property
    def is_broken(self) -> bool:
        return not self.roles


@frozen
class Saved:
    """A saved game. One that cannot be read says so in `trouble`."""

    name: str
    title: str
    detail: str
    when: str
    path: Path
    is_over: bool = False
    trouble: str = ""
    """Why it cannot be read as it is."""
    is_iron: bool = False
    is_touched: bool = False
    is_torn: bool = False
    facts: str = ""
    """Turn, points, size: what one wants to know before loading it."""
    scenario: str = ""
    seats: tuple[str, ...] = ()
    ending: str = ""
    """The id of how it ended, or ""."""
    memo: str = ""
    """Words of the player's own."""


@frozen
class Damage:
    """A damaged save: ``kept`` commands up to ``turn`` are good, ``lost`` lines from ``line`` on are not,
    because of ``why``. Nothing was lost if ``line`` is 0.
    """

    name: str
    path: Path
    kept: int
    turn: int
    lost: int
    line: int
    why: str


def named(saved: Saved, offers: Sequence[Offer] | None) -> str:
    """A saved game by the names of its scenario and countries, once these are known."""
    offer = next((one for one in offers or () if one.id == saved.scenario), None)
    if offer is None:
        return saved.title
    countries = {role.seat: role.country for role in offer.roles}
    return " · ".join((offer.name, *(countries.get(seat, seat) for seat in saved.seats)))


def told(saved: Saved, offers: Sequence[Offer] | None) -> str:
    """Where a saved game stands, or how it ended by the name of its scenario, once that is known."""
    offer = next((one for one in offers or () if one.id == saved.scenario), None)
    return dict(offer.endings).get(saved.ending, saved.detail) if offer else saved.detail


@frozen
class Opened:
    """A game that has been begun or taken up again; `notes` are for its player."""

    sitting: Sitting
    mapper: Mapper
    notes: tuple[str, ...] = ()


@frozen
class Setup:
    """How a new game is begun: `persons` are the seats that persons take, `mods` the places of mods."""

    offer: Offer
    persons: tuple[str, ...]
    seed: int
    difficulty: str = ""
    mods: tuple[str, ...] = ()


class Shelf(Protocol):
    """Finds and opens what can be played. All of it may take long: ask in a thread.

    `begin` and `resume` raise GameError with a sentence for the player.
    """

    def offers(self) -> tuple[Offer, ...]: ...
    def saves(self) -> tuple[Saved, ...]: ...
    def begin(self, setup: Setup) -> Opened: ...
    def resume(self, path: Path) -> Opened: ...

    def reword(self, match: Playable) -> Mapper | None:
        """Read an open game's world again, in the language that is spoken now; its map. Numbers, luck and
        what may be taken back stay. None for a game that has to be opened again for that.
        """
        ...

    def examine(self, here: Here) -> tuple[Finding, ...]:
        """What the doctor says of this machine."""
        ...

    def branch(self, path: Path, turn: int | None, name: str) -> Opened:
        """A new line of a saved game, from the start of a turn or its last moment."""
        ...

    def survey(self, path: Path) -> Damage:
        """What is good of a damaged save; nothing is written."""
        ...

    def recover(self, path: Path) -> str:
        """Write what is good of a damaged save into a new one; its name."""
        ...
