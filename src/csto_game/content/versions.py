"""Versions of packages, and the ranges in which others want them."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping

from attrs import frozen

Version = tuple[int, int, int]
Compare = Callable[[Version, Version], bool]

_NUMBERS = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,2}")
_ONE = r"(?:>=|<=|=|>|<)\s*\d{1,4}(?:\.\d{1,4}){0,2}"
_RANGE = re.compile(rf"\s*{_ONE}(?:\s*,\s*{_ONE})*\s*")
_NEED = re.compile(rf"(?P<id>[a-z][a-z0-9_]{{0,39}})(?:\s+(?P<range>{_RANGE.pattern}))?")
_COMPARISON = re.compile(r"(>=|<=|=|>|<)\s*([\d.]+)")
_SIGNS: Mapping[str, Compare] = {
    "=": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}


def version(text: str) -> Version:
    """``1.2`` is 1.2.0; what is no version at all is 0.0.0."""
    found = _NUMBERS.match(text)
    numbers = [int(part) for part in found[0].split(".")] if found else []
    first, second, third = [*numbers, 0, 0, 0][:3]
    return first, second, third


def is_range(text: str) -> bool:
    """Comparisons joined by commas, such as ``>=0.3, <1``."""
    return _RANGE.fullmatch(text) is not None


def in_range(text: str, wanted: str) -> bool:
    """Does the version fit all comparisons of the range? Every version fits no range at all."""
    have = version(text)
    return all(_SIGNS[sign](have, version(bound)) for sign, bound in _COMPARISON.findall(wanted))


@frozen
class Need:
    """Another package, in any version or those of a range."""

    id: str
    range: str = ""

    def fits(self, text: str) -> bool:
        return in_range(text, self.range)


def need(text: str) -> Need | None:
    """``id`` or ``id >=1.0, <2``; None if it is neither."""
    found = _NEED.fullmatch(text.strip())
    return Need(found["id"], (found["range"] or "").strip()) if found else None
