"""
A chain of many accounts whose first state is written in bulk, and blocks of transfers upon it.

    crowd = Crowd(directory, accounts, sizes, blocks)        sizes: {kind: transactions a block}
    crowd.begin()                                            once, in a process that ends
    crowd.open();  crowd.next_block("transfer" | "erc20")    in others, as after a node's start

All accounts have coins and some of a Solidity token. Only those that will send have keys: in a
crowd larger than what the blocks need, each sends once, as a random draw would nearly have it.
A block has at most the gas that a genesis file has which says nothing of it (`full_block`).
"""

import random
from pathlib import Path
from typing import Final

from bench.chain import CHAIN_ID, GENESIS_S, SECTIONS, BenchChain
from bench.scenes import BALANCE_WEI, TIP_WEI, coin_deployment, coin_transfer
from bench.workloads import BLOCK, SENDER, Reader, Workload, balances
from chain.codec import address_of, decode_transaction, sign_transaction
from chain.genesis import BLOCK_GAS_MAX
from chain.types.genesis import Genesis, GenesisAccount
from chain.types.primitives import Address, Seconds, Wei
from chain.validation import check_transaction
from chain.vm.machine import Machine
from chain.vm.transaction import apply_transaction
from chain.vm.world import World

COIN: Final = Address(b"\xc0" * 20)
HELD: Final = 10**9  # of the token, by every account
GAS: Final = {"transfer": 21_000, "erc20": 60_000}  # that a transaction of a kind may use
GAS_USED: Final = {"transfer": 21_000, "erc20": 34_454}  # by one whose call data has few zeros
BASE_FEE_WEI: Final = 10**3  # of the first block; full ones raise it by an eighth each
FEE_WEI: Final = 10**12  # what people pay at most: enough for 170 full blocks


def full_block(kind: str) -> int:
    """Return how many transactions of a kind fit into a block."""
    return (BLOCK_GAS_MAX - GAS[kind]) // GAS_USED[kind] + 1


class Crowd:
    """A chain with so many accounts, which pay one another."""

    def __init__(self, directory: Path, accounts: int, sizes: dict[str, int], blocks: int) -> None:
        self.directory = directory
        self.sizes = sizes
        self.random = draw = random.Random(7)
        needed = sum(sizes.values()) * blocks
        senders = min(accounts, needed)
        self.keys = [draw.randbytes(31).rjust(32, b"\x01") for _ in range(senders)]
        self.addresses = [address_of(key) for key in self.keys]
        self.addresses += (Address(draw.randbytes(20)) for _ in range(accounts - senders))
        self._sends_once = senders == needed

    def begin(self) -> None:
        """Write the first state."""
        chain = BenchChain(self.directory, first_state(self.addresses))
        chain.store.compact(b"", b"\xff" * 64)  # as a database is that grew for long
        chain.store.close()

    def open(self) -> None:
        """Go on with what was written, and what was sent since."""
        self.chain = chain = BenchChain(self.directory, None)
        self.random = random.Random(chain.height)
        state, senders = chain.app.ledger.state(), self.addresses[: len(self.keys)]
        self.nonces = [account.nonce for account in map(state.account, senders) if account]
        assert len(self.nonces) == len(senders), "whoever sends has an account"
        fresh = [sender for sender, nonce in enumerate(self.nonces) if nonce == 0]
        self._fresh = iter(fresh)  # who has not sent yet, where each sends once

    def next_block(self, kind: str) -> list[bytes]:
        """Return the next block's transactions, encoded."""
        return [self._transaction(kind) for _ in range(self.sizes[kind])]

    def _transaction(self, kind: str) -> bytes:
        draw = self.random
        sender = next(self._fresh) if self._sends_once else draw.randrange(len(self.keys))
        target = self.addresses[draw.randrange(len(self.addresses))]
        is_token = kind == "erc20"
        signed = sign_transaction(
            self.keys[sender],
            chain_id=CHAIN_ID,
            nonce=self.nonces[sender],
            gas_limit=GAS[kind],
            to=COIN if is_token else target,
            max_fee_per_gas_wei=FEE_WEI,
            max_priority_fee_per_gas_wei=TIP_WEI,
            value_wei=0 if is_token else 1,
            data=coin_transfer(target, 1) if is_token else b"",
        )
        self.nonces[sender] += 1
        return signed.raw


def first_state(addresses: list[Address]) -> Genesis:
    """Return a first state in which each has coins and tokens, without the text of a file."""
    plain = GenesisAccount(balance_wei=Wei(BALANCE_WEI))
    accounts = dict.fromkeys(addresses, plain)
    words = balances(COIN, addresses, HELD)
    accounts[COIN] = GenesisAccount(balance_wei=Wei(1), code=coin_code(), storage=words)
    return Genesis(
        chain_id=CHAIN_ID,
        time_s=Seconds(GENESIS_S),
        block_gas_max=BLOCK_GAS_MAX,
        base_fee_wei=Wei(BASE_FEE_WEI),
        accounts=accounts,
        modules=SECTIONS,
    )


def coin_code() -> bytes:
    """Return the token's code as it stands once it is deployed."""
    workload, world = Workload(), World(Reader([SENDER]))
    coin = workload.deploy(coin_deployment())
    checked = check_transaction(decode_transaction(workload.setup[0]), CHAIN_ID)
    outcome = apply_transaction(world, checked, BLOCK, Machine())
    assert outcome.status == 1, outcome.error
    return world.get_code(coin)
