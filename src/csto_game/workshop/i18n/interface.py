"""What there is to translate of the program itself: its sentences, its screens, its arguments.

Texts of screens are their own ids, so they are found where they are said: in calls of ``say``
with a text, in tables that ``say`` looks into, and among the keys. Arguments are what
``--help`` tells.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from csto_game import places
from csto_game.text.catalog import SENTENCES
from csto_game.workshop.i18n.messages import Message

SCREENS = "ui"
"""The address of all texts of screens."""
ARGUMENTS = "arguments"
"""The address of all texts about arguments."""


def interface(package: Path = places.PACKAGE) -> tuple[Message, ...]:
    """All messages of the program, each once: sentences by id, screens by file, arguments."""
    found: dict[tuple[str, str], Message] = {
        (id, text): Message(id, text) for id, text in SENTENCES.items()
    }
    screens, arguments = _Files(package / "ui"), _Files(package / "cli")
    told = [(SCREENS, one) for one in (*screens.said(), *_keys(package / "ui" / "keys.toml"))]
    told += [(ARGUMENTS, one) for one in arguments.helped()]
    for address, (text, file) in told:
        found.setdefault((address, text), Message(address, text, file))
    return tuple(found.values())


Said = Iterator[tuple[str, str]]


def _keys(file: Path) -> Said:
    for key in tomllib.loads(file.read_text("utf-8"))["key"]:
        for text in (key["label"], key["help"]):
            if text:
                yield text, f"ui/{file.name}"


class _Files:
    """The Python files of a folder as trees, and their tables of texts by name."""

    def __init__(self, folder: Path) -> None:
        self.trees = {
            f"{folder.name}/{path.relative_to(folder).as_posix()}": ast.parse(
                path.read_text("utf-8")
            )
            for path in sorted(folder.rglob("*.py"))
        }
        self.tables: dict[str, ast.expr] = {
            name: value for tree in self.trees.values() for name, value in _constants(tree)
        }

    def said(self) -> Said:
        """Texts given to ``say``."""
        for file, call in self._calls():
            if isinstance(call.func, ast.Name) and call.func.id == "say" and call.args:
                for text in self._texts(call.args[0]):
                    yield text, file

    def helped(self) -> Said:
        """Texts given as ``help=``."""
        for file, call in self._calls():
            for keyword in call.keywords:
                if keyword.arg == "help":
                    for text in self._texts(keyword.value):
                        yield text, file

    def _calls(self) -> Iterator[tuple[str, ast.Call]]:
        for file, tree in self.trees.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    yield file, node

    def _texts(self, node: ast.expr) -> Iterator[str]:
        """All texts that an expression may be, those of tables it looks into included."""
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and node.value:
                yield node.value
            return
        if isinstance(node, ast.Name):
            table = self.tables.get(node.id)
            yield from self._texts(table) if table is not None else ()
            return
        for part in _parts(node):
            yield from self._texts(part)


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Names in capitals that a module gives a value to."""
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        for name in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(name, ast.Name) and name.id.isupper():
                yield name.id, node.value


def _parts(node: ast.expr) -> list[ast.expr]:
    """What the value of an expression may come from."""
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.Subscript):
        return [node.value]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return [node.func.value]
    if isinstance(node, ast.Dict):
        return node.values
    return node.elts if isinstance(node, ast.Tuple | ast.List) else []
