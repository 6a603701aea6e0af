"""How channels end: by both sides at once, by one side after a wait, by the clock."""

import pytest

from chain.kit.assembly import own
from chain.kit.state_machine import RoleForbids
from chain.kit.typed_data import SignatureWrong
from chain.types.primitives import Seconds, Wei
from modules.model_fees.batches import compact
from modules.model_fees.events import ChannelClosing, ChannelSettled
from modules.model_fees.module import ModelFees
from modules.model_fees.records import ChannelState
from modules.model_fees.refusals import StillOwed, TooEarly, VoucherInvalid
from tests.modules.model_fees.scene import (
    NOBODY,
    PAYEE,
    PAYEE_KEY,
    PAYER,
    PAYER_KEY,
    PRICE_IN,
    PRICE_OUT,
    Scene,
    signed,
)
from tests.modules.stage import COIN

PAID_WEI = 100 * PRICE_IN + 10 * PRICE_OUT


def test_both_sides_close_at_once() -> None:
    """The last voucher is redeemed and the rest is back in one call, whoever makes it."""
    scene = Scene()
    number = scene.open()
    before = scene.balance_wei(PAYER)
    voucher = scene.voucher(number)
    words = tuple(scene.farewell(number, PAID_WEI, key) for key in (PAYER_KEY, PAYEE_KEY))
    packed = compact(voucher, signed(voucher, PAYER_KEY))
    scene.call("close_together", number, Wei(PAID_WEI), packed, *words, sender=NOBODY)
    assert ChannelState.SETTLED == scene.channel(number).state
    assert COIN - PAID_WEI == scene.balance_wei(PAYER) - before
    refunded = Wei(COIN - PAID_WEI)
    assert scene.stage.logged(ChannelSettled(number, Wei(PAID_WEI), refunded, False))
    scene.wait(1)


def test_a_close_needs_both_words_about_what_was_paid() -> None:
    """A side's own call is its word; a sum that is not what was paid closes nothing."""
    scene = Scene()
    number = scene.open()
    word = scene.farewell(number, 0, PAYEE_KEY)
    with scene.stage.refuses(SignatureWrong):
        scene.call("close_together", number, Wei(0), b"", b"", b"")
    with scene.stage.refuses(SignatureWrong):
        scene.call("close_together", number, Wei(0), b"", b"", word, sender=NOBODY)
    with scene.stage.refuses(StillOwed):
        more = scene.farewell(number, 1, PAYEE_KEY)
        scene.call("close_together", number, Wei(1), b"", b"", more)
    scene.call("close_together", number, Wei(0), b"", b"", word)
    assert ChannelState.SETTLED == scene.channel(number).state


def test_a_payer_leaves_alone_and_the_payee_still_redeems() -> None:
    """gonka#1570: nobody's silence keeps coins; lotus#2465: the wait outlasts a redemption."""
    scene = Scene()
    number = scene.open()
    with scene.stage.refuses(RoleForbids):
        scene.call("close_channel", number, sender=NOBODY)
    scene.call("close_channel", number)
    deadline_s = Seconds(scene.stage.time_s + scene.params.challenge_s)
    assert scene.stage.logged(ChannelClosing(number, deadline_s, False))
    assert scene.params.challenge_s >= 2 * scene.params.epoch_s
    before = scene.balance_wei(PAYER)
    scene.wait(scene.params.challenge_s - 1)
    scene.redeem(scene.voucher(number))
    scene.wait(1)
    channel = scene.channel(number)
    assert (ChannelState.SETTLED, 0) == (channel.state, channel.left_wei)
    assert COIN - PAID_WEI == scene.balance_wei(PAYER) - before
    with scene.stage.refuses(VoucherInvalid, "CHANNEL_OVER"):
        scene.redeem(scene.voucher(number, (200, 20), 2))
    assert 0 == scene.call("claimable", number)


def test_a_payee_may_close_too() -> None:
    """A provider that serves no longer sends the rest home."""
    scene = Scene()
    number = scene.open()
    scene.call("close_channel", number, sender=PAYEE)
    scene.wait(scene.params.challenge_s)
    assert ChannelState.SETTLED == scene.channel(number).state


def test_expiry_returns_the_rest_by_itself() -> None:
    """morpheus#827: nobody has to come for what is left; the last vouchers still count."""
    scene = Scene()
    number = scene.open()
    before = scene.balance_wei(PAYER)
    scene.wait_until(scene.channel(number).expires_s)
    assert ChannelState.CLOSING == scene.channel(number).state
    scene.redeem(scene.voucher(number))
    scene.wait(scene.params.challenge_s)
    assert ChannelState.EXPIRED == scene.channel(number).state
    assert COIN - PAID_WEI == scene.balance_wei(PAYER) - before
    assert scene.stage.logged(ChannelSettled(number, Wei(PAID_WEI), Wei(COIN - PAID_WEI), True))


@pytest.mark.parametrize("end", [ChannelState.SETTLED, ChannelState.EXPIRED])
def test_anybody_settles_what_the_chain_is_late_for(end: ChannelState) -> None:
    """A wait that is over can be ended by a call, one that is not cannot."""
    scene = Scene()
    number = scene.open()
    if end == ChannelState.EXPIRED:
        scene.wait_until(scene.channel(number).expires_s)
    else:
        scene.call("close_channel", number)
    with scene.stage.refuses(TooEarly):
        scene.call("settle_channel", number, sender=NOBODY)
    scene.stage.assembly.end_block(scene.stage.host)
    now = scene.stage.host.block
    late = Seconds(now.time_s + scene.params.challenge_s)
    scene.stage.host.block = type(now)(now.height, late, now.chain_id, now.proposer)
    scene.call("settle_channel", number, sender=NOBODY)
    assert end == scene.channel(number).state


def test_a_wait_in_which_the_module_stood_still_begins_again() -> None:
    """A pause runs against nobody: the payee gets the whole wait after it."""
    scene = Scene()
    number = scene.open()
    scene.call("close_channel", number)
    module = own(ModelFees, scene.stage.host)
    module.set_paused(True)
    scene.stage.assembly.end_block(scene.stage.host)
    scene.stage._begin(scene.params.challenge_s + 5)
    module.set_paused(False)
    scene.wait(1)
    assert ChannelState.CLOSING == scene.channel(number).state
    scene.redeem(scene.voucher(number))
    scene.wait(scene.params.challenge_s)
    assert ChannelState.SETTLED == scene.channel(number).state


def test_an_entry_that_comes_too_early_does_nothing() -> None:
    """A renewed session outlives the deadline of the one before."""
    scene = Scene()
    number = scene.open()
    first_s = scene.channel(number).expires_s
    terms = scene.terms(expires_s=Seconds(first_s + 500))
    scene.call("renew_channel", number, terms, scene.renewal(number, terms.expires_s, PAYEE_KEY))
    scene.wait_until(first_s)
    assert ChannelState.OPEN == scene.channel(number).state
    scene.wait_until(first_s + 500)
    assert ChannelState.CLOSING == scene.channel(number).state


def test_a_channel_that_was_never_used_can_be_told_from_one_that_failed() -> None:
    """morpheus#885: idle is a state of its own, and what was served is in the lanes."""
    scene = Scene()
    idle, used = scene.open(), scene.open()
    scene.redeem(scene.voucher(used, requests=3))
    states = [scene.channel(number).state for number in (idle, used)]
    assert [ChannelState.OPEN, ChannelState.ACTIVE] == states
    assert [0, 3] == [scene.call("lane", number, 0).requests for number in (idle, used)]
