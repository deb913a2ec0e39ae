"""Where every address of a merged world is written, also when several packages wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from attrs import define, evolve, field, frozen

from csto_game.content.locate import Address, Map, Mark, parts
from csto_game.content.page import Page

Written = tuple[Page, Mark]
WORDS_OF_MODS = ("new", "change", "add", "replace", "remove")


@frozen
class Piece:
    """One package's part of a rule block or a list that several packages wrote."""

    value: object
    page: Page
    mark: Mark


@define
class Marks:
    """``pieces``: addresses whose value was added to, with its parts in order."""

    pages: list[Page] = field(factory=list)
    pieces: dict[Address, tuple[Piece, ...]] = field(factory=dict)
    _maps: list[Map] = field(factory=list)
    _keys: dict[Address, int] = field(factory=dict)
    _headers: dict[Address, int] = field(factory=dict)
    _implied: dict[Address, tuple[Address, Written]] = field(factory=dict)
    _patched: dict[Address, Written] = field(factory=dict)

    # ── building ────────────────────────────────────────────────────

    def add(self, page: Page, map_: Map) -> tuple[set[Address], set[Address]]:
        """Take up a page; keys and headers that were there already, which keep their place."""
        index = len(self.pages)
        self.pages.append(page)
        self._maps.append(map_)
        keys, headers = map_.keys.keys(), map_.headers.keys()
        twice = (keys & self._keys.keys()) | (keys & self._headers.keys())
        twice |= headers & self._keys.keys()
        again = headers & self._headers.keys()
        before = {address: self._headers[address] for address in again}
        both = {address: self._keys[address] for address in keys & self._keys.keys()}
        self._keys.update(dict.fromkeys(keys, index))
        self._headers.update(dict.fromkeys(headers, index))
        self._keys.update(both)
        self._headers.update(before)
        return twice, again

    def copy(self) -> Marks:
        """The same places, to be added to without adding to these."""
        return evolve(
            self,
            pages=list(self.pages),
            pieces=dict(self.pieces),
            maps=list(self._maps),
            keys=dict(self._keys),
            headers=dict(self._headers),
            implied={},
            patched=dict(self._patched),
        )

    def join(self, own: Marks) -> None:
        """Take up a mod's pages; what they say is placed by `take`."""
        self.pages += own.pages
        self._maps += own._maps

    def take(self, own: Marks, word: str, accepted: AbstractSet[Address]) -> None:
        """What a mod writes under ``word`` at these addresses and below is where it is written now.

        A header under ``change`` only leads to what it changes; the thing keeps its own place. Only
        where a table was given for what is none is the header what is written now.
        """
        skip = 1 if word else 0
        self._implied.clear()
        keys = {address for address, _ in own.everything(headers=False)}
        for full, written in own.everything():
            if word and full[0] != word:
                continue
            address = full[skip:]
            if word == "change" and full not in keys and address not in accepted:
                continue
            if any(address[:length] in accepted for length in range(1, len(address) + 1)):
                self._patched[address] = written

    def forget(self, addresses: AbstractSet[Address]) -> None:
        """The values at these addresses are other ones now: what was added to them is gone."""
        for other in list(self.pieces):
            if any(other[:length] in addresses for length in range(1, len(other) + 1)):
                del self.pieces[other]

    # ── asking ──────────────────────────────────────────────────────

    def exact(self, address: Address) -> Written | None:
        """Where this very address is written, as a key or a header."""
        if self._patched and address in self._patched:
            return self._patched[address]
        index = self._keys.get(address)
        if index is not None:
            return self.pages[index], self._maps[index].keys[address]
        index = self._headers.get(address)
        if index is None:
            return None
        return self.pages[index], self._maps[index].headers[address]

    def mark(self, address: Address) -> Written:
        """Where an address is written; for implied tables the first place that implies them."""
        found = self.exact(address)
        if found:
            return found
        within = self._within(address)
        if within:
            return within[1]
        return self.mark(address[:-1]) if address else self._top()

    def _within(self, address: Address) -> tuple[Address, Written] | None:
        """The first address at or below this one that is written anywhere, and where."""
        if not self._implied:
            implied = self._implied
            for other, written in (*self.everything(), *self._patched.items()):
                for length in range(len(other), 0, -1):
                    if other[:length] in implied:
                        break
                    implied[other[:length]] = other, written
        return self._implied.get(address)

    def everything(self, *, headers: bool = True) -> Iterator[tuple[Address, Written]]:
        """All that is written on the pages."""
        for page, map_ in zip(self.pages, self._maps, strict=True):
            for places in (map_.headers, map_.keys) if headers else (map_.keys,):
                for address, mark in places.items():
                    yield address, (page, mark)

    def name(self, address: Address) -> tuple[Page, tuple[int, int]]:
        """The span of the last name of an address, in whichever key or header writes it."""
        within = self._within(address)
        page, mark = within[1] if within else self.mark(address)
        if within:
            names = parts(page.text[mark.key : mark.key_end])
            index = len(address) - 1 - (len(within[0]) - len(names))
            if index >= 0:
                name, offset = names[index]
                return page, (mark.key + offset, mark.key + offset + len(name))
        return page, (mark.key, mark.key_end)

    def table_at(self, page: Page, line: int) -> Address:
        """The table whose header stands last above a line, without a mod's word."""
        index = next((i for i, other in enumerate(self.pages) if other is page), -1)
        address: Address = ()
        for header, mark in self._maps[index].headers.items() if index >= 0 else ():
            if page.place(mark.key)[0] > line:
                break
            address = header
        return address[1:] if address[:1] and address[0] in WORDS_OF_MODS else address

    def _top(self) -> Written:
        page = self.pages[0] if self.pages else Page("scenario.toml", "")
        return page, Mark(0, 1)


def header_part(page: Page, mark: Mark, index: int, address: Address) -> tuple[int, int]:
    """One name of a header: the kind or the id."""
    names = parts(page.text[mark.key : mark.key_end])
    if index == 0 and len(names) > 1 and names[0][0] in WORDS_OF_MODS and address[0] != names[0][0]:
        index = 1
    name, offset = names[index]
    return mark.key + offset, mark.key + offset + len(name)
