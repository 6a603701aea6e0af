"""
`kumiai signer`: hold a validator's key apart from the node that the world can reach.

    node: [consensus] signer = "unix:/path" | "host:port"  --asks-->  signer start, with the key
"""

import argparse
import os

from eth_utils.address import to_checksum_address

from chain.genesis import parse_genesis
from chain.types.primitives import Address
from cli.commands.devnet import chain_id_type
from cli.commands.start import GRPC_LOG_VARIABLE
from cli.config import NodeConfig, home_of, load_config
from cli.errors import CommandFailed, UsageWrong
from cli.files import GENESIS_FILE_BYTES_MAX, read_bounded
from cli.logs import start_logging
from cli.output import print_fields, print_json
from cli.parser import Parser, Subparsers, add_command, add_home


def register(subparsers: Subparsers) -> None:
    """Declare `signer` and its command."""
    example = "kumiai signer start --home ~/signer --listen unix:/run/kumiai/signer.sock"
    top = add_command(
        subparsers, "signer", "hold a validator's key apart from its node", None, example
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)
    parser = add_command(
        commands,
        "start",
        "sign votes for a node with the key of this home",
        run_start,
        f"{example}\n"
        "  kumiai signer start --home ~/signer --listen 10.0.0.3:26659 --tls-dir ~/signer/tls",
    )
    add = parser.add_argument
    add("--listen", metavar="PLACE", required=True, help="unix:/path, or host:port with --tls-dir")
    add("--tls-dir", metavar="DIR", help="holds certificate.pem, key.pem and authority.pem")
    add(
        "--chain-id",
        metavar="N",
        type=chain_id_type,
        help="the only chain it signs for (default: that of the home's genesis.json)",
    )
    add(
        "--validator",
        metavar="0x…",
        type=_address,
        help="which key, by its address, where the home holds several (default: the only one)",
    )
    add_home(parser)


def _address(text: str) -> Address:
    digits = text.removeprefix("0x")
    try:
        found = bytes.fromhex(digits)
    except ValueError:
        found = b""
    if len(found) != 20:
        raise argparse.ArgumentTypeError(f"0x and 40 hex digits expected, found {text[:48]!r}")
    return Address(found)


def run_start(args: argparse.Namespace) -> int:
    """Sign until SIGINT or SIGTERM."""
    os.environ.setdefault(GRPC_LOG_VARIABLE, "NONE")  # before gRPC is loaded: our lines suffice
    from cli.signer_process import check_target, open_key, run_signer
    from cli.signing import tls_files

    check_target(args.listen)
    config = load_config(home_of(args.home))
    chain_id, tls = chain_id_of(config, args.chain_id), tls_files(args.tls_dir or "")
    start_logging(config.log_level, config.log_format)
    signer = open_key(config, chain_id, args.validator)
    validator = to_checksum_address(signer.address)

    def announce(where: str) -> None:
        if args.json:
            print_json({"listen": where, "validator": validator, "chain_id": chain_id})
            return
        print_fields(
            [("listens at", where), ("validator", validator), ("chain id", str(chain_id))],
            "Kumiai signs; Ctrl-C stops it",
        )

    run_signer(signer, chain_id, args.listen, tls, announce)
    return 0


def chain_id_of(config: NodeConfig, flag: int | None) -> int:
    """Return which chain is signed for; the home's genesis and the flag may not disagree."""
    if not config.genesis_path.exists():
        if flag is None:
            raise CommandFailed(
                f"which chain? no {config.genesis_path}: give --chain-id, or copy the chain's "
                "genesis.json there"
            )
        return flag
    found = parse_genesis(read_bounded(config.genesis_path, GENESIS_FILE_BYTES_MAX)).chain_id
    if flag not in (None, found):
        raise UsageWrong(f"--chain-id: {found} of {config.genesis_path} expected, found {flag}")
    return found
