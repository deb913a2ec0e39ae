"""Passphrases, locks and seals: scrypt for keys, HMAC-SHA-256 for seals, all of the standard library."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from csto_game.session.mail.letter import Lock, Seal

_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
"""16 MB and some 50 ms for each guess at a passphrase."""

_LEAST = 6


def is_good(passphrase: str) -> bool:
    """Is it long enough to be worth a lock?"""
    return len(passphrase) >= _LEAST


def _keys(passphrase: str, salt: str) -> tuple[bytes, str]:
    """The sealing key, and the check that stands in the lock: neither tells the other."""
    made = hashlib.scrypt(
        passphrase.encode(), salt=bytes.fromhex(salt), n=_COST, r=_BLOCK, p=_PARALLEL, dklen=64
    )
    return made[:32], made[32:].hex()


def new_lock(seat: str, passphrase: str) -> tuple[Lock, bytes]:
    """A lock for a seat, and the key."""
    salt = secrets.token_hex(16)
    key, check = _keys(passphrase, salt)
    return Lock(seat, salt, check), key


def unlock(lock: Lock, passphrase: str) -> bytes | None:
    """The key, or None if the passphrase is another one."""
    key, check = _keys(passphrase, lock.salt)
    return key if hmac.compare_digest(check, lock.check) else None


def seal(seat: str, key: bytes, save: bytes) -> Seal:
    """The seal of a seat over the whole save."""
    return Seal(seat, len(save), _digest(seat, key, save))


def holds(found: Seal, key: bytes, save: bytes) -> bool:
    """Is what was sealed still there, unchanged?"""
    if found.size > len(save):
        return False
    return hmac.compare_digest(_digest(found.seat, key, save[: found.size]), found.digest)


def _digest(seat: str, key: bytes, save: bytes) -> str:
    return hmac.new(key, f"{seat}\0".encode() + save, hashlib.sha256).hexdigest()
