"""`kumiai devnet`: a chain of one's own, in one command."""

import argparse
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from eth_utils.address import to_checksum_address

from chain.genesis import CHAIN_ID_MAX, parse_genesis
from cli.commands.start import add_server_flags, announce, run_node_of, server_overrides
from cli.config import NodeConfig, home_of, load_config
from cli.devnet import CHAIN_ID_DEFAULT, MNEMONIC, dev_accounts, is_devnet, make_home, wipe
from cli.endpoint import Endpoints
from cli.errors import CommandFailed, UsageWrong
from cli.files import GENESIS_FILE_BYTES_MAX, read_bounded
from cli.output import print_json, print_line, print_table, waiting
from cli.parser import Subparsers, add_command, add_home
from cli.units import format_coins

BLOCK_TIME_MS_MIN: Final = 50
BLOCK_TIME_MS_MAX: Final = 3_600_000  # one hour
CLIENT_VERSION_CHARACTERS_MAX: Final = 128


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "devnet",
        "run a chain of your own, with funded accounts that everybody knows the keys of",
        run,
        "kumiai devnet --home ./play --block-time 0.5",
    )
    add_server_flags(parser)
    parser.add_argument(
        "--chain-id",
        type=chain_id_type,
        metavar="N",
        help=f"of a new chain (default: {CHAIN_ID_DEFAULT})",
    )
    parser.add_argument(
        "--block-time",
        type=block_time_ms_type,
        metavar="SECONDS",
        help="make blocks at this pace (default: as soon as transactions wait, and every second)",
    )
    parser.add_argument("--reset", action="store_true", help="begin again from block 0")
    _add_development_flags(parser)
    add_home(parser)


def _add_development_flags(parser: argparse.ArgumentParser) -> None:
    """Add what a chain for play may be told for one run."""
    parser.add_argument(
        "--on-demand",
        action="store_true",
        help="make blocks for transactions and on request only (evm_mine), none every second",
    )
    parser.add_argument(
        "--consensus",
        action="store_true",
        help="decide blocks by the whole consensus engine, without development methods",
    )
    parser.add_argument(
        "--client-version",
        metavar="TEXT",
        type=client_version_type,
        default="",
        help="what web3_clientVersion says, for tools that look for a name they know",
    )
    parser.add_argument(
        "--disable-code-size-limit",
        action="store_true",
        help="take contracts of any size (EIP-170 and EIP-3860 are off)",
    )
    parser.add_argument(
        "--explain-reverts",
        action="store_true",
        help="answer a transaction that reverts with an error, as ganache did",
    )


def client_version_type(text: str) -> str:
    """Return a client version a flag gives; argparse says what is wrong."""
    if len(text) > CLIENT_VERSION_CHARACTERS_MAX or not text.isprintable():
        raise argparse.ArgumentTypeError(
            f"up to {CLIENT_VERSION_CHARACTERS_MAX} printable characters expected"
        )
    return text


def chain_id_type(text: str) -> int:
    """Return a chain id a flag gives; argparse says what is wrong."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:20]) <= CHAIN_ID_MAX:
        raise argparse.ArgumentTypeError(f"1 to {CHAIN_ID_MAX} expected, found {text!r}")
    return int(text)


def block_time_ms_type(text: str) -> int:
    """Return a block time a flag gives, in ms; argparse says what is wrong."""
    try:
        milliseconds = int(Decimal(text) * 1000)
    except (InvalidOperation, ValueError, OverflowError):
        milliseconds = 0
    if not BLOCK_TIME_MS_MIN <= milliseconds <= BLOCK_TIME_MS_MAX:
        raise argparse.ArgumentTypeError(f"0.05 to 3600 seconds expected, found {text!r}")
    return milliseconds


def run(args: argparse.Namespace) -> int:
    """Make the home if there is none, then run its node until Ctrl-C."""
    config = prepare(args, lambda: int(time.time()))
    return run_node_of(
        config,
        lambda endpoints: _banner(endpoints, config, as_json=args.json),
        _builder(args),
    )


def _builder(args: argparse.Namespace) -> Any:
    """Return what makes the node; None for one that any validator could run."""
    given = (args.client_version, args.on_demand, args.explain_reverts)
    if args.consensus:
        if any(given):
            raise UsageWrong(
                "--client-version, --on-demand and --explain-reverts need the development "
                "methods: leave --consensus out"
            )
        return None

    def build(config: NodeConfig, stack: ExitStack) -> Any:
        from cli.development.node import DevelopmentNode, DevelopmentOptions

        return DevelopmentNode(config, stack, options=DevelopmentOptions(*given))

    return build


def prepare(args: argparse.Namespace, now_s: Callable[[], int]) -> NodeConfig:
    """Return the settings of a devnet whose home is there; raises CommandFailed."""
    home = home_of(args.home)
    if args.reset:
        wipe(NodeConfig(home))
    if is_devnet(home) and (home / "genesis.json").exists():
        _check_chain_id(home / "genesis.json", args.chain_id)
    else:
        with waiting("making the chain's home"):
            new = NodeConfig(home, instant_blocks=True)
            make_home(new, args.chain_id or CHAIN_ID_DEFAULT, now_s())
    overrides = server_overrides(args)
    if args.log_level is None:
        overrides["log_level"] = "warning"  # a terminal to read, not a service to audit
    if args.disable_code_size_limit:
        overrides["limit_code_size"] = False
    if args.block_time is not None:
        overrides |= {"block_interval_ms": args.block_time, "instant_blocks": False}
    return load_config(home, overrides)


def _check_chain_id(path: Any, wanted: int | None) -> None:
    found = parse_genesis(read_bounded(path, GENESIS_FILE_BYTES_MAX)).chain_id
    if wanted is not None and wanted != found:
        raise CommandFailed(
            f"{path.parent} holds chain {found}: leave --chain-id out to go on with it, or add "
            f"--reset to begin chain {wanted}"
        )


def _banner(endpoints: Endpoints, config: NodeConfig, *, as_json: bool) -> None:
    """Show endpoints and accounts, keys included: everybody knows these."""
    accounts = dev_accounts()
    if as_json:
        rows = [
            {
                "name": account.name,
                "address": to_checksum_address(account.address),
                "private_key": "0x" + account.private_key.hex(),
            }
            for account in accounts
        ]
        print_json(asdict(endpoints) | {"home": str(config.home), "accounts": rows})
        return
    coins = format_coins(accounts[0].balance_wei)
    print_table(
        ["key", "address", "private key"],
        [
            [account.name, to_checksum_address(account.address), "0x" + account.private_key.hex()]
            for account in accounts
        ],
        f"accounts, each with {coins} at the beginning; mnemonic: {MNEMONIC}",
    )
    print_line("everybody knows these keys: never send them coins of another chain")
    print_line(f"home: {config.home}")
    announce(endpoints, as_json=False)
    print_line(f"next, in another terminal: kumiai status --home {config.home}")
