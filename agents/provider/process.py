"""
The provider's process: builds every part once, and works until it is told to stop.

    key, node, home, policy --> Provider, beside its page         SIGINT, SIGTERM: stop
"""

import asyncio
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agents.provider.executors.container import ContainerExecutor
from agents.provider.executors.local import Executor, LocalExecutor
from agents.provider.journal import Journal
from agents.provider.metrics import Metrics
from agents.provider.page import Page
from agents.provider.policy import Policy, PolicyWrong, read_policy
from agents.provider.provider import OnTurn, Provider
from agents.provider.runners.embed import HASHING
from agents.provider.runners.registry import runners
from agents.provider.runners.runner import Runner
from agents.provider.sandbox.sandbox import Sandbox
from agents.provider.workbench import Workbench
from agents.store.content import Store
from agents.store.directory import DirectoryStore
from agents.store.places import open_store
from client import Client, Wallet

HOST: Final = "127.0.0.1"
POLICY_NAME: Final = "provider.toml"
EXECUTORS: Final = ("local", "ray", "container")


@dataclass(frozen=True)
class Setting:
    """What a provider is started with."""

    url: str
    home: Path  # of the provider: its policy, its journal, its results
    secrets: tuple[Path, ...]  # what no job may see, beside that home
    wallet: Wallet
    device_wallet: Wallet | None = None
    executor: str = ""  # the policy's, where none is named
    ray_address: str | None = None  # a cluster of this machine, where none is named
    page_port: int = 0
    page_host: str = HOST


def run_provider(setting: Setting, on_turn: OnTurn) -> None:
    """Work until SIGINT or SIGTERM; raises what building a part raises."""
    asyncio.run(serve(setting, on_turn))


async def serve(setting: Setting, on_turn: OnTurn) -> None:
    """Build every part, work, and take all apart again."""
    policy = read_policy(setting.home / POLICY_NAME)
    journal = Journal(setting.home)  # first, as executors clear up what an earlier run left
    try:
        executor = await make_executor(setting, policy)
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        async with await Client.connect(setting.url, key=setting.wallet) as client:
            metrics = Metrics()
            page = Page(client, journal, metrics)
            await page.open(setting.page_host, setting.page_port)
            (setting.home / "page").write_text(f"http://{setting.page_host}:{page.port}\n")
            bench = Workbench(
                executor,
                runners_of(setting, policy),
                stores_of(setting.home, policy),
                policy.limits,
                policy.jobs_max,
            )
            try:
                provider = Provider(client, journal, policy, bench, metrics, setting.device_wallet)
                await provider.run(stop, on_turn)
            finally:
                await page.close()
    finally:
        journal.close()


def stores_of(home: Path, policy: Policy) -> tuple[Store, Store]:
    """Return the provider's own store and the one that everybody reads."""
    place = policy.store
    if "://" not in place:
        place = str(home / place)
    return DirectoryStore(home / "results"), open_store(place)


def runners_of(setting: Setting, policy: Policy) -> dict[str, Runner]:
    """Return how the policy's kinds are run; an image has none of this machine's models."""
    is_contained = executor_of(setting, policy) == "container"
    found = runners((HASHING,) if is_contained else None)
    return {kind: runner for kind, runner in found.items() if kind in policy.kinds}


def executor_of(setting: Setting, policy: Policy) -> str:
    """Return the name of what jobs run on."""
    return setting.executor or policy.executor


async def make_executor(setting: Setting, policy: Policy) -> Executor:
    """Return what jobs run on; raises PolicyWrong, SandboxUnavailable, ClusterMissing."""
    name = executor_of(setting, policy)
    place, secrets = setting.home / "rooms", (setting.home.resolve(), *setting.secrets)
    if name == "local":
        sandbox = Sandbox(place, secrets)
        await asyncio.to_thread(sandbox.check)
        return LocalExecutor(sandbox)
    if name == "container":
        if policy.container is None:
            raise PolicyWrong("[container] with the image that jobs run in expected")
        contained = ContainerExecutor(place, policy.container)
        await contained.check(needs_python="embed" in policy.kinds)
        return contained
    if name != "ray":
        raise PolicyWrong(f"an executor of {EXECUTORS} expected, found {name!r}")
    from agents.provider.executors.cluster import ClusterExecutor

    return ClusterExecutor(place, secrets, setting.ray_address, policy.jobs_max)
