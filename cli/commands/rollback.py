"""`kumiai rollback`: take back the last block of a stopped node."""

import argparse
from contextlib import ExitStack

from chain.errors import StoreInUse
from cli.config import home_of, load_config
from cli.errors import CommandFailed
from cli.occupancy import occupied
from cli.output import print_json, print_line, print_note, waiting
from cli.parser import Subparsers, add_command, add_home
from cli.rolling_back import roll_back


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "rollback",
        "take back the last block of a stopped node, so that it is executed again",
        run,
        "kumiai rollback --home ./node",
    )
    parser.add_argument(
        "--hard", action="store_true", help="forget the block too: peers must give it again"
    )
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Remove the head block and say where the node stands."""
    config = load_config(home_of(args.home))
    if not config.data_dir.exists():
        raise CommandFailed(f"no chain at {config.home}: name its directory with --home")
    from cli.node import load_genesis, open_ledger  # loads the virtual machine

    with waiting("taking back the last block"), ExitStack() as stack:
        try:
            ledger = open_ledger(config, load_genesis(config), stack)
        except StoreInUse as cause:
            raise occupied(config) from cause
        roll_back(ledger, config.wal_dir, hard=args.hard)
        head = ledger.head
    height, block_hash = head.header.height, f"0x{head.header.hash.hex()}"
    if args.json:
        print_json({"height": height, "block_hash": block_hash})
    else:
        print_line(f"the node stands at block {height:,}, {block_hash}")
        what = "peers must give the block again" if args.hard else "the block is executed again"
        print_note(f"at the next start {what}; nothing is signed twice")
    return 0
