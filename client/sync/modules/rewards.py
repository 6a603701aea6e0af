"""
Rewards, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.rewards import (DelegationReward, RewardsParams)
from client.sync.faces import (ModuleClient, Pending)


class Rewards(ModuleClient):
    """Rewards: what validators and delegators earn for deciding blocks."""

    def withdraw(self, validator: kit.Address) -> Pending:
        """Take what the caller's stake with a validator has earned; returns the wei."""
        return Pending(self._loop.run(self._inner.withdraw(validator)), self._loop)

    def withdraw_all(self, offset: kit.Uint256, limit: kit.Uint256) -> Pending:
        """
        Take what the caller's stake has earned with many validators; returns the wei.

        They stand in the order of `rewards_of`, at most WITHDRAWALS_MAX at a time.
        """
        return Pending(self._loop.run(self._inner.withdraw_all(offset, limit)), self._loop)

    def withdraw_commission(self) -> Pending:
        """Take the calling validator's commission; returns the wei."""
        return Pending(self._loop.run(self._inner.withdraw_commission()), self._loop)

    def set_withdraw_address(self, payee: kit.Address) -> Pending:
        """Have the caller's rewards and commission paid to another address; one's own undoes it."""
        return Pending(self._loop.run(self._inner.set_withdraw_address(payee)), self._loop)

    def params(self) -> RewardsParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def pending(self, delegator: kit.Address, validator: kit.Address) -> kit.Wei:
        """Return what an account may take for its stake with a validator now, in wei."""
        return self._loop.run(self._inner.pending(delegator, validator))

    def rewards_of(
        self,
        delegator: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[DelegationReward, ...]:
        """Return what an account may take, validator by validator, at most PAGE_MAX."""
        return self._loop.run(self._inner.rewards_of(delegator, offset, limit))

    def commission(self, validator: kit.Address) -> kit.Wei:
        """Return what a validator may take as its commission, in wei."""
        return self._loop.run(self._inner.commission(validator))

    def outstanding(self, validator: kit.Address) -> kit.Wei:
        """Return all that a validator and its delegators have earned and not taken, in wei."""
        return self._loop.run(self._inner.outstanding(validator))

    def index(self, validator: kit.Address) -> kit.Uint256:
        """Return what one share of a validator ever earned, in wei times 10**36."""
        return self._loop.run(self._inner.index(validator))

    def withdraw_address(self, account: kit.Address) -> kit.Address:
        """Return where an account's rewards and commission are paid to."""
        return self._loop.run(self._inner.withdraw_address(account))

    def owed(self) -> kit.Wei:
        """Return all that is earned and not taken, the community's part included, in wei."""
        return self._loop.run(self._inner.owed())

    def community(self) -> kit.Wei:
        """Return what the treasury is paid next, in wei."""
        return self._loop.run(self._inner.community())

    def undistributed(self) -> kit.Wei:
        """Return the income that is nobody's yet, in wei."""
        return self._loop.run(self._inner.undistributed())
