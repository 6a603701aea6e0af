"""
Every module by its name.

Rendered by `python -m cli.render` from the asynchronous directory; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from client.sync.loop import Face

if TYPE_CHECKING:
    from client.sync.modules.staking import Staking
    from client.sync.modules.rewards import Rewards
    from client.sync.modules.slashing import Slashing
    from client.sync.modules.beacon import Beacon
    from client.sync.modules.governance import Governance
    from client.sync.modules.treasury import Treasury
    from client.sync.modules.token import Token
    from client.sync.modules.bridge import Bridge
    from client.sync.modules.identity import Identity
    from client.sync.modules.licensing import Licensing
    from client.sync.modules.model_fees import ModelFees
    from client.sync.modules.compute import Compute
    from client.sync.modules.verification import Verification
    from client.sync.modules.devices import Devices
    from client.sync.modules.analytics import Analytics
    from client.sync.modules.mint import Mint


class Directory(Face):
    """The modules of a client."""

    @property
    def staking(self) -> Staking:
        """Staking: who validates, with how much at stake, and who votes with it."""
        from client.sync.modules.staking import Staking

        return Staking(self._inner.staking, self._loop)

    @property
    def rewards(self) -> Rewards:
        """Rewards: what validators and delegators earn for deciding blocks."""
        from client.sync.modules.rewards import Rewards

        return Rewards(self._inner.rewards, self._loop)

    @property
    def slashing(self) -> Slashing:
        """
        Slashing: validators that break consensus, or are not there, lose stake and their seat.
        """
        from client.sync.modules.slashing import Slashing

        return Slashing(self._inner.slashing, self._loop)

    @property
    def beacon(self) -> Beacon:
        """
        Beacon: every proposer reveals the next link of a hash chain that it committed to with its
        stake.
        """
        from client.sync.modules.beacon import Beacon

        return Beacon(self._inner.beacon, self._loop)

    @property
    def governance(self) -> Governance:
        """Governance: proposals, votes and the parameters of every module."""
        from client.sync.modules.governance import Governance

        return Governance(self._inner.governance, self._loop)

    @property
    def treasury(self) -> Treasury:
        """Treasury: the community pool, which only a passed proposal spends."""
        from client.sync.modules.treasury import Treasury

        return Treasury(self._inner.treasury, self._loop)

    @property
    def token(self) -> Token:
        """
        Token: the native coin as Ethereum's standards know tokens, on the same ledger as balances.
        """
        from client.sync.modules.token import Token

        return Token(self._inner.token, self._loop)

    @property
    def bridge(self) -> Bridge:
        """
        Bridge: packets to and from other chains, each proven, each delivered or refunded, once.
        """
        from client.sync.modules.bridge import Bridge

        return Bridge(self._inner.bridge, self._loop)

    @property
    def identity(self) -> Identity:
        """
        Identity: who somebody is, as far as it must be known, who says so, and what that lets them
        do.
        """
        from client.sync.modules.identity import Identity

        return Identity(self._inner.identity, self._loop)

    @property
    def licensing(self) -> Licensing:
        """Licensing: who may use which data for what, and who gets paid for it."""
        from client.sync.modules.licensing import Licensing

        return Licensing(self._inner.licensing, self._loop)

    @property
    def model_fees(self) -> ModelFees:
        """Model fees: what models cost, who pays, and who is paid."""
        from client.sync.modules.model_fees import ModelFees

        return ModelFees(self._inner.model_fees, self._loop)

    @property
    def compute(self) -> Compute:
        """Compute: jobs and leases, from the order to the last coin."""
        from client.sync.modules.compute import Compute

        return Compute(self._inner.compute, self._loop)

    @property
    def verification(self) -> Verification:
        """Verification: whether work is what was asked for, by levels that anybody may raise."""
        from client.sync.modules.verification import Verification

        return Verification(self._inner.verification, self._loop)

    @property
    def devices(self) -> Devices:
        """Devices: who serves from where, with how much at stake, and what that earns."""
        from client.sync.modules.devices import Devices

        return Devices(self._inner.devices, self._loop)

    @property
    def analytics(self) -> Analytics:
        """
        Analytics: what markets were really paid for, counted on chain, so that use is told from
        talk.
        """
        from client.sync.modules.analytics import Analytics

        return Analytics(self._inner.analytics, self._loop)

    @property
    def mint(self) -> Mint:
        """Mint: the schedule of issuance, and the one ledger of the coin supply."""
        from client.sync.modules.mint import Mint

        return Mint(self._inner.mint, self._loop)
