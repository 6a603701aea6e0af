"""
What a worker owes for a result after it is delivered: to show it, and to stand by it.

    COMMITTED, OPENING, CHALLENGED --> publish, reveal        CHALLENGED, shown --> respond, bonded
"""

import logging
from typing import Final

from agents.provider.account import Account
from agents.provider.journal import Journal
from agents.provider.policy import RESULT, Policy
from agents.provider.workbench import Workbench
from client.modules.compute import OrderView
from client.modules.verification import ClaimState

LOG: Final = logging.getLogger(__name__)
SHOWN_IN: Final = (ClaimState.COMMITTED, ClaimState.OPENING, ClaimState.CHALLENGED)


class Defence:
    """Shows results when they are due, and answers who objects to them."""

    def __init__(
        self, account: Account, journal: Journal, policy: Policy, workbench: Workbench
    ) -> None:
        self._account, self._journal, self._policy = account, journal, policy
        self._workbench = workbench
        self._verification = account.client.verification

    async def stand(self, view: OrderView) -> None:
        """Take the next step of an order's claim, if it is this provider's."""
        claim, result = view.progress.claim, self._journal.memory.results.get(view.number)
        if not claim or result is None:
            return
        standing = await self._verification.standing(claim)
        if standing.state in SHOWN_IN and not standing.is_revealed:
            await self._workbench.publish(result.digest)
            salt = self._account.client.wallet.salt(RESULT, view.number)
            await self._account.do(
                f"reveal {claim}", lambda: self._verification.reveal(claim, result.digest, salt)
            )
        elif standing.state == ClaimState.CHALLENGED:
            await self._respond(claim)

    async def _respond(self, claim: int) -> None:
        rounds = await self._verification.rounds_of(claim)
        bond_wei = rounds[-1].bond_wei
        if bond_wei > self._policy.respond_wei_max:
            LOG.warning(
                "claim %d: a bond of %d wei is more than the policy allows", claim, bond_wei
            )
            return
        await self._account.do(
            f"respond {claim}", lambda: self._verification.respond(claim, value_wei=bond_wei)
        )
