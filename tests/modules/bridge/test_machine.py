"""
Two chains under random sends, deliveries in any order and again, time outs, pauses and limits.

Clients remember few headers, see forks and are replaced; routes are killed. What must hold after
each step: every packet is delivered or refunded, never both; what is locked on one side is abroad
on the other or under way; no coin is made or lost on either side.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pytest import MonkeyPatch

from chain.errors import ChainError
from chain.kit.abi import Uint64
from chain.types.primitives import Gas, Height, Seconds, Wei
from modules.bridge import headers
from modules.bridge.module import Bridge
from modules.bridge.packets import ACKNOWLEDGEMENTS_SLOT, COMMITMENTS_SLOT, RECEIPTS_SLOT
from modules.bridge.records import (
    NATIVE_TOKEN,
    Acknowledgement,
    ArrivalState,
    ClientState,
    Limits,
    Packet,
    PacketState,
    StateProof,
)
from modules.bridge.vouchers import voucher_address
from tests.modules.bridge.states import NO_PROOF
from tests.modules.bridge.town import (
    ALICE,
    BOB,
    GUARDIAN,
    OTHER,
    RELAYER,
    ROUTE,
    Side,
    Town,
    answer_of,
    answering,
    fork,
)
from tests.modules.stage import COIN, account

TAKES, REFUSES, NATIVE = 500, 501, 0x0804  # receivers: two contracts, and a module
RECEIVERS = (ALICE, BOB, TAKES, REFUSES, NATIVE)
LIMITS = Limits(Wei(40 * COIN), Wei(COIN), Wei(COIN), Wei(30 * COIN))
STEPS = ("bring", "bring", "answer", "call_off", "release", "refuse", "send_back", "tip")
HEADERS = 8  # that a client remembers here, so that some are always forgotten
ORDERS = st.tuples(
    st.booleans(),  # from the second side
    st.integers(1, 45),  # coins
    st.sampled_from(RECEIVERS),
    st.integers(60, 300),  # seconds to the time out
    st.booleans(),  # vouchers that return
)
ENDED = (PacketState.ACKNOWLEDGED, PacketState.REFUNDED, PacketState.TIMED_OUT)
BOUND = 200  # rounds in which everything must have ended


@dataclass
class Sent:
    """A packet of one side, and what the test knows of it."""

    home: Side
    abroad: Side
    packet: Packet
    proof: StateProof  # of its commitment, which stays good whatever becomes of it at home
    amount_wei: int
    is_native: bool
    answer: Acknowledgement | None = None

    @property
    def state(self) -> PacketState:
        """Its state at home."""
        found: PacketState = self.home.do("sent", ROUTE, self.packet.sequence).state
        return found

    @property
    def arrival(self) -> ArrivalState:
        """Its state abroad."""
        found: ArrivalState = self.abroad.do("arrival", ROUTE, self.packet.sequence).state
        return found

    @property
    def is_under_way(self) -> bool:
        """Whether its amount is on neither side."""
        is_back = self.state in (PacketState.REFUNDED, PacketState.TIMED_OUT)
        return not is_back and self.arrival != ArrivalState.DELIVERED


class TwoChains(RuleBasedStateMachine):
    """Anybody does anything, in any order."""

    @initialize()
    def begin(self) -> None:
        """Join two chains, and put contracts on both."""
        self.town = Town(limits=LIMITS)
        self.sides = (self.town.a, self.town.b)
        self.packets: list[Sent] = []
        self.went_back = 0  # transfers that waited on a route when it was killed
        for side in self.sides:
            side.host.contracts[account(TAKES)] = answering()
            side.host.contracts[account(REFUSES)] = answering(b"no")
        self.coins = [sum(side.host.balances_wei.values()) for side in self.sides]
        self.patch = MonkeyPatch()
        self.patch.setattr(headers, "HEADERS_MAX", HEADERS)

    @rule(orders=st.lists(ORDERS, min_size=1, max_size=4))
    def send(self, orders: list[tuple[bool, int, int, int, bool]]) -> None:
        """Send coins, or vouchers home where there are any; contracts are called."""
        for order in orders:
            self.send_one(*order)

    @precondition(lambda self: self.packets)
    @rule(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(1, 6)), max_size=12))
    def carry(self, steps: list[tuple[str, int]]) -> None:
        """Do things with some of the newest packets, whether or not they can be done."""
        for step, number in steps:
            getattr(self, step)(self.packets[-min(number, len(self.packets))])

    @rule(seconds=st.integers(1, 120))
    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self.town.pass_time(seconds)

    @rule(on_b=st.booleans(), route=st.integers(0, 1), coins=st.integers(1, 60))
    def meddle(self, on_b: bool, route: int, coins: int) -> None:
        """Pause a side, or let it go on with other limits."""
        side = self.sides[on_b]
        if coins % 3 == 0:
            self.tried(lambda: side.do("pause", Uint64(route), sender=GUARDIAN))
            return
        self.tried(lambda: side.vote("resume", Uint64(route)))
        limits = Limits(Wei(coins * COIN), Wei(COIN), Wei(COIN), Wei(coins * COIN))
        for is_native in (True, False):
            side.vote("set_limits", ROUTE, NATIVE_TOKEN, is_native, limits)

    @rule(on_b=st.booleans(), is_late=st.booleans())
    def fork_it(self, on_b: bool, is_late: bool) -> None:
        """Show a side that the other one forked; a vote names another client, now or at the end."""
        here, there = self.sides[on_b], self.sides[not on_b]
        client = here.do("answering_client", 1)
        known = there.blocks[here.do("client", client).latest_height]
        there.seal()
        height = self.tried(lambda: self.town.learn(here, there, client))
        if height is not None:
            here.do("update_client", client, fork(there, height, trusted=known))
            assert here.do("client", client).state == ClientState.FROZEN
        if not is_late:
            self.replace_clients()

    @precondition(lambda self: self.waiting())
    @rule(is_needed=st.booleans())
    def kill(self, is_needed: bool) -> None:
        """Close a route for ever on which a large transfer waits."""
        if is_needed:
            self.tried(lambda: self.waiting()[0].abroad.vote("kill_route", ROUTE))

    def waiting(self) -> list[Sent]:
        """Return the transfers that wait to be released."""
        return [sent for sent in self.packets if sent.arrival == ArrivalState.DELAYED]

    @invariant()
    def few_headers_are_remembered(self) -> None:
        """Whatever is shown, the state of a client is bounded, and its newest header is there."""
        for side in self.sides:
            client = side.do("answering_client", 1)
            assert side.do("remembered_headers", client).count <= HEADERS
            assert any(side.do("header", client, side.do("client", client).latest_height).hash)

    @invariant()
    def what_is_locked_is_abroad_or_under_way(self) -> None:
        """escrow == vouchers over there + amounts under way, on both sides."""
        for here, there in (self.sides, self.sides[::-1]):
            under_way = sum(
                sent.amount_wei
                for sent in self.packets
                if sent.is_under_way and sent.is_native == (sent.home is here)
            )
            held = sum(there.vouchers_of(who) for who in RECEIVERS)
            assert there.outstanding(False) == held
            assert here.outstanding(True) == held + under_way

    @invariant()
    def each_packet_ends_once(self) -> None:
        """Delivered there, or given back here: never both."""
        for sent in self.packets:
            is_back = sent.state in (PacketState.REFUNDED, PacketState.TIMED_OUT)
            assert not (is_back and sent.arrival == ArrivalState.DELIVERED)
            if sent.state == PacketState.ACKNOWLEDGED:
                assert sent.arrival == ArrivalState.DELIVERED
            if sent.state == PacketState.TIMED_OUT:
                assert sent.arrival == ArrivalState.NOTHING

    @invariant()
    def coins_are_all_there(self) -> None:
        """No coin is made or lost, and the bridge's own invariants hold."""
        for side, coins_wei in zip(self.sides, self.coins, strict=True):
            assert coins_wei == sum(side.host.balances_wei.values())
            side.check()

    def teardown(self) -> None:
        """Let all end: then nothing is under way and no fee is left."""
        if not hasattr(self, "sides"):
            return
        try:
            self.let_all_end()
        finally:
            self.patch.undo()

    def let_all_end(self) -> None:
        """Do what anybody may until no packet is under way."""
        self.replace_clients()
        for side in self.sides:
            for route in (0, 1):
                self.tried(lambda side=side, route=route: side.vote("resume", Uint64(route)))
        for _ in range(BOUND):
            left = [sent for sent in self.packets if sent.state not in ENDED]
            if not left:
                break
            self.town.pass_time(100)
            for sent in left:
                self.bring(sent)
                self.release(sent)
                self.send_back(sent)
                self.answer(sent)
                self.call_off(sent)
        assert all(sent.state in ENDED for sent in self.packets)
        self.what_is_locked_is_abroad_or_under_way()
        for side in self.sides:
            assert side.host.balance_wei(Bridge.address) == side.outstanding(True)

    def send_one(
        self, from_b: bool, coins: int, receiver: int, timeout_s: int, returning: bool
    ) -> None:
        """Send an order, and keep the proof of its commitment."""
        home, abroad = self.sides[from_b], self.sides[not from_b]
        fields: dict[str, Any] = {"timeout_s": Seconds(home.time_s + timeout_s)}
        if receiver in (TAKES, REFUSES):
            fields |= {"call_gas": Gas(9), "call_data": b"x"}
        returning = returning and home.vouchers_of(BOB) >= COIN
        if returning:
            coins = min(coins, home.vouchers_of(BOB) // COIN)
            fields |= {"token": voucher_address(ROUTE, NATIVE_TOKEN), "sender": BOB}
        fields["receiver"] = account(receiver)
        packet = self.tried(lambda: self.town.send(home, coins * COIN, **fields))
        if packet is not None:
            sent = Sent(home, abroad, packet, NO_PROOF, coins * COIN, not returning)
            self.packets.append(sent)
            self.tried(lambda: self.prove(sent))

    def bring(self, sent: Sent) -> None:
        """Deliver a packet, and keep the answer."""
        abroad, before = sent.abroad, sent.arrival
        if sent.state == PacketState.SENT and not self.is_proven(sent):
            self.tried(lambda: self.prove(sent))
        call = ("deliver", ROUTE, sent.packet, sent.proof, account(RELAYER))
        self.tried(lambda: abroad.do(*call))
        if before != sent.arrival and sent.arrival != ArrivalState.DELAYED:
            sent.answer = answer_of(abroad)

    def prove(self, sent: Sent) -> None:
        """Prove a packet's commitment by the newest header."""
        height = self.learn(sent.abroad, sent.home)
        sent.proof = sent.home.proof(height, COMMITMENTS_SLOT, 1, sent.packet.sequence)

    def is_proven(self, sent: Sent) -> bool:
        """Whether the proof of a packet's commitment is of a header that is trusted still."""
        client = sent.abroad.do("answering_client", 1)
        return any(sent.abroad.do("header", client, sent.proof.height).hash)

    def learn(self, here: Side, there: Side) -> Height:
        """Show a side the newest block of the other, whatever client answers for it now."""
        return self.town.learn(here, there, here.do("answering_client", 1))

    def replace_clients(self) -> None:
        """Let votes name substitutes for what froze, and wait."""
        for here, there in (self.sides, self.sides[::-1]):
            client = here.do("answering_client", 1)
            if here.do("client", client).state == ClientState.FROZEN:
                there.seal()
                here.vote("announce_substitute", client, self.town.follow(here, there))
                self.town.pass_time(50)
                here.do("substitute_client", client)

    def tip(self, sent: Sent) -> None:
        """Add to a packet's fee, as long as it is under way."""
        call = ("add_fee", ROUTE, sent.packet.sequence)
        self.tried(lambda: sent.home.do(*call, sender=OTHER, value_wei=7))

    def send_back(self, sent: Sent) -> None:
        """Send a transfer back that waits on a killed route, and keep the answer."""
        was_waiting = sent.arrival == ArrivalState.DELAYED
        self.let_go(sent, lambda: sent.abroad.do("send_back", ROUTE, sent.packet))
        self.went_back += was_waiting and sent.arrival == ArrivalState.FAILED

    def release(self, sent: Sent) -> None:
        """Release a transfer that may wait, and keep the answer."""
        self.let_go(sent, lambda: sent.abroad.do("release", ROUTE, sent.packet))

    def refuse(self, sent: Sent) -> None:
        """Refuse a transfer that may wait, and keep the answer."""
        self.let_go(sent, lambda: sent.abroad.vote("refuse", ROUTE, sent.packet))

    def let_go(self, sent: Sent, make: Callable[[], Any]) -> None:
        """End a wait."""
        before = sent.arrival
        self.tried(make)
        if before != sent.arrival:
            sent.answer = answer_of(sent.abroad)

    def answer(self, sent: Sent) -> None:
        """Acknowledge a packet that was answered."""
        if sent.answer is None:
            return
        height = self.tried(lambda: self.learn(sent.home, sent.abroad))
        if height is None:
            return
        proof = sent.abroad.proof(height, ACKNOWLEDGEMENTS_SLOT, 1, sent.packet.sequence)
        call = ("acknowledge", ROUTE, sent.packet, sent.answer, proof)
        self.tried(lambda: sent.home.do(*call, sender=OTHER))

    def call_off(self, sent: Sent) -> None:
        """Time a packet out by whatever can be proven."""
        home, packet = sent.home, sent.packet
        height = self.tried(lambda: self.learn(home, sent.abroad))
        if height is None:
            return
        proof = sent.abroad.proof(height, RECEIPTS_SLOT, 1, packet.sequence)
        self.tried(lambda: home.do("timeout", ROUTE, packet, proof, sender=OTHER))

    def tried(self, make: Any) -> Any:
        """Do what may be refused: a refusal leaves nothing behind."""
        try:
            return make()
        except ChainError:
            return None


TwoChains.TestCase.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)
TestTwoChains = TwoChains.TestCase


def live(seed: int) -> tuple[set[tuple[str, str]], int]:
    """Let two chains live a while; return in what states packets ended, how many were sent back."""
    dice, life = Random(seed), TwoChains()
    life.begin()
    for step in range(120):
        choice = dice.randrange(20)
        if step > 80 and life.waiting():
            life.kill(True)
        if choice < 6 or not life.packets:
            flags = dice.random() < 0.5, dice.random() < 0.5
            coins, timeout_s = dice.randint(1, 45), dice.randint(60, 300)
            life.send_one(flags[0], coins, dice.choice(RECEIVERS), timeout_s, flags[1])
        elif choice < 17:
            sent = life.packets[-min(dice.randint(1, 8), len(life.packets))]
            getattr(life, dice.choice(STEPS))(sent)
        elif choice < 18:
            life.meddle(dice.random() < 0.5, dice.randrange(2), dice.randint(1, 60))
        elif choice < 19 and dice.random() < 0.1:
            life.fork_it(dice.random() < 0.5, dice.random() < 0.2)
        else:
            life.wait(dice.randint(1, 60))
        life.what_is_locked_is_abroad_or_under_way()
        life.each_packet_ends_once()
    life.coins_are_all_there()
    life.teardown()
    return {(sent.state.name, sent.arrival.name) for sent in life.packets}, life.went_back


def test_long_lives_on_two_chains_lose_nothing():
    """Many steps with many packets under way at once, which short examples do not reach."""
    lives = live(1), live(2)
    ends = lives[0][0] | lives[1][0]
    assert sum(went_back for _, went_back in lives) > 0
    assert {
        ("ACKNOWLEDGED", "DELIVERED"),
        ("REFUNDED", "FAILED"),
        ("TIMED_OUT", "NOTHING"),
    } == ends
