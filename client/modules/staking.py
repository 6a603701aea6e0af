"""
Staking: who validates, with how much at stake, and who votes with it.

Rendered from modules/staking/module.py by `python -m cli.render`; not to be edited.
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
    TimerFailed,
    Unauthorized,
)


class Standing(IntEnum):
    """Whether a validator may compete for the set."""

    FREE = 0
    JAILED = 1
    TOMBSTONED = 2


@dataclass(frozen=True, slots=True)
class StakingParams(kit.Record):
    """How long stake is bound, how much it takes, and how many validate."""

    unbonding_s: kit.Seconds
    bond_wei_min: kit.Wei
    validators_max: kit.Uint256
    unbonding_entries_max: kit.Uint256
    commission_bps_max: kit.Bps
    commission_change_bps_max: kit.Bps
    rotation_cooldown_s: kit.Seconds
    tier_1_wei: kit.Wei
    tier_2_wei: kit.Wei
    tier_3_wei: kit.Wei
    tier_4_wei: kit.Wei
    tier_5_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Validator(kit.Record):
    """A validator as queries show it."""

    validator: kit.Address
    moniker: str
    tokens_wei: kit.Wei
    shares: kit.Uint256
    self_bond_wei: kit.Wei
    commission_bps: kit.Bps
    commission_bps_max: kit.Bps
    commission_change_bps_max: kit.Bps
    commission_changed_s: kit.Seconds
    is_candidate: bool
    is_elected: bool
    consensus_address: kit.Address
    standing: Standing


@dataclass(frozen=True, slots=True)
class ValidatorPower(kit.Record):
    """A member of the validator set and its weight in consensus."""

    validator: kit.Address
    power: kit.Uint256


@dataclass(frozen=True, slots=True)
class Delegation(kit.Record):
    """An account's stake with one validator."""

    delegator: kit.Address
    validator: kit.Address
    shares: kit.Uint256
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Unbonding(kit.Record):
    """
    Stake on its way back to its owner; paid in the first block at or after `matures_s`.

    Until then it answers for faults from before it left: `amount_wei` is what slashes left of
    `initial_wei`.
    """

    id: kit.Uint256
    delegator: kit.Address
    validator: kit.Address
    amount_wei: kit.Wei
    started_height: kit.Height
    matures_s: kit.Seconds
    initial_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Redelegation(kit.Record):
    """Stake that went to another validator; stays, and answers for its source, to `matures_s`."""

    delegator: kit.Address
    source: kit.Address
    target: kit.Address
    amount_wei: kit.Wei
    started_height: kit.Height
    matures_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ValidatorCreated(kit.Event):
    """An account became a validator."""

    validator: Annotated[kit.Address, kit.INDEXED]
    moniker: str
    commission_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class ValidatorEdited(kit.Event):
    """A validator renamed itself."""

    validator: Annotated[kit.Address, kit.INDEXED]
    moniker: str


@dataclass(frozen=True, slots=True)
class CommissionChanged(kit.Event):
    """A validator takes another share of its delegators' rewards from now on."""

    validator: Annotated[kit.Address, kit.INDEXED]
    old_bps: kit.Bps
    new_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class CandidacyChanged(kit.Event):
    """A validator began, or ceased, to compete for the set."""

    validator: Annotated[kit.Address, kit.INDEXED]
    is_candidate: bool


@dataclass(frozen=True, slots=True)
class Delegated(kit.Event):
    """Stake was added behind a validator."""

    delegator: Annotated[kit.Address, kit.INDEXED]
    validator: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class UnbondingStarted(kit.Event):
    """Stake left a validator and waits to be paid."""

    delegator: Annotated[kit.Address, kit.INDEXED]
    validator: Annotated[kit.Address, kit.INDEXED]
    id: kit.Uint256
    amount_wei: kit.Wei
    matures_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class UnbondingFinished(kit.Event):
    """Stake that waited was paid to its owner."""

    delegator: Annotated[kit.Address, kit.INDEXED]
    id: kit.Uint256
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Redelegated(kit.Event):
    """Stake went from one validator to another without leaving the bond."""

    delegator: Annotated[kit.Address, kit.INDEXED]
    source: Annotated[kit.Address, kit.INDEXED]
    target: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei
    matures_s: kit.Seconds


@dataclass(frozen=True, slots=True)
class ValidatorSetChanged(kit.Event):
    """Another set of validators, or other powers, was elected."""

    validators: kit.Uint256
    power: kit.Uint256


@dataclass(frozen=True, slots=True)
class ConsensusKeyRotated(kit.Event):
    """A validator signs with another key as soon as the set that names it decides."""

    validator: Annotated[kit.Address, kit.INDEXED]
    old_address: kit.Address
    new_address: kit.Address


@dataclass(frozen=True, slots=True)
class StandingChanged(kit.Event):
    """A validator was jailed, freed, or shut out for good."""

    validator: Annotated[kit.Address, kit.INDEXED]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Slashed(kit.Event):
    """Stake behind a validator was destroyed for a fault; what had left it follows on its own."""

    validator: Annotated[kit.Address, kit.INDEXED]
    fault_height: kit.Height
    fraction_bps: kit.Bps
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class UnbondingSlashed(kit.Event):
    """Stake on its way back was destroyed for a fault from before it left."""

    delegator: Annotated[kit.Address, kit.INDEXED]
    id: kit.Uint256
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class RedelegationSlashed(kit.Event):
    """Stake that went to another validator was destroyed for a fault from before it left."""

    delegator: Annotated[kit.Address, kit.INDEXED]
    source: Annotated[kit.Address, kit.INDEXED]
    target: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


class AlreadyValidator(kit.Refusal):
    """This account is a validator already."""

    validator: kit.Address


class UnknownValidator(kit.Refusal):
    """No validator has this address."""

    validator: kit.Address


class BondTooSmall(kit.Refusal):
    """A validator must itself stake more than this."""

    bond_wei_min: kit.Wei
    found_wei: kit.Wei


class CandidatesFull(kit.Refusal):
    """All candidates' places are taken, and the weakest candidate has at least this stake."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class MonikerTooLong(kit.Refusal):
    """A moniker must be shorter than this."""

    bytes_max: kit.Uint256
    found_bytes: kit.Uint256


class CommissionTooHigh(kit.Refusal):
    """This commission is above the most that is allowed."""

    maximum_bps: kit.Bps
    found_bps: kit.Bps


class CommissionStepTooBig(kit.Refusal):
    """The commission may not move this far at once."""

    maximum_bps: kit.Bps
    found_bps: kit.Bps


class CommissionChangedRecently(kit.Refusal):
    """The commission may change again only at this time."""

    allowed_s: kit.Seconds


class ZeroAmount(kit.Refusal):
    """An amount above zero is needed."""


class TooManyDelegations(kit.Refusal):
    """An account may delegate to no more validators than this."""

    maximum: kit.Uint256


class StakeTooSmall(kit.Refusal):
    """The delegation is smaller than the amount asked for."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class TooManyEntries(kit.Refusal):
    """No more stake of one delegator may be in flight at this validator until some matures."""

    maximum: kit.Uint256


class SameValidator(kit.Refusal):
    """Stake cannot be redelegated to where it is."""

    validator: kit.Address


class RedelegationInFlight(kit.Refusal):
    """Stake arrived at this validator by redelegation and may not go on before it matures."""

    validator: kit.Address


class HeightNotPast(kit.Refusal):
    """Voting power is known of past heights only."""

    current: kit.Height
    found: kit.Height


class SharesWorthless(kit.Refusal):
    """Slashes left so little behind this validator that nobody can join the stake any more."""

    validator: kit.Address


class ConsensusAddressTaken(kit.Refusal):
    """This consensus address was used before; each is used by one validator, once."""

    consensus_address: kit.Address


class ProofInvalid(kit.Refusal):
    """The proof is not signed by the key of the new consensus address."""

    consensus_address: kit.Address
    reason: str


class RotatedRecently(kit.Refusal):
    """The consensus key may change again only at this time."""

    allowed_s: kit.Seconds


class NotJailed(kit.Refusal):
    """This validator is not jailed."""

    validator: kit.Address


class Tombstoned(kit.Refusal):
    """This validator broke consensus and is shut out for good."""

    validator: kit.Address


class FaultNotPast(kit.Refusal):
    """A fault can be punished only after it happened."""

    current: kit.Height
    found: kit.Height


CREATE_VALIDATOR: Final = kit.Call(
    "createValidator",
    (str, kit.Bps, kit.Bps, kit.Bps),
    payable=True,
)
CREATE_VALIDATOR_WITH_KEY: Final = kit.Call(
    "createValidatorWithKey",
    (str, kit.Bps, kit.Bps, kit.Bps, kit.Address, bytes),
    payable=True,
)
EDIT_VALIDATOR: Final = kit.Call("editValidator", (str,))
SET_COMMISSION: Final = kit.Call("setCommission", (kit.Bps,))
ROTATE_CONSENSUS_KEY: Final = kit.Call("rotateConsensusKey", (kit.Address, bytes))
DELEGATE: Final = kit.Call("delegate", (kit.Address,), payable=True)
UNDELEGATE: Final = kit.Call("undelegate", (kit.Address, kit.Wei))
REDELEGATE: Final = kit.Call("redelegate", (kit.Address, kit.Address, kit.Wei))
PARAMS: Final[kit.View[StakingParams]] = kit.View("params", (), StakingParams)
VALIDATOR: Final[kit.View[Validator]] = kit.View("validator", (kit.Address,), Validator)
VALIDATORS: Final[kit.View[tuple[Validator, ...]]] = kit.View(
    "validators",
    (kit.Uint256, kit.Uint256),
    tuple[Validator, ...],
)
OPERATORS: Final[kit.View[tuple[kit.Address, ...]]] = kit.View(
    "operators",
    (kit.Uint256, kit.Uint256),
    tuple[kit.Address, ...],
)
VALIDATOR_SET: Final[kit.View[tuple[ValidatorPower, ...]]] = kit.View(
    "validatorSet",
    (),
    tuple[ValidatorPower, ...],
)
CONSENSUS_SET: Final[kit.View[tuple[ValidatorPower, ...]]] = kit.View(
    "consensusSet",
    (),
    tuple[ValidatorPower, ...],
)
OPERATOR_OF: Final[kit.View[kit.Address]] = kit.View("operatorOf", (kit.Address,), kit.Address)
CONSENSUS_ADDRESS_OF: Final[kit.View[kit.Address]] = kit.View(
    "consensusAddressOf",
    (kit.Address,),
    kit.Address,
)
KEY_NONCE: Final[kit.View[kit.Uint256]] = kit.View("keyNonce", (kit.Address,), kit.Uint256)
KEY_PROOF_DIGEST: Final[kit.View[kit.Bytes32]] = kit.View(
    "keyProofDigest",
    (kit.Address,),
    kit.Bytes32,
)
STANDING_OF: Final[kit.View[Standing]] = kit.View("standingOf", (kit.Address,), Standing)
COMMISSION_OF: Final[kit.View[kit.Bps]] = kit.View("commissionOf", (kit.Address,), kit.Bps)
SHARES_OF: Final[kit.View[kit.Uint256]] = kit.View(
    "sharesOf",
    (kit.Address, kit.Address),
    kit.Uint256,
)
TOTAL_SHARES: Final[kit.View[kit.Uint256]] = kit.View("totalShares", (kit.Address,), kit.Uint256)
DELEGATION: Final[kit.View[Delegation]] = kit.View(
    "delegation",
    (kit.Address, kit.Address),
    Delegation,
)
DELEGATIONS_OF: Final[kit.View[tuple[Delegation, ...]]] = kit.View(
    "delegationsOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[Delegation, ...],
)
DELEGATIONS_TO: Final[kit.View[tuple[Delegation, ...]]] = kit.View(
    "delegationsTo",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[Delegation, ...],
)
UNBONDINGS_OF: Final[kit.View[tuple[Unbonding, ...]]] = kit.View(
    "unbondingsOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[Unbonding, ...],
)
REDELEGATIONS_OF: Final[kit.View[tuple[Redelegation, ...]]] = kit.View(
    "redelegationsOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[Redelegation, ...],
)
POWER_OF: Final[kit.View[kit.Wei]] = kit.View("powerOf", (kit.Address,), kit.Wei)
TIER_OF: Final[kit.View[kit.Uint256]] = kit.View("tierOf", (kit.Address,), kit.Uint256)
POWER_OF_AT: Final[kit.View[kit.Wei]] = kit.View("powerOfAt", (kit.Address, kit.Height), kit.Wei)
DELEGATIONS_AT: Final[kit.View[tuple[Delegation, ...]]] = kit.View(
    "delegationsAt",
    (kit.Address, kit.Height),
    tuple[Delegation, ...],
)
DELEGATION_AT: Final[kit.View[kit.Wei]] = kit.View(
    "delegationAt",
    (kit.Address, kit.Address, kit.Height),
    kit.Wei,
)
VALIDATOR_POWER_AT: Final[kit.View[kit.Wei]] = kit.View(
    "validatorPowerAt",
    (kit.Address, kit.Height),
    kit.Wei,
)
TOTAL_BONDED: Final[kit.View[kit.Wei]] = kit.View("totalBonded", (), kit.Wei)
TOTAL_POWER_AT: Final[kit.View[kit.Wei]] = kit.View("totalPowerAt", (kit.Height,), kit.Wei)
TOTAL_UNBONDING: Final[kit.View[kit.Wei]] = kit.View("totalUnbonding", (), kit.Wei)
TOTAL_SLASHED: Final[kit.View[kit.Wei]] = kit.View("totalSlashed", (), kit.Wei)


class Staking(kit.ModuleClient):
    """Staking: who validates, with how much at stake, and who votes with it."""

    NAME = "staking"
    ADDRESS = "0x0000000000000000000000000000000000000800"
    EVENTS = (
        ValidatorCreated,
        ValidatorEdited,
        CommissionChanged,
        CandidacyChanged,
        Delegated,
        UnbondingStarted,
        UnbondingFinished,
        Redelegated,
        ValidatorSetChanged,
        ConsensusKeyRotated,
        StandingChanged,
        Slashed,
        UnbondingSlashed,
        RedelegationSlashed,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        AlreadyValidator,
        UnknownValidator,
        BondTooSmall,
        CandidatesFull,
        MonikerTooLong,
        CommissionTooHigh,
        CommissionStepTooBig,
        CommissionChangedRecently,
        ZeroAmount,
        TooManyDelegations,
        StakeTooSmall,
        TooManyEntries,
        SameValidator,
        RedelegationInFlight,
        HeightNotPast,
        SharesWorthless,
        ConsensusAddressTaken,
        ProofInvalid,
        RotatedRecently,
        NotJailed,
        Tombstoned,
        FaultNotPast,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def create_validator(
        self,
        moniker: str,
        commission_bps: kit.Bps,
        commission_bps_max: kit.Bps,
        commission_change_bps_max: kit.Bps,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Become a validator with the coins sent as the first stake.

        Commission is in bps of the delegators' rewards; its maximum and its furthest change in a
        day, in bps, are promised to delegators for good. The account's own key signs until
        `rotate_consensus_key` names another.
        """
        return await self._send(
            CREATE_VALIDATOR,
            (moniker, commission_bps, commission_bps_max, commission_change_bps_max),
            value_wei,
        )

    async def create_validator_with_key(
        self,
        moniker: str,
        commission_bps: kit.Bps,
        commission_bps_max: kit.Bps,
        commission_change_bps_max: kit.Bps,
        consensus_address: kit.Address,
        proof: bytes,
        *,
        value_wei: int,
    ) -> Pending:
        """Become a validator whose blocks another key signs; `proof` as for a rotation."""
        return await self._send(
            CREATE_VALIDATOR_WITH_KEY,
            (moniker, commission_bps, commission_bps_max, commission_change_bps_max, consensus_address, proof),
            value_wei,
        )

    async def edit_validator(self, moniker: str) -> Pending:
        """Rename the calling validator."""
        return await self._send(EDIT_VALIDATOR, (moniker,))

    async def set_commission(self, commission_bps: kit.Bps) -> Pending:
        """Change the calling validator's commission, in bps, as far as it promised; once a day."""
        return await self._send(SET_COMMISSION, (commission_bps,))

    async def rotate_consensus_key(self, consensus_address: kit.Address, proof: bytes) -> Pending:
        """
        Let another key sign for the calling validator.

        `proof` is its signature (R, S, V of 0 or 1) of `key_proof_digest`. It signs from the block
        on whose set names it; keep the old key at work until then, and never use it again.
        """
        return await self._send(ROTATE_CONSENSUS_KEY, (consensus_address, proof))

    async def delegate(self, validator: kit.Address, *, value_wei: int) -> Pending:
        """Stake the coins sent behind a validator; they vote from the next block on."""
        return await self._send(DELEGATE, (validator,), value_wei)

    async def undelegate(self, validator: kit.Address, amount_wei: kit.Wei) -> Pending:
        """
        Take stake back; paid by itself after `unbonding_s`. Returns the unbonding's number.

        Until then it answers for what the validator did before.
        """
        return await self._send(UNDELEGATE, (validator, amount_wei))

    async def redelegate(
        self,
        source: kit.Address,
        target: kit.Address,
        amount_wei: kit.Wei,
    ) -> Pending:
        """
        Move stake to another validator without unbonding it.

        It may not hop on before `unbonding_s` is over: it answers for the source until then.
        """
        return await self._send(REDELEGATE, (source, target, amount_wei))

    async def params(self) -> StakingParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def validator(self, validator: kit.Address) -> Validator:
        """Return one validator; refused where there is none."""
        return await self._read(VALIDATOR, validator)

    async def validators(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Validator, ...]:
        """Return validators in the order of registration, at most PAGE_MAX."""
        return await self._read(VALIDATORS, offset, limit)

    async def operators(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[kit.Address, ...]:
        """Return validators' accounts in the order of registration, at most PAGE_MAX."""
        return await self._read(OPERATORS, offset, limit)

    async def validator_set(self) -> tuple[ValidatorPower, ...]:
        """Return who validates and with what power, by account, the strongest first."""
        return await self._read(VALIDATOR_SET)

    async def consensus_set(self) -> tuple[ValidatorPower, ...]:
        """Return who validates and with what power, by consensus address, the strongest first."""
        return await self._read(CONSENSUS_SET)

    async def operator_of(self, consensus_address: kit.Address) -> kit.Address:
        """Return the validator that signs, or ever signed, with an address; zero for strangers."""
        return await self._read(OPERATOR_OF, consensus_address)

    async def consensus_address_of(self, validator: kit.Address) -> kit.Address:
        """Return the address that a validator signs with; zero for strangers."""
        return await self._read(CONSENSUS_ADDRESS_OF, validator)

    async def key_nonce(self, validator: kit.Address) -> kit.Uint256:
        """Return how often a validator changed its key: what its next proof must name."""
        return await self._read(KEY_NONCE, validator)

    async def key_proof_digest(self, validator: kit.Address) -> kit.Bytes32:
        """Return what a key must sign to become the next that signs for an account."""
        return await self._read(KEY_PROOF_DIGEST, validator)

    async def standing_of(self, validator: kit.Address) -> Standing:
        """Return whether a validator is free, jailed or shut out for good."""
        return await self._read(STANDING_OF, validator)

    async def commission_of(self, validator: kit.Address) -> kit.Bps:
        """Return a validator's commission, in bps of the delegators' rewards."""
        return await self._read(COMMISSION_OF, validator)

    async def shares_of(self, validator: kit.Address, delegator: kit.Address) -> kit.Uint256:
        """Return an account's shares of a validator's stake; a slash does not change them."""
        return await self._read(SHARES_OF, validator, delegator)

    async def total_shares(self, validator: kit.Address) -> kit.Uint256:
        """Return all shares of a validator's stake."""
        return await self._read(TOTAL_SHARES, validator)

    async def delegation(self, delegator: kit.Address, validator: kit.Address) -> Delegation:
        """Return one account's stake with one validator; zero where there is none."""
        return await self._read(DELEGATION, delegator, validator)

    async def delegations_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Delegation, ...]:
        """Return an account's stakes, at most PAGE_MAX."""
        return await self._read(DELEGATIONS_OF, delegator, offset, limit)

    async def delegations_to(
        self,
        validator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Delegation, ...]:
        """Return the stakes behind a validator, at most PAGE_MAX."""
        return await self._read(DELEGATIONS_TO, validator, offset, limit)

    async def unbondings_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Unbonding, ...]:
        """Return an account's stakes on their way back, with when each is paid."""
        return await self._read(UNBONDINGS_OF, delegator, offset, limit)

    async def redelegations_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Redelegation, ...]:
        """Return an account's redelegated stakes that may not go on yet, at most PAGE_MAX."""
        return await self._read(REDELEGATIONS_OF, delegator, offset, limit)

    async def power_of(self, account: kit.Address) -> kit.Wei:
        """Return the stake an account has bonded now, in wei."""
        return await self._read(POWER_OF, account)

    async def tier_of(self, account: kit.Address) -> kit.Uint256:
        """Return the tier of perks that an account's bonded stake gives it, 0 to 5."""
        return await self._read(TIER_OF, account)

    async def power_of_at(self, account: kit.Address, height: kit.Height) -> kit.Wei:
        """Return the stake an account had bonded at the end of a past block, in wei."""
        return await self._read(POWER_OF_AT, account, height)

    async def delegations_at(
        self,
        delegator: kit.Address,
        height: kit.Height,
    ) -> tuple[Delegation, ...]:
        """Return an account's stakes at the end of a past block, at most DELEGATIONS_MAX."""
        return await self._read(DELEGATIONS_AT, delegator, height)

    async def delegation_at(
        self,
        delegator: kit.Address,
        validator: kit.Address,
        height: kit.Height,
    ) -> kit.Wei:
        """Return an account's stake with one validator at the end of a past block, in wei."""
        return await self._read(DELEGATION_AT, delegator, validator, height)

    async def validator_power_at(self, validator: kit.Address, height: kit.Height) -> kit.Wei:
        """Return all stake behind a validator at the end of a past block, in wei."""
        return await self._read(VALIDATOR_POWER_AT, validator, height)

    async def total_bonded(self) -> kit.Wei:
        """Return all bonded stake, in wei."""
        return await self._read(TOTAL_BONDED)

    async def total_power_at(self, height: kit.Height) -> kit.Wei:
        """Return all stake that was bonded at the end of a past block, in wei."""
        return await self._read(TOTAL_POWER_AT, height)

    async def total_unbonding(self) -> kit.Wei:
        """Return all stake on its way back to its owners, in wei."""
        return await self._read(TOTAL_UNBONDING)

    async def total_slashed(self) -> kit.Wei:
        """Return all stake that was ever destroyed for faults, in wei."""
        return await self._read(TOTAL_SLASHED)
