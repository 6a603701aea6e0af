"""
Plain transfers: this chain from encoded bytes to a synced commit, against stock py-evm in memory.

Both execute the same signed transfers over the same accounts in the same process, with the same
Keccak and RLP. This chain's side decodes, recovers senders, executes, computes roots and receipts
and writes one synced LevelDB batch a block. The stock side is given decoded transactions, applies
them with PragueState.apply_transaction and persists once a block: no receipts, no disk.
"""

import json
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eth.constants import BLANK_ROOT_HASH
from eth.db.atomic import AtomicDB
from eth.vm.chain_context import ChainContext
from eth.vm.forks.prague import PragueVM
from eth.vm.forks.prague.headers import PragueBlockHeader

from bench.chain import CHAIN_ID, GENESIS_S, SECTIONS, VALIDATOR_KEY, BenchChain
from chain.codec import address_of, sign_transaction
from chain.genesis import parse_genesis
from chain.types.genesis import Genesis
from chain.types.primitives import Address

BALANCE_WEI = 10**20
FEE_WEI, TIP_WEI = 3 * 10**9, 10**9


@dataclass(frozen=True)
class Workload:
    """What both sides execute."""

    keys: list[bytes]
    addresses: list[Address]
    blocks: list[list[bytes]]  # encoded transfers, block by block


@dataclass(frozen=True)
class Timing:
    """Seconds for a number of transfers."""

    transfers: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Transfers a second."""
        return self.transfers / self.seconds


def build_workload(accounts: int, block_count: int, per_block: int, seed: int = 7) -> Workload:
    """Make accounts and signed transfers between random ones of them."""
    rng = random.Random(seed)
    keys = [rng.randbytes(31).rjust(32, b"\x01") for _ in range(accounts)]
    addresses = [address_of(key) for key in keys]
    nonces = [0] * accounts
    blocks = []
    for _ in range(block_count):
        raws = []
        for _ in range(per_block):
            sender, target = rng.randrange(accounts), rng.randrange(accounts)
            signed = sign_transaction(
                keys[sender],
                chain_id=CHAIN_ID,
                nonce=nonces[sender],
                gas_limit=21_000,
                to=addresses[target],
                max_fee_per_gas_wei=FEE_WEI,
                max_priority_fee_per_gas_wei=TIP_WEI,
                value_wei=1,
            )
            nonces[sender] += 1
            raws.append(signed.raw)
        blocks.append(raws)
    return Workload(keys, addresses, blocks)


def genesis_of(workload: Workload, block_gas_max: int) -> Genesis:
    """Return the first state of our side: the workload's accounts and one validator."""
    accounts = {"0x" + a.hex(): {"balance_wei": str(BALANCE_WEI)} for a in workload.addresses}
    return parse_genesis(
        json.dumps(
            {
                "chain_id": CHAIN_ID,
                "time_s": GENESIS_S,
                "block_gas_max": block_gas_max,
                "accounts": accounts,
                "modules": SECTIONS,
            }
        )
    )


def measure_ours(workload: Workload, block_gas_max: int) -> Timing:
    """Time this chain over the workload; the first block warms up and is not counted."""
    with tempfile.TemporaryDirectory() as directory:
        chain = BenchChain(Path(directory) / "chain", genesis_of(workload, block_gas_max))
        chain.run_block(workload.blocks[0])
        started = time.perf_counter()
        for raws in workload.blocks[1:]:
            chain.run_block(raws)
        elapsed = time.perf_counter() - started
        chain.store.close()
    return Timing(sum(map(len, workload.blocks[1:])), elapsed)


def stock_state(workload: Workload, block_gas_max: int) -> tuple[Any, Any]:
    """Return stock py-evm's Prague VM class and a state with the workload's accounts, in memory."""
    header = PragueBlockHeader(
        difficulty=0,
        block_number=1,
        gas_limit=block_gas_max,
        timestamp=GENESIS_S,
        coinbase=address_of(VALIDATOR_KEY),
        base_fee_per_gas=10**9,
    )
    context = PragueVM.create_execution_context(header, (), ChainContext(CHAIN_ID))
    state = PragueVM.get_state_class()(AtomicDB(), context, BLANK_ROOT_HASH)
    for address in workload.addresses:
        state.set_balance(address, BALANCE_WEI)
    state.lock_changes()
    state.persist()
    return PragueVM, state


def measure_stock(workload: Workload, block_gas_max: int) -> Timing:
    """Time stock py-evm over the workload; the first block warms up and is not counted."""
    vm, state = stock_state(workload, block_gas_max)
    builder = vm.get_transaction_builder()
    blocks = [[builder.decode(raw) for raw in raws] for raws in workload.blocks]
    _apply_stock(state, blocks[0])
    started = time.perf_counter()
    for transactions in blocks[1:]:
        _apply_stock(state, transactions)
    return Timing(sum(map(len, blocks[1:])), time.perf_counter() - started)


def _apply_stock(state: Any, transactions: list[Any]) -> None:
    for transaction in transactions:
        state.apply_transaction(transaction)
        state.lock_changes()
    state.persist()
