"""
Analytics, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.analytics import (AnalyticsParams, EpochView, Market, Rates, Tally, Utilisation)
from client.modules.shared import Leg
from client.sync.faces import ModuleClient


class Analytics(ModuleClient):
    """
    Analytics: what markets were really paid for, counted on chain, so that use is told from talk.
    """

    def params(self) -> AnalyticsParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def current_epoch(self) -> EpochView:
        """Return the running epoch so far."""
        return self._loop.run(self._inner.current_epoch())

    def epoch(self, number: kit.Uint256) -> EpochView:
        """Return an epoch of the whole network; the newest 400 that are over are kept."""
        return self._loop.run(self._inner.epoch(number))

    def history(self, first: kit.Uint256, limit: kit.Uint256) -> tuple[EpochView, ...]:
        """Return closed epochs from a number on, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.history(first, limit))

    def totals(self) -> Tally:
        """Return what all markets did so far; who paid in two markets is one payer."""
        return self._loop.run(self._inner.totals())

    def market_totals(self, market: Market) -> Tally:
        """Return what one market, or ALL of them, did so far."""
        return self._loop.run(self._inner.market_totals(market))

    def market_epoch(self, market: Market, number: kit.Uint256) -> Tally:
        """Return what one market, or ALL of them, did in an epoch."""
        return self._loop.run(self._inner.market_epoch(market, number))

    def active_payers(self, market: Market, number: kit.Uint256) -> kit.Uint256:
        """Return how many accounts paid a market, or ALL of them, in an epoch."""
        return self._loop.run(self._inner.active_payers(market, number))

    def revenue(self, market: Market, leg: Leg) -> kit.Wei:
        """Return what one leg of a market's payments, or of ALL, got so far, in wei."""
        return self._loop.run(self._inner.revenue(market, leg))

    def charged(self, market: Market) -> kit.Wei:
        """Return what payers of a market, or of ALL, were charged so far, in wei."""
        return self._loop.run(self._inner.charged(market))

    def rates(self, market: Market) -> Rates:
        """Return how much of a market, or of ALL, is disputed, lost and refunded, in bps."""
        return self._loop.run(self._inner.rates(market))

    def utilisation(self, number: kit.Uint256) -> Utilisation:
        """Return how much of compute and devices was in use when an epoch ended, in bps."""
        return self._loop.run(self._inner.utilisation(number))
