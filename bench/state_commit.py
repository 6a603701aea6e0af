"""
Time of preparing and writing the state of a block, in microseconds a changed account.

    python bench/state_commit.py [--accounts 100000] [--changed 2000] [--blocks 20] [--profile]

Prints its settings, the processor time of preparing (steady on a busy machine), the wall time of
writing, and the same change applied by py-trie in memory for
a ratio that does not depend on the machine.
"""

import argparse
import cProfile
import platform
import pstats
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from chain.store.leveldb import LevelStore
from chain.store.node import keccak
from chain.store.state import StateStore
from chain.types.account import StateDiff
from chain.types.primitives import EMPTY_CODE_HASH, Address, Nonce, Wei


def addresses(count: int) -> list[Address]:
    """Return `count` addresses, the same in every run."""
    return [Address(keccak(index.to_bytes(8, "big"))[:20]) for index in range(count)]


def diffs(known: list[Address], changed: int, blocks: int) -> Iterator[StateDiff]:
    """Yield for each block new balances of `changed` accounts, drawn with a fixed seed."""
    draw = random.Random(1)
    for _ in range(blocks):
        chosen = draw.sample(known, changed)
        yield StateDiff(
            {who: (Nonce(1), Wei(draw.getrandbits(70)), EMPTY_CODE_HASH) for who in chosen}
        )


def fill(store: LevelStore, state: StateStore, known: list[Address]) -> None:
    """Write the first state."""
    first = StateDiff({who: (Nonce(0), Wei(10**21), EMPTY_CODE_HASH) for who in known})
    prepared = state.prepare(0, first)
    store.write(prepared.writes, sync=True)
    state.committed(prepared)


def run(
    store: LevelStore, known: list[Address], changed: int, blocks: int
) -> tuple[list[float], list[float]]:
    """Return processor seconds of preparing and wall seconds of writing, for each block."""
    state = StateStore(store)
    prepare_s, write_s = [], []
    for height, diff in enumerate(diffs(known, changed, blocks), 1):
        begin = time.thread_time()
        prepared = state.prepare(height, diff)
        prepare_s.append(time.thread_time() - begin)
        begin = time.perf_counter()
        store.write(prepared.writes, sync=True)
        state.committed(prepared)
        write_s.append(time.perf_counter() - begin)
    return prepare_s, write_s


def oracle_s(known: list[Address], changed: int) -> float:
    """Return the best processor seconds py-trie takes for a block's account leaves, in memory."""
    from trie import HexaryTrie

    from chain.store.account import encode_account
    from chain.types.primitives import EMPTY_TRIE_ROOT

    trie = HexaryTrie({})
    some = known[: 10 * changed]
    leaf = encode_account(0, 10**21, EMPTY_TRIE_ROOT, EMPTY_CODE_HASH)
    with trie.squash_changes() as batch:
        for who in some:
            batch.set(keccak(who), leaf)
    times_s = []
    for last in (b"\x00", b"\x01", b"\x02"):
        begin = time.thread_time()
        with trie.squash_changes() as batch:
            for who in some[:changed]:
                batch.set(keccak(who), leaf[:-1] + last)
        times_s.append(time.thread_time() - begin)
    return min(times_s)


def median(values: list[float]) -> float:
    """Return the middle value."""
    return sorted(values)[len(values) // 2]


def main() -> None:
    """Run as the arguments say and print the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accounts", type=int, default=100_000)
    parser.add_argument("--changed", type=int, default=2_000)
    parser.add_argument("--blocks", type=int, default=20)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    known = addresses(options.accounts)
    with tempfile.TemporaryDirectory() as directory:
        store = LevelStore(Path(directory) / "db")
        begin = time.perf_counter()
        fill(store, StateStore(store), known)
        fill_s = time.perf_counter() - begin
        profile = cProfile.Profile()
        if options.profile:
            profile.enable()
        prepare_s, write_s = run(store, known, options.changed, options.blocks)
        profile.disable()
        store.close()
    each = 1e6 / options.changed
    print(f"{platform.machine()}, Python {platform.python_version()}")
    print(
        f"{options.accounts} accounts, {options.changed} changed a block, {options.blocks} blocks"
    )
    print(f"first state   {1e6 * fill_s / options.accounts:8.1f} us an account")
    print(f"prepare, cold {each * prepare_s[0]:8.1f} us a changed account")
    print(f"prepare       {each * median(prepare_s):8.1f} us processor time (median of blocks)")
    print(f"prepare, best {each * min(prepare_s):8.1f} us processor time (best of blocks)")
    print(f"synced write  {each * median(write_s):8.1f} us (median of blocks)")
    oracle = each * oracle_s(known, options.changed)
    print(f"py-trie       {oracle:8.1f} us (trie of {10 * options.changed}, in memory, trie alone)")
    print(f"ratio         {oracle / (each * min(prepare_s)):8.1f} (py-trie / best prepare)")
    if options.profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
