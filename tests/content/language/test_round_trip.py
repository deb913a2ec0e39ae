"""What is printed parses to the same tree, and nothing that is written can raise."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.content.language.small_world import ALONE, NAMES, SCOPE, rule

from csto_game.content.language import (
    RuleText,
    check_template,
    parse_conditions,
    parse_drift,
    parse_effects,
    parse_number,
    parse_who,
    print_line,
    print_value,
    print_who,
)
from csto_game.content.problem import Report
from csto_game.content.render import render

# ── right texts, made from the grammar ──────────────────────────────

ACTORS = st.sampled_from(["self", "target", "EST", "LVA", "alliance.chair", "self.patron"])
WORDS = st.sampled_from(["self", "target", "EST", "LVA"])
COUNTS = st.integers(0, 10**9).map(str)
READS = st.one_of(
    ACTORS.map(lambda a: f"{a}.calm"),
    st.tuples(ACTORS, WORDS).map(lambda p: f"{p[0]}.{p[1]}.trust"),
    st.tuples(ACTORS, WORDS).map(lambda p: f"{p[0]}.{p[1]}.kept"),
    st.sampled_from(
        ["world.storm", "alliance.unity", "self.alliance.share", "self.USR.share", "EST.USR.grip"]
    ),
)
FLAGS = st.one_of(
    st.sampled_from(["world", "alliance"]),
    ACTORS,
    st.tuples(ACTORS, WORDS).map(".".join),
)
NUMBERS_FROM = st.sampled_from(["sum", "mean", "highest", "lowest"])


def _numbers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from("+-*/")
    return st.one_of(
        st.tuples(inner, signs, inner).map(" ".join),
        st.tuples(inner, signs, inner).map(lambda p: f"({p[0]}) {p[1]} ({p[2]})"),
        inner.map(lambda a: f"-({a})"),
        st.tuples(inner, inner).map(lambda p: f"max({p[0]}, {p[1]})"),
        st.tuples(NUMBERS_FROM, inner).map(lambda p: f"{p[0]}({p[1]} over member)"),
        inner.map(lambda a: f"count(other where other.calm < {a})"),
    )


LEAVES = st.one_of(
    COUNTS,
    READS,
    st.just("amount"),
    READS.map(lambda a: f"was({a}, 3)"),
    FLAGS.map(lambda a: f"since({a}.feud)"),
    st.just("happened(incident.letters, self)"),
)
NUMBERS = st.recursive(LEAVES, _numbers, max_leaves=8)
TESTS = st.one_of(
    st.tuples(NUMBERS, st.sampled_from(["=", "!=", "<", "<=", ">", ">="]), NUMBERS).map(" ".join),
    NUMBERS.map(lambda a: f"{a} in 10..20"),
    FLAGS.map(lambda a: f"{a} has feud"),
    st.tuples(ACTORS, ACTORS).map(" = ".join),
    st.sampled_from(
        [
            "alliance.defence_bond = bound",
            "suspended != self.membership",
            "borders(self, target)",
            "running(crisis.border, self, target)",
            "self.patron = none",
        ]
    ),
)


def _conditions(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.sampled_from([" and ", " or "])
    return st.one_of(
        inner.map(lambda a: f"not ({a})"),
        st.tuples(inner, joined, inner).map(lambda p: f"({p[0]}){p[1]}({p[2]})"),
        st.tuples(inner, inner).map(lambda p: f"any(member where ({p[0]}) and ({p[1]}))"),
        st.tuples(inner, inner).map(lambda p: f"({p[0]}) = ({p[1]})"),
    )


CONDITIONS = st.recursive(TESTS, _conditions, max_leaves=5)
DEEDS = st.one_of(
    st.tuples(READS.filter(lambda r: "kept" not in r), st.sampled_from("+="), NUMBERS).map(
        " ".join
    ),
    NUMBERS.map(lambda a: f"self.calm - ({a})"),
    NUMBERS.map(lambda a: f"self.calm + {a} in 2 lasting 3"),
    NUMBERS.map(lambda a: f"self.calm - roll(-1000000000, {a})"),
    st.tuples(NUMBERS, NUMBERS).map(lambda p: f"self.calm toward {p[0]} by {p[1]}"),
    FLAGS.map(lambda a: f"set {a}.feud lasting 3"),
    FLAGS.map(lambda a: f"clear {a}.feud"),
    ACTORS.map(lambda a: f"start incident.letters for {a} in 2"),
    st.tuples(ACTORS, ACTORS).map(lambda p: f"start promise.aid for {p[0]} to {p[1]} lasting 4"),
    NUMBERS.map(lambda a: f"gain unit.airborne {a}"),
    ACTORS.map(lambda a: f"cede place.memel to {a}"),
    st.just("alliance.defence_bond = bound"),
)
ENDS = st.one_of(
    st.just(""),
    CONDITIONS.map(lambda a: f" if {a}"),
    CONDITIONS.map(lambda a: f" each member, power where {a}"),
)
REASONS = st.sampled_from(["", ' because "bread"', ' because "{self.name} # said so"'])
# A row may hold no more than 300 characters and a few levels of brackets.
FITS = 290


@given(NUMBERS.filter(lambda text: len(text) < FITS))
def test_numbers_print_as_they_parse(text: str) -> None:
    report = Report()
    value = parse_number(rule(text), SCOPE, NAMES, report)
    if not report.problems:
        again = parse_number(rule(print_value(value, NAMES)), SCOPE, NAMES, report)
        assert not report.problems
        assert again == value


@given(CONDITIONS.filter(lambda text: len(text) < FITS))
def test_conditions_print_as_they_parse(text: str) -> None:
    report = Report()
    value = parse_conditions(rule(text), SCOPE, NAMES, report)
    assert value is not None
    assert not report.problems
    assert parse_conditions(rule(print_value(value, NAMES)), SCOPE, NAMES, report) == value
    assert not report.problems


@given(st.tuples(DEEDS, ENDS, REASONS).map("".join).filter(lambda text: len(text) < FITS))
def test_effects_print_as_they_parse(text: str) -> None:
    report = Report()
    (line,) = parse_effects(rule(text), SCOPE, NAMES, report).lines
    assert not report.problems
    (again,) = parse_effects(rule(print_line(line, NAMES)), SCOPE, NAMES, report).lines
    assert not report.problems
    assert evolve(again, source="") == evolve(line, source="")


@given(
    st.sampled_from(["", " where self.calm > 3", " where self has blood or member = EST"]),
    st.sampled_from(["", " pick any", " pick highest self.calm + 2", " pick lowest -self.calm"]),
)
def test_who_prints_as_it_parses(where: str, pick: str) -> None:
    report = Report()
    value = parse_who(rule(f"member{where}{pick}"), ALONE, NAMES, report, word="self")
    again = parse_who(rule(print_who(value)), ALONE, NAMES, report, word="self")
    assert not report.problems
    assert again == value


# ── any texts at all ────────────────────────────────────────────────

PIECES = st.sampled_from(
    [
        *"+-*/=<>(),.#\"'\\\n\t {}|:%&$",
        *("self", "target", "member", "other", "each", "where", "if", "because", "not", "and"),
        *("or", "in", "has", "over", "by", "toward", "set", "clear", "start", "gain", "cede"),
        *("for", "to", "lasting", "pick", "highest", "any", "count", "sum", "max", "was(", "("),
        *("self.calm", "self.target.trust", "world.storm", "alliance.defence_bond", "world"),
        *("bound", "alliance.chair", "incident.letters", "unit.airborne", "place.memel", "EST"),
        *("none", "amount", "..", "<=", "==", "12", "0.5", "9" * 40, '"so"', "roll(1, 6)"),
        *(
            "\n  ",
            "self.trsut",
            "LAT",
            "calm",
            "since(self.blood)",
            "\u202e",
            "é",
            "\x00",
            "²",
            "٣",
            "É",
        ),
    ]
)
NOISE = st.one_of(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
    st.text(max_size=80),
)


@settings(max_examples=400)
@given(NOISE, st.sampled_from([SCOPE, ALONE]), st.integers(1, 40), st.booleans())
def test_nothing_written_can_raise(text: str, scope: object, column: int, quoted: bool) -> None:
    assert scope in (SCOPE, ALONE)
    chosen = SCOPE if scope is SCOPE else ALONE
    lines = (" " * (column - 1) + text).split("\n") if quoted else ()
    whole = RuleText(text, "a.toml", 1, column, tuple(lines))
    report = Report()
    parse_conditions(whole, chosen, NAMES, report)
    parse_effects(whole, chosen, NAMES, report)
    parse_number(whole, chosen, NAMES, report)
    parse_who(whole, chosen, NAMES, report, word="self")
    parse_drift(whole, NAMES.stats["calm"], NAMES, report)
    parse_drift(whole, NAMES.stats["storm"], NAMES, report)
    check_template(whole, chosen, NAMES, report)
    for problem in report.problems:
        assert problem.end_column > problem.column >= 1
        assert "^" in render(problem) or not problem.source
