"""Files of translations: read within the limits of files from strangers, written alike."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from csto_game.content.entry import LANG_BYTES
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.source import decode
from csto_game.content.translations.po import FORM, Translation, read_po
from csto_game.model.refusal import GameError
from csto_game.text.catalog import say

if TYPE_CHECKING:
    import polib

WRAP = 98
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")


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


def read(path: Path) -> polib.POFile:
    """A file of translations, to go on with. Raises GameError."""
    page, _ = look_at(path)
    library()
    import polib  # noqa: PLC0415  # as above

    # With a line break in it no text is taken for the name of a file.
    return polib.pofile(f"{page.text}\n", wrapwidth=WRAP, encoding="utf-8")


def look_at(path: Path) -> tuple[Page, tuple[Translation, ...]]:
    """The text of a file of translations, and all entries. Raises GameError."""
    try:
        with path.open("rb") as file:
            raw = file.read(LANG_BYTES + 1)
    except OSError as error:
        raise GameError(say("i18n.unread", file=path, line="", why=error.strerror)) from None
    if len(raw) > LANG_BYTES:
        raise GameError(say("i18n.unread", file=path, line="", why=say("fmt.too_big")))
    page = decode(path.name, raw)
    found = read_po(page) if isinstance(page, Page) else page
    if isinstance(found, Problem) or isinstance(page, Problem):
        wrong = found if isinstance(found, Problem) else page
        assert isinstance(wrong, Problem)  # one of the two is
        raise GameError(say("i18n.unread", file=path, line=f":{wrong.line}", why=wrong.message))
    return page, found


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
