"""A shelf with a handful of worlds and saves."""

from __future__ import annotations

from pathlib import Path

from attrs import define, field
from tests.ui.fakes.match import FakeMatch
from tests.ui.fakes.views import COUNTRIES, NASTY, SEAT

from csto_game.machine.finding import Finding, Here
from csto_game.model.refusal import GameError
from csto_game.ui.atlas import Atlas
from csto_game.ui.mapping import Mapper
from csto_game.ui.match import Playable
from csto_game.ui.offers import Damage, ModOffer, Offer, Opened, RoleOffer, Saved, Setup, Trouble
from csto_game.ui.sitting import Sitting

MODS = (
    ModOffer("sea", "The sea road", "A second way to the sea.", "mods/sea"),
    ModOffer("torn", "Torn", "", "mods/torn", (Trouble("a.toml:3", "unknown verb", ()),)),
)


@define
class FakeShelf:
    """Two scenarios, one broken, and two saves."""

    match: FakeMatch = field(factory=FakeMatch)
    begun: list[tuple[str, str, int, str]] = field(factory=list)
    saved: bool = True
    atlas: Atlas | None = None
    mods: tuple[str, ...] = ()
    branched: list[tuple[str, str, int | None]] = field(factory=list)
    mended: list[Path] = field(factory=list)

    def branch(self, path: Path, turn: int | None, name: str) -> Opened:
        self.branched.append((str(path), name, turn))
        return self._opened()

    def reword(self, match: Playable) -> Mapper | None:
        return None

    def survey(self, path: Path) -> Damage:
        return Damage(path.stem, path, 38, 5, 3, 41, "Line 41 cannot be read.")

    def recover(self, path: Path) -> str:
        self.mended.append(path)
        return f"{path.stem}-recovered"

    def offers(self) -> tuple[Offer, ...]:
        goals = ("Keep five of six members", "Cohesion over 50")
        roles = tuple(
            RoleOffer(
                code.lower(),
                code,
                f"{name}'s part",
                name,
                f"{name} wants to be safe and free.",
                level,
                50,
                goals,
            )
            for (code, name, *_), level in zip(
                COUNTRIES, ("fair", "easy", "hard", "hard", "fair", "hard", "fair"), strict=True
            )
        )
        difficulties = (("easy", "Easy", "Slow leaders."), ("fair", "Fair", "As they are."))
        lines = (
            'line 41, column 12: unknown country "ARN"',
            "  41 | blocks = [ARN]",
            "     |           ^^^",
        )
        return (
            Offer("pivot", "Pivot", "Armenia froze its membership, Astana sells to all.",
                  (("turns", "20"), ("countries", "7")), roles, difficulties, place="scenarios/pivot", mods=MODS),
            Offer("almaty", "Almaty, January", "Ten days.", (("turns", "10"),), roles[:2], ()),
            Offer("syunik", "Syunik corridor", "", (), (), (),
                  (Trouble("scenario.toml:41", "unknown country", lines),
                   Trouble("verbs.toml:7", NASTY, (NASTY,)))),
        )  # fmt: skip

    def saves(self) -> tuple[Saved, ...]:
        if not self.saved:
            return ()
        return (
            Saved(
                "pivot-rus-1",
                "Pivot · Russia",
                "Spring 1993, turn 6",
                "2026-11-25 17:00",
                Path("a"),
            ),
            Saved(
                "torn", "torn", "", "2026-11-20 09:00", Path("b"), trouble="line 3 cannot be read"
            ),
            Saved(
                "over",
                "Pivot · Russia",
                "Time is up",
                "2026-11-19 09:00",
                Path("over"),
                is_over=True,
                is_iron=True,
                is_touched=True,
                is_torn=True,
                facts="RUS 71",
            ),
        )

    def begin(self, setup: Setup) -> Opened:
        self.mods = setup.mods
        persons = "+".join(setup.persons)
        self.begun.append((setup.offer.id, persons, setup.seed, setup.difficulty))
        return self._opened()

    def examine(self, here: Here) -> tuple[Finding, ...]:
        bad = (f"scenario.toml:1:1: {NASTY}", " 1 | x")
        return (
            Finding("doctor.terminal", "ok", f"xterm {here.size}"),
            Finding("doctor.letters", "note", NASTY),
            Finding("doctor.saves", "ok", "~/saves, can be written to; saves: 2", part="files"),
            Finding("doctor.scenarios", "bad", f"0 found. {NASTY}", bad, "files"),
        )

    def resume(self, path: Path) -> Opened:
        if path == Path("b"):
            raise GameError("This save cannot be read: line 3.")
        return self._opened()

    def _opened(self) -> Opened:
        return Opened(Sitting.at(self.match, SEAT), Mapper(self.atlas), ("A note about the save.",))
