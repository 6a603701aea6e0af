"""
The validator's beacon secret on disk: 32 bytes in hex, readable by its owner only.

    HOME/validator/beacon --> links that its blocks reveal, and the tips it commits to

A node behind a remote signer has it in its own home: it signs nothing. Whoever knows it knows the
validator's part of the randomness in advance; who loses it commits anew, for one missed link.
"""

import logging
import secrets
from pathlib import Path
from typing import Final

from chain.beacon import SecretLinks
from chain.types.primitives import Address
from cli.errors import CommandFailed
from cli.files import read_secret, write_secret

SECRET_BYTES: Final = 32
log = logging.getLogger("kumiai.beacon")


def save_beacon_secret(path: Path, secret: bytes) -> None:
    """Write the secret for its owner only."""
    write_secret(path, secret)


def load_beacon_secret(path: Path) -> bytes:
    """Return the secret, a new one where there is none; raises CommandFailed."""
    if not path.exists():
        log.info("no beacon secret at %s: made one", path)
        save_beacon_secret(path, secrets.token_bytes(SECRET_BYTES))
    try:
        secret = bytes.fromhex(read_secret(path).removeprefix("0x"))
    except ValueError:
        secret = b""
    if len(secret) != SECRET_BYTES:
        raise CommandFailed(f"{path}: a beacon secret of {2 * SECRET_BYTES} hex digits expected")
    return secret


def tip_entry(secret: bytes, chain_id: int, validator: Address) -> dict[str, str]:
    """Return what genesis.json says of a validator's first chain."""
    tip = SecretLinks(secret, chain_id).tip(validator)
    return {"validator": f"0x{validator.hex()}", "tip": f"0x{tip.hex()}"}
