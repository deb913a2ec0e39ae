"""Every character the screens draw with, at three levels. No other module writes one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from attrs import frozen

Level = Literal["full", "basic", "ascii"]
LEVELS: tuple[Level, ...] = ("full", "basic", "ascii")


@frozen(eq=False, repr=False)
class Glyphs:
    """`box` is top left, top right, bottom left, bottom right, horizontal, vertical; `heavy` the same of a
    frame that a lesson points at.

    `parts` are the fillings of one cell of a bar from almost empty to full; `spark` the heights of
    a trend; `camps` the signs of the poles in their order, the last for all beyond.
    """

    level: Level
    box: str
    heavy: str
    parts: str
    empty: str
    spark: str
    up: str
    down: str
    same: str
    cursor: str
    done: str
    now: str
    todo: str
    alert: str
    warn: str
    mild: str
    news: str
    lean: str
    low: str
    high: str
    line: str
    point: str
    yes: str
    no: str
    dash: str
    minus: str
    opened: str
    closed: str
    branch: str
    last: str
    trunk: str
    more: str
    camps: str
    unaligned: str
    left: str
    right: str
    between: str
    updown: str
    sides: str
    here: str
    arrow: str
    shadow: str


_FULL = Glyphs(
    level="full",
    box="╭╮╰╯─│",
    heavy="┏┓┗┛━┃",
    parts="▏▎▍▌▋▊▉█",
    empty="·",
    spark="▁▂▃▄▅▆▇█",
    up="▲",
    down="▼",
    same="·",
    cursor="▸",
    done="●",
    now="◉",
    todo="○",
    alert="‼",
    warn="▲",
    mild="·",
    news="▌",
    lean="━",
    low="├",
    high="┤",
    line="─",
    point="●",
    yes="✓",
    no="✗",
    dash="–",
    minus="−",
    opened="▾",
    closed="▸",
    branch="├",
    last="└",
    trunk="│",
    more="…",
    camps="▲◆●■▼◇",
    unaligned="·",
    left="◂",
    right="▸",
    between="·",
    updown="↑↓",
    sides="←→",
    here="◀",
    arrow="→",
    shadow="░",
)
_BASIC = Glyphs(
    level="basic",
    box="┌┐└┘─│",
    heavy="╔╗╚╝═║",
    parts="▌█",
    empty="·",
    spark="▄█",
    up="▲",
    down="▼",
    same="·",
    cursor="►",
    done="■",
    now="►",
    todo="·",
    alert="‼",
    warn="▲",
    mild="·",
    news="▌",
    lean="─",
    low="├",
    high="┤",
    line="─",
    point="■",
    yes="√",
    no="x",
    dash="-",
    minus="-",
    opened="▼",
    closed="►",
    branch="├",
    last="└",
    trunk="│",
    more="...",
    camps="▲♦■≡▼+",
    unaligned="·",
    left="◄",
    right="►",
    between="·",
    updown="↑↓",
    sides="←→",
    here="◄",
    arrow="→",
    shadow="░",
)
_ASCII = Glyphs(
    level="ascii",
    box="++++-|",
    heavy="####=#",
    parts="#",
    empty=".",
    spark="_.-=^",
    up="^",
    down="v",
    same=".",
    cursor=">",
    done="*",
    now="@",
    todo="o",
    alert="!",
    warn="^",
    mild=".",
    news="|",
    lean="=",
    low="[",
    high="]",
    line="-",
    point="*",
    yes="+",
    no="x",
    dash="-",
    minus="-",
    opened="v",
    closed=">",
    branch="|",
    last="`",
    trunk="|",
    more="...",
    camps="^#*=v+",
    unaligned=".",
    left="<",
    right=">",
    between="-",
    updown="up/down",
    sides="left/right",
    here="<",
    arrow="->",
    shadow=":",
)
GLYPHS: Mapping[Level, Glyphs] = MappingProxyType({"full": _FULL, "basic": _BASIC, "ascii": _ASCII})


@frozen
class Dots:
    """How fine a level draws: dots of a cell across and down, and the sign for each set of them.

    Bit 0 is the dot at the top left, the next ones follow from left to right, then downward.
    """

    across: int
    down: int
    signs: Mapping[int, str]


_BRAILLE_BITS = (0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80)
_BRAILLE = {
    dots: chr(0x2800 + sum(bit for n, bit in enumerate(_BRAILLE_BITS) if dots >> n & 1))
    for dots in range(256)
}
DOTS: Mapping[Level, Dots] = MappingProxyType(
    {
        "full": Dots(2, 4, _BRAILLE),
        "basic": Dots(1, 2, {0: " ", 1: "▀", 2: "▄", 3: "█"}),
        "ascii": Dots(1, 2, {0: " ", 1: "'", 2: ".", 3: ":"}),
    }
)
