"""Packages made by strangers who mean ill: each a function that lays its trap in a folder."""

from __future__ import annotations

import os
import random
import stat
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

MANIFEST = """\
[package]
id = "tiny"
format = 1
version = "1.0.0"
name = "Tiny"
[clock]
year = 1
steps = ["year"]
"""
MEBI = 1 << 20
Trap = Callable[[Path], Path]
TRAPS: dict[str, tuple[Trap, str]] = {}
"""Name → how it is laid, and a piece of what must be said about it."""


def trap(says: str) -> Callable[[Trap], Trap]:
    """Put a trap on the list."""

    def put(lay: Trap) -> Trap:
        TRAPS[lay.__name__] = (lay, says)
        return lay

    return put


def text_trap(name: str, text: str, says: str) -> None:
    """A trap that is one file beside a right manifest."""

    def lay(folder: Path) -> Path:
        return world(folder, {"more.toml": text.encode("utf-8", "surrogatepass")})

    TRAPS[name] = (lay, says)


def world(folder: Path, files: dict[str, bytes], manifest: str = MANIFEST) -> Path:
    """A package in a folder."""
    root = folder / "tiny"
    for name, content in ({"scenario.toml": manifest.encode()} | files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


Item = tuple[zipfile.ZipInfo | str, bytes]


def zipped(folder: Path, *items: Item, manifest: bool = True) -> Path:
    """A package in a zip file."""
    path = folder / "evil.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if manifest:
            archive.writestr("scenario.toml", MANIFEST)
        for name, content in items:
            archive.writestr(name, content)
    return path


def info(name: str, mode: int = 0) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("x")
    made.filename = name
    made.create_system = 3
    made.external_attr = mode << 16
    made.compress_type = zipfile.ZIP_DEFLATED
    return made


def renamed(path: Path, old: str, new: str) -> Path:
    """Names that zipfile would not write: put in afterwards, as long as the old ones."""
    raw = path.read_bytes()
    assert len(old) == len(new.encode())
    path.write_bytes(raw.replace(old.encode(), new.encode()))
    return path


# ── zip files ───────────────────────────────────────────────────────


@trap('refused: the entry "../../x.toml" points outside the package')
def zip_dots(folder: Path) -> Path:
    return zipped(folder, ("../../x.toml", b""))


@trap('refused: the entry "/etc/x.toml" points outside the package')
def zip_absolute(folder: Path) -> Path:
    return zipped(folder, ("/etc/x.toml", b""))


@trap('refused: the entry "C:/x.toml" points outside the package')
def zip_drive(folder: Path) -> Path:
    return zipped(folder, ("C:/x.toml", b""))


@trap('refused: the entry "a//x.toml" points outside the package')
def zip_empty_part(folder: Path) -> Path:
    return zipped(folder, ("a//x.toml", b""))


@trap('refused: the entry "a\\x.toml" has a backslash in its name')
def zip_backslash(folder: Path) -> Path:
    return renamed(zipped(folder, ("a_x.toml", b"")), "a_x.toml", "a\\x.toml")


@trap("refused: extra.toml is a link; packages hold plain files only")
def zip_link(folder: Path) -> Path:
    return zipped(folder, (info("extra.toml", stat.S_IFLNK | 0o777), b"/etc/passwd"))


@trap("refused: null.toml is no plain file; packages hold plain files only")
def zip_device(folder: Path) -> Path:
    return zipped(folder, (info("null.toml", stat.S_IFCHR | 0o666), b""))


@trap('refused: the entry "scenario.toml" is encrypted')
def zip_encrypted(folder: Path) -> Path:
    path = zipped(folder)
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    raw[raw.index(b"PK\x03\x04") + 6] |= 1
    path.write_bytes(raw)
    return path


@trap('refused: "Play.toml" and "play.toml" differ only in case or in the form of letters')
def zip_case(folder: Path) -> Path:
    return zipped(folder, ("Play.toml", b""), ("play.toml", b""))


@trap("differ only in case or in the form of letters")
def zip_letter_forms(folder: Path) -> Path:
    return zipped(folder, ("caf\u00e9.toml", b""), ("cafe\u0301.toml", b""))


@trap('refused: "play.toml" is there twice')
def zip_twice(folder: Path) -> Path:
    path = zipped(folder, ("play.toml", b""), ("plaz.toml", b"# other"))
    return renamed(path, "plaz.toml", "play.toml")


@trap("refused: note.toml unpacks to more than 100 times its size")
def zip_bomb(folder: Path) -> Path:
    return zipped(folder, ("note.toml", b"#" * (MEBI - 1)))


@trap("refused: README.md unpacks to more than 100 times its size")
def zip_bomb_that_is_not_read(folder: Path) -> Path:
    return zipped(folder, ("README.md", bytes(MEBI - 1)))


@trap("this entry of the archive is damaged")
def zip_bomb_that_lies(folder: Path) -> Path:
    path = zipped(folder, ("note.toml", bytes(3 * MEBI)))
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 3 * MEBI), struct.pack("<I", 40)))
    return path


@trap("501 files; a package may have 500")
def zip_of_many(folder: Path) -> Path:
    return zipped(folder, *((f"{n}.toml", b"") for n in range(500)))


@trap("refused: it lists more than 500 files")
def zip_of_very_many(folder: Path) -> Path:
    return zipped(folder, *((f"{n:060}.md", b"") for n in range(20_000)))


@trap("1.0 MB; a file may have 1 MB")
def zip_of_a_big_file(folder: Path) -> Path:
    return zipped(folder, ("big.toml", _noise(MEBI + 1)))


@trap("a package may have 16 MB")
def zip_of_many_bytes(folder: Path) -> Path:
    items = ((f"{n}.toml", _noise(MEBI)) for n in range(17))
    return zipped(folder, *items)


@trap("more than 8.0 MB; a zip may have no more")
def zip_too_big(folder: Path) -> Path:
    return zipped(folder, ("big.md", random.Random(1).randbytes(9 * MEBI)))


@trap("refused: x.toml is packed in a way that is not read here")
def zip_packed_otherwise(folder: Path) -> Path:
    odd = info("x.toml")
    odd.compress_type = zipfile.ZIP_LZMA
    return zipped(folder, (odd, b"# x" * 99))


@trap("refused: it lists more than 500 files")
def zip_of_the_large_kind(folder: Path) -> Path:
    path = zipped(folder)
    raw = path.read_bytes()
    end = raw.rindex(b"PK\x05\x06")
    path.write_bytes(raw[:end] + b"PK\x06\x07" + bytes(16) + raw[end:])
    return path


@trap("this is no zip archive, or it is damaged")
def zip_cut(folder: Path) -> Path:
    path = zipped(folder)
    path.write_bytes(path.read_bytes()[:-30])
    return path


@trap("this is no zip archive, or it is damaged")
def zip_that_is_none(folder: Path) -> Path:
    path = folder / "evil.zip"
    path.write_bytes(b"PK, but no more than that. " * 9)
    return path


@trap("this is no zip archive, or it is damaged")
def zip_of_nothing(folder: Path) -> Path:
    path = folder / "evil.zip"
    path.write_bytes(b"")
    return path


@trap("this entry of the archive is damaged")
def zip_with_wrong_sum(folder: Path) -> Path:
    path = folder / "evil.zip"
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("scenario.toml", MANIFEST)
    path.write_bytes(buffer.getvalue().replace(b"tiny", b"tinz"))
    return path


@trap("no scenario.toml in this folder")
def zip_without_manifest(folder: Path) -> Path:
    return zipped(folder, ("a/play.toml", b""), ("b/play.toml", b""), manifest=False)


@trap('refused: the name "<U+202E>lmot.toml" holds a character that is refused')
def zip_of_a_turned_name(folder: Path) -> Path:
    return zipped(folder, ("\u202elmot.toml", b""))


@trap("holds a character that is refused")
def zip_of_a_name_with_a_zero(folder: Path) -> Path:
    return renamed(zipped(folder, ("a_x.toml", b"")), "a_x.toml", "a\0x.toml")


@trap("holds a character that is refused")
def zip_of_a_name_of_two_lines(folder: Path) -> Path:
    return renamed(zipped(folder, ("a_x.toml", b"")), "a_x.toml", "a\nx.toml")


def _noise(size: int) -> bytes:
    """A comment that can be packed, but not 100 to 1."""
    noise = random.Random(1)
    words = [f"# {noise.getrandbits(40):010x} " + "-" * 20 for _ in range(500)]
    line = "\n".join(noise.choice(words) for _ in range(size // 30))
    return line.encode()[:size].ljust(size, b"#")


# ── folders ─────────────────────────────────────────────────────────


@trap("extra.toml is a link; packages hold plain files only")
def folder_link(folder: Path) -> Path:
    root = world(folder, {})
    (root / "extra.toml").symlink_to("/etc/hostname")
    return root


@trap("scenario.toml is a link; packages hold plain files only")
def folder_manifest_link(folder: Path) -> Path:
    root = world(folder, {})
    (root / "scenario.toml").rename(folder / "elsewhere.toml")
    (root / "scenario.toml").symlink_to(folder / "elsewhere.toml")
    return root


@trap("more is a link; packages hold plain files only")
def folder_loop(folder: Path) -> Path:
    root = world(folder, {})
    (root / "more").symlink_to(root)
    return root


@trap("pipe.toml is no plain file; packages hold plain files only")
def folder_pipe(folder: Path) -> Path:
    root = world(folder, {})
    os.mkfifo(root / "pipe.toml")
    return root


@trap("folders are nested more than 16 deep")
def folder_deep(folder: Path) -> Path:
    return world(folder, {"a/" * 60 + "x.toml": b""})


@trap("501 files; a package may have 500")
def folder_of_many(folder: Path) -> Path:
    return world(folder, {f"{n}.toml": b"" for n in range(500)})


@trap("10.0 MB; a file may have 1 MB")
def folder_of_a_big_file(folder: Path) -> Path:
    return world(folder, {"play.toml": b"#" * (10 * MEBI)})


@trap("this file name holds a character that is refused")
def folder_of_a_turned_name(folder: Path) -> Path:
    return world(folder, {"a\u202eb.toml": b""})


@trap("byte 0xFF is not UTF-8")
def folder_not_utf8(folder: Path) -> Path:
    return world(folder, {"bad.toml": "x = 1\n".encode("utf-16")})


# ── texts ───────────────────────────────────────────────────────────

BIG = MEBI - 1_000
text_trap("brackets", "x = " + "[" * BIG, "more.toml:1:21: error: brackets are nested more than 16")
text_trap("braces", "x = " + "{a=" * (BIG // 3), "brackets are nested more than 16 deep")
text_trap("dots", "a." * (BIG // 2) + "a = 1", "brackets are nested more than 16 deep")
text_trap("digits", "[number]\nx = " + "9" * BIG, "numbers go from -1,000,000,000 to 1,000,000,000")
text_trap("hexadecimal", "[number]\nx = 0x" + "f" * BIG, "x goes from -1,000,000,000")
text_trap("underscores", "[number]\nx = 1" + "_1" * (BIG // 2), "numbers go from -1,000,000,000")
text_trap("open_quotes", "x = '''" + "'" * BIG, "found ''''''")
text_trap("endless_list", "x = [" + "1," * (BIG // 2), "a value is missing here")
text_trap("escape_of_terminal", 'x = "\x1b]0;owned\x07"', "U+001B (a control character) is refused")
text_trap("escape_written_out", 'x = "\\u001b[2J"', "U+001B (a control character) is refused")
text_trap("turned_text", 'x = "abc\u202edef"', 'x = "abc<U+202E>def"')
text_trap("turned_key", '"a\u2066b" = 1', "U+2066 (turns the direction of writing) is refused")
text_trap("turned_comment", "# a\u200fb", "U+200F (turns the direction of writing) is refused")
text_trap("tags", 'x = "a\U000e0041"', "U+E0041 (not seen by a reader) is refused")
text_trap("half_a_letter", 'x = "\ud800"', "is not UTF-8")
text_trap(
    "heap_of_marks", "x = 'e" + "\u0301" * 9 + "'", "a heap of more than 3 marks on one letter"
)
text_trap("private_letters", 'x = "\ue000"', "U+E000 (not seen by a reader) is refused")
text_trap("lone_returns", "x = 1\ry = 2", "U+000D (a control character) is refused")
text_trap("markup", "[incidents.x]\nname = '[bold red]x[/]'", "there is no kind of thing called")
text_trap(
    "attributes",
    "[incident.x]\nname = 'x'\ntext = '{self.__class__.__mro__}'",
    "error:",
)
text_trap(
    "format_mark", "[incident.x]\nname = 'x'\ntext = '{turn!r:>999999999}'", "no format marks"
)
text_trap(
    "link_handler", "[incident.x]\nname = 'x'\ntext = '{turn}'\nlink = 'file:///etc'", "no key"
)
text_trap(
    "chain_of_cards",
    "".join(
        f"[incident.{a}]\nname = 'x'\ntext = 'x'\ndo = 'start incident.{b}'\n"
        for a, b in ("ab", "bc", "ca")
    ),
    "a → b → c → a: they start one another at once, without end",
)
text_trap(
    "formula_of_itself",
    "[stat.a]\nowner = 'world'\nname = 'A'\nis = 'world.b'\n"
    "[stat.b]\nowner = 'world'\nname = 'B'\nis = 'world.a'\n",
    "a → b → a: neither can be worked out first",
)
for _name in ("turn", "membership", "kept", "strength"):
    text_trap(f"stat_called_{_name}", f"[stat.{_name}]\nowner = 'world'\nname = 'x'", "built in")
for _name in ("self", "none", "where", "over"):
    text_trap(f"thing_called_{_name}", f"[rule.{_name}]\ndo = ''", "a word of the rule language")
text_trap("deep_rule", "[rule.a]\ndo = ''\nwhen = '" + "(" * 140 + "1" + ")" * 140 + "'", "16 deep")
text_trap("long_rule", "[rule.a]\ndo = '" + "a" * 9_000 + "'", "this rule has 9,000 characters")
text_trap("power_tower", "[rule.a]\ndo = 'world.x + " + " * 9" * 60 + "'", "error:")
_CROWD = "".join(f"[country.A{n:02}]\nname = 'x'\nmembership = 'member'\n" for n in range(64))
_EVERY_PAIR = "member.other.t + 1  each member, other\n" * 39
text_trap(
    "tower_of_sums",
    _CROWD
    + "[stat.s0]\nowner = 'country'\nname = 's'\n"
    + "".join(
        f"[stat.s{n}]\nowner = 'country'\nname = 's'\nis = 'sum(member.s{n - 1} over member)'\n"
        for n in range(1, 60)
    ),
    "numbers each time; 1,000,000 are the most",
)
text_trap(
    "rules_for_every_pair",
    _CROWD
    + "[stat.t]\nowner = ['country', 'country']\nname = 't'\n"
    + "".join(f'[rule.r{n}]\ndo = """{_EVERY_PAIR}"""\n' for n in range(500)),
    "all rules together look at",
)
text_trap("many_unknown_tables", "".join(f"[t{n}]\n" for n in range(90_000)), "and 900 more")
text_trap(
    "many_unknown_keys", "[clock.x]\n" + "".join(f"k{n} = 1\n" for n in range(80_000)), "error"
)
text_trap("many_doubles", "[[incident]]\n" * 70_000, "there are no [[lists]] in this format")
text_trap(
    "many_numbers", "[number]\n" + "".join(f"n{n} = 1\n" for n in range(80_000)), "500 may be"
)
text_trap(
    "many_wrong_codes",
    "[country.AAA]\nname = 'x'\nneighbours = [" + "'BBB'," * 140_000 + "]",
    'there is no country "BBB"',
)
text_trap(
    "many_wrong_cards",
    "".join(
        f"[incident.i{n}]\nname = 'x'\ntext = 'x'\ndo = 'start incident.j{n}'\n"
        for n in range(5_000)
    ),
    "there is no incident.j0",
)
text_trap("a_million_items", "[rule.a]\ndo = ''\ntags = [" + "'a'," * 260_000 + "]", "tags holds")


# ── mods ────────────────────────────────────────────────────────────

MOD = '[package]\nid = "{}"\nkind = "mod"\nformat = 1\nversion = "1.0.0"\nname = "x"\nextends = ["tiny"]\n'


_DENSE = 'self.calm + {0} if self.calm > {0} and AAA.calm < {1} because "reason {1} {0}"\n'


def _card(number: int) -> str:
    lines = "".join(_DENSE.format(row, number) for row in range(30))
    return (
        f"[incident.i{number}]\nby = 'member where self.calm > {number % 90}'\n"
        f"name = 'N{number}'\ntext = 'T'\ndo = '''\n{lines}'''\n"
    )


@trap('there is no stat "clam" of a country')
def as_much_as_may_be(folder: Path) -> Path:
    """As many rules as a package may hold, none like another, and one mistake at the end."""
    start = "[country.AAA]\nname = 'A'\nmembership = 'member'\n"
    start += "[stat.calm]\nowner = 'country'\nname = 'Calm'\n"
    cards = [_card(number) for number in range(800)]
    files = {
        f"f{part}.toml": "".join(cards[part * 400 : part * 400 + 400]).encode() for part in range(2)
    }
    last = "[rule.z]\ndo = 'AAA.clam + 1'\n"
    return world(folder, {**files, "z.toml": (start + last).encode()})


@trap("its tables are more than 2.0 MB together")
def more_tables_than_may_be(folder: Path) -> Path:
    much = ("# " + "x" * 997 + "\n").encode() * 1_000
    return world(folder, {f"f{part}.toml": much for part in range(15)})


def _translated(folder: Path, text: str, count: int) -> Path:
    languages = ("de", "fr", "it", "nl", "pl", "ru")[:count]
    return world(folder, {f"lang/{code}.po": text.encode() for code in languages})


@trap("and 900 more")
def many_wrong_translations(folder: Path) -> Path:
    rows = 'msgctxt "incident.x{}.name"\nmsgid "a"\nmsgstr ""\n\n'
    return _translated(folder, "".join(rows.format(n) for n in range(19_000)), 4)


@trap("its translations are more than 6.0 MB together")
def more_translations_than_may_be(folder: Path) -> Path:
    return _translated(folder, ("# " + "x" * 997 + "\n") * 3_900, 3)


def _with_mod(folder: Path, text: str) -> Path:
    """The base and the mod, as two arguments of the command line."""
    base = world(folder, {"more.toml": b"[stat.oil]\nowner = 'world'\nname = 'Oil'\n"})
    mod = folder / "evil"
    mod.mkdir()
    (mod / "scenario.toml").write_text(MOD.format("evil") + text, encoding="utf-8")
    return Path(f"{base}\t{mod}")


@trap("tiny 1.0.0 has no incident.i0")
def mod_of_many_misses(folder: Path) -> Path:
    return _with_mod(folder, "".join(f"[change.incident.i{n}]\nname = 'x'\n" for n in range(9_000)))


@trap("tiny 1.0.0 has no rule.r0")
def mod_that_removes_nothing_often(folder: Path) -> Path:
    things = ", ".join(f"'rule.r{n}'" for n in range(40_000))
    return _with_mod(folder, f"[remove]\nthings = [{things}]\n")


@trap("stat.oil is still needed elsewhere")
def mod_that_takes_the_ground_away(folder: Path) -> Path:
    rules = "".join(f"[new.rule.r{n}]\ndo = 'world.oil + 1'\n" for n in range(500))
    return _with_mod(folder, rules + "[remove]\nthings = ['stat.oil']\n")


@trap("a mod leaves [package] of others alone")
def mod_that_would_be_another(folder: Path) -> Path:
    return _with_mod(folder, "[change.package]\nid = 'other'\n")


@trap("say what to do with incident.x")
def mod_of_bare_tables(folder: Path) -> Path:
    return _with_mod(folder, "[incident.x]\nname = 'x'\ntext = 'x'\n")
