"""Adding to a save. A line is on the disk before what it did is shown.

If the disk refuses, the file is as it was before; what a failure leaves behind has no line end,
and is cut off at the next occasion.
"""

from __future__ import annotations

import os
from pathlib import Path

from attrs import define

from csto_game.model.refusal import GameError
from csto_game.session.disk import make_whole, replace_whole, why
from csto_game.session.header import Header, header_text
from csto_game.session.save import Save
from csto_game.text.catalog import say


@define
class Journal:
    """The file of a game being played. It is opened for each line, so that nothing is held."""

    path: Path
    size: int
    failed: bool = False
    """Whether the last line did not reach the disk: then what is past ``size`` is its rest."""

    @classmethod
    def create(cls, path: Path, header: Header, moves: tuple[str, ...] = ()) -> Journal:
        """Make a new save, whole or not at all. Raises GameError; never overwrites."""
        content = _content(header, moves)
        make_whole(path, content)
        return cls(path, len(content))

    def rewrite(self, header: Header, moves: tuple[str, ...]) -> Journal:
        """Write the same save anew, whole or not at all. Raises GameError."""
        try:
            there = self.path.stat().st_size
        except OSError:
            raise GameError(say("save.gone", file=self.path.name)) from None
        if there != self.size:
            raise GameError(say("save.changed", file=self.path.name))
        content = _content(header, moves)
        replace_whole(self.path, content)
        return Journal(self.path, len(content))

    @classmethod
    def reopen(cls, save: Save) -> Journal:
        """Go on in a save that was read; a torn last line is cut from the file."""
        journal = cls(save.path, save.size)
        if save.torn:
            journal.append()
        return journal

    def append(self, *lines: str) -> None:
        """Add lines and wait until the disk has them. Raises GameError; then the file is as before."""
        content = "".join(f"{line}\n" for line in lines).encode()
        try:
            self._write(content)
        except FileNotFoundError:
            raise GameError(say("save.gone", file=self.path.name)) from None
        except OSError as error:
            raise GameError(say("save.write", file=self.path.name, why=why(error))) from None
        self.size += len(content)

    def _write(self, content: bytes) -> None:
        file = os.open(self.path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            self._cut_torn(file)
            os.lseek(file, self.size, os.SEEK_SET)
            try:
                _write_all(file, content)
                os.fsync(file)
                self.failed = False
            except BaseException:
                self.failed = True
                os.ftruncate(file, self.size)
                raise
        finally:
            os.close(file)

    def _cut_torn(self, file: int) -> None:
        """What an earlier failure left behind goes; what another program wrote stays."""
        there = os.fstat(file).st_size
        if there == self.size:
            return
        os.lseek(file, self.size, os.SEEK_SET)
        is_rest = there > self.size and (self.failed or b"\n" not in os.read(file, there))
        if not is_rest:
            raise GameError(say("save.changed", file=self.path.name))
        os.ftruncate(file, self.size)


def _content(header: Header, moves: tuple[str, ...]) -> bytes:
    return (header_text(header) + "".join(f"{line}\n" for line in moves)).encode()


def _write_all(file: int, content: bytes) -> None:
    # A disk that fills up takes a part and says so only at the next call.
    while content:
        content = content[os.write(file, content) :]
