"""
The validator's key, and its memory of what it has signed: it never contradicts itself.

    message -> digest -> compare with state -> save state (durable) -> signature

The state holds the highest height and round signed in, with digest and signature of each of
its three steps, and the last block precommitted in that height. A request for something
older, or for something else at the same place, is refused; the same again gives the same
signature again. State is written to a temporary file, synced, renamed, and the directory
synced, before a signature is returned (cometbft#6031). A key whose state file is missing
does not sign: a lost memory looks like a fresh one (tendermint#3418).
"""

import json
from dataclasses import dataclass, field, replace
from enum import IntEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

import coincurve
import orjson

from chain.certificates import SIGNATURE_BYTES, address_of, digest, sign_digest
from chain.errors import ChainError
from chain.types.certificate import BlockId, ProposalMessage, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Round
from consensus.core.round import RoundValue
from consensus.host.disk import SYSTEM_DISK, Disk, FileInUse, Lock
from consensus.host.durable import Durably, at_once

STATE_BYTES_MAX = 4_096  # a sign state file; a real one has about 900
STATE_VERSION = 1

Signable = TypeVar("Signable", Vote, ProposalMessage)


class SignRefused(ChainError):
    """The signer will not sign this; the node goes on without the signature."""


class SignerUnavailable(ChainError):
    """The signer cannot be reached now; the node goes on and asks again."""


class SignRegression(SignRefused):
    """A request for a place before the last one signed."""


class SignConflict(SignRefused):
    """A request for other words at a place already signed."""


class SignStateMissing(ChainError):
    """There is a key but no memory of what it has signed."""


class SignStateUnusable(ChainError):
    """The memory of what was signed does not read, or is another key's or chain's."""


class SignStateInUse(ChainError):
    """Another process signs with this state."""


class SignStep(IntEnum):
    """Order of signatures inside a round."""

    PROPOSE = 1
    PREVOTE = 2
    PRECOMMIT = 3


@dataclass(frozen=True, slots=True)
class SignState:
    """What has been signed last; height and round -1 before the first signature."""

    height: Height = Height(-1)
    round: Round = Round(-1)
    signed: dict[SignStep, tuple[Hash32, bytes]] = field(default_factory=dict)
    precommitted: RoundValue | None = None  # last block precommitted in this height


class Signer(Protocol):
    """Signs for one validator; may be another process or a device."""

    @property
    def address(self) -> Address:
        """Address of the validator."""

    @property
    def state(self) -> SignState:
        """What has been signed last."""

    async def sign_vote(self, vote: Vote) -> Vote:
        """Return the vote with its signature. Raises SignRefused, SignerUnavailable."""

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Return the proposal with its signature. Raises SignRefused, SignerUnavailable."""


class FileSigner:
    """
    A signer in this process: the key in memory, the sign state in a file.

    Raises SignStateMissing, SignStateUnusable, SignStateInUse when it cannot start safely.
    """

    def __init__(
        self,
        private_key: bytes,
        state_path: Path,
        chain_id: int,
        disk: Disk = SYSTEM_DISK,
        durably: Durably = at_once,
    ) -> None:
        self._key = coincurve.PrivateKey(private_key)
        self._address = address_of(self._key.public_key)
        self._path, self._chain_id, self._disk = state_path, chain_id, disk
        self._durably = durably
        self._lock = _lock(disk, state_path)
        try:
            self._state = _load(disk, state_path, self._address, chain_id)
        except ChainError:
            self.close()
            raise

    @classmethod
    def create(
        cls, private_key: bytes, state_path: Path, chain_id: int, disk: Disk = SYSTEM_DISK
    ) -> "FileSigner":
        """
        Begin a new key's memory. For a key that has never signed on this chain.

        Raises SignStateUnusable when there is a state file already: it is never replaced.
        """
        if disk.exists(state_path):
            raise SignStateUnusable(f"expected no sign state at {state_path}, found one")
        disk.make_directory(state_path.parent)
        address = address_of(coincurve.PrivateKey(private_key).public_key)
        _save(disk, state_path, SignState(), address, chain_id)
        return cls(private_key, state_path, chain_id, disk)

    @property
    def address(self) -> Address:
        """Address of the validator."""
        return self._address

    @property
    def state(self) -> SignState:
        """What has been signed last."""
        return self._state

    async def sign_vote(self, vote: Vote) -> Vote:
        """Return the vote with its signature. Raises SignRefused."""
        step = SignStep.PREVOTE if vote.kind is VoteKind.PREVOTE else SignStep.PRECOMMIT
        return await self._durably(lambda: self._sign(vote, step))

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Return the proposal with its signature. Raises SignRefused."""
        return await self._durably(lambda: self._sign(proposal, SignStep.PROPOSE))

    def close(self) -> None:
        """Let another process use the state."""
        self._lock.release()

    def _sign(self, message: Signable, step: SignStep) -> Signable:
        message_digest = digest(message, self._chain_id)
        old = self._remembered(message, step, message_digest)
        if old is not None:
            return replace(message, signature=old)
        signature = sign_digest(message_digest, self._key)
        following = _after(self._state, message, step, message_digest, signature)
        _save(self._disk, self._path, following, self._address, self._chain_id)
        self._state = following
        return replace(message, signature=signature)

    def _remembered(
        self, message: Vote | ProposalMessage, step: SignStep, message_digest: Hash32
    ) -> bytes | None:
        """Return the old signature for the same words, None for a new place, else refuse."""
        state, place = self._state, (message.height, message.round)
        where = f"height {message.height} round {message.round} step {step.name.lower()}"
        if place < (state.height, state.round):
            raise SignRegression(
                f"expected height {state.height} round {state.round} or later, found {where}"
            )
        if place > (state.height, state.round):
            return None
        if step in state.signed:
            old_digest, signature = state.signed[step]
            if old_digest == message_digest:
                return signature
            raise SignConflict(
                f"{where}: expected digest 0x{old_digest.hex()}, found 0x{message_digest.hex()}"
            )
        if any(later > step for later in state.signed):
            raise SignRegression(f"expected step {max(state.signed).name.lower()}, found {where}")
        return None


def _after(
    state: SignState,
    message: Vote | ProposalMessage,
    step: SignStep,
    message_digest: Hash32,
    signature: bytes,
) -> SignState:
    same_round = (message.height, message.round) == (state.height, state.round)
    signed = dict(state.signed) if same_round else {}
    signed[step] = (message_digest, signature)
    precommitted = state.precommitted if message.height == state.height else None
    if step is SignStep.PRECOMMIT and message.block_id is not None:
        precommitted = RoundValue(message.block_id, message.round)
    return SignState(message.height, message.round, signed, precommitted)


def _lock(disk: Disk, state_path: Path) -> Lock:
    """Take the state for this process; freed when the process ends, however it ends."""
    if not disk.is_directory(state_path.parent):
        raise SignStateMissing(f"expected a sign state at {state_path}, found no directory")
    try:
        return disk.lock(state_path.with_name(state_path.name + ".lock"))
    except FileInUse as error:
        raise SignStateInUse(f"another process signs with {state_path}; stop it first") from error


def _save(disk: Disk, path: Path, state: SignState, address: Address, chain_id: int) -> None:
    locked = state.precommitted
    content = {
        "version": STATE_VERSION,
        "address": f"0x{address.hex()}",
        "chain_id": chain_id,
        "height": state.height,
        "round": state.round,
        "signed": {
            step.name.lower(): {"digest": digest_.hex(), "signature": signature.hex()}
            for step, (digest_, signature) in sorted(state.signed.items())
        },
        "precommitted": None
        if locked is None
        else {
            "round": locked.round,
            "hash": locked.block_id.hash.hex(),
            "time_ms": locked.block_id.time_ms,
        },
    }
    temporary = path.with_name(path.name + ".new")
    disk.write(temporary, json.dumps(content, indent=1).encode())
    disk.rename(temporary, path)
    disk.sync_directory(path.parent)


def _load(disk: Disk, path: Path, address: Address, chain_id: int) -> SignState:
    if not disk.exists(path):
        raise SignStateMissing(
            f"expected a sign state at {path}, found none: without it this key might sign "
            "twice; restore it, or make a new key"
        )
    data = disk.read(path, STATE_BYTES_MAX + 1)
    if len(data) > STATE_BYTES_MAX:
        raise SignStateUnusable(f"{path}: expected at most {STATE_BYTES_MAX} bytes, found more")
    try:
        content = orjson.loads(data)
        found = (content["version"], content["address"], content["chain_id"])
        state = _parse(content)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SignStateUnusable(f"{path}: expected a sign state, found none: {error!r}") from error
    expected = (STATE_VERSION, f"0x{address.hex()}", chain_id)
    if found != expected:
        raise SignStateUnusable(
            f"{path}: expected version, address and chain id {expected}, found {found}"
        )
    return state


def _parse(content: dict[str, Any]) -> SignState:
    signed = {
        SignStep[name.upper()]: (
            Hash32(_exact(entry["digest"], 32)),
            _exact(entry["signature"], SIGNATURE_BYTES),
        )
        for name, entry in content["signed"].items()
    }
    locked = content["precommitted"]
    precommitted = None
    if locked is not None:
        block_id = BlockId(
            Hash32(_exact(locked["hash"], 32)), Milliseconds(_int(locked, "time_ms"))
        )
        precommitted = RoundValue(block_id, Round(_int(locked, "round")))
    return SignState(
        Height(_int(content, "height")), Round(_int(content, "round")), signed, precommitted
    )


def _exact(text: str, size: int) -> bytes:
    data = bytes.fromhex(text)
    if len(data) != size:
        raise ValueError(f"expected {size} bytes, found {len(data)}")
    return data


def _int(content: dict[str, Any], key: str) -> int:
    value = content[key]
    if type(value) is not int:
        raise ValueError(f"expected an integer for {key}, found {value!r}")
    return value
