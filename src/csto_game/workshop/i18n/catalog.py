"""Files of translations: read within the limits of files from strangers, written alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from csto_game.content.page import Page
from csto_game.content.source import FILE_BYTES, decode
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

if TYPE_CHECKING:
    import polib

FORM = "form"
"""The comment of a further form of an actor's name, which the original has not."""
WRAP = 98
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
_LINE = re.compile(r"line (\d+)")
_ROW = re.compile(
    r'(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(?:[^"\\]|\\.)*"|)\s*'
)


def file_of(folder: Path, language: str) -> Path:
    """``lang/ru.po``. Raises GameError if that is no code of a language."""
    if not _LANGUAGE.fullmatch(language):
        raise GameError(say("i18n.language", language=language))
    return folder / "lang" / f"{language}.po"


def library() -> None:
    """Raises GameError if the library that reads and writes the files is not there."""
    if find_spec("polib") is None:
        raise GameError(say("i18n.no_library"))


def new(language: str, package: str) -> polib.POFile:
    """An empty file; without dates, so that the same texts give the same bytes."""
    library()
    import polib  # noqa: PLC0415  # only translators need it

    made = polib.POFile(wrapwidth=WRAP, encoding="utf-8")
    made.metadata = {
        "Project-Id-Version": package,
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return made


def read(path: Path) -> tuple[polib.POFile, Page]:
    """A file of translations and its text. Raises GameError."""
    library()
    import polib  # noqa: PLC0415  # as above

    try:
        with path.open("rb") as file:
            raw = file.read(FILE_BYTES + 1)
    except OSError as error:
        raise GameError(say("i18n.unread", file=path, line="", why=error.strerror)) from None
    if len(raw) > FILE_BYTES:
        raise GameError(say("i18n.unread", file=path, line="", why=say("fmt.too_big")))
    page = decode(path.name, raw)
    if not isinstance(page, Page):
        raise GameError(say("i18n.unread", file=path, line=f":{page.line}", why=page.message))
    _look_at_rows(path, page)
    try:
        # With a line break in it no text is taken for the name of a file.
        return polib.pofile(f"{page.text}\n", wrapwidth=WRAP, encoding="utf-8"), page
    except (OSError, ValueError, IndexError, UnicodeError) as error:
        found = _LINE.search(str(error))
        line = f":{found[1]}" if found else ""
        raise GameError(say("i18n.unread", file=path, line=line, why=say("i18n.no_po"))) from None


def _look_at_rows(path: Path, page: Page) -> None:
    """The library reads over what it does not understand, and it would be lost when written."""
    for number, row in enumerate(page.lines, 1):
        if not _ROW.fullmatch(row):
            raise GameError(say("i18n.unread", file=path, line=f":{number}", why=say("i18n.row")))


def write(path: Path, file: polib.POFile) -> None:
    """Raises GameError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{file}".rstrip("\n") + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise GameError(say("cli.unwritten", file=path, why=error.strerror)) from None


def is_form(entry: polib.POEntry) -> bool:
    """Is it a form that only the translation has?"""
    return not entry.msgid and FORM in entry.comment.split()


def forms(entries: Iterable[polib.POEntry]) -> frozenset[str]:
    """Names of the forms that a translation gives: ``gen`` of ``country.KAZ.form.gen``."""
    return frozenset(e.msgctxt.rpartition(".")[2] for e in entries if e.msgctxt and is_form(e))
