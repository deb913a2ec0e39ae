"""Worlds that were read and found sound before, kept as finished Scenarios in the player's cache folder.

Reading files of rules takes five times as long as reading the Scenario they came to, and leaves
more memory behind. Nothing depends on the cache: whatever is wrong with it is as if it were not there.
"""

from csto_game.content.cache.folder import FOLDER, held
from csto_game.content.cache.reading import Way, problems, read

__all__ = ["FOLDER", "Way", "held", "problems", "read"]
