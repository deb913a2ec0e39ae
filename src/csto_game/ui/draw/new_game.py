"""Choosing a scenario, a role and the options of a game."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from csto_game.text.catalog import word
from csto_game.ui.draw.box import box
from csto_game.ui.draw.mods import mod_rows
from csto_game.ui.draw.page import scroll_to
from csto_game.ui.look import Look
from csto_game.ui.offers import Offer, RoleOffer
from csto_game.ui.rows import (
    EMPTY,
    Row,
    Span,
    beside,
    cell,
    clip,
    fit,
    join,
    row_of,
    row_width,
    spread,
    stack,
    tagged,
    wrap,
)
from csto_game.ui.words import say

PANELS = ("scenario", "role", "options", "mods")
OPTIONS = ("difficulty", "seed", "begin")


@frozen
class Choice:
    """What is marked in each panel."""

    panel: str = "scenario"
    offer: int = 0
    role: int = 0
    option: int = 2
    difficulty: int = -1
    """-1 until one is chosen: the one of ``level``."""
    level: str = "usual"
    """What the player settled: the middle one (``usual``), ``easiest`` or ``hardest``."""
    seed: int = 1
    query: str = ""
    mod: int = 0
    mods: frozenset[str] = frozenset()
    """Places of those that are on."""
    persons: frozenset[int] = frozenset()
    """Places of the roles that persons share this machine for; none: one person has the marked one."""


def level_of(choice: Choice, offer: Offer) -> int:
    """The place of the difficulty that counts."""
    count = len(offer.difficulties)
    settled = {"easiest": 0, "hardest": count - 1}.get(choice.level, count // 2)
    return max(0, settled if choice.difficulty < 0 else min(choice.difficulty, count - 1))


def persons_of(choice: Choice, offer: Offer) -> tuple[RoleOffer, ...]:
    """The roles that persons play, in the order of the scenario."""
    marked = tuple(role for place, role in enumerate(offer.roles) if place in choice.persons)
    return marked or (offer.roles[min(choice.role, len(offer.roles) - 1)],)


def new_game_page(
    offers: Sequence[Offer], choice: Choice, width: int, height: int, look: Look
) -> list[Row]:
    """Above: what there is to play, and what it is about. Below: as whom, and how."""
    offer = offers[choice.offer] if offers else None
    left, half = max(30, width * 2 // 5), width * 11 // 20
    low = max(8, min(height // 2, 11 if height < 30 else 24))
    upper = height - low
    name, about = offer.name if offer else "", _about(offer, width - left - 2, look)
    return stack(
        beside(
            _offers_box(offers, choice, left, upper, look),
            box(name, about, width - left, upper, look),
        ),
        beside(
            _roles_box(offer, choice, half, low, look),
            _mods_box(offer, choice, width - half, low, look)
            if choice.panel == "mods"
            else _options_box(offer, choice, width - half, low, look),
        ),
    )


def _offers_box(
    offers: Sequence[Offer], choice: Choice, width: int, height: int, look: Look
) -> list[Row]:
    rows = [
        tagged(_offer(one, look, width - 2, is_here=n == choice.offer), "scenario", n)
        for n, one in enumerate(offers)
    ]
    return box(
        say("scenario"), rows, width, height, look,
        focused=choice.panel == "scenario",
        right=f"/{choice.query}" if choice.query else "",
        scroll=scroll_to(choice.offer, height - 2, len(offers)),
        panel="scenario",
    )  # fmt: skip


def _roles_box(
    offer: Offer | None, choice: Choice, width: int, height: int, look: Look
) -> list[Row]:
    rows = _roles(offer, choice, width - 2, height - 2, look)
    return box(
        say("role"), rows, width, height, look,
        focused=choice.panel == "role",
        right=say("persons: {count}", count=len(choice.persons)) if choice.persons else "",
        scroll=scroll_to(row_of(rows, "role", choice.role), height - 5, len(rows)),
        panel="role",
    )  # fmt: skip


def _mods_box(
    offer: Offer | None, choice: Choice, width: int, height: int, look: Look
) -> list[Row]:
    rows = mod_rows(offer.mods if offer else (), choice.mods, choice.mod, width - 2, look)
    return box(
        say("mods"), rows, width, height, look,
        focused=True,
        right=_mods_on(choice),
        scroll=scroll_to(row_of(rows, "mods", choice.mod), height - 5, len(rows)),
        panel="mods",
    )  # fmt: skip


def _options_box(
    offer: Offer | None, choice: Choice, width: int, height: int, look: Look
) -> list[Row]:
    rows = _options(offer, choice, width - 2, look)
    return box(
        say("options"), rows, width, height, look,
        focused=choice.panel == "options",
        right=_mods_on(choice),
        scroll=scroll_to(row_of(rows, "options", choice.option), height - 5, len(rows)),
        panel="options",
    )  # fmt: skip


def _mods_on(choice: Choice) -> str:
    return say("on: {count}", count=len(choice.mods)) if choice.mods else ""


def _offer(offer: Offer, look: Look, width: int, *, is_here: bool) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    right: Row = EMPTY
    if offer.is_broken:
        right = (look.warn(f"{look.glyphs.alert} {say('errors')} "),)
    name = look.dim(offer.name) if offer.is_broken else look.text(offer.name)
    left = clip((cursor, Span(" "), name), width - row_width(right) - 1, ellipsis=look.glyphs.more)
    row = spread(left, right, width)
    return look.chosen(fit(row, width)) if is_here else row


def _about(offer: Offer | None, width: int, look: Look) -> list[Row]:
    if offer is None:
        return [(look.note(" " + say("No scenario was found.")),)]
    rows: list[Row] = [(look.text(f" {line}"),) for line in wrap(offer.text, width - 2) if line]
    if offer.is_broken:
        key = look.named("choose", "new_game")
        told = say("{count} problems; {key} shows them.", count=len(offer.troubles), key=key)
        rows += [
            (look.warn(f" {look.glyphs.alert} {told}"),),
            EMPTY,
        ]
        for trouble in offer.troubles:
            row = (look.dim(f" {trouble.place}  "), look.text(trouble.message))
            rows.append(clip(row, width, ellipsis=look.glyphs.more))
        return rows
    rows.append(EMPTY)
    rows += [(*cell((look.dim(f" {name}"),), 12), look.text(text)) for name, text in offer.facts]
    if offer.place:
        sign = look.good(look.glyphs.yes)
        rows.append(
            (*cell((look.dim(f" {say('files')}"),), 12), look.text(f"{offer.place} "), sign)
        )
    return rows


def _roles(offer: Offer | None, choice: Choice, width: int, room: int, look: Look) -> list[Row]:
    roles = offer.roles if offer else ()
    if not roles:
        return [(look.note(" " + say("Nobody can be played here.")),)]
    rows: list[Row] = []
    for place, role in enumerate(roles):
        is_here = place == choice.role
        row = _role(role, width, look, is_here=is_here, is_person=place in choice.persons)
        rows.append(tagged(row, "role", place))
        if is_here and choice.panel == "role":
            rows += [
                (look.note(f"    {line}"),)
                for line in wrap(role.text, width - 6)[: max(3, room - len(roles) - 2)]
                if line
            ]
    return rows


def _part(role: RoleOffer) -> str:
    """The role's name, without that of the country before it: it stands there already."""
    return role.name.removeprefix(role.country).lstrip(" :,–—-") or role.name


def _role(
    role: RoleOffer, width: int, look: Look, *, is_here: bool, is_person: bool = False
) -> Row:
    cursor = look.key(look.glyphs.cursor) if is_here else Span(" ")
    sign = look.good(look.glyphs.done) if is_person else Span(" ")
    left = join(
        (cursor, sign, Span(" ")), cell((look.strong(role.country),), 13), (look.text(_part(role)),)
    )
    played = look.good(f"{say('a person')} ") if is_person else look.dim(f"{word(role.level)} ")
    right: Row = (played,)
    row = spread(clip(left, width - row_width(right) - 1, ellipsis=look.glyphs.more), right, width)
    return look.chosen(fit(row, width)) if is_here else row


def _options(offer: Offer | None, choice: Choice, width: int, look: Look) -> list[Row]:
    if offer is None or offer.is_broken:
        return []
    glyphs = look.glyphs
    levels = offer.difficulties
    level = levels[level_of(choice, offer)] if levels else ("", say("usual"), "")
    rows: list[Row] = []
    for place, name in enumerate(OPTIONS):
        is_here = choice.panel == "options" and place == choice.option
        cursor = look.key(glyphs.cursor) if is_here else Span(" ")
        if name == "begin":
            persons = persons_of(choice, offer)
            begin = say("Begin as {country}", country=persons[0].country)
            if len(persons) > 1:
                begin = say("Begin with {count} persons", count=len(persons))
            text: Row = (look.strong(begin),)
            right = (look.key(f"{look.named('choose', 'new_game')} "),)
            room = width - row_width(right) - 1
            left = clip(join((cursor, Span(" ")), text), room, ellipsis=look.glyphs.more)
            row = spread(left, right, width)
        else:
            label = say("difficulty") if name == "difficulty" else say("seed")
            shown = level[1] if name == "difficulty" else str(choice.seed)
            label_row = cell((look.dim(label),), 12)
            row = join(
                (cursor, Span(" ")),
                label_row,
                (look.text(f"{glyphs.left} {shown} {glyphs.right}"),),
            )
        rows.append(tagged(look.chosen(fit(row, width)) if is_here else row, "options", place))
        if name == "difficulty" and level[2]:
            rows += [(look.note(f"  {line}"),) for line in wrap(level[2], width - 4)[:2]]
        if name == "begin" and choice.persons:
            names = ", ".join(role.country for role in persons_of(choice, offer))
            text_below = say("They share this machine: {names}.", names=names)
            rows += [(look.note(f"  {line}"),) for line in wrap(text_below, width - 4)]
    return rows
