"""`kumiai top`: watch a node in a terminal."""

import argparse
import sys
from pathlib import Path
from typing import Final

from cli.client import Client
from cli.config import home_of
from cli.endpoint import read as read_endpoints
from cli.parser import Subparsers, add_command, add_node, client_of
from cli.top.lines import follow, show_once
from cli.top.numbers import check_url

EVERY_S_MIN: Final = 0.2
EVERY_S_MAX: Final = 3_600.0
LOOK_S: Final = 10.0  # seconds for one answer of the node
EXAMPLE: Final = (
    "kumiai top\n"
    "  kumiai top --node http://10.0.0.5:8545 --metrics http://10.0.0.5:26660/metrics\n"
    "  kumiai top --once --json          one look, for programs\n"
    "  kumiai top | tee blocks.log       a line a block"
)


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers, "top", "watch a node: blocks, votes, peers, markets", run, EXAMPLE
    )
    parser.add_argument("--once", action="store_true", help="look once and end")
    parser.add_argument(
        "--every", metavar="SECONDS", type=every_type, default=1.0, help="between looks (1)"
    )
    parser.add_argument(
        "--metrics",
        metavar="URL",
        help="the node's metrics, for round and traffic (default: those of the home's node)",
    )
    add_node(parser)


def every_type(text: str) -> float:
    """Return the seconds a flag gives; argparse says what is wrong."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not EVERY_S_MIN <= found <= EVERY_S_MAX:
        raise argparse.ArgumentTypeError(
            f"{EVERY_S_MIN:g} to {EVERY_S_MAX:g} seconds expected, found {text!r}"
        )
    return found


def run(args: argparse.Namespace) -> int:
    """Watch until `q`, Ctrl-C, or once."""
    from cli.top.reader import Reader  # loads the modules

    url = client_of(args).url
    home = None if args.node else home_of(args.home)
    metrics = args.metrics and check_url(args.metrics)
    reader = Reader(Client(url, LOOK_S), url, metrics or _metrics_of(home), home)
    if args.once:
        show_once(reader.look, is_json=args.json)
    elif args.json or not (sys.stdout.isatty() and sys.stdin.isatty()):
        follow(reader.look, args.every, is_json=args.json)
    else:
        from cli.top.screen import Screen  # loads Textual: only where it is shown

        Screen(reader.look, url, args.every).run()
    return 0


def _metrics_of(home: Path | None) -> str | None:
    """Return where the node of a home serves its metrics, None where it does not."""
    found = None if home is None else read_endpoints(home)
    return (found.metrics or None) if found else None
