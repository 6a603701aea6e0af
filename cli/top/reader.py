"""
Looks at a node again and again, and remembers the newest blocks between two looks.

    eth_*, net_*, txpool_*, kumiai_lightBlock, metrics --look--> Snapshot

A block is asked for once. What a node does not serve is left out; only a node that does not answer
at all is an error.
"""

import shutil
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from chain.errors import Malformed
from chain.kit.module import SHARED_EVENTS
from chain.kit.record import topic_of
from cli.client import AnswerInvalid, Caller, RpcFailed, number_of
from cli.light import light_block_in
from cli.top.numbers import read_numbers
from cli.top.snapshot import BlockSeen, Disk, Numbers, Snapshot
from modules import MODULES

BLOCKS_MAX: Final = 120  # that are remembered
FIRST_BLOCKS: Final = 30  # that are read at the first look, and after a gap
NAMES_S: Final = 30.0  # seconds after which validators' names are asked for again
NAMES_PAGE: Final = 100
DISK_S: Final = 10.0  # seconds after which a directory is measured again


class Reader:
    """
    Looks at one node; `metrics` is the URL of its page, `home` its directory on this machine.

    `call` may raise CommandFailed, which a look hands on.
    """

    def __init__(
        self,
        client: Caller,
        url: str,
        metrics: str | None = None,
        home: Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._client, self._url, self._metrics, self._home = client, url, metrics, home
        self._clock = clock
        self._blocks: deque[BlockSeen] = deque(maxlen=BLOCKS_MAX)
        self._hashes: dict[int, str] = {}
        self._names: Mapping[str, str] = {}
        self._named_s = self._measured_s = float("-inf")
        self._disk: Disk | None = None
        self._version, self._chain_id = "", 0

    def look(self) -> Snapshot:
        """Return what the node says now; raises CommandFailed where it says nothing."""
        client, now_s = self._client, self._clock()
        self._version = str(client.call("web3_clientVersion"))
        chain_id = number_of(client.call("eth_chainId"), "chain id")
        if chain_id != self._chain_id:
            self._forget()
            self._chain_id = chain_id
        self._follow(number_of(client.call("eth_blockNumber"), "height"))
        validates, syncing = self._ask("eth_mining"), self._ask("eth_syncing")
        target = syncing.get("highestBlock") if isinstance(syncing, dict) else None
        pool = self._ask("txpool_status") or {}
        peers = self._ask("net_peerCount")
        return Snapshot(
            url=self._url,
            time_ms=int(now_s * 1_000),
            version=self._version,
            chain_id=chain_id,
            height=self._blocks[-1].height,
            peers=0 if peers is None else number_of(peers, "peers"),
            is_syncing=bool(syncing),
            target_height=None if target is None else number_of(target, "target height"),
            validator=str(self._ask("eth_coinbase")).lower() if validates else None,
            pending=_count(pool, "pending"),
            queued=_count(pool, "queued"),
            names=self._read_names(now_s),
            blocks=tuple(self._blocks),
            numbers=self._read_numbers(),
            disk=self._read_disk(now_s),
        )

    def _ask(self, method: str, *params: Any) -> Any:
        """Return the result; None where the node does not serve the method, or refuses."""
        try:
            return self._client.call(method, *params)
        except RpcFailed:
            return None

    def _follow(self, height: int) -> None:
        """Read the blocks that came since; begin anew where blocks were taken back."""
        newest = self._blocks[-1].height if self._blocks else -1
        if height < newest or height - newest > FIRST_BLOCKS:
            self._forget()
            newest = max(height - FIRST_BLOCKS, -1)
        for number in range(newest + 1, height + 1):
            block = self._client.call("eth_getBlockByNumber", hex(number), False)
            if not isinstance(block, dict):
                raise AnswerInvalid(f"block {number}: an object expected of {self._url}")
            parent = self._hashes.get(number - 1)
            if parent is not None and parent != block.get("parentHash"):
                self._forget()
            self._blocks.append(self._seen(number, block))
            self._hashes = {number: str(block.get("hash"))}

    def _forget(self) -> None:
        self._blocks.clear()
        self._hashes.clear()

    def _seen(self, number: int, block: Mapping[str, Any]) -> BlockSeen:
        seen = BlockSeen(
            height=number,
            time_ms=number_of(block.get("timestamp"), "time") * 1_000,
            transactions=len(block.get("transactions") or ()),
            gas_used=number_of(block.get("gasUsed"), "gas used"),
            gas_limit=number_of(block.get("gasLimit"), "gas limit"),
            base_fee_wei=number_of(block.get("baseFeePerGas"), "base fee"),
            proposer=str(block.get("miner")).lower(),
            events=self._events(block),
        )
        return self._with_votes(seen)

    def _with_votes(self, seen: BlockSeen) -> BlockSeen:
        """Return the block with who decided it, where the node keeps a certificate of it."""
        answer = self._ask("kumiai_lightBlock", hex(seen.height))
        if answer is None:
            return seen
        try:
            light = light_block_in(answer)
        except Malformed:
            return seen
        if light.commit is None:
            return seen
        certificate, validators = light.commit.certificate, light.commit.validators
        return BlockSeen(
            seen.height, light.time_ms, seen.transactions, seen.gas_used, seen.gas_limit,
            seen.base_fee_wei, seen.proposer, certificate.round,
            {f"0x{item.address.hex()}": item.power for item in validators},
            frozenset(f"0x{address.hex()}" for address, _ in certificate.signatures),
            seen.events,
        )  # fmt: skip

    def _events(self, block: Mapping[str, Any]) -> Mapping[tuple[str, str], int]:
        """Return how often each module said what in a block."""
        logs = self._ask("eth_getLogs", {"blockHash": block.get("hash")})
        if not isinstance(logs, list):
            return {}
        events = module_events()
        found = Counter(
            events[place]
            for log in logs
            if (place := (str(log.get("address")).lower(), (log.get("topics") or [""])[0]))
            in events
        )
        return dict(found)

    def _read_names(self, now_s: float) -> Mapping[str, str]:
        """Return validators' names, asked for now and then: they change seldom."""
        if now_s - self._named_s >= NAMES_S:
            self._named_s = now_s
            found = self._ask("staking_validators", "0x0", hex(NAMES_PAGE))
            self._names = {
                str(item.get("consensus_address")).lower(): str(item.get("moniker"))
                for item in (found if isinstance(found, list) else ())
                if isinstance(item, dict)
            }
        return self._names

    def _read_numbers(self) -> Numbers | None:
        return None if self._metrics is None else read_numbers(self._metrics)

    def _read_disk(self, now_s: float) -> Disk | None:
        if self._home is None:
            return None
        if now_s - self._measured_s >= DISK_S:
            self._measured_s = now_s
            self._disk = measure(self._home)
        return self._disk


def measure(home: Path) -> Disk | None:
    """Return what a home's chain takes, and what is left beside it; None where none is."""
    try:
        usage = shutil.disk_usage(home)
    except OSError:
        return None
    taken = 0
    for path in (home / "data").rglob("*"):
        try:  # a database drops files while it is looked at
            taken += path.stat().st_size if path.is_file() else 0
        except OSError:
            continue
    return Disk(taken, usage.free, usage.total)


@cache
def module_events() -> dict[tuple[str, str], tuple[str, str]]:
    """Return module and event by address and topic, as logs name them."""
    return {
        (f"0x{module.address.hex()}", f"0x{topic_of(event).hex()}"): (module.name, event.__name__)
        for module in MODULES
        for event in (*module.events, *SHARED_EVENTS)
    }


def _count(pool: Any, name: str) -> int | None:
    found = pool.get(name) if isinstance(pool, dict) else None
    return None if found is None else number_of(found, name)
