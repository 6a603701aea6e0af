"""
Slashing, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.slashing import (SigningInfo, SlashingParams)
from client.sync.faces import (ModuleClient, Pending)


class Slashing(ModuleClient):
    """Slashing: validators that break consensus, or are not there, lose stake and their seat."""

    def unjail(self) -> Pending:
        """
        Let the calling validator compete again.

        Refused before its time is over, while its own stake is below the bond, and for good after
        a fault against consensus.
        """
        return Pending(self._loop.run(self._inner.unjail()), self._loop)

    def params(self) -> SlashingParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def signing_info(self, validator: kit.Address) -> SigningInfo:
        """Return how a validator keeps its duty; zeros for who never had one."""
        return self._loop.run(self._inner.signing_info(validator))

    def jailed_until(self, validator: kit.Address) -> kit.Seconds:
        """Return the time from which a jailed validator may ask to be freed; 0 if never jailed."""
        return self._loop.run(self._inner.jailed_until(validator))

    def is_tombstoned(self, validator: kit.Address) -> bool:
        """Return whether a validator was shut out for good."""
        return self._loop.run(self._inner.is_tombstoned(validator))

    def missed_blocks_max(self) -> kit.Uint256:
        """Return how many blocks of a window a validator may miss."""
        return self._loop.run(self._inner.missed_blocks_max())
