"""An archive that answers what it was told."""

from __future__ import annotations

import time
from pathlib import Path

from attrs import define, evolve, field
from tests.ui.fakes.pasts import a_contrast, a_glance, a_turning, an_article, looked, some_lines

from csto_game.model.refusal import GameError
from csto_game.session.chronicle import Article
from csto_game.session.debrief import Turning
from csto_game.ui.archive import Contrast, Glance, Lines, Looked, Moment, Told
from csto_game.ui.match import Stop


@define
class FakeArchive:
    """Knows one article, and the lines of a game."""

    exported: int = 0
    text: str = "They come, and are seen to come."
    is_iron: bool = False
    game_s: float = 0.0
    """How long an imagined game takes."""
    path: Path | None = Path("a")
    done: list[str] = field(factory=list)
    old: list[str] = field(factory=list)
    """What has long lain in the trash."""

    def lines(self) -> Lines:
        return evolve(some_lines(), is_iron=self.is_iron)

    def glance(self, seat: str, moment: Moment, beside: Moment) -> Glance:
        return evolve(a_glance(self.text), turn=moment[1], date=f"Turn {moment[1]}")

    def compare(self, here: Path, there: Path, seat: str) -> Contrast:
        return evolve(a_contrast(self.text), here=here.stem, there=there.stem)

    def free_name(self, turn: int) -> str:
        return f"rus-turn{turn}"

    def keep(self, name: str) -> str:
        if not name.isascii():
            raise GameError("A save's name may hold letters.")
        self.done.append(f"keep {name}")
        return name

    def rename(self, path: Path, name: str) -> str:
        self.done.append(f"rename {path} {name}")
        return name

    def trash(self, path: Path) -> str:
        self.done.append(f"trash {path}")
        return f"trash/{path}"

    def memo(self, path: Path, text: str) -> None:
        self.done.append(f"memo {path} {text}")

    def old_trash(self) -> tuple[str, ...]:
        return tuple(self.old)

    def empty_trash(self) -> int:
        count = len(self.old)
        self.old.clear()
        return count

    def copy_to(self, path: Path, target: str) -> str:
        self.done.append(f"export {path} {target}")
        return target

    def debrief(self, seat: str) -> Looked:
        return looked(self.text)

    def turning(self, seat: str, tell: Told, stop: Stop) -> Turning:
        for n in range(100):
            if stop():
                return Turning(a_turning().decisions[:1], None, 0)
            time.sleep(self.game_s)
            tell(n, 100)
        return a_turning(self.text)

    def article(self, seat: str) -> Article:
        return an_article()

    def export(self, seat: str) -> tuple[str, ...]:
        self.exported += 1
        if self.exported > 1:
            raise GameError("The disk is full.")
        return ("pivot.md", "pivot.html")
