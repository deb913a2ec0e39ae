"""Keeps what was drawn last, so that a key rebuilds only what it changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import define, field

T = TypeVar("T")


@define
class Memo:
    """The last result of each name; `get` builds anew when its key differs from the last one."""

    _kept: dict[str, tuple[tuple[object, ...], Any]] = field(factory=dict)

    def get(self, name: str, key: tuple[object, ...], build: Callable[[], T]) -> T:
        kept = self._kept.get(name)
        if kept is None or kept[0] != key:
            kept = self._kept[name] = (key, build())
        result: T = kept[1]
        return result
