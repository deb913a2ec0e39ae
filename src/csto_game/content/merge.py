"""All pages of a package as one tree, with the place of everything; double names are found."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from attrs import define, field

from csto_game.content.locate import Address, Map, Mark
from csto_game.content.page import Page
from csto_game.content.problem import Problem, Report
from csto_game.content.syntax import Values, parse

OPEN = frozenset({("number",), ("world", "start"), ("alliance", "start"), ("map", "owner")})
"""Tables that hold names of the author's choice: each file may go on with them."""


@define
class Merged:
    """``root`` is the tree; `mark` says where each address is written."""

    root: Values = field(factory=dict)
    pages: list[Page] = field(factory=list)
    broken: bool = False
    foreign_key: Callable[[str, str], tuple[str, str]] = lambda _table, _name: ("", "")
    _maps: list[tuple[Page, Map]] = field(factory=list)
    _keys: dict[Address, int] = field(factory=dict)
    _headers: dict[Address, int] = field(factory=dict)
    _implied: dict[Address, tuple[Page, Mark]] = field(factory=dict)

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
        found = self._exact(address)
        if found:
            return found
        return self._within(address) or (self.mark(address[:-1]) if address else self._top())

    def table_at(self, page: Page, line: int) -> Address:
        """The table whose header stands last above a line."""
        map_ = next((map_ for other, map_ in self._maps if other is page), Map())
        address: Address = ()
        for header, mark in map_.headers.items():
            if page.place(mark.key)[0] > line:
                break
            address = header
        return address

    def _exact(self, address: Address) -> tuple[Page, Mark] | None:
        index = self._keys.get(address)
        if index is not None:
            page, map_ = self._maps[index]
            return page, map_.keys[address]
        index = self._headers.get(address)
        if index is None:
            return None
        page, map_ = self._maps[index]
        return page, map_.headers[address]

    def _within(self, address: Address) -> tuple[Page, Mark] | None:
        """Where a table is first implied, by a table or key inside it."""
        if not self._implied:
            for page, map_ in self._maps:
                for places in (map_.headers, map_.keys):
                    for other, mark in places.items():
                        for length in range(1, len(other)):
                            self._implied.setdefault(other[:length], (page, mark))
        return self._implied.get(address)

    def _top(self) -> tuple[Page, Mark]:
        page = self.pages[0] if self.pages else Page("scenario.toml", "")
        return page, Mark(0, 1)

    def add(self, page: Page, values: Values, map_: Map, report: Report) -> None:
        """Merge a page; double brackets and what is there already are reported."""
        self.pages.append(page)
        _report_doubles(page, map_, values, report)
        self._report_twice(page, map_, report)
        index = len(self._maps)
        self._maps.append((page, map_))
        # The first place of an address counts; later ones were reported above.
        self._keys = dict.fromkeys(map_.keys, index) | self._keys
        self._headers = dict.fromkeys(map_.headers, index) | self._headers
        _merge(self.root, values)

    def _report_twice(self, page: Page, map_: Map, report: Report) -> None:
        keys, headers = map_.keys.keys(), map_.headers.keys()
        both = (keys & self._keys.keys()) | (keys & self._headers.keys())
        both |= headers & self._keys.keys()
        both |= {address for address in headers & self._headers.keys() if not _may_go_on(address)}
        for address in sorted(both):
            # What stands in a table that is there twice is not said again.
            if not any(address[:length] in both for length in range(1, len(address))):
                report.add(self._twice(page, map_, address))

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


def _cure(address: Address) -> str:
    if len(address) < 2:
        return "one table"
    what = "another code" if address[0] in {"country", "power"} else "another id"
    return f"{what}, or one table. In a mod: [change.{'.'.join(address)}]"


def _may_go_on(address: Address) -> bool:
    return address in OPEN


def _merge(into: Values, values: Values) -> None:
    for name, value in values.items():
        there = into.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            _merge(there, value)
        elif there is None:
            into[name] = value


def _report_doubles(page: Page, map_: Map, values: Values, report: Report) -> None:
    for mark in map_.doubles:
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
    for kind in [name for name, value in values.items() if isinstance(value, list)]:
        if any(page.text.startswith(kind, mark.key + 2) for mark in map_.doubles):
            del values[kind]


def merge(pages: tuple[Page, ...], report: Report) -> Merged:
    """Parse and merge all pages in their order."""
    world = Merged()
    for page in pages:
        parsed = parse(page)
        if isinstance(parsed, tuple):
            world.add(page, *parsed, report)
        else:
            world.broken = True
            report.add(parsed)
    return world
