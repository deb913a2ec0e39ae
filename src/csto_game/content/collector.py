"""Loading makes many records and no circles of them: looking for circles meanwhile is a waste."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Python's search for circles of dead records is put off; it cost a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():  # else somebody wants that to stay out of it
                # There and back: what was made now counts as old, and is not looked at at once.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
