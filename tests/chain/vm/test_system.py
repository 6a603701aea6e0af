"""System calls: beacon root and parent hash are there for contracts to read."""

from chain import params
from chain.types.account import Account
from chain.types.primitives import Address, Hash32, Nonce
from chain.vm.system import apply_system_calls, system_call
from chain.vm.transaction import apply_transaction
from chain.vm.world import World
from tests.chain.vm.ground import (
    CONTRACT,
    MACHINE,
    DictReader,
    make_environment,
    make_reader,
    make_transaction,
)

ROOT, PARENT = Hash32(b"\x0b" * 32), Hash32(b"\x0c" * 32)


def make_world() -> World:
    """Return a world in which genesis has deployed both contracts."""
    codes = {
        params.BEACON_ROOTS_ADDRESS: params.BEACON_ROOTS_CODE,
        params.HISTORY_STORAGE_ADDRESS: params.HISTORY_STORAGE_CODE,
    }
    return World(DictReader(make_reader().accounts, codes=codes))


def ask(world: World, address: Address, number: int) -> bytes:
    """Call a contract with one word, as anybody may."""
    checked = make_transaction(to=address, data=number.to_bytes(32, "big"))
    return apply_transaction(world, checked, make_environment(), MACHINE).output


def test_contracts_answer_what_the_block_told_them() -> None:
    """EIP-4788 finds the root by the block's time, EIP-2935 the hash by the parent's number."""
    environment = make_environment(parent_beacon_block_root=ROOT, parent_hash=PARENT)
    for address, number, expected in (
        (params.BEACON_ROOTS_ADDRESS, 1_000, ROOT),
        (params.HISTORY_STORAGE_ADDRESS, 99, PARENT),
    ):
        world = make_world()
        apply_system_calls(world, environment, MACHINE)
        assert expected == ask(world, address, number)


def test_system_calls_cost_nothing_and_touch_no_sender() -> None:
    """Only the two contracts change: no nonce, no balance, no account of the system."""
    world = make_world()
    environment = make_environment(parent_beacon_block_root=ROOT, parent_hash=PARENT)
    apply_system_calls(world, environment, MACHINE)
    diff = world.diff()
    assert diff.accounts == {}
    assert set(diff.storage) == {params.BEACON_ROOTS_ADDRESS, params.HISTORY_STORAGE_ADDRESS}
    assert diff.storage[params.HISTORY_STORAGE_ADDRESS] == {99: int.from_bytes(PARENT, "big")}
    assert diff.storage[params.BEACON_ROOTS_ADDRESS] == {
        1_000: 1_000,
        1_000 + params.HISTORY_SERVE_WINDOW: int.from_bytes(ROOT, "big"),
    }


def test_chains_without_the_contracts_go_on() -> None:
    """Where genesis deployed none, nothing runs and nothing is written."""
    world = World(make_reader())
    apply_system_calls(world, make_environment(), MACHINE)
    assert world.diff().accounts == {}


def test_a_failing_system_call_leaves_the_block_valid() -> None:
    """Its writes are undone and nobody is charged."""
    world = World(make_reader(bytes.fromhex("6001600055fe")))
    computation = system_call(world, make_environment(), MACHINE, CONTRACT, b"")
    assert computation.is_error
    assert world.diff().storage == {}


def test_a_system_call_to_an_account_without_code_is_none() -> None:
    """There is nothing to run."""
    world = World(DictReader({CONTRACT: Account(Nonce(1))}))
    assert system_call(world, make_environment(), MACHINE, CONTRACT, b"") is None
