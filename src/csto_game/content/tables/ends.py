"""`[role.ID]` and objectives, `[ending.ID]`, `[chapter.ID]` and steps, `[article]`."""

from __future__ import annotations

from csto_game.content.tables.common import COMMON
from csto_game.content.tables.keys import Key, Table
from csto_game.content.tables.references import Code, Things
from csto_game.content.tables.rules import Conditions, Effects, NumberRule, WhoRule
from csto_game.content.tables.types import Ids, Number, Text, Texts, Word
from csto_game.content.tables.words import fixed, nobody, only_words, parties
from csto_game.model.scenario import (
    Article,
    Chapter,
    Ending,
    Infobox,
    Objective,
    Role,
    Section,
    Step,
)

SCREENS = (
    *("map", "members", "member", "incident", "verbs", "council", "crisis", "why", "report"),
    *("forecast", "chronicle", "timeline", "ledger", "forces", "charter"),
)
POINTS = (*SCREENS, "end", "undo")
"""What a step may point at: a screen, or one of the two keys that open none."""
_SELF = only_words({"self": "country"})

OBJECTIVE = Table(
    "role.ID.objective.ID",
    "what a role is judged by",
    Objective,
    (
        Key("name", Text(60), "as listed", required=True),
        Key("points", NumberRule(), "worth at the end of the game", required=True),
        Key("text", Text(), "more about it"),
        Key("when", Conditions(), "what must hold"),
        Key("judged", Word(("end", "ever", "always")), "when it must hold", default="end"),
        *COMMON,
    ),
    scope=fixed(self="country"),
)
ROLE = Table(
    "role.ID",
    "a seat a person can take",
    Role,
    (
        Key("plays", Code("country"), "the country", required=True),
        Key("name", Text(60), "as listed", required=True),
        Key("text", Text(), "the briefing"),
        Key("level", Word(("easy", "fair", "hard")), "how hard", default="fair"),
        Key("win", Number(0, 1000), "points to win", default="50"),
        Key("opens", Ids(words=SCREENS), "screens a new game begins with, the first on top"),
        *COMMON,
    ),
    children={"objective": ("objectives", OBJECTIVE)},
    scope=fixed(self="country"),
)
ENDING = Table(
    "ending.ID",
    "how a game may end",
    Ending,
    (
        Key("name", Text(60), "as listed", required=True),
        Key("text", Text(), "the verdict", required=True),
        Key("when", Conditions(), "what must hold", required=True),
        Key("by", WhoRule("self"), "then it ends only for each such role's seat, self"),
        Key("order", Number(0, 99), "the first that holds ends the game", default="50"),
        Key("bonus", NumberRule(), "points, self is each role's country", default="0", words=_SELF),
        Key("wins", Conditions(), "who wins regardless of points", words=_SELF),
        Key("loses", Conditions(), "who loses regardless of points", words=_SELF),
        Key("history", Texts(), "sentences for the chronicle"),
        *COMMON,
    ),
    scope=parties(),
)
STEP = Table(
    "chapter.ID.step.ID",
    "a step of a tutorial",
    Step,
    (
        Key("text", Text(), "what to do", required=True),
        Key("done", Conditions(), "done when this holds for self, the seat that is taught"),
        Key("looked", Word(SCREENS), "done when that screen was open"),
        Key("points_at", Word(POINTS), "screen or key it points at"),
        Key("hint", Text(), "told after 30 seconds"),
        *COMMON,
    ),
    scope=fixed(self="country"),
)
CHAPTER = Table(
    "chapter.ID",
    "a part of the story, or of the tutorial",
    Chapter,
    (
        Key("name", Text(60), "as listed", required=True),
        Key("text", Text(), "told when it opens"),
        Key("when", Conditions(), "opens then; the first opens at once"),
        Key("order", Number(0, 99), "then by id", default="50"),
        Key("do", Effects(), "on opening"),
        Key("verbs", Things("verb"), "only these can be used while it is the latest"),
        Key("history", Text(), "opening sentence of its section"),
        *COMMON,
    ),
    children={"step": ("steps", STEP)},
    scope=nobody,
)
INFOBOX = Table(
    "article.infobox.ID",
    "a row of the box",
    Infobox,
    (Key("name", Text(60), "label", required=True), Key("text", Text(), "value", required=True)),
    scope=nobody,
)
SECTION = Table(
    "article.section.ID",
    "a section of the article",
    Section,
    (
        Key("name", Text(60), "heading", required=True),
        Key("text", Text(), "opening"),
        Key("chapters", Things("chapter"), "what happened in these"),
        Key("tags", Ids(), "or to things with these tags"),
        Key("limit", Number(1, 500), "sentences, the weightiest are kept", default="20"),
        Key("empty", Text(), "said if there is nothing"),
        Key("order", Number(0, 99), "its place among sections and chapters", default="0"),
        Key("note", Text(templates=False), "for modders"),
    ),
    scope=nobody,
)
ARTICLE = Table(
    "article",
    "the chronicle as an article",
    Article,
    (Key("title", Text(90), "its title"), Key("lead", Text(), "first paragraph"), *COMMON),
    children={"infobox": ("infobox", INFOBOX), "section": ("sections", SECTION)},
    scope=nobody,
)
