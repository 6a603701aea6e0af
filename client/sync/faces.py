"""
Synchronous faces of the client's classes.

Rendered by `python -m cli.render` from the asynchronous classes; not to be edited.
"""

from __future__ import annotations

from client import blocks
from client.blocks import Block
from client.connection import (E, T)
from client.errors import (
    ArgumentInvalid,
    NotReached,
    TransactionFailed,
    TransactionReplaced,
    WalletMissing,
)
from client.fees import Fees
from client.flows import licences
from client.flows.channels import (SESSION_S, Till)
from client.kit.methods import (Read, View)
from client.kit.records import (Message, Refusal)
from client.kit.values import (ZERO_ADDRESS, ZERO_BYTES32)
from client.logs import Logged
from client.modules import compute
from client.modules.compute import (Bid, Offer, OrderState, OrderTerms, OrderView)
from client.modules.devices import (Beat, NextBeat, SignedBeat)
from client.modules.governance import (Option, Proposal)
from client.modules.licensing import LicenceView
from client.modules.model_fees import Voucher
from client.outbox import (OnSigned, Outbox)
from client.sync.directory import Directory
from client.sync.loop import (Face, Root)
from client.transactions import (Receipt, SignedTransaction)
from client.wallet import Wallet
from collections.abc import (Iterator, Mapping, Sequence)
from typing import (Any, Self)


class Pending(Face):
    """A transaction that the node knows, until a block has it."""

    @property
    def signed(self) -> SignedTransaction:
        """The newest of the transactions that have this nonce."""
        return self._inner.signed

    @property
    def hash(self) -> str:
        """The newest transaction's hash."""
        return self._inner.hash

    def replace(self, fees: Fees | None = None) -> None:
        """Offer more for the same; without fees, as much more as a node asks, or as prices rose."""
        return self._loop.run(self._inner.replace(fees))

    def receipt(self, timeout_s: float | None = None) -> Receipt:
        """
        Return how it ended, once a block has it.

        Raises the module's own Refusal, TransactionFailed, TransactionReplaced, NotMined.
        """
        return self._loop.run(self._inner.receipt(timeout_s))


class ModuleClient(Face):
    """
    One module of the chain: its views, calls and events, typed.

    `at(height)` returns the same reading the state after a block.
    """

    def at(self, height: int) -> Self:
        """Return this module as it was after a block."""
        return type(self)(self._inner.at(height), self._loop)

    def events(
        self,
        *kinds: type[E],
        from_height: int | None = None,
        after: tuple[int, int] | None = None,
        where: Mapping[str, Any] | None = None,
    ) -> Iterator[Logged[E]]:
        """
        Return this module's events as they become final; without kinds, all of them.

        Begins with the block `from_height` or right after the log `after` = (height, log index);
        with the next block where neither is given. Nothing is lost or told twice over a
        reconnect. `where` holds values of indexed fields, for one kind.
        """
        return self._loop.iterate(self._inner.events(*kinds, from_height=from_height, after=after, where=where))

    def reading(self, view: View[T], *values: Any) -> Read[T]:
        """Return a view with its arguments, for `Client.read_many`; raises ArgumentInvalid."""
        return self._inner.reading(view, *values)


class Connection(Root, Directory):
    """One chain as seen through one node, and the account that acts there, if any."""

    def using(self, key: Wallet | bytes | str, *, on_signed: OnSigned | None = None) -> Self:
        """Return this client, acting as another account; the connection is shared."""
        return type(self)(self._inner.using(key, on_signed=on_signed), self._loop)

    @property
    def outbox(self) -> Outbox:
        """What sends for the account; raises WalletMissing where there is none."""
        return self._inner.outbox

    @property
    def wallet(self) -> Wallet:
        """The wallet that signs; raises WalletMissing where there is none."""
        return self._inner.wallet

    @property
    def address(self) -> str:
        """The account that acts; raises WalletMissing where there is none."""
        return self._inner.address

    def sign(self, message: Message) -> bytes:
        """Return the account's signature of a message, for this chain."""
        return self._inner.sign(message)

    def height(self) -> int:
        """Return the number of the newest block; raises NodeError."""
        return self._loop.run(self._inner.height())

    def balance_wei(self, account: str | None = None, *, height: int | None = None) -> int:
        """Return an account's coins, in wei; the wallet's own where none is named."""
        return self._loop.run(self._inner.balance_wei(account, height=height))

    def fees(self) -> Fees:
        """Return prices of gas that a transaction is taken for now; raises NodeError."""
        return self._loop.run(self._inner.fees())

    def read(self, read: Read[T], *, height: int | None = None) -> T:
        """Return one view; raises the module's Refusal, NodeError."""
        return self._loop.run(self._inner.read(read, height=height))

    def read_many(self, reads: Sequence[Read[Any]], *, height: int | None = None) -> list[Any]:
        """
        Return several views of one block's state, asked for together.

        A view that was refused has its Refusal in its place. Raises NodeError.
        """
        return self._loop.run(self._inner.read_many(reads, height=height))

    def send(
        self,
        to: str,
        data: bytes = b'',
        *,
        value_wei: int = 0,
        gas: int = 0,
        fees: Fees | None = None,
        refusals: Sequence[type[Refusal]] = (),
    ) -> Pending:
        """Send a transaction; gas and fees are found where they are not given."""
        return Pending(self._loop.run(self._inner.send(to, data, value_wei=value_wei, gas=gas, fees=fees, refusals=refusals)), self._loop)

    def receipt(self, transaction_hash: str) -> Receipt | None:
        """Return how a transaction ended, well or not; None while no block has it."""
        return self._loop.run(self._inner.receipt(transaction_hash))

    def resume(self, raw: bytes) -> Pending:
        """Return a transaction that was signed before, sent again if the node forgot it."""
        return Pending(self._loop.run(self._inner.resume(raw)), self._loop)

    def block(self, height: int | None = None) -> Block:
        """Return a block; the newest where none is named. Raises NotFound, NodeError."""
        return self._loop.run(self._inner.block(height))

    def blocks(self, from_height: int | None = None) -> Iterator[Block]:
        """Yield every block from a height on, each once, as it becomes final, for ever."""
        return self._loop.iterate(self._inner.blocks(from_height))

    def events(
        self,
        *kinds: type[E],
        source: str | None = None,
        from_height: int | None = None,
        after: tuple[int, int] | None = None,
        where: Mapping[str, Any] | None = None,
    ) -> Iterator[Logged[E]]:
        """
        Yield events as they become final, each once, in order; see ModuleClient.events.

        `source` is whose events; any account's where it is None. Raises ArgumentInvalid,
        RequestFailed.
        """
        return self._loop.iterate(self._inner.events(*kinds, source=source, from_height=from_height, after=after, where=where))

    def past_events(
        self,
        *kinds: type[E],
        source: str | None = None,
        from_height: int = 0,
        to_height: int | None = None,
        where: Mapping[str, Any] | None = None,
    ) -> list[Logged[E]]:
        """Return events of blocks that are there, the oldest first; raises NodeError."""
        return self._loop.run(self._inner.past_events( *kinds, source=source, from_height=from_height, to_height=to_height, where=where, ))


class Order(Face):
    """One order of the compute market: what either side of it may ask."""

    def show(self) -> OrderView:
        """Return the order as it stands."""
        return self._loop.run(self._inner.show())

    def state(self) -> OrderState:
        """Return where it stands."""
        return self._loop.run(self._inner.state())

    def until(self, *states: OrderState, timeout_s: float = 60.0) -> OrderView:
        """
        Return the order once it is in one of these states; of none, once it is over.

        Raises NotReached where it is over in another state, or the time is.
        """
        return self._loop.run(self._inner.until(*states, timeout_s=timeout_s))


class Job(Order):
    """An order as its requester sees it."""

    def bids(self) -> dict[int, Bid]:
        """Return the open bids by number, the cheapest first."""
        return self._loop.run(self._inner.bids())

    def first_bids(self, *, timeout_s: float = 60.0) -> dict[int, Bid]:
        """Return the open bids once there are any; raises NotReached."""
        return self._loop.run(self._inner.first_bids(timeout_s=timeout_s))

    def accept_bid(self, bid: int) -> Receipt:
        """Pick a bid."""
        return self._loop.run(self._inner.accept_bid(bid))

    def accept_result(self) -> Receipt:
        """Say that the result is good: that is final, and pays."""
        return self._loop.run(self._inner.accept_result())

    def cancel_order(self) -> Receipt:
        """Withdraw the order before it begins."""
        return self._loop.run(self._inner.cancel_order())


class Engagement(Order):
    """An order as its provider sees it."""

    def place_bid(self, offer: Offer) -> int:
        """Offer to serve; return the bid's number."""
        return self._loop.run(self._inner.place_bid(offer))

    def start(self) -> Receipt:
        """Say that the work begins."""
        return self._loop.run(self._inner.start())

    def submit_result(self, digest: bytes, units: int) -> int:
        """Commit to a result's digest; return the verifier's claim, 0 where nobody judges."""
        return self._loop.run(self._inner.submit_result(digest, units))

    def reveal(self, claim: int, digest: bytes) -> Receipt:
        """Show the digest that was committed to."""
        return self._loop.run(self._inner.reveal(claim, digest))

    def seal(self, digest: bytes) -> bytes:
        """Return the commitment to a digest."""
        return self._inner.seal(digest)

    def salt(self) -> bytes:
        """Return what hides the result until it is shown."""
        return self._inner.salt()


class Seat(Face):
    """A round of a claim that the account was drawn for."""

    def seal_vote(self, value: int) -> Receipt:
        """Commit to a vote; what the value means, `open_vote` of the module says."""
        return self._loop.run(self._inner.seal_vote(value))

    def open_vote(self, value: int) -> Receipt:
        """Show the vote that was committed to."""
        return self._loop.run(self._inner.open_vote(value))

    def salt(self) -> bytes:
        """Return what hides the vote until it is shown."""
        return self._inner.salt()


class Lease(Job):
    """A lease as its tenant sees it."""

    def lease(self) -> compute.Lease:
        """Return earnings, predicted depletion and deadlines as of this block."""
        return self._loop.run(self._inner.lease())

    def top_up(self, amount_wei: int) -> Receipt:
        """Add coins to the budget."""
        return self._loop.run(self._inner.top_up(amount_wei))

    def end_lease(self) -> Receipt:
        """End it now; what is not used comes back when it is settled."""
        return self._loop.run(self._inner.end_lease())


class Service(Engagement):
    """A lease as its lessor sees it."""

    def heartbeat(self) -> Receipt:
        """Say that the lease is served; what was earned so far is proven."""
        return self._loop.run(self._inner.heartbeat())

    def withdraw_earnings(self) -> Receipt:
        """Take what is older than the holdback."""
        return self._loop.run(self._inner.withdraw_earnings())


class Licence(Face):
    """A licence as its holder sees it."""

    def show(self) -> LicenceView:
        """Return the licence as it stands."""
        return self._loop.run(self._inner.show())

    def use(self, count: int, purpose: int, app: bytes, receipt: bytes) -> Receipt:
        """Write a use down; `purpose` is a bit of the offer's mask."""
        return self._loop.run(self._inner.use(count, purpose, app, receipt))

    def waive(self) -> Receipt:
        """Give it up."""
        return self._loop.run(self._inner.waive())


class Subscription(Licence):
    """A licence that is renewed, period by period."""

    def fund_standing(self, amount_wei: int, *, price_wei_max: int, total_wei_max: int) -> Receipt:
        """Put coins behind renewals, up to these caps for one and for all."""
        return self._loop.run(self._inner.fund_standing(amount_wei, price_wei_max=price_wei_max, total_wei_max=total_wei_max))

    def renew(self, value_wei: int = 0) -> Receipt:
        """Pay for the next period, with coins or out of what stands behind it."""
        return self._loop.run(self._inner.renew(value_wei))

    def cancel(self) -> Receipt:
        """Renew no more; it goes on to the end of what is paid."""
        return self._loop.run(self._inner.cancel())


class PayerChannel(Face):
    """
    A channel as its payer sees it; it signs as the client's wallet, the payer or its agent.

    `signed` is what was signed for before: the newest voucher of each lane, or what of it is
    redeemed where the payee has no newer one.
    """

    @property
    def number(self) -> int:
        """The channel's number."""
        return self._inner.number

    @property
    def signed_wei(self) -> int:
        """What the newest vouchers of all lanes owe together."""
        return self._inner.signed_wei

    @property
    def left_wei(self) -> int:
        """What may still be signed for."""
        return self._inner.left_wei

    def pay(
        self,
        units: Sequence[int],
        *,
        lane: int = 0,
        request: bytes = ZERO_BYTES32,
        receipt_root: bytes | None = None,
    ) -> tuple[Voucher, bytes]:
        """
        Sign for one more request at the session's prices; return the voucher and its signature.

        `request` is the hash of what was asked and answered. `receipt_root` is the payee's, where
        it keeps the receipts; else it is that of the receipts of this object. Raises
        ArgumentInvalid where that would be more than the channel holds.
        """
        return self._inner.pay(units, lane=lane, request=request, receipt_root=receipt_root)

    def top_up(self, amount_wei: int) -> Receipt:
        """Add coins to the deposit."""
        return self._loop.run(self._inner.top_up(amount_wei))

    def close(self) -> Receipt:
        """Begin to close alone; the payee has a while to redeem its latest."""
        return self._loop.run(self._inner.close())

    def farewell(self, paid_wei: int) -> bytes:
        """Sign that nothing is owed beyond what is paid, for a close at once."""
        return self._inner.farewell(paid_wei)


class Device(Face):
    """A device whose own key is here; the client's wallet pays for what it sends."""

    def next_beat(self) -> NextBeat:
        """Return the window it should beat in next."""
        return self._loop.run(self._inner.next_beat())

    def signed_beat(
        self,
        window: NextBeat,
        capacity: int,
        root: bytes = ZERO_BYTES32,
    ) -> SignedBeat:
        """Return a beat for a window, signed by the device's key."""
        return self._inner.signed_beat(window, capacity, root)

    def beat(self, capacity: int = 1, root: bytes = ZERO_BYTES32) -> Receipt | None:
        """Beat where a window is open; None where none is, or it closes too soon."""
        return self._loop.run(self._inner.beat(capacity, root))


class Client(Connection):
    """One chain, and the account that acts there, if any."""

    def transfer(self, target: str, amount_wei: int) -> Receipt:
        """Send coins; raises TransactionError, NodeError."""
        return self._loop.run(self._inner.transfer(target, amount_wei))

    def submit_job(self, terms: OrderTerms, *, budget_wei: int) -> Job:
        """Ask for a result; what is kept aside for fees is sent on top. Raises Refusal."""
        return Job(self._loop.run(self._inner.submit_job(terms, budget_wei=budget_wei)), self._loop)

    def rent(self, terms: OrderTerms, *, budget_wei: int) -> Lease:
        """Ask for a machine by the block. Raises Refusal."""
        return Lease(self._loop.run(self._inner.rent(terms, budget_wei=budget_wei)), self._loop)

    def job(self, order: int) -> Job:
        """Return a job that is there, as its requester."""
        return Job(self._inner.job(order), self._loop)

    def lease(self, order: int) -> Lease:
        """Return a lease that is there, as its tenant."""
        return Lease(self._inner.lease(order), self._loop)

    def engagement(self, order: int) -> Engagement:
        """Return a job as its provider: bid, start, commit, reveal."""
        return Engagement(self._inner.engagement(order), self._loop)

    def service(self, order: int) -> Service:
        """Return a lease as its lessor: bid, start, heartbeat, earn."""
        return Service(self._inner.service(order), self._loop)

    def seat(self, claim: int, round_: int) -> Seat:
        """Return a round that the account was drawn for: commit to a vote, open it."""
        return Seat(self._inner.seat(claim, round_), self._loop)

    def device(self, number: int, key: Wallet) -> Device:
        """Return a device whose key is here: its beats."""
        return Device(self._inner.device(number, key), self._loop)

    def buy(self, offer: int, *, holder: str = '', referrer: str = '') -> Licence:
        """Take an offer at the terms it has now and no other. Raises Refusal."""
        return Licence(self._loop.run(self._inner.buy(offer, holder=holder, referrer=referrer)), self._loop)

    def subscribe(self, offer: int, *, holder: str = '', referrer: str = '') -> Subscription:
        """Take an offer that is renewed period by period. Raises Refusal."""
        return Subscription(self._loop.run(self._inner.subscribe(offer, holder=holder, referrer=referrer)), self._loop)

    def licence(self, number: int) -> Licence:
        """Return a licence that is there, as its holder."""
        return Licence(self._inner.licence(number), self._loop)

    def subscription(self, licence: int) -> Subscription:
        """Return a subscription that is there, as its holder or whoever renews it."""
        return Subscription(self._inner.subscription(licence), self._loop)

    def open_channel(
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
        return PayerChannel(self._loop.run(self._inner.open_channel( models, deposit_wei, payee=payee, session_s=session_s, cap_wei=cap_wei, period_s=period_s, referrer=referrer, )), self._loop)

    def payer_channel(self, channel: int) -> PayerChannel:
        """Return a channel that is there, as its payer; it knows what of it is redeemed."""
        return PayerChannel(self._loop.run(self._inner.payer_channel(channel)), self._loop)

    def till(self, channel: int, *, signers: Sequence[str] = ()) -> Till:
        """Return what takes a channel's vouchers for its payee."""
        return self._loop.run(self._inner.till(channel, signers=signers))

    def redeem(self, vouchers: Sequence[tuple[Voucher, bytes]]) -> list[Receipt]:
        """Redeem vouchers as the payee: the newest of each lane, of any channels."""
        return self._loop.run(self._inner.redeem(vouchers))

    def vote(self, proposal: int, option: Option) -> Receipt:
        """Vote with all the wallet's stake. Raises Refusal."""
        return self._loop.run(self._inner.vote(proposal, option))

    def propose_parameter(
        self,
        title: str,
        summary: str,
        parameter: str,
        value: int,
        *,
        deposit_wei: int,
    ) -> int:
        """Propose another value of a parameter, "compute.take_bps"; return the proposal."""
        return self._loop.run(self._inner.propose_parameter(title, summary, parameter, value, deposit_wei=deposit_wei))

    def until_decided(self, proposal: int, *, timeout_s: float = 120.0) -> Proposal:
        """Return a proposal once it is over; raises NotReached."""
        return self._loop.run(self._inner.until_decided(proposal, timeout_s=timeout_s))

    def overdue_orders(self, orders: Sequence[int]) -> list[int]:
        """Return which of some orders have a deadline that the chain has not acted on."""
        return self._loop.run(self._inner.overdue_orders(orders))

    def poke(self, order: int) -> Receipt:
        """Do what is overdue for an order; its reserve pays for it."""
        return self._loop.run(self._inner.poke(order))

    def renewable(self, licences: Sequence[int]) -> list[int]:
        """Return which of some subscriptions can be renewed out of what stands behind them."""
        return self._loop.run(self._inner.renewable(licences))

    def renew(self, licence: int) -> Receipt:
        """Renew a subscription out of what stands behind it, for a part of the price."""
        return self._loop.run(self._inner.renew(licence))

    def execute(self, claim: int) -> Receipt:
        """Settle the next round of a final claim, or tell who asked."""
        return self._loop.run(self._inner.execute(claim))

    def settle_channel(self, channel: int) -> Receipt:
        """End a channel's wait that is over."""
        return self._loop.run(self._inner.settle_channel(channel))

    def beat(self, device: int, key: Wallet, *, capacity: int = 1) -> Receipt | None:
        """Beat for a device where a window is open; None where none is."""
        return self._loop.run(self._inner.beat(device, key, capacity=capacity))
