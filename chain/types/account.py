"""Accounts, and the change that a block makes to the state."""

from dataclasses import dataclass, field

from chain.types.primitives import EMPTY_CODE_HASH, EMPTY_TRIE_ROOT, Address, Hash32, Nonce, Wei


@dataclass(frozen=True, slots=True)
class Account:
    """An account as the state trie holds it (Yellow Paper, section 4.1)."""

    nonce: Nonce = Nonce(0)
    balance_wei: Wei = Wei(0)
    storage_root: Hash32 = EMPTY_TRIE_ROOT
    code_hash: Hash32 = EMPTY_CODE_HASH


@dataclass(slots=True)
class StateDiff:
    """
    Everything that differs between the state before and after a block.

    `accounts` holds (nonce, balance_wei, code_hash) of every account that was written, or None
    where the account is gone; storage roots follow from `storage`. `storage` holds the new value
    of each written slot, 0 for an empty one. The storage of an address in `cleared` was wiped
    whole before `storage` was written. `codes` holds new contract code by its hash. `below` holds
    what slots held before, and `accounts_below` the accounts before, as far as they were read; none
    of it is a difference.
    """

    accounts: dict[Address, tuple[Nonce, Wei, Hash32] | None] = field(default_factory=dict)
    storage: dict[Address, dict[int, int]] = field(default_factory=dict)
    cleared: set[Address] = field(default_factory=set)
    codes: dict[Hash32, bytes] = field(default_factory=dict)
    below: dict[Address, dict[int, int]] = field(default_factory=dict, compare=False)
    accounts_below: dict[Address, Account | None] = field(default_factory=dict, compare=False)
