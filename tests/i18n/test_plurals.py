"""Forms for numbers: by a table of our own, never by what a file says."""

from __future__ import annotations

import pytest

from csto_game.model.plurals import form_of, forms_of


@pytest.mark.parametrize(
    "language, forms, expected",
    [
        ("en", 2, {0: 1, 1: 0, 2: 1, 11: 1, 21: 1, -1: 0}),
        ("de", 2, {0: 1, 1: 0, 5: 1}),
        ("fr", 2, {0: 0, 1: 0, 2: 1}),
        ("ru", 3, {0: 2, 1: 0, 2: 1, 4: 1, 5: 2, 11: 2, 12: 2, 14: 2, 21: 0, 22: 1, 111: 2, -3: 1}),
        ("uk", 3, {1: 0, 3: 1, 25: 2}),
        ("pl", 3, {1: 0, 2: 1, 5: 2, 12: 2, 21: 2, 22: 1}),
        ("cs", 3, {1: 0, 4: 1, 5: 2}),
        ("ar", 6, {0: 0, 1: 1, 2: 2, 3: 3, 11: 4, 100: 5}),
        ("zh", 1, {1: 0, 7: 0}),
        ("pt_BR", 2, {0: 0, 1: 0, 2: 1}),
    ],
)
def test_a_number_takes_the_form_of_its_language(
    language: str, forms: int, expected: dict[int, int]
) -> None:
    assert forms_of(language) == forms
    assert {number: form_of(language, number, forms) for number in expected} == expected


def test_a_text_that_nobody_has_translated_keeps_the_english_rule() -> None:
    assert [form_of("ru", number, 2) for number in (1, 2, 5, 21)] == [0, 1, 1, 1]
    assert [form_of("xx", number, 2) for number in (1, 2)] == [0, 1]
    assert form_of("en", 7, 1) == 0
