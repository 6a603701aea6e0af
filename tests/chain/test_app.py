"""Propose, validate and commit: every bit of a block follows from its parent, or it is refused."""

from dataclasses import replace

import coincurve
import pytest

from chain.app import BlockInvalid, BlockMisnamed
from chain.certificates import encode_certificate, sign
from chain.codec import decode_block, decode_transaction, encode_block, seal_header
from chain.kit.module import method_named
from chain.store.memory import MemoryStore
from chain.store.trie import ordered_root
from chain.system_transaction import Phase, build_system_transaction
from chain.types.certificate import BlockId, Certificate, Vote, VoteKind
from chain.types.primitives import Address, Hash32, Wei
from modules.staking import stake
from modules.staking.module import Staking
from tests.chain.stage import CHAIN_ID, COIN_WEI, USERS, VALIDATOR, Chain

TARGET = Address(b"\x77" * 20)
DELEGATE = method_named(Staking, "delegate").encode_call(VALIDATOR)


def two_nodes() -> tuple[Chain, Chain]:
    """A proposer and a node that checks, at the same genesis."""
    return Chain(), Chain()


def rewrite(payload: bytes, block_id: BlockId, **fields) -> tuple[BlockId, bytes]:
    """Change header fields of an encoded block and name it anew."""
    header, transactions, certificate = decode_block(payload)
    forged = seal_header(replace(header, **fields))
    return replace(block_id, hash=forged.hash), encode_block(forged, transactions, certificate)


def test_a_second_node_reproduces_a_block_to_the_last_bit():
    """What one node proposes, another validates and commits to the same hash."""
    proposer, checker = two_nodes()
    for height in range(1, 4):
        proposer.send(0, TARGET, COIN_WEI, gas=21_000)
        proposer.send(1, Staking.address, 2 * COIN_WEI, DELEGATE)
        block_id, payload = proposer.propose()
        certificate = proposer.certify(block_id)
        checker.app.validate(height, block_id, payload)
        checker.app.commit(certificate)
        proposer.app.commit(certificate)
        assert proposer.head.header.hash == checker.head.header.hash
        assert proposer.head.receipts == checker.head.receipts
    assert checker.balance_wei(TARGET) == 3 * COIN_WEI


def test_a_committed_block_is_never_executed_twice(monkeypatch):
    """Commit writes the execution that propose or validate kept."""
    chain = Chain()
    block_id, payload = chain.propose()

    def refuse(*arguments: object) -> None:
        raise AssertionError("executed again")

    monkeypatch.setattr("chain.app.BlockExecution", refuse)
    chain.app.validate(1, block_id, payload)
    chain.app.commit(chain.certify(block_id))
    assert chain.head.header.height == 1


def test_bytes_that_are_not_the_named_block_say_nothing_about_it():
    """Garbage and another block under a name are misnamed, not invalid."""
    proposer, checker = two_nodes()
    block_id, payload = proposer.propose()
    for wrong in (b"", b"\xc0", payload + b"\0", payload[:-1], payload * 2):
        with pytest.raises(BlockMisnamed):
            checker.app.validate(1, block_id, wrong)
    with pytest.raises(BlockMisnamed):
        checker.app.validate(1, replace(block_id, hash=Hash32(b"\x01" * 32)), payload)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("state_root", b"\x01" * 32),
        ("receipts_root", b"\x01" * 32),
        ("logs_bloom", b"\x01" + bytes(255)),
        ("gas_used", 1),
        ("gas_limit", 29_000_000),
        ("base_fee_per_gas_wei", Wei(7)),
        ("extra_data", b"\x01" * 32),
        ("mix_hash", b"\x01" * 32),
        ("parent_beacon_block_root", b"\x01" * 32),
        ("timestamp_s", 1_800_000_000),
        ("coinbase", USERS[0]),
        ("parent_hash", b"\x01" * 32),
        ("difficulty", 1),
        ("height", 2),
    ],
)
def test_a_header_that_lies_about_one_field_is_invalid(field, value):
    """Each header field is computed or bounded; a forged one is refused by name."""
    proposer, checker = two_nodes()
    block_id, payload = rewrite(*reversed(proposer.propose()), **{field: value})
    with pytest.raises(BlockInvalid):
        checker.app.validate(1, block_id, payload)


def test_time_moves_on_in_milliseconds_and_may_rest_in_seconds():
    """Blocks of the same second are valid; a block not after its parent is not."""
    proposer, checker = two_nodes()
    first = proposer.app.propose(1, 1_700_000_001_000, None)
    certificate = proposer.certify(first[0])
    for chain in (proposer, checker):
        chain.app.validate(1, *first)
        chain.app.commit(certificate)
    same_second = proposer.app.propose(2, 1_700_000_001_001, certificate)
    checker.app.validate(2, *same_second)
    for time_ms in (1_700_000_001_000, 1_700_000_000_999):
        late_id, payload = proposer.app.propose(2, time_ms, certificate)
        with pytest.raises(BlockInvalid):
            checker.app.validate(2, late_id, payload)


def test_a_block_needs_its_parents_whole_certificate():
    """Missing, foreign, unsigned and misplaced certificates of the parent are all refused."""
    proposer, checker = two_nodes()
    block_id, payload = proposer.propose()
    certificate = proposer.certify(block_id)
    checker.app.validate(1, block_id, payload)
    for chain in (proposer, checker):
        chain.app.commit(certificate)
    second_id, second = proposer.propose()
    header, transactions, _ = decode_block(second)
    stranger = coincurve.PrivateKey(b"\x09" * 32)
    vote = Vote(VoteKind.PRECOMMIT, 1, 0, block_id, -1, VALIDATOR)
    forged = ((VALIDATOR, sign(vote, CHAIN_ID, stranger).signature),)
    for wrong in (
        b"",
        encode_certificate(Certificate(1, 0, block_id, ())),
        encode_certificate(Certificate(1, 0, block_id, forged)),
        encode_certificate(Certificate(1, 0, second_id, certificate.signatures)),
        encode_certificate(replace(certificate, round=3)),
    ):
        with pytest.raises(BlockInvalid):
            checker.app.validate(2, second_id, encode_block(header, transactions, wrong))
    checker.app.validate(2, second_id, second)


def test_transactions_that_do_not_run_make_a_block_invalid():
    """A block with a transaction twice, or one for another chain, is refused as a whole."""
    proposer, checker = two_nodes()
    proposer.send(0, TARGET, 1, gas=21_000)
    block_id, payload = proposer.propose()
    _, transactions, _ = decode_block(payload)
    foreign = decode_transaction(proposer.sign(1, TARGET, 1, gas=21_000, chain_id=1))
    root = checker.ledger.states.head()
    for body, words in (
        (transactions * 2, "nonce too low"),
        ((*transactions, foreign), "invalid chain id"),
    ):
        with pytest.raises(BlockInvalid, match=words):
            checker.app.validate(1, *with_transactions(payload, block_id, body))
    assert root == checker.ledger.states.head()


def with_transactions(payload: bytes, block_id: BlockId, transactions) -> tuple[BlockId, bytes]:
    """Give an encoded block another body, with a header that names it."""
    header, _, certificate = decode_block(payload)
    root = ordered_root([transaction.raw for transaction in transactions])
    forged = seal_header(replace(header, transactions_root=root))
    return replace(block_id, hash=forged.hash), encode_block(forged, transactions, certificate)


def test_what_hooks_emitted_can_be_neither_left_out_nor_invented():
    """A body without its system transaction, or with one nobody made, is refused."""
    proposer, checker = two_nodes()
    proposer.send(1, Staking.address, COIN_WEI, DELEGATE)
    block_id, payload = proposer.propose()
    _, transactions, _ = decode_block(payload)
    assert transactions[-1].data == b"end_block"
    invented, _ = build_system_transaction(1, Phase.BEGIN_BLOCK)
    for body in (transactions[:-1], (invented, *transactions), (*transactions, invented)):
        with pytest.raises(BlockInvalid, match="transactions_root"):
            checker.app.validate(1, *with_transactions(payload, block_id, body))
    with pytest.raises(BlockMisnamed):
        header, _, certificate = decode_block(payload)
        checker.app.validate(1, block_id, encode_block(header, transactions[:-1], certificate))
    checker.app.validate(1, block_id, payload)


def test_a_module_that_breaks_cannot_stop_the_chain(monkeypatch, caplog):
    """A transaction that trips over the node's own bug is evicted and undone; others go on."""
    chain = Chain()
    chain.send(0, Staking.address, COIN_WEI, DELEGATE)
    chain.send(1, TARGET, 5, gas=21_000)

    def broken(self: Staking, *arguments: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(stake, "deposit", broken)
    block = chain.block()
    assert chain.balance_wei(TARGET) == 5
    assert chain.balance_wei(USERS[0]) == 10_000 * COIN_WEI
    assert len(chain.pool) == 0
    assert [receipt.status for receipt in block.receipts] == [1]
    assert "broke the node's own code" in caplog.text


def test_two_applications_over_one_store_agree():
    """A restarted application goes on from the store as the first one left it."""
    store = MemoryStore()
    chain = Chain(store)
    chain.send(0, TARGET, 1, gas=21_000)
    chain.block()
    again = Chain(store)
    assert chain.head == again.head
    again.time_ms = chain.time_ms
    again.send(0, TARGET, 1, gas=21_000)
    again.block()
    assert again.balance_wei(TARGET) == 2
