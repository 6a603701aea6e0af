"""
The client that people and programs use: a connection, and what they come to the chain for.

    job = await client.submit_job(terms, budget_wei=10**18)
    lease = await client.rent(terms, budget_wei=10**18)
    subscription = await client.subscribe(offer)
    channel = await client.open_channel(["guild/embed"], deposit_wei=10**18)
    await client.vote(proposal, Option.YES)

Every step below these is a module's own call and can be made alone: `client.compute.accept_bid`.
"""

from collections.abc import Sequence

from client.connection import Connection
from client.flows import beats, channels, jobs, keeping, leases, licences, votes
from client.flows.beats import Device
from client.flows.channels import SESSION_S, PayerChannel, Till
from client.flows.jobs import Engagement, Job, Seat
from client.flows.leases import Lease, Service
from client.flows.licences import Licence, Subscription
from client.kit.values import ZERO_ADDRESS
from client.modules.compute import OrderTerms
from client.modules.governance import Option, Proposal
from client.modules.model_fees import Voucher
from client.transactions import Receipt
from client.wallet import Wallet


class Client(Connection):
    """One chain, and the account that acts there, if any."""

    async def transfer(self, target: str, amount_wei: int) -> Receipt:
        """Send coins; raises TransactionError, NodeError."""
        return await (await self.send(target, value_wei=amount_wei)).receipt()

    # Compute, as a requester or tenant.
    async def submit_job(self, terms: OrderTerms, *, budget_wei: int) -> Job:
        """Ask for a result; what is kept aside for fees is sent on top. Raises Refusal."""
        return await jobs.submit_job(self, terms, budget_wei)

    async def rent(self, terms: OrderTerms, *, budget_wei: int) -> Lease:
        """Ask for a machine by the block. Raises Refusal."""
        return await leases.rent(self, terms, budget_wei)

    def job(self, order: int) -> Job:
        """Return a job that is there, as its requester."""
        return Job(self, order)

    def lease(self, order: int) -> Lease:
        """Return a lease that is there, as its tenant."""
        return Lease(self, order)

    # Compute, as a provider or judge.
    def engagement(self, order: int) -> Engagement:
        """Return a job as its provider: bid, start, commit, reveal."""
        return Engagement(self, order)

    def service(self, order: int) -> Service:
        """Return a lease as its lessor: bid, start, heartbeat, earn."""
        return Service(self, order)

    def seat(self, claim: int, round_: int) -> Seat:
        """Return a round that the account was drawn for: commit to a vote, open it."""
        return Seat(self, claim, round_)

    def device(self, number: int, key: Wallet) -> Device:
        """Return a device whose key is here: its beats."""
        return Device(self, number, key)

    # Data.
    async def buy(self, offer: int, *, holder: str = "", referrer: str = "") -> Licence:
        """Take an offer at the terms it has now and no other. Raises Refusal."""
        return await licences.buy(self, offer, holder=holder, referrer=referrer)

    async def subscribe(self, offer: int, *, holder: str = "", referrer: str = "") -> Subscription:
        """Take an offer that is renewed period by period. Raises Refusal."""
        return await licences.subscribe(self, offer, holder=holder, referrer=referrer)

    def licence(self, number: int) -> Licence:
        """Return a licence that is there, as its holder."""
        return Licence(self, number)

    def subscription(self, licence: int) -> Subscription:
        """Return a subscription that is there, as its holder or whoever renews it."""
        return Subscription(self, licence)

    # Models.
    async def open_channel(
        self,
        models: Sequence[str],
        deposit_wei: int,
        *,
        payee: str = ZERO_ADDRESS,
        session_s: int = SESSION_S,
        cap_wei: int = 0,
        period_s: int = 0,
        referrer: str = ZERO_ADDRESS,
    ) -> PayerChannel:
        """
        Put coins behind a session for some models, at the prices they have now and no higher.

        `payee` serves and redeems: whoever the first model's terms name where it is zero. At most
        `cap_wei` may be paid for each period begun (0: any amount). Raises Refusal.
        """
        return await channels.open_channel(
            self,
            models,
            deposit_wei,
            payee=payee,
            session_s=session_s,
            cap_wei=cap_wei,
            period_s=period_s,
            referrer=referrer,
        )

    async def payer_channel(self, channel: int) -> PayerChannel:
        """Return a channel that is there, as its payer; it knows what of it is redeemed."""
        return await channels.payer_channel(self, channel)

    async def till(self, channel: int, *, signers: Sequence[str] = ()) -> Till:
        """Return what takes a channel's vouchers for its payee."""
        return await channels.open_till(self, channel, signers)

    async def redeem(self, vouchers: Sequence[tuple[Voucher, bytes]]) -> list[Receipt]:
        """Redeem vouchers as the payee: the newest of each lane, of any channels."""
        return await channels.redeem(self, vouchers)

    # Governance.
    async def vote(self, proposal: int, option: Option) -> Receipt:
        """Vote with all the wallet's stake. Raises Refusal."""
        return await votes.vote(self, proposal, option)

    async def propose_parameter(
        self, title: str, summary: str, parameter: str, value: int, *, deposit_wei: int
    ) -> int:
        """Propose another value of a parameter, "compute.take_bps"; return the proposal."""
        return await votes.propose_parameter(
            self, title, summary, parameter, value, deposit_wei=deposit_wei
        )

    async def until_decided(self, proposal: int, *, timeout_s: float = 120.0) -> Proposal:
        """Return a proposal once it is over; raises NotReached."""
        return await votes.until_decided(self, proposal, timeout_s)

    # What anybody may do when it is due.
    async def overdue_orders(self, orders: Sequence[int]) -> list[int]:
        """Return which of some orders have a deadline that the chain has not acted on."""
        return await keeping.overdue_orders(self, orders)

    async def poke(self, order: int) -> Receipt:
        """Do what is overdue for an order; its reserve pays for it."""
        return await keeping.poke(self, order)

    async def renewable(self, licences: Sequence[int]) -> list[int]:
        """Return which of some subscriptions can be renewed out of what stands behind them."""
        return await keeping.renewable(self, licences)

    async def renew(self, licence: int) -> Receipt:
        """Renew a subscription out of what stands behind it, for a part of the price."""
        return await keeping.renew(self, licence)

    async def execute(self, claim: int) -> Receipt:
        """Settle the next round of a final claim, or tell who asked."""
        return await keeping.execute(self, claim)

    async def settle_channel(self, channel: int) -> Receipt:
        """End a channel's wait that is over."""
        return await keeping.settle_channel(self, channel)

    async def beat(self, device: int, key: Wallet, *, capacity: int = 1) -> Receipt | None:
        """Beat for a device where a window is open; None where none is."""
        return await beats.Device(self, device, key).beat(capacity)
