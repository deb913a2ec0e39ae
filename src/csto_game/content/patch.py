"""What a mod does to the world before it, said with five words: new, change, add, replace, remove.

The mod's values take the places of the old ones in the tree, and where they are written goes
with them, so that the merged world is checked as one and every message points at its author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from attrs import define, field

from csto_game.content.locate import Address
from csto_game.content.marks import WORDS_OF_MODS, Marks, Piece, Written
from csto_game.content.merge import Merged
from csto_game.content.patch_complaints import Complaints
from csto_game.content.patched import Patched, Removal
from csto_game.content.syntax import Values
from csto_game.content.tables.base import Manifest
from csto_game.content.tables.nodes import Node, node, root
from csto_game.content.tables.rules import Conditions, Effects

BARE = frozenset({"package", "source", "number", "test"})
"""Tables that a mod may have without a word."""
_BLOCKS = (Conditions, Effects)


@define
class Patch:
    """One mod at work on the world."""

    world: Patched
    own: Merged
    mod: Manifest
    complaints: Complaints
    done: dict[str, set[Address]] = field(factory=dict)
    """By word, the addresses that were set under it."""
    gone: set[Address] = field(factory=set)

    @property
    def marks(self) -> Marks:
        return self.world.merged.marks

    @property
    def _deal_with(self) -> Mapping[str, Callable[[Values], None]]:
        return {
            "remove": self._remove,
            "replace": self._replace,
            "new": self._new,
            "change": self._change,
            "add": self._add,
        }

    def run(self) -> None:
        """Everything the mod says, what it takes away first."""
        self._bare()
        for words in (("remove", "replace"), ("new", "change", "add")):
            for word in words:
                table = self.own.root.get(word)
                if isinstance(table, dict):
                    self._deal_with[word](table)
                elif table is not None:
                    self.complaints.no_table(word)
            self.marks.forget(self.gone)
        for word, addresses in self.done.items():
            self.marks.take(self.own.marks, word, addresses)

    def _bare(self) -> None:
        for kind, value in self.own.root.items():
            if kind not in BARE and kind not in WORDS_OF_MODS:
                self.complaints.bare(kind, value, self.world.merged)
        for kind in ("source", "number"):
            table = self.own.root.get(kind)
            for id_, value in table.items() if isinstance(table, dict) else ():
                self._put_new((kind, id_), value, word="")

    # ── new ─────────────────────────────────────────────────────────

    def _new(self, table: Values) -> None:
        for here, value in self._kinds("new", table):
            self._new_in(here, value)

    def _new_in(self, here: Node, value: object) -> None:
        is_written = self.own.marks.exact(("new", *here.address)) is not None
        if here.what == "thing" and (is_written or not self._is_there(here)):
            if is_written or not _only_groups(here, value):
                self._put_new(here.address, value, word="new")
            else:
                self.complaints.nothing("new", here, self.world.merged)
            return
        if here.what in {"key", "inside"}:
            self._new_inside(here, value)
            return
        if not isinstance(value, dict):
            self._set(here.address, value, word="new")
            return
        for name, inner in value.items():
            self._new_in(here.step(name), inner)

    def _new_inside(self, here: Node, value: object) -> None:
        """An entry of a table of names, such as ``[new.alignment.start.GEO]``."""
        before = self.world.merged.get(here.address)
        if before is None:
            self._set(here.address, value, word="new")
        elif isinstance(before, dict) and isinstance(value, dict) and not here.is_value:
            for name, inner in value.items():
                self._new_inside(here.step(name), inner)
        else:
            self.complaints.exists("new", here.address, self.marks)

    def _put_new(self, address: Address, value: object, *, word: str) -> None:
        if self.world.merged.get(address) is not None:
            self.complaints.exists(word, address, self.marks)
            return
        if address[-2:-1] == ("option",):
            self.world.options.add(address)
        self._set(address, value, word=word)

    # ── change ──────────────────────────────────────────────────────

    def _change(self, table: Values) -> None:
        for here, value in self._kinds("change", table):
            self._each_key("change", here, value, self._change_key)

    def _change_key(self, here: Node, value: object) -> None:
        before = self.world.merged.get(here.address)
        if before == value and type(before) is type(value):
            self.world.rivals.doubts.append(self.complaints.same(here.address))
        self.world.rivals.meet(self.mod, "change", here.address, self.own.marks)
        self.marks.pieces.pop(here.address, None)
        self._set(here.address, value, word="change")

    # ── add ─────────────────────────────────────────────────────────

    def _add(self, table: Values) -> None:
        for here, value in self._kinds("add", table):
            self._each_key("add", here, value, self._add_key)

    def _add_key(self, here: Node, value: object) -> None:
        address = here.address
        if here.key is None:
            # No such key: the check of the whole says so.
            self._set(address, value, word="add")
            return
        is_block = isinstance(here.key.type, _BLOCKS)
        before = self.world.merged.get(address)
        page, mark = self.own.mark(("add", *address))
        is_list = isinstance(value, list) and (before is None or isinstance(before, list | str))
        if is_block and isinstance(value, str) and isinstance(before, str | None):
            joined: object = value if before is None else f"{before.rstrip()}\n{value}"
        elif is_list or (isinstance(before, list) and isinstance(value, str)):
            joined = [*_items(before), *_items(value)]
        else:
            self.complaints.no_list(address)
            return
        pieces = self.marks.pieces.get(address, ())
        if not pieces and before is not None:
            pieces = (Piece(before, *self._written(address)),)
        self._put(address, joined)
        if before is None:
            self.done.setdefault("add", set()).add(address)
        self.marks.pieces[address] = (*pieces, Piece(value, page, mark))

    # ── replace ─────────────────────────────────────────────────────

    def _replace(self, table: Values) -> None:
        for here, value in self._kinds("replace", table):
            self._replace_in(here, value)

    def _replace_in(self, here: Node, value: object) -> None:
        address = here.address
        if here.what == "thing" and not self._is_there(here):
            self.complaints.nothing("replace", here, self.world.merged)
            return
        is_written = self.own.marks.exact(("replace", *address)) is not None
        if not isinstance(value, dict) or (is_written and here.what != "group"):
            self.world.rivals.meet(self.mod, "replace", address, self.own.marks)
            self.gone.add(address)
            self.world.options = {
                other for other in self.world.options if other[: len(address)] != address
            }
            self._set(address, value, word="replace")
            return
        for name, inner in value.items():
            self._replace_in(here.step(name), inner)

    # ── remove ──────────────────────────────────────────────────────

    def _remove(self, table: Values) -> None:
        for name in table:
            if name != "things":
                self.complaints.no_key(name)
        things = table.get("things", [])
        if not isinstance(things, list):
            self.complaints.no_things()
            return
        for index, text in enumerate(things):
            self._remove_one(index, str(text))

    def _remove_one(self, index: int, text: str) -> None:
        address = tuple(text.split("."))
        here = node(address)
        place = self.complaints.item(index)
        if here is None or here.what != "thing" or len(address) < 2:
            self.complaints.no_thing(place, text)
        elif self.world.merged.get(address) is None:
            self.complaints.nothing_to_remove(place, here, self.world.merged)
        else:
            parent = cast("dict[str, object]", self.world.merged.get(address[:-1]))
            del parent[address[-1]]
            self.gone.add(address)
            self.world.removed[address] = Removal(*place)

    # ── the tree ────────────────────────────────────────────────────

    def _kinds(self, word: str, table: Values) -> Iterator[tuple[Node, object]]:
        for kind, value in table.items():
            here = root(kind)
            if here is None or kind in {"package", "test"}:
                self.complaints.unknown_kind(word, kind, value)
            else:
                yield here, value

    def _each_key(
        self, word: str, here: Node, value: object, deal: Callable[[Node, object], None]
    ) -> None:
        """Go down to the keys; things on the way must be there."""
        if here.what == "thing" and not self._is_there(here):
            self.complaints.nothing(word, here, self.world.merged)
        elif isinstance(value, dict) and not here.is_value and not self._is_text(here):
            for name, inner in value.items():
                self._each_key(word, here.step(name), inner, deal)
        else:
            deal(here, value)

    def _is_text(self, here: Node) -> bool:
        """Does a key hold something that is no table? Then a table instead is the mod's mistake."""
        before = self.world.merged.get(here.address)
        return here.what == "key" and before is not None and not isinstance(before, dict)

    def _is_there(self, here: Node) -> bool:
        """Is the thing in the world? What there is one of is, unless it must be written."""
        if self.world.merged.get(here.address) is not None:
            return True
        if here.address[0] == "relation":
            return all(
                any(self.world.merged.get((kind, code)) for kind in ("country", "power"))
                for code in here.address[1:]
            )
        return len(here.address) == 1 and here.table is not None and not here.table.required

    def _written(self, address: Address) -> Written:
        """Where the present value is written, which this very mod may just have set."""
        for word, addresses in self.done.items():
            if any(address[:length] in addresses for length in range(1, len(address) + 1)):
                return self.own.mark((word, *address) if word else address)
        return self.marks.mark(address)

    def _set(self, address: Address, value: object, *, word: str) -> None:
        self._put(address, value)
        self.done.setdefault(word, set()).add(address)

    def _put(self, address: Address, value: object) -> None:
        table = self.world.merged.root
        for name in address[:-1]:
            inner = table.get(name)
            if not isinstance(inner, dict):
                inner = table[name] = {}
            table = inner
        table[address[-1]] = value


def _only_groups(here: Node, value: object) -> bool:
    """Does the table only hold options, outcomes, rungs… of a thing that is elsewhere?"""
    return isinstance(value, dict) and all(here.step(name).what == "group" for name in value)


def _items(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
