"""A file of translations brought up to date: what is kept, what is doubtful, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from attrs import define

from csto_game.content.translations.po import FUZZY
from csto_game.workshop.i18n.catalog import is_form, new
from csto_game.workshop.i18n.messages import Message

if TYPE_CHECKING:
    import polib

_LIKE = 0.5
"""From this likeness on, a changed reason of a block is thought to be the old one reworded."""


def updated(
    messages: Sequence[Message], old: polib.POFile | None, language: str, package: str
) -> polib.POFile:
    """A new file with the old one's translations.

    The same text at the same address keeps its translation. A changed text keeps it as *fuzzy*,
    which is not used until somebody has looked; so does a text that has moved. What is not
    there any more is kept as obsolete.
    """
    file = new(language, package)
    stock = _Stock([] if old is None else list(old))
    if old is not None:
        file.header = old.header
        file.metadata = dict(old.metadata)
    exact = {m: entry for m in messages if (entry := stock.take(m)) is not None}
    for message in messages:
        file.append(_entry(message, exact.get(message), stock))
    file.extend(entry for entry in stock.entries if is_form(entry))
    gone = [e for e in stock.entries if not is_form(e) and (e.msgstr or e.obsolete)]
    for entry in gone:
        entry.obsolete = True
    file.extend(gone)
    return file


@define
class _Stock:
    """Old entries that have not found their place yet."""

    entries: list[polib.POEntry]

    def take(self, message: Message) -> polib.POEntry | None:
        """The entry of the same text at the same address."""
        return self._first(
            e for e in self.entries if _is_at(e, message) and e.msgid == message.text
        )

    def take_changed(self, message: Message) -> polib.POEntry | None:
        """The entry at the same address, whatever its text; of several the most alike."""
        there = [e for e in self.entries if _is_at(e, message) and e.msgstr]
        there.sort(key=lambda e: -_likeness(e.msgid, message.text))
        if len(there) > 1 or message.note:
            there = [e for e in there if _likeness(e.msgid, message.text) >= _LIKE]
        return self._first(iter(there))

    def take_moved(self, message: Message) -> polib.POEntry | None:
        """The entry of the same text elsewhere."""
        return self._first(
            e for e in self.entries if e.msgid == message.text and e.msgstr and not is_form(e)
        )

    def _first(self, found: object) -> polib.POEntry | None:
        entry: polib.POEntry | None = next(found, None)  # type: ignore[call-overload]  # an iterator
        if entry is not None:
            self.entries.remove(entry)
        return entry


def _is_at(entry: polib.POEntry, message: Message) -> bool:
    return entry.msgctxt == message.address and not is_form(entry)


def _likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _entry(message: Message, same: polib.POEntry | None, stock: _Stock) -> polib.POEntry:
    import polib  # noqa: PLC0415  # it is there: the file has been made with it

    entry = polib.POEntry(
        msgctxt=message.address,
        msgid=message.text,
        comment=message.note,
        occurrences=[(message.file, "")] if message.file else [],
    )
    old = same or stock.take_changed(message) or stock.take_moved(message)
    if old is None:
        return entry
    entry.msgstr, entry.tcomment = old.msgstr, old.tcomment
    entry.flags = [flag for flag in old.flags if flag != FUZZY or same is not None]
    if same is not None:
        entry.previous_msgid = old.previous_msgid
    elif old.msgstr:
        entry.flags.insert(0, FUZZY)
        entry.previous_msgid = old.msgid if old.msgid != message.text else None
    return entry
