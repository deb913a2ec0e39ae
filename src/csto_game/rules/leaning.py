"""Why a voter leans as it does, and what would move it: asked of the scenario's own formula.

Nothing here knows what a leaning is made of: the formula is taken apart at its sums, and what would
move a voter is found by imagining the seat's legal acts.
"""

from __future__ import annotations

from attrs import frozen

from csto_game.model import tree
from csto_game.model.command import Command
from csto_game.model.state import State
from csto_game.model.tree import Read, Value
from csto_game.rules.belief import believe
from csto_game.rules.book import Book
from csto_game.rules.commands.verb import acts, use
from csto_game.rules.draft import Draft
from csto_game.rules.layout import Slot
from csto_game.rules.names import price_list
from csto_game.rules.things import MotionCode
from csto_game.rules.walk import nodes, terms

MOST_REASONS = 4


def reasons(
    draft: Draft, code: MotionCode, voter: int, mover: int, target: int
) -> tuple[tuple[str, int], ...]:
    """The largest terms of a voter's leaning: (path of the number it rests on, points)."""
    found: list[tuple[str, int]] = []
    for n, (sign, term) in enumerate(terms(code.motion.leaning)):
        amount = sign * code.terms[n](draft, voter, target, mover, 0)
        if amount:
            found.append((_path(draft, term, voter, mover, target), amount))
    found.sort(key=lambda row: (-abs(row[1]), row[0]))
    return tuple(found[:MOST_REASONS])


def _path(draft: Draft, term: Value, voter: int, mover: int, target: int) -> str:
    """The first number that the term reads, as a path; "" for a plain constant."""
    layout = draft.book.layout
    words = {"self": voter, "mover": mover, "target": target}
    for node in nodes(term):
        if not isinstance(node, Read):
            continue
        owners = [_actor(draft, actor, words) for actor in (node.owner, node.toward) if actor]
        if layout.stats[node.stat].owner == ("country", "pole"):
            pole = node.toward.name if isinstance(node.toward, tree.Pole) else ""
            name = pole or layout.code(owners[-1])
            return f"{layout.code(owners[0])}.{name}.share"
        first, second = (*owners, None, None)[:2]
        return layout.path(Slot(node.stat, first, second))
    return ""


def _actor(draft: Draft, actor: Value, words: dict[str, int]) -> int:
    if isinstance(actor, tree.Scoped):
        return words.get(actor.word, draft.book.layout.none)
    if isinstance(actor, tree.ActorNamed):
        return draft.book.layout.index[actor.code]
    return draft.book.layout.none


@frozen
class Lever:
    """One act that would move a voter: its command, price, and the leaning it would lead to, as a number
    and as the ``vote`` that comes of it.
    """

    command: Command
    cost: tuple[tuple[str, int], ...]
    before: int
    after: int
    vote: str = ""


def lean_to_vote(leaning: int, yes_at: int, veto_at: int) -> str:
    """How a leaning becomes a vote."""
    return "yes" if leaning >= yes_at else "no" if leaning <= veto_at else "abstain"


def levers(
    book: Book, state: State, seat: str, motion: str, target: str, voter: str
) -> tuple[Lever, ...]:
    """The seat's legal acts that would raise the voter's leaning on a motion, cheapest first.

    Works on what the seat believes; dated effects are left out. ``target`` may be "".
    """
    me, who = book.layout.index[seat], book.layout.index[voter]
    belief = believe(Draft(book, state, log=False), me)
    to = book.layout.index[target] if target else book.layout.none
    tabled = next((m for m in state.motions if m.motion == motion and m.to == to), None)
    mover = tabled.by if tabled else me
    code = book.motions[motion]
    organ = book.organs[code.motion.organ].organ
    before = code.leaning(belief, who, to, mover, 0)
    found: list[Lever] = []
    for act in acts(belief, me):
        draft = belief.copy()
        draft.imagine(1)
        draft.dice = min
        draft.unsettled = []
        use(draft, me, act)
        after = code.leaning(draft, who, to, mover, 0)
        if after > before:
            command = act.command(belief, me)
            vote = lean_to_vote(after, organ.yes_at, organ.veto_at)
            found.append(Lever(command, price_list(belief, command), before, after, vote))
    found.sort(key=lambda lever: (sum(price for _, price in lever.cost), -lever.after))
    return tuple(found)
