"""Many calls of a gateway in one transaction: failures alone, the door shut, no gas games."""

import pytest
from web3.exceptions import Web3Exception, Web3RPCError

from tests.bridge.anvil import Refused
from tests.bridge.scene import RECEIVER, RELAYER, ROUTE, UNIT, USER

pytestmark = [pytest.mark.e2e, pytest.mark.npm]


def arrivals(scene, count):
    """Let Kumiai send packets; return them and the calls that deliver them, by one header."""
    packets = [scene.packet(scene.native(UNIT)) for _ in range(count)]
    slots = [scene.kumiai.commit_packet(scene.there, scene.here, packet) for packet in packets]
    height = scene.update()
    calls = []
    for packet, slot in zip(packets, slots, strict=True):
        proof = scene.kumiai.proof(height, slot)
        calls.append(delivery(scene, packet, proof))
    return packets, calls


def delivery(scene, packet, proof):
    """Return the call data of a delivery."""
    words = [ROUTE, packet.words(), proof, RECEIVER]
    return scene.gateway.encode_abi("deliver", words)


def many(scene, calls):
    """Return the call that makes all of these."""
    return scene.do.multicall(calls)


def test_a_burst_costs_one_transaction(scene):
    """Twelve packets under one header arrive in one transaction, each with its receipt."""
    packets, calls = arrivals(scene, 12)
    receipt = scene.anvil.send(many(scene, calls), RELAYER)
    assert 12 == len(scene.anvil.events(scene.gateway, receipt, "Received"))
    assert 12 * UNIT == scene.balance(scene.voucher, RECEIVER)
    assert all(any(scene.anvil.ask(scene.do.receipts(ROUTE, p.sequence))) for p in packets)
    scene.check()


def test_what_is_refused_undoes_itself_alone(scene):
    """Done already, proven wrongly: such a call says so by its place, and the others count."""
    packets, calls = arrivals(scene, 3)
    scene.anvil.send(many(scene, calls[:1]), RELAYER)
    wrong = delivery(scene, packets[2], scene.kumiai.proof(scene.kumiai.head.height, 1))
    receipt = scene.anvil.send(many(scene, [calls[0], calls[1], wrong]), RELAYER)
    said = scene.anvil.events(scene.gateway, receipt, "CallRefused")
    names = [scene.anvil.errors[one["reason"][:4]]["name"] for one in said]
    assert [(0, "AlreadyReceived"), (2, "ProofRefused")] == [
        (one["number"], name) for one, name in zip(said, names, strict=True)
    ]
    assert 2 * UNIT == scene.balance(scene.voucher, RECEIVER)
    scene.check()


def test_coins_sent_along_do_not_count_in_each_call(scene):
    """Opyn, SushiSwap MISO: one value would pay for every order in a batch; so none is taken."""
    order = scene.gateway.encode_abi("addFee", [ROUTE, 1])
    scene.send(2, fee=2)
    data = scene.gateway.encode_abi("multicall", [[order, order]])
    words = {"from": scene.anvil.users[USER], "to": scene.gateway.address, "data": data}
    with pytest.raises(Web3Exception, match="revert"):
        scene.anvil.web3.eth.call({**words, "value": 5})
    fee = scene.anvil.ask(scene.do.fees(ROUTE, 1))
    scene.anvil.send(many(scene, [order, order]), USER)
    assert fee == scene.anvil.ask(scene.do.fees(ROUTE, 1))


def test_a_receiver_finds_the_door_shut_to_many_calls_as_to_one(scene):
    """Re-entrance: nothing is called through multicall while the gateway is inside a call."""
    receiver = scene.anvil.deploy("Receivers", name="Intruder")
    _, calls = arrivals(scene, 1)
    data = bytes.fromhex(scene.gateway.encode_abi("multicall", [calls])[2:])
    transfer = scene.native(UNIT, receiver.address, call_gas=1_000_000, call_data=data)
    assert scene.deliver(*scene.incoming(transfer)).success
    refusal = scene.anvil.ask(receiver.functions.refusal())
    assert "Reentered" == scene.anvil.errors[refusal]["name"]


def test_the_caller_stays_the_caller_and_gets_no_right(scene):
    """What only governance or the gateway itself may do is refused in a batch as outside."""
    pay = scene.native(UNIT, scene.anvil.users[USER])
    words = (pay.token, pay.returning, pay.sender, pay.receiver, pay.amount, 0, b"")
    calls = [
        scene.gateway.encode_abi("unpause", [ROUTE]),
        scene.gateway.encode_abi("perform", [ROUTE, words]),
    ]
    receipt = scene.anvil.send(many(scene, calls), USER)
    said = scene.anvil.events(scene.gateway, receipt, "CallRefused")
    assert ["NotAllowed", "NotAllowed"] == [
        scene.anvil.errors[one["reason"][:4]]["name"] for one in said
    ]
    assert 0 == scene.balance(scene.voucher, scene.anvil.users[USER])


@pytest.mark.parametrize("gas", [400_000, 700_000, 1_200_000, 1_800_000])
def test_with_little_gas_nothing_counts(scene, gas):
    """Gas starvation: a message in a batch is called with what it was promised, or not at all."""
    receiver = scene.anvil.deploy("Receivers", name="Glutton")
    transfer = scene.native(UNIT, receiver.address, call_gas=1_000_000, call_data=b"xx")
    packet, proof = scene.incoming(transfer)
    call = many(scene, [delivery(scene, packet, proof)])
    try:
        scene.anvil.send(call, RELAYER, gas=gas)
        assert UNIT == scene.balance(scene.voucher, receiver.address)
        assert scene.anvil.ask(receiver.functions.given()) >= 999_000  # what it sees of a million
    except (Refused, Web3RPCError) as error:
        assert "GasTooLow" in str(error) or "nothing" in str(error) or "gas" in str(error)
        assert not any(scene.anvil.ask(scene.do.receipts(ROUTE, packet.sequence)))


def test_an_estimate_finds_what_all_of_it_needs(scene):
    """The least gas that passes is enough for every call, not only for the batch around them."""
    _, calls = arrivals(scene, 5)
    words = {"from": scene.anvil.users[RELAYER]}
    gas = many(scene, calls).estimate_gas(words)
    scene.anvil.send(many(scene, calls), RELAYER, gas=gas)
    assert 5 * UNIT == scene.balance(scene.voucher, RECEIVER)
