"""Packages checked as one set: each scenario with the mods given that extend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs
from attrs import define, field, frozen

from csto_game.content.finding import extended, kind, manifest, packages
from csto_game.content.load import load, load_part
from csto_game.content.loaded import Loaded
from csto_game.content.problem import Problem


@frozen
class Checked:
    """``path`` is the scenario's, or that of a package that was looked at by itself."""

    path: Path
    loaded: Loaded

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.loaded.problems


@define
class _Set:
    given: tuple[Path, ...]
    shelves: tuple[Path, ...]
    kinds: dict[Path, str] = field(factory=dict)
    used: set[Path] = field(factory=set)
    _installed: dict[str, Path] | None = None

    def of_kind(self, *kinds: str) -> list[Path]:
        return [path for path in self.given if self.kinds[path] in kinds]

    @property
    def there(self) -> dict[str, Path]:
        """Every package by id, the given ones first."""
        if self._installed is None:
            given = {str(manifest(path).get("id") or path.stem): path for path in self.given}
            self._installed = dict(packages(self.shelves)) | given
        return self._installed

    def chain(self, path: Path) -> set[str]:
        """Ids of a scenario and of what it is a variant of."""
        ids: set[str] = set()
        waiting = [path]
        while waiting:
            written = manifest(waiting.pop())
            id_ = str(written.get("id", ""))
            if id_ not in ids:
                ids.add(id_)
                waiting += [self.there[base] for base in extended(written) if base in self.there]
        return ids


def check_set(paths: Sequence[Path], shelves: Sequence[Path] = ()) -> tuple[Checked, ...]:
    """Everything there is to say about these packages, each scenario once.

    A base that is not given is looked for on the shelves; of such a one only errors are told.
    """
    given = tuple(dict.fromkeys(paths))
    one = _Set(given, tuple(shelves), {path: kind(manifest(path)) for path in given})
    return tuple(_without_strangers(checked, one) for checked in _checked(one))


def _checked(one: _Set) -> Iterator[Checked]:
    for path, mods in _games(one):
        one.used.update((path, *mods))
        bare = one.given[0] if len(one.given) == 1 else None
        loaded = load(path, mods, shelves=one.shelves, offered=one.given, bare=bare)
        one.used.update(placed.path for placed in loaded.order if placed.path)
        yield Checked(path, loaded)
    for path in one.given:
        if path not in one.used:
            yield Checked(path, load_part(path, alone=len(one.given) == 1))


def _games(one: _Set) -> Iterator[tuple[Path, list[Path]]]:
    """Scenarios with their mods; then mods of scenarios that are not given, with their base."""
    mods = one.of_kind("mod")
    scenarios = [path for path in one.given if path not in mods and one.kinds[path] != "library"]
    for path in scenarios:
        chain = one.chain(path)
        yield path, [mod for mod in mods if chain & set(extended(manifest(mod)))]
    placed = {mod for path in scenarios for mod in mods if one.chain(path) & _bases(mod)}
    bases: dict[Path, list[Path]] = {}
    for mod in mods:
        base = next((one.there[id_] for id_ in extended(manifest(mod)) if id_ in one.there), None)
        if mod not in placed and base is not None:
            bases.setdefault(base, []).append(mod)
    yield from bases.items()


def _bases(mod: Path) -> set[str]:
    return set(extended(manifest(mod)))


def _without_strangers(checked: Checked, one: _Set) -> Checked:
    """Only errors are told of packages that nobody asked about, and what the mods given brought."""
    strange = tuple(
        f"{placed.prefix}/"
        for placed in checked.loaded.order
        if placed.prefix and placed.path not in one.given
    )
    brought = _brought(checked, one) if strange else frozenset()
    kept = tuple(
        attrs.evolve(problem, why=problem.why or f"it is so only with {_names(checked)}")
        if problem in brought
        else problem
        for problem in checked.problems
        if problem.severity == "error"
        or problem in brought
        or not problem.file.startswith(strange or ("\0",))
    )
    return attrs.evolve(checked, loaded=attrs.evolve(checked.loaded, problems=kept))


def _brought(checked: Checked, one: _Set) -> frozenset[Problem]:
    """Warnings about the scenario's own files that it has not without its mods."""
    base = next((placed for placed in checked.loaded.order if placed.path == checked.path), None)
    if base is None or not base.prefix or not checked.loaded.mods:
        return frozenset()
    start = f"{base.prefix}/"
    found = [problem for problem in checked.problems if problem.severity == "warning"]
    if not any(problem.file.startswith(start) for problem in found):
        return frozenset()
    alone = load(checked.path, shelves=one.shelves, offered=one.given)
    known = {(p.file.removeprefix(start), p.line, p.column, p.code) for p in alone.problems}
    return frozenset(
        problem
        for problem in found
        if problem.file.startswith(start)
        and (problem.file.removeprefix(start), problem.line, problem.column, problem.code)
        not in known
    )


def _names(checked: Checked) -> str:
    return ", ".join(placed.id for placed in checked.loaded.mods)
