"""
Block time over a small and over a large market: the same load, block by block in turn.

    1,000 open things   --block--.         .--block--> ...      medians of both, and their ratio
    100,000 open things          '--block--'
    10,000 open things  --a call a block--> gas and microseconds of every call and view

    make bench-markets [ARGS=--quick]

The collector of cycles runs as in a node; both chains' heaps are frozen once they are filled, or
its full passes over the large one would fall on blocks of either.
"""

import argparse
import gc
import itertools
import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.cast import (  # noqa: E402
    OWNER_KEYS,
    PAYER_KEYS,
    PAYERS,
    PEOPLE,
    PROVIDER_KEYS,
    PROVIDERS,
)
from bench.chain import CHAIN_ID  # noqa: E402
from bench.data_state import BY_USE, NO_APP, RECEIPT, offer_of, voucher_of, word_of  # noqa: E402
from bench.market_calls import Cost, Name, measure_calls, render_calls  # noqa: E402
from bench.market_state import (  # noqa: E402
    BUDGET_WEI,
    DUE_BLOCKS,
    DUE_FROM,
    EPOCH_ENDS_AT,
    FILLED_AT,
    JOB,
    NEXT_ENDS_AT,
    OFFER,
    WINDOW_BLOCKS,
    Filled,
    Filler,
    OpenChain,
    due_height,
    signed_beat,
)
from bench.scores import cores  # noqa: E402
from chain.codec import sign_transaction  # noqa: E402
from chain.kit.module import Module, method_named  # noqa: E402
from chain.types.block import CommittedBlock  # noqa: E402
from chain.types.primitives import ZERO_ADDRESS, Address, Height  # noqa: E402
from modules.compute.module import Compute  # noqa: E402
from modules.devices.module import Devices  # noqa: E402
from modules.licensing.module import Licensing  # noqa: E402
from modules.licensing.records import Purpose  # noqa: E402
from modules.model_fees.module import ModelFees  # noqa: E402
from modules.verification.module import Verification  # noqa: E402

SMALL, LARGE = 1_000, 100_000  # open things
RATIO_MAX = 1.2  # of a block's time, large to small
PROMISED = ("loaded", "empty", "deadlines", "silence, empty", "silence, loaded")
WARM_UP = "warm-up"  # blocks that nothing is said of
PAGE = ROOT / "docs" / "benchmarks-markets.md"
GAS_LIMIT = 1_500_000
FEE_WEI, TIP_WEI = 10**12, 10**9
EACH = 3  # transactions of each kind in a loaded block; of beats two
SILENT_BLOCKS = 26  # in which devices are judged that were silent; the small market's last so long
Kind = Callable[[], bytes]


@dataclass
class Samples:
    """Milliseconds of blocks, by what was in them, and the gas of their calls."""

    wall: dict[str, list[float]] = field(default_factory=dict)
    processor: dict[str, list[float]] = field(default_factory=dict)
    gas: dict[str, list[int]] = field(default_factory=dict)


class Load:
    """Makes the same kinds of transactions for any chain, over random ones of its open things."""

    def __init__(self, filled: Filled, seed: int = 11) -> None:
        self.filled, self.rng = filled, random.Random(seed)
        self.nonces: dict[bytes, int] = {}
        self.fresh_leases, self.topped_leases = itertools.tee(self._drawn(filled.leases))
        self.fresh_orders = self._drawn(filled.orders)
        self.fresh_devices, self.paid_devices = itertools.tee(self._drawn(filled.devices))
        self.fresh_claims = self._drawn(filled.claims)
        self.fresh_licences = self._drawn(filled.licences)
        self.fresh_subscriptions = self._drawn(filled.subscriptions)
        self.fresh_channels = self._drawn(filled.channels)

    def _drawn(self, numbers: range) -> Iterator[int]:
        """Numbers in random order, none twice: the first change of a thing costs most."""
        return iter(self.rng.sample(numbers, len(numbers)))

    def block(self, height: int, with_devices: bool = True) -> dict[str, list[bytes]]:
        """Return the loaded block of a height, by kind of transaction."""
        kinds: dict[str, Kind] = {
            "heartbeat": self._heartbeat,
            "top_up": self._top_up,
            "open_order": self._open_order,
            "place_bid": self._place_bid,
            "accept": self._accept,
            "transfer": self._transfer,
            "use": self._use,
            "buy": self._buy,
            "settle": self._settle,
            "redeem": self._redeem,
        }
        if with_devices:
            kinds["pay_for_service"] = self._pay
        found = {name: [make() for _ in range(EACH)] for name, make in kinds.items()}
        window = (height - FILLED_AT) // WINDOW_BLOCKS
        if with_devices:
            found["beat"] = [self._beat(window) for _ in range(2)]
        return found

    def _heartbeat(self) -> bytes:
        lease = next(self.fresh_leases)
        key = PROVIDER_KEYS[(lease - self.filled.leases.start) % PEOPLE]
        return self._call(key, Compute, "heartbeat", lease)

    def _top_up(self) -> bytes:
        lease = next(self.topped_leases)
        key = PAYER_KEYS[(lease - self.filled.leases.start) % PEOPLE]
        return self._call(key, Compute, "top_up", lease, value_wei=BUDGET_WEI)

    def _open_order(self) -> bytes:
        key = self.rng.choice(PAYER_KEYS)
        return self._call(key, Compute, "open_order", JOB, value_wei=BUDGET_WEI)

    def _place_bid(self) -> bytes:
        offer = replace(OFFER, reclaim_blocks=Height(0))
        key = self.rng.choice(PROVIDER_KEYS)
        return self._call(key, Compute, "place_bid", next(self.fresh_orders), offer)

    def _accept(self) -> bytes:
        claim = next(self.fresh_claims)
        return self._call(PAYER_KEYS[claim % PEOPLE], Verification, "accept", claim)

    def _pay(self) -> bytes:
        device = next(self.paid_devices)
        key = self.rng.choice(PAYER_KEYS)
        return self._call(key, Devices, "pay_for_service", device, 1, value_wei=10**15)

    def _use(self) -> bytes:
        licence = next(self.fresh_licences)
        values = (licence, 1, int(Purpose.TRAINING), NO_APP, RECEIPT)
        return self._call(PAYER_KEYS[licence % PEOPLE], Licensing, "use", *values)

    def _buy(self) -> bytes:
        buyer = self.rng.randrange(PEOPLE)
        offer = offer_of(self.rng.randrange(PEOPLE), False)
        values = (offer, PAYERS[buyer], self.filled.guards[offer], ZERO_ADDRESS)
        value_wei = BY_USE.price_wei
        return self._call(PAYER_KEYS[buyer], Licensing, "buy", *values, value_wei=value_wei)

    def _settle(self) -> bytes:
        key = self.rng.choice(PROVIDER_KEYS)
        return self._call(key, Licensing, "settle", next(self.fresh_subscriptions))

    def _redeem(self) -> bytes:
        channel = next(self.fresh_channels)
        voucher = voucher_of(channel)
        word = word_of(voucher, PAYER_KEYS[channel % PEOPLE])
        return self._call(PROVIDER_KEYS[channel % PEOPLE], ModelFees, "redeem", voucher, word)

    def _beat(self, window: int) -> bytes:
        beats = (signed_beat(next(self.fresh_devices), 3, window),)
        return self._call(OWNER_KEYS[0], Devices, "beat", beats)

    def _transfer(self) -> bytes:
        return self._sign(self.rng.choice(PAYER_KEYS), self.rng.choice(PROVIDERS), b"", 1)

    def _call(
        self, key: bytes, module: type[Module], name: str, *values: object, value_wei: int = 0
    ) -> bytes:
        method = method_named(module, name)
        assert method is not None, name
        return self._sign(key, module.address, method.encode_call(*values), value_wei)

    def _sign(self, key: bytes, to: Address, data: bytes, value_wei: int) -> bytes:
        nonce = self.nonces.get(key, 0)
        self.nonces[key] = nonce + 1
        return sign_transaction(
            key,
            chain_id=CHAIN_ID,
            nonce=nonce,
            gas_limit=GAS_LIMIT,
            to=to,
            max_fee_per_gas_wei=FEE_WEI,
            max_priority_fee_per_gas_wei=TIP_WEI,
            value_wei=value_wei,
            data=data,
        ).raw


@dataclass
class Side:
    """One of the two chains, with what is known of it."""

    chain: OpenChain
    load: Load
    count: int
    samples: Samples = field(default_factory=Samples)

    def run(self, name: str, loaded: bool, with_devices: bool = True) -> None:
        """Time one block under a name."""
        height = self.chain.height + 1
        kinds = self.load.block(height, with_devices) if loaded else {}
        raws = [raw for group in kinds.values() for raw in group]
        started, spent = time.perf_counter(), time.process_time()
        block = self.chain.run_block(raws)
        self.samples.processor.setdefault(name, []).append((time.process_time() - spent) * 1000)
        self.samples.wall.setdefault(name, []).append((time.perf_counter() - started) * 1000)
        self._note_gas({raw: kind for kind, group in kinds.items() for raw in group}, block)

    def _note_gas(self, kinds: dict[bytes, str], block: CommittedBlock) -> None:
        for transaction, receipt in zip(block.block.transactions, block.receipts, strict=True):
            kind = kinds.get(transaction.raw)
            if kind:  # the others are the hooks' own
                self.samples.gas.setdefault(kind, []).append(receipt.gas_used)


def schedule() -> Iterator[tuple[str, bool, bool]]:
    """Yield what each block after the filling is called, whether it is loaded, and with beats."""
    for height in range(FILLED_AT + 1, NEXT_ENDS_AT + 1 + SILENT_BLOCKS):
        loaded = height % 4 == 0
        if DUE_FROM - 1 <= height < DUE_FROM + 2 * DUE_BLOCKS:
            is_due = height in {due_height(index) for index in range(DUE_BLOCKS)}
            yield ("deadlines" if is_due else "empty"), False, False
        elif height < EPOCH_ENDS_AT - 1:
            warm = height < FILLED_AT + 5
            yield WARM_UP if warm else "loaded" if loaded else "empty", loaded, True
        elif height in (EPOCH_ENDS_AT, NEXT_ENDS_AT):
            yield "epoch's end", False, False
        elif height < NEXT_ENDS_AT:
            yield "empty", False, False
        else:
            yield "silence, loaded" if loaded else "silence, empty", loaded, False


def measure(small: int, large: int) -> tuple[Side, Side]:
    """Fill two chains and run their blocks in turn."""
    with tempfile.TemporaryDirectory() as directory:
        sides = []
        for count in (small, large):
            started = time.perf_counter()
            filled = Filler().fill(count)
            chain = OpenChain(Path(directory) / str(count), filled)
            load = Load(replace(filled, accounts={}))
            for _ in chain.catch_up():
                pass
            sides.append(Side(chain, load, filled.count))
            print(
                f"{filled.count:,} open things: {time.perf_counter() - started:.0f} s", flush=True
            )
        gc.collect()
        gc.freeze()
        for index, (name, loaded, with_devices) in enumerate(schedule()):
            for side in sides if index % 2 else reversed(sides):
                side.run(name, loaded, with_devices)
        for side in sides:
            side.chain.store.close()
    return sides[0], sides[1]


def main() -> int:
    """Measure, print, write; the exit code is 1 where a kind of block grows beyond RATIO_MAX."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--quick", action="store_true", help="a tenth of the things, not written")
    options = parser.parse_args()
    large = LARGE // 10 if options.quick else LARGE
    sides = measure(SMALL, large)
    report = render(*sides, measure_calls())
    print("\n" + report)
    if not options.quick:
        PAGE.write_text(report)
        print(f"written to {PAGE.relative_to(ROOT)}")
    ratios = {name: ratio_of(name, *sides) for name in sides[0].samples.wall if name in PROMISED}
    grown = {name: ratio for name, ratio in ratios.items() if ratio > RATIO_MAX}
    for name, ratio in grown.items():
        print(f"{name}: {ratio:.2f} times the small market's, at most {RATIO_MAX} promised")
    return 1 if grown else 0


def ratio_of(name: str, small: Side, large: Side) -> float:
    """Return the median time of a kind of block, large to small, by the wall clock."""
    return median_of(large.samples.wall, name) / median_of(small.samples.wall, name)


def median_of(times: dict[str, list[float]], name: str) -> float:
    """Return the median milliseconds of a kind of block."""
    return statistics.median(times[name])


def rows_of(small: Side, large: Side) -> list[str]:
    """Return a row for each kind of block: how many, medians in ms and their ratio, twice."""
    rows = []
    for name, found in small.samples.wall.items():
        if name == WARM_UP:
            continue
        cells = [name, str(len(found))]
        few, many = small.samples, large.samples
        for before, after in ((few.wall, many.wall), (few.processor, many.processor)):
            ms, grown_ms = median_of(before, name), median_of(after, name)
            cells += [f"{ms:.1f}", f"{grown_ms:.1f}", f"{grown_ms / ms:.2f}"]
        cells.append(str(RATIO_MAX) if name in PROMISED else "none")
        rows.append(f"| {' | '.join(cells)} |")
    return rows


def gas_rows_of(small: Side, large: Side) -> list[str]:
    """Return a row for each kind of call in a loaded block: the medians of its gas."""
    pairs = ((name, found, large.samples.gas[name]) for name, found in small.samples.gas.items())
    return [
        f"| {name} | {statistics.median(few):,.0f} | {statistics.median(many):,.0f} |"
        for name, few, many in pairs
    ]


def render(small: Side, large: Side, costs: dict[Name, Cost]) -> str:
    """Return the report as Markdown."""
    few, many = f"{small.count:,}", f"{large.count:,}"
    lines = [
        "# Block time over small and large markets",
        "Medians in ms of the same blocks over few and over many open orders, leases, devices,",
        "policies, claims, licences, subscriptions and channels, an eighth each, in turn in one",
        "run: by the wall clock, for which the ratio is promised, and of the processor.",
        "Written by `make bench-markets`.",
        "",
        f"| block | blocks | {few} | {many} | ratio | {few}: CPU | {many}: CPU | ratio "
        "| promised |",
        "|---|---|---|---|---|---|---|---|---|",
        *rows_of(small, large),
        "",
        "A loaded block has three each of eleven calls, and two beats. At the deadlines 100 orders",
        "expire a block. In silence a block settles devices that let a whole epoch pass.",
        "",
        f"| call in a loaded block | gas over {few} | gas over {many} |",
        "|---|---|---|",
        *gas_rows_of(small, large),
        "",
        *render_calls(costs),
        "",
        f"Machine: {platform.machine()}, {cores()} cores, {platform.system()}, "
        f"Python {platform.python_version()}. Measured on {datetime.now(UTC):%Y-%m-%d}.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
