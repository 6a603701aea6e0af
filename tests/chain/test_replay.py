"""Blocks executed once more: to the last bit as they were, whatever they carried."""

import pytest

from chain import params
from chain.app import block_time_ms
from chain.codec import address_of
from chain.errors import StateUnavailable
from chain.execution import BlockExecution
from chain.ledger import Ledger
from chain.replay import NotReplayable, Replay
from chain.store.memory import MemoryStore
from chain.system_transaction import is_system_transaction
from chain.types.certificate import VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Address
from modules.staking.module import Staking
from tests.chain.accusations import block_id as made_up
from tests.chain.accusations import vote
from tests.chain.stage import COIN_WEI, USERS, VALIDATOR_KEYS, Chain, network_data
from tests.chain.test_app import DELEGATE
from tests.chain.vm.trace_ground import Keeper, lasting

TARGET = Address(b"\x77" * 20)
KEYS = VALIDATOR_KEYS[:4]
REVERTING = bytes.fromhex("64deadbeef00600052600a6016fd")  # init code that reverts


def fault(height: int) -> DuplicateVote:
    """Two precommits of the last validator at one height."""
    one, other = (
        vote(VoteKind.PRECOMMIT, height, 0, made_up(number), key=KEYS[3]) for number in (1, 2)
    )
    return DuplicateVote(one, other)


@pytest.fixture(scope="module")
def chain() -> Chain:
    """Eight blocks of four validators: delegations, transfers, failures, a fault, an absence."""
    made = Chain(data=network_data(100, 100, 100, 100), keys=KEYS)
    for height in range(1, 9):
        made.send(0, TARGET, COIN_WEI, gas=21_000)
        made.send(1, Staking.address, 2 * COIN_WEI, DELEGATE)
        if height % 2:
            made.send(2, None, 0, REVERTING)
        if height == 3:
            made.app.add_evidence(fault(1))
        block_id, _ = made.propose()
        signing = [key for key in KEYS if address_of(key) in made.app.validators()]
        made.app.commit(made.certify(block_id, *signing[: 3 if height == 2 else 4]))
    return made


HEIGHTS = pytest.mark.parametrize("height", range(1, 9))


@HEIGHTS
def test_a_block_is_executed_again_to_its_last_word(chain: Chain, height: int) -> None:
    """Hooks before and after included, every account and word ends as the block left it."""
    replay = Replay(chain.rules, chain.ledger, height)
    for _ in replay.block.block.transactions:
        replay.skip()
    execution = replay._execution
    execution._split_base_fees()
    chain.assembly.end_block(execution._host)
    diff, state = execution.world.diff(), chain.ledger.state(height)
    assert diff.accounts
    for address, account in diff.accounts.items():
        found = state.account(address)
        assert account == (found and (found.nonce, found.balance_wei, found.code_hash)), address
    for address, slots in diff.storage.items():
        for slot, word in slots.items():
            assert state.storage(address, slot) == word, (address.hex(), slot)


@HEIGHTS
def test_traced_transactions_leave_the_receipts_they_left(chain: Chain, height: int) -> None:
    """Status, gas and logs of every transaction are those of its receipt."""
    replay = Replay(chain.rules, chain.ledger, height)
    for index, receipt in enumerate(replay.block.receipts):
        assert replay.next_index == index
        traced, _ = replay.trace(Keeper(wants_steps=False))
        outcome = traced.outcome
        assert (outcome.status, outcome.gas_used, outcome.logs) == (
            receipt.status,
            receipt.gas_used,
            receipt.logs,
        )
        logs = [log for frame in lasting(traced.root) for log in frame.logs]
        logs.sort(key=lambda log: log.turn)
        assert [log.data for log in logs] == [log.data for log in receipt.logs]


def test_skipped_and_traced_transactions_can_be_mixed(chain: Chain) -> None:
    """What was traced is there for the next one, just as what was skipped is."""
    one, other = (Replay(chain.rules, chain.ledger, 5) for _ in range(2))
    count = len(one.block.block.transactions)
    for index in range(count):
        one.skip()
        _ = other.skip() if index % 2 else other.trace(Keeper(wants_steps=False))
    assert one.world.diff() == other.world.diff()
    assert one.world.minted_wei == other.world.minted_wei


def test_the_block_that_carried_evidence_tells_it_to_modules_again(
    chain: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Evidence is judged by the chain as it was: too old to be told today, it was not then."""
    monkeypatch.setattr(params, "EVIDENCE_AGE_BLOCKS_MAX", 2)
    monkeypatch.setattr(params, "EVIDENCE_AGE_S_MAX", 2)
    carrying = next(
        height
        for height in range(1, 9)
        if any(
            is_system_transaction(item) and len(item.data) > 200
            for item in chain.ledger.block(height).block.transactions
        )
    )
    replay = Replay(chain.rules, chain.ledger, carrying)
    (proven,) = replay.environment.misbehaviour
    assert (proven.validator, proven.height) == (address_of(KEYS[3]), 1)


def test_the_times_are_the_blocks(chain: Chain) -> None:
    """A block's milliseconds come from its certificate."""
    block = chain.ledger.block(4)
    assert block is not None
    replay = Replay(chain.rules, chain.ledger, 4)
    assert replay.environment.timestamp_s * 1_000 == block_time_ms(block) // 1_000 * 1_000


def test_genesis_and_blocks_to_come_cannot_be_executed(chain: Chain) -> None:
    """There is no state before genesis, and nothing above the head."""
    with pytest.raises(NotReplayable, match="genesis is not traceable"):
        Replay(chain.rules, chain.ledger, 0)
    with pytest.raises(NotReplayable, match="block #99 not found"):
        Replay(chain.rules, chain.ledger, 99)


def test_blocks_upon_forgotten_states_cannot_be_executed() -> None:
    """Where the state before a block is not kept, that is what is said."""
    pruned = Chain(MemoryStore(), history_blocks=2)
    for _ in range(6):
        pruned.send(0, TARGET, 1, gas=21_000)
        pruned.block()
    assert isinstance(pruned.ledger, Ledger)
    with pytest.raises(StateUnavailable):
        Replay(pruned.rules, pruned.ledger, 2)
    replay = Replay(pruned.rules, pruned.ledger, 6)
    traced, _ = replay.trace(Keeper())
    assert traced.checked.sender == USERS[0]


def test_what_was_put_into_the_world_by_hand_is_there_again(chain: Chain) -> None:
    """What is written before the first hook is seen by everything after it."""
    replay = Replay(
        chain.rules, chain.ledger, 1, prepare=lambda world: world.set_balance(TARGET, 7)
    )
    assert replay.world.get_balance(TARGET) == 7
    for _ in replay.block.block.transactions:
        replay.skip()
    assert replay.world.get_balance(TARGET) == COIN_WEI + 7


def test_a_watch_ends_what_takes_too_long(chain: Chain) -> None:
    """Whoever watches is asked before anything runs long, and what it raises comes through."""

    class Enough(Exception):
        pass

    def watch(ahead_ms: int) -> None:
        raise Enough

    replay = Replay(chain.rules, chain.ledger, 1, watch)
    with pytest.raises(Enough):
        for _ in replay.block.block.transactions:
            replay.trace(Keeper())


def test_execution_knows_nothing_of_replays() -> None:
    """Blocks that are proposed and checked run on the untraced machine."""
    assert "trac" not in BlockExecution.apply.__code__.co_names
