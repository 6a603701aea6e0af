"""What staking says when something happened."""

from chain.kit.record import Event, Indexed
from chain.types.primitives import Address, Bps, Height, Seconds, Wei
from modules.staking.records import Standing


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


class ConsensusKeyRotated(Event):
    """A validator signs with another key as soon as the set that names it decides."""

    validator: Indexed[Address]
    old_address: Address
    new_address: Address


class StandingChanged(Event):
    """A validator was jailed, freed, or shut out for good."""

    validator: Indexed[Address]
    standing: Standing


class Slashed(Event):
    """Stake behind a validator was destroyed for a fault; what had left it follows on its own."""

    validator: Indexed[Address]
    fault_height: Height
    fraction_bps: Bps
    amount_wei: Wei


class UnbondingSlashed(Event):
    """Stake on its way back was destroyed for a fault from before it left."""

    delegator: Indexed[Address]
    id: int
    amount_wei: Wei


class RedelegationSlashed(Event):
    """Stake that went to another validator was destroyed for a fault from before it left."""

    delegator: Indexed[Address]
    source: Indexed[Address]
    target: Indexed[Address]
    amount_wei: Wei
