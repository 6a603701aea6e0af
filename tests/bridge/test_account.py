"""The relayer's key: what is refused is not sent, what is stuck is replaced."""

import asyncio
from itertools import pairwise

from eth_hash.auto import keccak

from bridge.account import Account, read_fees
from bridge.endpoint import AnswerInvalid
from bridge.ends.end import Call
from bridge.refusals import name_of
from chain.codec.transaction import decode_transaction
from chain.types.primitives import Address
from tests.bridge.rpc import Scripted, refused

KEY = b"\x21" * 32
RECEIVED = keccak(b"AlreadyReceived(uint64,uint64)")[:4].hex() + "00" * 64
TARGET = Address(b"\x08" * 20)


def call(number: int) -> Call:
    """Return a call whose data is a number."""
    return Call(TARGET, bytes([number]), f"call {number}")


class Node(Scripted):
    """A node with a pool: what is sent is mined when `mines`, with these statuses."""

    def __init__(self, mines: bool = True):
        self.sent, self.mines, self.nonce, self.status = [], mines, 7, "0x1"
        super().__init__(
            eth_chainId="0x7a69",
            eth_estimateGas=lambda row: "0x5208",
            eth_feeHistory={
                "baseFeePerGas": ["0x1", "0x64"],
                "reward": [["0x3"], ["0x0"], ["0x5"]],
            },
            eth_getTransactionCount=lambda *words: hex(self.nonce),
            eth_sendRawTransaction=self._send,
            eth_getTransactionReceipt=lambda tx: self._receipt() if self.mines else None,
            eth_getBalance="0x10",
        )

    def _send(self, raw):
        self.sent.append(decode_transaction(bytes.fromhex(raw[2:])))
        return "0x00"

    def _receipt(self):
        return {"status": self.status, "blockNumber": "0x9", "gasUsed": "0x5208"}


def submit(node, calls, wait_s=5.0, account=None):
    """Submit calls; return outcomes."""
    account = account or Account(node, KEY, name_of, wait_s)
    return asyncio.run(account.submit(calls))


def test_a_batch_has_consecutive_nonces_and_one_price():
    """Calls of one batch stand in a row behind what the chain has counted."""
    node = Node()
    outcomes = submit(node, [call(1), call(2), call(3)])
    assert [True] * 3 == [one.succeeded for one in outcomes]
    assert [7, 8, 9] == [tx.nonce for tx in node.sent]
    assert {(205, 5)} == {
        (tx.max_fee_per_gas_wei, tx.max_priority_fee_per_gas_wei) for tx in node.sent
    }
    assert {21_000 * 130 // 100} == {tx.gas_limit for tx in node.sent}


def test_what_would_be_refused_is_not_sent_and_leaves_no_gap():
    """Only passing calls take nonces; the others say why in the bridge's own words."""
    node = Node()
    reverts = {1: "0x" + "deadbeef"}
    node.answers["eth_estimateGas"] = lambda row: (
        refused("execution reverted", reverts[1]) if row["data"] == "0x02" else "0x5208"
    )
    outcomes = submit(node, [call(1), call(2), call(3)])
    assert [True, False, True] == [one.succeeded for one in outcomes]
    assert "0xdeadbeef" == outcomes[1].reason and outcomes[1].height is None
    assert [7, 8] == [tx.nonce for tx in node.sent]


def test_what_no_block_takes_is_replaced_at_a_higher_price():
    """The same nonce again, dearer by more than pools ask for, until a block takes it."""
    node = Node(mines=False)
    account = Account(node, KEY, name_of, 0.0)
    for _ in range(3):
        (outcome,) = submit(node, [call(1)], account=account)
        assert not outcome.succeeded and "no block took it" in outcome.reason
    fees = [tx.max_fee_per_gas_wei for tx in node.sent]
    assert [7, 7, 7] == [tx.nonce for tx in node.sent]
    assert all(10 * later >= 11 * before for before, later in pairwise(fees))
    node.mines = True
    assert submit(node, [call(1)], account=account)[0].succeeded
    submit(node, [call(1)], account=account)
    assert fees[0] == node.sent[-1].max_fee_per_gas_wei


def test_a_transaction_that_the_pool_has_is_waited_for():
    """The node knows it already: that is no failure."""
    node = Node()
    node.answers["eth_sendRawTransaction"] = refused("already known")
    assert submit(node, [call(1)])[0].succeeded


def test_a_pools_refusal_and_a_failed_block_are_told():
    """Too little money, or a revert in the block: the outcome says which."""
    node = Node()
    node.answers["eth_sendRawTransaction"] = refused("insufficient funds for gas")
    assert "insufficient funds" in submit(node, [call(1)])[0].reason
    node = Node()
    node.status = "0x0"
    (outcome,) = submit(node, [call(1)])
    assert not outcome.succeeded and 9 == outcome.height


def test_what_a_rival_did_first_is_told_by_the_contract():
    """A call that passed and then failed in its block is tried again without sending: why?"""
    node = Node()
    node.status = "0x0"
    answers = iter(["0x5208", refused("execution reverted", "0x" + RECEIVED)])
    node.answers["eth_estimateGas"] = lambda row: next(answers)
    (outcome,) = submit(node, [call(1)])
    assert (9, "AlreadyReceived") == (outcome.height, outcome.reason)


def test_fees_are_read_strictly():
    """A history of another form is the node's fault."""
    assert (100, [3]) == read_fees({"baseFeePerGas": ["0x64"], "reward": [["0x3"], []]})
    assert (100, []) == read_fees({"baseFeePerGas": ["0x64"], "reward": None})
    for wrong in ({}, {"baseFeePerGas": []}, {"baseFeePerGas": ["x"]}, None):
        try:
            read_fees(wrong)
        except AnswerInvalid:
            continue
        raise AssertionError(wrong)


def test_the_balance_is_what_the_node_says():
    """For whoever watches that gas does not run out."""
    assert 16 == asyncio.run(Account(Node(), KEY, name_of).balance_wei())


def test_one_call_can_be_tried_without_sending():
    """The attested client's updates are offered until one would pass."""
    node = Node()
    account = Account(node, KEY, name_of)
    assert asyncio.run(account.would_pass(call(1)))
    node.answers["eth_estimateGas"] = refused("execution reverted")
    assert not asyncio.run(account.would_pass(call(1)))
    assert [] == node.sent
