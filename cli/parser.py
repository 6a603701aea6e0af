"""
How the command line is read: argparse, with errors in one line and an example in every help text.

Options may stand anywhere: `tx model_fees pay --from dev0 llama 10 20` is as good as any order.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from cli.client import Client
from cli.config import HOME_DEFAULT, HOME_VARIABLE, home_of
from cli.endpoint import Endpoints
from cli.endpoint import read as read_endpoints
from cli.errors import CommandFailed
from cli.output import Style

USAGE_STATUS = 2  # exit status of a command line that cannot be read
Subparsers = Any  # argparse keeps the type of add_subparsers() private
Run = Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Reads one command; positional arguments and options mix freely."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        kwargs.setdefault("allow_abbrev", False)
        super().__init__(*args, **kwargs)
        self._is_mixing = False

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong and where help is; exit with status 2."""
        sys.stderr.write(f"kumiai: {message} (see `{self.prog} --help`)\n")
        raise SystemExit(USAGE_STATUS)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Let options stand between positional arguments, which argparse alone does not."""
        has_commands = any(isinstance(a, argparse._SubParsersAction) for a in self._actions)
        if self._is_mixing or has_commands:
            return super().parse_known_args(args, namespace)
        self._is_mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_mixing = False


def add_command(
    subparsers: Subparsers, name: str, summary: str, run: Run | None, example: str
) -> Parser:
    """Declare a command: its one-line summary, what runs it, and an example for its help."""
    parser: Parser = subparsers.add_parser(
        name, help=summary, description=summary, epilog=f"example:\n  {example}"
    )
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def add_home(parser: argparse.ArgumentParser) -> None:
    """Add --home and --json."""
    parser.add_argument(
        "--home",
        metavar="DIR",
        help=f"the node's directory (default: ${HOME_VARIABLE} or {HOME_DEFAULT})",
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def add_node(parser: argparse.ArgumentParser) -> None:
    """Add what every command that talks to a node takes."""
    add_home(parser)
    parser.add_argument(
        "--node", metavar="URL", help="JSON-RPC of a node (default: the one that runs at --home)"
    )
    parser.add_argument("--wei", action="store_true", help="show amounts in wei, not in coins")


def style_of(args: argparse.Namespace) -> Style:
    """Return how the answer is to be shown."""
    return Style(as_json=args.json, in_wei=getattr(args, "wei", False))


def client_of(args: argparse.Namespace) -> Client:
    """Return a client of the node that --node names, else of the home's; raises CommandFailed."""
    if args.node:
        return Client(args.node)
    return Client(endpoints_of(args).rpc)


def endpoints_of(args: argparse.Namespace) -> Endpoints:
    """Return where the home's node listens; raises CommandFailed where none runs."""
    home = home_of(args.home)
    found = read_endpoints(home)
    if found is None:
        raise CommandFailed(
            f"no node runs at {home}: start one with `kumiai devnet --home {home}`, or name one "
            "with --node URL"
        )
    if not found.rpc:
        raise CommandFailed(f"the node at {home} serves no JSON-RPC: set rpc.enabled = true")
    return found
