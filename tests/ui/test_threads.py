"""Threads let go of what they were given."""

from __future__ import annotations

import asyncio
import gc
import weakref

from textual.app import App

from csto_game.ui.threads import in_thread


class Game:
    """Something large."""


class Hall(App[None]):
    seen = 0

    @in_thread("play")
    def play(self, game: Game, *, turns: int) -> None:
        self.seen += turns


def test_what_a_thread_was_given_does_not_stay() -> None:
    async def left() -> bool:
        app = Hall()
        async with app.run_test():
            game = Game()
            known = weakref.ref(game)
            app.play(game, turns=3)
            del game
            await app.workers.wait_for_complete()
            gc.collect()
            assert app.seen == 3
            return known() is not None

    assert not asyncio.run(left())
