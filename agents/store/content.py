"""
What every store of content does, and what can go wrong.

    put(bytes) --keccak-256--> key, 32 bytes, as the chain hashes      get(key) --> those bytes, or

    StoreError
    +-- NotStored      nobody put it there
    +-- TooLarge       more bytes than the store, or the reader, takes
    +-- Corrupt        other bytes than the key says
    +-- Unreachable    the store could not be asked, or did not understand

Who reads believes no store: the bytes are hashed again, every time.
"""

from typing import Final, Protocol

from eth_hash.auto import keccak

KEY_BYTES: Final = 32
OBJECT_BYTES_MAX: Final = 256 << 20


class StoreError(Exception):
    """Something is wrong with a store, or with what it holds."""


class NotStored(StoreError):
    """Nothing lies under a key."""

    def __init__(self, key: bytes) -> None:
        super().__init__(f"nothing is stored under {key.hex()}")


class TooLarge(StoreError):
    """More bytes than are taken."""

    def __init__(self, limit_bytes: int, found: str) -> None:
        super().__init__(f"at most {limit_bytes} bytes are taken, {found} found")


class Corrupt(StoreError):
    """A store returned other bytes than were asked for."""

    def __init__(self, key: bytes, found: bytes) -> None:
        super().__init__(f"asked for {key.hex()}, got bytes of {found.hex()}")


class Unreachable(StoreError):
    """A store did not answer, or not as its protocol says."""


class Store(Protocol):
    """Holds bytes under their hash."""

    def put(self, data: bytes) -> bytes:
        """Keep bytes and return their key; raises TooLarge or Unreachable."""
        ...

    def get(self, key: bytes, bytes_max: int = OBJECT_BYTES_MAX) -> bytes:
        """Return the bytes under a key; raises any StoreError."""
        ...


def key_of(data: bytes) -> bytes:
    """Return the key of some bytes."""
    return keccak(data)


def checked(key: bytes, data: bytes) -> bytes:
    """Return bytes that a store says lie under a key; raises Corrupt where they do not."""
    found = key_of(data)
    if found != key:
        raise Corrupt(key, found)
    return data


def check_size(size_bytes: int, limit_bytes: int) -> None:
    """Raise TooLarge where there are more bytes than are taken."""
    if size_bytes > limit_bytes:
        raise TooLarge(limit_bytes, str(size_bytes))


def check_key(key: bytes) -> None:
    """Raise NotStored for what cannot be a key."""
    if len(key) != KEY_BYTES:
        raise NotStored(key)
