"""A few processes that play forks. Each keeps the compiled world; where there are none, we do it here.

Processes are spawned, not forked: what they inherit cannot change a game, and it works the same on
every system. Nothing is asked of a worker that cannot be done in this process, only slower.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Thread

from csto_game.model.scenario import Scenario
from csto_game.model.state import State
from csto_game.players.leader import Likes
from csto_game.rules import Book
from csto_game.session.forks import Course, Crowd, Fork

MOST = 4
"""Workers at most: each keeps some 70 MB."""

AT_ONCE = 2
"""Forks a worker plays before it reports, about an eighth of a second: so long a cancelled one still runs."""

PATIENCE_S = 0.05

_BREAKS = (BrokenProcessPool, RuntimeError, OSError, pickle.PicklingError)
"""What happens where processes cannot be had: then everything is done here."""

Stop = Callable[[], bool]
Task = tuple[Course, tuple[int, ...]]
"""A course and the numbers of its forks."""


_leaving: list[Thread] = []
"""Each waits for processes that were let go."""


def wait_for_leaving() -> None:
    """Until all processes that were let go are gone: less than a second, as a rule.

    To be called before Python ends. It wakes pools then without asking whether they are just closing
    what it wakes them through, and would tell of a bad file descriptor.
    """
    while _leaving:
        _leaving.pop().join()


class Workers:
    """Plays forks in ``jobs`` processes (0: in this one). Close it when the game is left."""

    def __init__(
        self, book: Book, jobs: int | None = None, kinds: Mapping[str, str] | None = None
    ) -> None:
        self.book = book
        self.jobs = min(MOST, os.cpu_count() or 1) if jobs is None else jobs
        self._pool: ProcessPoolExecutor | None = None
        self._kinds = dict(kinds or {})
        self.crowd = Crowd(book, kinds)

    def warm(self) -> None:
        """Start the processes, so that the first question need not wait for them."""
        pool = self._started()
        if pool is not None:
            with contextlib.suppress(RuntimeError, OSError), _plain_streams():
                for _ in range(self.jobs):
                    pool.submit(_ready)

    def play(
        self, course: Course, nonces: Sequence[int], stop: Stop | None = None
    ) -> Iterator[Fork]:
        """The forks of one course as they are done, in any order; fewer if ``stop`` says so."""
        tasks = [(course, tuple(nonces[n : n + AT_ONCE])) for n in range(0, len(nonces), AT_ONCE)]
        for _, forks in self.play_all(tasks, stop):
            yield from forks

    def play_all(
        self, tasks: Sequence[Task], stop: Stop | None = None
    ) -> Iterator[tuple[int, list[Fork]]]:
        """(number of the task, some of its forks) as they are done, in any order; fewer if ``stop``
        says so, or if the processes are let go meanwhile.
        """
        left = dict(enumerate(tasks))
        pool = self._started() if len(left) > 1 else None
        if pool is not None:
            for number, forks in self._there(pool, tuple(left.items()), stop):
                del left[number]
                yield number, forks
            if self._pool is not pool and self.jobs:
                return  # let go meanwhile: nobody wants the rest
        for number, (course, nonces) in left.items():
            for nonce in nonces:
                if stop and stop():
                    return
                yield number, [self.crowd.fork(course, nonce)]

    def likes(self, state: State, stop: Stop | None = None) -> tuple[Likes, ...] | None:
        """What each seat would do with time to think (`Crowd.likes`); None if ``stop`` said so first.

        In another process, too: it takes as long as a fork, and the caller may be drawing a screen.
        """
        pool = self._started()
        if pool is None:
            return self.crowd.likes(state)
        try:
            with _plain_streams():
                future = pool.submit(_likes, state)
            while not future.done():
                if stop and stop():
                    future.cancel()
                    return None
                wait((future,), PATIENCE_S)
            return future.result()
        except CancelledError:  # let go meanwhile
            return None
        except _BREAKS:
            self.jobs = 0
            self.close()
            return self.crowd.likes(state)

    def close(self) -> None:
        """Let the processes go; what they are at they finish, and nobody waits for it here."""
        pool, self._pool = self._pool, None
        if pool is not None:
            leaving = Thread(target=pool.shutdown, kwargs={"cancel_futures": True}, daemon=True)
            _leaving.append(leaving)
            leaving.start()

    def _there(
        self, pool: ProcessPoolExecutor, tasks: Sequence[tuple[int, Task]], stop: Stop | None
    ) -> Iterator[tuple[int, list[Fork]]]:
        """What the processes can do; if they break, the rest is left to the caller."""
        waiting: dict[Future[list[Fork]], int] = {}
        try:
            with _plain_streams():
                for number, (course, nonces) in tasks:
                    waiting[pool.submit(_play, course, nonces)] = number
            # A pool that is let go leaves its tasks undone, and nobody would be told.
            while waiting and self._pool is pool and not (stop and stop()):
                done, _ = wait(waiting, PATIENCE_S, FIRST_COMPLETED)
                for future in done:
                    yield waiting.pop(future), future.result()
        except CancelledError:
            pass  # let go meanwhile
        except _BREAKS:
            if self._pool is pool:
                self.jobs = 0
                self.close()
        finally:
            for future in waiting:
                future.cancel()

    def _started(self) -> ProcessPoolExecutor | None:
        if self._pool is None and self.jobs > 0:
            try:
                with _plain_streams():
                    self._pool = ProcessPoolExecutor(
                        self.jobs,
                        mp_context=get_context("spawn"),
                        initializer=_prepare,
                        initargs=(self.book.scenario, self._kinds),
                    )
            except (ImportError, OSError, ValueError, NotImplementedError):
                self.jobs = 0
        return self._pool


@contextlib.contextmanager
def _plain_streams() -> Iterator[None]:
    """While processes start: the real standard error (a screen's stand-in has no file), deaf to Ctrl-C."""
    heard = None
    with contextlib.suppress(ValueError):
        heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    shown = sys.stderr
    sys.stderr = sys.__stderr__
    try:
        yield
    finally:
        sys.stderr = shown
        if heard is not None:
            signal.signal(signal.SIGINT, heard)


# ── in a worker ──

_here: dict[str, Crowd] = {}


def _prepare(scenario: Scenario, kinds: Mapping[str, str]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(AttributeError, OSError):
        os.nice(5)  # whoever plays comes first
    _here["crowd"] = crowd = Crowd(Book.of(scenario), kinds)
    crowd.warm()


def _ready() -> None:
    """Nothing: to have been asked is to have been started."""


def _likes(state: State) -> tuple[Likes, ...]:
    return _here["crowd"].likes(state)


def _play(course: Course, nonces: tuple[int, ...]) -> list[Fork]:
    return _here["crowd"].forks(course, nonces)
