"""What the screens need of a game being played. `session.Match` is one; tests have another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from csto_game.model.command import Command
from csto_game.model.event import Event
from csto_game.model.refusal import Refusal
from csto_game.model.view import Preview, VerbRow, View, Why
from csto_game.rules import Lever
from csto_game.session.annals.records import Annals
from csto_game.session.coach import Coach
from csto_game.ui.archive import Archive
from csto_game.ui.hindsight import Judged
from csto_game.ui.outlook import Outlook, Tell

if TYPE_CHECKING:  # with all that plays imagined games
    from csto_game.session.climbing import Climbs

Progress = Callable[[int, int, str], None]
Stop = Callable[[], bool]


class Playable(Protocol):
    """A match as the interface sees it."""

    @property
    def waiting_for(self) -> str | None: ...
    @property
    def over(self) -> bool: ...
    @property
    def turn(self) -> int: ...

    @property
    def persons(self) -> tuple[str, ...]:
        """Seats that persons play; several share this machine."""
        ...

    @property
    def archive(self) -> Archive: ...

    @property
    def is_iron(self) -> bool:
        """Whether the game has one line only: an iron game, or one by mail."""
        ...

    def branch(self, name: str, turn: int | None) -> Playable:
        """Another line of play from the start of a turn (None: from this moment). Raises GameError."""
        ...

    @property
    def taken(self) -> tuple[Command, ...]:
        """What this turn's commands were that may still be taken back."""
        ...

    def sit(self, seat: str) -> None:
        """Another person asks from now on."""
        ...

    def coach(self) -> Coach:
        """Who follows a person in the lessons of this game."""
        ...

    def view(self, seat: str) -> View: ...
    def preview(self, command: Command) -> Preview | Refusal: ...
    def submit(self, command: Command) -> Refusal | tuple[Event, ...]: ...
    def undo(self) -> Refusal | Command: ...
    def run(self, progress: Progress | None = None, stop: Stop | None = None) -> None: ...
    def why(self, path: str, turn: int | None = None) -> Why | None: ...
    def entering(self, address: str, by: str, to: str = "") -> tuple[str, ...]:
        """Paths of numbers that enter ``objective.ID``, ``crisis.ID``, ``verb.ID``, ``motion.ID``."""
        ...

    def way_back(self, path: str, turn: int | None, row: int) -> tuple[str, ...]:
        """Sentences from one cause of a number back to the first deed. Raises GameError."""
        ...

    def why_not(self, words: str) -> tuple[str, ...]:
        """Why a command cannot be given, or a motion would fail, in sentences."""
        ...

    def why_left(self, code: str) -> tuple[str, ...]:
        """Why a country's place in the alliance is another, in sentences. Raises GameError."""
        ...

    def path_of(self, word: str) -> str:
        """The path of a number as a player may type it: ``unrest``, ``kaz.unrest``."""
        ...

    def events(self, turn: int) -> tuple[Event, ...]: ...

    def forecast(self, command: Command | None, forks: int, tell: Tell, stop: Stop) -> Outlook:
        """What may come, of the present course or after a command. Takes seconds: ask in a thread."""
        ...

    def climbs(self, forks: int, tell: Callable[[int], None], stop: Stop) -> Climbs:
        """Where each crisis may stand in two turns. Takes seconds: ask in a thread."""
        ...

    def leave(self) -> None:
        """The game is put away: let go of what was kept for questions."""
        ...

    def annals(self) -> Annals:
        """The past as the person's seat knows it. Takes a moment: ask in a thread."""
        ...

    def retell(self, annals: Annals, picture: str, code: str, stat: str) -> tuple[str, ...]:
        """What a picture of the past shows, in lines."""
        ...

    def judge(self, back: int, stop: Stop) -> Judged | None:
        """Forecast and fact of the turn that was over so many turns ago (0: the last one). None where
        there is none. Takes a fifth of a second: ask in a thread.
        """
        ...

    def levers(self, motion: str, target: str, voter: str) -> tuple[Lever, ...]:
        """What this seat could do now to move a voter towards yes."""
        ...

    def label(self, path: str) -> str:
        """A number's path in words."""
        ...

    def name_of(self, command: Command) -> str:
        """A command in words, as it stood when it was given."""
        ...

    def verb_form(self, verb: VerbRow) -> str:
        """A verb's name with dots where its target will stand."""
        ...

    def refusal_sentence(self, refusal: Refusal, command: Command | None = None) -> str:
        """Why not, in words; ``command`` is what was refused, if it is known."""
        ...

    def event_sentence(self, event: Event, among: Sequence[Event] = ()) -> str: ...
    def parse(self, words: str) -> Command | Refusal: ...
