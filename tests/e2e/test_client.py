"""The Python client against a real development chain: every market, every amount to the wei."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field, replace

import pytest
from eth_hash.auto import keccak

from cli.devnet import dev_accounts
from client import Client
from client.flows.channels import VoucherRefused, cost_wei
from client.kit import ZERO_BYTES32
from client.modules.compute import Capacity, ClaimTerms, Level, Offer, OrderState, OrderTerms
from client.modules.governance import Option, Status, Voted
from client.modules.licensing import (
    AssetCreated,
    LicenceState,
    Renewed,
    Terms,
    TermsAttached,
    VersionTerms,
)
from client.modules.licensing import Kind as LicenceKind
from client.modules.model_fees import ChannelState, Prices, Redeemed, RevenueSplit
from client.modules.token import Transfer
from client.modules.verification import ClaimState, Progress, Role
from client.transactions import SignedTransaction
from tests.e2e.devnet import Devnet

pytestmark = pytest.mark.e2e

COIN = 10**18
CLASS = b"cpu".ljust(32, b"\0")
SPEC = keccak(b"what is to be run")
DIGEST = keccak(b"what came of it")
PRICE_WEI = 10**15 + 7
POKE_WEI = 10**14  # compute.poke_reward_wei, kept aside with an order
UNITS = 100
MODEL = "guild/echo"
JOB = OrderTerms(
    spec=SPEC,
    capacity_class=CLASS,
    price_max_wei=PRICE_WEI,
    ttl_blocks=600,
    run_blocks=600,
    milestones=1,
)
LEASE = OrderTerms(capacity_class=CLASS, price_max_wei=PRICE_WEI, ttl_blocks=600, reclaim_blocks=10)
KEYS = {account.name: account.private_key for account in dev_accounts()}


@pytest.fixture(scope="module")
def devnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devnet]:
    """A chain with blocks every tenth of a second, so that windows pass."""
    with Devnet(tmp_path_factory.mktemp("client"), "--block-time", "0.1") as found:
        yield found


@dataclass
class Purse:
    """One account: what it signed, so that all it paid for gas can be told from what it spent."""

    client: Client
    signed: list[SignedTransaction] = field(default_factory=list)
    before_wei: int = 0

    async def change_wei(self) -> int:
        """Return what the account has more (or less) than before, fees for gas not counted."""
        after_wei, fees_wei = await self.client.balance_wei(), 0
        for sent in self.signed:
            receipt = await self.client.receipt(sent.hash)
            assert receipt is not None and receipt.succeeded, sent
            fees_wei += receipt.fee_wei
        return after_wei + fees_wei - self.before_wei


Story = Callable[..., Awaitable[None]]


def play(devnet: Devnet, story: Story, *names: str) -> None:
    """Let accounts act out a story, each with a purse of its own."""

    async def run() -> None:
        async with await Client.connect(devnet.endpoints["rpc"]) as reader:
            purses = []
            for name in names:
                signed: list[SignedTransaction] = []
                client = reader.using(KEYS[name], on_signed=signed.append)
                purses.append(Purse(client, signed, await client.balance_wei()))
            await story(*purses)

    asyncio.run(run())


def share(amount_wei: int, bps: int) -> int:
    """Return a share of an amount, rounded down as the chain does."""
    return amount_wei * bps // 10_000


def test_a_job_is_committed_run_again_shown_and_paid_to_the_wei(devnet):
    """A requester pays what units and judges cost, a worker gets that less the market's take."""

    async def story(requester: Purse, worker: Purse, judge: Purse) -> None:
        verification = judge.client.verification
        rules = await verification.params()
        await (await verification.join(Role.REPLICA, value_wei=rules.member_bond_wei_min)).receipt()
        await enter_market(worker)
        claim = ClaimTerms(Level.REDUNDANCY, 2, keccak(b"profile"), 0, ZERO_BYTES32, ZERO_BYTES32)
        terms = replace(JOB, claim=claim)
        job = await requester.client.submit_job(terms, budget_wei=COIN)
        work = worker.client.engagement(job.number)
        bid = await work.place_bid(Offer(PRICE_WEI))
        assert [bid] == list(await job.first_bids())
        await job.accept_bid(bid)
        await work.start()
        number = await work.submit_result(DIGEST, UNITS)
        value = int.from_bytes(DIGEST, "big")
        (duty,) = await judge.client.until(
            lambda: verification.duties_of(judge.client.address, 0, 10), bool, 30, "a duty"
        )
        seat = judge.client.seat(duty.claim, duty.round)
        await until_claim(judge.client, number, ClaimState.VOTING)
        await seat.seal_vote(value)
        await until_claim(judge.client, number, ClaimState.OPENING)
        await seat.open_vote(value)
        await work.reveal(number, DIGEST)
        shown = await until_claim(requester.client, number, ClaimState.REVEALED)
        assert (DIGEST, 10_000) == (shown.digest, shown.outcome_bps)
        await job.accept_result()
        await job.until(OrderState.ACCEPTED, OrderState.SETTLED)
        await leave_market(worker)
        await (await verification.resign(Role.REPLICA)).receipt()
        holdings = verification.holdings
        await judge.client.until(holdings, lambda now: not now.members_wei, 30, "the bond back")
        due_wei, market = UNITS * PRICE_WEI, await worker.client.compute.params()
        fee_wei = share(due_wei, rules.replica_bps)
        assert -due_wei - fee_wei == await requester.change_wei()
        assert due_wei - share(due_wei, market.take_bps) == await worker.change_wei()
        assert fee_wei - share(fee_wei, rules.canary_share_bps) == await judge.change_wei()

    play(devnet, story, "dev0", "dev1", "dev2")


def test_a_lease_is_rented_topped_up_and_ended_to_the_wei(devnet):
    """A tenant pays for the blocks it had, everything else comes back, the lessor has the rest."""

    async def story(tenant: Purse, lessor: Purse) -> None:
        await enter_market(lessor)
        lease = await tenant.client.rent(LEASE, budget_wei=100 * PRICE_WEI)
        assert 100 * PRICE_WEI == (await lease.show()).ledger.deposited_wei - POKE_WEI
        service = lessor.client.service(lease.number)
        await service.place_bid(Offer(PRICE_WEI, reclaim_blocks=10))
        await lease.accept_bid(next(iter(await lease.first_bids())))
        await service.start()
        await lease.top_up(20 * PRICE_WEI)
        await service.heartbeat()
        await lease.end_lease()
        view = await lease.until(OrderState.SETTLED)
        await leave_market(lessor)
        earned_wei, market = view.ledger.earned_wei, await lessor.client.compute.params()
        assert earned_wei and earned_wei % PRICE_WEI == 0
        assert -earned_wei == await tenant.change_wei()
        assert earned_wei - share(earned_wei, market.take_bps) == await lessor.change_wei()

    play(devnet, story, "dev3", "dev4")


def test_data_is_subscribed_to_and_renewed_by_a_keeper_to_the_wei(devnet):
    """A subscriber pays two periods, a keeper gets its share of the second, the owner the rest."""

    async def story(owner: Purse, subscriber: Purse, keeper: Purse) -> None:
        rules = await owner.client.licensing.params()
        offer = await offer_data(owner.client, rules.asset_bond_wei)
        subscription = await subscriber.client.subscribe(offer.offer)
        await subscription.fund_standing(2 * COIN, price_wei_max=COIN, total_wei_max=COIN)
        number, client = subscription.number, keeper.client
        assert [number] == await client.until(
            lambda: client.renewable([number]), bool, 30, "the window"
        )
        renewed = (await client.renew(number)).one(Renewed)
        await subscription.cancel()
        over = (LicenceState.ENDED, LicenceState.EXPIRED, LicenceState.LAPSED)
        await client.until(subscription.show, lambda view: view.state in over, 60, "its end")
        licensing = owner.client.licensing
        await (await licensing.claim_vault(offer.asset)).receipt()
        reward_wei = share(COIN, rules.keeper_bps)
        assert reward_wei == renewed.reward_wei == await keeper.change_wei()
        assert -2 * COIN == await subscriber.change_wei()
        gross_wei = 2 * COIN - reward_wei
        fee_wei = share(COIN, rules.protocol_fee_bps) + share(
            COIN - reward_wei, rules.protocol_fee_bps
        )
        assert gross_wei - fee_wei - rules.asset_bond_wei == await owner.change_wei()

    play(devnet, story, "dev5", "dev6", "dev7")


def test_a_model_is_paid_by_vouchers_and_redeemed_once_to_the_wei(devnet):
    """A hundred requests cost one voucher on chain, and each side has its share to the wei."""

    async def story(author: Purse, payer: Purse, payee: Purse) -> None:
        served = payee.client
        await list_model(author.client, served.address)
        await (await served.model_fees.bond_provider(value_wei=COIN)).receipt()
        channel = await payer.client.open_channel([MODEL], COIN, payee=served.address)
        till = await served.till(channel.number)
        for count in range(1, 101):
            added_wei = till.take(*channel.pay((count, 1), request=keccak(bytes([count]))))
            assert added_wei == count * 10**12 + 3 * 10**12
        voucher, signature = channel.pay((1, 0))
        with pytest.raises(VoucherRefused, match="wei at most"):
            till.take(replace(voucher, amount_wei=voucher.amount_wei + 1), signature)
        due_wei = 5_050 * 10**12 + 100 * 3 * 10**12
        assert due_wei == till.due_wei == cost_wei(till.session.tariff_of(0), (5_050, 100))
        (receipt,) = await served.redeem(till.newest)
        redeemed = receipt.one(Redeemed)
        assert ((due_wei,), 5_050) == (redeemed.paid_wei, redeemed.units[0])
        again = await served.till(channel.number)
        with pytest.raises(VoucherRefused, match="a nonce above 100"):
            again.take(*till.newest[0])
        assert 10**12 == again.take(voucher, signature), "the last one was not redeemed yet"
        farewell = channel.farewell(due_wei)
        closing = await served.model_fees.close_together(
            channel.number, due_wei, b"", farewell, b""
        )
        await closing.receipt()
        closed = await served.model_fees.channel(channel.number)
        assert ChannelState.SETTLED == closed.state
        fee_wei = share(due_wei, (await served.model_fees.params()).protocol_fee_bps)
        share_wei = share(due_wei - fee_wei, 3_000)
        assert -due_wei == await payer.change_wei()
        assert share_wei - COIN == await payee.change_wei(), "the bond stays a while"
        assert due_wei - fee_wei - share_wei == await author.change_wei()

    play(devnet, story, "dev8", "dev9", "dev10")


def test_a_parameter_is_proposed_voted_on_and_changed(devnet):
    """Whoever has stake votes, and what was proposed holds; the deposit comes back."""

    async def story(proposer: Purse, validator: Purse) -> None:
        governance = proposer.client.governance
        before = (await governance.parameter("compute.bids_max")).value
        deposit_wei = (await governance.params()).deposit_wei_min
        number = await proposer.client.propose_parameter(
            "More bids", "", "compute.bids_max", before + 1, deposit_wei=deposit_wei
        )
        receipt = await validator.client.vote(number, Option.YES)
        assert Option.YES == receipt.one(Voted).options[0].option
        assert Status.EXECUTED == (await proposer.client.until_decided(number)).status
        assert before + 1 == (await proposer.client.compute.params()).bids_max
        assert 0 == await proposer.change_wei()

    play(devnet, story, "dev11", "validator")


async def enter_market(provider: Purse) -> None:
    """Register with a bond of a coin."""
    offered, capacity = provider.client.compute, (Capacity(CLASS, 2),)
    await (await offered.register_provider("https://p", (), capacity, value_wei=COIN)).receipt()


async def leave_market(provider: Purse) -> None:
    """Retire, and take the whole bond back."""
    offered = provider.client.compute
    await (await offered.retire_provider()).receipt()
    free_wei = (await offered.provider(provider.client.address)).free_wei
    assert COIN <= free_wei
    await (await offered.withdraw_bond(free_wei)).receipt()


async def until_claim(client: Client, claim: int, state: ClaimState) -> Progress:
    """Return a claim's standing once it is in a state."""
    standing = client.verification.standing
    return await client.until(lambda: standing(claim), lambda now: now.state == state, 30, "claim")


async def offer_data(owner: Client, bond_wei: int) -> TermsAttached:
    """Put an asset on the market, as a subscription of a coin for six seconds."""
    version = VersionTerms(keccak(b"data"), keccak(b"schema"), "ipfs://data", ())
    created = await (await owner.licensing.create_asset(version, value_wei=bond_wei)).receipt()
    asset = created.one(AssetCreated).asset
    await (await owner.licensing.list_asset(asset)).receipt()
    terms = Terms(kind=LicenceKind.SUBSCRIPTION, price_wei=COIN, duration_s=6, purposes=1)
    opened = await (await owner.licensing.open_offer(asset, 1, terms)).receipt()
    return opened.one(TermsAttached)


async def list_model(author: Client, payee: str) -> None:
    """Put a model on sale: a token read costs 10**12 wei, one written three times as much."""
    fees = author.model_fees
    split = RevenueSplit(payee, 7_000, 3_000, 0)
    await (
        await fees.register_model(MODEL, "ipfs://m", Prices(10**12, 3 * 10**12), split)
    ).receipt()
    await (await fees.activate_model(MODEL)).receipt()


@pytest.mark.parametrize("way", ["asked for", "pushed"])
def test_events_and_blocks_arrive_once_and_in_order(devnet, way):
    """Over JSON-RPC and over gRPC alike: every transfer, every block, none twice, none missing."""

    async def run() -> None:
        grpc = devnet.endpoints["grpc"] if way == "pushed" else ""
        async with await Client.connect(
            devnet.endpoints["rpc"], KEYS["dev12"], grpc=grpc
        ) as client:
            first = await client.height() + 1
            target, token = "0x" + "12" * 20, client.token
            for pending in [await token.transfer(target, n) for n in range(1, 13)]:
                await pending.receipt()
            seen = []
            async with aclosing(
                token.events(Transfer, from_height=first, where={"to": target})
            ) as stream:
                async for item in stream:
                    seen.append(item)
                    if item.event.value == 12:
                        break
            assert list(range(1, 13)) == [item.event.value for item in seen]
            assert sorted(item.place for item in seen) == [item.place for item in seen]
            rest = token.events(Transfer, after=seen[5].place, where={"to": target})
            assert 7 == (await anext(rest)).event.value
            blocks = client.blocks(first)
            found = [await anext(blocks) for _ in range(5)]
            assert [first + n for n in range(5)] == [block.height for block in found]
            assert found[2] == await client.block(first + 2)
            for stream in (rest, blocks):
                await stream.aclose()

    asyncio.run(run())
