"""Work in threads that lets go of what it was given.

Textual's threads remember the last work they did, and with it its arguments: a game that was left
would stay in memory until its thread happens to be used again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.dom import DOMNode

P = ParamSpec("P")
Node = TypeVar("Node", bound=DOMNode)


class Errand:
    """A call that is made once and forgotten as it begins."""

    def __init__(self, call: Callable[..., None], *args: object, **facts: object) -> None:
        self._left: list[Any] = [call, args, facts]

    def run(self) -> None:
        (call, args, facts), self._left = self._left, []
        call(*args, **facts)


def in_thread(
    group: str, *, exclusive: bool = True
) -> Callable[[Callable[Concatenate[Node, P], None]], Callable[Concatenate[Node, P], None]]:
    """The method runs in a thread; with ``exclusive`` the latest wish of a group wins."""

    def decorate(
        method: Callable[Concatenate[Node, P], None],
    ) -> Callable[Concatenate[Node, P], None]:
        def begin(self: Node, /, *args: P.args, **facts: P.kwargs) -> None:
            errand = Errand(method, self, *args, **facts)
            self.run_worker(errand.run, group=group, exclusive=exclusive, thread=True)

        return begin

    return decorate
