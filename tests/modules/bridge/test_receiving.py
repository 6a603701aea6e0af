"""What becomes of packets that arrive: paid, called, delayed, refused now, or refused for ever."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from chain.kit.abi import Uint64
from chain.kit.dispatch import dispatch
from chain.kit.host import CallInfo, CallOutcome
from chain.kit.module import method_named
from chain.kit.state_machine import StateForbids
from chain.types.primitives import ZERO_ADDRESS, Address, Gas, Seconds, Wei
from modules.bridge.events import (
    AcknowledgementWritten,
    PacketReceived,
    TransferDelayed,
    VoucherPlaced,
)
from modules.bridge.module import Bridge
from modules.bridge.packets import ACKNOWLEDGEMENTS_SLOT, COMMITMENTS_SLOT
from modules.bridge.receiving import ANSWER, CALLBACK
from modules.bridge.records import NATIVE_TOKEN, STRANDED_S, ArrivalState, Packet
from modules.bridge.refusals import (
    AlreadyReceived,
    ClientInactive,
    LimitReached,
    NothingWaits,
    PacketExpired,
    RouteForbids,
    RouteLives,
    StillDelayed,
    ZeroNotTrusted,
)
from tests.modules.bridge.town import (
    ALICE,
    BOB,
    GUARDIAN,
    LIMITS,
    OTHER,
    RELAYER,
    ROUTE,
    Town,
    answer_of,
    answering,
    fork,
    hashed,
)
from tests.modules.stage import COIN, account

CONTRACT = account(500)
LARGE_WEI = LIMITS.delay_from_wei


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def call_fields(**more: Any) -> dict[str, Any]:
    """Return an order's fields for a call of the contract."""
    return {"receiver": CONTRACT, "call_gas": Gas(50_000), "call_data": b"hello", **more}


def test_a_packet_is_received_once(town: Town):
    """A second delivery is refused whatever its proof, so nothing is minted twice."""
    packet = town.send(town.a)
    town.deliver(town.b, town.a, packet)
    commitment = town.a.do("commitment_of", ROUTE, packet)
    assert town.b.logged(PacketReceived(ROUTE, packet.sequence, commitment))
    voucher = town.b.do("voucher", ROUTE, NATIVE_TOKEN)
    assert town.b.logged(VoucherPlaced(ROUTE, NATIVE_TOKEN, voucher))
    assert ArrivalState.DELIVERED == town.b.do("arrival", ROUTE, packet.sequence).state
    height = town.learn(town.b, town.a)
    proof = town.a.proof(height, COMMITMENTS_SLOT, 1, 1)
    with town.b.refuses(AlreadyReceived):
        town.b.do("deliver", ROUTE, packet, proof, account(RELAYER))


def test_a_packet_is_not_received_at_its_last_second(town: Town):
    """At and after the time out only a refund is left, so there is never both."""
    packet = town.send(town.a)
    height = town.learn(town.b, town.a)
    proof = town.a.proof(height, COMMITMENTS_SLOT, 1, 1)
    town.b.seal(packet.timeout_s - town.b.time_s)
    with town.b.refuses(PacketExpired):
        town.b.do("deliver", ROUTE, packet, proof, account(RELAYER))


def test_zeros_are_no_payee_and_no_sequence(town: Town):
    """What was never written is never trusted: zero pays nobody and numbers nothing."""
    packet = town.send(town.a)
    height = town.learn(town.b, town.a)
    proof = town.a.proof(height, COMMITMENTS_SLOT, 1, 1)
    with town.b.refuses(ZeroNotTrusted):
        town.b.do("deliver", ROUTE, packet, proof, ZERO_ADDRESS)
    with town.b.refuses(ZeroNotTrusted):
        town.b.do("deliver", ROUTE, replace(packet, sequence=Uint64(0)), proof, account(1))


def test_a_contract_is_credited_and_called(town: Town):
    """The receiver sees who sent what from where, with exactly the gas that was asked for."""
    seen: list[tuple[bytes, int]] = []

    def contract(host: Any, source: Address, data: bytes, gas: Gas) -> CallOutcome:
        seen.append((data, gas))
        assert source == Bridge.address
        return CallOutcome(True, ANSWER)

    town.b.host.contracts[CONTRACT] = contract
    assert town.deliver(town.b, town.a, town.send(town.a, **call_fields())).success
    ((data, gas),) = seen
    assert (CALLBACK, 50_000) == (data[:4], gas)
    words = [data[4 + 32 * n : 36 + 32 * n] for n in range(6)]
    assert [31_337, 1, ALICE] == [int.from_bytes(word, "big") for word in words[:3]]
    assert town.b.do("voucher", ROUTE, NATIVE_TOKEN) == words[3][12:]
    assert COIN == int.from_bytes(words[4], "big") and data.endswith(b"hello".ljust(32, b"\0"))
    assert COIN == town.b.vouchers_of(500)


def test_a_message_alone_is_delivered(town: Town):
    """No token and no amount: only a call."""
    town.b.host.contracts[CONTRACT] = answering()
    fields = call_fields(token=ZERO_ADDRESS)
    assert town.deliver(town.b, town.a, town.send(town.a, 0, **fields)).success


def reverting(host: Any, source: Address, data: bytes, gas: Gas) -> CallOutcome:
    """Fail."""
    return CallOutcome(False, b"no")


def reentering(host: Any, source: Address, data: bytes, gas: Gas) -> CallOutcome:
    """Call back into the bridge, as a token that steals would."""
    method = method_named(Bridge, "leave_attesters")
    assert method is not None
    dispatch(Bridge, host, CallInfo(CONTRACT), method.encode_call())
    return CallOutcome(True, ANSWER)


@pytest.mark.parametrize("contract", [reverting, reentering, answering(b"\1" * 32), answering(b"")])
def test_a_call_that_fails_undoes_the_credit(town: Town, contract: Callable[..., CallOutcome]):
    """A revert, a re-entry or another answer: no vouchers, a full bucket, and a refund at home."""
    town.b.host.contracts[CONTRACT] = contract
    before = town.a.balance_wei(ALICE)
    packet = town.send(town.a, **call_fields())
    answer = town.deliver(town.b, town.a, packet)
    assert not answer.success and 0 == town.b.vouchers_of(500) == town.b.outstanding(False)
    assert LIMITS.capacity_wei == town.b.do("room", ROUTE, NATIVE_TOKEN, False)
    town.acknowledge(town.a, town.b, packet, answer)
    assert before - 11 == town.a.balance_wei(ALICE)
    town.check()


@pytest.mark.parametrize("target", ["bridge", "native", "voucher", "codeless"])
def test_a_message_never_reaches_the_bridge_itself(town: Town, target: str):
    """Poly Network's keeper change: what the bridge owns, or is, is no receiver of its calls."""
    town.deliver(town.b, town.a, town.send(town.a))
    voucher = town.b.do("voucher", ROUTE, NATIVE_TOKEN)
    receivers = {
        "bridge": Bridge.address,
        "native": NATIVE_TOKEN,
        "voucher": voucher,
        "codeless": account(77),
    }
    packet = town.invented(town.a, receiver=receivers[target], call_gas=Gas(9), call_data=b"x")
    assert not town.deliver(town.b, town.a, packet).success
    output = b"no contract" if target == "codeless" else b"receiver"
    expected = AcknowledgementWritten(
        ROUTE, packet.sequence, False, account(RELAYER), hashed(output), output
    )
    assert town.b.logged(expected)


@pytest.mark.parametrize(
    "fields",
    [
        {"returning": True, "amount": Wei(COIN + 1)},  # more than is in escrow
        {"token": account(66)},
        {"token": account(66), "returning": True},
        {"token": ZERO_ADDRESS},
        {"amount": Wei(0)},
        {"amount": Wei(0), "call_gas": Gas(9), "call_data": b"x"},
        {"amount": Wei(2**128)},
        {"call_gas": Gas(9)},
        {"receiver": ZERO_ADDRESS},
        {"token": ZERO_ADDRESS, "returning": True, "amount": Wei(0)},
    ],
)
def test_a_rotten_chain_gets_an_answer_and_no_coins(town: Town, fields: dict[str, Any]):
    """However much the other chain claims, no more comes out than went in; its packet fails."""
    town.send(town.b)  # one coin of this side is in escrow
    balance = town.b.host.balance_wei(Bridge.address)
    assert not town.deliver(town.b, town.a, town.invented(town.a, **fields)).success
    assert balance == town.b.host.balance_wei(Bridge.address)
    town.check()


def test_bytes_behind_a_payload_make_it_none(town: Town):
    """One strict shape: a payload that its encoding does not repeat is answered as a failure."""
    good = town.send(town.a)
    for number, payload in enumerate((good.payload + b"\0" * 32, b"", good.payload[:-1])):
        packet = town.invent(town.a, payload, 50 + number)
        assert not town.deliver(town.b, town.a, packet).success
    packet = town.invent(town.a, bytes(10_000), 60)
    assert not town.deliver(town.b, town.a, packet).success


def test_an_empty_bucket_refuses_for_now(town: Town):
    """Outflow above the limit waits; the packet is not lost and may be brought again."""
    for _ in range(2):
        town.deliver(town.b, town.a, town.send(town.a, LARGE_WEI - 1))
    packet = town.send(town.a, 200 * COIN)
    with pytest.raises(LimitReached):
        town.deliver(town.b, town.a, packet)
    assert ArrivalState.NOTHING == town.b.do("arrival", ROUTE, packet.sequence).state
    town.b.seal(200)
    assert town.deliver(town.b, town.a, packet).success


def test_a_large_transfer_waits_and_is_released_by_anybody(town: Town):
    """From its bound on a transfer is received now and paid after the delay, past no bucket."""
    packet = town.send(town.a, LARGE_WEI)
    height = town.learn(town.b, town.a)
    proof = town.a.proof(height, COMMITMENTS_SLOT, 1, 1)
    town.b.do("deliver", ROUTE, packet, proof, account(RELAYER))
    releases_s = Seconds(town.b.time_s + 100)
    assert town.b.logged(TransferDelayed(ROUTE, packet.sequence, releases_s))
    with town.b.refuses(StillDelayed):
        town.b.do("release", ROUTE, packet)
    town.b.seal(100)
    with town.b.refuses(NothingWaits):
        town.b.do("release", ROUTE, replace(packet, timeout_s=Seconds(9)))
    town.b.do("release", ROUTE, packet, sender=OTHER)
    assert LARGE_WEI == town.b.vouchers_of(BOB)
    assert LIMITS.capacity_wei == town.b.do("room", ROUTE, NATIVE_TOKEN, False)
    answer = answer_of(town.b)
    assert answer.success and answer.payee == account(RELAYER)
    with town.b.refuses(StateForbids):
        town.b.do("release", ROUTE, packet)
    town.acknowledge(town.a, town.b, packet, answer)
    town.check()


def delayed(town: Town) -> Packet:
    """Bring a large transfer that waits."""
    packet = town.send(town.a, LARGE_WEI)
    height = town.learn(town.b, town.a)
    proof = town.a.proof(height, COMMITMENTS_SLOT, 1, packet.sequence)
    town.b.do("deliver", ROUTE, packet, proof, account(RELAYER))
    return packet


def test_a_vote_sends_a_waiting_transfer_back(town: Town):
    """Governance refuses it, and its sender gets all of it back by the answer."""
    before = town.a.balance_wei(ALICE)
    packet = delayed(town)
    with town.b.refuses(RouteLives):
        town.b.do("send_back", ROUTE, packet)
    town.b.vote("refuse", ROUTE, packet)
    town.acknowledge(town.a, town.b, packet, answer_of(town.b))
    assert before - 11 == town.a.balance_wei(ALICE) and 0 == town.b.vouchers_of(BOB)


def test_nothing_is_released_on_the_word_of_a_forked_chain(town: Town):
    """What waits when its chain is caught forking stays until a substitute is believed."""
    packet = delayed(town)
    height = town.learn(town.b, town.a)
    town.b.do("update_client", 1, fork(town.a, height))
    town.b.seal(100)
    with town.b.refuses(ClientInactive):
        town.b.do("release", ROUTE, packet)
    number = town.follow(town.b, town.a)
    town.b.vote("announce_substitute", 1, number)
    town.b.seal(50)
    town.b.do("substitute_client", 1)
    town.b.do("release", ROUTE, packet)
    assert LARGE_WEI == town.b.vouchers_of(BOB)


def test_what_waits_on_a_killed_route_goes_back(town: Town):
    """A killed route releases nothing, and keeps nothing: anybody may send it back."""
    packet = delayed(town)
    town.b.vote("kill_route", ROUTE)
    town.b.seal(100)
    with town.b.refuses(RouteForbids):
        town.b.do("release", ROUTE, packet)
    town.b.do("send_back", ROUTE, packet, sender=OTHER)
    town.acknowledge(town.a, town.b, packet, answer_of(town.b))
    assert 0 == town.a.outstanding(True)


def test_a_release_that_can_no_longer_be_paid_is_answered():
    """What became impossible while it waited fails and goes back, instead of waiting for ever."""
    town = Town()
    packet = town.invented(town.b, returning=True, amount=LARGE_WEI)
    town.send(town.a, LARGE_WEI)
    height = town.learn(town.a, town.b)
    proof = town.b.proof(height, COMMITMENTS_SLOT, 1, packet.sequence)
    town.a.do("deliver", ROUTE, packet, proof, account(RELAYER))
    other = town.invent(town.b, packet.payload, 1_001)
    height = town.learn(town.a, town.b)
    proof = town.b.proof(height, COMMITMENTS_SLOT, 1, 1_001)
    town.a.do("deliver", ROUTE, other, proof, account(RELAYER))
    town.a.seal(101)
    town.a.do("release", ROUTE, packet)
    assert answer_of(town.a).success
    town.a.do("release", ROUTE, other)
    assert not answer_of(town.a).success and 0 == town.a.outstanding(True)


@pytest.mark.parametrize("all_routes", [True, False])
def test_a_pause_stops_all_but_refunds(town: Town, all_routes: bool):
    """Pause blocks sends, receipts and releases; answers and time outs pass (markets I)."""
    early, late = town.send(town.a), town.send(town.a)
    answer = town.deliver(town.b, town.a, early)
    waiting = delayed(town)
    for side in (town.a, town.b):
        side.do("pause", Uint64(0) if all_routes else ROUTE, sender=GUARDIAN)
    with pytest.raises(RouteForbids):
        town.send(town.a)
    with pytest.raises(RouteForbids):
        town.deliver(town.b, town.a, late)
    town.pass_time(1_001)
    with pytest.raises(RouteForbids):
        town.b.do("release", ROUTE, waiting)
    town.acknowledge(town.a, town.b, early, answer)
    town.time_out(town.a, town.b, late)
    assert LARGE_WEI + COIN == town.a.outstanding(True)
    town.check()


def pause_one(town: Town) -> None:
    """Let the guardian stop the route."""
    town.b.do("pause", ROUTE, sender=GUARDIAN)


def pause_all(town: Town) -> None:
    """Let the guardian stop every route."""
    town.b.do("pause", Uint64(0), sender=GUARDIAN)


def fork_it(town: Town) -> None:
    """Freeze the client."""
    town.b.do("update_client", 1, fork(town.a, town.learn(town.b, town.a)))


@pytest.mark.parametrize("stop", [pause_one, pause_all, fork_it])
def test_what_nobody_may_release_goes_back_after_a_week(town: Town, stop: Any):
    """No silence of a guardian or of voters holds a transfer for ever; it is paid back at home."""
    before = town.a.balance_wei(ALICE)
    packet = delayed(town)
    stop(town)
    releases_s = town.b.do("arrival", ROUTE, packet.sequence).releases_s
    town.pass_time(releases_s + STRANDED_S - 1 - town.b.time_s)
    with town.b.refuses(RouteLives):
        town.b.do("send_back", ROUTE, packet)
    town.pass_time(1)
    town.b.do("send_back", ROUTE, packet, sender=OTHER)
    answer = answer_of(town.b)
    assert not answer.success and 0 == town.b.vouchers_of(BOB)
    height = town.follow(town.a, town.b)  # the old client has expired meanwhile
    town.a.vote("announce_substitute", 1, height)
    town.pass_time(60)
    town.a.do("substitute_client", 1)
    at = town.learn(town.a, town.b, client=height)
    proof = town.b.proof(at, ACKNOWLEDGEMENTS_SLOT, 1, packet.sequence)
    town.a.do("acknowledge", ROUTE, packet, answer, proof, sender=OTHER)
    assert before - 11 == town.a.balance_wei(ALICE)  # the fee was earned


def test_what_anybody_may_release_is_never_sent_back_by_a_stranger(town: Town):
    """On a route that takes packets a week of waiting, or a year, makes nothing go home."""
    packet = delayed(town)
    town.pass_time(52 * STRANDED_S)
    with town.b.refuses(RouteLives):
        town.b.do("send_back", ROUTE, packet)
    town.b.do("release", ROUTE, packet)
    assert LARGE_WEI == town.b.vouchers_of(BOB)
