"""Forms for numbers by language: how many there are, and which one a number takes.

Unicode CLDR, whole numbers only, forms in its order (one, two, few, many, other). A rule is never
read from a file of translations.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping


def form_of(language: str, number: int, forms: int) -> int:
    """Which of ``forms`` a number takes, from 0. A text with as many forms as another language has
    is read by the English rule: it is a text that nobody has translated yet.
    """
    count, rule = _RULES.get(language.partition("_")[0], _ENGLISH)
    if count != forms:
        rule = _one_and_other
    return min(rule(abs(number)), forms - 1)


def forms_of(language: str) -> int:
    """The number of forms; 0 for a language that is not listed."""
    return _RULES.get(language.partition("_")[0], (0, _one_and_other))[0]


# ── rules ──


def _always_one(n: int) -> int:
    return 0


def _one_and_other(n: int) -> int:
    return int(n != 1)


def _zero_is_one(n: int) -> int:
    return int(n > 1)


def _ends_in_one(n: int) -> int:
    return int(not (n % 10 == 1 and n % 100 != 11))


def _slavic(n: int) -> int:
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def _polish(n: int) -> int:
    if n == 1:
        return 0
    return 1 if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else 2


def _czech(n: int) -> int:
    return 0 if n == 1 else 1 if 2 <= n <= 4 else 2


def _lithuanian(n: int) -> int:
    if 11 <= n % 100 <= 19 or n % 10 == 0:
        return 2
    return 0 if n % 10 == 1 else 1


def _latvian(n: int) -> int:
    if 11 <= n % 100 <= 19 or n % 10 == 0:
        return 0
    return 1 if n % 10 == 1 else 2


def _romanian(n: int) -> int:
    if n == 1:
        return 0
    return 1 if n == 0 or 1 <= n % 100 <= 19 else 2


def _slovene(n: int) -> int:
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(n % 100, 3)


def _gaelic(n: int) -> int:
    if n in (1, 11):
        return 0
    if n in (2, 12):
        return 1
    return 2 if 3 <= n <= 19 else 3


def _maltese(n: int) -> int:
    if n == 1:
        return 0
    if n == 0 or 2 <= n % 100 <= 10:
        return 1
    return 2 if 11 <= n % 100 <= 19 else 3


def _irish(n: int) -> int:
    return 0 if n == 1 else 1 if n == 2 else 2 if 3 <= n <= 6 else 3 if 7 <= n <= 10 else 4


def _welsh(n: int) -> int:
    return {0: 0, 1: 1, 2: 2, 3: 3, 6: 4}.get(n, 5)


def _arabic(n: int) -> int:
    if n <= 2:
        return n
    return 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5


_BY_RULE: tuple[tuple[str, int, Callable[[int], int]], ...] = (
    ("id ja ko lo ms my th vi zh", 1, _always_one),
    (
        (
            "af az bg ca da de el en eo es et eu fi gl he hu it ka kk ky ml mn mr nb nl nn ps sq "
            "sv sw ta te tg tk tr ur uz"
        ),
        2,
        _one_and_other,
    ),
    ("bn fa fr gu hi hy kn pa pt", 2, _zero_is_one),
    ("is mk", 2, _ends_in_one),
    ("be bs hr ru sr uk", 3, _slavic),
    ("pl", 3, _polish),
    ("cs sk", 3, _czech),
    ("lt", 3, _lithuanian),
    ("lv", 3, _latvian),
    ("ro", 3, _romanian),
    ("sl", 4, _slovene),
    ("gd", 4, _gaelic),
    ("mt", 4, _maltese),
    ("ga", 5, _irish),
    ("cy", 6, _welsh),
    ("ar", 6, _arabic),
)
_RULES: Mapping[str, tuple[int, Callable[[int], int]]] = {
    code: (count, rule) for codes, count, rule in _BY_RULE for code in codes.split()
}
_ENGLISH = _RULES["en"]
