"""What staking stores, shows and says: records, events and refusals."""

from typing import Final

from chain.kit.record import Event, Indexed, Params, Record, Refusal, Scope, param
from chain.types.primitives import Address, Bps, Height, Seconds, Wei

POWER_UNIT_WEI: Final = Wei(10**18)  # one coin of stake is one unit of consensus power
COMMISSION_COOLDOWN_S: Final = Seconds(86_400)  # 24 hours between two commission changes
MONIKER_BYTES_MAX: Final = 70  # bytes of UTF-8, as cosmos caps it
CANDIDATES_MAX: Final = 256  # validators that compete for the set; an election sorts them all
DELEGATIONS_MAX: Final = 64  # validators that one account may delegate to
PAGE_MAX: Final = 100  # entries of one page of a view


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

    def check(self) -> str | None:
        """A day's change above the highest commission would be no limit."""
        if self.commission_change_bps_max > self.commission_bps_max:
            return (
                f"commission_change_bps_max {self.commission_change_bps_max} is above "
                f"commission_bps_max {self.commission_bps_max}"
            )
        return None


class GenesisValidator(Record):
    """A validator that the chain begins with; its stake is minted."""

    validator: Address
    stake_wei: Wei
    moniker: str = ""
    commission_bps: Bps = Bps(0)
    commission_bps_max: Bps = Bps(2_000)
    commission_change_bps_max: Bps = Bps(100)


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
    """Stake on its way back to its owner; paid in the first block at or after `matures_s`."""

    id: int
    delegator: Address
    validator: Address
    amount_wei: Wei
    started_height: Height
    matures_s: Seconds


class Redelegation(Record):
    """Stake that went to another validator and may not go on before `matures_s`."""

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


class ValidatorCreated(Event):
    """An account became a validator."""

    validator: Indexed[Address]
    moniker: str
    commission_bps: Bps


class ValidatorEdited(Event):
    """A validator renamed itself."""

    validator: Indexed[Address]
    moniker: str


class CommissionChanged(Event):
    """A validator takes another share of its delegators' rewards from now on."""

    validator: Indexed[Address]
    old_bps: Bps
    new_bps: Bps


class CandidacyChanged(Event):
    """A validator began, or ceased, to compete for the set."""

    validator: Indexed[Address]
    is_candidate: bool


class Delegated(Event):
    """Stake was added behind a validator."""

    delegator: Indexed[Address]
    validator: Indexed[Address]
    amount_wei: Wei


class UnbondingStarted(Event):
    """Stake left a validator and waits to be paid."""

    delegator: Indexed[Address]
    validator: Indexed[Address]
    id: int
    amount_wei: Wei
    matures_s: Seconds


class UnbondingFinished(Event):
    """Stake that waited was paid to its owner."""

    delegator: Indexed[Address]
    id: int
    amount_wei: Wei


class Redelegated(Event):
    """Stake went from one validator to another without leaving the bond."""

    delegator: Indexed[Address]
    source: Indexed[Address]
    target: Indexed[Address]
    amount_wei: Wei
    matures_s: Seconds


class ValidatorSetChanged(Event):
    """Another set of validators, or other powers, was elected."""

    validators: int
    power: int


class AlreadyValidator(Refusal):
    """This account is a validator already."""

    validator: Address


class UnknownValidator(Refusal):
    """No validator has this address."""

    validator: Address


class BondTooSmall(Refusal):
    """A validator must itself stake more than this."""

    bond_wei_min: Wei
    found_wei: Wei


class CandidatesFull(Refusal):
    """All candidates' places are taken, and the weakest candidate has at least this stake."""

    needed_wei: Wei
    found_wei: Wei


class MonikerTooLong(Refusal):
    """A moniker must be shorter than this."""

    bytes_max: int
    found_bytes: int


class CommissionTooHigh(Refusal):
    """This commission is above the most that is allowed."""

    maximum_bps: Bps
    found_bps: Bps


class CommissionStepTooBig(Refusal):
    """The commission may not move this far at once."""

    maximum_bps: Bps
    found_bps: Bps


class CommissionChangedRecently(Refusal):
    """The commission may change again only at this time."""

    allowed_s: Seconds


class ZeroAmount(Refusal):
    """An amount above zero is needed."""


class TooManyDelegations(Refusal):
    """An account may delegate to no more validators than this."""

    maximum: int


class StakeTooSmall(Refusal):
    """The delegation is smaller than the amount asked for."""

    needed_wei: Wei
    found_wei: Wei


class TooManyEntries(Refusal):
    """No more stake of one delegator may be in flight at this validator until some matures."""

    maximum: int


class SameValidator(Refusal):
    """Stake cannot be redelegated to where it is."""

    validator: Address


class RedelegationInFlight(Refusal):
    """Stake arrived at this validator by redelegation and may not go on before it matures."""

    validator: Address


class HeightNotPast(Refusal):
    """Voting power is known of past heights only."""

    current: Height
    found: Height
