"""Packets both ways: sent, delivered, acknowledged or timed out, with every amount counted."""

import pytest
from web3 import Web3
from web3.exceptions import ContractLogicError

from chain.state_proofs import verify_account, verify_slot
from tests.bridge.kumiai import BRIDGE
from tests.bridge.packets import (
    COIN,
    ZERO,
    Acknowledgement,
    Packet,
    Transfer,
    commitment_of,
    slot_of,
)
from tests.bridge.scene import (
    GOVERNOR,
    KUMIAI_USER,
    NATIVE,
    RECEIVER,
    RELAYER,
    ROUTE,
    UNIT,
    USER,
)

BRIDGE_ADDRESS = Web3.to_checksum_address(BRIDGE)
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


def test_a_voucher_is_a_token_where_anyone_can_find_it(scene):
    """Its address follows from bridge, route and token, and wallets move it like any other."""
    found = scene.maker.functions.addressOf(scene.gateway.address, ROUTE, NATIVE)
    assert scene.voucher.address == scene.anvil.ask(found)
    scene.deliver(*scene.incoming(scene.native(UNIT, scene.anvil.users[USER])))
    scene.anvil.send(scene.voucher.functions.transfer(RECEIVER, UNIT // 4), USER)
    assert UNIT // 4 == scene.balance(scene.voucher, RECEIVER)
    for name, words in (("mint", (RECEIVER, 1)), ("burn", (RECEIVER, 1))):
        call = scene.voucher.functions[name](*words)
        assert "CallerNotBridge" == scene.anvil.refusal(call, GOVERNOR)


def test_kumiai_can_prove_what_the_gateway_committed_to(scene):
    """By eth_getProof alone: a commitment under the block's state root, and a receipt's absence."""
    packet = scene.send()
    web3 = scene.anvil.web3
    slots = [slot_of(mapping, ROUTE, packet.sequence) for mapping in (32, 33, 34)]
    found = web3.eth.get_proof(scene.gateway.address, slots, "latest")
    state_root = bytes(web3.eth.get_block("latest")["stateRoot"])
    address = bytes.fromhex(scene.gateway.address[2:])
    root = verify_account(state_root, address, [bytes(node) for node in found["accountProof"]])
    words = [
        verify_slot(root, slot, [bytes(node) for node in item["proof"]])
        for slot, item in zip(slots, found["storageProof"], strict=True)
    ]
    commitment = commitment_of(scene.here, scene.there, packet)
    assert [int.from_bytes(commitment, "big"), 0, 0] == words


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


def test_a_success_settles_the_packet_and_pays_both_who_carried_it(scene):
    """The fee is split between who delivered and who acknowledged; the odd wei is the first's."""
    packet = scene.send(101, fee=101)
    outcome = Acknowledgement(True, RECEIVER)
    proof = scene.settled(packet, outcome)
    call = scene.do.acknowledge(ROUTE, packet.words(), outcome.words(), proof)
    before = scene.balance(COIN, scene.anvil.users[RELAYER])
    receipt = scene.anvil.send(call, RELAYER)
    spent = receipt["gasUsed"] * receipt["effectiveGasPrice"]
    assert before - spent + 50 == scene.balance(COIN, scene.anvil.users[RELAYER])
    assert 51 == scene.balance(COIN, RECEIVER)
    assert bytes(32) == scene.anvil.ask(scene.do.commitments(ROUTE, packet.sequence))
    assert 10 * UNIT == scene.outstanding(scene.token.address)
    assert "CommitmentUnknown" == scene.anvil.refusal(call, RELAYER)
    scene.check()


@pytest.mark.parametrize("kind", ["coin", "token", "voucher"])
@pytest.mark.parametrize("way", ["failed", "timed out"])
def test_a_refund_restores_what_was_taken(scene, kind, way):
    """A failure and a time out give back the coin, the token or the voucher, once, to the wei."""
    user = scene.anvil.users[USER]
    if kind == "voucher":
        scene.deliver(*scene.incoming(scene.native(50 * UNIT, user)))
    token = {"coin": COIN, "token": scene.token, "voucher": scene.voucher}[kind]
    address = token if kind == "coin" else token.address
    value = 10 * UNIT if kind == "coin" else 0
    before, outstanding = scene.balance(token, user), scene.outstanding(address)
    receipt = scene.anvil.send(scene.do.send(scene.order(token=address)), USER, value)
    spent = receipt["gasUsed"] * receipt["effectiveGasPrice"] if kind == "coin" else 0
    assert before - 10 * UNIT - spent == scene.balance(token, user)
    said = scene.anvil.events(scene.gateway, receipt, "Sent")[0]
    packet = Packet(said["sequence"], said["timeoutS"], said["payload"])
    call = refunding(scene, packet, way)
    scene.anvil.send(call, RELAYER)
    assert (before - spent, outstanding) == (
        scene.balance(token, user),
        scene.outstanding(address),
    )
    assert "CommitmentUnknown" == scene.anvil.refusal(call, RELAYER)
    scene.check()


def refunding(scene, packet, way):
    """Return the call that gives a packet's amount back."""
    if way == "timed out":
        return scene.do.timeout(ROUTE, packet.words(), scene.unreceived(packet))
    outcome = Acknowledgement(False, RECEIVER, b"\x01" * 32)
    proof = scene.settled(packet, outcome)
    return scene.do.acknowledge(ROUTE, packet.words(), outcome.words(), proof)


def test_a_time_out_pays_who_proved_it_and_returns_the_rest_of_the_fee(scene):
    """Half of the fee is the prover's, half goes back; more can be added under way."""
    packet = scene.send(1_000, fee=1_000)
    scene.anvil.send(scene.do.addFee(ROUTE, packet.sequence), RELAYER, 501)
    proof = scene.unreceived(packet)
    before = scene.balance(COIN, scene.anvil.users[USER])
    scene.anvil.send(scene.do.timeout(ROUTE, packet.words(), proof), RELAYER)
    assert before + 751 == scene.balance(COIN, scene.anvil.users[USER])
    scene.check()
    assert "CommitmentUnknown" == scene.anvil.refusal(scene.do.addFee(ROUTE, packet.sequence))


def test_a_message_calls_a_contract(scene):
    """The receiver learns who sent what, after the amount has been credited."""
    recorder = scene.anvil.deploy("Receivers", name="Recorder")
    transfer = scene.native(UNIT, recorder.address, call_gas=300_000, call_data=b"buy")
    assert scene.deliver(*scene.incoming(transfer)).success
    said = [scene.anvil.ask(recorder.functions[name]()) for name in ("sender", "amount", "data")]
    assert [KUMIAI_USER, UNIT, b"buy"] == said
    assert scene.voucher.address == scene.anvil.ask(recorder.functions.token())
    assert UNIT == scene.balance(scene.voucher, recorder.address)


def test_a_message_alone_crosses(scene):
    """No amount has to travel along."""
    recorder = scene.anvil.deploy("Receivers", name="Recorder")
    transfer = scene.message(recorder.address, gas=300_000)
    assert scene.deliver(*scene.incoming(transfer)).success
    assert b"hello" == scene.anvil.ask(recorder.functions.data())
    packet = scene.send(token=ZERO, amount=0, call_gas=9, call_data=b"over there")
    sent = Transfer(ZERO, False, scene.anvil.users[USER], KUMIAI_USER, 0, 9, b"over there")
    assert sent.encoded() == packet.payload


@pytest.mark.parametrize("name", ["Stranger", "Refuser", "Glutton"])
def test_a_call_that_fails_undoes_the_credit(scene, name):
    """A wrong answer, a revert or too little gas asked for become a failure: nothing is minted."""
    receiver = scene.anvil.deploy("Receivers", name=name).address
    transfer = scene.native(UNIT, receiver, call_gas=100_000, call_data=b"buy")
    level = scene.anvil.ask(scene.do.levelOf(ROUTE, scene.voucher.address))
    assert not scene.deliver(*scene.incoming(transfer)).success
    assert 0 == scene.balance(scene.voucher, receiver)
    assert level == scene.anvil.ask(scene.do.levelOf(ROUTE, scene.voucher.address))
    scene.check()


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"amount": 0}, "OrderRefused"),
        ({"amount": 999}, "Dust"),
        ({"token": KUMIAI_USER}, "AssetUnknown"),
        ({"token": ZERO, "amount": 0}, "OrderRefused"),
        ({"call_gas": 1}, "OrderRefused"),
        ({"call_data": b"x"}, "OrderRefused"),
        ({"call_data": b"x", "call_gas": 2_000_001}, "OrderRefused"),
        ({"call_data": b"x" * 8_193, "call_gas": 1}, "OrderRefused"),
        ({"receiver": ZERO}, "OrderRefused"),
        ({"receiver": BRIDGE_ADDRESS}, "OrderRefused"),
        ({"timeout_s": 0}, "TimeoutRefused"),
        ({"timeout_s": 2**64 - 1}, "TimeoutRefused"),
        ({"route": 2}, "RouteUnknown"),
        ({"route": 0}, "RouteUnknown"),
        ({"fee": 1}, "ValueWrong"),
        ({"token": COIN}, "ValueWrong"),
    ],
)
def test_an_order_that_makes_no_sense_is_refused(scene, fields, error):
    """Dust, unknown tokens, wrong coins, calls without gas: each has its name."""
    assert error == scene.anvil.refusal(scene.do.send(scene.order(**fields)), USER)


def test_coins_that_nobody_asked_for_stay_outside(scene):
    """A plain payment to the gateway is refused, so that its balance stays what it counts."""
    web3 = scene.anvil.web3
    with pytest.raises(ContractLogicError):
        web3.eth.call({"to": scene.gateway.address, "value": 1, "from": scene.anvil.users[USER]})


def test_a_large_transfer_waits_and_is_released_by_anyone(scene):
    """From a set amount on, the receipt is written at once and the value leaves after the delay."""
    packet, proof = scene.incoming(scene.native(500 * UNIT))
    scene.anvil.send(scene.do.deliver(ROUTE, packet.words(), proof, RECEIVER), RELAYER)
    assert commitment_of(scene.there, scene.here, packet) == scene.anvil.ask(
        scene.do.receipts(ROUTE, packet.sequence)
    )
    assert bytes(32) == scene.anvil.ask(scene.do.acknowledgements(ROUTE, packet.sequence))
    release = scene.do.release(ROUTE, packet.words())
    assert "TooEarly" == scene.anvil.refusal(release)
    scene.anvil.pass_time(3_600)
    other = Packet(packet.sequence, packet.timeout_s, scene.native(499 * UNIT).encoded())
    assert "NothingWaits" == scene.anvil.refusal(scene.do.release(ROUTE, other.words()))
    assert scene.outcome(packet, scene.anvil.send(release, RELAYER)).success
    assert 500 * UNIT == scene.balance(scene.voucher, RECEIVER)
    assert "NothingWaits" == scene.anvil.refusal(release)
    scene.check()


def test_governance_may_refuse_what_waits(scene):
    """A large transfer that should not be is sent back by an acknowledgement, never kept."""
    packet, proof = scene.incoming(scene.native(500 * UNIT))
    scene.anvil.send(scene.do.deliver(ROUTE, packet.words(), proof, RECEIVER), RELAYER)
    refuse = scene.do.refuse(ROUTE, packet.sequence)
    assert "NotAllowed" == scene.anvil.refusal(refuse, USER)
    assert not scene.outcome(packet, scene.anvil.send(refuse, GOVERNOR)).success
    scene.anvil.pass_time(3_600)
    assert "NothingWaits" == scene.anvil.refusal(scene.do.release(ROUTE, packet.words()))
    scene.check()


def test_what_cannot_be_paid_is_owed(scene):
    """A refund to who is barred by the token waits for them; it stands in nobody's way."""
    token = scene.register(scene.anvil.deploy("Tokens", name="StrictToken"))
    packet = scene.send(token=token.address)
    user = scene.anvil.users[USER]
    scene.anvil.send(token.functions.bar(user, True))
    scene.anvil.send(refunding(scene, packet, "failed"), RELAYER)
    assert 10 * UNIT == scene.anvil.ask(scene.do.owed(token.address, user))
    scene.check(token)
    withdraw = scene.do.withdraw(token.address, RECEIVER)
    assert "NothingOwed" == scene.anvil.refusal(withdraw, RELAYER)
    scene.anvil.send(withdraw, USER)
    assert 10 * UNIT == scene.balance(token, RECEIVER)
    assert "NothingOwed" == scene.anvil.refusal(withdraw, USER)
    scene.check(token)
