"""Threads as text: each thing with what it does to others and what others do to it."""

from __future__ import annotations

from collections.abc import Iterator

from csto_game.workshop.graph.threads import Thread, ends


def write_text(found: tuple[Thread, ...]) -> str:
    """A paragraph for each thing and flag."""
    return "\n".join(row for end in sorted(ends(found)) for row in _paragraph(found, end)) + "\n"


def _paragraph(found: tuple[Thread, ...], end: str) -> Iterator[str]:
    yield end
    there = [f"  {_there(thread)}" for thread in sorted(found) if thread.begin == end]
    back = [f"  {_back(thread)}" for thread in sorted(found) if thread.end == end]
    yield from dict.fromkeys((*there, *back))


def _there(thread: Thread) -> str:
    if thread.how == "reads":
        return f"is read by {thread.part}"
    part = thread.part.removeprefix(thread.begin).lstrip(".")
    return f"{thread.how} {thread.end}" + (f"  ({part})" if part else "")


def _back(thread: Thread) -> str:
    if thread.how == "reads":
        return f"reads {thread.begin}"
    return f"{thread.part} {thread.how} it"
