"""One package as it was read: its files, its own tree, its manifest, and what is wrong so far."""

from __future__ import annotations

from pathlib import Path

import attrs
from attrs import frozen

from csto_game.content.collector import without_collector
from csto_game.content.entry import plain
from csto_game.content.language import Names
from csto_game.content.marks import WORDS_OF_MODS
from csto_game.content.merge import Merged, Parsed, parse_pages
from csto_game.content.page import Page, Place
from csto_game.content.problem import Problem, Report
from csto_game.content.source import MANIFEST, Source, read_source
from csto_game.content.structure import Reader
from csto_game.content.tables.base import PACKAGE, Manifest


@frozen
class Bundle:
    """``manifest`` is None if it is missing or wrong. ``path`` is where it was read from, if
    that was a file or folder. ``names`` are the words its own tables begin with.
    """

    source: Source
    parsed: tuple[Parsed, ...]
    own: Merged
    manifest: Manifest | None
    problems: tuple[Problem, ...]
    prefix: str = ""
    path: Path | None = None

    @property
    def is_part(self) -> bool:
        """Is it used with a scenario, and not by itself?"""
        if self.manifest is None:
            return any(word in self.own.root for word in WORDS_OF_MODS)
        return self.manifest.kind in {"mod", "library"}

    @property
    def rests_on_others(self) -> bool:
        """Does it need other packages to be whole?"""
        return self.manifest is not None and bool(self.manifest.needs or self.manifest.extends)

    @property
    def broken(self) -> bool:
        """Could a file not be read, so that names may be missing for no other reason?"""
        unread = any(problem.severity == "error" for problem in self.source.problems)
        return self.own.broken or unread

    def item(self, key: str, index: int) -> Place:
        """Where one of ``needs``, ``wants``, ``clashes`` or ``extends`` is written."""
        page, mark = self.own.mark(("package", key))
        start, end = page.items(mark)[index]
        return page, (start, end)

    def key(self, key: str) -> Place:
        """Where a key of the manifest is written; the table, if it is not."""
        page, mark = self.own.mark(("package", key))
        return page, (mark.key, mark.key_end)


def open_bundle(path: Path, prefix: str = "") -> Bundle:
    """Read a package from its folder or zip file."""
    return attrs.evolve(bundle(read_source(path), prefix), path=path)


@without_collector()
def bundle(source: Source, prefix: str = "") -> Bundle:
    """A package from its files. ``prefix`` comes before their names wherever they are told."""
    if prefix:
        source = _named(source, prefix)
    report = Report()
    for problem in source.problems:
        report.add(problem)
    parsed, broken = parse_pages(source.pages, report)
    own = Merged(broken=broken)
    for one in parsed:
        own.add(one, report)
    manifest = Reader(own, report, Names({}, {}), with_rules=False).single(PACKAGE)
    known = manifest if isinstance(manifest, Manifest) else None
    if known and known.kind == "mod" and not known.extends:
        _no_extends(own, report)
    return Bundle(source, parsed, own, known, report.problems, prefix)


def _named(source: Source, prefix: str) -> Source:
    pages = tuple(Page(f"{prefix}/{page.name}", page.text) for page in source.pages)
    problems = tuple(
        problem
        if problem.file == source.root or problem.code == "no-manifest"
        else attrs.evolve(problem, file=f"{prefix}/{problem.file}")
        for problem in source.problems
    )
    return attrs.evolve(source, pages=pages, problems=problems)


def _no_extends(own: Merged, report: Report) -> None:
    page, mark = own.mark(("package", "kind"))
    report.add(
        page.problem(
            (mark.key, mark.key_end),
            "missing-key",
            "a mod says which scenarios it fits",
            hint='extends = ["ID"]',
        )
    )


def nobody_to_work_on(one: Bundle) -> Problem:
    """A mod or library that was to be played by itself."""
    what = one.manifest.kind if one.manifest else "mod"
    message = f"this is a {what}; it is used with a scenario, not by itself"
    name = next((page.name for page in one.source.pages if page.name.endswith(MANIFEST)), MANIFEST)
    return plain(name, "need", message)
