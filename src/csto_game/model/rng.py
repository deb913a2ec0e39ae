"""Chance: every draw is a pure function of its stream, so nothing else can move it.

A stream is named by the game's seed, the turn, the address of the thing that draws, the actors
concerned and the draw's place in the block. SplitMix64's finaliser (Steele, Lea and Flood 2014)
turns that name into 64 even bits.
"""

from __future__ import annotations

from hashlib import blake2b

MASK = 0xFFFF_FFFF_FFFF_FFFF
_STEP = 0x9E37_79B9_7F4A_7C15
_SELF = 0x9E37_79B9_7F4A_7C15
_TARGET = 0xC2B2_AE3D_27D4_EB4F
_PLACE = 0x1656_67B1_9E37_79F9


def mix(z: int) -> int:
    """64 bits in, 64 well-stirred bits out."""
    z = (z + _STEP) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB) & MASK
    return z ^ (z >> 31)


def name_key(address: str) -> int:
    """64 bits that stand for an address such as ``incident.miners.option.police``."""
    return int.from_bytes(blake2b(address.encode(), digest_size=8).digest(), "big")


def turn_stream(seed: int, turn: int) -> int:
    """The stream all draws of one turn are derived from."""
    return mix(mix(seed & MASK) ^ (turn * _PLACE & MASK))


def draw(stream: int, key: int, by: int = 0, to: int = 0, place: int = 0) -> int:
    """64 even bits for the named draw. ``by`` and ``to`` are actor indexes, ``place`` any small number."""
    # `mix`, written out: this is the hottest line of a game.
    z = ((stream ^ (key + by * _SELF + to * _TARGET + place * _PLACE)) + _STEP) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB) & MASK
    return z ^ (z >> 31)


def imagined(seed: int, nonce: int) -> int:
    """A seed for thinking: what is drawn from it says nothing about what `seed` will draw."""
    return mix(mix(seed ^ 0x5EED_0F7A_1E57_1E11) ^ mix(nonce & MASK))
