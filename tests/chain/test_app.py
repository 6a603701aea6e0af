"""Propose, validate and commit: every bit of a block follows from its parent, or it is refused."""

from dataclasses import replace

import coincurve
import pytest

from chain import candidates, params
from chain.app import BlockInvalid, BlockMisnamed, NotValidated
from chain.begin_data import evidence_in
from chain.certificates import CertificateRefused, encode_certificate, sign
from chain.codec import decode_block, decode_transaction, encode_block, seal_header
from chain.errors import TransactionInvalid
from chain.evidence import EvidenceRefused, ordered
from chain.kit.host import BlockInfo, CommitVote, Fault, Misbehaviour
from chain.kit.module import method_named
from chain.store.memory import MemoryStore
from chain.store.trie import ordered_root
from chain.system_transaction import Phase, build_system_transaction
from chain.types.certificate import BlockId, Certificate, Vote, VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Address, Hash32, Wei
from modules.staking import stake
from modules.staking.module import Staking
from tests.chain.accusations import block_id as made_up
from tests.chain.accusations import carrying, vote
from tests.chain.stage import (
    CHAIN_ID,
    COIN_WEI,
    USERS,
    VALIDATOR,
    VALIDATOR_KEYS,
    VALIDATORS,
    Chain,
    network_data,
)

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


KEYS = VALIDATOR_KEYS[:4]
STAKES = (400, 300, 200, 100)


def four(keys=KEYS) -> Chain:
    """A chain of four validators with unequal stakes."""
    return Chain(data=network_data(*STAKES), keys=keys)


def fault(height: int, key: bytes = KEYS[3]) -> DuplicateVote:
    """Two prevotes of one validator in the first round of a height."""
    votes = [vote(VoteKind.PREVOTE, height, 0, made_up(n), key=key) for n in (1, 2)]
    return ordered(DuplicateVote(*votes))


@pytest.fixture
def heard(monkeypatch) -> list[BlockInfo]:
    """What the blocks of all chains tell a module, in the order of its hooks and calls."""
    infos: list[BlockInfo] = []
    monkeypatch.setattr(Staking, "begin_block", lambda self: infos.append(self.block))
    deposit = stake.deposit

    def listen(staking: Staking, *arguments) -> None:
        infos.append(staking.block)
        deposit(staking, *arguments)

    monkeypatch.setattr(stake, "deposit", listen)
    return infos


def advance(proposer: Chain, *others: Chain, signers=KEYS, seconds: int = 1) -> bytes:
    """Let one node's block be validated by others and committed by all; return its bytes."""
    block_id, payload = proposer.propose(seconds)
    certificate = proposer.certify(block_id, *signers)
    for chain in others:
        chain.app.validate(certificate.height, block_id, payload)
    for chain in (proposer, *others):
        chain.app.commit(certificate)
    return payload


def test_modules_hear_who_signed_for_the_parent(heard):
    """Each member in set order, with its power then; hooks and calls of all nodes hear the same."""
    proposer, checker = four(), four()
    heard.clear()  # genesis
    for signers in (KEYS, KEYS[:3], (KEYS[0], KEYS[1], KEYS[3]), KEYS):
        proposer.send(0, Staking.address, COIN_WEI, DELEGATE)
        advance(proposer, checker, signers=signers)
    told = {info.height: info.last_commit for info in heard}
    assert 16 == len(heard) and set(heard) == {i for i in heard if i.last_commit == told[i.height]}
    assert told == {
        1: (),
        2: commit_of((400, 300, 200, 100), absent=()),
        3: commit_of((400, 300, 200, 100), absent=(3,)),
        4: commit_of((401, 300, 200, 100), absent=(2,)),
    }


def commit_of(powers: tuple[int, ...], absent: tuple[int, ...]) -> tuple[CommitVote, ...]:
    """What a block says of the four, some of whom did not sign."""
    members = enumerate(zip(VALIDATORS, powers, strict=False))
    return tuple(CommitVote(who, power, n not in absent) for n, (who, power) in members)


def test_any_valid_certificate_of_the_parent_will_do():
    """A block may carry more signatures than its proposer needed, or another round's."""
    proposer, checker = four(), four()
    block_id, payload = proposer.propose()
    first = proposer.certify(block_id, *KEYS[:3])
    checker.app.validate(1, block_id, payload)
    others = [proposer.certify(block_id), proposer.certify(block_id, round_=4)]
    for chain in (proposer, checker):
        chain.app.commit(first)
    for certificate in (first, *others):
        block_id, payload = proposer.app.propose(2, proposer.time_ms + 1, certificate)
        checker.app.validate(2, block_id, payload)
        header, _, carried = decode_block(payload)
        assert (certificate.hash, certificate.encoded) == (header.parent_beacon_block_root, carried)
    checker.app.commit(checker.certify(block_id))
    assert others[1] == checker.ledger.certificate(1) == checker.head.block.parent_certificate


def test_every_signature_of_a_certificate_counts():
    """ASA-2024-008: one bad signature beyond two thirds refuses block, proposal and commit."""
    proposer, checker = four(), four()
    advance(proposer, checker)
    good = proposer.head.certificate
    (who, right), other = good.signatures[0], good.signatures[1][1]
    swapped = replace(good, signatures=((who, other), *good.signatures[1:]))
    with pytest.raises(CertificateRefused):
        proposer.app.propose(2, proposer.time_ms + 1, swapped)
    block_id, payload = proposer.propose()
    header, transactions, _ = decode_block(payload)
    forged = seal_header(replace(header, parent_beacon_block_root=swapped.hash))
    name = replace(block_id, hash=forged.hash)
    with pytest.raises(BlockInvalid, match="expected signer"):
        checker.app.validate(2, name, encode_block(forged, transactions, swapped.encoded))
    checker.app.validate(2, block_id, payload)
    certificate = proposer.certify(block_id)
    bad = replace(certificate, signatures=((who, right), *certificate.signatures[1:]))
    for wrong in (bad, proposer.certify(block_id, KEYS[0])):
        with pytest.raises(CertificateRefused):
            checker.app.commit(wrong)
    assert 1 == checker.head.header.height
    checker.app.commit(certificate)


def test_evidence_goes_into_the_next_block_and_is_told_once(heard):
    """It stands in the first transaction before all others, and modules hear what it proves."""
    proposer, checker = four(), four()
    advance(proposer, checker)
    piece = fault(1)
    assert proposer.app.add_evidence(piece) and not proposer.app.add_evidence(piece)
    assert (piece,) == proposer.app.pending_evidence()
    proposer.send(0, TARGET, 1, gas=21_000)
    heard.clear()
    payload = advance(proposer, checker)
    _, transactions, _ = decode_block(payload)
    assert transactions[0].data == b"begin_block" + carrying(piece)
    assert (piece,) == evidence_in(transactions)
    time_s = proposer.ledger.block(1).header.timestamp_s
    proven = Misbehaviour(Fault.DUPLICATE_VOTE, VALIDATORS[3], 1, time_s, 100, 1_000)
    assert [(2, (proven,))] * 2 == [(info.height, info.misbehaviour) for info in heard]
    heard.clear()
    advance(proposer, checker)
    assert [()] * 2 == [info.misbehaviour for info in heard]
    for chain in (proposer, checker):
        assert () == chain.app.pending_evidence()
        with pytest.raises(EvidenceRefused, match="told in block 2"):
            chain.app.add_evidence(piece)


def test_a_node_that_follows_by_blocks_knows_what_was_told():
    """tendermint#5560: what was told comes from the blocks, so it is the same on every node."""
    proposer, late = four(), four()
    for chain in (proposer, proposer, late):
        if chain is proposer:
            advance(chain)
    proposer.app.add_evidence(fault(1))
    assert late.app.pending_evidence() == ()
    advance(proposer)
    late.follow(proposer)
    with pytest.raises(EvidenceRefused, match="told in block 3"):
        late.app.add_evidence(fault(1))


def with_evidence(chain: Chain, payload: bytes, block_id: BlockId, data: bytes):
    """An encoded block whose first transaction carries these bytes of evidence."""
    _, transactions, _ = decode_block(payload)
    height = chain.head.header.height + 1
    begin, _ = build_system_transaction(height, Phase.BEGIN_BLOCK, data)
    rest = [t for t in transactions if not t.data.startswith(b"begin_block")]
    return with_transactions(payload, block_id, (begin, *rest))


def test_a_block_with_evidence_that_proves_nothing_is_invalid():
    """Malformed, told, repeated, early, forged: refused before anything is executed."""
    proposer, checker = four(), four()
    advance(proposer, checker)
    proposer.app.add_evidence(fault(1))
    advance(proposer, checker)
    block_id, payload = proposer.propose()
    forged = replace(fault(2), second=replace(fault(2).second, signature=b"\1" * 65))
    for data, words in (
        (b"\xc0", "expected 2 fields"),
        (carrying(fault(2)) + b"\0", "behind the end"),
        (carrying(fault(1)), "told in block 2 already"),
        (carrying(fault(2), fault(2)), "each fault once in a block"),
        (carrying(fault(3)), "the head is 2"),
        (carrying(fault(9)), "not known yet"),
        (carrying(forged), "evidence: "),
        (carrying(fault(2, VALIDATOR_KEYS[4])), "a validator of height 2"),
    ):
        with pytest.raises(BlockInvalid, match=words):
            checker.app.validate(3, *with_evidence(checker, payload, block_id, data))


def test_evidence_stands_where_execution_puts_it():
    """Evidence behind another transaction is no evidence: such a block is not what it makes."""
    proposer, checker = four(), four()
    advance(proposer, checker)
    proposer.app.add_evidence(fault(1))
    proposer.send(0, TARGET, 1, gas=21_000)
    block_id, payload = proposer.propose()
    _, transactions, _ = decode_block(payload)
    begin, *rest = transactions
    for body in ((*rest, begin), (begin, begin, *rest), tuple(rest)):
        with pytest.raises(BlockInvalid, match="_root|gas_used|logs_bloom"):
            checker.app.validate(2, *with_transactions(payload, block_id, body))
    checker.app.validate(2, block_id, payload)


def test_a_full_block_leaves_room_for_its_evidence():
    """Evidence goes before transactions: what no longer fits beside it waits."""
    chain = four()
    advance(chain)
    for height_fault in (fault(1, key) for key in KEYS[1:]):
        assert chain.app.add_evidence(height_fault)
    limit = 2_500
    chain.app._limits = replace(chain.app._limits, block_bytes_max=limit)
    for user in range(8):
        chain.send(user, TARGET, 1, gas=21_000)
    _, payload = chain.propose()
    _, transactions, _ = decode_block(payload)
    assert 3 == len(evidence_in(transactions))
    assert 1 < len(transactions) < 9
    assert sum(len(t.raw) for t in transactions) <= limit - 1_024


def test_candidates_that_memory_let_go_are_executed_again(monkeypatch):
    """A height of many rounds keeps a few executions; any valid block can still be decided."""
    monkeypatch.setattr(candidates, "EXECUTED_MAX", 1)
    proposer, checker = four(), four()
    rounds = [proposer.propose() for _ in range(4)]
    for block_id, payload in rounds:
        checker.app.validate(1, block_id, payload)
    assert checker.app._candidates.executed(rounds[0][0]) is None
    certificate = checker.certify(rounds[0][0])
    for chain in (proposer, checker):
        chain.app.commit(certificate)
        assert rounds[0][0].hash == chain.head.header.hash
        assert rounds[0][0] not in chain.app._candidates


def test_a_decided_block_that_was_never_seen_is_asked_for():
    """Committing what was not validated is refused by name and changes nothing."""
    proposer, checker = four(), four()
    block_id, _ = proposer.propose()
    with pytest.raises(NotValidated, match="was not validated"):
        checker.app.commit(checker.certify(block_id))
    assert 0 == checker.head.header.height


def test_stored_blocks_are_served_as_they_travelled():
    """Certificate and bytes of each height are what validate takes; other heights are none."""
    proposer = four()
    proposer.send(0, TARGET, 1, gas=21_000)
    payloads = [advance(proposer) for _ in range(3)]
    served = [proposer.app.certified(height) for height in range(5)]
    assert (None, None) == (served[0], served[4])
    for height, payload in enumerate(payloads, 1):
        assert (proposer.ledger.certificate(height), payload) == served[height]
    assert 1 == proposer.ledger.oldest_block_height


def test_transactions_come_from_peers_by_the_rules_of_rpc():
    """New, known and refused are told apart; waiting bytes are found by hash, in arrival order."""
    chain = Chain()
    raws = [chain.sign(user, TARGET, 1, gas=21_000) for user in (1, 0)]
    assert [True, True] == [chain.app.add_transaction(raw) for raw in raws]
    assert not chain.app.add_transaction(raws[0])
    with pytest.raises(TransactionInvalid):
        chain.app.add_transaction(chain.sign(2, TARGET, 1, gas=21_000, chain_id=1))
    hashes = chain.app.pending_transactions()
    assert raws == [chain.app.transaction(tx_hash) for tx_hash in hashes]
    assert chain.app.transaction(b"\1" * 32) is None


def test_the_limits_of_evidence_fit_into_a_transaction():
    """A block's evidence is call data of one transaction, so it stays below its limit."""
    assert params.EVIDENCE_BLOCK_BYTES_MAX + 256 <= params.TRANSACTION_BYTES_MAX
    assert params.EVIDENCE_BYTES_MAX + 16 <= params.EVIDENCE_BLOCK_BYTES_MAX
