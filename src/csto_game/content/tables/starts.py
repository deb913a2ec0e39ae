"""Start numbers: of stats of the world, the alliance, actors and pairs; shares; units."""

from __future__ import annotations

from attrs import frozen

from csto_game.content.cell import SKIP, Cell, listing
from csto_game.content.nearest import nearest
from csto_game.content.tables.references import Cites
from csto_game.content.tables.types import Number, Text, wrong_type
from csto_game.model.scenario import Start, Stat

Owner = tuple[str, ...]


@frozen
class StartTable:
    """Stat → number, word or code, or ``{ is = 30, cite = "vdem", note = "…" }``."""

    owner: Owner
    label: str = "table of start numbers"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", "{ STAT = 30 }")
        starts = {
            name: start_of(cell.inner(name, value), self.owner)
            for name, value in cell.value.items()
        }
        return {name: start for name, start in starts.items() if start is not None}


def start_of(cell: Cell, owner: Owner) -> Start | None:
    """One start number, its stat checked for owner and range."""
    stat = _stat(cell, owner)
    if stat is None:
        return None
    value, more = cell.value, {}
    if isinstance(value, dict):
        more = value
        value = value.get("is")
        for name in more:
            if name not in {"is", "cite", "note"}:
                where = ".".join(cell.address)
                inner = cell.inner(name, None)
                inner.error("unknown-key", f'{where} has no key "{name}"', part="key", hint="is")
        if value is None:
            cell.error("missing-key", f"{cell.name} has no is", hint="{ is = … }")
            return None
    inner = cell.inner("is", value) if more else cell
    if not fits(inner, stat):
        return None
    spot = cell.reader.spot(cell.address)
    cite = Cites().read(cell.inner("cite", more["cite"])) if "cite" in more else ()
    note = Text(templates=False).read(cell.inner("note", more["note"])) if "note" in more else ""
    return Start(
        value if isinstance(value, int | str) else 0,
        cite=cite if isinstance(cite, tuple) else (),
        note=note if isinstance(note, str) else "",
        spot=spot,
    )


def _stat(cell: Cell, owner: Owner) -> Stat | None:
    stats = cell.reader.names.stats
    stat = stats.get(cell.name)
    what = owned_by(owner)
    if stat is None or (stat.built_in and stat.owner != ("alliance",)):
        fit = [id_ for id_, other in stats.items() if other.owner == owner and not other.built_in]
        near = nearest(cell.name, fit)
        why = "" if near else f"those are: {listing(fit)}"
        message = f'there is no stat "{cell.name}" {what}'
        cell.error("unknown-stat", message, part="key", why=why, hint=near or "")
        return None
    if stat.owner != owner:
        message = f"{cell.name} is a stat {owned_by(stat.owner)}, not {what}"
        also = (cell.reader.also(("stat", cell.name), "defined here"),)
        cell.error("wrong-owner", message, part="key", also=() if stat.built_in else also)
        return None
    if stat.formula is not None:
        message = f"{cell.name} is worked out and has no start"
        cell.error("derived", message, part="key", why=f"[stat.{cell.name}] has is = …")
        return None
    return stat


def owned_by(owner: Owner) -> str:
    """``of a country towards a power``."""
    names = {"world": "the world", "alliance": "the alliance"}
    said = [names.get(name, f"a {name}") for name in owner]
    return "of " + " towards ".join(said)


def fits(cell: Cell, stat: Stat) -> bool:
    """Is the value one that the stat can have?"""
    return _CHECKS.get(stat.holds, _number_fits)(cell, stat)


def _number_fits(cell: Cell, stat: Stat) -> bool:
    if Number().read(cell) is SKIP:
        return False
    value = cell.value
    assert isinstance(value, int)  # what Number lets pass
    if stat.min <= value <= stat.max:
        return True
    low = value < stat.min
    bound, near = ("min", stat.min) if low else ("max", stat.max)
    written = cell.reader.has(("stat", stat.id, bound))
    also = (cell.reader.also(("stat", stat.id, bound), f"{bound} = {near}"),) if written else ()
    cell.error(
        "range",
        f"{stat.id} goes from {stat.min} to {stat.max}",
        hint=f"{near}, or a {'smaller' if low else 'larger'} {bound} in [stat.{stat.id}]",
        also=also,
    )
    return False


def _choice_fits(cell: Cell, stat: Stat) -> bool:
    if not isinstance(cell.value, str):
        wrong_type(cell, "is one of its words, in quotes", f'"{stat.words[0]}"')
        return False
    if cell.value in stat.words:
        return True
    near = nearest(cell.value, stat.words) or ""
    why = f"it is one of: {', '.join(stat.words)}"
    cell.error("unknown-choice", f"{stat.id} is never {cell.value}", why=why, hint=near)
    return False


def _actor_fits(cell: Cell, stat: Stat) -> bool:
    if not isinstance(cell.value, str):
        wrong_type(cell, "holds a country or power", '"none"')
        return False
    actors = cell.reader.names.actors
    if cell.value == "none" or cell.value in actors:
        return True
    near = nearest(cell.value, actors) or ""
    message = f'there is no country or power "{cell.value}"'
    cell.error("unknown-actor", message, hint=near)
    return False


_CHECKS = {"number": _number_fits, "choice": _choice_fits, "actor": _actor_fits}


@frozen
class UnitTable:
    """``{ airborne = { held = 3, pledged = 1 } }`` → unit → (held, pledged)."""

    label: str = "table unit → { held, pledged }"

    def read(self, cell: Cell) -> object:
        if not isinstance(cell.value, dict):
            return wrong_type(cell, "is a table", "{ UNIT = { held = 1 } }")
        read: dict[str, tuple[int, int]] = {}
        for name, value in cell.value.items():
            counts = self._counts(cell.inner(name, value))
            if counts:
                read[name] = counts
        return read

    def _counts(self, cell: Cell) -> tuple[int, int] | None:
        units = tuple(cell.reader.ids("unit"))
        if cell.name not in units:
            message = f"there is no unit.{cell.name}"
            near = nearest(cell.name, units) or ""
            cell.error("unknown-thing", message, part="key", hint=near)
            return None
        if not isinstance(cell.value, dict):
            wrong_type(cell, "is a table", "{ held = 1, pledged = 0 }")
            return None
        counts = {"held": 0, "pledged": 0}
        for name, value in cell.value.items():
            inner = cell.inner(name, value)
            if name not in counts:
                message = f'{cell.name} has no "{name}"'
                inner.error("unknown-key", message, part="key", hint="held, pledged")
                continue
            count = Number(0, 999).read(inner)
            counts[name] = count if isinstance(count, int) else 0
        if counts["pledged"] > counts["held"]:
            cell.error("range", f"more {cell.name} are pledged than held", hint="pledged ≤ held")
        return counts["held"], counts["pledged"]
