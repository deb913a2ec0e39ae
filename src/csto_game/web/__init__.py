"""The game in a browser: a small web server that starts one game for each page that is open."""

from __future__ import annotations

from csto_game.web.ready import LOCAL, Wish, is_local, serve

__all__ = ["LOCAL", "Wish", "is_local", "serve"]
