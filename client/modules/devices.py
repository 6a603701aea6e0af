"""
Devices: who serves from where, with how much at stake, and what that earns.

Rendered from modules/devices/module.py by `python -m cli.render`; not to be edited.
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
    Denied,
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


class DeviceClass(IntEnum):
    """What a device offers; each class has its line in the table of parameters."""

    GPU = 0
    EDGE_COMPUTE = 1
    BANDWIDTH = 2
    STORAGE = 3
    SENSOR = 4


class Suspicion(IntEnum):
    """What a device is accused of."""

    LOCATION_CLASH = 0
    CLONE_KEY = 1
    SIBLING_FARM = 2


class Status(IntEnum):
    """Where a device stands."""

    NOTHING = 0
    REGISTERED = 1
    PROBATION = 2
    ACTIVE = 3
    DEGRADED = 4
    OFFLINE = 5
    MAINTENANCE = 6
    SUSPECTED = 7
    RETIRING = 8
    RETIRED = 9
    BANNED = 10


class ChallengeStatus(IntEnum):
    """How far a challenge is."""

    NOTHING = 0
    DRAWN = 1
    ANSWERED = 2
    PASSED = 3
    DENIED = 4
    MISSED = 5


class PenaltyStatus(IntEnum):
    """How far a penalty is."""

    NOTHING = 0
    PENDING = 1
    APPEALED = 2
    EXECUTED = 3
    LIFTED = 4


class Reason(IntEnum):
    """Why a device is slashed."""

    OFFLINE = 0
    UNREACHABLE = 1
    UNSERVED = 2
    FRAUD = 3


class CaseStatus(IntEnum):
    """How far a suspicion is."""

    NOTHING = 0
    OPEN = 1
    CLEARED = 2
    CONVICTED = 3
    LAPSED = 4


@dataclass(frozen=True, slots=True)
class Application(kit.Message):
    """
    All that a registration binds; the device's key signs every field.

    `key` is the address of the device's secp256k1 key, `capacity` counts units of its class,
    `serial` commits to its serial number, `did` and `uri` are hashes, `cell` numbers the place in
    the grid, `nonce` is the key's own count of signatures, `deadline_s` ends the permission.
    """

    DOMAIN_NAME: ClassVar[str] = "Kumiai Devices"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a04"

    owner: kit.Address
    key: kit.Address
    kind: DeviceClass
    capacity: kit.Uint256
    serial: kit.Bytes32
    did: kit.Bytes32
    cell: kit.Uint256
    uri: kit.Bytes32
    nonce: kit.Uint256
    deadline_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class Attestation(kit.Record):
    """A maker's word that it built the device of a key and a serial; empty where none is needed."""

    valid_until_s: kit.Seconds
    signature: bytes


@dataclass(frozen=True, slots=True)
class Beat(kit.Message):
    """A device's word that it is there; the key signs it."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Devices"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a04"

    device: kit.Uint256
    epoch: kit.Uint256
    window: kit.Uint256
    capacity: kit.Uint256
    root: kit.Bytes32


@dataclass(frozen=True, slots=True)
class SignedBeat(kit.Record):
    """A beat and the signature of the device's key."""

    beat: Beat
    signature: bytes


@dataclass(frozen=True, slots=True)
class ProvenBeat(kit.Record):
    """A signed beat and its place under the root that a gateway posted in time."""

    beat: Beat
    signature: bytes
    index: kit.Uint256
    path: tuple[kit.Bytes32, ...]


@dataclass(frozen=True, slots=True)
class Permission(kit.Record):
    """A key's signature over a change of its device: the nonce it names, until when, and it."""

    nonce: kit.Uint256
    deadline_s: kit.Seconds
    signature: bytes


@dataclass(frozen=True, slots=True)
class DevicesParams(kit.Record):
    """What each class must bond and what it counts; beats, challenges, slashes and rewards."""

    gpu_bond_wei: kit.Wei
    gpu_weight_bps: kit.Bps
    gpu_capacity_max: kit.Uint256
    gpu_cell_max: kit.Uint256
    gpu_attested: bool
    edge_bond_wei: kit.Wei
    edge_weight_bps: kit.Bps
    edge_capacity_max: kit.Uint256
    edge_cell_max: kit.Uint256
    edge_attested: bool
    bandwidth_bond_wei: kit.Wei
    bandwidth_weight_bps: kit.Bps
    bandwidth_capacity_max: kit.Uint256
    bandwidth_cell_max: kit.Uint256
    bandwidth_attested: bool
    storage_bond_wei: kit.Wei
    storage_weight_bps: kit.Bps
    storage_capacity_max: kit.Uint256
    storage_cell_max: kit.Uint256
    storage_attested: bool
    sensor_bond_wei: kit.Wei
    sensor_weight_bps: kit.Bps
    sensor_capacity_max: kit.Uint256
    sensor_cell_max: kit.Uint256
    sensor_attested: bool
    maker_1: kit.Address
    maker_2: kit.Address
    maker_3: kit.Address
    maker_4: kit.Address
    registration_fee_wei: kit.Wei
    windows: kit.Uint256
    window_blocks: kit.Uint256
    proof_blocks: kit.Uint256
    degraded_below_bps: kit.Bps
    offline_below_bps: kit.Bps
    probation_epochs: kit.Uint256
    probation_epochs_max: kit.Uint256
    probation_challenges: kit.Uint256
    probation_weight_bps: kit.Bps
    cool_up_epochs: kit.Uint256
    recovery_fee_bps: kit.Bps
    challenge_interval_blocks: kit.Uint256
    challenges_per_draw: kit.Uint256
    verifiers: kit.Uint256
    response_blocks: kit.Uint256
    attest_blocks: kit.Uint256
    miss_weight: kit.Uint256
    maintenance_blocks_max: kit.Uint256
    maintenance_notice_blocks: kit.Uint256
    maintenance_year_blocks: kit.Uint256
    take_bps: kit.Bps
    take_burn_bps: kit.Bps
    beta_bps: kit.Bps
    floor_wei: kit.Wei
    epoch_wei_max: kit.Wei
    escrow_epochs: kit.Uint256
    offline_slash_1_bps: kit.Bps
    offline_slash_2_bps: kit.Bps
    offline_slash_3_bps: kit.Bps
    unreachable_slash_1_bps: kit.Bps
    unreachable_slash_2_bps: kit.Bps
    unreachable_slash_3_bps: kit.Bps
    unserved_slash_1_bps: kit.Bps
    unserved_slash_2_bps: kit.Bps
    unserved_slash_3_bps: kit.Bps
    long_after: kit.Uint256
    very_long_after: kit.Uint256
    harmed_bps: kit.Bps
    verifiers_bps: kit.Bps
    treasury_bps: kit.Bps
    appeal_blocks: kit.Uint256
    case_blocks_max: kit.Uint256
    report_blocks: kit.Uint256
    unbonding_blocks: kit.Uint256
    bans_max: kit.Uint256
    entry_policy: kit.Uint256


@dataclass(frozen=True, slots=True)
class Device(kit.Record):
    """What a device is, as its key signed it."""

    owner: kit.Address
    key: kit.Address
    kind: DeviceClass
    capacity: kit.Uint256
    serial: kit.Bytes32
    did: kit.Bytes32
    cell: kit.Uint256
    uri: kit.Bytes32
    attested_until_s: kit.Seconds
    price_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Standing(kit.Record):
    """How a device stands; everything that epochs, juries and its owner change."""

    status: Status
    prior: Status
    is_proven: bool
    settled_epoch: kit.Uint256
    good_epochs: kit.Uint256
    offline_epochs: kit.Uint256
    unreachable_epochs: kit.Uint256
    open_penalties: kit.Uint256
    unbonds_at: kit.Height
    passed: kit.Uint256
    missed: kit.Uint256
    case: kit.Uint256
    required_wei: kit.Wei
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class DeviceInfo(kit.Record):
    """A device and how it stands, as one answer."""

    number: kit.Uint256
    device: Device
    standing: Standing
    escrowed_wei: kit.Wei
    earned_wei: kit.Wei
    clawed_back_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Tally(kit.Record):
    """What a device did in one epoch, and what that counts."""

    epoch: kit.Uint256
    earner: kit.Address
    paused: kit.Uint256
    passed: kit.Uint256
    missed: kit.Uint256
    beats: kit.Uint256
    capacity_beats: kit.Uint256
    served_wei: kit.Wei
    burned_wei: kit.Wei
    demand_score: kit.Uint256
    floor_score: kit.Uint256


@dataclass(frozen=True, slots=True)
class NextBeat(kit.Record):
    """The window a device should beat in next."""

    epoch: kit.Uint256
    window: kit.Uint256
    opens_at: kit.Height
    closes_at: kit.Height


@dataclass(frozen=True, slots=True)
class Epoch(kit.Record):
    """The epoch that runs; its windows are those of the parameters when it began."""

    number: kit.Uint256
    started_at: kit.Height
    windows: kit.Uint256
    window_blocks: kit.Uint256
    proof_blocks: kit.Uint256
    demand_score: kit.Uint256
    floor_score: kit.Uint256


@dataclass(frozen=True, slots=True)
class EpochReport(kit.Record):
    """
    A closed epoch: what it paid and to how much of what.

    The `_left` fields fall to zero as devices are settled; what rounding leaves is carried over.
    """

    number: kit.Uint256
    started_at: kit.Height
    windows: kit.Uint256
    window_blocks: kit.Uint256
    demand_score: kit.Uint256
    floor_score: kit.Uint256
    demand_wei: kit.Wei
    floor_wei: kit.Wei
    demand_left: kit.Uint256
    floor_left: kit.Uint256
    credited_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Tranche(kit.Record):
    """A reward in escrow: whose it becomes, and the epoch it is for."""

    owner: kit.Address
    epoch: kit.Uint256
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ClassInfo(kit.Record):
    """How much of a class there is, and how much of it is ready."""

    devices: kit.Uint256
    capacity: kit.Uint256
    ready: kit.Uint256
    served_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Challenge(kit.Record):
    """A question to a device that the beacon drew."""

    device: kit.Uint256
    status: ChallengeStatus
    nonce: kit.Bytes32
    deadline_at: kit.Height
    verifiers: tuple[kit.Address, ...]
    voted: kit.Uint256
    confirmed: kit.Uint256
    denied: kit.Uint256
    response: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Penalty(kit.Record):
    """A slash that waits for an appeal, or had it."""

    device: kit.Uint256
    status: PenaltyStatus
    reason: Reason
    tier: kit.Uint256
    deadline_at: kit.Height
    claim: kit.Uint256
    amount_wei: kit.Wei
    taken_wei: kit.Wei
    harmed: kit.Address
    evidence: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Case(kit.Record):
    """A suspicion before the jury."""

    device: kit.Uint256
    status: CaseStatus
    suspicion: Suspicion
    challenger: kit.Address
    evidence: kit.Bytes32
    value_wei: kit.Wei
    claim: kit.Uint256
    deadline_at: kit.Height


@dataclass(frozen=True, slots=True)
class Receipt(kit.Record):
    """A service that somebody paid for, unit by unit; one unit is one window of service."""

    payer: kit.Address
    device: kit.Uint256
    paid_wei: kit.Wei
    expires_at: kit.Height
    penalty: kit.Uint256
    units: kit.Uint256


@dataclass(frozen=True, slots=True)
class Maintenance(kit.Record):
    """The latest declared maintenance of a device, and its budget of the year."""

    starts_at: kit.Height
    ends_at: kit.Height
    began_at: kit.Height
    resumes: Status
    year: kit.Uint256
    used_blocks: kit.Uint256


@dataclass(frozen=True, slots=True)
class MakerWord(kit.Message):
    """What a maker signs: it built the device of this key and serial."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Devices"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a04"

    key: kit.Address
    serial: kit.Bytes32
    kind: kit.Uint256
    valid_until_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class Handover(kit.Message):
    """What a device's key signs for a new owner."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Devices"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a04"

    device: kit.Uint256
    owner: kit.Address
    nonce: kit.Uint256
    deadline_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class Rotation(kit.Message):
    """What the old and the new key sign."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Devices"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a04"

    device: kit.Uint256
    key: kit.Address
    nonce: kit.Uint256
    deadline_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class Relocation(kit.Message):
    """What a device's key signs when it moves."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Devices"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a04"

    device: kit.Uint256
    cell: kit.Uint256
    nonce: kit.Uint256
    deadline_s: kit.Uint256


@dataclass(frozen=True, slots=True)
class Answer(kit.Message):
    """What a device's key signs over a challenge."""

    DOMAIN_NAME: ClassVar[str] = "Kumiai Devices"
    DOMAIN_VERSION: ClassVar[str] = "1"
    CONTRACT: ClassVar[str] = "0x0000000000000000000000000000000000000a04"

    challenge: kit.Uint256
    nonce: kit.Bytes32
    response: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Registered(kit.Event):
    """A device is known: its key, its serial and its owner belong together."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    key: kit.Address
    kind: DeviceClass
    capacity: kit.Uint256
    serial: kit.Bytes32
    cell: kit.Uint256


@dataclass(frozen=True, slots=True)
class Bonded(kit.Event):
    """Coins are at stake for a device."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    added_wei: kit.Wei
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Unbonded(kit.Event):
    """What was left of a bond went back."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class PriceSet(kit.Event):
    """A unit of service costs this from now on."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    price_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class BeatHeard(kit.Event):
    """A device was there in a window of an epoch."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    epoch: kit.Uint256
    window: kit.Uint256
    capacity: kit.Uint256
    root: kit.Bytes32


@dataclass(frozen=True, slots=True)
class RootPosted(kit.Event):
    """A gateway heard beats in a window; they can be proven until the epoch ends."""

    gateway: Annotated[kit.Address, kit.INDEXED]
    epoch: kit.Uint256
    window: kit.Uint256
    root: kit.Bytes32


@dataclass(frozen=True, slots=True)
class ServicePaid(kit.Event):
    """Somebody paid a device for service."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    payer: Annotated[kit.Address, kit.INDEXED]
    receipt: kit.Uint256
    units: kit.Uint256
    paid_wei: kit.Wei
    burned_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ServiceNoted(kit.Event):
    """The compute market paid for work that a device did."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    value_wei: kit.Wei
    burned_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Challenged(kit.Event):
    """The beacon drew a device; its answer must be in before the deadline."""

    challenge: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]
    nonce: kit.Bytes32
    deadline_at: kit.Height


@dataclass(frozen=True, slots=True)
class ChallengeAnswered(kit.Event):
    """A device answered."""

    challenge: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]
    response: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Attested(kit.Event):
    """A verifier said whether it reached the device."""

    challenge: Annotated[kit.Uint256, kit.INDEXED]
    verifier: Annotated[kit.Address, kit.INDEXED]
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class ChallengePassed(kit.Event):
    """A device's answer stands."""

    challenge: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class ChallengeMissed(kit.Event):
    """A device did not answer, or most verifiers denied it."""

    challenge: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]
    is_denied: bool


@dataclass(frozen=True, slots=True)
class StateChanged(kit.Event):
    """A device stands elsewhere, and why."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    before: Status
    after: Status
    reason: str


@dataclass(frozen=True, slots=True)
class MaintenanceDeclared(kit.Event):
    """A device will be away."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    starts_at: kit.Height
    ends_at: kit.Height


@dataclass(frozen=True, slots=True)
class MaintenanceOpened(kit.Event):
    """A device is away, as declared."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    ends_at: kit.Height


@dataclass(frozen=True, slots=True)
class MaintenanceClosed(kit.Event):
    """A device is back, or its time is over."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    used_blocks: kit.Uint256


@dataclass(frozen=True, slots=True)
class OwnerChanged(kit.Event):
    """A device is another's; what it earned before is not."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    before: Annotated[kit.Address, kit.INDEXED]
    after: Annotated[kit.Address, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class KeyRotated(kit.Event):
    """Another key speaks for a device; the old one never does again."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    before: kit.Address
    after: kit.Address


@dataclass(frozen=True, slots=True)
class Relocated(kit.Event):
    """A device is in another cell."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    before: kit.Uint256
    after: kit.Uint256


@dataclass(frozen=True, slots=True)
class EpochClosed(kit.Event):
    """An epoch's pools are fixed: for demand served, and for being there."""

    epoch: Annotated[kit.Uint256, kit.INDEXED]
    demand_wei: kit.Wei
    floor_wei: kit.Wei
    drawn_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RewardAccrued(kit.Event):
    """A device earned in an epoch; it is in escrow."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    epoch: Annotated[kit.Uint256, kit.INDEXED]
    owner: kit.Address
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RewardReleased(kit.Event):
    """A reward left escrow: its owner may claim it."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    epoch: Annotated[kit.Uint256, kit.INDEXED]
    owner: kit.Address
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RewardBurned(kit.Event):
    """A reward in escrow was taken by a slash."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RewardClaimed(kit.Event):
    """An owner took what was released."""

    owner: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class PenaltyFiled(kit.Event):
    """A device is to be slashed, unless its owner appeals with success."""

    penalty: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]
    reason: Reason
    tier: kit.Uint256
    amount_wei: kit.Wei
    deadline_at: kit.Height


@dataclass(frozen=True, slots=True)
class PenaltyAppealed(kit.Event):
    """A jury will decide on a penalty."""

    penalty: Annotated[kit.Uint256, kit.INDEXED]
    claim: kit.Uint256


@dataclass(frozen=True, slots=True)
class PenaltyLifted(kit.Event):
    """A penalty is off."""

    penalty: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class Slashed(kit.Event):
    """Coins were taken from a device: legs sum to the slash."""

    device: Annotated[kit.Uint256, kit.INDEXED]
    reason: Reason
    bond_wei: kit.Wei
    escrow_wei: kit.Wei
    harmed_wei: kit.Wei
    verifiers_wei: kit.Wei
    treasury_wei: kit.Wei
    burned_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Suspected(kit.Event):
    """Somebody accuses a device before the jury."""

    case: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]
    challenger: kit.Address
    suspicion: Suspicion
    evidence: kit.Bytes32


@dataclass(frozen=True, slots=True)
class CaseClosed(kit.Event):
    """A suspicion is over."""

    case: Annotated[kit.Uint256, kit.INDEXED]
    device: Annotated[kit.Uint256, kit.INDEXED]
    is_convicted: bool
    is_ruled: bool


class UnknownDevice(kit.Refusal):
    """There is no device of this number."""

    device: kit.Uint256


class FeeMismatch(kit.Refusal):
    """Registration takes exactly this fee."""

    fee_wei: kit.Wei
    found_wei: kit.Wei


class NotApplicant(kit.Refusal):
    """Only the account that is named as the owner registers a device."""

    owner: kit.Address


class OwnerBarred(kit.Refusal):
    """Too many devices of this owner were banned."""

    owner: kit.Address


class SerialTaken(kit.Refusal):
    """A device of this serial was registered before; a serial is never used again."""

    serial: kit.Bytes32


class KeyTaken(kit.Refusal):
    """This key speaks, or once spoke, for a device; a key is never used again."""

    key: kit.Address


class CapacityInvalid(kit.Refusal):
    """A capacity from 1 to this is expected."""

    capacity_max: kit.Uint256
    found: kit.Uint256


class CellInvalid(kit.Refusal):
    """A cell is a 64-bit number."""

    found: kit.Uint256


class CellFull(kit.Refusal):
    """The cell has as many devices of this class as may be."""

    cell: kit.Uint256
    cell_max: kit.Uint256


class PermissionExpired(kit.Refusal):
    """The signature was good until then."""

    deadline_s: kit.Seconds


class NonceMismatch(kit.Refusal):
    """The key's next signature must name this nonce."""

    expected: kit.Uint256
    found: kit.Uint256


class AttestationMissing(kit.Refusal):
    """The class needs the word of a known maker, valid now."""

    reason: str


class BondTooSmall(kit.Refusal):
    """The bond must be at least this."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class BatchTooLarge(kit.Refusal):
    """At most so many at once."""

    count_max: kit.Uint256
    found: kit.Uint256


class WindowClosed(kit.Refusal):
    """This window takes no beats now: each has its time, and late is missed."""

    epoch: kit.Uint256
    window: kit.Uint256


class EpochNotStarted(kit.Refusal):
    """The device's clock begins with this epoch."""

    first_epoch: kit.Uint256


class AlreadyBeaten(kit.Refusal):
    """The device beat in this window already."""

    window: kit.Uint256


class RootTaken(kit.Refusal):
    """The gateway posted its root for this window already."""

    epoch: kit.Uint256
    window: kit.Uint256


class ProofInvalid(kit.Refusal):
    """The beat is not under the root that the gateway posted."""

    device: kit.Uint256


class NothingPaid(kit.Refusal):
    """A payment for at least one unit is expected, at a posted price."""


class PriceTooHigh(kit.Refusal):
    """A unit of service may cost no more than this."""

    maximum_wei: kit.Wei
    found_wei: kit.Wei


class PriceExceeds(kit.Refusal):
    """The units cost more than was sent."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class TooManyUnits(kit.Refusal):
    """One receipt is for at most so many units."""

    units_max: kit.Uint256


class UnknownReceipt(kit.Refusal):
    """There is no receipt of this number."""

    receipt: kit.Uint256


class ReportRefused(kit.Refusal):
    """This payment cannot be reported so."""

    reason: str


class TooLate(kit.Refusal):
    """It had to be done before this height."""

    deadline_at: kit.Height


class VotedAlready(kit.Refusal):
    """A verifier speaks once."""

    verifier: kit.Address


class MaintenanceRefused(kit.Refusal):
    """This maintenance cannot be declared."""

    reason: str


class PenaltiesOpen(kit.Refusal):
    """Not while penalties are open."""

    count: kit.Uint256


class OwnCase(kit.Refusal):
    """An owner cannot accuse its own device."""


class NothingToClaim(kit.Refusal):
    """Nothing is released."""


class OwnerInvalid(kit.Refusal):
    """This account cannot own a device."""

    owner: kit.Address


REGISTER: Final = kit.Call("register", (Application, bytes, Attestation), payable=True)
BOND: Final = kit.Call("bond", (kit.Uint256,), payable=True)
TOP_UP: Final = kit.Call("topUp", (kit.Uint256,), payable=True)
SET_PRICE: Final = kit.Call("setPrice", (kit.Uint256, kit.Wei))
BEAT: Final = kit.Call("beat", (tuple[SignedBeat, ...],))
POST_ROOT: Final = kit.Call("postRoot", (kit.Uint256, kit.Uint256, kit.Bytes32))
PROVE_BEATS: Final = kit.Call("proveBeats", (kit.Address, tuple[ProvenBeat, ...]))
PAY_FOR_SERVICE: Final = kit.Call("payForService", (kit.Uint256, kit.Uint256), payable=True)
REPORT_UNSERVED: Final = kit.Call("reportUnserved", (kit.Uint256, kit.Uint256, kit.Bytes32))
ANSWER_CHALLENGE: Final = kit.Call("answerChallenge", (kit.Uint256, kit.Bytes32, bytes))
ATTEST: Final = kit.Call("attest", (kit.Uint256, bool))
DECLARE_MAINTENANCE: Final = kit.Call("declareMaintenance", (kit.Uint256, kit.Height, kit.Uint256))
END_MAINTENANCE: Final = kit.Call("endMaintenance", (kit.Uint256,))
APPEAL: Final = kit.Call("appeal", (kit.Uint256, kit.Bytes32))
SUSPECT: Final = kit.Call("suspect", (kit.Uint256, Suspicion, kit.Bytes32))
TRANSFER: Final = kit.Call("transfer", (kit.Uint256, kit.Address, Permission))
ROTATE_KEY: Final = kit.Call("rotateKey", (kit.Uint256, kit.Address, Permission, bytes))
RELOCATE: Final = kit.Call("relocate", (kit.Uint256, kit.Uint256, Permission))
RETIRE: Final = kit.Call("retire", (kit.Uint256,))
SETTLE: Final = kit.Call("settle", (kit.Uint256,))
CLAIM: Final = kit.Call("claim", ())
PARAMS: Final[kit.View[DevicesParams]] = kit.View("params", (), DevicesParams)
DEVICE: Final[kit.View[DeviceInfo]] = kit.View("device", (kit.Uint256,), DeviceInfo)
DEVICE_BY_KEY: Final[kit.View[kit.Uint256]] = kit.View("deviceByKey", (kit.Address,), kit.Uint256)
DEVICES_OF: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "devicesOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
BONDED_DEVICES: Final[kit.View[tuple[kit.Uint256, ...]]] = kit.View(
    "bondedDevices",
    (kit.Uint256, kit.Uint256),
    tuple[kit.Uint256, ...],
)
UPTIME: Final[kit.View[Tally]] = kit.View("uptime", (kit.Uint256,), Tally)
NEXT_BEAT: Final[kit.View[NextBeat]] = kit.View("nextBeat", (kit.Uint256,), NextBeat)
CURRENT_EPOCH: Final[kit.View[Epoch]] = kit.View("currentEpoch", (), Epoch)
EPOCH_REPORT: Final[kit.View[EpochReport]] = kit.View("epochReport", (kit.Uint256,), EpochReport)
ESCROWED: Final[kit.View[kit.Wei]] = kit.View("escrowed", (kit.Uint256,), kit.Wei)
TRANCHES_OF: Final[kit.View[tuple[Tranche, ...]]] = kit.View(
    "tranchesOf",
    (kit.Uint256,),
    tuple[Tranche, ...],
)
CLAIMABLE: Final[kit.View[kit.Wei]] = kit.View("claimable", (kit.Address,), kit.Wei)
CLASS_UTILISATION: Final[kit.View[ClassInfo]] = kit.View(
    "classUtilisation",
    (DeviceClass,),
    ClassInfo,
)
REQUIRED_BOND: Final[kit.View[kit.Wei]] = kit.View(
    "requiredBond",
    (DeviceClass, kit.Uint256),
    kit.Wei,
)
DEVICES_IN: Final[kit.View[kit.Uint256]] = kit.View(
    "devicesIn",
    (DeviceClass, kit.Uint256),
    kit.Uint256,
)
CHALLENGE: Final[kit.View[Challenge]] = kit.View("challenge", (kit.Uint256,), Challenge)
OPEN_CHALLENGE: Final[kit.View[kit.Uint256]] = kit.View(
    "openChallenge",
    (kit.Uint256,),
    kit.Uint256,
)
PENALTY: Final[kit.View[Penalty]] = kit.View("penalty", (kit.Uint256,), Penalty)
SLASH_HISTORY: Final[kit.View[tuple[Penalty, ...]]] = kit.View(
    "slashHistory",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[Penalty, ...],
)
CASE_RECORD: Final[kit.View[Case]] = kit.View("caseRecord", (kit.Uint256,), Case)
RECEIPT: Final[kit.View[Receipt]] = kit.View("receipt", (kit.Uint256,), Receipt)
MAINTENANCE_OF: Final[kit.View[Maintenance]] = kit.View(
    "maintenanceOf",
    (kit.Uint256,),
    Maintenance,
)
KEY_NONCE: Final[kit.View[kit.Uint256]] = kit.View("keyNonce", (kit.Address,), kit.Uint256)
REGISTRATION_DIGEST: Final[kit.View[kit.Bytes32]] = kit.View(
    "registrationDigest",
    (Application,),
    kit.Bytes32,
)


class Devices(kit.ModuleClient):
    """Devices: who serves from where, with how much at stake, and what that earns."""

    NAME = "devices"
    ADDRESS = "0x0000000000000000000000000000000000000a04"
    EVENTS = (
        Registered,
        Bonded,
        Unbonded,
        PriceSet,
        BeatHeard,
        RootPosted,
        ServicePaid,
        ServiceNoted,
        Challenged,
        ChallengeAnswered,
        Attested,
        ChallengePassed,
        ChallengeMissed,
        StateChanged,
        MaintenanceDeclared,
        MaintenanceOpened,
        MaintenanceClosed,
        OwnerChanged,
        KeyRotated,
        Relocated,
        EpochClosed,
        RewardAccrued,
        RewardReleased,
        RewardBurned,
        RewardClaimed,
        PenaltyFiled,
        PenaltyAppealed,
        PenaltyLifted,
        Slashed,
        Suspected,
        CaseClosed,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        Denied,
        RoleForbids,
        StateForbids,
        SignatureWrong,
        UnknownDevice,
        FeeMismatch,
        NotApplicant,
        OwnerBarred,
        SerialTaken,
        KeyTaken,
        CapacityInvalid,
        CellInvalid,
        CellFull,
        PermissionExpired,
        NonceMismatch,
        AttestationMissing,
        BondTooSmall,
        BatchTooLarge,
        WindowClosed,
        EpochNotStarted,
        AlreadyBeaten,
        RootTaken,
        ProofInvalid,
        NothingPaid,
        PriceTooHigh,
        PriceExceeds,
        TooManyUnits,
        UnknownReceipt,
        ReportRefused,
        TooLate,
        VotedAlready,
        MaintenanceRefused,
        PenaltiesOpen,
        OwnCase,
        NothingToClaim,
        OwnerInvalid,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def register(
        self,
        application: Application,
        signature: bytes,
        attestation: Attestation,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Register a device of the caller's; its key signs every field (EIP-712), its maker vouches.

        The fee sent is burned. A key and a serial are never used again. Returns the number.
        """
        return await self._send(REGISTER, (application, signature, attestation), value_wei)

    async def bond(self, device: kit.Uint256, *, value_wei: int) -> Pending:
        """Bond a registered device with the coins sent; its clock begins with the next epoch."""
        return await self._send(BOND, (device,), value_wei)

    async def top_up(self, device: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to a bond; below what it needs, a device earns nothing."""
        return await self._send(TOP_UP, (device,), value_wei)

    async def set_price(self, device: kit.Uint256, price_wei: kit.Wei) -> Pending:
        """Set what a unit of service costs, in wei; zero sells nothing."""
        return await self._send(SET_PRICE, (device, price_wei))

    async def beat(self, signed: Sequence[SignedBeat]) -> Pending:
        """Bring beats of the open window, signed by their devices' keys, at most BEATS_MAX."""
        return await self._send(BEAT, (signed,))

    async def post_root(
        self,
        epoch: kit.Uint256,
        window: kit.Uint256,
        root: kit.Bytes32,
    ) -> Pending:
        """Post the Merkle root of the beats that the caller heard in the open window, once."""
        return await self._send(POST_ROOT, (epoch, window, root))

    async def prove_beats(self, gateway: kit.Address, proofs: Sequence[ProvenBeat]) -> Pending:
        """Show beats under a gateway's roots of the running epoch, at most BEATS_MAX."""
        return await self._send(PROVE_BEATS, (gateway, proofs))

    async def pay_for_service(
        self,
        device: kit.Uint256,
        units: kit.Uint256,
        *,
        value_wei: int,
    ) -> Pending:
        """Pay a device's owner for units of service at its posted price; returns the receipt."""
        return await self._send(PAY_FOR_SERVICE, (device, units), value_wei)

    async def report_unserved(
        self,
        receipt: kit.Uint256,
        windows: kit.Uint256,
        evidence: kit.Bytes32,
    ) -> Pending:
        """Report windows that the caller paid for and that were not served; returns the penalty."""
        return await self._send(REPORT_UNSERVED, (receipt, windows, evidence))

    async def answer_challenge(
        self,
        challenge: kit.Uint256,
        response: kit.Bytes32,
        signature: bytes,
    ) -> Pending:
        """Bring a device's answer, signed by its key over the challenge's nonce."""
        return await self._send(ANSWER_CHALLENGE, (challenge, response, signature))

    async def attest(self, challenge: kit.Uint256, is_reachable: bool) -> Pending:
        """Say, as a drawn verifier, whether the device that answered could be reached."""
        return await self._send(ATTEST, (challenge, is_reachable))

    async def declare_maintenance(
        self,
        device: kit.Uint256,
        starts_at: kit.Height,
        blocks: kit.Uint256,
    ) -> Pending:
        """Announce that a device will be away, within the year's budget."""
        return await self._send(DECLARE_MAINTENANCE, (device, starts_at, blocks))

    async def end_maintenance(self, device: kit.Uint256) -> Pending:
        """Come back before time."""
        return await self._send(END_MAINTENANCE, (device,))

    async def appeal(self, penalty: kit.Uint256, evidence: kit.Bytes32) -> Pending:
        """Bring a pending penalty of the caller's device before a jury."""
        return await self._send(APPEAL, (penalty, evidence))

    async def suspect(
        self,
        device: kit.Uint256,
        suspicion: Suspicion,
        evidence: kit.Bytes32,
    ) -> Pending:
        """Accuse a device before the jury, with a bond at the verifier; returns the case."""
        return await self._send(SUSPECT, (device, suspicion, evidence))

    async def transfer(
        self,
        device: kit.Uint256,
        owner: kit.Address,
        permission: Permission,
    ) -> Pending:
        """Give a device to another owner; its key signs too. What it earned stays."""
        return await self._send(TRANSFER, (device, owner, permission))

    async def rotate_key(
        self,
        device: kit.Uint256,
        key: kit.Address,
        permission: Permission,
        proof: bytes,
    ) -> Pending:
        """Let another key speak for a device; the old one signs `permission`, the new `proof`."""
        return await self._send(ROTATE_KEY, (device, key, permission, proof))

    async def relocate(
        self,
        device: kit.Uint256,
        cell: kit.Uint256,
        permission: Permission,
    ) -> Pending:
        """Move a device to another cell; its probation begins again."""
        return await self._send(RELOCATE, (device, cell, permission))

    async def retire(self, device: kit.Uint256) -> Pending:
        """Take a device out of service for good; the bond is back after the unbonding time."""
        return await self._send(RETIRE, (device,))

    async def settle(self, device: kit.Uint256) -> Pending:
        """Credit and judge a device's closed epochs now; anybody may ask."""
        return await self._send(SETTLE, (device,))

    async def claim(self) -> Pending:
        """Take what was released to the caller; returns the wei."""
        return await self._send(CLAIM, ())

    async def params(self) -> DevicesParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def device(self, number: kit.Uint256) -> DeviceInfo:
        """Return a device as it stood when it was last settled."""
        return await self._read(DEVICE, number)

    async def device_by_key(self, key: kit.Address) -> kit.Uint256:
        """Return the device that a key speaks, or ever spoke, for; zero for none."""
        return await self._read(DEVICE_BY_KEY, key)

    async def devices_of(
        self,
        owner: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return an owner's devices, at most PAGE_MAX."""
        return await self._read(DEVICES_OF, owner, offset, limit)

    async def bonded_devices(
        self,
        first: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[kit.Uint256, ...]:
        """Return the devices with a bond, from the number `first` on, at most PAGE_MAX."""
        return await self._read(BONDED_DEVICES, first, limit)

    async def uptime(self, device: kit.Uint256) -> Tally:
        """Return what a device did in the latest epoch it was touched in; `beats` is a bitmap."""
        return await self._read(UPTIME, device)

    async def next_beat(self, device: kit.Uint256) -> NextBeat:
        """Return the window in which a device should beat next, and its heights."""
        return await self._read(NEXT_BEAT, device)

    async def current_epoch(self) -> Epoch:
        """Return the epoch that runs, with its windows and scores."""
        return await self._read(CURRENT_EPOCH)

    async def epoch_report(self, epoch: kit.Uint256) -> EpochReport:
        """Return what a closed epoch paid, and to how much; empty where it is not closed."""
        return await self._read(EPOCH_REPORT, epoch)

    async def escrowed(self, device: kit.Uint256) -> kit.Wei:
        """Return what a device has in escrow, in wei."""
        return await self._read(ESCROWED, device)

    async def tranches_of(self, device: kit.Uint256) -> tuple[Tranche, ...]:
        """Return a device's rewards in escrow, oldest first."""
        return await self._read(TRANCHES_OF, device)

    async def claimable(self, account: kit.Address) -> kit.Wei:
        """Return what an account may claim now, in wei."""
        return await self._read(CLAIMABLE, account)

    async def class_utilisation(self, kind: DeviceClass) -> ClassInfo:
        """Return how much of a class there is, is ready and was ever paid for."""
        return await self._read(CLASS_UTILISATION, kind)

    async def required_bond(self, kind: DeviceClass, capacity: kit.Uint256) -> kit.Wei:
        """Return the bond of so many units of a class, in wei."""
        return await self._read(REQUIRED_BOND, kind, capacity)

    async def devices_in(self, kind: DeviceClass, cell: kit.Uint256) -> kit.Uint256:
        """Return how many devices of a class are in a cell."""
        return await self._read(DEVICES_IN, kind, cell)

    async def challenge(self, number: kit.Uint256) -> Challenge:
        """Return a challenge; empty for an unknown number."""
        return await self._read(CHALLENGE, number)

    async def open_challenge(self, device: kit.Uint256) -> kit.Uint256:
        """Return the challenge that a device should answer; zero for none."""
        return await self._read(OPEN_CHALLENGE, device)

    async def penalty(self, number: kit.Uint256) -> Penalty:
        """Return a penalty; empty for an unknown number."""
        return await self._read(PENALTY, number)

    async def slash_history(
        self,
        device: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Penalty, ...]:
        """Return a device's penalties, oldest first, at most PAGE_MAX."""
        return await self._read(SLASH_HISTORY, device, offset, limit)

    async def case_record(self, number: kit.Uint256) -> Case:
        """Return a suspicion's case; empty for an unknown number."""
        return await self._read(CASE_RECORD, number)

    async def receipt(self, number: kit.Uint256) -> Receipt:
        """Return a receipt; empty for an unknown number."""
        return await self._read(RECEIPT, number)

    async def maintenance_of(self, device: kit.Uint256) -> Maintenance:
        """Return a device's latest maintenance and its budget used in that year."""
        return await self._read(MAINTENANCE_OF, device)

    async def key_nonce(self, key: kit.Address) -> kit.Uint256:
        """Return the nonce that a key's next signature must name."""
        return await self._read(KEY_NONCE, key)

    async def registration_digest(self, application: Application) -> kit.Bytes32:
        """Return what a device's key signs to be registered."""
        return await self._read(REGISTRATION_DIGEST, application)
