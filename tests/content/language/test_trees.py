"""What each form of the language becomes."""

from __future__ import annotations

import pytest
from tests.content.language.small_world import ALONE, NAMES, SCOPE, rule

from csto_game.content.language import (
    Scope,
    parse_conditions,
    parse_drift,
    parse_effects,
    parse_number,
    parse_who,
)
from csto_game.content.problem import Report
from csto_game.model import tree
from csto_game.model.tree import Change, Const, Fold, HasFlag, Line, Op, Read, Scoped, Value, Who

SELF, TARGET, MEMBER = Scoped("self"), Scoped("target"), Scoped("member")
CALM = Read("calm", "number", SELF)
STORM = Read("storm", "number")
BOND = Read("defence_bond", "choice:defence_bond")


def when(text: str, scope: Scope = SCOPE) -> Value | None:
    report = Report()
    value = parse_conditions(rule(text), scope, NAMES, report)
    assert not report.problems, report.problems
    return value


def number(text: str, scope: Scope = SCOPE) -> Value:
    report = Report()
    value = parse_number(rule(text), scope, NAMES, report)
    assert not report.problems, report.problems
    return value


def do(text: str, scope: Scope = SCOPE) -> tuple[Line, ...]:
    report = Report()
    block = parse_effects(rule(text), scope, NAMES, report)
    assert not report.problems, report.problems
    return block.lines


def who(text: str, word: str = "self", scope: Scope = ALONE) -> Who:
    report = Report()
    value = parse_who(rule(text), scope, NAMES, report, word=word)
    assert not report.problems, report.problems
    return value


@pytest.mark.parametrize(
    "text, value",
    [
        ("self.calm", CALM),
        ("EST.calm", Read("calm", "number", tree.ActorNamed("EST"))),
        ("world.storm", STORM),
        ("world.turns_left", Read("turns_left", "number")),
        ("alliance.unity", Read("unity", "number")),
        ("self.target.trust", Read("trust", "number", SELF, TARGET)),
        ("EST.USR.grip", Read("grip", "number", *map(tree.ActorNamed, ("EST", "USR")))),
        ("alliance.chair.calm", Read("calm", "number", Read("chair", "actor"))),
        ("self.patron.patron.calm",
         Read("calm", "number", Read("patron", "actor", Read("patron", "actor", SELF)))),
        ("alliance.chair.self.trust", Read("trust", "number", Read("chair", "actor"), SELF)),
        ("place.memel.owner.calm", Read("calm", "number", tree.PlaceOwner("memel"))),
        ("self.kept", Read("kept", "number", SELF)),
        ("self.target.kept", Read("kept_to", "number", SELF, TARGET)),
        ("self.target.broken", Read("broken_to", "number", SELF, TARGET)),
        ("self.USR.share", Read("share", "number", SELF, tree.ActorNamed("USR"))),
        ("self.alliance.share", Read("share", "number", SELF, tree.Pole("alliance"))),
        ("self.unaligned.share", Read("share", "number", SELF, tree.Pole("unaligned"))),
        ("number.gale", Const(70)),
        ("amount", Scoped("amount", "number")),
        ("-self.calm", tree.Negative(CALM)),
        ("1 + 2 * 3", Const(7)),
        ("7 / 2", Const(4)),
        ("-7 / 2", Const(-4)),
        ("5 / 0", Const(0)),
        ("1000000000 * 9", Const(1_000_000_000)),
        ("clamp(number.gale, 0, 50)", Const(50)),
        ("root(-9) + root(17)", Const(4)),
        ("abs(3 - 5)", Const(2)),
        ("self.calm - 1 - 2", Op("-", Op("-", CALM, Const(1), "number"), Const(2), "number")),
        ("max(1, self.calm)", tree.Call("max", (Const(1), CALM))),
        ("was(self.calm, 2)", tree.Was(CALM, 2)),
        ("since(self.blood)", tree.SinceFlag(HasFlag("blood", "actor", SELF))),
        ("since(self.target.feud)", tree.SinceFlag(HasFlag("feud", "pair", SELF, TARGET))),
        ("since(world.war)", tree.SinceFlag(HasFlag("war", "world"))),
        ("since(verb.arm, self)", tree.Tally("since", "verb.arm", SELF)),
        ("happened(incident.bases.option.grant, self, target)",
         tree.Tally("happened", "incident.bases.option.grant", SELF, TARGET)),
        ("rung(crisis.border)", tree.Tally("rung", "crisis.border")),
        ("sum(member.calm over member)",
         Fold("sum", "member", None, Read("calm", "number", MEMBER), "number")),
        ("mean(other.self.trust over other where other.calm > 3)",
         Fold("mean", "other",
              Op(">", Read("calm", "number", Scoped("other")), Const(3), "yes"),
              Read("trust", "number", Scoped("other"), SELF), "number")),
        ("highest(power.reach + sum(member.power.grip over member) over power)",
         Fold("highest", "power", None,
              Op("+", Read("reach", "number", Scoped("power")),
                 Fold("sum", "member", None,
                      Read("grip", "number", MEMBER, Scoped("power")), "number"), "number"),
              "number")),
    ],
)  # fmt: skip
def test_numbers(text: str, value: Value) -> None:
    assert number(text) == value


def test_an_integer_is_a_number() -> None:
    assert parse_number(7, SCOPE, NAMES, Report()) == Const(7)


@pytest.mark.parametrize(
    "text, value",
    [
        ("", None),
        ("# nothing", None),
        ("self.calm >= 60", Op(">=", CALM, Const(60), "yes")),
        ("self.calm in 40..60", tree.Within(CALM, Const(40), Const(60))),
        ("not self has blood", tree.Not(HasFlag("blood", "actor", SELF))),
        ("world has war", HasFlag("war", "world")),
        ("alliance has split", HasFlag("split", "alliance")),
        ("self.target has feud", HasFlag("feud", "pair", SELF, TARGET)),
        ("alliance.chair has blood", HasFlag("blood", "actor", Read("chair", "actor"))),
        ("alliance.chair.self has feud", HasFlag("feud", "pair", Read("chair", "actor"), SELF)),
        ("alliance.defence_bond = bound", Op("=", BOND, Const(2, BOND.type), "yes")),
        ("consult != alliance.defence_bond", Op("!=", Const(1, BOND.type), BOND, "yes")),
        ("self.membership = member",
         Op("=", Read("membership", "choice:membership", SELF),
            Const(0, "choice:membership"), "yes")),
        ("self = EST", Op("=", SELF, tree.ActorNamed("EST"), "yes")),
        ("self.patron = none",
         Op("=", Read("patron", "actor", SELF), tree.ActorNamed("none"), "yes")),
        ("place.memel.owner = LTU",
         Op("=", tree.PlaceOwner("memel"), tree.ActorNamed("LTU"), "yes")),
        ("borders(self, target)", tree.Borders(SELF, TARGET)),
        ("running(crisis.border, self)", tree.Tally("running", "crisis.border", SELF, None, "yes")),
        ("1 < 2", Const(1, "yes")),
        ("not 1 = 1", Const(0, "yes")),
        ("any(power)", Fold("any", "power", None, None, "yes")),
        ("all(member where member.calm > 1)",
         Fold("all", "member",
              Op(">", Read("calm", "number", MEMBER), Const(1), "yes"), None, "yes")),
        ("self.calm > 1\n  or world.storm > 2\nself has blood",
         Op("and",
            Op("or", Op(">", CALM, Const(1), "yes"), Op(">", STORM, Const(2), "yes"), "yes"),
            HasFlag("blood", "actor", SELF), "yes")),
    ],
)  # fmt: skip
def test_conditions(text: str, value: Value | None) -> None:
    assert when(text) == value


def test_the_word_of_a_choice_may_be_a_noun_in_force() -> None:
    (line,) = do("member.calm + 1 each member where member = member.membership")
    member = Read("membership", "choice:membership", MEMBER)
    assert line.where == Op("=", Const(0, "choice:membership"), member, "yes")


@pytest.mark.parametrize(
    "text, deed",
    [
        ("self.calm + 5", Change("+", CALM, Const(5))),
        ("self.calm - roll(1, 6)", Change("-", CALM, tree.Roll(Const(1), Const(6)))),
        ("self.calm + 5 in 2", Change("+", CALM, Const(5), Const(2))),
        ("self.calm - 5 in 2 lasting 3", Change("-", CALM, Const(5), Const(2), Const(3))),
        ("self.calm = 7", Change("=", CALM, Const(7))),
        ("alliance.defence_bond = consult", Change("=", BOND, Const(1, BOND.type))),
        ("alliance.chair = self", Change("=", Read("chair", "actor"), SELF)),
        ("self.patron = none",
         Change("=", Read("patron", "actor", SELF), tree.ActorNamed("none"))),
        ("self.alliance.share + 20",
         Change("+", Read("share", "number", SELF, tree.Pole("alliance")), Const(20))),
        ("self.calm toward 20 by 1", tree.Toward(CALM, Const(20), Const(1))),
        ("set self.blood", tree.SetFlag(HasFlag("blood", "actor", SELF))),
        ("set world.war lasting 4", tree.SetFlag(HasFlag("war", "world"), Const(4))),
        ("clear self.target.feud", tree.ClearFlag(HasFlag("feud", "pair", SELF, TARGET))),
        ("start incident.letters", tree.Move("start", "incident", "letters", SELF, TARGET)),
        ("start incident.letters for EST to self in 2",
         tree.Move("start", "incident", "letters", tree.ActorNamed("EST"), SELF, Const(2))),
        ("start promise.aid for self to target lasting 3",
         tree.Move("start", "promise", "aid", SELF, TARGET, None, Const(3))),
        ("raise crisis.border", tree.Move("raise", "crisis", "border", SELF, TARGET)),
        ("break promise.aid", tree.Move("break", "promise", "aid", SELF, TARGET)),
        ("gain unit.airborne 2 for target", tree.Muster("gain", "airborne", Const(2), TARGET)),
        ("pledge unit.airborne amount",
         tree.Muster("pledge", "airborne", Scoped("amount", "number"), SELF)),
        ("cede place.memel to none", tree.Cede("memel", tree.ActorNamed("none"))),
    ],
)  # fmt: skip
def test_deeds(text: str, deed: tree.Deed) -> None:
    (line,) = do(text)
    assert line.deed == deed


def test_a_block_of_effects() -> None:
    first, second = do(
        'self.calm + 5  if world.storm < 15  because "thin budget"  # why not\n'
        "\n"
        "member.power.grip + 1\n"
        "    each member, power where member != self\n"
    )
    assert first.when == Op("<", STORM, Const(15), "yes")
    assert (first.because, first.line, first.column) == ("thin budget", 1, 1)
    assert second.each == ("member", "power")
    assert second.where == Op("!=", MEMBER, SELF, "yes")
    assert (second.line, second.column) == (3, 1)
    assert second.source == "member.power.grip + 1 each member, power where member != self"


def test_left_out_actors_are_none_where_the_place_has_none() -> None:
    (line,) = do("start incident.letters for member  each member", ALONE)
    assert line.deed == tree.Move("start", "incident", "letters", MEMBER, None)


@pytest.mark.parametrize(
    "text, value",
    [
        ("EST, LVA", Who(("EST", "LVA"))),
        ("member", Who(noun="member")),
        ("member where self.calm > 3",
         Who(noun="member", where=Op(">", CALM, Const(3), "yes"))),
        ("member pick any", Who(noun="member", pick="any")),
        ("power where power.reach > 1 pick lowest self.reach",
         Who((), "power", Op(">", Read("reach", "number", Scoped("power")), Const(1), "yes"),
             "lowest", Read("reach", "number", SELF))),
    ],
)  # fmt: skip
def test_who(text: str, value: Who) -> None:
    assert who(text) == value


def test_who_is_targeted() -> None:
    scope = Scope({"self": "country"}, "[incident.bases]")
    found = who("power pick highest self.target.grip", "target", scope)
    assert found.rank == Read("grip", "number", SELF, TARGET)
    assert who("other", "target", scope) == Who(noun="other")


@pytest.mark.parametrize(
    "stat, text, deed",
    [
        ("storm", "+ 4", Change("+", STORM, Const(4))),
        ("calm", "toward 20 by 1", tree.Toward(CALM, Const(20), Const(1))),
        ("treasury", "+ self.calm / 10",
         Change("+", Read("treasury", "number", SELF),
                Op("/", CALM, Const(10), "number"))),
        ("grip", "- 1", Change("-", Read("grip", "number", SELF, TARGET), Const(1))),
    ],
)  # fmt: skip
def test_drift(stat: str, text: str, deed: tree.Deed) -> None:
    report = Report()
    line = parse_drift(rule(text), NAMES.stats[stat], NAMES, report)
    assert not report.problems
    assert line is not None
    assert line.deed == deed


def test_uses_are_collected() -> None:
    report = Report()
    text = "set self.blood if self has scar\nstart incident.letters\nclear world.war"
    parse_effects(rule(text), SCOPE, NAMES, report)
    assert [(f.flag, f.scope, f.how, f.spot.line, f.spot.column) for f in report.flags] == [
        ("blood", "actor", "set", 1, 5),
        ("scar", "actor", "read", 1, 28),
        ("war", "world", "clear", 3, 7),
    ]
    assert [(t.address, t.how, t.spot.line) for t in report.things] == [
        ("incident.letters", "start", 2)
    ]
