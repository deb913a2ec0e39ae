"""The reader of translations: what it does not understand it refuses, with its line."""

from __future__ import annotations

import pytest

from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.translations.po import MOST_CHARACTERS, Translation, read_po

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Plural-Forms: nplurals=1; plural=__import__;\\n"\n\n'
)


def read(text: str) -> tuple[Translation, ...] | Problem:
    return read_po(Page("lang/ru.po", HEAD + text))


def test_an_entry_is_read_with_its_line_and_the_heading_is_not_one() -> None:
    found = read('#. form\nmsgctxt "a.b"\nmsgid "one\\n"\n"two \\"x\\""\nmsgstr "раз"\n')
    assert found == (Translation("a.b", 'one\ntwo "x"', "раз", 7, ("form",)),)


def test_fuzzy_and_empty_and_gone_ones_are_not_used() -> None:
    found = read(
        '#, fuzzy\nmsgctxt "a"\nmsgid "x"\nmsgstr "икс"\n\nmsgctxt "b"\nmsgid "y"\nmsgstr ""\n\n'
        '#~ msgctxt "c"\n#~ msgid "z"\n#~ msgstr "зет"\n'
    )
    assert isinstance(found, tuple)
    assert [(one.address, one.is_used) for one in found] == [("a", False), ("b", False)]


@pytest.mark.parametrize(
    "text, line, code",
    [
        ("/etc/passwd\n", 6, "syntax"),
        ('msgid "open\n', 6, "syntax"),
        ('"nowhere"\n', 6, "syntax"),
        ('msgctxt "a"\nmsgstr "x"\n', 7, "syntax"),
        ('msgctxt "a"\nmsgid "x"\n', 6, "syntax"),
        ('msgid "x"\nmsgid "y"\nmsgstr ""\n', 7, "syntax"),
        ('msgctxt "a"\nmsgid "x"\nmsgid_plural "y"\nmsgstr[0] "z"\n', 8, "syntax"),
        ('msgctxt "a"\nmsgid "x"\nmsgstr "\\x41"\n', 8, "syntax"),
        ('msgctxt "a"\nmsgid "x"\nmsgstr "\\e[2J"\n', 8, "syntax"),
        ('msgctxt "a"\nmsgid "x"\nmsgstr "т\\u202e"\n', 8, "syntax"),
        ('msgctxt "a"\nmsgid "x"\nmsgstr "т\u202eт"\n', 6, "character"),
        ('msgctxt "a"\nmsgid "x"\nmsgstr "1"\n\nmsgctxt "a"\nmsgid "x"\nmsgstr "2"\n', 10, "twice"),
        (f'msgctxt "a"\nmsgid "x"\nmsgstr "{"т" * (MOST_CHARACTERS + 1)}"\n', 8, "too-long"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_line(text: str, line: int, code: str) -> None:
    found = read(text)
    assert isinstance(found, Problem)
    assert (found.line, found.code, found.severity) == (line, code, "error")


def test_a_long_file_of_nothing_takes_no_time() -> None:
    assert read('"a"\n' * 3) != ()
    rows = "".join(f'msgctxt "a{n}"\nmsgid "{"x" * 40}"\nmsgstr ""\n\n' for n in range(5_000))
    assert isinstance(read(rows), tuple)
    assert isinstance(read('msgid "' + "\\" * 100_001 + '"\n'), Problem)
