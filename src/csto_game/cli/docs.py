"""`csto docs`: the manual of a scenario, what its package says of itself, or the reference of the format."""

from __future__ import annotations

from argparse import Namespace

from csto_game.cli.document import write_text
from csto_game.cli.home import home_of, shelves
from csto_game.content.papers import imprint, papers
from csto_game.content.problem import Problem
from csto_game.content.shelf import find
from csto_game.model.refusal import GameError
from csto_game.session.worlds import open_world
from csto_game.text.catalog import say
from csto_game.workshop.manual.build import manual
from csto_game.workshop.manual.html import write_html
from csto_game.workshop.manual.markdown import write_markdown
from csto_game.workshop.reference.manual import reference

_WRITERS = {".html": write_html, ".htm": write_html, ".md": write_markdown}


def run(options: Namespace) -> int:
    """Write it. Raises GameError."""
    text = (
        reference() if options.reference else _about(options) if options.about else _manual(options)
    )
    if not options.to:
        print(text, end="")
        return 0
    write_text(options.to, text)
    print(say("workshop.written", file=options.to))
    return 0


def _about(options: Namespace) -> str:
    """Of a scenario or a mod, sound or not: README and licence are no part of its world."""
    if not options.path:
        raise GameError(say("docs.what"))
    path = find(options.path, shelves(home_of(options)))
    if isinstance(path, Problem):
        raise GameError(path.message)
    lines = [say(f"about.{key}", text=text) for key, text in imprint(path)]
    found = papers(path)
    for paper in found:
        lines += ["", f"── {paper.name} ──", *([paper.trouble] if paper.trouble else paper.lines)]
        lines += [say("about.cut")] if paper.is_cut else []
    return "\n".join([*lines, *([] if found else [say("about.none")])]) + "\n"


def _manual(options: Namespace) -> str:
    if not options.path:
        raise GameError(say("docs.what"))
    suffix = "." + (options.to or "page.md").rpartition(".")[2].lower()
    if suffix not in _WRITERS:
        raise GameError(say("docs.kind", file=options.to))
    return _WRITERS[suffix](manual(open_world(options.path, shelves(home_of(options))).book))
