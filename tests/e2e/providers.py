"""Providers as processes, and a requester that orders from them through the client."""

import asyncio
import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any, Final

from agents.provider.document import Document
from agents.store.directory import DirectoryStore
from client import Client
from client.flows.seals import result_seal
from client.modules.compute import Compute, OrderOpened, OrderState, OrderTerms, OrderView
from client.modules.shared import ClaimTerms, Level
from client.modules.verification import Side
from tests.e2e.devnet import ENVIRONMENT, ROOT, kumiai, wait_until
from tests.stories.stage import StoryChain

COIN: Final = 10**18
CPU: Final = b"cpu".ljust(32, b"\0")
ZERO: Final = bytes(32)
BOND_WEI: Final = 20 * COIN
FLOOR_WEI: Final = 1_000_007  # for a unit: a price that no share divides
WAIT_S: Final = 60.0
HURRY: Final = {
    "compute": {"start_timeout_blocks": 600},
    "verification": {
        "reveal_blocks": 300,
        "challenge_blocks": 30,
        "respond_blocks": 300,
        "vote_blocks": 300,
        "open_blocks": 300,
        "unbonding_blocks": 5,
        "evidence_blocks": 5,
        "auditors": 1,
        "jurors": 1,
    },
}
POLICY: Final = f"""
[provider]
store = "{{store}}"
bond_wei = {BOND_WEI}
run_blocks_min = 60
withdraw_wei_min = 1
[kinds.embed]
cost_wei = {FLOOR_WEI}
[kinds.exec]
cost_wei = {FLOOR_WEI}
[limits]
wall_s = 60.0
[roles]
{{roles}}
"""


class ProviderProcess:
    """A `kumiai provider run` beside a devnet, under one of its keys."""

    def __init__(self, chain: StoryChain, store: Path, key: str, *options: str) -> None:
        self.chain, self.key, self.options = chain, key, options
        self.home = chain.devnet.home.parent / f"provider-{key}"
        self.home.mkdir(exist_ok=True)
        self.log = self.home / "output.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = dict(ENVIRONMENT)
        self.write_policy(store, "")

    def write_policy(self, store: Path, roles: str, *tables: str) -> None:
        """Say what the provider takes on, in more tables than all have where they are given."""
        policy = "\n".join((POLICY.format(store=store, roles=roles), *tables))
        (self.home / "provider.toml").write_text(policy)

    def __enter__(self) -> "ProviderProcess":
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def start(self, killed: str = "") -> None:
        """Start the process, to be killed beside a line of its journal where one is named."""
        (self.home / "page").unlink(missing_ok=True)
        words = ["provider", "run", "--from", self.key, "--json", "--page-port", "0"]
        words += ["--home", str(self.chain.devnet.home), "--dir", str(self.home), *self.options]
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.e2e.killed_provider" if killed else "cli", *words],
                stdout=output,
                stderr=subprocess.STDOUT,
                env=self.environment | ({"KILLED": killed} if killed else {}),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
            )

    def stop(self) -> None:
        """Ask it to stop; it must do so in time, and without a fault."""
        if self.process is not None and not self.is_over:
            wait_until(lambda: self.is_over or (self.home / "page").exists(), WAIT_S)
            self.process.send_signal(signal.SIGTERM)
            assert 0 == self.process.wait(timeout=30), self.said()

    def kill(self) -> None:
        """End it at once."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(timeout=30)

    @property
    def is_over(self) -> bool:
        """Whether the process ended."""
        return self.process is not None and self.process.poll() is not None

    def said(self) -> str:
        """Return its last words."""
        return self.log.read_text()[-4_000:]

    @property
    def address(self) -> str:
        """Its account."""
        return next(a.address for n, a in self.chain.keys.items() if n == self.key)

    def page(self, path: str) -> bytes:
        """Read its page."""
        url = wait_until((self.home / "page").exists, WAIT_S) and (self.home / "page").read_text()
        with urllib.request.urlopen(url.strip() + path, timeout=10) as answer:
            return bytes(answer.read())

    def statement(self) -> Mapping[str, Any]:
        """Return its books, as its own command shows them."""
        words = ("provider", "status", "--from", self.key, "--dir", str(self.home), "--json")
        found = json.loads(kumiai(*words, home=self.chain.devnet.home))
        rows = {reason: int(wei) for reason, wei in found.pop("rows_wei").items()}
        return {"rows_wei": rows, **{name: int(value) for name, value in found.items()}}


class Requester:
    """Who orders: through the client, and reads results from the store."""

    def __init__(self, chain: StoryChain, store: Path, name: str = "requester") -> None:
        self.chain, self.name = chain, name
        self.store = DirectoryStore(store)

    def ask(self, act: Callable[[Client], Coroutine[Any, Any, Any]]) -> Any:
        """Do something with a client of one's own."""

        async def once() -> Any:
            key = self.chain.keys[self.name].key
            url = self.chain.devnet.endpoints["rpc"]
            async with await Client.connect(url, key=bytes(key)) as client:
                return await act(client)

        return asyncio.run(once())

    def order(
        self, document: Document, level: Level, value_wei: int, copies: int = 0, **terms: Any
    ) -> int:
        """Open an order for a document that the store has; return its number."""
        claim = ClaimTerms(level, copies, ZERO, 0, ZERO, ZERO)
        fields = {
            "spec": self.store.put(document.pack()),
            "capacity_class": CPU,
            "price_max_wei": FLOOR_WEI,
            "ttl_blocks": 2_000,
            "run_blocks": 2_000,
            "milestones": 1,
            "claim": claim,
        }
        wanted = OrderTerms(**{**fields, **terms})

        async def act(client: Client) -> int:
            pending = await client.compute.open_order(wanted, value_wei=value_wei)
            return (await pending.receipt()).one(OrderOpened).order

        return int(self.ask(act))

    def view(self, order: int) -> OrderView:
        """Return an order as it stands."""
        found: OrderView = self.ask(lambda client: client.compute.order(order))
        return found

    def try_accept_bid(self, order: int, provider: str) -> int:
        """Accept a provider's bid and return its bond, in wei; 0 where there is none yet."""

        async def act(client: Client) -> int:
            for bid in await client.compute.open_bids_on(order):
                shown = await client.compute.bid(bid)
                if shown.provider == provider:
                    await (await client.compute.accept_bid(order, bid)).receipt()
                    return shown.bond_wei
            return 0

        return int(self.ask(act))

    def accept_bid(self, order: int, provider: str) -> int:
        """Wait for a provider's bid, accept it, and return its bond, in wei."""
        return int(wait_until(lambda: self.try_accept_bid(order, provider), WAIT_S))

    def until(self, order: int, *states: OrderState, seconds: float = WAIT_S) -> OrderView:
        """Wait until an order stands in one of the states."""

        def there() -> OrderView | None:
            view = self.view(order)
            return view if view.progress.state in states else None

        found: OrderView = wait_until(there, seconds)
        return found

    def challenge(self, order: int, level: Level) -> None:
        """Object to a result before auditors or a jury."""

        async def act(client: Client) -> None:
            claim = (await client.compute.order(order)).progress.claim
            price_wei = await client.verification.challenge_price(claim, level)
            pending = await client.verification.challenge(
                claim, level, Side.AGAINST_WORKER, ZERO, value_wei=price_wei
            )
            await pending.receipt()

        self.ask(act)

    def accept_result(self, order: int) -> None:
        """Say that a result is good."""

        async def act(client: Client) -> None:
            await (await client.compute.accept_result(order)).receipt()

        self.ask(act)

    def check_seal(self, order: int, provider: ProviderProcess) -> bytes:
        """Read a result by its provider's page; what it says must open the seal on the chain."""
        shown = json.loads(provider.page(f"/results/{order}"))
        digest, salt = bytes.fromhex(shown["digest"]), bytes.fromhex(shown["salt"])
        found = result_seal(Compute.ADDRESS, order, provider.address, digest, salt)

        async def act(client: Client) -> bytes:
            claim = (await client.compute.order(order)).progress.claim
            return (await client.verification.claim(claim)).seal

        assert found == self.ask(act)
        return self.store.get(digest)
