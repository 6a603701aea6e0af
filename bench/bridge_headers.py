"""
What one header of another Kumiai chain costs the bridge module: gas, and the processor's time.

    remote chains of 4, 21 and 100 validators --update_client, in real blocks--> receipts, clocks

    python bench/bridge_headers.py

A header one above the trusted one, and one further ahead; the last column is how long the machine
takes for a gas of it, beside what it takes for a gas of signatures alone (the ECRECOVER price).
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.cast import CAST_KEYS  # noqa: E402
from bench.chain import GENESIS_S  # noqa: E402
from bench.market_calls import Desk  # noqa: E402
from bench.market_state import Filler, OpenChain  # noqa: E402
from bench.remote_chain import RemoteChain  # noqa: E402
from chain.certificates import recover_signer  # noqa: E402
from chain.codec.signature import sign_digest  # noqa: E402
from chain.kit.module import AUTHORITY  # noqa: E402
from chain.kit.typed_data import RECOVERY_GAS  # noqa: E402
from chain.types.primitives import Hash32, Seconds  # noqa: E402
from modules.bridge.module import Bridge  # noqa: E402
from modules.bridge.records import ClientKind  # noqa: E402

SIZES: Final = (4, 21, 100)  # validators
ROUNDS: Final = 15  # headers of each kind
BACK_S: Final = 10_000  # before our genesis: when the remote chains begin
RELAYER_KEY: Final = CAST_KEYS[0]
NAME: Final = ("bridge", "update_client")


class Row(NamedTuple):
    """What headers of one kind cost, medians."""

    validators: int
    kind: str
    evidence_bytes: int
    gas: int
    us: float

    @property
    def us_per_kgas(self) -> float:
        """Microseconds of a thousand gas."""
        return self.us * 1_000 / self.gas


def measure() -> list[Row]:
    """Show headers of each size and kind to a client, a block each."""
    filler = Filler()
    remotes = [_followed(filler, index, size) for index, size in enumerate(SIZES)]
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as directory:
        filled: Any = SimpleNamespace(accounts=filler.accounts())
        desk = Desk(OpenChain(Path(directory), filled), filled)
        with desk.clocked():
            for number, remote in enumerate(remotes, 1):
                rows += [_shown(desk, number, remote, kind) for kind in ("next", "ahead")]
        desk.chain.store.close()
    return rows


def recovery_us() -> float:
    """Return how long the machine takes to recover one signer, in microseconds."""
    digest = Hash32(b"\x5a" * 32)
    y_parity, r, s = sign_digest(RELAYER_KEY, digest)
    signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))
    found = []
    for _ in range(ROUNDS):
        started = time.thread_time()
        for _ in range(100):
            recover_signer(digest, signature)
        found.append((time.thread_time() - started) * 1e4)
    return statistics.median(found)


def _followed(filler: Filler, index: int, size: int) -> RemoteChain:
    remote = RemoteChain(900 + index, size, GENESIS_S - BACK_S)
    spans = (Seconds(100_000), Seconds(200_000))
    values = (ClientKind.KUMIAI, remote.chain_id, *spans, remote.first_header)
    filler.call(Bridge, "create_client", *values, sender=AUTHORITY)
    return remote


def _shown(desk: Desk, number: int, remote: RemoteChain, kind: str) -> Row:
    evidence, cost = b"", desk.costs[NAME]
    cost.gas.clear()
    cost.us.clear()
    trusted = remote.newest
    for _ in range(ROUNDS):
        for _ in range(1 if kind == "next" else 5):
            remote.seal_bare(remote.newest.header.timestamp_s + 1)
        evidence = remote.update(trusted)
        desk.send(RELAYER_KEY, Bridge, "update_client", number, evidence)
        trusted = remote.newest
    size = len(remote.keys)
    gas = round(statistics.median(cost.gas))
    return Row(size, kind, len(evidence), gas, statistics.median(cost.us))


def render(rows: list[Row], bare_us: float) -> list[str]:
    """Return the table, in Markdown."""
    lines = [
        f"`update_client` of the module, medians of {ROUNDS} headers, each in a block of its own.",
        f"One signature alone: {bare_us:.0f} µs, {bare_us * 1_000 / RECOVERY_GAS:.1f} µs a kgas.",
        "",
        "| validators | header | evidence, bytes | gas | µs | µs a kgas |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        numbers = f"{row.evidence_bytes:,} | {row.gas:,} | {row.us:,.0f} | {row.us_per_kgas:.1f}"
        lines.append(f"| {row.validators} | {row.kind} | {numbers} |")
    return lines


def main() -> int:
    """Measure and print."""
    rows, bare_us = measure(), recovery_us()
    print("\n".join(render(rows, bare_us)))
    return 0


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    sys.exit(main())
