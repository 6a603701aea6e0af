"""`kumiai replica`: follow a node and serve what it serves."""

import argparse
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from chain.errors import Invalid
from cli.commands.start import (
    add_metrics_flags,
    add_server_flags,
    announce,
    metrics_overrides,
    run_node_of,
    server_overrides,
)
from cli.config import NodeConfig, home_of, load_config, render_config
from cli.errors import CommandFailed, UsageWrong
from cli.files import GENESIS_FILE_BYTES_MAX, PEM_FILE_BYTES_MAX, read_bounded, write_atomically
from cli.output import print_note
from cli.parser import Subparsers, add_command, add_home

if TYPE_CHECKING:
    from cli.node import Node
    from cli.replication.client import SourceTls

ADDRESS_CHARACTERS_MAX: Final = 300  # of a host name and a port
HASH_BYTES: Final = 32


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "replica",
        "follow a node over gRPC and serve the same JSON-RPC and gRPC, so that reads scale",
        run,
        "kumiai replica --from 127.0.0.1:9090 --home ./replica --rpc-port 8600 --grpc-port 9600",
    )
    parser.add_argument(
        "--from",
        dest="source",
        metavar="HOST:PORT",
        type=address_type,
        required=True,
        help="gRPC address of the node, or replica, to follow",
    )
    parser.add_argument(
        "--from-tls-ca", metavar="FILE", help="over TLS: who signed the source's certificate (PEM)"
    )
    parser.add_argument(
        "--from-tls-cert", metavar="FILE", help="this replica's certificate, where the source asks"
    )
    parser.add_argument("--from-tls-key", metavar="FILE", help="its key")
    parser.add_argument("--genesis", metavar="FILE", help="the chain's genesis file")
    parser.add_argument(
        "--genesis-hash",
        metavar="0xHASH",
        type=hash_type,
        help="hash of block 0 that is believed, whatever the source says",
    )
    add_metrics_flags(parser)
    add_server_flags(parser)
    add_home(parser)


def address_type(text: str) -> str:
    """Return the address a flag gives; argparse says what is wrong."""
    host, colon, port = text.rpartition(":")
    if not host or not colon or not port.isdigit() or len(text) > ADDRESS_CHARACTERS_MAX:
        raise argparse.ArgumentTypeError(f"HOST:PORT of a node's gRPC expected, found {text!r}")
    return text


def hash_type(text: str) -> bytes:
    """Return the hash a flag gives; argparse says what is wrong."""
    try:
        found = bytes.fromhex(text.removeprefix("0x"))
    except ValueError:
        found = b""
    if len(found) != HASH_BYTES:
        raise argparse.ArgumentTypeError(f"0x and 64 hex digits expected, found {text[:80]!r}")
    return found


def run(args: argparse.Namespace) -> int:
    """Follow until SIGINT or SIGTERM, or until the source lies."""
    overrides = server_overrides(args) | metrics_overrides(args)
    home = home_of(args.home)
    check_home(NodeConfig(home))
    prepare(NodeConfig(home), args)
    config = load_config(home, overrides)
    return run_node_of(
        config,
        lambda endpoints: announce(endpoints, as_json=args.json),
        lambda found, stack: _build(found, stack, args),
    )


def check_home(config: NodeConfig) -> None:
    """Raise CommandFailed for the home of a node that signs: a replica has a home of its own."""
    if config.validator_key_path.exists():
        raise CommandFailed(
            f"{config.home} is a validator's home: give the replica one of its own with --home DIR"
        )


def prepare(config: NodeConfig, args: argparse.Namespace) -> None:
    """Make the home at the first start: settings, and the genesis file once it is believed."""
    if config.genesis_path.exists():
        if args.genesis is not None and config.genesis_path.read_bytes() != _given(args.genesis):
            raise CommandFailed(
                f"{config.genesis_path} is another file than {args.genesis}: leave --genesis out, "
                "or choose another --home"
            )
        return
    if args.genesis is not None:
        text = _given(args.genesis)
    else:
        from cli.replication.client import fetch_genesis  # loads gRPC: only where it is asked

        text = fetch_genesis(args.source, tls_of(args))
    found = genesis_hash(text)
    _check_hash(found, args.genesis_hash)
    if args.genesis is None and args.genesis_hash is None:
        print_note(
            f"the genesis file came from {args.source}; its hash is 0x{found.hex()}: compare it "
            "with one that you trust, or give that with --genesis-hash"
        )
    config.home.mkdir(parents=True, exist_ok=True)
    if not config.config_path.exists():
        write_atomically(config.config_path, render_config(config).encode(), mode=0o644)
    write_atomically(config.genesis_path, text, mode=0o644)


def tls_of(args: argparse.Namespace) -> "SourceTls | None":
    """Return how the source is reached, None for plain text; raises UsageWrong, CommandFailed."""
    authority, cert, key = args.from_tls_ca, args.from_tls_cert, args.from_tls_key
    if authority is None and cert is None and key is None:
        return None
    if authority is None or (cert is None) != (key is None):
        raise UsageWrong(
            "TLS to the source takes --from-tls-ca, and --from-tls-cert and --from-tls-key both or "
            "neither"
        )
    from cli.replication.client import SourceTls  # loads gRPC

    read = [None if path is None else _pem(path) for path in (cert, key)]
    return SourceTls(_pem(authority), *read)


def _pem(path: str) -> bytes:
    found = read_bounded(Path(path), PEM_FILE_BYTES_MAX)
    if b"-----BEGIN " not in found:
        raise CommandFailed(f"{path}: PEM expected, found none: give another file")
    return found


def genesis_hash(text: bytes) -> bytes:
    """Return the hash of the block 0 that a genesis file makes; raises CommandFailed."""
    # They load the virtual machine: only where a genesis is judged.
    from chain.genesis import build_genesis, parse_genesis
    from chain.store.memory import MemoryStore
    from chain.store.state import StateStore
    from modules import assemble

    try:
        first = build_genesis(parse_genesis(text), assemble(), StateStore(MemoryStore()))
    except Invalid as cause:
        raise CommandFailed(f"this is no genesis file: {cause}") from cause
    return first.header.hash


def _given(path: str) -> bytes:
    return read_bounded(Path(path), GENESIS_FILE_BYTES_MAX)


def _check_hash(found: bytes, expected: bytes | None) -> None:
    if expected is not None and found != expected:
        raise CommandFailed(
            f"genesis hash 0x{expected.hex()} expected, found 0x{found.hex()}: follow a node of "
            "the chain that you mean"
        )


def _build(config: NodeConfig, stack: ExitStack, args: argparse.Namespace) -> "Node":
    from cli.replication.client import GrpcSource
    from cli.replication.node import ReplicaNode  # loads the virtual machine

    node: Any = ReplicaNode(config, stack, source=GrpcSource(args.source, tls_of(args)))
    _check_hash(node.app.ledger.genesis_hash, args.genesis_hash)
    return node  # type: ignore[no-any-return]
