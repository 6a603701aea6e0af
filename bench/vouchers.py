"""
Vouchers redeemed in one transaction, against the machine's bare rate of signature recovery.

    100 channels, one voucher each --one transaction, executed as in a block--> vouchers a second
    the same signatures --coincurve alone, one thread or two--> recoveries a second

    make bench-vouchers [ARGS="--rounds 20 --quick"]

All are measured in turn in the same process, round by round, so that what else the machine does
falls on each. A transaction's time is that of its execution: from the decoded, recovered
transaction to its receipt; blocks are committed to LevelDB in between. The promise is about medians
by the wall clock, and the bar is the bare rate of two threads, one of them kept ready as the
chain's are. The quickest rounds and the processor's time are shown beside them, for machines that
have something else to do.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import coincurve

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.chain import CHAIN_ID, GENESIS_S, SECTIONS, VALIDATOR_KEY, BenchChain  # noqa: E402
from bench.run import cores  # noqa: E402
from chain.codec import address_of, sign_transaction  # noqa: E402
from chain.codec.signature import sign_digest  # noqa: E402
from chain.execution import BlockExecution  # noqa: E402
from chain.genesis import parse_genesis  # noqa: E402
from chain.kit.module import method_named  # noqa: E402
from chain.kit.typed_data import typed_digest  # noqa: E402
from chain.types.primitives import ZERO_ADDRESS, Bps, Hash32, Seconds, Wei  # noqa: E402
from modules.model_fees.batches import compact  # noqa: E402
from modules.model_fees.module import ModelFees  # noqa: E402
from modules.model_fees.records import (  # noqa: E402
    ModelLimit,
    Prices,
    RevenueSplit,
    SessionTerms,
    UnitPrice,
)
from modules.model_fees.typed import DOMAIN, Voucher  # noqa: E402

CHANNELS = 100
VOUCHERS_PER_S = 20_000  # promised, unless the bare rate's share below is less
BARE_SHARE = 0.6
PAGE = ROOT / "docs" / "benchmarks-vouchers.md"
GAS_MAX = 100_000_000
OPENED_PER_BLOCK = 20
FEE_WEI, TIP_WEI = 10**12, 10**9
PAYER_KEY, PAYEE_KEY = b"\x11" * 32, b"\x22" * 32
PAYER, PAYEE = address_of(PAYER_KEY), address_of(PAYEE_KEY)
MODEL = "guild/translator"
PRICES = Prices(Wei(10**9), Wei(3 * 10**9))
SPLIT = RevenueSplit(PAYEE, Bps(5_000), Bps(4_000), Bps(1_000))


class Round(NamedTuple):
    """How long something took once, in seconds: by the wall clock, and of all threads' work."""

    wall_s: float
    processor_s: float


def timed_round(action: Callable[[], Any]) -> tuple[Any, Round]:
    """Return what an action gives, and how long it took."""
    wall_s, processor_s = time.perf_counter(), time.process_time()
    result = action()
    return result, Round(time.perf_counter() - wall_s, time.process_time() - processor_s)


class Town:
    """A chain with open channels, and the clock around each transaction's execution."""

    def __init__(self, directory: Path) -> None:
        rich = {f"0x{who.hex()}": str(10**26) for who in (PAYER, PAYEE, address_of(VALIDATOR_KEY))}
        plain = {
            "chain_id": CHAIN_ID,
            "time_s": GENESIS_S,
            "block_gas_max": GAS_MAX,
            "accounts": {who: {"balance_wei": wei} for who, wei in rich.items()},
            "modules": SECTIONS,
        }
        genesis = parse_genesis(json.dumps(plain))
        self.chain = BenchChain(directory, genesis)
        self.nonces = dict.fromkeys((PAYER_KEY, PAYEE_KEY), 0)
        self.executed: list[Round] = []
        self.gas = 0

    def call(self, key: bytes, name: str, *values: Any, value_wei: int = 0) -> bytes:
        """Return a signed transaction that calls model fees."""
        method = method_named(ModelFees, name)
        assert method is not None, name
        nonce = self.nonces[key]
        self.nonces[key] = nonce + 1
        return sign_transaction(
            key,
            chain_id=CHAIN_ID,
            nonce=nonce,
            gas_limit=15_000_000 if name == "redeem_batch" else 3_000_000,
            to=ModelFees.address,
            max_fee_per_gas_wei=FEE_WEI,
            max_priority_fee_per_gas_wei=TIP_WEI,
            value_wei=value_wei,
            data=method.encode_call(*values),
        ).raw

    def open_channels(self) -> None:
        """Put a model on sale, bond its provider, open the channels."""
        self.chain.run_block(
            [
                self.call(PAYEE_KEY, "register_model", MODEL, "", PRICES, SPLIT),
                self.call(PAYEE_KEY, "activate_model", MODEL),
                self.call(PAYEE_KEY, "bond_provider", value_wei=10**20),
            ]
        )
        expires_s = Seconds(GENESIS_S + 1_000_000)
        limit = ModelLimit(MODEL, (UnitPrice(Wei(10**24), 1),) * 2)
        terms = SessionTerms(PAYEE, (limit,), Wei(0), Seconds(0), expires_s, ZERO_ADDRESS)
        opens = [
            self.call(PAYER_KEY, "open_channel", terms, value_wei=10**18) for _ in range(CHANNELS)
        ]
        for first in range(0, CHANNELS, OPENED_PER_BLOCK):
            self.chain.run_block(opens[first : first + OPENED_PER_BLOCK])

    def redeem(self, batch: bytes) -> "Round":
        """Redeem a batch in a block of its own; return the time of its execution."""
        raw = self.call(PAYEE_KEY, "redeem_batch", batch)
        self.executed.clear()
        committed = self.chain.run_block([raw])
        pairs = zip(committed.block.transactions, committed.receipts, strict=True)
        self.gas = next(receipt.gas_used for sent, receipt in pairs if sent.raw == raw)
        return max(self.executed)


def watch(town: Town) -> Callable[[], None]:
    """Time the execution of every transaction from now on; return how to stop."""
    plain = BlockExecution.apply

    def apply(self: BlockExecution, checked: Any) -> Any:
        outcome, round_ = timed_round(lambda: plain(self, checked))
        town.executed.append(round_)
        return outcome

    BlockExecution.apply = apply  # type: ignore[method-assign]

    def stop() -> None:
        BlockExecution.apply = plain  # type: ignore[method-assign]

    return stop


def signed(round_: int) -> tuple[list[bytes], bytes]:
    """Return a round's digests and signatures, and the batch of its vouchers."""
    pairs, batch = [], b""
    for channel in range(1, CHANNELS + 1):
        read, written = 100 * round_, 10 * round_
        amount_wei = read * 10**9 + written * 3 * 10**9
        root = Hash32(round_.to_bytes(32, "big"))
        units = (read, written, 0, 0, 0, 0)
        voucher = Voucher(channel, 1, 0, round_, round_, *units, amount_wei, root)
        digest = typed_digest(DOMAIN, voucher, CHAIN_ID, ModelFees.address)
        y_parity, r, s = sign_digest(PAYER_KEY, digest)
        signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))
        pairs.append(signature + digest)
        batch += compact(voucher, signature)
    return pairs, batch


def bare(pairs: list[bytes]) -> Round:
    """Return the time in which coincurve alone recovers the keys of all signatures."""
    return timed_round(lambda: _recover(pairs))[1]


def bare_shared(pairs: list[bytes], pool: ThreadPoolExecutor) -> Round:
    """Return the time of the same with half of them in a second thread."""

    def share() -> None:
        middle = len(pairs) // 2
        other = pool.submit(_recover, pairs[middle:])
        _recover(pairs[:middle])
        other.result()

    return timed_round(share)[1]


def _recover(pairs: list[bytes]) -> None:
    for pair in pairs:
        coincurve.PublicKey.from_signature_and_message(pair[:65], pair[65:], hasher=None)


@dataclass
class Times:
    """All rounds, and the gas of a voucher."""

    one: list[Round] = field(default_factory=list)  # bare, in one thread
    two: list[Round] = field(default_factory=list)  # bare, in two
    ours: list[Round] = field(default_factory=list)
    gas: float = 0.0

    @property
    def rates(self) -> tuple[float, float, float]:
        """Signatures a second in one and in two threads, and vouchers a second: medians."""
        one, two, ours = (
            CHANNELS / statistics.median(round_.wall_s for round_ in rounds)
            for rounds in (self.one, self.two, self.ours)
        )
        return one, two, ours

    @property
    def quickest(self) -> tuple[float, float, float]:
        """The same of the quickest round of each."""
        one, two, ours = (CHANNELS / min(x).wall_s for x in (self.one, self.two, self.ours))
        return one, two, ours

    @property
    def processor_us(self) -> tuple[float, float, float]:
        """Microseconds of the processor for one signature, and for one voucher: medians."""
        one, two, ours = (
            statistics.median(round_.processor_s for round_ in rounds) / CHANNELS * 10**6
            for rounds in (self.one, self.two, self.ours)
        )
        return one, two, ours

    @property
    def needed(self) -> float:
        """Vouchers a second that are promised on this machine."""
        return min(VOUCHERS_PER_S, BARE_SHARE * self.rates[1])


def measure(rounds: int) -> Times:
    """Redeem so many batches, one block each, with the bare rates in between."""
    times = Times()
    with tempfile.TemporaryDirectory() as directory, ThreadPoolExecutor(1) as pool:
        town = Town(Path(directory))
        town.open_channels()
        stop = watch(town)
        for number in range(1, rounds + 1):
            pairs, batch = signed(number)
            times.one.append(bare(pairs))
            times.two.append(bare_shared(pairs, pool))
            times.ours.append(town.redeem(batch))
        stop()
        town.chain.store.close()
    times.gas = town.gas / CHANNELS
    return times


def render(times: Times) -> str:
    """Return the report as Markdown."""
    (one, two, ours), quickest, processor_us = times.rates, times.quickest, times.processor_us
    kept = "kept" if ours >= times.needed else "missed"
    return f"""# Vouchers in one transaction
Medians of {len(times.ours)} rounds, by the wall clock, which the promise is about; beside them \
the quickest round, and what a
signature or voucher takes of the processor, all threads together. Written by `make bench-vouchers`.

| what | a second | of two bare threads | of one | quickest round, a second \
| of two bare threads | processor, µs |
|---|---|---|---|---|---|---|
| bare signature recovery, one thread | {one:,.0f} | {one / two:.2f} | 1.00 \
| {quickest[0]:,.0f} | {quickest[0] / quickest[1]:.2f} | {processor_us[0]:.0f} |
| bare signature recovery, two threads | {two:,.0f} | 1.00 | {two / one:.2f} \
| {quickest[1]:,.0f} | 1.00 | {processor_us[1]:.0f} |
| vouchers, {CHANNELS} in one transaction | {ours:,.0f} | {ours / two:.2f} | {ours / one:.2f} \
| {quickest[2]:,.0f} | {quickest[2] / quickest[1]:.2f} | {processor_us[2]:.0f} |
| promised: {VOUCHERS_PER_S:,}, or {BARE_SHARE} of two threads where that is less \
| {times.needed:,.0f} | {times.needed / two:.2f} | {times.needed / one:.2f} | | | |

The promise is **{kept}** on this machine. A voucher costs {times.gas:,.0f} gas. A transaction's \
time is that of its
execution, signatures, storage and payments included; block, roots and synced write are not in it.

Machine: {platform.machine()}, {cores()} cores, {platform.system()}, Python \
{platform.python_version()}, {os.getloadavg()[0]:.1f} processes at work.
Measured on {datetime.now(UTC):%Y-%m-%d}.
"""


def main() -> int:
    """Measure, print, write; the exit code is 1 where the promise is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--rounds", type=int, default=50, help="batches, one block each")
    parser.add_argument("--quick", action="store_true", help="ten rounds, nothing written")
    options = parser.parse_args()
    times = measure(10 if options.quick else options.rounds)
    report = render(times)
    print(report)
    if not options.quick:
        PAGE.write_text(report)
        print(f"written to {PAGE.relative_to(ROOT)}")
    return 0 if times.rates[2] >= times.needed else 1


if __name__ == "__main__":
    raise SystemExit(main())
