"""A small state and a block to run on, for the tests of the machine."""

import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from chain.codec import address_of, keccak256, sign_transaction
from chain.types.account import Account
from chain.types.primitives import (
    EMPTY_CODE_HASH,
    EMPTY_TRIE_ROOT,
    Address,
    Gas,
    Hash32,
    Height,
    Nonce,
    Seconds,
    Wei,
)
from chain.types.transaction import CheckedTransaction
from chain.validation import check_transaction
from chain.vm.machine import EXECUTION_STACK_BYTES, Machine
from chain.vm.world import BlockEnvironment

T = TypeVar("T")

CHAIN_ID = 31_337
FRAMES_MAX = 12_288  # of Python, as py-evm sets it for calls 1,024 deep
GWEI = 10**9
COIN = 10**18
KEY, OTHER_KEY = b"\x01" * 32, b"\x02" * 32
SENDER, OTHER = address_of(KEY), address_of(OTHER_KEY)
PROPOSER = Address(b"\xee" * 20)
CONTRACT = Address(b"\xcc" * 20)
STRANGER = Address(b"\xdd" * 20)  # in no state
MACHINE = Machine()
CALL, CALLCODE, DELEGATECALL, STATICCALL = 0xF1, 0xF2, 0xF4, 0xFA


class DictReader:
    """A frozen state in dicts."""

    def __init__(
        self,
        accounts: Mapping[Address, Account] | None = None,
        slots: Mapping[tuple[Address, int], int] | None = None,
        codes: Mapping[Address, bytes] | None = None,
    ) -> None:
        self.accounts = dict(accounts or {})
        self.slots = dict(slots or {})
        self.codes: dict[Hash32, bytes] = {EMPTY_CODE_HASH: b""}
        self.reads: list[tuple[str, object]] = []
        for address, code in (codes or {}).items():
            digest = keccak256(code)
            self.codes[digest] = code
            root = EMPTY_TRIE_ROOT
            if any(key[0] == address for key in self.slots):
                root = Hash32(b"\x01" * 32)
            self.accounts[address] = Account(Nonce(1), Wei(0), root, digest)

    def account(self, address: Address) -> Account | None:
        """Return the account."""
        self.reads.append(("account", address))
        return self.accounts.get(address)

    def storage(self, address: Address, slot: int) -> int:
        """Return the word."""
        self.reads.append(("storage", (address, slot)))
        return self.slots.get((address, slot), 0)

    def code(self, code_hash: Hash32) -> bytes:
        """Return the code."""
        self.reads.append(("code", code_hash))
        return self.codes[code_hash]


def make_reader(
    code: bytes | None = None, slots: Mapping[int, int] | None = None, balance_wei: int = 10 * COIN
) -> DictReader:
    """Return a state with a rich sender and, if code is given, a contract."""
    return DictReader(
        {SENDER: Account(Nonce(0), Wei(balance_wei)), OTHER: Account(Nonce(0), Wei(COIN))},
        {(CONTRACT, slot): value for slot, value in (slots or {}).items()},
        {} if code is None else {CONTRACT: code},
    )


def make_environment(**changes: object) -> BlockEnvironment:
    """Return block 100 of a chain with a base fee of 1 gwei."""
    fields: dict[str, object] = {
        "height": Height(100),
        "timestamp_s": Seconds(1_000),
        "coinbase": PROPOSER,
        "gas_limit": Gas(30_000_000),
        "base_fee_per_gas_wei": Wei(GWEI),
        "chain_id": CHAIN_ID,
        "ancestor_hash": lambda height: keccak256(str(height).encode()),
    }
    return BlockEnvironment(**(fields | changes))  # type: ignore[arg-type]


def make_transaction(key: bytes = KEY, **changes: object) -> CheckedTransaction:
    """Sign and check a transaction: by default to the contract, with a tip of 1 gwei."""
    fields: dict[str, object] = {
        "chain_id": CHAIN_ID,
        "nonce": 0,
        "gas_limit": 200_000,
        "to": CONTRACT,
        "max_fee_per_gas_wei": 3 * GWEI,
        "max_priority_fee_per_gas_wei": GWEI,
    }
    return check_transaction(sign_transaction(key, **(fields | changes)), CHAIN_ID)  # type: ignore[arg-type]


def push(value: int | bytes) -> bytes:
    """PUSH of a number or an address."""
    number = value if isinstance(value, int) else int.from_bytes(value, "big")
    body = number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big")
    return bytes((0x5F + len(body),)) + body


def forwarder(opcode: int, target: Address, gas: int | None = None, tail: bytes = b"") -> bytes:
    """
    Code that hands its call data and value on to a target.

    Slot 0 then holds 2 if that succeeded and 1 if not; what came back is returned.
    """
    value = b"\x34" if opcode in (CALL, CALLCODE) else b""  # CALLVALUE
    given = b"\x5a" if gas is None else push(gas)  # GAS
    copy = b"\x36\x5f\x5f\x37"  # calldatacopy(0, 0, calldatasize)
    arguments = b"\x5f\x5f\x36\x5f" + value + push(target) + given
    note = b"\x60\x01\x01\x5f\x55"  # sstore(0, success + 1)
    back = b"\x3d\x5f\x5f\x3e\x3d\x5f\xf3"  # return what came back
    return copy + arguments + bytes((opcode,)) + note + tail + back


def relay(opcode: int, target: Address) -> bytes:
    """Code that hands its call data on without value, writes nothing and returns the success."""
    value = b"\x5f" if opcode in (CALL, CALLCODE) else b""
    arguments = b"\x5f\x5f\x36\x5f" + value + push(target) + b"\x5a"
    return b"\x36\x5f\x5f\x37" + arguments + bytes((opcode,)) + b"\x5f\x52\x60\x20\x5f\xf3"


def on_deep_stack(run: Callable[[], T]) -> T:
    """
    Run something with the stack that a node's threads have, and return its result.

    Hypothesis lowers the limit of Python's frames while it tries examples: calls as deep as the
    machine allows would fail there, and nowhere else.
    """
    frames, stack_bytes = sys.getrecursionlimit(), threading.stack_size(EXECUTION_STACK_BYTES)
    sys.setrecursionlimit(FRAMES_MAX)
    try:
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(run).result()
    finally:
        sys.setrecursionlimit(frames)
        threading.stack_size(stack_bytes)
