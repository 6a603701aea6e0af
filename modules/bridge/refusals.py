"""What the bridge refuses with, and whose fault it is."""

from chain.kit.abi import Uint64
from chain.kit.record import Refusal
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei
from modules.bridge.records import ClientState, RouteState


class ZeroNotTrusted(Refusal):
    """Nothing is trusted that is zero or empty."""

    what: str


class ClientInvalid(Refusal):
    """A client cannot be made so."""

    reason: str


class UnknownClient(Refusal):
    """No client has this number."""

    client: int


class ClientInactive(Refusal):
    """A client that is frozen proves nothing; governance may announce a substitute."""

    client: int
    state: ClientState


class ClientExpired(Refusal):
    """The newest header that the client trusts is too old; governance may name a substitute."""

    client: int
    expired_s: Seconds


class HeaderRefused(Refusal):
    """This does not prove a header of the other chain."""

    reason: str


class HeaderKnown(Refusal):
    """The client trusts this header already."""

    height: Height


class NoContradiction(Refusal):
    """These headers can stand side by side: they prove no misbehaviour."""

    height: Height
    against: Height


class UnknownHeight(Refusal):
    """The client trusts no header of this height."""

    client: int
    height: Height


class ProofInvalid(Refusal):
    """This proves nothing of the other chain's state."""

    reason: str


class ProofContradicts(Refusal):
    """The other chain's state holds something else there."""

    expected: Hash32
    found: Hash32


class SubstituteInvalid(Refusal):
    """This client cannot stand in for the other, or not yet."""

    reason: str


class RouteInvalid(Refusal):
    """A route cannot be opened so."""

    reason: str


class RouteForbids(Refusal):
    """A route in this state, or all routes, take no such call."""

    route: Uint64
    state: RouteState


class NotGuardian(Refusal):
    """Only the guardian pauses."""

    guardian: Address


class AssetInvalid(Refusal):
    """An asset cannot be registered, or limited, so."""

    reason: str


class UnknownAsset(Refusal):
    """This token does not travel on this route."""

    route: Uint64
    token: Address


class TransferInvalid(Refusal):
    """A transfer cannot be sent so."""

    reason: str


class TimeoutInvalid(Refusal):
    """A packet's last second must lie between these."""

    earliest_s: Seconds
    latest_s: Seconds


class ValueWrong(Refusal):
    """The coins sent must be the fee, and the amount where it is of coins."""

    needed_wei: Wei
    found_wei: Wei


class UnknownPacket(Refusal):
    """No such packet is under way, or it says something else."""

    route: Uint64
    sequence: Uint64


class NothingWaits(Refusal):
    """No such transfer waits here, or it says something else."""

    route: Uint64
    sequence: Uint64


class RouteLives(Refusal):
    """Only what nobody can release may be sent back by anybody: see send_back."""

    route: Uint64


class AlreadyReceived(Refusal):
    """A packet is received once."""

    route: Uint64
    sequence: Uint64


class PacketExpired(Refusal):
    """The packet's last second is over."""

    timeout_s: Seconds


class NotTimedOut(Refusal):
    """The other chain's block is of a time at which the packet could still arrive."""

    timeout_s: Seconds
    proven_s: Seconds


class LimitReached(Refusal):
    """More may come out later: this is the room that the asset has now."""

    wanted_wei: Wei
    room_wei: Wei


class StillDelayed(Refusal):
    """A large transfer is released from this second on."""

    releases_s: Seconds


class NotValidator(Refusal):
    """Only a validator of this chain, by its own account, may bond."""

    account: Address


class BondTooSmall(Refusal):
    """A bond must be at least so large."""

    minimum_wei: Wei
    found_wei: Wei


class NotAttesting(Refusal):
    """This validator has no bond behind what it says."""

    validator: Address


class KeyUnknown(Refusal):
    """This key never signed for the validator."""

    validator: Address
    key: Address


class AlreadyAttested(Refusal):
    """A validator speaks once of a height; another word of it is a lie to accuse."""

    validator: Address
    hash: Hash32


class NotLying(Refusal):
    """The attestation contradicts nothing that is known here."""

    validator: Address
    height: Height


class VoucherRefused(Refusal):
    """The account does not hold so many vouchers."""

    account: Address
    amount_wei: Wei
