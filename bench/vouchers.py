"""
Vouchers redeemed in one transaction, against the machine's bare rate of signature recovery.

    100 channels, one voucher each --one transaction, executed as in a block--> vouchers a second
    the same signatures --coincurve alone, nothing around it--> recoveries a second

    python bench/vouchers.py [--rounds 20]

Both are measured in turn in the same process, round by round, so that what else the machine does
falls on both. A transaction's time is that of its execution: from the decoded, recovered
transaction to its receipt; blocks are committed to LevelDB in between.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import coincurve

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.chain import CHAIN_ID, GENESIS_S, SECTIONS, VALIDATOR_KEY, BenchChain  # noqa: E402
from chain.codec import address_of, sign_transaction  # noqa: E402
from chain.codec.signature import sign_digest  # noqa: E402
from chain.execution import BlockExecution  # noqa: E402
from chain.genesis import parse_genesis  # noqa: E402
from chain.kit.module import method_named  # noqa: E402
from chain.kit.typed_data import typed_digest  # noqa: E402
from chain.types.primitives import ZERO_ADDRESS, Bps, Hash32, Seconds, Wei  # noqa: E402
from modules.model_fees.module import ModelFees  # noqa: E402
from modules.model_fees.records import (  # noqa: E402
    ModelLimit,
    Prices,
    RevenueSplit,
    SessionTerms,
    UnitPrice,
)
from modules.model_fees.redemption import compact  # noqa: E402
from modules.model_fees.typed import DOMAIN, Voucher  # noqa: E402

CHANNELS = 100
VOUCHERS_PER_S = 20_000  # promised, unless the bare rate's share below is less
BARE_SHARE = 0.6
GAS_MAX = 100_000_000
OPENED_PER_BLOCK = 20
FEE_WEI, TIP_WEI = 10**12, 10**9
PAYER_KEY, PAYEE_KEY = b"\x11" * 32, b"\x22" * 32
PAYER, PAYEE = address_of(PAYER_KEY), address_of(PAYEE_KEY)
MODEL = "guild/translator"
PRICES = Prices(Wei(10**9), Wei(3 * 10**9))
SPLIT = RevenueSplit(PAYEE, Bps(5_000), Bps(4_000), Bps(1_000))


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
        self.seconds: list[float] = []
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

    def redeem(self, batch: bytes) -> float:
        """Redeem a batch in a block of its own; return the seconds of its execution."""
        raw = self.call(PAYEE_KEY, "redeem_batch", batch)
        self.seconds.clear()
        committed = self.chain.run_block([raw])
        self.gas = committed.receipts[-1].gas_used if committed.receipts else 0
        return max(self.seconds)


def watch(town: Town) -> Callable[[], None]:
    """Time the execution of every transaction from now on; return how to stop."""
    plain = BlockExecution.apply

    def timed(self: BlockExecution, checked: Any) -> Any:
        begin = time.perf_counter()
        outcome = plain(self, checked)
        town.seconds.append(time.perf_counter() - begin)
        return outcome

    BlockExecution.apply = timed  # type: ignore[method-assign]

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


def bare(pairs: list[bytes]) -> float:
    """Return the seconds in which coincurve recovers the keys of all signatures."""
    begin = time.perf_counter()
    for pair in pairs:
        coincurve.PublicKey.from_signature_and_message(pair[:65], pair[65:], hasher=None)
    return time.perf_counter() - begin


def main() -> int:
    """Measure and print; the exit code is 1 where the promise is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    parser.add_argument("--rounds", type=int, default=20, help="batches, one block each")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as directory:
        town = Town(Path(directory))
        town.open_channels()
        stop = watch(town)
        ours, alone = [], []
        for number in range(1, rounds + 1):
            pairs, batch = signed(number)
            alone.append(bare(pairs))
            ours.append(town.redeem(batch))
        stop()
    ours_per_s = CHANNELS / statistics.median(ours)
    bare_per_s = CHANNELS / statistics.median(alone)
    needed = min(VOUCHERS_PER_S, BARE_SHARE * bare_per_s)
    print(f"bare recovery       {bare_per_s:10,.0f} signatures a second")
    print(f"one transaction     {ours_per_s:10,.0f} vouchers a second, {CHANNELS} in it")
    print(f"ratio               {ours_per_s / bare_per_s:10.2f} of the bare rate")
    print(f"gas                 {town.gas / CHANNELS:10,.0f} a voucher")
    print(f"promised            {needed:10,.0f} vouchers a second: {verdict(ours_per_s, needed)}")
    return 0 if ours_per_s >= needed else 1


def verdict(found: float, needed: float) -> str:
    """Return a word for a promise."""
    return "kept" if found >= needed else "MISSED"


if __name__ == "__main__":
    raise SystemExit(main())
