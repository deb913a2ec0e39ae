"""What files may hold: one declaration of tables and keys."""

from csto_game.content.tables.registry import SINGLES, TABLES, THINGS

__all__ = ["SINGLES", "TABLES", "THINGS"]
