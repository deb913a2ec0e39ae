"""How things look on this terminal: theme, glyphs and color depth, and spans made of them."""

from __future__ import annotations

from typing import Literal

from attrs import evolve, field, frozen

from csto_game.ui.glyphs import GLYPHS, Glyphs
from csto_game.ui.keys import Keys, load_keys
from csto_game.ui.map.span import Span
from csto_game.ui.map.theme import Rgb
from csto_game.ui.rows import Row, shade
from csto_game.ui.scrolls import Scrolls
from csto_game.ui.theme import Theme, load_theme
from csto_game.ui.width import plain_line

Depth = Literal["true", "256", "16", "none"]
DEPTHS: tuple[Depth, ...] = ("true", "256", "16", "none")


@frozen(eq=False)
class Look:
    """Makes spans. Every text goes through `plain_line`, so nothing a scenario says can do harm."""

    theme: Theme
    glyphs: Glyphs
    depth: Depth = "true"
    is_wide: bool = False
    """Whether characters of ambiguous width take two cells; none of the glyphs may be one then."""
    keys: Keys = field(factory=load_keys)
    """The keys in effect, for hints that name one."""
    scrolls: Scrolls = field(factory=Scrolls)
    """How far boxes without a cursor were moved on the page that is drawn."""
    is_lit: bool = False
    """Whether a lesson points at the page: its focused frame shows that."""

    def hotkey(self, action: str, screen: str) -> str:
        """The key of an action as a player reads it, "" where it has none."""
        return self.keys.key_of(action, screen)

    def named(self, action: str, screen: str) -> str:
        """The same for a sentence that cannot do without: never ""."""
        return self.keys.named(action, screen)

    @property
    def is_colorless(self) -> bool:
        return self.depth == "none"

    def ink(
        self, text: str, fg: Rgb, bg: Rgb | None = None, *, bold: bool = False, italic: bool = False
    ) -> Span:
        return Span(plain_line(text), fg, bg, bold=bold, italic=italic)

    def text(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.text)

    def dim(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.dim)

    def note(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.dim, italic=True)

    def strong(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.strong, bold=True)

    def head(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.dim, bold=True)

    def key(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.accent, bold=True)

    def good(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.good)

    def bad(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.bad)

    def warn(self, text: str) -> Span:
        return Span(plain_line(text), self.theme.danger)

    def danger(self, text: str) -> Span:
        theme = self.theme
        return Span(
            plain_line(text), theme.danger, theme.danger_bg, bold=True, reverse=self.is_colorless
        )

    def mark(self, text: str) -> Span:
        theme = self.theme
        return Span(
            plain_line(text), theme.on_accent, theme.mark, bold=True, reverse=self.is_colorless
        )

    def signed(self, amount: int, text: str, good: str = "high") -> Span:
        """`text` in the color of a change of `amount` to something that is good when `good`."""
        if amount == 0 or good == "none":
            return self.dim(text)
        return self.good(text) if (amount > 0) == (good == "high") else self.bad(text)

    def chosen(self, row: Row) -> Row:
        """`row` as the one under the cursor; in reverse where there is no color.

        Of sixteen colors only the brightest can be read on the one that marks a row.
        """
        theme = self.theme
        if self.depth == "16":
            faint = (theme.dim, theme.line, theme.hollow)
            row = tuple(evolve(s, fg=theme.strong) if s.fg in faint else s for s in row)
        return shade(row, theme.select, reverse=self.is_colorless)


def make_look(
    theme: str = "dark",
    glyphs: str = "full",
    depth: str = "true",
    *,
    is_wide: bool = False,
    keys: Keys | None = None,
) -> Look:
    """A look by names; raises ValueError for an unknown one."""
    if depth not in DEPTHS:
        raise ValueError(f"no color depth {depth!r}; known: {', '.join(DEPTHS)}")
    if glyphs not in GLYPHS:
        raise ValueError(f"no glyph level {glyphs!r}; known: {', '.join(GLYPHS)}")
    level = "ascii" if is_wide else glyphs
    colors = load_theme(theme).flat() if depth == "16" else load_theme(theme)
    return Look(colors, GLYPHS[level], depth, is_wide, keys or load_keys())  # type: ignore[index]  # checked
