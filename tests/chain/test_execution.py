"""A block from its first hook to its header: fees to the wei, roots that any tool recomputes."""

from dataclasses import replace

import pytest
import rlp
from eth.vm.forks.prague.blocks import PragueBlockHeader
from eth_bloom import BloomFilter
from eth_utils import keccak
from trie import HexaryTrie

from chain import params
from chain.codec import decode_transaction, encode_header, encode_receipt
from chain.errors import BlockGasExceeded, NonceTooHigh
from chain.execution import (
    BlockExecution,
    BlockPlan,
    build_environment,
    environment_of,
)
from chain.kit.module import method_named
from chain.system_transaction import is_system_transaction
from chain.types.beacon import Turn
from chain.types.primitives import ZERO_HASH, Address, Milliseconds
from chain.validation import check_transaction
from chain.vm.call import AccountOverride, CallMessage, call
from modules.beacon.module import Beacon
from modules.mint.module import Mint
from modules.rewards.module import Rewards
from modules.staking.module import Staking
from modules.treasury.module import Treasury
from tests.chain.stage import CHAIN_ID, COIN_WEI, USERS, VALIDATOR, Chain, genesis_data, links_of

TARGET = Address(b"\x77" * 20)
DELEGATE = method_named(Staking, "delegate").encode_call(VALIDATOR)
UNDELEGATE_NOTHING = method_named(Staking, "undelegate").encode_call(VALIDATOR, 0)


def burning(bps: int) -> Chain:
    """A chain whose treasury lets so many bps of the base fee be burned."""
    return Chain(data=genesis_data(treasury={"params": {"base_fee_burn_bps": bps}}))


@pytest.mark.parametrize("burn_bps", [0, 1, 3_333, 5_000, 9_999, 10_000])
def test_the_base_fee_is_split_to_the_wei(burn_bps):
    """The treasury gets its share rounded down, the rest is burned, tips are the proposer's."""
    chain = burning(burn_bps)
    parts = [(0, TARGET, b""), (1, Staking.address, DELEGATE), (2, None, b"\x00")]
    for user, to, data in parts:
        chain.send(user, to, 3, data, gas=400_000)
    block = chain.block()
    base_wei = block.header.base_fee_per_gas_wei
    base_fees_wei = block.header.gas_used * base_wei
    tips_wei = sum(r.gas_used * (r.effective_gas_price_wei - base_wei) for r in block.receipts)
    treasury_wei = base_fees_wei * (10_000 - burn_bps) // 10_000
    assert treasury_wei == chain.balance_wei(Treasury.address)
    assert 10_000 * COIN_WEI + tips_wei == chain.balance_wei(VALIDATOR)
    assert base_fees_wei - treasury_wei == chain.view(Mint, "burned")
    assert chain.total_wei() == chain.view(Mint, "supply")
    assert 3 * 400_000 > block.header.gas_used > 0


def test_the_proposer_earns_the_tips():
    """A tip above the cap counts as far as the cap reaches; the base fee is not the proposer's."""
    chain = Chain()
    base_wei = chain.app.next_base_fee_wei()
    for user, tip_wei, cap_wei in ((0, 3, base_wei + 100), (1, 50, base_wei + 7)):
        fees = {"max_priority_fee_per_gas_wei": tip_wei, "max_fee_per_gas_wei": cap_wei}
        chain.send(user, TARGET, 1, gas=21_000, **fees)
    chain.block()
    assert 10_000 * COIN_WEI + 21_000 * (3 + 7) == chain.balance_wei(VALIDATOR)


def plan_of(chain: Chain) -> BlockPlan:
    """The next block before its transactions."""
    head = chain.head
    time_ms = Milliseconds(chain.time_ms + 1_000)
    validators = chain.ledger.validators(head.header.height + 2)
    return BlockPlan(head.header, head.certificate, time_ms, VALIDATOR, validators)


def begin(chain: Chain) -> BlockExecution:
    """The next block, begun."""
    reader = chain.ledger.state()
    execution = BlockExecution(chain.rules, plan_of(chain), reader, chain.ledger.block_hash)
    execution.begin()
    return execution


def checked(chain: Chain, user: int, **fields):
    """A user's signed and checked payment."""
    raw = chain.sign(user, TARGET, 1, gas=fields.pop("gas", 21_000), **fields)
    return check_transaction(decode_transaction(raw), CHAIN_ID)


def test_what_a_block_does_not_admit_changes_nothing_in_it():
    """Gas above what is left, or a nonce that is not next: refused, and the block goes on."""
    chain = Chain(data=genesis_data() | {"block_gas_max": 60_000})
    execution, other = begin(chain), begin(chain)
    execution.apply(checked(chain, 0))
    with pytest.raises(BlockGasExceeded, match="gas limit 39001, left in block 39000"):
        execution.apply(checked(chain, 1, gas=39_001))
    with pytest.raises(NonceTooHigh):
        execution.apply(checked(chain, 2, nonce=5))
    execution.apply(checked(chain, 3, gas=39_000))
    for user in (0, 3):
        other.apply(checked(chain, user, gas=21_000 if user == 0 else 39_000))
    states = chain.ledger.states
    assert execution.finish(states).hash == other.finish(states).hash


def test_hooks_that_say_nothing_have_no_receipt():
    """An empty block is empty; a block whose end emitted something closes with its receipt."""
    chain = Chain()
    assert ((), ()) == (chain.block().block.transactions, chain.head.receipts)
    chain.send(0, Staking.address, COIN_WEI, DELEGATE)
    block = chain.block()
    assert [False, True] == [is_system_transaction(t) for t in block.block.transactions]
    receipt = block.receipts[-1]
    assert (1, 0, block.header.gas_used) == (
        receipt.status,
        receipt.gas_used,
        receipt.cumulative_gas_used,
    )
    assert {Staking.address} == {log.address for log in receipt.logs}
    assert ((), 0) == (chain.block().receipts, chain.head.header.gas_used)


def root_of(values: list[bytes]) -> bytes:
    """Root of a list's trie, by py-trie."""
    trie = HexaryTrie({})
    for index, value in enumerate(values):
        trie[rlp.encode(index)] = value
    return trie.root_hash


def busy_chain() -> Chain:
    """A chain of three blocks with payments, logs and refusals."""
    chain = Chain()
    for _ in range(3):
        chain.send(0, TARGET, 1, gas=21_000)
        chain.send(1, Staking.address, COIN_WEI, DELEGATE)
        chain.send(2, Staking.address, 0, UNDELEGATE_NOTHING, gas=200_000)
        chain.block()
    return chain


def test_ethereum_tools_recompute_the_header():
    """Hash, roots and bloom of each block are what py-evm, py-trie and eth_bloom compute."""
    chain = busy_chain()
    for height in range(4):
        block = chain.ledger.block(height)
        header = rlp.decode(encode_header(block.header), PragueBlockHeader)
        assert header.hash == block.header.hash
        assert root_of([t.raw for t in block.block.transactions]) == header.transaction_root
        assert root_of([encode_receipt(r) for r in block.receipts]) == header.receipt_root
        bloom = BloomFilter()
        for receipt in block.receipts:
            for log in receipt.logs:
                bloom.extend([log.address, *log.topics])
        assert int(bloom) == header.bloom
        assert (block.header.gas_used, height) == (header.gas_used, header.block_number)


def test_the_header_carries_what_this_chain_puts_into_it():
    """Certificate, validators, beacon, proposer, gas limit and base fee stand in their fields."""
    chain, before = busy_chain(), links_of(VALIDATOR).tip(VALIDATOR)
    for height in (1, 2, 3):
        parent, header = (chain.ledger.block(h).header for h in (height - 1, height))
        certificate = chain.ledger.certificate(height - 1)
        root = ZERO_HASH if certificate is None else certificate.hash
        assert root == header.parent_beacon_block_root
        link = links_of(VALIDATOR).reveal(Turn(VALIDATOR, before, 1, height - 1)).link
        assert keccak(link + VALIDATOR) == before
        assert bytes(a ^ b for a, b in zip(parent.mix_hash, link, strict=True)) == header.mix_hash
        before = link
        assert chain.ledger.validators(height + 1).hash == header.extra_data
        assert (VALIDATOR, parent.gas_limit) == (header.coinbase, header.gas_limit)
        assert chain.ledger.certificate(height).block_id.time_ms // 1000 == header.timestamp_s
    assert chain.ledger.block(1).header.base_fee_per_gas_wei == 875_000_000


def ask(chain: Chain, to: Address, data: bytes, code: bytes | None = None) -> bytes:
    """Call a contract in the block after the head."""
    environment = build_environment(chain.rules, plan_of(chain), chain.ledger.block_hash)
    overrides = {} if code is None else {to: AccountOverride(code=code)}
    message = CallMessage(sender=USERS[0], to=to, data=data)
    options = {"overrides": overrides}
    return call(chain.ledger.state(), message, environment, chain.machine, **options).output


def test_contracts_can_ask_for_certificates_and_hashes():
    """EIP-4788 gives the parent certificate's hash by time, EIP-2935 and BLOCKHASH block hashes."""
    chain = busy_chain()
    for height in (2, 3):
        header = chain.ledger.block(height).header
        found = ask(chain, params.BEACON_ROOTS_ADDRESS, header.timestamp_s.to_bytes(32, "big"))
        assert chain.ledger.certificate(height - 1).hash == found
    blockhash = b"\x5f\x35\x40\x5f\x52\x60\x20\x5f\xf3"  # return blockhash(calldataload(0))
    for height in range(3):
        word, expected = height.to_bytes(32, "big"), chain.ledger.block(height).header.hash
        assert expected == ask(chain, params.HISTORY_STORAGE_ADDRESS, word)
        assert expected == ask(chain, TARGET, word, blockhash)
    head = chain.head.header
    assert head.hash == ask(chain, TARGET, head.height.to_bytes(32, "big"), blockhash)
    assert bytes(32) == ask(chain, TARGET, (4).to_bytes(32, "big"), blockhash)


def test_a_finished_block_shows_code_what_it_showed_before():
    """The environment rebuilt from a header is the one its transactions ran in."""
    chain = busy_chain()
    plan = plan_of(chain)
    planned = build_environment(chain.rules, plan, chain.ledger.block_hash)
    executed = begin(chain).finish(chain.ledger.states)
    found = environment_of(chain.rules, executed.block.header, chain.ledger.block_hash)
    assert replace(planned, ancestor_hash=found.ancestor_hash) == found


def dump(chain: Chain) -> dict:
    """Every account with its storage."""
    reader = chain.ledger.state()
    return {
        address: (account, dict(reader.storage_of(address)))
        for address, account in reader.accounts()
    }


def test_a_refused_call_costs_its_fee_and_nothing_else():
    """All accounts but payer, proposer, treasury, issuance and the block's books are as before."""
    chain = busy_chain()
    before = dump(chain)
    tx_hash = chain.send(4, Staking.address, 0, UNDELEGATE_NOTHING, gas=200_000)
    chain.block()
    after, receipt = dump(chain), chain.receipt(tx_hash)
    assert (0, ()) == (receipt.status, receipt.logs)
    changed = {address for address in after if before.get(address) != after[address]}
    system = {params.BEACON_ROOTS_ADDRESS, params.HISTORY_STORAGE_ADDRESS}
    issued_to = {Rewards.address, Mint.address, Beacon.address}
    assert {USERS[4], VALIDATOR, Treasury.address} | issued_to | system == changed
    payer, was = after[USERS[4]][0], before[USERS[4]][0]
    fee_wei = receipt.gas_used * receipt.effective_gas_price_wei
    assert (was.nonce + 1, was.balance_wei - fee_wei) == (payer.nonce, payer.balance_wei)
    treasury = after[Treasury.address]
    assert before[Treasury.address][1] == treasury[1]


def test_a_creation_s_address_is_told_only_if_it_is_there():
    """A contract that was created has its address in the receipt, a failed one has none."""
    chain = Chain()
    good = chain.send(0, None, 0, b"\x60\x01\x5f\x53\x60\x01\x5f\xf3", gas=100_000)
    bad = chain.send(1, None, 0, b"\xfe", gas=100_000)
    chain.block()
    created = chain.receipt(good).contract_address
    assert created is not None and chain.receipt(bad).contract_address is None
    reader = chain.ledger.state()
    assert b"\x01" == reader.code(reader.account(created).code_hash)
