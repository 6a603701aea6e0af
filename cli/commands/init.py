"""`kumiai init`: make the home of a node."""

import argparse
import json
import time
from pathlib import Path
from typing import Any, Final

from eth_utils.address import to_checksum_address

from chain.codec import address_of
from chain.genesis import parse_genesis
from chain.types.primitives import Address
from cli.beacon_secret import load_beacon_secret, tip_entry
from cli.commands.devnet import chain_id_type
from cli.config import NodeConfig, home_of, render_config
from cli.devnet import CHAIN_ID_DEFAULT
from cli.errors import CommandFailed, UsageWrong
from cli.files import GENESIS_FILE_BYTES_MAX, make_private, read_bounded, write_atomically
from cli.node_key import load_node_key, peer_id_of
from cli.output import print_fields, print_json, print_note
from cli.parser import Subparsers, add_command, add_home
from cli.units import WEI_PER_COIN
from cli.validator_key import create_validator_key
from consensus.host.signer import FileSigner

STAKE_WEI: Final = 1_000 * WEI_PER_COIN  # of the first validator of a fresh chain
BALANCE_WEI: Final = 1_000_000 * WEI_PER_COIN  # coins of its account, for gas and to give out


def register(subparsers: Subparsers) -> None:
    """Declare the command."""
    parser = add_command(
        subparsers,
        "init",
        "make a node's home: settings, genesis file and validator key",
        run,
        "kumiai init --home ./node --chain-id 7001 --validator-name alice",
    )
    parser.add_argument(
        "--chain-id", type=chain_id_type, metavar="N", help="of a fresh chain (default: 31337)"
    )
    parser.add_argument("--genesis", metavar="FILE", help="join the chain of this genesis file")
    parser.add_argument(
        "--validator-name", metavar="NAME", default="validator", help="shown to others"
    )
    parser.add_argument(
        "--peers",
        metavar="0xID@HOST:PORT,…",
        help="nodes to stay connected to; with them, or --genesis, the node talks to others",
    )
    add_home(parser)


def run(args: argparse.Namespace) -> int:
    """Make the home and say what is in it."""
    config = _config_of(args)
    address, chain_id = make_home(config, args, int(time.time()))
    validator = to_checksum_address(address)
    if args.json:
        print_json(
            {
                "home": str(config.home),
                "chain_id": chain_id,
                "validator": validator,
                "peer_id": peer_id_of(load_node_key(config.node_key_path)),
            }
        )
        return 0
    print_fields(
        [
            ("home", str(config.home)),
            ("chain id", str(chain_id)),
            ("validator", validator),
            ("peers know it as", peer_id_of(load_node_key(config.node_key_path))),
            ("settings", str(config.config_path)),
            ("genesis", str(config.genesis_path)),
            ("validator key", f"{config.validator_key_path} (keep it safe, and on one machine)"),
            ("beacon secret", f"{config.beacon_secret_path} (losing it costs a fine)"),
        ]
    )
    print_note(
        f"next: `kumiai start --home {config.home}`; to send from the validator's account: "
        f"`kumiai keys import validator --private-key - --home {config.home} "
        f"< {config.validator_key_path}`"
    )
    return 0


def _config_of(args: argparse.Namespace) -> NodeConfig:
    """Return the new home's settings; a node that joins a chain talks to others."""
    peers = tuple(filter(None, (args.peers or "").split(",")))
    joins = args.genesis is not None or bool(peers)
    return NodeConfig(home_of(args.home), p2p_enabled=joins, p2p_persistent_peers=peers)


def make_home(config: NodeConfig, args: argparse.Namespace, time_s: int) -> tuple[Address, int]:
    """Write every file of a new home, the genesis last; refuses to replace any."""
    given = None if args.genesis is None else _given_genesis(args)
    for path in (config.genesis_path, config.config_path, config.validator_key_path):
        if path.exists():
            raise CommandFailed(
                f"{path} exists: this home is in use; start it, or choose another --home"
            )
    key = create_validator_key(config.validator_key_path)
    address = address_of(key)
    secret = load_beacon_secret(config.beacon_secret_path)
    text = given or _render(_fresh_genesis(args, address, secret, time_s))
    chain_id = parse_genesis(text).chain_id
    FileSigner.create(key, config.sign_state_path, chain_id).close()
    make_private(config.keyring_dir)
    load_node_key(config.node_key_path)
    write_atomically(config.config_path, render_config(config).encode(), mode=0o644)
    write_atomically(config.genesis_path, text, mode=0o644)
    return address, chain_id


def _given_genesis(args: argparse.Namespace) -> bytes:
    """Return the file's bytes as they are, so that all nodes have the same; checked first."""
    if args.chain_id is not None:
        raise UsageWrong("--chain-id stands in the genesis file: leave it out with --genesis")
    text = read_bounded(Path(args.genesis), GENESIS_FILE_BYTES_MAX)
    parse_genesis(text)
    return text


def _fresh_genesis(
    args: argparse.Namespace, validator: Address, secret: bytes, time_s: int
) -> dict[str, Any]:
    """Return a chain of one validator, with parameters as their declarations have them."""
    address = "0x" + validator.hex()
    staker = {
        "validator": address,
        "stake_wei": str(STAKE_WEI),
        "moniker": args.validator_name,
    }
    chain_id = args.chain_id or CHAIN_ID_DEFAULT
    return {
        "chain_id": chain_id,
        "time_s": time_s,
        "accounts": {address: {"balance_wei": str(BALANCE_WEI)}},
        "modules": {
            "staking": {"validators": [staker]},
            "beacon": {"tips": [tip_entry(secret, chain_id, validator)]},
        },
    }


def _render(genesis: dict[str, Any]) -> bytes:
    return (json.dumps(genesis, indent=1) + "\n").encode()
