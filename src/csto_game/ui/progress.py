"""How far the engine is, for the strip."""

from __future__ import annotations

from attrs import frozen


@frozen
class Thinking:
    """How far the others are: seats done, of how many, and who thinks now."""

    done: int
    of: int
    name: str
