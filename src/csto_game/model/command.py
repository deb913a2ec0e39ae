"""Commands: what a seat asks for. The text form is the form of saves, scripts and plain mode."""

from __future__ import annotations

from attrs import frozen


@frozen
class Command:
    """One thing a seat asks for.

    ``kind`` is a registered kind: ``verb``, ``option``, ``table``, ``vote``, ``end``. ``thing`` is the
    verb's, incident's or motion's id; ``target`` an actor's code or ""; ``choice`` an option's id or
    the vote; ``amount`` the player's number or None.
    """

    seat: str
    kind: str
    thing: str = ""
    target: str = ""
    choice: str = ""
    amount: int | None = None

    @property
    def words(self) -> str:
        """The command without its seat, as typed: ``cut_gas ARM small 3``, ``option miners pay``."""
        head = "" if self.kind == "verb" else self.kind
        amount = "" if self.amount is None else str(self.amount)
        return " ".join(
            part for part in (head, self.thing, self.target, self.choice, amount) if part
        )

    def __str__(self) -> str:
        return f"{self.seat}: {self.words}"


END = "end"
VOTES = ("yes", "no", "abstain")
