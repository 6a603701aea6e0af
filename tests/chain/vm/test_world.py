"""The world: journaled dicts that agree with a plain copy of the state."""

import copy
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from chain.codec import keccak256
from chain.types.account import Account
from chain.types.primitives import EMPTY_CODE_HASH, Address, Hash32, Nonce, Wei
from chain.types.receipt import Log
from chain.vm.world import RIPEMD160_ADDRESS, World
from tests.chain.vm.ground import (
    CONTRACT,
    OTHER,
    PROPOSER,
    SENDER,
    STRANGER,
    DictReader,
    make_environment,
    make_reader,
)

ADDRESSES = [SENDER, OTHER, CONTRACT, STRANGER]
addresses = st.sampled_from(ADDRESSES)
slots = st.integers(0, 3)
amounts = st.integers(0, 5)


class WorldAgainstCopies(RuleBasedStateMachine):
    """Random writes, snapshots and reverts; a deep copy of plain dicts says what must be there."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World(make_reader(b"\x00", {0: 7, 1: 8}))
        self.world.begin_transaction({})
        self.model: dict[str, Any] = {
            "accounts": {
                SENDER: [0, 10**19, b""],
                OTHER: [0, 10**18, b""],
                CONTRACT: [1, 0, b"\0"],
            },
            "slots": {(CONTRACT, 0): 7, (CONTRACT, 1): 8},
            "transient": {},
            "warm": set(),
            "minted": 0,
            "burned": 0,
        }
        self.stack: list[tuple[int, dict[str, Any]]] = []

    def entry(self, address: Address) -> list[Any]:
        """Return the model's account, made if it is missing."""
        fields: list[Any] = self.model["accounts"].setdefault(address, [0, 0, b""])
        return fields

    @rule(address=addresses, amount=amounts)
    def mint(self, address: Address, amount: int) -> None:
        """Make coins."""
        self.world.mint(address, amount)
        self.entry(address)[1] += amount
        self.model["minted"] += amount

    @rule(address=addresses, amount=amounts)
    def burn(self, address: Address, amount: int) -> None:
        """Destroy coins, if they are there."""
        if self.world.get_balance(address) >= amount:
            self.world.burn(address, amount)
            self.entry(address)[1] -= amount
            self.model["burned"] += amount

    @rule(source=addresses, recipient=addresses, amount=amounts)
    def transfer(self, source: Address, recipient: Address, amount: int) -> None:
        """Move coins, if they are there."""
        if self.world.get_balance(source) >= amount:
            self.world.transfer(source, recipient, amount)
            self.entry(source)[1] -= amount
            self.entry(recipient)[1] += amount

    @rule(address=addresses)
    def raise_nonce(self, address: Address) -> None:
        """Count a transaction."""
        self.world.increment_nonce(address)
        self.entry(address)[0] += 1

    @rule(address=addresses, code=st.sampled_from([b"", b"\x01", b"\x02\x03"]))
    def write_code(self, address: Address, code: bytes) -> None:
        """Write code."""
        self.world.set_code(address, code)
        self.entry(address)[2] = code

    @rule(address=addresses, slot=slots, value=amounts)
    def write_slot(self, address: Address, slot: int, value: int) -> None:
        """Write a word."""
        self.world.account_state(address)
        self.world.set_storage(address, slot, value)
        self.model["slots"][address, slot] = value

    @rule(address=addresses, slot=slots, value=st.binary(max_size=2))
    def write_transient(self, address: Address, slot: int, value: bytes) -> None:
        """Write a transient word."""
        self.world.set_transient_storage(address, slot, value)
        self.model["transient"][address, slot] = value

    @rule(address=addresses, slot=slots)
    def warm(self, address: Address, slot: int) -> None:
        """Warm an account and a slot."""
        self.world.mark_address_warm(address)
        self.world.mark_storage_warm(address, slot)
        self.model["warm"] |= {address, (address, slot)}

    @rule(address=addresses)
    def delete(self, address: Address) -> None:
        """Delete an account; its coins must be accounted for, or the supply is off."""
        self.world.note_burned(self.world.get_balance(address))
        self.world.delete_account(address)
        gone = self.model["accounts"].pop(address, [0, 0, b""])
        self.model["burned"] += gone[1]
        self.model["slots"] = {
            key: value for key, value in self.model["slots"].items() if key[0] != address
        }

    @rule()
    def snapshot(self) -> None:
        """Remember this point."""
        self.stack.append((self.world.snapshot(), copy.deepcopy(self.model)))

    @precondition(lambda self: self.stack)
    @rule(data=st.data())
    def revert(self, data: st.DataObject) -> None:
        """Go back to any remembered point."""
        index = data.draw(st.integers(0, len(self.stack) - 1))
        checkpoint, self.model = self.stack[index]
        del self.stack[index:]
        self.world.revert(checkpoint)

    @invariant()
    def reads_agree(self) -> None:
        """Every read gives what the copy holds."""
        world, model = self.world, self.model
        for address in ADDRESSES:
            nonce, balance, code = model["accounts"].get(address, [0, 0, b""])
            assert nonce == world.get_nonce(address)
            assert balance == world.get_balance(address)
            assert code == world.get_code(address)
            assert keccak256(code) == world.get_code_hash(address)
            assert (address in model["accounts"]) is world.account_exists(address)
            assert (address in model["warm"]) is world.is_address_warm(address)
            for slot in range(4):
                assert model["slots"].get((address, slot), 0) == world.get_storage(address, slot)
                expected = model["transient"].get((address, slot), b"")
                assert expected == world.get_transient_storage(address, slot)
                assert ((address, slot) in model["warm"]) is world.is_storage_warm(address, slot)

    @invariant()
    def coins_are_accounted_for(self) -> None:
        """Balances change by what was minted and burned, and by nothing else."""
        assert self.model["minted"] == self.world.minted_wei
        assert self.model["burned"] == self.world.burned_wei
        change = self.world.balance_change_since(0)
        assert change == self.world.minted_wei - self.world.burned_wei

    @invariant()
    def the_diff_applied_to_the_reader_is_the_world(self) -> None:
        """Reading through the diff on top of the old state gives the new state."""
        diff, reader = self.world.diff(), make_reader(b"\x00", {0: 7, 1: 8})
        for address in ADDRESSES:
            old = reader.account(address)
            now = diff.accounts.get(address, None if old is None else _fields(old))
            state = self.world.account_state(address)
            assert now == state
            if now is not None:
                assert now[2] in diff.codes or now[2] in reader.codes
            for slot in range(4):
                below = 0 if address in diff.cleared else reader.storage(address, slot)
                value = diff.storage.get(address, {}).get(slot, below)
                assert value == self.world.get_storage(address, slot)


def _fields(account: Account) -> tuple[Nonce, Wei, Hash32]:
    return account.nonce, account.balance_wei, account.code_hash


TestWorldAgainstCopies = WorldAgainstCopies.TestCase


def test_an_unchanged_world_has_an_empty_diff() -> None:
    """Reading, and writing what was there before, changes nothing."""
    world = World(make_reader(b"\x00", {0: 7}))
    world.get_balance(SENDER)
    world.set_balance(SENDER, 10**19)
    world.set_storage(CONTRACT, 0, 8)
    world.set_storage(CONTRACT, 0, 7)
    diff = world.diff()
    assert ({}, {}, set(), {}) == (diff.accounts, diff.storage, diff.cleared, diff.codes)


def test_the_reader_is_asked_once() -> None:
    """Accounts, slots and codes are kept after the first read."""
    reader = make_reader(b"\x00", {0: 7})
    world = World(reader)
    for _ in range(3):
        world.get_code(CONTRACT)
        world.get_storage(CONTRACT, 0)
        world.get_balance(STRANGER)
    assert len(reader.reads) == len(set(reader.reads))


def test_original_values_are_those_before_the_transaction() -> None:
    """EIP-2200 prices by the value at the transaction's start, not the block's."""
    world = World(make_reader(b"\x00", {0: 7}))
    world.begin_transaction({})
    world.set_storage(CONTRACT, 0, 8)
    world.set_storage(CONTRACT, 0, 9)
    assert world.get_storage(CONTRACT, 0, from_journal=False) == 7
    world.begin_transaction({})
    assert world.get_storage(CONTRACT, 0, from_journal=False) == 9


def test_warm_sets_and_transient_words_end_with_the_transaction() -> None:
    """The next transaction starts cold, but for what is always warm."""
    world = World(make_reader())
    world.begin_transaction({})
    world.mark_address_warm(OTHER)
    world.mark_storage_warm(OTHER, 1)
    world.set_transient_storage(OTHER, 1, b"\x01")
    world.begin_transaction({STRANGER: None})
    assert not world.is_address_warm(OTHER)
    assert not world.is_storage_warm(OTHER, 1)
    assert world.get_transient_storage(OTHER, 1) == b""
    assert world.is_address_warm(STRANGER)


def test_empty_accounts_that_were_touched_are_swept() -> None:
    """EIP-161: a touched empty account is gone after the transaction, any other stays."""
    reader = DictReader({STRANGER: Account(), OTHER: Account()})
    world = World(reader)
    checkpoint = world.begin_transaction({})
    world.touch_account(STRANGER)
    world.touch_account(PROPOSER)
    world.sweep_empty(checkpoint)
    assert not world.account_exists(STRANGER)
    assert world.account_exists(OTHER)
    assert world.diff().accounts == {STRANGER: None}


def test_a_reverted_touch_is_forgotten_but_for_ripemd() -> None:
    """A touch inside a failed call does not sweep, save the one exception of EIP-161."""
    world = World(DictReader({STRANGER: Account(), RIPEMD160_ADDRESS: Account()}))
    checkpoint = world.begin_transaction({})
    inner = world.snapshot()
    world.touch_account(STRANGER)
    world.touch_account(RIPEMD160_ADDRESS)
    world.revert(inner)
    world.sweep_empty(checkpoint)
    assert world.account_exists(STRANGER)
    assert not world.account_exists(RIPEMD160_ADDRESS)


def test_contracts_are_not_created_over_code_nonce_or_storage() -> None:
    """Any of the three is a collision, storage by EIP-7610."""
    reader = make_reader(b"\x00")
    reader.accounts[STRANGER] = Account(storage_root=Hash32(b"\x01" * 32))
    reader.accounts[PROPOSER] = Account(balance_wei=Wei(1))
    world = World(reader)
    world.increment_nonce(OTHER)
    assert world.has_code_or_nonce(CONTRACT)
    assert world.has_code_or_nonce(OTHER)
    assert world.has_code_or_nonce(STRANGER)
    assert not world.has_code_or_nonce(PROPOSER)
    assert not world.has_code_or_nonce(Address(b"\x99" * 20))


def test_a_negative_balance_is_our_bug() -> None:
    """No caller may take more than there is; the world stops rather than go below zero."""
    world = World(make_reader())
    with pytest.raises(AssertionError):
        world.transfer(STRANGER, OTHER, 1)
    with pytest.raises(AssertionError):
        world.set_balance(STRANGER, -1)


def test_logs_of_hooks_are_journaled_and_taken_once() -> None:
    """A reverted hook leaves no log; taken logs do not come again."""
    world = World(make_reader())
    first, second = Log(OTHER, (), b"1"), Log(OTHER, (), b"2")
    world.emit(first)
    checkpoint = world.snapshot()
    world.emit(second)
    world.revert(checkpoint)
    assert world.take_logs() == (first,)
    assert world.take_logs() == ()


def test_ancestor_hashes_reach_back_256_blocks() -> None:
    """The block itself, later ones and those too far back have no hash."""
    world = World(make_reader())
    world.enter_block(make_environment(height=300))
    assert world.get_ancestor_hash(299) == keccak256(b"299")
    assert world.get_ancestor_hash(44) == keccak256(b"44")
    for number in (43, 300, 301):
        assert world.get_ancestor_hash(number) == b""


def test_deleting_code_leaves_the_account() -> None:
    """EIP-7702 clears a delegation without touching nonce and balance."""
    world = World(make_reader())
    world.set_nonce(SENDER, 4)
    world.set_code(SENDER, b"\xef\x01\x00" + CONTRACT)
    world.delete_code(SENDER)
    assert world.account_state(SENDER) == (4, 10**19, EMPTY_CODE_HASH)


def test_a_diff_says_what_every_changed_word_was() -> None:
    """A commit need not read them again, however they were written."""
    reader = make_reader(b"\x00", {0: 7, 1: 8, 2: 9})
    world = World(reader)
    world.begin_transaction({})
    world.set_storage(CONTRACT, 0, 1)
    world.write_words(CONTRACT, [(1, 0), (5, 6)])
    diff = world.diff()
    assert diff.storage == {CONTRACT: {0: 1, 1: 0, 5: 6}}
    for slot in diff.storage[CONTRACT]:
        assert diff.below[CONTRACT][slot] == reader.storage(CONTRACT, slot)


def test_a_diff_says_what_every_changed_account_was() -> None:
    """A commit need not read them again, nor those that were not there."""
    reader = make_reader()
    world = World(reader)
    nobody = Address(b"\x77" * 20)
    world.transfer(SENDER, nobody, 5)
    diff = world.diff()
    assert set(diff.accounts) == {SENDER, nobody}
    assert diff.accounts_below == {SENDER: reader.account(SENDER), nobody: None}
