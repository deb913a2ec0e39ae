"""The past of a game for one seat: its numbers turn by turn, votes, and what happened."""

from csto_game.session.annals.gather import Annalist
from csto_game.session.annals.records import Annals, Climbing, Glimpse, Mark, Move, Poll

__all__ = ["Annalist", "Annals", "Climbing", "Glimpse", "Mark", "Move", "Poll"]
