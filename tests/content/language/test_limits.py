"""Files come from strangers: limits, refusals, and messages beyond the manual's examples."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.content.language.small_world import ALONE, NAMES, SCOPE, rule

from csto_game.content.language import (
    RuleText,
    Scope,
    check_template,
    parse_conditions,
    parse_drift,
    parse_effects,
    parse_number,
    parse_who,
)
from csto_game.content.nearest import nearest
from csto_game.content.problem import Report
from csto_game.content.render import render


def codes(key: str, text: str, scope: Scope = SCOPE) -> list[tuple[str, int]]:
    report = Report()
    if key == "who":
        parse_who(rule(text), scope, NAMES, report, word="self")
    else:
        readers = {
            "do": parse_effects,
            "when": parse_conditions,
            "is": parse_number,
            "text": check_template,
        }
        readers[key](rule(text), scope, NAMES, report)
    return [(p.code, p.column) for p in report.problems]


@pytest.mark.parametrize(
    "key, text, code, column",
    [
        ("when", "(" * 17 + "1 = 1" + ")" * 17, "too-deep", 17),
        ("when", "not " * 17 + "1 = 1", "too-deep", 65),
        ("is", "-" * 250 + "1", "too-deep", 17),
        ("is", "abs(" * 17 + "1" + ")" * 17, "too-deep", 65),
        ("is", "1" + "+1" * 199, "too-long", 301),
        ("is", "1" + "\n +1" * 250, "too-long", 3),
        ("do", "self.calm + 1\n" * 41, "too-long", 1),
        ("do", "#" + "x\n#" * 1990 + " self.calm", "too-long", 2),
        ("is", "1" * 11, "range", 1),
        ("is", "1000000001", "range", 1),
        ("is", "0.5", "whole-number", 1),
        ("when", "self.calm > \\n", "backslash", 13),
        ("when", "self.calm > 3 \u202e", "character", 15),
        ("when", "self.calm > 3 \x07", "character", 15),
        ("do", 'self.calm + 3 because "so', "syntax", 23),
        ("do", "self.calm + 3 because", "syntax", 22),
        ("do", "self.calm += 3", "syntax", 11),
        ("do", "self.calm", "syntax", 10),
        ("do", "self.calm + 3 where self.calm > 2", "syntax", 15),
        ("do", "self.calm + 3 if self.calm > 2 each member", "syntax", 32),
        ("do", "self.calm + 3 each member, member", "syntax", 28),
        ("do", "self.calm = 3 in 2", "syntax", 15),
        ("do", "self.calm toward 3", "syntax", 19),
        ("do", "world.turn + 1", "read-only", 1),
        ("do", "place.memel.owner = EST", "read-only", 1),
        ("do", "amount + 1", "type", 1),
        ("do", "self + 1", "type", 1),
        ("do", "self.membership + 1", "type", 17),
        ("do", "self.membership = 1", "type", 19),
        ("do", "self.membership = membr", "unknown-choice", 19),
        ("do", "self.calm = self", "type", 13),
        ("do", "self.calm + count(member where roll(1, 6) > 3)", "roll", 32),
        ("do", "self.calm + 2 if roll(1, 6) > 3", "roll", 18),
        ("do", "self.patron = 5", "type", 15),
        ("do", "set self.calm", "type", 10),
        ("do", "set blood", "no-owner", 5),
        ("do", "start verb.arm", "type", 7),
        ("do", "start incident.bases.option.grant", "type", 7),
        ("do", "start promise.aid in 3", "syntax", 7),
        ("do", "gain unit.tank 2", "unknown-thing", 6),
        ("do", "self.calm + 2 each other, member, country", "syntax", 35),
        ("do", "other.calm + 2 each power", "no-such-word", 1),
        ("when", "self.calm + 1 = self", "type", 17),
        ("when", "self = alliance.defence_bond", "type", 1),
        ("when", "self", "type", 1),
        ("when", "self.membership", "type", 1),
        ("when", "self.calm and 1 = 1", "type", 1),
        ("when", "self.calm && 3", "syntax", 11),
        ("when", "world", "type", 1),
        ("when", "world.calm > 3", "wrong-owner", 7),
        ("when", "self.trust > 3", "wrong-owner", 6),
        ("when", "self.target.calm > 3", "wrong-owner", 1),
        ("when", "self.GER.share > 3", "wrong-owner", 1),
        ("when", "self.calm.calm > 3", "type", 11),
        ("when", "self.target > 3", "type", 1),
        ("when", "mover.calm > 3", "no-such-word", 1),
        ("when", "frob.calm > 3", "no-such-word", 1),
        ("when", "self.calm in 5..3", "range", 1),
        ("when", "self.calm in 5", "syntax", 15),
        ("when", "self has", "syntax", 9),
        ("when", "place.rome.owner = EST", "unknown-thing", 1),
        ("when", "place.memel.size = 3", "type", 1),
        ("when", "happened(rule.envy) > 1", "type", 10),
        ("when", "rung(incident.letters) > 1", "type", 6),
        ("is", "was(self.calm, 9)", "range", 16),
        ("is", "was(3, 1)", "type", 5),
        ("is", "abs(1, 2)", "syntax", 1),
        ("is", "roll(1, 6)", "roll", 1),
        ("is", "sum(member.calm)", "syntax", 1),
        ("is", "self.calm > 3", "type", 1),
        ("is", "1\n2", "syntax", 1),
        ("is", "", "syntax", 1),
        ("who", "EST, LAT", "unknown-actor", 6),
        ("who", "EST, EST", "twice", 6),
        ("who", "members", "unknown-noun", 1),
        ("who", "member if self.calm > 3", "syntax", 8),
        ("who", "member pick best self.calm", "syntax", 13),
        ("text", "a { brace", "template", 3),
        ("text", "a } brace", "template", 3),
        ("text", "{self}", "template", 1),
        ("text", "{mover.name}", "template", 1),
        ("text", "{self.calm|a|b}", "template", 1),
        ("text", "{alliance.nmae}", "template", 1),
        ("text", "{number.gale}", "template", 1),
        ("text", "{self.calm.word}", "template", 1),
        ("text", "{self.name!r}", "template", 11),
        ("text", "e\u0301\u0301\u0301\u0301\u0301", "character", 5),
    ],
)
def test_refused(key: str, text: str, code: str, column: int) -> None:
    scope = ALONE if key == "who" else SCOPE
    assert codes(key, text, scope) == [(code, column)]


@pytest.mark.parametrize(
    "text",
    [
        "{{A, B}} and {{{self.name}}}",
        "{self.people} {self.of} {target.capital} {EST.leader} {alliance.chair.name}",
        "{self.calm} {world.storm} {self.target.trust} {alliance.defence_bond} {alliance.short}",
        "{amount} {amount|tank|tanks} {date} {turn} [b] *c* <d>",
        "plain\ntext",
        "{selves} {selves|was|were} there, with {alliance.members}",
    ],
)
def test_right_templates(text: str) -> None:
    assert codes("text", text) == []


def test_the_cure_of_a_path_that_goes_on_too_far_is_where_it_should_end() -> None:
    for text, cure in (("{self.calm.wrd}", "{self.calm}"), ("{self.clam}", "{self.calm}")):
        report = Report()
        check_template(RuleText(text), SCOPE, NAMES, report)
        assert [problem.hint for problem in report.problems] == [cure]
    report = Report()
    check_template(RuleText("{selves} came"), ALONE, NAMES, report)
    assert [problem.hint for problem in report.problems] == ["{alliance.members}"]


def test_a_number_with_words_has_one() -> None:
    calm = evolve(NAMES.stats["calm"], bands=((0, "raging"), (50, "calm")))
    names = evolve(NAMES, stats={**NAMES.stats, "calm": calm})
    report = Report()
    check_template(RuleText("{self.calm.word}"), SCOPE, names, report)
    assert not report.problems


def test_a_template_in_a_reason_is_checked_in_its_place() -> None:
    assert codes("do", 'self.calm + 1  because "{self.nmae} said so"') == [("template", 25)]
    assert codes("do", 'member.calm + 1 each member because "{member.name}"') == []


def test_drift_of_the_world_has_no_self() -> None:
    report = Report()
    parse_drift(rule("+ self.calm"), NAMES.stats["storm"], NAMES, report)
    assert [(p.code, p.column) for p in report.problems] == [("no-such-word", 3)]


def test_what_is_left_out_must_be_there() -> None:
    found = codes("do", "start crisis.border", ALONE)
    assert found == [("no-such-word", 7)]


def test_an_escape_is_found_on_later_lines() -> None:
    lines = ('do = """', "self.calm + 1", 'self.calm - 2  because \\"so\\"', '"""')
    text = 'self.calm + 1\nself.calm - 2  because "so"\n'
    report = Report()
    parse_effects(RuleText(text, "a.toml", 2, 1, lines), SCOPE, NAMES, report)
    assert [(p.code, p.line, p.column) for p in report.problems] == [("backslash", 3, 24)]


def test_as_many_problems_as_are_kept() -> None:
    report = Report()
    for line in range(1, 1101):
        parse_effects(RuleText("calm - 8", "a.toml", line, 1), SCOPE, NAMES, report)
    assert (len(report.problems), report.left_out) == (1000, 100)
    assert [p.line for p in report.problems[:3]] == [1, 2, 3]


@pytest.mark.parametrize(
    "name, near",
    [("ETS", "EST"), ("etsonia", "estonia"), ("LVA", "LVA"), ("x", None), ("QQQ", None)],
)
def test_nearest(name: str, near: str | None) -> None:
    assert nearest(name, ["EST", "estonia", "LVA"]) == near


def test_no_message_speaks_of_python() -> None:
    report = Report()
    for key, line in (("do", "self.calm +"), ("when", "self.calm >"), ("is", "max(")):
        codes(key, line)
        parse_effects(rule(line), SCOPE, NAMES, report)
    text = "\n".join(render(problem) for problem in report.problems)
    for word in ("None", "str", "int", "KeyError", "invalid", "illegal"):
        assert word not in text.split()
