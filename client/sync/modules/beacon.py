"""
Beacon, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.beacon import (BeaconParams, CommitmentInfo, Misses)
from client.sync.faces import ModuleClient


class Beacon(ModuleClient):
    """
    Beacon: every proposer reveals the next link of a hash chain that it committed to with its
    stake.
    """

    def params(self) -> BeaconParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def commitment(self, validator: kit.Address) -> CommitmentInfo:
        """Return a validator's chain and the one that follows it; zeros where there is none."""
        return self._loop.run(self._inner.commitment(validator))

    def links_left(self, validator: kit.Address) -> kit.Uint256:
        """Return how many links a validator's chain has left; 0 where it owes none."""
        return self._loop.run(self._inner.links_left(validator))

    def misses(self, validator: kit.Address) -> Misses:
        """Return how many links a validator missed, in all and in its window."""
        return self._loop.run(self._inner.misses(validator))
