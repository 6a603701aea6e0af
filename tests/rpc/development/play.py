"""A development chain for tests of its methods: a stage whose blocks are made on request."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
import uvloop

from chain.codec import sign_digest
from chain.types.primitives import Address, Hash32, Height, Seconds, Wei
from chain.types.transaction import CheckedTransaction
from chain.vm.call import AccountOverride
from rpc.config import RpcConfig
from rpc.development.backend import TimeRefused
from rpc.server import RpcServer
from tests.rpc.stage import ACCOUNTS, KEYS, Stage, StageBackend


class PlayDevelopment:
    """Fulfils rpc.development.backend.Development; notes what it was told and cannot do."""

    def __init__(self, backend: StageBackend) -> None:
        self.backend, self.automine, self.interval_ms = backend, True, 0
        self.told: list[tuple[Any, ...]] = []
        self.impersonated: list[Address] = []
        self.all_impersonated = False
        self.snapshots: dict[int, int] = {}

    async def submit(self, raw: bytes) -> Hash32:
        """Admit a transaction."""
        sent: Hash32 = self.backend.pool.submit(raw)
        self._mine_waiting()
        return sent

    async def submit_as(self, checked: CheckedTransaction) -> None:
        """Admit an unsigned one."""
        self.backend.mempool.add(checked)
        self._mine_waiting()

    def _mine_waiting(self) -> None:
        if self.automine and self.backend.mempool.has_executable():
            self.backend.make_block()

    async def mine(
        self,
        blocks: int,
        first_s: int | None = None,
        interval_s: int | None = None,
        time_s: int | None = None,
    ) -> Height:
        """Note it, and make three blocks at most."""
        self.told.append(("mine", blocks, first_s, interval_s, time_s))
        for _ in range(min(blocks, 3)):
            self.backend.make_block()
        return self.backend.ledger.head.header.height

    async def drop(self, transaction_hash: Hash32) -> bool:
        """Take one out of the pool."""
        found = self.backend.mempool.get(transaction_hash) is not None
        self.backend.mempool.drop(transaction_hash)
        return found

    async def drop_all(self) -> None:
        """Note it."""
        self.told.append(("drop_all",))

    def set_automine(self, enabled: bool) -> None:
        """Set it."""
        self.automine = enabled

    def set_interval(self, interval_ms: int) -> None:
        """Set it."""
        self.interval_ms = interval_ms

    async def increase_time(self, span_s: int) -> int:
        """Note it."""
        self.told.append(("increase_time", span_s))
        return span_s

    async def set_time(self, time_s: Seconds) -> int:
        """Note it."""
        self.told.append(("set_time", time_s))
        return 5

    async def set_next_time(self, time_s: Seconds) -> None:
        """Note it, or refuse."""
        if time_s < 10:
            raise TimeRefused("too early")
        self.told.append(("set_next_time", time_s))

    async def edit(self, address: Address, edit: AccountOverride) -> None:
        """Note it."""
        self.told.append(("edit", address, edit))

    async def set_base_fee(self, base_fee_wei: Wei) -> None:
        """Note it."""
        self.told.append(("set_base_fee", base_fee_wei))

    async def set_coinbase(self, address: Address) -> None:
        """Note it."""
        self.told.append(("set_coinbase", address))

    async def snapshot(self) -> int:
        """Remember the height."""
        number = len(self.snapshots)
        self.snapshots[number] = self.backend.ledger.head.header.height
        return number

    async def revert(self, number: int) -> bool:
        """Go back to it."""
        if number not in self.snapshots:
            return False
        self._back_to(self.snapshots.pop(number))
        return True

    async def reset(self) -> None:
        """Go back to block 0."""
        self._back_to(0)

    def _back_to(self, height: int) -> None:
        while self.backend.ledger.head.header.height > height:
            self.backend.ledger.rollback()
        self.backend._follow()

    def accounts(self) -> tuple[Address, ...]:
        """Two with keys, and the impersonated."""
        return (ACCOUNTS[0], ACCOUNTS[1], *self.impersonated)

    def sign(self, address: Address, digest: Hash32) -> tuple[int, int, int] | None:
        """By one of the two keys."""
        unlocked = ACCOUNTS[:2]
        return sign_digest(KEYS[ACCOUNTS.index(address)], digest) if address in unlocked else None

    def impersonate(self, address: Address) -> None:
        """Note it."""
        self.impersonated.append(address)

    def stop_impersonating(self, address: Address) -> None:
        """Note it."""
        self.impersonated.remove(address)

    def impersonate_all(self, enabled: bool) -> None:
        """Note it."""
        self.all_impersonated = enabled

    def is_impersonated(self, address: Address) -> bool:
        """As noted."""
        return self.all_impersonated or address in self.impersonated


Test = Callable[[Stage, PlayDevelopment], Any]


def on_devnet(*, explains_reverts: bool = False) -> Callable[[Test], Callable[[], None]]:
    """Give an async test a stage with the development methods."""

    def wrap(test: Test) -> Callable[[], None]:
        async def play() -> None:
            backend = StageBackend()
            development = PlayDevelopment(backend)
            config = RpcConfig(port=0, development=development, explains_reverts=explains_reverts)
            server = RpcServer(backend, config)
            await server.start()
            try:
                async with aiohttp.ClientSession() as http:
                    await test(Stage(backend, server, http), development)
            finally:
                await server.stop()
                backend.close()

        def run() -> None:
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                runner.run(play())

        run.__doc__, run.__name__ = test.__doc__, test.__name__
        return run

    return wrap
