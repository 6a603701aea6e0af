"""
What the machine is measured by: contracts, calls of them, and the same for stock py-evm.

    Workload: accounts, setup, blocks by name --run_here--> seconds and gas of each block
                                              --run_stock--> the same, by bench/stock.py

Both sides get the same signed bytes. Seconds are the processor's.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from eth_abi.abi import encode
from eth_abi.grammar import TupleType, parse

from bench.chain import CHAIN_ID, VALIDATOR
from bench.scenes import (
    MODEL,
    PRICE_WEI,
    READ_WEI,
    SCENE_SEED,
    SPLIT_BPS,
    USE,
    WRITTEN_WEI,
    coin_deployment,
    deployment,
    selector,
)
from chain.codec import address_of, decode_transaction, keccak256, sign_transaction
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
from chain.validation import check_transaction
from chain.vm.machine import Machine
from chain.vm.transaction import apply_transaction, compute_contract_address
from chain.vm.world import BlockEnvironment, World
from modules.treasury.module import Treasury

STOCK: Final = Path(__file__).parent / "stock.py"
KEY: Final = b"\x03" * 32
SENDER: Final = address_of(KEY)
BALANCE_WEI: Final = 10**24
BASE_FEE_WEI: Final = 10**9
PAYERS: Final = 1_000  # accounts that pay for a model
PAYMENTS: Final = 50  # of a block
BLOCK: Final = BlockEnvironment(
    Height(1), Seconds(1_700_000_000), VALIDATOR, Gas(500_000_000), Wei(BASE_FEE_WEI), CHAIN_ID
)
Timings = dict[str, list[tuple[float, int]]]  # by name: seconds and gas of each block


@dataclass
class Workload:
    """Transactions to execute, in the order in which they are added."""

    accounts: list[Address] = field(default_factory=lambda: [SENDER])
    setup: list[bytes] = field(default_factory=list)
    storage: dict[Address, dict[int, int]] = field(default_factory=dict)
    blocks: dict[str, list[list[bytes]]] = field(default_factory=dict)
    senders: dict[bytes, Address] = field(default_factory=dict)  # who is not the one sender
    nonce: int = 0

    def with_senders(self, raws: list[bytes]) -> list[tuple[str, str]]:
        """Return transactions and their senders, in hexadecimal."""
        return [(raw.hex(), self.senders.get(raw, SENDER).hex()) for raw in raws]

    def sign(
        self, to: bytes | None, data: bytes, value_wei: int = 0, gas: int = 25_000_000
    ) -> bytes:
        """Return the next transaction of the one sender, encoded."""
        signed = sign_transaction(
            KEY,
            chain_id=CHAIN_ID,
            nonce=self.nonce,
            gas_limit=gas,
            to=to,
            max_fee_per_gas_wei=BASE_FEE_WEI,
            value_wei=value_wei,
            data=data,
        )
        self.nonce += 1
        return signed.raw

    def deploy(self, data: bytes) -> Address:
        """Add a deployment to the setup; return where the contract will be."""
        found = compute_contract_address(SENDER, Nonce(self.nonce))
        self.setup.append(self.sign(None, data))
        return found

    def call(self, to: Address, text: str, *values: Any) -> None:
        """Add a call to the setup."""
        self.setup.append(self.sign(to, call_data(text, *values)))

    def time(self, name: str, runs: int, to: Address, data: bytes, value_wei: int = 0) -> None:
        """Add blocks of one transaction each; the first warms up."""
        self.blocks[name] = [[self.sign(to, data, value_wei)] for _ in range(runs + 1)]


def call_data(text: str, *values: Any) -> bytes:
    """Return the data that calls a function by its signature."""
    arguments = text[text.index("(") :]
    if arguments == "()":
        return selector(text)
    kinds = parse(arguments)
    assert isinstance(kinds, TupleType), text
    return selector(text) + encode([kind.to_type_str() for kind in kinds.components], values)


def contracts(runs: int, share: int = 1) -> Workload:
    """
    Loops, hashes, storage, an ERC-20 token, a pool, and a sale of a model's use.

    `share` divides how often each repeats its work.
    """
    found = Workload()
    work = found.deploy(deployment("Work"))
    coins = [found.deploy(coin_deployment()) for _ in range(2)]
    pair = found.deploy(deployment("Pair", encode(["address", "address"], coins)))
    router = found.deploy(deployment("Router"))
    sale = Sale(found)
    for coin in coins:
        found.call(coin, "transfer(address,uint256)", pair, 10**24)
        found.call(coin, "approve(address,uint256)", router, 2**256 - 1)
    found.call(pair, "sync()")
    many = "transferMany(address,uint256)"
    swaps = "swapMany(address,uint256,uint256)"
    found.time("loop", runs, work, call_data("loop(uint256)", 8_000 // share))
    found.time("keccak", runs, work, call_data("hashes(uint256)", 4_000 // share))
    found.time("storage", runs, work, call_data("stores(uint256,uint256)", 3_000 // share, 300))
    found.time(
        "OpenZeppelin-like ERC-20", runs, coins[0], call_data(many, b"\x66" * 20, 400 // share)
    )
    found.time("Uniswap-V2-like swap", runs, router, call_data(swaps, pair, 10**15, 60 // share))
    count = PAYMENTS // share
    found.blocks["model payment, Solidity"] = [sale.payments(count) for _ in range(runs + 1)]
    return found


class Sale:
    """
    A model on sale in Solidity, and payers of it: the accounts of the module's scene, in its order.

    As there, account 0 is the author and account 1 the infrastructure.
    """

    def __init__(self, workload: Workload) -> None:
        self._workload, self.random = workload, random.Random(SCENE_SEED)
        self.keys = [self.random.randbytes(31).rjust(32, b"\x01") for _ in range(PAYERS)]
        self.addresses = [address_of(key) for key in self.keys]
        self._nonces = [0] * PAYERS
        workload.accounts += self.addresses
        at = compute_contract_address(SENDER, Nonce(workload.nonce + 1))
        self.book = workload.deploy(deployment("UsageBook", encode(["address"], [at])))
        parts = encode(["address", "address"], [Treasury.address, self.book])
        self.address = workload.deploy(deployment("ModelSale", parts))
        assert self.address == at
        register = "registerModel(string,string,(uint256,uint256),(address,uint16,uint16,uint16))"
        split = (self.addresses[1], *SPLIT_BPS)
        data = call_data(register, MODEL, "", (READ_WEI, WRITTEN_WEI), split)
        workload.setup.append(self._signed(0, data))
        workload.setup.append(self._signed(0, call_data("activateModel(string)", MODEL)))

    def payments(self, count: int) -> list[bytes]:
        """Return the next payments, encoded."""
        accounts = range(PAYERS)
        pairs = [(self.random.choice(accounts), self.random.choice(accounts)) for _ in range(count)]
        pay = "payForUse(string,uint256,uint256,uint256,(address,uint16)[])"
        data = call_data(pay, MODEL, *USE, PRICE_WEI, [])
        return [self._signed(payer, data, PRICE_WEI) for payer, _ in pairs]

    def _signed(self, account: int, data: bytes, value_wei: int = 0) -> bytes:
        signed = sign_transaction(
            self.keys[account],
            chain_id=CHAIN_ID,
            nonce=self._nonces[account],
            gas_limit=1_000_000,
            to=self.address,
            max_fee_per_gas_wei=BASE_FEE_WEI,
            value_wei=value_wei,
            data=data,
        )
        self._nonces[account] += 1
        self._workload.senders[signed.raw] = self.addresses[account]
        return signed.raw


def balances(coin: Address, holders: list[Address], amount: int) -> dict[int, int]:
    """Return the words of the token's storage that give holders so much."""
    slots = [keccak256(holder.rjust(32, b"\0") + bytes(32)) for holder in holders]
    return {int.from_bytes(slot, "big"): amount for slot in slots}


class Reader:
    """A state of accounts with coins, and nothing else."""

    def __init__(self, accounts: list[Address]) -> None:
        self._accounts = frozenset(accounts)

    def account(self, address: Address) -> Account | None:
        """Return the account."""
        if address not in self._accounts:
            return None
        return Account(Nonce(0), Wei(BALANCE_WEI), EMPTY_TRIE_ROOT, EMPTY_CODE_HASH)

    def storage(self, address: Address, slot: int) -> int:
        """Return 0."""
        return 0

    def code(self, code_hash: Hash32) -> bytes:
        """Return no code."""
        return b""


def run_here(workload: Workload) -> Timings:
    """Execute on this chain's machine, in memory."""
    world, machine = World(Reader(workload.accounts)), Machine()
    apply_all(world, machine, workload, workload.setup)
    return {
        name: [apply_all(world, machine, workload, raws) for raws in blocks]
        for name, blocks in workload.blocks.items()
    }


def apply_all(
    world: World, machine: Machine, workload: Workload, raws: list[bytes]
) -> tuple[float, int]:
    """Execute transactions one after the other; return their seconds and their gas."""
    checked = [
        check_transaction(
            decode_transaction(raw), CHAIN_ID, sender=workload.senders.get(raw, SENDER)
        )
        for raw in raws
    ]
    started, gas = time.process_time(), 0
    for item in checked:
        outcome = apply_transaction(world, item, BLOCK, machine)
        assert outcome.status == 1, outcome.error
        gas += outcome.gas_used
    return time.process_time() - started, gas


def run_stock(workload: Workload, python: str, keccak: str = "") -> Timings:
    """Execute on stock py-evm under an interpreter that has it, with a Keccak of its choice."""
    question = {
        "accounts": [address.hex() for address in workload.accounts],
        "balance_wei": str(BALANCE_WEI),
        "setup": workload.with_senders(workload.setup),
        "storage": {
            address.hex(): {str(slot): word for slot, word in words.items()}
            for address, words in workload.storage.items()
        },
        "blocks": {
            name: [workload.with_senders(block) for block in blocks]
            for name, blocks in workload.blocks.items()
        },
        "block": {
            "height": BLOCK.height,
            "gas_limit": BLOCK.gas_limit,
            "timestamp_s": BLOCK.timestamp_s,
            "coinbase": BLOCK.coinbase.hex(),
            "base_fee_wei": BLOCK.base_fee_per_gas_wei,
            "chain_id": CHAIN_ID,
        },
    }
    # Which Keccak py-evm takes is what its environment has, not what ours asks for.
    environment = {name: value for name, value in os.environ.items() if name != "ETH_HASH_BACKEND"}
    if keccak:
        environment["ETH_HASH_BACKEND"] = keccak
    answer = subprocess.run(
        [python, str(STOCK)],
        input=json.dumps(question),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=environment,
    )
    found: Timings = json.loads(answer.stdout)
    return {name: [(s, gas) for s, gas in blocks] for name, blocks in found.items()}
