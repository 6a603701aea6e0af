"""What devices tells: every change of a device, a challenge, a penalty and an epoch."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Hash32, Height, Wei
from modules.devices.records import DeviceClass, Reason, Status, Suspicion


class Registered(Event):
    """A device is known: its key, its serial and its owner belong together."""

    device: Indexed[int]
    owner: Indexed[Address]
    key: Address
    kind: DeviceClass
    capacity: int
    serial: Hash32
    cell: int


class Bonded(Event):
    """Coins are at stake for a device."""

    device: Indexed[int]
    owner: Indexed[Address]
    added_wei: Wei
    bond_wei: Wei


class Unbonded(Event):
    """What was left of a bond went back."""

    device: Indexed[int]
    owner: Indexed[Address]
    bond_wei: Wei


class PriceSet(Event):
    """A unit of service costs this from now on."""

    device: Indexed[int]
    price_wei: Wei


class BeatHeard(Event):
    """A device was there in a window of an epoch."""

    device: Indexed[int]
    epoch: int
    window: int
    capacity: int
    root: Hash32


class RootPosted(Event):
    """A gateway heard beats in a window; they can be proven until the epoch ends."""

    gateway: Indexed[Address]
    epoch: int
    window: int
    root: Hash32


class ServicePaid(Event):
    """Somebody paid a device for service."""

    device: Indexed[int]
    payer: Indexed[Address]
    receipt: int
    units: int
    paid_wei: Wei
    burned_wei: Wei


class ServiceNoted(Event):
    """The compute market paid for work that a device did."""

    device: Indexed[int]
    value_wei: Wei
    burned_wei: Wei


class Challenged(Event):
    """The beacon drew a device; its answer must be in before the deadline."""

    challenge: Indexed[int]
    device: Indexed[int]
    nonce: Hash32
    deadline_at: Height


class ChallengeAnswered(Event):
    """A device answered."""

    challenge: Indexed[int]
    device: Indexed[int]
    response: Hash32


class Attested(Event):
    """A verifier said whether it reached the device."""

    challenge: Indexed[int]
    verifier: Indexed[Address]
    is_reachable: bool


class ChallengePassed(Event):
    """A device's answer stands."""

    challenge: Indexed[int]
    device: Indexed[int]


class ChallengeMissed(Event):
    """A device did not answer, or most verifiers denied it."""

    challenge: Indexed[int]
    device: Indexed[int]
    is_denied: bool


class StateChanged(Event):
    """A device stands elsewhere, and why."""

    device: Indexed[int]
    before: Status
    after: Status
    reason: str


class MaintenanceDeclared(Event):
    """A device will be away."""

    device: Indexed[int]
    starts_at: Height
    ends_at: Height


class MaintenanceOpened(Event):
    """A device is away, as declared."""

    device: Indexed[int]
    ends_at: Height


class MaintenanceClosed(Event):
    """A device is back, or its time is over."""

    device: Indexed[int]
    used_blocks: int


class OwnerChanged(Event):
    """A device is another's; what it earned before is not."""

    device: Indexed[int]
    before: Indexed[Address]
    after: Indexed[Address]


class KeyRotated(Event):
    """Another key speaks for a device; the old one never does again."""

    device: Indexed[int]
    before: Address
    after: Address


class Relocated(Event):
    """A device is in another cell."""

    device: Indexed[int]
    before: int
    after: int


class EpochClosed(Event):
    """An epoch's pools are fixed: for demand served, and for being there."""

    epoch: Indexed[int]
    demand_wei: Wei
    floor_wei: Wei
    drawn_wei: Wei


class RewardAccrued(Event):
    """A device earned in an epoch; it is in escrow."""

    device: Indexed[int]
    epoch: Indexed[int]
    owner: Address
    amount_wei: Wei


class RewardReleased(Event):
    """A reward left escrow: its owner may claim it."""

    device: Indexed[int]
    epoch: Indexed[int]
    owner: Address
    amount_wei: Wei


class RewardBurned(Event):
    """A reward in escrow was taken by a slash."""

    device: Indexed[int]
    amount_wei: Wei


class RewardClaimed(Event):
    """An owner took what was released."""

    owner: Indexed[Address]
    amount_wei: Wei


class PenaltyFiled(Event):
    """A device is to be slashed, unless its owner appeals with success."""

    penalty: Indexed[int]
    device: Indexed[int]
    reason: Reason
    tier: int
    amount_wei: Wei
    deadline_at: Height


class PenaltyAppealed(Event):
    """A jury will decide on a penalty."""

    penalty: Indexed[int]
    claim: int


class PenaltyLifted(Event):
    """A penalty is off."""

    penalty: Indexed[int]
    device: Indexed[int]


class Slashed(Event):
    """Coins were taken from a device: legs sum to the slash."""

    device: Indexed[int]
    reason: Reason
    bond_wei: Wei
    escrow_wei: Wei
    harmed_wei: Wei
    verifiers_wei: Wei
    treasury_wei: Wei
    burned_wei: Wei


class Suspected(Event):
    """Somebody accuses a device before the jury."""

    case: Indexed[int]
    device: Indexed[int]
    challenger: Address
    suspicion: Suspicion
    evidence: Hash32


class CaseClosed(Event):
    """A suspicion is over."""

    case: Indexed[int]
    device: Indexed[int]
    is_convicted: bool
    is_ruled: bool
