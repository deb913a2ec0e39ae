"""Two mods that set one key: the later one holds, and whoever checks them is told."""

from __future__ import annotations

from attrs import define, field, frozen

from csto_game.content.locate import Address
from csto_game.content.marks import Marks
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.tables.base import Manifest


@frozen
class _Setting:
    mod: Manifest
    address: Address
    word: str
    marks: Marks

    def place(self) -> tuple[Page, tuple[int, int]]:
        return self.marks.name((self.word, *self.address))


@define
class Rivals:
    """``doubts``: what is to be told, and about which thing, unless that asks for silence."""

    doubts: list[tuple[Address, Problem]] = field(factory=list)
    _set: dict[Address, _Setting] = field(factory=dict)
    _within: dict[Address, _Setting] = field(factory=dict)

    def meet(self, mod: Manifest, word: str, address: Address, marks: Marks) -> None:
        """A mod sets a key, or replaces a thing."""
        if mod.kind == "scenario":
            return
        now = _Setting(mod, address, word, marks)
        lengths = range(1, len(address) + 1)
        before = next((self._set[address[:n]] for n in lengths if address[:n] in self._set), None)
        before = before or self._within.get(address)
        if before and before.mod.id != mod.id and not _follows(mod, before.mod):
            self._tell(before, now)
        self._set[address] = now
        for length in lengths:
            self._within[address[:length]] = now

    def _tell(self, before: _Setting, now: _Setting) -> None:
        longer = max(before.address, now.address, key=len)
        page, span = before.place()
        other, (start, end) = now.place()
        written = other.lines[other.place(start)[0] - 1].strip()
        holds = "so its version holds"
        if before.address == now.address and "=" in written:
            holds = f"so {written.partition('=')[2].partition('#')[0].strip()} holds"
        problem = page.problem(
            span,
            "two-mods",
            f"{before.mod.id} and {now.mod.id} both set {'.'.join(longer)}; "
            f"{now.mod.id} loads later, {holds}",
            hint=f'wants = ["{before.mod.id}"] in {now.mod.id}, if that is meant',
            severity="warning",
            also=(other.also(start, written[: max(40, end - start)]),),
        )
        self.doubts.append((longer, problem))


def _follows(later: Manifest, earlier: Manifest) -> bool:
    """Does the later one say that it knows of the earlier?"""
    known = (*later.extends, *later.needs, *later.wants)
    return any(need.id == earlier.id for need in known)
