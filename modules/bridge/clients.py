"""
What the bridge believes of another chain: a header, then its state root, then words proven by it.

    evidence --verify_header--> Verified --trust--> ConsensusState by height
    StateProof --verify_membership / verify_absence--> a word of the other bridge, or none
    Verified against a trusted header --misbehaviour--> frozen

Clients differ in `verify_header` alone: by whose word a header is the other chain's. Nothing here
is believed that is zero, and a client that is frozen or expired proves nothing at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from eth_hash.auto import keccak

from chain.codec import rlp
from chain.errors import Malformed
from chain.kit.typed_data import WORD_GAS
from chain.state_proofs import ProofRefused, verify_account, verify_slot
from chain.types.primitives import Address, Gas, Hash32, Height, Milliseconds, Seconds
from modules.bridge import headers
from modules.bridge.events import ClientFrozen, ClientUpdated
from modules.bridge.machines import CLIENT
from modules.bridge.records import (
    Client as ClientRecord,
)
from modules.bridge.records import (
    ClientKind,
    ClientState,
    ConsensusState,
    StateProof,
)
from modules.bridge.refusals import (
    ClientExpired,
    ClientInactive,
    HeaderKnown,
    HeaderRefused,
    NoContradiction,
    ProofContradicts,
    ProofInvalid,
    UnknownHeight,
    ZeroNotTrusted,
)

if TYPE_CHECKING:
    from modules.bridge.books import Books

HEADER_BYTES_MAX: Final = 2_048  # of a remote header; Prague's has at most about 750
HEADER_FIELDS_MIN, HEADER_FIELDS_MAX = 15, 32
PARENT_FIELD, ROOT_FIELD, HEIGHT_FIELD, TIME_FIELD = 0, 3, 8, 11
NODE_GAS: Final = Gas(60)  # of one node of a proof, beside its words
HEIGHT_MAX: Final = 2**63 - 1  # of a remote block
TIME_S_MAX: Final = HEIGHT_MAX // 1_000  # of a remote block: in ms it still fits 64 bits


class Verified(NamedTuple):
    """A header that was proven to be the other chain's, and is not trusted yet."""

    height: Height
    hash: Hash32
    parent_hash: Hash32
    state_root: Hash32
    time_ms: Milliseconds


class Client(Protocol):
    """A remote chain, whatever proves its headers."""

    def verify_header(self, evidence: bytes) -> Verified:
        """Return the header that the evidence proves; raises HeaderRefused."""
        ...

    def verify_membership(
        self, account: Address, slot: int, word: Hash32, proof: StateProof
    ) -> None:
        """Check that an account holds a word; raises ProofInvalid, ProofContradicts."""
        ...

    def verify_absence(self, account: Address, slot: int, proof: StateProof) -> Seconds:
        """
        Check that an account holds nothing at a slot; return the time of the block it is so in.

        Raises ProofInvalid, ProofContradicts.
        """
        ...

    def misbehaviour(self, evidence: bytes, against: Height) -> Verified:
        """Return the header that contradicts a trusted one; raises NoContradiction."""
        ...


class StateRootClient:
    """What all clients share: words proven by the state root of a trusted header."""

    def __init__(self, bridge: Books, number: int) -> None:
        self.bridge, self.number = bridge, number

    @property
    def record(self) -> ClientRecord:
        """The client as it is stored."""
        return self.bridge.clients[self.number]

    def verify_header(self, evidence: bytes) -> Verified:
        """Return the header that the evidence proves; each kind knows how."""
        raise LookupError(f"client {self.number} is of no kind ({len(evidence)} bytes)")

    def trusted(self, height: Height) -> ConsensusState:
        """Return what is trusted of a height; raises UnknownHeight, ZeroNotTrusted."""
        found = self.bridge.headers[self.number, height]
        if not any(found.hash):
            raise UnknownHeight(self.number, height)
        check_not_zero("state root", found.state_root)
        return found

    def verify_membership(
        self, account: Address, slot: int, word: Hash32, proof: StateProof
    ) -> None:
        """Check that an account holds a word; raises ProofInvalid, ProofContradicts."""
        check_not_zero("word", word)
        found = self._word(account, slot, proof)
        if found != word:
            raise ProofContradicts(word, found)

    def verify_absence(self, account: Address, slot: int, proof: StateProof) -> Seconds:
        """Check that an account holds nothing at a slot; return the time it is so at."""
        found = self._word(account, slot, proof)
        if any(found):
            raise ProofContradicts(Hash32(bytes(32)), found)
        return Seconds(self.trusted(proof.height).time_ms // 1_000)

    def misbehaviour(self, evidence: bytes, against: Height) -> Verified:
        """Return the header that contradicts a trusted one; raises NoContradiction."""
        found, known = self.verify_header(evidence), self.trusted(against)
        if not contradict(found, against, known, self.record.kind):
            raise NoContradiction(found.height, against)
        return found

    def _word(self, account: Address, slot: int, proof: StateProof) -> Hash32:
        """Return what a trusted state holds; the account must be there, or nothing is proven."""
        root = self.trusted(proof.height).state_root
        self._charge((*proof.account_nodes, *proof.slot_nodes))
        try:
            storage_root = verify_account(root, account, proof.account_nodes)
            if storage_root is None:
                raise ProofInvalid("the other chain has no such account")
            word = verify_slot(storage_root, slot, proof.slot_nodes)
        except ProofRefused as cause:
            raise ProofInvalid(str(cause)[:128]) from cause
        return Hash32(word.to_bytes(32, "big"))

    def _charge(self, nodes: Sequence[bytes]) -> None:
        words = sum(-(-len(node) // 32) for node in nodes)
        self.bridge.host.charge(Gas(len(nodes) * NODE_GAS + words * WORD_GAS))


def contradict(found: Verified, height: Height, known: ConsensusState, kind: ClientKind) -> bool:
    """
    Whether no chain can have both a proven header and a trusted one of some height.

    Kumiai's times rise with every block. Those of EVM chains are whole seconds, in which many
    make several blocks: they only never go back.
    """
    if found.height == height:
        return found.hash != known.hash
    if found.height == height + 1 and found.parent_hash != known.hash:
        return True
    ahead_ms = found.time_ms - known.time_ms
    if found.height < height:
        ahead_ms = -ahead_ms
    return ahead_ms < 0 or (ahead_ms == 0 and kind == ClientKind.KUMIAI)


def check_live(bridge: Books, number: int) -> ClientRecord:
    """Return a client that may prove something now; raises ClientInactive, ClientExpired."""
    record = bridge.known_client(number)
    if record.state != ClientState.ACTIVE:
        raise ClientInactive(number, record.state)
    if record.trusting_period_s == 0:
        raise ZeroNotTrusted("trusting period")
    expires_s = Seconds(record.latest_time_ms // 1_000 + record.trusting_period_s)
    if expires_s <= bridge.block.time_s:
        raise ClientExpired(number, expires_s)
    return record


def learn(bridge: Books, number: int, found: Verified) -> bool:
    """
    Trust a proven header, or freeze the client where it contradicts what is trusted.

    Returns whether it is trusted; raises HeaderKnown, HeaderRefused.
    """
    known = bridge.headers[number, found.height]
    if known.hash == found.hash:
        raise HeaderKnown(found.height)
    record = bridge.clients[number]
    below = Height(max(found.height - 1, 0))  # what is no block's has no height
    for height in (found.height, below, record.latest_height):
        state = bridge.headers[number, height]
        if any(state.hash) and contradict(found, height, state, record.kind):
            freeze(bridge, "update_client", number, found, height)
            return False
    headers.check_room(bridge, number, found.height)
    trust(bridge, number, found)
    return True


def trust(bridge: Books, number: int, found: Verified) -> None:
    """Store a proven header."""
    check_not_zero("header", found.hash)
    check_not_zero("state root", found.state_root)
    record = bridge.clients[number]
    CLIENT.move("update_client", ClientState.ACTIVE, record.state)
    if found.height > record.latest_height:
        record = replace(record, latest_height=found.height, latest_time_ms=found.time_ms)
        bridge.clients[number] = record
    state = ConsensusState(found.hash, found.state_root, found.time_ms)
    headers.remember(bridge, number, record, found.height, state)
    bridge.emit(ClientUpdated(number, found.height, found.hash, found.state_root, found.time_ms))


def freeze(bridge: Books, name: str, number: int, found: Verified, against: Height) -> None:
    """Believe nothing of a client any more, by a call of this name."""
    record = bridge.clients[number]
    state = CLIENT.move(name, record.state, ClientState.FROZEN)
    bridge.clients[number] = replace(record, state=state)
    bridge.emit(ClientFrozen(number, found.height, against, found.hash))


def check_not_zero(what: str, value: bytes | int) -> None:
    """Raise ZeroNotTrusted for zeros: what was never written must never count as proven."""
    if not (any(value) if isinstance(value, bytes) else value):
        raise ZeroNotTrusted(what)


def read_header(bridge: Books, raw: bytes) -> Verified:
    """Return what a header of any Ethereum fork says of itself; raises HeaderRefused."""
    if len(raw) > HEADER_BYTES_MAX:
        raise HeaderRefused(f"at most {HEADER_BYTES_MAX} bytes expected, found {len(raw)}")
    bridge.host.charge(Gas(NODE_GAS + -(-len(raw) // 32) * WORD_GAS))
    try:
        fields = rlp.decode_list(raw, "header")
        if not HEADER_FIELDS_MIN <= len(fields) <= HEADER_FIELDS_MAX:
            raise HeaderRefused(f"{len(fields)} fields are no header's")
        return Verified(
            Height(rlp.to_integer(fields[HEIGHT_FIELD], HEIGHT_MAX, "height")),
            Hash32(keccak(raw)),
            Hash32(rlp.to_fixed(fields[PARENT_FIELD], 32, "parent's hash")),
            Hash32(rlp.to_fixed(fields[ROOT_FIELD], 32, "state root")),
            Milliseconds(1_000 * rlp.to_integer(fields[TIME_FIELD], TIME_S_MAX, "time")),
        )
    except Malformed as cause:
        raise HeaderRefused(str(cause)[:128]) from cause
