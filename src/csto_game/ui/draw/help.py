"""Help: the keys of a screen from the key table, and what the screen is for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from csto_game.ui.draw.box import box
from csto_game.ui.keys import Key, Keys
from csto_game.ui.look import Look
from csto_game.ui.rows import EMPTY, Row, Span, beside, cell, wrap
from csto_game.ui.width import cell_width
from csto_game.ui.words import say

_NAMED = re.compile(r"\{(\w+)\}")
"""An action in a text of `ABOUT`: its key on that screen is put in."""
_KEYS = 10
"""Cells for the keys of an action."""
TITLES: Mapping[str, str] = {
    "title": "title",
    "welcome": "the first start",
    "new_game": "new game",
    "package": "package",
    "saves": "saved games",
    "problems": "what is wrong with a scenario",
    "campaign": "the campaign",
    "card": "an incident",
    "verbs": "orders",
    "council": "the council",
    "member": "a country",
    "crises": "crises",
    "why": "why",
    "report": "report",
    "ledger": "promises",
    "forces": "common forces",
    "charter": "the charter",
    "verdict": "standing and verdict",
    "forecast": "forecast",
    "chronicle": "chronicle",
    "pictures": "pictures",
    "timeline": "saves and timeline",
    "compare": "two lines side by side",
    "debrief": "debrief",
    "numbers": "every number",
    "told": "why, in sentences",
    "settings": "settings",
    "doctor": "doctor",
    "console": "the console",
    "help": "help",
    "log": "messages",
    "palette": "the palette",
    "ask": "a question",
    "curtain": "the curtain",
    "sealed": "a turn by mail is over",
}
ABOUT: Mapping[str, str] = {
    "package": "What a world or a mod says of itself: who made it, under which licence, and what its README tells. "
    "It comes from strangers, and is shown as it is written.",
    "title": "Continue goes on with the game you played last. Every command is saved as it is "
    "given, so nothing is lost when you leave.",
    "welcome": "Asked once, before anything was settled. {choose} keeps your answers, {back} what was found; "
    "both are written down, and the settings change them at any time. {lines} is for screen readers: the game "
    "goes on in lines, which have all that the screens have.",
    "new_game": "Choose a scenario, then whose part you play, then how well the others think. The "
    "same seed and the same commands make the same game.",
    "saves": "A save is a readable file of the commands that were given; loading plays them again.",
    "problems": "All mistakes of the package at once, each with its place. Read the files again "
    "after mending them. Other scenarios are not touched.",
    "campaign": "A turn goes: answer what has happened, give orders, let the council vote, then "
    "see what came of it.\nEach order shows its effect before you give it. Where chance decides, "
    "you see every outcome with its chance, never the throw itself.\n\nA good first try\n"
    "1 put the cursor on a number that worries you\n2 press {why} and read the largest minus\n"
    "3 press {verbs} and choose what answers it",
    "card": "Something has happened and waits for an answer. Every answer shows its price and what "
    "it would do. Answering can be undone until the turn ends, unless chance was met.",
    "verbs": "{next_panel} goes through target, manner and amount; left and right change them. The panel "
    "at the right shows what the order would do.",
    "council": "Motions are voted on one by one after planning. The numbers say how strongly a "
    "voter leans; a vote under its threshold blocks. Before a vote you may table a motion.",
    "member": "All that is known of a country. A question mark is a number that you may not know.",
    "crises": "A crisis climbs or falls by one step a turn. The odds above are of the next step. Below, programs "
    "play two turns on from here, knowing only what you know: as if you had given no order in this turn, and "
    "with your orders, with the same luck. It is worked out in the background: {back} stops and keeps what "
    "there is.",
    "why": "Every number adds up: what it was, and every cause since. Right opens a cause; {choose} on "
    "an open one goes on to the number that entered it.",
    "report": "What happened while the others acted, and what it did to your numbers.",
    "ledger": "A promise is kept, broken or lifted; the others remember which.",
    "forces": "Units that members have pledged may be sent on missions; they tire and rest.",
    "charter": "The clauses of the treaty, and what their present wording means.",
    "verdict": "Your objectives and whether they hold. At the end they are the score.",
    "forecast": "Programs play the game on from here many times, knowing only what you know. The shade "
    "holds 8 of 10 of these games, the line is their middle. It is worked out in the background: {back} "
    "stops and keeps what there is.\nWith an order, the same luck is tried with it and without it.",
    "chronicle": "The history of this game as an article, written from what happened. While the game goes "
    "on it holds nothing that you may not know. Each sentence has a number; the references at the end "
    "say where it comes from.",
    "pictures": "What you knew at the start of every turn, drawn. {next_panel} or a digit chooses the picture, up and "
    "down the country, left and right the number. Letters on a line mark the turns that moved it most; "
    "they are explained below it.\nNo picture needs color: bands carry letters, and {in_words} tells the same in "
    "words.",
    "timeline": "Each row is a line of play, a save of its own; each sign on it is a turn. Go to any turn "
    "and press {branch}: a new line leaves there, and the old one stays as it is. Undo takes back what nothing "
    "hidden has answered yet; for all else there is the branch. Every command is saved as it is given.",
    "compare": "Where two lines part and by what deed, how the numbers stand in both at the start of the "
    "same turn, and what happened in one of them only.",
    "debrief": "Each decision is taken back in imagined games: from that moment programs play on, once "
    "with it and once without, with the same luck. The difference in points is what it was worth, give "
    "or take the error. Luck is what your own commands, given again with other dice, come to, beside what you "
    "have. This is worked out in the background: {back} stops and keeps what there is.",
    "settings": "What you change shows at once, and is kept in a small file that you may edit, too. The "
    "command line and the variables CSTO_THEME, CSTO_COLOR, CSTO_GLYPHS and NO_COLOR win over it.",
    "doctor": "What this terminal can do and why the game thinks so, whether games can be saved, and every "
    "mistake in your settings, your keys and the worlds that are installed.",
    "console": "For makers of worlds, with csto play --dev. Rule text is evaluated as things stand, self being "
    "your seat, secrets included. With ! before it an effect happens, and the save is marked as touched. "
    "Files of the world are looked at each second: what you save is played at once.",
    "numbers": "Every number that you may know can be asked why it is as it is. {filter} keeps those that match.",
    "told": "What stands in the way, or what led here, step by step back to the first deed.",
    "palette": "Type a command as in plain mode, or a few letters of an action.",
    "curtain": "Several persons share this machine. Whose turn it is, sits down alone; what the one before "
    "has seen is put away. Nothing but {choose} goes on.",
    "sealed": "In a game by mail one file goes from seat to seat. Your turn has been sealed into it; send it to "
    "whom the page names. It opens for that seat only.",
}


def help_rows(
    screen: str, keys: Keys, scroll: int, width: int, height: int, look: Look
) -> list[Row]:
    left = _left(width)
    mine = box(
        say("keys"), key_rows(screen, keys, width, look), left, height, look,
        focused=True, scroll=scroll,
    )  # fmt: skip
    what = screen if screen in ABOUT else "campaign"
    named = {action: keys.named(action, what) for action in _NAMED.findall(ABOUT[what])}
    text = say(ABOUT[what], **named)
    lines = [line for part in text.split("\n") for line in wrap(part, width - left - 4)]
    about: list[Row] = [(look.text(f" {line}"),) for line in lines]
    title = say(TITLES.get(screen, screen))
    return beside(mine, box(title, about, width - left, height, look))


def _left(width: int) -> int:
    """Cells of the box of keys on a page of that width."""
    return max(width * 11 // 20, 40)


def key_rows(screen: str, keys: Keys, width: int, look: Look) -> list[Row]:
    """The keys of this screen, a gap, those of all screens, for a page of that width; no word is cut."""
    rows: list[Row] = []
    was_own = True
    for key in keys.on(screen):
        is_own = "*" not in key.on
        if was_own and not is_own and rows:
            rows.append(EMPTY)
        was_own = is_own
        sign = cell((Span(" "), *_signs(key, look)), _KEYS + 2)
        first, *others = wrap(say(key.help), _left(width) - _KEYS - 4) or [""]
        rows.append((*sign, look.text(first)))
        rows += [(*cell(EMPTY, _KEYS + 2), look.text(line)) for line in others]
    return rows


def _signs(key: Key, look: Look) -> Row:
    """As many of its keys as there is room for."""
    if not key.keys:
        return (look.dim(look.glyphs.dash),)
    first, *others = key.names
    for name in others:
        if cell_width(f"{first} {name}") <= _KEYS:
            first = f"{first} {name}"
    return (look.key(first),)
