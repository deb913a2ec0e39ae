"""A shelf whose machinery is imported when it is first asked, in a thread, after the title is up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define

from csto_game.places import Home

if TYPE_CHECKING:
    from csto_game.machine.finding import Finding, Here
    from csto_game.ui.mapping import Mapper
    from csto_game.ui.match import Playable
    from csto_game.ui.offers import Damage, Offer, Opened, Saved, Setup
    from csto_game.ui.shelf import HomeShelf


@define
class LateShelf:
    """`HomeShelf` by another road."""

    home: Home

    @property
    def _shelf(self) -> HomeShelf:
        from csto_game.ui.shelf import HomeShelf  # noqa: PLC0415  # the reason for this module

        return HomeShelf(self.home)

    def offers(self) -> tuple[Offer, ...]:
        return self._shelf.offers()

    def saves(self) -> tuple[Saved, ...]:
        return self._shelf.saves()

    def begin(self, setup: Setup) -> Opened:
        return self._shelf.begin(setup)

    def resume(self, path: Path) -> Opened:
        return self._shelf.resume(path)

    def reword(self, match: Playable) -> Mapper | None:
        return self._shelf.reword(match)

    def examine(self, here: Here) -> tuple[Finding, ...]:
        return self._shelf.examine(here)

    def branch(self, path: Path, turn: int | None, name: str) -> Opened:
        return self._shelf.branch(path, turn, name)

    def survey(self, path: Path) -> Damage:
        return self._shelf.survey(path)

    def recover(self, path: Path) -> str:
        return self._shelf.recover(path)
