"""All pages of a package as one tree, with the place of everything; double names are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from attrs import define, field, frozen

from csto_game.content.locate import Address, Map, Mark
from csto_game.content.marks import WORDS_OF_MODS, Marks
from csto_game.content.page import Page
from csto_game.content.problem import Problem, Report
from csto_game.content.syntax import Values, parse

OPEN = frozenset({("number",), ("world", "start"), ("alliance", "start"), ("map", "owner")})
"""Tables that hold names of the author's choice: each file may go on with them."""


@frozen
class Parsed:
    """A page that is TOML, its values and their places."""

    page: Page
    values: Values
    map: Map


@define
class Merged:
    """``root`` is the tree; `marks` says where each address is written."""

    root: Values = field(factory=dict)
    marks: Marks = field(factory=Marks)
    broken: bool = False
    foreign_key: Callable[[str, str], tuple[str, str]] = lambda _table, _name: ("", "")

    def copy(self) -> Merged:
        """The same world, to be changed without changing this one."""
        return Merged(_copied(self.root), self.marks.copy(), self.broken, self.foreign_key)

    @property
    def pages(self) -> list[Page]:
        return self.marks.pages

    def get(self, address: Address) -> object:
        """The raw value at an address, or None."""
        value: object = self.root
        for name in address:
            if not isinstance(value, dict) or name not in value:
                return None
            value = value[name]
        return value

    def mark(self, address: Address) -> tuple[Page, Mark]:
        """Where an address is written; for implied tables the first place that implies them."""
        return self.marks.mark(address)

    def table_at(self, page: Page, line: int) -> Address:
        """The table whose header stands last above a line."""
        return self.marks.table_at(page, line)

    def add(self, parsed: Parsed, report: Report, *, is_first: bool = True) -> None:
        """Merge a page; double brackets and what is there already are reported.

        ``is_first``: is the manifest of this page's package the one that counts?
        """
        page, map_ = parsed.page, parsed.map
        _report_doubles(parsed, report)
        twice, again = self.marks.add(page, map_)
        twice |= {address for address in again if not _may_go_on(address)}
        if not is_first:
            twice = {address for address in twice if address[0] != "package"}
        for address in sorted(twice):
            # What stands in a table that is there twice is not said again.
            if not any(address[:length] in twice for length in range(1, len(address))):
                report.add(self._twice(page, map_, address))
        _merge(self.root, parsed.values)

    def _twice(self, page: Page, map_: Map, address: Address) -> Problem:
        mark = map_.keys.get(address) or map_.headers[address]
        before, first = self.mark(address)
        return page.problem(
            (mark.key, mark.key_end),
            "twice",
            f"{'.'.join(address)} is there already",
            why="a name stands for one thing; two files may not both write it",
            hint=_cure(address),
            also=(before.also(first.key, "the first one"),),
        )


def _copied(values: Values) -> Values:
    return {name: _copy_of(value) for name, value in values.items()}


def _copy_of(value: object) -> object:
    if isinstance(value, dict):
        return _copied(value)
    return list(value) if isinstance(value, list) else value


def _cure(address: Address) -> str:
    if len(address) < 2 or address[0] in WORDS_OF_MODS:
        return "one table"
    what = "another code" if address[0] in {"country", "power"} else "another id"
    return f"{what}, or one table. In a mod: [change.{'.'.join(address)}]"


def _may_go_on(address: Address) -> bool:
    return address in OPEN or (address[0] in WORDS_OF_MODS and address[1:] in OPEN)


def _merge(into: Values, values: Values) -> None:
    for name, value in values.items():
        there = into.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            _merge(there, value)
        elif there is None:
            into[name] = value


def _report_doubles(parsed: Parsed, report: Report) -> None:
    page, values, doubles = parsed.page, parsed.values, parsed.map.doubles
    if not doubles:
        return
    for mark in doubles:
        kind = page.text[mark.key + 2 : mark.key_end - 2].strip()
        table = values.get(kind)
        first = cast("object", table[0] if isinstance(table, list) and table else None)
        id_ = first.get("id") if isinstance(first, dict) else None
        cure = f'[{kind}.{id_}]    and drop the line id = "{id_}"' if id_ else f"[{kind}.ID]"
        report.add(
            page.problem(
                (mark.key, mark.key_end),
                "double-brackets",
                "there are no [[lists]] in this format",
                why="everything with a name is [kind.id], so that it has an address",
                hint=cure,
            )
        )
        if report.left_out:
            break
    for kind in [name for name, value in values.items() if isinstance(value, list)]:
        if any(page.text.startswith(kind, mark.key + 2) for mark in doubles):
            del values[kind]


def parse_pages(pages: Iterable[Page], report: Report) -> tuple[tuple[Parsed, ...], bool]:
    """Every page that is TOML, and whether one is not."""
    parsed: list[Parsed] = []
    broken = False
    for page in pages:
        found = parse(page)
        if isinstance(found, tuple):
            parsed.append(Parsed(page, *found))
        else:
            broken = True
            report.add(found)
    return tuple(parsed), broken


def merge(pages: tuple[Page, ...], report: Report) -> Merged:
    """Parse and merge all pages in their order."""
    parsed, broken = parse_pages(pages, report)
    world = Merged(broken=broken)
    for one in parsed:
        world.add(one, report)
    return world
