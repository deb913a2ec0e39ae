"""Signs and the ASCII ones that stand for them, one cell for one."""

from __future__ import annotations

_LOOKALIKES = {
    '"': "“”„«»",
    "'": "‘’‚‹›",
    "-": "–—−‑·─━═",
    ".": "…",
    "*": "•●■◆♦",
    "o": "○◇°ø",
    "x": "×✗",
    "+": "✓√±",
    ">": "→►▸▶≥",
    "<": "←◄◂◀≤",
    "^": "↑▲▴",
    "v": "↓▼▾",
    "|": "│┃║▌▐",
    "#": "█▓",
    ":": "░▒",
    "!": "‼¡",
    "~": "≈",
    "s": "ß",
    "l": "ł",
    "L": "Ł",
    "d": "đð",
    "D": "ĐÐ",
    "i": "ı",
    "O": "Ø",
}
PLAIN_SIGNS = str.maketrans({sign: plain for plain, signs in _LOOKALIKES.items() for sign in signs})
"""A sign of one cell for a sign of one cell: what stands on a row is already laid out."""
TWINS = str.maketrans("АВЕКМНОРСТУХІЈЅΑΒΕΗΙΚΜΝΟΡΤΥΧΖ", "ABEKMHOPCTYXIJSABEHIKMNOPTYXZ")
"""Capital letters of other alphabets that nobody tells from Latin ones, and these."""
