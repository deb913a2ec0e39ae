"""Templates in texts: ``{self.name}``, ``{amount|tank|tanks}``, ``{{``."""

from __future__ import annotations

import re

from attrs import frozen

from csto_game.content.characters import refused
from csto_game.content.language.cursor import Cursor, Stop
from csto_game.content.language.names import Names, RuleText, Scope
from csto_game.content.language.paths import resolve
from csto_game.content.language.reading import cursor
from csto_game.content.language.tokens import Row
from csto_game.content.language.types import actor_kind
from csto_game.content.language.wording import owner_phrase
from csto_game.content.nearest import nearest
from csto_game.content.problem import Report
from csto_game.model.tree import Const, Value

NAMES_OF_ACTOR = ("name", "adjective", "people", "capital", "leader")
NAMES_OF_ALLIANCE = ("name", "short", "members")
ALWAYS = ("date", "turn")
SELVES = "selves"
"""All who did the same in the same turn; forms follow how many they are."""
WORD = "word"
"""After a stat with words for its numbers: the word of its present number."""
MOST_FORMS = 6
"""No language has more forms of plural."""

_PIECE = re.compile(r"\{\{|\}\}|\{[^{}]*+\}|[{}]")
_PATH = re.compile(r"[A-Za-z_]\w*+(?:\.\w++)*+", re.ASCII)


def check_template(rule: RuleText, scope: Scope, names: Names, report: Report) -> None:
    """Report unknown templates, stray braces, format marks and refused characters."""
    text = rule.text
    for start, end, name in refused(text):
        report.error(
            "character",
            rule,
            start,
            end,
            f"{name} is refused",
            why="what is read would differ from what is there",
            hint="remove it",
        )
    if "{" not in text and "}" not in text:
        return
    for found in _PIECE.finditer(text):
        if found.group() not in ("{{", "}}"):
            _Template(rule, scope, names, report, found.start()).check(found.group())


@frozen
class _Template:
    rule: RuleText
    scope: Scope
    names: Names
    report: Report
    start: int

    def check(self, piece: str) -> None:
        if len(piece) == 1:
            what = "closed" if piece == "{" else "opened"
            hint = f"{piece * 2} shows a brace"
            self.error(piece, f"this brace is not {what}", hint=hint)
            return
        path = _PATH.match(piece, 1)
        rest = piece[path.end() : -1] if path else ""
        if path is None or (rest and rest.lstrip()[:1] not in ("|", ":", "!")):
            self.error(piece, "this is not a template", hint=f"{{{piece}}} shows braces")
        elif not rest:
            self._path(path.group(), piece)
        elif rest[0] == "|":
            self._forms(path.group(), rest, piece)
        else:
            at = self.start + path.end()
            why = "numbers are shown as their stat says (unit, decimals)"
            message = "templates have no format marks"
            end = self.start + len(piece) - 1
            hint = f"{{{path.group()}}}"
            self.report.error("template", self.rule, at, end, message, why=why, hint=hint)

    def error(self, piece: str, message: str, *, why: str = "", hint: str = "") -> None:
        end = self.start + len(piece)
        self.report.error("template", self.rule, self.start, end, message, why=why, hint=hint)

    def _forms(self, path: str, rest: str, piece: str) -> None:
        forms = rest[1:].split("|")
        if path not in ("amount", SELVES):
            why = "only the player's number, or how many did it, chooses between forms"
            self.error(piece, "forms belong to amount or selves", why=why, hint=f"{{{path}}}")
        elif len(forms) > MOST_FORMS:
            self.error(piece, f"this has {len(forms)} forms; {MOST_FORMS} are the most")
        else:
            self._path(path, piece)

    # ── paths ───────────────────────────────────────────────────────

    def _path(self, path: str, piece: str) -> None:
        parts = path.split(".")
        if path in ALWAYS or self._is_name(parts) or self._is_word(parts):
            return
        if path == SELVES:
            if "self" not in self.scope.words:
                why = "selves are all who did the same, in history of what somebody does"
                message = "there is no self here whose deed this is"
                self.error(piece, message, why=why, hint="{alliance.members}")
            return
        value = self._resolve(path, piece)
        if value is None:
            return
        if value.type == "actor":
            message = f"{path} is a country or power; which of its names?"
            self.error(piece, message, hint=f"{{{path}.name}}")
        elif isinstance(value, Const) or value.type == "error":
            self.error(piece, "a text shows stats, not constants", hint="write the number itself")

    def _is_name(self, parts: list[str]) -> bool:
        """Whether the path is right and ends in a name of the alliance or of an actor."""
        owner, last = parts[:-1], parts[-1]
        if owner == ["alliance"]:
            return last in NAMES_OF_ALLIANCE
        if not owner or last not in (*NAMES_OF_ACTOR, *self.names.forms):
            return False
        value, _ = self._try(".".join(owner))
        return value is not None and value.type == "actor"

    def _is_word(self, parts: list[str]) -> bool:
        """Whether the path ends in the word of a number that has words."""
        if len(parts) < 2 or parts[-1] != WORD:
            return False
        stat = self.names.stats.get(parts[-2])
        value, _ = self._try(".".join(parts[:-1]))
        return value is not None and stat is not None and bool(stat.bands)

    def _cursor(self, path: str, report: Report) -> Cursor:
        c = cursor(RuleText(path), self.scope, self.names, report)
        c.begin(Row([path], [(0, path)], 0, 0))
        return c

    def _try(self, path: str) -> tuple[Value | None, Report]:
        """The value of a path, and what was said about it; None if it has none."""
        quiet = Report()
        try:
            value = resolve(self._cursor(path, quiet), path, 0)
        except Stop:
            return None, quiet
        return (None if quiet.problems else value), quiet

    def _resolve(self, path: str, piece: str) -> Value | None:
        value, quiet = self._try(path)
        if value is not None:
            return value
        first = quiet.problems[0]
        if first.code == "unknown-stat" and self._unknown_name(path.split("."), piece):
            return None
        hint = first.hint if first.code != "unknown-stat" else ""
        if path.startswith(f"{hint}."):
            hint = f"{{{hint}}}"
        elif _PATH.fullmatch(hint):
            hint = "{" + path[: first.column - 1] + hint + path[first.end_column - 1 :] + "}"
        self.error(piece, first.message, why=first.why, hint=hint)
        return None

    def _unknown_name(self, parts: list[str], piece: str) -> bool:
        """Report a word that is neither a name nor a stat of what stands before it."""
        owner, last = parts[:-1], parts[-1]
        before = ".".join(owner)
        there: tuple[str, ...]
        if before == "alliance":
            kind, there = "alliance", NAMES_OF_ALLIANCE
        else:
            value, _ = self._try(before)
            if value is None or value.type != "actor":
                return False
            kind = actor_kind(self._cursor(before, Report()), value)
            there = (*NAMES_OF_ACTOR, *self.names.forms)
        stats = [stat.id for stat in self.names.stats.values() if stat.owner == (kind,)]
        near = nearest(last, [*there, *stats])
        self.error(
            piece,
            f'{owner_phrase((kind,))} has no "{last}"',
            why=f"it has: {', '.join(there)}, and its stats",
            hint=f"{{{before}.{near}}}" if near else "",
        )
        return True
