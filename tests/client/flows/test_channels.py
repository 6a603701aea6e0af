"""Channels off chain: what a payer signs, and all that a payee refuses before it serves."""

from dataclasses import replace

import pytest

from chain.kit.signatures import recover_all
from client import Wallet
from client.errors import ArgumentInvalid
from client.flows.channels import (
    PayerChannel,
    Session,
    Till,
    VoucherRefused,
    compact,
    cost_wei,
    packed,
    padded,
    voucher_of,
)
from client.modules.model_fees import Cap, Channel, ChannelState, Meter, Tariff
from modules.model_fees.batches import read_batch, signed_in

CHAIN_ID = 77
PAYER = Wallet(b"\x11" * 32)
TARIFF = Tariff(1, "guild/echo", 1, 100, 10_000, 0, 0, (Meter("in", 7, 2), Meter("out", 5, 1)))
CAP = Cap("0x" + "00" * 20, 0, 0)


class Reader:
    """As much of a client as a channel needs off chain."""

    chain_id = CHAIN_ID

    def sign(self, message):
        """Sign as the payer."""
        return message.sign(PAYER, CHAIN_ID)


def session(left_wei: int = 10_000) -> Session:
    """A session of one model, with some coins left."""
    payee = "0x" + "22" * 20
    state = ChannelState.OPEN
    shown = Channel(9, state, PAYER.address, payee, 1, 0, 0, 0, left_wei, 0, left_wei, (1,), CAP)
    return Session(shown, (TARIFF,))


def test_units_cost_what_the_session_says_rounded_up_meter_by_meter():
    """Half a wei is a wei."""
    assert 4 + 5 == cost_wei(TARIFF, (1, 1))
    assert 7 == cost_wei(TARIFF, (2,))
    with pytest.raises(ArgumentInvalid, match="2 meters"):
        cost_wei(TARIFF, (1, 1, 1))
    with pytest.raises(ArgumentInvalid, match="up to 6"):
        padded((1,) * 7)


def test_a_till_takes_what_a_payer_signs_and_knows_what_is_due():
    """Cumulative: the newest voucher of a lane is all of it."""
    channel, till = PayerChannel(Reader(), session()), Till(session(), CHAIN_ID)
    added = [till.take(*channel.pay((count, 1))) for count in (1, 2, 3)]
    assert cost_wei(TARIFF, (6, 3)) == sum(added) == till.due_wei == channel.signed_wei
    assert till.take(*channel.pay((1, 0), lane=5)) == 4
    assert [0, 5] == [voucher.lane for voucher, _ in till.newest]
    assert 10_000 - till.due_wei == channel.left_wei


def test_a_payer_does_not_sign_for_more_than_the_channel_holds():
    """The payee would refuse it anyway."""
    channel = PayerChannel(Reader(), session(10))
    channel.pay((2,))
    with pytest.raises(ArgumentInvalid, match="3 wei are left"):
        channel.pay((2,))
    with pytest.raises(ArgumentInvalid, match="no lane 16"):
        channel.pay((1,), lane=16)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"channel": 8}, "session 1 of channel 9"),
        ({"epoch": 2}, "session 1 of channel 9"),
        ({"lane": 16}, "no lane"),
        ({"nonce": 1}, "a nonce above 1"),
        ({"requests": 0}, "less of something"),
        ({"units_0": 1}, "less of something"),
        ({"amount_wei": 100}, "wei at most"),
        ({"units_2": 1}, "2 meters"),
    ],
)
def test_what_the_chain_would_refuse_a_till_refuses_first(change, said):
    """And keeps what it had."""
    channel, till = PayerChannel(Reader(), session()), Till(session(), CHAIN_ID)
    till.take(*channel.pay((4, 1)))
    before, (good, _) = till.newest, channel.pay((2, 1))
    bad = replace(good, **change)
    with pytest.raises(VoucherRefused, match=said):
        till.take(bad, Reader().sign(bad))
    assert before == till.newest
    till.take(good, Reader().sign(good))


def test_only_the_payer_or_its_agent_signs():
    """Anybody else's signature is worth nothing, and neither is noise."""
    voucher, signature = PayerChannel(Reader(), session()).pay((4, 1))
    agent = Wallet(b"\x44" * 32)
    by_agent = voucher.sign(agent, CHAIN_ID)
    for wrong in (by_agent, signature[:-1], bytes(65)):
        with pytest.raises(VoucherRefused):
            Till(session(), CHAIN_ID).take(voucher, wrong)
    assert Till(session(), CHAIN_ID, signers=[agent.address]).take(voucher, by_agent)


def test_what_is_redeemed_is_not_due_again():
    """A till that is opened later counts from there, a payer's channel too."""
    redeemed = {0: voucher_of((9, 1, 0, 3, 3), (4, 1), 19, bytes(32))}
    channel = PayerChannel(Reader(), session(100), redeemed)
    till = Till(session(100), CHAIN_ID, redeemed=redeemed)
    voucher, signature = channel.pay((2, 0))
    assert 7 == till.take(voucher, signature) == till.due_wei
    assert (4, 26) == (voucher.nonce, voucher.amount_wei)


def test_a_till_refuses_more_than_the_channel_holds():
    """However it is spread over lanes."""
    rich = PayerChannel(Reader(), session(10_000))
    till = Till(session(10), CHAIN_ID)
    till.take(*rich.pay((2,)))
    with pytest.raises(VoucherRefused, match="holds 10 wei"):
        till.take(*rich.pay((2,), lane=1))


def test_a_batch_is_read_by_the_module_as_it_was_signed():
    """480 bytes each, the parity in the highest bit of s."""
    channel = PayerChannel(Reader(), session())
    vouchers = [channel.pay((count, 0), lane=count) for count in range(1, 9)]
    entries = read_batch(packed(vouchers))
    assert [v.amount_wei for v, _ in vouchers] == [entry.amount_wei for entry in entries]

    contract = bytes.fromhex(vouchers[0][0].CONTRACT[2:])
    signed = signed_in(packed(vouchers), CHAIN_ID, contract)
    signers = {bytes(found) for found in recover_all(signed)}
    assert {bytes.fromhex(PAYER.address[2:])} == signers
    with pytest.raises(ArgumentInvalid, match="65 bytes"):
        compact(b"")
