"""
Staking, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.staking import (
    Delegation,
    Redelegation,
    StakingParams,
    Standing,
    Unbonding,
    Validator,
    ValidatorPower,
)
from client.sync.faces import (ModuleClient, Pending)


class Staking(ModuleClient):
    """Staking: who validates, with how much at stake, and who votes with it."""

    def create_validator(
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
        return Pending(self._loop.run(self._inner.create_validator( moniker, commission_bps, commission_bps_max, commission_change_bps_max, value_wei=value_wei, )), self._loop)

    def create_validator_with_key(
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
        return Pending(self._loop.run(self._inner.create_validator_with_key( moniker, commission_bps, commission_bps_max, commission_change_bps_max, consensus_address, proof, value_wei=value_wei, )), self._loop)

    def edit_validator(self, moniker: str) -> Pending:
        """Rename the calling validator."""
        return Pending(self._loop.run(self._inner.edit_validator(moniker)), self._loop)

    def set_commission(self, commission_bps: kit.Bps) -> Pending:
        """Change the calling validator's commission, in bps, as far as it promised; once a day."""
        return Pending(self._loop.run(self._inner.set_commission(commission_bps)), self._loop)

    def rotate_consensus_key(self, consensus_address: kit.Address, proof: bytes) -> Pending:
        """
        Let another key sign for the calling validator.

        `proof` is its signature (R, S, V of 0 or 1) of `key_proof_digest`. It signs from the block
        on whose set names it; keep the old key at work until then, and never use it again.
        """
        return Pending(self._loop.run(self._inner.rotate_consensus_key(consensus_address, proof)), self._loop)

    def delegate(self, validator: kit.Address, *, value_wei: int) -> Pending:
        """Stake the coins sent behind a validator; they vote from the next block on."""
        return Pending(self._loop.run(self._inner.delegate(validator, value_wei=value_wei)), self._loop)

    def undelegate(self, validator: kit.Address, amount_wei: kit.Wei) -> Pending:
        """
        Take stake back; paid by itself after `unbonding_s`. Returns the unbonding's number.

        Until then it answers for what the validator did before.
        """
        return Pending(self._loop.run(self._inner.undelegate(validator, amount_wei)), self._loop)

    def redelegate(self, source: kit.Address, target: kit.Address, amount_wei: kit.Wei) -> Pending:
        """
        Move stake to another validator without unbonding it.

        It may not hop on before `unbonding_s` is over: it answers for the source until then.
        """
        return Pending(self._loop.run(self._inner.redelegate(source, target, amount_wei)), self._loop)

    def params(self) -> StakingParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def validator(self, validator: kit.Address) -> Validator:
        """Return one validator; refused where there is none."""
        return self._loop.run(self._inner.validator(validator))

    def validators(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Validator, ...]:
        """Return validators in the order of registration, at most PAGE_MAX."""
        return self._loop.run(self._inner.validators(offset, limit))

    def operators(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[kit.Address, ...]:
        """Return validators' accounts in the order of registration, at most PAGE_MAX."""
        return self._loop.run(self._inner.operators(offset, limit))

    def validator_set(self) -> tuple[ValidatorPower, ...]:
        """Return who validates and with what power, by account, the strongest first."""
        return self._loop.run(self._inner.validator_set())

    def consensus_set(self) -> tuple[ValidatorPower, ...]:
        """Return who validates and with what power, by consensus address, the strongest first."""
        return self._loop.run(self._inner.consensus_set())

    def operator_of(self, consensus_address: kit.Address) -> kit.Address:
        """Return the validator that signs, or ever signed, with an address; zero for strangers."""
        return self._loop.run(self._inner.operator_of(consensus_address))

    def consensus_address_of(self, validator: kit.Address) -> kit.Address:
        """Return the address that a validator signs with; zero for strangers."""
        return self._loop.run(self._inner.consensus_address_of(validator))

    def key_nonce(self, validator: kit.Address) -> kit.Uint256:
        """Return how often a validator changed its key: what its next proof must name."""
        return self._loop.run(self._inner.key_nonce(validator))

    def key_proof_digest(self, validator: kit.Address) -> kit.Bytes32:
        """Return what a key must sign to become the next that signs for an account."""
        return self._loop.run(self._inner.key_proof_digest(validator))

    def standing_of(self, validator: kit.Address) -> Standing:
        """Return whether a validator is free, jailed or shut out for good."""
        return self._loop.run(self._inner.standing_of(validator))

    def commission_of(self, validator: kit.Address) -> kit.Bps:
        """Return a validator's commission, in bps of the delegators' rewards."""
        return self._loop.run(self._inner.commission_of(validator))

    def shares_of(self, validator: kit.Address, delegator: kit.Address) -> kit.Uint256:
        """Return an account's shares of a validator's stake; a slash does not change them."""
        return self._loop.run(self._inner.shares_of(validator, delegator))

    def total_shares(self, validator: kit.Address) -> kit.Uint256:
        """Return all shares of a validator's stake."""
        return self._loop.run(self._inner.total_shares(validator))

    def delegation(self, delegator: kit.Address, validator: kit.Address) -> Delegation:
        """Return one account's stake with one validator; zero where there is none."""
        return self._loop.run(self._inner.delegation(delegator, validator))

    def delegations_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Delegation, ...]:
        """Return an account's stakes, at most PAGE_MAX."""
        return self._loop.run(self._inner.delegations_of(delegator, offset, limit))

    def delegations_to(
        self,
        validator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Delegation, ...]:
        """Return the stakes behind a validator, at most PAGE_MAX."""
        return self._loop.run(self._inner.delegations_to(validator, offset, limit))

    def unbondings_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Unbonding, ...]:
        """Return an account's stakes on their way back, with when each is paid."""
        return self._loop.run(self._inner.unbondings_of(delegator, offset, limit))

    def redelegations_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Redelegation, ...]:
        """Return an account's redelegated stakes that may not go on yet, at most PAGE_MAX."""
        return self._loop.run(self._inner.redelegations_of(delegator, offset, limit))

    def power_of(self, account: kit.Address) -> kit.Wei:
        """Return the stake an account has bonded now, in wei."""
        return self._loop.run(self._inner.power_of(account))

    def tier_of(self, account: kit.Address) -> kit.Uint256:
        """Return the tier of perks that an account's bonded stake gives it, 0 to 5."""
        return self._loop.run(self._inner.tier_of(account))

    def power_of_at(self, account: kit.Address, height: kit.Height) -> kit.Wei:
        """Return the stake an account had bonded at the end of a past block, in wei."""
        return self._loop.run(self._inner.power_of_at(account, height))

    def delegations_at(self, delegator: kit.Address, height: kit.Height) -> tuple[Delegation, ...]:
        """Return an account's stakes at the end of a past block, at most DELEGATIONS_MAX."""
        return self._loop.run(self._inner.delegations_at(delegator, height))

    def delegation_at(
        self,
        delegator: kit.Address,
        validator: kit.Address,
        height: kit.Height,
    ) -> kit.Wei:
        """Return an account's stake with one validator at the end of a past block, in wei."""
        return self._loop.run(self._inner.delegation_at(delegator, validator, height))

    def validator_power_at(self, validator: kit.Address, height: kit.Height) -> kit.Wei:
        """Return all stake behind a validator at the end of a past block, in wei."""
        return self._loop.run(self._inner.validator_power_at(validator, height))

    def total_bonded(self) -> kit.Wei:
        """Return all bonded stake, in wei."""
        return self._loop.run(self._inner.total_bonded())

    def total_power_at(self, height: kit.Height) -> kit.Wei:
        """Return all stake that was bonded at the end of a past block, in wei."""
        return self._loop.run(self._inner.total_power_at(height))

    def total_unbonding(self) -> kit.Wei:
        """Return all stake on its way back to its owners, in wei."""
        return self._loop.run(self._inner.total_unbonding())

    def total_slashed(self) -> kit.Wei:
        """Return all stake that was ever destroyed for faults, in wei."""
        return self._loop.run(self._inner.total_slashed())
