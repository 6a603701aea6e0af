"""What the bridge stores and says: clients, routes, assets, packets, attesters."""

from enum import IntEnum
from typing import Annotated, Final

from chain.kit.abi import Uint8, Uint64
from chain.kit.packing import Bits, Coins, Count16, Number, Packed
from chain.kit.record import Record, Returns
from chain.types.primitives import (
    Address,
    Gas,
    Hash32,
    Height,
    Milliseconds,
    Seconds,
    Wei,
)

NATIVE_TOKEN: Final = Address((0x0804).to_bytes(20, "big"))  # this chain's coin, as a token
PAGE_MAX: Final = 100  # entries of one answer
CLIENTS_MAX: Final = 256
CHAIN_ID_MAX: Final = 2**64 - 1  # of a remote chain; EIP-2294 asks for less
HEADERS_MAX: Final = 16_384  # that one client remembers: one each two minutes for three weeks
ROUTES_MAX: Final = 64  # so that one block can check them all
TIMEOUT_S_MIN: Final = Seconds(60)  # least that a packet must be given
TIMEOUT_S_MAX: Final = Seconds(604_800)  # 7 days
STRANDED_S: Final = Seconds(604_800)  # after a delay: what cannot be released then may go back
CALL_GAS_MAX: Final = Gas(2_000_000)  # of the call that a packet may ask for
CALL_DATA_BYTES_MAX: Final = 8_192  # of that call; a packet stays far below one transaction
AMOUNT_MAX: Final = Wei(2**128 - 1)  # of one transfer, and of all of an asset
DECIMALS_MAX: Final = 18
NAME_BYTES_MAX: Final = 64  # of an asset's name; a symbol has half
Moment = Annotated[Milliseconds, Bits(64)]  # of a remote header


class ClientKind(IntEnum):
    """How a remote chain's headers are verified."""

    KUMIAI = 0
    ATTESTED = 1


class ClientState(IntEnum):
    """The life of a client."""

    NOTHING = 0
    ACTIVE = 1
    FROZEN = 2
    SUBSTITUTED = 3


class RouteState(IntEnum):
    """The life of a route."""

    NOTHING = 0
    OPEN = 1
    PAUSED = 2
    KILLED = 3


class PacketState(IntEnum):
    """The life of a packet on the chain that sent it."""

    NOTHING = 0
    SENT = 1
    ACKNOWLEDGED = 2
    REFUNDED = 3
    TIMED_OUT = 4


class ArrivalState(IntEnum):
    """The life of a packet on the chain that received it."""

    NOTHING = 0
    DELAYED = 1
    DELIVERED = 2
    FAILED = 3


class AttesterState(IntEnum):
    """The life of a bond behind attestations."""

    NOTHING = 0
    BONDED = 1
    LEAVING = 2
    LEFT = 3
    REMOVED = 4


class Client(Packed):
    """A remote chain as this one sees it; the second word is what headers and votes change."""

    state: ClientState
    kind: ClientKind
    chain_id: Number
    trusting_period_s: Seconds
    unbonding_s: Seconds  # of the remote chain; an attested client has none
    latest_height: Height  # of the newest header that is trusted
    latest_time_ms: Moment
    substitute: Count16  # the client that stands in, or is to; 0: none
    substitute_from_s: Seconds


class ConsensusState(Record):
    """What is trusted of one remote header."""

    hash: Hash32
    state_root: Hash32
    time_ms: Milliseconds


class Proven(Packed):
    """A header's place in the order in which a client's headers were proven."""

    height: Height
    time_ms: Moment


class Remembered(Packed):
    """Which part of a client's ring of headers is in use, and what was forgotten."""

    first: Count16  # the ring's place of the header that was proven first
    count: Count16
    floor: Height  # no header below it is trusted any more; 0 while none was forgotten


class End(Record):
    """One end of a route: nothing is ever said to, or believed of, a route without its end."""

    chain_id: int
    bridge: Address
    route: Uint64


class Route(Record):
    """A route, bound for ever to its remote end and its client."""

    state: RouteState
    client: int
    remote: End


class RouteEntry(Packed):
    """A route as it is stored."""

    state: RouteState
    client: Count16
    remote_route: Uint64
    remote_bridge: Address
    remote_chain_id: Number

    @property
    def remote(self) -> End:
        """The other end."""
        return End(self.remote_chain_id, self.remote_bridge, self.remote_route)


class Limits(Packed):
    """What may come out of one asset on one route, and how fast."""

    capacity_wei: Coins  # most at once
    refill_wei_per_s: Coins
    minimum_wei: Coins  # least of one transfer: no dust
    delay_from_wei: Coins  # transfers from here on wait; at most the capacity


class Asset(Record):
    """A token that may travel on one route."""

    token: Address  # on its own chain
    is_native: bool  # whether its own chain is this one
    local: Address  # where it is a token on this chain
    name: str
    symbol: str
    decimals: Uint8


class AssetStatus(Returns):
    """An asset as it stands now, in wei; `room_wei` is what may come out at once."""

    asset: Asset
    limits: Limits
    outstanding_wei: Wei
    room_wei: Wei


class Bucket(Packed):
    """What may still come out, as of a block's time."""

    room_wei: Coins
    at_s: Seconds


class VoucherOf(Packed):
    """What a voucher stands for."""

    route: Uint64
    token: Address


class Order(Record):
    """What a sender asks for; `token` is on this chain, zero for a message alone."""

    route: Uint64
    token: Address
    receiver: Address
    amount_wei: Wei
    timeout_s: Seconds  # on the other chain's clock
    call_gas: Gas  # 0 without call data
    call_data: bytes  # what the receiver is called with, if it is to be called
    fee_wei: Wei  # for who delivers and who acknowledges, in this chain's coin


class Transfer(Record):
    """A packet's payload, in the order of its one encoding."""

    token: Address
    returning: bool
    sender: Address
    receiver: Address
    amount: Wei
    call_gas: Gas
    call_data: bytes


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


class Sent(Packed):
    """A packet of this chain's; the fee is still held while it is SENT."""

    state: PacketState
    fee_wei: Coins


class Arrival(Packed):
    """A packet of the other chain's."""

    state: ArrivalState
    releases_s: Seconds
    payee: Address


class Attester(Packed):
    """A validator's bond behind what it says of another chain."""

    state: AttesterState
    bond_wei: Coins
    key: Address  # what signs for it
    leaves_s: Seconds


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


class KumiaiUpdate(Record):
    """A trusted header, shown whole, and a light block that follows from it."""

    trusted_height: Height
    trusted_header: bytes
    trusted_validators: bytes
    light_block: bytes
