"""
Treasury, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.treasury import (Spending, TreasuryParams)
from client.sync.faces import (ModuleClient, Pending)


class Treasury(ModuleClient):
    """Treasury: the community pool, which only a passed proposal spends."""

    def fund(self, *, value_wei: int) -> Pending:
        """Give the coins sent to the pool."""
        return Pending(self._loop.run(self._inner.fund(value_wei=value_wei)), self._loop)

    def spend(self, recipient: kit.Address, amount_wei: kit.Wei, purpose: str) -> Pending:
        """Pay out of the pool; only a passed proposal does."""
        return Pending(self._loop.run(self._inner.spend(recipient, amount_wei, purpose)), self._loop)

    def params(self) -> TreasuryParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def balance(self) -> kit.Wei:
        """Return the coins in the pool, in wei."""
        return self._loop.run(self._inner.balance())

    def spent_total(self) -> kit.Wei:
        """Return all that was ever paid out, in wei."""
        return self._loop.run(self._inner.spent_total())

    def received_total(self) -> kit.Wei:
        """Return all that ever came in, in wei."""
        return self._loop.run(self._inner.received_total())

    def spendings(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Spending, ...]:
        """Return what was paid out, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.spendings(offset, limit))
