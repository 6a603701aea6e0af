"""What devices stores and shows: identities, standings, tallies, epochs, challenges, penalties."""

from enum import IntEnum
from typing import Final

from chain.kit.packing import Coins, Count16, Count24, Count32, Number, Packed
from chain.kit.record import Record
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei

WHOLE_BPS: Final = 10_000  # bps of the whole
PAGE_MAX: Final = 100  # entries of one page of a view
PRICE_WEI_MAX: Final = Wei(10**30)  # wei for one unit of service; far more than there are coins
CELL_END: Final = 1 << 64  # location cells are 64-bit numbers of a grid, as H3 has them


class DeviceClass(IntEnum):
    """What a device offers; each class has its line in the table of parameters."""

    GPU = 0
    EDGE_COMPUTE = 1
    BANDWIDTH = 2
    STORAGE = 3
    SENSOR = 4


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


class CaseStatus(IntEnum):
    """How far a suspicion is."""

    NOTHING = 0
    OPEN = 1
    CLEARED = 2
    CONVICTED = 3
    LAPSED = 4


class Reason(IntEnum):
    """Why a device is slashed."""

    OFFLINE = 0  # too few beats, by epochs in a row
    UNREACHABLE = 1  # challenges missed, by epochs in a row
    UNSERVED = 2  # paid for and not served, by windows
    FRAUD = 3  # a jury's word


class Suspicion(IntEnum):
    """What a device is accused of."""

    LOCATION_CLASH = 0  # it is not where it says
    CLONE_KEY = 1  # several machines share its key
    SIBLING_FARM = 2  # many devices are one machine


class Application(Record):
    """
    All that a registration binds; the device's key signs every field.

    `key` is the address of the device's secp256k1 key, `capacity` counts units of its class,
    `serial` commits to its serial number, `did` and `uri` are hashes, `cell` numbers the place in
    the grid, `nonce` is the key's own count of signatures, `deadline_s` ends the permission.
    """

    owner: Address
    key: Address
    kind: DeviceClass
    capacity: int
    serial: Hash32
    did: Hash32
    cell: int
    uri: Hash32
    nonce: int
    deadline_s: Seconds


class Attestation(Record):
    """A maker's word that it built the device of a key and a serial; empty where none is needed."""

    valid_until_s: Seconds
    signature: bytes


class Device(Record):
    """What a device is, as its key signed it."""

    owner: Address
    key: Address
    kind: DeviceClass
    capacity: int
    serial: Hash32
    did: Hash32
    cell: int
    uri: Hash32
    attested_until_s: Seconds  # zero where its class needs no maker's word
    price_wei: Wei  # of a unit of service; zero sells nothing


class Standing(Packed):
    """How a device stands; everything that epochs, juries and its owner change."""

    status: Status
    prior: Status  # what MAINTENANCE and SUSPECTED return to
    is_proven: bool  # it passed probation where it is
    settled_epoch: Count32  # the first epoch that is not settled yet
    good_epochs: Count32  # in a row, in probation or after an outage
    offline_epochs: Count32  # in a row
    unreachable_epochs: Count32  # in a row
    open_penalties: Count32
    unbonds_at: Height
    passed: Count32  # challenges since probation began
    missed: Count32
    case: Number  # the open one, or zero
    required_wei: Coins  # the bond it needs, fixed when it bonded
    bond_wei: Coins


class Tally(Packed):
    """What a device did in one epoch, and what that counts."""

    epoch: Count32
    earner: Address  # who owned it when the epoch began
    paused: Count16  # windows that declared maintenance took
    passed: Count24
    missed: Count24
    beats: int  # a bit a window
    capacity_beats: int  # the sum of what its beats reported
    served_wei: Coins
    burned_wei: Coins
    demand_score: int
    floor_score: int


class Tranche(Record):
    """A reward in escrow: whose it becomes, and the epoch it is for."""

    owner: Address
    epoch: int
    amount_wei: Wei


class Epoch(Packed):
    """The epoch that runs; its windows are those of the parameters when it began."""

    number: Number
    started_at: Height
    windows: Count16
    window_blocks: Count32
    proof_blocks: Count32
    demand_score: int
    floor_score: int


class EpochReport(Record):
    """
    A closed epoch: what it paid and to how much of what.

    The `_left` fields fall to zero as devices are settled; what rounding leaves is carried over.
    """

    number: int
    started_at: Height
    windows: int  # in which beats were expected: none where the module was paused in between
    window_blocks: int
    demand_score: int
    floor_score: int
    demand_wei: Wei
    floor_wei: Wei
    demand_left: int
    floor_left: int
    credited_wei: Wei


class Maintenance(Record):
    """The latest declared maintenance of a device, and its budget of the year."""

    starts_at: Height
    ends_at: Height
    began_at: Height  # zero until it begins and again when it is over
    resumes: Status
    year: int
    used_blocks: int


class Challenge(Record):
    """A question to a device that the beacon drew."""

    device: int
    status: ChallengeStatus
    nonce: Hash32
    deadline_at: Height
    verifiers: tuple[Address, ...]
    voted: int  # a bit a verifier
    confirmed: int
    denied: int
    response: Hash32


class Penalty(Packed):
    """A slash that waits for an appeal, or had it."""

    device: Number
    status: PenaltyStatus
    reason: Reason
    tier: Count16  # of duration, 0 to 2
    deadline_at: Height
    claim: Number  # at the verifier; zero while nobody appealed
    amount_wei: Coins
    taken_wei: Coins
    harmed: Address  # who paid for nothing; zero for nobody
    evidence: Hash32


class Case(Record):
    """A suspicion before the jury."""

    device: int
    status: CaseStatus
    suspicion: Suspicion
    challenger: Address
    evidence: Hash32
    value_wei: Wei
    claim: int
    deadline_at: Height


class Receipt(Packed):
    """A service that somebody paid for, unit by unit; one unit is one window of service."""

    payer: Address
    device: Number
    paid_wei: Coins
    expires_at: Height  # until then it can be reported
    penalty: Number  # filed for it, or zero
    units: int


class Beat(Record):
    """A device's word that it is there; the key signs it."""

    device: int
    epoch: int
    window: int
    capacity: int
    root: Hash32  # of whatever the device measured or served; zero for nothing


class SignedBeat(Record):
    """A beat and the signature of the device's key."""

    beat: Beat
    signature: bytes


class ProvenBeat(Record):
    """A signed beat and its place under the root that a gateway posted in time."""

    beat: Beat
    signature: bytes
    index: int
    path: tuple[Hash32, ...]


class DeviceInfo(Record):
    """A device and how it stands, as one answer."""

    number: int
    device: Device
    standing: Standing
    escrowed_wei: Wei
    earned_wei: Wei  # ever credited: only grows
    clawed_back_wei: Wei  # ever taken out of escrow: only grows


class NextBeat(Record):
    """The window a device should beat in next."""

    epoch: int
    window: int
    opens_at: Height
    closes_at: Height  # the first height that is too late


class ClassInfo(Record):
    """How much of a class there is, and how much of it is ready."""

    devices: int  # bonded
    capacity: int  # bonded, in units
    ready: int  # in probation, active or degraded
    served_wei: Wei  # ever paid for
