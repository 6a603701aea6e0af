"""
Whole blocks from bytes to the synced commit, and what stock py-evm is given of them.

    Scene --time_scene--> seconds of each block here
    accounts, kind --blocks_of--> Workload: the same for bench/stock.py
"""

import random
import statistics
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

from bench.chain import CHAIN_ID
from bench.scenes import FEE_WEI, KINDS, ModuleScene, coin_deployment, coin_transfer
from bench.workloads import PAYERS, PAYMENTS, Workload, balances
from chain.codec import address_of, decode_transaction, sign_transaction
from chain.execution import environment_of
from chain.types.primitives import Height
from chain.types.state import StateReader
from chain.types.transaction import CheckedTransaction
from chain.validation import check_transaction
from chain.vm.transaction import apply_transaction
from chain.vm.world import World

HELD = 10**9  # of the token, by every account


def time_scene(
    kind: str, directory: Path, accounts: int, per_block: int, runs: int
) -> list[tuple[float, int]]:
    """Return the seconds of the processor that each block took, and 0 for its gas."""
    scene, found = KINDS[kind](directory / "chain", accounts, per_block), []
    for _ in range(runs + 1):
        raws = scene.next_block()
        started = time.process_time()
        scene.chain.run_block(raws)
        found.append((time.process_time() - started, 0))
    scene.chain.store.close()
    return found


def blocks_of(kind: str, accounts: int, per_block: int, runs: int) -> Workload:
    """Return blocks of the same kind over as many accounts, for stock py-evm."""
    draw, found = random.Random(7), Workload()
    keys = [draw.randbytes(31).rjust(32, b"\x01") for _ in range(accounts)]
    addresses, nonces = [address_of(key) for key in keys], [0] * accounts
    found.accounts += addresses
    coin = None
    if kind == "erc20":
        coin = found.deploy(coin_deployment())
        found.storage[coin] = balances(coin, addresses, HELD)
    found.blocks[kind] = []
    for _ in range(runs + 1):
        raws = []
        for _ in range(per_block):
            sender, target = draw.randrange(accounts), addresses[draw.randrange(accounts)]
            signed = sign_transaction(
                keys[sender],
                chain_id=CHAIN_ID,
                nonce=nonces[sender],
                gas_limit=21_000 if coin is None else 60_000,
                to=target if coin is None else coin,
                max_fee_per_gas_wei=FEE_WEI,
                value_wei=1 if coin is None else 0,
                data=b"" if coin is None else coin_transfer(target, 1),
            )
            nonces[sender] += 1
            raws.append(signed.raw)
            found.senders[signed.raw] = addresses[sender]
        found.blocks[kind].append(raws)
    return found


class Remembered:
    """A state that is read once and then in memory, as the contracts' is."""

    def __init__(self, reader: StateReader) -> None:
        self.account = cache(reader.account)
        self.storage = cache(reader.storage)
        self.code = cache(reader.code)


class Payments:
    """Payments for a model's use by the native module, from a world in memory."""

    def __init__(self, directory: Path) -> None:
        self.scene = ModuleScene(directory / "chain", PAYERS, PAYMENTS)
        self.rules = self.scene.chain.app.rules
        ledger = self.scene.chain.app.ledger
        head = ledger.head.block.header
        environment = environment_of(self.rules, head, ledger.block_hash)
        self.environment = replace(environment, height=Height(head.height + 1))
        self.reader = Remembered(ledger.states.reader())

    def next_block(self) -> list[CheckedTransaction]:
        """Return payments whose senders are known."""
        return [
            check_transaction(decode_transaction(raw), self.rules.chain_id)
            for raw in self.scene.next_block()
        ]

    def run(self, world: World, block: list[CheckedTransaction]) -> tuple[float, int]:
        """Execute payments; return the seconds and the gas of one."""
        started, gas = time.process_time(), 0
        for item in block:
            outcome = apply_transaction(world, item, self.environment, self.rules.machine)
            assert outcome.status == 1, outcome.error
            gas += outcome.gas_used
        return (time.process_time() - started) / len(block), gas // len(block)


def time_module(directory: Path, runs: int) -> tuple[float, int]:
    """Return the seconds and the gas of one payment for a model's use, by the native module."""
    payments = Payments(directory)
    blocks = [payments.next_block() for _ in range(runs + 1)]
    once, world = World(payments.reader), World(payments.reader)
    for block in blocks:
        payments.run(once, block)  # so that all that they need is in memory
    found = [payments.run(world, block) for block in blocks][1:]
    payments.scene.chain.store.close()
    return statistics.median(seconds for seconds, _ in found), found[-1][1]
