"""Saves and timeline: go along the lines of play, branch from any turn, compare, keep, undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from attrs import evolve
from textual.message import Message
from textual.timer import Timer

from csto_game.model.refusal import GameError
from csto_game.session.trash import DAYS
from csto_game.ui.archive import Glance, LineRow, Lines, Moment
from csto_game.ui.draw.timeline import LINES, Sightline, timeline_page
from csto_game.ui.draw.tree import TURN, line_and_turn
from csto_game.ui.keys import Key
from csto_game.ui.rows import Row
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.sitting import Sitting
from csto_game.ui.threads import in_thread
from csto_game.ui.words import say

_REST_S = 0.05
"""How long the cursor rests on a turn before the turn is looked at."""


class Found(Message):
    """What the archive said: the lines, or a turn at a glance, or why not."""

    bubble = False

    def __init__(
        self,
        lines: Lines | None = None,
        glance: Glance | None = None,
        token: object = None,
        trouble: str = "",
        said: str = "",
    ) -> None:
        super().__init__()
        self.lines = lines
        self.glance = glance
        self.token = token
        self.trouble = trouble
        self.said = said


class TimelinePage(GamePage):
    kind: ClassVar[str] = "timeline"

    def __init__(self, turn: int = 0) -> None:
        """The cursor begins where we are, or on a past turn of our line."""
        super().__init__()
        self.seen = Sightline()
        self._wanted = turn
        self._token: object = None
        self._resting: Timer | None = None

    # --- drawing ------------------------------------------------------------------------

    def body_rows(self, width: int, height: int) -> list[Row]:
        sitting = self.desk.sitting
        orders = tuple(order.name for order in sitting.orders)
        undone = tuple(sitting.name_of(command) for command in sitting.undone)
        seen = evolve(self.seen, orders=orders, undone=undone)
        return timeline_page(seen, width, height, self.look)

    def on_mount(self) -> None:
        self.draw()
        self._list(self.desk.sitting)

    def view_changed(self) -> None:
        self.draw()
        self._list(self.desk.sitting)

    # --- asking -------------------------------------------------------------------------

    @in_thread("lines")
    def _list(self, sitting: Sitting) -> None:
        try:
            self.post_message(Found(sitting.match.archive.lines()))
        except GameError as error:
            self.post_message(Found(trouble=str(error)))

    @in_thread("glance")
    def _look(self, sitting: Sitting, moment: Moment, beside: Moment, token: object) -> None:
        try:
            glance = sitting.match.archive.glance(sitting.seat, moment, beside)
            self.post_message(Found(glance=glance, token=token))
        except GameError as error:
            self.post_message(Found(token=token, trouble=str(error)))

    @in_thread("keep", exclusive=False)
    def _do(self, sitting: Sitting, deed: Callable[[], str]) -> None:
        """Put saves in order; what came of it is said, and the lines are read anew."""
        if sitting.is_busy:
            self.post_message(Found(trouble="busy", said=say("The others are still thinking.")))
            return
        try:
            self.post_message(Found(said=deed()))
        except GameError as error:
            self.post_message(Found(trouble=str(error), said=str(error)))
        self._list(sitting)

    def on_found(self, message: Found) -> None:
        if message.said:
            self.desk.tell(message.said, is_bad=bool(message.trouble))
        elif message.lines is not None:
            self._take(message.lines)
        elif message.token is self._token:
            self.seen = evolve(self.seen, glance=message.glance, trouble=message.trouble)
        self.draw()

    def _take(self, lines: Lines) -> None:
        """The cursor stays on its line; at first it is where we are."""
        name = self.seen.row.name if self.seen.row else ""
        is_first = self.seen.lines is None
        seen = evolve(self.seen, lines=lines)
        names = [row.name for row in seen.rows]
        here = next((n for n, row in enumerate(seen.rows) if row.is_here), 0)
        at = names.index(name) if name in names else here
        turn = seen.turn
        if is_first and seen.rows:
            turn = self._wanted or seen.rows[at].turn
            at = _line_of(seen.rows, at, turn)
        self._at(evolve(seen, at=at, turn=turn))

    def _at(self, seen: Sightline) -> None:
        """Another line or turn is marked: look at it once the cursor rests."""
        row = seen.row
        if row is None:
            self.seen = seen
            return
        turn = min(max(seen.turn, row.left, 1), max(row.turn, row.left, 1))
        other = self._other(seen, row)
        then = _then(row, other, turn)
        self.seen = evolve(
            seen, turn=turn, glance=None, beside=_beside(row, other, turn, then), trouble=""
        )
        self.draw()
        if self._resting:
            self._resting.stop()
        if other is None or row.trouble:
            return
        token = self._token = object()
        moment = (row.path, turn)
        beside = (other.path, then)
        ask = partial(self._look, self.desk.sitting, moment, beside, token)
        self._resting = self.set_timer(_REST_S, ask)

    def _other(self, seen: Sightline, row: LineRow) -> LineRow | None:
        """What a line stands beside: the chosen one, else where we are; a line itself beside its end."""
        chosen = [one for one in seen.rows if one.name == seen.against and not one.trouble]
        here = [one for one in seen.rows if one.is_here]
        found = (chosen or here or [row])[0]
        return row if found.name == row.name else found

    # --- moving about -------------------------------------------------------------------

    def point(self, kind: str, place: int | str) -> None:
        """A line's name is its end; its track is its turns."""
        if kind not in (LINES, TURN) or not isinstance(place, int):
            super().point(kind, place)
            return
        at, turn = (place, 0) if kind == LINES else line_and_turn(place)
        rows = self.seen.rows
        self._at(evolve(self.seen, at=at, turn=turn or rows[at].turn))

    def move(self, steps: int) -> None:
        """To where another line stands."""
        rows = self.seen.rows
        at = min(max(self.seen.at + steps, 0), max(len(rows) - 1, 0))
        if rows and at != self.seen.at:
            self._at(evolve(self.seen, at=at, turn=rows[at].turn))

    def act_left(self) -> None:
        self._along(-1)

    def act_right(self) -> None:
        self._along(1)

    def act_page_up(self) -> None:
        self._along(-4)

    def act_page_down(self) -> None:
        self._along(4)

    def act_first(self) -> None:
        self._along(-9999)

    def act_last(self) -> None:
        self._along(9999)

    def _along(self, turns: int) -> None:
        """Back over the beginning of a line is to go on along the one it left."""
        seen, row = self.seen, self.seen.row
        if row is None:
            return
        turn, at = max(seen.turn + turns, 1), seen.at
        names = [one.name for one in seen.rows]
        while turn < row.left and row.parent in names:
            at = names.index(row.parent)
            row = seen.rows[at]
        self._at(evolve(seen, at=at, turn=turn))

    # --- keys ---------------------------------------------------------------------------

    def bar_keys(self) -> tuple[Key, ...]:
        """Branches first, undo last: it has a box of its own."""
        return tuple(sorted(super().bar_keys(), key=lambda key: key.id in ("undo", "redo")))

    def has_key(self, key: Key) -> bool:
        lines = self.seen.lines
        if key.id == "compare":
            return len(self.seen.rows) > 1
        if key.id in ("branch", "keep"):
            return lines is not None and not lines.is_iron
        return True

    def act_choose(self) -> None:
        """To the end of a line: go on there. To a past turn: a new line. A damaged one: what is left."""
        row = self.seen.row
        if row is None:
            return
        if row.trouble:
            self.desk.survey(row.path)
        elif self.seen.turn < row.turn or row.ended:
            self.act_branch()
        elif row.is_here:
            self.desk.close_page()
        else:
            self.desk.resume(row.path)

    def act_branch(self) -> None:
        row, turn = self.seen.row, self.seen.turn
        lines = self.seen.lines
        if row is None or lines is None or row.trouble:
            return
        if lines.is_iron:
            self.desk.tell(say("An iron game, or one by mail, has one line only."), is_bad=True)
            return
        is_now = row.is_here and turn == row.turn and not row.ended
        name = self.desk.sitting.match.archive.free_name(turn)
        label = say("branch from turn {turn} of {line}, name:", turn=turn, line=row.name)
        path, start = row.path, None if is_now else turn
        self.type_in(label, lambda text: self.desk.branch(path, start, text.strip()), text=name)

    def act_compare(self) -> None:
        seen, row = self.seen, self.seen.row
        if row is None or row.trouble:
            return
        other = self._other(seen, row)
        if other is row:
            other = next((o for o in seen.rows if o.name == row.parent and not o.trouble), None)
        if other is None:
            self.desk.tell(say("Go to another line to compare it with this one."))
            return
        self.desk.open_page("compare", here=row.path, there=other.path)

    def act_mark(self) -> None:
        row = self.seen.row
        if row is not None and not row.trouble:
            against = "" if self.seen.against == row.name else row.name
            self._at(evolve(self.seen, against=against))

    def act_keep(self) -> None:
        sitting = self.desk.sitting
        archive = sitting.match.archive

        def keep(name: str) -> None:
            self._do(sitting, lambda: say("Kept as {name}.", name=archive.keep(name.strip())))

        self.type_in(say("keep this moment as:"), keep)

    def act_rename(self) -> None:
        row, sitting = self.seen.row, self.desk.sitting
        if row is None:
            return
        path, archive = row.path, sitting.match.archive

        def rename(name: str) -> None:
            self._do(
                sitting,
                lambda: say("It is now called {name}.", name=archive.rename(path, name.strip())),
            )

        self.type_in(say("new name:"), rename, text=row.name, about=str(path))

    def act_memo(self) -> None:
        row, sitting = self.seen.row, self.desk.sitting
        if row is None or row.trouble:
            return
        path, archive = row.path, sitting.match.archive

        def write(text: str) -> None:
            def done() -> str:
                archive.memo(path, text)
                return say("Noted.") if text.strip() else say("The memo is gone.")

            self._do(sitting, done)

        self.type_in(say("memo:"), write, text=row.memo, about=str(path))

    def act_trash(self) -> None:
        row, sitting = self.seen.row, self.desk.sitting
        if row is None or row.is_here:
            self.desk.tell(say("The line that is being played stays."), is_bad=True)
            return
        path, archive = row.path, sitting.match.archive
        self.desk.open_page(
            "ask",
            title=say("Put {name} into the trash?", name=row.name),
            lines=(
                say("It goes into the folder “trash” beside the saves. Nothing is deleted."),
                say(
                    "{key} empties the trash: then what has lain there for {days} days is deleted.",
                    key=self.look.named("empty_trash", self.kind),
                    days=DAYS,
                ),
            ),
            yes=say("Into the trash"),
            no=say("Keep it"),
            done=lambda: self._do(
                sitting, lambda: say("It is now {file}.", file=archive.trash(path))
            ),
        )

    def act_empty_trash(self) -> None:
        """Deletes; so it says what, and asks."""
        sitting = self.desk.sitting
        archive = sitting.match.archive
        try:
            old = archive.old_trash()
        except GameError as error:
            self.desk.tell(str(error), is_bad=True)
            return
        if not old:
            told = say(
                "Nothing has lain in the trash for {days} days: nothing to delete.", days=DAYS
            )
            self.desk.tell(told)
            return
        self.desk.open_page(
            "ask",
            title=say("Empty the trash?"),
            lines=(
                say(
                    "{count} {count|save has|saves have} lain there for {days} days or longer, and will be "
                    "deleted for good:",
                    count=len(old),
                    days=DAYS,
                ),
                ", ".join(old),
            ),
            yes=say("Delete"),
            no=say("Keep them"),
            done=lambda: self._do(
                sitting,
                lambda: say("Deleted: {count} {count|save|saves}.", count=archive.empty_trash()),
            ),
        )

    def act_export(self) -> None:
        row, sitting = self.seen.row, self.desk.sitting
        if row is None:
            return
        path, archive = row.path, sitting.match.archive

        def export(target: str) -> None:
            self._do(
                sitting,
                lambda: say("Written: {what}.", what=archive.copy_to(path, target.strip())),
            )

        text = str(Path.home() / path.name)
        self.type_in(say("write this line to:"), export, text=text, about=str(path))


def _then(row: LineRow, other: LineRow | None, turn: int) -> int:
    """The turn of the other line that a turn stands beside: the same, or the last there is."""
    if other is None or other is row:
        return row.turn
    return min(turn, max(other.turn, 1))


def _beside(row: LineRow, other: LineRow | None, turn: int, then: int) -> str:
    if other is None:
        return ""
    if other is row:
        return say("where it stands")
    if then != turn:
        return say("{name} in turn {turn}", name=other.name, turn=then)
    return other.name


def _line_of(rows: tuple[LineRow, ...], at: int, turn: int) -> int:
    """The line on which the way to row ``at`` was in that turn."""
    names = [row.name for row in rows]
    while turn < rows[at].left and rows[at].parent in names:
        at = names.index(rows[at].parent)
    return at
