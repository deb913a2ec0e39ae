"""What must be rewritten from one version of the format to the next.

A step gets all files of a package and gives them back; `edits` rewrites keys and headers and
leaves comments and layout alone. There is only format 1 so far, so there are no steps yet.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Files = Mapping[str, str]
"""Name → text of each .toml file."""
Step = Callable[[Files], Files]

STEPS: Mapping[int, Step] = {}
"""Format → what makes it the next one."""
