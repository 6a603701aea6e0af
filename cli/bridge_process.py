"""
The bridge's processes: a relayer and an attester, each until SIGINT or SIGTERM.

    keys, URLs --> ends, sources --> Relayer | Attester, beside its metrics server
"""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bridge.account import Account
from bridge.attester import Attester, Duty
from bridge.attester_state import AttesterState
from bridge.endpoint import Endpoint
from bridge.ends.end import ChainEnd
from bridge.ends.errors import RouteWrong
from bridge.ends.ethereum import Ethereum
from bridge.ends.evm import EvmEnd
from bridge.ends.kumiai import KumiaiEnd
from bridge.journal import Journal
from bridge.metrics import Metrics
from bridge.planning import Policy
from bridge.records import KUMIAI_BRIDGE
from bridge.refusals import name_of
from bridge.relayer import Intention, Relayer
from bridge.side import Side
from bridge.status import Status, ended_of, status_of
from chain.codec import address_of
from chain.types.primitives import ZERO_ADDRESS, Address
from cli.errors import CommandFailed
from cli.metrics import MetricsServer

METRICS_HOST: Final = "127.0.0.1"

OnReady = Callable[[Sequence[ChainEnd]], None]
OnRound = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RelayerSetting:
    """What a relayer is started with; no key where it only watches. A port of None: no metrics."""

    url: str
    remote_url: str
    route: int
    key: bytes | None
    remote_key: bytes | None
    journal: Path | None
    policy: Policy
    metrics_port: int | None


@dataclass(frozen=True, slots=True)
class AttesterSetting:
    """What an attester is started with."""

    url: str
    sources: tuple[str, ...]
    duty: Duty
    gas_key: bytes
    quorum: int | None
    state: Path
    is_first: bool
    metrics_port: int | None


def run_relayer(setting: RelayerSetting, on_ready: OnReady, on_round: OnRound) -> None:
    """
    Relay until a signal comes; raises CommandFailed and what the ends raise at first.

    `on_round` is told how many packets of both ends have ended, of how many.
    """
    asyncio.run(_relay(setting, on_ready, on_round))


def statuses(
    setting: RelayerSetting, accounts: tuple[Address | None, Address | None]
) -> list[Status]:
    """Return how both ends stand, with what is left of an account on each."""

    async def look() -> list[Status]:
        async with AsyncExitStack() as stack:
            relayer, ends = await _open_relayer(setting, stack)
            await relayer.look()
            one, two = relayer.sides
            found = []
            for (here, there), end, account in zip(
                ((one, two), (two, one)), ends, accounts, strict=True
            ):
                balance_wei = None if account is None else await end.node.balance_wei(account)
                found.append(status_of(here, there, balance_wei))
            return found

    return asyncio.run(look())


def intentions(setting: RelayerSetting) -> list[Intention]:
    """Return what a relayer would do now."""

    async def look() -> list[Intention]:
        async with AsyncExitStack() as stack:
            relayer, _ = await _open_relayer(setting, stack)
            return await relayer.intentions()

    return asyncio.run(look())


def run_attester(setting: AttesterSetting, on_ready: Callable[[], None]) -> None:
    """Attest until a signal comes; raises CommandFailed and what the sources raise at first."""
    asyncio.run(_attest(setting, on_ready))


async def _relay(setting: RelayerSetting, on_ready: OnReady, on_round: OnRound) -> None:
    async with AsyncExitStack() as stack:
        relayer, ends = await _open_relayer(setting, stack)
        await _serve(relayer.metrics, setting.metrics_port, stack)
        on_ready(ends)
        await _until_signal(relayer.run(on_round=lambda: on_round(*ended_of(relayer.sides))))


async def _open_relayer(
    setting: RelayerSetting, stack: AsyncExitStack
) -> tuple[Relayer, tuple[KumiaiEnd | EvmEnd, KumiaiEnd | EvmEnd]]:
    near = Endpoint(setting.url)
    stack.push_async_callback(near.close)
    far = Endpoint(setting.remote_url)
    stack.push_async_callback(far.close)
    here = KumiaiEnd(near, setting.route, _account(near, setting.key))
    await here.open()
    bound, account = here.remote, _account(far, setting.remote_key)
    there: KumiaiEnd | EvmEnd
    if bound.bridge == KUMIAI_BRIDGE:
        there = KumiaiEnd(far, bound.route, account)
    else:
        there = EvmEnd(far, bound.bridge, bound.route, account)
    await _open_other(there, setting.remote_url, bound.chain_id)
    journal = Journal(setting.journal, (here.place, there.place))
    # Each end's deliveries are paid on the other one.
    sides = (Side(here, _payee(setting.remote_key)), Side(there, _payee(setting.key)))
    relayer = Relayer(sides, journal, setting.policy)
    await relayer.begin()
    return relayer, (here, there)


async def _open_other(there: KumiaiEnd | EvmEnd, url: str, chain_id: int) -> None:
    found = await there.node.chain_id()
    if found != chain_id:
        raise RouteWrong(f"{url}: chain {chain_id} expected, where the route leads, found {found}")
    await there.open()


async def _attest(setting: AttesterSetting, on_ready: Callable[[], None]) -> None:
    async with AsyncExitStack() as stack:
        near = Endpoint(setting.url)
        stack.push_async_callback(near.close)
        sources = []
        for url in setting.sources:
            endpoint = Endpoint(url)
            stack.push_async_callback(endpoint.close)
            sources.append(Ethereum(endpoint))
        chain_id = await Ethereum(near).chain_id()
        state = _state(setting, chain_id)
        stack.callback(state.close)
        home = KumiaiEnd(near, 0, Account(near, setting.gas_key, name_of))
        attester = Attester(home, sources, setting.duty, state, setting.quorum)
        await attester.begin()
        await _serve(attester.metrics, setting.metrics_port, stack)
        on_ready()
        await _until_signal(attester.run())


def _state(setting: AttesterSetting, chain_id: int) -> AttesterState:
    open_state = AttesterState.create if setting.is_first else AttesterState
    return open_state(setting.state, chain_id, setting.duty.validator)


def _account(endpoint: Endpoint, key: bytes | None) -> Account | None:
    return None if key is None else Account(endpoint, key, name_of)


def _payee(key: bytes | None) -> Address:
    return ZERO_ADDRESS if key is None else address_of(key)


async def _serve(metrics: Metrics, port: int | None, stack: AsyncExitStack) -> None:
    if port is None:
        return
    server = MetricsServer(metrics, METRICS_HOST, port)
    try:
        await server.start()
    except OSError as cause:
        raise CommandFailed(
            f"--metrics-port: cannot listen at port {port}: is it taken?"
        ) from cause
    task = asyncio.create_task(server.serve())

    async def end() -> None:
        task.cancel()
        await _finished(task)

    stack.push_async_callback(end)


async def _finished(task: Awaitable[None]) -> None:
    try:
        await task
    except asyncio.CancelledError:
        return


async def _until_signal(work: Coroutine[Any, Any, None]) -> None:
    """Do work until SIGINT or SIGTERM, and then no more of it; raises what it raises."""
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    task, waiter = asyncio.create_task(work), asyncio.create_task(stopped.wait())
    await asyncio.wait({task, waiter}, return_when=asyncio.FIRST_COMPLETED)
    waiter.cancel()
    if task.done():
        task.result()
    task.cancel()
    await _finished(task)
