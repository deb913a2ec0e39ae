"""Which packages make up a game: the scenario, what it rests on, mods, and what those need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from attrs import define, field

from csto_game.content.bundle import Bundle
from csto_game.content.cell import listing
from csto_game.content.nearest import nearest
from csto_game.content.page import problem_at
from csto_game.content.problem import Report
from csto_game.content.tables.base import Manifest
from csto_game.content.versions import Need

Find = Callable[[str], Bundle | None]
"""A package among the installed ones, by id."""
DEEPEST = 8
"""Variants of variants."""


@define
class Gathered:
    """``chain``: the scenario that is played last, before it what it is a variant of."""

    chain: list[Bundle] = field(factory=list)
    others: list[Bundle] = field(factory=list)
    by_id: dict[str, Bundle] = field(factory=dict)
    incomplete: bool = False
    """Is something missing, so that names may be, too?"""

    @property
    def is_baseless(self) -> bool:
        """Is the scenario a variant of one that is not there?"""
        first = known(self.chain[0]) if self.chain else None
        return first is not None and first.kind == "scenario" and bool(first.extends)

    @property
    def all(self) -> tuple[Bundle, ...]:
        return (*self.chain, *self.others)


def known(one: Bundle) -> Manifest:
    """The manifest of a package that was gathered, which always has one."""
    assert one.manifest  # others are left out
    return one.manifest


@define
class Gatherer:
    """Puts a set together; ``given`` are packages named by whoever asks, ``find`` the others."""

    report: Report
    given: Mapping[str, Bundle]
    find: Find
    installed: Callable[[], Sequence[str]] = tuple
    found: Gathered = field(factory=Gathered)

    def gather(self, main: Bundle, mods: Sequence[Bundle]) -> Gathered:
        """The whole set; what is missing or does not fit is reported."""
        self._chain(main)
        for one in self.found.chain:
            self._take(one, self.found.chain)
        for mod in mods:
            if mod.manifest is not None:
                self._take(mod, self.found.others)
        for one in (*self.found.chain, *(mod for mod in mods if mod.manifest)):
            self._needs(one)
        for one in self.found.all:
            self._check(one)
        return self.found

    def _take(self, one: Bundle, to: list[Bundle]) -> None:
        id_ = known(one).id
        before = self.found.by_id.setdefault(id_, one)
        if before is not one:
            self.report.add(
                problem_at(
                    one.key("id"), "twice", f"two packages are called {id_}", hint="leave one out"
                )
            )
        elif to is self.found.others:
            to.append(one)

    # ── what a variant is a variant of ──────────────────────────────

    def _chain(self, main: Bundle) -> None:
        chain = [main]
        while known(chain[0]).extends and known(chain[0]).kind == "scenario":
            one = chain[0]
            extends = known(one).extends
            if len(extends) > 1:
                message = "a scenario is a variant of exactly one other"
                self.report.add(
                    problem_at(one.item("extends", 1), "need", message, hint="leave it out")
                )
            if extends[0].id in {known(other).id for other in chain} or len(chain) > DEEPEST:
                ids = [known(other).id for other in reversed(chain)]
                message = f"{' → '.join((*ids, ids[0]))}: neither can load first"
                self.report.add(problem_at(one.item("extends", 0), "circle", message))
                break
            base = self.present(one, "extends", 0, extends[0])
            if base is None:
                break
            chain.insert(0, base)
        self.found.chain = chain

    # ── what is needed ──────────────────────────────────────────────

    def _needs(self, one: Bundle) -> None:
        """Bring in what it needs, and what that needs."""
        waiting = [one]
        while waiting:
            now = waiting.pop()
            for index, need in enumerate(known(now).needs):
                if need.id in self.found.by_id:
                    continue
                there = self.present(now, "needs", index, need)
                if there is not None:
                    self._take(there, self.found.others)
                    waiting.append(there)

    def present(self, one: Bundle, key: str, index: int, need: Need) -> Bundle | None:
        """A package that another one rests on; if it is not there, that is reported."""
        there = self.given.get(need.id) or self.find(need.id)
        if there is not None and there.manifest is not None:
            return there
        own = known(one).id
        there_are = [id_ for id_ in dict.fromkeys((*self.given, *self.installed())) if id_ != own]
        self.found.incomplete = True
        near = nearest(need.id, there_are)
        message = f"{known(one).id} {key} {need.id}, which is not here"
        why = "" if near or not there_are else f"there are: {listing(there_are)}"
        self.report.add(problem_at(one.item(key, index), "need", message, why=why, hint=near or ""))
        return None

    # ── what does not fit ───────────────────────────────────────────

    def _check(self, one: Bundle) -> None:
        manifest = known(one)
        for key, needs in (("needs", manifest.needs), ("extends", manifest.extends)):
            for index, need in enumerate(needs):
                other = self.found.by_id.get(need.id)
                if other is not None and not need.fits(known(other).version):
                    self._wrong_version(one, key, index, need, known(other))
        for index, need in enumerate(manifest.clashes):
            other = self.found.by_id.get(need.id)
            if other is not None and need.fits(known(other).version):
                message = f"{manifest.id} cannot be used together with {need.id}"
                self.report.add(
                    problem_at(one.item("clashes", index), "clash", message, hint="leave one out")
                )
        self._check_extends(one)

    def _check_extends(self, one: Bundle) -> None:
        manifest = known(one)
        chain = [known(other).id for other in self.found.chain]
        fits = not manifest.extends or any(need.id in chain for need in manifest.extends)
        if manifest.kind != "scenario" and not fits:
            names = ", ".join(need.id for need in manifest.extends)
            message = f"{manifest.id} is a mod of {names}, not of {chain[-1]}"
            self.report.add(
                problem_at(one.key("extends"), "need", message, hint=f'extends = ["{chain[-1]}"]')
            )

    def _wrong_version(
        self, one: Bundle, key: str, index: int, need: Need, other: Manifest
    ) -> None:
        page, (start, end) = one.item(key, index)
        offset = page.text.find(need.range, start, end) if need.range else start
        what = "variant" if known(one).kind == "scenario" else known(one).kind
        self.report.add(
            problem_at(
                (page, (offset, offset + len(need.range))),
                "need",
                f"{other.id} is here as {other.version}, this {what} wants {need.range}",
                hint=f"an older version of this {what}, or a newer {other.id}",
            )
        )


def wanted(one: Bundle, by_id: Mapping[str, Bundle]) -> Iterator[tuple[str, int, str]]:
    """Key, index and id of the packages that must load before this one, if they are there."""
    manifest = known(one)
    for key, needs in (("needs", manifest.needs), ("wants", manifest.wants)):
        for index, need in enumerate(needs):
            other = by_id.get(need.id)
            if other is not None and (key == "needs" or need.fits(known(other).version)):
                yield key, index, need.id
