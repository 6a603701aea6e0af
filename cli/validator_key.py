"""
The validator's key on disk: 32 bytes in hex, readable by its owner only.

It is not encrypted, because a validator must start again by itself after a crash; keep the machine
safe, and never let two machines hold the same key.
"""

import secrets
from pathlib import Path
from typing import Final

from chain.params import SECP256K1_N
from cli.errors import CommandFailed
from cli.files import make_private, read_bounded, write_atomically

FILE_BYTES_MAX: Final = 256  # a real one has 67


def create_validator_key(path: Path) -> bytes:
    """Make a new key; refuses to replace one."""
    if path.exists():
        raise CommandFailed(f"a validator key is at {path} already: it is never replaced")
    key = new_private_key()
    save_validator_key(path, key)
    return key


def save_validator_key(path: Path, key: bytes) -> None:
    """Write the key for its owner only."""
    make_private(path.parent)
    write_atomically(path, f"0x{key.hex()}\n".encode(), mode=0o600)


def load_validator_key(path: Path) -> bytes | None:
    """Return the key, None where this node has none and only follows; raises CommandFailed."""
    if not path.exists():
        return None
    if path.stat().st_mode & 0o077:
        raise CommandFailed(f"{path} can be read by others: run `chmod 600 {path}`")
    text = read_bounded(path, FILE_BYTES_MAX).decode("ascii", "replace").strip()
    return parse_private_key(text, str(path))


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
