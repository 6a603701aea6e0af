"""Two real chains with a bridge between them: blocks, gas, votes, certificates and the voucher."""

from typing import Any

from coincurve import PrivateKey

from chain.certificates import sign
from chain.codec import sign_transaction
from chain.codec.header import encode_header
from chain.kit.abi import Uint8, Uint64, encode_sequence, word_type
from chain.kit.module import method_named
from chain.kit.record import topic_of
from chain.kit.storage import entry_of
from chain.types.certificate import NO_ROUND, BlockId, Certificate, Vote, VoteKind
from chain.types.primitives import ZERO_ADDRESS, Address, Gas, Height, Round, Seconds, Wei
from chain.types.receipt import Receipt
from modules.bridge.events import AcknowledgementWritten, FeeAdded, PacketSent
from modules.bridge.module import Bridge
from modules.bridge.packets import (
    ACKNOWLEDGEMENTS_SLOT,
    COMMITMENTS_SLOT,
    RECEIPTS_SLOT,
    place_of,
)
from modules.bridge.receiving import ANSWER, CALLBACK, CALLBACK_TYPES
from modules.bridge.records import (
    NATIVE_TOKEN,
    Acknowledgement,
    ArrivalState,
    Asset,
    ClientKind,
    End,
    Limits,
    Order,
    Packet,
    RouteState,
    StateProof,
)
from modules.bridge.vouchers import voucher_address
from modules.governance.module import Governance
from modules.governance.records import Option
from modules.staking.module import Staking
from tests.chain.stage import USERS, VALIDATOR, VALIDATOR_KEY, Chain, genesis_data
from tests.consensus.light.real_chain import shown
from tests.modules.bridge.sealing import update_of
from tests.modules.bridge.town import decoded
from tests.modules.bridge.witnesses import signed

COIN = 10**18
ROUTE = Uint64(1)
FAST = {
    "deposit_wei_min": str(COIN),
    "deposit_period_s": 10,
    "voting_period_s": 6,
    "timelock_s": 2,
}
LIMITS = Limits(Wei(1_000 * COIN), Wei(COIN), Wei(COIN // 100), Wei(500 * COIN))
ALICE, RELAYER, OTHER = 3, 4, 5  # users
BALANCES_SLOT = 2  # of the voucher
_ADDRESS = word_type(Address)


class Land(Chain):
    """A chain of its own name."""

    def __init__(self, chain_id: int) -> None:
        self.chain_id = chain_id
        data = genesis_data(governance={"params": FAST}) | {"chain_id": chain_id}
        super().__init__(data=data)
        self.proposals = 0
        assert 1 == self.call(2, Staking, "delegate", VALIDATOR, value_wei=2_000 * COIN).status

    def certify(self, block_id: BlockId, *keys: bytes, round_: int = 0) -> Certificate:
        """Return the commit of the next block under this chain's name."""
        height = Height(self.head.header.height + 1)
        signatures = []
        for key in keys or self.keys:
            validator = VALIDATOR
            vote = Vote(VoteKind.PRECOMMIT, height, Round(round_), block_id, NO_ROUND, validator)
            signed = sign(vote, self.chain_id, PrivateKey(key))
            signatures.append((validator, signed.signature))
        return Certificate(height, Round(round_), block_id, tuple(signatures))

    def sign(self, *values: Any, **fields: Any) -> bytes:
        """Return a user's signed transaction on this chain."""
        return super().sign(*values, **({"chain_id": self.chain_id} | fields))

    def do(self, user: int, name: str, *values: Any, value_wei: int = 0) -> Receipt:
        """Call the bridge in a block of its own."""
        return self.call(user, Bridge, name, *values, value_wei=value_wei)

    def vote(self, name: str, *values: Any) -> None:
        """Have a governed call of the bridge made."""
        method = method_named(Bridge, name)
        assert method is not None
        content = (name, "", "bridge", method.encode_call(*values))
        receipt = self.call(1, Governance, "submit_call", *content, value_wei=COIN)
        assert 1 == receipt.status
        self.proposals += 1
        assert 1 == self.call(2, Governance, "vote", self.proposals, Option.YES).status
        self.block(10)
        self.block(10)

    def proof(self, height: Height, slot: int, sequence: int) -> StateProof:
        """Return the proof of a word of the bridge, as eth_getProof serves it."""
        found = self.ledger.proof(Bridge.address, [place_of(slot, 1, sequence)], height)
        (storage,) = found.storage
        return StateProof(height, tuple(found.account_proof), tuple(storage.proof))

    def said(self, receipt: Receipt, kind: Any) -> Any:
        """Return the event of a kind in a receipt."""
        topic = topic_of(kind)
        (log,) = [log for log in receipt.logs if log.topics[0] == topic]
        return decoded(kind, _Words(log))

    def vouchers(self, user: int) -> int:
        """Return what the voucher's contract keeps for a user."""
        at = entry_of(_ADDRESS.encode(USERS[user]), BALANCES_SLOT)
        return self.ledger.state().storage(voucher_address(ROUTE, NATIVE_TOKEN), at)


class _Words:
    """A log of a receipt as a module's host keeps it."""

    def __init__(self, log: Any) -> None:
        self.topics = tuple(int.from_bytes(topic, "big") for topic in log.topics)
        self.data, self.address = log.data, log.address


def learn(here: Land, there: Land) -> Height:
    """Show the newest block of the other chain to this one; return its height."""
    known = here.view(Bridge, "client", 1).latest_height
    height = there.head.header.height
    while here.time_ms < there.time_ms:
        here.block(1 + (there.time_ms - here.time_ms) // 1_000)
    if height > known:
        evidence = update_of(shown(there, known), shown(there, height))
        assert 1 == here.do(RELAYER, "update_client", 1, evidence).status
    return height


def order_of(land: Land, **fields: Any) -> Order:
    """Return an order of one coin to another user."""
    values = {
        "route": ROUTE,
        "token": NATIVE_TOKEN,
        "receiver": USERS[OTHER],
        "amount_wei": Wei(COIN),
        "timeout_s": Seconds(land.head.header.timestamp_s + 600),
        "call_gas": Gas(0),
        "call_data": b"",
        "fee_wei": Wei(1_000),
    }
    return Order(**(values | fields))


def send(land: Land, user: int = ALICE, **fields: Any) -> Packet:
    """Send an order; return the packet."""
    order = order_of(land, **fields)
    value_wei = order.fee_wei + (order.amount_wei if order.token == NATIVE_TOKEN else 0)
    receipt = land.do(user, "send", order, value_wei=value_wei)
    assert 1 == receipt.status
    event = land.said(receipt, PacketSent)
    return Packet(event.sequence, event.timeout_s, event.payload)


def deliver(here: Land, there: Land, packet: Packet) -> Acknowledgement:
    """Carry a packet to this chain; return its answer."""
    height = learn(here, there)
    proof = there.proof(height, COMMITMENTS_SLOT, packet.sequence)
    receipt = here.do(RELAYER, "deliver", ROUTE, packet, proof, USERS[RELAYER])
    assert 1 == receipt.status
    event = here.said(receipt, AcknowledgementWritten)
    return Acknowledgement(event.success, event.payee, event.result_hash)


def acknowledge(here: Land, there: Land, packet: Packet, answer: Acknowledgement) -> None:
    """Carry an answer back to this chain."""
    height = learn(here, there)
    proof = there.proof(height, ACKNOWLEDGEMENTS_SLOT, packet.sequence)
    assert 1 == here.do(RELAYER, "acknowledge", ROUTE, packet, answer, proof).status


def joined() -> tuple[Land, Land]:
    """Return two chains whose votes opened a route between them."""
    lands = Land(31_337), Land(31_338)
    for here, there in (lands, lands[::-1]):
        header = encode_header(there.head.header)
        spans = (Seconds(100_000), Seconds(200_000))
        here.vote("create_client", ClientKind.KUMIAI, there.chain_id, *spans, header)
        here.vote("open_route", 1, End(there.chain_id, Bridge.address, ROUTE))
        for is_native in (True, False):
            coin = Asset(NATIVE_TOKEN, is_native, ZERO_ADDRESS, "Kumiai", "KUM", Uint8(18))
            here.vote("register_asset", ROUTE, coin, LIMITS)
        assert RouteState.OPEN == here.view(Bridge, "route", ROUTE).state
    return lands


def test_coins_cross_and_come_home_in_real_blocks():
    """Votes, certificates, state proofs and the voucher's own code: there, back, and a refund."""
    a, b = joined()
    packet = send(a)
    answer = deliver(b, a, packet)
    assert answer.success and COIN == b.vouchers(OTHER)
    acknowledge(a, b, packet, answer)
    voucher = voucher_address(ROUTE, NATIVE_TOKEN)
    home = send(b, OTHER, token=voucher, amount_wei=Wei(COIN // 2), receiver=USERS[ALICE])
    before_wei = a.balance_wei(USERS[ALICE])
    answer = deliver(a, b, home)
    assert answer.success and COIN // 2 == a.balance_wei(USERS[ALICE]) - before_wei
    acknowledge(b, a, home, answer)
    assert COIN // 2 == b.vouchers(OTHER) == a.balance_wei(Bridge.address)

    lost = send(b, OTHER, token=voucher, amount_wei=Wei(COIN // 4))
    assert COIN // 4 == b.vouchers(OTHER)
    a.block(700)
    height = learn(b, a)
    proof = a.proof(height, RECEIPTS_SLOT, lost.sequence)
    assert 1 == b.do(RELAYER, "timeout", ROUTE, lost, proof).status
    assert COIN // 2 == b.vouchers(OTHER) and 0 == b.balance_wei(Bridge.address)


ACCEPTS = b"\x7f" + ANSWER + bytes.fromhex("60005260206000f3")  # returns the answer
# Copies the message of onBridgeTransfer, calls the bridge with it, accepts where that succeeded.
CALLS_BACK = (
    bytes.fromhex("60c4358060e46000376000600082600060006108025af115604457") + ACCEPTS + b"\x5b\0"
)


def receiver(land: Land, runtime: bytes = ACCEPTS) -> Address:
    """Deploy a contract that takes every transfer and says so, or does what its code says."""
    size = bytes((len(runtime),))
    deploy = b"\x60" + size + bytes.fromhex("600c60003960") + size + bytes.fromhex("6000f3")
    tx_hash = land.send(OTHER, None, data=deploy + runtime)
    land.block()
    address = land.receipt(tx_hash).contract_address
    assert address is not None and land.ledger.state().account(address) is not None
    return address


def test_a_relayer_cannot_make_a_message_fail_by_little_gas():
    """Gas starvation: with too little gas the whole delivery fails, and none of it is recorded."""
    a, b = joined()
    target = receiver(b)
    packet = send(a, receiver=target, call_gas=Gas(700_000), call_data=b"hello")
    height = learn(b, a)
    proof = a.proof(height, COMMITMENTS_SLOT, packet.sequence)
    method = method_named(Bridge, "deliver")
    assert method is not None
    data = method.encode_call(ROUTE, packet, proof, USERS[RELAYER])
    tried = 0
    for gas in (*range(300_000, 2_000_000, 150_000), 2_500_000):
        tx_hash = b.send(RELAYER, Bridge.address, 0, data, gas=gas)
        b.block()
        receipt, state = b.receipt(tx_hash), b.view(Bridge, "arrival", ROUTE, Uint64(1)).state
        if receipt.status:
            break
        tried += 1
        assert ArrivalState.NOTHING == state
    assert tried >= 3 and ArrivalState.DELIVERED == state
    assert COIN == b.ledger.state().storage(
        voucher_address(ROUTE, NATIVE_TOKEN), entry_of(_ADDRESS.encode(target), BALANCES_SLOT)
    )


def message(data: bytes) -> bytes:
    """Return what a receiver is called with for a packet of this message."""
    values = (31_337, ROUTE, USERS[ALICE], ZERO_ADDRESS, 0, data)
    return CALLBACK + encode_sequence(CALLBACK_TYPES, values)


def test_a_receiver_that_calls_the_bridge_takes_nothing():
    """Evmos, IBC's re-entrancy: what anybody may call is shut while the bridge waits for code."""
    a, b = joined()
    target = receiver(b, CALLS_BACK)
    mine = send(b)
    method = method_named(Bridge, "add_fee")
    assert method is not None
    inner = method.encode_call(ROUTE, mine.sequence)
    tx_hash = b.send(OTHER, target, 0, message(inner), gas=500_000)
    b.block()
    assert 1 == b.receipt(tx_hash).status and b.said(b.receipt(tx_hash), FeeAdded)
    sent_wei = {"receiver": target, "call_gas": Gas(500_000)}
    answer = deliver(b, a, send(a, call_data=inner, **sent_wei))
    assert not answer.success
    assert 0 == b.ledger.state().storage(
        voucher_address(ROUTE, NATIVE_TOKEN), entry_of(_ADDRESS.encode(target), BALANCES_SLOT)
    )
    view = method_named(Bridge, "routes_opened")
    assert view is not None
    answer = deliver(b, a, send(a, call_data=view.encode_call(), **sent_wei))
    assert answer.success  # questions are answered


def test_a_real_validator_attests_to_another_chain():
    """Bond, signed word and power of the staking module: the other chain's packet is delivered."""
    a, b = joined()
    header = encode_header(b.head.header)
    spans = (Seconds(100_000), Seconds(0))
    a.vote("create_client", ClientKind.ATTESTED, b.chain_id, *spans, header)
    method = method_named(Bridge, "bond_attester")
    assert method is not None
    settings = {"nonce": 0, "max_fee_per_gas_wei": 10**10, "max_priority_fee_per_gas_wei": 10**9}
    bond = sign_transaction(
        VALIDATOR_KEY,
        chain_id=a.chain_id,
        gas_limit=1_000_000,
        to=Bridge.address,
        value_wei=100 * COIN,
        data=method.encode_call(),
        **settings,
    )
    tx_hash = a.pool.submit(bond.raw)
    a.block()
    assert 1 == a.receipt(tx_hash).status
    send(b)
    newest = b.head.header
    word = signed(VALIDATOR_KEY, VALIDATOR, newest.height, newest.hash)
    assert 0 == a.do(RELAYER, "update_client", 2, encode_header(newest)).status
    assert 1 == a.do(RELAYER, "attest", word).status
    assert 1 == a.do(RELAYER, "update_client", 2, encode_header(newest)).status
    assert newest.state_root == a.view(Bridge, "header", 2, newest.height).state_root
