"""What hooks emit travels in transactions that nobody can make and any tool can read."""

from dataclasses import replace

import pytest
from eth_account import Account as EthAccount
from eth_utils import keccak

from chain.codec import decode_transaction, encode_transaction, keccak256, recover_sender
from chain.errors import IntrinsicGasTooLow, TransactionInvalid
from chain.params import SYSTEM_ADDRESS
from chain.system_transaction import (
    SYSTEM_R,
    SYSTEM_S,
    Phase,
    begin_data,
    build_system_transaction,
    is_system_transaction,
)
from chain.types.primitives import Address, Hash32
from chain.types.transaction import Transaction, TransactionType
from tests.chain.stage import CHAIN_ID, COIN_WEI, GWEI, Chain

TARGET = Address(b"\x77" * 20)


@pytest.mark.parametrize("phase", list(Phase))
def test_ethereum_tools_read_it(phase):
    """Hash and sender are what eth_account computes of the bytes."""
    transaction, sender = build_system_transaction(12, phase)
    assert keccak(transaction.raw) == transaction.hash
    recovered = EthAccount.recover_transaction("0x" + transaction.raw.hex())
    assert bytes.fromhex(recovered[2:]) == sender
    assert (12, SYSTEM_ADDRESS, phase.value, 0, 0) == (
        transaction.nonce,
        transaction.to,
        transaction.data,
        transaction.gas_limit,
        transaction.value_wei,
    )
    assert transaction == decode_transaction(transaction.raw)
    assert is_system_transaction(transaction)


def test_every_block_has_its_own():
    """Heights and phases give different hashes, so a lookup by hash finds one."""
    hashes = {
        build_system_transaction(height, phase)[0].hash for height in range(50) for phase in Phase
    }
    assert 100 == len(hashes)


def test_nobody_can_send_one():
    """The pool refuses the chain's own transactions: they pay for no gas."""
    chain = Chain()
    for phase in Phase:
        transaction, _ = build_system_transaction(1, phase)
        with pytest.raises(TransactionInvalid):
            chain.pool.submit(transaction.raw)
    free = replace(unsigned_by_anybody(), gas_limit=0)
    with pytest.raises(IntrinsicGasTooLow):
        chain.pool.submit(encode_transaction(free))


def unsigned_by_anybody() -> Transaction:
    """A payment under the signature r = s = 1, whose sender has no key that anyone knows."""
    draft = Transaction(
        type=TransactionType.LEGACY,
        chain_id=CHAIN_ID,
        nonce=0,
        max_priority_fee_per_gas_wei=10 * GWEI,
        max_fee_per_gas_wei=10 * GWEI,
        gas_limit=21_000,
        to=TARGET,
        value_wei=5,
        data=b"",
        y_parity=0,
        r=SYSTEM_R,
        s=SYSTEM_S,
        raw=b"",
        hash=Hash32(b""),
    )
    raw = encode_transaction(draft)
    return replace(draft, raw=raw, hash=keccak256(raw))


def test_its_signature_under_another_transaction_is_an_ordinary_one():
    """Whoever pays the address that r = s = 1 recovers to can send; all nodes execute it alike."""
    proposer, checker = Chain(), Chain()
    transaction = unsigned_by_anybody()
    assert not is_system_transaction(transaction)
    proposer.send(0, recover_sender(transaction), COIN_WEI, gas=21_000)
    for _ in range(2):
        height = proposer.head.header.height + 1
        block_id, payload = proposer.propose()
        checker.app.validate(height, block_id, payload)
        certificate = proposer.certify(block_id)
        for chain in (proposer, checker):
            chain.app.commit(certificate)
        if height == 1:
            proposer.pool.submit(transaction.raw)
    assert 5 == checker.balance_wei(TARGET) == proposer.balance_wei(TARGET)
    assert transaction.hash == checker.head.block.transactions[0].hash


def test_data_stands_behind_the_phase_and_only_the_first_is_read():
    """What a begin carries is read back from the first transaction of a block alone."""
    begin, _ = build_system_transaction(3, Phase.BEGIN_BLOCK, b"words")
    end, _ = build_system_transaction(3, Phase.END_BLOCK, b"words")
    assert b"begin_blockwords" == begin.data
    assert b"words" == begin_data([begin, end])
    ordinary = unsigned_by_anybody()
    for others in ([], [end], [end, begin], [replace(ordinary, data=begin.data), begin]):
        assert b"" == begin_data(others)
