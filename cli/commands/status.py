"""`kumiai status`: where the chain and the node stand."""

import argparse
from typing import Any

from eth_utils.address import to_checksum_address

from cli.client import Client, number_of
from cli.config import home_of
from cli.endpoint import read as read_endpoints
from cli.output import print_fields, print_json, waiting
from cli.parser import Subparsers, add_command, add_node, client_of
from cli.units import format_gas_price, format_seconds


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers, "status", "show where the node stands", run, "kumiai status --json"
    )
    add_node(parser)


def run(args: argparse.Namespace) -> int:
    """Print the node's status."""
    client = client_of(args)
    with waiting("asking the node"):
        found = ask(client)
    local = None if args.node else read_endpoints(home_of(args.home))
    found |= {
        "rpc": client.url,
        "ws": local.ws if local else None,
        "grpc": local.grpc if local else None,
        "pid": local.pid if local else None,
    }
    if args.json:
        print_json(found)
    else:
        _print(found)
    return 0


def ask(client: Client) -> dict[str, Any]:
    """Return what the node says of itself and of the chain."""
    block = client.call("eth_getBlockByNumber", "latest", False)
    validates, syncing = bool(client.call("eth_mining")), client.call("eth_syncing")
    target = syncing.get("highestBlock") if isinstance(syncing, dict) else None
    return {
        "version": client.call("web3_clientVersion"),
        "chain_id": number_of(client.call("eth_chainId"), "chain id"),
        "height": number_of(block["number"], "height"),
        "block_hash": block["hash"],
        "time_s": number_of(block["timestamp"], "time"),
        "base_fee_wei": number_of(block["baseFeePerGas"], "base fee"),
        "peers": number_of(client.call("net_peerCount"), "peers"),
        "validator": to_checksum_address(client.call("eth_coinbase")) if validates else None,
        "syncing": bool(syncing),
        "target_height": None if target is None else number_of(target, "target height"),
    }


def _syncing(found: dict[str, Any]) -> str:
    if not found["syncing"]:
        return "no"
    if found["target_height"] is None:
        return "yes"
    return f"yes, {found['target_height'] - found['height']:,} blocks to go"


def _print(found: dict[str, Any]) -> None:
    print_fields(
        [
            ("chain id", str(found["chain_id"])),
            ("height", f"{found['height']:,}"),
            ("block hash", found["block_hash"]),
            ("time", format_seconds(found["time_s"])),
            ("base fee", format_gas_price(found["base_fee_wei"])),
            ("peers", str(found["peers"])),
            ("validator", found["validator"] or "no, this node only follows"),
            ("syncing", _syncing(found)),
            ("JSON-RPC", found["rpc"]),
            ("WebSocket", found["ws"] or "unknown"),
            ("gRPC", found["grpc"] or "unknown"),
            ("version", found["version"]),
        ]
    )
