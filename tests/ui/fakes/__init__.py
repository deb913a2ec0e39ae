"""Views built by hand and a match that obeys, so that screens can be tested without an engine."""

from __future__ import annotations

from tests.ui.fakes.archive import FakeArchive
from tests.ui.fakes.match import FakeMatch
from tests.ui.fakes.nasty import NastyArchive, NastyMatch, nasty_view, nasty_wants, spoiled
from tests.ui.fakes.pasts import a_contrast, a_glance, a_turning, annals, judged, looked, some_lines
from tests.ui.fakes.shelf import FakeShelf
from tests.ui.fakes.views import NASTY, SEAT, a_view, event, figure, score

__all__ = [
    "NASTY",
    "SEAT",
    "FakeArchive",
    "FakeMatch",
    "FakeShelf",
    "NastyArchive",
    "NastyMatch",
    "a_contrast",
    "a_glance",
    "a_turning",
    "a_view",
    "annals",
    "event",
    "figure",
    "judged",
    "looked",
    "nasty_view",
    "nasty_wants",
    "score",
    "some_lines",
    "spoiled",
]
