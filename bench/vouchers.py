"""
Vouchers redeemed in one transaction, against the machine's bare rate of signature recovery.

    100 channels, one voucher each --one transaction, executed as in a block--> vouchers a second
        admitted: it waited in the pool, where its signers were found    cold: it was never seen
    the same signatures --coincurve alone, one thread or two--> recoveries a second
    transactions admitted and executed at the same time --> what is sustained, signatures included

    make bench-vouchers [ARGS="--rounds 20 --quick"]

All are measured in turn, round by round, so that what else the machine does falls on each. A
transaction's time is that of its execution: from the decoded, recovered transaction to its receipt;
blocks are committed to LevelDB in between. The promise is about medians by the wall clock, and the
bar is the bare rate of two threads, one of them kept ready as the chain's are. The quickest rounds
and the processor's time are shown beside them, for machines that have something else to do.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from queue import Queue
from typing import Any, NamedTuple

import coincurve

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.chain import CHAIN_ID, GENESIS_S, SECTIONS, VALIDATOR_KEY, BenchChain  # noqa: E402
from bench.scores import cores  # noqa: E402
from chain.codec import address_of, decode_transaction, sign_transaction  # noqa: E402
from chain.codec.signature import sign_digest  # noqa: E402
from chain.execution import BlockExecution  # noqa: E402
from chain.genesis import parse_genesis  # noqa: E402
from chain.kit.lookahead import Lookahead  # noqa: E402
from chain.kit.module import method_named  # noqa: E402
from chain.kit.signatures import KNOWN  # noqa: E402
from chain.kit.typed_data import typed_digest  # noqa: E402
from chain.types.primitives import ZERO_ADDRESS, Bps, Hash32, Milliseconds, Seconds, Wei  # noqa: E402
from chain.types.transaction import CheckedTransaction  # noqa: E402
from cli.node import LOOKAHEAD_THREADS  # noqa: E402
from cli.recovery import RecoveryProcess  # noqa: E402
from modules.model_fees import batches  # noqa: E402
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
FLOW = 24  # transactions of 100 vouchers that are admitted and executed at the same time
AHEAD_MAX = 8  # of them that wait for their execution at a time
FLOW_EVERY = 5  # rounds
FLOW_FROM = 10**6  # nonces of its vouchers, which no other transaction has
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
        self.recovery = RecoveryProcess()
        self.threads = ThreadPoolExecutor(LOOKAHEAD_THREADS)
        known = self.chain.app.rules.assembly.by_address
        self.ahead = Lookahead(known, CHAIN_ID, self.threads, self.recovery.recover)

    def close(self) -> None:
        """End what runs beside the chain."""
        self.recovery.close()
        self.threads.shutdown(cancel_futures=True)
        self.chain.store.close()

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

    def redeem(self, batch: bytes) -> tuple["Round", "Round"]:
        """Redeem a batch in a block of its own; return the times of admission and execution."""
        raw = self.call(PAYEE_KEY, "redeem_batch", batch)
        transaction = decode_transaction(raw)
        admission = timed_round(lambda: self.ahead.look(transaction))[1]
        return admission, self.execute(raw)

    def redeem_cold(self, batch: bytes) -> "Round":
        """Redeem a batch that nobody has seen before; return the time of its execution."""
        return self.execute(self.call(PAYEE_KEY, "redeem_batch", batch))

    def execute(self, raw: bytes) -> "Round":
        """Execute a redemption in a block of its own; return how long it took."""
        self.executed.clear()
        committed = self.chain.run_block([raw])
        pairs = zip(committed.block.transactions, committed.receipts, strict=True)
        self.gas = next(receipt.gas_used for sent, receipt in pairs if sent.raw == raw)
        return max(self.executed)

    def flow(self, found: list[bytes]) -> "Round":
        """
        Admit and execute redemptions at the same time; return how long all of it took.

        What was executed is thrown away, so that it can be done again.
        """
        app, nonce = self.chain.app, self.nonces[PAYEE_KEY]
        raws = [self.call(PAYEE_KEY, "redeem_batch", batch) for batch in found]
        ready = Queue[CheckedTransaction](AHEAD_MAX)

        def on_pending(checked: CheckedTransaction) -> None:
            self.ahead.note(checked.transaction)
            ready.put(checked)

        def admit() -> None:
            for raw in raws:
                app.pool.submit(raw)

        def run() -> None:
            admission.start()
            for _ in raws:
                assert execution.apply(ready.get()).status == 1

        head = app.ledger.head
        time_ms = Milliseconds((GENESIS_S + head.header.height + 1) * 1000)
        plan = app._plan(time_ms, head.certificate, app.proposer, *app.evidence.draw())
        execution = app._begin(app._with_reveal(plan))
        admission, app.pool.on_pending = threading.Thread(target=admit), on_pending
        _, round_ = timed_round(run)
        admission.join()
        app.pool.on_pending = lambda checked: None
        for raw in reversed(raws):
            app.pool.drop(decode_transaction(raw).hash)
        self.nonces[PAYEE_KEY] = nonce
        return round_


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


KINDS = ("one", "two", "cold", "admission", "admitted", "flow")


@dataclass
class Times:
    """All rounds by kind, each of CHANNELS signatures or vouchers; and the gas of a voucher."""

    rounds: dict[str, list[Round]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    gas: float = 0.0

    def rate(self, kind: str) -> float:
        """Signatures or vouchers a second: median."""
        return CHANNELS / statistics.median(round_.wall_s for round_ in self.rounds[kind])

    def quickest(self, kind: str) -> float:
        """The same of the quickest round."""
        return CHANNELS / min(self.rounds[kind]).wall_s

    def processor_us(self, kind: str) -> float:
        """Microseconds of this process' processor for one signature or voucher: median."""
        found = statistics.median(round_.processor_s for round_ in self.rounds[kind])
        return found / CHANNELS * 10**6

    @property
    def needed(self) -> float:
        """Vouchers a second that are promised on this machine."""
        return min(VOUCHERS_PER_S, BARE_SHARE * self.rate("two"))

    def row(self, kind: str, what: str) -> str:
        """Return one line of the report's table."""
        rate, two = self.rate(kind), self.rate("two")
        quickest, quickest_two = self.quickest(kind), self.quickest("two")
        return (
            f"| {what} | {rate:,.0f} | {rate / two:.2f} | {rate / self.rate('one'):.2f} "
            f"| {quickest:,.0f} | {quickest / quickest_two:.2f} | {self.processor_us(kind):.0f} |"
        )


def measure(rounds: int) -> Times:
    """Redeem batches, one block each, with the bare rates in between."""
    times = Times()
    found = times.rounds
    with tempfile.TemporaryDirectory() as directory, ThreadPoolExecutor(1) as pool:
        town = Town(Path(directory))
        town.open_channels()
        stop = watch(town)
        for number in range(1, rounds + 1):
            pairs, batch = signed(2 * number)
            found["one"].append(bare(pairs))
            found["two"].append(bare_shared(pairs, pool))
            admission, admitted = town.redeem(batch)
            found["admission"].append(admission)
            found["admitted"].append(admitted)
            found["cold"].append(town.redeem_cold(signed(2 * number + 1)[1]))
            if number % FLOW_EVERY == 0:
                found["flow"].append(flow_of(town, FLOW_FROM + FLOW * number))
        stop()
        town.close()
    times.gas = town.gas / CHANNELS
    return times


def flow_of(town: Town, first: int) -> Round:
    """Return what one batch took in a flow of many that nobody has seen before."""
    flow = [signed(number)[1] for number in range(first, first + FLOW)]
    KNOWN.forget()
    batches.forget()
    wall_s, processor_s = town.flow(flow)
    return Round(wall_s / FLOW, processor_s / FLOW)


def render(times: Times) -> str:
    """Return the report as Markdown."""
    needed, two = times.needed, times.rate("two")
    kept, cold, sustained = (
        "kept" if times.rate(kind) >= needed else "missed" for kind in ("admitted", "cold", "flow")
    )
    rows = "\n".join(
        (
            times.row("one", "bare signature recovery, one thread"),
            times.row("two", "bare signature recovery, two threads"),
            times.row("admitted", f"vouchers, {CHANNELS} in one transaction that was admitted"),
            times.row("cold", f"vouchers, {CHANNELS} in one transaction never seen before"),
            times.row("admission", "vouchers whose signers are found at admission, ahead"),
            times.row("flow", "vouchers, admission and execution at the same time"),
        )
    )
    return f"""# Vouchers in one transaction
Medians of {len(times.rounds["admitted"])} rounds, by the wall clock, which the promise is about; \
beside them the quickest round, and what a
signature or voucher takes of the node's processor time, all its threads together. Written by \
`make bench-vouchers`.

| what | a second | of two bare threads | of one | quickest round, a second \
| of two bare threads | processor, µs |
|---|---|---|---|---|---|---|
{rows}
| promised: {VOUCHERS_PER_S:,}, or {BARE_SHARE} of two threads where that is less \
| {needed:,.0f} | {needed / two:.2f} | {needed / times.rate("one"):.2f} | | | |

The promise is **{kept}** on this machine by a transaction that waited in the pool, as those of a \
node do: its signers
were found when it was admitted, by a process beside the node's \
([why](adr/0027-signers-ahead.md)). By one that the node
has never seen, whose signatures are recovered while it runs, it is **{cold}**. Where transactions \
are admitted as fast as
they are executed ({FLOW} in a row; decoding, senders and all signatures included) it is \
**{sustained}**. The time of that
process is not in the last column: a signature takes it what bare recovery takes.

A voucher costs {times.gas:,.0f} gas. A transaction's time is that of its execution, storage and \
payments included; block,
roots and synced write are not in it.

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
    return 0 if times.rate("admitted") >= times.needed else 1


if __name__ == "__main__":
    raise SystemExit(main())
