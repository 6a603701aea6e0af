"""The governed parameters of devices: the table of classes, and every other number."""

from typing import Any, Final

from chain.kit.abi import WordType, word_type
from chain.kit.memo import memo
from chain.kit.record import Params, Record, Scope, field_types, param
from chain.kit.storage import Held, Words
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Wei
from modules.devices.records import DeviceClass, Reason

WINDOWS_MAX: Final = 256  # of an epoch: a bit each in one word
ESCROW_EPOCHS_MAX: Final = 16  # tranches of one device
TIERS: Final = 3  # of duration in the table of slashes
WHOLE: Final = 10_000  # bps of the whole
COIN: Final = 10**18
YEAR_BLOCKS: Final = 15_778_800  # of two seconds


def _bond(coins: int, unit: str) -> Any:
    return param(
        default=Wei(coins * COIN),
        doc=f"bond for each unit of capacity ({unit}), in wei",
        minimum=1,
        maximum=100_000 * COIN,
        scope=Scope.NEW_ONLY,
    )


def _bps(default: int, doc: str, maximum: int = WHOLE, scope: Scope = Scope.NOW) -> Any:
    return param(default=Bps(default), doc=doc, minimum=0, maximum=maximum, scope=scope)


def _weight(default: int, kind: str) -> Any:
    return _bps(
        default, f"what counts of the work of {kind} devices, in bps", scope=Scope.NEXT_EPOCH
    )


def _count(default: int, doc: str, minimum: int, maximum: int, scope: Scope = Scope.NOW) -> Any:
    return param(default=default, doc=doc, minimum=minimum, maximum=maximum, scope=scope)


def _capacity(default: int, kind: str) -> Any:
    return _count(
        default, f"most units that one of the {kind} devices may have", 1, 10**9, Scope.NEW_ONLY
    )


def _cell(default: int, kind: str) -> Any:
    return _count(default, f"most {kind} devices in one cell", 1, 10**6, Scope.NEW_ONLY)


def _attested(default: bool, kind: str) -> Any:
    doc = f"whether a maker must have attested {kind} devices"
    return param(default=default, doc=doc, minimum=0, maximum=1, scope=Scope.NEW_ONLY)


def _maker() -> Any:
    return param(
        default=ZERO_ADDRESS,
        doc="a maker whose attestations count; zero for none",
        minimum=0,
        maximum=(1 << 160) - 1,
    )


def _slash(default: int, why: str, how_long: str) -> Any:
    return _bps(default, f"slash for {why}, {how_long}, in bps of the bond", scope=Scope.NEW_ONLY)


class ClassTerms(Record):
    """One line of the table of classes."""

    bond_wei: Wei
    weight_bps: Bps
    capacity_max: int
    cell_max: int
    is_attested: bool


class DevicesParams(Params):
    """What each class must bond and what it counts; beats, challenges, slashes and rewards."""

    gpu_bond_wei: Wei = _bond(100, "one card")
    gpu_weight_bps: Bps = _weight(10_000, "gpu")
    gpu_capacity_max: int = _capacity(64, "gpu")
    gpu_cell_max: int = _cell(1_000, "gpu")
    gpu_attested: bool = _attested(False, "gpu")
    edge_bond_wei: Wei = _bond(10, "one core")
    edge_weight_bps: Bps = _weight(8_000, "edge compute")
    edge_capacity_max: int = _capacity(256, "edge compute")
    edge_cell_max: int = _cell(100, "edge compute")
    edge_attested: bool = _attested(False, "edge compute")
    bandwidth_bond_wei: Wei = _bond(1, "ten megabits a second")
    bandwidth_weight_bps: Bps = _weight(6_000, "bandwidth")
    bandwidth_capacity_max: int = _capacity(10_000, "bandwidth")
    bandwidth_cell_max: int = _cell(20, "bandwidth")
    bandwidth_attested: bool = _attested(True, "bandwidth")
    storage_bond_wei: Wei = _bond(1, "a hundred gigabytes")
    storage_weight_bps: Bps = _weight(6_000, "storage")
    storage_capacity_max: int = _capacity(10_000, "storage")
    storage_cell_max: int = _cell(1_000, "storage")
    storage_attested: bool = _attested(False, "storage")
    sensor_bond_wei: Wei = _bond(5, "one sensor")
    sensor_weight_bps: Bps = _weight(4_000, "sensor")
    sensor_capacity_max: int = _capacity(16, "sensor")
    sensor_cell_max: int = _cell(8, "sensor")
    sensor_attested: bool = _attested(True, "sensor")
    maker_1: Address = _maker()
    maker_2: Address = _maker()
    maker_3: Address = _maker()
    maker_4: Address = _maker()
    registration_fee_wei: Wei = param(
        default=Wei(COIN),
        doc="burned for each registration, in wei",
        minimum=0,
        maximum=1_000 * COIN,
    )
    windows: int = _count(24, "beat windows of an epoch", 2, WINDOWS_MAX, Scope.NEXT_EPOCH)
    window_blocks: int = _count(150, "blocks of a window", 1, 10_000, Scope.NEXT_EPOCH)
    proof_blocks: int = _count(
        150,
        "blocks after an epoch's windows in which beats can still be proven",
        1,
        10_000,
        Scope.NEXT_EPOCH,
    )
    degraded_below_bps: Bps = _bps(8_000, "uptime below which a device is degraded, in bps")
    offline_below_bps: Bps = _bps(4_000, "uptime below which a device is offline, in bps")
    probation_epochs: int = _count(3, "good epochs of probation", 1, 1_000)
    probation_epochs_max: int = _count(
        12,
        "good epochs after which a device that missed nothing need not have been drawn",
        1,
        1_000,
    )
    probation_challenges: int = _count(1, "challenges to pass in probation", 0, 100)
    probation_weight_bps: Bps = _bps(1_000, "what counts of work in probation, in bps")
    cool_up_epochs: int = _count(2, "good epochs after which an offline device is back", 1, 1_000)
    recovery_fee_bps: Bps = _bps(50, "burned of the bond when a device is back, in bps", 1_000)
    challenge_interval_blocks: int = _count(10, "blocks between two draws", 1, 100_000)
    challenges_per_draw: int = _count(1, "devices drawn at a time; none stops challenges", 0, 8)
    verifiers: int = _count(3, "drawn to confirm one challenge", 0, 7)
    response_blocks: int = _count(30, "blocks to answer a challenge in", 2, 10_000)
    attest_blocks: int = _count(30, "blocks for verifiers after that", 2, 10_000)
    miss_weight: int = _count(2, "a missed challenge counts like so many passed ones", 1, 100)
    maintenance_blocks_max: int = _count(14_400, "blocks of one maintenance", 1, 1_000_000)
    maintenance_notice_blocks: int = _count(300, "blocks it is declared ahead", 1, 1_000_000)
    maintenance_year_blocks: int = _count(
        216_000, "blocks of maintenance in a year", 1, YEAR_BLOCKS
    )
    take_bps: Bps = _bps(500, "taken of what is paid for service, in bps", 5_000)
    take_burn_bps: Bps = _bps(5_000, "burned of what is taken, in bps; the treasury gets the rest")
    beta_bps: Bps = _bps(
        9_000,
        "paid for demand at most, in bps of what that demand burned: never more than all of it",
    )
    floor_wei: Wei = param(
        default=Wei(10 * COIN),
        doc="shared out in each epoch among those who were there, in wei",
        minimum=0,
        maximum=100_000 * COIN,
    )
    epoch_wei_max: Wei = param(
        default=Wei(10_000 * COIN),
        doc="circuit breaker: most that one epoch pays, in wei",
        minimum=0,
        maximum=10_000_000 * COIN,
    )
    escrow_epochs: int = _count(
        8, "epochs for which a reward stays in escrow", 1, ESCROW_EPOCHS_MAX
    )
    offline_slash_1_bps: Bps = _slash(50, "being offline", "an epoch")
    offline_slash_2_bps: Bps = _slash(300, "being offline", "a long time")
    offline_slash_3_bps: Bps = _slash(1_000, "being offline", "a very long time")
    unreachable_slash_1_bps: Bps = _slash(50, "missing challenges", "an epoch")
    unreachable_slash_2_bps: Bps = _slash(500, "missing challenges", "a long time")
    unreachable_slash_3_bps: Bps = _slash(2_000, "missing challenges", "a very long time")
    unserved_slash_1_bps: Bps = _slash(400, "service paid for and not given", "a window")
    unserved_slash_2_bps: Bps = _slash(2_000, "service paid for and not given", "a long time")
    unserved_slash_3_bps: Bps = _slash(6_000, "service paid for and not given", "very long")
    long_after: int = _count(4, "epochs or windows from which an outage is long", 2, 1_000)
    very_long_after: int = _count(24, "epochs or windows from which it is very long", 3, 10_000)
    harmed_bps: Bps = _bps(2_000, "of a slash to who paid for nothing, in bps")
    verifiers_bps: Bps = _bps(2_000, "of a slash to who proved it, in bps")
    treasury_bps: Bps = _bps(3_000, "of a slash to the treasury, in bps; the rest is burned")
    appeal_blocks: int = _count(86_400, "blocks to appeal in", 2, 1_000_000, Scope.NEW_ONLY)
    case_blocks_max: int = _count(
        1_296_000,
        "blocks after which an unruled case ends for the device",
        2,
        YEAR_BLOCKS,
        Scope.NEW_ONLY,
    )
    report_blocks: int = _count(43_200, "blocks to report an unserved payment in", 1, 1_000_000)
    unbonding_blocks: int = _count(604_800, "blocks from retiring to the bond", 2, 10_000_000)
    bans_max: int = _count(1, "banned devices after which an owner registers no more", 1, 1_000)
    entry_policy: int = _count(
        0,
        "access policy that an owner must satisfy to get a device; 0 for everybody",
        0,
        2**64 - 1,
        Scope.NEW_ONLY,
    )

    def check(self) -> str | None:
        """Thresholds and tiers rise, and the legs of a slash are no more than the slash."""
        if self.offline_below_bps > self.degraded_below_bps:
            return "offline_below_bps is above degraded_below_bps"
        if self.long_after >= self.very_long_after:
            return "long_after is not below very_long_after"
        if self.harmed_bps + self.verifiers_bps + self.treasury_bps > WHOLE:
            return "harmed_bps, verifiers_bps and treasury_bps are together above 10000"
        if self.probation_epochs > self.probation_epochs_max:
            return "probation_epochs is above probation_epochs_max"
        return None


class DevicesGenesis(Record):
    """The section of genesis.json; epochs begin with block 1."""

    params: DevicesParams = DevicesParams()


class LiveParams:
    """
    The parameters as they stand, read one at a time.

    The whole record is 75 words; a call needs a few of them and pays for those alone.
    """

    __slots__ = ("_words",)

    def __init__(self, held: Held) -> None:
        self._words = Words(held.host, held.address)

    def __getattr__(self, name: str) -> Any:
        slot, kind = places()[name]
        return kind.from_word(self._words[slot])

    def class_terms(self, kind: DeviceClass) -> ClassTerms:
        """Return the line of a class."""
        prefix = ("gpu", "edge", "bandwidth", "storage", "sensor")[kind]
        fields = ("bond_wei", "weight_bps", "capacity_max", "cell_max", "attested")
        return ClassTerms(*[getattr(self, f"{prefix}_{field}") for field in fields])

    def slash_bps(self, reason: Reason, tier: int) -> Bps:
        """Return the part of the bond that a reason costs at a tier of duration."""
        found: Bps = getattr(self, f"{reason.name.lower()}_slash_{tier + 1}_bps")
        return found

    def tier_of(self, duration: int) -> int:
        """Return the tier of a duration, in epochs or windows."""
        return int(duration >= self.long_after) + int(duration >= self.very_long_after)

    def is_maker(self, account: Address) -> bool:
        """Whether attestations of this key count."""
        return any(account) and account in (
            self.maker_1,
            self.maker_2,
            self.maker_3,
            self.maker_4,
        )


@memo
def places() -> dict[str, tuple[int, WordType]]:
    """Return the slot and the type of every parameter."""
    kinds = field_types(DevicesParams)
    return {name: (slot, word_type(kind.python)) for slot, (name, kind) in enumerate(kinds.items())}
