"""What a mod says that cannot be done: the sentences, and where they point."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from csto_game.content.cell import listing
from csto_game.content.locate import Address
from csto_game.content.marks import WORDS_OF_MODS, Marks
from csto_game.content.merge import Merged
from csto_game.content.nearest import nearest
from csto_game.content.page import Place, problem_at
from csto_game.content.problem import Problem, Report
from csto_game.content.structure import Full
from csto_game.content.tables.base import Manifest
from csto_game.content.tables.nodes import KINDS, Node, root


@frozen
class Complaints:
    """``own``: where the mod's words stand; ``base``: the scenario that it works on."""

    own: Marks
    report: Report
    base: Manifest

    def _add(self, problem: Problem) -> None:
        self.report.add(problem)
        if self.report.left_out:
            raise Full

    # ── tables ──────────────────────────────────────────────────────

    def bare(self, kind: str, value: object, world: Merged) -> None:
        """A table that does not begin with a word: each thing in it is named."""
        ids: Iterable[str] = value if isinstance(value, dict) else ()
        near = nearest(kind, WORDS_OF_MODS) if root(kind) is None else None
        addresses: list[Address] = [(kind, id_) for id_ in ids]
        for address in addresses or [(kind,)]:
            name = ".".join(address)
            page, mark = self.own.mark(address)
            is_there = world.get(address) is not None
            hint = f"[replace.{name}], it exists in {self.base.id}" if is_there else f"[new.{name}]"
            if near:
                inner = _first_id(value, address[1:])
                hint = f"[{near}.{'.'.join((*address[1:], *inner)) or 'KIND.ID'}]"
            self._add(
                problem_at(
                    (page, (mark.key, mark.key_end)),
                    "bare-table",
                    f"say what to do with {name}",
                    why="in a package with extends each table begins with "
                    "new, change, add, replace or remove",
                    hint=hint,
                )
            )

    def no_table(self, word: str) -> None:
        page, mark = self.own.mark((word,))
        message = f"{word} is the beginning of a table's name"
        self._add(
            problem_at((page, (mark.key, mark.key_end)), "type", message, hint=f"[{word}.KIND.ID]")
        )

    def unknown_kind(self, word: str, kind: str, value: object) -> None:
        """``[change.incidents.flax]``."""
        near = nearest(kind, KINDS)
        example = next(iter(value), "ID") if isinstance(value, dict) and value else "ID"
        forbidden = kind in {"package", "test"}
        self._add(
            problem_at(
                self.own.name((word, kind)),
                "unknown-table",
                f"a mod leaves [{kind}] of others alone"
                if forbidden
                else f'there is no kind of thing called "{kind}"',
                why="" if near else f"there are: {listing(sorted(KINDS), 40)}",
                hint=f"[{word}.{near}.{example}]" if near and not forbidden else "",
            )
        )

    # ── things ──────────────────────────────────────────────────────

    def nothing(self, word: str, here: Node, world: Merged) -> None:
        """``change``, ``add`` or ``replace`` of what is not there."""
        place = self.own.name((word, *here.address))
        self._absent(place, here.address, world)

    def nothing_to_remove(self, place: Place, here: Node, world: Merged) -> None:
        self._absent(place, here.address, world)

    def _absent(self, place: Place, address: Address, world: Merged) -> None:
        """Told of the outermost name that is not there."""
        length = next(
            (n for n in range(2, len(address)) if world.get(address[:n]) is None), len(address)
        )
        parent = world.get(address[: length - 1])
        known = list(parent) if isinstance(parent, dict) else []
        near = nearest(address[length - 1], known) if self.report.helps else None
        path = ".".join(address[: length - 1])
        self._add(
            problem_at(
                place,
                "nothing-to-change",
                f"{self.base.id} {self.base.version} has no {path}.{address[length - 1]}",
                why="" if near or not known else f"there are: {listing(known)}",
                hint=f"{path}.{near}" if near else "" if known else f"[new.{'.'.join(address)}]",
            )
        )

    def exists(self, word: str, address: Address, world: Marks) -> None:
        """``new`` of what is there already."""
        name = ".".join(address)
        before, first = world.mark(address)
        hint = f"[change.{name}] or [replace.{name}]" if word else f"[change.{address[0]}]"
        self._add(
            problem_at(
                self.own.name((word, *address) if word else address),
                "exists",
                f"{name} is there already",
                hint=hint,
                also=(before.also(first.key, "the first one"),),
            )
        )

    def no_list(self, address: Address) -> None:
        """``add`` to what is neither a rule block nor a list."""
        place = self.own.name(("add", *address))
        message = f"nothing can be added to {address[-1]}"
        why = "add gives rule blocks one more line, and lists one more item"
        self._add(
            problem_at(place, "type", message, why=why, hint=f"[change.{'.'.join(address[:-1])}]")
        )

    def same(self, address: Address) -> tuple[Address, Problem]:
        """``change`` to what it is."""
        page, span = self.own.name(("change", *address))
        message = f"{address[-1]} is that already"
        problem = page.problem(span, "same", message, hint="leave it out", severity="warning")
        return address, problem

    # ── remove ──────────────────────────────────────────────────────

    def item(self, index: int) -> Place:
        """Where an item of ``[remove] things`` is written."""
        page, mark = self.own.mark(("remove", "things"))
        return page, page.items(mark)[index]

    def no_key(self, name: str) -> None:
        message = f'[remove] has no key "{name}"'
        self._add(
            problem_at(
                self.own.name(("remove", name)), "unknown-key", message, hint='things = ["…"]'
            )
        )

    def no_things(self) -> None:
        page, mark = self.own.mark(("remove", "things"))
        place = page, (mark.value, mark.value_end)
        self._add(
            problem_at(place, "type", "things is a list", hint='things = ["incident.miners"]')
        )

    def no_thing(self, place: Place, text: str) -> None:
        self._add(
            problem_at(
                place,
                "type",
                "only whole things can be removed",
                why="a key goes back to its usual value with replace",
                hint='"incident.miners", "verb.aid.option.small"',
            )
        )


def _first_id(value: object, kind: Address) -> tuple[str, ...]:
    """An id of the kind that stands below a word that is none."""
    below = value.get(kind[0]) if isinstance(value, dict) and kind else None
    return tuple(below)[:1] if isinstance(below, dict) else ()
