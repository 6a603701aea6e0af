"""Every module by its name. Rendered from modules by `python -m cli.render`; not to be edited."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from client.kit.methods import ModuleClient

if TYPE_CHECKING:
    from client.modules.staking import Staking
    from client.modules.rewards import Rewards
    from client.modules.slashing import Slashing
    from client.modules.beacon import Beacon
    from client.modules.governance import Governance
    from client.modules.treasury import Treasury
    from client.modules.token import Token
    from client.modules.bridge import Bridge
    from client.modules.identity import Identity
    from client.modules.licensing import Licensing
    from client.modules.model_fees import ModelFees
    from client.modules.compute import Compute
    from client.modules.verification import Verification
    from client.modules.devices import Devices
    from client.modules.analytics import Analytics
    from client.modules.mint import Mint

NAMES_BY_ADDRESS: Final = {
    "0x0000000000000000000000000000000000000800": "staking",
    "0x0000000000000000000000000000000000000801": "rewards",
    "0x0000000000000000000000000000000000000806": "slashing",
    "0x0000000000000000000000000000000000000809": "beacon",
    "0x0000000000000000000000000000000000000805": "governance",
    "0x0000000000000000000000000000000000000807": "treasury",
    "0x0000000000000000000000000000000000000804": "token",
    "0x0000000000000000000000000000000000000802": "bridge",
    "0x0000000000000000000000000000000000000A05": "identity",
    "0x0000000000000000000000000000000000000a02": "licensing",
    "0x0000000000000000000000000000000000000a03": "model_fees",
    "0x0000000000000000000000000000000000000A00": "compute",
    "0x0000000000000000000000000000000000000a01": "verification",
    "0x0000000000000000000000000000000000000a04": "devices",
    "0x0000000000000000000000000000000000000a06": "analytics",
    "0x0000000000000000000000000000000000000808": "mint",
}
NAMES: Final = tuple(NAMES_BY_ADDRESS.values())


def module_class(name: str) -> type[ModuleClient]:
    """Return the class of a module by its name."""
    page: Any = import_module(f"client.modules.{name}")
    kinds = (item for item in vars(page).values() if isinstance(item, type))
    return next(k for k in kinds if getattr(k, "NAME", None) == name)


class Directory:
    """The modules of a client, each loaded when it is first used."""

    @cached_property
    def staking(self) -> Staking:
        """Staking: who validates, with how much at stake, and who votes with it."""
        from client.modules.staking import Staking

        client: Any = self
        return Staking(client)

    @cached_property
    def rewards(self) -> Rewards:
        """Rewards: what validators and delegators earn for deciding blocks."""
        from client.modules.rewards import Rewards

        client: Any = self
        return Rewards(client)

    @cached_property
    def slashing(self) -> Slashing:
        """
        Slashing: validators that break consensus, or are not there, lose stake and their seat.
        """
        from client.modules.slashing import Slashing

        client: Any = self
        return Slashing(client)

    @cached_property
    def beacon(self) -> Beacon:
        """
        Beacon: every proposer reveals the next link of a hash chain that it committed to with its
        stake.
        """
        from client.modules.beacon import Beacon

        client: Any = self
        return Beacon(client)

    @cached_property
    def governance(self) -> Governance:
        """Governance: proposals, votes and the parameters of every module."""
        from client.modules.governance import Governance

        client: Any = self
        return Governance(client)

    @cached_property
    def treasury(self) -> Treasury:
        """Treasury: the community pool, which only a passed proposal spends."""
        from client.modules.treasury import Treasury

        client: Any = self
        return Treasury(client)

    @cached_property
    def token(self) -> Token:
        """
        Token: the native coin as Ethereum's standards know tokens, on the same ledger as balances.
        """
        from client.modules.token import Token

        client: Any = self
        return Token(client)

    @cached_property
    def bridge(self) -> Bridge:
        """
        Bridge: packets to and from other chains, each proven, each delivered or refunded, once.
        """
        from client.modules.bridge import Bridge

        client: Any = self
        return Bridge(client)

    @cached_property
    def identity(self) -> Identity:
        """
        Identity: who somebody is, as far as it must be known, who says so, and what that lets them
        do.
        """
        from client.modules.identity import Identity

        client: Any = self
        return Identity(client)

    @cached_property
    def licensing(self) -> Licensing:
        """Licensing: who may use which data for what, and who gets paid for it."""
        from client.modules.licensing import Licensing

        client: Any = self
        return Licensing(client)

    @cached_property
    def model_fees(self) -> ModelFees:
        """Model fees: what models cost, who pays, and who is paid."""
        from client.modules.model_fees import ModelFees

        client: Any = self
        return ModelFees(client)

    @cached_property
    def compute(self) -> Compute:
        """Compute: jobs and leases, from the order to the last coin."""
        from client.modules.compute import Compute

        client: Any = self
        return Compute(client)

    @cached_property
    def verification(self) -> Verification:
        """Verification: whether work is what was asked for, by levels that anybody may raise."""
        from client.modules.verification import Verification

        client: Any = self
        return Verification(client)

    @cached_property
    def devices(self) -> Devices:
        """Devices: who serves from where, with how much at stake, and what that earns."""
        from client.modules.devices import Devices

        client: Any = self
        return Devices(client)

    @cached_property
    def analytics(self) -> Analytics:
        """
        Analytics: what markets were really paid for, counted on chain, so that use is told from
        talk.
        """
        from client.modules.analytics import Analytics

        client: Any = self
        return Analytics(client)

    @cached_property
    def mint(self) -> Mint:
        """Mint: the schedule of issuance, and the one ledger of the coin supply."""
        from client.modules.mint import Mint

        client: Any = self
        return Mint(client)
