"""
A provider as judge of others' work: it runs the same again, and says what it found.

    drawn --run--> value --journal--> seal_vote --> open_vote
        replica: its own digest        auditor: the distance        juror: all or nothing for it
"""

import asyncio
import logging
from typing import Final

from agents.provider.account import Account
from agents.provider.journal import Journal
from agents.provider.policy import VOTE
from agents.provider.workbench import Unfit, Workbench
from client.flows.seals import vote_seal
from client.modules.compute import Compute
from client.modules.shared import Level
from client.modules.verification import ClaimState, Duty

LOG: Final = logging.getLogger(__name__)
PAGE: Final = 100
ALL_BPS: Final = 10_000  # a juror's vote: bps of the pay that are the worker's


class Judge:
    """Does the duties of the roles that the provider stands for."""

    def __init__(self, account: Account, journal: Journal, workbench: Workbench) -> None:
        self._account, self._journal, self._workbench = account, journal, workbench
        self._verification, self._compute = account.client.verification, account.client.compute
        self._works: dict[tuple[int, int], asyncio.Task[None]] = {}
        self._unfit: dict[int, str] = {}  # claims that cannot be judged here

    async def serve(self) -> None:
        """Take the next step of every duty."""
        me = self._account.client.address
        for duty in await self._verification.duties_of(me, 0, PAGE):
            is_sealing = duty.state == ClaimState.VOTING and not duty.is_sealed
            is_opening = duty.state == ClaimState.OPENING and duty.is_sealed and not duty.is_opened
            if (is_sealing or is_opening) and duty.claim not in self._unfit:
                await self._account.contain(f"claim {duty.claim}", self._vote(duty, is_sealing))

    async def close(self) -> None:
        """Leave what runs; it begins anew after a restart."""
        for work in self._works.values():
            work.cancel()
        await asyncio.gather(*self._works.values(), return_exceptions=True)

    async def _vote(self, duty: Duty, is_sealing: bool) -> None:
        key = duty.claim, duty.round
        if key not in self._journal.memory.votes:
            self._begin(duty)
            return
        value = self._journal.memory.votes[key]
        salt = self._account.client.wallet.salt(VOTE, *key)
        if is_sealing:
            seal = vote_seal(*key, self._account.client.address, value, salt)
            await self._account.do(
                f"seal_vote {duty.claim}", lambda: self._verification.seal_vote(duty.claim, seal)
            )
        else:
            await self._account.do(
                f"open_vote {duty.claim}",
                lambda: self._verification.open_vote(duty.claim, value, salt),
            )

    def _begin(self, duty: Duty) -> None:
        """Let the work run again, if it does not; the turn goes on meanwhile."""
        key = duty.claim, duty.round
        work = self._works.get(key)
        if work is not None and not work.done():
            return
        if work is not None and not work.cancelled() and work.exception() is not None:
            LOG.error("claim %d could not be judged: %s", duty.claim, work.exception())
        self._works[key] = asyncio.create_task(self._find(duty))

    async def _find(self, duty: Duty) -> None:
        try:
            value = await self._value(duty)
        except Unfit as unfit:
            LOG.warning("claim %d cannot be judged here: %s", duty.claim, unfit)
            self._unfit[duty.claim] = str(unfit)
            return
        self._journal.note_vote(duty.claim, duty.round, value)

    async def _value(self, duty: Duty) -> int:
        """Return what this judge says; raises Unfit."""
        claim = await self._verification.claim(duty.claim)
        if claim.asker != Compute.ADDRESS:
            raise Unfit(f"{claim.asker} asked, and only orders of compute are judged here")
        order = await self._compute.order(claim.subject)
        rounds = await self._verification.rounds_of(duty.claim)
        mine = await self._workbench.do(order.terms.spec)
        level = rounds[duty.round].level
        if level == Level.REDUNDANCY:
            return int.from_bytes(mine.digest, "big")
        standing = await self._verification.standing(duty.claim)
        found = await self._workbench.distance(order.terms.spec, mine.digest, standing.digest)
        if level == Level.JURY:
            return ALL_BPS if found <= claim.terms.tolerance else 0
        return found
