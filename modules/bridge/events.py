"""What the bridge says: all that a relayer needs to know."""

from chain.kit.abi import Uint64
from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Hash32, Height, Milliseconds, Seconds, Wei
from modules.bridge.records import ClientKind


class ClientCreated(Event):
    """A remote chain can be followed."""

    client: Indexed[int]
    kind: ClientKind
    chain_id: int


class ClientUpdated(Event):
    """A remote header is trusted."""

    client: Indexed[int]
    height: Indexed[Height]
    hash: Hash32
    state_root: Hash32
    time_ms: Milliseconds


class ClientFrozen(Event):
    """Two remote headers contradict each other: nothing of this client is believed any more."""

    client: Indexed[int]
    height: Height
    against: Height
    hash: Hash32


class SubstituteAnnounced(Event):
    """Governance announced which client will stand in; client 0 takes it back."""

    client: Indexed[int]
    substitute: int
    from_s: Seconds


class ClientSubstituted(Event):
    """From now on the substitute answers for the client."""

    client: Indexed[int]
    substitute: int


class RouteOpened(Event):
    """A route is bound to its remote end and its client."""

    route: Indexed[Uint64]
    client: int
    chain_id: int
    bridge: Address
    remote_route: Uint64


class RoutePaused(Event):
    """The guardian stopped a route, or all of them (route 0); refunds go on."""

    route: Indexed[Uint64]
    guardian: Address


class RouteResumed(Event):
    """Governance resumed a route, or all that are not paused alone (route 0)."""

    route: Indexed[Uint64]


class RouteKilled(Event):
    """A route is closed for ever; refunds go on."""

    route: Indexed[Uint64]


class AssetRegistered(Event):
    """A token may travel on a route."""

    route: Indexed[Uint64]
    token: Indexed[Address]
    is_native: bool
    local: Address


class LimitsChanged(Event):
    """Governance changed what may come out of an asset."""

    route: Indexed[Uint64]
    token: Indexed[Address]
    is_native: bool
    capacity_wei: Wei
    refill_wei_per_s: Wei
    minimum_wei: Wei
    delay_from_wei: Wei


class VoucherPlaced(Event):
    """A voucher is a token of this chain now."""

    route: Indexed[Uint64]
    token: Indexed[Address]
    voucher: Address


class PacketSent(Event):
    """A packet is under way; all of it, for whoever carries it."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    timeout_s: Seconds
    payload: bytes
    fee_wei: Wei
    commitment: Hash32


class FeeAdded(Event):
    """The reward for a packet's delivery grew."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    added_wei: Wei
    fee_wei: Wei


class PacketReceived(Event):
    """A packet of the other chain is here, once."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    commitment: Hash32


class TransferDelayed(Event):
    """A large transfer waits until a time at which anybody may release it."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    releases_s: Seconds


class AcknowledgementWritten(Event):
    """A packet's outcome is final here and can be proven to the other chain."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    success: bool
    payee: Address
    result_hash: Hash32
    output: bytes


class PacketAcknowledged(Event):
    """The other chain's answer is here; without success all was given back."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]
    success: bool
    payee: Address


class PacketTimedOut(Event):
    """The packet never arrived and never will; all was given back."""

    route: Indexed[Uint64]
    sequence: Indexed[Uint64]


class AttesterBonded(Event):
    """A validator put coins behind what it says of other chains."""

    validator: Indexed[Address]
    added_wei: Wei
    bond_wei: Wei


class AttesterKeyNamed(Event):
    """Another key signs a validator's attestations from now on."""

    validator: Indexed[Address]
    key: Address


class AttesterLeaving(Event):
    """A validator attests no more; its bond answers for what it said until then."""

    validator: Indexed[Address]
    leaves_s: Seconds


class AttesterLeft(Event):
    """A bond went back."""

    validator: Indexed[Address]
    bond_wei: Wei


class AttesterRemoved(Event):
    """A validator lied about another chain, and lost its bond."""

    validator: Indexed[Address]
    client: int
    height: Height
    burned_wei: Wei
    accuser: Address
    reward_wei: Wei


class HeaderAttested(Event):
    """A validator says that this block of the other chain is final."""

    client: Indexed[int]
    height: Indexed[Height]
    validator: Indexed[Address]
    hash: Hash32
