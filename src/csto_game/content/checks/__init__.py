"""Checks of a whole world that has been read: errors and warnings no single value shows."""

from csto_game.content.checks.registry import check

__all__ = ["check"]
