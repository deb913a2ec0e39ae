"""The map of a scenario: its land once, and a scene of it for each View."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from attrs import field, frozen

from csto_game.model.scenario import Scenario
from csto_game.model.view import Member, View
from csto_game.places import maps
from csto_game.ui.figures import share
from csto_game.ui.look import Look
from csto_game.ui.map import (
    WINDOWS,
    Arrow,
    City,
    MapAsset,
    MapAssetError,
    Marker,
    Owner,
    Rgb,
    Scene,
    Sea,
    TileGrid,
    Window,
    lean_color,
    load_asset,
    load_cities,
    mix,
    neutral_color,
    tile_grid,
)
from csto_game.ui.poles import Pole, leaning, poles

_WIDE = 10.0  # degrees on the plane
_BUILT_IN = {"eurasia": "eurasia.json"}


@frozen(eq=False)
class Atlas:
    """Land, or a grid of tiles. `zooms` are windows of the land in the order of the zoom key."""

    asset: MapAsset | None = None
    grid: TileGrid | None = None
    zooms: Mapping[str, Window] = field(factory=dict)
    cities: tuple[City, ...] = ()
    seas: tuple[Sea, ...] = ()
    neutral: Mapping[str, str] = field(factory=dict)
    """Land of nobody who acts: code, or letter on a board, and its name."""


def load_atlas(scenario: Scenario, folder: Path | None = None) -> Atlas | None:
    """The scenario's map; None if it has none, or none that can be read."""
    if scenario.map.kind == "tiles":
        return _tiles(scenario)
    if scenario.map.kind != "geo":
        return None
    name = scenario.map.file or "eurasia"
    shipped = (folder or maps()) / _BUILT_IN.get(name, name)
    try:
        asset = load_asset(shipped)
    except MapAssetError:
        return None
    own = {w.name: Window(*w.box) for w in scenario.map.views.values()}
    zooms = {"": WINDOWS["all"], **(own or {name: WINDOWS[name] for name in list(WINDOWS)[1:]})}
    cities, seas = _names(shipped.parent)
    named = _own_cities(scenario) or cities
    return Atlas(asset, None, zooms, named, seas, scenario.map.label)


def shipped_land() -> MapAsset | None:
    """The map that comes with the program; None if it cannot be read."""
    try:
        return load_asset(maps() / next(iter(_BUILT_IN.values())))
    except MapAssetError:
        return None


def _tiles(scenario: Scenario) -> Atlas | None:
    letters = {actor.tile: actor.code for actor in scenario.actors.values() if actor.tile}
    neutral = {letter: name for letter, name in scenario.map.label.items() if letter not in letters}
    # A board is drawn whatever its letters: what is nobody's is grey land.
    letters |= {
        letter: letter for letter in sorted({*"".join(scenario.map.rows)} - {".", " ", *letters})
    }
    try:
        return Atlas(grid=tile_grid(scenario.map.rows, letters), neutral=neutral)
    except ValueError:
        return None


def _own_cities(scenario: Scenario) -> tuple[City, ...]:
    return tuple(
        City(place.name, (place.at[1], place.at[0]), place.owner, 0 if place.capital else 2)
        for place in scenario.places.values()
        if place.kind == "city"
    )


def _names(folder: Path) -> tuple[tuple[City, ...], tuple[Sea, ...]]:
    try:
        return load_cities(folder / "cities.json")
    except MapAssetError:
        return (), ()


def scene(view: View, atlas: Atlas, look: Look, *, selected: str, layer: str) -> Scene:
    """The map now: who leans where, or the figure `layer` of each country."""
    all_poles = poles(view, look)
    owners = {
        member.code: Owner(
            color=_member_color(member, all_poles, look, layer),
            name=_with_value(member.name.upper(), member, layer),
            short=_with_value(member.code, member, layer),
            letter=_letter(member, all_poles, layer),
            is_member=member.membership in ("member", "suspended"),
        )
        for member in view.members
    }
    signs = {pole.code: pole for pole in all_poles}
    for power in view.powers:
        pole = signs.get(power.code)
        owners[power.code] = Owner(
            color=_power_color(power.code, pole, look, layer),
            name=power.name.removeprefix("the ").upper(),
            short=power.code,
            letter=pole.letter if pole else ".",
        )
    for code, name in atlas.neutral.items():
        color = neutral_color(look.theme.map, code)
        owners.setdefault(code, Owner(color, name=name.upper(), short=code))
    return Scene(
        owners=owners,
        owner_of=view.owners,
        selected=selected or None,
        outline=_is_wide(atlas.asset, view, selected),
        cities=_ranked(atlas.cities, view),
        seas=atlas.seas,
        markers=_markers(view, look),
        arrows=_arrows(view, look),
    )


def _is_wide(asset: MapAsset | None, view: View, code: str) -> bool:
    """Whether a country is so large that filling it would repaint half the map."""
    if asset is None:
        return False
    units = [unit for unit in asset.units if view.owners.get(unit.id, unit.owner) == code]
    return any(unit.shape.east - unit.shape.west > _WIDE for unit in units)


def _member_color(member: Member, all_poles: tuple[Pole, ...], look: Look, layer: str) -> Rgb:
    theme = look.theme
    if layer:
        figure = member.figures.get(layer)
        if figure is None:
            return neutral_color(theme.map, member.code)
        return heat_color(share(figure), figure.good, look) if figure.known else theme.map.land
    found = leaning(dict(member.lean.shares), all_poles)
    if found is None:
        return lean_color(theme.map, theme.camp(0), 500)
    return lean_color(theme.map, found[0].color, found[1])


def heat_color(per_mille: int, good: str, look: Look) -> Rgb:
    """Grey to full: toward the color of bad for what is bad when high, of the third camp for all else."""
    theme = look.theme
    hue = theme.bad if good == "low" else theme.camp(3)
    return mix(theme.map.land, hue, 100 + per_mille * 9 // 10)


def _power_color(code: str, pole: Pole | None, look: Look, layer: str) -> Rgb:
    if pole is None or layer:
        return neutral_color(look.theme.map, code)
    return lean_color(look.theme.map, pole.color, 300)


def _with_value(name: str, member: Member, layer: str) -> str:
    """A name with the number that its color stands for: color is never alone."""
    figure = member.figures.get(layer) if layer else None
    return f"{name} {figure.shown if figure.known else '?'}" if figure else name


def _letter(member: Member, all_poles: tuple[Pole, ...], layer: str) -> str:
    """The camp's letter, small where less than half leans that way; of a figure, its tenth."""
    figure = member.figures.get(layer) if layer else None
    if figure:
        return str(min(9, share(figure) // 100)) if figure.known else "?"
    found = leaning(dict(member.lean.shares), all_poles)
    if found is None:
        return member.code[:1]
    return found[0].letter if found[1] >= 500 else found[0].letter.lower()


def _ranked(cities: tuple[City, ...], view: View) -> tuple[City, ...]:
    ours = {m.code for m in view.members if m.membership in ("member", "suspended")}
    return tuple(
        City(
            city.name,
            city.at,
            city.owner,
            1 if city.rank == 0 and city.owner not in ours else city.rank,
        )
        for city in cities
    )


def _arrows(view: View, look: Look) -> tuple[Arrow, ...]:
    """From who is behind a crisis to whom it troubles; from who sends troops to where they are."""
    theme, ours = look.theme, {member.code for member in view.members}
    found: dict[tuple[str, str], Arrow] = {}
    for crisis in view.crises:
        end = crisis.to if crisis.to in ours else crisis.by
        start = crisis.by if end == crisis.to else crisis.to
        found[start, end] = Arrow(start, end, theme.danger)
    for mission in view.missions:
        senders = {mission.by, *(troop.split(" ")[0] for troop in mission.troops)}
        for code in sorted(senders & ours):
            found.setdefault((code, mission.to), Arrow(code, mission.to, theme.camp(0)))
    return tuple(found.values())


def _markers(view: View, look: Look) -> tuple[Marker, ...]:
    """An alert in each country that a crisis is about; in the other party's where it has none."""
    ours = {member.code for member in view.members}
    found = [crisis.to if crisis.to in ours else crisis.by for crisis in view.crises]
    return tuple(
        Marker(code, look.glyphs.alert, look.theme.danger) for code in dict.fromkeys(found)
    )
