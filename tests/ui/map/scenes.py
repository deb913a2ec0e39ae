"""A situation to draw: alignments of an ordinary year, on the shipped map."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from csto_game.ui.map import (
    DARK,
    City,
    MapAsset,
    Marker,
    Owner,
    Row,
    Scene,
    Sea,
    lean_color,
    load_asset,
    load_cities,
)
from csto_game.ui.width import cell_width

MAPS = Path(__file__).parents[3] / "maps"
SIZES = ((46, 14), (76, 20), (118, 34), (198, 56))
MEMBERS = ("RUS", "BLR", "KAZ", "KGZ", "TJK", "ARM")

_CAMPS = {"H": (212, 98, 63), "C": (236, 194, 90), "T": (38, 150, 122), "W": (124, 192, 244)}
_STATES = (
    ("RUS", "Russia", "Russia", "H", 840),
    ("BLR", "Belarus", "Belarus", "H", 820),
    ("KAZ", "Kazakhstan", "Kazakh", "h", 410),
    ("KGZ", "Kyrgyzstan", "Kyrgyz", "h", 550),
    ("TJK", "Tajikistan", "Tajik", "h", 520),
    ("ARM", "Armenia", "Armenia", "w", 360),
    ("UZB", "Uzbekistan", "Uzbek", "h", 250),
    ("AZE", "Azerbaijan", "Azerb.", "T", 500),
    ("GEO", "Georgia", "Georgia", "w", 400),
    ("UKR", "Ukraine", "Ukraine", "W", 550),
    ("MDA", "Moldova", "Moldova", "w", 300),
    ("TUR", "Türkiye", "Türkiye", "T", 600),
    ("CHN", "China", "China", "C", 600),
)


@cache
def eurasia() -> MapAsset:
    return load_asset(MAPS / "eurasia.json")


@cache
def places() -> tuple[tuple[City, ...], tuple[Sea, ...]]:
    return load_cities(MAPS / "cities.json")


def owners() -> dict[str, Owner]:
    return {
        code: Owner(
            color=lean_color(DARK, _CAMPS[letter.upper()], lean),
            name=name,
            short=short,
            letter=letter,
            is_member=code in MEMBERS,
        )
        for code, name, short, letter, lean in _STATES
    }


def scene(**changes: Any) -> Scene:
    cities, seas = places()
    content: dict[str, Any] = {
        "owners": owners(),
        "owner_of": {"UKR.CRI": "UKR"},
        "selected": "ARM",
        "cities": cities,
        "seas": seas,
        "markers": (Marker((45.67, 39.84), "‼", (242, 193, 78)),),
    }
    return Scene(**content | changes)


def texts(rows: tuple[Row, ...]) -> list[str]:
    return ["".join(span.text for span in row) for row in rows]


def widths(rows: tuple[Row, ...]) -> set[int]:
    return {sum(cell_width(span.text) for span in row) for row in rows}
