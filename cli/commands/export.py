"""`kumiai export`: the chain's state as a genesis file, from a node that is stopped."""

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from chain.errors import StoreInUse
from chain.genesis import export_genesis, parse_genesis
from chain.ledger import Ledger
from chain.store.leveldb import LevelStore
from cli.config import NodeConfig, home_of, load_config
from cli.errors import CommandFailed, UsageWrong
from cli.files import GENESIS_FILE_BYTES_MAX, read_bounded, write_atomically
from cli.occupancy import occupied
from cli.output import print_json, print_line, waiting
from cli.parser import Subparsers, add_command, add_home


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "export",
        "write the state of a stopped node as a genesis file",
        run,
        "kumiai export --output genesis.json",
    )
    parser.add_argument("--height", type=int, metavar="N", help="state after this block")
    parser.add_argument("--output", metavar="FILE", help="write here (default: standard output)")
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Write the genesis file."""
    config = load_config(home_of(args.home))
    with waiting("reading the state"):
        height, data = read_state(config, args.height)
    if not args.output:
        json.dump(data, sys.stdout, indent=1)
        sys.stdout.write("\n")
        return 0
    path = Path(args.output)
    write_atomically(path, (json.dumps(data, indent=1) + "\n").encode(), mode=0o644)
    accounts = len(data["accounts"])
    if args.json:
        print_json({"height": height, "accounts": accounts, "output": str(path)})
    else:
        print_line(f"{accounts:,} accounts after block {height:,} written to {path}")
    return 0


def read_state(config: NodeConfig, height: int | None) -> tuple[int, dict[str, Any]]:
    """Return the height and the genesis data of a home's chain; raises CommandFailed."""
    if not config.data_dir.exists():
        raise CommandFailed(f"no chain at {config.home}: name its directory with --home")
    genesis = parse_genesis(read_bounded(config.genesis_path, GENESIS_FILE_BYTES_MAX))
    try:
        store = LevelStore(config.data_dir)
    except StoreInUse as cause:
        raise occupied(config) from cause
    with closing(store):
        ledger = Ledger(store, genesis.chain_id)
        newest = ledger.head.header.height
        wanted = newest if height is None else height
        block = ledger.block(wanted)
        if block is None:
            raise UsageWrong(f"--height: 0 to {newest} expected, found {wanted}")
        return wanted, export_genesis(ledger.state(wanted), block.header, genesis.chain_id)
