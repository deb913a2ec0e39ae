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
    offer = offers[choice.offer] if offers else None
    left = max(30, width * 2 // 5)
    low = max(8, min(height // 2, 11 if height < 30 else 24))
    upper = height - low
    right = f"/{choice.query}" if choice.query else ""
    scenarios = box(
        say("scenario"),
        [
            tagged(_offer(one, look, left - 2, is_here=n == choice.offer), "scenario", n)
            for n, one in enumerate(offers)
        ],
        left,
        upper,
        look,
        focused=choice.panel == "scenario",
        right=right,
        scroll=scroll_to(choice.offer, upper - 2, len(offers)),
        panel="scenario",
    )
    about = box(
        offer.name if offer else "",
        _about(offer, width - left - 2, look),
        width - left,
        upper,
        look,
    )
    half = width * 11 // 20
    role_rows = _roles(offer, choice, half - 2, low - 2, look)
    role_scroll = scroll_to(row_of(role_rows, "role", choice.role), low - 5, len(role_rows))
    roles = box(
        say("role"),
        role_rows,
        half,
        low,
        look,
        focused=choice.panel == "role",
        right=say("persons: {count}", count=len(choice.persons)) if choice.persons else "",
        scroll=role_scroll,
        panel="role",
    )
    at_mods = choice.panel == "mods"
    inner = width - half - 2
    inside = (
        mod_rows(offer.mods if offer else (), choice.mods, choice.mod, inner, look)
        if at_mods
        else _options(offer, choice, inner, look)
    )
    here = row_of(inside, *(("mods", choice.mod) if at_mods else ("options", choice.option)))
    options = box(
        say("mods") if at_mods else say("options"),
        inside,
        width - half,
        low,
        look,
        focused=choice.panel in ("options", "mods"),
        right=say("on: {count}", count=len(choice.mods)) if choice.mods else "",
        scroll=scroll_to(here, low - 5, len(inside)),
        panel="mods" if at_mods else "options",
    )
    return stack(beside(scenarios, about), beside(roles, options))


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
