"""What travels between two chains, in the words of both: ends, packets, answers, proofs."""

from typing import Final

from chain.kit.abi import Uint64
from chain.kit.record import Record
from chain.types.primitives import Address, Gas, Hash32, Height, Seconds, Wei

KUMIAI_BRIDGE: Final = Address((0x0802).to_bytes(20, "big"))  # the module, on every Kumiai chain


class End(Record):
    """One end of a route."""

    chain_id: int
    bridge: Address
    route: Uint64


class Order(Record):
    """What a sender asks for; `token` is on the sender's chain, zero for a message alone."""

    route: Uint64
    token: Address
    receiver: Address
    amount_wei: Wei
    timeout_s: Seconds
    call_gas: Gas
    call_data: bytes
    fee_wei: Wei


class Packet(Record):
    """What travels: the number that its route gave it, its last second, its payload."""

    sequence: Uint64
    timeout_s: Seconds
    payload: bytes


class Acknowledgement(Record):
    """What became of a packet, and whom its sender owes for the delivery."""

    success: bool
    payee: Address
    result_hash: Hash32


class StateProof(Record):
    """Nodes from a trusted state root to an account, and from its storage root to one slot."""

    height: Height
    account_nodes: tuple[bytes, ...]
    slot_nodes: tuple[bytes, ...]


class KumiaiUpdate(Record):
    """What a Kumiai chain takes for another's header: a trusted one and a block that follows."""

    trusted_height: Height
    trusted_header: bytes
    trusted_validators: bytes
    light_block: bytes


class Attestation(Record):
    """EIP-712: a validator says that a remote chain's block of this height is final."""

    validator: Address
    client: int
    height: Height
    hash: Hash32


class SignedAttestation(Record):
    """An attestation and its signature: r, s and v, 65 bytes."""

    attestation: Attestation
    signature: bytes
