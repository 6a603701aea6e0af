"""`kumiai replay`: a stopped node's blocks, verified and executed anew into another home."""

import argparse
import time
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from chain.errors import StoreInUse
from cli.config import NodeConfig, home_of, load_config
from cli.errors import CommandFailed, UsageWrong
from cli.occupancy import occupied
from cli.output import print_json, print_line, progress
from cli.parser import Subparsers, add_command, add_home


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "replay",
        "verify and execute a stopped node's blocks anew, into a home that `init --genesis` made",
        run,
        "kumiai replay --from ./node --home ./again",
    )
    parser.add_argument("--from", dest="source", metavar="DIR", required=True, help="whose blocks")
    parser.add_argument("--to", type=int, metavar="N", help="the last block (default: all)")
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Execute the blocks and say where the new home stands."""
    source, target = load_config(Path(args.source)), load_config(home_of(args.home))
    if not source.data_dir.exists():
        raise CommandFailed(f"no chain at {source.home}: name a node's directory with --from")
    if source.home.resolve() == target.home.resolve():
        raise UsageWrong("--from and --home are the same directory: blocks go into another home")
    with ExitStack() as stack:
        done = _replay(source, target, args.to, stack)
    if args.json:
        print_json(asdict(done))
    else:
        print_line(
            f"{done.blocks:,} blocks with {done.transactions:,} transactions executed in "
            f"{done.seconds:,.1f} s: {target.home} stands at block {done.height:,}, {done.head}"
        )
    return 0


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was executed, without opening the databases, and where the new home stands."""

    height: int
    head: str  # the hash of that block
    blocks: int
    transactions: int  # that were signed
    seconds: float


def _replay(source: NodeConfig, target: NodeConfig, to: int | None, stack: ExitStack) -> Replayed:
    """Open both homes and execute the blocks."""
    from chain.app import Application  # loads the virtual machine
    from chain.collector import calm
    from chain.kit.signatures import recover_each
    from chain.ledger import Ledger
    from chain.store.leveldb import LevelStore
    from chain.types.primitives import ZERO_ADDRESS
    from cli.node import load_genesis, open_ledger, rules_of
    from cli.recovery import start_recovery
    from cli.replaying import BulkStore, Foreseen, replay_blocks
    from modules import assemble

    genesis = load_genesis(target)
    try:
        store = LevelStore(source.data_dir)
        stack.callback(store.close)
        ledger = open_ledger(target, genesis, stack, BulkStore)
    except StoreInUse as cause:
        raise occupied(target if str(target.data_dir) in str(cause) else source) from cause
    stored = Ledger(store, genesis.chain_id)
    newest, first = stored.head.header.height, ledger.head.header.height + 1
    last = newest if to is None else to
    if not first - 1 <= last <= newest:
        raise UsageWrong(f"--to: {first - 1} to {newest} expected, found {last}")
    rules = rules_of(target, genesis, assemble())
    pool = Foreseen(genesis.chain_id, genesis.block_gas_max, lambda: 0, rules.admission)
    app = Application(rules, ledger, pool, lambda: 0, ZERO_ADDRESS)
    process = start_recovery() if target.recovery_process else None
    if process is not None:
        stack.callback(process.close)
    recover = recover_each if process is None else process.recover
    calm()
    blocks, transactions, started_s = 0, 0, time.monotonic()
    with progress("executing blocks") as show:
        for block in replay_blocks(stored, app, pool, last, recover):
            blocks, transactions = blocks + 1, transactions + len(block.checked)
            show(blocks, last - first + 1)
    head = ledger.head.header
    ledger.close()  # which waits until all of it is on the disk
    seconds = time.monotonic() - started_s
    return Replayed(head.height, f"0x{head.hash.hex()}", blocks, transactions, seconds)
