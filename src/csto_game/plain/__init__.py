"""Line mode: lines in, lines out."""

from csto_game.plain.desk import Own
from csto_game.plain.loop import play

__all__ = ["Own", "play"]
