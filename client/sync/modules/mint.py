"""
Mint, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.mint import MintParams
from client.sync.faces import (ModuleClient, Pending)


class Mint(ModuleClient):
    """Mint: the schedule of issuance, and the one ledger of the coin supply."""

    def burn_coins(self, *, value_wei: int) -> Pending:
        """Destroy the coins sent, for good."""
        return Pending(self._loop.run(self._inner.burn_coins(value_wei=value_wei)), self._loop)

    def params(self) -> MintParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def supply(self) -> kit.Wei:
        """Return all coins there are at the end of the last block, in wei."""
        return self._loop.run(self._inner.supply())

    def genesis_supply(self) -> kit.Wei:
        """Return the coins the chain began with, in wei."""
        return self._loop.run(self._inner.genesis_supply())

    def minted(self) -> kit.Wei:
        """Return the coins created since genesis, in wei."""
        return self._loop.run(self._inner.minted())

    def burned(self) -> kit.Wei:
        """Return the coins destroyed since genesis, in wei."""
        return self._loop.run(self._inner.burned())

    def supply_cap(self) -> kit.Wei:
        """Return the most coins there may be by issuance, in wei."""
        return self._loop.run(self._inner.supply_cap())

    def inflation_rate(self) -> kit.Uint256:
        """Return what is issued in a year at the rate of now, in 10**-18 of the supply."""
        return self._loop.run(self._inner.inflation_rate())

    def annual_provisions(self) -> kit.Wei:
        """Return what would be issued in a year at the rate of now were there no cap, in wei."""
        return self._loop.run(self._inner.annual_provisions())

    def bonded_ratio(self) -> kit.Uint256:
        """Return the share of the supply that is at stake, in 10**-18."""
        return self._loop.run(self._inner.bonded_ratio())

    def allowance(self) -> kit.Wei:
        """Return what devices may draw, in wei; it is no coin yet."""
        return self._loop.run(self._inner.allowance())
