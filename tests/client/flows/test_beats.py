"""Beats: signed by the device's own key, and only while a window is open."""

import pytest

from client import Wallet
from client.kit.kinds import encode_values, kind_of
from client.modules.devices import BEAT, Beat, NextBeat, SignedBeat
from client.transactions import read_signed
from tests.client.fake_node import CHAIN_ID

DEVICE = Wallet(b"\x55" * 32)


@pytest.mark.parametrize(
    ("height", "beats"), [(9, True), (8, False), (10, True), (18, True), (19, False), (30, False)]
)
def test_a_beat_goes_out_while_its_window_is_open(play, height, beats):
    """From the block before it opens, to two before it closes: it has to be in one."""

    async def story(client, node):
        window = NextBeat(epoch=4, window=2, opens_at=10, closes_at=20)
        answer = "0x" + encode_values([kind_of(NextBeat)], [window]).hex()
        node.answers["eth_call"] = lambda *_: answer
        node.height = height
        receipt = await client.beat(7, DEVICE, capacity=3)
        assert beats is (receipt is not None)

    play(story)


def test_a_beat_is_the_devices_word(play):
    """Whoever pays for the transaction, the device's key signed what it says."""

    async def story(client, node):
        window = NextBeat(epoch=4, window=2, opens_at=1, closes_at=20)
        signed = client.device(7, DEVICE).signed_beat(window, 3)
        assert Beat(7, 4, 2, 3, bytes(32)) == signed.beat
        assert DEVICE.address == signed.beat.signer(signed.signature, CHAIN_ID)
        pending = await client.devices.beat((signed,))
        assert BEAT.encode([signed]) == read_signed(pending.signed.raw).intent.data
        assert isinstance(signed, SignedBeat)

    play(story)
