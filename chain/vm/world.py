"""
The account database of one block: what a block has changed so far, over a frozen state.

    StateReader (database, old height, dict)
        ^ read once, then kept
    World: plain dicts of accounts, slots, codes, warm sets
        | every write leaves (table, key, old value) in one undo list
        v
    snapshot() = length of that list; revert(n) = walk it back to n; diff() = what remains

py-evm's computations call it as their `state`: the names of their methods are kept, none of
their classes is. A World belongs to one block and one thread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from chain import params
from chain.codec import keccak256
from chain.kit.host import CommitVote, Misbehaviour
from chain.types.account import Account, StateDiff
from chain.types.beacon import NO_REVEAL, Reveal
from chain.types.primitives import (
    EMPTY_CODE_HASH,
    EMPTY_TRIE_ROOT,
    ZERO_ADDRESS,
    ZERO_HASH,
    Address,
    Gas,
    Hash32,
    Height,
    Nonce,
    Seconds,
    Wei,
)
from chain.types.receipt import Log
from chain.types.state import StateReader
from chain.vm.slots import ABSENT, Slots

AccountState: TypeAlias = tuple[int, int, Hash32]  # nonce, balance in wei, code hash

EMPTY_ACCOUNT: Final[AccountState] = (0, 0, EMPTY_CODE_HASH)
# A touch of this precompile outlives a revert (EIP-161's famous exception, go-ethereum#3341).
RIPEMD160_ADDRESS: Final = Address(b"\x00" * 19 + b"\x03")
_MINTED, _BURNED = "minted", "burned"


def _no_ancestors(height: Height) -> Hash32:
    """Ancestor hashes of an environment that was made without them."""
    return ZERO_HASH


@dataclass(frozen=True, slots=True)
class BlockEnvironment:
    """What a block tells the transactions in it, named after the header's fields."""

    height: Height
    timestamp_s: Seconds
    coinbase: Address  # the proposer, who earns the tips
    gas_limit: Gas
    base_fee_per_gas_wei: Wei
    chain_id: int
    prev_randao: Hash32 = ZERO_HASH  # the header's mix_hash (EIP-4399)
    parent_beacon_block_root: Hash32 = ZERO_HASH  # hash of the parent's certificate (EIP-4788)
    parent_hash: Hash32 = ZERO_HASH
    ancestor_hash: Callable[[Height], Hash32] = _no_ancestors  # asked for the last 256 only
    blob_base_fee_wei: Wei = Wei(1)  # 1 wei is the least (EIP-4844); fixed without blobs
    difficulty: int = 0
    last_commit: tuple[CommitVote, ...] = ()  # who signed for the parent; empty in questions
    misbehaviour: tuple[Misbehaviour, ...] = ()  # what the block's evidence proves
    reveal: Reveal = NO_REVEAL  # what the proposer gave to the randomness; empty in questions
    first_proposer: Address = ZERO_ADDRESS  # of round 0; nobody in questions


Watch = Callable[[int], None]  # milliseconds ahead -> raises where they are too many


class World(Slots):
    """The state while a block is executed: reads through, journals every write."""

    __slots__ = (
        "_accounts",
        "_base",
        "_below",
        "_codes",
        "_created",
        "_logs",
        "_ripemd_touched",
        "_supply",
        "_warm_addresses",
        "always_warm",
        "base_fee",
        "blob_base_fee",
        "block_number",
        "coinbase",
        "difficulty",
        "execution_context",
        "gas_limit",
        "mix_hash",
        "timestamp",
        "watch",
    )

    def __init__(self, reader: StateReader) -> None:
        super().__init__(reader)
        self._below: dict[Address, Account | None] = {}  # accounts as the reader gave them
        self._base: dict[Address, AccountState | None] = {}  # the same, as they are changed here
        self._accounts: dict[Address, AccountState | None] = {}
        self._codes: dict[Hash32, bytes] = {EMPTY_CODE_HASH: b""}
        self._supply: dict[str, int] = {_MINTED: 0, _BURNED: 0}
        self._logs: dict[int, Log] = {}
        self.always_warm: Mapping[Address, Any] = {}
        # Called now and then while code runs, with the milliseconds that what comes next takes at
        # least; what it raises ends the run and undoes it.
        self.watch: Watch | None = None

    # Blocks and transactions.

    def enter_block(self, environment: BlockEnvironment) -> None:
        """Take what the opcodes read of the block from `environment`."""
        self.execution_context = environment
        self.coinbase = environment.coinbase
        self.timestamp = environment.timestamp_s
        self.block_number = environment.height
        self.difficulty = environment.difficulty
        self.mix_hash = environment.prev_randao
        self.gas_limit = environment.gas_limit
        self.base_fee = environment.base_fee_per_gas_wei
        self.blob_base_fee = environment.blob_base_fee_wei

    def begin_transaction(self, always_warm: Mapping[Address, Any]) -> int:
        """
        Forget what lives for one transaction only: warm sets, transient storage, original values.

        Return the checkpoint to revert to if the transaction turns out invalid.
        """
        self.always_warm = always_warm  # precompiles and native modules (EIP-2929)
        self._start_transaction()
        return len(self._undo)

    def _start_transaction(self) -> None:
        super()._start_transaction()
        self._warm_addresses: dict[Address, bool] = {}
        self._ripemd_touched = False

    def get_ancestor_hash(self, block_number: int) -> Hash32:
        """Hash of one of the last 256 blocks; empty, which the stack reads as 0, for others."""
        depth = self.block_number - block_number
        if not 0 < depth <= params.ANCESTOR_HASHES or block_number < 0:
            return Hash32(b"")
        return self.execution_context.ancestor_hash(Height(block_number))

    # The journal.

    def snapshot(self) -> int:
        """Return a checkpoint; checkpoints nest and are never invalidated by later ones."""
        return len(self._undo)

    def commit(self, checkpoint: int) -> None:
        """Keep what was written since the checkpoint: nothing to do, an outer one may revert it."""

    def revert(self, checkpoint: int) -> None:
        """Undo everything written since the checkpoint."""
        undo = self._undo
        accounts = self._accounts
        while len(undo) > checkpoint:
            table, key, old = undo.pop()
            if old is ABSENT:
                del table[key]
            else:
                table[key] = old
            if key == RIPEMD160_ADDRESS and table is accounts:
                self._ripemd_touched = True

    # Accounts.

    def account_state(self, address: Address) -> AccountState | None:
        """Return (nonce, balance, code hash), or None where there is no account."""
        try:
            return self._accounts[address]
        except KeyError:
            return self._load(address)

    def _load(self, address: Address) -> AccountState | None:
        account = self._reader.account(address)
        state = None if account is None else (account.nonce, account.balance_wei, account.code_hash)
        self._below[address] = account
        self._base[address] = self._accounts[address] = state
        return state

    def put_account(self, address: Address, state: AccountState | None) -> None:
        """Replace an account that was read before; None deletes it but not its storage."""
        accounts = self._accounts
        self._undo.append((accounts, address, accounts[address]))
        accounts[address] = state

    def account_exists(self, address: Address) -> bool:
        """Whether there is an account, be it an empty one."""
        return self.account_state(address) is not None

    def account_is_empty(self, address: Address) -> bool:
        """Whether nonce, balance and code are all zero or missing (EIP-161)."""
        state = self.account_state(address)
        return state is None or state == EMPTY_ACCOUNT

    def touch_account(self, address: Address) -> None:
        """Make an empty account show up in the journal, so that it is swept (EIP-161)."""
        state = self.account_state(address)
        if state is None or state == EMPTY_ACCOUNT:
            self.put_account(address, EMPTY_ACCOUNT)

    def get_balance(self, address: Address) -> int:
        """Balance in wei."""
        state = self.account_state(address)
        return 0 if state is None else state[1]

    def set_balance(self, address: Address, balance: int) -> None:
        """Write a balance in wei; coins that come or go this way are the caller's to account."""
        assert balance >= 0, f"balance of {address.hex()} would be {balance}"
        nonce, _, code_hash = self.account_state(address) or EMPTY_ACCOUNT
        self.put_account(address, (nonce, balance, code_hash))

    def delta_balance(self, address: Address, delta: int) -> None:
        """Add to a balance, in wei; a delta of 0 touches the account."""
        nonce, balance, code_hash = self.account_state(address) or EMPTY_ACCOUNT
        balance += delta
        assert 0 <= balance <= params.UINT256_MAX, f"balance of {address.hex()} would be {balance}"
        self.put_account(address, (nonce, balance, code_hash))

    def get_nonce(self, address: Address) -> int:
        """Count of transactions sent, or of contracts created by a contract, plus one."""
        state = self.account_state(address)
        return 0 if state is None else state[0]

    def set_nonce(self, address: Address, nonce: int) -> None:
        """Write a nonce."""
        _, balance, code_hash = self.account_state(address) or EMPTY_ACCOUNT
        self.put_account(address, (nonce, balance, code_hash))

    def increment_nonce(self, address: Address) -> None:
        """Add one to a nonce."""
        nonce, balance, code_hash = self.account_state(address) or EMPTY_ACCOUNT
        self.put_account(address, (nonce + 1, balance, code_hash))

    def get_code_hash(self, address: Address) -> Hash32:
        """Keccak of the code; that of no bytes for an account without."""
        state = self.account_state(address)
        return EMPTY_CODE_HASH if state is None else state[2]

    def get_code(self, address: Address) -> bytes:
        """Code of an account, empty where there is none."""
        state = self.account_state(address)
        if state is None or state[2] == EMPTY_CODE_HASH:
            return b""
        return self.code_of(state[2])

    def code_of(self, code_hash: Hash32) -> bytes:
        """Code with a hash that an account names."""
        code = self._codes.get(code_hash)
        if code is None:
            code = self._codes[code_hash] = self._reader.code(code_hash)
        return code

    def set_code(self, address: Address, code: bytes) -> None:
        """Write the code of an account."""
        nonce, balance, _ = self.account_state(address) or EMPTY_ACCOUNT
        code_hash = keccak256(code)
        self._codes.setdefault(code_hash, bytes(code))
        self.put_account(address, (nonce, balance, code_hash))

    def delete_code(self, address: Address) -> None:
        """Remove the code of an account (EIP-7702 with the zero address)."""
        self.set_code(address, b"")

    def has_code_or_nonce(self, address: Address) -> bool:
        """Whether a contract cannot be created here: code, a nonce or storage (EIP-7610)."""
        state = self.account_state(address)
        if state is None:
            return False
        return state[0] != 0 or state[2] != EMPTY_CODE_HASH or self._has_storage(address)

    def _has_storage(self, address: Address) -> bool:
        """Whether the account had storage before the block and nothing cleared it since."""
        return self.storage_root_below(address) != EMPTY_TRIE_ROOT

    def storage_root_below(self, address: Address) -> Hash32:
        """Root of the storage before the block of an account that was read; none once cleared."""
        if self._base.get(address) is None or address in self._cleared:
            return EMPTY_TRIE_ROOT
        account = self._below[address]
        return EMPTY_TRIE_ROOT if account is None else account.storage_root

    def delete_account(self, address: Address) -> None:
        """Remove an account whole: nonce, balance, code and storage."""
        if self.account_state(address) is not None:
            self.put_account(address, None)
        self.delete_storage(address)

    def sweep_empty(self, checkpoint: int) -> None:
        """Delete every empty account that was touched since the checkpoint (EIP-161)."""
        accounts = self._accounts
        touched = [key for table, key, _ in self._undo[checkpoint:] if table is accounts]
        if self._ripemd_touched:
            touched.append(RIPEMD160_ADDRESS)
        for address in touched:
            if accounts[address] == EMPTY_ACCOUNT:
                self.put_account(address, None)
                self.delete_storage(address)

    # Storage; what is read and written word by word is in Slots.

    def delete_storage(self, address: Address) -> None:
        """Empty the whole storage of an account."""
        slots = self._slots.get(address)
        if slots:
            self._put(self._slots, address, {})
        if address not in self._cleared and self._base.get(address) is not None:
            self._put(self._cleared, address, True)

    # Warm sets (EIP-2929).

    def is_address_warm(self, address: Address) -> bool:
        """Whether the transaction has used the account; precompiles and modules always are."""
        return address in self._warm_addresses or address in self.always_warm

    def mark_address_warm(self, address: Address) -> None:
        """Note that the transaction has used the account."""
        warm = self._warm_addresses
        if address not in warm:
            self._undo.append((warm, address, ABSENT))
            warm[address] = True

    def warm_address(self, address: Address) -> bool:
        """Note that the transaction uses the account; return whether it was warm before."""
        warm = self._warm_addresses
        if address in warm or address in self.always_warm:
            return True
        self._undo.append((warm, address, ABSENT))
        warm[address] = True
        return False

    def warm_accounts(self) -> set[Address]:
        """Return the accounts whose storage the transaction has touched."""
        return {address for address, slots in self._warm_slots.items() if slots}

    # Coins and logs, for modules and for the hooks around a block.

    @property
    def minted_wei(self) -> Wei:
        """Coins made since the World began."""
        return Wei(self._supply[_MINTED])

    @property
    def burned_wei(self) -> Wei:
        """Coins destroyed since the World began, by burn() and by SELFDESTRUCT."""
        return Wei(self._supply[_BURNED])

    def mint(self, address: Address, amount_wei: int) -> None:
        """Make coins in an account."""
        assert amount_wei >= 0
        self._put(self._supply, _MINTED, self._supply[_MINTED] + amount_wei)
        self.delta_balance(address, amount_wei)

    def burn(self, address: Address, amount_wei: int) -> None:
        """Destroy coins of an account."""
        assert amount_wei >= 0
        self.delta_balance(address, -amount_wei)
        self.note_burned(amount_wei)

    def note_burned(self, amount_wei: int) -> None:
        """Count coins as destroyed that are in no account any more."""
        assert amount_wei >= 0
        self._put(self._supply, _BURNED, self._supply[_BURNED] + amount_wei)

    def transfer(self, sender: Address, recipient: Address, amount_wei: int) -> None:
        """Move coins; the sender must have them."""
        assert amount_wei >= 0
        self.delta_balance(sender, -amount_wei)
        self.delta_balance(recipient, amount_wei)

    def balance_change_since(self, checkpoint: int) -> int:
        """Sum of all balances minus what it was at the checkpoint, in wei."""
        accounts = self._accounts
        before: dict[Address, AccountState | None] = {}
        for table, key, old in self._undo[checkpoint:]:
            if table is accounts and key not in before:
                before[key] = old
        change = 0
        for address, old in before.items():
            change += self.get_balance(address) - (0 if old is None else old[1])
        return change

    def emit(self, log: Log) -> None:
        """Add a log of a hook that runs outside of transactions."""
        self._put(self._logs, len(self._logs), log)

    def take_logs(self) -> tuple[Log, ...]:
        """Return the logs that hooks emitted since the last call, in order."""
        logs = tuple(self._logs[index] for index in range(len(self._logs)))
        self._logs = {}
        return logs

    # The result.

    def diff(self) -> StateDiff:
        """Everything that differs from the reader's state."""
        diff = StateDiff(below=self._base_slots, accounts_below=self._below)
        for address, state in self._accounts.items():
            if state == self._base[address]:
                continue
            if state is None:
                diff.accounts[address] = None
                continue
            nonce, balance, code_hash = state
            diff.accounts[address] = (Nonce(nonce), Wei(balance), code_hash)
            if code_hash != EMPTY_CODE_HASH:
                diff.codes[code_hash] = self._codes.get(code_hash) or self.get_code(address)
        diff.cleared = set(self._cleared)
        for address, slots in self._slots.items():
            changed = self._changed_slots(address, slots)
            if changed:
                diff.storage[address] = changed
        return diff

    def _changed_slots(self, address: Address, slots: dict[int, int]) -> dict[int, int]:
        """Slots whose value differs from what is below them."""
        if address in self._cleared:
            return {slot: value for slot, value in slots.items() if value}
        below = self._base_slots.get(address, {})
        return {slot: value for slot, value in slots.items() if value != below.get(slot, 0)}
