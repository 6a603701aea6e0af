"""`kumiai testnet`: homes of a network of validators, ready to start."""

import argparse
import ipaddress
import time
from pathlib import Path
from typing import Final

from eth_utils.address import to_checksum_address
from rich.console import Console
from rich.progress import Progress

from cli.commands.devnet import block_time_ms_type, chain_id_type
from cli.commands.start import port_type
from cli.config import NodeConfig
from cli.devnet import CHAIN_ID_DEFAULT
from cli.output import print_json, print_line, print_table
from cli.parser import Subparsers, add_command
from cli.testnet import VALIDATORS_MAX, NetworkNode, NetworkPlan, make_testnet

OUTPUT_DEFAULT: Final = "testnet"


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "testnet",
        "write the homes of a network of validators, ready to start",
        run,
        "kumiai testnet --validators 4 --output net\n"
        "  kumiai start --home net/node0          … node1, node2, node3, each in a terminal\n"
        "  kumiai testnet --validators 4 --starting-ip 192.0.2.10",
    )
    parser.add_argument(
        "--validators", type=_count, metavar="N", default=4, help="how many (default: 4)"
    )
    parser.add_argument(
        "--output",
        metavar="DIR",
        default=OUTPUT_DEFAULT,
        help="make DIR/node0 … (default: testnet)",
    )
    parser.add_argument(
        "--starting-ip",
        metavar="IP",
        type=_ip,
        help="node0's address, the others' follow (default: all here, each with own ports)",
    )
    parser.add_argument(
        "--chain-id", type=chain_id_type, metavar="N", default=CHAIN_ID_DEFAULT, help="its chain id"
    )
    parser.add_argument(
        "--block-time", type=block_time_ms_type, metavar="SECONDS", default=1_000, help="pace"
    )
    defaults = NodeConfig(Path())
    for name in ("p2p", "rpc", "grpc", "metrics"):
        field = f"{name}_port"
        parser.add_argument(
            f"--{name}-port",
            type=port_type,
            metavar="PORT",
            default=getattr(defaults, field),
            help=f"node0's (default: {getattr(defaults, field)})",
        )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:4]) <= VALIDATORS_MAX:
        raise argparse.ArgumentTypeError(f"1 to {VALIDATORS_MAX} expected, found {text!r}")
    return int(text)


def _ip(text: str) -> ipaddress.IPv4Address:
    try:
        return ipaddress.IPv4Address(text)
    except ValueError as cause:
        raise argparse.ArgumentTypeError(f"an IPv4 address expected, found {text!r}") from cause


def run(args: argparse.Namespace) -> int:
    """Make the homes and say where they are."""
    base = NodeConfig(
        Path(),
        p2p_port=args.p2p_port,
        rpc_port=args.rpc_port,
        grpc_port=args.grpc_port,
        metrics_port=args.metrics_port,
    )
    plan = NetworkPlan(
        Path(args.output).absolute(),
        args.validators,
        args.chain_id,
        args.starting_ip,
        args.block_time,
        base,
    )
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("making homes", total=args.validators)
        nodes = make_testnet(plan, int(time.time()), lambda done: bar.update(task, completed=done))
    if args.json:
        print_json({"chain_id": args.chain_id, "nodes": [_describe(node) for node in nodes]})
    else:
        _print(plan, nodes)
    return 0


def _describe(node: NetworkNode) -> dict[str, str]:
    return {
        "home": str(node.config.home),
        "validator": to_checksum_address(node.validator),
        "operator": to_checksum_address(node.operator),
        "peer": node.peer_address,
        "rpc": f"http://{node.config.rpc_host}:{node.config.rpc_port}",
        "grpc": f"{node.config.grpc_host}:{node.config.grpc_port}",
        "metrics": f"http://{node.config.metrics_host}:{node.config.metrics_port}/metrics",
    }


def _print(plan: NetworkPlan, nodes: tuple[NetworkNode, ...]) -> None:
    print_table(
        ["home", "validator", "peers dial", "JSON-RPC"],
        [
            [
                str(node.config.home),
                to_checksum_address(node.validator),
                node.config.p2p_external_address,
                f"{node.config.rpc_host}:{node.config.rpc_port}",
            ]
            for node in nodes
        ],
        f"chain {plan.chain_id}, {len(nodes)} validators; everybody knows the keys dev0 to dev19",
    )
    print_line(f"next, each in a terminal of its own: kumiai start --home {nodes[0].config.home}")
    print_line(f"then: kumiai status --home {nodes[0].config.home}")
