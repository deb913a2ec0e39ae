"""How each function is called, for messages."""

from __future__ import annotations

USAGE = {
    "min": "a, b, …",
    "max": "a, b, …",
    "abs": "a",
    "root": "a",
    "clamp": "a, low, high",
    "count": "member where …",
    "any": "member where …",
    "all": "member where …",
    "sum": "… over member",
    "mean": "… over member",
    "highest": "… over member",
    "lowest": "… over member",
    "was": "self.treasury, 1",
    "since": "incident.miners",
    "happened": "incident.miners, self",
    "running": "crisis.border, self, target",
    "rung": "crisis.border, self, target",
    "position": "alliance.article_4",
    "borders": "self, target",
    "roll": "1, 6",
}
