"""A small state and a block to run on, for the tests of the machine."""

from collections.abc import Mapping

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
from chain.vm.machine import Machine
from chain.vm.world import BlockEnvironment

CHAIN_ID = 31_337
GWEI = 10**9
COIN = 10**18
KEY, OTHER_KEY = b"\x01" * 32, b"\x02" * 32
SENDER, OTHER = address_of(KEY), address_of(OTHER_KEY)
PROPOSER = Address(b"\xee" * 20)
CONTRACT = Address(b"\xcc" * 20)
STRANGER = Address(b"\xdd" * 20)  # in no state
MACHINE = Machine()


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
