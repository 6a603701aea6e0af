"""
Kumiai chains of several validators, each a process of its own, as ends of a bridge.

    kumiai testnet --> Cluster on loopback ports --> Land: asked at the last node, never killed
"""

from pathlib import Path
from typing import Any

from eth_account import Account as Wallet
from web3 import Web3

from cli.keys import Keyring
from cli.testnet import OPERATOR
from tests.bridge.devnets import Land
from tests.e2e.cluster import Cluster, Node
from tests.e2e.hosts import Loopback

VALIDATORS = 4
BLOCK_TIME = "1"  # seconds


class Seat:
    """A validator's node, as a place that serves its chain."""

    def __init__(self, node: Node) -> None:
        self.node, self.home = node, node.home
        url = f"http://127.0.0.1:{node.config.rpc_port}"
        self.endpoints: dict[str, Any] = {"rpc": url}

    @property
    def web3(self) -> Web3:
        """A client of the node."""
        return Web3(Web3.HTTPProvider(self.endpoints["rpc"], request_kwargs={"timeout": 30}))


class Network(Land):
    """A chain of four validators, all of whom vote yes; asked at its last node."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.operators = [operator_of(node) for node in cluster.nodes]
        super().__init__(Seat(cluster.nodes[-1]), self.operators)

    def at(self, index: int) -> Land:
        """Return the same chain as one of its nodes serves it."""
        return Land(Seat(self.cluster.nodes[index]), self.operators)


def network(home: Path, chain_id: int, block_time: str = BLOCK_TIME) -> Cluster:
    """Return a network on this machine's ports, not started."""
    return Cluster(home, VALIDATORS, block_time=block_time, chain_id=chain_id, hosts=Loopback())


def operator_of(node: Node) -> Any:
    """Return the account of a validator's operator."""
    return Wallet.from_key(Keyring(node.config.keyring_dir).unlock(OPERATOR))
