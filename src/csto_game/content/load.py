"""Packages → a checked, frozen Scenario, or all that is wrong with them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import attrs
from attrs import define, field

from csto_game.content.bundle import Bundle, bundle, nobody_to_work_on, open_bundle
from csto_game.content.compose import Composed, compose
from csto_game.content.dangling import moved_to_removals
from csto_game.content.finding import manifest, packages
from csto_game.content.gather import Gathered, Gatherer, known
from csto_game.content.loaded import Loaded, Placed
from csto_game.content.order import ordered
from csto_game.content.problem import Problem, Report
from csto_game.content.realize import package_hash, reader_of, realize
from csto_game.content.source import Source
from csto_game.content.structure import Full, Reader
from csto_game.content.translations.of_packages import check_all, translated
from csto_game.model.scenario import Package, Scenario

_STEMS = frozenset({"wrong-owner", "dangling", "no-such-word", "missing-key", "template"})
"""Codes beside ``unknown-…`` of mistakes that may only come from a file that cannot be read."""


def load(
    path: Path,
    mods: Sequence[Path] = (),
    *,
    shelves: Sequence[Path] = (),
    offered: Sequence[Path] = (),
    map_units: Mapping[str, str] | None = None,
    warn: bool = True,
    bare: Path | None = None,
    language: str = "",
) -> Loaded:
    """Read, check and freeze a scenario with mods.

    What is needed and not given is looked for among the packages ``offered``, then on the
    ``shelves``. Files are named with their
    package's folder if there are several packages, but for the package ``bare``. ``map_units``:
    unit of the map → the unit it is a disputed piece of, or ""; by default those of the built-in
    map that ``[map] file`` names. Without ``warn``, only what keeps it from being played is told.
    Texts are those of ``language`` where there is a translation; with ``warn``, all are checked.
    """
    desk = _Desk(tuple(shelves), tuple(offered), bare, language)
    main = desk.open(path, alone=not mods)
    if not mods and not main.is_part and main.rests_on_others:
        main = desk.open(path, alone=False)
    opened = [desk.open(mod, alone=False) for mod in dict.fromkeys(mods)]
    return desk.load(main, opened, map_units, warn=warn)


def load_source(
    source: Source, *, map_units: Mapping[str, str] | None = None, warn: bool = True
) -> Loaded:
    """The same for files from anywhere: the seam for tests and tools."""
    return _Desk().load(bundle(source), [], map_units, warn=warn)


def load_part(path: Path, *, alone: bool = True) -> Loaded:
    """A mod or library by itself: what can be said of it without the scenario it belongs to."""
    desk = _Desk()
    one = desk.open(path, alone=alone)
    return desk.load_part(one)


@define
class _Desk:
    """Where one set of packages is put together."""

    shelves: tuple[Path, ...] = ()
    offered: tuple[Path, ...] = ()
    bare: Path | None = None
    language: str = ""
    report: Report = field(factory=Report)
    _prefixes: dict[str, Path] = field(factory=dict)
    _installed: dict[str, Path] | None = None
    _found: dict[str, Bundle] = field(factory=dict)

    def open(self, path: Path, *, alone: bool) -> Bundle:
        return open_bundle(path, "" if alone or path == self.bare else self._prefix(path))

    def _prefix(self, path: Path) -> str:
        """The folder's name, and a number if another package has it, too."""
        name = path.stem if path.is_file() else path.resolve().name
        prefix, number = name, 1
        while self._prefixes.setdefault(prefix, path) != path:
            number += 1
            prefix = f"{name}~{number}"
        return prefix

    @property
    def installed(self) -> dict[str, Path]:
        if self._installed is None:
            given = {str(manifest(path).get("id") or path.stem): path for path in self.offered}
            self._installed = dict(packages(self.shelves)) | given
        return self._installed

    def find(self, id_: str) -> Bundle | None:
        """An installed package."""
        path = self.installed.get(id_)
        if path is not None and id_ not in self._found:
            self._found[id_] = self.open(path, alone=False)
        return self._found.get(id_)

    def load(
        self,
        main: Bundle,
        mods: Sequence[Bundle],
        map_units: Mapping[str, str] | None,
        *,
        warn: bool,
    ) -> Loaded:
        for one in (main, *mods):
            self._take_over(one)
        if main.is_part:
            self.report.add(nobody_to_work_on(main))
        if main.is_part or not main.source.pages:
            return Loaded(None, self.report.problems, len(main.source.pages))
        found, order = self._ordered(main, mods)
        if found.is_baseless:
            return Loaded(None, self.report.problems, len(main.source.pages))
        composed = compose([found.by_id[placed.id] for placed in order] or [main], self.report)
        composed.world.broken |= found.incomplete or any(mod.broken for mod in mods)
        files = sum(len(one.source.pages) for one in composed.bundles)
        scenario: Scenario | None = None
        reader: Reader | None = None
        with suppress(Full):
            reader = reader_of(composed, self.report)
            scenario = realize(reader, composed, map_units, warn=warn)
        missing = check_all(composed.bundles, self.report) if warn else ()
        scenario = _labelled(scenario, main, composed.bundles)
        if scenario is not None and self.language:
            scenario = translated(scenario, composed.bundles, self.language, self.report)
        problems = self._problems(composed)
        if any(problem.severity == "error" for problem in problems):
            return Loaded(None, problems, files, order)
        return Loaded(scenario, problems, files, order, missing, reader if warn else None)

    def load_part(self, one: Bundle) -> Loaded:
        """What is wrong with a package whose names may be defined elsewhere."""
        self._take_over(one)
        missing: tuple[Problem, ...] = ()
        if one.manifest and one.manifest.extends:
            gatherer = Gatherer(self.report, {}, self.find, lambda: tuple(self.installed))
            gatherer.present(one, "extends", 0, one.manifest.extends[0])
        elif one.source.pages:
            composed = compose([one], self.report)
            composed.world.broken = True
            with suppress(Full):
                realize(reader_of(composed, self.report), composed, {}, warn=False)
            missing = check_all([one], self.report)
        problems = tuple(filter(_certain, self.report.problems))
        return Loaded(None, problems, len(one.source.pages), missing=missing)

    def _take_over(self, one: Bundle) -> None:
        for problem in one.problems:
            self.report.add(problem)

    def _ordered(self, main: Bundle, mods: Sequence[Bundle]) -> tuple[Gathered, tuple[Placed, ...]]:
        if main.manifest is None:
            return Gathered(), ()
        given = {known(mod).id: mod for mod in mods if mod.manifest}
        gatherer = Gatherer(self.report, given, self.find, lambda: tuple(self.installed))
        found = gatherer.gather(main, mods)
        for one in found.all:
            self._take_over(one)
        return found, ordered(found, self.report)

    def _problems(self, composed: Composed) -> tuple[Problem, ...]:
        problems = self.report.problems
        if composed.removed:
            problems = moved_to_removals(problems, composed.removed, composed.world)
        if composed.world.broken:
            problems = tuple(filter(_certain, problems))
        return problems


def _labelled(
    scenario: Scenario | None, main: Bundle, bundles: Sequence[Bundle]
) -> Scenario | None:
    if scenario is None or main.manifest is None:
        return None
    # What it says of other packages is settled now; a Scenario holds the model's records only.
    facts = {key.name: getattr(main.manifest, key.name) for key in attrs.fields(Package)}
    package = Package(**facts | {"root": main.source.root})
    return attrs.evolve(scenario, package=package, package_hash=package_hash(bundles))


def _certain(problem: Problem) -> bool:
    """May this be said although a file could not be read?"""
    follows = problem.code.startswith("unknown-") and problem.code not in {
        "unknown-key",
        "unknown-table",
    }
    return problem.severity != "warning" and not follows and problem.code not in _STEMS


def describe(scenario: Scenario, files: int = 0) -> str:
    """``fine: 4 files, 3 countries, 5 incidents``."""
    countries = sum(actor.kind == "country" for actor in scenario.actors.values())
    counts = ((files, "file"), (countries, "country"), (len(scenario.incidents), "incident"))
    said = [counted(number, noun) for number, noun in counts if number or noun != "file"]
    return f"fine: {', '.join(said)}"


def counted(number: int, noun: str) -> str:
    """``1 file``, ``3 countries``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
