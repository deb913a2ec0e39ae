"""The pages by name; each module is imported when its page is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from csto_game.ui.screens.base import Page

PAGES = {
    "title": "title:TitlePage",
    "welcome": "welcome:WelcomePage",
    "new_game": "new_game:NewGamePage",
    "package": "package:PackagePage",
    "saves": "saves:SavesPage",
    "problems": "problems:ProblemsPage",
    "campaign": "campaign:CampaignPage",
    "card": "card:CardPage",
    "verbs": "verbs:VerbsPage",
    "council": "council:CouncilPage",
    "member": "member:MemberPage",
    "crises": "crises:CrisesPage",
    "why": "why:WhyPage",
    "report": "report:ReportPage",
    "ledger": "papers:LedgerPage",
    "forces": "papers:ForcesPage",
    "charter": "papers:CharterPage",
    "verdict": "verdict:VerdictPage",
    "forecast": "forecast:ForecastPage",
    "chronicle": "chronicle:ChroniclePage",
    "pictures": "pictures:PicturesPage",
    "timeline": "timeline:TimelinePage",
    "compare": "compare:ComparePage",
    "debrief": "debrief:DebriefPage",
    "numbers": "numbers:NumbersPage",
    "told": "numbers:ToldPage",
    "settings": "settings:SettingsPage",
    "doctor": "doctor:DoctorPage",
    "console": "console:ConsolePage",
    "help": "help:HelpPage",
    "log": "papers:LogPage",
    "palette": "palette:PalettePage",
    "ask": "ask:AskPage",
    "curtain": "curtain:CurtainPage",
    "sealed": "sealed:SealedPage",
}


def make_page(name: str, **facts: object) -> Page:
    """A new page; `facts` are its own arguments."""
    module, _, cls = PAGES[name].partition(":")
    made = getattr(import_module(f"csto_game.ui.screens.{module}"), cls)(**facts)
    return cast("Page", made)
