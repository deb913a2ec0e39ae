"""Worlds kept in the cache: the same as their files make them, and never in anybody's way."""

from __future__ import annotations

import builtins
import os
import pickle
import shutil
import zlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import attrs
import pytest
from tests.content.packages import HANSA, package
from tests.contract.worlds import FOLDERS, play

from csto_game import places
from csto_game.cli import main
from csto_game.content.cache import FOLDER, Way, folder, held, kept, problems, read
from csto_game.content.cache.key import key_of
from csto_game.content.cache.pickled import RECORDS, ForeignError, frozen_bytes, thawed
from csto_game.content.load import load
from csto_game.model import scenario as records
from csto_game.model import tree
from csto_game.model.scenario import Scenario
from csto_game.rules import Book, fingerprint
from csto_game.session.worlds import each_world, fitting, open_world, worlds

SHELVES = (places.scenarios(), places.mods())


@pytest.fixture
def way(tmp_path: Path) -> Way:
    return Way((tmp_path / "shelf",), "en", tmp_path / "cache")


@pytest.fixture
def hansa(tmp_path: Path) -> Path:
    """A copy that may be written to."""
    path = tmp_path / "shelf" / "hansa"
    shutil.copytree(HANSA, path)
    return path


def files(way: Way) -> list[Path]:
    assert way.cache
    return sorted((way.cache / FOLDER).glob("*")) if (way.cache / FOLDER).is_dir() else []


def rename(way: Way, path: Path, name: str, *mods: Path) -> None:
    """Keep another world under the key of this one, so that it shows who looks into the cache."""
    assert way.cache
    loaded = load(path, mods, shelves=way.shelves, warn=False, language=way.language)
    assert loaded.scenario
    called = attrs.evolve(loaded.scenario.package, name=name)
    loaded = attrs.evolve(loaded, scenario=attrs.evolve(loaded.scenario, package=called))
    key = key_of(path, mods, way.shelves, way.language)
    folder.put(way.cache, key, kept.written(key, loaded))


# ── the same world ──────────────────────────────────────────────────


def traced(value: object) -> list[object]:
    """A whole world in order, each record and text that was met before as the place where it was."""
    seen: dict[int, int] = {}
    found: list[object] = []

    def visit(one: object) -> None:
        if isinstance(one, bool | int | float | None):
            found.append((type(one), one))
        elif id(one) in seen:
            found.append(("again", seen[id(one)]))
        else:
            seen[id(one)] = len(seen)
            found.append(one if isinstance(one, str) else (type(one), len(list(parts(one)))))
            for part in parts(one):
                visit(part)

    visit(value)
    return found


def parts(one: object) -> Iterator[object]:
    if isinstance(one, dict):
        for key, value in one.items():
            yield from (key, value)
    elif isinstance(one, tuple):
        yield from one
    elif attrs.has(type(one)):
        yield from (getattr(one, key.name) for key in attrs.fields(type(one)))


@pytest.mark.parametrize("world", FOLDERS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_kept_world_is_its_files_world_with_order_and_sharing(
    world: str, language: str, way: Way
) -> None:
    way = attrs.evolve(way, shelves=SHELVES, language=language)
    first = read(FOLDERS[world], (), way)
    assert len(files(way)) == 1
    again = read(FOLDERS[world], (), way)
    plain = load(FOLDERS[world], shelves=SHELVES, warn=False, language=language)
    assert again == first == plain
    assert again.scenario is not first.scenario
    assert traced(again.scenario) == traced(plain.scenario)


@pytest.mark.parametrize("world", FOLDERS)
def test_a_game_in_a_kept_world_is_the_same_step_by_step(world: str, way: Way) -> None:
    books = []
    for _ in range(2):
        loaded = read(FOLDERS[world], (), way)
        assert loaded.scenario
        books.append(Book.of(loaded.scenario))
    assert books[0].causes == books[1].causes
    for (_, said, done), (_, said_again, done_again) in zip(
        play(books[0], 1, turns=3), play(books[1], 1, turns=3), strict=True
    ):
        assert said == said_again
        assert fingerprint(done.state) == fingerprint(done_again.state)
        assert done.events == done_again.events


# ── what makes it another world ─────────────────────────────────────


def test_every_byte_of_every_package_counts(hansa: Path, way: Way, tmp_path: Path) -> None:
    library = package(tmp_path / "shelf", "lib", kind='"library"', extends="")
    mod = package(tmp_path / "shelf", "mod_a", needs='["lib"]')
    other = package(tmp_path / "shelf", "mod_b")
    (hansa / "lang").mkdir(exist_ok=True)
    for path in (hansa / "lang" / "xx.po", hansa / "README.md", hansa / "more.toml"):
        path.write_text("# one\n")

    def key(*mods: Path, language: str = "en") -> str:
        return key_of(hansa, mods, way.shelves, language)

    same = key(mod, other)
    seen = {same, key(), key(mod), key(other, mod), key(mod, other, language="ru")}
    assert len(seen) == 5
    written = [*hansa.rglob("*"), *library.rglob("*"), *mod.rglob("*"), *other.rglob("*")]
    for path in sorted(path for path in written if path.is_file()):
        raw = path.read_bytes()
        # As long as it was, and at the same time: only the bytes can tell.
        facts = path.stat()
        path.write_bytes(b"~" + raw[1:])
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        assert key(mod, other) not in seen, path
        path.write_bytes(raw)
        path.rename(path.with_name("moved_" + path.name))
        assert key(mod, other) not in seen, path
        path.with_name("moved_" + path.name).rename(path)
    assert key(mod, other) == same


def test_the_program_and_the_place_count(
    hansa: Path, way: Way, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    key = key_of(hansa, (), way.shelves, "en")
    shutil.copytree(hansa, tmp_path / "copy")
    assert key_of(tmp_path / "copy", (), way.shelves, "en") not in ("", key)
    from csto_game.content.cache import key as module

    module.program.cache_clear()
    code = tmp_path / "program"
    for name in ("content", "model"):
        shutil.copytree(places.PACKAGE / name, code / name)
    monkeypatch.setattr(places, "PACKAGE", code)
    assert key_of(hansa, (), way.shelves, "en") == key
    module.program.cache_clear()
    with (code / "model" / "tree.py").open("a") as file:
        file.write("\n")
    assert key_of(hansa, (), way.shelves, "en") not in ("", key)
    module.program.cache_clear()


def test_a_zip_is_kept_by_its_bytes(hansa: Path, way: Way, tmp_path: Path) -> None:
    zipped = tmp_path / "hansa.zip"
    with ZipFile(zipped, "w") as file:
        for path in sorted(hansa.rglob("*.toml")):
            file.write(path, path.relative_to(hansa))
    assert read(zipped, (), way) == read(zipped, (), way)
    assert len(files(way)) == 1


def test_only_sound_worlds_are_kept(hansa: Path, way: Way) -> None:
    (hansa / "more.toml").write_text("[country.XXX]\nnam = 'X'\n")
    assert read(hansa, (), way).errors
    assert read(hansa / "nowhere", (), way).errors
    assert files(way) == []


def test_a_package_that_cannot_be_read_whole_has_no_key(hansa: Path, way: Way) -> None:
    (hansa / "link.toml").symlink_to(hansa / "scenario.toml")
    assert key_of(hansa, (), way.shelves, "en") == ""
    assert read(hansa, (), way) == load(hansa, shelves=way.shelves, warn=False)


# ── damage ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("harm", ["cut", "flip", "fact", "empty", "other", "text"])
def test_what_is_damaged_is_passed_over_and_written_anew(harm: str, hansa: Path, way: Way) -> None:
    first = read(hansa, (), way)
    (path,) = files(way)
    raw = path.read_bytes()
    harmed = {
        "cut": raw[:-1],
        "flip": raw[:-100] + bytes([raw[-100] ^ 1]) + raw[-99:],
        "fact": raw.replace(b"the scenario", b"the scenery!"),
        "empty": b"",
        "other": kept.written("0" * 64, first),
        "text": b"nothing of ours",
    }
    path.write_bytes(harmed[harm])
    assert read(hansa, (), way) == first
    assert path.read_bytes() == raw
    assert len(files(way)) == 1


def test_a_folder_that_cannot_be_written_is_no_matter(hansa: Path, way: Way) -> None:
    assert way.cache
    way.cache.write_text("a file in the way")
    plain = load(hansa, shelves=way.shelves, warn=False)
    assert read(hansa, (), way) == read(hansa, (), way) == plain
    assert held(way.cache) == (0, 0)


def test_files_written_while_they_are_read_are_not_kept(hansa: Path, way: Way) -> None:
    loaded = load(hansa, shelves=way.shelves, warn=False)
    key = key_of(hansa, (), way.shelves, way.language)
    (hansa / "more.toml").write_text("# new\n")
    from csto_game.content.cache import reading

    assert way.cache
    now = key_of(hansa, (), way.shelves, way.language)
    reading._keep(way.cache, key, now, loaded)  # the moment between cannot be hit from outside
    assert files(way) == []
    reading._keep(way.cache, key, key, loaded)
    assert len(files(way)) == 1


# ── who wants in ────────────────────────────────────────────────────


def test_only_records_of_the_model_may_be_named() -> None:
    assert RECORDS["csto_game.model.scenario", "Scenario"] is Scenario
    assert all(attrs.has(record) for record in RECORDS.values())
    assert {record.__module__ for record in RECORDS.values()} == {records.__name__, tree.__name__}
    assert ("csto_game.model.scenario", "field") not in RECORDS
    assert ("csto_game.model.scenario", "Line") not in RECORDS  # it is imported there, not made


def called(module: str, name: str, *arguments: str) -> bytes:
    """A pickle that calls something, written out by hand."""
    texts = b"".join(b"X" + len(a.encode()).to_bytes(4, "little") + a.encode() for a in arguments)
    return b"\x80\x05c" + f"{module}\n{name}\n".encode() + b"(" + texts + b"tR."


STRANGERS = [
    ("os", "system", "touch TARGET"),
    ("posix", "system", "touch TARGET"),
    ("builtins", "open", "TARGET", "w"),
    ("builtins", "eval", "open('TARGET', 'w')"),
    ("pathlib", "Path", "TARGET"),
    ("csto_game.model.scenario", "field"),
    ("csto_game.model.scenario", "Mapping"),
    ("csto_game.model.scenario", "Scenario.__init__"),
    ("csto_game.model.refusal", "GameError", "text"),
    ("csto_game.content.load", "load", "TARGET"),
]


@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda one: f"{one[0]}.{one[1]}")
def test_a_pickle_that_names_anything_else_is_refused_and_passed_over(
    stranger: tuple[str, ...], hansa: Path, way: Way, tmp_path: Path
) -> None:
    target = tmp_path / "target"
    evil = called(*(text.replace("TARGET", str(target)) for text in stranger))
    with pytest.raises(ForeignError):
        thawed(evil)
    first = read(hansa, (), way)
    (path,) = files(way)
    raw = path.read_bytes()
    path.write_bytes(packed(raw, evil))
    assert read(hansa, (), way) == first
    assert path.read_bytes() == raw
    assert not target.exists()


def packed(raw: bytes, pickled: bytes) -> bytes:
    """A file of the cache with another pickle, its checksum as it should be."""
    start = raw.index(b"\n") + 1
    body = raw[start + 32 :]
    end = 4 + int.from_bytes(body[:4], "big")
    body = body[:end] + zlib.compress(pickled)
    return raw[:start] + sha256(body).digest() + body


def test_a_record_is_not_changed_by_a_pickle() -> None:
    """What builds a class instead of a thing of the class is refused, too."""
    evil = b"\x80\x05ccsto_game.model.scenario\nScenario\n(N}X\x04\x00\x00\x00evilK\x01stb."
    with pytest.raises(ForeignError):
        thawed(evil)
    assert not hasattr(Scenario, "evil")


def test_something_else_than_a_world_is_refused() -> None:
    for value in (1, "text", [], tree.Const(1)):
        with pytest.raises(ForeignError):
            thawed(pickle.dumps(value))
    loaded = load(HANSA, warn=False)
    assert loaded.scenario
    with pytest.raises(ForeignError):
        frozen_bytes(attrs.evolve(loaded.scenario, hash=builtins.print))


def test_a_bomb_is_refused() -> None:
    loaded = load(HANSA, warn=False)
    assert loaded.scenario
    # What reads the world stops where it ends; what is behind it must not be unpacked, either.
    raw = zlib.compress(frozen_bytes(loaded.scenario) + bytes(kept.MOST_BYTES), 1)
    with pytest.raises(ForeignError):
        kept.Kept("", (), 0, (), raw).loaded()


# ── how much ────────────────────────────────────────────────────────


def test_the_longest_unused_go_first(tmp_path: Path) -> None:
    content = {name: kept.written(name, load(HANSA, warn=False)) for name in ("a", "b")}
    for n, name in enumerate("ab"):
        folder.put(tmp_path, name, content[name])
        os.utime(tmp_path / FOLDER / f"{name}.world", (n, n))
    assert folder.take(tmp_path, "a") is not None  # used now, so "b" is the oldest
    for number in range(folder.MOST_FILES - 1):
        folder.put(tmp_path, f"x{number}", b"x")
    assert held(tmp_path)[0] == folder.MOST_FILES
    assert folder.take(tmp_path, "a") is not None
    assert folder.take(tmp_path, "b") is None


def test_they_are_bounded_in_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_BYTES", 1000)
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "notes.txt").write_text("somebody's own")
    for number in range(9):
        folder.put(tmp_path, str(number), bytes(300))
        os.utime(tmp_path / FOLDER / f"{number}.world", (number, number))
    folder.put(tmp_path, "huge", bytes(1001))
    assert held(tmp_path) == (3, 900)
    assert (tmp_path / FOLDER / "notes.txt").exists()


# ── who looks into it ───────────────────────────────────────────────


def test_players_worlds_come_from_the_cache_mods_included(
    hansa: Path, way: Way, tmp_path: Path
) -> None:
    mod = package(tmp_path / "shelf", "mod_a")
    rename(way, hansa, "Kept")
    rename(way, hansa, "Kept with a mod", mod)
    (world,) = worlds(way.shelves, way.cache)
    assert world.scenario
    assert world.scenario.package.name == "Kept"
    assert [one.id for one in each_world(way.shelves, way.cache)] == ["hansa"]
    opened = open_world("hansa", way.shelves, ("mod_a",), way.cache)
    assert opened.book.scenario.package.name == "Kept with a mod"
    assert opened.mods == ("mod_a 1.0.0",)
    assert open_world("hansa", way.shelves).book.scenario.package.name != "Kept"
    assert fitting(hansa, (mod,), way.shelves, way.cache) == problems(hansa, (mod,), way)


def test_lists_look_into_the_cache_checks_and_tests_always_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    hansa = home / "packages" / "hansa"
    shutil.copytree(HANSA, hansa)
    shelves = (*SHELVES, home / "packages")
    rename(Way(shelves, "en", home / "cache"), hansa, "Kept")
    main(["list", "--home", str(home)])
    assert "Kept" in capsys.readouterr().out
    before = [path.read_bytes() for path in (home / "cache" / FOLDER).iterdir()]
    for command in (
        ["check"],
        ["docs"],
        ["graph"],
        ["test"],
        ["pack", "--to", str(tmp_path / "z.zip")],
    ):
        main([command[0], str(hansa), *command[1:], "--home", str(home)])
        assert "Kept" not in capsys.readouterr().out, command
    assert [path.read_bytes() for path in (home / "cache" / FOLDER).iterdir()] == before
