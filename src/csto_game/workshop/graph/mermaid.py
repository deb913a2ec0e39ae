"""Threads as a Mermaid flow chart."""

from __future__ import annotations

import re

from csto_game.workshop.graph.threads import Thread, ends

_UNSAFE = re.compile(r"[^A-Za-z0-9_. ]")
_SHAPES = {"flag": ("([", "])"), "verb": ("[[", "]]"), "rule": ("{{", "}}"), "motion": ("[/", "/]")}


def write_mermaid(found: tuple[Thread, ...]) -> str:
    """A chart from left to right."""
    names = {end: f"n{number}" for number, end in enumerate(ends(found))}
    rows = ["flowchart LR"]
    for end, name in names.items():
        opening, closing = _SHAPES.get(end.partition(".")[0], ("[", "]"))
        rows.append(f'  {name}{opening}"{_UNSAFE.sub(" ", end)}"{closing}')
    ties = dict.fromkeys((t.begin, t.how, t.end) for t in found)
    for begin, how, end in ties:
        line = "-.->" if how == "reads" else "-->"
        rows.append(f"  {names[begin]} {line}|{how}| {names[end]}")
    return "\n".join(rows) + "\n"
