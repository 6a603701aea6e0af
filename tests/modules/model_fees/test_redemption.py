"""Vouchers: each rule by its name, batches whose entries do not touch one another."""

from dataclasses import replace
from typing import Any

import pytest

from chain.kit.typed_data import typed_digest
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei
from modules.model_fees.batches import VOUCHER_BYTES, VOUCHERS_MAX
from modules.model_fees.events import Redeemed, VoucherRefused, WatchRewarded
from modules.model_fees.module import ModelFees
from modules.model_fees.records import ChannelState, Fault
from modules.model_fees.refusals import BatchInvalid, VoucherInvalid
from modules.model_fees.typed import DOMAIN
from tests.modules.model_fees.scene import (
    AGENT_KEY,
    BASE,
    CHAIN_ID,
    MODEL,
    PAYEE,
    PAYEE_KEY,
    PAYER,
    PAYER_KEY,
    PLAIN,
    PRICE_IN,
    PRICE_OUT,
    REFERRER,
    SECONDS,
    TOWER,
    Counter,
    Scene,
    signed,
)
from tests.modules.stage import COIN, account

PAID_WEI = 100 * PRICE_IN + 10 * PRICE_OUT


def test_a_voucher_is_paid_once_and_split() -> None:
    """M3, M4: what is new is paid, by the split, and never again (specs-actors#778)."""
    scene = Scene()
    number = scene.open()
    before = scene.balance_wei(PAYEE)
    voucher = scene.voucher(number)
    scene.redeem(voucher)
    rest = PAID_WEI * 9_750 // 10_000
    assert rest * 4 // 10 == scene.balance_wei(PAYEE) - before
    with scene.stage.refuses(VoucherInvalid, "NONCE"):
        scene.redeem(voucher)
    scene.redeem(scene.voucher(number, (150, 10), 2))
    assert PAID_WEI + 50 * PRICE_IN == scene.channel(number).paid_wei
    assert ChannelState.ACTIVE == scene.channel(number).state
    lane = scene.call("lane", number, 0)
    assert (2, 2, (150, 10, 0, 0, 0, 0)) == (lane.nonce, lane.requests, lane.units)
    usage = scene.call("usage", MODEL)
    assert (2, 150, PAID_WEI + 50 * PRICE_IN) == (
        usage.payments,
        usage.input_tokens,
        usage.charged_wei,
    )
    scene.wait(1)


@pytest.mark.parametrize(
    ("fault", "changed"),
    [
        (Fault.UNKNOWN_CHANNEL, {"channel": 7}),
        (Fault.WRONG_EPOCH, {"epoch": 2}),
        (Fault.WRONG_LANE, {"lane": 16}),
        (Fault.NONCE, {"nonce": 1}),
        (Fault.NONCE, {"nonce": 0}),
        (Fault.NOT_CUMULATIVE, {"amount_wei": PAID_WEI - 1}),
        (Fault.NOT_CUMULATIVE, {"requests": 0}),
        (Fault.NOT_CUMULATIVE, {"units_0": 99, "units_1": 100}),
        (Fault.NOT_CUMULATIVE, {"units_0": 200, "units_1": 9}),
        (Fault.ABOVE_PRICE, {"amount_wei": PAID_WEI + 1}),
        (Fault.ABOVE_DEPOSIT, {"units_0": 10**7, "amount_wei": COIN + 1}),
        (Fault.NO_UNITS, {"units_2": 1}),
        (Fault.OUT_OF_RANGE, {"nonce": 2**40}),
        (Fault.OUT_OF_RANGE, {"amount_wei": 2**96}),
        (Fault.OUT_OF_RANGE, {"units_0": 2**48}),
        (Fault.OUT_OF_RANGE, {"units_5": 2**64}),
        (Fault.OUT_OF_RANGE, {"lane": 256}),
        (Fault.OUT_OF_RANGE, {"channel": 2**64 + 1}),
    ],
)
def test_every_fault_has_its_name(fault: Fault, changed: dict[str, Any]) -> None:
    """M1 to M5: a voucher that breaks a rule is refused by it, alone or in a batch."""
    scene = Scene()
    number = scene.open()
    scene.redeem(scene.voucher(number))
    bad = replace(scene.voucher(number, nonce=2), **changed)
    with scene.stage.refuses(VoucherInvalid, fault.name):
        scene.redeem(bad)
    good = scene.voucher(number, (200, 20), 3)
    assert 1 == scene.batch(bad, good)
    assert scene.stage.logged(VoucherRefused(bad.channel % 2**64, 0, fault))
    assert 2 * PAID_WEI == scene.channel(number).paid_wei


def test_a_batch_of_bad_vouchers_moves_nothing() -> None:
    """Failures are isolated: only events tell of them, and the log that a call was made."""
    scene = Scene()
    number = scene.open()
    words = scene.words()
    bad = [scene.voucher(number, epoch=9), scene.voucher(9), scene.voucher(number, lane=99)]
    assert 0 == scene.batch(*bad)
    assert 3 == scene.stage.events(VoucherRefused)
    assert words == scene.words()


def test_only_the_payer_signs() -> None:
    """M5: nobody else's key spends a deposit, least of all the payee's (x402#3001)."""
    scene = Scene()
    voucher = scene.voucher(scene.open())
    for key in (PAYEE_KEY, AGENT_KEY):
        with scene.stage.refuses(VoucherInvalid, "AGENT"):
            scene.redeem(voucher, key)
    for bad in (b"", b"\0" * 64 + b"\x1b", b"\xff" * 65, signed(voucher, PAYER_KEY)[:-1]):
        with scene.stage.refuses(VoucherInvalid, "SIGNATURE"):
            scene.call("redeem", voucher, bad, sender=PAYEE)


def test_no_chain_or_contract_takes_anothers_vouchers() -> None:
    """0G's digest left out chain and contract: here each binds the signature."""
    scene = Scene()
    voucher = scene.voucher(scene.open())
    ours = typed_digest(DOMAIN, voucher, CHAIN_ID, ModelFees.address)
    assert ours != typed_digest(DOMAIN, voucher, CHAIN_ID + 1, ModelFees.address)
    assert ours != typed_digest(DOMAIN, voucher, CHAIN_ID, Address(b"\x0a" * 20))
    scene.redeem(voucher)


def test_hashing_is_the_kits() -> None:
    """The batch's own hashing of words is EIP-712's of the record, or no wallet could sign."""
    scene = Scene()
    number = scene.open()
    voucher = scene.voucher(number, receipt_root=Hash32(bytes(range(32))))
    scene.redeem(voucher)
    assert bytes(range(12, 32)) == scene.call("lane", number, 0).receipt_root[12:]


def test_lanes_are_streams_of_their_own() -> None:
    """Two lanes have their own nonces and amounts, and share the deposit."""
    scene = Scene()
    number = scene.open(deposit_wei=Wei(3 * 10**15))
    assert 2 == scene.batch(scene.voucher(number), scene.voucher(number, lane=15))
    assert 2 * PAID_WEI == scene.channel(number).paid_wei
    most = scene.voucher(number, (3_000, 10), 2)
    assert 0 == scene.batch(most)
    assert scene.stage.logged(VoucherRefused(number, 0, Fault.ABOVE_DEPOSIT))


def test_each_model_of_a_channel_has_lanes() -> None:
    """A lane's number names the model whose prices count."""
    scene = Scene()
    scene.model("guild/seconds", conditions=replace(PLAIN, meters=(SECONDS,)))
    number = scene.open(BASE, "guild/seconds")
    cost_wei = -(-7 * SECONDS.price_wei // SECONDS.scale)
    voucher = scene.voucher(number, (0, 0, 7), lane=16, amount_wei=cost_wei)
    with scene.stage.refuses(VoucherInvalid, "ABOVE_PRICE"):
        scene.redeem(replace(voucher, amount_wei=cost_wei + 1))
    with scene.stage.refuses(VoucherInvalid, "NO_UNITS"):
        scene.redeem(replace(voucher, lane=0))
    scene.redeem(voucher)
    scene.redeem(scene.voucher(number, (1, 1, 9), 2, lane=16, amount_wei=cost_wei))
    with scene.stage.refuses(VoucherInvalid, "NOT_CUMULATIVE"):
        scene.redeem(scene.voucher(number, (1, 1, 8), 3, lane=16, amount_wei=cost_wei))
    assert 1 == scene.call("usage", "guild/seconds").input_tokens
    day = scene.stage.time_s // 86_400
    assert (1, 1, 9, 0, 0, 0) == scene.call("usage_on", "guild/seconds", day).units
    two = [scene.voucher(number, (1, 1, n), n, lane=16, amount_wei=cost_wei) for n in (11, 13)]
    assert 2 == scene.batch(*two)  # the second adds to what the first left of the third meter
    assert 13 == scene.call("usage_on", "guild/seconds", day).units[2]
    assert 13 == scene.call("lane", number, 16).units[2]


def test_a_cap_lets_so_much_through_a_period() -> None:
    """What a period leaves unused the next may take; a payee that waits loses nothing."""
    scene = Scene()
    number = scene.open(cap_wei=Wei(PAID_WEI), period_s=Seconds(50))
    scene.redeem(scene.voucher(number))
    assert 0 == scene.call("claimable", number)
    twice = scene.voucher(number, (200, 20), 2)
    with scene.stage.refuses(VoucherInvalid, "ABOVE_CAP"):
        scene.redeem(twice)
    scene.wait(50)
    assert PAID_WEI == scene.call("claimable", number)
    scene.redeem(twice)


def test_a_session_has_so_many_requests_a_window() -> None:
    """A model's rate counts all lanes of a session; Morpheus#885: receipts carry requests."""
    scene = Scene()
    rate = replace(PLAIN, requests_max=3, window_s=Seconds(60))
    scene.model("guild/slow", conditions=rate)
    number = scene.open("guild/slow")
    two = scene.voucher(number, (1, 0), requests=2)
    assert 1 == scene.batch(two, replace(two, lane=1))
    assert scene.stage.logged(VoucherRefused(number, 1, Fault.RATE))
    scene.wait(60)
    scene.redeem(replace(two, lane=1))


def test_a_referrer_gets_its_part_of_a_session() -> None:
    """Who sent the payer is named at the start and paid at each redemption."""
    scene = Scene()
    number = scene.open(referrer=account(REFERRER))
    before = scene.balance_wei(REFERRER)
    scene.redeem(scene.voucher(number))
    assert PAID_WEI * 9_750 // 10_000 // 10 == scene.balance_wei(REFERRER) - before


def test_one_call_redeems_many_channels() -> None:
    """A hundred vouchers are one transaction, one split and one event (gonka's 277 a second)."""
    scene = Scene()
    numbers = [scene.open(deposit_wei=Wei(10**15)) for _ in range(VOUCHERS_MAX)]
    vouchers = [scene.voucher(number) for number in numbers]
    assert VOUCHERS_MAX == scene.batch(*vouchers)
    assert 1 == scene.stage.events(Redeemed)
    assert PAID_WEI * VOUCHERS_MAX == scene.call("usage", MODEL).charged_wei
    scene.wait(1)
    with scene.stage.refuses(BatchInvalid):
        scene.batch(*vouchers, vouchers[0])
    for size in (0, 1, VOUCHER_BYTES - 1, VOUCHER_BYTES + 1):
        with scene.stage.refuses(BatchInvalid):
            scene.call("redeem_batch", b"\0" * size)


def test_later_vouchers_see_what_earlier_ones_left() -> None:
    """M3: of a lane's vouchers in one batch each pays what it adds, however far apart."""
    scene = Scene()
    number, other = scene.open(), scene.open()
    first, last = scene.voucher(number), scene.voucher(number, (200, 20), 3)
    between = [scene.voucher(other, (n, n), n) for n in range(1, 18)]
    assert len(between) + 2 == scene.batch(first, *between, scene.voucher(number), last)
    assert 2 * PAID_WEI == scene.channel(number).paid_wei
    end = len(between)
    assert end * (PRICE_IN + PRICE_OUT) == scene.channel(other).paid_wei
    assert scene.stage.logged(VoucherRefused(number, end + 1, Fault.NONCE))
    lane = scene.call("lane", number, 0)
    assert (3, (200, 20, 0, 0, 0, 0), 2 * PAID_WEI) == (lane.nonce, lane.units, lane.amount_wei)


def test_a_batch_leaves_what_as_many_calls_leave() -> None:
    """Words kept back until the end of a batch are those that one call after the other writes."""
    at_once, one_by_one = Scene(), Scene()
    for scene in (at_once, one_by_one):
        numbers = (scene.open(), scene.open())
        vouchers = [
            scene.voucher(number, (100 * nonce, 10 * nonce), nonce, lane=lane)
            for nonce in (1, 2)
            for number in numbers
            for lane in (0, 1)
        ]
        if scene is at_once:
            assert len(vouchers) == scene.batch(*vouchers)
        else:
            for voucher in vouchers:
                scene.redeem(voucher)
    assert at_once.words() == one_by_one.words()


def test_a_redemption_says_what_it_added() -> None:
    """The event names each voucher with what of it was new."""
    scene = Scene()
    number = scene.open()
    scene.redeem(scene.voucher(number))
    scene.redeem(scene.voucher(number, (101, 10), 5))
    paid, units = Wei(PRICE_IN), (1, 0, 0, 0, 0, 0)
    tariff = scene.channel(number).tariffs[0]
    assert scene.stage.logged(Redeemed(MODEL, PAYEE, tariff, paid, units, (number,), (paid,)))


def test_a_watchtower_is_paid_for_what_it_saves() -> None:
    """lotus#2448: anybody brings a payee's voucher in the last part of the wait, for a reward."""
    scene = Scene(watch_bps=Bps(1_000))
    number = scene.open()
    scene.call("close_channel", number)
    scene.wait(scene.params.challenge_s - scene.params.watch_s - 1)
    before = scene.balance_wei(TOWER)
    scene.redeem(scene.voucher(number), sender=TOWER)
    assert before == scene.balance_wei(TOWER)  # not yet: it is the payee's own time
    scene.wait(1)
    scene.redeem(scene.voucher(number, (200, 20), 2), sender=PAYER)
    assert 0 == scene.stage.events(WatchRewarded)
    scene.redeem(scene.voucher(number, (300, 30), 3), sender=TOWER)
    assert scene.stage.logged(WatchRewarded(number, account(TOWER), Wei(PAID_WEI // 10)))
    assert PAID_WEI // 10 == scene.balance_wei(TOWER) - before
    assert 3 * PAID_WEI == scene.channel(number).paid_wei
    assert 3 * PAID_WEI - PAID_WEI // 10 == scene.call("usage", MODEL).charged_wei
    scene.wait(1)


def test_the_book_of_usage_hears_of_payers_and_legs() -> None:
    """A session's payer is told when it is first used, the coins whenever they are paid."""
    scene = Scene()
    first, second = scene.open(), scene.open()
    scene.batch(scene.voucher(first), scene.voucher(second))
    book = Counter(scene.stage.host, scene.fees.caller)
    assert (2, 2 * PAID_WEI) == (book.uses, book.paid_wei)
    assert 2 == book.payers[PAYER]
    scene.batch(scene.voucher(first, (200, 20), 2), scene.voucher(second, (200, 20), 2))
    assert (4, 4 * PAID_WEI, 3) == (book.uses, book.paid_wei, book.payers[PAYER])
