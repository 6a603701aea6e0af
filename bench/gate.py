"""
A gate against getting slower: counts of instructions and ratios within one process, never seconds.

    make bench-gate        less than a minute; exit code 1 where a floor or a ceiling is broken

Counted are the instructions of Python that a transaction takes. The counts repeat on any machine
with the same Python, to a thousandth, so their bars are near: a tenth away. What happens in C they
do not see; for that there are ratios of the processor's time, both sides in turns, medians of
rounds, with bars that a busy machine keeps.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.chain import CHAIN_ID, VALIDATOR, BenchChain  # noqa: E402
from bench.scenes import KINDS, Scene, genesis_of  # noqa: E402
from bench.scores import Score, add_options, conclude  # noqa: E402
from bench.workloads import Reader, Workload, apply_all, contracts  # noqa: E402
from chain.app import Application  # noqa: E402
from chain.codec import decode_transaction, recover_address  # noqa: E402
from chain.codec.transaction import compute_signing_hash  # noqa: E402
from chain.vm.machine import Machine  # noqa: E402
from chain.vm.world import World  # noqa: E402
from cli.replaying import Foreseen, replay_blocks  # noqa: E402

ROUNDS: Final = 5
ACCOUNTS, PER_BLOCK = 1_000, 100
WARM: Final = 8  # blocks after which what runs again is translated
SHARE: Final = 25  # a part of the machine's workload
# How many instructions the interpreter takes for each one of translated code, at least.
TRANSLATED_MIN: Final = {
    "loop": 17.0,
    "keccak": 13.0,
    "storage": 19.0,
    "OpenZeppelin-like ERC-20": 9.0,
    "Uniswap-V2-like swap": 3.3,
}
RECOVERIES_MAX: Final = 6.0  # that take as long as a transfer's whole way
# Instructions of a transaction's whole way, from its bytes to the synced commit, at most.
INSTRUCTIONS_MAX: Final = {"transfer": 11_800, "erc20": 17_100, "module": 36_800}
MODULE_MAX: Final = 0.42  # of a payment by the native module over one by a contract
IMPORT_MIN: Final = 0.7  # of the speed at which the same process makes blocks
CONTRACT: Final = "model payment, Solidity"
NAMES: Final = {"transfer": "a transfer", "erc20": "an ERC-20 transfer", "module": "a payment"}


def main() -> int:
    """Measure and print; the exit code is 1 where something got slower."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1])
    add_options(parser, "the same: it is quick already")
    options = parser.parse_args()
    return conclude(list(measure()), options)


def measure() -> Iterator[Score]:
    """Yield every figure of the gate."""
    workload = contracts(WARM, SHARE)
    yield from translated(workload)
    with tempfile.TemporaryDirectory(prefix="kumiai-bench-") as directory:
        ways = {kind: whole_way(kind, Path(directory)) for kind in KINDS}
        yield from ways.values()
        yield module_over_contract(ways, workload)
        scene = Scene(Path(directory) / "whole", ACCOUNTS, PER_BLOCK)
        yield over_recovery(scene)
        yield import_over_production(scene, Path(directory) / "again")
        scene.chain.store.close()


def translated(workload: Workload, machine: Machine | None = None) -> Iterator[Score]:
    """Yield how much more the same machine's interpreter does than translated code."""
    machines = (machine or Machine(), Machine(translates=False))
    worlds = [World(Reader(workload.accounts)) for _ in machines]
    for world, one in zip(worlds, machines, strict=True):
        apply_all(world, one, workload, workload.setup)
    for name in TRANSLATED_MIN:
        fast, slow = (
            _instructions(world, one, workload, name)
            for world, one in zip(worlds, machines, strict=True)
        )
        detail = f"{slow:,.0f} and {fast:,.0f} instructions"
        what = f"{name}, interpreted over translated"
        yield Score(what, slow / fast, TRANSLATED_MIN[name], detail=detail)


def _instructions(world: World, machine: Machine, workload: Workload, name: str) -> int:
    """Return the instructions of the last block; in those before, code is translated."""
    *before, last = workload.blocks[name]
    for raws in before:
        apply_all(world, machine, workload, raws)
    return count_instructions(lambda: apply_all(world, machine, workload, last))


def whole_way(kind: str, directory: Path) -> Score:
    """Return how many instructions a transaction of a kind takes on its whole way."""
    scene = KINDS[kind](directory / kind, ACCOUNTS, PER_BLOCK)
    scene.chain.run_block(scene.next_block())  # what is made once is made
    raws = scene.next_block()
    count = count_instructions(lambda: scene.chain.run_block(raws))
    scene.chain.store.close()
    name = f"instructions of {NAMES[kind]}, bytes to commit"
    return Score(name, count / len(raws), INSTRUCTIONS_MAX[kind], "at most")


def count_instructions(work: Callable[[], Any]) -> int:
    """Return how many instructions of Python this thread executes while work is done."""
    count = 0

    def step(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        if event == "opcode":
            count += 1
        return step

    def enter(frame: FrameType, event: str, argument: object) -> Any:
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return step

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def module_over_contract(ways: dict[str, Score], workload: Workload) -> Score:
    """Return how many instructions a payment by the module takes for one by the same contract."""
    world, machine = World(Reader(workload.accounts)), Machine()
    before = [
        raws for name, blocks in workload.blocks.items() if name != CONTRACT for raws in blocks
    ]
    for raws in (workload.setup, *before):  # one sender, whose nonces go on
        apply_all(world, machine, workload, raws)
    count = len(workload.blocks[CONTRACT][-1])
    contract = _instructions(world, machine, workload, CONTRACT) / count
    module = ways["module"].found - ways["transfer"].found  # what a transaction is around it
    detail = f"{module:,.0f} and {contract:,.0f} instructions"
    name = "a payment, native module over the contract"
    return Score(name, module / contract, MODULE_MAX, "at most", detail=detail)


def over_recovery(scene: Scene) -> Score:
    """Return how many bare recoveries of a signature take as long as a transfer's whole way."""
    ratios = []
    for _ in range(ROUNDS + 1):
        raws = scene.next_block()
        decoded = [decode_transaction(raw) for raw in raws]
        signed = [(compute_signing_hash(t), t.y_parity, t.r, t.s) for t in decoded]
        recovery_s = _timed(lambda signed=signed: [recover_address(*one) for one in signed])
        ratios.append(_timed(lambda raws=raws: scene.chain.run_block(raws)) / recovery_s)
    ratio = statistics.median(ratios[1:])
    return Score("a transfer's whole way in recoveries", ratio, RECOVERIES_MAX, "at most")


def import_over_production(scene: Scene, directory: Path) -> Score:
    """Return how fast stored blocks are executed anew, over the speed at which they are made."""
    copy = BenchChain(directory, genesis_of(scene.addresses))
    rules = copy.app.rules
    pool = Foreseen(CHAIN_ID, scene.chain.app.ledger.head.header.gas_limit, lambda: 0)
    app = Application(rules, copy.app.ledger, pool, lambda: 0, VALIDATOR)
    source, ratios = scene.chain.app.ledger, []
    list(replay_blocks(source, app, pool, scene.chain.height))
    for _ in range(ROUNDS):
        raws = scene.next_block()
        made_s = _timed(lambda raws=raws: scene.chain.run_block(raws))
        replayed = _timed(lambda: list(replay_blocks(source, app, pool, scene.chain.height)))
        ratios.append(made_s / replayed)
    copy.store.close()
    name = "import of a stored block over making it"
    return Score(name, statistics.median(ratios), IMPORT_MIN)


def _timed(work: Callable[[], Any]) -> float:
    """Return the seconds of the processor that work takes."""
    started_s = time.process_time()
    work()
    return time.process_time() - started_s


if __name__ == "__main__":
    sys.exit(main())
