"""What staking stores and shows."""

from enum import IntEnum
from itertools import pairwise
from typing import Any, Final

from chain.kit.record import Params, Record, Scope, param
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Gas, Height, Seconds, Wei
from chain.types.validators import POWER_TOTAL_MAX, VALIDATORS_MAX

WHOLE_BPS: Final = 10_000  # bps of the whole
POWER_UNIT_WEI: Final = Wei(10**18)  # one coin of stake is one unit of consensus power
POWER_MAX: Final = POWER_TOTAL_MAX // VALIDATORS_MAX  # of one validator, so that all fit together
POWER_DELAY_BLOCKS: Final = 2  # stake at the end of block H decides block H + 2
POWER_CHANGE_DIVISOR: Final = 3  # at most a third of the power leaves, or joins, in one election
SHARES_PER_WEI_MAX: Final = 10**6  # a pool whose shares are worth less takes no more stake
SWEEP_ENTRIES_MAX: Final = 100  # flights that slashes follow in one block; the rest wait a block
ECRECOVER_GAS: Final = Gas(3_000)  # recovering a signer, as the EVM's precompile 1 costs
COMMISSION_COOLDOWN_S: Final = Seconds(86_400)  # 24 hours between two commission changes
MONIKER_BYTES_MAX: Final = 70  # bytes of UTF-8, as cosmos caps it
CANDIDATES_MAX: Final = 256  # validators that compete for the set; an election sorts them all
DELEGATIONS_MAX: Final = 64  # validators that one account may delegate to
PAGE_MAX: Final = 100  # entries of one page of a view


def _tier(coins: int, place: str) -> Any:
    return param(
        default=Wei(coins * POWER_UNIT_WEI),
        doc=f"wei of bonded stake that give an account the {place} tier of perks",
        minimum=10**18,
        maximum=10**27,
    )


class Standing(IntEnum):
    """Whether a validator may compete for the set."""

    FREE = 0
    JAILED = 1  # until it asks to be freed, and may be
    TOMBSTONED = 2  # for good


class StakingParams(Params):
    """How long stake is bound, how much it takes, and how many validate."""

    unbonding_s: Seconds = param(
        default=Seconds(1_814_400),
        doc="seconds between undelegating and being paid; 21 days",
        minimum=1,
        maximum=5_184_000,  # 60 days
        step=604_800,
        cooldown_s=86_400,
        scope=Scope.NEW_ONLY,
    )
    bond_wei_min: Wei = param(
        default=Wei(10**18),
        doc="wei that a validator must itself have staked to be elected",
        minimum=10**18,
        maximum=10**25,
        scope=Scope.NEW_ONLY,
    )
    validators_max: int = param(
        default=100,
        doc="validators in the set, those with the most stake",
        minimum=1,
        maximum=200,
        step=20,
        scope=Scope.NEXT_EPOCH,
    )
    unbonding_entries_max: int = param(
        default=7,
        doc="stakes of one delegator that may be leaving, or arriving at, one validator at a time",
        minimum=1,
        maximum=32,
    )
    commission_bps_max: Bps = param(
        default=Bps(5_000),
        doc="highest commission a validator may announce, in bps of its delegators' rewards",
        minimum=100,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    commission_change_bps_max: Bps = param(
        default=Bps(500),
        doc="furthest that a validator may announce to move its commission in a day, in bps",
        minimum=1,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )

    rotation_cooldown_s: Seconds = param(
        default=Seconds(86_400),
        doc="seconds between two changes of a validator's consensus key",
        minimum=0,
        maximum=2_592_000,  # 30 days
    )
    tier_1_wei: Wei = _tier(100, "first")
    tier_2_wei: Wei = _tier(1_000, "second")
    tier_3_wei: Wei = _tier(10_000, "third")
    tier_4_wei: Wei = _tier(100_000, "fourth")
    tier_5_wei: Wei = _tier(1_000_000, "fifth")

    @property
    def tiers_wei(self) -> tuple[Wei, ...]:
        """The stake that each tier of perks takes, the lowest first, in wei."""
        return (
            self.tier_1_wei,
            self.tier_2_wei,
            self.tier_3_wei,
            self.tier_4_wei,
            self.tier_5_wei,
        )

    def check(self) -> str | None:
        """A day's change above the highest commission would be no limit; tiers rise."""
        for number, (below, above) in enumerate(pairwise(self.tiers_wei), 2):
            if above <= below:
                return f"tier_{number}_wei {above} is not above tier_{number - 1}_wei {below}"
        if self.commission_change_bps_max > self.commission_bps_max:
            return (
                f"commission_change_bps_max {self.commission_change_bps_max} is above "
                f"commission_bps_max {self.commission_bps_max}"
            )
        return None


class GenesisValidator(Record):
    """
    A validator that the chain begins with; its stake is minted.

    `consensus_address` is the signing key's; zero where the account itself signs.
    """

    validator: Address
    stake_wei: Wei
    moniker: str = ""
    commission_bps: Bps = Bps(0)
    commission_bps_max: Bps = Bps(2_000)
    commission_change_bps_max: Bps = Bps(100)
    consensus_address: Address = ZERO_ADDRESS


class StakingGenesis(Record):
    """Staking's section of genesis.json."""

    params: StakingParams = StakingParams()
    validators: tuple[GenesisValidator, ...] = ()


class Profile(Record):
    """What a validator says of itself."""

    moniker: str
    commission_bps: Bps
    commission_bps_max: Bps
    commission_change_bps_max: Bps
    commission_changed_s: Seconds
    registered_s: Seconds


class Pool(Record):
    """The stake behind one validator; shares say whose it is."""

    tokens_wei: Wei
    shares: int


class Validator(Record):
    """A validator as queries show it."""

    validator: Address
    moniker: str
    tokens_wei: Wei
    shares: int
    self_bond_wei: Wei
    commission_bps: Bps
    commission_bps_max: Bps
    commission_change_bps_max: Bps
    commission_changed_s: Seconds
    is_candidate: bool
    is_elected: bool
    consensus_address: Address
    standing: Standing


class ValidatorPower(Record):
    """A member of the validator set and its weight in consensus."""

    validator: Address
    power: int


class Delegation(Record):
    """An account's stake with one validator."""

    delegator: Address
    validator: Address
    shares: int
    amount_wei: Wei


class Unbonding(Record):
    """
    Stake on its way back to its owner; paid in the first block at or after `matures_s`.

    Until then it answers for faults from before it left: `amount_wei` is what slashes left of
    `initial_wei`.
    """

    id: int
    delegator: Address
    validator: Address
    amount_wei: Wei
    started_height: Height
    matures_s: Seconds
    initial_wei: Wei


class Redelegation(Record):
    """Stake that went to another validator; stays, and answers for its source, to `matures_s`."""

    delegator: Address
    source: Address
    target: Address
    amount_wei: Wei
    started_height: Height
    matures_s: Seconds


class Checkpoint(Record):
    """Voting power from a height on."""

    height: Height
    power_wei: Wei


class PoolCheckpoint(Record):
    """The stake behind a validator from a height on."""

    height: Height
    tokens_wei: Wei
    shares: int


class Position(Record):
    """An account's shares of one validator's stake."""

    validator: Address
    shares: int


class Rotations(Record):
    """How often a validator changed its consensus key, and when last."""

    count: int
    rotated_s: Seconds


class Seat(Record):
    """The key that a member of the set signs with, and since which election it is a member."""

    consensus_address: Address
    joined_height: Height


class Departure(Record):
    """Stake that left a validator: `total_wei` left it up to here, this one included."""

    height: Height
    number: int
    total_wei: Wei


class Sweep(Record):
    """A slash on its way along departures: `next` of them is the first it has not reached."""

    validator: Address
    fraction_bps: Bps
    next: int
    end: int


class Work(Record):
    """How many entries slashes followed in a block."""

    height: Height
    entries: int
