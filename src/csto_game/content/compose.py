"""Packages in their order → one world: the base's tree with every mod worked in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from attrs import frozen

from csto_game.content.bundle import Bundle
from csto_game.content.locate import Address
from csto_game.content.merge import Merged
from csto_game.content.patch import Patch
from csto_game.content.patch_complaints import Complaints
from csto_game.content.patched import Patched, Removal
from csto_game.content.problem import Problem, Report
from csto_game.content.structure import Full
from csto_game.content.tables.base import Manifest


@frozen
class Composed:
    """``doubts`` are warnings about a thing, told unless it asks for silence."""

    world: Merged
    bundles: tuple[Bundle, ...]
    removed: Mapping[Address, Removal]
    doubts: tuple[tuple[Address, Problem], ...]


def compose(bundles: Sequence[Bundle], report: Report) -> Composed:
    """Merge what has tables of its own, and let the others change it."""
    first = bundles[0]
    # The base's own tree stays as it was: its translations are of what it says itself.
    merged = first.own.copy() if len(bundles) > 1 else first.own
    merged.broken = any(one.broken for one in bundles)
    world = Patched(merged, report, first.manifest)
    with suppress(Full):
        for one in bundles[1:]:
            _work_in(world, one, report)
    world.settle()
    return Composed(merged, tuple(bundles), world.removed, tuple(world.rivals.doubts))


def _work_in(world: Patched, one: Bundle, report: Report) -> None:
    manifest = one.manifest
    assert isinstance(manifest, Manifest)  # only the first may be without one
    if manifest.extends:
        complaints = Complaints(one.own.marks, report, world.base or manifest)
        Patch(world, one.own, manifest, complaints).run()
        world.merged.marks.join(one.own.marks)
    else:
        for parsed in one.parsed:
            world.merged.add(parsed, report, is_first=False)
    if manifest.kind == "scenario":
        world.base = manifest
