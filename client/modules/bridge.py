"""
Bridge: packets to and from other chains, each proven, each delivered or refunded, once.

Rendered from modules/bridge/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    CoinsMoved,
    DelegatecallRefused,
    InsufficientCoins,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    RoleForbids,
    SignatureWrong,
    StateForbids,
    TimerFailed,
    Unauthorized,
)


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


@dataclass(frozen=True, slots=True)
class Order(kit.Record):
    """What a sender asks for; `token` is on this chain, zero for a message alone."""

    route: kit.Uint64
    token: kit.Address
    receiver: kit.Address
    amount_wei: kit.Wei
    timeout_s: kit.Seconds
    call_gas: kit.Gas
    call_data: bytes
    fee_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Packet(kit.Record):
    """What travels: the number that its route gave it, its last second, its payload."""

    sequence: kit.Uint64
    timeout_s: kit.Seconds
    payload: bytes


@dataclass(frozen=True, slots=True)
class StateProof(kit.Record):
    """Nodes from a trusted state root to an account, and from its storage root to one slot."""

    height: kit.Height
    account_nodes: tuple[bytes, ...]
    slot_nodes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Acknowledgement(kit.Record):
    """What became of a packet, and whom its sender owes for the delivery."""

    success: bool
    payee: kit.Address
    result_hash: kit.Bytes32


@dataclass(frozen=True, slots=True)
class End(kit.Record):
    """One end of a route: nothing is ever said to, or believed of, a route without its end."""

    chain_id: kit.Uint256
    bridge: kit.Address
    route: kit.Uint64


@dataclass(frozen=True, slots=True)
class Asset(kit.Record):
    """A token that may travel on one route."""

    token: kit.Address
    is_native: bool
    local: kit.Address
    name: str
    symbol: str
    decimals: kit.Uint8


@dataclass(frozen=True, slots=True)
class Limits(kit.Record):
    """What may come out of one asset on one route, and how fast."""

    capacity_wei: kit.Wei
    refill_wei_per_s: kit.Wei
    minimum_wei: kit.Wei
    delay_from_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Attestation(kit.Message):
    """EIP-712: a validator says that a remote chain's block of this height is final."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Bridge"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000802"

    validator: kit.Address
    client: kit.Uint256
    height: kit.Height
    hash: kit.Bytes32


@dataclass(frozen=True, slots=True)
class SignedAttestation(kit.Record):
    """An attestation and its signature: r, s and v, 65 bytes."""

    attestation: Attestation
    signature: bytes


@dataclass(frozen=True, slots=True)
class BridgeParams(kit.Record):
    """How long the bridge waits, what a lie costs, and who may stop it."""

    guardian: kit.Address
    delay_s: kit.Seconds
    substitute_delay_s: kit.Seconds
    bond_min_wei: kit.Wei
    bond_wait_s: kit.Seconds
    accuser_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Client(kit.Record):
    """A remote chain as this one sees it; the second word is what headers and votes change."""

    state: ClientState
    kind: ClientKind
    chain_id: kit.Uint256
    trusting_period_s: kit.Seconds
    unbonding_s: kit.Seconds
    latest_height: kit.Height
    latest_time_ms: kit.Milliseconds
    substitute: kit.Uint256
    substitute_from_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ConsensusState(kit.Record):
    """What is trusted of one remote header."""

    hash: kit.Bytes32
    state_root: kit.Bytes32
    time_ms: kit.Milliseconds


@dataclass(frozen=True, slots=True)
class Remembered(kit.Record):
    """Which part of a client's ring of headers is in use, and what was forgotten."""

    first: kit.Uint256
    count: kit.Uint256
    floor: kit.Height


@dataclass(frozen=True, slots=True)
class Route(kit.Record):
    """A route, bound for ever to its remote end and its client."""

    state: RouteState
    client: kit.Uint256
    remote: End


@dataclass(frozen=True, slots=True)
class AssetStatus(kit.Record):
    """An asset as it stands now, in wei; `room_wei` is what may come out at once."""

    asset: Asset
    limits: Limits
    outstanding_wei: kit.Wei
    room_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Sent(kit.Record):
    """A packet of this chain's; the fee is still held while it is SENT."""

    state: PacketState
    fee_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Arrival(kit.Record):
    """A packet of the other chain's."""

    state: ArrivalState
    releases_s: kit.Seconds
    payee: kit.Address


@dataclass(frozen=True, slots=True)
class Attester(kit.Record):
    """A validator's bond behind what it says of another chain."""

    state: AttesterState
    bond_wei: kit.Wei
    key: kit.Address
    leaves_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ClientCreated(kit.Event):
    """A remote chain can be followed."""

    client: Annotated[kit.Uint256, kit.INDEXED]
    kind: ClientKind
    chain_id: kit.Uint256


@dataclass(frozen=True, slots=True)
class ClientUpdated(kit.Event):
    """A remote header is trusted."""

    client: Annotated[kit.Uint256, kit.INDEXED]
    height: Annotated[kit.Height, kit.INDEXED]
    hash: kit.Bytes32
    state_root: kit.Bytes32
    time_ms: kit.Milliseconds


@dataclass(frozen=True, slots=True)
class ClientFrozen(kit.Event):
    """Two remote headers contradict each other: nothing of this client is believed any more."""

    client: Annotated[kit.Uint256, kit.INDEXED]
    height: kit.Height
    against: kit.Height
    hash: kit.Bytes32


@dataclass(frozen=True, slots=True)
class SubstituteAnnounced(kit.Event):
    """Governance announced which client will stand in; client 0 takes it back."""

    client: Annotated[kit.Uint256, kit.INDEXED]
    substitute: kit.Uint256
    from_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ClientSubstituted(kit.Event):
    """From now on the substitute answers for the client."""

    client: Annotated[kit.Uint256, kit.INDEXED]
    substitute: kit.Uint256


@dataclass(frozen=True, slots=True)
class RouteOpened(kit.Event):
    """A route is bound to its remote end and its client."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    client: kit.Uint256
    chain_id: kit.Uint256
    bridge: kit.Address
    remote_route: kit.Uint64


@dataclass(frozen=True, slots=True)
class RoutePaused(kit.Event):
    """The guardian stopped a route, or all of them (route 0); refunds go on."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    guardian: kit.Address


@dataclass(frozen=True, slots=True)
class RouteResumed(kit.Event):
    """Governance resumed a route, or all that are not paused alone (route 0)."""

    route: Annotated[kit.Uint64, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class RouteKilled(kit.Event):
    """A route is closed for ever; refunds go on."""

    route: Annotated[kit.Uint64, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class AssetRegistered(kit.Event):
    """A token may travel on a route."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    token: Annotated[kit.Address, kit.INDEXED]
    is_native: bool
    local: kit.Address


@dataclass(frozen=True, slots=True)
class LimitsChanged(kit.Event):
    """Governance changed what may come out of an asset."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    token: Annotated[kit.Address, kit.INDEXED]
    is_native: bool
    capacity_wei: kit.Wei
    refill_wei_per_s: kit.Wei
    minimum_wei: kit.Wei
    delay_from_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class VoucherPlaced(kit.Event):
    """A voucher is a token of this chain now."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    token: Annotated[kit.Address, kit.INDEXED]
    voucher: kit.Address


@dataclass(frozen=True, slots=True)
class PacketSent(kit.Event):
    """A packet is under way; all of it, for whoever carries it."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    sequence: Annotated[kit.Uint64, kit.INDEXED]
    timeout_s: kit.Seconds
    payload: bytes
    fee_wei: kit.Wei
    commitment: kit.Bytes32


@dataclass(frozen=True, slots=True)
class FeeAdded(kit.Event):
    """The reward for a packet's delivery grew."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    sequence: Annotated[kit.Uint64, kit.INDEXED]
    added_wei: kit.Wei
    fee_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class PacketReceived(kit.Event):
    """A packet of the other chain is here, once."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    sequence: Annotated[kit.Uint64, kit.INDEXED]
    commitment: kit.Bytes32


@dataclass(frozen=True, slots=True)
class TransferDelayed(kit.Event):
    """A large transfer waits until a time at which anybody may release it."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    sequence: Annotated[kit.Uint64, kit.INDEXED]
    releases_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class AcknowledgementWritten(kit.Event):
    """A packet's outcome is final here and can be proven to the other chain."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    sequence: Annotated[kit.Uint64, kit.INDEXED]
    success: bool
    payee: kit.Address
    result_hash: kit.Bytes32
    output: bytes


@dataclass(frozen=True, slots=True)
class PacketAcknowledged(kit.Event):
    """The other chain's answer is here; without success all was given back."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    sequence: Annotated[kit.Uint64, kit.INDEXED]
    success: bool
    payee: kit.Address


@dataclass(frozen=True, slots=True)
class PacketTimedOut(kit.Event):
    """The packet never arrived and never will; all was given back."""

    route: Annotated[kit.Uint64, kit.INDEXED]
    sequence: Annotated[kit.Uint64, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class AttesterBonded(kit.Event):
    """A validator put coins behind what it says of other chains."""

    validator: Annotated[kit.Address, kit.INDEXED]
    added_wei: kit.Wei
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AttesterKeyNamed(kit.Event):
    """Another key signs a validator's attestations from now on."""

    validator: Annotated[kit.Address, kit.INDEXED]
    key: kit.Address


@dataclass(frozen=True, slots=True)
class AttesterLeaving(kit.Event):
    """A validator attests no more; its bond answers for what it said until then."""

    validator: Annotated[kit.Address, kit.INDEXED]
    leaves_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class AttesterLeft(kit.Event):
    """A bond went back."""

    validator: Annotated[kit.Address, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class AttesterRemoved(kit.Event):
    """A validator lied about another chain, and lost its bond."""

    validator: Annotated[kit.Address, kit.INDEXED]
    client: kit.Uint256
    height: kit.Height
    burned_wei: kit.Wei
    accuser: kit.Address
    reward_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class HeaderAttested(kit.Event):
    """A validator says that this block of the other chain is final."""

    client: Annotated[kit.Uint256, kit.INDEXED]
    height: Annotated[kit.Height, kit.INDEXED]
    validator: Annotated[kit.Address, kit.INDEXED]
    hash: kit.Bytes32


class ZeroNotTrusted(kit.Refusal):
    """Nothing is trusted that is zero or empty."""

    what: str


class ClientInvalid(kit.Refusal):
    """A client cannot be made so."""

    reason: str


class UnknownClient(kit.Refusal):
    """No client has this number."""

    client: kit.Uint256


class ClientInactive(kit.Refusal):
    """A client that is frozen proves nothing; governance may announce a substitute."""

    client: kit.Uint256
    state: ClientState


class ClientExpired(kit.Refusal):
    """The newest header that the client trusts is too old; governance may name a substitute."""

    client: kit.Uint256
    expired_s: kit.Seconds


class HeaderRefused(kit.Refusal):
    """This does not prove a header of the other chain."""

    reason: str


class HeaderKnown(kit.Refusal):
    """The client trusts this header already."""

    height: kit.Height


class NoContradiction(kit.Refusal):
    """These headers can stand side by side: they prove no misbehaviour."""

    height: kit.Height
    against: kit.Height


class UnknownHeight(kit.Refusal):
    """The client trusts no header of this height."""

    client: kit.Uint256
    height: kit.Height


class ProofInvalid(kit.Refusal):
    """This proves nothing of the other chain's state."""

    reason: str


class ProofContradicts(kit.Refusal):
    """The other chain's state holds something else there."""

    expected: kit.Bytes32
    found: kit.Bytes32


class SubstituteInvalid(kit.Refusal):
    """This client cannot stand in for the other, or not yet."""

    reason: str


class RouteInvalid(kit.Refusal):
    """A route cannot be opened so."""

    reason: str


class RouteForbids(kit.Refusal):
    """A route in this state, or all routes, take no such call."""

    route: kit.Uint64
    state: RouteState


class NotGuardian(kit.Refusal):
    """Only the guardian pauses."""

    guardian: kit.Address


class AssetInvalid(kit.Refusal):
    """An asset cannot be registered, or limited, so."""

    reason: str


class UnknownAsset(kit.Refusal):
    """This token does not travel on this route."""

    route: kit.Uint64
    token: kit.Address


class TransferInvalid(kit.Refusal):
    """A transfer cannot be sent so."""

    reason: str


class TimeoutInvalid(kit.Refusal):
    """A packet's last second must lie between these."""

    earliest_s: kit.Seconds
    latest_s: kit.Seconds


class ValueWrong(kit.Refusal):
    """The coins sent must be the fee, and the amount where it is of coins."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class UnknownPacket(kit.Refusal):
    """No such packet is under way, or it says something else."""

    route: kit.Uint64
    sequence: kit.Uint64


class NothingWaits(kit.Refusal):
    """No such transfer waits here, or it says something else."""

    route: kit.Uint64
    sequence: kit.Uint64


class RouteLives(kit.Refusal):
    """Only what nobody can release may be sent back by anybody: see send_back."""

    route: kit.Uint64


class AlreadyReceived(kit.Refusal):
    """A packet is received once."""

    route: kit.Uint64
    sequence: kit.Uint64


class PacketExpired(kit.Refusal):
    """The packet's last second is over."""

    timeout_s: kit.Seconds


class NotTimedOut(kit.Refusal):
    """The other chain's block is of a time at which the packet could still arrive."""

    timeout_s: kit.Seconds
    proven_s: kit.Seconds


class LimitReached(kit.Refusal):
    """More may come out later: this is the room that the asset has now."""

    wanted_wei: kit.Wei
    room_wei: kit.Wei


class StillDelayed(kit.Refusal):
    """A large transfer is released from this second on."""

    releases_s: kit.Seconds


class NotValidator(kit.Refusal):
    """Only a validator of this chain, by its own account, may bond."""

    account: kit.Address


class BondTooSmall(kit.Refusal):
    """A bond must be at least so large."""

    minimum_wei: kit.Wei
    found_wei: kit.Wei


class NotAttesting(kit.Refusal):
    """This validator has no bond behind what it says."""

    validator: kit.Address


class KeyUnknown(kit.Refusal):
    """This key never signed for the validator."""

    validator: kit.Address
    key: kit.Address


class AlreadyAttested(kit.Refusal):
    """A validator speaks once of a height; another word of it is a lie to accuse."""

    validator: kit.Address
    hash: kit.Bytes32


class NotLying(kit.Refusal):
    """The attestation contradicts nothing that is known here."""

    validator: kit.Address
    height: kit.Height


class VoucherRefused(kit.Refusal):
    """The account does not hold so many vouchers."""

    account: kit.Address
    amount_wei: kit.Wei


SEND: Final = kit.Call("send", (Order,), payable=True)
ADD_FEE: Final = kit.Call("addFee", (kit.Uint64, kit.Uint64), payable=True)
DELIVER: Final = kit.Call("deliver", (kit.Uint64, Packet, StateProof, kit.Address))
RELEASE: Final = kit.Call("release", (kit.Uint64, Packet))
REFUSE: Final = kit.Call("refuse", (kit.Uint64, Packet))
SEND_BACK: Final = kit.Call("sendBack", (kit.Uint64, Packet))
ACKNOWLEDGE: Final = kit.Call("acknowledge", (kit.Uint64, Packet, Acknowledgement, StateProof))
TIMEOUT: Final = kit.Call("timeout", (kit.Uint64, Packet, StateProof))
CREATE_CLIENT: Final = kit.Call(
    "createClient",
    (ClientKind, kit.Uint256, kit.Seconds, kit.Seconds, bytes),
)
UPDATE_CLIENT: Final = kit.Call("updateClient", (kit.Uint256, bytes))
SUBMIT_MISBEHAVIOUR: Final = kit.Call("submitMisbehaviour", (kit.Uint256, bytes, kit.Height))
ANNOUNCE_SUBSTITUTE: Final = kit.Call("announceSubstitute", (kit.Uint256, kit.Uint256))
SUBSTITUTE_CLIENT: Final = kit.Call("substituteClient", (kit.Uint256,))
OPEN_ROUTE: Final = kit.Call("openRoute", (kit.Uint256, End))
PAUSE: Final = kit.Call("pause", (kit.Uint64,))
RESUME: Final = kit.Call("resume", (kit.Uint64,))
KILL_ROUTE: Final = kit.Call("killRoute", (kit.Uint64,))
REGISTER_ASSET: Final = kit.Call("registerAsset", (kit.Uint64, Asset, Limits))
SET_LIMITS: Final = kit.Call("setLimits", (kit.Uint64, kit.Address, bool, Limits))
BOND_ATTESTER: Final = kit.Call("bondAttester", (), payable=True)
NAME_KEY: Final = kit.Call("nameKey", (kit.Address,))
LEAVE_ATTESTERS: Final = kit.Call("leaveAttesters", ())
ATTEST: Final = kit.Call("attest", (SignedAttestation,))
ACCUSE: Final = kit.Call("accuse", (SignedAttestation,))
PARAMS: Final[kit.View[BridgeParams]] = kit.View("params", (), BridgeParams)
CLIENT: Final[kit.View[Client]] = kit.View("client", (kit.Uint256,), Client)
ANSWERING_CLIENT: Final[kit.View[kit.Uint256]] = kit.View(
    "answeringClient",
    (kit.Uint256,),
    kit.Uint256,
)
HEADER: Final[kit.View[ConsensusState]] = kit.View(
    "header",
    (kit.Uint256, kit.Height),
    ConsensusState,
)
TRUSTED_HEIGHTS: Final[kit.View[tuple[kit.Height, ...]]] = kit.View(
    "trustedHeights",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[kit.Height, ...],
)
REMEMBERED_HEADERS: Final[kit.View[Remembered]] = kit.View(
    "rememberedHeaders",
    (kit.Uint256,),
    Remembered,
)
ROUTE: Final[kit.View[Route]] = kit.View("route", (kit.Uint64,), Route)
ROUTES_OPENED: Final[kit.View[kit.Uint64]] = kit.View("routesOpened", (), kit.Uint64)
IS_ALL_PAUSED: Final[kit.View[bool]] = kit.View("isAllPaused", (), bool)
ASSET: Final[kit.View[AssetStatus]] = kit.View(
    "asset",
    (kit.Uint64, kit.Address, bool),
    AssetStatus,
    is_many=True,
)
ASSET_TOKENS: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "assetTokens",
    (kit.Uint64, kit.Uint256, kit.Uint256),
    tuple[kit.Address, ...],
)
VOUCHER: Final[kit.View[kit.Address]] = kit.View("voucher", (kit.Uint64, kit.Address), kit.Address)
ROOM: Final[kit.View[kit.Uint256]] = kit.View("room", (kit.Uint64, kit.Address, bool), kit.Uint256)
SENT: Final[kit.View[Sent]] = kit.View("sent", (kit.Uint64, kit.Uint64), Sent)
SENT_COUNT: Final[kit.View[kit.Uint64]] = kit.View("sentCount", (kit.Uint64,), kit.Uint64)
PENDING: Final[kit.View[tuple[kit.Uint64, ...]]] = kit.View(
    "pending",
    (kit.Uint64, kit.Uint64, kit.Uint256),
    tuple[kit.Uint64, ...],
)
ARRIVAL: Final[kit.View[Arrival]] = kit.View("arrival", (kit.Uint64, kit.Uint64), Arrival)
COMMITMENT_OF: Final[kit.View[kit.Bytes32]] = kit.View(
    "commitmentOf",
    (kit.Uint64, Packet),
    kit.Bytes32,
)
ATTESTER: Final[kit.View[Attester]] = kit.View("attester", (kit.Address,), Attester)
ATTESTERS_KNOWN: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "attestersKnown",
    (kit.Uint256, kit.Uint256),
    tuple[kit.Address, ...],
)
ATTESTED: Final[kit.View[kit.Bytes32]] = kit.View(
    "attested",
    (kit.Uint256, kit.Height, kit.Address),
    kit.Bytes32,
)


class Bridge(kit.ModuleClient):
    """Bridge: packets to and from other chains, each proven, each delivered or refunded, once."""

    NAME = "bridge"
    ADDRESS = "0x0000000000000000000000000000000000000802"
    EVENTS = (
        ClientCreated,
        ClientUpdated,
        ClientFrozen,
        SubstituteAnnounced,
        ClientSubstituted,
        RouteOpened,
        RoutePaused,
        RouteResumed,
        RouteKilled,
        AssetRegistered,
        LimitsChanged,
        VoucherPlaced,
        PacketSent,
        FeeAdded,
        PacketReceived,
        TransferDelayed,
        AcknowledgementWritten,
        PacketAcknowledged,
        PacketTimedOut,
        AttesterBonded,
        AttesterKeyNamed,
        AttesterLeaving,
        AttesterLeft,
        AttesterRemoved,
        HeaderAttested,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        RoleForbids,
        StateForbids,
        SignatureWrong,
        ZeroNotTrusted,
        ClientInvalid,
        UnknownClient,
        ClientInactive,
        ClientExpired,
        HeaderRefused,
        HeaderKnown,
        NoContradiction,
        UnknownHeight,
        ProofInvalid,
        ProofContradicts,
        SubstituteInvalid,
        RouteInvalid,
        RouteForbids,
        NotGuardian,
        AssetInvalid,
        UnknownAsset,
        TransferInvalid,
        TimeoutInvalid,
        ValueWrong,
        UnknownPacket,
        NothingWaits,
        RouteLives,
        AlreadyReceived,
        PacketExpired,
        NotTimedOut,
        LimitReached,
        StillDelayed,
        NotValidator,
        BondTooSmall,
        NotAttesting,
        KeyUnknown,
        AlreadyAttested,
        NotLying,
        VoucherRefused,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def send(self, order: Order, *, value_wei: int) -> Pending:
        """
        Send a transfer, a message or both; returns the packet's number on its route.

        Send the fee along, and the amount where the token is this chain's coin. Vouchers are
        burned. The packet is delivered before its last second on the other chain's clock, or all
        it took comes back.
        """
        return await self._send(SEND, (order,), value_wei)

    async def add_fee(self, route: kit.Uint64, sequence: kit.Uint64, *, value_wei: int) -> Pending:
        """Add the coins sent to the fee of a packet that is under way."""
        return await self._send(ADD_FEE, (route, sequence), value_wei)

    async def deliver(
        self,
        route: kit.Uint64,
        packet: Packet,
        proof: StateProof,
        payee: kit.Address,
    ) -> Pending:
        """
        Bring a packet of the other chain, with the proof of its commitment there.

        `payee` is paid over there. What can never be done is answered without success; what only
        cannot be done now is refused, and may be brought again.
        """
        return await self._send(DELIVER, (route, packet, proof, payee))

    async def release(self, route: kit.Uint64, packet: Packet) -> Pending:
        """Let a large transfer go that has waited long enough; anybody may."""
        return await self._send(RELEASE, (route, packet))

    async def send_back(self, route: kit.Uint64, packet: Packet) -> Pending:
        """
        Send a large transfer back that nobody can release; anybody may.

        At once where the route was killed; a week after the delay where it is still paused, or its
        client still frozen.
        """
        return await self._send(SEND_BACK, (route, packet))

    async def acknowledge(
        self,
        route: kit.Uint64,
        packet: Packet,
        answer: Acknowledgement,
        proof: StateProof,
    ) -> Pending:
        """
        Settle a packet by the other chain's answer, with the proof of it.

        Without success all it took comes back. Half its fee goes to the answer's payee, half to
        the caller.
        """
        return await self._send(ACKNOWLEDGE, (route, packet, answer, proof))

    async def timeout(self, route: kit.Uint64, packet: Packet, proof: StateProof) -> Pending:
        """
        Give back what a packet took that the other chain did not receive in time.

        The proof is of the absence of a receipt in a block at or after the packet's last second.
        Half the fee goes to the caller, half back to the sender.
        """
        return await self._send(TIMEOUT, (route, packet, proof))

    async def update_client(self, client: kit.Uint256, evidence: bytes) -> Pending:
        """
        Show a remote header with what proves it; returns whether it is trusted.

        One that contradicts a trusted header freezes the client instead. The evidence is a
        KumiaiUpdate, ABI-encoded, or the header's RLP where validators attest.
        """
        return await self._send(UPDATE_CLIENT, (client, evidence))

    async def submit_misbehaviour(
        self,
        client: kit.Uint256,
        evidence: bytes,
        against: kit.Height,
    ) -> Pending:
        """Freeze a client by a proven header that contradicts the trusted one of a height."""
        return await self._send(SUBMIT_MISBEHAVIOUR, (client, evidence, against))

    async def substitute_client(self, client: kit.Uint256) -> Pending:
        """Let the announced client stand in, once the wait is over; anybody may."""
        return await self._send(SUBSTITUTE_CLIENT, (client,))

    async def pause(self, route: kit.Uint64) -> Pending:
        """Stop sends, receipts and releases of a route, or of all (0), as the guardian."""
        return await self._send(PAUSE, (route,))

    async def bond_attester(self, *, value_wei: int) -> Pending:
        """Put the coins sent behind what the caller, a validator, says of other chains."""
        return await self._send(BOND_ATTESTER, (), value_wei)

    async def name_key(self, key: kit.Address) -> Pending:
        """Let another key sign the caller's attestations from now on."""
        return await self._send(NAME_KEY, (key,))

    async def leave_attesters(self) -> Pending:
        """Attest no more; the bond goes back by itself after a wait in which it still answers."""
        return await self._send(LEAVE_ATTESTERS, ())

    async def attest(self, statement: SignedAttestation) -> Pending:
        """Note what a bonded validator signed of a remote block; anybody may carry it."""
        return await self._send(ATTEST, (statement,))

    async def accuse(self, statement: SignedAttestation) -> Pending:
        """
        Burn the bond of a validator that signed what contradicts its other word or the truth.

        The truth is the header that was accepted at that height.
        """
        return await self._send(ACCUSE, (statement,))

    async def params(self) -> BridgeParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def client(self, client: kit.Uint256) -> Client:
        """Return a client; refused where there is none."""
        return await self._read(CLIENT, client)

    async def answering_client(self, client: kit.Uint256) -> kit.Uint256:
        """Return the client that answers for another now: itself, or its substitute."""
        return await self._read(ANSWERING_CLIENT, client)

    async def header(self, client: kit.Uint256, height: kit.Height) -> ConsensusState:
        """Return what is trusted of a remote height; zeros where nothing is."""
        return await self._read(HEADER, client, height)

    async def trusted_heights(
        self,
        client: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Height, ...]:
        """Return remote heights in the order in which they were proven, at most PAGE_MAX."""
        return await self._read(TRUSTED_HEIGHTS, client, offset, limit)

    async def remembered_headers(self, client: kit.Uint256) -> Remembered:
        """Return how many remote headers are trusted, and below which height none is any more."""
        return await self._read(REMEMBERED_HEADERS, client)

    async def route(self, route: kit.Uint64) -> Route:
        """Return a route; its state is NOTHING where there is none."""
        return await self._read(ROUTE, route)

    async def routes_opened(self) -> kit.Uint64:
        """Return how many routes were opened; they are numbered from 1."""
        return await self._read(ROUTES_OPENED)

    async def is_all_paused(self) -> bool:
        """Whether the guardian stopped all routes."""
        return await self._read(IS_ALL_PAUSED)

    async def asset(self, route: kit.Uint64, token: kit.Address, is_native: bool) -> AssetStatus:
        """Return an asset by its token on its own chain; refused where it does not travel."""
        return await self._read(ASSET, route, token, is_native)

    async def asset_tokens(
        self,
        route: kit.Uint64,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return where a route's assets are tokens on this chain, at most PAGE_MAX."""
        return await self._read(ASSET_TOKENS, route, offset, limit)

    async def voucher(self, route: kit.Uint64, token: kit.Address) -> kit.Address:
        """Return where the voucher of a remote token is, or will be."""
        return await self._read(VOUCHER, route, token)

    async def room(self, route: kit.Uint64, token: kit.Address, is_native: bool) -> kit.Uint256:
        """Return what may come out of an asset now, in its smallest units."""
        return await self._read(ROOM, route, token, is_native)

    async def sent(self, route: kit.Uint64, sequence: kit.Uint64) -> Sent:
        """Return what became of a packet that was sent here, and the fee it still holds."""
        return await self._read(SENT, route, sequence)

    async def sent_count(self, route: kit.Uint64) -> kit.Uint64:
        """Return how many packets were sent on a route: the last one's number."""
        return await self._read(SENT_COUNT, route)

    async def pending(
        self,
        route: kit.Uint64,
        first: kit.Uint64,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint64, ...]:
        """Return which of up to PAGE_MAX packets from a number on are under way."""
        return await self._read(PENDING, route, first, limit)

    async def arrival(self, route: kit.Uint64, sequence: kit.Uint64) -> Arrival:
        """Return what became of a packet of the other chain here."""
        return await self._read(ARRIVAL, route, sequence)

    async def commitment_of(self, route: kit.Uint64, packet: Packet) -> kit.Bytes32:
        """Return the commitment of a packet that is sent from here."""
        return await self._read(COMMITMENT_OF, route, packet)

    async def attester(self, validator: kit.Address) -> Attester:
        """Return the bond behind a validator's attestations."""
        return await self._read(ATTESTER, validator)

    async def attesters_known(
        self,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Address, ...]:
        """Return whoever has or had a bond, at most PAGE_MAX."""
        return await self._read(ATTESTERS_KNOWN, offset, limit)

    async def attested(
        self,
        client: kit.Uint256,
        height: kit.Height,
        validator: kit.Address,
    ) -> kit.Bytes32:
        """Return the hash that a validator attested to, or zero."""
        return await self._read(ATTESTED, client, height, validator)
