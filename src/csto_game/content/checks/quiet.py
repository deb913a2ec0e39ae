"""Warnings, unless the thing they are about asks for silence."""

from __future__ import annotations

from csto_game.content.locate import Address
from csto_game.content.structure import Reader


def warn(
    reader: Reader,
    address: Address,
    code: str,
    message: str,
    *,
    why: str = "",
    hint: str = "",
    part: str | int = "key",
) -> None:
    """Warn at an address; ``quiet`` in it, or in what it lies in, holds the warning back."""
    if not is_quiet(reader, address, code):
        reader.error(address, code, message, why=why, hint=hint, part=part, severity="warning")


def is_quiet(reader: Reader, address: Address, code: str) -> bool:
    return bool(reader.quiet) and any(
        code in reader.quiet.get(address[:length], ()) for length in range(1, len(address) + 1)
    )
