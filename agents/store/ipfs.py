"""
An IPFS node as a store, over its HTTP interface.

    key --version 1, raw, keccak-256--> CID      a block of that hash is the content itself

So a key is found in IPFS without any table: the address is the hash that the chain knows. The price
is that an object is one block, and nodes exchange no larger ones than BLOCK_BYTES_MAX.
"""

import base64
import secrets
from typing import Final
from urllib.parse import SplitResult

import orjson

from agents.store.content import (
    OBJECT_BYTES_MAX,
    Corrupt,
    NotStored,
    Unreachable,
    check_key,
    check_size,
    checked,
    key_of,
)
from agents.store.http import Request, ask

BLOCK_BYTES_MAX: Final = 1 << 20
CID_HEAD: Final = bytes((0x01, 0x55, 0x1B, 0x20))  # version 1, raw bytes, keccak-256, 32 bytes
PUT: Final = "/api/v0/block/put?cid-codec=raw&mhtype=keccak-256&pin=true"
FIND_S: Final = 20  # that a node may look for a block among others
ANSWER_BYTES_MAX: Final = 1 << 12


class IpfsStore:
    """Keeps objects as blocks of an IPFS node; the place is http(s)://host:port."""

    def __init__(self, place: SplitResult) -> None:
        self._place = place

    def put(self, data: bytes) -> bytes:
        """Keep bytes, pinned, and return their key; raises TooLarge or Unreachable."""
        check_size(len(data), BLOCK_BYTES_MAX)
        key = key_of(data)
        edge = secrets.token_hex(16)
        head = f'--{edge}\r\nContent-Disposition: form-data; name="data"; filename="data"\r\n'
        body = f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + data
        body += f"\r\n--{edge}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        answer = ask(self._place, Request("POST", PUT, body, headers, ANSWER_BYTES_MAX))
        if answer.status != 200:
            raise Unreachable(f"the node refused a block: {answer.status} {answer.said}")
        found = _cid_in(answer.body)
        if found != cid_of(key):
            raise Corrupt(key, found.encode())
        return key

    def get(self, key: bytes, bytes_max: int = OBJECT_BYTES_MAX) -> bytes:
        """Return the bytes under a key; raises any StoreError."""
        check_key(key)
        path = f"/api/v0/cat?arg={cid_of(key)}&timeout={FIND_S}s"
        limit_bytes = min(bytes_max, BLOCK_BYTES_MAX)
        answer = ask(self._place, Request("POST", path, answer_bytes_max=limit_bytes))
        if answer.status in (404, 500) and "not found" in answer.said:
            raise NotStored(key)
        if answer.status != 200:
            raise Unreachable(f"the node refused to read: {answer.status} {answer.said}")
        return checked(key, answer.body)


def cid_of(key: bytes) -> str:
    """Return the name of an object in IPFS."""
    return "b" + base64.b32encode(CID_HEAD + key).decode().lower().rstrip("=")


def _cid_in(answer: bytes) -> str:
    try:
        return str(orjson.loads(answer)["Key"])
    except (ValueError, KeyError, TypeError):
        raise Unreachable(f"the node's answer names no block: {answer[:100]!r}") from None
