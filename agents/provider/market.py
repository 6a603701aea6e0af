"""
The provider's side of the compute market: bids, and orders that it won.

    open order --policy, content at hand--> bid        MATCHED --> start
    RUNNING --> run, journal --> submit a seal          SUBMITTED --> shown and defended: defence
"""

import asyncio
import logging
from typing import Final

from agents.provider.account import Account
from agents.provider.defence import Defence
from agents.provider.journal import Journal
from agents.provider.policy import RESULT, Policy
from agents.provider.workbench import Unfit, Workbench
from client.flows.seals import result_seal
from client.modules.compute import Compute, Offer, OrderState, OrderView
from client.modules.shared import Level

LOG: Final = logging.getLogger(__name__)
PAGE: Final = 100  # entries of one page of a view
AGAIN_BLOCKS: Final = 20  # until an order is looked at again whose content was not there
NEVER: Final = 2**63
PAGES_MAX: Final = 50  # of open orders that are looked at in one turn
OPENLY: Final = (Level.NONE, Level.REQUESTER)  # nobody else is paid for the same result


class Market:
    """Finds orders, serves them, one step a turn for each."""

    def __init__(
        self, account: Account, journal: Journal, policy: Policy, workbench: Workbench
    ) -> None:
        self._account, self._journal, self._policy = account, journal, policy
        self._workbench = workbench
        self._compute = account.client.compute
        self._defence = Defence(account, journal, policy, workbench)
        self._refused: dict[int, int] = {}  # orders, and the height at which to look again
        self._jobs: dict[int, asyncio.Task[None]] = {}
        self.engaged: dict[int, OrderState] = {}

    async def find(self) -> None:
        """Bid on what there is to bid on."""
        first, height = 1, await self._account.client.height()
        for _ in range(PAGES_MAX):
            numbers = await self._compute.open_order_numbers(first, PAGE)
            for number in numbers:
                is_new = number not in self._journal.memory.bids
                if is_new and self._refused.get(number, 0) <= height:
                    await self._account.contain(f"order {number}", self._bid(number, height))
            if len(numbers) < PAGE:
                return
            first = numbers[-1] + 1

    async def serve(self) -> None:
        """Take the next step of every order that was won."""
        me = self._account.client.address
        numbers = await self._compute.engagements_of(me, 0, PAGE)
        views = [await self._compute.order(number) for number in numbers]
        self.engaged = {view.number: view.progress.state for view in views}
        for view in views:
            await self._account.contain(f"order {view.number}", self._serve(view))

    async def close(self) -> None:
        """Leave the jobs that run; they begin anew after a restart."""
        for job in self._jobs.values():
            job.cancel()
        await asyncio.gather(*self._jobs.values(), return_exceptions=True)

    async def _bid(self, number: int, height: int) -> None:
        """Bid, or say why not, and when that may have changed."""
        view = await self._compute.order(number)
        reason = self._policy.refuses(view, self._account.client.address)
        again_at, price_wei = NEVER, 0
        if not reason:
            try:
                kind = await self._workbench.kind_of(view.terms.spec)
            except Unfit as unfit:
                reason, again_at = str(unfit), height + AGAIN_BLOCKS
            else:
                price_wei = self._policy.kinds[kind].floor_wei
        if not reason and price_wei > view.terms.price_max_wei:
            reason = f"it pays {view.terms.price_max_wei} wei, less than {price_wei}"
        if not reason and not await self._place(number, price_wei):
            reason, again_at = "the chain took no bid", height + AGAIN_BLOCKS
        if reason:
            LOG.info("no bid on order %d: %s", number, reason)
            self._refused[number] = again_at

    async def _place(self, number: int, price_wei: int) -> bool:
        """Bid once: a bid that was sent before a crash is seen on the chain."""
        me = self._account.client.address
        bids = await self._compute.open_bids_on(number)
        owners = [(await self._compute.bid(bid)).provider for bid in bids]
        if me not in owners:
            offer = Offer(price_wei=price_wei)
            receipt = await self._account.do(
                f"place_bid {number}", lambda: self._compute.place_bid(number, offer)
            )
            if receipt is None:
                return False
        self._journal.note_bid(number)
        return True

    async def _serve(self, view: OrderView) -> None:
        number, state = view.number, view.progress.state
        if state == OrderState.MATCHED:
            await self._account.do(f"start {number}", lambda: self._compute.start(number))
        elif state == OrderState.RUNNING and number in self._journal.memory.results:
            await self._submit(view)
        elif state == OrderState.RUNNING:
            self._begin(view)
        elif state in (OrderState.SUBMITTED, OrderState.DISPUTED):
            await self._defence.stand(view)

    def _begin(self, view: OrderView) -> None:
        """Let a job run, if it does not; the turn goes on meanwhile."""
        job = self._jobs.get(view.number)
        if job is not None and not job.done():
            return
        if job is not None and not job.cancelled() and job.exception() is not None:
            LOG.error("order %d could not be run: %s", view.number, job.exception())
        self._jobs[view.number] = asyncio.create_task(self._run(view.number, view.terms.spec))

    async def _run(self, number: int, spec: bytes) -> None:
        result = await self._workbench.do(spec)
        self._journal.note_result(number, result)

    async def _submit(self, view: OrderView) -> None:
        """Deliver what the journal has; what nobody else is paid for finding is shown at once."""
        result, me = self._journal.memory.results[view.number], self._account.client.address
        if view.terms.claim.level in OPENLY:
            await self._workbench.publish(result.digest)
        salt = self._account.client.wallet.salt(RESULT, view.number)
        seal = result_seal(Compute.ADDRESS, view.number, me, result.digest, salt)
        await self._account.do(
            f"submit_result {view.number}",
            lambda: self._compute.submit_result(view.number, seal, result.units),
        )
