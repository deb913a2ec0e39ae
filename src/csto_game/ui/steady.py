"""Textual's driver, steadier: stopped and woken in any way, it stands as it stood.

Textual 8.2 takes every SIGCONT for the end of a stop of its own making. After any other one, of a
debugger or of a shell's `kill`, it would read keys and write in two threads each, and leave the
terminal raw at the end. And a shell's `bg` wakes it where it may not touch the terminal.

A signal comes at any moment, in the middle of a write, too, and would then wait for ever for that write
to end. So what has to be done is done by the loop, between two callbacks.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.driver import Driver


class SteadyDriver(LinuxDriver):
    """Begins at most once for each end."""

    _is_on = False
    _is_waking = False

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's own word, before that of variables: who exports COLUMNS could not resize."""
        for descriptor in (self.fileno, 2):
            with suppress(OSError):
                width, height = os.get_terminal_size(descriptor)
                if width and height:
                    return width, height
        return super()._get_terminal_size()

    def start_application_mode(self) -> None:
        if not self._is_on:
            self._is_on = True
            super().start_application_mode()  # type: ignore[no-untyped-call]  # theirs

    def stop_application_mode(self) -> None:
        if self._is_on:
            self._is_on = False
            super().stop_application_mode()

    def _sigtstp_application(self, *given: object) -> None:
        self._loop.call_soon_threadsafe(super()._sigtstp_application, *given)

    def _sigcont_application(self, *_: object) -> None:
        """In the background, sleep on: there, nothing may be drawn, and what is would pile up."""
        if self._is_waking or not self._auto_restart:
            return
        self._is_waking = True
        while not self._is_in_front():
            os.kill(os.getpid(), signal.SIGSTOP)
        if self._is_on:
            self._loop.call_soon_threadsafe(self._begin_anew)
        else:  # it comes out of its own sleep, which began between two callbacks
            self._begin_anew()

    def _begin_anew(self) -> None:
        """Whoever ran meanwhile may have left the terminal in any state."""
        try:
            if self._is_on:
                self.suspend_application_mode()
                self._must_signal_resume = True
            self.resume_application_mode()
        finally:
            self._is_waking = False

    def _is_in_front(self) -> bool:
        """Whether the terminal is ours, and not the shell's or another job's."""
        with suppress(OSError):
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        return True


def steady(found: type[Driver]) -> type[Driver]:
    """The steadier one, where Textual has chosen its usual one."""
    return SteadyDriver if found is LinuxDriver else found
