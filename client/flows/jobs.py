"""
Jobs: a result for a budget, from the order to the last coin, for both sides.

    submit_job --> Job: bids, accept_bid, accept_result, until settled
    Engagement: the same order as its provider sees it: place_bid, start, submit_result, reveal
    Seat: a round that the account was drawn for: seal_vote, open_vote

Seals are made with `Wallet.salt`, so a program that lost everything but its key can still open
what it committed to.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from client.errors import ArgumentInvalid, NotReached
from client.flows.seals import result_seal, vote_seal
from client.modules import compute
from client.modules.compute import (
    Bid,
    BidPlaced,
    Offer,
    OrderOpened,
    OrderState,
    OrderTerms,
    OrderView,
    ResultSubmitted,
)
from client.transactions import Receipt

if TYPE_CHECKING:
    from client.connection import Connection

RESERVE_TRIES = 16  # of what to send, until the budget is left of it; three are enough
OVER = (
    OrderState.CANCELLED,
    OrderState.EXPIRED,
    OrderState.FAILED_START,
    OrderState.MISSED,
    OrderState.SETTLED,
)


async def open_order(client: Connection, terms: OrderTerms, budget_wei: int) -> tuple[int, Receipt]:
    """
    Open an order whose budget is `budget_wei`; return its number and the receipt.

    What the module keeps aside for fees (`reserve`) is sent on top; where that grows with what is
    sent, rounding may leave a few wei more. Raises Refusal, ArgumentInvalid.
    """
    value_wei = await with_reserve(client, terms, budget_wei)
    receipt = await (await client.compute.open_order(terms, value_wei=value_wei)).receipt()
    return receipt.one(OrderOpened).order, receipt


async def with_reserve(client: Connection, terms: OrderTerms, budget_wei: int) -> int:
    """
    Return what to send with an order so that the budget is left of it, in wei.

    The reserve grows in proportion to what is sent, so each step is as large as the last one's
    error says: a few steps, whatever the proportion. Raises Refusal, ArgumentInvalid.
    """
    value_wei, step_wei, missing_before = budget_wei, 0, 0
    for _ in range(RESERVE_TRIES):
        missing = budget_wei - (value_wei - await client.compute.reserve(terms, value_wei))
        if missing <= 0:
            return value_wei
        gained_wei = missing_before - missing
        step_wei = missing * step_wei // gained_wei + 1 if gained_wei > 0 else missing
        value_wei, missing_before = value_wei + step_wei, missing
    raise ArgumentInvalid(f"no budget is left of {value_wei:,} wei on these terms")


class Order:
    """One order of the compute market: what either side of it may ask."""

    def __init__(self, client: Connection, number: int) -> None:
        self.client, self.number = client, number

    async def show(self) -> OrderView:
        """Return the order as it stands."""
        return await self.client.compute.order(self.number)

    async def state(self) -> OrderState:
        """Return where it stands."""
        return (await self.show()).progress.state

    async def until(self, *states: OrderState, timeout_s: float = 60.0) -> OrderView:
        """
        Return the order once it is in one of these states; of none, once it is over.

        Raises NotReached where it is over in another state, or the time is.
        """
        wanted = states or OVER
        return await self.client.until(
            self.show,
            lambda view: _is_in(view, wanted),
            timeout_s,
            f"order {self.number} {_names(wanted)}",
        )


def _is_in(view: OrderView, wanted: Sequence[OrderState]) -> bool:
    """Whether an order is where it is waited for; raises NotReached where it never will be."""
    state = view.progress.state
    if state in OVER and state not in wanted:
        raise NotReached(f"order {view.number} is {state.name}, and was to be {_names(wanted)}")
    return state in wanted


def _names(states: Sequence[OrderState]) -> str:
    return " or ".join(state.name for state in states)


class Job(Order):
    """An order as its requester sees it."""

    async def bids(self) -> dict[int, Bid]:
        """Return the open bids by number, the cheapest first."""
        numbers = await self.client.compute.open_bids_on(self.number)
        reads = [self.client.compute.reading(compute.BID, number) for number in numbers]
        found = zip(numbers, await self.client.read_many(reads), strict=True)
        bids = {number: bid for number, bid in found if isinstance(bid, Bid)}
        return dict(sorted(bids.items(), key=lambda item: (item[1].price_wei, item[0])))

    async def first_bids(self, *, timeout_s: float = 60.0) -> dict[int, Bid]:
        """Return the open bids once there are any; raises NotReached."""
        return await self.client.until(self.bids, bool, timeout_s, f"bids on {self.number}")

    async def accept_bid(self, bid: int) -> Receipt:
        """Pick a bid."""
        return await (await self.client.compute.accept_bid(self.number, bid)).receipt()

    async def accept_result(self) -> Receipt:
        """Say that the result is good: that is final, and pays."""
        return await (await self.client.compute.accept_result(self.number)).receipt()

    async def cancel_order(self) -> Receipt:
        """Withdraw the order before it begins."""
        return await (await self.client.compute.cancel_order(self.number)).receipt()


class Engagement(Order):
    """An order as its provider sees it."""

    async def place_bid(self, offer: Offer) -> int:
        """Offer to serve; return the bid's number."""
        pending = await self.client.compute.place_bid(self.number, offer)
        return (await pending.receipt()).one(BidPlaced).bid

    async def start(self) -> Receipt:
        """Say that the work begins."""
        return await (await self.client.compute.start(self.number)).receipt()

    async def submit_result(self, digest: bytes, units: int) -> int:
        """Commit to a result's digest; return the verifier's claim, 0 where nobody judges."""
        seal = self.seal(digest)
        pending = await self.client.compute.submit_result(self.number, seal, units)
        return (await pending.receipt()).one(ResultSubmitted).claim

    async def reveal(self, claim: int, digest: bytes) -> Receipt:
        """Show the digest that was committed to."""
        salt = self.salt()
        return await (await self.client.verification.reveal(claim, digest, salt)).receipt()

    def seal(self, digest: bytes) -> bytes:
        """Return the commitment to a digest."""
        me = self.client.address
        return result_seal(compute.Compute.ADDRESS, self.number, me, digest, self.salt())

    def salt(self) -> bytes:
        """Return what hides the result until it is shown."""
        return self.client.wallet.salt("result", self.client.chain_id, self.number)


class Seat:
    """A round of a claim that the account was drawn for."""

    def __init__(self, client: Connection, claim: int, round_: int) -> None:
        self.client, self.claim, self.round = client, claim, round_

    async def seal_vote(self, value: int) -> Receipt:
        """Commit to a vote; what the value means, `open_vote` of the module says."""
        seal = vote_seal(self.claim, self.round, self.client.address, value, self.salt())
        return await (await self.client.verification.seal_vote(self.claim, seal)).receipt()

    async def open_vote(self, value: int) -> Receipt:
        """Show the vote that was committed to."""
        pending = await self.client.verification.open_vote(self.claim, value, self.salt())
        return await pending.receipt()

    def salt(self) -> bytes:
        """Return what hides the vote until it is shown."""
        return self.client.wallet.salt("vote", self.client.chain_id, self.claim, self.round)


async def submit_job(client: Connection, terms: OrderTerms, budget_wei: int) -> Job:
    """Ask for a result; raises Refusal."""
    if terms.kind != compute.Kind.JOB:
        raise ArgumentInvalid("a job's terms expected: kind=Kind.JOB; `rent` opens leases")
    number, _ = await open_order(client, terms, budget_wei)
    return Job(client, number)
