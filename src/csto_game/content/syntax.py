"""A page → its TOML values, or the one syntax error it has, in the words of the manual."""

from __future__ import annotations

import re
from collections.abc import Callable

import tomli

from csto_game.content.locate import DEPTH, Map, deepest, locate, parts
from csto_game.content.page import Page
from csto_game.content.problem import Problem
from csto_game.content.screening import screen_digits, screen_escapes

Values = dict[str, object]
_HEADER = re.compile(r"^[ \t]*\[([^\[\]\n]+)\]", re.MULTILINE)
_STOPS = "TOML stops here, so the rest of this file is not checked yet"
_Match = re.Match[str]


def parse(page: Page) -> tuple[Values, Map] | Problem:
    """Values and places of a page."""
    try:
        values: Values = tomli.loads(page.text)
    except tomli.TOMLDecodeError as error:
        return _explained(page, error)
    except RecursionError:
        return _too_deep(page, max(0, deepest(page.text)))
    except ValueError:
        # What is left is a number too long even to be read.
        unread = page.problem((0, 1), "toml", "this file cannot be read as TOML")
        return screen_digits(page) or unread
    places = locate(page.text)
    if places.deep:
        return _too_deep(page, places.deep[0])
    return screen_escapes(page, values) or (values, places)


def _too_deep(page: Page, offset: int) -> Problem:
    message = f"brackets are nested more than {DEPTH} deep"
    return page.problem((offset, offset + 1), "too-deep", message)


def _explained(page: Page, error: tomli.TOMLDecodeError) -> Problem:
    depth = deepest(page.text[: error.pos])
    if depth >= 0:
        return _too_deep(page, depth)
    for pattern, explain in _EXPLANATIONS:
        found = pattern.match(error.msg)
        if found:
            return explain(page, error.pos, found)
    return _general(page, error.pos, error.msg)


def _line(page: Page, offset: int) -> tuple[int, str]:
    """Start offset and text of the line that ``offset`` is in."""
    line, column = page.place(min(offset, len(page.text)))
    return offset - column + 1, page.lines[line - 1]


def _rest(page: Page, start: int) -> tuple[int, int]:
    begin, line = _line(page, start)
    return start, begin + len(line.rstrip())


def _unclosed(page: Page, offset: int, _found: _Match) -> Problem:
    begin, line = _line(page, offset)
    quote = line.rfind('"', 0, offset - begin)
    key, _, value = line.partition("=")
    if line.count('"') > 1 and '"' in value:
        quote = len(key) + 1 + value.index('"') if value.count('"') == 1 else line.rindex('"')
    start = begin + max(quote, 0)
    return page.problem(
        _rest(page, start),
        "toml",
        "this text is not closed",
        why=f"a text in double quotes ends on its own line; {_STOPS}",
        hint=f'{line.rstrip()}"',
    )


def _unclosed_block(page: Page, offset: int, found: _Match) -> Problem:
    text = page.text
    if found[0].startswith("Expected") and "'''" not in found[0]:
        begin, line = _line(page, max(0, offset - 1))
        start = begin + line.index("'")
        why = f"a text in single quotes ends on its own line; {_STOPS}"
        return page.problem(
            _rest(page, start), "toml", "this text is not closed", why=why, hint=f"{line.rstrip()}'"
        )
    mark = "'''" if "'''" in found[0] else '"""'
    start = max(text.rfind(mark, 0, offset), 0)
    return page.problem(
        (start, start + 3),
        "toml",
        "this text is not closed",
        why=f"it runs to the end of the file; {_STOPS}",
        hint=f"{mark} on a line of its own, where the text ends",
    )


def _unclosed_list(page: Page, offset: int, found: _Match) -> Problem:
    what, mark = ("list", "]") if "array" in found[0] else ("table in braces", "}")
    return page.problem(
        (offset, offset + 1),
        "toml",
        f"this {what} goes on or ends here, but there is neither a comma nor {mark}",
        why=_STOPS,
        hint=f"a comma between two items, and {mark} after the last",
    )


def _twice(page: Page, offset: int, _found: _Match) -> Problem:
    begin, line = _line(page, offset - 1)
    header = _HEADER.match(line)
    if header:
        return _header_twice(page, begin, header)
    key = line.partition("=")[0].strip()
    start = begin + line.index(key) if key else begin
    table = _table_before(page.text, begin)
    table_start = page.text.rfind(f"[{table}]", 0, begin)
    first = re.compile(rf"^[ \t]*{re.escape(key)}[ \t]*[=.]", re.MULTILINE).search(
        page.text, max(0, table_start), begin
    )
    why = f"the first one is in line {page.place(first.end() - 1)[0]}" if first else ""
    where = f" in [{table}]" if table else ""
    return page.problem(
        (start, start + len(key)),
        "toml",
        f'"{key}" is set twice{where}',
        why=why,
        hint="keep one",
    )


def _header_twice(page: Page, begin: int, header: _Match) -> Problem:
    name = header[1].strip()
    first = re.compile(rf"^[ \t]*\[[ \t]*{re.escape(name)}[ \t]*\]", re.MULTILINE).search(
        page.text, 0, begin
    )
    also = (page.also(first.end() - 1 - len(name), "the first one"),) if first else ()
    start = begin + header.start(1)
    return page.problem(
        (start, start + len(header[1])),
        "twice",
        f"{name} is there already",
        why="a name stands for one thing",
        hint="another id, or one table",
        also=also,
    )


def _table_before(text: str, offset: int) -> str:
    name = ""
    for found in _HEADER.finditer(text, 0, offset):
        name = found[1].strip()
    return name


def _no_equals(page: Page, offset: int, _found: _Match) -> Problem:
    begin, line = _line(page, offset)
    start = begin + len(line) - len(line.lstrip())
    word = line.split("#")[0].strip()
    return page.problem(
        _rest(page, start),
        "toml",
        "expected KEY = VALUE here",
        why=_STOPS,
        hint=f"{parts(word)[0][0]} = …" if parts(word) else "",
    )


def _no_value(page: Page, offset: int, _found: _Match) -> Problem:
    start, end = _rest(page, offset)
    word = page.text[start:end].split(" ")[0].strip(",")
    if not word:
        return page.problem((start, start + 1), "toml", "a value is missing here", why=_STOPS)
    yes_or_no = {"yes": "true", "no": "false", "True": "true", "False": "false"}.get(word)
    return page.problem(
        (start, start + len(word)),
        "toml",
        f"{word} is no value",
        why="a text stands in quotes, yes and no are true and false, a number is whole",
        hint=yes_or_no or f'"{word}"',
    )


def _trailing(page: Page, offset: int, _found: _Match) -> Problem:
    span = _rest(page, offset)
    what = page.text[slice(*span)]
    shown = what if len(what) < 40 else f"{what[:40]}…"
    return page.problem(span, "toml", f"expected the end of the line, found {shown}", why=_STOPS)


def _escape(page: Page, offset: int, _found: _Match) -> Problem:
    start = page.text.rfind("\\", 0, offset + 1)
    return page.problem(
        (start, start + 2),
        "toml",
        "a backslash in double quotes begins an escape, and this is none",
        why=_STOPS,
        hint="use single quotes: '…'",
    )


def _general(page: Page, offset: int, message: str) -> Problem:
    words = message[:1].lower() + message[1:]
    return page.problem((offset, offset + 1), "toml", f"this is not TOML: {words}", why=_STOPS)


_EXPLANATIONS: tuple[tuple[re.Pattern[str], Callable[[Page, int, _Match], Problem]], ...] = (
    (re.compile(r"Illegal character '\\n'"), _unclosed),
    (re.compile(r"Unterminated string|Expected \"'+\""), _unclosed_block),
    (re.compile("Unclosed (array|inline table)"), _unclosed_list),
    (re.compile("Cannot (overwrite|declare)|Cannot mutate|Duplicate inline"), _twice),
    (re.compile("Expected '=' after"), _no_equals),
    (re.compile("Invalid (value|statement)"), _no_value),
    (re.compile("Expected newline"), _trailing),
    (re.compile(r"Unescaped '\\\\'|Escaped character"), _escape),
)
