"""
Homes of a network of validators that know each other, ready to start.

    N validator keys, beacon secrets, node keys --> one genesis.json --> DIR/node0 … DIR/node(N-1)

On one machine every node has ports of its own, ten apart; with a starting address every node has
an address of its own and the usual ports. Each keyring has the 20 development accounts, whose keys
everybody knows, and the node's own operator.
"""

import ipaddress
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from chain.codec import address_of
from chain.types.primitives import Address
from cli.beacon_secret import load_beacon_secret, tip_entry
from cli.config import NodeConfig, render_config
from cli.devnet import ACCOUNTS, DevAccount, build_genesis, dev_accounts
from cli.errors import CommandFailed, UsageWrong
from cli.files import make_private, write_atomically
from cli.keys import Keyring
from cli.node_key import load_node_key, peer_id_of
from cli.units import WEI_PER_COIN
from cli.validator_key import create_validator_key, new_private_key
from consensus.host.signer import FileSigner

VALIDATORS_MAX: Final = 100  # nodes of one test network
PORT_STEP: Final = 10  # between the ports of two nodes on one machine
STAKE_WEI: Final = 1_000 * WEI_PER_COIN  # of each validator
BALANCE_WEI: Final = 10_000 * WEI_PER_COIN  # of each operator's account
OPERATOR: Final = "operator"  # the key's name in each home's keyring


@dataclass(frozen=True, slots=True)
class NetworkPlan:
    """
    What is to be made.

    `starting_ip` None puts all nodes on this machine, at 127.0.0.1 with ports `PORT_STEP` apart.
    """

    directory: Path
    validators: int
    chain_id: int
    starting_ip: ipaddress.IPv4Address | None = None
    block_interval_ms: int = 1_000
    base: NodeConfig = NodeConfig(Path())


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """One home of the network: its settings and the names it is known by."""

    config: NodeConfig
    peer_id: str
    operator: Address
    validator: Address  # the address that signs its votes

    @property
    def peer_address(self) -> str:
        """Where peers reach it: id@host:port."""
        return f"{self.peer_id}@{self.config.p2p_external_address}"


def make_testnet(
    plan: NetworkPlan, time_s: int, progress: Callable[[int], None] = lambda done: None
) -> tuple[NetworkNode, ...]:
    """
    Write every home; the genesis files last, so that a half-made network does not start.

    `progress` is told how many homes are done. Raises CommandFailed where a home is in use.
    """
    nodes = [_make_keys(plan, index) for index in range(plan.validators)]
    genesis = json.dumps(build_testnet_genesis(nodes, plan.chain_id, time_s), indent=1) + "\n"
    for done, node in enumerate(nodes):
        _fill_keyring(node.config, dev_accounts()[:ACCOUNTS])
        others = tuple(other.peer_address for other in nodes if other is not node)
        config = replace(node.config, p2p_persistent_peers=others)
        write_atomically(config.config_path, render_config(config).encode(), mode=0o644)
        progress(done + 1)
    for node in nodes:
        write_atomically(node.config.genesis_path, genesis.encode(), mode=0o644)
    return tuple(nodes)


def build_testnet_genesis(
    nodes: Sequence[NetworkNode], chain_id: int, time_s: int
) -> dict[str, Any]:
    """Return the genesis file of the network, as JSON data."""
    accounts = {account.address: account.balance_wei for account in dev_accounts()[:ACCOUNTS]}
    accounts |= {node.operator: BALANCE_WEI for node in nodes}
    validators = [
        {
            "validator": f"0x{node.operator.hex()}",
            "consensus_address": f"0x{node.validator.hex()}",
            "stake_wei": str(STAKE_WEI),
            "moniker": f"node{index}",
        }
        for index, node in enumerate(nodes)
    ]
    tips = [
        tip_entry(load_beacon_secret(node.config.beacon_secret_path), chain_id, node.operator)
        for node in nodes
    ]
    return build_genesis(accounts, validators, tips, chain_id, time_s)


def _make_keys(plan: NetworkPlan, index: int) -> NetworkNode:
    """Make the keys of one home; refuses one that is in use."""
    config = _config_of(plan, index)
    for path in (config.genesis_path, config.config_path, config.validator_key_path):
        if path.exists():
            raise CommandFailed(
                f"{path} exists: choose another --output, or remove {plan.directory}"
            )
    key, operator_key = create_validator_key(config.validator_key_path), new_private_key()
    FileSigner.create(key, config.sign_state_path, plan.chain_id).close()
    make_private(config.keyring_dir)
    Keyring(config.keyring_dir).add(OPERATOR, operator_key, "")
    node_key = load_node_key(config.node_key_path)
    return NetworkNode(config, peer_id_of(node_key), address_of(operator_key), address_of(key))


def _config_of(plan: NetworkPlan, index: int) -> NodeConfig:
    base, home = plan.base, plan.directory / f"node{index}"
    shift = 0 if plan.starting_ip is not None else index * PORT_STEP
    host = "127.0.0.1" if plan.starting_ip is None else str(plan.starting_ip + index)
    listen = "127.0.0.1" if plan.starting_ip is None else "0.0.0.0"
    ports = {
        name: getattr(base, name) + shift
        for name in ("p2p_port", "rpc_port", "grpc_port", "metrics_port")
    }
    if max(ports.values()) > 65_535:
        raise UsageWrong(f"ports up to {max(ports.values())} are needed: choose lower ones")
    return replace(
        base,
        home=home,
        block_interval_ms=plan.block_interval_ms,
        p2p_enabled=True,
        p2p_host=listen,
        p2p_external_address=f"{host}:{ports['p2p_port']}",
        p2p_allow_private_addresses=True,
        metrics_enabled=True,
        **ports,
    )


def _fill_keyring(config: NodeConfig, accounts: Sequence[DevAccount]) -> None:
    keyring = Keyring(config.keyring_dir)
    for account in accounts:
        keyring.add(account.name, account.private_key, "")
