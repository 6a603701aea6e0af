"""
Gas and microseconds of every call and view of the markets, from real receipts of real blocks.

    Filler --filled state--> OpenChain --scenes: a call a block--> receipt, time of its execution
                                       --views--> time in chain.vm.call, as for eth_call

    python bench/market_calls.py

A call's time is the processor's, of its transaction in the block's execution: the machine, the
module, what it reads, what it writes in memory. A block adds the signature, a share of the tries
and of the synced write. The methods are those that the modules declare; one that no scene calls
is an error.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.chain import BLOCK_S, CHAIN_ID, GENESIS_S  # noqa: E402
from bench.market_state import Filled, Filler, OpenChain  # noqa: E402
from chain import execution  # noqa: E402
from chain.codec import address_of, sign_transaction  # noqa: E402
from chain.execution import environment_of  # noqa: E402
from chain.kit.dispatch import decode_result  # noqa: E402
from chain.kit.module import Method, Module, method_named, methods_of  # noqa: E402
from chain.types.primitives import Gas, Wei  # noqa: E402
from chain.vm.call import CallMessage, call  # noqa: E402
from modules.analytics.module import Analytics  # noqa: E402
from modules.beacon.module import Beacon  # noqa: E402
from modules.bridge.module import Bridge  # noqa: E402
from modules.compute.module import Compute  # noqa: E402
from modules.devices.module import Devices  # noqa: E402
from modules.identity.module import Identity  # noqa: E402
from modules.licensing.module import Licensing  # noqa: E402
from modules.model_fees.module import ModelFees  # noqa: E402
from modules.token.module import Token  # noqa: E402
from modules.verification.module import Verification  # noqa: E402

MODULES: Final[tuple[type[Module], ...]] = (
    Compute,
    Verification,
    Devices,
    Licensing,
    ModelFees,
    Identity,
    Token,
    Bridge,
    Analytics,
    Beacon,
)
FILLED: Final = 10_000  # open things of the state that the calls meet
GAS_LIMIT: Final = 5_000_000  # of a call
FEE_WEI, TIP_WEI = Wei(10**12), Wei(10**9)
VIEW_RUNS: Final = 20  # of each view; its time is their median
Name = tuple[str, str]  # of a module and of its method


@dataclass
class Cost:
    """What calls of one method cost: gas and microseconds, one entry a call."""

    gas: list[int] = field(default_factory=list)
    us: list[float] = field(default_factory=list)


class Desk:
    """Makes the calls of scenes, each in a block of its own, and notes what they cost."""

    def __init__(self, chain: OpenChain, filled: Filled) -> None:
        self.chain, self.filled = chain, filled
        self.costs: dict[Name, Cost] = defaultdict(Cost)
        self.spent_us: dict[bytes, float] = {}  # by raw transaction
        self.spent_gas = Gas(0)  # by the latest view

    @property
    def time_s(self) -> int:
        """The time of the newest block."""
        return GENESIS_S + self.height * BLOCK_S

    @property
    def height(self) -> int:
        """The height of the newest block."""
        return self.chain.height

    def send(
        self, key: bytes, module: type[Module], name: str, *values: Any, value_wei: int = 0
    ) -> None:
        """Make one call in a block."""
        self.send_all((key, module, name, values, value_wei))

    def send_all(self, *calls: tuple[bytes, type[Module], str, tuple[Any, ...], int]) -> None:
        """Make some calls in one block, in order where one sender makes them."""
        raws, names = [], []
        for index, (key, module, name, values, value_wei) in enumerate(calls):
            earlier = sum(other[0] == key for other in calls[:index])
            raws.append(self._sign(key, module, name, values, value_wei, earlier))
            names.append((module.name, name))
        block = self.chain.run_block(raws)
        pairs = zip(block.block.transactions, block.receipts, strict=True)
        receipts = {transaction.raw: receipt for transaction, receipt in pairs}
        for raw, name in zip(raws, names, strict=True):
            self.costs[name].gas.append(receipts[raw].gas_used)
            self.costs[name].us.append(self.spent_us[raw])

    def blocks(self, count: int = 1) -> None:
        """Go on by empty blocks."""
        for _ in range(count):
            self.chain.run_block([])

    def go_to(self, height: int) -> None:
        """Go on to a height, unless it is there."""
        self.blocks(max(0, height - self.height))

    def until(self, condition: Callable[[], bool], blocks_max: int = 400) -> None:
        """Go on until a condition holds."""
        for _ in range(blocks_max):
            if condition():
                return
            self.blocks()
        raise AssertionError(f"nothing of the kind in {blocks_max} blocks, at {self.height}")

    def view(self, module: type[Module], name: str, *values: Any) -> Any:
        """Return what a view says of the newest block."""
        method = method_named(module, name)
        assert method is not None, name
        return decode_result(method, self.ask(module, method, values))

    def ask(self, module: type[Module], method: Method, values: tuple[Any, ...]) -> bytes:
        """Run a view as eth_call does; return its encoded answer."""
        ledger, rules = self.chain.app.ledger, self.chain.app.rules
        environment = environment_of(rules, ledger.head.header, ledger.block_hash)
        message = CallMessage(to=module.address, data=method.encode_call(*values))
        result = call(ledger.states.reader(), message, environment, rules.machine)
        assert result.error is None, f"{module.name}.{method.name}: {result.error}"
        self.spent_gas = result.gas_used
        return result.output

    @contextmanager
    def clocked(self) -> Iterator[None]:
        """Take the processor time of every transaction that the chain executes meanwhile."""
        plain = execution.apply_transaction

        def timed(*args: Any, **kwargs: Any) -> Any:
            started = time.thread_time()
            outcome = plain(*args, **kwargs)
            self.spent_us[args[1].transaction.raw] = (time.thread_time() - started) * 1e6
            return outcome

        vars(execution)["apply_transaction"] = timed
        try:
            yield
        finally:
            vars(execution)["apply_transaction"] = plain

    def _sign(
        self,
        key: bytes,
        module: type[Module],
        name: str,
        values: tuple[Any, ...],
        value_wei: int,
        earlier: int,
    ) -> bytes:
        method = method_named(module, name)
        assert method is not None, name
        account = self.chain.app.ledger.states.reader().account(address_of(key))
        return sign_transaction(
            key,
            chain_id=CHAIN_ID,
            nonce=(account.nonce if account else 0) + earlier,
            gas_limit=GAS_LIMIT,
            to=module.address,
            max_fee_per_gas_wei=FEE_WEI,
            max_priority_fee_per_gas_wei=TIP_WEI,
            value_wei=value_wei,
            data=method.encode_call(*values),
        ).raw


def time_views(desk: Desk) -> None:
    """Run every view of every module; raises KeyError where nobody said what to ask it."""
    from bench.view_samples import samples_of

    samples = samples_of(desk)
    for module in MODULES:
        for method in measured(module):
            if method.is_view:
                values = tuple(
                    samples[found if (found := (module.name, name)) in samples else ("", name)]
                    for name in method.inputs
                )
                for _ in range(VIEW_RUNS):
                    started = time.thread_time()
                    desk.ask(module, method, values)
                    cost = desk.costs[module.name, method.name]
                    cost.us.append((time.thread_time() - started) * 1e6)
                    cost.gas.append(desk.spent_gas)


def measure_calls() -> dict[Name, Cost]:
    """Play every scene on a filled chain and ask every view; raises where a method is missing."""
    from bench.market_scenes import play

    with tempfile.TemporaryDirectory() as directory:
        filled = Filler(for_scenes=True).fill(FILLED)
        desk = Desk(OpenChain(Path(directory), filled), filled)
        with desk.clocked():
            for _ in desk.chain.catch_up():
                pass
            play(desk)
            time_views(desk)
        desk.chain.store.close()
    missing = [name for name in declared() if name not in desk.costs]
    assert not missing, f"no scene calls {missing}"
    return desk.costs


def measured(module: type[Module]) -> list[Method]:
    """Return a module's methods, but for those that only a passed proposal calls."""
    return [method for method in methods_of(module).values() if not method.governed]


def declared() -> list[Name]:
    """Return every method that the modules declare, calls before views, module by module."""
    return [(m.name, method.name) for m in MODULES for method in measured(m)]


def render_calls(costs: dict[Name, Cost]) -> list[str]:
    """Return the table, in Markdown: a row a method, medians."""
    lines = [
        f"Every call and view over {FILLED:,} open things: gas of the receipt, processor time of",
        "the transaction's execution, or of a view's whole eth_call; medians of so many calls.",
        "A block adds the signature, a share of the tries and a share of the synced write.",
        "",
        "| module | method | kind | calls | gas | µs |",
        "|---|---|---|---|---|---|",
    ]
    for module in MODULES:
        for method in measured(module):
            cost = costs[module.name, method.name]
            kind = "view" if method.is_view else "call"
            gas, us = statistics.median(cost.gas), statistics.median(cost.us)
            name = f"{module.name} | {method.name} | {kind} | {len(cost.us)}"
            lines.append(f"| {name} | {gas:,.0f} | {us:,.0f} |")
    return lines


def main() -> int:
    """Measure and print."""
    print("\n".join(render_calls(measure_calls())))
    return 0


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    sys.exit(main())
