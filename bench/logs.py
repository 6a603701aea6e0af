"""
Queries a second that the index of logs answers over a million blocks, and what it costs to write.

    python bench/logs.py [--blocks 1000000] [--logs 2] [--seconds 1.0] [--directory DIR]

Every block has logs: one transfer of a token that everybody uses, from and to accounts drawn out
of a hundred thousand, and logs of other contracts with fifty kinds of events. Each filter is asked
over the whole chain and over its last hundredth; keys and searches are counted beside the time.
Then the same is written as a node does, a synced batch a block, with the index and without it.
"""

import argparse
import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from chain.store.index import LogIndex, postings
from chain.store.kv import KeyValueView, Write
from chain.store.leveldb import LevelStore
from chain.store.node import keccak
from chain.types.primitives import Address, Hash32, Height
from chain.types.receipt import Log

ACCOUNTS = 100_000  # who send tokens to one another
CONTRACTS = 5_000  # that emit other logs
EVENTS = 50  # kinds of other logs
BATCH_BLOCKS = 20_000  # blocks written together while the chain is built
WRITTEN_LOGS = 100  # logs of each of them
RECEIPT_BYTES = 400  # bytes of a stored receipt with one log
WRITTEN_BLOCKS = 300  # blocks written as a node does, to time it
RESULTS_MAX = 20_000  # logs after which an answer is refused, as eth_getLogs does
TRANSFER = keccak(b"Transfer(address,address,uint256)")
TOKEN = Address(keccak(b"token")[:20])

Filter = tuple[Sequence[Address], Sequence[Sequence[Hash32]]]


def account(number: int) -> Hash32:
    """Return an account as a topic holds it."""
    return Hash32(bytes(12) + keccak(b"account %d" % number)[:20])


def contract(number: int) -> Address:
    """Return a contract that emits other logs."""
    return Address(keccak(b"contract %d" % number)[:20])


def event(number: int) -> Hash32:
    """Return a kind of other logs."""
    return keccak(b"event %d" % number)


class Chain:
    """Logs of a chain, the same in every run."""

    def __init__(self, logs: int) -> None:
        self._draw, self.logs = random.Random(1), logs
        self._accounts = [account(number) for number in range(ACCOUNTS)]
        self._contracts = [contract(number) for number in range(CONTRACTS)]
        self._events = [event(number) for number in range(EVENTS)]

    def block(self) -> list[list[Log]]:
        """Return the logs of the next block, one a transaction."""
        draw = self._draw
        made = [[Log(TOKEN, (TRANSFER, self._account(), self._account()), b"")]]
        for _ in range(self.logs - 1):
            kind = self._events[int(EVENTS * draw.random())]
            emitter = self._contracts[int(CONTRACTS * draw.random())]
            made.append([Log(emitter, (kind, self._account()), b"")])
        return made

    def _account(self) -> Hash32:
        return self._accounts[int(ACCOUNTS * self._draw.random())]


class CountingView:
    """A view that counts searches and the keys that it hands out."""

    def __init__(self, view: KeyValueView) -> None:
        self._view, self.searches, self.keys = view, 0, 0

    def get(self, key: bytes) -> bytes | None:
        """Pass on."""
        return self._view.get(key)

    def iterate(
        self, start: bytes, stop: bytes, *, reverse: bool = False
    ) -> Iterator[tuple[bytes, bytes]]:
        """Count and pass on."""
        self.searches += 1
        for entry in self._view.iterate(start, stop, reverse=reverse):
            self.keys += 1
            yield entry


def filters() -> dict[str, Filter]:
    """Return what is asked, by its name in the table."""
    return {
        "one account's incoming transfers": ([TOKEN], [[TRANSFER], [], [account(1)]]),
        "one account at any contract": ([], [[], [account(2)]]),
        "100 accounts, in or out": ([TOKEN], [[TRANSFER], [account(n) for n in range(100)]]),
        "one contract": ([contract(1)], []),
        "one event of one contract": ([contract(1)], [[event(1)]]),
        "1,000 contracts, 2 events": (
            [contract(n) for n in range(1_000)],
            [[event(1), event(2)]],
        ),
        "an event that the token never emits": ([TOKEN], [[event(1)]]),
        "token and a contract's callers, apart": ([TOKEN], [[], [account(3)], [account(4)]]),
        "all transfers, 20,000 of them": ([TOKEN], [[TRANSFER]]),
        "all logs, 20,000 of them": ([], []),
    }


def results(view: KeyValueView, wanted: Filter, first: int, last: int) -> int:
    """Return how many logs match, as far as an answer goes."""
    count = 0
    for match in LogIndex(view).matches(*wanted, Height(first), Height(last)):
        count += len(match.indexes or ())
        if count > RESULTS_MAX:
            return RESULTS_MAX
    return count


def rate(work: Callable[[], object], seconds: float) -> float:
    """Return how often a second `work` runs."""
    work()
    runs, begin = 0, time.perf_counter()
    while True:
        work()
        runs += 1
        passed_s = time.perf_counter() - begin
        if passed_s >= seconds:
            return runs / passed_s


def build(store: LevelStore, chain: Chain, blocks: int) -> None:
    """Write the index of a whole chain, in large batches, and say what it took."""
    written, index_s, begin = 0, 0.0, time.perf_counter()
    key_bytes = value_bytes = keys = 0
    while written < blocks:
        count = min(BATCH_BLOCKS, blocks - written)
        made = [chain.block() for _ in range(count)]
        start = time.thread_time()
        batch = [w for at, logs in enumerate(made, written) for w in postings(Height(at), logs)]
        index_s += time.thread_time() - start
        keys += len(batch)
        key_bytes += sum(len(key) for key, _ in batch)
        value_bytes += sum(len(value or b"") for _, value in batch)
        store.write(batch, sync=False)
        written += count
    store.write(LogIndex(store).begin_at(Height(0)), sync=False)
    logs = sum(map(len, chain.block())) * blocks
    print(f"built in {time.perf_counter() - begin:.0f} s: {blocks:,} blocks, {logs:,} logs")
    print(f"entries        {keys / logs:8.2f} a log")
    print(f"as written     {(key_bytes + value_bytes) / logs:8.1f} bytes a log")
    print(f"computing them {1e6 * index_s / logs:8.1f} us of processor time a log")


def size(directory: Path) -> int:
    """Return the bytes of the files of a database."""
    return sum(file.stat().st_size for file in directory.iterdir())


def commit_us(directory: Path, chain: Chain, *, indexed: bool) -> tuple[float, float]:
    """Return median wall and mean processor microseconds a log of synced batches, one a block."""
    store, walls_s, logs = LevelStore(directory), [], 0
    processor_s = -time.process_time()
    for height in range(WRITTEN_BLOCKS):
        made = [log for _ in range(WRITTEN_LOGS // chain.logs) for log in chain.block()]
        body: list[Write] = [(b"r" + height.to_bytes(8, "big"), bytes(RECEIPT_BYTES * len(made)))]
        begin = time.perf_counter()
        store.write([*body, *(postings(Height(height), made) if indexed else ())], sync=True)
        walls_s.append((time.perf_counter() - begin) / len(made))
        logs += len(made)
    store.close()
    processor_s += time.process_time()
    return 1e6 * sorted(walls_s)[WRITTEN_BLOCKS // 2], 1e6 * processor_s / logs


def ask(store: LevelStore, blocks: int, seconds: float) -> None:
    """Print a line for each filter, asked over all blocks and over the last hundredth."""
    print(f"{'':38} {'':>8} {'':>8} {'':>8} {'queries a second over':>20}")
    print(f"{'filter':38} {'results':>8} {'keys':>8} {'searches':>8} {'all':>10} {'1/100':>10}")
    for name, wanted in filters().items():
        view = CountingView(store)
        count = results(view, wanted, 0, blocks - 1)
        speeds = [
            rate(partial(results, store, wanted, first, blocks - 1), seconds)
            for first in (0, blocks - blocks // 100)
        ]
        print(
            f"{name:38} {count:8,} {view.keys:8,} {view.searches:8,} "
            f"{speeds[0]:10,.1f} {speeds[1]:10,.1f}"
        )


def main() -> None:
    """Run as the arguments say and print the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=1_000_000)
    parser.add_argument("--logs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=1.0)
    parser.add_argument("--directory", type=Path)
    options = parser.parse_args()
    print(f"{platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory(dir=options.directory) as place:
        directory = Path(place)
        store = LevelStore(directory / "db")
        build(store, Chain(options.logs), options.blocks)
        store.compact(b"l", b"m")
        logs = options.blocks * options.logs
        print(f"on disk        {size(directory / 'db') / logs:8.1f} bytes a log\n")
        ask(store, options.blocks, options.seconds)
        store.close()
        chains = (Chain(options.logs), Chain(options.logs))
        with_index = commit_us(directory / "with", chains[0], indexed=True)
        without = commit_us(directory / "without", chains[1], indexed=False)
    print(f"\nsynced writes of blocks of {WRITTEN_LOGS} logs, microseconds a log")
    for name, (wall_us, processor_us) in (("with", with_index), ("without", without)):
        print(
            f"{name:8} index {wall_us:8.1f} (median), {processor_us:.1f} of processor time in all"
        )


if __name__ == "__main__":
    main()
