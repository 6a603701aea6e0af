"""
What an attester has signed, on disk, before anybody sees it: it never contradicts itself.

    (client, height, hash) --compare--> save (synced) --> may be signed

A second word about one height costs the bond, so the memory is as strict as a validator's for its
votes: a key whose memory is missing does not sign, two processes never share one, and of heights
that are so old that they were forgotten nothing is said any more.
"""

import fcntl
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Self

import orjson

from chain.errors import ChainError
from chain.types.primitives import Address, Hash32, Height

VERSION: Final = 1
HEIGHTS_MAX: Final = 4_096  # of one client; older ones are below the floor
CLIENTS_MAX: Final = 256  # as many as a chain has
BYTES_MAX: Final = 64 * 2**20  # of the file; one with a full client has 400 kB


class StateMissing(ChainError):
    """There is a key and no memory of what it attested to."""


class StateUnusable(ChainError):
    """The memory does not read, is another validator's, or another process has it."""


class AttestRefused(ChainError):
    """This would contradict what was signed before, or might."""


@dataclass(slots=True)
class _Said:
    floor: Height = Height(-1)  # at or below it nothing is signed any more
    hashes: dict[Height, Hash32] = field(default_factory=dict)


class AttesterState:
    """The memory of one validator on one chain; hold it open while signing."""

    def __init__(self, path: Path, chain_id: int, validator: Address) -> None:
        self._path, self._chain_id, self._validator = path, chain_id, validator
        if not path.exists():
            raise StateMissing(
                f"no memory of what was attested at {path}: copy it from where this validator "
                "attested before; only one that never did begins a new one"
            )
        self._lock = _locked(path)
        try:
            self._said = self._load()
        except ChainError:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, chain_id: int, validator: Address) -> Self:
        """Begin the memory of a validator that never attested; raises StateUnusable."""
        if path.exists():
            raise StateUnusable(f"{path} is there already: it is never replaced")
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, _render(chain_id, validator, {}))
        return cls(path, chain_id, validator)

    def close(self) -> None:
        """Let another process use it."""
        os.close(self._lock)

    def said(self, client: int, height: Height) -> Hash32 | None:
        """Return what was signed of a height, None where nothing was or it is too old."""
        found = self._said.get(client)
        return None if found is None else found.hashes.get(height)

    def promise(self, client: int, height: Height, block_hash: Hash32) -> None:
        """Make it durable that this is the word about a height; raises AttestRefused."""
        found = self._said.get(client) or _Said()
        known = found.hashes.get(height)
        if known == block_hash:
            return
        if known is not None:
            raise AttestRefused(
                f"height {height}: 0x{known.hex()} was attested to, found 0x{block_hash.hex()}: "
                "the other chain's final block changed, or the sources lie; people must look"
            )
        if height <= found.floor:
            raise AttestRefused(f"height {height} is too old: above {found.floor} expected")
        if client not in self._said and len(self._said) >= CLIENTS_MAX:
            raise AttestRefused(f"at most {CLIENTS_MAX} clients expected")
        following = _Said(found.floor, {**found.hashes, height: block_hash})
        while len(following.hashes) > HEIGHTS_MAX:
            oldest = min(following.hashes)
            del following.hashes[oldest]
            following.floor = max(following.floor, oldest)
        said = {**self._said, client: following}
        _write(self._path, _render(self._chain_id, self._validator, said))
        self._said = said

    def _load(self) -> dict[int, _Said]:
        try:
            with self._path.open("rb") as file:
                found = orjson.loads(file.read(BYTES_MAX + 1))
            head = (found["version"], found["chain_id"], found["validator"])
            clients = {int(client): _parse(row) for client, row in found["clients"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as cause:
            raise StateUnusable(
                f"{self._path} does not read: restore it from a copy of the newest state"
            ) from cause
        expected = (VERSION, self._chain_id, "0x" + self._validator.hex())
        if head != expected:
            raise StateUnusable(f"{self._path}: the memory of {expected} expected, found {head}")
        return clients


def _parse(row: Any) -> _Said:
    hashes = {Height(int(h)): Hash32(bytes.fromhex(text)) for h, text in row["said"].items()}
    if any(len(value) != 32 for value in hashes.values()):
        raise ValueError("hashes of 32 bytes expected")
    return _Said(Height(int(row["floor"])), hashes)


def _render(chain_id: int, validator: Address, said: dict[int, _Said]) -> bytes:
    clients = {
        str(client): {
            "floor": one.floor,
            "said": {str(height): one.hashes[height].hex() for height in sorted(one.hashes)},
        }
        for client, one in sorted(said.items())
    }
    head = {"version": VERSION, "chain_id": chain_id, "validator": "0x" + validator.hex()}
    return (json.dumps({**head, "clients": clients}) + "\n").encode()


def _locked(path: Path) -> int:
    """Take the state for this process; freed when the process ends, however it ends."""
    handle = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as cause:
        os.close(handle)
        raise StateUnusable(f"another process attests with {path}: stop it first") from cause
    return handle


def _write(path: Path, content: bytes) -> None:
    """Replace a file so that a crash leaves the old or the new one, and the new one is on disk."""
    beside = path.with_name(path.name + ".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
