"""What happened, said from workers to screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:  # records of a game and of its scenarios: the title's first frame needs none
    from csto_game.machine.finding import Finding
    from csto_game.model.command import Command
    from csto_game.model.refusal import Refusal
    from csto_game.ui.offers import Damage, Offer, Opened, Saved

if TYPE_CHECKING:
    from csto_game.ui.mapping import Mapper


class Progressed(Message):
    """Another seat has begun to think."""

    bubble = False

    def __init__(self, done: int, of: int, name: str) -> None:
        super().__init__()
        self.done = done
        self.of = of
        self.name = name


class Played(Message):
    """A command was carried out or refused, and the others have played if they had to."""

    bubble = False

    def __init__(
        self,
        refusal: Refusal | None = None,
        *,
        command: Command | None = None,
        said: str = "",
        turned: bool = False,
    ) -> None:
        super().__init__()
        self.refusal = refusal
        self.command = command
        self.said = said
        self.turned = turned


class Reworded(Message):
    """The game's world speaks the player's language; None: not before it is opened again."""

    bubble = False

    def __init__(self, mapper: Mapper | None) -> None:
        super().__init__()
        self.mapper = mapper


class Broke(Message):
    """The engine could not go on; the sentence says why."""

    bubble = False

    def __init__(self, sentence: str, details: str = "") -> None:
        super().__init__()
        self.sentence = sentence
        self.details = details


class Previewed(Message):
    """A preview that was asked for is known."""

    bubble = False


class Explained(Message):
    """The causes of a number are known."""

    bubble = False


class Examined(Message):
    """The doctor has looked at everything."""

    bubble = False

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.findings = findings


class Scanned(Message):
    """The saves, and then the scenarios, have been looked through."""

    bubble = False

    def __init__(self, offers: tuple[Offer, ...] | None, saves: tuple[Saved, ...]) -> None:
        super().__init__()
        self.offers = offers
        self.saves = saves


class Opening(Message):
    """A game was begun or taken up again; ``page`` is what its player wants to see of it at once."""

    bubble = False

    def __init__(self, opened: Opened, page: str = "") -> None:
        super().__init__()
        self.opened = opened
        self.page = page


class Surveyed(Message):
    """It is known what is good of a damaged save."""

    bubble = False

    def __init__(self, damage: Damage) -> None:
        super().__init__()
        self.damage = damage


class Mended(Message):
    """What was good of a save is now a save of that name."""

    bubble = False

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
