"""
The memory of a devnet's process over 200,000 transactions: a sample every 20,000, and a plot.

    make bench-memory                       ten minutes
    make bench-memory ARGS="--quick"        a tenth of the transactions, nothing written

The process is `kumiai devnet` as a person starts it. Ten accounts send transfers: all to one
account, so that the chain grows alone, and to one of 50,000 each, so that the state grows too.
Memory is what is resident, the helper process that recovers signers included; of it, what is not
mapped from files is shown beside.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.json_rpc import Client, batch, request, results_of  # noqa: E402
from bench.plot import Line, draw  # noqa: E402
from bench.rpc_servers import Servers, kumiai, with_children  # noqa: E402
from bench.scores import Score, add_options, conclude, machine  # noqa: E402
from chain.codec import sign_transaction  # noqa: E402
from chain.types.primitives import Address, Gas, Wei  # noqa: E402
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts  # noqa: E402

COUNT, STEP = 200_000, 20_000
BATCH: Final = 100  # transfers of one request
SENDERS: Final = 10
LOADS: Final = {"one account": 1, "50,000 accounts": 50_000}  # to whom transfers go
POLL_S: Final = 0.005
MEMORY_MB_MAX: Final = 350
GROWTH_MAX: Final = 1.1  # of the last sample over the one in the middle, mapped files left out
FEE_WEI, TIP_WEI = Wei(10**12), Wei(10**9)
PAGE: Final = ROOT / "docs" / "benchmarks-memory.md"
PLOT: Final = ROOT / "docs" / "benchmarks-memory.svg"


@dataclass(frozen=True)
class Sample:
    """Bytes after so many transactions: resident, and of those the ones that no file backs."""

    transactions: int
    resident_bytes: int
    anonymous_bytes: int
    seconds: float  # since the load began


class Transfers:
    """One account's transfers in batches, each batch after the receipt of the last one."""

    def __init__(self, index: int, client: Client, recipients: int) -> None:
        self._key, self._client, self._nonce = dev_accounts()[index].private_key, client, 0
        self._recipients = recipients
        self._random = random.Random(index)

    async def send(self, count: int) -> None:
        """Send so many, and see the receipt of the last of each batch."""
        for _ in range(count // BATCH):
            bodies = [
                request("eth_sendRawTransaction", ["0x" + self._next().hex()], number)
                for number in range(BATCH)
            ]
            last = results_of(await self._client.exchange(batch(bodies)))[-1]
            while await self._client.call("eth_getTransactionReceipt", last) is None:
                await asyncio.sleep(POLL_S)

    def _next(self) -> bytes:
        signed = sign_transaction(
            self._key,
            chain_id=CHAIN_ID_DEFAULT,
            nonce=self._nonce,
            gas_limit=Gas(21_000),
            to=Address(self._random.randrange(1, self._recipients + 1).to_bytes(4, "big") * 5),
            max_fee_per_gas_wei=FEE_WEI,
            max_priority_fee_per_gas_wei=TIP_WEI,
            value_wei=Wei(1),
        )
        self._nonce += 1
        return signed.raw


def main() -> int:
    """Measure, print, write; the exit code is 1 where a promise is missed."""
    options = parse_options()
    count, step = (COUNT // 10, STEP // 10) if options.quick else (COUNT, STEP)
    found = read_samples(options.keep)
    for name in options.load or LOADS:
        if name not in found:
            found[name] = measure(LOADS[name], count, step)
            keep_samples(found, options.keep)
    if not options.quick and len(found) == len(LOADS):
        PLOT.write_text(plot(found))
        PAGE.write_text(page(found))
        print(f"written to {PAGE.relative_to(ROOT)}")
    return conclude(
        [s for name, samples in found.items() for s in scores_of(name, samples)], options
    )


def read_samples(path: str | None) -> dict[str, list[Sample]]:
    """Return the samples that an earlier run has kept, by load."""
    if path is None or not Path(path).exists():
        return {}
    kept = json.loads(Path(path).read_text())
    return {load: [Sample(*sample) for sample in samples] for load, samples in kept.items()}


def keep_samples(found: dict[str, list[Sample]], path: str | None) -> None:
    """Write the samples for a later run."""
    if path is not None:
        plain = {load: [astuple(sample) for sample in samples] for load, samples in found.items()}
        Path(path).write_text(json.dumps(plain))


def measure(recipients: int, count: int, step: int) -> list[Sample]:
    """Start a devnet, load it, and return its samples."""
    print(f"transfers to {recipients:,}", flush=True)
    with ExitStack() as stack:
        directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="kumiai-bench-"))
        servers, _ = stack.enter_context(kumiai(Path(directory), core=None, option=""))
        return asyncio.run(watch(servers, recipients, count, step))


def parse_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--load", choices=LOADS, action="append", help="default: both")
    parser.add_argument("--keep", metavar="FILE", help="keep samples here, and take those kept")
    add_options(parser, "a tenth of the transactions, nothing written")
    return parser.parse_args()


async def watch(servers: Servers, recipients: int, count: int, step: int) -> list[Sample]:
    """Load the chain and return a sample before it and after every step."""
    port, processes = servers.port, servers.process_ids
    accounts = [Transfers(index, await Client.open(port), recipients) for index in range(SENDERS)]
    started_s = time.monotonic()
    samples = [sample(processes, 0, 0.0)]
    for done in range(step, count + 1, step):
        await asyncio.gather(*(account.send(step // SENDERS) for account in accounts))
        samples.append(sample(processes, done, time.monotonic() - started_s))
        megabytes = samples[-1].resident_bytes / 1e6
        print(f"{done:,} transactions: {megabytes:.0f} MB, {samples[-1].seconds:.0f} s", flush=True)
    return samples


def sample(processes: tuple[int, ...], transactions: int, seconds: float) -> Sample:
    """Return what the processes and their children hold now."""
    resident = anonymous = 0
    for process_id in with_children(processes):
        fields = dict(
            line.split(":", 1)
            for line in Path(f"/proc/{process_id}/status").read_text().splitlines()
        )
        resident += int(fields["VmRSS"].split()[0]) * 1024
        anonymous += int(fields["RssAnon"].split()[0]) * 1024
    return Sample(transactions, resident, anonymous, seconds)


def scores_of(load: str, samples: list[Sample]) -> list[Score]:
    """
    Return the last sample, and how much of its own is above the one in the middle.

    Mapped files are left out of the second: the system keeps of them what it has room for.
    """
    last, middle = samples[-1], samples[len(samples) // 2]
    name = f"memory of a devnet after {last.transactions:,} transfers to {load}"
    detail = f"{last.anonymous_bytes / 1e6:.0f} MB without mapped files"
    growth = last.anonymous_bytes / middle.anonymous_bytes
    beside = f"its own over that after {middle.transactions:,}"
    return [
        Score(name, last.resident_bytes / 1e6, MEMORY_MB_MAX, "at most", "MB", detail),
        Score(f"{name}, {beside}", growth, GROWTH_MAX, "at most"),
    ]


def plot(found: dict[str, list[Sample]]) -> str:
    """Return a drawing of memory over transactions."""
    lines = [
        Line(f"transfers to {load}", [(s.transactions, s.resident_bytes / 1e6) for s in samples])
        for load, samples in found.items()
    ]
    ends = (0, lines[0].points[-1][0])
    lines.append(Line("promised at most", [(end, float(MEMORY_MB_MAX)) for end in ends]))
    return draw("Memory of kumiai devnet", "transactions", "MB", lines)


def page(found: dict[str, list[Sample]]) -> str:
    """Return the page that docs keeps."""
    rows = "\n".join(
        f"| {load} | {s.transactions:,} | {s.resident_bytes / 1e6:.0f} "
        f"| {s.anonymous_bytes / 1e6:.0f} | {s.seconds:.0f} |"
        for load, samples in found.items()
        for s in samples
    )
    return f"""# Memory of a development chain
`kumiai devnet` with its helper process, resident memory in MB. Written by `make bench-memory`.

| transfers to | transactions | resident | without mapped files | seconds |
|---|---|---|---|---|
{rows}

![memory over transactions](benchmarks-memory.svg)

Ten accounts send transfers in batches of {BATCH}: to one account, so that the chain grows alone,
and to 50,000, so that the state grows too. Promised: at most {MEMORY_MB_MAX} MB at the end, and at
most {GROWTH_MAX} times the sample in the middle, mapped files left out of both. Those are the
database's, of which the system keeps what it has room for. What grows with the state is the memory
for nodes of the tries, which has a bound of its own (`CACHED_BYTES_MAX` in `chain/store/state.py`).

{machine()}
"""


if __name__ == "__main__":
    sys.exit(main())
