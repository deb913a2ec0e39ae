"""The numbered examples of the manual "what the messages mean": place, code, caret, cure."""

from __future__ import annotations

from typing import Any

import pytest
from tests.content.language.small_world import ALONE, NAMES, SCOPE

from csto_game.content.language import (
    RuleText,
    Scope,
    check_template,
    parse_conditions,
    parse_effects,
    parse_number,
)
from csto_game.content.problem import Report
from csto_game.content.render import render

POWER = Scope({"self": "country", "target": "power"}, "[verb.lean]")
READERS = {
    "do": parse_effects,
    "when": parse_conditions,
    "is": parse_number,
    "text": check_template,
}


def report_of(line: str, scope: Scope, *, key: str = "") -> Report:
    """Read a line of a file as the loader would: the text between its quotes."""
    report = Report()
    begin, text = 0, line
    if not key:
        key = line.split(" = ", maxsplit=1)[0]
        begin = line.index(" = ") + 4
        text = line[begin:-1].replace('\\"', '"')
    rule = RuleText(text, "play.toml", 3, begin + 1, ("", "", line))
    READERS[key](rule, scope, NAMES, report)
    return report


DO, WHEN = "do", "when"
EXAMPLES = [
    (15, DO, "target.self.trsut + 6", SCOPE, 13, 5, "unknown-stat",
     'there is no stat "trsut" of a country towards a country',
     "those are: trust, kept, broken", "trust"),
    (16, DO, "EST.unity - 6", SCOPE, 5, 5, "wrong-owner",
     "unity belongs to the alliance, not to a country",
     '[stat.unity] has owner = "alliance"', "alliance.unity - 6"),
    (17, DO, "calm - 8", SCOPE, 1, 4, "no-owner", "whose calm?",
     "a number always names its owner, so that no reader has to guess", "self.calm - 8"),
    (18, DO, "target.self.grip + 10", POWER, 1, 16, "wrong-owner",
     "grip is of a country towards a power; here it is a power towards a country",
     "the first name is whose it is: A.B.grip is how B holds A", "self.target.grip + 10"),
    (19, DO, "ETS.calm + 1", SCOPE, 1, 3, "unknown-actor",
     'there is no country or power "ETS"', "", "EST"),
    (20, "", 'do = "self.treasury + 4"', ALONE, 7, 4, "no-such-word",
     'there is no "self" in this incident',
     "[incident.harvest] has no by, so it happens to nobody in particular",
     'by = "member", or: member.treasury + 4  each member'),
    (21, "", 'do = "member.treasury + 4"', ALONE, 7, 6, "no-such-word",
     '"member" is no one in particular here',
     "it stands for each in turn only after: each member", "member.treasury + 4  each member"),
    (22, "", 'do = "member.treasury + 4  each members"', ALONE, 33, 7, "unknown-noun",
     '"members" is not a noun of the language',
     "they are: member, other, country, outsider, power", "each member"),
    (23, DO, "start incident.leters for self in 2", SCOPE, 7, 15, "unknown-thing",
     "there is no incident.leters", "", "incident.letters"),
    (24, "", 'is = "average(self.calm, 50)"', SCOPE, 7, 7, "unknown-function",
     'there is no function "average"', "", "mean(… over member), or (self.calm + 50) / 2"),
    (25, "", 'when = "alliance.defence_bond = bond"', SCOPE, 33, 4, "unknown-choice",
     'defence_bond is never "bond"', "it is one of: none_promised, consult, bound", "bound"),
    (26, "", 'when = "world.storm >= number.gael"', SCOPE, 24, 11, "unknown-number",
     "there is no number.gael", "", "number.gale"),
    (27, "", 'when = "world.season == 2"', SCOPE, 22, 2, "syntax",
     "equal is written with one =", "", "world.season = 2"),
    (28, "", 'when = "self.calm < 40 and world.storm > 50 or self.treasury = 0"', SCOPE, 45, 2,
     "mixed", "and + or: which first?",
     "without brackets readers disagree, so the language does not choose",
     "(self.calm < 40 and world.storm > 50) or self.treasury = 0"),
    (29, "", 'when = "self.calm < 40 world.storm > 50"', SCOPE, 24, 11, "syntax",
     "expected the end of the line, found world.storm",
     "one condition a line, or join two with: and", "self.calm < 40 and world.storm > 50"),
    (30, "", 'do = "self.calm >= 5"', SCOPE, 17, 2, "syntax",
     "this asks, but do is for what happens", "after self.calm an effect has: +  -  =  toward",
     "self.calm = 5, or move the line to when"),
    (31, "", 'when = "self.calm + 5"', SCOPE, 9, 13, "type",
     "this is a number, not a yes or no", "", "self.calm + 5 >= …, or move the line to do"),
    (32, "", 'when = "alliance.defence_bond >= 2"', SCOPE, 31, 2, "type",
     "defence_bond is a word, it has no more and less", "", "alliance.defence_bond = bound"),
    (33, "", 'when = "self > 40"', SCOPE, 9, 4, "type",
     "self is a country, not a number", "", "self.calm > 40"),
    (34, "", 'when = "roll(1, 6) = 6"', SCOPE, 9, 4, "roll",
     "chance cannot stand in a condition", "a preview of it could not be honest",
     "an outcome with weight, chance = 17 in a rule, or weight in an incident"),
    (35, DO, "self.safety + 5", SCOPE, 1, 11, "derived",
     "safety is worked out and cannot be changed", "[stat.safety] has is = …",
     "change what it is made of"),
    (36, DO, "member.calm + 1  each member if member.treasury > 20", SCOPE, 30, 2, "syntax",
     "each has where, not if", "", "member.calm + 1  each member where member.treasury > 20"),
    (37, DO, "member.other.trust + 1  each member, other, power", SCOPE, 45, 5, "syntax",
     "each goes over two nouns at most", "",
     "drop one, or write a stat that sums it up (is = …)"),
    (38, "", 'do = "self.calm - 3  because \\"the street\\""', SCOPE, 30, 2, "backslash",
     "no backslashes in rules", "columns in messages would no longer be true",
     "do = 'self.calm - 3  because \"the street\"'"),
    (39, DO, "self.calm - 3  because the street read it", SCOPE, 24, 3, "syntax",
     "the reason stands in double quotes", "", 'because "the street read it"'),
    (41, "", 'text = "The {self.adjectve} parliament"', SCOPE, 13, 15, "template",
     'a country has no "adjectve"',
     "it has: name, adjective, people, capital, leader, of, and its stats", "{self.adjective}"),
    (42, "", 'text = "Set {A, B} of guns"', SCOPE, 13, 6, "template",
     "this is not a template", "", "{{A, B}} shows braces"),
    (43, "", 'text = "{self.calm:>10}"', SCOPE, 19, 4, "template",
     "templates have no format marks", "numbers are shown as their stat says (unit, decimals)",
     "{self.calm}"),
    (44, "", 'text = "Payment \u202edewolla"', SCOPE, 17, 1, "character",
     "U+202E (turns the direction of writing) is refused",
     "what is read would differ from what is there", "remove it"),
]  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example[0]))
def test_example(example: tuple[Any, ...]) -> None:
    _, key, line, scope, column, width, code, message, why, hint = example
    problems = report_of(line, scope, key=key).problems
    assert len(problems) == 1
    p = problems[0]
    assert (p.file, p.line, p.column, p.end_column) == ("play.toml", 3, column, column + width)
    assert (p.code, p.message) == (code, message)
    assert (p.why, p.hint) == (why, hint)


def test_the_whole_form() -> None:
    report = report_of("EST.unity - 6", SCOPE, key=DO)
    assert render(report.problems[0]) == (
        "play.toml:3:5: error: unity belongs to the alliance, not to a country  [wrong-owner]\n"
        " 3 | EST.unity - 6\n"
        "   |     ^^^^^\n"
        ' why: [stat.unity] has owner = "alliance"\n'
        " try: alliance.unity - 6\n"
        "  at: scenario.toml:46:1: defined here"
    )


def test_a_refused_character_is_spelled_out_with_its_caret() -> None:
    report = report_of('text = "Payment \u202edewolla"', SCOPE)
    lines = render(report.problems[0]).split("\n")
    assert lines[1] == ' 3 | text = "Payment <U+202E>dewolla"'
    assert lines[2] == "   |                 ^^^^^^^^"


def test_derived_points_at_the_formula() -> None:
    (problem,) = report_of("self.safety + 5", SCOPE, key=DO).problems
    assert [(a.file, a.line, a.column, a.message) for a in problem.also] == [
        ("scenario.toml", 83, 1, "its formula")
    ]


def test_a_long_line_is_cut_around_the_caret() -> None:
    line = "self.calm + 1" + " + 1" * 50 + " + self.clam"
    text = render(report_of(line, SCOPE, key=DO).problems[0])
    rows = text.split("\n")
    assert max(len(row) for row in rows) < 180
    start = rows[2].index("^")
    assert rows[1][start : start + 4] == "clam"


def test_lines_of_a_block_are_told_apart() -> None:
    report = Report()
    text = "self.calm + 1\n  * 2   # twice\n\n# a note\nself.clam + 1\n    + self.trasury\n"
    parse_effects(RuleText(text, "play.toml", 10, 1), SCOPE, NAMES, report)
    assert [(p.line, p.column, p.hint) for p in report.problems] == [
        (14, 6, "calm"),
        (15, 12, "treasury"),
    ]


def test_one_mistake_is_one_message() -> None:
    report = report_of("self.clam >= 5 and self.treasury > 3", SCOPE, key=WHEN)
    assert [p.code for p in report.problems] == ["unknown-stat"]
    report = report_of("self.clam + self.trasury > LAT.calm", SCOPE, key=WHEN)
    assert [p.column for p in report.problems] == [6, 18, 28]


def test_the_same_is_said_once() -> None:
    report = Report()
    for _ in range(3):
        parse_effects(RuleText("calm - 8", "a.toml", 1, 1), SCOPE, NAMES, report)
    assert len(report.problems) == 1
