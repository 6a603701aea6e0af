"""What operators do to nodes of a cluster, and what the chain says of their validators."""

import json
import shutil
import subprocess
import sys
import time
from typing import Any

from chain.codec import address_of
from cli.validator_key import load_validator_key
from tests.e2e.cluster import RECOVERY_S, Cluster, Node, until
from tests.e2e.devnet import ENVIRONMENT

DOWNTIME_BPS = 100  # of the stake, for who was not there
DOUBLE_SIGN_BPS = 500  # of the stake, for who signed twice
WINDOW_BLOCKS = 40
MISSED_BLOCKS_MAX = 20  # of a window; a restart on a busy machine misses some
JAIL_S = 3


def hurry(genesis: dict[str, Any]) -> None:
    """Jail who misses more than 20 of 40 blocks, for three seconds."""
    genesis["modules"]["slashing"] = {
        "params": {
            "window_blocks": WINDOW_BLOCKS,
            "signed_bps_min": 10_000 * (WINDOW_BLOCKS - MISSED_BLOCKS_MAX) // WINDOW_BLOCKS,
            "jail_s": JAIL_S,
            "downtime_bps": DOWNTIME_BPS,
            "double_sign_bps": DOUBLE_SIGN_BPS,
        }
    }


def operator_of(node: Node) -> str:
    """Return the operator of a validator of the genesis file."""
    genesis = json.loads((node.home / "genesis.json").read_text())
    return str(genesis["modules"]["staking"]["validators"][node.index]["validator"])


def stake_wei(asked: Node, operator: str) -> int:
    """Return all that is staked with a validator."""
    return int(asked.call("staking_validator", operator)["tokens_wei"], 16)


def validator_of(node: Node) -> str:
    """Return the address that a validator's node signs with now, in lower case."""
    return str(node.call("eth_coinbase")).lower()


def key_of(node: Node) -> str:
    """Return the address of the home's first key, in lower case, whether it validates or not."""
    key = load_validator_key(node.config.validator_key_path)
    assert key is not None
    return "0x" + address_of(key).hex()


def signs(asked: Node, validator: str, after: int) -> None:
    """Wait until the chain's certificate of a block above `after` has the validator's precommit."""
    height, deadline = after + 1, time.monotonic() + RECOVERY_S
    while time.monotonic() < deadline:
        if asked.height() <= height:  # the next block carries the certificate that counts
            time.sleep(0.1)
            continue
        if bytes.fromhex(validator[2:]) in dict(asked.certificate(height).signatures):
            return
        height += 1
    raise AssertionError(f"no precommit of {validator} in the blocks {after + 1} to {height - 1}")


def enters(asked: Node, validator: str, sent_height: int) -> None:
    """Check that a validator decides from two blocks after the one that elected it, not before."""
    until(lambda: asked.height() >= sent_height + 2)
    assert validator not in asked.validators(sent_height + 1)
    assert validator in asked.validators(sent_height + 2)


def leaves(asked: Node, validator: str, sent_height: int) -> None:
    """Check that a validator decides until the block after the one that voted it out."""
    until(lambda: asked.height() >= sent_height + 2)
    assert validator in asked.validators(sent_height + 1)
    assert validator not in asked.validators(sent_height + 2)


class SignerProcess:
    """`kumiai signer start` with the keys that a node had."""

    def __init__(self, cluster: Cluster, node: Node) -> None:
        self.node, self.home = node, cluster.directory / f"signer{node.index}"
        self.listen = f"unix:{self.home}/socket"
        cluster.beside.append(self.kill)
        self.home.mkdir()
        shutil.move(node.home / "validator", self.home / "validator")
        shutil.copy(node.home / "genesis.json", self.home)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; the node asks again until it listens."""
        words = ["signer", "start", "--home", str(self.home), "--listen", self.listen]
        with (self.home / "output.log").open("ab") as file:
            self.process = subprocess.Popen(
                [*self.node.hosts.prefix(self.node.index), sys.executable, "-m", "cli", *words],
                stdout=file,
                stderr=subprocess.STDOUT,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
            )

    def kill(self) -> None:
        """End it at once."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=30)


def make_twin(cluster: Cluster, node: Node) -> Node:
    """Return a node on another host with a copy of a node's validator key and sign state."""
    twin = cluster.join(cluster.nodes)
    shutil.rmtree(twin.home / "validator")
    shutil.copytree(node.home / "validator", twin.home / "validator")
    return twin
