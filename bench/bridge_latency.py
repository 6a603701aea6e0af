"""
How long a transfer takes from chain to chain, by the wall clock, with one relayer.

    post --> a block of the source --> delivered on the other chain --> answered at the source
      0 ---------------------------------> arrived -------------------------> settled

Chains and relayer are processes: development chains of one validator, and anvil with an attester.
"""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from web3 import Web3

from tests.bridge import devnets, mainland
from tests.bridge.anvil import Anvil
from tests.bridge.devnets import BOB, COIN, VALIDATOR, Land, wallet
from tests.bridge.mainland import CLOCK, Mainland
from tests.bridge.processes import Process, relayer_of
from tests.e2e.devnet import Devnet, wait_until

BLOCK_TIME = "1"  # seconds
POLL_S = 0.1  # between two looks for what happened
END_S = 120.0  # until the last packet has ended
AMOUNT = COIN // 100
EVERY = 1  # blocks of anvil between two attestations


@dataclass
class Lane:
    """One direction: how to send, and which events tell that a packet arrived and was settled."""

    name: str
    send: Callable[[], int]
    received: Any
    settled: Any
    started: dict[int, float] = field(default_factory=dict)
    arrived: dict[int, float] = field(default_factory=dict)
    ended: dict[int, float] = field(default_factory=dict)

    def run(self, count: int) -> None:
        """Send so many, one after another as blocks take them."""
        for _ in range(count):
            began_s = time.monotonic()
            self.started[self.send()] = began_s

    def spans_s(self) -> tuple[list[float], list[float]]:
        """Return all seconds until arrived, and until settled, in order."""
        arrived, settled = (
            sorted(found[number] - began_s for number, began_s in self.started.items())
            for found in (self.arrived, self.ended)
        )
        return arrived, settled


class Watcher(threading.Thread):
    """Notes when events are seen, until told to stop."""

    def __init__(self, event: Any, found: dict[int, float]) -> None:
        super().__init__(daemon=True)
        self._event, self._found, self._next = event, found, 0
        self.over = threading.Event()

    def run(self) -> None:
        """Ask for what new blocks logged, again and again."""
        while not self.over.is_set():
            newest = self._event.w3.eth.block_number
            if newest >= self._next:
                logs = self._event.get_logs(from_block=self._next, to_block=newest)
                seen_s = time.monotonic()
                for log in logs:
                    self._found.setdefault(int(log["args"]["sequence"]), seen_s)
                self._next = newest + 1
            time.sleep(POLL_S)


def drive(lanes: Sequence[Lane], count: int) -> None:
    """Send on all lanes at once and wait until all has ended, after one that does not count."""
    for lane in lanes:
        lane.send()
    for lane in lanes:
        wait_until(lambda lane=lane: lane.settled.get_logs(from_block=0), END_S)
    watchers = [
        watcher
        for lane in lanes
        for watcher in (Watcher(lane.received, lane.arrived), Watcher(lane.settled, lane.ended))
    ]
    senders = [threading.Thread(target=lane.run, args=(count,), daemon=True) for lane in lanes]
    for thread in (*watchers, *senders):
        thread.start()
    for thread in senders:
        thread.join()
    wait_until(lambda: all(set(lane.started) <= set(lane.ended) for lane in lanes), END_S)
    for watcher in watchers:
        watcher.over.set()
        watcher.join()


def between_networks(count: int) -> list[Lane]:
    """Return both directions between two Kumiai chains."""
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        with chain(place / "a", 41_001) as a, chain(place / "b", 41_002) as b:
            one, two = Land(a), Land(b)
            devnets.join(one, two)
            lanes = [
                Lane("Kumiai to Kumiai", *sending(one, two)),
                Lane("and back", *sending(two, one)),
            ]
            with running(relayer_of(one, two.url, "dev3")):
                drive(lanes, count)
            return lanes


def to_an_evm_chain(count: int) -> list[Lane]:
    """Return both directions between a Kumiai chain and anvil."""
    with tempfile.TemporaryDirectory() as home:
        place = Path(home)
        with chain(place / "a", 41_001) as a, Anvil(place / "anvil", *CLOCK) as anvil:
            land = Land(a)
            main = Mainland(anvil, land)
            mainland.join(land, main)
            with running(relayer_of(land, main.url, "dev3"), attester_of(land, main.url)):
                return on_lanes(land, main, count)


def on_lanes(land: Land, main: Mainland, count: int) -> list[Lane]:
    """Fund Bob on anvil, then send both ways."""
    bob = Web3.to_checksum_address(wallet(BOB).address)
    user = main.anvil.users.index(bob)
    land.transfer(main.anvil.now_s, amount=(count + 1) * AMOUNT)
    balance = main.voucher.functions.balanceOf(bob)
    wait_until(lambda: main.anvil.ask(balance) == (count + 1) * AMOUNT, END_S)
    page, events = land.bridge.events, main.gateway.events
    out = lambda: land.transfer(main.anvil.now_s, amount=AMOUNT)  # noqa: E731
    back = lambda: main.transfer(user, AMOUNT, bob, land.now_s + 3_600)  # noqa: E731
    lanes = [
        Lane("Kumiai to anvil", out, events.Received(), page.PacketAcknowledged()),
        Lane("anvil to Kumiai", back, page.PacketReceived(), events.Settled()),
    ]
    drive(lanes, count)
    return lanes


def sending(here: Land, there: Land) -> tuple[Callable[[], int], Any, Any]:
    """Return how a Kumiai chain sends to another, and the events to watch."""
    events = (there.bridge.events.PacketReceived(), here.bridge.events.PacketAcknowledged())
    return (lambda: here.transfer(there.now_s, amount=AMOUNT), *events)


def chain(home: Path, chain_id: int) -> Devnet:
    """Return a development chain at the usual pace, not started."""
    return Devnet(home, "--chain-id", str(chain_id), "--block-time", BLOCK_TIME)


def attester_of(land: Land, url: str) -> Process:
    """Return the attester of a development chain's validator."""
    home = land.devnet.home
    words = ["bridge", "attest", "start", "--home", str(home), "--client", "1", "--first-time"]
    words += ["--validator", wallet(VALIDATOR).address, "--from", "validator"]
    words += ["--every", str(EVERY), "--source", url, "--source", f"{url}/"]
    return Process(words, home / "attester.log")


@contextmanager
def running(*processes: Process) -> Iterator[None]:
    """Run processes meanwhile."""
    try:
        for process in processes:
            process.start()
        yield
    finally:
        for process in processes:
            process.kill()


def percentile(spans_s: Sequence[float], percent: int) -> float:
    """Return the least span within which so many per cent are; `spans_s` are in order."""
    return spans_s[max(0, -(-len(spans_s) * percent // 100) - 1)]
