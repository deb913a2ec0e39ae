"""Names of states: inside their own land where they fit, on a plate where a member is too small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from csto_game.ui.map.ascii import camp_letter
from csto_game.ui.map.canvas import Canvas
from csto_game.ui.map.ground import Cell, Ground
from csto_game.ui.map.lands import Land, best_spot, own_beside
from csto_game.ui.map.scene import Label, Scene
from csto_game.ui.map.theme import Rgb
from csto_game.ui.width import cell_width

_PLATE_REACH = 4  # cells a plate may be moved to find room


def label_states(
    ground: Ground, scene: Scene, canvas: Canvas, lands: dict[str, Land], colors: dict[str, Rgb]
) -> list[Label]:
    """Write the states of the scene, members first, the small before the large."""
    known = [lands[owner] for owner in scene.owners if owner in lands]
    known.sort(key=lambda land: (not scene.owners[land.owner].is_member, land.size, land.owner))
    keep_free = {
        cell
        for city in scene.cities
        if city.rank == 0 and (cell := ground.terrain.cell_of(city.at)) is not None
    }
    labels = []
    for land in known:
        texts = tuple(_texts(scene, land.owner, canvas))
        label = _inside(ground, land, texts, canvas, keep_free)
        if label is None and scene.owners[land.owner].is_member:
            label = _on_plate(land, texts[-1], canvas)
        if label is not None:
            write_label(label, scene, canvas, colors[land.owner])
            labels.append(label)
    return labels


def label_others(ground: Ground, scene: Scene, canvas: Canvas, lands: dict[str, Land]) -> None:
    """Name states outside the scene where their land holds the name with room all round."""
    names = dict(zip(ground.terrain.units, ground.terrain.unit_names, strict=True))
    for land in sorted(lands.values(), key=lambda land: (-land.size, land.owner)):
        text = canvas.fit(names.get(land.owner, "").upper())
        if land.owner in scene.owners or not text or canvas.level == "ascii":
            continue
        spot = best_spot(ground, land, cell_width(text) + 2, canvas, set())
        if spot is not None and own_beside(ground, land, spot, cell_width(text) + 2) == 1:
            canvas.write(spot[0] + 1, spot[1], text, fg=canvas.theme.dim_text)


def write_label(label: Label, scene: Scene, canvas: Canvas, color: Rgb) -> None:
    is_member = scene.owners[label.owner].is_member
    canvas.write(
        label.x,
        label.y,
        label.text,
        fg=canvas.theme.member_text if is_member else canvas.theme.dim_text,
        plate=None if label.is_inside else color,
        bold=is_member,
        reverse=label.owner == scene.selected,
    )


def _texts(scene: Scene, owner: str, canvas: Canvas) -> Iterator[str]:
    """Name, short name, code; without color a member's camp letter stands behind each."""
    known = scene.owners[owner]
    if canvas.level == "ascii":
        yield f"[{canvas.fit(owner)}]"
        return
    names = (canvas.fit(text) for text in (known.name.upper(), known.short.upper(), owner))
    distinct = tuple(dict.fromkeys(name for name in names if name)) or ("?",)
    if canvas.level == "braille" and known.is_member:
        letter = camp_letter(scene, owner)
        yield from (f"{name} {letter}" for name in distinct)
    yield from distinct


def _inside(
    ground: Ground, land: Land, texts: Iterable[str], canvas: Canvas, keep_free: set[Cell]
) -> Label | None:
    for text in texts:
        width = cell_width(text)
        spot = best_spot(ground, land, width, canvas, keep_free)
        if spot is not None:
            return Label(land.owner, text, *spot, width, is_inside=True)
    return None


def _on_plate(land: Land, text: str, canvas: Canvas) -> Label | None:
    """The free place nearest to the middle of the land, whoever owns it."""
    width = cell_width(text)
    x = round(land.middle[0] - width / 2)
    y = round(land.middle[1])
    moves = [
        (abs(dx) + 2 * abs(dy), dy, dx)
        for dy in range(-_PLATE_REACH, _PLATE_REACH + 1)
        for dx in range(-_PLATE_REACH, _PLATE_REACH + 1)
    ]
    for _, dy, dx in sorted(moves):
        left = min(max(0, x + dx), max(0, canvas.width - width))
        if canvas.is_free(left, y + dy, width, margin=1):
            return Label(land.owner, text, left, y + dy, width, is_inside=False)
    return None
