"""Raw TOML → records, following the declared tables; every mistake is kept, none stops.

This is the one module that meets values of unknown shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from attrs import define, field

from csto_game.content.cell import NO_WORDS, SKIP, Cell, article, listing
from csto_game.content.language import Names, RuleText, Scope
from csto_game.content.locate import Address, Mark
from csto_game.content.marks import header_part
from csto_game.content.merge import Merged
from csto_game.content.nearest import nearest
from csto_game.content.page import Page
from csto_game.content.problem import Also, Report
from csto_game.content.tables.keys import Fields, Key, Table
from csto_game.model.scenario import Spot

T = TypeVar("T")


class Full(Exception):  # noqa: N818  # no error: the rest is not worth the time
    """So much is wrong that looking further would only cost time."""


@define
class Reader:
    """Reads tables of one merged world. ``with_rules`` is off while names are still unknown."""

    world: Merged
    report: Report
    names: Names
    with_rules: bool = True
    quiet: dict[Address, tuple[str, ...]] = field(factory=dict)
    rules: list[tuple[Address, RuleText, object]] = field(factory=list)

    # ── places ──────────────────────────────────────────────────────

    def mark(self, address: Address) -> tuple[Page, Mark]:
        """Where an address is written; for what is only implied, the nearest thing that is."""
        return self.world.mark(address)

    def spot(self, address: Address) -> Spot:
        page, mark = self.mark(address)
        return Spot(page.name, *page.place(mark.key))

    def also(self, address: Address, message: str, *, part: str = "key") -> Also:
        page, (start, _) = self.span(address, part)
        return page.also(start, message)

    def span(self, address: Address, part: str | int) -> tuple[Page, tuple[int, int]]:
        """``part``: ``key``, ``value``, ``kind`` or ``id`` of a header, or an item of a list."""
        page, mark = self.mark(address)
        if mark.value < 0:
            pick = {"id": -1, "kind": 0}.get(str(part))
            if pick is None:
                return page, (mark.key, mark.key_end)
            return page, header_part(page, mark, pick, address)
        if isinstance(part, int):
            return self._item(address, page, mark, part)
        is_value = part == "value"
        return page, (mark.value, mark.value_end) if is_value else (mark.key, mark.key_end)

    def _item(
        self, address: Address, page: Page, mark: Mark, index: int
    ) -> tuple[Page, tuple[int, int]]:
        """An item of a list, which may have come from a mod that added to it."""
        for piece in self.world.marks.pieces.get(address, ()):
            page, mark = piece.page, piece.mark
            count = len(piece.value) if isinstance(piece.value, list) else 1
            if index < count:
                break
            index -= count
        if page.text[mark.value] != "[":
            return page, (mark.value, mark.value_end)
        return page, page.items(mark)[index]

    def error(
        self,
        address: Address,
        code: str,
        message: str,
        *,
        why: str = "",
        hint: str = "",
        part: str | int = "value",
        also: tuple[Also, ...] = (),
        severity: str = "error",
    ) -> None:
        page, span = self.span(address, part)
        self.report.add(
            page.problem(span, code, message, why=why, hint=hint, also=also, severity=severity)
        )
        self.stop_if_full()

    def stop_if_full(self) -> None:
        """Look no further once there are more messages than anybody reads. Raises Full."""
        if self.report.left_out:
            raise Full

    def text(self, address: Address, value: str, item: int = -1) -> RuleText:
        """A text and its place; columns are right where it has no escapes."""
        page, (start, _) = self.span(address, "value" if item < 0 else item)
        opening = _opening(page.text, start)
        line, column = page.place(opening)
        return RuleText(value, page.name, line, column, page.lines)

    def rule(self, address: Address, value: str) -> RuleText | None:
        return self._rule(value, *self.mark(address))

    def rules_at(self, address: Address, value: str) -> tuple[RuleText, ...]:
        """A block as the texts it was put together from: one, unless mods added to it."""
        pieces = self.world.marks.pieces.get(address)
        if not pieces:
            rule = self.rule(address, value)
            return (rule,) if rule else ()
        texts = [self._rule(str(piece.value), piece.page, piece.mark) for piece in pieces]
        return tuple(text for text in texts if text)

    def _rule(self, value: str, page: Page, mark: Mark) -> RuleText | None:
        start = _opening(page.text, mark.value)
        if page.text.startswith(value, start):
            line, column = page.place(start)
            return RuleText(value, page.name, line, column, page.lines, as_written=True)
        slash = page.text.find("\\", start, mark.value_end)
        raw = page.text[mark.value + 1 : mark.value_end - 1]
        self.report.add(
            page.problem(
                (slash, slash + 2),
                "backslash",
                "no backslashes in rules",
                why="columns in messages would no longer be true",
                hint="'" + raw.replace("\\", "") + "'" if "'" not in raw else "",
            )
        )
        return None

    def quiet_at(self, page: Page, line: int) -> tuple[str, ...]:
        """Warnings that the table around a line does not want."""
        if not self.quiet:
            return ()
        address = self.world.table_at(page, line)
        return tuple(
            code
            for length in range(1, len(address) + 1)
            for code in self.quiet.get(address[:length], ())
        )

    def ids(self, kind: str) -> Iterable[str]:
        """Ids of the things of a kind, as written, in order."""
        raw = self.world.get(tuple(kind.split(".")))
        return raw if isinstance(raw, dict) else ()

    def has(self, address: Address) -> bool:
        """Is something written at this address?"""
        return self.world.get(address) is not None

    def raw(self, address: Address) -> object:
        """The value as it stands in the files, or None."""
        return self.world.get(address)

    def keep(self, address: Address, rule: RuleText, tree: object) -> None:
        """Remember a rule for the checks that come after reading."""
        self.rules.append((address, rule, tree))
        self.stop_if_full()

    # ── tables ──────────────────────────────────────────────────────

    def things(self, table: Table[T], scope: Scope = NO_WORDS) -> dict[str, T]:
        """All things of a kind, by id, in the order of the files."""
        path = tuple(table.address.split("."))[:-1]
        raw = self.world.get(path)
        return self._children(table, path, raw, scope) if isinstance(raw, dict) else {}

    def single(self, table: Table[T], address: Address | None = None) -> T | None:
        """A table there is one of; None if it is absent or a required key is."""
        address = address or tuple(table.address.split("."))
        raw = self.world.get(address)
        if not isinstance(raw, dict):
            return None
        return self.table(table, Cell(self, address, raw))

    def _children(
        self, table: Table[T], path: Address, raw: dict[str, object], scope: Scope
    ) -> dict[str, T]:
        made: dict[str, T] = {}
        for id_, value in raw.items():
            address = (*path, id_)
            if not isinstance(value, dict):
                self.error(
                    address,
                    "unknown-key",
                    f'[{".".join(path)}] has no key "{id_}"',
                    part="key",
                    why=f"it holds tables: [{table.address}]",
                )
                continue
            thing = self.table(table, Cell(self, address, value, scope))
            if thing is not None:
                made[id_] = thing
        return made

    def table(self, table: Table[T], cell: Cell) -> T | None:
        """One table as its record; None if something required is missing or wrong."""
        raw = cast("dict[str, object]", cell.value)
        fields: Fields = {}
        whole = self._complete(table, cell, raw)
        for name in raw:
            if name not in table.by_name and name not in table.children:
                self._unknown_key(table, cell.address, name)
        scope = self._who(table, cell, raw, fields)
        for name, value in raw.items():
            key = table.by_name.get(name)
            if key is not None and name not in table.phrases:
                words = key.words(scope, fields) if key.words else scope
                self._read(key, Cell(self, (*cell.address, name), value, words), fields)
        for name, (target, child) in table.children.items():
            inner = raw.get(name)
            fields[target] = {}
            if isinstance(inner, dict):
                fields[target] = self._children(child, (*cell.address, name), inner, scope)
            elif inner is not None:
                cell.inner(name, inner).error("type", f"{name} is a table")
        if table.finish:
            table.finish(self, cell, fields)
        return self._record(table, cell, fields) if whole else None

    def _who(self, table: Table[T], cell: Cell, raw: Mapping[str, object], fields: Fields) -> Scope:
        """Read ``by``, then ``target``, which may look at ``self``; gives the words after."""
        address = ".".join(cell.address)
        scope = cell.scope
        for name in table.phrases:
            if name in raw:
                words = NO_WORDS
                if name == "target" and table.scope:
                    known = table.scope(self, address, fields, scope).words
                    words = Scope({"self": known["self"]} if "self" in known else {})
                inner = Cell(self, (*cell.address, name), raw[name], words)
                self._read(table.by_name[name], inner, fields)
        return table.scope(self, address, fields, scope) if table.scope else scope

    def _read(self, key: Key, cell: Cell, fields: Fields) -> None:
        value = key.type.read(cell)
        if value is not SKIP:
            fields[key.target] = value

    def _record(self, table: Table[T], cell: Cell, fields: Fields) -> T | None:
        if any(table.by_name[name].target not in fields for name in table.required):
            return None
        if fields.get("quiet"):
            self.quiet[cell.address] = cast("tuple[str, ...]", fields["quiet"])
        accepted = table.accepted
        kept = {name: value for name, value in fields.items() if name in accepted}
        if table.has_id:
            kept["id"] = cell.name
        if table.has_spot:
            kept["spot"] = self.spot(cell.address)
        return table.record(**kept)

    def _complete(self, table: Table[T], cell: Cell, raw: Mapping[str, object]) -> bool:
        missing = [name for name in table.required if name not in raw]
        if not missing:
            return True
        kind = table.address.split(".")[-2 if table.address.endswith((".ID", ".CODE")) else -1]
        needed = " and ".join([", ".join(table.required[:-1]), table.required[-1]][-2:]).strip()
        needed = needed.removeprefix("and ")
        self.error(
            cell.address,
            "missing-key",
            f"[{'.'.join(cell.address)}] has no {' and no '.join(missing)}",
            why=f"{article(kind)} {kind} needs {needed}",
            hint=" and ".join(f"{name} = …" for name in missing),
        )
        return False

    def _unknown_key(self, table: Table[T], address: Address, name: str) -> None:
        known = [*table.by_name, *table.children]
        near = nearest(name, known)
        why, hint = ("", near) if near else self.world.foreign_key(table.address, name)
        if not near and not why:
            why = f"it may have: {listing(known)}"
        message = f'[{".".join(address)}] has no key "{name}"'
        self.error((*address, name), "unknown-key", message, why=why, hint=hint, part="key")


def _opening(text: str, start: int) -> int:
    """Offset of the first character of the text whose quote stands at ``start``."""
    if text[start : start + 3] not in {"'''", '"""'}:
        return start + 1
    return start + 4 if text.startswith("\n", start + 3) else start + 3
