"""One transaction upon its block: it sees what came before, and leaves what it changed."""

from hypothesis import HealthCheck, given, settings

from chain.types.account import Account
from chain.types.primitives import EMPTY_TRIE_ROOT, Address, Hash32, Nonce, Wei
from chain.validation import check_transaction
from chain.vm.overlay import Overlay, TracedWorld
from chain.vm.tracing import trace_transaction
from chain.vm.transaction import apply_transaction
from chain.vm.world import World
from tests.chain.vm import test_differential as random_scenes
from tests.chain.vm.ground import (
    CONTRACT,
    MACHINE,
    OTHER,
    SENDER,
    STRANGER,
    DictReader,
    make_environment,
    make_reader,
    on_deep_stack,
)
from tests.chain.vm.trace_ground import Keeper
from tests.ethereum.state_case import PreState


def block_world() -> World:
    """A block that has paid the stranger and written a word of the contract."""
    world = World(make_reader(b"\x00", {1: 5, 2: 6}))
    world.transfer(SENDER, STRANGER, 3)
    world.account_state(CONTRACT)
    world.set_storage(CONTRACT, 1, 7)
    world.mint(OTHER, 11)
    return world


def test_a_transaction_sees_the_middle_of_its_block() -> None:
    """Balances, words, code and the supply are those after what ran before."""
    own = TracedWorld(block_world())
    assert own.get_balance(STRANGER) == 3
    assert (own.get_storage(CONTRACT, 1), own.get_storage(CONTRACT, 2)) == (7, 6)
    assert own.get_code(CONTRACT) == b"\x00"
    assert own.minted_wei == 11


def test_what_was_touched_is_as_it_was_before() -> None:
    """Accounts and words are shown as the transaction found them, also those that it wrote."""
    own = TracedWorld(block_world())
    own.account_state(CONTRACT)
    own.set_storage(CONTRACT, 1, 8)
    own.get_words(CONTRACT, [2])
    own.delta_balance(STRANGER, 4)
    touched = {item.address: item for item in own.touched()}
    assert touched[CONTRACT].slots == {1: 7, 2: 6}
    assert touched[STRANGER].before is not None
    assert touched[STRANGER].before[1] == 3
    assert SENDER not in touched


def test_the_block_gets_only_what_changed() -> None:
    """After settling the block is as if the transaction had run on it at once."""
    under, plain = block_world(), block_world()
    own = TracedWorld(under)
    for world in (own, plain):
        world.account_state(CONTRACT)
        world.set_storage(CONTRACT, 1, 0)
        world.set_code(OTHER, b"\x01\x02")
        world.burn(SENDER, 5)
        world.account_state(STRANGER)
        world.put_account(STRANGER, None)
    assert under.get_code(OTHER) == b""
    own.settle()
    assert under.diff() == plain.diff()
    assert under.get_code(OTHER) == b"\x01\x02"
    assert (under.minted_wei, under.burned_wei) == (11, 5)


def test_storage_that_was_cleared_is_cleared_below() -> None:
    """Words of the block and of the state before it are gone, the new ones are there."""
    under = block_world()
    own = TracedWorld(under)
    own.account_state(CONTRACT)
    own.delete_storage(CONTRACT)
    own.set_storage(CONTRACT, 3, 9)
    own.settle()
    assert [under.get_storage(CONTRACT, slot) for slot in (1, 2, 3)] == [0, 0, 9]


def test_an_account_with_storage_keeps_its_place() -> None:
    """EIP-7610: no contract is made where there is storage, also in the middle of a block."""
    place = Address(b"\x0b" * 20)
    root = Hash32(b"\x01" * 32)
    reader = DictReader({place: Account(Nonce(0), Wei(1), root)}, {(place, 0): 1})
    under = World(reader)
    assert TracedWorld(under).has_code_or_nonce(place)
    under.account_state(place)
    under.delete_storage(place)
    assert not TracedWorld(under).has_code_or_nonce(place)
    found = Overlay(under).account(place)
    assert found is not None
    assert found.storage_root == EMPTY_TRIE_ROOT
    assert Overlay(under).account(STRANGER) is None


def test_the_watch_of_the_block_watches_the_transaction() -> None:
    """Whoever ends the block's work ends the transaction's."""
    under = block_world()
    under.watch = lambda ahead_ms: None
    assert TracedWorld(under).watch is under.watch


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(scene=random_scenes.scenes())
def test_what_was_touched_is_all_that_is_needed(scene: random_scenes.Scene) -> None:
    """A random transaction upon nothing but what it touched ends as it did upon everything."""
    on_deep_stack(lambda: run_twice(scene))


def run_twice(scene: random_scenes.Scene) -> None:
    """Trace each transaction of a scene, and run it again upon what it touched."""
    block = {"coinbase": Address(random_scenes.COINBASE), "base_fee_per_gas_wei": Wei(7)}
    world = World(PreState(random_scenes.prestate(scene)))
    for entry in scene.transactions:
        checked = check_transaction(entry, random_scenes.CHAIN_ID)
        under = TracedWorld(world)
        traced = trace_transaction(
            under, checked, make_environment(**block), MACHINE, Keeper(False)
        )
        reader = DictReader()
        for touched in under.touched():
            if touched.before is None:
                continue
            nonce, balance_wei, code_hash = touched.before
            reader.codes[code_hash] = under.code_of(code_hash)
            root = Hash32(b"\x01" * 32) if touched.address in random_scenes.CONTRACTS else None
            reader.accounts[touched.address] = Account(
                Nonce(nonce), Wei(balance_wei), root or EMPTY_TRIE_ROOT, code_hash
            )
            for slot, word in touched.slots.items():
                reader.slots[(touched.address, slot)] = word
        alone = World(reader)
        again = apply_transaction(alone, checked, make_environment(**block), MACHINE)
        assert again == traced.outcome
        assert alone.diff() == under.diff()
        under.settle()
