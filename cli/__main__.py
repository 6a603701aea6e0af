"""
`kumiai`: the command line.

    argv --parser--> one command's run(args) --> exit status: 0 done, 1 refused, 2 not understood

Whatever goes wrong is one line on stderr that says what to do; KUMIAI_DEBUG=1 shows the traceback.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from chain.errors import ChainError
from cli.errors import UsageWrong
from cli.parser import USAGE_STATUS, Parser

DEBUG_VARIABLE: Final = "KUMIAI_DEBUG"
COMMANDS: Final = (
    "devnet", "testnet", "init", "start", "status", "keys", "tx", "query", "gov",
    "validator", "signer", "light", "replica", "bridge", "relayer", "provider", "gateway", "keeper",
    "module", "inspect", "wal", "rollback", "replay", "export", "import", "version",
)  # fmt: skip
PLACES: Final = {"import": "import_chain"}  # of commands whose name is a word of Python
EXAMPLE: Final = """example:
  kumiai devnet                                   a chain of your own, in one terminal
  kumiai query balance dev0                       in another
  kumiai tx send dev1 1.5kum --from dev0
  kumiai gov submit --title "Cheaper" --set model_fees.protocol_fee_bps=200 --from dev0
"""


def build_parser(commands: Sequence[str] = COMMANDS) -> Parser:
    """Return the parser of these commands."""
    parser = Parser(
        prog="kumiai",
        description="Run a Kumiai node, ask it, send transactions and govern the chain.",
        epilog=EXAMPLE,
    )
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    for command in commands:
        import_module(f"cli.commands.{PLACES.get(command, command)}").register(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    # Only what is asked for is loaded: the virtual machine alone takes a second.
    known = tuple(words[:1]) if words and words[0] in COMMANDS else COMMANDS
    args = build_parser(known).parse_args(words)
    try:
        return int(args.run(args))
    except KeyboardInterrupt:
        return 130  # as a shell reports SIGINT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0  # whoever read our output has seen enough
    except Exception as failure:  # noqa: BLE001  the edge: every failure ends as one line
        return _report(failure)


def _report(failure: Exception) -> int:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exc()
    text = " ".join(str(failure).split()) or type(failure).__name__
    if not isinstance(failure, ChainError):
        text = f"{type(failure).__name__}: {text} (set {DEBUG_VARIABLE}=1 to see where)"
    sys.stderr.write(f"kumiai: {text}\n")
    return USAGE_STATUS if isinstance(failure, UsageWrong) else 1


if __name__ == "__main__":
    sys.exit(main())
