"""`kumiai start`: run the node of a home until it is told to stop."""

import argparse
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from chain.errors import StoreInUse
from cli.config import LOG_FORMATS, LOG_LEVELS, NodeConfig, home_of, load_config
from cli.endpoint import Endpoints
from cli.errors import CommandFailed, UsageWrong
from cli.logs import start_logging
from cli.occupancy import check_stopped, occupied
from cli.output import print_fields, print_json
from cli.parser import Subparsers, add_command, add_home
from consensus.host.signer import SignStateInUse

PORT_MAX: Final = 65_535
GRPC_LOG_VARIABLE: Final = "GRPC_VERBOSITY"  # what the gRPC library itself writes to stderr
ARCHIVE: Final = "archive"


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers, "start", "run the node of a home", run, "kumiai start --home ~/.kumiai"
    )
    add_server_flags(parser)
    parser.add_argument(
        "--history",
        metavar="N|archive",
        type=_history,
        help="blocks whose state stays readable, or archive for all",
    )
    add_metrics_flags(parser)
    parser.add_argument("--no-rpc", action="store_true", help="serve no JSON-RPC")
    parser.add_argument("--no-grpc", action="store_true", help="serve no gRPC")
    add_home(parser)


def add_server_flags(parser: argparse.ArgumentParser) -> None:
    """Add where the servers listen and how much is logged."""
    parser.add_argument("--rpc-host", metavar="HOST", help="address of the JSON-RPC server")
    parser.add_argument(
        "--rpc-port", metavar="PORT", type=port_type, help="its port; 0: any free one"
    )
    parser.add_argument(
        "--rpc-methods",
        metavar="LIST",
        type=names_type,
        help='methods and namespaces to serve, with commas; "-" before one takes it out, "*": all',
    )
    parser.add_argument(
        "--rpc-jwt-secret", metavar="FILE", type=file_type, help="secret that signs admin tokens"
    )
    parser.add_argument(
        "--rpc-api-keys", metavar="FILE", type=file_type, help="admin keys, one a line"
    )
    parser.add_argument(
        "--no-explorer", action="store_true", help="serve no block explorer at the JSON-RPC port"
    )
    parser.add_argument("--grpc-host", metavar="HOST", help="address of the gRPC server")
    parser.add_argument(
        "--grpc-port", metavar="PORT", type=port_type, help="its port; 0: any free one"
    )
    parser.add_argument(
        "--grpc-tls-cert",
        metavar="FILE",
        type=file_type,
        help="serve gRPC over TLS with this certificate chain",
    )
    parser.add_argument(
        "--grpc-tls-key", metavar="FILE", type=file_type, help="the certificate's key"
    )
    parser.add_argument(
        "--grpc-tls-client-ca",
        metavar="FILE",
        type=file_type,
        help="take only gRPC clients whose certificates these certificates signed",
    )
    parser.add_argument("--log-level", choices=LOG_LEVELS, help="how much is logged")
    parser.add_argument("--log-format", choices=LOG_FORMATS, help="lines for people, or JSON")


def add_metrics_flags(parser: argparse.ArgumentParser) -> None:
    """Add where numbers for Prometheus are served; a flag of these turns them on."""
    parser.add_argument("--metrics-host", metavar="HOST", help="serve metrics at this address")
    parser.add_argument(
        "--metrics-port", metavar="PORT", type=port_type, help="serve metrics here; 0: any free one"
    )


def metrics_overrides(args: argparse.Namespace) -> dict[str, Any]:
    """Return the settings that those flags give."""
    is_asked = args.metrics_host is not None or args.metrics_port is not None
    return {
        "metrics_enabled": True if is_asked else None,
        "metrics_host": args.metrics_host,
        "metrics_port": args.metrics_port,
    }


def port_type(text: str) -> int:
    """Return a port a flag gives; argparse says what is wrong."""
    if not text.isascii() or not text.isdigit() or int(text[:6]) > PORT_MAX:
        raise argparse.ArgumentTypeError(f"a port from 0 to {PORT_MAX} expected, found {text!r}")
    return int(text)


def names_type(text: str) -> tuple[str, ...]:
    """Return the names a flag gives, with commas between them; argparse says what is wrong."""
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        raise argparse.ArgumentTypeError(f"names with commas between them expected, found {text!r}")
    return names


def file_type(text: str) -> str:
    """Return the path of a file from where the command runs, not from the home."""
    return str(Path(text).expanduser().absolute())


def _history(text: str) -> int | str:
    if text == ARCHIVE:
        return ARCHIVE
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:14]) <= 2**40:
        raise argparse.ArgumentTypeError(f"a number of blocks or archive expected, found {text!r}")
    return int(text)


def server_overrides(args: argparse.Namespace) -> dict[str, Any]:
    """Return the settings that flags give, by field of NodeConfig; None where they give none."""
    return {
        "rpc_host": args.rpc_host,
        "rpc_port": args.rpc_port,
        "rpc_methods": args.rpc_methods,
        "rpc_jwt_secret": args.rpc_jwt_secret,
        "rpc_api_keys": args.rpc_api_keys,
        "rpc_explorer": False if args.no_explorer else None,
        "grpc_host": args.grpc_host,
        "grpc_port": args.grpc_port,
        "grpc_tls_cert": args.grpc_tls_cert,
        "grpc_tls_key": args.grpc_tls_key,
        "grpc_tls_client_ca": args.grpc_tls_client_ca,
        "log_level": args.log_level,
        "log_format": args.log_format,
    }


def run(args: argparse.Namespace) -> int:
    """Run the node until SIGINT or SIGTERM."""
    config = config_of(args)
    if not config.genesis_path.exists():
        raise CommandFailed(
            f"no node lives at {config.home}: make its home with `kumiai init --home {config.home}`"
        )
    return run_node_of(config, lambda endpoints: announce(endpoints, as_json=args.json))


def config_of(args: argparse.Namespace) -> NodeConfig:
    """Return the home's settings with the flags on top."""
    overrides = server_overrides(args) | metrics_overrides(args)
    overrides["rpc_enabled"] = False if args.no_rpc else None
    overrides["grpc_enabled"] = False if args.no_grpc else None
    if args.history not in (None, ARCHIVE):
        overrides["history_blocks"] = args.history
    config = load_config(home_of(args.home), overrides)
    return replace(config, history_blocks=None) if args.history == ARCHIVE else config


def run_node_of(config: NodeConfig, on_ready: Any, build: Any = None) -> int:
    """
    Run a node in this process; refuses where one runs at this home.

    `build` loads and makes another kind of node than `kumiai start` runs.
    """
    if not __debug__:
        raise UsageWrong("a node does not run under `python -O`: its checks must stay on")
    check_stopped(config)
    start_logging(config.log_level, config.log_format)
    os.environ.setdefault(GRPC_LOG_VARIABLE, "NONE")  # before gRPC is loaded: our lines suffice
    from cli.node import Node, run_node  # loads the virtual machine: only where a node runs

    try:
        run_node(config, on_ready, build or Node)
    except (StoreInUse, SignStateInUse) as cause:
        raise occupied(config) from cause
    return 0


def announce(endpoints: Endpoints, *, as_json: bool) -> None:
    """Say where the node listens, once it does."""
    if as_json:
        print_json(asdict(endpoints))
        return
    print_fields(
        [
            ("chain id", str(endpoints.chain_id)),
            ("JSON-RPC", endpoints.rpc or "off"),
            ("WebSocket", endpoints.ws or "off"),
            ("gRPC", endpoints.grpc or "off"),
            ("explorer", endpoints.explorer or "off"),
        ],
        "Kumiai runs; Ctrl-C stops it",
    )
