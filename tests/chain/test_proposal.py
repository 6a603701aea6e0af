"""A proposer takes the best tips first, within gas, bytes and time, and is stopped by no one."""

import pytest

from chain import proposal as rules
from chain.app import Application
from chain.errors import StoreFailed
from chain.execution import BlockExecution
from chain.kit.module import method_named
from chain.proposal import HEAD_BYTES, ByTip, Limits
from chain.types.primitives import Address
from modules.staking.module import Staking
from tests.chain.stage import GWEI, USERS, VALIDATOR, Chain, KnownLinks, genesis_data

TARGET = Address(b"\x77" * 20)
DELEGATE = method_named(Staking, "delegate").encode_call(VALIDATOR)


def pay(chain: Chain, user: int, tip_gwei: int, **fields) -> bytes:
    """Put a payment of one wei with a tip into the pool."""
    fees = {"max_priority_fee_per_gas_wei": tip_gwei * GWEI, "max_fee_per_gas_wei": 100 * GWEI}
    return chain.send(user, TARGET, 1, **({"gas": 21_000} | fees | fields))


def taken(chain: Chain) -> list[bytes]:
    """Hashes of the next block's transactions, in order."""
    return [transaction.hash for transaction in chain.block().block.transactions]


def with_limits(chain: Chain, now_ms=lambda: 0, **limits: int) -> Chain:
    """Give a chain's application other limits."""
    options = (chain.rules, chain.ledger, chain.pool, now_ms, VALIDATOR, Limits(**limits))
    chain.app = Application(*options, KnownLinks())
    return chain


def test_the_best_tip_goes_first_and_nonces_stay_in_order():
    """Across senders the tip decides, inside a sender the nonce; equals go by arrival."""
    chain = Chain()
    low, high_behind = pay(chain, 0, 1), pay(chain, 0, 50)
    middle, equal = pay(chain, 1, 5), pay(chain, 2, 5)
    assert [middle, equal, low, high_behind] == taken(chain)


def test_a_tip_is_what_is_left_above_the_base_fee():
    """A high tip under a low cap counts as what the proposer would get."""
    chain = Chain()
    capped = pay(chain, 0, 9, max_fee_per_gas_wei=9 * GWEI)
    plain = pay(chain, 1, 9, max_fee_per_gas_wei=10 * GWEI)
    below = chain.app.next_base_fee_wei() - 1
    pay(chain, 2, 0, max_fee_per_gas_wei=below, max_priority_fee_per_gas_wei=below)
    assert [plain, capped] == taken(chain)


def test_a_block_stays_within_its_gas():
    """What does not fit waits, its sender's later ones too, and smaller ones of others go in."""
    chain = Chain(data=genesis_data() | {"block_gas_max": 100_000})
    big = pay(chain, 0, 9, gas=70_000, data=b"")
    too_big, behind = pay(chain, 1, 8, gas=90_000), pay(chain, 1, 8)
    small = pay(chain, 2, 1)
    assert [big, small] == taken(chain)
    assert [too_big, behind] == taken(chain)


def test_a_full_block_asks_no_further(monkeypatch):
    """When not even a payment fits any more, no other candidate is tried."""
    chain = Chain(data=genesis_data() | {"block_gas_max": 50_000})
    for user in range(5):
        pay(chain, user, 5)
    tried = []
    apply = BlockExecution.apply
    monkeypatch.setattr(
        BlockExecution, "apply", lambda self, item: tried.append(item) or apply(self, item)
    )
    assert 2 == len(taken(chain))
    assert 2 == len(tried)


def test_a_block_stays_within_its_bytes():
    """Bytes are counted as encoded, with room for the header; one too large lets others pass."""
    chain = Chain()
    large = pay(chain, 0, 9, gas=300_000, data=b"\1" * 5_000)
    small = pay(chain, 1, 1)
    size_bytes = len(chain.pool.get(large).transaction.raw)
    with_limits(chain, block_bytes_max=HEAD_BYTES + size_bytes - 1)
    assert [small] == taken(chain)
    with_limits(chain, block_bytes_max=HEAD_BYTES + size_bytes)
    assert [large] == taken(chain)


def test_a_proposer_stops_when_its_time_is_up():
    """Executing ends at the deadline; what was not reached waits for the next block."""
    chain = Chain()
    for user in range(4):
        pay(chain, user, 5)
    clock = iter(range(0, 10_000, 400))
    with_limits(chain, now_ms=lambda: next(clock), build_ms_max=1_000)
    assert 2 == len(taken(chain))
    assert 2 == len(chain.pool)
    with_limits(chain)
    assert 2 == len(taken(chain))


def test_a_transaction_that_no_longer_runs_is_dropped_and_blocks_no_one():
    """Coins gone before its turn drop it from the pool; its sender is skipped, others go."""
    chain = Chain()
    rich_wei = chain.balance_wei(USERS[0])
    stale = chain.send(0, TARGET, rich_wei - 10**16, gas=21_000)
    other = pay(chain, 1, 1)
    begin_block = BlockExecution.begin

    def begin(self: BlockExecution) -> None:
        begin_block(self)
        self.world.burn(USERS[0], rich_wei)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BlockExecution, "begin", begin)
        assert [other] == taken(chain)
    assert chain.pool.get(stale) is None


def test_code_that_runs_too_long_is_ended_and_dropped(caplog):
    """An endless loop ends with the overtime: it goes, it pays nothing, and others come in."""
    chain = Chain()
    code = bytes.fromhex("5b5f56")  # a loop
    created = chain.send(0, None, 0, b"\x62" + code + bytes.fromhex("5f526003601df3"), gas=100_000)
    chain.block()
    loop = chain.receipt(created).contract_address
    before_wei = chain.balance_wei(USERS[0])
    slow = chain.send(0, loop, 0, gas=5_000_000, max_priority_fee_per_gas_wei=9 * GWEI)
    quick = pay(chain, 1, 1)
    clock = iter(range(0, 10**9, 100))
    with_limits(chain, now_ms=lambda: next(clock), build_ms_max=10_000, overtime_ms_max=1_000)
    assert [] == taken(chain), "the time is over when the loop ends"
    assert (None, before_wei) == (chain.pool.get(slow), chain.balance_wei(USERS[0]))
    assert "runs longer than a proposer can wait" in caplog.text
    assert [quick] == taken(chain)


def test_a_failing_disk_costs_nobody_a_transaction(monkeypatch):
    """When the store fails the proposer stops, and the pool keeps what it had."""
    chain = Chain()
    waiting = pay(chain, 0, 1)

    def fail(self: BlockExecution, item: object) -> None:
        raise StoreFailed("input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(BlockExecution, "apply", fail)
        with pytest.raises(StoreFailed):
            chain.propose()
    assert [waiting] == taken(chain)


def test_a_failing_transaction_is_in_the_block_and_pays():
    """A refused module call is executed, charged and final; it is not dropped."""
    chain = Chain()
    refused = chain.send(0, Staking.address, 0, DELEGATE, gas=200_000)
    assert [refused] == taken(chain)
    assert 0 == chain.receipt(refused).status
    assert 0 == len(chain.pool)


class Line:
    """A transaction that is only a tip and an arrival."""

    def __init__(self, tip_wei: int, arrival: int) -> None:
        self.tip, self.arrival = tip_wei, arrival

    def tip_wei(self, base_fee_wei: int) -> int:
        """What the proposer would get."""
        return self.tip - base_fee_wei


def test_lines_end_where_the_tip_would_be_negative():
    """Who pays less than the base fee waits, and so does everything behind it."""
    lines = [[Line(9, 1), Line(2, 2), Line(90, 3)], [Line(5, 4)], []]
    candidates = ByTip(lines, 3)
    order = []
    while candidates:
        order.append(candidates.take().arrival)
    assert [1, 4] == order


def test_limits_are_numbers_with_names():
    """Two mebibytes and a second, unless a node says otherwise."""
    limits = Limits()
    assert (2 * 2**20, 1_000) == (limits.block_bytes_max, limits.build_ms_max)
    assert rules.BLOCK_BYTES_MAX > HEAD_BYTES
