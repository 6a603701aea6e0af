"""
The real chain in a simulation: modules, virtual machine and ledger over a store in memory.

    MemoryStore -> Ledger -> Application -> ConsensusApp -> Engine

A store's batch is atomic and durable at once, as LevelDB's synced one is; what the application
holds besides dies with its process.
"""

import asyncio
import json
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from chain.app import Application
from chain.beacon import SecretLinks
from chain.codec import address_of, sign_transaction
from chain.errors import ChainError
from chain.execution import Rules
from chain.genesis import build_genesis, parse_genesis
from chain.kit.assembly import Assembly
from chain.ledger import Ledger
from chain.mempool import Mempool
from chain.store.memory import MemoryStore
from chain.store.state import StateStore
from chain.types.certificate import Certificate
from chain.types.primitives import Address, Height, Milliseconds, Round
from chain.types.validators import ValidatorSet
from chain.vm.fork import PRAGUE
from chain.vm.machine import Machine
from chain.vm.precompile import native_contracts
from cli.consensus_app import ConsensusApp
from consensus.host.app import App, Candidate
from modules import assemble
from tests.sim.chain import CHAIN_ID
from tests.sim.loop import EPOCH_MS, SimClock

COIN_WEI = 10**18
USER_KEYS = tuple(bytes([number]) * 32 for number in range(101, 107))
USERS = tuple(address_of(key) for key in USER_KEYS)
NOWHERE = ThreadPoolExecutor(1)  # never starts a thread: the simulated loop works inline
SENT_MAX = 2  # transfers that arrive at a proposer before it builds


@cache
def links_of(validator: Address) -> SecretLinks:
    """Return what a validator's secret gives; the same after every crash."""
    return SecretLinks(validator, CHAIN_ID)


@dataclass
class Shared:
    """What all nodes of one cluster begin with: genesis and compiled rules; and what they found."""

    stakes: dict[Address, int]  # coins
    genesis: Any = None
    assembly: Assembly = field(default_factory=assemble)
    supplies: dict[int, int] = field(default_factory=dict)
    validators: dict[int, ValidatorSet] = field(default_factory=dict)

    def __post_init__(self) -> None:
        entries = [
            {"validator": "0x" + who.hex(), "stake_wei": str(coins * COIN_WEI), "moniker": "sim"}
            for who, coins in self.stakes.items()
        ]
        rich = {"balance_wei": str(10_000 * COIN_WEI)}
        accounts = {"0x" + who.hex(): rich for who in (*USERS, *self.stakes)}
        # Every other validator has committed itself; the rest do so in their first block.
        tips = [
            {"validator": f"0x{v.hex()}", "tip": f"0x{links_of(v).tip(v).hex()}"}
            for v in list(self.stakes)[::2]
        ]
        data = {
            "chain_id": CHAIN_ID,
            "time_s": EPOCH_MS // 1_000,
            "accounts": accounts,
            "modules": {"staking": {"validators": entries}, "beacon": {"tips": tips}},
        }
        self.genesis = parse_genesis(json.dumps(data))
        self.machine = Machine(PRAGUE, native_contracts(self.assembly))
        self.first = build_genesis(self.genesis, self.assembly, StateStore(MemoryStore()))


class RealDatabase:
    """One node's store, with the questions that checkers and liars ask of it."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._store = MemoryStore()
        self._ledger = self._open()

    @property
    def height(self) -> int:
        """Height of the last block."""
        return self._ledger.head.header.height

    @property
    def blocks(self) -> list[tuple[Certificate, bytes]]:
        """Committed blocks with their certificates, from height 1 on."""
        found = []
        for height in range(1, self.height + 1):
            certificate = self._ledger.certificate(Height(height))
            payload = self._ledger.payload(height)
            assert certificate is not None and payload is not None
            found.append((certificate, payload))
        return found

    def validators_of(self, height: int) -> ValidatorSet:
        """Who decides a height; asked of whichever node knows it."""
        known = self._shared.validators.get(height)
        if known is None:
            known = self._ledger.validators(height)
            assert known is not None, f"no validators of height {height}"
            self._shared.validators[height] = known
        return known

    def root(self, height: int) -> bytes:
        """State root after a block."""
        block = self._ledger.block(height)
        assert block is not None
        return block.header.state_root

    def supply(self, height: int) -> tuple[int, int]:
        """Sum of all balances at the head, and what the first node there found."""
        total = sum(account.balance_wei for _, account in self._ledger.state().accounts())
        return total, self._shared.supplies.setdefault(height, total)

    def boot(self, proposer: Address, rng: random.Random, work_ms_max: int, clock: SimClock) -> App:
        """Start a process on the store."""
        self._ledger = self._open()
        genesis, shared = self._shared.genesis, self._shared
        pool = Mempool(CHAIN_ID, genesis.block_gas_max, lambda: clock.now_ms() // 1_000)
        rules = Rules(CHAIN_ID, shared.machine, shared.assembly)
        links = links_of(proposer)
        app = Application(rules, self._ledger, pool, clock.now_ms, proposer, links=links)
        return RealChain(app, rng, self._shared, self._ledger)

    def _open(self) -> Ledger:
        ledger = Ledger(self._store, CHAIN_ID)
        ledger.begin(self._shared.first)
        return ledger


class RealChain(ConsensusApp):
    """The production adapter, with some transfers for every block built."""

    def __init__(
        self, app: Application, rng: random.Random, shared: Shared, ledger: Ledger
    ) -> None:
        super().__init__(app, NOWHERE, asyncio.Event())
        self._rng, self._shared, self._ledger = rng, shared, ledger
        self._note_validators()

    async def propose(
        self,
        height: Height,
        round_: Round,
        time_ms: Milliseconds,
        last_certificate: Certificate | None,
    ) -> Candidate:
        """Let a few transfers arrive, then build."""
        for _ in range(self._rng.randint(0, SENT_MAX)):
            self._send()
        return await super().propose(height, round_, time_ms, last_certificate)

    async def commit(self, certificate: Certificate) -> Any:
        """Commit, and note who decides next."""
        result = await super().commit(certificate)
        self._note_validators()
        return result

    def _send(self) -> None:
        user = self._rng.randrange(len(USERS))
        pool = self._app.pool
        raw = sign_transaction(
            USER_KEYS[user],
            chain_id=CHAIN_ID,
            nonce=pool.next_nonce(USERS[user]),
            max_fee_per_gas_wei=100 * 10**9,
            max_priority_fee_per_gas_wei=10**9,
            gas_limit=21_000,
            to=USERS[self._rng.randrange(len(USERS))],
            value_wei=self._rng.randint(0, COIN_WEI),
            data=b"",
        ).raw
        try:
            pool.submit(raw)
        except ChainError:
            return  # full, or known: then there is one transfer less

    def _note_validators(self) -> None:
        height = self._ledger.head.header.height + 1
        found = self._ledger.validators(height)
        if found is not None:
            self._shared.validators.setdefault(height, found)
