"""``look SUBJECT``: a part of the situation by name, a country, a power, a verb, a number."""

from __future__ import annotations

from collections.abc import Sequence

from csto_game.content.nearest import nearest
from csto_game.model.scenario import Scenario
from csto_game.model.view import View
from csto_game.plain.desk import Desk
from csto_game.plain.parts import SUBJECTS, member_page, overview, power_page
from csto_game.session.numbers import own_path
from csto_game.text import choices
from csto_game.text.catalog import say
from csto_game.text.why import why_lines


def look(desk: Desk, subject: str) -> None:
    """Write one part of the situation, or all of it in short."""
    view = desk.view()
    if not subject:
        desk.write(*overview(desk.scenario, view))
        return
    found = _find(desk.scenario, view, subject, desk.match.persons)
    if found is None and "." in subject:
        path = own_path(desk.match.book, subject, desk.seat)
        found = [why_lines(desk.scenario, desk.match.why(path))[0]]
    if found is None:
        _complain(desk, view, subject)
    else:
        desk.write(*(found or [say("now.none")]))


def tells(desk: Desk, subject: str) -> bool:
    """Whether there is anything to say of a part of the situation."""
    return bool(subject and _find(desk.scenario, desk.view(), subject, desk.match.persons))


def _find(scenario: Scenario, view: View, subject: str, persons: Sequence[str]) -> list[str] | None:
    part = SUBJECTS.get(subject.lower())
    if part:
        return part(scenario, view)
    for verb in view.verbs:
        if verb.id == subject:
            return [*choices.verb_lines(scenario, verb), verb.text, verb.warn]
    code = subject.upper()
    for member in view.members:
        if member.code == code:
            return member_page(scenario, member, is_person=code in persons)
    for power in view.powers:
        if power.code == code:
            return power_page(scenario, power)
    return None


def _complain(desk: Desk, view: View, subject: str) -> None:
    codes = [*(row.code for row in view.members), *(row.code for row in view.powers)]
    near = nearest(subject, [*SUBJECTS, *codes])
    if near:
        desk.complain(say("plain.unknown_look", word=subject, near=near))
    else:
        names = ", ".join([*SUBJECTS, *codes])
        desk.complain(say("plain.unknown_look_all", word=subject, names=names))
