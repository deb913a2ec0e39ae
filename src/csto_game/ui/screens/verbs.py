"""The verb picker: filter, choose, set target, manner and amount, see what it would do, do it."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve

from csto_game.model.command import Command
from csto_game.model.view import VerbRow
from csto_game.ui.draw.box import box
from csto_game.ui.draw.outcome import outcome_rows
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.draw.partner import partner_rows
from csto_game.ui.draw.verbs import (
    FIELD,
    TARGET,
    Draft,
    command_of,
    fields_of,
    matching,
    verb_list,
    verb_rows,
)
from csto_game.ui.rows import Hit, Row, beside
from csto_game.ui.screens.turn import GamePage
from csto_game.ui.words import say


class VerbsPage(GamePage):
    kind: ClassVar[str] = "verbs"

    def __init__(self, target: str = "", verb: str = "") -> None:
        super().__init__()
        self.typed = ""
        self.at = 0
        self.wanted = target
        self.draft = Draft()
        self._first = verb

    # --- what is marked -----------------------------------------------------------------

    @property
    def found(self) -> list[VerbRow]:
        """Verbs that match, by names that read without a target. Those of later chapters are no news yet."""
        form, more = self.desk.sitting.match.verb_form, self.look.glyphs.more
        verbs = [v for v in self.view.verbs if not v.refusal or v.refusal.code != "chapter"]
        named = [evolve(verb, name=form(verb).replace("…", more)) for verb in verbs]
        return matching(named, self.typed)

    @property
    def verb(self) -> VerbRow | None:
        found = self.found
        return found[min(self.at, len(found) - 1)] if found else None

    @property
    def command(self) -> Command | None:
        verb = self.verb
        return command_of(self.view, verb, self.draft) if verb else None

    def _begin_draft(self) -> None:
        """The wanted target if the verb allows it, else what its first command has."""
        verb = self.verb
        if verb is None:
            return
        first = verb.commands[0] if verb.commands else None
        target = self.wanted if self.wanted in verb.targets else first.target if first else ""
        option = first.choice if first else ""
        amount = verb.amount[3] if verb.amount else None
        self.draft = Draft(target, option, amount)

    # --- drawing ------------------------------------------------------------------------

    @property
    def about(self) -> str:
        return self.draft.target or self.view.seat

    def body_rows(self, width: int, height: int) -> list[Row]:
        look, view, verb = self.look, self.view, self.verb
        side = 26 if width < 100 else 36
        sitting, command = self.desk.sitting, self.command
        preview = sitting.known_preview(command) if command else None
        name = sitting.name_of(command) if command and command.target else verb.name if verb else ""
        rows, marked = verb_list(self.found, self.at, view, side - 2, look)
        scroll = scroll_to(marked, height - 2, len(rows))
        on_list = self.draft.field == "verb"
        right = f"/{self.typed}" if self.typed else ""
        title = say("verbs · {count}", count=len(self.found))
        left = box(
            title, rows, side, height, look,
            focused=on_list, right=right, scroll=scroll, panel="verb",
        )  # fmt: skip
        if verb is None:
            return beside(left, box("", [], width - side, height, look))
        sentence = sitting.match.refusal_sentence
        inside = verb_rows(view, verb, self.draft, preview, width - side - 2, look, sentence)
        inside += self._below(width - side - 2, height - 2 - len(inside))
        key = look.hotkey("choose", self.kind)
        hint = (look.dim(f" {key} {say('gives the order')} "),)
        detail = box(name, inside, width - side, height, look, focused=not on_list, hint=hint)
        return beside(left, detail)

    def _below(self, width: int, room: int) -> list[Row]:
        """With room left: where the order would lead, and whom it is for."""
        view, look, command = self.view, self.look, self.command
        preview = self.desk.sitting.known_preview(command) if command else None
        rows = partner_rows(view, command.target if command else "", width, room, look)
        return rows + outcome_rows(view, preview, width, room - len(rows), look)

    def on_mount(self) -> None:
        if self._first:
            names = [verb.id for verb in self.found]
            self.at = names.index(self._first) if self._first in names else 0
        else:
            self._to_the_new()
        self._marked()

    def _to_the_new(self) -> None:
        """To the last verb that was not in the list before, if a chapter has opened one."""
        met, names = self.desk.sitting.met_verbs, [verb.id for verb in self.found]
        fresh = [name for name in names if name not in met]
        self.at = names.index(fresh[-1]) if met and fresh else 0
        met.update(names)

    def view_changed(self) -> None:
        verb = self.verb
        if verb and self.draft.target and self.draft.target not in verb.targets:
            self._begin_draft()  # an order was given that cannot be given there again
        self.draw()
        self._ask()

    def _marked(self) -> None:
        self._begin_draft()
        self.draw()
        self._ask()

    def _ask(self) -> None:
        verb, command = self.verb, self.command
        if verb and command and not verb.refusal:
            self.desk.ask_preview(command)

    # --- keys ---------------------------------------------------------------------------

    def act_why(self) -> None:
        """The numbers that the order would move, and those that allow it."""
        verb, command = self.verb, self.command
        if verb is None:
            return
        if verb.refusal:
            self.act_why_not()
            return
        sitting = self.desk.sitting
        preview = sitting.known_preview(command) if command else None
        moved = [one.path for one in preview.sure] if preview else []
        target = command.target if command else ""
        enters = sitting.match.entering(f"verb.{verb.id}", self.view.seat, target)
        self.ask_of(verb.name, (*moved, *enters))

    def act_why_not(self) -> None:
        """What is in the way of the order, if anything is."""
        verb, command = self.verb, self.command
        if verb is not None:
            words = command.words if command and not verb.refusal else verb.id
            title = say("why not · {name}", name=verb.name)
            self.desk.open_page("told", title=title, ask=lambda m: m.why_not(words))

    def move(self, steps: int) -> None:
        self.at = min(max(self.at + steps, 0), max(0, len(self.found) - 1))
        self._marked()

    def point(self, kind: str, place: int | str) -> None:
        """A verb is marked; a field is, and a code in it is its target."""
        if kind == "verb" and isinstance(place, int):
            self.at = place
            self._marked()
        elif kind == FIELD:
            self.draft = evolve(self.draft, field=str(place))
            self.draw()
        elif kind == TARGET:
            self.wanted = str(place)
            self.draft = evolve(self.draft, target=self.wanted, field="target")
            self.draw()
            self._ask()
        else:
            super().point(kind, place)

    def open_pointed(self, hit: Hit) -> None:
        """A verb's order is given; a field has its next value."""
        if hit[0] == FIELD:
            self.act_right()
        elif hit[0] == "verb":
            self.act_choose()

    @property
    def own_panels(self) -> tuple[str, ...]:
        return ("verb",)

    @property
    def panel_at(self) -> tuple[int, int]:
        fields = fields_of(self.verb) if self.verb else ("verb",)
        here = self.draft.field
        return (fields.index(here) if here in fields else 0), len(fields)

    def to_panel(self, name: str) -> None:
        if name == "verb" and self.draft.field != "verb":
            self.draft = evolve(self.draft, field="verb")

    def act_next_panel(self) -> None:
        self._field(1)

    def act_previous_panel(self) -> None:
        self._field(-1)

    def _field(self, steps: int) -> None:
        verb = self.verb
        if verb is None:
            return
        fields = fields_of(verb)
        place = fields.index(self.draft.field) if self.draft.field in fields else 0
        self.draft = evolve(self.draft, field=fields[(place + steps) % len(fields)])
        self.draw()

    def act_left(self) -> None:
        self._change(-1)

    def act_right(self) -> None:
        self._change(1)

    def _change(self, steps: int) -> None:
        """Change the field that is marked; on the list, the first that there is."""
        verb = self.verb
        if verb is None:
            return
        fields = fields_of(verb)
        name = self.draft.field if self.draft.field != "verb" else fields[1] if fields[1:] else ""
        if name == "target":
            self.wanted = _turn(verb.targets, self.draft.target, steps)
            self.draft = evolve(self.draft, target=self.wanted)
        elif name == "option":
            options = tuple(id for id, _ in verb.options)
            self.draft = evolve(self.draft, option=_turn(options, self.draft.option, steps))
        elif name == "amount" and verb.amount:
            low, high, step, _ = verb.amount
            amount = min(high, max(low, (self.draft.amount or low) + steps * step))
            self.draft = evolve(self.draft, amount=amount)
        self.draw()
        self._ask()

    def act_forecast(self) -> None:
        verb, command = self.verb, self.command
        self.desk.open_page("forecast", command=None if verb and verb.refusal else command)

    def act_filter(self) -> None:
        self.type_in("/", self._filtered, changed=self._filtered, text=self.typed)

    def _filtered(self, text: str) -> None:
        self.typed, self.at = text, 0
        self._marked()

    def act_choose(self) -> None:
        verb, command = self.verb, self.command
        if verb is None or command is None:
            return
        if verb.refusal:
            text = self.desk.sitting.match.refusal_sentence(verb.refusal)
            self.desk.tell(text, is_bad=True)
            return
        self.desk.play(command)


def _turn(values: tuple[str, ...], now: str, steps: int) -> str:
    """The next of several values, round and round."""
    if not values:
        return now
    place = values.index(now) if now in values else 0
    return values[(place + steps) % len(values)]
