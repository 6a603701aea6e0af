"""Each fork's own way with a block: who is paid, what is called, what the header commits to."""

from dataclasses import replace

import pytest

from chain.errors import HeaderInvalid
from chain.types.past import PastBlock, PastReceipt, Withdrawal
from chain.types.primitives import Gas, Hash32, Wei
from cli.conformance.chain import ImportedChain
from cli.conformance.execution import check_body, environment_of_past
from cli.conformance.genesis import parse_genesis
from tests.cli.conformance.ground import MINER, STORER, UNCLE, Built, seal

COIN = 10**18


def balance(built: Built, address: bytes, height: int) -> int:
    """Coins of an account after a block."""
    account = built.chain.state(height).account(address)  # type: ignore[arg-type]
    return 0 if account is None else account.balance_wei


def test_miners_are_paid_until_paris(built: Built) -> None:
    """Five coins, then two and a 32nd for the uncle, whose miner gets 7/8; then tips only."""
    tips = [r.gas_used * r.effective_gas_price_wei for r in receipts(built, 1)]
    assert 5 * COIN + sum(tips) == balance(built, MINER, 1)
    gained = balance(built, MINER, 2) - balance(built, MINER, 1)
    tips = [r.gas_used * r.effective_gas_price_wei for r in receipts(built, 2)]
    assert 2 * COIN + 2 * COIN // 32 + sum(tips) == gained
    assert 2 * COIN * 7 // 8 == balance(built, UNCLE, 2)
    late = balance(built, MINER, 4) - balance(built, MINER, 3)
    assert sum(r.gas_used for r in receipts(built, 4)) * 2 * 10**9 == late


def receipts(built: Built, height: int) -> list[PastReceipt]:
    """The receipts of a block."""
    block = built.chain.block(height)
    assert block is not None
    return [item for item in block.receipts if isinstance(item, PastReceipt)]


def test_withdrawals_are_gwei(built: Built) -> None:
    """Three gwei a block arrive from Shanghai on."""
    assert 3 * 10**9 == balance(built, UNCLE, 4) - balance(built, UNCLE, 3)


def test_receipts_had_roots_before_byzantium(built: Built) -> None:
    """The root between two transactions is that of the state there; later there are none."""
    first, second = receipts(built, 1)
    assert first.state_root and second.state_root and first.state_root != second.state_root
    assert all(item.state_root is None for item in receipts(built, 2))


def test_blobs_are_paid_for(built: Built) -> None:
    """A blob's gas is told in its receipt, and burned at the block's price."""
    blob = receipts(built, 5)[2]
    assert (131_072, 1) == (blob.blob_gas_used, blob.blob_gas_price_wei)


def test_code_runs_once_a_block(built: Built) -> None:
    """The counter of the genesis file is one higher after each block."""
    assert [5, 6, 7, 8, 9, 10, 11] == [built.chain.state(h).storage(STORER, 0) for h in range(7)]


def test_difficulty_is_seen_before_paris_only(built: Built) -> None:
    """DIFFICULTY reads the header's; afterwards it is the random word's instruction."""
    genesis = built.chain.genesis
    seen = [
        environment_of_past(genesis, block.header, lambda height: Hash32(bytes(32))).difficulty
        for block in built.blocks
    ]
    assert [0x20000] * 3 + [0] * 3 == seen


@pytest.mark.parametrize(
    "field",
    ["state_root", "receipts_root", "gas_used", "logs_bloom", "transactions_root", "ommers_hash"],
)
def test_a_header_that_says_otherwise_is_refused(built: Built, field: str) -> None:
    """Every commitment is compared: what differs is named."""
    chain = ImportedChain(parse_genesis(built.genesis))
    block = built.blocks[0]
    header = block.header
    found = getattr(header, field)
    wrong = Gas(found + 1) if field == "gas_used" else bytes([found[0] ^ 1]) + found[1:]
    with pytest.raises(HeaderInvalid, match=field):
        chain.add(replace(block, header=replace(header, **{field: wrong})))
    assert 0 == chain.head.header.height
    chain.add(block)


def test_requests_are_compared_at_prague(built: Built) -> None:
    """A requests hash that is not what the block's contracts said is refused."""
    chain = ImportedChain(parse_genesis(built.genesis))
    for block in built.blocks[:5]:
        chain.add(block)
    last = built.blocks[5]
    wrong = replace(last.header, requests_hash=Hash32(bytes(32)))
    with pytest.raises(HeaderInvalid, match="requests_hash"):
        chain.add(replace(last, header=seal(wrong)))  # type: ignore[arg-type]


def test_bodies_are_compared_with_headers(built: Built) -> None:
    """Other withdrawals, other blobs: the header tells."""
    block: PastBlock = built.blocks[4]
    other = (Withdrawal(5, 7, UNCLE, 4),)
    with pytest.raises(HeaderInvalid, match="withdrawals_root"):
        check_body(replace(block, withdrawals=other))
    header = replace(block.header, blob_gas_used=Gas(0), base_fee_per_gas_wei=Wei(0))
    with pytest.raises(HeaderInvalid, match="blob_gas_used"):
        check_body(replace(block, header=header))
