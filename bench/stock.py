"""
Stock py-evm over a workload: needs py-evm alone, so it runs in an environment of its own.

    python bench/stock.py < workload.json > timings.json

The workload says which accounts and words there are, what is executed before, and blocks of encoded
transactions by name. Each block is timed by the processor's clock, from decoded transactions with
known senders to the state that is persisted in memory; the first of each name warms up.
"""

import argparse
import json
import sys
import time
import warnings
from typing import Any

from eth.constants import BLANK_ROOT_HASH
from eth.db.atomic import AtomicDB
from eth.vm.chain_context import ChainContext
from eth.vm.forks.prague import PragueVM
from eth.vm.forks.prague.headers import PragueBlockHeader


def state_of(workload: dict[str, Any]) -> Any:
    """Return a Prague state with the workload's accounts and words, in memory."""
    block = workload["block"]
    header = PragueBlockHeader(
        difficulty=0,
        block_number=block["height"],
        gas_limit=block["gas_limit"],
        timestamp=block["timestamp_s"],
        coinbase=bytes.fromhex(block["coinbase"]),
        base_fee_per_gas=block["base_fee_wei"],
    )
    context = PragueVM.create_execution_context(header, (), ChainContext(block["chain_id"]))
    state = PragueVM.get_state_class()(AtomicDB(), context, BLANK_ROOT_HASH)
    for address in workload["accounts"]:
        state.set_balance(bytes.fromhex(address), int(workload["balance_wei"]))
    state.lock_changes()
    state.persist()
    return state


def apply_all(state: Any, transactions: list[Any]) -> int:
    """Execute transactions one after the other, persist, and return the gas they used."""
    gas = 0
    for transaction in transactions:
        computation = state.apply_transaction(transaction)
        assert computation.is_success, computation.error
        gas += (
            transaction.gas - computation.get_gas_remaining() - refund_of(transaction, computation)
        )
        state.lock_changes()
    state.persist()
    return gas


def refund_of(transaction: Any, computation: Any) -> int:
    """Return the gas that a transaction gets back (EIP-3529)."""
    used = transaction.gas - computation.get_gas_remaining()
    return min(computation.get_gas_refund(), used // 5)


def decoded(pairs: list[tuple[str, str]]) -> list[Any]:
    """Decode transactions and tell them their senders: neither is timed."""
    builder, found = PragueVM.get_transaction_builder(), []
    for raw, sender in pairs:
        transaction = builder.decode(bytes.fromhex(raw))
        transaction.__dict__["sender"] = bytes.fromhex(sender)  # what its cached property keeps
        found.append(transaction)
    return found


def main() -> None:
    """Run what stdin says and print the seconds and the gas of each block."""
    argparse.ArgumentParser(description="time a workload that stdin says").parse_args()
    workload = json.load(sys.stdin)
    warnings.simplefilter("ignore")
    state = state_of(workload)
    apply_all(state, decoded(workload["setup"]))
    for address, words in workload["storage"].items():
        for slot, word in words.items():
            state.set_storage(bytes.fromhex(address), int(slot), word)
    state.lock_changes()
    state.persist()
    timings = {}
    for name, blocks in workload["blocks"].items():
        timings[name] = []
        for raws in blocks:
            transactions = decoded(raws)
            started = time.process_time()
            gas = apply_all(state, transactions)
            timings[name].append([time.process_time() - started, gas])
    json.dump(timings, sys.stdout)


if __name__ == "__main__":
    main()
