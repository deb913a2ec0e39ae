"""Line mode: lines in, lines out."""

from csto_game.plain.loop import play

__all__ = ["play"]
