"""Every value of a file is found where it stands."""

import tomli
from hypothesis import given
from hypothesis import strategies as st

from csto_game.content.locate import Map, items, locate, parts

TEXT = """\
# [not.a.table]
top = 1
[a]  # comment ] here
'quoted key' = "x = [1]"
"b c".d = 'y'
long = '''
[looks.like] = a header
"and" # a comment'''
long2 = \"\"\"one \\\"\\\"\\\" quote\"\"\"
[ a . "b.c" . d ]
list = [ "]", 'x', # [ comment
  [1, 2], { k = "v" } ]
table = { x = 1, "y z" = { deep = '''q''' }, l = [ "a", "b" ] }
yes = true
"""


def leaves(table: dict[str, object], path: tuple[str, ...] = ()) -> dict[tuple[str, ...], object]:
    found: dict[tuple[str, ...], object] = {}
    for name, value in table.items():
        found |= leaves(value, (*path, name)) if isinstance(value, dict) else {(*path, name): value}
    return found


def check(text: str) -> Map:
    found = locate(text)
    for address, value in leaves(tomli.loads(text)).items():
        mark = found.keys[address]
        again = tomli.loads(f"value = {text[mark.value : mark.value_end]}")
        assert again["value"] == value
        assert parts(text[mark.key : mark.key_end])[-1][0] == address[-1]
    return found


def test_all_kinds_of_keys_and_values_are_found() -> None:
    found = check(TEXT)

    assert ("a", "quoted key") in found.keys
    assert ("a", "b.c", "d") in found.headers
    assert not any("looks" in address for address in found.keys)


def test_items_of_lists_have_places() -> None:
    mark = locate(TEXT).keys["a", "b.c", "d", "list"]

    assert [TEXT[start:end] for start, end in items(TEXT, mark)] == [
        '"]"',
        "'x'",
        "[1, 2]",
        '{ k = "v" }',
    ]


def test_double_brackets_are_remembered() -> None:
    found = locate("[[a]]\nb = 1\n")

    assert [(mark.key, mark.key_end) for mark in found.doubles] == [(0, 5)]


def test_depth_is_told_where_it_is_too_much() -> None:
    assert locate("a = " + "[" * 16 + "]" * 16).deep == []
    assert locate("a = " + "[" * 17 + "]" * 17).deep == [20]
    assert locate("a = " + "{ b = " * 17 + "1" + " }" * 17).deep


keys = st.text("abc", min_size=1, max_size=3)
plain = st.text("ab =#[]{}.,", max_size=8)
quoted = st.one_of(
    plain.map(lambda text: f'"{text}"'),
    plain.map(lambda text: f"'{text}'"),
    plain.map(lambda text: f"'''\n{text}\n'''"),
    plain.map(lambda text: f'"""{text}\n"""'),
    st.integers(-9, 9).map(str),
    st.sampled_from(("true", "[]", "[ 1, [ '#', \"]\" ] ]", "{ x = '}', y = [ { z = 1 } ] }")),
)


@given(st.dictionaries(keys, st.dictionaries(keys, quoted, max_size=4), max_size=4))
def test_whatever_stands_in_quotes_is_not_mistaken(tables: dict[str, dict[str, str]]) -> None:
    check(
        "\n".join(
            f"[{name}]\n" + "\n".join(f"{key} = {value} # '" for key, value in table.items())
            for name, table in tables.items()
        )
    )
