"""Packets both ways: sent, delivered, acknowledged or timed out, with every amount counted."""

import pytest

from tests.bridge.packets import COIN, Acknowledgement, Transfer, commitment_of, slot_of
from tests.bridge.scene import (
    KUMIAI_USER,
    NATIVE,
    RECEIVER,
    ROUTE,
    UNIT,
    USER,
)

pytestmark = [pytest.mark.e2e, pytest.mark.npm]


def test_a_sent_token_is_escrowed_and_committed_to(scene):
    """Sending locks the token and writes the commitment into slot 32's mapping."""
    packet = scene.send()
    user = scene.anvil.users[USER]
    transfer = Transfer(scene.token.address, False, user, KUMIAI_USER, 10 * UNIT)
    assert transfer.encoded() == packet.payload
    slot = slot_of(32, ROUTE, packet.sequence)
    stored = scene.anvil.web3.eth.get_storage_at(scene.gateway.address, slot)
    assert commitment_of(scene.here, scene.there, packet) == bytes(stored)
    assert 10 * UNIT == scene.outstanding(scene.token.address)
    scene.check()


def test_kumiais_coin_arrives_as_a_voucher_and_goes_back(scene):
    """A proven packet mints vouchers; sending them back burns them and says that they return."""
    packet, proof = scene.incoming(scene.native(5 * UNIT, scene.anvil.users[USER]))
    assert scene.deliver(packet, proof) == Acknowledgement(True, RECEIVER)
    assert 5 * UNIT == scene.balance(scene.voucher, scene.anvil.users[USER])
    back = scene.send(token=scene.voucher.address, amount=2 * UNIT)
    sent = Transfer(NATIVE, True, scene.anvil.users[USER], KUMIAI_USER, 2 * UNIT)
    assert sent.encoded() == back.payload
    assert 3 * UNIT == scene.outstanding(scene.voucher.address)
    scene.check()


@pytest.mark.parametrize("kind", ["coin", "token"])
def test_an_own_token_comes_home(scene, kind):
    """What was locked is released to whom the other chain names."""
    token, value = (COIN, 10 * UNIT) if kind == "coin" else (scene.token, 0)
    address = token if kind == "coin" else token.address
    scene.send(value, token=address)
    packet, proof = scene.incoming(scene.returning(address, 4 * UNIT))
    assert scene.deliver(packet, proof).success
    assert 4 * UNIT == scene.balance(token, RECEIVER)
    assert 6 * UNIT == scene.outstanding(address)
    scene.check()
