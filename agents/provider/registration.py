"""
What a provider does once: it registers with compute and joins the roles it stands for.

    not there yet --call--> there     the node's fault: asked again     the chain says no: one line

Who is refused and owes nothing ends, so that its operator hears of it. Who has won orders or is to
judge goes on: to end would cost the bonds behind them.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Final

from agents.provider.account import Account, NodeUncertain
from agents.provider.policy import COIN, Policy, word
from client import ClientError, Pending, Refusal
from client.errors import TransactionFailed, TransactionReplaced
from client.modules.compute import Attribute, Capacity, ProviderState
from client.modules.shared import Denied, Paused, StateForbids
from client.modules.verification import BondTooSmall, MemberState, Role

LOG: Final = logging.getLogger(__name__)
ADVICE: Final[tuple[tuple[type[Refusal], str], ...]] = (
    (StateForbids, "this key acts from elsewhere, too: give each provider a key of its own"),
    (Denied, "the chain admits by a credential: ask its issuer for one for this account"),
    (Paused, "start again when governance has resumed the module"),
)
WAYS_BACK: Final = {
    MemberState.LEAVING: "it resigned; start again when its bond is back",
    MemberState.SUSPENDED: "its bond fell below the least; add to it by verification.topUp",
}
ELSE: Final = "change provider.toml accordingly and start again"


class StartRefused(ClientError):
    """The chain does not take this provider as its policy has it; the message says what to do."""


class Registration:
    """Brings the chain to what the policy says, whatever of it is not done yet."""

    def __init__(self, account: Account, policy: Policy) -> None:
        self._account, self._policy, self._client = account, policy, account.client

    async def complete(self) -> None:
        """Register and join; raises NodeError, and StartRefused where nothing is owed."""
        try:
            await self._register()
            for role, bond_wei in self._policy.roles.items():
                await self._join(role, bond_wei)
        except StartRefused as refused:
            if not await self._is_owing():
                raise
            LOG.error("%s", refused)

    async def _register(self) -> None:
        policy, compute = self._policy, self._client.compute
        shown = await compute.provider(self._client.address)
        if shown.state == ProviderState.ACTIVE:
            return
        attributes = [Attribute(word(n), word(t)) for n, t in policy.attributes.items()]
        capacities = [Capacity(word(policy.capacity_class), policy.jobs_max)]
        bond_wei = max(0, policy.bond_wei - shown.free_wei - shown.locked_wei)
        await self._must(
            "register_provider",
            lambda: compute.register_provider(
                policy.uri, attributes, capacities, value_wei=bond_wei
            ),
        )

    async def _join(self, role: Role, bond_wei: int) -> None:
        verification = self._client.verification
        name = role.name.lower()
        member = await verification.member(role, self._client.address)
        if member.state in (MemberState.LEAVING, MemberState.SUSPENDED):
            LOG.warning("%s: this key is not drawn: %s", name, WAYS_BACK[member.state])
        if member.state == MemberState.NOTHING:
            await self._must(f"join as {name}", lambda: verification.join(role, value_wei=bond_wei))

    async def _is_owing(self) -> bool:
        """Whether orders or duties wait for this account."""
        me, client = self._client.address, self._client
        orders = await client.compute.engagements_of(me, 0, 1)
        return bool(orders or await client.verification.duties_of(me, 0, 1))

    async def _must(self, name: str, call: Callable[[], Awaitable[Pending]]) -> None:
        """Make a call that the provider cannot be without."""
        try:
            await self._account.must(name, call)
        except TransactionReplaced as replaced:
            raise NodeUncertain(f"{name}: {replaced}") from replaced  # the next look tells
        except (Refusal, TransactionFailed) as refusal:
            raise StartRefused(f"{name}: {refusal}: {advice_on(name, refusal)}") from refusal


def advice_on(name: str, refusal: ClientError) -> str:
    """Return what an operator can do about a start that was refused."""
    if isinstance(refusal, BondTooSmall):
        role = name.rpartition(" ")[2]
        needed_wei = refusal.needed_wei
        return f"put {role}_wei = {needed_wei} ({needed_wei / COIN:g} coins) or more under [roles]"
    found = (advice for kind, advice in ADVICE if isinstance(refusal, kind))
    return next(found, ELSE)
