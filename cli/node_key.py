"""
The key by which peers know a node: 32 bytes in hex, readable by its owner only.

It authenticates connections and signs no votes, so losing it costs a name, not stake.
"""

from pathlib import Path

from chain.codec import address_of
from cli.files import read_secret, write_atomically
from cli.validator_key import new_private_key, parse_private_key


def load_node_key(path: Path) -> bytes:
    """Return the node's key, made now where there is none; raises CommandFailed."""
    if not path.exists():
        write_atomically(path, f"0x{new_private_key().hex()}\n".encode(), mode=0o600)
    return parse_private_key(read_secret(path), str(path))


def peer_id_of(key: bytes) -> str:
    """Return the id that peers know a key by: the key's address in lower case."""
    return f"0x{address_of(key).hex()}"
