"""
One case of a public state test: a state, a block, one transaction, and the root that must follow.

    file --load_cases--> StateCase --run--> Result(root, hash of the logs, refused?)
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chain.codec import (
    address_of,
    decode_transaction,
    keccak256,
    rlp,
)
from chain.errors import Invalid
from chain.store.account import encode_account
from chain.store.node import to_nibbles
from chain.store.trie import update
from chain.types.account import Account, StateDiff
from chain.types.primitives import (
    EMPTY_CODE_HASH,
    EMPTY_TRIE_ROOT,
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
from chain.types.transaction import AccessEntry, Transaction, TransactionType
from chain.validation import AdmissionRules, check_transaction
from chain.vm.fork import FORKS, Fork
from chain.vm.machine import Machine
from chain.vm.transaction import apply_transaction
from chain.vm.world import BlockEnvironment, World

CHAIN_ID = 1
BLOB_UPDATE_FRACTION = 3_338_477  # EIP-4844 at Cancun
_MACHINES = {name: Machine(fork) for name, fork in FORKS.items()}
_FIRST_FORK = {1: "Berlin", 2: "London", 3: "Cancun", 4: "Prague"}
_ORDER = list(FORKS)


@dataclass(frozen=True)
class StateCase:
    """One (test, fork, data, gas, value) of a file."""

    name: str
    fork: str
    test: dict[str, Any]
    post: dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What a run gives: the root of the state after it, keccak of the logs, and a refusal."""

    root: Hash32
    logs_hash: Hash32
    refused: str | None


def load_cases(path: Path) -> Iterator[StateCase]:
    """Return every case of one file."""
    for name, test in json.loads(path.read_text()).items():
        for fork, posts in test["post"].items():
            for post in posts:
                at = post["indexes"]
                label = f"{path.stem}/{name}/{fork}/{at['data']}-{at['gas']}-{at['value']}"
                yield StateCase(label, fork, test, post)


def integer(text: str) -> int:
    """Read a number of the test files: hexadecimal with a prefix that may be a big one."""
    text = text.removeprefix("0x:bigint ")
    return int(text, 16) if text.startswith("0x") else int(text or "0")


def octets(text: str) -> bytes:
    """Read bytes of the test files."""
    return bytes.fromhex(text.removeprefix("0x"))


class PreState:
    """The state before the transaction, as a StateReader."""

    def __init__(self, accounts: dict[str, Any]) -> None:
        self.accounts: dict[Address, Account] = {}
        self.slots: dict[Address, dict[int, int]] = {}
        self.codes: dict[Hash32, bytes] = {EMPTY_CODE_HASH: b""}
        for text, fields in accounts.items():
            self._add(Address(octets(text)), fields)

    def _add(self, address: Address, fields: dict[str, Any]) -> None:
        code = octets(fields["code"])
        code_hash = keccak256(code)
        self.codes[code_hash] = code
        slots = {integer(key): integer(value) for key, value in fields["storage"].items()}
        self.slots[address] = {slot: value for slot, value in slots.items() if value}
        self.accounts[address] = Account(
            Nonce(integer(fields["nonce"])),
            Wei(integer(fields["balance"])),
            # Only whether it is empty matters to the machine.
            ZERO_HASH if self.slots[address] else EMPTY_TRIE_ROOT,
            code_hash,
        )

    def account(self, address: Address) -> Account | None:
        """Return the account."""
        return self.accounts.get(address)

    def storage(self, address: Address, slot: int) -> int:
        """Return the word."""
        return self.slots.get(address, {}).get(slot, 0)

    def code(self, code_hash: Hash32) -> bytes:
        """Return the code."""
        return self.codes[code_hash]


def compute_root(pre: PreState, diff: StateDiff) -> Hash32:
    """Root of the whole state after a change, from nothing."""
    accounts = {
        address: (account.nonce, account.balance_wei, account.code_hash)
        for address, account in pre.accounts.items()
    }
    for address, written in diff.accounts.items():
        if written is None:
            accounts.pop(address, None)
        else:
            accounts[address] = written
    entries = []
    for address, (nonce, balance_wei, code_hash) in accounts.items():
        slots = {} if address in diff.cleared else dict(pre.slots.get(address, {}))
        slots.update(diff.storage.get(address, {}))
        root = _storage_root(slots)
        encoded = encode_account(nonce, balance_wei, root, code_hash)
        entries.append((to_nibbles(keccak256(address)), encoded))
    return update(_no_node, EMPTY_TRIE_ROOT, sorted(entries)).root


def _storage_root(slots: dict[int, int]) -> Hash32:
    entries = sorted(
        (to_nibbles(keccak256(slot.to_bytes(32, "big"))), rlp.encode(rlp.integer(value)))
        for slot, value in slots.items()
        if value
    )
    return update(_no_node, EMPTY_TRIE_ROOT, entries).root


def _no_node(path: bytes, digest: bytes) -> bytes:
    raise AssertionError("a new trie has no nodes to read")


def hash_logs(logs: tuple[Log, ...]) -> Hash32:
    """Keccak of the encoded logs, as the tests give it."""
    return keccak256(rlp.encode([[log.address, list(log.topics), log.data] for log in logs]))


def blob_base_fee_wei(excess_gas: int) -> int:
    """Price of blob gas (EIP-4844's fake_exponential)."""
    total, term, step = 0, BLOB_UPDATE_FRACTION, 1
    while term > 0:
        total += term
        term = term * excess_gas // (BLOB_UPDATE_FRACTION * step)
        step += 1
    return total // BLOB_UPDATE_FRACTION


def make_environment(case: StateCase) -> BlockEnvironment:
    """Return the block of the case."""
    env = case.test["env"]
    after_merge = _ORDER.index(case.fork) >= _ORDER.index("Paris")
    after_london = _ORDER.index(case.fork) >= _ORDER.index("London")
    return BlockEnvironment(
        height=Height(integer(env["currentNumber"])),
        timestamp_s=Seconds(integer(env["currentTimestamp"])),
        coinbase=Address(octets(env["currentCoinbase"])),
        gas_limit=Gas(integer(env["currentGasLimit"])),
        base_fee_per_gas_wei=Wei(integer(env.get("currentBaseFee", "0x0a")) if after_london else 0),
        chain_id=CHAIN_ID,
        prev_randao=Hash32(integer(env.get("currentRandom", "0x0")).to_bytes(32, "big")),
        ancestor_hash=lambda height: keccak256(str(height).encode()),
        blob_base_fee_wei=Wei(blob_base_fee_wei(integer(env.get("currentExcessBlobGas", "0x0")))),
        difficulty=0 if after_merge else integer(env["currentDifficulty"]),
    )


def make_transaction(case: StateCase) -> Transaction:
    """Decode the transaction; a blob one, which the codec refuses, is built from its fields."""
    raw = octets(case.post["txbytes"])
    if raw[:1] != b"\x03":
        return decode_transaction(raw)
    fields, at = case.test["transaction"], case.post["indexes"]
    access_list = fields.get("accessLists", [None] * (at["data"] + 1))[at["data"]] or []
    return Transaction(
        type=TransactionType.BLOB,
        chain_id=CHAIN_ID,
        nonce=Nonce(integer(fields["nonce"])),
        max_priority_fee_per_gas_wei=Wei(integer(fields["maxPriorityFeePerGas"])),
        max_fee_per_gas_wei=Wei(integer(fields["maxFeePerGas"])),
        gas_limit=Gas(integer(fields["gasLimit"][at["gas"]])),
        to=Address(octets(fields["to"])) if fields["to"] else None,
        value_wei=Wei(integer(fields["value"][at["value"]])),
        data=octets(fields["data"][at["data"]]),
        y_parity=0,
        r=0,
        s=0,
        raw=raw,
        hash=keccak256(raw),
        access_list=tuple(
            AccessEntry(
                Address(octets(entry["address"])),
                tuple(integer(key) for key in entry["storageKeys"]),
            )
            for entry in access_list
        ),
        blob_versioned_hashes=tuple(
            Hash32(octets(text)) for text in fields.get("blobVersionedHashes", [])
        ),
        max_fee_per_blob_gas_wei=Wei(integer(fields.get("maxFeePerBlobGas", "0x0"))),
    )


def run(case: StateCase) -> Result:
    """Run a case through this chain's codec, checks, world and transaction path."""
    machine = _MACHINES[case.fork]
    pre = PreState(case.test["pre"])
    world = World(pre)
    environment = make_environment(case)
    world.enter_block(environment)
    logs: tuple[Log, ...] = ()
    refused = None
    try:
        logs = _apply(case, world, environment, machine)
    except Invalid as invalid:
        refused = str(invalid)
    if not machine.fork.sweeps_empty:
        world.touch_account(environment.coinbase)  # the mining reward of 0 in these tests
    return Result(compute_root(pre, world.diff()), hash_logs(logs), refused)


def _apply(
    case: StateCase, world: World, environment: BlockEnvironment, machine: Machine
) -> tuple[Log, ...]:
    transaction = make_transaction(case)
    first_fork = _FIRST_FORK.get(transaction.type)
    if first_fork and _ORDER.index(case.fork) < _ORDER.index(first_fork):
        raise Invalid(f"type {transaction.type} before {first_fork}")
    sender = None
    if transaction.type is TransactionType.BLOB:
        sender = address_of(octets(case.test["transaction"]["secretKey"]))
    checked = check_transaction(
        transaction, CHAIN_ID, sender=sender, rules=_admission(machine.fork)
    )
    return apply_transaction(world, checked, environment, machine).logs


def _admission(fork: Fork) -> AdmissionRules:
    return AdmissionRules(
        allow_unprotected=True,
        limit_initcode=fork.limits_initcode,
        carry_blobs=fork.carries_blobs,
        schedule=fork.schedule,
    )


def explain_mismatch(case: StateCase, result: Result) -> str | None:
    """Return what differs from the file's expectation, None when nothing does."""
    expected_root = Hash32(octets(case.post["hash"]))
    expected_logs = Hash32(octets(case.post["logs"]))
    must_refuse = case.post.get("expectException")
    if bool(must_refuse) != bool(result.refused):
        return f"expected refusal {must_refuse}, found {result.refused}"
    if expected_root != result.root:
        return f"expected root {expected_root.hex()}, found {result.root.hex()}"
    if expected_logs != result.logs_hash:
        return f"expected logs {expected_logs.hex()}, found {result.logs_hash.hex()}"
    return None


Runner = Callable[[StateCase], Result]
