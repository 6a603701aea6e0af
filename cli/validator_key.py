"""
The validator's key on disk: 32 bytes in hex, readable by its owner only.

It is not encrypted, because a validator must start again by itself after a crash; keep the machine
safe, and never let two machines hold the same key.
"""

import secrets
from pathlib import Path

from chain.params import SECP256K1_N
from cli.errors import CommandFailed
from cli.files import read_secret, write_secret


def create_validator_key(path: Path) -> bytes:
    """Make a new key; refuses to replace one."""
    if path.exists():
        raise CommandFailed(f"a validator key is at {path} already: it is never replaced")
    key = new_private_key()
    save_validator_key(path, key)
    return key


def save_validator_key(path: Path, key: bytes) -> None:
    """Write the key for its owner only."""
    write_secret(path, key)


def load_validator_key(path: Path) -> bytes | None:
    """Return the key, None where this node has none and only follows; raises CommandFailed."""
    if not path.exists():
        return None
    return parse_private_key(read_secret(path), str(path))


def parse_private_key(text: str, where: str) -> bytes:
    """Return the 32 bytes that the hex says; raises CommandFailed, never repeating the text."""
    digits = text.removeprefix("0x")
    try:
        key = bytes.fromhex(digits)
    except ValueError:
        key = b""
    if len(key) != 32 or not 0 < int.from_bytes(key, "big") < SECP256K1_N:
        raise CommandFailed(f"{where}: a private key of 64 hex digits expected")
    return key


def new_private_key() -> bytes:
    """Return a fresh secp256k1 key."""
    while True:
        key = secrets.token_bytes(32)
        if 0 < int.from_bytes(key, "big") < SECP256K1_N:
            return key
