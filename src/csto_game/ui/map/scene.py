"""What a map shows at one moment, and the rows that come of it. All frozen, all plain."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from attrs import frozen

from csto_game.ui.map.span import Row
from csto_game.ui.map.theme import Rgb

LonLat = tuple[float, float]  # east, north in degrees; (column, row) on a tile map
Anchor = str | LonLat  # an owner's code, a unit's id, or a point
Direction = Literal["up", "down", "left", "right"]


@frozen
class Owner:
    """How one state looks. `letter` is its camp's, for levels without color."""

    color: Rgb
    name: str = ""
    short: str = ""
    letter: str = "."
    is_member: bool = False


@frozen
class City:
    """Rank 0 is a member's capital, 1 a neighbor's, 2 is shown only when there is room."""

    name: str
    at: LonLat
    owner: str
    rank: int = 2


@frozen
class Sea:
    """A name on the water."""

    name: str
    at: LonLat


@frozen
class Marker:
    """One glyph that must be seen: a crisis, a base, a mission."""

    at: Anchor
    glyph: str
    color: Rgb
    plate: Rgb | None = None  # what it stands on; the map itself if None


@frozen
class Arrow:
    """A thin line with a head at `end`."""

    start: Anchor
    end: Anchor
    color: Rgb


@frozen
class LegendEntry:
    """A sign in its color and what it means."""

    glyph: str
    color: Rgb
    text: str


_NOTHING: Mapping[str, str] = MappingProxyType({})


@frozen
class Scene:
    """Everything that varies. A unit without an entry in `owner_of` has the asset's owner.

    States without an entry in `owners` are drawn grey, and named only where there is much room.
    With `outline` the selected state keeps its color and only its border is lit.
    """

    owners: Mapping[str, Owner]
    owner_of: Mapping[str, str] = _NOTHING
    selected: str | None = None
    outline: bool = False
    disputed: tuple[str, ...] = ()
    cities: tuple[City, ...] = ()
    seas: tuple[Sea, ...] = ()
    markers: tuple[Marker, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    title: str = ""
    legend: tuple[LegendEntry, ...] = ()


@frozen
class Label:
    """A state's name on the map: its first cell, its text, its width in cells.

    `is_inside` says that every cell of it lies on the state's own land; otherwise the state is
    too small, and the label stands on a plate of the state's color.
    """

    owner: str
    text: str
    x: int
    y: int
    width: int
    is_inside: bool


@frozen(eq=False)
class Picture:
    """Finished rows, and what a click or an arrow key on them means.

    `cells` holds one byte per cell: a place in `names`, whose empty entries are water.
    """

    width: int
    height: int
    rows: tuple[Row, ...]
    cells: tuple[bytes, ...]
    names: tuple[str, ...]
    labels: tuple[Label, ...]
    centers: Mapping[str, tuple[int, int]]  # label center of each named state, by code
