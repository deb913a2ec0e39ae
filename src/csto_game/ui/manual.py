"""The page of keys in the manual, made from the key table."""

from __future__ import annotations

from csto_game.ui.draw.help import TITLES
from csto_game.ui.keys import Key, Keys

_HEAD = """# Keys

Made from `src/csto_game/ui/keys.toml` by the tests (`CSTO_GOLDEN=write`); do not edit.

On a Russian keyboard each letter works where it lies: `м` is `v`, `ц` is `w`, and so on.
"""


def keys_page(keys: Keys) -> str:
    """Markdown: first the keys of every screen, then those of each."""
    parts = [_HEAD, _table("On every screen", [key for key in keys.table if "*" in key.on])]
    for screen, title in TITLES.items():
        own = [key for key in keys.table if screen in key.on]
        if own:
            parts.append(_table(title[:1].upper() + title[1:], own))
    return "\n".join(parts)


def _table(title: str, keys: list[Key]) -> str:
    rows = [f"| {_signs(key)} | {key.help} |" for key in keys]
    return "\n".join((f"## {title}", "", "| Key | Does |", "|---|---|", *rows, ""))


def _signs(key: Key) -> str:
    return " ".join(f"`{name}`" for name in key.names)
